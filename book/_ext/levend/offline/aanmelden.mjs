/**
 * Staat op elke pagina: meldt de service worker aan en zegt het als er een nieuwe versie is. Op een
 * pagina met een hulpmiddel bedient het ook de knop om dat op het apparaat te bewaren.
 */

const TEKST = {
  nieuw: "Er is een nieuwe versie van deze pagina.",
  bewaarde: "De server geeft nu een fout. U leest de versie die op uw apparaat is bewaard.",
  laad: "Nu laden",
  later: "Later",
  bewaar: (mb) => `Ook zonder internet gebruiken (neemt ${mb} MB ruimte in)`,
  bezig: (binnen, totaal) => `Bezig met bewaren: ${binnen} van ${totaal} MB.`,
  bewaard: "Dit hulpmiddel werkt nu ook zonder internet.",
  vergeet: "Niet meer bewaren",
  vergeten: "Dit hulpmiddel staat niet meer op uw apparaat. Met internet werkt het gewoon.",
  mislukt: "Bewaren is niet gelukt. Controleer uw internet en de vrije ruimte, en probeer het opnieuw.",
};
const kenmerk = document.querySelector('meta[name="lv-kenmerk"]')?.content;
const wortel = new URL(document.querySelector('meta[name="lv-wortel"]').content, document.baseURI);
const mb = (bytes) => String(Math.max(1, Math.round(bytes / 1e6)));

/**
 * Stuur de service worker een opdracht.
 *
 * @param {ServiceWorker} dienst
 * @param {object} bericht
 * @param {(antwoord: object) => void} bijAntwoord
 */
function vraag(dienst, bericht, bijAntwoord) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => bijAntwoord(data);
  dienst.postMessage({ ...bericht, url: location.href }, [port2]);
}

/** Zeg het als de server een andere versie van deze pagina heeft dan de lezer ziet. */
function vergelijk(nieuw) {
  if (nieuw && nieuw !== kenmerk) meld(TEKST.nieuw);
}

/** Zeg onderaan het scherm iets over deze pagina, één keer. */
function meld(zin) {
  if (document.querySelector(".lv-nieuw")) return;
  const melding = document.createElement("div");
  melding.className = "lv-nieuw";
  melding.setAttribute("role", "status");
  const knop = (tekst, doe) => {
    const element = Object.assign(document.createElement("button"), { type: "button", textContent: tekst });
    element.addEventListener("click", doe);
    return element;
  };
  melding.append(
    Object.assign(document.createElement("p"), { textContent: zin }),
    knop(TEKST.laad, () => location.reload()),
    knop(TEKST.later, () => melding.remove()),
  );
  document.body.append(melding);
}

/** Bedien de knop waarmee de lezer een hulpmiddel op het apparaat bewaart. */
function bedien(vak, dienst) {
  const knop = vak.querySelector(".lv-bewaar");
  const stand = vak.querySelector(".lv-bewaarstand");
  let bewaard = false;
  const toon = (data) => {
    bewaard = data.bewaard;
    vak.dataset.lvBewaard = bewaard ? "ja" : "nee";
    knop.textContent = bewaard ? TEKST.vergeet : TEKST.bewaar(mb(data.bytes));
    knop.hidden = false;
    if (bewaard && !stand.textContent) stand.textContent = TEKST.bewaard;
    vak.dispatchEvent(new Event("lv-bewaard"));
  };
  vraag(dienst(), { soort: "bewaard" }, toon);
  knop.addEventListener("click", () => {
    knop.disabled = true;
    if (!bewaard) navigator.storage?.persist?.();
    vraag(dienst(), { soort: bewaard ? "vergeet" : "bewaar" }, (data) => {
      if (data.soort === "bytes") {
        stand.textContent = TEKST.bezig(mb(data.binnen), mb(data.totaal));
        return;
      }
      knop.disabled = false;
      knop.focus();
      if (data.soort === "mislukt") stand.textContent = TEKST.mislukt;
      else stand.textContent = bewaard ? TEKST.vergeten : TEKST.bewaard;
      vraag(dienst(), { soort: "bewaard" }, toon);
    });
  });
}

/** Vraag wat de service worker van deze pagina weet. */
function vraagKenmerk(dienst) {
  vraag(dienst, { soort: "kenmerk" }, (data) => {
    if (data.bewaard === "server") meld(TEKST.bewaarde);
    else vergelijk(data.kenmerk);
  });
}

async function begin() {
  const aanmelding = await navigator.serviceWorker.register(new URL("lv-dienst.js", wortel));
  const { active } = await navigator.serviceWorker.ready;
  vraagKenmerk(active);
  const dienst = () => navigator.serviceWorker.controller ?? aanmelding.active;
  for (const vak of document.querySelectorAll(".lv-hulpmiddel")) bedien(vak, dienst);
  const drukwerk = document.querySelector("[data-druk]:not([hidden])");
  if (drukwerk) (await import("./drukwerk.mjs")).bedienDrukwerk(drukwerk, dienst, vraag);
  // Wie de pagina lang open heeft, hoort het bij terugkomst.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") aanmelding.update().catch(() => {});
  });
}

/** Zo lang na het openen van een pagina met een hulpmiddel, in milliseconden. */
const UITSTEL = 3000;

/** De voorraad vullen kost rekentijd: nooit terwijl de lezer op een hulpmiddel wacht. */
async function rustigMoment() {
  if (document.querySelector(".lv-hulpmiddel")) await new Promise((verder) => setTimeout(verder, UITSTEL));
  while (document.querySelector("[data-lv-toestand=laden]")) {
    await new Promise((verder) => setTimeout(verder, 500));
  }
  await new Promise((verder) => (window.requestIdleCallback ?? setTimeout)(verder));
}

// Na alles wat de lezer nodig heeft; zonder service worker (of in een prive-venster) blijft het boek gewoon werken.
if ("serviceWorker" in navigator && window.isSecureContext) {
  // Meteen luisteren: een antwoord dat te laat kwam, wacht niet tot de voorraad aan de beurt is.
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data.soort === "uitgave") vergelijk(data.kenmerk);
  });
  if (navigator.serviceWorker.controller) vraagKenmerk(navigator.serviceWorker.controller);
  const straks = () => rustigMoment().then(begin).catch((fout) => console.debug("offline:", fout));
  if (document.readyState === "complete") straks();
  else addEventListener("load", straks);
}
