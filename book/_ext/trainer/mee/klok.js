/**
 * De klok op de wand: hoe laat het is, en hoelang een opdracht nog duurt. Het aftellen rekent met de
 * klok van het apparaat, dus een slapend scherm brengt haar niet achter.
 */
(function () {
  "use strict";
  const MINUUT = 60_000;
  let stand = null; // { totaal, eind } loopt, { totaal, rest } staat stil

  const rest = () => (stand === null ? 0 : stand.eind ? stand.eind - Date.now() : stand.rest);
  const toon = (ms) => {
    const seconden = Math.ceil(Math.abs(ms) / 1000);
    const over = ms <= -1000 ? "+" : "";
    return `${over}${Math.floor(seconden / 60)}:${String(seconden % 60).padStart(2, "0")}`;
  };
  /** Minuten na middernacht van "13.35", of van nu. */
  const minuten = (tijd) => {
    const [uur, minuut] = tijd.split(".").map(Number);
    return uur * 60 + minuut;
  };

  window.Klok = {
    toon,
    uur: () => new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" }),
    start(aantal) {
      stand = { totaal: aantal * MINUUT, eind: Date.now() + aantal * MINUUT };
    },
    pauze() {
      if (stand === null) return;
      stand = stand.eind ? { totaal: stand.totaal, rest: rest() } : { totaal: stand.totaal, eind: Date.now() + stand.rest };
    },
    erbij(aantal) {
      if (stand === null) return;
      const soort = stand.eind ? "eind" : "rest";
      stand = { ...stand, totaal: stand.totaal + aantal * MINUUT, [soort]: stand[soort] + aantal * MINUUT };
    },
    stop() {
      stand = null;
    },
    /** Voor het andere venster: een gewoon stuk gegevens. */
    stand: () => (stand === null ? null : { rest: rest(), loopt: Boolean(stand.eind), totaal: stand.totaal }),
    /** Hoelang het op de klok nog duurt tot een tijd van vandaag. */
    tot(tijd) {
      const nu = new Date();
      return minuten(tijd) * MINUUT - (nu.getHours() * 3600 + nu.getMinutes() * 60 + nu.getSeconds()) * 1000;
    },
  };
})();
