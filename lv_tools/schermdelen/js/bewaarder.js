import { biedAan, onleesbaar } from "./bestanden.js";
import { Bezet, GeenAntwoord, Verdwenen, opslagBijPython, opslagInBrowser } from "./opslag.js";

export const LEEG = "Zonder naam";
const NAAMLOOS = new RegExp(`^${LEEG}(?: \\(.*\\))?$`);
/** Is dit werk dat niemand een naam gaf? */
export const naamloos = (naam) => NAAMLOOS.test(naam);
const klok = () => new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");

/** Tussen twee schrijfacties van wat getypt wordt, in milliseconden; ruim binnen de belofte van 0,3 seconde. */
const ADEM_MS = 100;
/** Zo lang is het stil voordat wij bewaren hoe het scherm eruitziet, in milliseconden. */
const BEELD_MS = 400;
/** Een groter beeld kost meer dan het de volgende keer oplevert, in tekens. */
const GROOTSTE_BEELD = 400000;
/** Hierna proberen we opnieuw wat niet lukte, in milliseconden. */
const HERKANS_MS = 5000;
/** Zo lang wachten we met een bestand op Python, voordat de pagina het zelf maakt, in milliseconden. */
const WACHT_OP_PYTHON_MS = 8000;

const LEEGGEMAAKT = "De opslag van uw browser is intussen leeggemaakt. Wat u hier ziet, is opnieuw bewaard. " +
  "Andere bestanden van dit hulpmiddel staan er niet meer.";

/**
 * Zeg in gewone woorden wat er aan de hand is; een fout die wij zelf maakten, zegt dat al.
 *
 * @param {Error} fout
 */
export function reden(fout) {
  if (fout instanceof GeenAntwoord) return "de opslag van uw browser geeft geen antwoord";
  if (fout?.name === "QuotaExceededError") return "de opslag van uw browser is vol";
  if (fout?.name === "SecurityError") return "uw browser laat hier geen opslag toe; dat gebeurt in een privévenster, of als sites geen gegevens mogen bewaren";
  if (fout instanceof Bezet) return "dit bestand is in een ander tabblad open of gewijzigd";
  if (fout instanceof Verdwenen) return "dit bestand staat niet meer in de opslag van uw browser";
  if (fout instanceof Zin) return fout.message.replace(/[.]$/, "");
  return "de opslag van uw browser werkt niet; misschien is de schijf van uw apparaat vol";
}

/** Een zin voor de lezer, en geen storing. */
export class Zin extends Error {}

const LANGST = 80; // zoals clean_name in lv_tools/basis/opslag/werkbestand.py
const knip = (tekst, lengte) => [...tekst].slice(0, lengte).join("").trim();
const schoon = (wens) => knip((wens || "").replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu, (teken) => (/\s/.test(teken) ? " " : "")).replace(/\s+/g, " ").trim(), LANGST) || LEEG;

const megabytes = (bytes) => (bytes / 1e6).toFixed(1).replace(".", ",");

/** Wat de lezer bij ‘Mijn werk’ aanwees, of wat bij een link hoort; het geldt één keer. */
const AANGEWEZEN = "lv-tools:open";
function aangewezen(instrument) {
  try {
    const [wie, naam, nieuw] = JSON.parse(sessionStorage.getItem(AANGEWEZEN) || "[]");
    if (wie !== instrument) return [];
    sessionStorage.removeItem(AANGEWEZEN);
    return [naam, nieuw];
  } catch { return []; } // zonder zo'n geheugen opent het laatste bestand
}

// Is wat er staat het scherm van dit bestand? Een ander tabblad kan er intussen aan gewerkt hebben.
const hoortBij = (eigen, naam, record) =>
  (record ? Boolean(eigen) && eigen.naam === naam && String(eigen.merken) === String(record.merken) : !eigen);

