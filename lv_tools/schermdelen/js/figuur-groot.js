// Maak van een figuur voor een bladzijde een figuur voor een muur.
//
// Alles hier is in maten van de bladzijde, waar een letter 14 hoog is; de tekening wordt daarna als
// geheel vergroot. Zo groeien tekens, lijnen en randen mee. Wat dan niet op één scherm past, gaat in
// stukken. Rijen met het opschrift erboven (tekening.py) krijgen hun opschrift ervoor: een muur is breed.

const LETTER = 14;
const REGELHOOGTE = 19;
const BALK = 27; // zo hoog moet een balk zijn waar een getal in staat

// Hoe breed tekst is; de pagina meet het, met de letter die zij heeft.
const geschat = (tekst) => tekst.length * 8;

const kaal = (tekst) => tekst.replace(/<[^>]+>/g, "").replace(/&(amp|lt|gt);/g, "x");

// Geen letter kleiner dan die van de bladzijde: ‘groot’ is dan overal groot.
function minstensLetter(waarde, naam = "") {
  if (Array.isArray(waarde)) return waarde.map((deel) => minstensLetter(deel));
  if (!waarde || typeof waarde !== "object") return waarde;
  const uit = Object.fromEntries(Object.entries(waarde).map(([sleutel, deel]) => [sleutel, minstensLetter(deel, sleutel)]));
  if (/font$/.test(naam) && typeof uit.size === "number") uit.size = Math.max(LETTER, uit.size);
  return uit;
}

