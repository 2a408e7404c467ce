// Maak van een figuur voor een bladzijde een figuur voor een muur.
//
// Alles hier is in maten van de bladzijde, waar een letter 14 hoog is; de tekening wordt daarna als
// geheel vergroot. Zo groeien tekens, lijnen en randen mee. Wat dan niet op één scherm past, gaat in
// stukken. Rijen met het opschrift erboven (tekening.py) krijgen hun opschrift ervoor: een muur is breed.

const LETTER = 14;
const REGELHOOGTE = 19;
const LETTERBREED = 7.3;
const BALK = 27; // zo hoog moet een balk zijn waar een getal in staat

const kaal = (tekst) => tekst.replace(/<[^>]+>/g, "").replace(/&(amp|lt|gt);/g, "x");

// Geen letter kleiner dan die van de bladzijde: ‘groot’ is dan overal groot.
function minstensLetter(waarde, naam = "") {
  if (Array.isArray(waarde)) return waarde.map((deel) => minstensLetter(deel));
  if (!waarde || typeof waarde !== "object") return waarde;
  const uit = Object.fromEntries(Object.entries(waarde).map(([sleutel, deel]) => [sleutel, minstensLetter(deel, sleutel)]));
  if (/font$/.test(naam) && typeof uit.size === "number") uit.size = Math.max(LETTER, uit.size);
  return uit;
}

// Breek een opschrift met vette woorden af op zoveel letters.
export function wikkel(tekst, breed) {
  const regels = [""];
  let vet = false;
  for (const stuk of tekst.split(/(<\/?b>|<br\s*\/?>|\s+)/)) {
    if (/^<\/?b>$/.test(stuk)) {
      vet = stuk === "<b>";
      continue;
    }
    if (!stuk || /^\s+$/.test(stuk) || /^<br/.test(stuk)) continue;
    const woord = vet ? `<b>${stuk}</b>` : stuk;
    const nu = regels.at(-1);
    if (nu && kaal(nu).length + 1 + kaal(stuk).length > breed) regels.push(woord);
    else regels[regels.length - 1] += (nu ? " " : "") + woord;
  }
  return regels;
}

// De rijen van een figuur uit tekening.py; leeg als zij anders in elkaar zit.
export function rijenVan({ layout }) {
  const bereik = layout.yaxis?.range;
  if (!bereik || bereik[1] !== 0 || !(bereik[0] > 40) || layout.yaxis.showticklabels !== false) return [];
  const opschriften = (layout.annotations || []).filter((a) => a.borderpad === 0 && a.xanchor === "left" && a.bgcolor);
  const kop = opschriften.map((opschrift) => {
    const half = (REGELHOOGTE * opschrift.text.split("<br>").length) / 2;
    return { opschrift, boven: opschrift.y - half, onder: opschrift.y + half };
  }).sort((a, b) => a.boven - b.boven);
  return kop.map((rij, plek) => ({ ...rij, eind: kop[plek + 1]?.boven ?? bereik[0] }));
}

const legendahoogte = (data, breed) => {
  const namen = data.filter((reeks) => reeks.name && reeks.showlegend !== false).map(({ name }) => kaal(name).length * LETTERBREED + 46);
  const regels = Math.ceil(namen.reduce((som, maat) => som + maat, 0) / (breed - 20));
  return regels * 21 + 8;
};

function inRijen(figuur, rijen, { breed, hoog }) {
  const { data, layout } = figuur;
  const rand = layout.margin || {};
  const langste = Math.max(...rijen.map(({ opschrift }) => kaal(opschrift.text.replace(/<br>/g, " ")).length));
  const kolom = Math.min(0.46, (Math.min(langste, 34) + 2) * LETTERBREED / breed);
  const past = Math.floor((kolom * breed) / LETTERBREED) - 1;
  const boven = layout.showlegend ? legendahoogte(data, breed) : Math.max(8, layout.xaxis?.side === "top" ? rand.t : 8);
  const onder = Math.max(rand.b || 0, layout.xaxis?.title?.text ? 52 : 30);
  const ruimte = hoog - boven - onder;
  const metGetal = data.some((reeks) => reeks.type === "bar" && (reeks.text || []).some?.((t) => t) && reeks.textposition !== "none");
  const blokken = rijen.map((rij) => {
    const deel = rij.eind - rij.onder;
    const isKop = deel < 14;
    const regels = wikkel(rij.opschrift.text, isKop ? Math.floor(breed / LETTERBREED) - 2 : past);
    const tekst = regels.length * REGELHOOGTE;
    return { ...rij, regels, isKop, tekst, hoogte: isKop ? tekst + 8 : Math.max(tekst + 8, Math.max(deel * 0.85, metGetal ? BALK + 8 : 26)) };
  });
  const bladen = [];
  let over = 0;
  blokken.forEach((blok, plek) => {
    const volgt = blok.isKop ? (blokken[plek + 1]?.hoogte || 0) : 0; // een kop blijft niet alleen onderaan achter
    if (!bladen.length || blok.hoogte + volgt > over) {
      bladen.push([]);
      over = ruimte;
    }
    bladen.at(-1).push(blok);
    over -= blok.hoogte;
  });
  return bladen.map((blad) => tekenRijen(figuur, blad, { kolom, boven, onder, metGetal, rand, links: 4 }));
}

