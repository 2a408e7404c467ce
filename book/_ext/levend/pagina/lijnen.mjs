/** De lijnen (comms) tussen de pagina en Python, volgens het protocol van Jupyter. */

export class Lijnen {
  /** Per comm wie ernaar luistert. Dat zijn er twee als html-manager een model overneemt. */
  #lijnen = new Map();
  #wachtend = new Map();
  #nummer = 0;
  #naarKern;

  /** @param {(bericht: object) => void} naarKern stuurt een comm-bericht naar de worker */
  constructor(naarKern) {
    this.#naarKern = naarKern;
  }

  /** Maak de kant van de pagina van een comm, in de vorm die html-manager kent. */
  maak(comm_id, target_name) {
    const verstuur = (type, data, buffers = [], terugroep) => {
      const nummer = ++this.#nummer;
      if (terugroep) this.#wachtend.set(nummer, terugroep);
      this.#naarKern({ type, inhoud: JSON.stringify({ comm_id, target_name, data }), bytes: buffers.map(alsBytes), nummer });
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
        this.#lijnen.delete(comm_id);
        return verstuur("comm_close", data ?? {});
      },
    };
    this.#lijnen.set(comm_id, [...(this.#lijnen.get(comm_id) ?? []), lijn]);
    return lijn;
  }

  /** Geef een bericht van Python aan wie op deze comm luistert. */
  async ontvang(bericht) {
    const { comm_id } = bericht.content;
    const lijnen = this.#lijnen.get(comm_id) ?? [];
    if (bericht.header.msg_type === "comm_msg") {
      await Promise.all(lijnen.map((lijn) => lijn.bijBericht?.(bericht)));
      return;
    }
    this.#lijnen.delete(comm_id);
    for (const lijn of lijnen) lijn.bijSluiten?.(bericht);
  }

  /** Python is klaar met een bericht: wie daarop wacht, mag het volgende sturen. */
  gedaan(nummer) {
    const terugroep = this.#wachtend.get(nummer);
    this.#wachtend.delete(nummer);
    terugroep?.iopub?.status?.({
      content: { execution_state: "idle" },
      parent_header: { msg_id: String(nummer) },
      header: { msg_type: "status" },
    });
  }

  wis() {
    this.#lijnen.clear();
    this.#wachtend.clear();
  }
}

const alsBytes = (buffer) =>
  ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength).slice()
    : new Uint8Array(buffer.slice(0));
