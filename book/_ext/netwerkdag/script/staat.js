// Wat de leider koos, en of dat klopt: voor de bladzijde en voor de dia's van de eigen dag.
(function () {
  "use strict";
  const SLEUTEL = "lv-netwerkdag", VERSIE = 1;
  /** Zo begint een sleutel van wat iemand bij dia's koos. */
  const DIAS = "lv-dia";

  globalThis.LvDagStaat = (dag) => {
    const tekst = (w, lengte) => typeof w === "string" && w.length <= lengte;
    const heel = (w, van, tot) => Number.isInteger(w) && w >= van && w <= tot;

    function known(deel) {
      if (!deel || !["welkom", "werkvorm", "vertellen", "keuze", "pauze", "lunch", "tafels", "afsluiting"].includes(deel.soort)) return false;
      const rij = (w, past) => Array.isArray(w) && w.every(past);
      return ["naam", "werkvorm", "hoe", "voor", "leider", "ruimte"].every((v) => tekst(deel[v], 300))
        && heel(deel.minuten, 0, 300)
        && ["wissel", "nabespreken"].every((v) => deel[v] === null || heel(deel[v], 0, 60))
        && (deel.soort !== "werkvorm" || (Object.hasOwn(dag.werkvormen, deel.werkvorm)
          && rij(deel.stappen, (s) => heel(s, 1, dag.werkvormen[deel.werkvorm].stappen.length))))
        && rij(deel.keuze, (a) => Object.hasOwn(dag.werkvormen, a)) && (deel.soort !== "keuze" || deel.keuze.length > 0)
        && rij(deel.doelen, (d) => heel(d, 1, 4)) && rij(deel.dias, (d) => d && tekst(d.titel, 300))
        && rij(deel.materiaal, (m) => m && Object.hasOwn(dag.materiaal, m.code) && heel(m.aantal, 1, 99) && heel(m.voor, 1, 99)
          && ["persoon", "groepje", "zes", "zaal", "leider", "helper"].includes(m.per));
    }

    function valid(staat) {
      const p = staat?.programma;
      return staat?.versie === VERSIE && heel(staat.mensen, 4, 200) && heel(staat.leiders, 1, 10)
        && Object.hasOwn(dag.sets, staat.set) && tekst(staat.waar, 120) && p && tekst(p.titel, 90) && tekst(p.vraag, 300)
        && tekst(p.voor_wie, 300) && tekst(p.uitloop, 300)
        && heel(p.begint, 0, 1439) && heel(p.inloop, 0, 120) && Array.isArray(p.mee) && p.mee.every((m) => tekst(m, 300))
        && Array.isArray(p.deel) && p.deel.length <= 60 && p.deel.every(known);
    }

    function start(code, mensen = 24) {
      const programma = structuredClone(dag.programmas[code] ?? Object.values(dag.programmas)[0]);
      const leiders = programma.deel.some((d) => d.soort === "keuze") ? 3 : 1;
      return { versie: VERSIE, mensen, leiders, set: Object.keys(dag.sets)[0], waar: "", programma };
    }

    function load() {
      try {
        const bewaard = JSON.parse(localStorage.getItem(SLEUTEL));
        return valid(bewaard) ? bewaard : null;
      } catch {
        return null; // Zonder opslag werkt alles, en begint u de volgende keer opnieuw.
      }
    }

    function save(staat) {
      try { localStorage.setItem(SLEUTEL, JSON.stringify(staat)); } catch { /* zie load */ }
    }

    /** Wis de dag, en wat iemand bij dia's koos: alles wat het werk van een trainer hier achterlaat. */
    function wipe() {
      try {
        for (const naam of Object.keys(localStorage)) {
          if (naam === SLEUTEL || naam.startsWith(DIAS)) localStorage.removeItem(naam);
        }
      } catch { /* zie load */ }
    }

    return { start, valid, load, save, wipe };
  };
})();
