/** Wie een link kreeg, krijgt meteen het formulier; Python is daar niet bij nodig. */
import { LinkFout } from "./link.mjs";
import { Deelnemer } from "./model.mjs";

/** Welk bestand het hele hulpmiddel straks opent; zie js/bewaarder.js. */
const AANGEWEZEN = "lv-tools:open";
/** Staat er meer in het adres dan een link, dan kan mail er iets mee gedaan hebben; dat haalt Python eraf. */
const KAAL = /^#\w+=[\w.-]*$/;

/**
 * Maak het model van het formulier bij de link in het adres.
 *
 * @param {{vorm: string, kennis: string}} waar de adressen van het script en de gegevens van dit hulpmiddel
 * @param {object} script het script dat schermen tekent; het kent de opslag
 * @param {(bestand: string) => void} elders alleen Python kan dit bestand openen
 * @param {() => void} alles de lezer wil het hele hulpmiddel
 * @returns {Promise<{model?: Deelnemer, zin?: string, stop?: () => void}>}
 */
export async function formulier(waar, script, elders, alles) {
  const { Vorm, heeftLink, leesLink } = await import(waar.vorm);
  if (!heeftLink(location.hash)) return {};
  const antwoord = await fetch(waar.kennis);
  if (!antwoord.ok) return {};
  const kennis = await antwoord.json();
  let opzet;
  try {
    opzet = await leesLink(location.hash, kennis);
  } catch (fout) {
    return fout instanceof LinkFout && KAAL.test(location.hash) ? { zin: fout.message } : {};
  }
  if (!opzet) return {};
  const wijsAan = (...bestand) => {
    try { sessionStorage.setItem(AANGEWEZEN, JSON.stringify([kennis.instrument, ...bestand])); } catch { /* dan opent het laatste bestand */ }
  };
  const vorm = new Vorm(kennis, opzet);
  const bestand = await vorm.kies?.(script.opslagInBrowser);
  if (bestand) wijsAan(...bestand);
  const model = new Deelnemer(vorm, (bestand) => { wijsAan(bestand); elders(); }, (bestand) => { wijsAan(bestand); alles(); });
  const andereLink = async () => {
    if (!heeftLink(location.hash)) return;
    try {
      await leesLink(location.hash, kennis);
      location.reload(); // wat er stond, is bewaard
    } catch (fout) {
      vorm.melding = fout.message;
      model.teken();
    }
  };
  addEventListener("hashchange", andereLink);
  return { model, stop: () => removeEventListener("hashchange", andereLink) };
}
