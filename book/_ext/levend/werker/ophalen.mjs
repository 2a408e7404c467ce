/**
 * Haalt alles wat Python nodig heeft tegelijk op en telt mee wat er binnen is.
 *
 * Pyodide vraagt zijn bestanden met `fetch` en zwijgt als dat halverwege misgaat. Daarom staan de
 * verzoeken hier al open voordat Pyodide erom vraagt, en weet deze module altijd hoe het ervoor staat.
 */
import "../pagina/oorzaak.js";

/** Waarmee elk soort bestand begint. Een filter stuurt soms iets anders onder dezelfde naam. */
const BEGIN = { ".zip": "PK", ".wasm": "\0asm" };

/** Een start die niet lukt, met een reden waar de pagina een zin bij heeft. */
export class StartFout extends Error {
  /**
   * @param {string} reden een sleutel van TEKST.fout (zie pagina/teksten.mjs)
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
 * @returns {{mislukt: Promise<never>, binnen: Promise<unknown>}} `mislukt` wordt alleen afgewezen, zodra
 *   een bestand niet binnenkomt; `binnen` is er als van elk bestand bekend is hoe het afliep
 */
export function begin(bestanden, meld) {
  const echteFetch = self.fetch.bind(self);
  const onderweg = new Map();
  const geteld = [];
  let binnen = 0;
  let wijsAf;
  const mislukt = new Promise((_, af) => (wijsAf = af));
  mislukt.catch(() => {}); // wie wacht, krijgt de fout; de rest hoeft hem niet te zien

  const tel = async (antwoord, bestand) => {
    const lezer = antwoord.body.getReader();
    const verhouding = bestand.verpakt / bestand.ruw;
    let gezien = false;
    for (;;) {
      const { done, value } = await lezer.read();
      if (done) return;
      if (!gezien && !begintGoed(value, bestand.adres)) {
        throw new StartFout("geweigerd", `andere inhoud dan verwacht: ${bestand.adres}`);
      }
      gezien = true;
      binnen += value.length * verhouding;
      meld(binnen);
    }
  };
  const haal = async (bestand) => {
    const antwoord = await echteFetch(bestand.adres);
    const reden = globalThis.lvOorzaak.redenVan(antwoord, bestand.adres);
    if (reden) throw new StartFout(reden, `${antwoord.status}: ${bestand.adres}`);
    geteld.push(tel(antwoord.clone(), bestand).catch((fout) => wijsAf(alsStartFout(fout))));
    return alsWasm(antwoord, bestand.adres);
  };
  for (const bestand of bestanden) {
    const belofte = haal(bestand);
    belofte.catch((fout) => wijsAf(alsStartFout(fout)));
    onderweg.set(bestand.adres, belofte);
  }
  self.fetch = (wat, opties) => {
    const adres = String(wat.url ?? wat);
    const belofte = onderweg.get(adres);
    onderweg.delete(adres); // een tweede keer is een nieuw verzoek
    return belofte ?? echteFetch(wat, opties);
  };
  const gevraagd = Promise.allSettled([...onderweg.values()]);
  return { mislukt, binnen: gevraagd.then(() => Promise.all(geteld)) };
}

const alsStartFout = (fout) => (fout instanceof StartFout ? fout : new StartFout("netwerk", String(fout)));

function begintGoed(bytes, adres) {
  const begin = BEGIN[/\.\w+$/.exec(adres)?.[0]] ?? "";
  return [...begin].every((teken, plek) => plek >= bytes.length || bytes[plek] === teken.charCodeAt(0));
}

/**
 * Haal een script op; lukt dat niet, zeg dan waarom.
 *
 * @param {string} adres
 */
export async function haalScript(adres) {
  try {
    return await import(adres);
  } catch (fout) {
    const { reden, technisch } = (await globalThis.lvOorzaak.zoek([adres])) ?? {};
    throw new StartFout(reden ?? (fout instanceof SyntaxError ? "kapot" : "netwerk"), technisch ?? String(fout));
  }
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
 * @param {string} adres welk bestand het is, voor wie de fout meldt
 * @param {() => void} gelukt
 * @returns {Promise<never>} wordt alleen afgewezen
 */
export function bewaakWasm(adres, gelukt) {
  const echt = WebAssembly.instantiateStreaming;
  return new Promise((_, af) => {
    WebAssembly.instantiateStreaming = async (...wat) => {
      try {
        const uitkomst = await echt.apply(WebAssembly, wat);
        gelukt();
        return uitkomst;
      } catch (fout) {
        af(new StartFout(waaromGeenWasm(fout), `${fout}: ${adres}`));
        throw fout;
      }
    };
  });
}

/** Elke browser zegt het anders; het netwerk is de reden als er niets herkenbaars in staat. */
function waaromGeenWasm(fout) {
  if (fout instanceof RangeError) return "geheugen";
  if (/Content Security Policy|\bCSP\b|unsafe-eval/i.test(fout.message)) return "beleid";
  if (/magic|\\0asm/i.test(fout.message)) return "geweigerd";
  return "netwerk";
}
