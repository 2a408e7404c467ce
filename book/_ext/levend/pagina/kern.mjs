/** De kern van de pagina: een worker met Python, gedeeld door alle hulpmiddelen op de pagina. */
import { StartFout, haal, waaromNiet } from "./startfout.mjs";

/** Zo lang mag er niets gebeuren tijdens het laden, in milliseconden. */
const GEDULD = 60_000;
/** Zo begint de worker: berichten wachten tot zijn script er is, en komt dat niet, dan hoort de pagina waarom. */
const BEGIN = (script) => `
const wachtend = [];
const bewaar = ({ data }) => wachtend.push(data);
addEventListener("message", bewaar);
import(${JSON.stringify(script)}).then(() => {
  removeEventListener("message", bewaar);
  for (const data of wachtend) dispatchEvent(new MessageEvent("message", { data }));
}, (fout) => postMessage({ soort: "geen_script", technisch: String(fout) }));`;
/** Zo lang kan de melding van de browser over het beleid na de fout komen, in milliseconden. */
const NALOOP = 200;

/**
 * Let op of het beleid van de server (CSP) een worker uit een blob tegenhoudt.
 *
 * De fout van de worker zegt dat niet; een eigen gebeurtenis wel, en die kan later komen.
 *
 * @param {string} adres
 * @returns {() => Promise<boolean>}
 */
function beleidHoudtTegen(adres) {
  const pagina = globalThis.document;
  if (!pagina) return async () => false;
  const gemeld = new Promise((klaar) => {
    const kijk = ({ blockedURI }) => {
      if (blockedURI !== "blob" && blockedURI !== adres) return;
      pagina.removeEventListener("securitypolicyviolation", kijk);
      klaar(true);
    };
    pagina.addEventListener("securitypolicyviolation", kijk);
  });
  return () => Promise.race([gemeld, new Promise((klaar) => setTimeout(klaar, NALOOP, false))]);
}

const WIDGET = "application/vnd.jupyter.widget-view+json";

/**
 * @typedef {object} Cel
 * @property {string} code
 * @property {HTMLElement} plek waar de uitvoer komt
 * @property {(model: object) => Promise<void>} [toonScherm] zet een eigen scherm neer, of neemt het over
 * @property {Promise<void>} [getekend] vervuld zodra de widget van de cel te zien is
 * @property {() => void} klaar
 * @property {(fout: StartFout) => void} mislukt
 */

/**
 * Gebeurtenissen: `bytes` {binnen, totaal}, `stap` {naam}, `fout` {kort, spoor, plek},
 * `bezig` {bezig: boolean}, `gestorven` {fout}: de kern doet niets meer.
 */
export class Kern extends EventTarget {
  /** @param {object} lading adressen en instellingen; zie lading.py */
  constructor(lading) {
    super();
    this.lading = lading;
    /** @type {Map<string, Cel>} */
    this.cellen = new Map();
    /** @type {Record<string, number>} tijdstip van elke stap, voor de meting */
    this.stappen = {};
    this.volgorde = Promise.resolve();
    this.lopend = new Map();
  }