// Breek een opschrift met vette woorden af op deze breedte.
export function wikkel(tekst, breed, meet = geschat) {
  const regels = [""];
  let vet = false;
  for (const stuk of tekst.split(/(<\/?b>|<br\s*\/?>|(?<!\S)\(?n = \d+\S*|\s+)/)) { // ‘(n = 40)’ blijft bij elkaar
    if (/^<\/?b>$/.test(stuk)) {
      vet = stuk === "<b>";
      continue;
    }
    if (!stuk || /^\s+$/.test(stuk) || /^<br/.test(stuk)) continue;
    const woord = vet ? `<b>${stuk}</b>` : stuk;
    const nu = regels.at(-1);
    // Vet is breder, en hoeveel meet niemand hier na.
    if (nu && meet(kaal(`${nu} ${stuk}`)) * (vet || nu.includes("<b>") ? 1.06 : 1) > breed) regels.push(woord);
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

const legendahoogte = (data, { breed, meet = geschat }) => {
  const namen = data.filter((reeks) => reeks.name && reeks.showlegend !== false).map(({ name }) => meet(kaal(name)) + 50);
  // Passen de namen niet naast elkaar, dan zet de tekenaar ze in kolommen, zo breed als de breedste.
  const naast = namen.reduce((som, maat) => som + maat, 0) <= breed ? namen.length : Math.max(1, Math.floor(breed / Math.max(...namen)));
  return Math.ceil(namen.length / naast) * 20 + 10;
};

// Verdeel blokken over zo weinig mogelijk bladen, en dan zo gelijk als het gaat.
function verdeel(blokken, ruimte, verder) {
  const pak = (eerst, daarna) => {
    const bladen = [];
    let over = 0;
    blokken.forEach((blok, plek) => {
      const volgt = blok.isKop ? (blokken[plek + 1]?.hoogte || 0) : 0; // een kop blijft niet alleen onderaan achter
      if (!bladen.length || blok.hoogte + volgt > over) {
        over = bladen.length ? daarna : eerst;
        bladen.push([]);
      }
      bladen.at(-1).push(blok);
      over -= blok.hoogte;
    });
    return bladen;
  };
  const vol = pak(ruimte, verder);
  const som = blokken.reduce((tot, { hoogte }) => tot + hoogte, 0);
  for (let grens = som / vol.length; grens < verder; grens += 8) {
    const gelijk = pak(Math.min(grens, ruimte), grens);
    if (gelijk.length <= vol.length) return gelijk;
  }
  return vol;
}

function inRijen(figuur, rijen, maat) {
  const { breed, hoog, verder = hoog, meet = geschat } = maat;
  const { data, layout } = figuur;
  const rand = layout.margin || {};
  const langste = Math.max(...rijen.map(({ opschrift }) => meet(kaal(opschrift.text.replace(/<br>/g, " "))) * 1.06));
  const vlak = breed - 4 - Math.max(rand.r || 0, 20);
  const kolom = Math.min(0.46, (langste + 16) / vlak);
  const past = kolom * vlak - 14;
  const boven = layout.showlegend ? legendahoogte(data, maat) : Math.max(8, layout.xaxis?.side === "top" ? rand.t : 8);
  const as = { tickangle: 0, ...omEnOm({ ...layout.xaxis, domain: [kolom, 1] }, vlak, meet) };
  const asregels = Math.max(1, ...(as.ticktext || []).map((t) => String(t).split("<br>").length));
  const onder = Math.max(rand.b || 0, 12 + asregels * 19 + (layout.xaxis?.title?.text ? 24 : 0));
  const metGetal = data.some((reeks) => reeks.type === "bar" && (reeks.text || []).some?.((t) => t) && reeks.textposition !== "none");
  const blokken = rijen.map((rij) => {
    const deel = rij.eind - rij.onder;
    const isKop = deel < 14;
    const regels = wikkel(rij.opschrift.text, isKop ? vlak - 14 : past, meet);
    const tekst = regels.length * REGELHOOGTE;
    // Staan er balken onder elkaar in een rij, dan houdt elk de hoogte voor zijn getal.
    const balken = [...new Set(data.flatMap(({ type, y }) => (type === "bar" ? y.filter((w) => w >= rij.onder && w < rij.eind) : [])))].sort((a, b) => a - b);
    const stap = Math.min(...balken.slice(1).map((w, i) => w - balken[i]));
    // En staan er woorden naast (zoals n = 5), dan houden die hun regel.
    const naast = (layout.annotations || []).filter((a) => a.borderpad !== 0 && a.y >= rij.onder && a.y < rij.eind).map(({ y }) => y).sort((a, b) => a - b);
    const regel = Math.min(...naast.slice(1).map((w, i) => w - naast[i]));
    const rekBalk = metGetal && balken.length > 1 ? Math.max(1, (BALK + 2) / stap) : 0;
    const rek = Math.max(rekBalk, naast.length > 1 && regel > 1 ? Math.max(1, REGELHOOGTE / regel) : 0);
    const [eerste, laatste] = rekBalk ? [balken[0], balken.at(-1)] : [naast[0], naast.at(-1)];
    const inhoud = rek ? (laatste - eerste) * rek + BALK + 8 : Math.max(deel * 0.85, metGetal ? BALK + 8 : 26);
    return { ...rij, regels, isKop, rek, hoogte: isKop ? tekst + 8 : Math.max(tekst + 8, inhoud) };
  });
  // Waar op de bladzijde het midden van een rij is: het midden van wat erin staat.
  for (const blok of blokken) {
    const hier = data.flatMap(({ y }) => (y || []).filter((w) => w >= blok.onder - 0.01 && w < blok.eind - 0.01));
    blok.midden = hier.length ? (Math.min(...hier) + Math.max(...hier)) / 2 : (blok.onder + blok.eind) / 2;
  }
  const bladen = verdeel(blokken, hoog - boven - onder, verder - boven - onder);
  return bladen.map((blad, nr) => tekenRijen({ data, layout: { ...layout, xaxis: as } }, blad, { boven, onder, metGetal, rand, links: 4, ruimte: (nr ? verder : hoog) - boven - onder }));
}

function tekenRijen({ data, layout }, blokken, { boven, onder, metGetal, rand, links, ruimte }) {
  const som = blokken.reduce((tot, blok) => tot + blok.hoogte, 0);
  const lucht = Math.max(1, Math.min(1.5, ruimte / som)); // is er plaats over, dan staan de rijen ruimer
  blokken = blokken.map((blok) => ({ ...blok, hoogte: blok.hoogte * lucht }));
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
    return blok.top + blok.hoogte / 2 + (y - blok.midden) * (blok.rek || Math.min(1, blok.hoogte / deel));
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
    const breder = metGetal && typeof reeks.width === "number" ? Math.max(BALK, reeks.width) : reeks.width;
    return { ...reeks, y, x, ...(reeks.type === "bar" ? { width: breder } : {}) };
  });
  const eigen = new Set(blokken.map(({ opschrift }) => opschrift));
  const labels = blokken.map((blok) => ({
    // Een tussenkop loopt over het vlak heen: daar houden de lijnen achter de letters op.
    ...blok.opschrift, text: blok.regels.join("<br>"), xref: "paper", x: 0, y: blok.top + blok.hoogte / 2,
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
      yaxis: { ...layout.yaxis, range: [hoogte, 0] },
      ...(metGetal ? { uniformtext: { mode: "hide", minsize: LETTER - 1 } } : {}),
    },
  };
}

// Opschriften bij losse punten: elk waar het geen lijn, teken of ander opschrift raakt. Staat het er
// verder vandaan, dan wijst een dun lijntje aan waar het bij hoort.
const RICHTINGEN = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];

const doos = (x, y, halfBreed, halfHoog) => [x - halfBreed, y - halfHoog, x + halfBreed, y + halfHoog];
const raakt = (a, b) => Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

// Ligt een teken onder het opschrift van een hoek, dan wordt het vlak aan die kant een regel ruimer.
function metHoeken(punten, layout, hoog) {
  const [y0, y1] = layout.yaxis.range;
  const hoeken = (layout.annotations || []).filter((a) => a.yref === "paper");
  const regel = ((y1 - y0) * 32) / hoog;
  const boven = hoeken.some((a) => a.yanchor === "top") && punten.some(({ y }) => y > y1 - regel) ? y1 + regel : y1;
  const onder = hoeken.some((a) => a.yanchor === "bottom") && punten.some(({ y }) => y < y0 + regel) ? y0 - regel : y0;
  if ((boven === y1 && onder === y0) || layout.meta?.ruimer) return null;
  const naar = (y) => (y === y0 ? onder : y === y1 ? boven : y);
  return {
    ...layout, meta: { ruimer: true }, yaxis: { ...layout.yaxis, range: [onder, boven] },
    shapes: (layout.shapes || []).map((v) => ({ ...v, y0: naar(v.y0), y1: naar(v.y1) })),
  };
}

// De plekjes waar een lijntje langs loopt.
const langs = ([x, y], [dx, dy]) => [0.35, 0.55, 0.75, 0.9].map((deel) => doos(x + dx * deel, y + dy * deel, 2, 2));

// `vlak` is het vlak binnen de assen, zoals het getekend is: breedte en hoogte.
export function plaatsOpschriften({ data, layout }, vlak, meet = geschat) {
  const [x0, x1] = layout.xaxis?.range || [];
  const [y0, y1] = layout.yaxis?.range || [];
  const punten = data.flatMap((reeks) => (reeks.mode === "markers+text" && !reeks.meta?.vast
    ? reeks.x.map((x, i) => ({ reeks, x, y: reeks.y[i], tekst: String((Array.isArray(reeks.text) ? reeks.text[i] : reeks.text) ?? "") })) : []));
  if (!punten.length || punten.length > 16 || [x0, x1, y0, y1].some((w) => typeof w !== "number")) return { data, layout };
  if (punten.some(({ x, y }) => typeof x !== "number" || typeof y !== "number")) return { data, layout };
  const ruimer = metHoeken(punten, layout, vlak[1]);
  if (ruimer) return plaatsOpschriften({ data, layout: ruimer }, vlak, meet);
  const pix = (x, y) => [((x - x0) / (x1 - x0)) * vlak[0], ((y1 - y) / (y1 - y0)) * vlak[1]];
  const bezet = punten.map(({ x, y, reeks }) => doos(...pix(x, y), ...Array(2).fill((reeks.marker?.size || 12) / 2 + 3)));
  for (const vorm of layout.shapes || []) {
    const [a, b] = [pix(vorm.x0, vorm.y0), pix(vorm.x1, vorm.y1)];
    bezet.push([Math.min(a[0], b[0]) - 3, Math.min(a[1], b[1]) - 3, Math.max(a[0], b[0]) + 3, Math.max(a[1], b[1]) + 3]);
  }
  for (const a of layout.annotations || []) {
    const maat = meet(kaal(a.text || "")) * 1.16;
    const [px, py] = a.xref === "paper" ? [a.x * vlak[0], (1 - a.y) * vlak[1]] : pix(a.x, a.y);
    const [dx, dy] = [{ left: 1, right: -1 }[a.xanchor] || 0, { top: 1, bottom: -1 }[a.yanchor] || 0];
    bezet.push(doos(px + (dx * maat) / 2, py + dy * 12, maat / 2 + 6, 13));
  }
  const lengte = ({ tekst }) => Math.max(...tekst.split("<br>").map((r) => meet(kaal(r))));
  // Wie de meeste plaats nodig heeft, kiest eerst.
  const volgorde = [...punten.keys()].sort((a, b) => lengte(punten[b]) - lengte(punten[a]));
  const opschriften = volgorde.map((nr) => {
    const punt = punten[nr];
    const regels = punt.tekst.split("<br>");
    const [w, t] = [Math.max(...regels.map((r) => meet(kaal(r)))), REGELHOOGTE * regels.length];
    const [px, py] = pix(punt.x, punt.y);
    let beste = { straf: Infinity };
    for (const ver of [1, 2.2, 3.6, 5, 7]) {
      for (const [dx, dy] of RICHTINGEN) {
        const [sx, sy] = [dx * (w / 2 + 11 * ver), dy * (t / 2 + 8 * ver + (dx ? 0 : 3))];
        const hier = doos(px + sx, py + sy, w / 2, t / 2);
        const buiten = w * t - raakt(hier, [0, 0, ...vlak]);
        const lijn = ver > 1 ? langs([px, py], [sx, sy]) : [];
        const straf = bezet.reduce((som, b, i) => (i === nr ? som : som + raakt(hier, b) + lijn.reduce((s, l) => s + 4 * raakt(l, b), 0)), 3 * buiten) + (ver - 1) * 12;
        if (straf < beste.straf) beste = { straf, sx, sy, ver, hier };
      }
    }
    bezet.push(beste.hier, ...(beste.ver > 1 ? langs([px, py], [beste.sx, beste.sy]) : []));
    return {
      x: punt.x, y: punt.y, text: punt.tekst, align: "center", font: punt.reeks.textfont || {}, xref: "x", yref: "y", borderpad: 0,
      ax: beste.sx, ay: beste.sy, axref: "pixel", ayref: "pixel", showarrow: true, arrowhead: 0, arrowwidth: 1.2, standoff: (punt.reeks.marker?.size || 12) / 2,
      arrowcolor: beste.ver > 1 ? punt.reeks.textfont?.color || "#8b9aa0" : "rgba(0,0,0,0)", captureevents: false,
    };
  });
  const eigen = new Set(punten.map(({ reeks }) => reeks));
  return {
    data: data.map((reeks) => (eigen.has(reeks) ? { ...reeks, mode: "markers" } : reeks)),
    layout: { ...layout, annotations: [...(layout.annotations || []), ...opschriften] },
  };
}

const ligt = { middle: "middle", top: "bottom", bottom: "top" };

// Losse woorden in een tekening worden opschriften met een vlak erachter: een lijn loopt er niet doorheen.
function woordenLos({ data, layout }) {
  const los = data.filter((reeks) => /text/.test(reeks.mode || "") && (reeks.y || []).length > 5);
  const opschriften = los.flatMap((reeks) => reeks.y.map((y, i) => {
    const [v, h] = String(Array.isArray(reeks.textposition) ? reeks.textposition[i] : reeks.textposition || "middle center").split(" ");
    const teken = /markers/.test(reeks.mode) ? (reeks.marker?.size?.[i] ?? reeks.marker?.size ?? 12) / 2 + 3 : 0;
    return {
      x: reeks.x[i], y, text: String(Array.isArray(reeks.text) ? reeks.text[i] : reeks.text), showarrow: false, font: { ...reeks.textfont },
      xanchor: { right: "left", left: "right" }[h] || "center", yanchor: ligt[v] || "middle", xshift: { right: teken, left: -teken }[h] || 0,
      align: "left", bgcolor: layout.paper_bgcolor, borderpad: 0,
    };
  }));
  if (!opschriften.length) return { data, layout };
  return {
    data: data.map((reeks) => (los.includes(reeks) ? { ...reeks, mode: /markers/.test(reeks.mode) ? "markers" : "none" } : reeks)),
    layout: { ...layout, annotations: [...(layout.annotations || []), ...opschriften] },
  };
}

// Een tekening met woorden op vaste regels (een boom, een tijdlijn, een jaar) gaat in stukken van hele regels.
function inStroken(figuur, maat) {
  const { hoog } = maat;
  const { data, layout } = woordenLos(figuur);
  const bereik = layout.yaxis?.range;
  const woorden = (layout.annotations || []).filter((a) => a.yref !== "paper" && a.bgcolor && typeof a.y === "number");
  const regels = layout.yaxis?.ticktext?.length > 5;
  if (!bereik || !(woorden.length > 5 || regels)) return [{ data, layout }];
  const [laag, boven] = [Math.min(...bereik), Math.max(...bereik)];
  const rijen = Math.floor(boven) - Math.ceil(laag) + 1;
  const vlak = hoog - 40 - (layout.showlegend ? legendahoogte(data, maat) : 0);
  const nodig = woorden.length > 5 ? ((layout.height - 60) / rijen) * 0.95 : 22;
  const per = Math.max(1, Math.floor(vlak / nodig));
  if (rijen <= per) return [{ data, layout }];
  const gelijk = Math.ceil(rijen / Math.ceil(rijen / per));
  // Staan de woorden boven hun regel, dan ligt de grens tussen twee regels ook hoger.
  const boventoe = woorden.reduce((som, { y }) => som + y - Math.round(y), 0) / Math.max(1, woorden.length) / 2;
  const omhoog = bereik[0] < bereik[1];
  const eerste = omhoog ? Math.round(boven - 0.5 - boventoe) : Math.ceil(laag);
  return Array.from({ length: Math.ceil(rijen / gelijk) }, (_leeg, nr) => {
    const rand = omhoog
      ? [eerste - (nr + 1) * gelijk + 0.5 + boventoe, eerste - nr * gelijk + 0.5 + boventoe]
      : [eerste + nr * gelijk - 0.5, eerste + (nr + 1) * gelijk - 0.5];
    const hier = (a) => a.yref === "paper" || typeof a.y !== "number" || (a.y > rand[0] && a.y < rand[1]);
    return { data, layout: { ...layout, annotations: (layout.annotations || []).filter(hier), yaxis: { ...layout.yaxis, range: omhoog ? rand : [rand[1], rand[0]] } } };
  });
}

// Raken de woorden onder een as elkaar, dan staan zij om en om een regel lager.
function omEnOm(as, breed, meet = geschat) {
  const { tickvals, ticktext, range } = as || {};
  if (!ticktext?.length || !range || tickvals.length !== ticktext.length || typeof tickvals[0] !== "number") return as;
  const deel = as.domain ? as.domain[1] - as.domain[0] : 1;
  const breedte = ticktext.map((t) => Math.max(...String(t).split("<br>").map((r) => meet(kaal(r)))));
  const raken = tickvals.slice(1).some((t, i) =>
    (Math.abs(t - tickvals[i]) / Math.abs(range[1] - range[0])) * breed * deel < (breedte[i] + breedte[i + 1]) / 2 + 6);
  return raken ? { ...as, ticktext: ticktext.map((t, i) => (i % 2 ? `<br>${t}` : t)) } : as;
}

// Geef een figuur in stukken die elk in `maat` passen.
export function grootFiguur(figuur, maat) {
  const eigen = minstensLetter(figuur);
  const rijen = rijenVan(eigen);
  if (rijen.length) return inRijen(eigen, rijen, maat).map((stuk) => ({ ...stuk, layout: { ...stuk.layout, width: maat.breed } }));
  return inStroken(eigen, maat).map(({ data, layout }) => {
    const legenda = layout.showlegend ? { t: legendahoogte(data, maat) } : {};
    const rond = layout.yaxis?.scaleanchor && layout.yaxis.range; // om een rond web staan de namen buiten het vlak
    const ruim = rond ? { range: rond.map((w) => w * 1.16) } : {};
    // Staan de getallen in een web dichter bij elkaar dan een regel, dan dekt hun vlak het getal ernaast af.
    const stap = rond && (maat.hoog - (legenda.t || 0)) / ((rond[1] - rond[0]) * 1.16 * 4);
    const zonderVlak = rond && stap < REGELHOOGTE ? { annotations: layout.annotations.map((a) => ({ ...a, bgcolor: "rgba(0,0,0,0)" })) } : {};
    const as = (wat) => (wat?.title ? { ...wat, title: { ...wat.title, font: { ...wat.title.font, size: LETTER }, standoff: 6 } } : wat);
    return { data, layout: { ...layout, ...zonderVlak, width: maat.breed, height: maat.hoog, margin: { ...layout.margin, ...legenda }, xaxis: as(layout.xaxis), yaxis: { ...as(layout.yaxis), ...ruim } } };
  });
}
