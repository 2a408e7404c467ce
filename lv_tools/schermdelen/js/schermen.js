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

// De eerste zinnen die samen in zoveel letters passen; de eerste altijd.
export function eersteZinnen(tekst, hoeveel) {
  let uit = "";
  for (const zin of tekst.match(ZIN) || []) {
    if (uit && (uit + zin).trimEnd().length > hoeveel) break;
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

// Past een tabel op één scherm, met letters die de kamer kan lezen?
export function pastTabel({ kolommen, rijen }, { breed, regels }) {
  const tekst = (cel) => (cel.t === undefined ? "–" : [cel.t, cel.m].filter(Boolean).join(" "));
  const maten = kolommen.map(({ titel }, k) => {
    const alle = [titel, ...rijen.map((rij) => tekst(rij[k]))];
    const woord = Math.max(...alle.flatMap((t) => t.split(/[\s-]/).map((w) => w.length)));
    return { alle, woord, wens: Math.max(...alle.map((t) => t.length)) };
  });
  const lucht = 3 * kolommen.length;
  const minst = maten.reduce((som, { woord }) => som + woord, lucht);
  if (minst > breed) return false;
  const wens = maten.reduce((som, maat) => som + maat.wens - maat.woord, 0);
  const deel = wens ? Math.min(1, (breed - minst) / wens) : 1;
  const hoog = [0, ...rijen.map((_rij, r) => r + 1)].reduce((som, r) =>
    som + 0.5 + Math.max(...maten.map(({ alle, woord, wens: w }) => Math.ceil(alle[r].length / (woord + (w - woord) * deel)))), 0);
  return hoog <= regels;
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
      if (!pastTabel(e.gegevens, { ...maat, regels: maat.regels - 1 })) weg += 1;
      else schermen.push({ soort, titel: e.bijschrift, boven, gegevens: e.gegevens, sortering: e.sortering, voet: e.bron ? `Bron: ${e.bron}` : "" });
    } else {
      const groep = [stukken[plek]];
      while (stukken[plek + 1]?.soort === "tekst" && stukken[plek + 1].koppen.join("\n") === koppen.join("\n")) groep.push(stukken[(plek += 1)]);
      const delen = tekstschermen(groep, maat);
      delen.forEach((punten, nr) => schermen.push(nummers({ soort, ...kop, punten }, nr, delen.length)));
    }
  }
  return { schermen, weg };
}
