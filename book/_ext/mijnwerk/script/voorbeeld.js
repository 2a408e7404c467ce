// De voorbeeldschool op dit apparaat zetten, en weer weghalen; eigen werk blijft buiten schot.

function voorbeeldvak(vak, { stukken }, ververs) {
  const status = vak.querySelector("[role=status]") || maak("p", { role: "status", class: "mw-status" });
  const er = stukken.filter(({ instrument, naam }) => naam === VOORBEELD && instrument !== OPEN_DOSSIER);
  const doe = (werk) => async () => {
    try { status.textContent = await werk(); } catch (fout) { status.textContent = storing(fout); }
    zegLijst(DOSSIER);
    await ververs();
    if (!vak.contains(document.activeElement)) { status.tabIndex = -1; status.focus(); }
  };
  const haalBestand = async () => {
    try {
      const antwoord = await fetch(`${wortel}_voorbeeld/voorbeeldschool.lv.json`);
      if (antwoord.ok) return leesKopie(await antwoord.text());
    } catch (fout) { if (fout instanceof Kopiefout) throw fout; }
    throw new Kopiefout("Het voorbeeld is nu niet op te halen. Probeer het nog eens als u internet hebt.");
  };
  const zetNeer = doe(async () => {
    const rijen = vergelijkKopie(await leesKast(), await haalBestand()).filter(({ wat }) => wat === "nieuw");
    if (!await vulKast(rijen.map(({ stuk }) => stuk))) throw new Kopiefout("Er is niets veranderd: een hulpmiddel met het voorbeeld is in een ander tabblad open.");
    await kiesDossier(VOORBEELD);
    return "Het voorbeeld staat klaar in de hulpmiddelen, onder de naam ‘Voorbeeldschool’. Haar dossier is nu open.";
  });
  const haalWeg = doe(async () => {
    let over = 0;
    for (const { instrument } of er) {
      const opslag = opslagInBrowser(instrument);
      try {
        const { greep } = await opslag.open(VOORBEELD);
        if (greep) await opslag.verwijder(greep); else over += 1;
      } finally { opslag.stop(); }
    }
    return over ? "Niet alles is weg: een hulpmiddel met het voorbeeld is in een ander tabblad open." : "Het voorbeeld is van dit apparaat weg. Uw eigen werk is gebleven.";
  });
  const links = er.filter(({ instrument }) => instrument !== DOSSIER).map((stuk) => stuk.instrument);
  const deuren = JSON.parse(vak.dataset.lvDeuren);
  vak.replaceChildren(
    maak("div", { class: "mw-rij" }, er.length ? knop("Haal het voorbeeld weg", haalWeg, "mw-knop mw-stil") : knop("Open het voorbeeld", zetNeer)),
    ...lijst("Kijk erin, in de volgorde van het verhaal", ["lesbezoek", "urgentiemeter", "risicoscan", "verbeterplan", "kwaliteitskalender", "verbeterbord", "kwaliteitsprofiel", "kwaliteitsrapportage", "inspectiebezoek"]
      .filter((naam) => links.includes(naam)).map((naam) => maak("li", {}, naarVoorbeeld(deuren[naam])))),
    status,
  );
}
const naarVoorbeeld = (deur) => naar(deur, { instrument: deur.naam, naam: VOORBEELD }, `${deur.titel}: ${VOORBEELD}`);
