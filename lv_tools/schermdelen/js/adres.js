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

const SVG = "http://www.w3.org/2000/svg";
const RAND = 4;

// Altijd donker op wit, ook in een donker scherm: zo lezen alle telefoons de code.
function qrBeeld(rijen, label) {
  const maat = rijen.length + 2 * RAND;
  const beeld = document.createElementNS(SVG, "svg");
  beeld.setAttribute("viewBox", `0 0 ${maat} ${maat}`);
  beeld.setAttribute("role", "img");
  beeld.setAttribute("aria-label", label);
  beeld.setAttribute("shape-rendering", "crispEdges");
  const vlak = document.createElementNS(SVG, "rect");
  for (const [kenmerk, waarde] of [["width", maat], ["height", maat], ["fill", "#ffffff"]]) vlak.setAttribute(kenmerk, waarde);
  const vakjes = document.createElementNS(SVG, "path");
  const stap = (x, y) => `M${x + RAND} ${y + RAND}h1v1h-1z`;
  vakjes.setAttribute("d", rijen.map((rij, y) => [...rij].map((vakje, x) => (vakje === "1" ? stap(x, y) : "")).join("")).join(""));
  vakjes.setAttribute("fill", "#000000");
  beeld.append(vlak, vakjes);
  return beeld;
}

DELEN.qrcode = (deel) => {
  const e = deel.eigenschappen;
  const plaats = h("div", { class: "lvs-qr" });
  const zin = h("p");
  const el = h("div", {}, plaats, zin);
  const teken = () => {
    plaats.replaceChildren(...(e.rijen.length ? [qrBeeld(e.rijen, e.label)] : []));
    tekstOf(zin, e.zin);
  };
  teken();
  return { el, wijzig: teken };
};
