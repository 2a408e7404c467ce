"""Een pagina die klaarstaat om te drukken: met letters, beelden en getekende figuren."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from druk.toegankelijk import make_accessible

VOORBEREIDEN = Path(__file__).with_name("voorbereiden.js")
#: Voor elk ander script: houdt het drukken zelf tegen om figuren opnieuw te tekenen.
VOORAF = """addEventListener("beforeprint", (gebeurtenis) => {
  if (globalThis.drukKlaar) gebeurtenis.stopImmediatePropagation();
}, true);"""
#: Hoogste tekening in CSS-pixels, met titel en tekst erbij; en als zij een blad voor zich heeft.
BLAD, HEEL_BLAD = 680, 840
#: Kleiner maken we een tekening niet: dan is haar letter onder de 7 punt.
KLEINSTE = 0.68


class PersError(RuntimeError):
    """Er kan niet gedrukt worden. De tekst zegt waarom, en wat helpt."""


@dataclass(frozen=True)
class Drukproef:
    """Een pagina die klaarstaat om te drukken.

    Attributes
    ----------
    page : Page
        De pagina in Chromium.
    plaats : str
        Haar pad in de site.
    vreemd : list of str
        Wat zij van een andere host wilde; er mag niets in staan.
    """

    page: Page
    plaats: str
    vreemd: list[str]

    def afdruk(self, *, getagd: bool = True) -> bytes:
        """Geef de PDF van de pagina zoals zij nu is.

        Parameters
        ----------
        getagd : bool
            Met structuur en bladwijzers. Zonder is de PDF alleen om in te kijken waar iets staat;
            dat is twee keer zo snel.

        Returns
        -------
        bytes
            De PDF.

        Raises
        ------
        PersError
            Als de pagina iets van een andere host wilde.
        """
        pdf = self.page.pdf(
            tagged=getagd, outline=getagd, prefer_css_page_size=True, print_background=True
        )
        if self.vreemd:
            raise PersError(
                f"{self.plaats} vraagt iets van een andere host: {', '.join(self.vreemd)}."
            )
        return pdf

    def bewaar(self, doel: Path) -> Path:
        """Schrijf de PDF in een bestand, toegankelijk gemaakt."""
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(make_accessible(self.afdruk()))
        return doel


def maak_klaar(page: Page, plaats: str, klaar_als: str | None = None) -> None:
    """Wacht tot letters, beelden en figuren er zijn, en pas figuren op een blad.

    Parameters
    ----------
    page : Page
        De geladen pagina.
    plaats : str
        Haar pad in de site, voor meldingen.
    klaar_als : str, optional
        Een uitdrukking in JavaScript die waar wordt als er gedrukt mag worden.

    Raises
    ------
    PersError
        Als taal of titel ontbreekt, of als een figuur of beeld niet lukt.
    """
    if not page.title().strip() or not page.evaluate("document.documentElement.lang"):
        raise PersError(f"{plaats}: geef de pagina een taal (lang) en een titel (<title>).")
    maten = {"blad": BLAD, "heelBlad": HEEL_BLAD, "kleinste": KLEINSTE}
    mislukt: dict[str, list[str]] = page.evaluate(VOORBEREIDEN.read_text("utf-8"), maten)
    if klaar_als:
        page.wait_for_function(klaar_als)
    for soort, namen in mislukt.items():
        if namen:
            raise PersError(f"{plaats}: deze {soort} zijn niet gelukt: {'; '.join(namen)}.")
