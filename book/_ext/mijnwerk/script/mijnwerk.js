// Mijn werk: wat er op dit apparaat staat, zonder Python. Wat iemand typte, komt altijd als tekst in de pagina.

/** Zo veel staat er op de eerste bladzijde; de rest staat op de eigen bladzijde. */
const KORT_AANTAL = 3;
const PUNTEN = { actie: ["actie", "acties"], verbeterpunt: ["verbeterpunt", "verbeterpunten"], signaal: ["signaal", "signalen"], gespreksvraag: ["vraag", "vragen"] };
const KEN = "lv-tools:open";

function maak(soort, kenmerken = {}, ...inhoud) {
  const knoop = document.createElement(soort);
  for (const [naam, waarde] of Object.entries(kenmerken)) {
    if (typeof waarde === "function") knoop.addEventListener(naam, waarde);
    else if (waarde !== false) knoop.setAttribute(naam, waarde === true ? "" : waarde);
  }
  knoop.append(...inhoud.filter((deel) => deel !== "" && deel !== null));
  return knoop;
}
const wortel = document.querySelector('meta[name="lv-wortel"]')?.content || "";
const adresVan = (deur) => `${wortel}instrumenten/${deur.naam}.html`;
const dagVan = (dag) => new Date(`${dag}T12:00:00`).toLocaleDateString("nl-NL", { day: "numeric", month: "long" });
const tijdVan = (tijd) => new Date(tijd).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
const vandaag = () => { const nu = new Date(); return Date.UTC(nu.getFullYear(), nu.getMonth(), nu.getDate()) / 864e5; };
const hoeveel = (n, [een, meer]) => `${n} ${n === 1 ? een : meer}`;

function wanneer({ over, dag, blijft }) {
  if (over < 0) return blijft ? `had klaar moeten zijn op ${dagVan(dag)}` : `was op ${dagVan(dag)}`;
  return over === 0 ? "vandaag" : over === 1 ? "morgen" : `op ${dagVan(dag)}`;
}

// Het hulpmiddel opent wat iemand hier aanwijst; de keuze blijft niet staan.
const naar = (deur, stuk, tekst, klas = "") => maak("a", {
  href: adresVan(deur), class: klas || false,
  click: () => { try { if (stuk) sessionStorage.setItem(KEN, JSON.stringify([stuk.instrument, stuk.naam])); } catch { /* dan opent het laatste */ } },
}, tekst);

function stapzin(stap) {
  if (stap.werk) return [naar(stap.deur, stap.werk, "Ga verder", "mw-knop"), ` met ‘${stap.werk.heet}’ in: ${stap.deur.titel}${stap.werk.stap ? `, stap ‘${stap.werk.stap}’` : ""}.`];
  return [naar(stap.deur, null, `Open: ${stap.deur.titel}`, "mw-knop"), ` Daar ${stap.aantal === 1 ? "ligt" : "liggen"} ${hoeveel(stap.aantal, PUNTEN[stap.soort])} voor u klaar.`];
}

const puntregel = (punt, deuren) => {
  const deur = punt.stuk?.deur || deuren[punt.van];
  return maak("li", {}, maak("b", {}, `${wanneer(punt)}: `), punt.wat, punt.wie && ` (${punt.wie})`,
    deur ? maak("span", { class: "mw-bij" }, naar(deur, punt.stuk, punt.stuk ? `${deur.titel}: ${punt.stuk.heet}` : deur.titel)) : null);
};
const werkregel = (stuk) => maak("li", {}, naar(stuk.deur, stuk, `${stuk.deur.titel}: ${stuk.heet}`),
  maak("span", { class: "mw-bij" }, `laatst gewijzigd op ${tijdVan(stuk.tijd)}${stuk.stap ? `, bij stap ‘${stuk.stap}’` : ""}`));
const lijst = (kop, regels, meer) => (regels.length ? [maak("p", { class: "mw-kop" }, kop), maak("ul", {}, ...regels), ...(meer ? [maak("p", {}, meer)] : [])] : []);

