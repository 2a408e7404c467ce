/**
 * Haalt alles wat Python nodig heeft tegelijk op en telt mee wat er binnen is.
 *
 * Pyodide vraagt zijn bestanden met `fetch` en zwijgt als dat halverwege misgaat. Daarom staan de
 * verzoeken hier al open voordat Pyodide erom vraagt, en weet deze module altijd hoe het ervoor staat.
 */

/** Een start die niet lukt, met een reden waar de pagina een zin bij heeft. */
export class StartFout extends Error {
  /**
   * @param {"netwerk" | "verouderd" | "geheugen" | "onbekend"} reden
   * @param {string} technisch wat er precies gebeurde, voor wie het wil melden
   */
  constructor(reden, technisch) {
    super(technisch);
    this.reden = reden;
  }
}

/**
 * Begin met ophalen en vervang `fetch`, zodat Pyodide krijgt wat al onderweg is.
 *
 * @param {{adres: string, ruw: number, verpakt: number}[]} bestanden met de omvang in bytes: zoals
 *   ze zijn, en zoals ze over de lijn gaan
 * @param {(binnen: number) => void} meld krijgt hoeveel bytes er (verpakt) binnen zijn
 * @returns {Promise<never>} wordt alleen afgewezen, zodra een bestand niet binnenkomt
 */
export function begin(bestanden, meld) {
  const echteFetch = self.fetch.bind(self);
  const onderweg = new Map();
  let binnen = 0;
  let wijsAf;
  const mislukt = new Promise((_, af) => (wijsAf = af));
  mislukt.catch(() => {}); // wie wacht, krijgt de fout; de rest hoeft hem niet te zien

  const tel = async (antwoord, bestand) => {
    const lezer = antwoord.body.getReader();
    const verhouding = bestand.verpakt / bestand.ruw;
    for (;;) {
      const { done, value } = await lezer.read();
      if (done) return;
      binnen += value.length * verhouding;
      meld(binnen);
    }
  };
  const haal = async (bestand) => {
    const antwoord = await echteFetch(bestand.adres);
    if (antwoord.status === 404) throw new StartFout("verouderd", `404: ${bestand.adres}`);
    if (!antwoord.ok) throw new StartFout("netwerk", `${antwoord.status}: ${bestand.adres}`);
    tel(antwoord.clone(), bestand).catch((fout) => wijsAf(new StartFout("netwerk", String(fout))));
    return alsWasm(antwoord, bestand.adres);
  };
  for (const bestand of bestanden) {
    const belofte = haal(bestand);
    belofte.catch((fout) =>
      wijsAf(fout instanceof StartFout ? fout : new StartFout("netwerk", String(fout))),
    );
    onderweg.set(bestand.adres, belofte);
  }
  self.fetch = (wat, opties) => {
    const adres = String(wat.url ?? wat);
    const belofte = onderweg.get(adres);
    onderweg.delete(adres); // een tweede keer is een nieuw verzoek
    return belofte ?? echteFetch(wat, opties);
  };
  return mislukt;
}

/**
 * Geef WebAssembly het type dat browsers eisen, ook als de server het niet kent.
 *
 * @param {Response} antwoord
 * @param {string} adres
 */
function alsWasm(antwoord, adres) {
  if (!adres.endsWith(".wasm") || antwoord.headers.get("Content-Type") === "application/wasm") {
    return antwoord;
  }
  return new Response(antwoord.body, { headers: { "Content-Type": "application/wasm" } });
}

/**
 * Laat een mislukte WebAssembly-start horen: Pyodide schrijft hem alleen in de console en wacht door.
 *
 * @param {() => void} gelukt
 * @returns {Promise<never>} wordt alleen afgewezen
 */
export function bewaakWasm(gelukt) {
  const echt = WebAssembly.instantiateStreaming;
  return new Promise((_, af) => {
    WebAssembly.instantiateStreaming = async (...wat) => {
      try {
        const uitkomst = await echt.apply(WebAssembly, wat);
        gelukt();
        return uitkomst;
      } catch (fout) {
        af(new StartFout(fout instanceof RangeError ? "geheugen" : "netwerk", String(fout)));
        throw fout;
      }
    };
  });
}
