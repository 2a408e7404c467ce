import { DELEN, h, uniek } from "./kern.js";
import { notenlijst, rompVan, schuifvak } from "./tabel.js";

// De tekenaar van figuren, voor het scherm en voor een bladzijde zonder draaiende Python.
// plotly.js komt van globalThis.lvPlotly() (de bladzijde zelf), of anders van Python.

async function alsModule(tekst) {
  const adres = URL.createObjectURL(new Blob(tekst, { type: "text/javascript" }));
  try {
    return (await import(/* webpackIgnore: true */ adres)).default;
  } finally {
    URL.revokeObjectURL(adres);
  }
}

async function plotly(vraagPython) {
  if (typeof globalThis.lvPlotly === "function") return globalThis.lvPlotly();
  if (!vraagPython) throw new Error("geen tekenaar");
  try {
    if (globalThis.lvPlotlyUitPython) return await globalThis.lvPlotlyUitPython;
  } catch { /* de figuur die erom vroeg, is er niet meer: vraag het dan zelf */ }
  // Als module, zodat een AMD-lader in de pagina (Voilà, JupyterLab) er niet tussenkomt.
  globalThis.lvPlotlyUitPython ||= vraagPython().then((bron) =>
    alsModule(["var define, module, exports;\n", bron, "\nexport default globalThis.Plotly;"]));
  globalThis.lvPlotlyUitPython.catch(() => { globalThis.lvPlotlyUitPython = undefined; });
  return globalThis.lvPlotlyUitPython;
}

const RUSTIG = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const OPMAAK = /<(?!\/?(?:b|br|extra)\s*\/?>)/gi; // van alle opmaak kent de tekenaar hier alleen deze

// Vul kleurvariabelen in en laat geen opmaak door die er niet hoort.
function vulIn(waarde, kleur) {
  if (Array.isArray(waarde)) return waarde.map((deel) => vulIn(deel, kleur));
  if (waarde && typeof waarde === "object") {
    return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, vulIn(deel, kleur)]));
  }
  if (typeof waarde !== "string") return waarde;
  const variabele = /^var\((--[\w-]+)\)$/.exec(waarde);
  return variabele ? kleur(variabele[1]) : waarde.replace(OPMAAK, "&lt;");
}

// Breek een lang opschrift af op woorden, zodat er op een telefoon ruimte blijft voor de staven.
function breekAf(tekst, breedte) {
  const regels = [""];
  for (const woord of String(tekst).split(" ")) {
    const laatste = regels.length - 1;
    if (regels[laatste] && (regels[laatste] + " " + woord).length > breedte) regels.push(woord);
    else regels[laatste] += (regels[laatste] ? " " : "") + woord;
  }
  return regels.join("<br>");
}

function inKleur(figuur, vak) {
  const klad = vak.ownerDocument.createElement("span");
  vak.append(klad);
  const kleur = (naam) => {
    klad.style.color = `var(${naam.replace("--lv-", "--lvs-")})`;
    return getComputedStyle(klad).color;
  };
  const ingevuld = vulIn(figuur, kleur);
  klad.remove();
  return ingevuld;
}

function pasAan({ data, layout }, vak) {
  layout.width = Math.max(240, vak.clientWidth);
  layout.font = { ...layout.font, family: getComputedStyle(vak).fontFamily, size: layout.width < 420 ? 12 : 14 };
  if (RUSTIG()) layout.transition = { duration: 0 };
  const opschriften = data.filter((reeks) => reeks.orientation === "h").flatMap((reeks) => reeks.y || []);
  if (opschriften.some((tekst) => typeof tekst === "string")) {
    const breedte = Math.max(12, Math.floor((layout.width * (layout.width < 520 ? 0.4 : 0.45)) / 7.2));
    const uniekeTeksten = [...new Set(opschriften)];
    const teksten = uniekeTeksten.map((tekst) => breekAf(tekst, breedte));
    layout.yaxis = { showgrid: false, ...layout.yaxis, tickmode: "array", tickvals: uniekeTeksten, ticktext: teksten };
    const regels = teksten.reduce((som, tekst) => som + tekst.split("<br>").length - 1, 0);
    layout.height = (layout.height || 320) + regels * 14;
  }
  return { data, layout };
}

