import "./oorzaak.js";

/** Een start die niet lukt; `reden` is een sleutel van TEKST.fout. */
export class StartFout extends Error {
  /**
   * @param {string} reden
   * @param {string} [technisch] wat er precies gebeurde, voor wie het wil melden
   */
  constructor(reden, technisch = "") {
    super(technisch || reden);
    this.reden = reden;
  }
}

/**
 * Zeg waarom scripts niet willen laden: de browser zelf zegt dat niet.
 *
 * @param {string[]} adressen
 * @param {StartFout} anders als er aan de bestanden niets mankeert
 * @returns {Promise<StartFout>}
 */
export async function waaromNiet(adressen, anders) {
  const gevonden = await globalThis.lvOorzaak.zoek(adressen);
  return gevonden ? new StartFout(gevonden.reden, gevonden.technisch) : anders;
}

let pogingen = 0;

/**
 * Haal een module op. Een browser onthoudt soms dat het mislukte; een ander adres niet.
 *
 * @param {URL | string} adres
 */
export async function haal(adres) {
  try {
    return await import(pogingen ? `${adres}#${pogingen}` : adres);
  } catch (fout) {
    pogingen += 1;
    const alle = await globalThis.lvOorzaak.modules(String(adres)); // het kan ook zitten in wat hij noemt
    throw await waaromNiet([...alle], new StartFout("netwerk", String(fout)));
  }
}
