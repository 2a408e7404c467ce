import { DELEN, h, uniek } from "./kern.js";
import { focuswacht } from "./focus.js";
import { eersteScherm } from "./eerste.js";
import { naDeKlik } from "./klikrust.js";
import { opslagInBrowser } from "./opslag.js";
import { blijvers, klapOpen, schik } from "./schikken.js";
import "./indeling.js";
import "./tekst.js";
import "./keuze.js";
import "./veld.js";
import "./formulier.js";
import "./vragenlijst.js";
import "./tabel.js";
import "./bestanden.js";
import "./figuur.js";
import "./bewaren.js";
import "./dossier.js";
import "./grote-vraag.js";
import "./wekker.js";
import "./kaartlijst.js";
import "./afdruk.js";
import "./adres.js";
import "./later.js";
import "./verzoek.js";
import "./deelbericht.js";

// De weergave van een scherm: bouwt de boom, stuurt gebeurtenissen en past wijzigingen toe.
//
// In de pagina staat het scherm er voordat Python er is (`voor`, zie book/_ext/levend/README.md). Dan
// wacht wat de lezer doet op zijn beurt, en is de boom die Python daarna geeft het laatste woord over
// alles wat de lezer niet zelf heeft gewijzigd.

const STORING = "Er ging iets mis bij het verwerken van uw laatste handeling. Wat u invulde, staat er nog. " +
  "Probeer het nog eens. Lukt dat niet, bewaar uw werk dan als bestand en laad de pagina opnieuw.";

const VERVALLEN = "Het veld waarin u als laatste typte, is er niet meer. Wat u daar typte, staat hieronder. " +
  "Neem het over waar het hoort; het is nog nergens bewaard.";

const NIET_GELEZEN = "De bestanden die u koos, zijn niet gelezen: dit deel van het scherm is intussen anders. Kijk wat er staat, en kies ze opnieuw.";
const KOMT = "Het hulpmiddel komt eraan. Wat u vroeg, gebeurt zodra het er is.";
const NIET = "Uw laatste klik is niet uitgevoerd: dit deel van het scherm is intussen anders. Kijk wat er staat, en doe het nog eens.";
const HAALT = "Uw werk van eerder wordt opgehaald.";
/** Hierop verwacht de lezer een antwoord dat alleen Python kan geven. */
const VRAAGT = new Set(["klik", "inzenden", "actie", "bestanden", "download", "lees"]);
/** Dit brengt de lezer ergens heen, en wacht bij het overnemen tot er staat waar het over gaat. */
const LATER = new Set(["meld", "focus", "naar-fouten"]);
/** Wat de lezer zelf aan een deel wijzigt; anders is het de waarde. */
const EIGEN = { uitklap: "open", tabbladen: "gekozen", groot: "maat", sortering: "sortering" };

const STIL = "Het hulpmiddel antwoordt al een tijd niet. Wacht nog even, of laad de pagina opnieuw. " +
  "Wat bewaard is, staat er daarna weer.";

function storingsvak() {
  const zin = h("p");
  const kop = h("summary");
  const technisch = h("code");
  const vak = h("div", { class: "lvs-storing", hidden: true }, zin,
    h("details", {}, kop, technisch),
    h("button", { type: "button", class: "lvs-knop lvs-klein", click: () => verberg() }, "Sluit deze melding"));
  const el = h("div", { role: "alert" }, vak);
  let over = null; // zegt bij wat daarna lukt of de melding nog waar is
  const verberg = () => { vak.hidden = true; };
  const toon = (tekst, uitleg = STORING, isOver = null) => {
    over = isOver;
    zin.textContent = uitleg;
    kop.textContent = uitleg === VERVALLEN ? "Wat u typte" : "Wat er precies misging";
    technisch.parentElement.open = uitleg === VERVALLEN;
    technisch.textContent = tekst;
    technisch.parentElement.hidden = !tekst;
    vak.hidden = false;
  };
  // Wat alsnog lukte, is geen storing meer. Wie de melding net leest met het toetsenbord, houdt haar tot hij weggaat.
  const gelukt = (zaak, vervallen) => {
    if (vak.hidden || !over?.(zaak, vervallen)) return;
    if (vak.contains(document.activeElement)) vak.addEventListener("focusout", verberg, { once: true });
    else verberg();
  };
  return { el, toon, gelukt };
}

