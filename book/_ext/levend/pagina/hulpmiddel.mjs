/**
 * Een hulpmiddel op de pagina: van stilbeeld naar levend, met alles wat onderweg mis kan gaan.
 *
 * Heeft het een eigen scherm, dan staat dat er meteen en komt Python bij de eerste aanraking. Anders
 * is er een knop.
 */
import { StartFout } from "./startfout.mjs";
import { TEKST, megabytes, zinBij } from "./teksten.mjs";
import { Voorloper } from "./voorloper.mjs";

/** Deel van de voortgangsbalk dat het ophalen inneemt; de rest is het starten van Python. */
const OPHALEN = 0.7;
/** Hierbij helpt opnieuw proberen niet of niet meteen: wijs ook de papieren versie aan. */
const OOK_PAPIER = ["geweigerd", "beleid", "werkerbeleid", "soort", "server", "kapot", "geheugen", "geblokkeerd"];
/** Hierbij helpt het om de pagina opnieuw te laden. */
const HERLADEN = ["verouderd", "kapot"];
/** Staat er als de lezer van een formulier naar het hele hulpmiddel gaat. */
const HEEL = "lv-tools:heel";
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

/** Vroeg de lezer zojuist om het hele hulpmiddel? */
function vroegAlles() {
  try {
    const ja = sessionStorage.getItem(HEEL);
    sessionStorage.removeItem(HEEL);
    return Boolean(ja);
  } catch {
    return false;
  }
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
    deel("stuk").hidden = true;
    const boom = deel("boom");
    this.boom = boom && JSON.parse(boom.textContent);

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
    this.gereed = this.#begin().catch((fout) => this.#toonKnop(fout));
  }

  async #begin() {
    if (!vroegAlles()) return this.#kanMeteen() ? this.#zetNeer() : this.#zetFormulier();
    this.#toonKnop();
    return this.start();
  }

  /** Een link met een scan erin opent iets anders dan het eerste scherm; een keuze in de link kan het scherm zelf. */
  #kanMeteen() {
    const metKeuze = () => JSON.stringify(this.boom).includes('"soort":"verzoek"');
    return Boolean(this.boom && this.kern.lading.scherm) && (!location.hash.includes("=") || metKeuze());
  }

  /** Wie een link kreeg, vult het formulier in zonder Python; wat daar niet kan, leest Python. */
  async #zetFormulier() {
    const { deelnemer, scherm } = this.kern.lading;
    if (!deelnemer || !scherm) return this.#toonKnop();
    const [{ formulier }, script] = await Promise.all([import(deelnemer.begin), import(scherm)]);
    const terug = () => {
      this.formulier?.stop();
      this.formulier = undefined;
      this.#zet("rust");
      this.#toonKnop();
    };
    const alles = () => {
      history.replaceState(null, "", location.pathname + location.search);
      try { sessionStorage.setItem(HEEL, "ja"); } catch { /* dan drukt de lezer zelf op de knop */ }
      location.reload(); // wat nog niet bewaard is, houdt dit tegen
    };
    const { model, zin, stop } = await formulier(deelnemer, script, terug, alles);
    if (location.hash.includes("=")) this.vak.scrollIntoView({ block: "start" }); // wie een link kreeg, komt voor de vragen, of voor wat eraan mankeert
    if (zin) this.#toonMelding(zin, undefined, maak("button", { type: "button", onclick: () => this.#toonMelding() }, TEKST.sluit));
    if (!model || this.toestand !== "rust") return this.#toonKnop();
    this.script = script;
    this.formulier = { stop };
    this.#zet("formulier");
    this.#teken(model, null); // hoe dit formulier eruitziet, past niet bij het hele hulpmiddel
  }

  #toonKnop(fout) {
    if (fout) console.warn("het eerste scherm is niet neergezet", fout);
    this.#ruimOp();
    this.vak.classList.remove("lv-wacht");
    this.vak.querySelector(".lv-start").hidden = false;
  }

  /** Zet het scherm neer: het laatste eigen scherm van de lezer, of dat van een leeg bestand. */
  async #zetNeer() {
    this.script ??= await import(this.kern.lading.scherm);
    const { boom, eigen } = await this.script.eersteScherm(this.boom, this.kern.lading.uitgave);
    if (!boom) return this.#toonKnop(); // er is werk, en alleen Python weet hoe dat eruitziet
    if (this.toestand !== "rust") return;
    this.voor = new Voorloper(boom, eigen, () => void this.start());
    this.#teken(this.voor);
    this.voor.on("destroy", () => this.stopScherm?.());
    this.#zet("staat");
    this.vak.append(this.paneel); // wat erboven staat verdwijnt straks niet: dan verspringt er niets
    const raak = ({ type, pointerType }) => (type !== "pointerdown" || pointerType === "mouse") && this.voor?.raak();
    for (const soort of ["pointerdown", "click", "focusin", "keydown", "input", "change"]) {
      this.levend.addEventListener(soort, raak, { capture: true, passive: true });
    }
  }

  #teken(model, uitgave = this.kern.lading.uitgave) {
    const stop = this.script.default.render({ model, el: this.levend, voor: this.voor, uitgave });
    this.stopScherm = () => {
      this.stopScherm = undefined;
      stop();
    };
  }

  #ruimOp() {
    this.stopScherm?.();
    this.voor = undefined;
    this.levend.replaceChildren();
  }

  /** Python maakte het scherm: neem over wat er al staat, of zet het neer. */
  async #toonScherm(model) {
    if (this.voor && !this.voor.er) return this.voor.neemOver(model);
    this.#ruimOp();
    this.script ??= await import(this.kern.lading.scherm);
    this.#teken(model);
    model.on("destroy", () => this.stopScherm?.());
  }

  /** Start het hulpmiddel, of probeer het opnieuw. */
  async start() {
    if (this.toestand === "laden" || this.toestand === "klaar") return;
    const { voor } = this;
    this.#zet("laden");
    this.#toonMelding();
    this.uitgesteld = undefined;
    voor?.raak();
    if (!voor) this.status.textContent = this.laatsteStap ?? TEKST.begin;
    try {
      await this.kern.voerUit(this.naam, this.code, this.levend, (model) => this.#toonScherm(model));
      this.#zet("klaar");
      this.kern.dispatchEvent(new Event("klaar"));
      if (voor && this.uitgesteld) this.#callbackFout(this.uitgesteld);
      if (voor) return; // de lezer is al bezig: de focus en de plek blijven van hem
      this.status.textContent = TEKST.klaar;
      if (this.uitgesteld) this.#callbackFout(this.uitgesteld);
      this.levend.focus({ preventScroll: true });
      this.vak.scrollIntoView({ block: "nearest" });
    } catch (fout) {
      this.#mislukt(fout);
    }
  }

  #mislukt(fout) {
    if (this.toestand === "mislukt") return;
    // Wat de lezer invulde, blijft staan zolang Python daar niets van heeft gekregen.
    if (this.voor && !this.voor.ingehaald) this.voor.laatLos();
    else this.#ruimOp();
    this.#zet("mislukt");
    this.status.textContent = "";
    this.laatsteStap = undefined;
    if (!fout.kernLeeft) this.kern.stop();
    const reden = fout instanceof StartFout ? fout.reden : "onbekend";
    const knop = HERLADEN.includes(reden)
      ? herlaadknop()
      : maak("button", { type: "button", onclick: () => this.#opnieuw() }, TEKST.opnieuw);
    const papier = OOK_PAPIER.includes(reden) && this.vak.querySelector(".lv-papier")?.cloneNode(true);
    const zin = this.voor ? `${this.#zin(reden)} ${TEKST.staatEr}` : this.#zin(reden);
    this.#toonMelding(zin, fout.message, knop, ...(papier ? [papier] : []));
    this.herkansbaar = reden === "netwerk";
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
    this.#ruimOp();
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
      ...(technisch === undefined ? [] : [maak("details", {}, maak("summary", {}, TEKST.technisch), maak("pre", { tabIndex: 0 }, technisch))]),
    );
  }

  #bytes({ binnen, totaal }) {
    this.#voortgang(OPHALEN * Math.min(1, binnen / totaal));
    const kwart = Math.floor((4 * binnen) / totaal);
    if (kwart === this.kwart || this.toestand !== "laden") return;
    if (this.voor) return; // wie typt, hoort dit niet
    this.kwart = kwart; // een schermlezer hoort het vier keer, niet bij elk pakketje
    this.status.textContent = TEKST.omvang(megabytes(binnen), megabytes(totaal));
  }

  #stap(naam) {
    if (NA_STAP[naam]) this.#voortgang(NA_STAP[naam]);
    if (!TEKST.stap[naam]) return;
    this.laatsteStap = TEKST.stap[naam];
    if (this.toestand === "laden" && !this.voor) this.status.textContent = this.laatsteStap;
  }

  #voortgang(deel) {
    this.balk.value = Math.max(this.balk.value, deel);
  }

  #bezig(bezig) {
    if (this.toestand !== "klaar") return;
    this.levend.setAttribute("aria-busy", String(bezig));
    if (!this.voor) this.status.textContent = bezig ? TEKST.bezig : ""; // het scherm zegt het zelf ook
    clearTimeout(this.traag);
    if (!bezig) {
      if (this.melding.firstChild?.textContent === TEKST.traag) this.#toonMelding();
      return;
    }
    this.traag = setTimeout(() => {
      const herstart = maak("button", { type: "button", onclick: () => this.#herstart() }, TEKST.herstart);
      this.#toonMelding(TEKST.traag, "", herstart);
    }, 20_000);
  }

  #verbinding() {
    const kan = navigator.onLine || this.vak.dataset.lvBewaard === "ja";
    this.vak.querySelector(".lv-zondernet").hidden = kan || Boolean(this.voor || this.formulier) || this.toestand === "klaar";
    if (kan && this.voor && this.herkansbaar && this.toestand === "mislukt") void this.start();
  }

  /** @param {"rust" | "staat" | "formulier" | "laden" | "klaar" | "mislukt"} toestand */
  #zet(toestand) {
    this.toestand = toestand;
    this.vak.dataset.lvToestand = toestand;
    this.balk.hidden = toestand !== "laden";
    if (toestand === "mislukt") this.balk.value = 0;
    this.knop.setAttribute("aria-disabled", String(toestand === "laden"));
    const staat = Boolean(this.voor || this.formulier);
    this.vak.classList.remove("lv-wacht");
    this.vak.classList.toggle("lv-meteen", staat);
    this.paneel.classList.toggle("lv-weg", Boolean(this.formulier) || (toestand === "klaar" && !staat));
    this.levend.hidden = !staat && toestand !== "klaar" && toestand !== "laden";
    this.stil.hidden = staat || toestand === "klaar";
  }
}