const INSTELLING = {
  displayModeBar: false, displaylogo: false, showSendToCloud: false, responsive: false,
  doubleClick: false, scrollZoom: false, showTips: false, locale: "nl",
  locales: { nl: { dictionary: {}, format: { decimal: ",", thousands: "." } } },
};

// Houd een tekening in `vak` gelijk met de figuur die `lees()` geeft: bij een andere breedte,
// een ander thema en een nieuwe figuur. Begint pas als het vak in de buurt van het scherm komt.
export function tekening(vak, lees, titel, vraagPython, mislukt) {
  let bezig = false;
  let opnieuw = false;
  let inZicht = false;
  let breedte = 0;
  const teken = async () => {
    if (!inZicht || !vak.isConnected || !vak.clientWidth) return;
    if (bezig) { opnieuw = true; return; }
    bezig = true;
    try {
      const Plotly = await plotly(vraagPython);
      breedte = vak.clientWidth;
      // Op een muur (muur.js) is een figuur zo groot als haar plaats daar.
      const { data, layout } = (vak.muur?.pas ?? pasAan)(inKleur(lees(), vak), vak);
      let doek = vak.firstElementChild;
      if (!doek) vak.append((doek = h("div", { role: "img" })));
      await Plotly.react(doek, data, layout, INSTELLING);
      await vak.muur?.schik(Plotly, doek, data, layout, INSTELLING);
      doek.setAttribute("aria-label", titel());
      vak.style.minHeight = "";
      vak.dataset.getekend = "ja";
      for (const blad of doek.querySelectorAll("svg")) blad.setAttribute("aria-hidden", "true");
      // Papier is vaak smaller dan het scherm: dan krimpt de tekening, in plaats van afgesneden te worden.
      for (const blad of doek.querySelectorAll(".main-svg")) {
        blad.setAttribute("viewBox", `0 0 ${blad.getAttribute("width")} ${blad.getAttribute("height")}`);
      }
    } catch (fout) {
      console.warn("figuur niet getekend", fout);
      mislukt();
    } finally {
      bezig = false;
      if (opnieuw) { opnieuw = false; teken(); }
    }
  };
  vak.teken = teken;
  const kijk = () => { inZicht = true; teken(); };
  const zicht = new IntersectionObserver((delen) => delen.some((deel) => deel.isIntersecting) && kijk(), { rootMargin: "400px" });
  const maat = new ResizeObserver(() => vak.clientWidth !== breedte && teken());
  const thema = new MutationObserver(teken);
  const donker = matchMedia("(prefers-color-scheme: dark)");
  const dwang = matchMedia("(forced-colors: active)");
  zicht.observe(vak);
  maat.observe(vak);
  for (const knoop of [document.documentElement, document.body]) {
    thema.observe(knoop, { attributeFilter: ["data-theme", "data-mode", "data-jp-theme-light", "data-jp-theme-name"] });
  }
  donker.addEventListener("change", teken);
  dwang.addEventListener("change", teken);
  addEventListener("beforeprint", kijk);
  const stop = () => {
    for (const waarnemer of [zicht, maat, thema]) waarnemer.disconnect();
    donker.removeEventListener("change", teken);
    dwang.removeEventListener("change", teken);
    removeEventListener("beforeprint", kijk);
  };
  return { teken, stop };
}

// Een figuur die al als HTML in de bladzijde staat (figuur_html in weergave.py).
export function tekenBladzijde(wortel = document) {
  for (const figuur of wortel.querySelectorAll("figure[data-lvs-figuur]")) {
    if (figuur.dataset.lvsFiguur === "aan") continue;
    figuur.dataset.lvsFiguur = "aan";
    const gegevens = JSON.parse(figuur.querySelector("script.lvs-figuur-gegevens").textContent);
    const tabel = figuur.querySelector("details");
    const vak = figuur.querySelector(".lvs-tekening");
    const titel = figuur.querySelector(".lvs-figuur-titel").textContent;
    const mislukt = () => { vak.hidden = true; tabel.open = true; };
    tekening(vak, () => gegevens, () => titel, null, mislukt);
  }
  for (const vak of wortel.querySelectorAll(".lvs-tabelvak[role=region]")) {
    schuifvak(vak, () => vak.querySelector("caption").textContent);
  }
}

