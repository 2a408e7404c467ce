/**
 * De service worker: het boek na een bezoek ook zonder internet, en elke pagina uit één uitgave.
 *
 * - Pagina's: het netwerk gaat voor; lukt dat niet (op tijd), dan de voorraad. Komt het netwerk later
 *   met iets anders, dan hoort de pagina dat.
 * - Stijl, scripts en alles onder `_levend/` dragen een controlegetal in hun naam: wat bewaard is,
 *   klopt. Een pagina uit de voorraad krijgt zo altijd de opmaak van haar eigen uitgave.
 * - Zware onderdelen (Python): alleen bewaard als de lezer daarom vraagt.
 *
 * VOORRAAD komt uit de bouw (offline.py):
 * { versie, licht: {pad: sha256}, zwaar: {pad: bytes}, drukwerk: {pad: bytes}, kenmerken: {pagina: kenmerk} }.
 */
const VOORRAAD = "__VOORRAAD__";

const WORTEL = new URL("./", self.location).href;
const LICHT = `lv-boek-${VOORRAAD.versie}`;
const ZWAAR = "lv-zwaar";
/** Drukwerk draagt geen controlegetal in zijn naam: elke uitgave heeft haar eigen voorraad. */
const DRUK = `lv-druk-${VOORRAAD.versie}`;
/** Hier staat, als JSON, op welke pagina's de lezer het hulpmiddel wil bewaren. */
const KEUZE = `${WORTEL}_levend/keuze.json`;
/** Zo lang mag het netwerk erover doen als de voorraad een antwoord heeft, in milliseconden. */
const GEDULD = 4000;
const TRAAG = Symbol("het netwerk is te laat");

/** Een naam met het controlegetal van de inhoud (zie namen.py en plaats.py). */
const MET_SOM = /[.-][0-9a-f]{12,64}[./]/;
/** Een adres waarin een mailprogramma het hekje heeft vervangen: `pagina.html%23scan=...`. */
const HEKJE = /(\.html)%(?:25)*23|%(?:25)*23(?=scan=)/i;

const adres = (pad) => WORTEL + pad;
const padVan = (url) => decodeURI(url.pathname.slice(new URL(WORTEL).pathname.length)) || "index.html";