function tekenRijen({ data, layout }, blokken, { kolom, boven, onder, metGetal, rand, links }) {
  let hoogte = 0;
  for (const blok of blokken) {
    blok.top = hoogte;
    hoogte += blok.hoogte;
  }
  const [van, tot] = [blokken[0].boven, blokken.at(-1).eind];
  const isHier = (y) => y >= van - 0.01 && y < tot - 0.01;
  // Waar een plek van de bladzijde op de muur komt: de ruimte van het opschrift is weg, de rest schuift mee.
  const plaats = (y) => {
    const blok = blokken.find((b) => y < b.eind - 0.01) || blokken.at(-1);
    const deel = Math.max(1, blok.eind - blok.onder);
    if (y < blok.onder) return blok.top + blok.hoogte / 2;
    // Onder een rij staat lucht; het midden van wat er staat, komt in het midden van de rij.
    const lucht = Math.min(12, deel * 0.3);
    const midden = blok.onder + (deel - lucht) / 2;
    return blok.top + blok.hoogte / 2 + (y - midden) * Math.min(1, blok.hoogte / deel);
  };
  const klem = (y) => (y <= van ? 0 : y >= tot ? hoogte : plaats(y));
  const reeksen = data.map((reeks) => {
    const lijn = reeks.type !== "bar" && /lines/.test(reeks.mode || "");
    const y = (reeks.y || []).map((waarde, i) => {
      if (typeof waarde !== "number") return waarde;
      if (isHier(waarde)) return plaats(waarde);
      const recht = lijn && [i - 1, i + 1].some((j) => reeks.x?.[j] === reeks.x?.[i] && typeof reeks.y[j] === "number"
        && Math.min(reeks.y[j], waarde) < tot && Math.max(reeks.y[j], waarde) > van);
      return recht ? klem(waarde) : null;
    });
    const x = reeks.x?.map((waarde, i) => (y[i] === null && reeks.type === "bar" ? null : waarde));
    const breder = metGetal && typeof reeks.width === "number" && reeks.width > 16 ? Math.max(BALK, reeks.width) : reeks.width;
    return { ...reeks, y, x, ...(reeks.type === "bar" ? { width: breder } : {}) };
  });
  const eigen = new Set(blokken.map(({ opschrift }) => opschrift));
  const labels = blokken.map((blok) => ({
    ...blok.opschrift, text: blok.regels.join("<br>"), xref: "paper", x: 0, y: blok.top + blok.hoogte / 2, bgcolor: "rgba(0,0,0,0)",
  }));
  const andere = (layout.annotations || []).filter((a) => !(a.borderpad === 0 && a.xanchor === "left" && a.bgcolor) && !eigen.has(a))
    .filter((a) => a.yref === "paper" || typeof a.y !== "number" || isHier(a.y))
    .map((a) => (a.yref === "paper" || typeof a.y !== "number" ? a : { ...a, y: plaats(a.y) }));
  const vormen = (layout.shapes || []).filter((v) => v.yref === "paper" || (Math.min(v.y0, v.y1) < tot && Math.max(v.y0, v.y1) > van))
    .map((v) => (v.yref === "paper" ? v : { ...v, y0: klem(v.y0), y1: klem(v.y1) }));
  return {
    data: reeksen,
    layout: {
      ...layout, height: hoogte + boven + onder, shapes: vormen, annotations: [...labels, ...andere],
      margin: { l: links, r: Math.max(rand.r || 0, 20), t: boven, b: onder },
      xaxis: { ...layout.xaxis, domain: [kolom, 1] },
      yaxis: { ...layout.yaxis, range: [hoogte, 0] },
      ...(metGetal ? { uniformtext: { mode: "hide", minsize: LETTER - 1 } } : {}),
    },
  };
}

// Opschriften bij losse punten: elk waar het geen lijn, teken of ander opschrift raakt.
const PLEKKEN = {
  "middle right": [1, 0], "middle left": [-1, 0], "top center": [0, -1], "bottom center": [0, 1],
  "top right": [1, -1], "bottom right": [1, 1], "top left": [-1, -1], "bottom left": [-1, 1],
};

const doos = (x, y, halfBreed, halfHoog) => [x - halfBreed, y - halfHoog, x + halfBreed, y + halfHoog];
const raakt = (a, b) => Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

