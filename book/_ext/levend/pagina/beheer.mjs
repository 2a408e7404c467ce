/**
 * Het widgetbeheer: houdt de modellen bij en tekent ze, met onze worker aan de andere kant van de lijn.
 *
 * Een anywidget heeft alleen anywidget zelf nodig (9 kB). Komt er een andere widget, dan neemt
 * html-manager van Jupyter (600 kB) het over; wat al in beeld staat, blijft staan.
 */
import { Model, Weergave, metBytes } from "./grondvorm.mjs";
import { Lijnen } from "./lijnen.mjs";
import { haal } from "./startfout.mjs";

const KENMERK = "IPY_MODEL_";

export class Beheer {
  /**
   * @param {object} lading adressen; zie lading.py
   * @param {(bericht: object) => void} naarKern stuurt een comm-bericht naar de worker
   */
  constructor(lading, naarKern) {
    this.lading = lading;
    this.lijnen = new Lijnen(naarKern);
    /** @type {Map<string, Model>} */
    this.modellen = new Map();
  }

  /** Laad anywidget, als dat nog niet gebeurd is. */
  async begin() {
    this.anywidget ??= (await haal(this.lading.anywidget)).default;
    this.soorten ??= this.anywidget({ DOMWidgetModel: Model, DOMWidgetView: Weergave });
  }

  /** Verwerk een comm-bericht van Python. */
  async ontvang({ soort, inhoud, meta }, bytes) {
    const bericht = {
      content: inhoud,
      metadata: meta,
      buffers: bytes.map((stuk) => new DataView(stuk.buffer, stuk.byteOffset, stuk.byteLength)),
      header: { msg_type: soort },
      parent_header: {},
    };
    if (soort === "comm_open") return this.#open(bericht);
    await this.lijnen.ontvang(bericht);
    if (soort === "comm_close") this.modellen.delete(inhoud.comm_id);
  }

  async #open(bericht) {
    const { comm_id, target_name, data } = bericht.content;
    if (this.lading.scherm && data.state.boom?.wortel) return this.#openScherm(bericht);
    if (data.state._model_module === "anywidget") await this.begin();
    if (!this.htmlmanager && !kanHier(data.state)) await this.#schakelOver();
    const lijn = this.lijnen.maak(comm_id, target_name);
    if (this.htmlmanager) return this.htmlmanager.handle_comm_open(lijn, bericht);
    const staat = metBytes(data.state, data.buffer_paths, bericht.buffers);
    const Soort = staat._model_module === "anywidget" ? this.soorten.AnyModel : Model;
    const model = new Soort(lijn, staat, this);
    this.modellen.set(comm_id, model);
    model.initialize();
  }

  /** Een eigen scherm heeft anywidget niet nodig: de pagina heeft het script ervan al. */
  #openScherm({ content: { comm_id, target_name, data } }) {
    const model = new Model(this.lijnen.maak(comm_id, target_name), data.state, this);
    model.isScherm = true;
    this.modellen.set(comm_id, model);
  }

  /** Geef het model als het een eigen scherm is. */
  scherm(modelId) {
    const model = this.modellen.get(modelId);
    return model?.isScherm ? model : undefined;
  }

  /** Laat html-manager alles overnemen. Wat hier al te zien is, luistert daarnaast zelf door. */
  async #schakelOver() {
    const { maakHtmlManager } = await haal(new URL("htmlmanager.mjs", import.meta.url));
    await this.begin();
    const htmlmanager = await maakHtmlManager(this.lading, this.lijnen, this.anywidget);
    for (const [comm_id, model] of this.modellen) {
      if (model.isScherm) continue;
      await htmlmanager.handle_comm_open(this.lijnen.maak(comm_id, "jupyter.widget"), {
        content: { comm_id, data: { state: model.kopie(), buffer_paths: [] } },
        metadata: { version: "2.1.0" },
        buffers: [],
      });
      if (!model.weergaven.size) this.modellen.delete(comm_id);
    }
    this.htmlmanager = htmlmanager;
  }

  /** Python is klaar met een bericht. */
  gedaan(nummer) {
    this.lijnen.gedaan(nummer);
  }

  /** Zoek waar in de pagina een model te zien is, om een fout op de goede plek te melden. */
  async plekVan(modelId) {
    const [weergave] = this.modellen.get(modelId)?.weergaven ?? [];
    return weergave?.el ?? this.htmlmanager?.plekVan(modelId);
  }

  /**
   * Zet een widget in de pagina.
   *
   * @returns {Promise<{getekend?: Promise<void>}>} `getekend`: vervuld zodra er iets te zien is
   */
  async toonWidget(modelId, plek) {
    if (this.htmlmanager) {
      await this.htmlmanager.toonWidget(modelId, plek);
      return {};
    }
    const weergave = await this.create_view(await this.get_model(modelId));
    plek.append(weergave.el);
    return { getekend: weergave.getekend() };
  }

  /** Voor een anywidget die een ander model wil gebruiken. */
  async get_model(modelId) {
    const model = this.modellen.get(modelId);
    if (!model) throw new Error(`Onbekend model: ${modelId}`);
    return model;
  }

  /** Voor een anywidget die een ander model wil tekenen. */
  async create_view(model) {
    const weergave = new this.soorten.AnyView(model);
    await weergave.render();
    return weergave;
  }

  /** Zoek het model bij een verwijzing in de staat van een ander model. */
  zoek(verwijzing) {
    return this.modellen.get(String(verwijzing).replace(KENMERK, ""));
  }

  /** Vergeet alle modellen. */
  wis() {
    this.lijnen.wis();
    for (const model of this.modellen.values()) model.sluit();
    this.modellen.clear();
    this.htmlmanager?.clear_state();
    this.htmlmanager = undefined;
  }
}

/** Een anywidget en zijn opmaak; al het andere is voor html-manager. */
const kanHier = (staat) => staat._model_module === "anywidget" || staat._model_name === "LayoutModel";
