"""De scan uitdelen: een link, een QR-code, een bestand of papier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Download,
    Knop,
    Kolom,
    Kopieerveld,
    Mededeling,
    Qrcode,
    Rij,
    Sectie,
    Tekst,
)
from lv_tools.schermdelen.adres import LANGSTE_QR, qr_png
from lv_tools.zelfevaluatie.bestand.scan import scan_to_file
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel, linked


class Uitdeelpaneel(Zelfpaneel):
    """De wegen naar de deelnemers; verschijnt als de maker zegt dat de scan klaar is."""

    def build(self) -> Iterable[Deel]:
        """De knop, de link met zijn QR-code, en het bestand."""
        zeg = self.zeg
        self.klaar = Knop(zeg("uitdelen_klaar"), self._ready, hoofd=True)
        self.kopie = Kopieerveld(zeg("uitdelen_link"), hulp=zeg("uitdelen_link_hulp"))
        self.qr = Qrcode(zeg("uitdelen_qr"))
        self.plaatje = Download(zeg("uitdelen_plaatje"), self._png, verborgen=True)
        toon_qr = Knop(zeg("uitdelen_toon_qr"), self._draw)
        self.links = Kolom(self.kopie, Rij(toon_qr, self.plaatje), self.qr)
        self.geen_adres = Mededeling(zeg("uitdelen_geen_adres"))
        self.papier = Tekst(linked(zeg("uitdelen_papier"), "zelfevaluatie-papier.html"))
        self.vak = Kolom(
            self.links,
            self.geen_adres,
            Tekst(zeg("uitdelen_zonder_link")),
            Download(zeg("uitdelen_bestand"), self._file),
            self.papier,
        )
        return (Sectie(zeg("uitdelen_titel"), self.klaar, self.vak, niveau=3),)

    def show(self) -> None:
        """Laat de link bij de scan van nu horen."""
        gemaakt, adres = self.staat.gemaakt, self.bladzijde
        self.klaar.verborgen, self.vak.verborgen = gemaakt, not gemaakt
        self.links.verborgen = self.papier.verborgen = not adres
        self.geen_adres.verborgen = bool(adres)
        link = self.link()
        if link != self.kopie.tekst:
            self.kopie.tekst = link
            self.qr.toon("")  # een oude code zou naar de oude instellingen leiden
            self.plaatje.verborgen = True

    def _ready(self) -> None:
        self.werk.change(lambda staat: replace(staat, gemaakt=True))

    def _draw(self) -> None:
        self.qr.toon(self.link())
        self.plaatje.verborgen = len(self.link()) > LANGSTE_QR

    def _png(self) -> Bestand:
        return Bestand(self.file_name("qr", "png"), qr_png(self.link()), "image/png")

    def _file(self) -> Bestand:
        inhoud = scan_to_file(Scan(self.staat.opzet), self.inhoud)
        return Bestand(self.file_name("scanbestand", "json"), inhoud, "application/json")
