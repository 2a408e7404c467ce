import { DELEN, h, kopieer, tekstOf, uniek } from "./kern.js";

// Het adres van de bladzijde aan Python vertellen; het deel zelf is niet te zien.
DELEN.adres = (deel, ctx) => {
  const meld = () => {
    const { origin, pathname, hash, protocol } = location;
    const adres = protocol === "file:" ? "" : origin + pathname;
    if (hash.includes("=")) ctx.voor?.raak(); // een scan in de link: alleen Python kan die lezen
    ctx.stuur(deel, "adres", { adres, hekje: hash.slice(0, 100000) });
  };
  if (deel.eigenschappen.luister) {
    addEventListener("hashchange", meld);
    queueMicrotask(meld);
  }
  return { el: h("div", { hidden: true }), stop: () => removeEventListener("hashchange", meld) };
};

DELEN.kopieerveld = (deel) => {
  const e = deel.eigenschappen;
  const id = uniek();
  const naam = h("label", { for: id, class: "lvs-label" });
  const hulp = h("p", { id: uniek(), class: "lvs-hulp" });
  const veld = h("input", { id, type: "text", class: "lvs-invoer", readonly: true, "aria-describedby": hulp.id, focus: () => veld.select() });
  const status = h("p", { role: "status", class: "lvs-status" });
  const knop = h("button", { type: "button", class: "lvs-knop", click: () => kopieer(veld, status) }, "Kopieer");
  const el = h("div", { class: "lvs-veld lvs-kopieer" }, naam, hulp, h("div", { class: "lvs-kopieerrij" }, veld, knop), status);
  const teken = () => {
    naam.textContent = e.label;
    tekstOf(hulp, e.hulp);
    knop.setAttribute("aria-label", `Kopieer: ${e.label}`);
    if (veld.value !== e.tekst) { veld.value = e.tekst; status.textContent = ""; }
  };
  teken();
  return { el, wijzig: teken, focus: () => knop.focus() };
};
