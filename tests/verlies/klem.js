// Laat een handeling van de opslag mislukken: de zoveelste nadat lvKlem.aan waar werd, één keer.
// Alleen op een adres met ?klem=BIJ,BEURT,AAN; elders verandert er niets.
// lvKlem.logboek noemt elke handeling sindsdien; lvKlem.geraakt zegt welke mislukte, en hoe.
(() => {
  const keuze = new URLSearchParams(location.search).get("klem")?.split(",").map(Number);
  if (!keuze) return;
  const klem = { bij: keuze[0], beurt: keuze[1], aan: Boolean(keuze[2]), logboek: [], geraakt: "" };
  globalThis.lvKlem = klem;
  // Zo kan elke soort handeling mislukken; de beurt kiest er een uit.
  const WIJZEN = {
    open: ["gooit", "fout", "hangt"],
    zaak: ["gooit", "dicht"],
    lezen: ["gooit", "breekt", "hangt"],
    schrijven: ["gooit", "breekt", "hangt", "vol"], // vol blijft vol
    wissen: ["gooit", "breekt", "hangt"],
    slot: ["gooit", "hangt"],
    nood: ["gooit"],
  };
  const stap = (soort) => {
    if (!klem.aan) return "";
    if (klem.vol && soort === "schrijven") return "gooit";
    klem.logboek.push(soort);
    if (klem.logboek.length !== klem.bij) return "";
    const wijze = WIJZEN[soort][klem.beurt % WIJZEN[soort].length];
    klem.geraakt = `${soort} ${wijze}`;
    if (wijze === "vol") { klem.vol = true; return "gooit"; }
    return wijze;
  };
  const vol = () => new DOMException("vol", "QuotaExceededError");
  const stuk = () => new DOMException("stuk", "UnknownError");

  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...a) {
    const wijze = a[0] === "lv-tools" ? stap("open") : "";
    if (wijze === "gooit") throw new DOMException("nee", "SecurityError");
    if (!wijze) return open.apply(this, a);
    const vraag = new EventTarget();
    if (wijze === "fout") {
      vraag.error = stuk();
      setTimeout(() => {
        const bericht = new Event("error", { cancelable: true });
        vraag.dispatchEvent(bericht);
        vraag.onerror?.(bericht);
      });
    }
    return vraag;
  };

  const stille = new WeakSet();
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...a) {
    const wijze = stap("zaak");
    if (wijze === "gooit") throw new DOMException("nee", "InvalidStateError");
    if (wijze === "dicht") {
      this.close(); // zoals de browser doet als hij de opslag opruimt
      setTimeout(() => this.dispatchEvent(new Event("close")));
    }
    const zaak = transaction.apply(this, a);
    for (const soort of ["complete", "abort", "error"]) {
      zaak.addEventListener(soort, (bericht) => {
        if (stille.has(zaak)) bericht.stopImmediatePropagation();
      });
    }
    return zaak;
  };

  const wikkel = (bron, naam, soort) => {
    const echt = bron[naam];
    if (!echt) return;
    bron[naam] = function (...a) {
      const wijze = stap(soort);
      const zaak = this.transaction ?? this.objectStore?.transaction ?? this.source?.transaction;
      const fout = soort === "schrijven" ? vol() : stuk();
      if (wijze === "gooit") throw fout;
      if (wijze === "hangt") { stille.add(zaak); return new EventTarget(); }
      const vraag = echt.apply(this, a);
      if (wijze === "breekt") {
        Object.defineProperty(zaak, "error", { value: fout });
        queueMicrotask(() => zaak.abort());
      }
      return vraag;
    };
  };
  for (const naam of ["get", "getAll", "getAllKeys", "getKey", "count", "openCursor", "openKeyCursor"]) {
    wikkel(IDBObjectStore.prototype, naam, "lezen");
    wikkel(IDBIndex.prototype, naam, "lezen");
  }
  for (const naam of ["put", "add"]) wikkel(IDBObjectStore.prototype, naam, "schrijven");
  for (const naam of ["delete", "clear"]) wikkel(IDBObjectStore.prototype, naam, "wissen");
  wikkel(IDBCursor.prototype, "update", "schrijven");
  wikkel(IDBCursor.prototype, "delete", "wissen");

  const request = LockManager.prototype.request;
  LockManager.prototype.request = function (...a) {
    const wijze = stap("slot");
    if (wijze === "gooit") return Promise.reject(new DOMException("nee", "SecurityError"));
    if (wijze === "hangt") return new Promise(() => {});
    return request.apply(this, a);
  };
  for (const naam of ["setItem", "getItem", "removeItem"]) {
    const echt = Storage.prototype[naam];
    Storage.prototype[naam] = function (...a) {
      if (String(a[0]).startsWith("lv-tools:") && stap("nood")) throw vol();
      return echt.apply(this, a);
    };
  }
})();
