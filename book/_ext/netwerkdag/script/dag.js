// Uw netwerkdag: kiezen, laten zien wat eruit volgt, en de printmap in het goede aantal klaarzetten.
(function () {
  "use strict";
  const R = globalThis.LvDag;
  const dag = JSON.parse(document.getElementById("gegevens").textContent);
  const { start, valid, load, save, wipe } = globalThis.LvDagStaat(dag);
  const $ = (id) => document.getElementById(id);
  const vraag = new URLSearchParams(location.search);
  // Waar een vaste naam bij hoort, ook als de lezer haar toevoegt.
  const LOS = {
    pauze: { naam: "Pauze", minuten: 15 },
    lunch: { naam: "Lunch en wandeling", minuten: 45 },
    vertellen: { naam: "U vertelt", minuten: 15 },
    tafels: { naam: "Schooltafels", minuten: 15, wissel: 5 },
    welkom: { naam: "Welkom", minuten: 10 },
    afsluiting: { naam: "Afsluiting en evaluatie", minuten: 8, materiaal: [{ code: "evaluatie", per: "persoon", aantal: 1, voor: 1 }] },
  };
  const leeg = (soort, meer) => ({
    soort, naam: "", werkvorm: "", stappen: [], keuze: [], minuten: 0, wissel: null, nabespreken: null,
    hoe: "", voor: "", leider: "", ruimte: "", doelen: [], dias: [], materiaal: [], ...meer,
  });

  // ---------- wat er bewaard is ----------
  function restore() {
    // Een adres met een programma erin gaat voor, en wordt niet bewaard: zo drukt de bouw de voorbeelden.
    if (vraag.has("programma")) return start(vraag.get("programma"), Math.min(200, Math.max(4, Number(vraag.get("mensen")) || 24)));
    return load() ?? start("middag");
  }

  /** Welke bladen voor vooraf er gedrukt worden; anders is het de hele map. */
  let alleen = null;
  let staat = restore(), vorige = null;
  const keep = () => save(staat);
  function change(doen, focus) {
    $("gewist").textContent = "";
    const nieuw = structuredClone(staat);
    doen(nieuw);
    if (!valid(nieuw)) { fill(); return; }
    vorige = staat;
    staat = nieuw;
    keep();
    show(focus);
  }

  // ---------- kleine hulp ----------
  function el(naam, eigen = {}, ...kinderen) {
    const knoop = document.createElement(naam);
    for (const [sleutel, waarde] of Object.entries(eigen)) {
      if (sleutel.startsWith("on")) knoop.addEventListener(sleutel.slice(2), waarde);
      else if (waarde !== false && waarde !== null) knoop.setAttribute(sleutel, waarde === true ? "" : waarde);
    }
    knoop.append(...kinderen.filter((k) => k !== null && k !== ""));
    return knoop;
  }
  const naam = (deel) => deel.soort === "werkvorm" ? dag.werkvormen[deel.werkvorm].naam : deel.naam;
  const meervoud = (n, een, meer) => `${n} ${n === 1 ? een : meer}`;

  function stepWords(deel) {
    if (!deel.stappen.length) return "";
    const [eerste, laatste] = R.steps(deel, dag.werkvormen[deel.werkvorm]);
    return eerste === laatste ? `stap ${eerste}` : `stap ${eerste} tot en met ${laatste}`;
  }
  function how(deel) {
    if (deel.soort === "werkvorm") return [dag.werkvormen[deel.werkvorm].vorm, stepWords(deel)].filter(Boolean).join("; ");
    if (deel.soort !== "keuze") return deel.hoe;
    const gekozen = R.rounds(deel, dag, staat.mensen, staat.leiders).map((a) => dag.werkvormen[a].naam);
    return `${gekozen.join(" · ")}; ${deel.hoe}`;
  }
  function needs(deel) {
    const rondes = deel.soort === "keuze" ? R.rounds(deel, dag, staat.mensen, staat.leiders)
      : deel.soort === "werkvorm" && !(deel.stappen.length && deel.stappen[0] !== 1) ? [deel.werkvorm] : [];
    const groep = R.omhoog(staat.mensen, Math.max(1, rondes.length));
    const nodig = [...deel.materiaal.map((m) => [m, staat.mensen, 0]),
      ...rondes.flatMap((a) => dag.werkvormen[a].materiaal.map((m) => [m, groep, R.groups(groep, dag.werkvormen[a])]))];
    return nodig.map(([m, mensen, groepjes]) => {
      const keer = { persoon: mensen, groepje: R.omhoog(groepjes, m.voor), zes: R.omhoog(mensen, 6), zaal: 1, leider: 1, helper: staat.leiders }[m.per];
      return `${keer * m.aantal}\u00a0×\u00a0${dag.materiaal[m.code].naam.toLowerCase()}`;
    });
  }
  function who(deel) {
    if (deel.soort === "keuze") return meervoud(R.rounds(deel, dag, staat.mensen, staat.leiders).length, "leider", "leiders");
    if (deel.soort === "pauze" || deel.soort === "lunch") return "";
    return deel.leider || "leider";
  }
  function where(deel) {
    if (deel.soort !== "keuze") return deel.ruimte || (deel.soort === "lunch" ? "buiten" : "zaal");
    const kamers = R.rounds(deel, dag, staat.mensen, staat.leiders).length;
    return kamers > 1 ? `ruimte 1 tot en met ${kamers}` : "zaal";
  }
  const table = () => R.timetable(staat.programma, dag);
  const einde = () => table().at(-1)?.einde ?? staat.programma.begint;

  function scriptRows() {
    const p = staat.programma;
    const inloop = el("tr", {}, el("th", { scope: "row" }, R.clock(p.begint - p.inloop)), el("td", {}, "Inloop"),
      el("td", {}, String(p.inloop)), el("td", {}, "koffie; naamkaart; een plek naast iemand van een andere school"), el("td", {}, "ieder, zaal"), el("td", {}, "naamkaarten"));
    const rijen = table().map((m) => el("tr", {},
      el("th", { scope: "row" }, R.clock(m.begin)),
      el("td", {}, el("strong", {}, naam(m.deel))),
      el("td", {}, el("strong", {}, String(m.minuten)), el("small", {}, [m.wissel ? ` eerst ${m.wissel} wisselen` : "", m.nabespreken ? ` dan ${m.nabespreken} nabespreken` : ""].filter(Boolean).join(","))),
      el("td", {}, how(m.deel)), el("td", {}, [who(m.deel), where(m.deel)].filter(Boolean).join(", ")), el("td", {}, needs(m.deel).join("; "))));
    const slot = el("tr", {}, el("th", { scope: "row" }, R.clock(einde())), el("td", {}, "Einde"), ...Array.from({ length: 4 }, () => el("td")));
    return [inloop, ...rijen, slot];
  }
  const scriptHead = () => el("thead", {}, el("tr", {}, ...["Tijd", "Wat", "Minuten", "Hoe", "Wie, waar", "Materiaal"].map((k) => el("th", { scope: "col" }, k))));

  function packGroups() {
    const geteld = R.packing(staat.programma, dag, staat.mensen, staat.leiders);
    const groepen = [["Voor de leider", "leider"], ["Voor de zaal", "zaal"], ["Voor de tafels", "tafel"], ["Voor ieder", "persoon"]]
      .map(([kop, plek]) => [`${kop} (in de printmap)`, geteld.filter((t) => dag.materiaal[t.code].plek === plek)]);
    groepen.push(["Zelf meenemen", geteld.filter((t) => dag.materiaal[t.code].soort === "mee")]);
    groepen.push(["Vragen aan de zaal", geteld.filter((t) => dag.materiaal[t.code].soort === "zaal")]);
    return groepen.filter(([, rij]) => rij.length).map(([kop, rij]) => [kop, rij.map((t) =>
      `${t.aantal} × ${dag.materiaal[t.code].naam}${t.vellen && t.vellen !== t.aantal ? ` (${meervoud(t.vellen, "vel", "vellen")})` : ""}`)]);
  }

  // ---------- het formulier ----------
  function fill() {
    $("mensen").value = staat.mensen;
    $("leiders").value = staat.leiders;
    $("begin").value = R.clock(staat.programma.begint);
    $("set").value = staat.set;
    $("titel").value = staat.programma.titel;
    $("waar").value = staat.waar;
    $("terug").disabled = !vorige;
  }

  function partRow(m, plek) {
    const { deel } = m, aantal = staat.programma.deel.length, los = deel.soort !== "werkvorm" && deel.soort !== "keuze";
    const knop = (woord, teken, uit, doen, focus) => el("button", { type: "button", "aria-label": `${woord}: ${naam(deel)}`, "data-plek": `${teken}${plek}`, disabled: uit,
      onclick: () => change(doen, focus) }, teken);
    const duur = m.wissel + m.minuten + m.nabespreken;
    const minuten = los ? el("input", { type: "number", min: 1, max: 300, value: deel.minuten, "aria-label": `Minuten: ${naam(deel)}`, "data-plek": `m${plek}`,
      onchange: (e) => change((s) => { s.programma.deel[plek].minuten = Number(e.target.value); }, `m${plek}`) }) : el("span", {}, `${duur} min`);
    return el("li", {}, el("span", { class: "tijd" }, R.clock(m.begin)),
      el("span", { class: "wat" }, naam(deel), el("small", {}, how(deel))), minuten,
      el("span", { class: "knoppen" },
        knop("Eerder", "↑", plek === 0, (s) => { const d = s.programma.deel; [d[plek - 1], d[plek]] = [d[plek], d[plek - 1]]; }, `↑${plek - 1}`),
        knop("Later", "↓", plek === aantal - 1, (s) => { const d = s.programma.deel; [d[plek + 1], d[plek]] = [d[plek], d[plek + 1]]; }, `↓${plek + 1}`),
        knop("Haal weg", "✕", false, (s) => { s.programma.deel.splice(plek, 1); }, `✕${Math.min(plek, aantal - 2)}`)));
  }

  function show(focus) {
    fill();
    $("delen").replaceChildren(...table().map(partRow));
    const fouten = R.check(staat.programma, dag, staat.mensen, staat.leiders);
    const gemist = R.missing(staat.programma, dag, staat.mensen, staat.leiders);
    const oordeel = $("oordeel");
    oordeel.className = fouten.length ? "fout" : "";
    oordeel.replaceChildren(
      el("p", {}, `${R.clock(staat.programma.begint)} tot ${R.clock(einde())} uur. ${fouten.length ? "Dit past nog niet:" : "De tijden en groepen passen."}`),
      fouten.length ? el("ul", {}, ...fouten.map((f) => el("li", {}, f))) : "",
      gemist.length ? el("p", {}, `Van de vier doelen van de landelijke netwerkdag ${gemist.length === 1 ? "komt dit" : "komen deze"} niet aan bod: ${gemist.join("; ")}.`) : "");
    $("draaiboek").replaceChildren(scriptHead(), el("tbody", {}, ...scriptRows()));
    $("pak").replaceChildren(...packGroups().flatMap(([kop, rij]) => [el("h3", {}, kop), el("ul", {}, ...rij.map((r) => el("li", {}, r)))]));
    const vellen = R.packing(staat.programma, dag, staat.mensen, staat.leiders).reduce((som, t) => som + t.vellen, 0);
    $("omvang").textContent = `De map is voor ${staat.mensen} mensen, met één op de tien extra: ongeveer ${meervoud(vellen, "vel", "vellen")} papier.`;
    if (focus) (document.querySelector(`[data-plek="${focus}"]:not(:disabled)`) ?? document.querySelector(`[data-plek="✕${focus.slice(1)}"]`) ?? $("erbij")).focus();
  }

  function form() {
    for (const [code, p] of Object.entries(dag.programmas)) $("begin-bij").append(el("option", { value: code }, p.naam));
    for (const [code, s] of Object.entries(dag.sets)) $("set").append(el("option", { value: code }, `${s.naam}: ${s.voor_wie}`));
    const soorten = new Map();
    for (const [anker, v] of Object.entries(dag.werkvormen)) {
      if (!soorten.has(v.soort)) soorten.set(v.soort, el("optgroup", { label: v.soort }));
      soorten.get(v.soort).append(el("option", { value: anker }, `${v.naam} (${v.minuten + v.wissel + v.nabespreken} min)`));
    }
    $("erbij").append(...soorten.values(), el("optgroup", { label: "Ertussen" }, ...Object.entries(LOS).map(([soort, l]) => el("option", { value: `los:${soort}` }, l.naam))));
    $("zet-klaar").addEventListener("click", () => change((s) => { Object.assign(s, start($("begin-bij").value, s.mensen), { waar: s.waar, set: s.set }); }));
    $("voeg-toe").addEventListener("click", () => {
      const keuze = $("erbij").value;
      const deel = keuze.startsWith("los:") ? leeg(keuze.slice(4), LOS[keuze.slice(4)]) : leeg("werkvorm", { werkvorm: keuze });
      change((s) => {
        const d = s.programma.deel;
        // Vóór de afronding: die blijft het laatst.
        let plek = d.length;
        while (plek > 0 && deel.werkvorm !== "maandag" && deel.soort !== "afsluiting" && (d[plek - 1].soort === "afsluiting" || d[plek - 1].werkvorm === "maandag")) plek -= 1;
        d.splice(plek, 0, deel);
      });
    });
    $("terug").addEventListener("click", () => { if (vorige) { staat = vorige; vorige = null; keep(); show(); $("erbij").focus(); } });
    const veld = (id, lees) => $(id).addEventListener("change", (e) => change((s) => lees(s, e.target.value)));
    veld("mensen", (s, w) => { s.mensen = Number(w); });
    veld("leiders", (s, w) => { s.leiders = Number(w); });
    veld("begin", (s, w) => {
      // Wat geen tijd is, wordt door `valid` geweigerd: dan staat er weer wat er stond.
      const [, u, m] = /^\s*(\d{1,2})(?:[.:](\d\d))?\s*$/.exec(w) ?? [];
      s.programma.begint = Number(m ?? 0) < 60 ? Number(u) * 60 + Number(m ?? 0) : -1;
    });
    veld("set", (s, w) => { s.set = w; });
    veld("titel", (s, w) => { s.programma.titel = w; });
    veld("waar", (s, w) => { s.waar = w; });
    $("druk").addEventListener("click", () => print());
    for (const code of ["aanmelding", "kosten"]) {
      $(`druk-${code}`).addEventListener("click", () => {
        alleen = [code];
        print();
      });
    }
    // Een bestand zonder server: sommige browsers geven elk bestand een eigen opslag, en dan reist de dag in het adres mee.
    $("dias").addEventListener("click", (e) => {
      const adres = e.currentTarget.href.replace(/#.*/, "");
      e.currentTarget.href = location.protocol === "file:" ? `${adres}#dag=${encodeURIComponent(JSON.stringify(staat))}` : adres;
      if (!vraag.has("programma")) keep();
    });
    const ask = (aan) => { $("zeker").hidden = !aan; $("wis").hidden = aan; $(aan ? "wis-echt" : "wis").focus(); };
    $("wis").addEventListener("click", () => ask(true));
    $("wis-niet").addEventListener("click", () => ask(false));
    $("wis-echt").addEventListener("click", () => {
      wipe();
      staat = start("middag");
      vorige = null;
      show();
      ask(false);
      $("gewist").textContent = "Gewist. Hierboven staat weer de gewone middag.";
    });
  }

  // ---------- de printmap ----------
  const side = (klasse, ...inhoud) => el("div", { class: `kant ${klasse}` }, ...inhoud);
  const sheet = (...kanten) => el("section", { class: "vel" }, ...kanten);
  const head = (boven, titel, ...meer) => el("header", { class: "kop" }, boven ? el("p", { class: "boven" }, boven) : "", el("h2", {}, titel), ...meer);
  const foot = () => el("p", { class: "voet" }, `${staat.programma.titel}${staat.waar ? `, ${staat.waar}` : ""}. Voor ${staat.mensen} mensen.`);
  const stamp = (code) => [...$(`blad-${code}`).content.cloneNode(true).children];

  /** Verdeel rijen over zoveel kanten als nodig is, en dan gelijk; de pagina moet al op maat staan. */
  function spread(klasse, maakKop, maakTabel, rijen) {
    const verdeel = (hoogstens) => {
      const vellen = [];
      let plek = 0;
      while (plek < rijen.length) {
        const romp = el("tbody"), kant = side(klasse, maakKop(vellen.length), maakTabel(romp), foot());
        const vel = sheet(kant);
        $("map").append(vel);
        const begin = plek;
        while (plek < rijen.length && plek - begin < hoogstens) {
          romp.append(rijen[plek]);
          if (kant.scrollHeight > kant.clientHeight && plek > begin) { rijen[plek].remove(); break; }
          plek += 1;
        }
        vel.remove();
        vellen.push(vel);
      }
      return vellen;
    };
    const vol = verdeel(rijen.length);
    // Een laatste blad met twee regels ziet eruit als een vergissing.
    const gelijk = verdeel(Math.ceil(rijen.length / vol.length));
    return gelijk.length > vol.length ? verdeel(rijen.length) : gelijk;
  }

  function coverSheet(overzicht) {
    const p = staat.programma;
    return sheet(side("voorblad", head("Printmap", p.titel,
      el("p", {}, `${staat.waar ? `${staat.waar}. ` : ""}${R.clock(p.begint)} tot ${R.clock(einde())} uur, voor ${staat.mensen} mensen.`)),
    el("h3", {}, "Wat erin zit"),
    el("table", { class: "rooster" }, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Waarvoor"), el("th", { scope: "col" }, "Bladzijden"), el("th", { scope: "col" }, "Wat u ermee doet"))),
      el("tbody", {}, ...overzicht.map(([wat, van, tot, doen]) => el("tr", {}, el("th", { scope: "row" }, wat), el("td", {}, van === tot ? String(van) : `${van} tot en met ${tot}`), el("td", {}, doen))))),
    el("h3", {}, "Zo drukt u af"),
    el("ul", {},
      el("li", {}, "Op A4, op ware grootte, dubbelzijdig, omslaan over de lange kant."),
      el("li", {}, $("dubbel").checked ? "Elk blad staat op een eigen vel; de achterkant van een blad met één kant is leeg." : "Er staan geen lege achterkanten in: druk de bladen met twee kanten apart dubbelzijdig af."),
      el("li", {}, "Snijd op de stippellijnen. Gesprekskaarten hebben hun doorvraag op de achterkant."),
      el("li", {}, "Hang en leg de bladen neer in de volgorde van het draaiboek.")),
    el("h3", {}, "Houd apart"),
    el("p", {}, "De bladen voor de leider hebben antwoorden en spreektekst. Leg ze niet op tafel."),
    foot()));
  }

  function dynamic(code) {
    const p = staat.programma;
    if (code === "draaiboek") {
      return spread("liggend", (n) => head("Voor de leider", n ? "Draaiboek (vervolg)" : `Draaiboek: ${p.titel}`, n || !p.uitloop ? "" : el("p", {}, el("strong", {}, "Loopt het uit? "), p.uitloop.replace(/\*(.+?)\*/g, "‘$1’"))),
        (romp) => el("table", { class: "rooster" }, scriptHead(), romp), scriptRows());
    }
    if (code === "paklijst") {
      const vol = R.packing(p, dag, staat.mensen, staat.leiders).length > 40;
      return [sheet(side(vol ? "dicht" : "", head("Voor de leider", "Paklijst", el("p", {}, `Voor ${staat.mensen} mensen en ${meervoud(staat.leiders, "leider", "leiders")}, met één op de tien extra.`)),
        ...packGroups().flatMap(([kop, rij]) => [el("h3", {}, kop), el("ul", { class: "lijstje" }, ...rij.map((r) => el("li", {}, el("i", { class: "hok" }), ` ${r}`)))]), foot()))];
    }
    if (code === "deelnemersprogramma") {
      const regel = (tijd, wat) => el("tr", {}, el("th", { scope: "row" }, tijd), el("td", {}, wat));
      const rijen = table().map((m) => {
        const rondes = m.deel.soort === "keuze" ? R.rounds(m.deel, dag, staat.mensen, staat.leiders).map((a) => dag.werkvormen[a].naam).join(", ") : "";
        return regel(R.clock(m.begin), (m.deel.voor || naam(m.deel)) + (rondes ? `: ${rondes}` : ""));
      });
      const vol = rijen.length > 20;
      return [sheet(side(vol ? "deelnemers dicht" : "deelnemers", head("", p.titel, staat.waar ? el("p", {}, staat.waar) : "", p.vraag ? el("p", {}, el("strong", {}, p.vraag)) : ""),
        el("table", { class: "rooster" }, el("tbody", {}, regel(R.clock(p.begint - p.inloop), "Inloop"), ...rijen, regel(R.clock(einde()), "Einde"))),
        p.mee.length ? el("h3", {}, "Dit neemt u mee") : "", p.mee.length ? el("ul", {}, ...p.mee.map((m) => el("li", {}, m))) : "",
        ...(vol ? [] : [el("h3", {}, "Mijn aantekeningen"), el("div", { class: "lijnen", style: "flex:1", "aria-hidden": "true" }, ...Array.from({ length: 4 }, () => el("i")))]), foot()))];
    }
    if (code === "ruimtebord") {
      const deel = p.deel.find((d) => d.soort === "keuze");
      return R.rounds(deel, dag, staat.mensen, staat.leiders).map((a, plek) => sheet(side("liggend bord", el("p", { class: "onder" }, `Ruimte ${plek + 1}`), el("p", { class: "reus" }, dag.werkvormen[a].naam))));
    }
    return null;
  }

  function pairs(kaarten) {
    return Array.from({ length: Math.ceil(kaarten.length / 2) }, (_, n) => sheet(side("liggend tweeluik", ...kaarten.slice(2 * n, 2 * n + 2))));
  }
  function halves(code, een) {
    const gezien = new Set(), kaarten = [];
    for (const [vorm, groep, deel] of R.played(staat.programma, dag, staat.mensen, staat.leiders)) {
      if (deel.stappen.length && deel.stappen[0] !== 1) continue;
      if (code === "werkvormkaart" && gezien.has(vorm.anker)) continue;
      gezien.add(vorm.anker);
      const aantal = code === "werkvormkaart" || een ? 1 : R.omhoog(groep, 6);
      for (let n = 0; n < aantal; n++) {
        const [kaart] = stamp(`${code}--${vorm.anker}`);
        kaarten.push(n ? copy(kaart) : kaart);
      }
    }
    return pairs(kaarten);
  }

  /** Eén exemplaar, en hoe vaak het in de map komt. */
  function sheetsOf(telling, een) {
    const { code } = telling, stuk = dag.materiaal[code];
    if (code === "werkvormkaart" || code === "tafelkaart") return [halves(code, een), 1];
    const keer = een || code === "ruimtebord" ? 1 : stuk.per_vel > 1 ? telling.vellen : telling.aantal;
    return [dynamic(code) ?? stamp(code === "gesprekskaarten" ? `${code}--${staat.set}` : code), keer];
  }

  /** Een kopie leest een schermlezer niet nog eens voor, en zij maakt de pdf niet groter dan nodig. */
  function copy(vel) {
    vel.setAttribute("aria-hidden", "true");
    return vel;
  }

  const DOEN = {
    leider: "Houd deze zelf; het draaiboek gaat ook naar wie helpt.",
    zaal: "Hang deze op, of geef ze aan de tellers.",
    tafel: "Leg deze klaar bij het onderdeel, één stapel per tafel.",
    persoon: "Deel deze uit.",
  };
  const KOP = { leider: "Voor de leider", zaal: "Voor de zaal", tafel: "Voor de tafels", persoon: "Voor ieder" };

  /**
   * Zet de hele map klaar, op maat. Geeft wat niet op zijn bladzijde past, en per stapel hoeveel bladzijden zij telt en hoe
   * vaak zij in de map hoort. Met `zuinig` staat elke stapel er één keer: wie een pdf maakt, herhaalt haar zelf.
   */
  function prepare(zuinig = false) {
    const map = $("map"), een = $("een").checked, dubbel = $("dubbel").checked;
    document.documentElement.classList.add("drukklaar");
    map.replaceChildren();
    const overzicht = [], stapels = [];
    let bladzij = dubbel ? 3 : 2;
    const alles = [];
    for (const plek of Object.keys(KOP)) {
      const begin = bladzij;
      for (const telling of R.packing(staat.programma, dag, staat.mensen, staat.leiders)) {
        if (dag.materiaal[telling.code].plek !== plek || telling.code === "voorblad") continue;
        const [vellen, keer] = sheetsOf(telling, een);
        for (const vel of vellen) {
          if (dubbel && vel.children.length % 2) vel.append(side(vel.lastElementChild.classList.contains("liggend") ? "liggend leeg" : "leeg"));
        }
        const bladzijden = vellen.reduce((som, vel) => som + vel.children.length, 0);
        stapels.push([bladzijden, keer]);
        bladzij += bladzijden * keer;
        alles.push(...vellen);
        for (let n = 1; n < keer && !zuinig; n++) alles.push(...vellen.map((vel) => copy(vel.cloneNode(true))));
      }
      if (bladzij > begin) overzicht.push([KOP[plek], begin, bladzij - 1, DOEN[plek]]);
    }
    const voor = coverSheet(overzicht);
    if (dubbel) voor.append(side("leeg"));
    map.append(voor, ...alles);
    document.title = `Printmap: ${staat.programma.titel}, voor ${staat.mensen} mensen`;
    return { te_groot: tooBig(), stapels: [[voor.children.length, 1], ...stapels] };
  }
  function tooBig() {
    const maten = [...$("map").querySelectorAll(".kant, .helft, .snijkaart")].filter((k) => k.scrollHeight > k.clientHeight + 2 || k.scrollWidth > k.clientWidth + 2);
    return maten.map((k) => k.textContent.trim().replace(/\s+/g, " ").slice(0, 60));
  }
  /** Zet bladen voor vooraf klaar; met `leeg` zonder wat u op deze bladzijde invulde. */
  function before(codes, leeg = false) {
    const vellen = codes.flatMap(stamp), { programma: p, waar, mensen } = staat;
    if (!leeg) {
      for (const vel of vellen) {
        for (const [vak, tekst] of Object.entries({ titel: p.titel, waar, mensen })) {
          for (const plek of vel.querySelectorAll(`[data-vul="${vak}"]`)) plek.textContent = tekst;
        }
      }
    }
    document.documentElement.classList.add("drukklaar");
    $("map").replaceChildren(...vellen);
    document.title = codes.length > 1 ? "Vooraf: aanmeldblad en kostenblad" : vellen[0].querySelector("h2").textContent;
    return tooBig();
  }
  function clear() {
    alleen = null;
    document.documentElement.classList.remove("drukklaar");
    $("map").replaceChildren();
  }
  globalThis.LvPrintmap = { prepare, before, clear };

  addEventListener("beforeprint", () => (alleen ? before(alleen) : prepare()));
  addEventListener("afterprint", clear);
  form();
  $("dag").hidden = false;
  show();
})();
