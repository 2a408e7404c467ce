/**
 * Het model en de weergave waarop anywidget voortbouwt: precies wat het daarvan gebruikt. De
 * grondvorm van Jupyter zelf zit in html-manager, en die is honderd keer zo groot.
 */

/** Wat Python en de pagina delen. */
export class Model {
  #staat;
  #lijn;
  #luisteraars = [];
  #teSturen = new Set();
  #onderweg = false;
  weergaven = new Set();

  /**
   * @param {object} lijn een comm; zie lijnen.mjs
   * @param {object} staat
   * @param {object} beheer
   */
  constructor(lijn, staat, beheer) {
    this.#lijn = lijn;
    this.#staat = staat;
    this.model_id = lijn.comm_id;
    this.widget_manager = beheer;
    lijn.on_msg((bericht) => this._handle_comm_msg(bericht));
    lijn.on_close(() => this.sluit());
  }

  /** Voor anywidget: het begint hier met laden. */
  initialize() {}

  get(naam) {
    return this.#staat[naam];
  }

  /** Wijzig een of meer waarden; `save_changes` stuurt ze naar Python. */
  set(wat, waarde) {
    const nieuw = typeof wat === "string" ? { [wat]: waarde } : wat;
    for (const naam of this.#neemOver(nieuw)) this.#teSturen.add(naam);
    return this;
  }

  #neemOver(nieuw) {
    const anders = Object.keys(nieuw).filter((naam) => !gelijk(this.#staat[naam], nieuw[naam]));
    Object.assign(this.#staat, nieuw);
    for (const naam of anders) this.trigger(`change:${naam}`, this, nieuw[naam]);
    if (anders.length) this.trigger("change", this);
    return anders;
  }

  /** Stuur wat gewijzigd is. Is Python nog bezig met het vorige, dan gaat alles daarna in een keer. */
  save_changes() {
    if (this.#onderweg || !this.#teSturen.size) return;
    const keuze = Object.fromEntries([...this.#teSturen].map((naam) => [naam, this.#staat[naam]]));
    this.#teSturen.clear();
    const gevonden = [];
    const state = zonderBytes(this.serialize(keuze), [], gevonden);
    this.#onderweg = true;
    const klaar = () => {
      this.#onderweg = false;
      this.save_changes();
    };
    this.#lijn.send(
      { method: "update", state, buffer_paths: gevonden.map(({ pad }) => pad) },
      { iopub: { status: klaar } },
      {},
      gevonden.map(({ bytes }) => bytes),
    );
  }

  /** anywidget vult dit aan. */
  serialize(staat) {
    return staat;
  }

  send(content, terugroep, buffers) {
    this.#lijn.send({ method: "custom", content }, terugroep, {}, buffers);
  }

  /** Verwerk een bericht van Python; anywidget wacht hier eerst tot het geladen is. */
  async _handle_comm_msg({ content: { data }, buffers }) {
    if (data.method === "update") this.#neemOver(metBytes(data.state, data.buffer_paths, buffers));
    if (data.method === "custom") this.trigger("msg:custom", data.content, buffers);
  }

  on(namen, doe, van) {
    for (const naam of namen.split(/\s+/)) this.#luisteraars.push({ naam, doe, van });
    return this;
  }

  once(naam, doe, van) {
    const eenmaal = (...wat) => {
      this.off(naam, eenmaal);
      doe.apply(van ?? this, wat);
    };
    return this.on(naam, eenmaal, van);
  }

  /** Wat niet is opgegeven, doet er niet toe: `off(null, null, van)` haalt alles van een luisteraar weg. */
  off(namen, doe, van) {
    const weg = namen?.split(/\s+/);
    this.#luisteraars = this.#luisteraars.filter(
      (l) => (weg && !weg.includes(l.naam)) || (doe && doe !== l.doe) || (van && van !== l.van),
    );
    return this;
  }

  trigger(naam, ...wat) {
    for (const l of this.#luisteraars) if (l.naam === naam) l.doe.apply(l.van ?? this, wat);
    return this;
  }

  /** De staat van nu; een ander beheer kan het model daarmee overnemen. */
  kopie() {
    return { ...this.#staat };
  }

  sluit() {
    this.trigger("destroy", this);
    for (const weergave of this.weergaven) weergave.remove();
  }
}

/** Een plek in de pagina waar een model te zien is. */
export class Weergave {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    this.el = document.createElement("div");
    this.$el = { empty: () => this.el.replaceChildren() }; // zo maakt anywidget de plek leeg
    this.el.classList.add(...(model.get("_dom_classes") ?? []));
    this.opmaak = model.widget_manager.zoek(model.get("layout"));
    this.opmaak?.on("change", () => this.#maakOp(), this);
    this.#maakOp();
    model.weergaven.add(this);
  }

  #maakOp() {
    for (const [naam, waarde] of Object.entries(this.opmaak?.kopie() ?? {})) {
      if (!naam.startsWith("_")) this.el.style.setProperty(naam.replaceAll("_", "-"), waarde ?? "");
    }
  }

  /** Wacht tot er iets te zien is: anywidget tekent pas als het script van de widget geladen is. */
  getekend(seconden = 20) {
    return new Promise((gelukt, mislukt) => {
      const kijk = () => {
        if (!this.el.childNodes.length) return;
        clearTimeout(wekker);
        wacht.disconnect();
        gelukt();
      };
      const wacht = new MutationObserver(kijk);
      const wekker = setTimeout(() => {
        wacht.disconnect();
        mislukt(new Error("De widget heeft niets getekend; zie de console."));
      }, 1000 * seconden);
      wacht.observe(this.el, { childList: true });
      kijk();
    });
  }

  remove() {
    this.opmaak?.off(null, null, this);
    this.model.weergaven.delete(this);
    this.el.remove();
  }
}

const isVerzameling = (w) => Array.isArray(w) || (w && Object.getPrototypeOf(w) === Object.prototype);
const isBytes = (w) => w instanceof ArrayBuffer || ArrayBuffer.isView(w);

function gelijk(a, b) {
  if (Object.is(a, b)) return true;
  if (!isVerzameling(a) || !isVerzameling(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const namen = Object.keys(a);
  return namen.length === Object.keys(b).length && namen.every((n) => n in b && gelijk(a[n], b[n]));
}

/** Bytes reizen naast de JSON: geef een kopie zonder, en verzamel ze met hun plek. */
function zonderBytes(waarde, pad, gevonden) {
  if (isBytes(waarde)) {
    gevonden.push({ pad, bytes: waarde });
    return null;
  }
  if (Array.isArray(waarde)) return waarde.map((w, n) => zonderBytes(w, [...pad, n], gevonden));
  if (!isVerzameling(waarde)) return waarde;
  const delen = Object.entries(waarde).map(([n, w]) => [n, zonderBytes(w, [...pad, n], gevonden)]);
  return Object.fromEntries(delen);
}

/** Zet bytes die naast de JSON kwamen terug op hun plek. */
export function metBytes(staat, paden = [], buffers = []) {
  paden.forEach((pad, nummer) => {
    const vak = pad.slice(0, -1).reduce((w, naam) => w[naam], staat);
    vak[pad.at(-1)] = buffers[nummer];
  });
  return staat;
}
