import { grootFiguur, plaatsOpschriften } from "./figuur-groot.js";

// Een bord dat het scherm vult terwijl antwoorden binnenkomen (camera.js): de figuur krijgt daar haar eigen
// maat, met opschriften zo groot als de tekst ernaast. Past zij niet in één keer, dan is er een volgend deel.

const PAGINALETTER = 14; // waarin figuur-groot.js rekent
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
  const zin = figuur.querySelector(".lvs-figuur-zin");
  const voet = figuur.querySelector(".lvs-figuur-voet");
  const blad = document.createElement("canvas").getContext("2d");
  let [nu, delen, stand] = [0, 1, ""];
  const plaats = document.createElement("span");
  const ga = (stap) => {
    const naar = Math.min(delen - 1, Math.max(0, nu + stap));
    if (naar === nu) return;
    nu = naar;
    vak.teken();
  };
  const balk = document.createElement("div");
  balk.className = "lvs-knoppen lvs-muurdelen";
  balk.hidden = true;
  plaats.setAttribute("role", "status");
  balk.append(knopVan("‹", "Vorig deel van de figuur", () => ga(-1)), plaats, knopVan("›", "Volgend deel van de figuur", () => ga(1)));
  voet.before(balk);

  const letter = () => parseFloat(getComputedStyle(zin).fontSize);
  const ruimte = () => {
    const stijl = getComputedStyle(bord);
    const boven = vak.getBoundingClientRect().top - bord.getBoundingClientRect().top + bord.scrollTop;
    const onder = voet.offsetHeight + balk.offsetHeight + 16 + parseFloat(stijl.paddingBottom);
    return Math.max(8 * letter(), Math.floor(bord.clientHeight - boven - onder));
  };
  const meet = (tekst) => {
    blad.font = `${PAGINALETTER}px ${getComputedStyle(vak).fontFamily}`;
    return blad.measureText(tekst).width;
  };
  vak.muur = {
    pas: (eigen) => {
      const schaal = letter() / PAGINALETTER;
      const stukken = () => grootFiguur(eigen, { breed: vak.clientWidth / schaal, hoog: ruimte() / schaal, meet });
      let alle = stukken();
      balk.hidden = alle.length < 2;
      if (!balk.hidden) alle = stukken(); // de knoppen nemen zelf ook plaats in
      [delen, nu] = [alle.length, Math.min(nu, alle.length - 1)];
      plaats.textContent = `Deel ${nu + 1} van ${delen}`;
      balk.firstElementChild.disabled = nu === 0;
      balk.lastElementChild.disabled = nu === delen - 1;
      const { data, layout } = alle[nu];
      const font = { ...layout.font, family: getComputedStyle(vak).fontFamily, size: PAGINALETTER };
      return { data, layout: { ...layout, font, transition: { duration: 0 } } };
    },
    schik: async (Plotly, doek, data, layout, instelling) => {
      const hoog = ruimte();
      const maal = Math.min(letter() / PAGINALETTER, hoog / layout.height, vak.clientWidth / layout.width);
      vak.style.height = `${Math.ceil(layout.height * maal)}px`;
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
      const nieuw = [ruimte(), letter(), vak.clientWidth].join();
      if (nieuw === stand) return;
      stand = nieuw;
      vak.teken?.();
    },
    weg: () => {
      balk.remove();
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
