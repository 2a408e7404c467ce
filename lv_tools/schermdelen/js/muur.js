import { grootFiguur, plaatsOpschriften } from "./figuur-groot.js";

// Een bord dat het scherm vult terwijl antwoorden binnenkomen (camera.js): de figuur krijgt daar haar eigen
// maat, met opschriften zo groot als de tekst ernaast. Wat dan niet in één keer past, gaat in delen: eerst de
// figuur, zo nodig in stukken, en een lange zin erna.

const PAGINALETTER = 14; // waarin figuur-groot.js rekent
const REGELS = 2.7; // een zin van twee regels staat boven de figuur
const TOETS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

function knopVan(tekst, naam, doe) {
  const el = document.createElement("button");
  Object.assign(el, { type: "button", className: "lvs-knop lvs-klein", textContent: tekst });
  el.setAttribute("aria-label", naam);
  el.addEventListener("click", doe);
  return el;
}

// Een figuur op de muur; `bord` is het bord eromheen.
function hangOp(vak, bord) {
  const figuur = vak.parentElement;
  const titel = figuur.querySelector(".lvs-figuur-titel");
  const zin = figuur.querySelector(".lvs-figuur-zin");
  const voet = figuur.querySelector(".lvs-figuur-voet");
  const blad = document.createElement("canvas").getContext("2d");
  let [nu, stukken, stand] = [0, 1, ""];
  let gemeten = "";
  let isLang = false; // de zin laat te weinig plaats voor de figuur, en krijgt een eigen deel
  const plaats = document.createElement("span");
  const delen = () => stukken + (isLang ? 1 : 0);
  const ga = (stap) => {
    nu = Math.min(delen() - 1, Math.max(0, nu + stap));
    toon();
    vak.teken();
  };
  const balk = document.createElement("div");
  balk.className = "lvs-knoppen lvs-muurdelen";
  balk.hidden = true;
  plaats.setAttribute("role", "status");
  balk.append(knopVan("‹", "Vorig deel van de figuur", () => ga(-1)), plaats, knopVan("›", "Volgend deel van de figuur", () => ga(1)));
  voet.before(balk);

  const toon = () => {
    nu = Math.min(nu, delen() - 1);
    const isZin = isLang && nu === delen() - 1;
    zin.hidden = isLang && !isZin;
    vak.style.display = isZin ? "none" : "";
    balk.hidden = delen() < 2;
    zin.classList.toggle("lvs-muurzin", isZin);
    zin.style.minHeight = isZin ? `${ruimte(zin)}px` : ""; // de voet blijft waar hij stond
    const stap = `Deel ${nu + 1} van ${delen()}`;
    if (plaats.textContent !== stap) plaats.textContent = stap;
    balk.firstElementChild.setAttribute("aria-disabled", String(nu === 0));
    balk.lastElementChild.setAttribute("aria-disabled", String(nu === delen() - 1));
  };
  const letter = () => parseFloat(getComputedStyle(titel).fontSize);
  // Zoveel is er over onder de bovenkant van dit stuk van de figuur.
  const ruimte = (stuk = vak) => {
    const boven = stuk.getBoundingClientRect().top - bord.getBoundingClientRect().top + bord.scrollTop;
    const onder = Math.max(voet.offsetHeight, balk.offsetHeight) + 12 + parseFloat(getComputedStyle(bord).paddingBottom);
    return Math.max(8 * letter(), Math.floor(bord.clientHeight - boven - onder));
  };
  const meet = (tekst) => {
    blad.font = `${PAGINALETTER}px ${getComputedStyle(vak).fontFamily}`;
    return blad.measureText(tekst).width;
  };
  vak.muur = {
    pas: (eigen) => {
      const schaal = letter() / PAGINALETTER;
      const alle = grootFiguur(eigen, { breed: vak.clientWidth / schaal, hoog: ruimte() / schaal, meet });
      stukken = alle.length;
      toon();
      const { data, layout } = alle[Math.min(nu, stukken - 1)];
      const font = { ...layout.font, family: getComputedStyle(vak).fontFamily, size: PAGINALETTER };
      return { data, layout: { ...layout, font, transition: { duration: 0 } } };
    },
    schik: async (Plotly, doek, data, layout, instelling) => {
      const hoog = ruimte();
      const maal = Math.min(letter() / PAGINALETTER, hoog / layout.height, vak.clientWidth / layout.width);
      vak.style.height = `${hoog}px`; // de voet staat bij elk deel op dezelfde plaats
      Object.assign(doek.style, { width: `${layout.width}px`, height: `${layout.height}px`, transform: `scale(${maal})`, transformOrigin: "0 0" });
      const { w, h } = doek._fullLayout._size; // hoe groot het vlak binnen de assen is, weet alleen de tekenaar
      const beter = plaatsOpschriften({ data, layout }, [w, h], meet);
      if (beter.data !== data) await Plotly.react(doek, beter.data, beter.layout, instelling);
      vak.dataset.maal = maal.toFixed(2);
    },
  };
  return {
    ga,
    // Er komt tekst bij, of het bord verandert van maat: dan is er meer of minder plaats.
    kijk: () => {
      const tekst = [zin.textContent, letter(), figuur.clientWidth].join();
      if (tekst !== gemeten) {
        gemeten = tekst;
        zin.hidden = false;
        isLang = zin.offsetHeight > REGELS * letter();
        toon();
      }
      const nieuw = [ruimte(), letter(), vak.clientWidth, nu].join();
      if (nieuw === stand) return;
      stand = nieuw;
      vak.teken?.();
    },
    weg: () => {
      balk.remove();
      zin.hidden = false;
      zin.classList.remove("lvs-muurzin");
      zin.style.minHeight = vak.style.display = "";
      delete vak.muur;
      delete vak.dataset.maal;
      vak.style.height = "";
      const doek = vak.firstElementChild;
      if (doek) Object.assign(doek.style, { width: "", height: "", transform: "", transformOrigin: "" });
      vak.teken?.();
    },
  };
}

/** Houd de figuren op een bord zo groot als het bord; geeft wat dat weer ongedaan maakt. */
function hang(bord) {
  const hangt = new Map();
  const kijk = () => {
    for (const [vak, figuur] of hangt) {
      if (vak.isConnected) continue;
      hangt.delete(vak);
      figuur.weg();
    }
    for (const vak of bord.querySelectorAll(".lvs-figuur > .lvs-tekening")) {
      if (!hangt.has(vak)) hangt.set(vak, hangOp(vak, bord));
      hangt.get(vak).kijk();
    }
  };
  const toets = (gebeurtenis) => {
    const stap = TOETS[gebeurtenis.key];
    if (!stap || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey || gebeurtenis.target.closest?.("input, textarea, select")) return;
    for (const figuur of hangt.values()) figuur.ga(stap);
  };
  const klok = setInterval(kijk, 300);
  bord.addEventListener("keydown", toets);
  kijk();
  return () => {
    clearInterval(klok);
    bord.removeEventListener("keydown", toets);
    for (const figuur of hangt.values()) figuur.weg();
  };
}

export default hang;
