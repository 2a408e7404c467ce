// Waar bestanden van een hulpmiddel staan: in de browser (IndexedDB), of bij Python.
//
// De regels van de opslag zelf, wie haar ook gebruikt:
// - Schrijven en verwijderen kan alleen met een greep, en een greep krijgt alleen wie het bestand heeft
//   kunnen lezen en als enige tabblad het slot heeft.
// - Bij een andere naam gaat het oude bestand pas weg als het nieuwe is teruggelezen, in één handeling.
// - Wat getypt wordt staat in een klein record naast het bestand: zo is elke toets één korte schrijfactie,
//   ook van een pagina die weggaat en ook bij een groot bestand.

const WINKEL = "bestanden";
/** Zo lang mag de opslag zwijgen, in milliseconden, voordat het scherm zegt dat bewaren niet lukt. */
const GEDULD_MS = 3000;

/** Er staat iets anders dan hier het laatst gelezen of geschreven is. */
export class Bezet extends Error {}
/** Het bestand is buiten dit hulpmiddel om verdwenen. */
export class Verdwenen extends Error {}
/** De opslag geeft geen antwoord. */
export class GeenAntwoord extends Error {}

let deur = null;
let opening = null;
const bijSluiten = new Set();

function openDeur() {
  if (deur) return Promise.resolve(deur);
  if (opening) return opening;
  opening = new Promise((gelukt, mislukt) => {
    if (!globalThis.indexedDB) { mislukt(new DOMException("geen opslag", "SecurityError")); return; }
    const vraag = indexedDB.open("lv-tools", 1);
    vraag.onupgradeneeded = () => vraag.result.createObjectStore(WINKEL, { keyPath: ["instrument", "naam"] });
    vraag.onerror = () => mislukt(vraag.error);
    vraag.onsuccess = () => {
      const nieuw = vraag.result;
      if (deur) { nieuw.close(); gelukt(deur); return; } // een latere poging was eerder klaar
      const weg = () => {
        if (deur !== nieuw) return;
        deur = null;
        for (const doe of bijSluiten) doe();
      };
      nieuw.onversionchange = () => { nieuw.close(); weg(); };
      nieuw.onclose = weg;
      deur = nieuw;
      gelukt(nieuw);
    };
  });
  // Een poging die blijft hangen, houdt de volgende niet op.
  const deze = opening;
  const klaar = () => { if (opening === deze) opening = null; };
  setTimeout(klaar, GEDULD_MS);
  opening.then(klaar, klaar);
  return opening;
}

function opTijd(belofte) {
  let klok;
  const stil = new Promise((_, mislukt) => { klok = setTimeout(() => mislukt(new GeenAntwoord("de opslag zwijgt")), GEDULD_MS); });
  return Promise.race([belofte, stil]).finally(() => clearTimeout(klok));
}

// Begin meteen een handeling; `doe` krijgt de winkel, een functie voor de uitkomst en een om af te breken.
function handeling(wijze, doe, vastleggen = false) {
  return new Promise((gelukt, mislukt) => {
    let uitkomst;
    let reden;
    const zaak = deur.transaction(WINKEL, wijze);
    zaak.oncomplete = () => gelukt(uitkomst);
    zaak.onabort = () => mislukt(reden || zaak.error || new Error("afgebroken"));
    const breekAf = (fout) => {
      reden ||= fout;
      try { zaak.abort(); } catch { mislukt(reden); }
    };
    try {
      doe(zaak.objectStore(WINKEL), (waarde) => { uitkomst = waarde; }, breekAf);
      if (vastleggen) zaak.commit?.();
    } catch (fout) {
      breekAf(fout);
    }
  });
}

export const inWinkel = (wijze, doe, vastleggen) => opTijd(openDeur().then(() => handeling(wijze, doe, vastleggen)));

// De klok van een apparaat kan teruggaan; wat later geschreven is, blijft hier later.
let laatsteTijd = 0;
const zien = (tijd = 0) => { laatsteTijd = Math.max(laatsteTijd, tijd); };
const nuOfLater = () => (laatsteTijd = Math.max(Date.now(), laatsteTijd + 1));

