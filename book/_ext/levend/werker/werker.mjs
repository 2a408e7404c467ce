/**
 * De worker: start Python en geeft berichten door. Een worker houdt de pagina soepel, ook als Python
 * even rekent.
 */
import { begin as beginOphalen, bewaakWasm, haalScript } from "./ophalen.mjs";

const stuur = (bericht, overdracht = []) => self.postMessage(bericht, overdracht);
const stap = (naam) => stuur({ soort: "stap", naam, tijd: performance.timeOrigin + performance.now() });

/** @type {Promise<object> | undefined} de Python-kern, zodra de start begonnen is */
let kern;
let python;

/**
 * Start Python.
 *
 * @param {object} lading adressen en instellingen; zie lading.py
 * @param {string[]} voorbereiden code waarvan de importregels alvast mogen lopen
 * @returns {Promise<object>} de kern (lv_kern.kern.Kern)
 */
async function start(lading, voorbereiden) {
  stap("werker");
  let gemeld = 0;
  const { mislukt, binnen } = beginOphalen(lading.bestanden, (bytes) => {
    if (bytes - gemeld < 65_536 && bytes < lading.totaal) return;
    gemeld = bytes;
    stuur({ soort: "bytes", binnen: bytes, totaal: lading.totaal });
  });
  const wasm = lading.bestanden.find(({ adres }) => adres.endsWith(".wasm"));
  const wasmfout = bewaakWasm(wasm.adres, () => stap("wasm"));
  wasmfout.catch(() => {});
  // Het grote script van Pyodide laadt tegelijk met het kleine; de module blijft in het geheugen.
  const groot = haalScript(`${lading.pyodide}pyodide.asm.mjs`);
  /** Pyodide merkt als eerste dat er iets ontbreekt, maar weet niet waarom: wacht op wie dat wel weet. */
  const echteReden = async (fout) => {
    if (!fout.reden && !(fout instanceof RangeError)) {
      await Promise.race([mislukt, Promise.all([binnen, groot])]);
    }
    throw fout;
  };
  const opgezet = zetPythonOp(lading, voorbereiden).catch(echteReden);
  return Promise.race([mislukt, wasmfout, groot.then(() => opgezet), opgezet]);
}

async function zetPythonOp(lading, voorbereiden) {
  const { loadPyodide } = await haalScript(`${lading.pyodide}pyodide.mjs`);
  stap("lader");
  python = await loadPyodide({
    indexURL: lading.pyodide,
    stdLibURL: lading.python,
    lockFileContents: lading.slot,
    packageBaseUrl: lading.pyodide,
    env: { HOME: "/home/pyodide", JUPYTER_WIDGETS_ECHO: "0", LV_TOOLS_PAGINA: "1", PYTHONPATH: "/lib/lv.zip" },
    // Onze eigen archieven moeten er staan voordat Python begint; de standaardbibliotheek zet Pyodide
    // er zelf neer. De archieven van de hulpmiddelen vindt lv_kern.laat onder hun eigen naam.
    fsInit: async (schijf) => {
      const zet = async (adres, plek) => {
        const antwoord = await fetch(adres);
        schijf.writeFile(plek, new Uint8Array(await antwoord.arrayBuffer()));
      };
      const eigen = lading.hulpmiddelen.map((adres) => zet(adres, `/lib/${adres.split("/").at(-1)}`));
      await Promise.all([zet(lading.lv, "/lib/lv.zip"), ...eigen]);
    },
    stdout: (tekst) => console.debug(tekst),
    stderr: (tekst) => console.warn(tekst),
  });
  stap("python");
  const nieuweKern = python.pyimport("lv_kern.kern").begin(naarPagina, lading.wortel);
  stap("kern");
  for (const code of voorbereiden) nieuweKern.bereid_voor(code);
  stap("gereed");
  return nieuweKern;
}

/**
 * Python stuurt een bericht naar de pagina.
 *
 * @param {string} json
 * @param {object} [buffers] lijst van bytes uit Python
 */
function naarPagina(json, buffers) {
  const bytes = buffers?.toJs() ?? [];
  buffers?.destroy();
  stuur({ soort: "kern", json, bytes }, bytes.map((stuk) => stuk.buffer));
}

/** Maak van een fout iets wat de pagina kan melden. */
function alsBericht(fout) {
  const geheugen = fout instanceof RangeError || /MemoryError|out of memory/i.test(String(fout));
  return { reden: fout.reden ?? (geheugen ? "geheugen" : "onbekend"), technisch: String(fout) };
}

const opdrachten = {
  async begin({ lading, voorbereiden }) {
    kern ??= start(lading, voorbereiden);
    try {
      await kern;
      stuur({ soort: "gereed" });
    } catch (fout) {
      stuur({ soort: "mislukt", ...alsBericht(fout) });
    }
  },
  async voer_uit({ cel, code }) {
    try {
      const spoor = await (await kern).voer_uit(cel, code);
      if (spoor) stuur({ soort: "cel_mislukt", cel, ...alsBericht(spoor) });
      else stuur({ soort: "cel_klaar", cel });
    } catch (fout) {
      stuur({ soort: "cel_mislukt", cel, ...alsBericht(fout) });
    }
  },
  async bereid_voor({ code }) {
    (await kern).bereid_voor(code);
  },
  async comm({ type, inhoud, bytes, nummer }) {
    const eigen = await kern;
    const buffers = python.toPy(bytes);
    try {
      eigen.bericht(type, inhoud, buffers);
    } catch (fout) {
      stuur({ soort: "mislukt", ...alsBericht(fout) }); // de kern zelf is stuk, niet een callback
    } finally {
      buffers.destroy();
      stuur({ soort: "gedaan", nummer });
    }
  },
};

self.addEventListener("message", ({ data }) => opdrachten[data.soort](data));
