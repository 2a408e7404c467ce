/**
 * De service worker: het boek na een bezoek ook zonder internet, en nooit verouderd.
 *
 * - Pagina's en hun opmaak: het netwerk gaat voor; lukt dat niet (op tijd), dan de voorraad.
 * - Zware onderdelen (Python): alleen bewaard als de lezer daarom vraagt. Hun naam bevat een
 *   controlegetal, dus wat bewaard is klopt altijd.
 *
 * VOORRAAD komt uit de bouw (offline.py):
 * { versie, licht: {pad: sha256}, zwaar: {pad: bytes}, kenmerken: {pagina: kenmerk} }.
 */
const VOORRAAD = "__VOORRAAD__";

const WORTEL = new URL("./", self.location).href;
const LICHT = `lv-boek-${VOORRAAD.versie}`;
const ZWAAR = "lv-zwaar";
/** Hier staat, als JSON, op welke pagina's de lezer het hulpmiddel wil bewaren. */
const KEUZE = `${WORTEL}_levend/keuze.json`;
/** Zo lang mag het netwerk erover doen als de voorraad een antwoord heeft, in milliseconden. */
const GEDULD = 4000;

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
      // Meteen overnemen kan veilig: een open pagina vraagt alleen onderdelen met eigen controlegetal.
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (gebeurtenis) => {
  gebeurtenis.waitUntil(
    (async () => {
      for (const naam of await caches.keys()) {
        if (naam.startsWith("lv-boek-") && naam !== LICHT) await caches.delete(naam);
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
  const metSom = pad.startsWith("_levend/"); // de naam zegt wat erin zit: oud bestaat hier niet
  gebeurtenis.respondWith(metSom ? bewaardEerst(request) : netwerkEerst(request, pad));
});

/** Berichten van de pagina; het antwoord gaat door de meegestuurde poort. */
self.addEventListener("message", (gebeurtenis) => {
  const [poort] = gebeurtenis.ports;
  const antwoord = opdrachten[gebeurtenis.data.soort]?.(gebeurtenis.data, poort);
  if (antwoord) gebeurtenis.waitUntil(antwoord.catch(() => poort.postMessage({ soort: "mislukt" })));
});

const opdrachten = {
  async kenmerk({ url }, poort) {
    poort.postMessage({ kenmerk: kenmerkVan(new URL(url)) });
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

/** @param {URL} url */
const kenmerkVan = (url) => VOORRAAD.kenmerken[padVan(url)];
const zwareBytes = () => Object.values(VOORRAAD.zwaar).reduce((som, bytes) => som + bytes, 0);

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
 * @param {Request} verzoek
 * @param {string} pad
 */
async function netwerkEerst(verzoek, pad) {
  const voorraad = (await caches.open(LICHT)).match(adres(pad), { ignoreSearch: true });
  // Een pagina altijd bij de server navragen: anders komt zij nog minutenlang uit de browsercache.
  const net = verzoek.mode === "navigate" ? fetch(verzoek, { cache: "no-cache" }) : fetch(verzoek);
  net.catch(() => {});
  const terugval = await voorraad;
  // Dia's staan niet in de voorraad: wie ze opent, bewaart ze zelf (zie trainer/mee/dek.js).
  if (!terugval) {
    return net.catch(async () => (await caches.match(adres(pad), { ignoreSearch: true })) ?? nietBewaard(verzoek));
  }
  let wekker;
  const teTraag = new Promise((verder) => (wekker = setTimeout(() => verder(terugval), GEDULD)));
  try {
    return await Promise.race([net, teTraag]);
  } catch {
    return terugval;
  } finally {
    clearTimeout(wekker);
  }
}

/** @param {Request} verzoek */
function nietBewaard(verzoek) {
  if (verzoek.mode !== "navigate") return Response.error();
  const html = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport"
    content="width=device-width"><title>Geen internet</title><body style="font-family:system-ui;
    max-width:40rem;margin:3rem auto;padding:0 1rem"><h1>Geen internet</h1><p>Deze pagina is niet op
    uw apparaat bewaard. Ga terug, of kies een andere pagina van het boek.</p>
    <p><a href="${WORTEL}index.html">Naar het begin van het boek</a></p>`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
