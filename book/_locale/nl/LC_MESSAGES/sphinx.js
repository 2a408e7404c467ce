/* Teksten die de scripts van Sphinx zelf op de pagina zetten (zoeken, gemarkeerde woorden). */
// Niet met Documentation.addTranslations: dat maakt van tekst een functie, en dat mag hier niet (zie
// levend/beleid.py).
Object.assign(Documentation.TRANSLATIONS, {
  "Searching": "Bezig met zoeken",
  "Preparing search...": "Zoeken wordt voorbereid",
  "Search Results": "Gevonden",
  "Search finished, found ${resultCount} page(s) matching the search query.": "Aantal plaatsen waar dit staat: ${resultCount}.",
  "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "Niets gevonden. Controleer de spelling, of zoek op één woord of een deel van een woord.",
  "Hide Search Matches": "Verberg de gemarkeerde woorden",
  ", in ": ", in "
});
Documentation.PLURAL_EXPR = (aantal) => (aantal === 1 ? 0 : 1);
Documentation.LOCALE = "nl";
