import { DELEN, h, uniek } from "./kern.js";
import { focuswacht } from "./focus.js";
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

// De weergave van een scherm: bouwt de boom, stuurt gebeurtenissen en past wijzigingen toe.

const STORING = "Er ging iets mis bij het verwerken van uw laatste handeling. Wat u invulde, staat er nog. " +
  "Probeer het nog eens. Lukt dat niet, bewaar uw werk dan als bestand en laad de pagina opnieuw.";

const VERVALLEN = "Het veld waarin u als laatste typte, is er niet meer. Wat u daar typte, staat hieronder. " +
  "Neem het over waar het hoort; het is nog nergens bewaard.";

const STIL = "Het hulpmiddel antwoordt al een tijd niet. Wacht nog even, of laad de pagina opnieuw. " +
  "Wat bewaard is, staat er daarna weer.";

function storingsvak() {
  const zin = h("p");
  const kop = h("summary");
  const technisch = h("code");
  const vak = h("div", { class: "lvs-storing", hidden: true }, zin,
    h("details", {}, kop, technisch),
    h("button", { type: "button", class: "lvs-knop lvs-klein", click: () => { vak.hidden = true; } }, "Sluit deze melding"));
  const el = h("div", { role: "alert" }, vak);
  const toon = (tekst, uitleg = STORING, titel = "Wat er precies misging") => {
    zin.textContent = uitleg;
    kop.textContent = titel;
    technisch.parentElement.open = uitleg === VERVALLEN;
    technisch.textContent = tekst;
    technisch.parentElement.hidden = !tekst;
    vak.hidden = false;
  };
  return { el, toon };
}

function render({ model, el }) {
  const weergave = uniek();
  const delen = new Map();
  const wachtend = new Map();
  const typenden = new Set();
  const luisteraars = new Set();
  let nummer = 0;
  let versie = -1;
  let wortel = null;

  const gehoor = h("div", { role: "status", class: "lvs-gehoor" });
  const bezig = h("p", { class: "lvs-bezig", role: "status" });
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
    wortel: vak,
    boven,
    // Wat tegelijk gemeld wordt, klinkt na elkaar; niets valt weg.
    meld: (tekst) => { teZeggen.gewoon.push(tekst); zeg(); },
    meldFout: (tekst) => { teZeggen.fouten.push(tekst); zeg(); },
    zwijg: () => { teZeggen.fouten = []; },
    // Is Python nog bezig met iets van voor deze gebeurtenis?
    achterIets: (gebeurtenis) => [...wachtend.values()].findIndex(({ gereed }) => gereed === gebeurtenis) > 0,
    // De belofte geeft de storing ("" als alles goed ging) zodra Python klaar is.
    stuur: (deel, naam, gegevens, buffers = []) => {
      const dit = ++nummer;
      let meldKlaar;
      const gereed = new Promise((gelukt) => { meldKlaar = gelukt; });
      const klokken = [
        setTimeout(() => { bezig.textContent = "Een ogenblik…"; }, 700),
        setTimeout(() => { storing.toon("", STIL); }, 30000),
      ];
      wachtend.set(dit, { gereed, meldKlaar, klokken, naam, waarde: gegevens.waarde });
      for (const luisteraar of luisteraars) luisteraar.gebeurtenis?.(deel, naam, gegevens, dit);
      model.send({ soort: "gebeurtenis", deel: deel.id, naam, gegevens, weergave, nummer: dit }, undefined, buffers);
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
      const lang = setTimeout(() => { bezig.textContent = "Een ogenblik…"; }, 700);
      return () => {
        clearTimeout(lang);
        if (!wachtend.size) bezig.textContent = "";
        for (const soort of soorten) vak.removeEventListener(soort, stop, true);
      };
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
      deel?.el.scrollIntoView({ block: "nearest" });
    },
    bouw: (boom) => {
      const maak = DELEN[boom.soort];
      if (!maak) throw new Error(`onbekend schermdeel ${boom.soort}`);
      const deel = { id: boom.id, soort: boom.soort, eigenschappen: { ...boom.eigenschappen } };
      Object.assign(deel, maak(deel, ctx));
      deel.el.hidden = Boolean(deel.eigenschappen.verborgen);
      delen.set(deel.id, deel);
      return deel;
    },
    werkBij: (deel, nieuw) => {
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
      delen.delete(deel.id);
      for (const kind of deel.eigenschappen.inhoud || []) {
        const kleiner = delen.get(kind.id);
        if (kleiner) ctx.ruimOp(kleiner);
      }
    },
  };

  const toonBoom = (boom) => {
    versie = boom.versie;
    if (wortel && wortel.id === boom.wortel.id) {
      ctx.werkBij(wortel, boom.wortel.eigenschappen);
    } else {
      if (wortel) ctx.ruimOp(wortel);
      wortel = ctx.bouw(boom.wortel);
      plaats.replaceChildren(wortel.el);
    }
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
    if (!wachtend.size) bezig.textContent = "";
    wacht.na();
    if (bericht.storing && zaak) storing.toon(bericht.storing, globalThis.lvLaatZin?.(bericht.reden));
    // Een klik op iets wat net weg is, is al gebeurd; getypte tekst mag niet stil verdwijnen.
    const getypt = zaak?.naam === "wijziging" && typeof zaak.waarde === "string" ? zaak.waarde.trim() : "";
    if (bericht.vervallen && getypt) storing.toon(getypt, VERVALLEN, "Wat u typte");
  };
  const opBericht = (bericht, buffers) => {
    if (bericht.weergave && bericht.weergave !== weergave) return; // voor een andere weergave van dit scherm
    if (bericht.soort === "boom") toonBoom(bericht.boom);
    else if (bericht.soort === "wijzigingen") pasToe(bericht);
    else if (bericht.soort === "klaar") klaar(bericht);
    else if (bericht.soort === "meld") ctx.meld(bericht.tekst);
    else if (bericht.soort === "opdracht") {
      delen.get(bericht.deel)?.opdracht?.(bericht.naam, bericht.gegevens, buffers || []);
      if (bericht.naam === "focus") ctx.focus(bericht.deel);
    }
  };
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
  model.on("msg:custom", opBericht);
  toonBoom(model.get("boom"));
  hallo();
  return () => {
    model.off("msg:custom", opBericht);
    document.removeEventListener("visibilitychange", weg);
    document.removeEventListener("fullscreenchange", volScherm);
    removeEventListener("pagehide", gaatWeg);
    meet.disconnect();
    if (wortel) ctx.ruimOp(wortel);
  };
}

export default { render };
