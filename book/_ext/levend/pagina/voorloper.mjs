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
  /** Heeft Python al iets verwerkt? Dan kan een ander Python niet zomaar opnieuw beginnen. */
  bevestigd = false;
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
    if (this.er) this.#model.send(inhoud, undefined, buffers);
    if (this.er && this.bevestigd) return;
    if (inhoud.voorop) {
      this.#rij.unshift([inhoud, buffers]);
      this.#geopend();
    } else this.#rij.push([inhoud, buffers]);
  }

  /**
   * Python is er: geef haar alles wat wachtte, en vraag daarna hoe het scherm er volgens haar uitziet.
   *
   * @param {import("./grondvorm.mjs").Model} model
   */
  async neemOver(model) {
    await this.#kan;
    this.#model = model;
    this.er = true;
    model.on("msg:custom", this.#hoor, this);
    model.on("destroy", () => this.#meld("destroy"), this);
    this.#meld("overname");
    model.send({ soort: "hallo", versie: model.get("boom").versie });
    for (const [inhoud, buffers] of this.#rij) model.send(inhoud, undefined, buffers);
    model.send({ soort: "hallo", versie: -1 });
  }

  /** Python kwam toch niet: alles wacht weer, in dezelfde volgorde. */
  laatLos() {
    this.#model?.off(null, null, this);
    this.#model = undefined;
    this.er = false;
    this.#meld("los");
  }

  #hoor(inhoud, buffers) {
    if (inhoud.soort === "klaar" && !this.bevestigd) {
      this.bevestigd = true;
      this.#rij = [];
    }
    this.#meld("msg:custom", inhoud, buffers);
  }
}
