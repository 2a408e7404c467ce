"""De scan uitdelen: een link, een QR-code, een bestand of papier."""

from __future__ import annotations

from lv_tools.schermdelen import (
    Bestand,
    Download,
    Knop,
    Kolom,
    Kopieerveld,
    Koppeling,
    Mededeling,
    Qrcode,
    Rij,
    Sectie,
    Tekst,
)
from lv_tools.schermdelen.adres import LANGSTE_QR, qr_png
from lv_tools.zelfevaluatie.bestand.link import to_fragment
from lv_tools.zelfevaluatie.bestand.scan import scan_to_file
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.scherm.werk import Werk

GEEN_ADRES = (
    "U gebruikt dit hulpmiddel nu buiten de site van het boek. Hier is geen adres dat anderen "
    "kunnen openen, dus ook geen link en geen QR-code. Geef daarom het scanbestand door: wie het "
    "bij Invullen opent, vult dezelfde scan in."
)
LINK_HULP = (
    "Alles wat u koos, staat in de link zelf, achter het hekje. Geen server krijgt dat te zien. "
    "Wijzigt u hierboven iets, dan verandert de link mee: stuur hem pas rond als alles klopt."
)


class Uitdeelvak:
    """De wegen naar de deelnemers; verschijnt als de maker zegt dat de scan klaar is."""

    def __init__(self, werk: Werk) -> None:
        self.werk = werk
        #: Adres van de bladzijde, zonder hekje; leeg als anderen daar niet bij kunnen.
        self.adres = ""
        self.klaar = Knop("Maak deze scan", werk.changed, hoofd=True)
        self.link = Kopieerveld("Link voor wie meedoet", hulp=LINK_HULP)
        self.qr = Qrcode("QR-code met de link naar deze scan")
        self.toon_qr = Knop("Toon de QR-code", self._draw)
        self.plaatje = Download("QR-code als plaatje", self._png, verborgen=True)
        self.links = Kolom(self.link, Rij(self.toon_qr, self.plaatje), self.qr)
        self.geen_adres = Mededeling(GEEN_ADRES)
        self.papier = Tekst(
            (
                "Liever op papier? Gebruik de ",
                Koppeling("invulbladen", "zelfevaluatie-papier.html"),
                " en neem ze daarna over bij Samenbrengen, om de beurt.",
            )
        )
        self.vak = Kolom(
            self.links,
            self.geen_adres,
            Tekst(
                "Zonder link kan het ook: geef dan dit bestand door. Er staan geen antwoorden in."
            ),
            Download("Scanbestand om door te geven", self._file),
            self.papier,
        )
        self.deel = Sectie("Uitdelen", self.klaar, self.vak, niveau=3)
        self.refresh()

    def set_address(self, adres: str) -> None:
        """Onthoud waar de bladzijde staat."""
        self.adres = adres
        self.refresh()

    def refresh(self) -> None:
        """Laat de link bij de scan van nu horen."""
        self.klaar.verborgen = not self.werk.vers
        self.vak.verborgen = self.werk.vers
        self.links.verborgen = self.papier.verborgen = not self.adres
        self.geen_adres.verborgen = bool(self.adres)
        link = self._link()
        if link != self.link.tekst:
            self.link.tekst = link
            self.qr.toon("")  # een oude code zou naar de oude instellingen leiden
            self.plaatje.verborgen = True

    def _link(self) -> str:
        if not self.adres or self.werk.vers:
            return ""
        return f"{self.adres}#{to_fragment(self.werk.opzet, self.werk.inhoud)}"

    def _draw(self) -> None:
        self.qr.toon(self._link())
        self.plaatje.verborgen = len(self._link()) > LANGSTE_QR

    def _png(self) -> Bestand:
        naam = self.werk.file_name("qr", "png")
        return Bestand(naam, qr_png(self._link()), "image/png")

    def _file(self) -> Bestand:
        naam = self.werk.file_name("scanbestand", "json")
        inhoud = scan_to_file(Scan(self.werk.opzet), self.werk.inhoud)
        return Bestand(naam, inhoud, "application/json")
