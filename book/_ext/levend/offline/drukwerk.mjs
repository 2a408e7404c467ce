/**
 * Waar links naar drukwerk staan: een knop om dat alles ook op het apparaat te bewaren. De lezer kiest
 * zelf, want het is groot; de knop noemt de maat.
 */

const TEKST = {
  bewaar: (mb) => `Al het drukwerk ook zonder internet bewaren (neemt ${mb} MB ruimte in)`,
  bezig: (binnen, totaal) => `Bezig met bewaren: ${binnen} van ${totaal} MB.`,
  bewaard: "Het boek als pdf, de bladen en de kaarten staan nu ook op dit apparaat.",
  vergeet: "Drukwerk niet meer bewaren",
  vergeten: "Het drukwerk staat niet meer op dit apparaat. Met internet opent het gewoon.",
  mislukt: "Bewaren is niet gelukt. Controleer uw internet en de vrije ruimte, en probeer het opnieuw.",
};
const mb = (bytes) => String(Math.max(1, Math.round(bytes / 1e6)));

/**
 * Zet de knop onder de links.
 *
 * @param {Element} link een regel met een link naar drukwerk
 * @param {() => ServiceWorker} dienst
 * @param {Function} vraag stelt de service worker een vraag (zie aanmelden.mjs)
 */
export function bedienDrukwerk(link, dienst, vraag) {
  const plek = link.closest("ul, ol") ?? link;
  const vak = document.createElement("p");
  const knop = Object.assign(document.createElement("button"), { type: "button", hidden: true });
  const stand = document.createElement("span");
  vak.className = "lv-drukwerk";
  stand.setAttribute("role", "status");
  vak.append(knop, " ", stand);
  plek.after(vak);
  let bewaard = false;
  const toon = (data) => {
    bewaard = data.bewaard;
    knop.textContent = bewaard ? TEKST.vergeet : TEKST.bewaar(mb(data.bytes));
    knop.hidden = !data.bytes;
  };
  vraag(dienst(), { soort: "drukwerk" }, toon);
  knop.addEventListener("click", () => {
    knop.disabled = true;
    if (!bewaard) navigator.storage?.persist?.();
    vraag(dienst(), { soort: bewaard ? "vergeetDrukwerk" : "bewaarDrukwerk" }, (data) => {
      if (data.soort === "bytes") {
        stand.textContent = TEKST.bezig(mb(data.binnen), mb(data.totaal));
        return;
      }
      knop.disabled = false;
      knop.focus();
      if (data.soort === "mislukt") stand.textContent = TEKST.mislukt;
      else stand.textContent = bewaard ? TEKST.vergeten : TEKST.bewaard;
      vraag(dienst(), { soort: "drukwerk" }, toon);
    });
  });
}
