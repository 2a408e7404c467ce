/** Een hulpmiddel op de pagina: van stilbeeld naar levend, met alles wat onderweg mis kan gaan. */
import { StartFout } from "./startfout.mjs";
import { TEKST, megabytes, zinBij } from "./teksten.mjs";

/** Deel van de voortgangsbalk dat het ophalen inneemt; de rest is het starten van Python. */
const OPHALEN = 0.7;
/** Hierbij helpt opnieuw proberen niet of niet meteen: wijs ook de papieren versie aan. */
const OOK_PAPIER = ["geweigerd", "beleid", "werkerbeleid", "soort", "server", "kapot", "geheugen", "geblokkeerd"];
/** Hierbij helpt het om de pagina opnieuw te laden. */
const HERLADEN = ["verouderd", "kapot"];
const NA_STAP = { wasm: 0.75, python: 0.85, gereed: 0.95 };

/**
 * Maak een element.
 *
 * @param {string} soort
 * @param {object} eigenschappen
 * @param {...(Node | string)} inhoud
 */
function maak(soort, eigenschappen, ...inhoud) {
  const element = Object.assign(document.createElement(soort), eigenschappen);
  element.append(...inhoud);
  return element;
}

const herlaadknop = () => maak("button", { type: "button", onclick: () => location.reload() }, TEKST.herlaad);

