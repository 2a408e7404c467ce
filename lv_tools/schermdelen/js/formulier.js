import { DELEN, h, tekstOf, uniek } from "./kern.js";
import { kinderen } from "./indeling.js";

DELEN.formulier = (deel, ctx) => {
  const e = deel.eigenschappen;
  const kop = h("p", { id: uniek(), class: "lvs-overzichtkop" });
  const lijst = h("ul");
  const overzicht = h("div", { class: "lvs-overzicht", role: "group", tabindex: "-1", "aria-labelledby": kop.id }, kop, lijst);
  const romp = h("div", { class: "lvs-kolom" });
  const knop = h("button", { type: "submit", class: "lvs-knop lvs-hoofd" });
  const status = h("p", { role: "status", class: "lvs-status" });
  const el = h("form", { class: "lvs-formulier", novalidate: true }, overzicht, romp, knop, status);
  const vul = kinderen(romp, ctx);
  const naar = (id) => (gebeurtenis) => {
    gebeurtenis.preventDefault();
    ctx.focus(id);
  };
  const teken = () => {
    knop.textContent = e.knop;
    status.textContent = e.bericht || "";
    overzicht.hidden = !e.fouten.length;
    kop.textContent = e.fouten.length === 1 ? "Er klopt nog 1 ding niet" : `Er kloppen nog ${e.fouten.length} dingen niet`;
    lijst.replaceChildren(...e.fouten.map(({ deel: id, zin }) => h("li", {}, id ? h("a", { href: `#${id}`, click: naar(id) }, zin) : zin)));
  };
  el.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    ctx.rondTypenAf();
    tekstOf(status, "");
    status.hidden = false;
    ctx.stuur(deel, "inzenden", {});
  });
  vul(e.inhoud);
  teken();
  return {
    el,
    wijzig: (nieuw) => {
      if ("inhoud" in nieuw) vul(e.inhoud);
      teken();
    },
    opdracht: (naam) => {
      if (naam !== "naar-fouten") return;
      ctx.zwijg(); // het overzicht met de focus leest de fouten al voor
      overzicht.focus();
    },
  };
};
