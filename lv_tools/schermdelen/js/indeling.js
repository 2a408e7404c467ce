import { DELEN, h, uniek } from "./kern.js";
import { stapadres } from "./stapadres.js";

// Houdt de kinderen van een knoop gelijk met de lijst uit Python; wat er al stond, blijft staan.
export function kinderen(plaats, ctx) {
  let delen = [];
  return (lijst) => {
    const vorige = new Map(delen.map((deel) => [deel.id, deel])); // een kenmerk kan intussen anders zijn
    const nu = new Map();
    for (const boom of lijst || []) {
      const bekend = vorige.get(boom.id);
      nu.set(boom.id, bekend && ctx.past(bekend, boom) ? ctx.werkBij(bekend, boom.eigenschappen) : ctx.bouw(boom));
    }
    for (const [id, deel] of vorige) if (nu.get(id) !== deel) ctx.ruimOp(deel);
    delen = [...nu.values()];
    const knopen = new Set(delen.map((deel) => deel.el));
    for (const oud of [...plaats.children]) if (!knopen.has(oud)) oud.remove();
    // Wat al goed staat, blijft staan: een knoop die verhuist, raakt de focus kwijt.
    let hier = plaats.firstElementChild;
    for (const knoop of knopen) {
      if (knoop === hier) hier = hier.nextElementSibling;
      else plaats.insertBefore(knoop, hier);
    }
  };
}

function bak(klas) {
  return (deel, ctx) => {
    const el = h("div", { class: klas });
    const vul = kinderen(el, ctx);
    vul(deel.eigenschappen.inhoud);
    return { el, wijzig: (nieuw) => "inhoud" in nieuw && vul(nieuw.inhoud) };
  };
}

DELEN.kolom = bak("lvs-kolom");
DELEN.rij = bak("lvs-rij");

function metKop(klas) {
  return (deel, ctx) => {
    const e = deel.eigenschappen;
    const niveau = e.kopniveau || e.niveau || 3;
    const kop = h(`h${niveau}`, { id: uniek(), class: "lvs-kop" });
    const romp = h("div", { class: "lvs-kolom" });
    const el = h("section", { class: klas }, kop, romp);
    const vul = kinderen(romp, ctx);
    const teken = () => {
      kop.textContent = e.titel || "";
      kop.hidden = !e.titel;
      if (e.titel) el.setAttribute("aria-labelledby", kop.id);
      else el.removeAttribute("aria-labelledby");
    };
    teken();
    vul(e.inhoud);
    // Na een stap naar een ander thema begint de lezer weer bij de kop.
    const focus = () => { kop.tabIndex = -1; kop.focus(); };
    return { el, focus, vast: ["kopniveau", "niveau"], wijzig: (nieuw) => { teken(); if ("inhoud" in nieuw) vul(e.inhoud); } };
  };
}

DELEN.bladzijde = metKop("lvs-bladzijde");
DELEN.sectie = metKop("lvs-sectie");

DELEN.uitklap = (deel, ctx) => {
  const e = deel.eigenschappen;
  const titel = h("summary", { class: "lvs-uitklapknop" });
  const romp = h("div", { class: "lvs-kolom" });
  const el = h("details", { class: "lvs-uitklap" }, titel, romp);
  const vul = kinderen(romp, ctx);
  titel.textContent = e.titel;
  el.open = Boolean(e.open);
  vul(e.inhoud);
  el.addEventListener("toggle", () => {
    if (el.open === Boolean(e.open)) return;
    e.open = el.open;
    ctx.stuur(deel, "wijziging", { waarde: el.open });
  });
  return {
    el,
    wijzig: (nieuw) => {
      titel.textContent = e.titel;
      el.open = Boolean(e.open);
      if ("inhoud" in nieuw) vul(e.inhoud);
    },
    focus: () => titel.focus(),
  };
};

DELEN.tabbladen = (deel, ctx) => {
  const e = deel.eigenschappen;
  const lijst = h("div", { role: "tablist", class: "lvs-tabs" });
  const el = h("div", { class: "lvs-tabbladen" }, lijst);
  lijst.setAttribute("aria-label", e.label);
  const bladen = e.inhoud.map((boom, plek) => {
    const tab = h("button", { type: "button", role: "tab", id: uniek(), class: "lvs-tab" });
    const paneel = h("div", { role: "tabpanel", id: uniek(), tabindex: "0", class: "lvs-paneel" });
    tab.textContent = e.opschriften[plek];
    tab.setAttribute("aria-controls", paneel.id);
    paneel.setAttribute("aria-labelledby", tab.id);
    const vul = kinderen(paneel, ctx);
    vul([boom]);
    tab.addEventListener("click", () => kies(plek, false));
    lijst.append(tab);
    el.append(paneel);
    return { tab, paneel, vul };
  });
  const teken = () => {
    lijst.hidden = Boolean(e.zonder_tabs);
    bladen.forEach(({ tab, paneel }, plek) => {
      const dit = plek === e.gekozen;
      paneel.setAttribute("role", e.zonder_tabs ? "group" : "tabpanel");
      if (e.zonder_tabs) paneel.removeAttribute("tabindex");
      else paneel.tabIndex = 0;
      tab.setAttribute("aria-selected", String(dit));
      tab.tabIndex = dit ? 0 : -1;
      paneel.hidden = !dit;
    });
  };
  // Een eerder antwoord van Python mag een nieuwere keuze van de lezer niet ongedaan maken.
  let eigen = e.gekozen;
  let lopend = 0;
  const kies = (plek, focus) => {
    if (focus) bladen[plek].tab.focus();
    if (plek === e.gekozen) return;
    e.gekozen = plek;
    teken();
    adres?.toon(plek, true);
    eigen = plek;
    lopend += 1;
    ctx.stuur(deel, "wijziging", { waarde: plek }).then(() => { lopend -= 1; });
    dispatchEvent(new Event("resize")); // figuren in het nieuwe blad meten hun breedte opnieuw
  };
  lijst.addEventListener("keydown", (gebeurtenis) => {
    const aantal = bladen.length;
    const naar = {
      ArrowRight: (e.gekozen + 1) % aantal, ArrowLeft: (e.gekozen + aantal - 1) % aantal,
      Home: 0, End: aantal - 1,
    }[gebeurtenis.key];
    if (naar === undefined) return;
    gebeurtenis.preventDefault();
    kies(naar, true);
  });
  teken();
  const adres = ctx.uitgave && e.adressen ? stapadres(e.adressen, (plek) => kies(plek, false)) : null;
  const gevraagd = adres ? adres.gevraagd() : -1;
  if (gevraagd >= 0 && gevraagd !== e.gekozen) {
    queueMicrotask(() => { // eerst staat het hele scherm er
      kies(gevraagd, false);
      ctx.voor?.raak();
    });
  } else adres?.toon(e.gekozen, false);
  return {
    el,
    vast: ["opschriften"],
    stop: () => adres?.stop(),
    wijzig: (nieuw) => {
      if ("inhoud" in nieuw) bladen.forEach(({ vul }, plek) => vul([e.inhoud[plek]]));
      if (lopend) e.gekozen = eigen;
      teken();
      if ("gekozen" in nieuw) adres?.toon(e.gekozen, ctx.opVerzoek());
    },
    focus: () => (e.zonder_tabs ? bladen[e.gekozen].paneel.querySelector(".lvs-kop") : bladen[e.gekozen].tab)?.focus(),
  };
};
