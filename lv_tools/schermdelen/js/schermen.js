// Snijd een uitkomst in schermen voor een kamer: per figuur één, per kop met tekst wat erop past.
// Hier staat geen pagina: wie wil weten wat er op een scherm komt, heeft alleen de boom nodig.

const ZIN = /[^.!?]+(?:[.!?]+(?=\s|$)|$)|[.!?]+/g;

const letters = (alinea) => alinea.reduce((som, { tekst }) => som + tekst.length, 0);

// Alles wat een kamer te zien kan krijgen, van boven naar beneden, met de koppen waar het onder staat.
// Wat dicht of verborgen is, blijft dat. Van een formulier komt alleen de figuur mee.
export function stukkenVan(boom, koppen = [], binnen = false) {
  const { soort, eigenschappen: e } = boom;
  if (e.verborgen) return [];
  if (soort === "figuur") return e.blad ? [{ soort, koppen, blad: e.blad }] : [];
  if (soort === "tekst") return binnen && e.alineas?.length ? [{ soort, koppen, e }] : [];
  if (soort === "tabel") return binnen && e.gegevens?.rijen.length ? [{ soort, koppen, e }] : [];
  if (soort === "uitklap" && !e.open) return [];
  const onder = (soort === "uitklap" || soort === "sectie") && e.titel ? [...koppen, e.titel] : koppen;
  const kinderenVan = soort === "tabbladen" ? [e.inhoud[e.gekozen]] : e.inhoud || [];
  return kinderenVan.flatMap((kind) => stukkenVan(kind, onder, binnen || Boolean(e.uitkomst)));
}

// De eerste zinnen die samen in zoveel letters passen. Een zin wordt niet afgebroken: dan liever geen.
export function eersteZinnen(tekst, hoeveel) {
  let uit = "";
  for (const zin of tekst.match(ZIN) || []) {
    if ((uit + zin).trimEnd().length > hoeveel) break;
    uit += zin;
  }
  return uit.trim();
}

// Een alinea die alleen al te lang is voor een scherm, gaat in stukken van hele zinnen.
function inStukken(alinea, hoeveel) {
  if (letters(alinea) <= hoeveel) return [alinea];
  const uit = [];
  let nu = [];
  for (const deel of alinea) {
    for (const zin of deel.tekst.match(ZIN) || []) {
      if (nu.length && letters(nu) + zin.length > hoeveel) {
        uit.push(nu);
        nu = [];
      }
      nu.push({ ...deel, tekst: nu.length ? zin : zin.trimStart() });
    }
  }
  return nu.length ? [...uit, nu] : uit;
}

const regelsVan = (alinea, breed) => Math.ceil(letters(alinea) / breed) + 0.4;

function tekstschermen(groep, { breed, regels }) {
  const gewoon = groep.filter(({ e }) => !e.klein);
  const punten = (gewoon.length ? gewoon : groep).flatMap(({ e }) =>
    e.alineas.flatMap((alinea, plek) => inStukken(alinea, breed * (regels - 1)).map((deel, stuk) => ({
      alinea: deel, lijst: Boolean(e.lijst), nummer: e.lijst && e.genummerd && !stuk ? plek + 1 : 0, vervolg: stuk > 0,
    }))));
  const uit = [];
  let over = 0;
  for (const punt of punten) {
    const nodig = regelsVan(punt.alinea, punt.lijst ? breed - 4 : breed);
    if (!uit.length || nodig > over) {
      uit.push([]);
      over = regels;
    }
    uit.at(-1).push(punt);
    over -= nodig;
  }
  return uit;
}

// Meer schermen achter elkaar leest niemand als één tabel.
const TABELSCHERMEN = 3;

