import { getypt, inWinkel, isBeeld, merk, vraagSlot } from "./opslag.js";

// Alles wat op dit apparaat bewaard is, van elk hulpmiddel: om te bekijken en om een reservekopie terug te zetten.

/** Zeg of hier ooit iets bewaard is; kijken maakt geen opslag aan. */
async function isErOpslag() {
  if (!globalThis.indexedDB) return false;
  if (!indexedDB.databases) return true;
  return (await indexedDB.databases()).some(({ name }) => name === "lv-tools");
}

/**
 * Geef alles wat bewaard is, met wat daarna nog getypt is erbij.
 *
 * @returns {Promise<{instrument: string, naam: string, tijd: number, tekst: string, naloop: object}[]>}
 */
export async function leesKast() {
  if (!await isErOpslag()) return [];
  const records = await inWinkel("readonly", (winkel, klaar) => {
    const vraag = winkel.getAll();
    vraag.onsuccess = () => klaar(vraag.result);
  });
  const stukken = new Map();
  // Hoe een scherm er het laatst uitzag, is geen werk: het hulpmiddel maakt het steeds opnieuw.
  for (const record of records.filter(({ naam }) => !isBeeld(naam)).sort((a, b) => a.tijd - b.tijd)) {
    const naam = Array.isArray(record.naam) ? record.naam[0] : record.naam;
    const sleutel = JSON.stringify([record.instrument, naam]);
    const stuk = stukken.get(sleutel) || { instrument: record.instrument, naam, tijd: 0, tekst: "", naloop: {} };
    if (record.tekst !== undefined) stuk.tekst = record.tekst;
    Object.assign(stuk.naloop, record.naloop);
    stuk.tijd = record.tijd;
    stukken.set(sleutel, stuk);
  }
  return [...stukken.values()];
}

/**
 * Zet stukken neer op namen die nog vrij zijn: alles of niets.
 *
 * @returns {Promise<boolean>} `false` als een naam intussen bezet is; dan is er niets veranderd
 */
export async function vulKast(stukken) {
  const sloten = [];
  try {
    for (const { instrument, naam } of navigator.locks ? stukken : []) {
      // Een leeg scherm in een ander tabblad houdt zijn naam vast zonder dat er al iets staat.
      const slot = await vraagSlot(`lv-tools:${instrument}:${naam}`, { ifAvailable: true });
      if (!slot) return false;
      sloten.push(slot);
    }
    const gelukt = await inWinkel("readwrite", (winkel, klaar, breekAf) => {
      klaar(true);
      for (const { instrument, naam, tijd, tekst, naloop } of stukken) {
        const nieuw = { instrument, stempel: merk(), tijd };
        winkel.add({ ...nieuw, naam, tekst, naloop: {} }).onerror = () => breekAf(new Error("bezet"));
        winkel.add({ ...nieuw, naam: getypt(naam), naloop });
      }
    }).catch((fout) => { if (fout.message === "bezet" || fout.name === "ConstraintError") return false; throw fout; });
    if (gelukt) for (const instrument of new Set(stukken.map((stuk) => stuk.instrument))) zegLijst(instrument);
    return gelukt;
  } finally {
    for (const slot of sloten) slot.los();
  }
}

function zegLijst(instrument) {
  if (!globalThis.BroadcastChannel) return;
  const kanaal = new BroadcastChannel(`lv-tools:${instrument}`);
  kanaal.postMessage("lijst");
  kanaal.close();
}
