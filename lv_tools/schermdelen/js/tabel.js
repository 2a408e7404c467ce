import { DELEN, h, tekstOf, uniek, zet } from "./kern.js";

// Getallen voor tekst, een lege cel altijd achteraan; dezelfde volgorde als sort_key in tabel.py.
function vergelijk(a, b) {
  const [x, y] = [a.s ?? a.t, b.s ?? b.t];
  if (typeof x !== typeof y) return typeof x === "number" ? -1 : 1;
  if (typeof x === "number") return x - y;
  const [p, q] = [x.toLowerCase(), y.toLowerCase()];
  return p < q ? -1 : p > q ? 1 : 0;
}

export function gesorteerd(rijen, sortering) {
  if (!sortering) return rijen;
  const [plek, richting] = sortering;
  const vol = rijen.filter((rij) => rij[plek].t !== undefined);
  const leeg = rijen.filter((rij) => rij[plek].t === undefined);
  const teken = richting === "af" ? -1 : 1;
  return [...vol.sort((a, b) => teken * vergelijk(a[plek], b[plek])), ...leeg];
}

function celinhoud(cel, noten) {
  if (cel.t === undefined) {
    return [h("span", { "aria-hidden": "true" }, "–"), h("span", { class: "lvs-gehoor" }, "geen gegeven")];
  }
  if (!cel.m) return [cel.t];
  if (cel.u && !noten.includes(cel.u)) noten.push(cel.u);
  const noot = cel.u ? ` (noot ${noten.indexOf(cel.u) + 1})` : "";
  return [cel.t, " ", h("span", { class: "lvs-merk" }, cel.m + noot)];
}

export function rompVan(gegevens, rijen, noten) {
  return rijen.map((rij) =>
    h("tr", {}, ...rij.map((cel, plek) => {
      const klas = gegevens.kolommen[plek].getallen ? "lvs-getal" : null;
      return h(plek ? "td" : "th", { class: klas, scope: plek ? null : "row" }, ...celinhoud(cel, noten));
    })));
}

// Maak het vak alleen een halte voor Tab als er echt iets te schuiven valt.
export function schuifvak(vak, naam) {
  const meet = () => {
    const schuift = vak.scrollWidth > vak.clientWidth + 1;
    zet(vak, "tabindex", schuift ? "0" : null);
    zet(vak, "role", schuift ? "region" : null);
    zet(vak, "aria-label", schuift ? `${naam()} (schuift opzij)` : null);
  };
  new ResizeObserver(meet).observe(vak);
  return meet;
}

export function notenlijst(noten) {
  return noten.length
    ? [h("p", { class: "lvs-notenkop" }, "Noten"), h("ol", { class: "lvs-noten" }, ...noten.map((noot) => h("li", {}, noot)))]
    : [];
}

DELEN.tabel = (deel, ctx) => {
  const e = deel.eigenschappen;
  const bijschrift = h("caption", { id: uniek() });
  const kop = h("tr");
  const romp = h("tbody");
  const tabel = h("table", { class: `lvs-tabel${e.breken ? " lvs-breken" : ""}` }, bijschrift, h("thead", {}, kop), romp);
  const vak = h("div", { class: "lvs-tabelvak" }, tabel);
  const leeg = h("p", { class: "lvs-leeg" });
  const onder = h("div");
  const bron = h("p", { class: "lvs-bron" });
  const el = h("div", { class: "lvs-tabelblad" }, vak, leeg, onder, bron);
  const meet = schuifvak(vak, () => e.bijschrift);

  const sorteer = (plek) => {
    const richting = e.sortering?.[0] === plek && e.sortering[1] === "op" ? "af" : "op";
    e.sortering = [plek, richting];
    tekenKop();
    tekenRomp();
    const zin = `Gesorteerd op ${e.gegevens.kolommen[plek].titel}, ${richting === "op" ? "oplopend" : "aflopend"}.`;
    ctx.meld(zin);
    ctx.stuur(deel, "sortering", { waarde: e.sortering });
  };
  const kopcel = ({ titel, getallen }, plek) => {
    const richting = e.sortering?.[0] === plek ? e.sortering[1] : null;
    const cel = h("th", { scope: "col", class: getallen ? "lvs-getal" : null });
    if (!e.sorteerbaar || e.gegevens.rijen.length < 2) return cel.append(titel), cel;
    if (richting) cel.setAttribute("aria-sort", richting === "op" ? "ascending" : "descending");
    const pijl = h("span", { "aria-hidden": "true", class: "lvs-pijl" }, { op: "▲", af: "▼" }[richting] || "↕");
    cel.append(h("button", { type: "button", class: "lvs-sorteer", click: () => sorteer(plek) }, h("span", {}, titel), pijl));
    return cel;
  };
  const tekenKop = () => {
    const halte = [...kop.children].findIndex((cel) => cel.contains(document.activeElement));
    kop.replaceChildren(...e.gegevens.kolommen.map(kopcel));
    if (halte >= 0) kop.children[halte]?.querySelector("button")?.focus();
  };
  const tekenRomp = () => {
    const noten = [];
    romp.replaceChildren(...rompVan(e.gegevens, gesorteerd(e.gegevens.rijen, e.sortering), noten));
    onder.replaceChildren(...notenlijst(noten));
  };
  const teken = () => {
    const niets = !e.gegevens.rijen.length;
    bijschrift.textContent = e.bijschrift;
    vak.hidden = niets;
    tekstOf(leeg, niets ? e.leeg : "");
    bron.replaceChildren(h("strong", {}, "Bron:"), ` ${e.bron}`);
    bron.hidden = !e.bron;
    meet();
  };
  tekenKop();
  tekenRomp();
  teken();
  return {
    el,
    wijzig: (nieuw) => {
      if ("gegevens" in nieuw || "sortering" in nieuw) {
        tekenKop();
        tekenRomp();
      }
      teken();
    },
  };
};
