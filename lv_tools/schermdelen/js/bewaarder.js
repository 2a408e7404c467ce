import { biedAan } from "./bestanden.js";
import { Bezet, opslagBijPython, opslagInBrowser } from "./opslag.js";

export const LEEG = "Zonder naam";
const klok = () => new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");

function reden(fout) {
  if (fout?.name === "QuotaExceededError") return "de opslag van uw browser is vol";
  return "uw browser laat hier geen opslag toe; dat gebeurt soms in een privévenster";
}

// Houdt bij welk bestand open is en zorgt dat elke wijziging wordt opgeschreven.
export function bewaarder(deel, ctx, toon) {
  const e = deel.eigenschappen;
  const inPagina = e.plaats === "pagina";
  let antwoord = {};
  const vraag = async (naam, gegevens) => {
    antwoord = {};
    const storing = await ctx.stuur(deel, naam, gegevens);
    if (storing) throw new Error(storing);
    return antwoord;
  };
  const opslag = inPagina ? opslagInBrowser(e.instrument) : opslagBijPython(vraag);
  const kanaal = inPagina && globalThis.BroadcastChannel ? new BroadcastChannel(`lv-tools:${e.instrument}`) : null;
  const staat = { naam: LEEG, namen: [], toestand: "laden", zin: "", tijd: "" };
  let stempel;
  let tekst = "";
  let naloop = new Map();
  let rij = Promise.resolve();
  let klaarGezet = false;
  let wisselt = false; // tussen twee bestanden in wordt er niets geschreven

  const naar = (toestand, zin = "") => { Object.assign(staat, { toestand, zin }); toon(staat); };
  const mislukt = (fout) => naar("mislukt", `Bewaren lukt niet: ${reden(fout)}. Sla uw werk op als bestand, dan gaat er niets verloren.`);
  const ververs = async () => {
    try { staat.namen = await opslag.lijst(); } catch { staat.namen = []; }
    toon(staat);
  };
  const magSchrijven = () => inPagina && !wisselt && ["begin", "bewaard", "mislukt"].includes(staat.toestand);

  const schrijfNu = async () => {
    klaarGezet = false;
    if (!magSchrijven()) return;
    const { naam: hier } = staat;
    const nieuw = !staat.namen.includes(hier);
    const los = Object.fromEntries([...naloop].map(([naam, { waarde }]) => [naam, waarde]));
    try {
      const merk = await opslag.schrijf(hier, tekst ? { tekst, naloop: los } : { naloop: los }, stempel);
      if (wisselt || hier !== staat.naam) return;
      stempel = merk;
      staat.tijd = klok();
      naar("bewaard");
      if (nieuw) { await ververs(); kanaal?.postMessage("lijst"); }
    } catch (fout) {
      if (wisselt || hier !== staat.naam) return;
      if (fout instanceof Bezet) naar("bezet"); else mislukt(fout);
    }
  };
  const schrijf = () => {
    if (klaarGezet) return rij;
    klaarGezet = true;
    rij = rij.then(schrijfNu);
    return rij;
  };

  // Laat eerst aankomen wat nog bij het oude bestand hoort.
  const pauzeer = async () => {
    await ctx.rust();
    wisselt = true;
    await rij;
  };
  const zonderSchrijven = async (werk) => {
    await pauzeer();
    try { await werk(); } finally { wisselt = false; }
  };
  const open = async (naam) => {
    await pauzeer();
    staat.naam = naam;
    tekst = "";
    // Wat iemand al typte voordat de opslag open was, telt na wat daar stond.
    const vroeg = staat.toestand === "laden" ? Object.fromEntries([...naloop].map(([wie, { waarde }]) => [wie, waarde])) : {};
    naloop = new Map();
    let bekend;
    let vrij = true;
    try {
      vrij = await opslag.pak(naam);
      bekend = await opslag.lees(naam);
    } catch (fout) {
      mislukt(fout);
    }
    stempel = bekend?.stempel;
    tekst = bekend?.tekst || "";
    wisselt = false;
    if (staat.toestand !== "mislukt") naar(vrij ? "begin" : "bezet");
    await vraag("open", { bestand: naam, tekst, naloop: { ...bekend?.naloop, ...vroeg } });
    await ververs();
  };
  const vrijeNaam = (wens) => {
    const stam = (wens || LEEG).trim() || LEEG;
    let naam = stam;
    for (let n = 2; staat.namen.includes(naam); n += 1) naam = `${stam} (${n})`;
    return naam;
  };
  // Ga verder onder een vrije naam; Python schrijft wat er nu staat meteen daarheen.
  const verderAls = async (wens) => {
    await ctx.rust();
    await ververs();
    let naam = vrijeNaam(wens);
    while (!(await opslag.pak(naam))) { staat.namen.push(naam); naam = vrijeNaam(wens); }
    await rij;
    staat.naam = naam;
    stempel = undefined;
    naar("begin");
    await vraag("naam", { bestand: naam });
    await rij;
    await ververs();
    kanaal?.postMessage("lijst");
  };

  const los = ctx.luister({
    gebeurtenis: (van, soort, gegevens, nummer) => {
      const { naam } = van.eigenschappen;
      if (soort !== "wijziging" || !naam || !inPagina) return;
      naloop.set(naam, { waarde: gegevens.waarde, nummer });
      schrijf();
    },
    klaar: (nummer) => {
      const voor = naloop.size;
      for (const [naam, wat] of naloop) if (wat.nummer <= nummer) naloop.delete(naam);
      if (naloop.size < voor) schrijf();
    },
  });
  if (kanaal) {
    kanaal.onmessage = ({ data }) => {
      if (data === "gewist") naar("gewist");
      ververs();
    };
  }

  return {
    begin: async () => {
      await ververs();
      await open(staat.namen[0] || LEEG);
    },
    open,
    nieuw: async () => { await ververs(); await open(vrijeNaam(LEEG)); },
    kopie: () => verderAls(`${staat.naam} (kopie)`),
    hernoem: async (wens) => {
      const oud = staat.naam;
      if (!wens.trim() || wens.trim() === oud) return;
      await verderAls(wens);
      await opslag.verwijder(oud);
      await ververs();
    },
    verwijder: async () => {
      await zonderSchrijven(() => opslag.verwijder(staat.naam));
      kanaal?.postMessage("lijst");
      await ververs();
      await open(staat.namen[0] || LEEG);
    },
    wis: async () => {
      await zonderSchrijven(() => opslag.wis());
      kanaal?.postMessage("gewist");
      staat.namen = [];
      staat.tijd = "";
      await open(LEEG);
    },
    opslaan: async () => {
      const teLang = new Promise((gelukt) => { setTimeout(() => gelukt("te lang"), 2000); });
      const uitkomst = await Promise.race([ctx.stuur(deel, "download", {}), teLang]);
      if (uitkomst && tekst) biedAan(`${e.instrument}.lv.json`, "application/json", tekst);
    },
    lees: async (bestand) => ctx.stuur(deel, "lees", { bestand: bestand.name }, [await bestand.arrayBuffer()]),
    opdracht: (naam, gegevens, buffers) => {
      if (naam === "antwoord") antwoord = gegevens;
      else if (naam === "schrijf") {
        if (gegevens.bestand !== staat.naam) return; // een laat antwoord over een ander bestand
        tekst = gegevens.tekst;
        schrijf();
      }
      else if (naam === "bewaard") { staat.tijd = klok(); naar("bewaard"); }
      else if (naam === "botsing") naar("bezet");
      else if (naam === "mislukt") naar("mislukt", `Bewaren lukt niet (${gegevens.reden}). Sla uw werk op als bestand.`);
      else if (naam === "onleesbaar") naar("onleesbaar", gegevens.zin);
      else if (naam === "geopend") verderAls(gegevens.bestand);
      else if (naam === "bied-aan") biedAan(gegevens.naam, gegevens.type, buffers[0]);
    },
    stop: () => { los(); kanaal?.close(); opslag.laatLos(); },
  };
}
