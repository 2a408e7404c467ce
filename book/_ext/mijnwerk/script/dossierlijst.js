// De dossiers op dit apparaat: kiezen, maken, een naam geven, opslaan, openen en weghalen.

const DOSSIER_SLUIT = /,\n "controle": "([0-9a-f]{16})"\n\}\s*$/;
const dossiernaam = (wens) => [...wens.replace(/[\p{Cc}\p{Cf}]/gu, "").replace(/\s+/g, " ").trim()].slice(0, 80).join("").trim();

// Zoals lv_tools/basis/opslag/werkbestand.py het schrijft: de eerste tekens van een som over al het andere.
async function dossierHeel(tekst) {
  const sluit = DOSSIER_SLUIT.exec(tekst);
  if (!sluit || !globalThis.crypto?.subtle) return Boolean(sluit);
  const som = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${tekst.slice(0, sluit.index)}\n}`));
  return [...new Uint8Array(som)].slice(0, 8).map((deel) => deel.toString(16).padStart(2, "0")).join("") === sluit[1];
}

async function leesDossier(tekst, versie) {
  let gelezen;
  try { gelezen = JSON.parse(tekst); } catch {
    throw new Kopiefout(tekst.trim() ? "Dit bestand is afgebroken of beschadigd. Er is niets veranderd." : "Dit bestand is leeg. Er is niets veranderd.");
  }
  if (gelezen?.formaat !== "lv-tools" || gelezen.instrument !== DOSSIER) throw new Kopiefout("Dit bestand is geen dossier. Er is niets veranderd.");
  if (gelezen.versie > versie) throw new Kopiefout("Dit dossier is met een nieuwere versie van het boek gemaakt. Laad de pagina opnieuw, en probeer het nog eens.");
  if (!await dossierHeel(tekst)) throw new Kopiefout("Dit dossier is na het bewaren veranderd of beschadigd. Er is niets veranderd.");
  return dossiernaam(String(gelezen.naam || "")) || DOSSIERNAAM;
}

function dossierlijst(vak, { dossiers, dossier }, ververs) {
  const oud = vak.querySelector("[role=status]");
  const status = oud || maak("p", { role: "status", class: "mw-status" });
  const zeg = (tekst) => { status.textContent = tekst; };
  const namen = dossiers.map(({ naam }) => naam);
  const vrij = (wens) => { let naam = wens; for (let n = 2; namen.includes(naam); n += 1) naam = `${wens.slice(0, 74)} (${n})`; return naam; };
  const ding = (doe) => async () => {
    try { await doe(); } catch (fout) { zeg(storing(fout)); return; }
    zegLijst(DOSSIER);
    await ververs();
  };
  const metGreep = async (naam, doe) => {
    const opslag = opslagInBrowser(DOSSIER);
    try {
      const { greep } = await opslag.open(naam);
      if (!greep) throw new Kopiefout("Dit dossier is in een ander tabblad in gebruik. Probeer het over een paar tellen nog eens.");
      await doe(opslag, greep);
    } finally { opslag.stop(); }
  };
  const voegToe = async (wens, tekst) => {
    const naam = vrij(wens);
    const stuk = { instrument: DOSSIER, naam, tijd: Date.now(), tekst, naloop: {} };
    if (!await vulKast([stuk])) throw new Kopiefout("Dat is niet gelukt: die naam is net in gebruik. Probeer het nog eens.");
    await kiesDossier(naam);
    return naam;
  };
  const regel = (stuk) => {
    const aan = stuk.naam === dossier?.naam;
    const telling = stuk.pakketten.reduce((som, { stukken }) => som + stukken.length, 0);
    return maak("li", {}, maak("b", {}, stuk.naam), aan ? " (open)" : "",
      maak("span", { class: "mw-bij" }, telling ? `${hoeveel(telling, ["stuk", "stukken"])} uit ${hoeveel(stuk.pakketten.length, ["werk", "werken"])}` : "nog leeg"),
      maak("div", { class: "mw-rij" },
        aan ? "" : maak("button", { type: "button", class: "mw-knop", "aria-label": `Open: ${stuk.naam}`, click: ding(async () => { await kiesDossier(stuk.naam); zeg(`‘${stuk.naam}’ is nu open.`); }) }, "Open"),
        maak("button", { type: "button", class: "mw-knop mw-stil", "aria-label": `Sla op als bestand: ${stuk.naam}`, disabled: !stuk.tekst,
          click: () => { bied(`${stuk.naam.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase() || "dossier"}-${vandaagNaam()}.lv.json`, stuk.tekst); zeg("Het bestand staat bij uw downloads."); } }, "Sla op als bestand"),
        maak("button", { type: "button", class: "mw-knop mw-stil", "aria-label": `Haal weg: ${stuk.naam}`, click: ding(async () => {
          await metGreep(stuk.naam, (opslag, greep) => opslag.verwijder(greep));
          vak.weggehaald = stuk;
          zeg(`‘${stuk.naam}’ is weg van dit apparaat.`);
        }) }, "Haal weg")));
  };
  const naamveld = maak("input", { type: "text", id: "mw-dossiernaam", maxlength: "80", autocomplete: "off", class: "mw-invoer" });
  const nieuw = maak("form", { class: "mw-rij", submit: (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const wens = dossiernaam(naamveld.value);
    if (!wens) { zeg("Geef het dossier een naam, bijvoorbeeld die van de afdeling."); naamveld.focus(); return; }
    ding(async () => { const naam = await voegToe(wens, ""); zeg(`‘${naam}’ is gemaakt, en is nu open.`); })();
  } }, maak("label", { for: "mw-dossiernaam" }, "Naam van een nieuw dossier"), naamveld, maak("button", { class: "mw-knop" }, "Maak dossier"));
  const open = (bestand) => ding(async () => {
    const tekst = (await tekstVan(bestand)).replace(/^\ufeff/, "");
    const naam = await voegToe(await leesDossier(tekst, Number(vak.dataset.lvDossierversie)), tekst);
    zeg(`‘${naam}’ staat nu op dit apparaat, en is open.`);
  })();
  const terug = vak.weggehaald ? knop("Zet terug wat u weghaalde", ding(async () => {
    const naam = await voegToe(vak.weggehaald.naam, vak.weggehaald.tekst);
    vak.weggehaald = null;
    zeg(`‘${naam}’ staat er weer.`);
  }), "mw-knop mw-stil") : "";
  const had = vak.contains(document.activeElement);
  vak.replaceChildren(dossiers.length ? maak("ul", { class: "mw-dossiers" }, ...dossiers.map(regel)) : maak("p", {}, "Er is nog geen dossier op dit apparaat."),
    nieuw, maak("div", { class: "mw-rij" }, kiesBestand("Open een dossier uit een bestand", open), terug), status);
  if (had && !vak.contains(document.activeElement)) { status.tabIndex = -1; status.focus(); }
}
