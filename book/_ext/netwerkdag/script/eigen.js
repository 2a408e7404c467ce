// De dia's van de eigen dag: uit alle dia's die een programma kan gebruiken, die van deze dag, in volgorde en met tijden.
// Dit draait voordat iets anders naar de dia's kijkt. Zonder script staan alle dia's onder elkaar.
(function () {
  "use strict";
  const R = globalThis.LvDag;
  const dag = JSON.parse(document.getElementById("gegevens").textContent);
  const { start, valid, load, save } = globalThis.LvDagStaat(dag);
  /** Meer tijden passen niet op een dia die achterin te lezen is; zie tabellen.py. */
  const OP_DIA = 7;
  const ZINNEN = { afsluiting: "Vul het evaluatieblad in." };

  /** Een browser die bestanden uit elkaar houdt, krijgt de dag in het adres mee; achter # gaat niets naar een server. */
  function fromAddress() {
    const [, staat] = /^#dag=(.+)$/.exec(location.hash) ?? [];
    if (!staat) return null;
    location.hash = "";
    try {
      const gelezen = JSON.parse(decodeURIComponent(staat));
      if (!valid(gelezen)) return null;
      save(gelezen);
      return gelezen;
    } catch {
      return null;
    }
  }

  const staat = fromAddress() ?? load() ?? start("middag");
  const p = staat.programma, houder = document.querySelector(".slides");
  const alle = [...houder.children];
  const model = (titel) => alle.find((dia) => dia.dataset.naam === titel);
  const gebruikt = new Map();
  const naam = (deel) => deel.soort === "werkvorm" ? dag.werkvormen[deel.werkvorm].naam : deel.naam;
  const hoofd = (zin) => (zin.slice(0, 1).toUpperCase() + zin.slice(1)).replace(/^Éé/, "Eé");

  function el(soort, klas, ...inhoud) {
    const knoop = document.createElement(soort);
    if (klas) knoop.className = klas;
    knoop.append(...inhoud);
    return knoop;
  }
  const lijst = (regels) => el("ul", "", ...regels.map((regel) => el("li", "", regel)));
  const aftellen = (klas, tot) => {
    const vak = el("p", klas);
    vak.dataset.tot = tot;
    return vak;
  };
  const knop = (minuten) => {
    const uit = el("button", "tr-min", `${minuten} min`);
    uit.type = "button";
    uit.dataset.min = minuten;
    return uit;
  };

  /** Een eigen exemplaar van een dia, met een sleutel die bij dezelfde dia dezelfde blijft. */
  function take(dia, tijd) {
    const uit = dia.cloneNode(true), keer = (gebruikt.get(dia) ?? 0) + 1;
    gebruikt.set(dia, keer);
    if (keer > 1) uit.dataset.sleutel += `-keer-${keer}`;
    for (const soort of ["begin", "eind"]) {
      if (tijd) uit.dataset[soort] = R.clock(tijd[soort]);
      else delete uit.dataset[soort];
    }
    return uit;
  }
  function fill(voorbeeld, titel, inhoud, notities, tijd) {
    const uit = take(model(voorbeeld), tijd);
    uit.dataset.naam = titel;
    uit.querySelector("h2").textContent = titel;
    uit.querySelector(".tr-inhoud").replaceChildren(...inhoud);
    uit.querySelector(".notes").replaceChildren(...notities.map((zin) => el("p", "", zin)));
    return uit;
  }

  function times(momenten) {
    const slot = momenten.at(-1)?.einde ?? p.begint;
    const regels = [...momenten.map((m) => [m.begin, m.deel.voor || naam(m.deel)]), [slot, "Naar huis"]];
    const lengte = Math.ceil(regels.length / Math.ceil(regels.length / OP_DIA));
    return Array.from({ length: Math.ceil(regels.length / lengte) }, (_, n) => {
      const punten = regels.slice(n * lengte, (n + 1) * lengte)
        .map(([tijd, wat]) => el("li", "", el("b", "tr-uur", R.clock(tijd)), ` ${wat}`));
      return fill("Ons programma", n ? `Ons programma: deel ${n + 1}` : "Ons programma", [el("ul", "", ...punten)],
        ["Noem alleen de pauzes en het einde; de rest leest ieder zelf."]);
    });
  }

  function onlySteps(dia, deel) {
    const rij = dia.querySelector(".tr-inhoud ol");
    const [eerste, laatste] = R.steps(deel, dag.werkvormen[deel.werkvorm]);
    if (!rij || rij.children.length < laatste) return dia;
    [...rij.children].forEach((punt, plek) => { if (plek < eerste - 1 || plek >= laatste) punt.remove(); });
    if (eerste > 1) rij.start = eerste;
    return dia;
  }

  function clockwork(moment, volgende) {
    const stukken = [`${R.clock(moment.begin)} tot ${R.clock(moment.einde)} uur.`];
    if (moment.wissel) stukken.push(`Eerst groepjes maken: ${moment.wissel} minuten.`);
    if (moment.nabespreken) stukken.push(`Aan het eind nabespreken met de zaal: ${moment.nabespreken} minuten.`);
    const hierna = volgende && (volgende.deel.voor || naam(volgende.deel));
    if (hierna) stukken.push(`Daarna: ${hierna}.`);
    return el("p", "", el("strong", "", stukken.join(" ")));
  }

  function part(moment, volgende) {
    const { deel } = moment, tijd = { begin: moment.begin, eind: moment.einde }, eind = R.clock(moment.einde);
    const dias = deel.dias.map((verwijzing) => model(verwijzing.titel)).filter(Boolean).map((dia) => take(dia, tijd));
    if (deel.soort === "werkvorm") {
      const eigen = model(dag.werkvormen[deel.werkvorm].dia.titel);
      if (eigen) dias.push(onlySteps(take(eigen, tijd), deel));
    } else if (deel.soort === "keuze") {
      const namen = R.rounds(deel, dag, staat.mensen, staat.leiders).map((anker) => dag.werkvormen[anker].naam);
      dias.push(fill(namen.length > 1 ? "Kies uw onderwerp" : "Onderdeel", namen.length > 1 ? "Kies uw onderwerp" : namen[0],
        [lijst(namen.length > 1 ? namen : []), el("p", "", `Om ${eind} uur zijn wij weer samen.`)].filter((k) => k.textContent),
        [`${hoofd(deel.hoe)}. De stappen staan bij de dia's van de werkvormen.`], tijd));
    } else if (deel.soort === "pauze" || deel.soort === "lunch") {
      dias.push(fill("Pauze", deel.naam, [el("p", "tr-groot", `Verder om ${eind}\u00a0uur`), aftellen("tr-groot tr-teller", eind)],
        [deel.hoe && `${hoofd(deel.hoe)}.`, "Loopt u uit? Zeg een andere tijd, en zet die op het bord."].filter(Boolean), tijd));
    } else if (!dias.length) {
      const zin = deel.voor || ZINNEN[deel.soort] || "";
      dias.push(fill("Onderdeel", deel.naam, [zin && zin !== deel.naam ? el("p", "", zin) : "", el("p", "", knop(moment.minuten))].filter(Boolean),
        [deel.hoe ? `${hoofd(deel.hoe)}.` : "Vertel kort wat u nu gaat doen, en waarom."], tijd));
    }
    dias[0]?.querySelector(".notes").prepend(clockwork(moment, volgende));
    return dias;
  }

  const momenten = R.timetable(p, dag), begin = R.clock(p.begint);
  const gekozen = [
    fill("Uw netwerkdag", p.titel || "Welkom", [p.vraag ? el("p", "tr-belofte", p.vraag) : "", el("p", "", `Wij beginnen om ${begin} uur.`), aftellen("tr-teller", begin)].filter(Boolean),
      ["Laat deze dia staan tijdens de inloop. Loopt de klok van uw laptop gelijk, dan telt de dia af.", "Wat u niet gebruikt, laat u weg met ‘Dia's kiezen’."],
      { begin: p.begint - p.inloop, eind: p.begint }),
    ...times(momenten),
    ...momenten.flatMap((moment, plek) => part(moment, momenten[plek + 1])),
    fill("Wat neemt u mee?", "Wat neemt u mee?", [lijst(p.mee.map(hoofd))], ["Vraag ieder om één zin, en lees geen lijst voor. Bedank wie hielp met tijd en tellen."]),
  ];
  // Verandert de dag, dan geldt een volgorde die de leider eerder koos niet meer.
  houder.dataset.bij = gekozen.map((dia) => dia.dataset.sleutel).join();
  houder.replaceChildren(...gekozen);
})();