async function haalOp(deuren) {
  const stukken = await leesKast();
  const dossiers = dossiersVan(stukken);
  const open = stukken.find(({ instrument }) => instrument === OPEN_DOSSIER)?.tekst;
  const laatste = [...dossiers].sort((een, ander) => ander.tijd - een.tijd)[0];
  return { stukken, werk: werkVan(stukken, deuren), dossiers, dossier: dossiers.find(({ naam }) => naam === open) || laatste };
}

function overzicht(vak, deuren, { werk, dossiers, dossier }, kort) {
  const punten = aanDeBeurt(werk, dossiers, vandaag());
  const stap = volgendeStap(werk, dossier, deuren);
  const deel = (rijen) => (kort ? rijen.slice(0, KORT_AANTAL) : rijen);
  const rest = (rijen, wat) => (kort && rijen.length > KORT_AANTAL ? `En nog ${rijen.length - KORT_AANTAL} ${wat}.` : "");
  const eigen = maak("a", { href: `${wortel}instrumenten/mijn-werk.html` }, "Alles op dit apparaat, met reservekopie en dossiers");
  vak.replaceChildren(
    kort ? maak("h2", { id: "mijn-werk-kop" }, "Mijn werk") : "",
    ...(stap ? [maak("p", { class: "mw-kop" }, "Volgende stap"), maak("p", {}, ...stapzin(stap))] : []),
    ...lijst("Aan de beurt", deel(punten).map((punt) => puntregel(punt, deuren)), rest(punten, "op een dag")),
    ...lijst("Waar u mee bezig bent", deel(werk).map(werkregel), rest(werk, "stukken werk")),
    kort ? maak("p", {}, eigen) : "",
    !kort && !werk.length && !punten.length ? maak("p", {}, "Op dit apparaat is nog niets bewaard.") : "",
  );
  vak.hidden = kort && !werk.length && !punten.length && !stap;
}

