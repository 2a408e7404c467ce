// De regels van een netwerkdag: dezelfde als in rekenen.py. Een toets vergelijkt wat eruit komt.
(function () {
  "use strict";
  const LANGSTE = 135, HELPERS = 4;
  const DOELEN = {
    1: "praten over sturen op kwaliteit en de vier kenmerken",
    2: "horen wat Caleido is",
    3: "kennismaken met de ingrediënten",
    4: "zien hoe alles één geheel wordt, en wat de kwaliteitsmedewerker daarin doet",
  };
  const STIL = ["pauze", "lunch"];
  const omhoog = (teller, noemer) => Math.ceil(teller / noemer);
  const clock = (m) => `${Math.floor(m / 60) % 24}.${String(m % 60).padStart(2, "0")}`;
  const steps = (deel, vorm) => deel.stappen.length
    ? [deel.stappen[0], deel.stappen[deel.stappen.length - 1]] : [1, vorm.stappen.length];

  function lengths(deel, dag) {
    let minuten = deel.minuten, wissel = 0, nabespreken = 0;
    if (deel.soort === "werkvorm") {
      const vorm = dag.werkvormen[deel.werkvorm];
      const [eerste, laatste] = steps(deel, vorm);
      minuten = vorm.stappen.slice(eerste - 1, laatste).reduce((som, m) => som + m, 0);
      wissel = eerste === 1 ? vorm.wissel : 0;
      nabespreken = laatste === vorm.stappen.length ? vorm.nabespreken : 0;
    }
    return [deel.wissel ?? wissel, minuten, deel.nabespreken ?? nabespreken];
  }

  function timetable(programma, dag) {
    let nu = programma.begint;
    return programma.deel.map((deel) => {
      const [wissel, minuten, nabespreken] = lengths(deel, dag);
      const begin = nu;
      nu += wissel + minuten + nabespreken;
      return { deel, begin, wissel, minuten, nabespreken, einde: nu };
    });
  }

  function rounds(deel, dag, mensen, leiders) {
    for (let aantal = Math.min(deel.keuze.length, Math.max(leiders, 1)); aantal > 1; aantal--) {
      const gekozen = deel.keuze.slice(0, aantal);
      const kleinste = Math.max(...gekozen.map((a) => dag.werkvormen[a].van));
      const grootste = Math.min(...gekozen.map((a) => dag.werkvormen[a].tot));
      if (Math.floor(mensen / aantal) >= kleinste && omhoog(mensen, aantal) <= grootste) return gekozen;
    }
    const past = deel.keuze.filter((a) => dag.werkvormen[a].van <= mensen && mensen <= dag.werkvormen[a].tot);
    return (past.length ? past : deel.keuze).slice(0, 1);
  }

  function played(programma, dag, mensen, leiders) {
    return programma.deel.flatMap((deel) => {
      if (deel.soort === "werkvorm") return [[dag.werkvormen[deel.werkvorm], mensen, deel]];
      if (deel.soort !== "keuze") return [];
      const gekozen = rounds(deel, dag, mensen, leiders);
      return gekozen.map((a) => [dag.werkvormen[a], omhoog(mensen, gekozen.length), deel]);
    });
  }

  const groups = (mensen, vorm) => omhoog(mensen, vorm.groepje);

  function count(nodig, mensen, groepjes, leiders) {
    const keer = {
      persoon: mensen, groepje: omhoog(groepjes, nodig.voor), zes: omhoog(mensen, 6),
      zaal: 1, leider: 1, helper: leiders + HELPERS,
    }[nodig.per];
    return keer * nodig.aantal;
  }

  function packing(programma, dag, mensen, leiders) {
    const telling = {};
    function need(nodig, groep, groepjes) {
      for (const stuk of nodig) {
        const nieuw = count(stuk, groep, groepjes, leiders), oud = telling[stuk.code] ?? 0;
        telling[stuk.code] = dag.materiaal[stuk.code].herbruik ? Math.max(oud, nieuw) : oud + nieuw;
      }
    }
    const een = (code, per, aantal = 1) => [{ code, per, aantal, voor: 1 }];
    need(dag.altijd, mensen, 0);
    for (const deel of programma.deel) need(deel.materiaal, mensen, 0);
    const gezien = new Set();
    for (const [vorm, groep, deel] of played(programma, dag, mensen, leiders)) {
      if (deel.stappen.length && deel.stappen[0] !== 1) continue;
      need(vorm.materiaal, groep, groups(groep, vorm));
      need(een("tafelkaart", "groepje"), groep, omhoog(groep, 6));
      if (!gezien.has(vorm.anker)) need(een("werkvormkaart", "leider"), groep, 0);
      gezien.add(vorm.anker);
    }
    const kamers = Math.max(0, ...programma.deel.filter((d) => d.keuze.length)
      .map((d) => rounds(d, dag, mensen, leiders).length));
    if (kamers > 1) need([...een("ruimtes", "zaal", kamers), ...een("ruimtebord", "zaal", kamers)], mensen, 0);
    return Object.keys(dag.materiaal).filter((code) => telling[code]).map((code) => {
      const stuk = dag.materiaal[code];
      const aantal = stuk.reserve ? omhoog(telling[code] * 11, 10) : telling[code];
      return { code, aantal, vellen: stuk.soort === "blad" ? omhoog(aantal * stuk.vellen, stuk.per_vel) : 0 };
    });
  }

  function check(programma, dag, mensen, leiders) {
    const fouten = [], gezien = new Set(), gedaan = {};
    for (const [vorm, groep] of played(programma, dag, mensen, leiders)) {
      if ((vorm.van <= groep && groep <= vorm.tot) || gezien.has(vorm.anker)) continue;
      gezien.add(vorm.anker);
      fouten.push(`‘${vorm.naam}’ past bij ${vorm.van} tot ${vorm.tot} mensen, en u hebt er ${groep}. Kies een andere werkvorm.`);
    }
    for (const deel of programma.deel) {
      if (deel.soort !== "werkvorm") continue;
      const [eerste, laatste] = steps(deel, dag.werkvormen[deel.werkvorm]);
      gedaan[deel.werkvorm] ??= [];
      for (let stap = eerste; stap <= laatste; stap++) gedaan[deel.werkvorm].push(stap);
    }
    for (const [anker, stappen] of Object.entries(gedaan)) {
      const vorm = dag.werkvormen[anker];
      if (stappen.join() !== vorm.stappen.map((_, plek) => plek + 1).join()) {
        fouten.push(`‘${vorm.naam}’ staat er niet precies één keer in. Haal haar eruit, en voeg haar opnieuw toe.`);
      }
    }
    let begin = programma.begint;
    for (const moment of timetable(programma, dag)) {
      const stil = STIL.includes(moment.deel.soort);
      if (stil) begin = moment.einde;
      else if (moment.einde - begin > LANGSTE) {
        fouten.push(`Om ${clock(moment.einde)} zit de zaal al ${moment.einde - begin} minuten zonder pauze. Zet er een pauze in.`);
        begin = moment.einde;
      }
    }
    return fouten;
  }

  function missing(programma, dag, mensen, leiders) {
    const gediend = new Set(programma.deel.flatMap((deel) => deel.doelen));
    for (const [vorm, , deel] of played(programma, dag, mensen, leiders)) {
      if (deel.soort === "werkvorm") vorm.doelen.forEach((doel) => gediend.add(doel));
    }
    return Object.keys(DOELEN).filter((nummer) => !gediend.has(Number(nummer))).map((nummer) => DOELEN[nummer]);
  }

  globalThis.LvDag = { clock, steps, lengths, timetable, rounds, played, groups, packing, check, missing, omhoog };
})();