// Wie eerder bezig was, ziet wat hij had, en kan ook met iets nieuws beginnen.
function verderRegel({ tijd }, opnieuw) {
  const toen = new Date(tijd);
  const dag = toen.toLocaleDateString("nl-NL", { day: "numeric", month: "long" });
  const uur = toen.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");
  return h("p", { class: "lvs-verder" }, `U ging hier verder op ${dag} om ${uur} uur. `,
    h("button", { type: "button", class: "lvs-knop lvs-klein", click: opnieuw }, "Begin opnieuw"));
}

function render({ model, el, voor, uitgave }) {
  const weergave = uniek();
  const delen = new Map();
  const wachtend = new Map();
  const typenden = new Set();
  const luisteraars = new Set();
  let nummer = 0;
  let versie = -1;
  let wortel = null;
  let overname = null; // Python haalt in wat de lezer al deed; hoe het scherm er daarna uitziet, komt nog
  let vroegBij = null; // wat de focus had bij de laatste vraag aan een Python dat nog moet komen
  let beschermd = null; // bij het overnemen: wat de lezer daarna nog wijzigde, per deel

  const gehoor = h("div", { role: "status", class: "lvs-gehoor" });
  const bezig = h("p", { class: "lvs-bezig", role: "status" });
  const toonBezig = (zin) => { if (bezig.textContent !== zin) bezig.textContent = zin; };
  const storing = storingsvak();
  const plaats = h("div");
  // Waarschuwingen staan boven in wat de lezer ziet, ook als hij ver naar beneden is.
  const boven = h("div", { class: "lvs-boven" }, storing.el);
  const vak = h("div", { class: "lvs lvs-scherm" }, boven, plaats, bezig, gehoor);
  // Zo hoog is de waarschuwing nu: wat de focus krijgt, komt eronder te staan (zie tekst.css).
  const meet = new ResizeObserver(() => document.documentElement.style.setProperty("--lvs-boven", `${boven.offsetHeight}px`));
  meet.observe(boven);
  el.append(vak);
  const wacht = focuswacht(vak);
  const teZeggen = { gewoon: [], fouten: [] };
  let zegKlok = 0;
  const zeg = () => {
    gehoor.textContent = "";
    clearTimeout(zegKlok);
    zegKlok = setTimeout(() => { // ook dezelfde zin twee keer wordt zo voorgelezen
      gehoor.textContent = [...teZeggen.gewoon.splice(0), ...teZeggen.fouten.splice(0)].join(" ");
    }, 60);
  };

  const ctx = {
    weergave,
    voor,
    uitgave,
    wortel: vak,
    boven,
    // Wat tegelijk gemeld wordt, klinkt na elkaar; niets valt weg.
    meld: (tekst) => { teZeggen.gewoon.push(tekst); zeg(); },
    meldFout: (tekst) => { teZeggen.fouten.push(tekst); zeg(); },
    zwijg: () => { teZeggen.fouten = []; },
    // Is Python nog bezig met iets van voor deze gebeurtenis?
    achterIets: (gebeurtenis) => [...wachtend.values()].findIndex(({ gereed }) => gereed === gebeurtenis) > 0,
    // Is wat er nu verandert een antwoord op een knop van de lezer?
    opVerzoek: () => Boolean(vroegBij) || [...wachtend.values()].some(({ naam }) => VRAAGT.has(naam)),
    // De belofte geeft de storing ("" als alles goed ging) zodra Python klaar is.
    stuur: (deel, naam, gegevens, buffers = [], voorop = false) => {
      if (voor && !voor.er) {
        if (VRAAGT.has(naam) || deel.soort === "tabbladen" || deel.soort === "uitklap") {
          toonBezig(KOMT);
          vroegBij = document.activeElement;
        }
        // Wie op een knop drukt en niets ziet gebeuren, drukt nog eens: dat is één keer vragen.
        const vorig = [...wachtend.values()].at(-1);
        if (VRAAGT.has(naam) && vorig?.deel === deel && vorig.naam === naam && JSON.stringify(vorig.gegevens) === JSON.stringify(gegevens)) return vorig.gereed;
      }
      const dit = ++nummer;
      let meldKlaar;
      const gereed = new Promise((gelukt) => { meldKlaar = gelukt; });
      const zaak = { dit, gereed, meldKlaar, klokken: [], deel, naam, gegevens };
      if (!voor || voor.er) zetKlokken(zaak);
      wachtend.set(dit, zaak);
      for (const luisteraar of luisteraars) luisteraar.gebeurtenis?.(deel, naam, gegevens, dit);
      model.send({ soort: "gebeurtenis", deel: deel.id, naam, gegevens, weergave, nummer: dit, ...(voorop ? { voorop } : {}) }, undefined, buffers);
      return gereed;
    },
    // Een veld meldt elke toets; naar Python gaat de tekst pas als het typen even stilvalt.
    getypt: (deel, waarde) => { for (const luisteraar of luisteraars) luisteraar.getypt?.(deel, waarde); },
    // Houd het scherm tegen tot het bij een ander bestand hoort, zonder dat de focus verspringt. Wie nu
    // typt, ziet dat er niets verandert; anders kwam zijn tekst in het verkeerde bestand terecht.
    vergrendel: () => {
      const stop = (gebeurtenis) => {
        const { target, type, key, ctrlKey, metaKey, altKey } = gebeurtenis;
        if (boven.contains(target)) return;
        if (type === "keydown" && (key === "Tab" || /^F\d/.test(key) || ctrlKey || metaKey || altKey)) return;
        gebeurtenis.preventDefault();
        gebeurtenis.stopPropagation();
      };
      const soorten = ["beforeinput", "click", "keydown", "mousedown"];
      for (const soort of soorten) vak.addEventListener(soort, stop, true);
      const lang = setTimeout(() => { toonBezig("Een ogenblik…"); }, 700);
      return () => {
        clearTimeout(lang);
        if (!wachtend.size) toonBezig("");
        for (const soort of soorten) vak.removeEventListener(soort, stop, true);
      };
    },
    // Houd het hele scherm dicht: wat er staat, hoort niet bij het bestand dat opengaat.
    sluit: () => {
      vak.inert = true;
      toonBezig(HAALT);
      return () => { vak.inert = false; };
    },
    // Hoe het scherm er nu uitziet, als boom.
    beeld: () => {
      const neem = ({ id, soort, eigenschappen: { inhoud, ...rest } }) => ({
        id, soort, eigenschappen: inhoud ? { ...rest, inhoud: inhoud.map((kind) => neem(delen.get(kind.id) || kind)) } : rest,
      });
      return { versie, wortel: neem(wortel) };
    },
    // Luister mee met wat er getypt wordt, wat er naar Python gaat, en wat daarvan verwerkt is.
    luister: (luisteraar) => {
      luisteraars.add(luisteraar);
      return () => luisteraars.delete(luisteraar);
    },
    // Velden waarin nog getypt wordt; afronden stuurt wat er staat meteen door.
    typen: (nieuw, weg) => {
      if (weg) typenden.delete(weg);
      if (nieuw) typenden.add(nieuw);
      return nieuw;
    },
    rondTypenAf: () => { for (const veld of typenden) veld.nu(); },
    // Wacht tot Python alles heeft verwerkt wat er nu nog loopt; ten hoogste twee seconden.
    rust: () => {
      ctx.rondTypenAf();
      const lopend = Promise.all([...wachtend.values()].map(({ gereed }) => gereed));
      return Promise.race([lopend, new Promise((gelukt) => { setTimeout(gelukt, 2000); })]);
    },
    focus: (id) => {
      const deel = delen.get(id);
      for (let om = deel?.el.closest("details"); om; om = om.parentElement.closest("details")) om.open = true;
      deel?.focus?.();
      // Naar wat de focus kreeg, niet naar het hele deel: een blad van vijf schermen lang is altijd al
      // voor een stuk in beeld.
      const nu = document.activeElement;
      const doel = deel?.el.contains(nu) ? nu : deel?.el;
      // Wie met Tab bij een knop komt en meteen drukt, is nog onderweg naar die knop: het zachte schuiven
      // daarheen loopt door, ook nadat hier iets in beeld is gezet. Daarom: stilzetten, en het beeld erna pas kiezen.
      scrollTo({ top: scrollY, behavior: "instant" });
      requestAnimationFrame(() => doel?.scrollIntoView({ block: "nearest", behavior: "instant" }));
    },
    bouw: (boom) => {
      const maak = DELEN[boom.soort];
      if (!maak) throw new Error(`onbekend schermdeel ${boom.soort}`);
      const deel = { id: boom.id, soort: boom.soort, eigenschappen: { ...boom.eigenschappen, ...beschermd?.get(boom.id) } };
      Object.assign(deel, maak(deel, ctx));
      deel.el.hidden = Boolean(deel.eigenschappen.verborgen);
      delen.set(deel.id, deel);
      return deel;
    },
    // Kan dit deel worden wat de boom zegt, of moet het opnieuw gebouwd?
    past: (deel, boom) => deel.soort === boom.soort && (deel.vast || []).every((wat) => {
      const lees = typeof wat === "function" ? wat : (e) => e[wat];
      return JSON.stringify(lees(deel.eigenschappen)) === JSON.stringify(lees(boom.eigenschappen));
    }),
    werkBij: (deel, gegeven) => {
      const nieuw = { ...gegeven, ...beschermd?.get(deel.id) };
      // De inhoud gaat altijd door: kinderen houden hun eigen stand bij en vergelijken zelf.
      const anders = Object.fromEntries(Object.entries(nieuw).filter(([naam, waarde]) =>
        naam === "inhoud" || JSON.stringify(waarde) !== JSON.stringify(deel.eigenschappen[naam])));
      if (!Object.keys(anders).length) return deel;
      Object.assign(deel.eigenschappen, anders);
      deel.wijzig?.(anders);
      deel.el.hidden = Boolean(deel.eigenschappen.verborgen);
      return deel;
    },
    ruimOp: (deel) => {
      deel.stop?.();
      if (delen.get(deel.id) === deel) delen.delete(deel.id);
      for (const kind of deel.eigenschappen.inhoud || []) {
        const kleiner = delen.get(kind.id);
        if (kleiner && deel.el.contains(kleiner.el)) ctx.ruimOp(kleiner);
      }
    },
  };
  const zetKlokken = (zaak) => {
    zaak.klokken = [
      setTimeout(() => { toonBezig("Een ogenblik…"); }, 700),
      setTimeout(() => { storing.toon("", STIL, () => true); }, 30000),
    ];
  };

  const toonBoom = (boom) => {
    versie = boom.versie;
    if (wortel && ctx.past(wortel, boom.wortel)) {
      ctx.werkBij(wortel, boom.wortel.eigenschappen);
    } else {
      if (wortel) ctx.ruimOp(wortel);
      wortel = ctx.bouw(boom.wortel);
      plaats.replaceChildren(wortel.el);
    }
  };
  // Python heeft het bestand open. Geef de delen die er al stonden haar kenmerken, en daarna alles wat wachtte.
  const haalIn = (boom) => {
    ctx.rondTypenAf();
    const er = model.get("boom").wortel;
    const namen = schik(er, boom.wortel);
    const blijft = blijvers(er, namen);
    const heet = (id) => (blijft.has(id) ? namen.get(id) : `weg ${id}`); // wat niet blijft, wordt straks opnieuw gebouwd
    const stond = [...delen.values()];
    delen.clear();
    for (const deel of stond) {
      const { inhoud } = deel.eigenschappen;
      deel.id = heet(deel.id);
      if (inhoud) deel.eigenschappen.inhoud = inhoud.map((kind) => ({ ...kind, id: heet(kind.id) }));
      delen.set(deel.id, deel);
    }
    overname.tot = nummer;
    let mis = false;
    const open = klapOpen(er, boom.wortel, namen).map((id) => ({ soort: "gebeurtenis", deel: id, naam: "wijziging", gegevens: { waarde: true }, weergave }));
    voor.haalIn((inhoud) => {
      const { deel, naam, nummer: dit } = inhoud;
      if (namen.has(deel)) return { ...inhoud, deel: namen.get(deel) };
      if (naam === "wijziging") return inhoud; // Python zoekt op naam waar de tekst hoort
      mis ||= VRAAGT.has(naam);
      klaar({ nummer: dit, vervallen: true });
      return null;
    }, open);
    const vanaf = nummer;
    if (mis) storing.toon("", NIET, ({ dit, naam }, vervallen) => !vervallen && dit > vanaf && VRAAGT.has(naam));
  };
  // Python heeft ingehaald wat er lag. Zij weet alles beter, behalve wat de lezer intussen nog wijzigde.
  const neemBoomOver = (boom) => {
    ctx.rondTypenAf();
    beschermd = new Map([...wachtend.values()].filter(({ naam }) => naam === "wijziging" || naam === "sortering")
      .map(({ deel, naam, gegevens }) => [deel.id, { [EIGEN[deel.soort] || EIGEN[naam] || "waarde"]: gegevens.waarde }]));
    // Wie na zijn vraag ergens anders verder ging, blijft daar.
    const nu = document.activeElement;
    const elders = nu !== vroegBij && vak.contains(nu);
    wacht.voor();
    toonBoom(boom);
    beschermd = null;
    const { later } = overname;
    overname = null;
    for (const [bericht, buffers] of later) if (!elders || bericht.soort === "meld") opBericht(bericht, buffers);
    vroegBij = null;
    wacht.na();
  };
  const hallo = () => model.send({ soort: "hallo", versie });
  const pasToe = ({ versie: nieuw, lijst }) => {
    if (nieuw !== versie + 1) { hallo(); return; }
    versie = nieuw;
    wacht.voor();
    for (const { deel: id, eigenschappen, behalve } of lijst) {
      const deel = delen.get(id);
      const voorHier = Object.entries(eigenschappen).filter(([naam]) => behalve[naam] !== weergave);
      if (deel) ctx.werkBij(deel, Object.fromEntries(voorHier));
    }
    // Binnen een gebeurtenis kan Python de focus zelf nog zetten; dat weten we als zij klaar is.
    if (!wachtend.size) wacht.na();
  };
  const klaar = (bericht) => {
    const zaak = wachtend.get(bericht.nummer);
    if (zaak) {
      zaak.klokken.forEach(clearTimeout);
      wachtend.delete(bericht.nummer);
      for (const luisteraar of luisteraars) luisteraar.klaar?.(bericht.nummer);
      zaak.meldKlaar(bericht.storing || "");
    }
    if (!wachtend.size) toonBezig("");
    wacht.na();
    if (bericht.storing && zaak) {
      const { deel: { id }, naam } = zaak; // lukt hetzelfde daarna wel, dan is het verholpen
      storing.toon(bericht.storing, globalThis.lvLaatZin?.(bericht.reden), (later, vervallen) => !vervallen && later.deel.id === id && later.naam === naam);
    } else if (zaak) storing.gelukt(zaak, bericht.vervallen);
    // Een klik op iets wat net weg is, is al gebeurd; getypte tekst en gekozen bestanden mogen niet stil
    // verdwijnen. Wie lang in zijn mappen zoekt, kiest soms voor een deel dat intussen anders is.
    const waarde = zaak?.gegevens.waarde;
    const getypt = zaak?.naam === "wijziging" && typeof waarde === "string" ? waarde.trim() : "";
    if (bericht.vervallen && getypt) storing.toon(getypt, VERVALLEN);
    if (bericht.vervallen && zaak?.naam === "bestanden") storing.toon("", NIET_GELEZEN, (later, ook) => !ook && later.naam === "bestanden");
  };
  const opBericht = (bericht, buffers) => {
    if (bericht.weergave && bericht.weergave !== weergave) return; // voor een andere weergave van dit scherm
    if (overname && bericht.soort === "boom") {
      if (!voor.ingehaald) haalIn(bericht.boom);
      else if (![...wachtend.keys()].some((dit) => dit <= overname.tot)) neemBoomOver(bericht.boom);
    } else if (overname && bericht.soort === "wijzigingen") return; // de hele boom komt nog
    else if (overname && LATER.has(bericht.naam ?? bericht.soort)) overname.later.push([bericht, buffers]);
    else if (bericht.soort === "boom") toonBoom(bericht.boom);
    else if (bericht.soort === "wijzigingen") pasToe(bericht);
    else if (bericht.soort === "klaar") klaar(bericht);
    else if (bericht.soort === "meld") ctx.meld(bericht.tekst);
    else if (bericht.soort === "opdracht") {
      delen.get(bericht.deel)?.opdracht?.(bericht.naam, bericht.gegevens, buffers || []);
      if (LATER.has(bericht.naam)) ctx.focus(bericht.deel);
    }
  };
  const [hoor, teHoren, hoorNiet] = naDeKlik(opBericht);
  const gaatWeg = () => {
    ctx.rondTypenAf();
    for (const luisteraar of luisteraars) luisteraar.weg?.();
  };
  const weg = () => { if (document.visibilityState === "hidden") gaatWeg(); };
  document.addEventListener("visibilitychange", weg);
  addEventListener("pagehide", gaatWeg);
  // In een vol scherm hoort de waarschuwing daarbinnen, anders ziet niemand haar.
  const volScherm = () => {
    const groot = document.fullscreenElement;
    if (groot && vak.contains(groot)) groot.prepend(boven);
    else vak.prepend(boven);
  };
  document.addEventListener("fullscreenchange", volScherm);
  const neemOver = () => {
    overname = { tot: nummer, later: [] };
    for (const zaak of wachtend.values()) zetKlokken(zaak);
  };
  const weerWachten = () => {
    overname = null;
    teHoren.length = 0; // wat van die Python nog wachtte, geldt niet meer
    toonBezig(""); // wat eraan kwam, kwam niet; waarom niet, zegt de pagina
    for (const { klokken } of wachtend.values()) klokken.forEach(clearTimeout);
  };
  model.on("msg:custom", hoor);
  if (voor) {
    model.on("overname", neemOver);
    model.on("los", weerWachten);
  }
  toonBoom(model.get("boom"));
  if (!voor) hallo();
  else if (voor.eigen) {
    const bewaren = [...delen.values()].find(({ soort }) => soort === "bewaren");
    plaats.prepend(verderRegel(voor.eigen, () => { toonBezig(voor.er ? "" : KOMT); bewaren.nieuw(); }));
  }
  return () => {
    model.off("msg:custom", hoor);
    hoorNiet();
    teHoren.length = 0;
    document.removeEventListener("visibilitychange", weg);
    document.removeEventListener("fullscreenchange", volScherm);
    removeEventListener("pagehide", gaatWeg);
    meet.disconnect();
    if (wortel) ctx.ruimOp(wortel);
  };
}

export { eersteScherm, opslagInBrowser };
export default { render };
