/**
 * De code waarmee antwoorden van een telefoon naar het scherm van de zaal gaan.
 *
 * Wat hier staat, staat ook in lv_tools/basis/verzamelen/antwoordcode.py, met de uitleg erbij; de toets
 * tests/levend/test_code.py houdt ze gelijk.
 */
import { klein, sha256 } from "./schrift.mjs";

export const MERK = "LV";
const TEKENS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const VERSIE = 0;
const LANGSTE = 89;
const [KOP, CONTROLE] = [16, 6];
const BCH = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const KLOPT = 0x2bc830a3;
const MINUTEN = 2 ** 15;

const splits = (waarde, hoeveel) => Array.from({ length: hoeveel }, (_, plek) => Number((BigInt(waarde) >> BigInt(5 * (hoeveel - 1 - plek))) & 31n));
const voeg = (tekens) => tekens.reduce((al, teken) => (al << 5n) | BigInt(teken), 0n);

function polymod(tekens) {
  let som = 1;
  for (const teken of tekens) {
    const boven = som >>> 25;
    som = ((som & 0x1ffffff) << 5) ^ teken;
    BCH.forEach((macht, plek) => { if ((boven >>> plek) & 1) som ^= macht; });
  }
  return som >>> 0;
}

/** Hoeveel antwoorden er mogelijk zijn, per vak van de code. */
const vakken = (vorm) => [BigInt(vorm.rollen.length + 2), ...vorm.stellingen.map(() => BigInt(vorm.schaal + 2 + vorm.nvt)),
  ...vorm.keuzes.map(([, opties]) => (1n << BigInt(opties.length)) + 2n)];

const inhoud = (vorm) => Math.ceil((vakken(vorm).reduce((al, vak) => al * vak, 1n) - 1n).toString(2).length / 5);
const verborgen = (id) => /^p([0-9a-f]{31})$/.exec(id)?.[1] ?? sha256(`eigen kenmerk:${id}`).slice(0, 31);
const nummer = (id) => parseInt(verborgen(id).slice(0, 8), 16) >>> 2;

/** Waarmee elke code van deze meting begint: hulpmiddel, meting en vragen. */
function begin({ nummer: welk, meting, lijst, rollen, stellingen, keuzes, schaal, nvt }) {
  const som = parseInt(sha256(klein([lijst, rollen, stellingen, keuzes, schaal, Boolean(nvt)])).slice(0, 4), 16) >> 6;
  return [VERSIE * 4 + welk, ...splits(parseInt(meting.slice(0, 5), 16), 4), ...splits(som, 2)];
}

/** Past deze meting in een code? */
export const past = (vorm) => KOP + inhoud(vorm) + CONTROLE <= LANGSTE;

/**
 * Schrijf de antwoorden van iemand als code, in groepjes van vier.
 *
 * @param {{id: string, versie: string, rol: string, antwoorden: object, keuzes: object}} wie zoals Python een respondent kent
 * @param {object} vorm zie `as_data` in antwoordcode.py
 */
export function schrijf(wie, vorm) {
  const rol = vorm.rollen.indexOf(wie.rol);
  const antwoord = (code) => {
    const wat = code in wie.antwoorden ? wie.antwoorden[code] : -1;
    if (wat === null) return vorm.schaal + 1;
    if (wat === 0 && vorm.nvt) return vorm.schaal + 2;
    return wat > 0 && wat <= vorm.schaal ? wat : 0;
  };
  const keuze = ([code, opties]) => {
    if (!(code in wie.keuzes)) return 0n;
    const gekozen = wie.keuzes[code];
    return gekozen === null ? 1n : opties.reduce((al, optie, plek) => al + (gekozen.includes(optie) ? 1n << BigInt(plek) : 0n), 2n);
  };
  const plekken = [BigInt(rol < 0 ? Number(wie.rol !== "onbekend") : rol + 2), ...vorm.stellingen.map((code) => BigInt(antwoord(code))), ...vorm.keuzes.map(keuze)];
  const waarde = vakken(vorm).reduce((al, vak, plek) => al * vak + plekken[plek], 0n);
  const minuut = Math.floor(Date.parse(wie.versie) / 60000) % MINUTEN;
  const tekens = [...begin(vorm), ...splits(nummer(wie.id), 6), ...splits(minuut, 3), ...splits(waarde, inhoud(vorm))];
  const som = (polymod([...tekens, 0, 0, 0, 0, 0, 0]) ^ KLOPT) >>> 0;
  return inGroepjes([...tekens, ...splits(som, CONTROLE)].map((teken) => TEKENS[teken]).join(""));
}

const inGroepjes = (kaal) => [MERK, ...kaal.match(/.{1,4}/g)].join("-");

/** Klopt deze code, waar hij ook bij hoort? De scanner stuurt alleen zulke codes door. */
export function klopt(code) {
  const kaal = code.toUpperCase().replace(/[-\s]/g, "");
  const tekens = [...kaal.slice(MERK.length)].map((teken) => TEKENS.indexOf(teken));
  return kaal.startsWith(MERK) && tekens.length <= LANGSTE && !tekens.includes(-1) && polymod(tekens) === KLOPT;
}

/** Lees een code van deze meting; `null` als hij veranderd is of ergens anders bij hoort. */
export function lees(code, vorm) {
  if (!klopt(code)) return null;
  const tekens = [...code.toUpperCase().replace(/[-\s]/g, "").slice(MERK.length)].map((teken) => TEKENS.indexOf(teken));
  const eigen = begin(vorm);
  if (tekens.length !== KOP + inhoud(vorm) + CONTROLE || eigen.some((teken, plek) => tekens[plek] !== teken)) return null;
  let waarde = voeg(tekens.slice(KOP, -CONTROLE));
  const plekken = vakken(vorm).reverse().map((vak) => {
    const plek = waarde % vak;
    waarde /= vak;
    return Number(plek);
  }).reverse();
  if (waarde) return null;
  const antwoorden = {};
  vorm.stellingen.forEach((stelling, plek) => {
    const wat = plekken[1 + plek];
    if (wat) antwoorden[stelling] = wat === vorm.schaal + 1 ? null : wat > vorm.schaal ? 0 : wat;
  });
  const keuzes = {};
  vorm.keuzes.forEach(([vraag, opties], plek) => {
    const wat = plekken[1 + vorm.stellingen.length + plek];
    if (wat) keuzes[vraag] = wat === 1 ? null : opties.filter((_, nr) => ((wat - 2) >> nr) & 1);
  });
  return { nummer: Number(voeg(tekens.slice(7, 13))), minuut: Number(voeg(tekens.slice(13, 16))), rol: ["onbekend", "andere rol", ...vorm.rollen][plekken[0]], antwoorden, keuzes };
}