function bied(naam, tekst) {
  const adres = URL.createObjectURL(new Blob([tekst], { type: "application/json" }));
  const link = maak("a", { href: adres, download: naam, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(adres), 10000);
}
const vandaagNaam = () => new Date().toLocaleDateString("sv-SE");
const knop = (tekst, click, klas = "mw-knop") => maak("button", { type: "button", class: klas, click }, tekst);
function kiesBestand(tekst, doe) {
  const invoer = maak("input", { type: "file", accept: ".json,application/json", class: "mw-bestand" });
  invoer.addEventListener("change", () => { const [bestand] = invoer.files; invoer.value = ""; if (bestand) doe(bestand); });
  return maak("label", { class: "mw-knop" }, tekst, invoer);
}
/** De zin bij een storing; wat wij zelf schreven, is al een zin. */
function storing(fout) {
  if (fout instanceof Kopiefout) return fout.message;
  if (fout?.name === "QuotaExceededError") return "De opslag van uw browser is vol. Er is niets veranderd.";
  return "De opslag van uw browser geeft geen toegang. Er is niets veranderd. Probeer het nog eens, of gebruik een gewoon venster in plaats van een privévenster.";
}

function reservekopie(vak, deuren, stand, ververs) {
  const status = maak("p", { role: "status", class: "mw-status" });
  const voorstel = maak("div", { class: "mw-voorstel", hidden: true });
  const zeg = (tekst) => { status.textContent = tekst; };
  const bewaar = async () => {
    try {
      const stukken = await leesKast();
      if (!stukken.length) { zeg("Er is nog niets om mee te nemen."); return; }
      bied(`mijn-werk-${vandaagNaam()}.lv.json`, schrijfKopie(stukken, new Date().toISOString()));
      const werk = stukken.filter(({ instrument }) => instrument !== OPEN_DOSSIER).length;
      zeg(`Het bestand staat bij uw downloads, met ${hoeveel(werk, ["stuk", "stukken"])} erin. Bewaar het op een veilige plek: het is open te lezen.`);
    } catch (fout) { zeg(storing(fout)); }
  };
  const naamVan = ({ instrument, naam }) => `${instrument === DOSSIER ? "Dossier" : deuren[instrument]?.titel || instrument}: ${naam}`;
  const sluit = (tekst) => { voorstel.hidden = true; zeg(tekst); };
  const doeTerug = async (kopie, ernaast) => {
    try {
      // Opnieuw vergelijken: intussen kan er iets bij zijn gekomen.
      const rijen = vergelijkKopie(await leesKast(), kopie).filter(({ wat }) => wat === "nieuw" || (ernaast && wat === "ernaast"));
      if (!await vulKast(rijen.map(({ stuk, naar: naam }) => ({ ...stuk, naam })))) {
        zeg("Er is niets veranderd: een van deze stukken is in een ander tabblad open. Sluit dat tabblad, en probeer het nog eens.");
        return;
      }
      sluit(`Teruggezet: ${hoeveel(rijen.filter(({ stuk }) => stuk.instrument !== OPEN_DOSSIER).length, ["stuk", "stukken"])}. Wat er al stond, staat er nog.`);
      await ververs();
    } catch (fout) { zeg(storing(fout)); }
  };
  const open = async (bestand) => {
    voorstel.hidden = true;
    zeg("");
    try {
      if (bestand.size > KOPIE_GROOTST) throw new Kopiefout("Dit bestand is te groot om een reservekopie te zijn.");
      const kopie = leesKopie(await tekstVan(bestand));
      const rijen = vergelijkKopie(await leesKast(), kopie).filter(({ stuk }) => stuk.instrument !== OPEN_DOSSIER);
      const van = (wat) => rijen.filter((r) => r.wat === wat);
      if (!van("nieuw").length && !van("ernaast").length) { zeg("Alles uit dit bestand staat hier al."); return; }
      const kop = maak("p", { class: "mw-kop", tabindex: "-1" }, "Kijk eerst wat er gebeurt");
      const rijtje = (tekst, wat, regel) => lijst(tekst, van(wat).map((r) => maak("li", {}, regel(r))));
      voorstel.replaceChildren(kop,
        ...rijtje("Dit komt erbij", "nieuw", ({ stuk }) => naamVan(stuk)),
        ...rijtje("Dit is hier anders dan in het bestand", "ernaast", ({ stuk, naar: naam }) => `${naamVan(stuk)}. Wat hier staat, blijft; wat in het bestand staat, komt ernaast als ‘${naam}’.`),
        ...rijtje("Dit staat hier al", "zelfde", ({ stuk }) => naamVan(stuk)),
        maak("div", { class: "mw-rij" }, knop("Zet terug", () => doeTerug(kopie, true)),
          van("nieuw").length && van("ernaast").length ? knop("Zet alleen terug wat erbij komt", () => doeTerug(kopie, false), "mw-knop mw-stil") : "",
          knop("Laat alles zoals het is", () => sluit("Er is niets veranderd."), "mw-knop mw-stil")));
      voorstel.hidden = false;
      kop.focus();
    } catch (fout) { zeg(storing(fout)); }
  };
  vak.replaceChildren(maak("div", { class: "mw-rij" }, knop("Bewaar alles in één bestand", bewaar), kiesBestand("Zet een reservekopie terug", open)), status, voorstel);
}

const vakken = [...document.querySelectorAll("[data-lv-mijnwerk]")];
async function beginMijnWerk() {
  let deuren = {};
  const ververs = async (eerst = false) => {
    let stand;
    try { stand = await haalOp(deuren); } catch { stand = { stukken: [], werk: [], dossiers: [] }; }
    for (const vak of vakken) {
      const wijze = vak.dataset.lvMijnwerk;
      if (wijze === "kort" || wijze === "overzicht") overzicht(vak, deuren, stand, wijze === "kort");
      else if (wijze === "dossiers") dossierlijst(vak, stand, ververs, eerst);
      else if (wijze === "voorbeeld") voorbeeldvak(vak, stand, ververs);
      else if (eerst) reservekopie(vak, deuren, stand, ververs);
    }
  };
  try { deuren = JSON.parse(vakken[0].dataset.lvDeuren); } catch { return; }
  await ververs(true);
  // Wie terugkomt uit een hulpmiddel, ziet wat er intussen veranderde.
  addEventListener("pageshow", (gebeurtenis) => { if (gebeurtenis.persisted) ververs(); });
}
if (vakken.length) (globalThis.requestIdleCallback || setTimeout)(() => beginMijnWerk());
