/**
 * Een model achter het scherm dat zonder Python antwoordt.
 *
 * Het spreekt dezelfde taal als Python (lv_tools/schermdelen/scherm.py en bewaren.py): het krijgt
 * gebeurtenissen, wijzigt het werk, laat het bewaren en geeft het scherm terug. Het tekenen, de opslag en
 * het herstellen doet dus hetzelfde script als altijd. Wat er gevraagd wordt, weet `vorm`.
 */
import { bestandsnaam, leesWerk, vandaag, werkbestand } from "./schrift.mjs";

/** Dit werk is er wel, maar alleen Python kan het openen. */
export class AlleenPython extends Error {}

export class Deelnemer {
  #luisteraars = [];
  #boom;
  #versie = 1;
  #bestand = "";
  #merk;
  #laatst = "";
  #melding = "";
  #open = new Map(); // wat de lezer open- of dichtklapte

  /**
   * @param {object} vorm wat er gevraagd wordt, zoals in zelfevaluatie.mjs
   * @param {(bestand: string) => void} elders alleen Python kan dit bestand openen
   * @param {(bestand: string) => void} alles de lezer wil met dit bestand het hele hulpmiddel
   */
  constructor(vorm, elders, alles) {
    this.vorm = vorm;
    this.elders = elders;
    this.alles = alles;
    vorm.begin({});
    this.#boom = { versie: this.#versie, wortel: this.#geklapt(vorm.boom()) };
  }

  get(naam) { return naam === "boom" ? this.#boom : undefined; }
  on(naam, doe) { this.#luisteraars.push({ naam, doe }); }
  off(naam, doe) { this.#luisteraars = this.#luisteraars.filter((l) => l.naam !== naam || l.doe !== doe); }

  #zeg(bericht, buffers) {
    for (const { naam, doe } of this.#luisteraars) if (naam === "msg:custom") doe(bericht, buffers);
  }

  #opdracht(deel, naam, gegevens, buffers) {
    this.#zeg({ soort: "opdracht", deel, naam, gegevens }, buffers);
  }

  /** Het scherm stuurt iets; het antwoord komt na wat nu loopt, net als dat van Python. */
  send(bericht, _terug, buffers = []) {
    queueMicrotask(() => {
      if (bericht.soort === "hallo") {
        if (bericht.versie !== this.#versie) this.#zeg({ soort: "boom", boom: this.#boom });
        return;
      }
      let storing = "";
      let gevolg = {};
      try {
        gevolg = this.#verwerk(bericht, buffers) ?? {};
      } catch (fout) {
        if (fout instanceof AlleenPython) { this.elders(this.#bestand); return; }
        console.error(fout);
        storing = `${fout.name}: ${fout.message}`;
      }
      this.teken();
      if (gevolg.alles) this.alles(this.#bestand);
      if (gevolg.focus) this.#opdracht(gevolg.focus, "focus", {});
      if (gevolg.meld) this.#zeg({ soort: "meld", tekst: gevolg.meld });
      if (gevolg.bied) this.#bied(bericht.deel, gevolg.bied);
      this.bewaar();
      this.#zeg({ soort: "klaar", nummer: bericht.nummer, storing });
    });
  }

  #verwerk({ deel, naam, gegevens }, buffers) {
    if (deel === "bewaren") return this.#bewaren(naam, gegevens, buffers);
    if (naam === "wijziging" && typeof gegevens.waarde === "boolean" && this.#uitklap(deel)) {
      this.#open.set(deel, gegevens.waarde);
      return undefined;
    }
    return this.vorm.gebeurtenis(deel, naam, gegevens);
  }

  #uitklap(deel) {
    const zoek = ({ id, soort, eigenschappen: { inhoud } }) => (id === deel ? soort === "uitklap" : (inhoud ?? []).some(zoek));
    return zoek(this.#boom.wortel);
  }

  #geklapt(deel) {
    const { id, soort, eigenschappen: e } = deel;
    const inhoud = e.inhoud && { inhoud: e.inhoud.map((kind) => this.#geklapt(kind)) };
    const open = soort === "uitklap" && this.#open.has(id) && { open: this.#open.get(id) };
    const melding = id === "bewaren" && { melding: this.#melding };
    return { ...deel, eigenschappen: { ...e, ...inhoud, ...open, ...melding } };
  }

  /** Laat zien hoe het nu is. */
  teken() {
    const wortel = this.#geklapt(this.vorm.boom());
    if (JSON.stringify(wortel) === JSON.stringify(this.#boom.wortel)) return;
    this.#versie += 1;
    this.#boom = { versie: this.#versie, wortel };
    this.#zeg({ soort: "wijzigingen", versie: this.#versie, lijst: [{ deel: wortel.id, eigenschappen: wortel.eigenschappen, behalve: {} }] });
  }

  /** Bewaar als er iets veranderd is sinds de vorige keer. */
  bewaar() {
    if (!this.#bestand) return;
    const nu = JSON.stringify(this.vorm.data);
    if (nu === this.#laatst) return;
    this.#laatst = nu;
    this.#opdracht("bewaren", "schrijf", { merk: this.#merk, tekst: this.#tekst() });
  }

  #tekst() {
    const { instrument, versie } = this.vorm.kennis;
    return werkbestand({ instrument, versie, naam: this.#bestand, staat: this.vorm.data });
  }

  #bewaren(naam, gegevens, buffers) {
    const { instrument, versie } = this.vorm.kennis;
    if (naam === "open") {
      this.#bestand = gegevens.bestand;
      this.#merk = gegevens.merk;
      this.#melding = "";
      const staat = gegevens.tekst ? leesWerk(gegevens.tekst, instrument, versie)?.staat : {};
      const naloop = { ...gegevens.naloop, ...gegevens.vroeg };
      if (!staat || !this.vorm.past(staat, naloop)) throw new AlleenPython();
      this.#open.clear();
      this.vorm.begin(staat);
      // Alleen openen schrijft niets; wat nog niet in het bestand stond, is wel een wijziging.
      this.#laatst = JSON.stringify(this.vorm.data);
      for (const [pad, waarde] of Object.entries(naloop)) this.vorm.zet(pad, waarde);
      return { meld: this.vorm.welkom() };
    }
    if (naam === "naam") {
      if (gegevens.kopie) this.vorm.wordEigen();
      [this.#bestand, this.#merk, this.#laatst] = [gegevens.bestand, gegevens.merk, ""];
    } else if (naam === "lees") {
      const gelezen = leesWerk(new TextDecoder().decode(buffers[0]), instrument, versie);
      if (!gelezen || !this.vorm.past(gelezen.staat, {})) {
        this.#melding = `‘${gegevens.bestand}’ is hier niet te openen. Kies eerst ‘${this.vorm.heelHulpmiddel()}’, en open het bestand daar.`;
        return undefined;
      }
      this.#melding = "";
      this.vorm.begin(gelezen.staat);
      this.#bestand = ""; // het scherm kiest een vrije naam, en meldt die met "naam"
      this.#opdracht("bewaren", "geopend", { bestand: gelezen.naam });
    } else if (naam === "download") {
      const heet = bestandsnaam(instrument, "", this.vorm.titel() || this.#bestand, vandaag(), "lv.json");
      this.#bied("bewaren", { naam: heet, inhoud: this.#tekst() });
    } else throw new Error(`${naam} kan hier niet`);
    return undefined;
  }

  #bied(deel, { naam, inhoud }) {
    this.#opdracht(deel, "bied-aan", { naam, type: "application/json" }, [new TextEncoder().encode(inhoud)]);
  }
}