// De rijen van een tabel, verdeeld over schermen met letters die de kamer kan lezen; leeg als dat niet kan.
export function tabelschermen({ kolommen, rijen }, { breed, regels }) {
  const tekst = (cel) => (cel.t === undefined ? "–" : [cel.t, cel.m].filter(Boolean).join(" "));
  const maten = kolommen.map(({ titel }, k) => {
    const alle = [titel, ...rijen.map((rij) => tekst(rij[k]))];
    const woord = Math.max(...alle.flatMap((t) => t.split(/[\s-]/).map((w) => w.length)));
    return { alle, woord, wens: Math.max(...alle.map((t) => t.length)) };
  });
  const lucht = 3 * kolommen.length;
  const minst = maten.reduce((som, { woord }) => som + woord, lucht);
  if (minst > breed) return [];
  const wens = maten.reduce((som, maat) => som + maat.wens - maat.woord, 0);
  const deel = wens ? Math.min(1, (breed - minst) / wens) : 1;
  const hoog = (r) => 0.4 + Math.max(...maten.map(({ alle, woord, wens: w }) => Math.ceil(alle[r].length / (woord + (w - woord) * deel))));
  const uit = [];
  let over = 0;
  for (let r = 0; r < rijen.length; r += 1) {
    if (hoog(r + 1) > regels - hoog(0)) return [];
    if (!uit.length || hoog(r + 1) > over) {
      uit.push([]);
      over = regels - hoog(0);
    }
    uit.at(-1).push(r);
    over -= hoog(r + 1);
  }
  return uit.length <= TABELSCHERMEN ? uit : [];
}

// De rijen zoals zij in het hulpmiddel staan: lege cellen achteraan (zie tabel.js).
function gesorteerdeRijen(rijen, sortering) {
  if (!sortering) return rijen;
  const [plek, richting] = sortering;
  const teken = richting === "af" ? -1 : 1;
  const vol = rijen.filter((rij) => rij[plek].t !== undefined);
  vol.sort((a, b) => {
    const [x, y] = [a, b].map((rij) => rij[plek].s ?? rij[plek].t);
    if (typeof x !== typeof y) return teken * (typeof x === "number" ? -1 : 1);
    if (typeof x === "number") return teken * (x - y);
    const [p, q] = [x.toLowerCase(), y.toLowerCase()];
    return p < q ? -teken : p > q ? teken : 0;
  });
  return [...vol, ...rijen.filter((rij) => rij[plek].t === undefined)];
}

// Gaat iets over meer schermen, dan staat erbij het hoeveelste dit is.
const nummers = (scherm, plek, van) => (van > 1 ? { ...scherm, deel: plek + 1, van } : scherm);

// Geef de schermen van een uitkomst, en hoeveel tabellen er niet op pasten.
//
// `maat` is wat er op een scherm past: letters op een regel, en regels. `knip` zegt van een scherm met
// een figuur in hoeveel stukken zij moet om leesbaar te zijn.
export function snijd(boom, titel, maat, knip = () => 1) {
  const schermen = [];
  let weg = 0;
  const stukken = stukkenVan(boom);
  for (let plek = 0; plek < stukken.length; plek += 1) {
    const { soort, koppen, blad, e } = stukken[plek];
    const kop = { titel: koppen.at(-1) || titel, boven: koppen.at(-2) || (koppen.length ? titel : "") };
    if (soort === "figuur") {
      const boven = kop.titel === blad.titel ? kop.boven : kop.titel;
      const zin = eersteZinnen(blad.samenvatting, maat.breed * 2);
      const voet = `Aantal: ${blad.n}. Bron: ${blad.bron}.`;
      const scherm = { soort, titel: blad.titel, boven, zin, voet, figuur: blad.figuur };
      const van = knip(scherm);
      for (let stuk = 0; stuk < van; stuk += 1) schermen.push(nummers({ ...scherm, stuk }, stuk, van));
    } else if (soort === "tabel") {
      const boven = kop.titel === e.bijschrift ? kop.boven : kop.titel;
      const rijen = gesorteerdeRijen(e.gegevens.rijen, e.sortering);
      const delen = tabelschermen({ ...e.gegevens, rijen }, maat);
      if (!delen.length) weg += 1;
      delen.forEach((welke, nr) => schermen.push(nummers({
        soort, titel: e.bijschrift, boven, kolommen: e.gegevens.kolommen, rijen: welke.map((r) => rijen[r]), voet: e.bron ? `Bron: ${e.bron}` : "",
      }, nr, delen.length)));
    } else {
      const groep = [stukken[plek]];
      while (stukken[plek + 1]?.soort === "tekst" && stukken[plek + 1].koppen.join("\n") === koppen.join("\n")) groep.push(stukken[(plek += 1)]);
      const delen = tekstschermen(groep, maat);
      delen.forEach((punten, nr) => schermen.push(nummers({ soort, ...kop, punten }, nr, delen.length)));
    }
  }
  return { schermen, weg };
}