export const merk = () => `${Date.now()}-${Math.random()}`;
export const getypt = (naam) => [naam, "getypt"]; // geen tekst: zo botst het nooit met de naam van een bestand
const beeldVan = (naam) => [[naam]]; // komt na alle andere, en telt zo niet mee in een lijst
export const isBeeld = (naam) => Array.isArray(naam?.[0]);

// Een slot is van een tabblad tegelijk, en gaat vanzelf open als dat tabblad sluit.
export function vraagSlot(sleutel, opties, bijKwijt = () => {}) {
  return new Promise((gelukt, mislukt) => {
    let teLaat = false;
    const klok = setTimeout(() => { teLaat = true; mislukt(new GeenAntwoord("het slot zwijgt")); }, GEDULD_MS);
    navigator.locks.request(sleutel, opties, (slot) => {
      clearTimeout(klok);
      if (teLaat) return undefined; // niemand wacht er nog op
      if (!slot) { gelukt(null); return undefined; }
      return new Promise((los) => { gelukt({ los }); });
    }).catch((fout) => {
      bijKwijt();
      mislukt(fout);
    });
  });
}

export function opslagInBrowser(instrument, bijKwijt = () => {}) {
  const bestanden = IDBKeyRange.bound([instrument], [instrument, []]);
  const kleintjes = IDBKeyRange.bound([instrument, []], [instrument, [[]]]);
  const alles = IDBKeyRange.bound([instrument], [instrument, [[[]]]]);
  const slotnaam = (naam) => `lv-tools:${instrument}:${naam}`;
  const grepen = new Set();
  const sluit = () => { for (const greep of grepen) greep.zeker = false; }; // kijk eerst wat er nu staat
  bijSluiten.add(sluit);

  // Zonder sloten (dat kan op een onveilig adres) bewaakt alleen het merk dat niets wordt overschreven.
  const grijp = async (naam) => {
    const greep = { naam, geldig: true, zeker: false, merken: [], bestaat: false, los: () => {} };
    if (navigator.locks) {
      const kwijt = () => { if (greep.geldig) { greep.geldig = false; bijKwijt(greep); } };
      let slot = await vraagSlot(slotnaam(naam), { ifAvailable: true }, kwijt);
      if (!slot) {
        // Een pagina die net is herladen, heeft het slot soms nog heel even vast.
        await new Promise((verder) => { setTimeout(verder, 300); });
        slot = await vraagSlot(slotnaam(naam), { ifAvailable: true }, kwijt);
      }
      if (!slot) return null;
      greep.zeker = true;
      greep.los = slot.los;
    }
    grepen.add(greep);
    return greep;
  };
  const laatLos = (greep) => {
    if (!greep) return;
    greep.geldig = false;
    grepen.delete(greep);
    greep.los();
  };
  const lees = async (naam) => {
    const [heel, los] = await inWinkel("readonly", (winkel, klaar) => {
      const een = winkel.get([instrument, naam]);
      const twee = winkel.get([instrument, getypt(naam)]);
      twee.onsuccess = () => klaar([een.result, twee.result]);
    });
    if (!heel && !los) return undefined;
    for (const record of [heel, los]) zien(record?.tijd);
    const oudNaarNieuw = [heel, los].filter(Boolean).sort((a, b) => a.tijd - b.tijd);
    const naloop = Object.assign({}, ...oudNaarNieuw.map((record) => record.naloop));
    const { stempel, tijd } = heel || {};
    return { tekst: heel?.tekst || "", naloop, heel: stempel, tijd: los?.tijd || tijd, merken: oudNaarNieuw.map((record) => record.stempel) };
  };
  // Geef de greep pas als gelezen is wat er staat; anders blijft het bestand zoals het is.
  const open = async (naam, alleenNieuw = false) => {
    const greep = await grijp(naam);
    try {
      const record = await lees(naam);
      if (greep && record && alleenNieuw) { laatLos(greep); return { greep: null, record }; }
      if (greep && record) {
        greep.bestaat = true;
        greep.merken = record.merken;
        greep.heel = record.heel;
      }
      return { greep, record };
    } catch (fout) {
      laatLos(greep);
      throw fout;
    }
  };
  const zet = (winkel, greep, { tekst, naloop }) => {
    const nieuw = { instrument, stempel: merk(), tijd: nuOfLater() };
    greep.merken = [...greep.merken.slice(-9), nieuw.stempel];
    if (tekst !== undefined) {
      greep.heel = nieuw.stempel;
      winkel.put({ ...nieuw, naam: greep.naam, tekst, naloop: {} });
    }
    winkel.put({ ...nieuw, naam: getypt(greep.naam), naloop });
  };
  // Roep `verder` als hier nog staat wat deze greep kent.
  const kijkEerst = (winkel, greep, breekAf, verder) => {
    const heel = winkel.get([instrument, greep.naam]);
    const klein = winkel.get([instrument, getypt(greep.naam)]);
    klein.onsuccess = () => {
      const er = [heel.result, klein.result].filter(Boolean);
      if (greep.bestaat && !heel.result) { breekAf(new Verdwenen("weg")); return; }
      if (er.some(({ stempel }) => !greep.merken.includes(stempel))) { breekAf(new Bezet("anders")); return; }
      try { verder(); } catch (fout) { breekAf(fout); }
    };
  };
  const metGreep = (greep) => { if (!greep?.geldig) throw new Bezet("geen greep"); };
  let tijden = new Map();

  return {
    lijst: async () => {
      const [namen, los] = await inWinkel("readonly", (winkel, klaar) => {
        const een = winkel.getAllKeys(bestanden);
        const twee = winkel.getAll(kleintjes);
        twee.onsuccess = () => klaar([een.result.map(([, naam]) => naam), twee.result]);
      });
      tijden = new Map(los.map(({ naam: [naam], tijd }) => [naam, tijd]));
      const oud = namen.filter((naam) => !tijden.has(naam)); // van voor de kleine records
      if (oud.length) {
        await inWinkel("readonly", (winkel) => {
          for (const naam of oud) winkel.get([instrument, naam]).onsuccess = ({ target }) => tijden.set(naam, target.result?.tijd || 0);
        });
      }
      for (const tijd of tijden.values()) zien(tijd);
      return namen.sort((a, b) => tijden.get(b) - tijden.get(a));
    },
    tijd: (naam) => tijden.get(naam), // zoals de laatste lijst het zei
    open,
    lees, // alleen kijken: daar is geen greep voor nodig
    kijk: async (naam) => {
      const record = await lees(naam);
      const beeld = await inWinkel("readonly", (winkel, klaar) => {
        const vraag = winkel.get([instrument, beeldVan(naam)]);
        vraag.onsuccess = () => klaar(vraag.result);
      });
      return { record, beeld };
    },
    /** Bewaar hoe het scherm eruitziet bij het bestand zoals het nu is opgeschreven; `bij` zegt welk dat is. */
    schrijfBeeld: (greep, beeld) => {
      metGreep(greep);
      const nieuw = { ...beeld, instrument, naam: beeldVan(greep.naam), bij: greep.heel };
      return opTijd(openDeur().then(() => handeling("readwrite", (winkel) => winkel.put(nieuw), true)));
    },
    // Een greep op een naam die nog vrij is, of `null`.
    nieuw: async (naam) => (await open(naam, true)).greep,
    /**
     * Schrijf wat getypt is, en met `tekst` ook het bestand. Met een slot en een open deur begint het
     * schrijven nog voordat deze functie terug is, en hoeft er niets meer te volgen: het lukt dus ook
     * in een pagina die weggaat.
     */
    schrijf: (greep, inhoud) => {
      metGreep(greep);
      const klaar = () => { if (inhoud.tekst !== undefined) greep.bestaat = true; };
      if (greep.zeker && deur) {
        return opTijd(handeling("readwrite", (winkel) => zet(winkel, greep, inhoud), true)).then(klaar);
      }
      return inWinkel("readwrite", (winkel, _klaar, breekAf) =>
        kijkEerst(winkel, greep, breekAf, () => zet(winkel, greep, inhoud))).then(() => {
        greep.zeker = Boolean(navigator.locks);
        klaar();
      });
    },
    // Alles in één handeling: lukt er iets niet, dan staat alles er nog zoals het stond.
    hernoem: async (greep, naam) => {
      metGreep(greep);
      const nieuw = await grijp(naam);
      if (!nieuw) return null;
      try {
        const gelukt = await inWinkel("readwrite", (winkel, klaar, breekAf) => kijkEerst(winkel, greep, breekAf, () => {
          const bron = winkel.get([instrument, greep.naam]);
          const klein = winkel.get([instrument, getypt(greep.naam)]);
          const doel = winkel.get([instrument, naam]);
          doel.onsuccess = () => {
            if (doel.result) return; // die naam is al van een ander bestand: `gelukt` blijft leeg
            try {
              const naloop = { ...bron.result?.naloop, ...klein.result?.naloop };
              zet(winkel, nieuw, { tekst: bron.result?.tekst || "", naloop });
            } catch (fout) { breekAf(fout); return; }
            const terug = winkel.get([instrument, naam]);
            terug.onsuccess = () => {
              if (terug.result?.tekst !== (bron.result?.tekst || "")) { breekAf(new Error("kwam anders terug")); return; }
              for (const weg of [greep.naam, getypt(greep.naam), beeldVan(greep.naam)]) winkel.delete([instrument, weg]);
              klaar(true);
            };
          };
        }));
        if (!gelukt) { laatLos(nieuw); return null; }
      } catch (fout) {
        laatLos(nieuw);
        throw fout;
      }
      nieuw.bestaat = true;
      laatLos(greep);
      return nieuw;
    },
    verwijder: async (greep) => {
      metGreep(greep);
      await inWinkel("readwrite", (winkel) => {
        for (const weg of [greep.naam, getypt(greep.naam), beeldVan(greep.naam)]) winkel.delete([instrument, weg]);
      });
      laatLos(greep);
    },
    // Neem eerst elk slot; een tabblad dat het niet binnen anderhalve seconde loslaat, raakt het kwijt.
    wis: async (eigen) => {
      const namen = await inWinkel("readonly", (winkel, klaar) => {
        const vraag = winkel.getAllKeys(alles);
        vraag.onsuccess = () => klaar(vraag.result.map(([, naam]) => [naam].flat(2)[0]));
      });
      const sloten = [];
      if (navigator.locks) {
        for (const naam of new Set(namen)) {
          if (naam === eigen?.naam) continue;
          const sleutel = slotnaam(naam);
          const slot = await vraagSlot(sleutel, { signal: AbortSignal.timeout(1500) })
            .catch(() => vraagSlot(sleutel, { steal: true }));
          sloten.push(slot);
        }
      }
      try {
        await inWinkel("readwrite", (winkel) => winkel.delete(alles));
      } finally {
        for (const slot of sloten) slot?.los();
      }
      laatLos(eigen);
    },
    laatLos,
    stop: () => {
      bijSluiten.delete(sluit);
      for (const greep of [...grepen]) laatLos(greep);
    },
    bijSluiten: (doe) => {
      bijSluiten.add(doe);
      return () => bijSluiten.delete(doe);
    },
  };
}

// Python houdt de bestanden zelf bij, met dezelfde regels; lezen en schrijven gaan daar buiten de pagina om.
export function opslagBijPython(vraag) {
  return {
    lijst: async () => (await vraag("lijst", {})).namen,
    open: async (naam) => ({ greep: { naam, geldig: true }, record: undefined }),
    nieuw: async (naam) => ({ naam, geldig: true }),
    hernoem: async (_greep, naam) => { await vraag("hernoem", { bestand: naam }); return { naam, geldig: true }; },
    verwijder: (greep) => vraag("verwijder", { bestand: greep.naam }),
    wis: () => vraag("wis", {}),
    laatLos: () => {},
    stop: () => {},
    bijSluiten: () => () => {},
  };
}
