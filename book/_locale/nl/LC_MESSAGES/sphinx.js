/* Teksten die de scripts van Sphinx zelf op de pagina zetten (zoeken, gemarkeerde woorden). */
Documentation.addTranslations({
  "locale": "nl",
  "messages": {
    "Searching": "Bezig met zoeken",
    "Preparing search...": "Zoeken wordt voorbereid",
    "Search Results": "Gevonden",
    "Search finished, found ${resultCount} page(s) matching the search query.": "Aantal plaatsen waar dit staat: ${resultCount}.",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "Niets gevonden. Controleer de spelling, of zoek op één woord of een deel van een woord.",
    "Hide Search Matches": "Verberg de gemarkeerde woorden",
    ", in ": ", in "
  },
  "plural_expr": "(n != 1)"
});
