/** Het widgetbeheer van Jupyter (html-manager), met onze worker aan de andere kant van de lijn. */
import * as amd from "./amd.mjs";

/**
 * Laad html-manager en anywidget en maak een beheer.
 *
 * @param {object} lading adressen; zie lading.py
 * @param {(bericht: object) => void} naarKern stuurt een comm-bericht naar de worker
 */
export async function maakBeheer(lading, naarKern) {
  bereidMathJaxVoor();
  // Na elkaar: een script zonder eigen naam mag niet tegelijk met een ander laden.
  await amd.laad(lading.widgets, "html-manager");
  await amd.laad(lading.anywidget, "anywidget");
  const { HTMLManager } = amd.geef("@jupyter-widgets/html-manager");

  return new (class extends HTMLManager {
    constructor() {
      super({ loader: async (naam) => amd.geef(naam) });
      this.lijnen = new Map();
      this.wachtend = new Map();
      this.nummer = 0;
    }

    /** Maak de kant van de pagina van een comm. */
    maakLijn(comm_id, target_name) {
      const verstuur = (type, data, buffers = [], terugroep) => {
        const nummer = ++this.nummer;
        if (terugroep) this.wachtend.set(nummer, terugroep);
        naarKern({ type, inhoud: JSON.stringify({ comm_id, target_name, data }), bytes: buffers.map(alsBytes), nummer });
        return String(nummer);
      };
      const lijn = {
        comm_id,
        target_name,
        on_msg: (doe) => (lijn.bijBericht = doe),
        on_close: (doe) => (lijn.bijSluiten = doe),
        open: (data, terugroep, _meta, buffers) => verstuur("comm_open", data, buffers, terugroep),
        send: (data, terugroep, _meta, buffers) => verstuur("comm_msg", data, buffers, terugroep),
        close: (data) => {
          this.lijnen.delete(comm_id);
          return verstuur("comm_close", data ?? {});
        },
      };
      this.lijnen.set(comm_id, lijn);
      return lijn;
    }

    /** Aangeroepen door html-manager als de pagina een model maakt. */
    async _create_comm(doel, id, data, _meta, buffers) {
      const lijn = this.maakLijn(id, doel);
      lijn.open(data, undefined, undefined, buffers);
      return lijn;
    }

    /** Verwerk een comm-bericht van de kern. */
    async ontvang({ soort, inhoud, meta }, bytes) {
      const bericht = {
        content: inhoud,
        metadata: meta,
        buffers: bytes.map((stuk) => new DataView(stuk.buffer, stuk.byteOffset, stuk.byteLength)),
        header: { msg_type: soort },
        parent_header: {},
      };
      if (soort === "comm_open") {
        return this.handle_comm_open(this.maakLijn(inhoud.comm_id, inhoud.target_name), bericht);
      }
      const lijn = this.lijnen.get(inhoud.comm_id);
      if (soort === "comm_msg") return lijn?.bijBericht?.(bericht);
      this.lijnen.delete(inhoud.comm_id);
      return lijn?.bijSluiten?.(bericht);
    }

    /** De kern is klaar met een bericht: widgets die daarop wachten, mogen het volgende sturen. */
    gedaan(nummer) {
      const terugroep = this.wachtend.get(nummer);
      this.wachtend.delete(nummer);
      terugroep?.iopub?.status?.({
        content: { execution_state: "idle" },
        parent_header: { msg_id: String(nummer) },
        header: { msg_type: "status" },
      });
    }

    /** Zoek waar in de pagina een model te zien is, om een fout op de goede plek te melden. */
    async plekVan(modelId) {
      if (!modelId || !this.has_model(modelId)) return undefined;
      const { views } = await this.get_model(modelId);
      const eerste = await Object.values(views ?? {})[0];
      return eerste?.el;
    }

    /** Zet een widget in de pagina. */
    async toonWidget(modelId, plek) {
      const model = await this.get_model(modelId);
      await this.display_view(this.create_view(model), plek);
    }
  })();
}

const alsBytes = (buffer) =>
  ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength).slice()
    : new Uint8Array(buffer.slice(0));

/** html-manager kent alleen MathJax 2; staat er een nieuwere op de pagina, vertaal dan. */
function bereidMathJaxVoor() {
  const { MathJax } = window;
  if (MathJax?.typesetPromise && !MathJax.Hub) {
    MathJax.Hub = { Queue: ([, , plek]) => MathJax.typesetPromise([plek].flat()) };
  }
}
