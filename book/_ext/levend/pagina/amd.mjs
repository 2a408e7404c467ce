/**
 * Een kleine AMD-lader. html-manager en anywidget zijn als AMD uitgegeven; require.js is daarvoor
 * niet nodig.
 */

const modules = new Map();

/**
 * Laad een script en vang op wat het met `define` aanmeldt.
 *
 * @param {string} adres
 * @param {string} naam hoe een module zonder eigen naam heet
 * @returns {Promise<void>}
 */
export function laad(adres, naam) {
  return new Promise((gelukt, mislukt) => {
    const eerdere = window.define;
    // Bewust zonder define.amd: andere scripts die net nu laden, melden zich dan niet hier aan.
    window.define = (...wat) => {
      const maak = wat.pop();
      const eigenNaam = typeof wat[0] === "string" ? wat.shift() : naam;
      modules.set(eigenNaam, { nodig: wat[0] ?? [], maak, adres });
    };
    const script = document.createElement("script");
    script.src = adres;
    const klaar = (vervolg) => () => {
      window.define = eerdere;
      script.remove();
      vervolg(new Error(`${adres} is niet geladen`));
    };
    script.onload = klaar(gelukt);
    script.onerror = klaar(mislukt);
    document.head.append(script);
  });
}

/**
 * Geef een aangemelde module; zij wordt bij de eerste keer gemaakt.
 *
 * @param {string} naam
 */
export function geef(naam) {
  const module = modules.get(naam);
  if (!module) throw new Error(`Onbekende widgetmodule: ${naam}`);
  module.waarde ??= module.maak(
    ...module.nodig.map((n) => (n === "module" ? { id: naam, uri: module.adres } : geef(n))),
  );
  return module.waarde;
}
