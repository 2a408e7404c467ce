import { DELEN, begeleiding, h, uniek } from "./kern.js";
import { alvast } from "./verzoek.js";

DELEN.keuzelijst = (deel, ctx) => {
  const e = deel.eigenschappen;
  alvast(e, ctx.voor);
  const id = uniek();
  const naam = h("label", { for: id, class: "lvs-label" });
  const lijst = h("select", { id, class: "lvs-invoer" });
  const bij = begeleiding(e, ctx);
  const el = h("div", { class: "lvs-veld" }, naam, bij.hulp, bij.fout, lijst);
  const vul = () => {
    const opties = e.opties.map(([waarde, opschrift]) => h("option", { value: waarde }, opschrift));
    if (e.leeg) opties.unshift(h("option", { value: "" }, e.leeg));
    lijst.replaceChildren(...opties);
  };
  const teken = () => {
    naam.textContent = e.label;
    lijst.value = e.waarde ?? "";
    lijst.disabled = Boolean(e.uit);
    bij.koppel([lijst], el);
  };
  lijst.addEventListener("change", () => {
    e.waarde = lijst.value || null;
    ctx.stuur(deel, "wijziging", { waarde: e.waarde });
  });
  vul();
  teken();
  return { el, wijzig: (nieuw) => { if ("opties" in nieuw) vul(); teken(); }, focus: () => lijst.focus() };
};

// Rondjes en vinkjes zijn gelijk op het soort invoer en het lezen van de waarde na.
function keuzegroep(soort, leesWaarde, isGekozen) {
  return (deel, ctx) => {
    const e = deel.eigenschappen;
    const groep = uniek();
    const titel = h("legend", { class: "lvs-label" });
    const bij = begeleiding(e, ctx);
    const rooster = h("div", { class: "lvs-opties" });
    const knoppen = h("div", { class: "lvs-snel" });
    const el = h("fieldset", { class: "lvs-groep" }, titel, bij.hulp, bij.fout, knoppen, rooster);
    let invoer = [];
    const stuur = () => {
      e.waarde = leesWaarde(invoer);
      ctx.stuur(deel, "wijziging", { waarde: e.waarde });
    };
    const vul = () => {
      // Een hele zin als opschrift leest alleen goed als zij de hele breedte krijgt.
      rooster.classList.toggle("lvs-zinnen", e.opties.some(([, opschrift]) => opschrift.length > 60));
      invoer = e.opties.map(([waarde]) => h("input", { type: soort, name: groep, value: waarde, id: uniek(), change: stuur }));
      rooster.replaceChildren(...e.opties.map(([, opschrift], plek) =>
        h("label", { class: "lvs-optie", for: invoer[plek].id }, invoer[plek], h("span", {}, opschrift))));
    };
    const allemaal = (aan) => () => {
      for (const vakje of invoer) vakje.checked = aan;
      stuur();
    };
    if (e.snel) {
      knoppen.append(
        h("button", { type: "button", class: "lvs-knop lvs-klein", click: allemaal(true), "aria-label": `Alles kiezen bij ${e.label}` }, "Alles kiezen"),
        h("button", { type: "button", class: "lvs-knop lvs-klein", click: allemaal(false), "aria-label": `Niets kiezen bij ${e.label}` }, "Niets kiezen"),
      );
    }
    const teken = () => {
      titel.textContent = e.label;
      el.disabled = Boolean(e.uit);
      for (const vakje of invoer) vakje.checked = isGekozen(e.waarde, vakje.value);
      bij.koppel([el], el);
    };
    vul();
    teken();
    const focus = () => (invoer.find((vakje) => vakje.checked) || invoer[0])?.focus();
    return { el, vast: ["snel"], wijzig: (nieuw) => { if ("opties" in nieuw) vul(); teken(); }, focus };
  };
}

DELEN.keuzerondjes = keuzegroep(
  "radio",
  (invoer) => invoer.find((vakje) => vakje.checked)?.value ?? null,
  (waarde, sleutel) => waarde === sleutel,
);
DELEN.vinkjes = keuzegroep(
  "checkbox",
  (invoer) => invoer.filter((vakje) => vakje.checked).map((vakje) => vakje.value),
  (waarde, sleutel) => (waarde || []).includes(sleutel),
);

DELEN.vinkje = (deel, ctx) => {
  const e = deel.eigenschappen;
  const vakje = h("input", { type: "checkbox", id: uniek() });
  const tekst = h("span");
  const bij = begeleiding(e, ctx);
  const el = h("div", { class: "lvs-veld" }, h("label", { class: "lvs-optie", for: vakje.id }, vakje, tekst), bij.hulp, bij.fout);
  const teken = () => {
    tekst.textContent = e.label;
    vakje.checked = Boolean(e.waarde);
    vakje.disabled = Boolean(e.uit);
    bij.koppel([vakje], el);
  };
  vakje.addEventListener("change", () => {
    e.waarde = vakje.checked;
    ctx.stuur(deel, "wijziging", { waarde: e.waarde });
  });
  teken();
  return { el, wijzig: teken, focus: () => vakje.focus() };
};

DELEN.knop = (deel, ctx) => {
  const e = deel.eigenschappen;
  const el = h("button", { type: "button", click: () => ctx.stuur(deel, "klik", {}) });
  const teken = () => {
    el.textContent = e.tekst;
    el.className = `lvs-knop${e.hoofd ? " lvs-hoofd" : ""}`;
    el.disabled = Boolean(e.uit);
  };
  teken();
  return { el, wijzig: teken, focus: () => el.focus() };
};