DELEN.figuur = (deel, ctx) => {
  const e = deel.eigenschappen;
  const titel = h("figcaption", { id: uniek(), class: "lvs-figuur-titel" });
  const zin = h("p", { class: "lvs-figuur-zin" });
  const vak = h("div", { class: "lvs-tekening" });
  const bericht = h("p", { class: "lvs-leeg", hidden: true });
  const bijschrift = h("caption");
  const kop = h("tr");
  const romp = h("tbody");
  const tabelvak = h("div", { class: "lvs-tabelvak" }, h("table", { class: "lvs-tabel" }, bijschrift, h("thead", {}, kop), romp));
  const onder = h("div");
  const details = h("details", { class: "lvs-uitklap" }, h("summary", {}, "Dezelfde gegevens als tabel"), tabelvak, onder);
  const voet = h("p", { class: "lvs-figuur-voet" });
  const el = h("figure", { class: "lvs-figuur", "aria-labelledby": titel.id }, titel, zin, vak, bericht, details, voet);
  const meet = schuifvak(tabelvak, () => e.blad.titel);
  details.addEventListener("toggle", meet);

  let klaar;
  const vraag = () => new Promise((gelukt, mislukt) => {
    klaar = (bron) => (bron.byteLength ? gelukt(bron) : mislukt(new Error("geen plotly in deze Python")));
    // Kwam de tekenaar niet mee met het antwoord, dan komt hij niet meer: deze figuur is dan al weg.
    ctx.stuur(deel, "tekenaar", {}).then((storing) => mislukt(new Error(storing || "geen tekenaar bij het antwoord")));
  });
  const beeld = tekening(vak, () => e.blad.figuur, () => e.blad.titel, vraag, () => {
    vak.hidden = true;
    bericht.hidden = false;
    bericht.textContent = "De tekening kan hier niet worden gemaakt. De tabel bevat dezelfde gegevens.";
    details.open = true;
  });
  const teken = () => {
    const { blad } = e;
    const noten = [];
    titel.textContent = blad.titel;
    zin.textContent = blad.samenvatting;
    bijschrift.textContent = blad.titel;
    kop.replaceChildren(...blad.tabel.kolommen.map((kolom) => h("th", { scope: "col", class: kolom.getallen ? "lvs-getal" : null }, kolom.titel)));
    romp.replaceChildren(...rompVan(blad.tabel, blad.tabel.rijen, noten));
    onder.replaceChildren(...notenlijst(noten));
    voet.replaceChildren(
      h("strong", {}, "Aantal:"), ` ${blad.n}. `, h("strong", {}, "Bron:"), ` ${blad.bron}. `,
      h("strong", {}, "Wat dit niet zegt:"), ` ${blad.zegtNiet}`,
    );
    if (vak.hidden) { vak.hidden = false; bericht.hidden = true; } // misschien lukt tekenen nu wel
    if (!vak.dataset.getekend) vak.style.minHeight = `${blad.figuur.layout?.height || 320}px`;
    beeld.teken();
  };
  teken();
  return { el, wijzig: teken, stop: beeld.stop, opdracht: (naam, _gegevens, buffers) => naam === "tekenaar" && klaar?.(buffers[0]) };
};

// De knop naar het grote scherm. Wat daar gebeurt (projectie.js), komt pas als iemand erom vraagt.
DELEN.projectie = (deel, ctx) => {
  let klaar;
  const haal = (naam) => new Promise((gelukt) => { klaar = gelukt; ctx.stuur(deel, naam, {}); });
  const el = h("button", { type: "button", class: "lvs-knop lvs-klein", click: async () => {
    (await (globalThis.lvProjectie ||= haal("klik").then(alsModule)))(deel, ctx, () => plotly(() => haal("tekenaar").then(([bron]) => bron)), vulIn, INSTELLING, el);
  } }, "Op het grote scherm");
  return { el, opdracht: (_naam, _gegevens, buffers) => klaar(buffers) };
};