export function plaatsOpschriften({ data, layout }, { breed, hoog }) {
  const [x0, x1] = layout.xaxis?.range || [];
  const [y0, y1] = layout.yaxis?.range || [];
  const punten = data.flatMap((reeks) => (reeks.mode === "markers+text" && typeof reeks.textposition === "string"
    ? reeks.x.map((x, i) => ({ reeks, i, x, y: reeks.y[i], tekst: String(reeks.text?.[i] ?? "") })) : []));
  if (!punten.length || punten.length > 16 || [x0, x1, y0, y1].some((w) => typeof w !== "number")) return { data, layout };
  if (punten.some(({ x, y }) => typeof x !== "number" || typeof y !== "number")) return { data, layout };
  const vlak = [breed - 90, hoog - 70];
  const pix = (x, y) => [((x - x0) / (x1 - x0)) * vlak[0], ((y1 - y) / (y1 - y0)) * vlak[1]];
  const bezet = punten.map(({ x, y }) => doos(...pix(x, y), 12, 12));
  for (const vorm of layout.shapes || []) {
    const [a, b] = [pix(vorm.x0, vorm.y0), pix(vorm.x1, vorm.y1)];
    bezet.push([Math.min(a[0], b[0]) - 4, Math.min(a[1], b[1]) - 4, Math.max(a[0], b[0]) + 4, Math.max(a[1], b[1]) + 4]);
  }
  for (const a of layout.annotations || []) {
    if (a.xref !== "paper" || a.yref !== "paper") continue;
    const maat = kaal(a.text).length * LETTERBREED;
    bezet.push(doos(a.x ? vlak[0] - maat / 2 : maat / 2, a.y ? 12 : vlak[1] - 12, maat / 2 + 4, 13));
  }
  const plek = new Map();
  punten.forEach((punt, nr) => {
    const regels = punt.tekst.split("<br>");
    const [w, t] = [LETTERBREED * Math.max(...regels.map((r) => kaal(r).length)), REGELHOOGTE * regels.length];
    const [px, py] = pix(punt.x, punt.y);
    let beste = { straf: Infinity };
    for (const [naam, [dx, dy]] of Object.entries(PLEKKEN)) {
      const hier = doos(px + dx * (w / 2 + 11), py + dy * (t / 2 + 9), w / 2, t / 2);
      const buiten = w * t - raakt(hier, [0, 0, ...vlak]);
      const straf = bezet.reduce((som, b, i) => (i === nr ? som : som + raakt(hier, b)), 3 * buiten);
      if (straf < beste.straf) beste = { straf, naam, hier };
    }
    bezet.push(beste.hier);
    plek.set(punt.reeks, [...(plek.get(punt.reeks) || []), beste.naam]);
  });
  return { layout, data: data.map((reeks) => (plek.has(reeks) ? { ...reeks, textposition: plek.get(reeks) } : reeks)) };
}

// Een tekening met tekst op vaste regels (een boom, een tijdlijn) gaat in stukken van hele regels.
function inStroken({ data, layout }, { hoog }) {
  const bereik = layout.yaxis?.range;
  const tekst = data.some((reeks) => /text/.test(reeks.mode || "") && (reeks.y || []).length > 5);
  const nodig = layout.height;
  if (!tekst || !bereik || nodig <= hoog * 1.25) return [{ data, layout }];
  const [laag, boven] = [Math.min(...bereik), Math.max(...bereik)];
  const rijen = Math.floor(boven + 0.5) - Math.ceil(laag - 0.5);
  const stukken = Math.min(rijen, Math.ceil(nodig / (hoog * 1.1)));
  const per = Math.ceil(rijen / stukken);
  const begin = Math.round(boven - 0.5);
  return Array.from({ length: Math.ceil(rijen / per) }, (_leeg, nr) => {
    const top = nr ? begin - nr * per + 0.5 : boven;
    const bodem = Math.max(laag, begin - (nr + 1) * per + 0.5);
    return { data, layout: { ...layout, yaxis: { ...layout.yaxis, range: bereik[0] < bereik[1] ? [bodem, top] : [top, bodem] } } };
  });
}

// Geef een figuur in stukken die elk in `maat` passen.
export function grootFiguur(figuur, maat) {
  const eigen = minstensLetter(figuur);
  const rijen = rijenVan(eigen);
  if (rijen.length) return inRijen(eigen, rijen, maat).map((stuk) => ({ ...stuk, layout: { ...stuk.layout, width: maat.breed } }));
  return inStroken(eigen, maat).map(({ data, layout }) => {
    const legenda = layout.showlegend ? legendahoogte(data, maat.breed) : 0;
    const nieuw = { ...layout, width: maat.breed, height: maat.hoog, margin: { ...layout.margin, ...(legenda ? { t: legenda } : {}) } };
    return plaatsOpschriften({ data, layout: nieuw }, maat);
  });
}