// Een bestand zoals dit tabblad het kent. Zonder greep wordt er niets geschreven.
let bladen = 0;
const blad = (naam, greep, tekst = "", naloop = {}) => ({
  merk: ++bladen, naam, greep, tekst, tekstVuil: false, klaarGezet: false, rij: Promise.resolve(), laatst: -ADEM_MS,
  naloop: new Map(Object.entries(naloop).map(([wie, waarde]) => [wie, { waarde, nummer: 0 }])),
});
const losse = (bij) => Object.fromEntries([...bij.naloop].map(([naam, { waarde }]) => [naam, waarde]));

// Houdt bij welk bestand open is en zorgt dat elke wijziging wordt opgeschreven.
export function bewaarder(deel, ctx, toon) {
  const e = deel.eigenschappen;
  const inPagina = e.plaats === "pagina";
  let antwoord = {};
  const vraag = async (naam, gegevens, voorop = false) => {
    antwoord = {};
    const storing = await ctx.stuur(deel, naam, gegevens, [], voorop);
    if (storing) throw new Zin(storing.replace(/^\w+: /, ""));
    return antwoord;
  };
  const staat = { naam: LEEG, namen: [], tijden: new Map(), toestand: "laden", zin: "", nota: "", tijd: "" };
  const kwijt = (greep) => { if (greep === hier.greep) { hier.greep = null; naar("gewist"); } };
  const opslag = inPagina ? opslagInBrowser(e.instrument, kwijt) : opslagBijPython(vraag);
  const kanaal = inPagina && globalThis.BroadcastChannel ? new BroadcastChannel(`lv-tools:${e.instrument}`) : null;
  let hier = blad(LEEG, null);
  let vorige = null; // tussen twee bestanden in: wat voor het oude nog binnenkomt, komt daar terecht
  let gewijzigd = 0; // telt wijzigingen; wat boven `bewaardTot` ligt, staat nog nergens
  let bewaardTot = 0;
  let meegenomenTot = 0; // wat de lezer als bestand heeft, is niet kwijt, maar staat hier nog niet
  let sinds = 0;
  let herkansing = 0;
  let beeldklok = 0;
  let gestopt = false;
  let nogDicht = true; // er is nog geen bestand opengegaan
  let geopend; // een gekozen bestand staat op het scherm en krijgt nog een naam

  // Wat met bestanden gebeurt, gaat een voor een: anders raakt een bestand tussen twee keuzes zoek.
  let werkrij = Promise.resolve();
  const beurt = (werk) => (...wat) => {
    const uitkomst = werkrij.then(() => werk(...wat));
    werkrij = uitkomst.catch(() => {});
    return uitkomst;
  };
  const naar = (toestand, zin = "") => { Object.assign(staat, { toestand, zin }); toon(staat); };
  const goed = () => ["laden", "begin", "bewaard"].includes(staat.toestand);
  const dicht = () => ["bezet", "gewist", "onleesbaar"].includes(staat.toestand);
  const mislukt = (fout) => {
    naar("mislukt", `Bewaren lukt niet: ${reden(fout)}. Sla uw werk op als bestand, dan gaat er niets verloren.`);
    clearTimeout(herkansing);
    if (!gestopt) herkansing = setTimeout(() => beurt(hervat)(), HERKANS_MS);
  };
  const ongelezen = (fout) => {
    mislukt(fout);
    // Ging ook de lijst niet open, dan weten wij niet of hier iets stond.
    const wat = staat.namen.includes(hier.naam) ? "Wat hier bewaard is, kon" : "Als hier al iets bewaard is, kon het";
    staat.zin = `${wat} niet worden gelezen: ${reden(fout)}. Het blijft staan zoals het was. ` +
      "Wat u nu invult, wordt nog niet bewaard: sla het op als bestand.";
    toon(staat);
  };
  const ververs = async () => {
    let fout;
    try {
      staat.namen = await opslag.lijst();
      staat.tijden = new Map(staat.namen.map((naam) => [naam, opslag.tijd?.(naam)]));
    } catch (waarom) { fout = waarom; } // wat eerder gelezen is, blijft staan
    toon(staat);
    return fout;
  };

  // Een ander tabblad of een andere blik op dezelfde gegevens is niets om te verliezen.
  const KIJKEN = ["tabbladen", "uitklap", "tabel", "figuur", "groot", "download", "afdruk", "adres", "verzoek", "deelbericht"];
  const noteer = (van) => {
    if (van && (KIJKEN.includes(van.soort) || van.eigenschappen.kijken)) return;
    if (gewijzigd === bewaardTot) sinds = performance.now();
    gewijzigd += 1;
  };
  const opgeschreven = (tot) => {
    bewaardTot = Math.max(bewaardTot, tot);
    sinds = performance.now();
  };
  const omvang = (bytes) => {
    const groot = bytes > e.waarschuw;
    if (groot) {
      staat.nota = `Dit bestand is nu ${megabytes(bytes)} MB. Op dit apparaat blijft het bewaard. Wordt het groter dan ` +
        `${megabytes(e.grens)} MB, dan kunt u het niet meer uit een opgeslagen bestand openen: verdeel het werk dan over twee bestanden.`;
    } else if (staat.nota !== LEEGGEMAAKT) staat.nota = "";
  };
  const mag = (bij) => inPagina && bij.greep?.geldig && !(bij === hier && dicht());

  // Schrijf nu; de opslag begint daarmee voordat deze functie terug is.
  const zetNeer = (bij) => {
    const metTekst = bij.tekstVuil || !bij.greep.bestaat;
    const tot = gewijzigd;
    bij.tekstVuil = false;
    bij.laatst = performance.now();
    let belofte;
    try {
      belofte = opslag.schrijf(bij.greep, { tekst: metTekst ? bij.tekst : undefined, naloop: losse(bij) });
    } catch (fout) {
      belofte = Promise.reject(fout);
    }
    return belofte.then(() => tot, (fout) => {
      bij.tekstVuil ||= metTekst;
      throw fout;
    });
  };
  const schrijfNu = async (bij) => {
    bij.klaarGezet = false;
    if (!mag(bij)) return;
    const { greep } = bij;
    const nieuw = !staat.namen.includes(bij.naam);
    try {
      const tot = await zetNeer(bij);
      if (bij !== hier || greep !== hier.greep) return;
      opgeschreven(tot);
      staat.tijd = klok();
      clearTimeout(herkansing);
      // Tellen kost tijd bij veel tekst, en een teken is hoogstens drie bytes.
      omvang(bij.tekst.length * 3 > e.waarschuw ? new Blob([bij.tekst]).size : bij.tekst.length);
      naar("bewaard");
      clearTimeout(beeldklok);
      beeldklok = setTimeout(() => zetBeeld(bij), BEELD_MS);
      if (nieuw) { await ververs(); kanaal?.postMessage("lijst"); vraagBlijvend(); }
    } catch (fout) {
      if (bij !== hier || greep !== hier.greep) return;
      if (fout instanceof Verdwenen) {
        // Buiten dit hulpmiddel om leeggemaakt: wat hier openstaat, is er nog en gaat opnieuw de opslag in.
        greep.bestaat = false;
        staat.nota = LEEGGEMAAKT;
        schrijf(bij);
      } else if (fout instanceof Bezet) {
        opslag.laatLos(greep);
        hier.greep = null;
        naar("bezet");
      } else mislukt(fout);
    }
  };
  const schrijf = (bij) => {
    if (bij.klaarGezet) return bij.rij;
    bij.klaarGezet = true;
    const adem = ADEM_MS - (performance.now() - bij.laatst);
    bij.rij = bij.rij
      .then(() => (adem > 0 ? new Promise((verder) => { setTimeout(verder, adem); }) : undefined))
      .then(() => schrijfNu(bij));
    return bij.rij;
  };
  // Hoort het scherm precies bij wat is opgeschreven, bewaar dan hoe het eruitziet: de volgende keer staat het er meteen.
  const zetBeeld = (bij) => {
    clearTimeout(beeldklok);
    beeldklok = 0;
    if (!ctx.uitgave || bij !== hier || !mag(bij) || !bij.greep.bestaat || bij.tekstVuil || bij.klaarGezet || !bij.tekst) return;
    const beeld = { uitgave: ctx.uitgave, boom: ctx.beeld() };
    if (JSON.stringify(beeld).length > GROOTSTE_BEELD) return;
    opslag.schrijfBeeld(bij.greep, beeld).catch(() => {}); // zonder beeld wacht de lezer de volgende keer op Python
  };
  // Een keer per pagina: mag dit blijven staan als de browser ruimte zoekt?
  const vraagBlijvend = () => { globalThis.navigator.storage?.persist?.().catch(() => {}); };

  // Probeer opnieuw wat niet lukte. Wat niet gelezen is, wordt ook nu niet overschreven.
  const hervat = async () => {
    clearTimeout(herkansing);
    if (gestopt || !["mislukt", "gewist"].includes(staat.toestand)) return;
    if (staat.toestand === "gewist") { await pakTerug(); return; }
    if (!inPagina) { await vraag("lijst", {}); return; } // na elke vraag probeert Python het zelf
    if (hier.greep?.geldig) { await schrijf(hier); return; }
    try {
      const fout = await ververs();
      if (fout) throw fout;
      const { greep, record } = await opslag.open(hier.naam);
      if (gewijzigd > bewaardTot && greep && !record) {
        hier.greep = greep;
        naar("begin");
        await schrijf(hier);
        return;
      }
      opslag.laatLos(greep);
      if (gewijzigd > bewaardTot) { await verderAls(hier.naam); return; }
      await ververs();
      await open(record ? hier.naam : staat.namen[0] || hier.naam);
    } catch (fout) {
      if (staat.toestand === "mislukt") ongelezen(fout);
    }
  };

  // Een ander tabblad zou alles wissen en deed dat toch niet: dan is dit bestand weer van ons.
  const pakTerug = async () => {
    const { greep } = await opslag.open(hier.naam);
    if (!greep) return;
    Object.assign(hier, { greep, tekstVuil: true });
    naar("begin");
    await schrijf(hier);
  };

  // Laat eerst aankomen en opschrijven wat nog bij het oude bestand hoort.
  const pauzeer = async () => {
    await ctx.rust();
    await hier.rij;
  };
  // Een opslag die alleen traag is, krijgt nog een kans zolang Python er toch niet is.
  const nogEens = (fout) => fout instanceof GeenAntwoord && ctx.voor && !ctx.voor.klopt;
  const open = async (naam, leesfout) => {
    const eerste = nogDicht;
    nogDicht = false;
    // Staat het scherm er al zonder Python, dan typt de lezer door; wat hij deed, gaat zo mee naar het bestand.
    const meteen = eerste && ctx.voor;
    let ontgrendel = meteen ? () => {} : ctx.vergrendel();
    try { if (!meteen) await pauzeer(); } catch (fout) { ontgrendel(); throw fout; }
    const oud = hier;
    if (oud.naam === naam) { opslag.laatLos(oud.greep); oud.greep = null; }
    let greep = null;
    let record;
    while (!greep && !record && !leesfout) {
      try {
        ({ greep, record } = await opslag.open(naam));
        break;
      } catch (fout) {
        if (meteen && nogEens(fout)) ongelezen(fout);
        else leesfout = fout;
      }
    }
    if (meteen && !hoortBij(ctx.voor.eigen, naam, record)) ontgrendel = ctx.sluit();
    // Vanaf hier hoort wat er gebeurt bij het nieuwe bestand; wat er nog onderweg was, gaat naar het oude.
    vorige = oud;
    hier = blad(naam, greep, record?.tekst, record?.naloop);
    Object.assign(staat, { naam, nota: "" });
    gewijzigd = bewaardTot = meegenomenTot = 0;
    if (leesfout) ongelezen(leesfout);
    else naar(greep ? "begin" : "bezet");
    try {
      const vroeg = eerste ? losse(oud) : {};
      for (const [wie, waarde] of Object.entries(vroeg)) hier.naloop.set(wie, { waarde, nummer: 0 });
      // Python kan nog lang wegblijven: wat al getypt is, staat dan wel op het apparaat.
      if (Object.keys(vroeg).length && mag(hier)) schrijf(hier);
      await vraag("open", { bestand: naam, merk: hier.merk, tekst: hier.tekst, naloop: record?.naloop || {}, vroeg }, Boolean(meteen));
    } finally {
      ontgrendel();
    }
    await sluitAf(oud);
    await ververs();
  };
  // Schrijf op wat het oude bestand nog tegoed had, en geef het dan pas vrij.
  const sluitAf = async (oud) => {
    await oud.rij;
    if (mag(oud) && (oud.naloop.size || oud.tekstVuil)) await zetNeer(oud).catch(() => {});
    opslag.laatLos(oud.greep);
    if (vorige === oud) vorige = null;
  };
  const vrijeNaam = (wens) => {
    const stam = schoon(wens);
    let naam = stam;
    for (let n = 2; staat.namen.includes(naam); n += 1) naam = `${knip(stam, LANGST - ` (${n})`.length)} (${n})`;
    return naam;
  };
  // Ga verder onder een vrije naam; Python schrijft wat er nu staat meteen daarheen.
  // Een kopie wordt een werk van zichzelf; wat alleen een andere naam krijgt, blijft hetzelfde werk.
  const verderAls = async (wens, metGetypte = true, isKopie = false) => {
    await ctx.rust();
    await ververs();
    let naam = vrijeNaam(wens);
    // Een bestand waar nog niets in staat, houdt zijn naam niet bezet.
    const leeg = !metGetypte && naam === hier.naam && hier.greep?.geldig && !hier.greep.bestaat;
    let greep = leeg ? hier.greep : null;
    let leesfout;
    try {
      if (!leeg) greep = await opslag.nieuw(naam);
      for (; !greep; greep = await opslag.nieuw(naam)) {
        staat.namen.push(naam);
        naam = vrijeNaam(wens);
      }
    } catch (fout) {
      leesfout = fout;
    }
    await hier.rij;
    const oud = hier;
    if (leeg) oud.greep = null; // die gaat mee
    vorige = oud;
    hier = blad(naam, greep);
    // Wat Python nog niet heeft, hoort nu bij het nieuwe bestand (nummer 0 is van het gelezen bestand zelf).
    if (metGetypte) hier.naloop = new Map([...oud.naloop].filter(([, { nummer }]) => nummer > 0));
    Object.assign(staat, { naam, nota: "" });
    if (leesfout) mislukt(leesfout); else naar("begin");
    noteer();
    await vraag("naam", { bestand: naam, merk: hier.merk, kopie: isKopie });
    await hier.rij;
    if (metGetypte) oud.naloop.clear();
    await sluitAf(oud);
    await ververs();
    kanaal?.postMessage("lijst");
  };
  const alleenMetGreep = () => { if (!hier.greep?.geldig || dicht()) throw new Bezet("geen greep"); };

  const los = ctx.luister({
    // Elke toets staat meteen in de opslag, ook als het doorgeven aan Python nog even wacht.
    getypt: (van, waarde) => {
      const { naam } = van.eigenschappen;
      noteer();
      if (!naam || !inPagina) return;
      hier.naloop.set(naam, { waarde, nummer: Infinity });
      if (mag(hier)) schrijf(hier);
    },
    gebeurtenis: (van, soort, gegevens, nummer) => {
      if (van === deel) return;
      const { naam } = van.eigenschappen;
      noteer(van);
      if (soort !== "wijziging" || !naam || !inPagina) return;
      hier.naloop.set(naam, { waarde: gegevens.waarde, nummer });
      if (mag(hier)) schrijf(hier);
    },
    klaar: (nummer) => {
      if (staat.toestand === "onleesbaar") return;
      for (const bij of [hier, vorige].filter(Boolean)) {
        const voor = bij.naloop.size;
        for (const [naam, wat] of bij.naloop) if (wat.nummer <= nummer) bij.naloop.delete(naam);
        if (bij.naloop.size < voor && mag(bij)) schrijf(bij);
      }
    },
    // De pagina gaat weg: schrijf op wat er is, in één handeling die niets meer hoeft na te vragen.
    weg: () => {
      if (beeldklok) zetBeeld(hier);
      if (!mag(hier) || (!hier.naloop.size && !hier.tekstVuil)) return;
      zetNeer(hier).then(opgeschreven, () => {});
    },
  });
  // Even wachten: een opslag die net is leeggemaakt, gaat niet meteen weer open.
  const losVanDeur = opslag.bijSluiten(() => { setTimeout(() => { if (mag(hier)) schrijf(hier); }, 400); });
  const waak = (gebeurtenis) => {
    // Wat gewoon bewaard wordt, is er binnen een seconde; duurt het langer, dan is er iets mis.
    if (gewijzigd <= Math.max(bewaardTot, meegenomenTot) || (goed() && performance.now() - sinds < 1000) || (goed() && !inPagina)) return;
    if (goed() && !hier.naloop.size && !hier.tekstVuil) return;
    gebeurtenis.preventDefault();
    gebeurtenis.returnValue = true;
  };
  addEventListener("beforeunload", waak);
  if (kanaal) {
    kanaal.onmessage = ({ data }) => {
      if (nogDicht) return; // hier is nog niets om los te laten
      if (data === "laat-los") {
        const { greep } = hier;
        hier.greep = null;
        opslag.laatLos(greep);
        naar("gewist");
      } else if (data === "toch-niet" && staat.toestand === "gewist") beurt(hervat)();
      else if (data.naar && data.van === hier.naam && staat.toestand === "bezet") {
        hier.naam = data.naar;
        Object.assign(staat, { naam: data.naar, nota: `Dit bestand heet nu ‘${data.naar}’: het kreeg in een ander tabblad een andere naam.` });
      }
      ververs();
    };
  }

  return {
    begin: beurt(async () => {
      let fout = await ververs();
      while (nogEens(fout)) {
        ongelezen(fout);
        fout = await ververs();
      }
      const [gekozen, nieuw] = inPagina ? aangewezen(e.instrument) : [];
      if (nieuw && !fout) await open(vrijeNaam(gekozen));
      else await open(staat.namen.includes(gekozen) ? gekozen : staat.namen[0] || LEEG, fout);
    }),
    open: beurt((naam) => open(naam)),
    haal: beurt(async () => {
      const fout = await ververs();
      if (!fout && !staat.namen.includes(hier.naam)) {
        throw new Zin(`‘${hier.naam}’ staat er niet meer: het heeft in een ander tabblad een andere naam gekregen of is daar verwijderd. ` +
          "Kies bij ‘Bestanden beheren’ een ander bestand, of ga hier verder met een kopie");
      }
      await open(hier.naam);
    }),
    // Bewaart wat nog kan, en zegt of er bij een ander bestand iets verloren zou gaan.
    kwijt: beurt(async () => {
      if (!inPagina) await ctx.rust(); // daar bewaart Python
      else if (mag(hier) && (hier.naloop.size || hier.tekstVuil || !goed())) await schrijf(hier);
      return !goed() && gewijzigd > Math.max(bewaardTot, meegenomenTot);
    }),
    goed: () => goed() || staat.toestand === "bezet",
    hervat: beurt(hervat),
    magBeheren: () => !inPagina || Boolean(hier.greep?.geldig && !dicht()),
    nieuw: beurt(async () => { await ververs(); await open(vrijeNaam(LEEG)); }),
    kopie: beurt(async () => {
      const achter = ["mislukt", "gewist"].includes(staat.toestand) ? "" : " (kopie)";
      await verderAls(knip(staat.naam, LANGST - achter.length) + achter, true, achter !== "");
      return goed() ? "" : "De kopie is nog niet bewaard; bovenaan staat waarom.";
    }),
    hernoem: beurt(async (wens) => {
      if (!wens.trim() || schoon(wens) === hier.naam) return "De naam is hetzelfde gebleven.";
      alleenMetGreep();
      await pauzeer();
      await ververs();
      const naam = vrijeNaam(wens);
      const bij = hier;
      const van = bij.naam;
      // In de rij: er wordt niets geschreven terwijl het bestand van naam verandert.
      let fout;
      bij.rij = bij.rij.then(async () => {
        if (inPagina && mag(bij)) await zetNeer(bij);
        const greep = await opslag.hernoem(bij.greep, naam);
        if (!greep) throw new Zin("die naam bestaat al");
        Object.assign(bij, { greep, naam });
      }).catch((waarom) => { fout = waarom; });
      await bij.rij;
      if (fout) throw fout;
      Object.assign(staat, { naam });
      if (inPagina) await vraag("naam", { bestand: naam, merk: bij.merk });
      await bij.rij;
      await ververs();
      kanaal?.postMessage({ van, naar: naam });
      return "De naam is gewijzigd.";
    }),
    verwijder: beurt(async () => {
      if (staat.toestand !== "onleesbaar") alleenMetGreep();
      await pauzeer();
      const { greep } = hier;
      const weg = hier;
      weg.greep = null; // wat nu nog aankomt, wordt niet meer geschreven
      try {
        await opslag.verwijder(greep);
      } catch (fout) {
        weg.greep = greep;
        throw fout;
      }
      staat.namen = staat.namen.filter((naam) => naam !== weg.naam);
      kanaal?.postMessage("lijst");
      await ververs();
      await open(staat.namen[0] || LEEG);
      return "Het bestand is verwijderd.";
    }),
    wis: beurt(async () => {
      await pauzeer();
      kanaal?.postMessage("laat-los");
      const { greep } = hier;
      const bij = hier;
      bij.greep = null; // wat nu nog aankomt, wordt niet meer geschreven
      try {
        await opslag.wis(greep);
      } catch (fout) {
        // Niet gewist: dan gaat het bewaren gewoon door, na een blik op wat er nog staat.
        if (greep?.geldig) {
          greep.zeker = false;
          Object.assign(bij, { greep, tekstVuil: true });
          schrijf(bij);
        }
        kanaal?.postMessage("toch-niet");
        throw fout;
      }
      kanaal?.postMessage("lijst");
      staat.namen = [];
      staat.tijd = "";
      await open(LEEG);
      return "Alles van dit hulpmiddel is gewist.";
    }),
    /**
     * Bied de stand van nu aan als bestand, met alles wat tot nu toe getypt is.
     *
     * @param {(zin: string) => void} zeg krijgt een zin zolang het wachten duurt
     * @returns {Promise<string>} wat er gebeurd is
     */
    opslaan: async (zeg) => {
      ctx.rondTypenAf();
      const bij = hier;
      const tot = gewijzigd; // wat daarna nog getypt wordt, zit niet in dit bestand
      const wacht = setTimeout(() => zeg("Het hulpmiddel is nog aan het rekenen. Het bestand komt zodra dat klaar is."), 1500);
      const teLang = new Promise((gelukt) => { setTimeout(() => gelukt("te lang"), WACHT_OP_PYTHON_MS); });
      const uitkomst = await Promise.race([ctx.stuur(deel, "download", {}), teLang]);
      clearTimeout(wacht);
      if (uitkomst && !inPagina) throw new Zin("het hulpmiddel antwoordt niet, en er is geen bestand gemaakt");
      if (bij === hier) meegenomenTot = Math.max(meegenomenTot, tot);
      if (!uitkomst) return "Het bestand staat bij uw downloads.";
      biedAan(`${e.instrument}.lv.json`, "application/json", zelfGemaakt(bij));
      return "Het hulpmiddel antwoordt niet. Het bestand bij uw downloads bevat wat het laatst verwerkt was, en wat u daarna nog typte.";
    },
    bewaardeTekst: async () => {
      biedAan(`${e.instrument}-bewaard.lv.json`, "application/json", zelfGemaakt(hier));
      return "Wat er stond, staat bij uw downloads.";
    },
    lees: beurt(async (bestand) => {
      if (bestand.size > e.grens) {
        throw new Zin(`‘${bestand.name}’ is ${megabytes(bestand.size)} MB. Een bestand mag hoogstens ${megabytes(e.grens)} MB zijn.`);
      }
      const inhoud = await bestand.arrayBuffer().catch(() => { throw new Zin(onleesbaar(bestand)); });
      const ontgrendel = ctx.vergrendel();
      try {
        await pauzeer(); // wat er al getypt is, hoort bij het bestand van nu
        geopend = undefined;
        const storing = await ctx.stuur(deel, "lees", { bestand: bestand.name }, [inhoud]);
        if (storing) throw new Zin(storing.replace(/^\w+: /, ""));
        await geopend;
      } finally {
        ontgrendel();
      }
      if (!geopend) return ""; // waarom niet, staat bovenaan
      return `‘${staat.naam}’ is geopend. Het blijft hetzelfde werk, ook als u het wijzigt. Wilt u er iets nieuws van maken? Kies dan ‘Maak een kopie’.`;
    }),
    opdracht: (naam, gegevens, buffers) => {
      if (naam === "antwoord") antwoord = gegevens;
      else if (naam === "schrijf") {
        const bij = [hier, vorige].find((een) => een?.merk === gegevens.merk);
        if (!bij) return; // een laat antwoord over een ander bestand
        bij.tekst = gegevens.tekst;
        bij.tekstVuil = true;
        if (mag(bij)) schrijf(bij);
      }
      else if (naam === "bewaard") {
        staat.tijd = klok();
        opgeschreven(gewijzigd);
        omvang(gegevens.omvang || 0);
        naar("bewaard");
      }
      else if (naam === "botsing") naar("bezet");
      else if (naam === "mislukt") naar("mislukt", `Bewaren lukt niet: ${gegevens.reden}. Sla uw werk op als bestand.`);
      else if (naam === "onleesbaar") naar("onleesbaar", gegevens.zin);
      else if (naam === "geopend") geopend = verderAls(gegevens.bestand, false).catch((fout) => mislukt(fout));
      else if (naam === "bied-aan") biedAan(gegevens.naam, gegevens.type, buffers[0]);
    },
    geenNota: () => { staat.nota = ""; toon(staat); },
    stop: () => {
      gestopt = true;
      clearTimeout(herkansing);
      clearTimeout(beeldklok);
      removeEventListener("beforeunload", waak);
      los();
      losVanDeur();
      kanaal?.close();
      opslag.stop();
    },
  };

  // Een bestand zonder Python: wat het laatst bewaard is, met wat daarna getypt is er los bij.
  function zelfGemaakt(bij) {
    const naloop = losse(bij);
    const kaal = { formaat: "lv-tools", instrument: e.instrument, versie: e.versie, naam: bij.naam, tijd: new Date().toISOString(), staat: {} };
    const tekst = bij.tekst || JSON.stringify(kaal, null, 1);
    if (!Object.keys(naloop).length || !/\n\}\s*$/.test(tekst)) return tekst;
    // Aan het eind erbij, en verder letter voor letter zoals Python het schreef: het controlegetal blijft kloppen.
    return tekst.replace(/\n\}\s*$/, () => `,\n "naloop": ${JSON.stringify(naloop)},\n "naloopcontrole": "${crc32(JSON.stringify(naloop))}"\n}`);
  }
}

// Het controlegetal van zlib, zoals lv_tools/basis/opslag/werkbestand.py het narekent: over tekst zonder accenten,
// want een half teken (een afgeknipte emoji) schrijft niet iedereen op dezelfde manier.
function crc32(tekst) {
  const kaal = tekst.replace(/[^ -~]/g, (teken) => `\\u${teken.charCodeAt(0).toString(16).padStart(4, "0")}`);
  let som = -1;
  for (let plek = 0; plek < kaal.length; plek += 1) {
    som ^= kaal.charCodeAt(plek);
    for (let bit = 0; bit < 8; bit += 1) som = (som >>> 1) ^ (som & 1 ? 0xedb88320 : 0);
  }
  return ((som ^ -1) >>> 0).toString(16).padStart(8, "0");
}
