import { DELEN, h, tekstOf, uniek, zet } from "./kern.js";

const sleutel = (waarde) => (waarde === null ? "weet-niet" : String(waarde));

// Weet ik niet (null) en niet van toepassing (0) staan los van de schaal.
const BUITEN = new Set([null, 0]);

// Een stelling: fieldset met keuzerondjes, dus een halte voor Tab en pijltjes voor de schaal.
function stellingVan({ id, tekst, hulp }, nummer, schaal, kies) {
  const titel = h("legend", { class: "lvs-stelling" }, `${nummer}. ${tekst}`);
  const uitleg = hulp ? h("p", { id: uniek(), class: "lvs-hulp" }, hulp) : null;
  const groep = uniek();
  const rondjes = schaal.map(({ waarde }) =>
    h("input", { type: "radio", name: groep, id: uniek(), value: sleutel(waarde), change: () => kies(id, waarde) }));
  const opties = schaal.map(({ waarde, tekst: opschrift }, plek) =>
    h("label", { class: `lvs-optie${BUITEN.has(waarde) ? " lvs-apart" : ""}`, for: rondjes[plek].id }, rondjes[plek], h("span", {}, opschrift)));
  const el = h("fieldset", { class: "lvs-groep", "aria-describedby": uitleg?.id }, titel, uitleg, h("div", { class: "lvs-schaal" }, ...opties));
  return { id, el, rondjes };
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
  const stellingen = e.stellingen.map((stelling, plek) => stellingVan(stelling, plek + 1, e.schaal, kies));
  const lijst = h("div", { class: "lvs-stellingen" }, ...stellingen.map(({ el: kader }) => kader));
  const el = h("section", { class: "lvs-vragenlijst", "aria-labelledby": kop.id }, kop, uitleg, fout, lijst, voortgang);
  const tekenVoortgang = () => {
    const n = stellingen.filter(({ id }) => id in e.waarde).length;
    voortgang.textContent = `${n} van de ${stellingen.length} stellingen beantwoord${e.voor ? ` voor ${e.voor}` : ""}.`;
    for (const { id, el: kader } of stellingen) kader.classList.toggle("lvs-mis", Boolean(e.fout) && !(id in e.waarde));
  };
  const teken = () => {
    kop.textContent = e.label;
    tekstOf(uitleg, e.hulp);
    tekstOf(fout, e.fout);
    zet(lijst, "aria-describedby", e.fout ? fout.id : null);
    for (const { id, el: kader, rondjes } of stellingen) {
      kader.disabled = Boolean(e.uit);
      for (const rondje of rondjes) rondje.checked = id in e.waarde && rondje.value === sleutel(e.waarde[id]);
    }
    tekenVoortgang();
  };
  teken();
  const focus = () => {
    const open = stellingen.find(({ id }) => !(id in e.waarde)) || stellingen[0];
    open.rondjes[0].focus();
  };
  return { el, wijzig: teken, focus };
};
