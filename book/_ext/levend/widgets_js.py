"""Het JavaScript van anywidget en html-manager, in de vorm die de pagina gebruikt.

anywidget heeft elke start nodig; het wordt een gewone module. html-manager komt alleen op een
pagina met andere widgets. Het uitgegeven bestand bevat zes AMD-modules; de pagina gebruikt er drie.
Binnen de laatste zitten nog eens kopieen van ipywidgets 7, een JSON-schema en twee keer Font
Awesome.
"""

from __future__ import annotations

import re
from pathlib import Path

from levend.vendor import VendorError, npm_pakket, wiel_bestand

#: De AMD-modules die de pagina gebruikt.
NODIG = ("@jupyter-widgets/base", "@jupyter-widgets/controls", "@jupyter-widgets/html-manager")


#: html-manager maakt bij het laden twee functies uit tekst, om gegevens in een pagina te keuren. Die
#: gegevens zijn er hier niet, en het beleid van de pagina staat functies uit tekst niet toe.
KEURING = re.compile(r"(?P<keur>\w+)\.compile\(\w+\),(?P=keur)\.compile\(\w+\);")

#: Wat er in anywidget verandert: een module in plaats van AMD, en geduld met een traag apparaat.
#: Wie in twee seconden niet klaar is met laden, krijgt anders nooit meer een bericht van Python.
#: De wekker daarvoor houdt het model en alles eromheen vast; hij gaat daarom uit zodra het kan.
#: Hetzelfde script wordt één keer een module: een browser vergeet een module nooit meer, en wie
#: Python opnieuw start zou er telkens een bij krijgen.
ANDERS = {
    "async function loadEsm(esm) {": """var MODULES = /* @__PURE__ */ new Map();
function loadEsm(esm) {
  if (!MODULES.has(esm)) {
    let module = loadEsmOnce(esm);
    module.catch(() => MODULES.delete(esm));
    MODULES.set(esm, module);
  }
  return MODULES.get(esm);
}
async function loadEsmOnce(esm) {""",
    'define(["@jupyter-widgets/base"], widget_default);': "export default widget_default;",
    """    AbortSignal.timeout(2e3).addEventListener("abort", () => {
      resolvers.reject(new Error("[anywidget] Failed to initialize model."));
    });""": """    let timer = setTimeout(() => {
      resolvers.reject(new Error("[anywidget] Failed to initialize model."));
    }, 6e4);
    let stopTimer = () => clearTimeout(timer);
    resolvers.promise.then(stopTimer, stopTimer);
    this.#signal.addEventListener("abort", stopTimer);""",
}


def anywidget_js() -> bytes:
    """Geef anywidget als module; haar functie krijgt de grondvorm van model en weergave.

    Returns
    -------
    bytes
        JavaScript met een ``export default``.

    Raises
    ------
    VendorError
        Als het bestand anders is opgebouwd dan hier verwacht.
    """
    tekst = wiel_bestand("anywidget", "anywidget/nbextension/index.js").decode()
    for oud, nieuw in ANDERS.items():
        if tekst.count(oud) != 1:
            raise VendorError(f"anywidget bevat {oud!r} niet precies een keer; nieuwe versie?")
        tekst = tekst.replace(oud, nieuw)
    return tekst.encode()


def widgets_js() -> bytes:
    """Geef html-manager met alleen de modules die de pagina gebruikt.

    Returns
    -------
    bytes
        JavaScript met drie ``define``-aanroepen met een naam.

    Raises
    ------
    VendorError
        Als een van de drie ontbreekt of anders keurt: het pakket is dan anders opgebouwd dan hier verwacht.
    """
    tekst = (_map() / "libembed-amd.js").read_text("utf-8")
    begin = [(m.start(), m[1]) for m in re.finditer(r'define\("(@jupyter-widgets/[^"]+)",', tekst)]
    eind = [plek for plek, _ in begin[1:]] + [len(tekst)]
    delen = {naam: tekst[van:tot] for (van, naam), tot in zip(begin, eind, strict=True)}
    ontbreekt = [naam for naam in NODIG if naam not in delen]
    if ontbreekt:
        raise VendorError(f"html-manager bevat {ontbreekt} niet; is de versie gewijzigd?")
    uit, aantal = KEURING.subn("", "".join(delen[naam] for naam in NODIG))
    if aantal != 1:
        raise VendorError(f"html-manager keurt {aantal} keer in plaats van een keer; nieuwe versie?")
    return uit.encode()


def lettertypen() -> dict[str, bytes]:
    """Geef de symbolen van Font Awesome; een browser haalt ze alleen op als er een te zien is."""
    return {pad.name: pad.read_bytes() for pad in sorted(_map().glob("*.woff2"))}


def _map() -> Path:
    return npm_pakket("@jupyter-widgets/html-manager") / "dist"
