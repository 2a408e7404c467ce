// Waar bestanden van een hulpmiddel staan: in de browser (IndexedDB), of bij Python.
// Beide kanten hebben dezelfde functies, zodat het paneel niet hoeft te weten welke het is.

const WINKEL = "bestanden";
let deuren;

function openDeuren() {
  deuren ||= new Promise((gelukt, mislukt) => {
    if (!globalThis.indexedDB) { mislukt(new Error("geen opslag")); return; }
    const vraag = indexedDB.open("lv-tools", 1);
    vraag.onupgradeneeded = () => vraag.result.createObjectStore(WINKEL, { keyPath: ["instrument", "naam"] });
    vraag.onerror = () => mislukt(vraag.error);
    vraag.onblocked = () => mislukt(new Error("opslag bezet"));
    vraag.onsuccess = () => {
      vraag.result.onversionchange = () => { vraag.result.close(); deuren = undefined; };
      gelukt(vraag.result);
    };
  });
  deuren.catch(() => { deuren = undefined; });
  return deuren;
}

async function inWinkel(wijze, doe) {
  const db = await openDeuren();
  return new Promise((gelukt, mislukt) => {
    const zaak = db.transaction(WINKEL, wijze);
    let uitkomst;
    let reden;
    zaak.oncomplete = () => gelukt(uitkomst);
    zaak.onabort = () => mislukt(reden || zaak.error || new Error("afgebroken"));
    const breekAfMet = (fout) => { reden = fout; zaak.abort(); };
    try {
      doe(zaak.objectStore(WINKEL), (waarde) => { uitkomst = waarde; }, breekAfMet);
    } catch (fout) {
      breekAfMet(fout);
    }
  });
}

export class Bezet extends Error {}

export function opslagInBrowser(instrument) {
  const bereik = IDBKeyRange.bound([instrument], [instrument, []]);
  let laatLos = () => {};
  return {
    lijst: async () => {
      const alle = await inWinkel("readonly", (winkel, klaar) => {
        const vraag = winkel.getAll(bereik);
        vraag.onsuccess = () => klaar(vraag.result);
      });
      return alle.sort((a, b) => b.tijd - a.tijd).map(({ naam }) => naam);
    },
    lees: (naam) => inWinkel("readonly", (winkel, klaar) => {
      const vraag = winkel.get([instrument, naam]);
      vraag.onsuccess = () => klaar(vraag.result);
    }),
    // Schrijf alleen als er nog staat wat hier het laatst gelezen of geschreven is.
    schrijf: (naam, nieuw, stempel) => inWinkel("readwrite", (winkel, klaar, breekAfMet) => {
      const vraag = winkel.get([instrument, naam]);
      vraag.onsuccess = () => {
        if (vraag.result?.stempel !== stempel) { breekAfMet(new Bezet()); return; }
        const merk = `${Date.now()}-${Math.random()}`;
        try {
          winkel.put({ tekst: "", naloop: {}, ...vraag.result, ...nieuw, instrument, naam, stempel: merk, tijd: Date.now() });
          klaar(merk);
        } catch (fout) {
          breekAfMet(fout);
        }
      };
    }),
    verwijder: (naam) => inWinkel("readwrite", (winkel) => winkel.delete([instrument, naam])),
    wis: () => inWinkel("readwrite", (winkel) => winkel.delete(bereik)),
    // Een bestand is van een tabblad tegelijk; het slot gaat vanzelf open als dat tabblad sluit.
    pak: async (naam) => {
      laatLos();
      laatLos = () => {};
      if (!navigator.locks) return true;
      const probeer = () => new Promise((gelukt, mislukt) => {
        navigator.locks.request(`lv-tools:${instrument}:${naam}`, { ifAvailable: true }, (slot) => {
          gelukt(Boolean(slot));
          return slot ? new Promise((los) => { laatLos = los; }) : undefined;
        }).catch(mislukt);
      });
      if (await probeer()) return true;
      // Een pagina die net is herladen, heeft het slot soms nog heel even vast.
      await new Promise((gelukt) => { setTimeout(gelukt, 300); });
      return probeer();
    },
    laatLos: () => laatLos(),
  };
}

// Python houdt de bestanden zelf bij; lezen en schrijven gaan daar buiten de pagina om.
export function opslagBijPython(vraag) {
  return {
    lijst: async () => (await vraag("lijst", {})).namen,
    lees: async () => undefined,
    verwijder: (naam) => vraag("verwijder", { bestand: naam }),
    wis: () => vraag("wis", {}),
    pak: async () => true,
    laatLos: () => {},
  };
}
