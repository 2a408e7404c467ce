// In de pagina heeft elke stap van een hulpmiddel een adres: met de knop Terug komt de lezer bij de vorige
// stap, en een collega kan hij een stap sturen. De eerste stap is de pagina zelf.

const VOOR = "#stap-";

/**
 * @param {string[]} codes de namen van de stappen
 * @param {(plek: number) => void} ga opent een stap
 */
export function stapadres(codes, ga) {
  const hekje = (plek) => (plek ? VOOR + codes[plek] : "");
  // Een ander hekje, zoals dat van een kop of van een scan in de link, is niet van ons.
  const vrij = () => !location.hash || location.hash.startsWith(VOOR);
  const lees = () => (vrij() ? Math.max(0, codes.indexOf(location.hash.slice(VOOR.length))) : -1);
  const terug = () => { if (lees() >= 0) ga(lees()); };
  addEventListener("popstate", terug);
  return {
    gevraagd: () => (location.hash.startsWith(VOOR) ? lees() : -1),
    /** Zet de stap in het adres; `nieuw` geeft de lezer een plek om naar terug te gaan. */
    toon: (plek, nieuw) => {
      if (location.hash === hekje(plek) || !vrij()) return;
      history[nieuw ? "pushState" : "replaceState"](history.state, "", location.pathname + location.search + hekje(plek));
    },
    stop: () => removeEventListener("popstate", terug),
  };
}