  /**
   * Start Python, als dat nog niet loopt.
   *
   * @param {string[]} voorbereiden code waarvan de importregels alvast mogen lopen
   * @returns {Promise<void>} vervuld zodra er een cel kan draaien
   */
  begin(voorbereiden = []) {
    this.gestart ??= this.#start(voorbereiden).catch((fout) => {
      this.stop(); // een volgende poging begint met een schone lei
      throw fout;
    });
    return this.gestart;
  }

  async #start(voorbereiden) {
    this.stappen.begin = performance.timeOrigin + performance.now();
    await Promise.all([this.#startWerker(voorbereiden), this.#laadBeheer()]);
  }

  /** Het widgetbeheer komt tegelijk met Python: wie alleen leest, heeft het niet nodig. */
  async #laadBeheer() {
    if (!this.beheer) {
      const { Beheer } = await haal(new URL("beheer.mjs", import.meta.url));
      this.beheer = new Beheer(this.lading, (bericht) => this.#naarKern(bericht));
    }
    if (!this.lading.scherm) await this.beheer.begin();
  }

  #startWerker(voorbereiden) {
    return new Promise((gelukt, mislukt) => {
      this.gelukt = gelukt;
      this.mislukt = (fout) => {
        clearTimeout(this.wekker);
        mislukt(fout);
        for (const cel of this.cellen.values()) cel.mislukt(fout);
        this.#meld("gestorven", { fout });
      };
      // Uit een blob: zo geldt het beleid van de pagina ook in de worker, en kan ook Python alleen bij
      // de eigen host (zie beleid.py).
      const begin = new Blob([BEGIN(this.lading.werker)], { type: "text/javascript" });
      const adres = URL.createObjectURL(begin);
      const verboden = beleidHoudtTegen(adres);
      try {
        this.werker = new Worker(adres, { type: "module" });
      } catch (fout) {
        return verboden().then((ja) => this.mislukt(new StartFout(ja ? "werkerbeleid" : "geblokkeerd", String(fout))));
      } finally {
        setTimeout(() => URL.revokeObjectURL(adres), GEDULD);
      }
      const { werker } = this;
      werker.onerror = async ({ message }) => {
        const begonnen = this.stappen.werker;
        const fout = begonnen
          ? new StartFout("onbekend", message)
          : (await verboden())
            ? new StartFout("werkerbeleid", message)
            : await this.#waaromGeenWerker(message);
        if (werker === this.werker) this.mislukt(fout);
      };
      this.werker.onmessage = ({ data }) => this.#ontvang(data);
      this.#zetWekker();
      this.werker.postMessage({ soort: "begin", lading: this.lading, voorbereiden });
    });
  }

  /** De browser zegt niet waarom een worker niet start; zijn scripts opvragen wel. */
  #waaromGeenWerker(message) {
    const scripts = ["werker.mjs", "ophalen.mjs", "../pagina/oorzaak.js"];
    const reden = /SyntaxError/.test(message) ? "kapot" : message ? "netwerk" : "geblokkeerd";
    const anders = new StartFout(reden, message);
    return waaromNiet(scripts.map((naam) => new URL(naam, this.lading.werker).href), anders);
  }

  #zetWekker() {
    clearTimeout(this.wekker);
    this.wekker = setTimeout(() => this.mislukt(new StartFout("stil")), GEDULD);
  }

  /** Verwerk wat de worker stuurt. */
  #ontvang(bericht) {
    if (this.wekker) this.#zetWekker();
    switch (bericht.soort) {
      case "stap":
        this.stappen[bericht.naam] = bericht.tijd;
        return this.#meld("stap", bericht);
      case "bytes":
        return this.#meld("bytes", bericht);
      case "gereed":
        clearTimeout(this.wekker);
        this.wekker = undefined;
        return this.gelukt();
      case "geen_script":
        return this.#waaromGeenWerker(bericht.technisch).then((fout) => this.mislukt(fout));
      case "mislukt":
        return this.mislukt(new StartFout(bericht.reden, bericht.technisch));
      case "cel_klaar": {
        // Pas klaar als alles wat de cel liet zien ook in de pagina staat.
        return this.#naElkaar(() => void this.#rondAf(bericht.cel));
      }
      case "cel_mislukt":
        return this.#celMislukt(bericht);
      case "gedaan":
        this.#klaarMet(bericht.nummer);
        return this.#naElkaar(() => this.beheer.gedaan(bericht.nummer));
      case "kern": {
        const inhoud = JSON.parse(bericht.json);
        return this.#naElkaar(() => this.#vanPython(inhoud, bericht.bytes));
      }
      default:
        throw new Error(`Onbekend bericht: ${bericht.soort}`);
    }
  }

  /** Python wacht hier niet op: wie tekent, kan daar zelf nog een bericht voor nodig hebben. */
  async #rondAf(naam) {
    const cel = this.cellen.get(naam);
    try {
      await cel?.getekend;
    } catch (fout) {
      this.#meld("fout", { kort: String(fout), spoor: fout.stack, plek: cel.plek });
    }
    if (cel === this.cellen.get(naam)) cel?.klaar(); // intussen kan alles opnieuw gestart zijn
  }

  /** Een cel liep vast; zolang er geheugen is, leeft de kern door voor de andere hulpmiddelen. */
  #celMislukt({ cel, reden, technisch }) {
    const fout = new StartFout(reden, technisch);
    fout.kernLeeft = reden !== "geheugen";
    this.cellen.get(cel)?.mislukt(fout);
  }

  /** Python stuurde iets: een comm-bericht, uitvoer van een cel of een fout. */
  async #vanPython(inhoud, bytes) {
    const cel = this.cellen.get(inhoud.cel);
    const plek = cel?.plek;
    switch (inhoud.soort) {
      case "toon":
        return cel && this.#toon(inhoud.gegevens, cel);
      case "wis":
        return plek?.replaceChildren();
      case "tekst":
        return console.debug(inhoud.tekst);
      case "fout":
        return this.#meld("fout", { ...inhoud, plek: await this.beheer.plekVan(inhoud.comm_id) });
      default:
        return this.beheer.ontvang(inhoud, bytes);
    }
  }

  async #toon(gegevens, cel) {
    const scherm = gegevens[WIDGET] && this.beheer.scherm(gegevens[WIDGET].model_id);
    if (scherm && cel.toonScherm) return cel.toonScherm(scherm);
    if (gegevens[WIDGET]) {
      const { getekend } = await this.beheer.toonWidget(gegevens[WIDGET].model_id, cel.plek);
      cel.getekend = getekend;
      getekend?.catch(() => {}); // #rondAf meldt het
      return;
    }
    const vak = document.createElement(gegevens["text/html"] ? "div" : "pre");
    if (gegevens["text/html"]) vak.innerHTML = gegevens["text/html"];
    else vak.textContent = gegevens["text/plain"] ?? "";
    cel.plek.append(vak);
  }

  /** Verwerk berichten een voor een: een model moet er zijn voordat het getoond wordt. */
  #naElkaar(doe) {
    this.volgorde = this.volgorde
      .then(doe)
      .catch((fout) => {
        if (fout instanceof StartFout) this.mislukt(fout);
        else this.#meld("fout", { kort: String(fout), spoor: fout?.stack ?? "" });
      });
  }

  /** Stuur een comm-bericht en houd bij of Python nog bezig is. */
  #naarKern(bericht) {
    if (!this.werker) return; // een gesloten model meldt zich af bij een kern die al stilstaat
    this.lopend.set(bericht.nummer, setTimeout(() => this.#meld("bezig", { bezig: true }), 400));
    this.werker.postMessage({ soort: "comm", ...bericht });
  }

  #klaarMet(nummer) {
    clearTimeout(this.lopend.get(nummer));
    this.lopend.delete(nummer);
    if (!this.lopend.size) this.#meld("bezig", { bezig: false });
  }

  /**
   * Draai een cel en wacht tot het resultaat in de pagina staat.
   *
   * @param {string} naam
   * @param {string} code
   * @param {HTMLElement} plek
   * @param {(model: object) => Promise<void>} [toonScherm]
   * @returns {Promise<void>}
   */
  async voerUit(naam, code, plek, toonScherm) {
    await this.begin([code]);
    return new Promise((klaar, mislukt) => {
      this.cellen.set(naam, { code, plek, toonScherm, klaar, mislukt });
      this.werker.postMessage({ soort: "voer_uit", cel: naam, code });
    });
  }

  /**
   * Laat importregels alvast lopen, zodat een volgend hulpmiddel er meteen is.
   *
   * @param {string} code
   */
  bereidVoor(code) {
    this.werker?.postMessage({ soort: "bereid_voor", code });
  }

  /** Zet alles stil; een volgende `begin` start opnieuw. */
  stop() {
    clearTimeout(this.wekker);
    for (const wekker of this.lopend.values()) clearTimeout(wekker);
    this.lopend.clear();
    this.werker?.terminate();
    this.werker = undefined;
    this.gestart = undefined;
    this.stappen = {};
    this.cellen.clear();
    this.beheer?.wis();
  }

  #meld(naam, detail) {
    this.dispatchEvent(new CustomEvent(naam, { detail }));
  }
}
