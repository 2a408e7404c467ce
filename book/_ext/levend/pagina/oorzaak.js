/**
 * Waarom een onderdeel niet binnenkomt, en welke zin daarbij hoort.
 *
 * Dit is een gewoon script, geen module: de pagina haalt het ook op als haar modules niet werken, en
 * de worker gebruikt hetzelfde. Bij een module hoort een import van dit bestand, en dan
 * `globalThis.lvOorzaak`.
 */
globalThis.lvOorzaak = (() => {
  const WEG = [404, 410];
  const GEWEIGERD = [401, 403, 407, 451];
  const TECHNISCH = "Technische gegevens (voor een melding aan de makers)";
  const SCRIPT = /\.m?js$/;

  /** Per reden een zin; `plek` is het adres waar de onderdelen staan. */
  const ZINNEN = {
    netwerk: () =>
      "Het laden is afgebroken: de verbinding viel weg. Wat al binnen is, blijft bewaard. Controleer uw internet en probeer het opnieuw.",
    verouderd: () =>
      "Er staat inmiddels een nieuwe versie van dit boek klaar. Laad de pagina opnieuw; daarna kunt u het hulpmiddel starten.",
    server: () =>
      "De server van dit boek geeft nu een fout. Dat ligt niet aan u. Probeer het over een paar minuten opnieuw.",
    geweigerd: (plek) =>
      `Uw netwerk of een beveiligingsprogramma houdt een onderdeel van dit hulpmiddel tegen. Opnieuw proberen helpt dan meestal niet. Vraag uw ICT-afdeling om van ${plek} alles door te laten wat eindigt op .js, .mjs, .wasm of .zip. Op een ander netwerk of op papier kunt u nu al verder.`,
    soort: (plek) =>
      `De server noemt bij een script van dit hulpmiddel het verkeerde soort bestand, en dan mag uw browser het niet gebruiken. Geef dit door aan wie deze site beheert: onder ${plek} hoort bij .js en .mjs het type text/javascript.`,
    beleid: (plek) =>
      `Uw netwerk of de server verbiedt WebAssembly, en daarmee rekent dit hulpmiddel. Opnieuw proberen helpt niet. Vraag uw ICT-afdeling om voor ${plek} in de Content-Security-Policy bij script-src 'wasm-unsafe-eval' toe te staan. Op een ander netwerk of op papier kunt u nu al verder.`,
    werkerbeleid: (plek) =>
      `Uw netwerk of de server verbiedt dat deze pagina op de achtergrond rekent. Opnieuw proberen helpt niet. Vraag uw ICT-afdeling om voor ${plek} in de Content-Security-Policy bij worker-src 'self' blob: toe te staan, en bij script-src 'wasm-unsafe-eval'. Op een ander netwerk of op papier kunt u nu al verder.`,
    geblokkeerd: () =>
      "Uw browser staat niet toe dat het hulpmiddel op de achtergrond rekent. Probeer een andere browser, of gebruik de papieren versie.",
    los: () =>
      "Dit boek is geopend als los bestand, en daarin laat een browser geen hulpmiddel rekenen. Start open-het-boek.py uit de zip (met Python), open het boek op internet, of gebruik de papieren versie. Lezen, figuren, dia's en bladen werken hier gewoon.",
    kapot: () =>
      "Een onderdeel van deze pagina kwam niet heel binnen. Laad de pagina opnieuw. Gebeurt het weer, werk dan uw browser bij of gebruik een andere.",
  };

  /**
   * Zeg wat er mis is met een antwoord van de server.
   *
   * @param {Response} antwoord
   * @param {string} adres
   * @returns {string | undefined} een sleutel van ZINNEN; niets als het antwoord deugt
   */
  function redenVan(antwoord, adres) {
    const { status } = antwoord;
    if (WEG.includes(status)) return "verouderd";
    if (GEWEIGERD.includes(status)) return "geweigerd";
    if (status >= 500) return "server";
    if (!antwoord.ok) return "netwerk";
    const soort = antwoord.headers.get("Content-Type") ?? "";
    // Een filter stuurt in plaats van het bestand een pagina met uitleg.
    if (/text\/html/i.test(soort)) return "geweigerd";
    if (SCRIPT.test(adres) && !/javascript|ecmascript/i.test(soort)) return "soort";
    return undefined;
  }

  /**
   * Vraag onderdelen nog eens op en zeg wat er aan het eerste scheelt dat niet deugt.
   *
   * @param {string[]} adressen
   * @returns {Promise<{reden: string, technisch: string} | undefined>}
   */
  async function zoek(adressen) {
    for (const adres of adressen) {
      try {
        // Zo komt ook een kapotte kopie uit de voorraad van de browser niet nog eens terug.
        const antwoord = await fetch(adres, { cache: "reload" });
        const reden = redenVan(antwoord, adres);
        const soort = antwoord.headers.get("Content-Type");
        if (reden) return { reden, technisch: `${antwoord.status} (${soort ?? "zonder soort"}): ${adres}` };
        await antwoord.text(); // de lijn kan ook na de kop nog breken
      } catch (fout) {
        return { reden: "netwerk", technisch: `${fout}: ${adres}` };
      }
    }
    return undefined;
  }

  /** De modules die een module noemt, en die welke daarin staan. */
  async function modules(adres, gezien = new Set()) {
    gezien.add(adres);
    const tekst = await fetch(adres).then((antwoord) => (antwoord.ok ? antwoord.text() : "")).catch(() => "");
    for (const [, naam] of tekst.matchAll(/\bimport\s*(?:[\w\s{},*$]+from\s*)?"(\.[^"]+)"/g)) {
      const volgende = new URL(naam, adres).href;
      if (!gezien.has(volgende)) await modules(volgende, gezien);
    }
    return gezien;
  }

  /** De modules van de pagina werken niet: zeg waarom, bij elk hulpmiddel. */
  async function meldStuk(script) {
    const los = script.startsWith("file:"); // uit een los bestand laadt een browser geen modules
    const gevonden = los ? undefined : await zoek([...(await modules(script))]);
    const reden = gevonden?.reden ?? (los ? "los" : "kapot");
    const zin = ZINNEN[reden](new URL("../../", script).href);
    if (globalThis.lvBegonnen) return; // intussen lukte het toch
    for (const plek of document.querySelectorAll(".lv-stuk")) {
      plek.firstElementChild.textContent = zin;
      if (los) plek.querySelector("button")?.remove(); // opnieuw laden helpt dan niet
      if (!gevonden) continue;
      const technisch = document.createElement("details");
      technisch.append(document.createElement("summary"), document.createElement("pre"));
      technisch.firstChild.textContent = TECHNISCH;
      technisch.lastChild.textContent = gevonden.technisch;
      technisch.lastChild.tabIndex = 0;
      plek.append(technisch);
    }
  }

  const eigen = globalThis.document?.currentScript?.dataset.lvScript;
  if (eigen) meldStuk(new URL(eigen, document.baseURI).href);
  return { ZINNEN, TECHNISCH, redenVan, zoek, modules };
})();
