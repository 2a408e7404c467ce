import { DELEN, h } from "./kern.js";

// Druk een document af zoals de browser dat doet. De bladzijde bestaat uit tekstknopen: niets wordt als HTML gelezen.

const STIJL = `@page { size: A4; margin: 2cm } body { font: 11pt/1.45 system-ui, sans-serif; color: #1d2529; margin: 0 }
h1 { font-size: 19pt; margin: 0 0 10pt; color: #0f5b66 } h2 { font-size: 14pt; margin: 16pt 0 5pt; color: #0f5b66 } h3 { font-size: 12pt; margin: 12pt 0 4pt; color: #0f5b66 }
h4 { font-size: 11pt; margin: 10pt 0 3pt } h1, h2, h3, h4, caption { break-after: avoid } p { margin: 0 0 6pt; orphans: 2; widows: 2; overflow-wrap: anywhere }
p.klein { font-size: 9.5pt; color: #46555b } p.nadruk { font-weight: 600; break-after: avoid } ul, ol { margin: 0 0 8pt; padding-left: 18pt }
table { border-collapse: collapse; width: calc(100% - 1px); margin: 6pt 0 12pt; table-layout: fixed; overflow-wrap: anywhere } caption { text-align: left; font-weight: 600; margin-bottom: 4pt }
th, td { border: 1px solid #64747a; padding: 3pt 5pt; text-align: left; vertical-align: top } thead th { background: #e3eff0 } tr { break-inside: avoid } .einde { break-after: page }`;

// Een poster is één vel: smalle randen, en elke regel van een cel op een eigen regel. De letters zijn zo groot als er past.
const POSTER = { "A3 liggend": ["A3", 420, 297, 14], "A4 liggend": ["A4", 297, 210, 10] };
const RAND_MM = 8;
const KLEINSTE_LETTER = 4.5;
const MM_PER_PIXEL = 25.4 / 96;
const poster = (maat) => `@page { size: ${maat} landscape; margin: ${RAND_MM}mm } body { line-height: 1.25 } h1 { font-size: 1.6em; margin: 0 0 .3em } h2 { font-size: 1.15em; margin: .8em 0 .1em } h3 { font-size: 1.05em; margin: .6em 0 .1em }
p, p.klein { font-size: .9em; margin: 0 } table { font-size: 1em; line-height: 1.25; margin: .3em 0 } caption { margin: 0 } th, td { padding: .15em .35em }
tbody :is(th, td) { white-space: pre-line } tr { break-inside: auto }`;

function maakPassend(raam, [, breed, hoog, grootste]) {
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
  paginaeinde: () => h("div", { class: "einde" }),
};

export function papier(blokken, soort) {
  const raam = h("iframe", { class: "lvs-papier", title: "Om af te drukken", "aria-hidden": "true", tabindex: "-1" });
  document.body.append(raam);
  const blad = raam.contentDocument;
  blad.documentElement.lang = "nl";
  blad.title = blokken[0]?.tekst || "";
  const stijl = blad.createElement("style");
  const maten = POSTER[soort];
  stijl.textContent = maten ? `${STIJL} ${poster(maten[0])}` : STIJL;
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
    opdracht: (naam, gegevens) => {
      if (naam !== "druk-af") return;
      document.querySelector(".lvs-papier")?.remove();
      const raam = papier(gegevens.blokken, gegevens.papier);
      status.textContent = "Het afdrukvenster van uw browser gaat open. Daar kunt u ook een pdf kiezen.";
      raam.contentWindow.print();
    },
  };
};
