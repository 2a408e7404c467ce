import { DELEN, h, tekstOf } from "./kern.js";

// Een rij kaarten op volgorde, elk met knoppen. Slepen kan ook, maar alles gaat met knoppen.

DELEN.kaartlijst = (deel, ctx) => {
  const e = deel.eigenschappen;
  const lijst = h("ol", { class: "lvs-kaarten" });
  const leeg = h("p", { tabindex: "-1" });
  const el = h("div", {}, lijst, leeg);
  let gesleept = null;

  const knop = (kaart, actie) => h("button", {
    type: "button", class: "lvs-knop lvs-klein", disabled: Boolean(actie.uit), "data-actie": actie.naam,
    "aria-pressed": "aan" in actie ? String(actie.aan) : null,
    "aria-label": `${actie.tekst}: ${kaart.titel}`,
    click: () => ctx.stuur(deel, "actie", { kaart: kaart.id, naam: actie.naam }),
  }, actie.tekst);
  const maak = (kaart) => {
    const li = h("li", { class: "lvs-kaart", "data-kaart": kaart.id, draggable: e.sleepbaar && kaart.sleepbaar ? "true" : null },
      kaart.boven ? h("p", { class: "lvs-kaart-boven" }, kaart.boven) : null,
      h("p", { class: "lvs-kaart-titel" }, kaart.titel),
      kaart.onder ? h("p", { class: "lvs-hulp" }, kaart.onder) : null,
      ...(kaart.meer || []).map((regel) => h("p", {}, regel)),
      kaart.uitleg ? h("details", { class: "lvs-uitklap lvs-kaart-uitleg" },
        h("summary", { class: "lvs-uitklapknop" }, kaart.uitlegtitel || "Uitleg"), h("p", {}, kaart.uitleg)) : null,
      h("div", { class: "lvs-knoppen" }, ...kaart.acties.map((actie) => knop(kaart, actie))));
    if (kaart.merk) li.dataset.merk = kaart.merk;
    li.addEventListener("dragstart", (g) => { gesleept = kaart.id; g.dataTransfer.setData("text/plain", kaart.titel); });
    li.addEventListener("dragover", (g) => { if (gesleept) g.preventDefault(); });
    li.addEventListener("drop", (g) => {
      g.preventDefault();
      if (gesleept && gesleept !== kaart.id) ctx.stuur(deel, "actie", { kaart: gesleept, naam: "naar", doel: kaart.id });
      gesleept = null;
    });
    return li;
  };
  const zoek = (id) => [...lijst.children].find((li) => li.dataset.kaart === id);
  const teken = () => {
    const actief = lijst.contains(document.activeElement) ? document.activeElement : null;
    const waar = actief?.closest("li");
    const plek = [...lijst.children].indexOf(waar);
    const open = new Set([...lijst.querySelectorAll("details[open]")].map((d) => d.closest("li").dataset.kaart));
    lijst.replaceChildren(...e.kaarten.map(maak));
    for (const id of open) zoek(id)?.querySelector("details")?.setAttribute("open", "");
    lijst.setAttribute("aria-label", e.label);
    lijst.hidden = !e.kaarten.length;
    tekstOf(leeg, e.kaarten.length ? "" : e.leeg);
    if (!actief) return;
    if (!e.kaarten.length) { // de laatste is weg: begin bij de zin die dat zegt
      if (e.leeg) leeg.focus();
      return;
    }
    // De focus blijft bij de kaart; is die geruild of weg, dan bij wat er nu op die plek staat.
    const nu = zoek(waar?.dataset.kaart) || lijst.children[Math.min(plek, lijst.children.length - 1)];
    const knoppen = [...(nu?.querySelectorAll("button") || [])];
    const zelfde = knoppen.find((k) => k.dataset.actie === actief.dataset.actie && !k.disabled);
    (zelfde || knoppen.find((k) => !k.disabled))?.focus();
  };
  teken();
  return { el, wijzig: teken, focus: () => (e.kaarten.length ? lijst.querySelector("button") : leeg)?.focus() };
};
