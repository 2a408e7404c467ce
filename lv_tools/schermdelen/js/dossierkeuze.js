import { opslagInBrowser } from "./opslag.js";

// Welk dossier open is. Er kunnen er meer op een apparaat staan; hulpmiddelen zien er één tegelijk.

export const DOSSIERNAAM = "Dossier op dit apparaat"; // zoals NAAM in lv_tools/basis/uitwisseling/dossier.py
const KEUZE = "dossier-open";

/**
 * Geef de namen van alle dossiers, en welk daarvan open is.
 *
 * @returns {Promise<{naam: string, namen: string[]}>}
 */
export async function welkDossier(dossiers) {
  const keuze = opslagInBrowser(KEUZE);
  try {
    const [namen, gekozen] = await Promise.all([dossiers.lijst(), keuze.lees("open")]);
    const naam = namen.includes(gekozen?.tekst) ? gekozen.tekst : namen[0] || DOSSIERNAAM;
    return { naam, namen: namen.sort((een, ander) => een.localeCompare(ander, "nl")) };
  } finally { keuze.stop(); }
}

export async function kiesDossier(naam) {
  const keuze = opslagInBrowser(KEUZE);
  try {
    const { greep } = await keuze.open("open");
    if (greep) await keuze.schrijf(greep, { tekst: naam, naloop: {} });
  } finally { keuze.stop(); }
}
