import { grootFiguur, plaatsOpschriften } from "./figuur-groot.js";
import { snijd } from "./schermen.js";

// Een uitkomst op het grote scherm: elk scherm één figuur of één kop, met letters voor achterin de zaal.
// Dit script komt pas na een klik (figuur.js), en neemt van de bladzijde alleen wat het krijgt. Het
// toont wat er in de uitkomst staat en loopt mee als die verandert; aan het werk zelf komt het niet.

const MUURSTIJL = `
.lvs dialog.lvp { position: fixed; inset: 0; width: 100vw; height: 100vh; height: 100dvh; max-width: none; max-height: none; margin: 0; border: 0; overflow: hidden;
  padding: calc(.55 * var(--lvp)) calc(1.1 * var(--lvp)) calc(.3 * var(--lvp)); background: var(--lvs-vlak); color: var(--lvs-tekst); font-size: var(--lvp); line-height: 1.28; }
.lvs dialog.lvp[open] { display: flex; flex-direction: column; gap: calc(.25 * var(--lvp)); }
.lvs dialog.lvp::backdrop { background: var(--lvs-vlak); }
.lvs dialog.lvp:focus-visible { outline: none !important; }
.lvs .lvp :is(p, ul, ol, h2) { max-width: none; }
.lvs .lvp .lvp-titel { font-size: 1.2em; font-weight: 650; line-height: 1.15; margin: 0; text-wrap: balance; }
.lvs .lvp .lvp-deel { font-weight: 400; }
.lvs .lvp .lvp-zin { margin: 0; }
.lvs .lvp .lvp-vak { flex: 1 1 0; min-height: 0; overflow: hidden; position: relative; }
.lvs .lvp .lvp-tekst { font-size: calc(var(--lvp) * var(--lvp-groei, 1)); padding-top: .3em; height: 100%; overflow: hidden; }
.lvs .lvp .lvp-tekst :is(p, li) { margin: 0 0 .4em; }
.lvs .lvp .lvp-tekst :is(ul, ol) { margin: 0; padding-inline-start: 1.4em; }
.lvs .lvp .lvp-tekst.lvp-schuift { overflow-y: auto; }
.lvs .lvp table { border-collapse: collapse; color: inherit; font-size: inherit; width: auto; margin: 0; display: table; }
.lvs .lvp :is(td, th) { text-align: start; vertical-align: top; padding: .15em .9em .15em 0; border-bottom: 1px solid var(--lvs-rand); color: inherit; background: none; font-size: inherit; }
.lvs .lvp thead th { border-bottom-width: 3px; }
.lvs .lvp .lvs-getal { text-align: end; }
.lvs .lvp .lvp-voet { display: flex; gap: 1em; align-items: end; justify-content: space-between; font-size: max(13px, calc(.56 * var(--lvp))); line-height: 1.25; min-height: calc(1.15 * var(--lvp)); }
.lvs .lvp .lvp-voet p { margin: 0; }
.lvs .lvp .lvp-balk { display: flex; gap: .5em; align-items: center; flex: 0 0 auto; }
.lvs .lvp .lvp-balk button { font: inherit; min-height: 28px; min-width: 28px; padding: .1em .6em; color: inherit; background: var(--lvs-vlak-2); border: 1px solid var(--lvs-rand); border-radius: .3em; cursor: pointer; }
.lvs .lvp .lvp-balk button[aria-disabled="true"] { color: var(--lvs-rand); cursor: default; }
.lvs .lvp.lvp-stil { cursor: none; }
.lvs .lvp.lvp-stil .lvp-balk:not(:focus-within) button { opacity: 0; }
.lvs .lvp .lvp-zwart { position: absolute; inset: 0; background: #000; cursor: none; }
@media (max-width: 40rem) { .lvs .lvp .lvp-voet { flex-wrap: wrap; } .lvs .lvp .lvp-balk { flex-wrap: wrap; } }
@media (forced-colors: active) { .lvs .lvp .lvp-balk button { border-color: ButtonText; } }
`;