self.addEventListener("install", (gebeurtenis) => {
  gebeurtenis.waitUntil(
    (async () => {
      // Waar de browser dat kan, gaan zware onderdelen zonder omweg langs deze worker.
      await gebeurtenis
        .addRoutes?.({ condition: { urlPattern: new URLPattern(`${WORTEL}_levend/*`) }, source: "cache" })
        .catch((fout) => console.debug("omweg blijft:", fout));
      await vulLicht();
      if ((await leesKeuze()).length) await vulZwaar(() => {});
      if (await heeftDruk()) await vulDruk(() => {}).catch((fout) => console.debug("drukwerk:", fout));
      // Meteen overnemen kan veilig: een open pagina vraagt alleen onderdelen met eigen controlegetal.
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (gebeurtenis) => {
  gebeurtenis.waitUntil(
    (async () => {
      for (const naam of await caches.keys()) {
        if (/^lv-(boek|druk)-/.test(naam) && naam !== LICHT && naam !== DRUK) await caches.delete(naam);
      }
      await ruimZwaarOp();
      await self.clients.claim();
      for (const venster of await self.clients.matchAll({ type: "window" })) {
        venster.postMessage({ soort: "uitgave", kenmerk: kenmerkVan(new URL(venster.url)) });
      }
    })(),
  );
});

self.addEventListener("fetch", (gebeurtenis) => {
  const { request } = gebeurtenis;
  if (request.method !== "GET" || !request.url.startsWith(WORTEL)) return;
  const pad = padVan(new URL(request.url));
  if (MET_SOM.test(pad)) return gebeurtenis.respondWith(bewaardEerst(request));
  if (request.mode !== "navigate") return gebeurtenis.respondWith(netwerkEerst(request, pad));
  if (HEKJE.test(request.url)) {
    return gebeurtenis.respondWith(Response.redirect(request.url.replace(HEKJE, "$1#")));
  }
  gebeurtenis.respondWith(pagina(gebeurtenis, pad));
});

/** Berichten van de pagina; het antwoord gaat door de meegestuurde poort. */
self.addEventListener("message", (gebeurtenis) => {
  const [poort] = gebeurtenis.ports;
  const antwoord = opdrachten[gebeurtenis.data.soort]?.(gebeurtenis.data, poort);
  if (antwoord) gebeurtenis.waitUntil(antwoord.catch(() => poort.postMessage({ soort: "mislukt" })));
});

const opdrachten = {
  async kenmerk({ url }, poort) {
    const pad = padVan(new URL(url));
    poort.postMessage({ kenmerk: gezien.get(pad) ?? VOORRAAD.kenmerken[pad], bewaard: uitVoorraad.get(pad) });
  },
  async bewaard({ url }, poort) {
    const gekozen = (await leesKeuze()).includes(padVan(new URL(url)));
    poort.postMessage({ bewaard: gekozen, bytes: zwareBytes() });
  },
  async bewaar({ url }, poort) {
    await vulZwaar((binnen) => poort.postMessage({ soort: "bytes", binnen, totaal: zwareBytes() }));
    await schrijfKeuze([...new Set([...(await leesKeuze()), padVan(new URL(url))])]);
    poort.postMessage({ soort: "klaar" });
  },
  async vergeet({ url }, poort) {
    const over = (await leesKeuze()).filter((pad) => pad !== padVan(new URL(url)));
    if (over.length) await schrijfKeuze(over);
    else await caches.delete(ZWAAR);
    poort.postMessage({ soort: "klaar" });
  },
};

Object.assign(opdrachten, {
  async drukwerk(_, poort) {
    poort.postMessage({ bewaard: await caches.has(DRUK), bytes: totaal(VOORRAAD.drukwerk) });
  },
  async bewaarDrukwerk(_, poort) {
    try {
      await vulDruk((binnen) => poort.postMessage({ soort: "bytes", binnen, totaal: totaal(VOORRAAD.drukwerk) }));
    } catch (fout) {
      await caches.delete(DRUK);
      throw fout;
    }
    poort.postMessage({ soort: "klaar" });
  },
  async vergeetDrukwerk(_, poort) {
    await caches.delete(DRUK);
    poort.postMessage({ soort: "klaar" });
  },
});

/** @param {URL} url */
const kenmerkVan = (url) => VOORRAAD.kenmerken[padVan(url)];
const totaal = (bestanden) => Object.values(bestanden).reduce((som, bytes) => som + bytes, 0);
const zwareBytes = () => totaal(VOORRAAD.zwaar);
const heeftDruk = async () => (await caches.keys()).some((naam) => naam.startsWith("lv-druk-"));

/** Vul de voorraad; wat in een eerdere voorraad gelijk was, wordt niet opnieuw opgehaald. */
async function vulLicht() {
  const nieuw = await caches.open(LICHT);
  await Promise.all(
    Object.entries(VOORRAAD.licht).map(async ([pad, som]) => {
      const eerder = await caches.match(adres(pad));
      if (eerder && (await somVan(eerder.clone())) === som) return nieuw.put(adres(pad), eerder);
      const antwoord = await fetch(adres(pad), { cache: "no-cache" });
      // Een half bijgewerkte server geeft een mengsel van oud en nieuw: dan liever later nog eens.
      if (!antwoord.ok || (await somVan(antwoord.clone())) !== som) throw new Error(`${pad} klopt niet`);
      return nieuw.put(adres(pad), antwoord);
    }),
  );
}

/** @param {Response} antwoord */
async function somVan(antwoord) {
  const bytes = await crypto.subtle.digest("SHA-256", await antwoord.arrayBuffer());
  return Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, "0")).join("").slice(0, 16);
}

/** @param {(binnen: number) => void} meld */
async function vulZwaar(meld) {
  const bewaard = await caches.open(ZWAAR);
  let binnen = 0;
  for (const [pad, bytes] of Object.entries(VOORRAAD.zwaar)) {
    if (!(await bewaard.match(adres(pad)))) await bewaard.add(adres(pad));
    binnen += bytes;
    meld(binnen);
  }
}

/** @param {(binnen: number) => void} meld */
async function vulDruk(meld) {
  const bewaard = await caches.open(DRUK);
  let binnen = 0;
  for (const [pad, bytes] of Object.entries(VOORRAAD.drukwerk)) {
    await bewaard.add(new Request(adres(pad), { cache: "no-cache" }));
    binnen += bytes;
    meld(binnen);
  }
}

async function ruimZwaarOp() {
  if (!(await caches.has(ZWAAR))) return;
  const bewaard = await caches.open(ZWAAR);
  for (const verzoek of await bewaard.keys()) {
    const nodig = verzoek.url === KEUZE || Object.hasOwn(VOORRAAD.zwaar, padVan(new URL(verzoek.url)));
    if (!nodig) await bewaard.delete(verzoek);
  }
}

async function leesKeuze() {
  const antwoord = (await caches.has(ZWAAR)) && (await (await caches.open(ZWAAR)).match(KEUZE));
  return antwoord ? antwoord.json() : [];
}

async function schrijfKeuze(paginas) {
  await (await caches.open(ZWAAR)).put(KEUZE, new Response(JSON.stringify(paginas)));
}

/** @param {Request} verzoek */
async function bewaardEerst(verzoek) {
  return (await caches.match(verzoek.url)) ?? fetch(verzoek);
}

/**
 * Wat geen controlegetal in zijn naam heeft en geen pagina is.
 *
 * @param {Request} verzoek
 * @param {string} pad
 */
async function netwerkEerst(verzoek, pad) {
  try {
    return await fetch(verzoek);
  } catch {
    return (await zoekBewaard(pad)) ?? Response.error();
  }
}

/** Eerst in de voorraad van deze uitgave; dia's bewaart de lezer zelf (zie trainer/mee/dek.js). */
async function zoekBewaard(pad) {
  const hier = await (await caches.open(LICHT)).match(adres(pad), { ignoreSearch: true });
  return hier ?? caches.match(adres(pad), { ignoreSearch: true });
}

/** Per pagina het kenmerk dat de server het laatst gaf, en waarom de lezer een bewaarde versie ziet. */
const gezien = new Map();
const uitVoorraad = new Map();

/**
 * Een pagina: van de server, of de bewaarde als die niet (op tijd) antwoordt of zelf stuk is.
 *
 * @param {FetchEvent} gebeurtenis
 * @param {string} pad
 */
async function pagina(gebeurtenis, pad) {
  // Altijd bij de server navragen: anders komt een pagina nog minutenlang uit de browsercache.
  const net = fetch(gebeurtenis.request, { cache: "no-cache" });
  net.catch(() => {});
  uitVoorraad.delete(pad);
  const terugval = await zoekBewaard(pad);
  if (!terugval) return net.catch(nietBewaard);
  let wekker;
  const geduld = new Promise((verder) => (wekker = setTimeout(verder, GEDULD, TRAAG)));
  const antwoord = await Promise.race([net, geduld]).catch(() => undefined);
  clearTimeout(wekker);
  if (antwoord === TRAAG) {
    gebeurtenis.waitUntil(meldLater(net, pad, gebeurtenis.resultingClientId).catch(() => {}));
  } else if (antwoord?.status >= 500) {
    uitVoorraad.set(pad, "server");
  } else if (antwoord) {
    if (antwoord.ok) gebeurtenis.waitUntil(onthoud(antwoord.clone(), pad).catch(() => {}));
    return antwoord;
  }
  return terugval;
}

/** Het antwoord van de server was er niet op tijd: zeg het alsnog als de pagina er anders uitziet. */
async function meldLater(net, pad, venster) {
  const antwoord = await net;
  if (!antwoord.ok) return;
  const kenmerk = await onthoud(antwoord, pad);
  (await self.clients.get(venster))?.postMessage({ soort: "uitgave", kenmerk });
}

/** Lees het kenmerk in een pagina van de server (zie zet_kenmerken in offline.py). */
async function onthoud(antwoord, pad) {
  const [, kenmerk] = /<meta name="lv-kenmerk" content="(\w+)">/.exec(await antwoord.text()) ?? [];
  if (kenmerk) gezien.set(pad, kenmerk);
  return kenmerk;
}

function nietBewaard() {
  const html = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport"
    content="width=device-width"><title>Geen internet</title><body style="font-family:system-ui;
    max-width:40rem;margin:3rem auto;padding:0 1rem"><h1>Geen internet</h1><p>Deze pagina is niet op
    uw apparaat bewaard. Ga terug, of kies een andere pagina van het boek.</p>
    <p><a href="${WORTEL}index.html">Naar het begin van het boek</a></p>`;
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
  };
  return new Response(html, { status: 503, headers });
}
