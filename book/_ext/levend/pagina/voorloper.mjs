/**
 * Het model van een scherm zolang Python er nog niet is.
 *
 * Het scherm staat er al en de lezer kan typen. Wat het scherm naar Python stuurt, wacht hier op zijn
 * beurt. Komt Python, dan krijgt zij alles in volgorde en een keer; daarna geeft dit model alleen nog
 * door. Het scherm zelf blijft staan: de focus, de cursor en wat openklapte ook.
 */
export class Voorloper {
  /** Is Python er? */
  er = false;
  /** Staat zij voor de deur? Zij wacht dan alleen nog op het bestand. */
  klopt = false;
  /** Heeft zij gekregen wat er lag? Dan gaat al het andere rechtstreeks. */
  ingehaald = false;
  #boom;
  #begin;
  #model;
  #rij = [];
  #luisteraars = [];
  #raak;
  #geopend;
  /** Vervuld zodra het scherm gezegd heeft welk bestand open is: eerder kan Python niet overnemen. */
  #kan = new Promise((gelukt) => { this.#geopend = gelukt; });
  /** Vervuld zodra de lezer het hulpmiddel aanraakt. */
  aangeraakt = new Promise((gelukt) => { this.#raak = gelukt; });

  /**
   * @param {object} boom het scherm dat er staat
   * @param {object | null} eigen bij welk bewaard bestand dat hoort; `null` is een leeg scherm
   * @param {() => void} begin laat Python komen
   */
  constructor(boom, eigen, begin) {
    this.#boom = boom;
    this.eigen = eigen;
    this.#begin = begin;
    if (!JSON.stringify(boom).includes('"soort":"bewaren"')) this.#geopend();
  }

  /** De lezer raakt het hulpmiddel aan: nu mag Python komen. */
  raak() {
    this.#raak();
    if (!this.er) this.#begin();
  }

  get(naam) {
    return naam === "boom" ? this.#boom : undefined;
  }

  on(naam, doe) {
    this.#luisteraars.push({ naam, doe });
  }

  off(naam, doe) {
    this.#luisteraars = this.#luisteraars.filter((l) => l.naam !== naam || l.doe !== doe);
  }

  #meld(naam, ...wat) {
    for (const l of this.#luisteraars) if (l.naam === naam) l.doe(...wat);
  }

  /** Stuur iets naar Python, of laat het wachten; wat `voorop` moet, gaat voor al het andere. */
  send(inhoud, _terug, buffers = []) {
    if (this.ingehaald) this.#model.send(inhoud, undefined, buffers);
    else if (inhoud.voorop) {
      this.#rij.unshift([inhoud, buffers]);
      this.#geopend();
    } else this.#rij.push([inhoud, buffers]);
  }

  /**
   * Python is er: laat haar het bestand openen, en vraag hoe het scherm er dan volgens haar uitziet.
   *
   * @param {import("./grondvorm.mjs").Model} model
   */
  async neemOver(model) {
    this.klopt = true;
    await this.#kan;
    this.#model = model;
    this.er = true;
    model.on("msg:custom", this.#hoor, this);
    model.on("destroy", () => this.#meld("destroy"), this);
    this.#meld("overname");
    model.send({ soort: "hallo", versie: model.get("boom").versie });
    for (const [inhoud, buffers] of this.#rij.filter(([{ voorop }]) => voorop)) model.send(inhoud, undefined, buffers);
    model.send({ soort: "hallo", versie: -1 });
  }

  /**
   * Het scherm weet welk deel welk is: geef Python wat wachtte, in volgorde, en vraag het nog eens.
   *
   * @param {(inhoud: object) => object | null} schik geeft een gebeurtenis met het kenmerk van Python
   * @param {object[]} eerst wat daarvoor nog moet
   */
  haalIn(schik, eerst) {
    this.ingehaald = true;
    for (const inhoud of eerst) this.#model.send(inhoud);
    for (const [inhoud, buffers] of this.#rij.splice(0)) {
      const geschikt = inhoud.voorop ? null : schik(inhoud);
      if (geschikt) this.#model.send(geschikt, undefined, buffers);
    }
    this.#model.send({ soort: "hallo", versie: -1 });
  }

  /** Python kwam toch niet: alles wacht weer, in dezelfde volgorde. */
  laatLos() {
    this.#model?.off(null, null, this);
    this.#model = undefined;
    this.er = this.klopt = false;
    this.#meld("los");
  }

  #hoor(inhoud, buffers) {
    this.#meld("msg:custom", inhoud, buffers);
  }
}