const NA = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const TERUG = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
const RUST = 3000;

function knoop(soort, kenmerken = {}, ...inhoud) {
  const el = document.createElement(soort);
  for (const [naam, waarde] of Object.entries(kenmerken)) el.setAttribute(naam, waarde);
  el.append(...inhoud);
  return el;
}

function tekstvak(punten) {
  const vak = knoop("div", { class: "lvp-tekst" });
  let lijst = null;
  for (const { alinea, lijst: inLijst, nummer, vervolg } of punten) {
    const zinnen = alinea.map(({ tekst, nadruk }) => (nadruk ? knoop("strong", {}, tekst) : tekst));
    if (!inLijst) {
      lijst = null;
      vak.append(knoop("p", {}, ...zinnen));
      continue;
    }
    if (!lijst) vak.append((lijst = knoop(nummer ? "ol" : "ul", nummer > 1 ? { start: nummer } : {})));
    lijst.append(knoop("li", vervolg ? { style: "list-style: none" } : {}, ...zinnen));
  }
  return vak;
}

function tabelvak({ titel, kolommen, rijen }) {
  const klas = (k) => (kolommen[k].getallen ? { class: "lvs-getal" } : {});
  const cel = ({ t, m }) => (t === undefined ? "–" : [t, m].filter(Boolean).join(" "));
  const tabel = knoop("table", { "aria-label": titel },
    knoop("thead", {}, knoop("tr", {}, ...kolommen.map((kolom, k) => knoop("th", { scope: "col", ...klas(k) }, kolom.titel)))),
    knoop("tbody", {}, ...rijen.map((rij) => knoop("tr", {}, ...rij.map((deel, k) =>
      knoop(k ? "td" : "th", { ...(k ? {} : { scope: "row" }), ...klas(k) }, cel(deel)))))));
  return knoop("div", { class: "lvp-tekst" }, tabel);
}

