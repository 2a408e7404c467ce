import { DELEN, begeleiding, h, naTypen, uniek } from "./kern.js";

// Cijfers zijn gewone tekst: een browser met een andere taal zou de komma anders weigeren.
const TOETSEN = { getal: "decimal", percentage: "decimal", geheel: "numeric" };

DELEN.invoerveld = (deel, ctx) => {
  const e = deel.eigenschappen;
  const id = uniek();
  const lang = e.vorm === "tekstvak";
  const naam = h("label", { for: id, class: "lvs-label" });
  const invoer = h(lang ? "textarea" : "input", {
    id, class: `lvs-invoer${e.vorm in TOETSEN || e.vorm === "datum" ? " lvs-kort" : ""}`,
    type: lang ? null : "text", inputmode: TOETSEN[e.vorm], rows: lang ? 4 : null, autocomplete: "off",
    "aria-required": e.verplicht ? "true" : null,
  });
  const bij = begeleiding(e);
  const el = h("div", { class: "lvs-veld" }, naam, bij.hulp, bij.fout, invoer);
  let verlaten = false;
  const typen = ctx.typen(naTypen(() => {
    e.waarde = invoer.value;
    ctx.stuur(deel, "wijziging", { waarde: invoer.value, verlaten });
    verlaten = false;
  }));
  const teken = () => {
    naam.textContent = e.label + (e.verplicht ? "" : " (mag leeg blijven)");
    invoer.disabled = Boolean(e.uit);
    bij.koppel([invoer], el);
  };
  invoer.addEventListener("input", () => {
    ctx.getypt(deel, invoer.value);
    typen.typ();
  });
  invoer.addEventListener("change", () => {
    verlaten = true;
    typen.typ();
    typen.nu();
  });
  invoer.value = e.waarde ?? "";
  teken();
  return {
    el,
    wijzig: (nieuw) => {
      if ("waarde" in nieuw && invoer.value !== e.waarde) invoer.value = e.waarde ?? "";
      teken();
    },
    focus: () => invoer.focus(),
    stop: () => ctx.typen(null, typen),
  };
};