export class Hulpmiddel {
  /**
   * @param {HTMLElement} vak het element `.lv-hulpmiddel`
   * @param {import("./kern.mjs").Kern} kern
   */
  constructor(vak, kern) {
    this.vak = vak;
    this.kern = kern;
    // Een scherm dat zelf meldt dat iets niet lukte, krijgt hier de zin bij de reden.
    globalThis.lvLaatZin = (reden) => (reden ? TEKST.laat[reden] ?? this.#zin(reden) : undefined);
    this.naam = vak.id;
    this.code = JSON.parse(vak.querySelector(".lv-code").textContent);
    const deel = (naam) => vak.querySelector(`.lv-${naam}`);
    this.paneel = deel("paneel");
    this.knop = deel("knop");
    this.status = deel("status");
    this.balk = deel("balk");
    this.melding = deel("melding");
    this.levend = deel("levend");
    this.stil = deel("stil");
    deel("start").hidden = false;
    deel("stuk").hidden = true;

    this.knop.addEventListener("click", () => this.start());
    // Alvast beginnen zodra iemand naar de knop gaat; nooit bij het openen van de pagina.
    const vooruit = () => navigator.onLine && kern.begin([this.code]).catch(() => {});
    for (const soort of ["pointerenter", "focus", "touchstart"]) {
      this.knop.addEventListener(soort, vooruit, { once: true, passive: true });
    }
    kern.addEventListener("bytes", ({ detail }) => this.#bytes(detail));
    kern.addEventListener("stap", ({ detail }) => this.#stap(detail.naam));
    kern.addEventListener("fout", ({ detail }) => this.#callbackFout(detail));
    kern.addEventListener("gestorven", ({ detail }) => this.#gestorven(detail.fout));
    kern.addEventListener("herstart", () => this.toestand === "klaar" && this.#leegEnOpnieuw());
    kern.addEventListener("bezig", ({ detail }) => this.#bezig(detail.bezig));
    addEventListener("online", () => this.#verbinding());
    addEventListener("offline", () => this.#verbinding());
    vak.addEventListener("lv-bewaard", () => this.#verbinding());
    this.#verbinding();
    this.toestand = "rust";
  }

  /** Start het hulpmiddel, of probeer het opnieuw. */
  async start() {
    if (this.toestand === "laden") return;
    this.#zet("laden");
    this.#toonMelding();
    this.uitgesteld = undefined;
    this.status.textContent = this.laatsteStap ?? TEKST.begin;
    try {
      await this.kern.voerUit(this.naam, this.code, this.levend);
      this.#zet("klaar");
      this.status.textContent = TEKST.klaar;
      if (this.uitgesteld) this.#callbackFout(this.uitgesteld);
      this.levend.focus({ preventScroll: true });
      this.vak.scrollIntoView({ block: "nearest" });
      this.kern.dispatchEvent(new Event("klaar"));
    } catch (fout) {
      this.#mislukt(fout);
    }
  }

  #mislukt(fout) {
    if (this.toestand === "mislukt") return;
    this.#zet("mislukt");
    this.status.textContent = "";
    this.levend.replaceChildren();
    this.laatsteStap = undefined;
    if (!fout.kernLeeft) this.kern.stop();
    const reden = fout instanceof StartFout ? fout.reden : "onbekend";
    const knop = HERLADEN.includes(reden)
      ? herlaadknop()
      : maak("button", { type: "button", onclick: () => this.#opnieuw() }, TEKST.opnieuw);
    const papier = OOK_PAPIER.includes(reden) && this.vak.querySelector(".lv-papier")?.cloneNode(true);
    this.#toonMelding(this.#zin(reden), fout.message, knop, ...(papier ? [papier] : []));
  }

  #zin(reden) {
    return zinBij(reden, `${this.kern.lading.wortel}_levend/`);
  }

  #opnieuw() {
    this.toestand = "rust";
    return this.start();
  }

  /**
   * Zet Python opnieuw op, voor alle hulpmiddelen op de pagina. Wat ingevuld was, staat op het
   * apparaat en komt vanzelf terug.
   */
  #herstart() {
    this.kern.stop();
    this.kern.dispatchEvent(new Event("herstart"));
    if (this.toestand !== "laden") this.#leegEnOpnieuw();
  }

  #leegEnOpnieuw() {
    this.levend.replaceChildren();
    return this.#opnieuw();
  }

  /** De kern viel stil terwijl het hulpmiddel in gebruik was. */
  #gestorven(fout) {
    if (this.toestand !== "klaar") return;
    this.levend.setAttribute("aria-busy", "false");
    const zin = fout.reden === "geheugen" ? TEKST.fout.geheugen : TEKST.fout.gestorven;
    const knop = maak("button", { type: "button", onclick: () => this.#herstart() }, TEKST.herstart);
    this.#toonMelding(zin, fout.message, knop);
  }

  #callbackFout(fout) {
    const { kort, spoor, plek, reden } = fout;
    if (plek && !this.vak.contains(plek)) return;
    if (this.toestand === "laden") this.uitgesteld = fout;
    if (this.toestand !== "klaar") return;
    const herstart = maak("button", { type: "button", onclick: () => this.#herstart() }, TEKST.herstart);
    const sluit = maak("button", { type: "button", onclick: () => this.#toonMelding() }, TEKST.sluit);
    if (!reden) return this.#toonMelding(TEKST.fout.callback, spoor || kort, herstart, sluit);
    // Een onderdeel dat pas bij gebruik komt, kwam niet; met het hulpmiddel zelf is niets mis.
    const knoppen = reden === "verouderd" ? [herlaadknop(), sluit] : [sluit];
    this.#toonMelding(TEKST.laat[reden] ?? this.#zin(reden), spoor || kort, ...knoppen);
  }

  /**
   * Toon een melding boven het hulpmiddel, of haal haar weg.
   *
   * @param {string} [zin]
   * @param {string} [technisch]
   * @param {...HTMLElement} knoppen
   */
  #toonMelding(zin, technisch, ...knoppen) {
    this.melding.hidden = !zin;
    this.melding.replaceChildren();
    if (!zin) return;
    for (const knop of knoppen) if (knop.matches("button")) knop.className = "lv-knop-klein";
    this.melding.append(
      maak("p", {}, zin),
      maak("p", { className: "lv-knoppen" }, ...knoppen),
      maak("details", {}, maak("summary", {}, TEKST.technisch), maak("pre", { tabIndex: 0 }, technisch ?? "")),
    );
  }

  #bytes({ binnen, totaal }) {
    this.#voortgang(OPHALEN * Math.min(1, binnen / totaal));
    const kwart = Math.floor((4 * binnen) / totaal);
    if (kwart === this.kwart || this.toestand !== "laden") return;
    this.kwart = kwart; // een schermlezer hoort het vier keer, niet bij elk pakketje
    this.status.textContent = TEKST.omvang(megabytes(binnen), megabytes(totaal));
  }

  #stap(naam) {
    if (NA_STAP[naam]) this.#voortgang(NA_STAP[naam]);
    if (!TEKST.stap[naam]) return;
    this.laatsteStap = TEKST.stap[naam];
    if (this.toestand === "laden") this.status.textContent = this.laatsteStap;
  }

  #voortgang(deel) {
    this.balk.value = Math.max(this.balk.value, deel);
  }

  #bezig(bezig) {
    if (this.toestand !== "klaar") return;
    this.levend.setAttribute("aria-busy", String(bezig));
    this.status.textContent = bezig ? TEKST.bezig : "";
    clearTimeout(this.traag);
    if (!bezig) return;
    this.traag = setTimeout(() => {
      const herstart = maak("button", { type: "button", onclick: () => this.#herstart() }, TEKST.herstart);
      this.#toonMelding(TEKST.traag, "", herstart);
    }, 20_000);
  }

  #verbinding() {
    const kan = navigator.onLine || this.vak.dataset.lvBewaard === "ja";
    this.vak.querySelector(".lv-zondernet").hidden = kan || this.toestand === "klaar";
  }

  /** @param {"rust" | "laden" | "klaar" | "mislukt"} toestand */
  #zet(toestand) {
    this.toestand = toestand;
    this.vak.dataset.lvToestand = toestand;
    this.balk.hidden = toestand !== "laden";
    if (toestand === "mislukt") this.balk.value = 0;
    this.knop.setAttribute("aria-disabled", String(toestand === "laden"));
    this.paneel.classList.toggle("lv-weg", toestand === "klaar");
    this.levend.hidden = toestand !== "klaar" && toestand !== "laden";
    this.stil.hidden = toestand === "klaar";
  }
}
