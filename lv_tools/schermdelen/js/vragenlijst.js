import { DELEN, h, tekstOf, uniek, zet } from "./kern.js";

const sleutel = (waarde) => (waarde === null ? "weet-niet" : String(waarde));

// Weet ik niet (null) en niet van toepassing (0) staan los van de schaal.
const BUITEN = new Set([null, 0]);

// Een stelling: fieldset met keuzerondjes, dus een halte voor Tab en pijltjes voor de schaal.
function stellingVan({ id }, schaal, kies) {
  const titel = h("legend", { class: "lvs-stelling" });
  const uitleg = h("p", { id: uniek(), class: "lvs-hulp" });
  const groep = uniek();
  const rondjes = schaal.map(({ waarde }) =>
    h("input", { type: "radio", name: groep, id: uniek(), value: sleutel(waarde), change: () => kies(id, waarde) }));
  const opties = schaal.map(({ waarde, tekst: opschrift }, plek) =>
    h("label", { class: `lvs-optie${BUITEN.has(waarde) ? " lvs-apart" : ""}`, for: rondjes[plek].id }, rondjes[plek], h("span", {}, opschrift)));
  const el = h("fieldset", { class: "lvs-groep" }, titel, uitleg, h("div", { class: "lvs-schaal" }, ...opties));
  // Wie een andere rol kiest, kan dezelfde stelling in andere woorden krijgen, of haar niet krijgen.
  const zeg = ({ tekst, hulp, weg }, nummer) => {
    titel.textContent = `${nummer}. ${tekst}`;
    tekstOf(uitleg, hulp);
    zet(el, "aria-describedby", hulp ? uitleg.id : null);
    el.hidden = Boolean(weg);
  };
  return { id, el, rondjes, zeg };
}

DELEN.vragenlijst = (deel, ctx) => {
  const e = deel.eigenschappen;
  const kop = h(`h${e.niveau}`, { id: uniek(), class: "lvs-kop" });
  const uitleg = h("p");
  const fout = h("p", { class: "lvs-fout", id: uniek() });
  const voortgang = h("p", { class: "lvs-status" });
  const kies = (id, waarde) => {
    e.waarde = { ...e.waarde, [id]: waarde };
    tekenVoortgang();
    ctx.stuur(deel, "wijziging", { waarde: e.waarde });
  };
  const stellingen = e.stellingen.map((stelling) => stellingVan(stelling, e.schaal, kies));
  const gevraagd = () => stellingen.filter((_, plek) => !e.stellingen[plek].weg);
  const kaders = stellingen.map(({ el: kader }) => kader);
  const lijst = h("div", { class: "lvs-stellingen" }, ...kaders.splice(0, e.eerst || kaders.length));
  // Wat later mag, staat dicht zolang er niets van is ingevuld.
  const later = kaders.length ? h("details", { class: "lvs-uitklap" }, h("summary", {}, e.meer), h("div", { class: "lvs-stellingen" }, ...kaders)) : "";
  const klap = () => { if (later) later.open ||= stellingen.some(({ id, el: kader }) => later.contains(kader) && (e.fout || id in e.waarde)); };
  const el = h("section", { class: "lvs-vragenlijst", "aria-labelledby": kop.id }, kop, uitleg, fout, lijst, later, voortgang);
  const tekenVoortgang = () => {
    const nu = gevraagd();
    const n = nu.filter(({ id }) => id in e.waarde).length;
    voortgang.textContent = `${n} van de ${nu.length} beantwoord.`;
    for (const { id, el: kader } of stellingen) kader.classList.toggle("lvs-mis", Boolean(e.fout) && !(id in e.waarde));
  };
  const teken = () => {
    kop.textContent = e.label;
    tekstOf(uitleg, e.hulp);
    tekstOf(fout, e.fout);
    zet(lijst, "aria-describedby", e.fout ? fout.id : null);
    let nummer = 0;
    for (const [plek, { id, el: kader, rondjes, zeg }] of stellingen.entries()) {
      nummer += e.stellingen[plek].weg ? 0 : 1;
      zeg(e.stellingen[plek], nummer);
      kader.disabled = Boolean(e.uit);
      for (const rondje of rondjes) rondje.checked = id in e.waarde && rondje.value === sleutel(e.waarde[id]);
    }
    tekenVoortgang();
    klap();
  };
  teken();
  const focus = () => {
    const nu = gevraagd();
    const open = nu.find(({ id }) => !(id in e.waarde)) || nu[0] || stellingen[0];
    if (later && later.contains(open.el)) later.open = true;
    open.rondjes[0].focus();
  };
  return { el, vast: ["schaal", "niveau", ({ stellingen: alle }) => alle.map(({ id }) => id)], wijzig: teken, focus };
};
