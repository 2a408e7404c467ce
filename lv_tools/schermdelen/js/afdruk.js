import { DELEN, h } from "./kern.js";

// Druk een document af zoals de browser dat doet. De bladzijde bestaat uit tekstknopen: niets wordt als HTML gelezen.

// De letters van een poster zijn zo groot als er op één vel past: de maten van het vel, en de grootste letter.
const POSTER = { "A3 liggend": [420, 297, 14], "A4 liggend": [297, 210, 10] };
const RAND_MM = 8;
const KLEINSTE_LETTER = 4.5;
const MM_PER_PIXEL = 25.4 / 96;
function maakPassend(raam, [breed, hoog, grootste]) {
  const { body } = raam.contentDocument;
  raam.style.width = `${breed - 2 * RAND_MM}mm`;
  for (let punten = grootste; punten >= KLEINSTE_LETTER; punten -= 0.25) {
    body.style.fontSize = `${punten}pt`;
    if (body.getBoundingClientRect().height * MM_PER_PIXEL <= hoog - 2 * RAND_MM - 1) return;
  }
}

const BLOKKEN = {
  kop: ({ niveau, tekst }) => h(`h${niveau + 1}`, {}, tekst),
  alinea: ({ regels, klein, nadruk }) => {
    const p = h("p", { class: klein ? "klein" : nadruk ? "nadruk" : null });
    regels.forEach((regel, plek) => p.append(...(plek ? [h("br")] : []), regel));
    return p;
  },
  lijst: ({ punten, genummerd }) => h(genummerd ? "ol" : "ul", {}, ...punten.map((punt) => h("li", {}, punt))),
  tabel: ({ bijschrift, kolommen, rijen, breedtes, rijkop }) => h("table", {},
    h("caption", {}, bijschrift),
    h("thead", {}, h("tr", {}, ...kolommen.map((kolom, plek) => h("th", { scope: "col", width: `${breedtes[plek]}%` }, kolom)))),
    h("tbody", {}, ...rijen.map((rij) => h("tr", {}, ...rij.map((cel, plek) =>
      h(rijkop && !plek ? "th" : "td", { scope: rijkop && !plek ? "row" : null }, cel)))))),
  plaat: ({ titel, woorden, bron, breed }) => h("figure", {}, h("figcaption", {}, titel), h("img", { src: bron, alt: woorden, width: `${breed}%` })),
  paginaeinde: () => h("div", { class: "einde" }),
};

export function papier({ blokken, papier: soort, stijl: vorm }) {
  const raam = h("iframe", { class: "lvs-papier", title: "Om af te drukken", "aria-hidden": "true", tabindex: "-1" });
  document.body.append(raam);
  const blad = raam.contentDocument;
  blad.documentElement.lang = "nl";
  blad.title = blokken[0]?.tekst || "";
  const stijl = blad.createElement("style");
  const maten = POSTER[soort];
  stijl.textContent = vorm;
  blad.head.append(stijl);
  blad.body.append(...blokken.map((blok) => BLOKKEN[blok.soort](blok)));
  if (maten) maakPassend(raam, maten);
  return raam;
}

DELEN.afdruk = (deel, ctx) => {
  const e = deel.eigenschappen;
  const knop = h("button", { type: "button", class: "lvs-knop", click: () => ctx.stuur(deel, "klik", {}) });
  const status = h("p", { role: "status", class: "lvs-status" });
  const el = h("div", { class: "lvs-download" }, knop, status);
  const teken = () => {
    knop.textContent = e.tekst;
    knop.disabled = Boolean(e.uit);
  };
  teken();
  return {
    el,
    wijzig: teken,
    focus: () => knop.focus(),
    opdracht: async (naam, gegevens) => {
      if (naam !== "druk-af") return;
      document.querySelector(".lvs-papier")?.remove();
      const raam = papier(gegevens);
      status.textContent = "Het afdrukvenster van uw browser gaat open. Daar kunt u ook een pdf kiezen.";
      await Promise.all([...raam.contentDocument.images].map((plaat) => plaat.decode()));
      raam.contentWindow.print();
    },
  };
};