function projecteer(deel, ctx, plotly, vulIn, instelling, knop) {
  const bron = () => {
    const zoek = (boom) => {
      const lijst = boom.eigenschappen.inhoud || [];
      return lijst.some(({ id }) => id === deel.id) ? boom : lijst.map(zoek).find(Boolean);
    };
    return zoek(ctx.beeld().wortel);
  };
  const opDeel = knop.parentElement;
  const plekPagina = [scrollX, scrollY];
  const naam = deel.eigenschappen.titel || "";

  const titel = knoop("h2", { class: "lvp-titel" });
  const zin = knoop("p", { class: "lvp-zin" });
  const vak = knoop("div", { class: "lvp-vak" });
  const voet = knoop("p");
  const plaats = knoop("span", { class: "lvp-plek" });
  const gehoor = knoop("div", { class: "lvs-gehoor", "aria-live": "polite" });
  const knopje = (tekst, doe, label) => {
    const el = knoop("button", { type: "button", "data-lm-suppress-shortcuts": "true", ...(label ? { "aria-label": label } : {}) }, tekst);
    el.addEventListener("click", doe);
    return el;
  };
  const vorige = knopje("‹", () => ga(-1), "Vorige");
  const volgende = knopje("›", () => ga(1), "Volgende");
  const vol = knopje("Vul het scherm", () => vul());
  const donker = knopje("Zwart", () => maakZwart(!zwart.isConnected), "Zwart scherm");
  const terug = knopje("Terug", () => sluit(), "Terug naar het hulpmiddel");
  const balk = knoop("div", { class: "lvp-balk", role: "group", "aria-label": "Bladeren" }, vorige, plaats, volgende, donker, vol, terug);
  const zwart = knoop("div", { class: "lvp-zwart" });
  const venster = knoop("dialog", { class: "lvp", "aria-label": `Op het grote scherm: ${naam}`, tabindex: "-1", "data-lm-suppress-shortcuts": "true" },
    knoop("style", {}, MUURSTIJL), titel, zin, vak, knoop("div", { class: "lvp-voet" }, voet, balk), gehoor);

  let schermen = [];
  let weg = 0;
  let nu = 0;
  let beurt = 0;
  let letter = 30;
  let werdVol = false;
  let stond = "";

  const meet = () => {
    const { clientWidth: breed, clientHeight: hoog } = venster;
    letter = Math.max(16, Math.min(hoog / 24, breed / 42));
    venster.style.setProperty("--lvp", `${letter}px`);
    return { breed: Math.floor((breed - 2.2 * letter) / (letter * 0.5)), regels: Math.floor((hoog - 4.4 * letter) / (letter * 1.28)) };
  };
  const zetKop = (scherm) => {
    titel.replaceChildren(scherm.titel);
    if (scherm.van) titel.append(" ", knoop("span", { class: "lvp-deel" }, `(${scherm.deel} van ${scherm.van})`));
    zin.textContent = scherm.zin || "";
    zin.hidden = !scherm.zin || scherm.deel > 1; // de zin is gelezen; wat volgt, heeft de plaats
    voet.textContent = [scherm.boven, scherm.voet].filter(Boolean).join(" · ");
  };
  const blad = document.createElement("canvas").getContext("2d");
  const meetLetters = (tekst) => {
    blad.font = `14px ${getComputedStyle(venster).fontFamily}`;
    return blad.measureText(tekst).width;
  };
  // De plaats voor een figuur, in maten van de bladzijde: op het eerste scherm met de zin erboven.
  const stukkenFiguur = (scherm) => {
    const schaal = letter / 14;
    const hoog = (deel) => {
      zetKop({ ...scherm, deel, van: 2 });
      return vak.clientHeight / schaal;
    };
    const verder = hoog(2);
    return grootFiguur(scherm.figuur, { breed: vak.clientWidth / schaal, hoog: hoog(1), verder, meet: meetLetters });
  };
  const knip = (scherm) => stukkenFiguur(scherm).length;
  const inhoud = () => {
    const maat = meet();
    vak.replaceChildren();
    const boom = bron();
    return boom ? snijd(boom, naam, maat, knip) : { schermen: [], weg: 0 };
  };

  const tekenFiguur = async (scherm, mijn) => {
    const stukken = stukkenFiguur(scherm);
    zetKop(scherm);
    const figuur = stukken[scherm.stuk] || stukken[0];
    const klad = knoop("span");
    venster.append(klad);
    const { data, layout } = vulIn(figuur, (kleur) => {
      klad.style.color = `var(${kleur.replace("--lv-", "--lvs-")})`;
      return getComputedStyle(klad).color;
    });
    klad.remove();
    const doek = knoop("div", { role: "img", "aria-label": [scherm.titel, scherm.zin].filter(Boolean).join(". ") });
    const schaal = Math.min(letter / 14, vak.clientHeight / layout.height);
    Object.assign(doek.style, { width: `${layout.width}px`, height: `${layout.height}px`, transform: `scale(${schaal})`, transformOrigin: "0 0" });
    layout.font = { ...layout.font, family: getComputedStyle(venster).fontFamily, size: 14 };
    layout.transition = { duration: 0 };
    try {
      const Plotly = await plotly();
      if (mijn !== beurt) return;
      vak.replaceChildren(doek);
      await Plotly.newPlot(doek, data, layout, { ...instelling, staticPlot: true });
      const { w, h } = doek._fullLayout._size; // hoe groot het vlak binnen de assen is, weet alleen de tekenaar
      const beter = plaatsOpschriften({ data, layout }, [w, h], meetLetters);
      if (mijn === beurt && beter.data !== data) await Plotly.react(doek, beter.data, beter.layout, { ...instelling, staticPlot: true });
      for (const blad of doek.querySelectorAll("svg")) blad.setAttribute("aria-hidden", "true");
    } catch (fout) {
      console.warn("figuur niet getekend", fout);
      if (mijn === beurt) vak.replaceChildren(knoop("p", {}, "Deze figuur kan hier niet worden getekend. In het hulpmiddel staan dezelfde gegevens als tabel."));
    }
    if (mijn === beurt) venster.dataset.getekend = String(beurt);
  };
  // De grootste letter die past: wie achterin zit, leest liever drie grote regels dan drie kleine.
  const zetTekst = (blok, groeien) => {
    vak.replaceChildren(blok);
    for (const groei of groeien) {
      blok.style.setProperty("--lvp-groei", groei);
      if (blok.scrollHeight <= blok.clientHeight + 1 && blok.scrollWidth <= blok.clientWidth + 1) return true;
    }
    return false;
  };
  const teken = (zeg) => {
    const mijn = (beurt += 1);
    nu = Math.min(Math.max(0, nu), Math.max(0, schermen.length - 1));
    const scherm = schermen[nu] || { soort: "leeg", titel: naam };
    zetKop(scherm);
    plaats.textContent = `${nu + 1} van ${Math.max(1, schermen.length)}`;
    vorige.setAttribute("aria-disabled", String(nu === 0));
    volgende.setAttribute("aria-disabled", String(nu >= schermen.length - 1));
    if (weg && schermen.length && nu === schermen.length - 1) voet.textContent += `${voet.textContent ? " · " : ""}Te groot voor hier, en dus alleen in het hulpmiddel: ${weg === 1 ? "één tabel" : `${weg} tabellen`}.`;
    deel.plek = scherm.titel;
    if (scherm.soort === "figuur") tekenFiguur(scherm, mijn);
    else {
      if (scherm.soort === "leeg") vak.replaceChildren(knoop("p", {}, weg ? "Wat hier staat, is te groot voor het grote scherm. In het hulpmiddel staat het als tabel." : "Hier is nu niets om te laten zien. Ga terug naar het hulpmiddel."));
      else if (scherm.soort === "tabel") {
        if (!zetTekst(tabelvak(scherm), [1.3, 1.15, 1])) vak.replaceChildren(knoop("p", {}, "Deze tabel past niet op het grote scherm. Zij staat in het hulpmiddel."));
      } else {
        const blok = tekstvak(scherm.punten);
        if (!zetTekst(blok, [1.3, 1.15, 1])) {
          blok.classList.add("lvp-schuift");
          blok.tabIndex = 0;
        }
      }
      venster.dataset.getekend = String(mijn);
    }
    if (zeg) gehoor.textContent = `${scherm.titel}${scherm.van ? `, ${scherm.deel} van ${scherm.van}` : ""}. Scherm ${nu + 1} van ${Math.max(1, schermen.length)}.`;
  };
  // Wat er in de uitkomst staat, kan anders zijn: er komen antwoorden bij. Dan blijft wie kijkt waar hij is.
  const ververs = (altijd) => {
    const hier = schermen[nu];
    const gezien = inhoud();
    const tekst = JSON.stringify(gezien);
    if (tekst === stond && !altijd) return teken(false);
    stond = tekst;
    ({ schermen, weg } = gezien);
    if (hier) {
      const zelfde = schermen.map((scherm, plek) => [scherm, plek]).filter(([scherm]) => scherm.titel === hier.titel && scherm.soort === hier.soort);
      const plek = zelfde.find(([scherm]) => scherm.deel === hier.deel) || zelfde.at(-1);
      if (plek) nu = plek[1];
    }
    return teken(schermen[nu]?.titel !== hier?.titel);
  };
  const ga = (stap) => {
    const naar = nu + stap;
    if (naar < 0 || naar >= schermen.length) return;
    nu = naar;
    teken(true);
  };

  const maakZwart = (aan) => {
    if (aan) venster.append(zwart);
    else zwart.remove();
    gehoor.textContent = aan ? "Het scherm is zwart. Druk op B om verder te gaan." : schermen[nu]?.titel || "";
  };
  const toetsen = (gebeurtenis) => {
    const { key, target, ctrlKey, metaKey, altKey } = gebeurtenis;
    gebeurtenis.stopPropagation();
    if (ctrlKey || metaKey || altKey) return;
    const opKnop = target.closest?.("button");
    if ((key === " " || key === "Enter") && opKnop && !zwart.isConnected) return;
    const was = zwart.isConnected;
    const schuift = target.closest?.(".lvp-schuift") && /^Arrow(Up|Down)$/.test(key);
    if (/^b$/i.test(key) || key === ".") maakZwart(!was);
    else if (schuift) return;
    else if (NA.has(key)) was ? maakZwart(false) : ga(1);
    else if (TERUG.has(key)) was ? maakZwart(false) : ga(-1);
    else if (key === "Home") ga(-nu);
    else if (key === "End") ga(schermen.length - 1 - nu);
    else if (key === "Escape") sluit();
    else if (key !== "F5") return; // met F5 begint een afstandsbediening de voorstelling; hier is zij al begonnen
    gebeurtenis.preventDefault();
  };
  const vul = () => document.documentElement.requestFullscreen?.().catch(() => { /* dan zonder: alles blijft te bedienen */ });
  const opVol = () => {
    const isVol = Boolean(document.fullscreenElement);
    vol.hidden = isVol || !document.fullscreenEnabled;
    if (isVol) werdVol = true;
    else if (werdVol) sluit();
  };
  let stil = 0;
  const wakker = () => {
    venster.classList.remove("lvp-stil");
    clearTimeout(stil);
    stil = setTimeout(() => venster.classList.add("lvp-stil"), RUST);
  };
  let klok = 0;
  const straks = (altijd) => {
    clearTimeout(klok);
    klok = setTimeout(() => ververs(altijd), 120);
  };
  const kijk = new MutationObserver(() => straks(false));
  const thema = new MutationObserver(() => straks(true));
  const anders = () => straks(true);
  const kleur = matchMedia("(prefers-color-scheme: dark)");

  let dicht = false;
  const sluit = () => {
    if (dicht) return;
    dicht = true;
    clearTimeout(klok);
    clearTimeout(stil);
    kijk.disconnect();
    thema.disconnect();
    kleur.removeEventListener("change", anders);
    removeEventListener("resize", anders);
    document.removeEventListener("fullscreenchange", opVol);
    if (document.fullscreenElement === document.documentElement) document.exitFullscreen();
    venster.close();
    venster.remove();
    // Terug waar hij was: dezelfde plek op de bladzijde, met de focus op de knop.
    knop.focus({ preventScroll: true });
    scrollTo({ left: plekPagina[0], top: plekPagina[1], behavior: "instant" });
  };

  venster.addEventListener("keydown", toetsen);
  venster.addEventListener("cancel", (gebeurtenis) => { gebeurtenis.preventDefault(); sluit(); });
  venster.addEventListener("wheel", (gebeurtenis) => { if (!gebeurtenis.target.closest?.(".lvp-schuift")) gebeurtenis.preventDefault(); }, { passive: false });
  for (const soort of ["pointermove", "pointerdown", "focusin"]) venster.addEventListener(soort, wakker);
  zwart.addEventListener("click", () => maakZwart(false));
  document.addEventListener("fullscreenchange", opVol);
  addEventListener("resize", anders);
  kleur.addEventListener("change", anders);
  for (const el of [document.documentElement, document.body]) thema.observe(el, { attributeFilter: ["data-theme", "data-mode", "data-jp-theme-light", "data-jp-theme-name"] });
  kijk.observe(opDeel, { childList: true, characterData: true, subtree: true, attributeFilter: ["hidden", "open"] });

  ctx.wortel.append(venster);
  venster.showModal();
  venster.focus({ preventScroll: true });
  opVol();
  const eerder = deel.plek;
  ({ schermen, weg } = inhoud());
  stond = JSON.stringify({ schermen, weg });
  nu = Math.max(0, schermen.findIndex((scherm) => scherm.titel === eerder));
  teken(true);
  wakker();
  vul();
}

export default projecteer;
