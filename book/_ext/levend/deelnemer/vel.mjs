/** Wat één persoon invult, zoals lv_tools/basis/verzamelen/vel.py het bewaart. */
import { kaal, kenmerk, regel, schoon, sha256, tijdstip, zonderSeconden } from "./schrift.mjs";

const VELDEN = ["id", "versie", "rol", "andere", "naam", "antwoorden", "keuzes", "notities", "rest"];

/** Zet de velden op volgorde; wat leeg is, staat niet in een bestand. */
export const opVolgorde = (vel) => Object.fromEntries(VELDEN.filter((naam) => vel[naam] && Object.keys(vel[naam]).length)
  .map((naam) => [naam, vel[naam]]));

export const gegeven = (vel) => Object.assign({}, ...Object.values(vel.antwoorden ?? {}));

export const isIngevuld = (vel) => [vel.antwoorden, vel.keuzes].some((bladen) => Object.values(bladen ?? {}).some((blad) => Object.keys(blad).length))
  || Object.values(vel.notities ?? {}).some((tekst) => kaal(tekst));

/** Haal weg wat iemand herkenbaar maakt: de naam, de seconden en een kenmerk dat elders te zien was. */
function zonderNaam({ naam: _, ...vel }) {
  if (!vel.id) return vel;
  const id = /^(z[0-9a-f]{23}-[0-9]+|p[0-9a-f]{31})$/.test(vel.id) ? vel.id : `p${sha256(`eigen kenmerk:${vel.id}`).slice(0, 31)}`;
  return { ...vel, id, versie: zonderSeconden(vel.versie ?? "") };
}

/** Geef een vel waar iets aan veranderde een kenmerk en het moment van nu, en houd het anoniem als dat hoort. */
export function vervolg(oud, nieuw, anoniem, nu = tijdstip()) {
  const zonder = (vel) => JSON.stringify(opVolgorde({ ...vel, id: "", versie: "" }));
  let vel = nieuw;
  if (isIngevuld(vel) && !(vel.id && zonder(vel) === zonder(oud))) vel = { ...vel, id: vel.id || kenmerk(), versie: nu };
  return opVolgorde(anoniem ? zonderNaam(vel) : vel);
}

/**
 * Lees wat op een plek van een vel hoort; `undefined` als dat daar niet kan.
 *
 * @param {string} soort het veld van het vel
 * @param {unknown} waarde
 * @param {string[]} codes de stellingen op dit blad, op volgorde
 */
export function lees(soort, waarde, codes) {
  if (soort === "antwoorden") {
    const kan = (een) => een === null || (Number.isInteger(een) && een >= 0 && een <= 9);
    const heel = waarde && typeof waarde === "object" && !Array.isArray(waarde) && Object.values(waarde).every(kan);
    return heel ? Object.fromEntries(codes.filter((code) => code in waarde).map((code) => [code, waarde[code]])) : undefined;
  }
  if (soort === "keuzes") return Array.isArray(waarde) && waarde.every((een) => typeof een === "string") ? waarde : undefined;
  if (waarde === null) return "";
  return typeof waarde === "string" ? schoon(waarde) : undefined;
}

/** Laat ‘geen’ en ‘weet niet’ de andere vinkjes uitsluiten; de laatste wint. */
export function sluitUit(oud, gekozen, los) {
  if (gekozen.length < 2 || !gekozen.some((code) => los.includes(code))) return gekozen;
  const erbij = gekozen.filter((code) => !oud.includes(code) && los.includes(code)).sort();
  return erbij.length ? [erbij[0]] : gekozen.filter((code) => !los.includes(code));
}

/** Zoek de code bij een rol; wie er een opgeeft die niet bestaat, krijgt die als eigen rol. */
export function vindRol(tekst, rollen, onbekend, hoogstens) {
  const laag = (woord) => woord.toLowerCase();
  const gezocht = laag(regel(schoon(tekst)));
  const gevonden = rollen.find(([code, naam]) => gezocht === laag(code) || gezocht === laag(naam));
  return gevonden ? gevonden[0] : kaal([...gezocht].slice(0, hoogstens).join("")) || onbekend;
}
