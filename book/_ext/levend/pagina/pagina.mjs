/** Begin: zoek de hulpmiddelen op de pagina en maak hun knop bruikbaar. */
import { Hulpmiddel } from "./hulpmiddel.mjs";
import { Kern } from "./kern.mjs";

const bron = document.getElementById("lv-lading");
const lading = JSON.parse(bron.textContent);
lading.wortel = new URL(bron.dataset.lvWortel, document.baseURI).href;
// Alle adressen staan ten opzichte van de wortel van de site: zo werkt elke map en elk domein.
for (const naam of ["pyodide", "python", "lv", "widgets", "anywidget", "werker", "scherm"]) {
  if (lading[naam]) lading[naam] = lading.wortel + lading[naam];
}
for (const naam of Object.keys(lading.deelnemer ?? {})) lading.deelnemer[naam] = lading.wortel + lading.deelnemer[naam];
// Scripts van delen die pas komen als zij op het scherm staan; zie schermdelen/js/later.js.
globalThis.lvLater = Object.fromEntries(Object.entries(lading.later ?? {}).map(([naam, adres]) => [naam, lading.wortel + adres]));
lading.hulpmiddelen = lading.hulpmiddelen.map((adres) => lading.wortel + adres);
for (const bestand of lading.bestanden) bestand.adres = lading.wortel + bestand.adres;

const vakken = document.querySelectorAll(".lv-hulpmiddel");
if (kanDraaien()) {
  const kern = new Kern(lading);
  globalThis.lvKern = kern; // voor de meting en voor wie een melding onderzoekt
  const hulpmiddelen = Array.from(vakken, (vak) => new Hulpmiddel(vak, kern));
  kern.addEventListener("klaar", () => {
    for (const { code, toestand } of hulpmiddelen) if (["rust", "staat"].includes(toestand)) kern.bereidVoor(code);
  });
} else {
  for (const vak of vakken) {
    vak.classList.remove("lv-wacht");
    vak.querySelector(".lv-oud").hidden = false;
  }
}

/** Heeft deze browser wat de hulpmiddelen nodig hebben? */
function kanDraaien() {
  return (
    typeof Worker === "function" &&
    typeof WebAssembly === "object" &&
    typeof WebAssembly.instantiateStreaming === "function" &&
    typeof structuredClone === "function" &&
    typeof AbortSignal.any === "function" // anywidget vraagt hierom
  );
}

// Als laatste, dus ook van een half script te onderscheiden: de wacht in de pagina (cel.py) kan rusten.
globalThis.lvBegonnen = true;
