// De reservekopie: alles wat op een apparaat bewaard is, in één bestand. Alleen regels, geen scherm en geen opslag.

export const KOPIE_VERSIE = 1;
/** Groter dan dit lezen wij niet, in bytes. */
export const KOPIE_GROOTST = 200e6;
const SOORT_KOPIE = "reservekopie";
const NAAM_LANGST = 80; // zoals clean_name in lv_tools/basis/opslag/werkbestand.py
const SLUIT = /,"controle":"([0-9a-f]{8})"\}\s*$/;

/** Een zin voor de lezer: wat er mis is met een bestand, en wat te doen. */
export class Kopiefout extends Error {}

/** Lees een gekozen bestand; het kan na het kiezen weg zijn, of alleen in een wolk staan. */
export const tekstVan = (bestand) => bestand.text().catch(() => {
  throw new Kopiefout(`‘${bestand.name}’ kon niet worden gelezen. Kijk of het nog op dit apparaat staat, en kies het dan opnieuw.`);
});

const TAFEL = Uint32Array.from({ length: 256 }, (_, n) => {
  let som = n;
  for (let bit = 0; bit < 8; bit += 1) som = (som >>> 1) ^ (som & 1 ? 0xedb88320 : 0);
  return som;
});

function kopiesom(tekst) {
  let som = -1;
  for (const deel of new TextEncoder().encode(tekst)) som = (som >>> 8) ^ TAFEL[(som ^ deel) & 255];
  return ((som ^ -1) >>> 0).toString(16).padStart(8, "0");
}

/**
 * Schrijf een reservekopie.
 *
 * @param {{instrument: string, naam: string, tijd: number, tekst: string, naloop: object}[]} stukken
 * @param {string} wanneer
 */
export function schrijfKopie(stukken, wanneer) {
  const rijen = stukken.map(({ instrument, naam, tijd, tekst, naloop }) => ({ instrument, naam, tijd, tekst, naloop }));
  const open = JSON.stringify({ formaat: "lv-tools", soort: SOORT_KOPIE, versie: KOPIE_VERSIE, tijd: wanneer, stukken: rijen }).slice(0, -1);
  return `${open},"controle":"${kopiesom(open)}"}\n`;
}

const isTekst = (waarde, langst) => typeof waarde === "string" && waarde.length <= langst;
const isStuk = (stuk) => stuk !== null && typeof stuk === "object" && !Array.isArray(stuk)
  && isTekst(stuk.instrument, 40) && /^[a-z][a-z-]*$/.test(stuk.instrument)
  && isTekst(stuk.naam, 2 * NAAM_LANGST) && stuk.naam.trim() !== ""
  && isTekst(stuk.tekst, KOPIE_GROOTST) && Number.isFinite(stuk.tijd)
  && stuk.naloop !== null && typeof stuk.naloop === "object" && !Array.isArray(stuk.naloop);

/**
 * Lees een reservekopie; bij elke afwijking volgt een zin, en is er niets gedaan.
 *
 * @param {string} tekst
 */
export function leesKopie(tekst) {
  const kaal = tekst.replace(/^\ufeff/, "");
  if (!kaal.trim()) throw new Kopiefout("Dit bestand is leeg. Kies een reservekopie die u zelf hebt gemaakt.");
  let gelezen;
  try { gelezen = JSON.parse(kaal); } catch {
    throw new Kopiefout("Dit bestand is afgebroken of beschadigd. Haal het nog eens op van de plek waar u het bewaarde.");
  }
  if (gelezen?.formaat !== "lv-tools") throw new Kopiefout("Dit bestand komt niet uit dit boek. Kies een reservekopie die u op deze bladzijde hebt gemaakt.");
  if (gelezen.instrument === "dossier") throw new Kopiefout("Dit is één dossier. Open het hieronder, bij ‘Dossiers’.");
  if (gelezen.soort !== SOORT_KOPIE) throw new Kopiefout("Dit is een bestand van één hulpmiddel. Open het in dat hulpmiddel zelf, bij ‘Openen uit een bestand’.");
  if (Number.isInteger(gelezen.versie) && gelezen.versie > KOPIE_VERSIE) {
    throw new Kopiefout("Deze reservekopie is met een nieuwere versie van het boek gemaakt. Laad de pagina opnieuw, en probeer het nog eens.");
  }
  const sluit = SLUIT.exec(kaal);
  const heel = sluit && kopiesom(kaal.slice(0, sluit.index)) === sluit[1];
  const { stukken } = gelezen;
  if (!heel || gelezen.versie !== KOPIE_VERSIE || !Array.isArray(stukken) || !stukken.every(isStuk)) {
    throw new Kopiefout("Dit bestand is na het bewaren veranderd of beschadigd. Kies een andere reservekopie.");
  }
  return stukken;
}

const gelijk = (een, ander) => een.tekst === ander.tekst && JSON.stringify(een.naloop) === JSON.stringify(ander.naloop);

/**
 * Zeg van elk stuk uit een kopie wat ermee gebeurt. Wat er staat, blijft altijd staan.
 *
 * @returns {{stuk: object, wat: "nieuw" | "zelfde" | "ernaast", naar: string}[]}
 */
export function vergelijkKopie(hier, kopie) {
  const bezet = new Map();
  for (const stuk of hier) bezet.set(stuk.instrument, [...(bezet.get(stuk.instrument) || []), stuk]);
  return kopie.map((stuk) => {
    const daar = bezet.get(stuk.instrument) || [];
    const al = hier.some((ander) => ander.instrument === stuk.instrument && gelijk(ander, stuk) && heetNaar(ander.naam, stuk.naam));
    if (al || (stuk.instrument === "dossier-open" && daar.length)) return { stuk, wat: "zelfde", naar: stuk.naam };
    const namen = new Set(daar.map(({ naam }) => naam));
    const wat = namen.has(stuk.naam) ? "ernaast" : "nieuw";
    const naar = vrijeKopienaam(stuk.naam, namen);
    bezet.set(stuk.instrument, [...daar, { ...stuk, naam: naar }]);
    return { stuk, wat, naar };
  });
}

const kopienaam = (naam, achter) => [...naam].slice(0, NAAM_LANGST - achter.length).join("").trim() + achter;
// Is dit de naam zelf, of die van een kopie die eerder ernaast is gezet?
function heetNaar(naam, stam) {
  const [achter] = / \(reservekopie(?: \d+)?\)$/.exec(naam) || [];
  return naam === stam || (achter !== undefined && naam === kopienaam(stam, achter));
}

function vrijeKopienaam(naam, namen) {
  if (!namen.has(naam)) return naam;
  for (let nummer = 1; ; nummer += 1) {
    const achter = nummer === 1 ? " (reservekopie)" : ` (reservekopie ${nummer})`;
    const nieuw = kopienaam(naam, achter);
    if (!namen.has(nieuw)) return nieuw;
  }
}
