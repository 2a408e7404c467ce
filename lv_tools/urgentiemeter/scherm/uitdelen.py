"""Collega's uitnodigen: een link en een QR-code, met alleen de naam van de meting erin."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import today
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
    Tekst,
    Uitklap,
)
from lv_tools.schermdelen.adres import LANGSTE_QR, qr_png
from lv_tools.urgentiemeter.bestand.lezen import NAAM
from lv_tools.urgentiemeter.bestand.link import to_fragment
from lv_tools.urgentiemeter.model.uitnodiging import invitation, with_identity
from lv_tools.urgentiemeter.scherm.paneel import ADRES, Meterpaneel


class Uitdeelpaneel(Meterpaneel):
    """De knop die de meting een kenmerk geeft, en daarna de link met zijn QR-code."""

    def build(self) -> Iterable[Deel]:
        """Alles staat dicht: wie alleen invult, heeft het niet nodig."""
        zeg = self.inhoud.zeg
        self.naam_eerst = Mededeling()
        self.maak = Knop(zeg("uitdelen_maak"), self._make)
        self.kopie = Kopieerveld(zeg("uitdelen_link"), hulp=zeg("uitdelen_link_hulp"))
        self.qr = Qrcode(zeg("uitdelen_qr"))
        self.plaatje = Download(zeg("uitdelen_plaatje"), self._png, verborgen=True)
        self.links = Kolom(
            self.kopie, Rij(Knop(zeg("uitdelen_toon_qr"), self._draw), self.plaatje), self.qr
        )
        self.geen_adres = Mededeling(zeg("uitdelen_geen_adres"))
        yield Uitklap(
            zeg("uitdelen_titel"),
            Tekst(zeg("uitdelen_uitleg")),
            self.naam_eerst,
            self.maak,
            self.links,
            self.geen_adres,
        )

    def show(self) -> None:
        """Laat de link bij de naam van nu horen."""
        scan, adres = self.werk.staat, self._address()
        naam, kan = bool(scan.naam.strip()), bool(adres)
        self.naam_eerst.tekst = "" if naam or not kan else self.inhoud.zeg("uitdelen_naam")
        self.maak.verborgen = not kan or not naam or bool(scan.meting)
        self.links.verborgen = not kan or not naam or not scan.meting
        self.geen_adres.verborgen = kan
        link = self.link()
        if link != self.kopie.tekst:
            self.kopie.tekst = link
            self.qr.toon("")  # een oude code zou een oude naam tonen
            self.plaatje.verborgen = True

    def link(self) -> str:
        """Geef de link; leeg als er (nog) geen is."""
        scan, adres = self.werk.staat, self._address()
        if not adres or not scan.meting:
            return ""
        return f"{adres}#{to_fragment(invitation(scan), self.inhoud)}"

    def _address(self) -> str:
        return str(self.werk.gedeeld.get(ADRES, ""))

    def _make(self) -> None:
        self.werk.change(with_identity)

    def _draw(self) -> None:
        self.qr.toon(self.link())
        self.plaatje.verborgen = len(self.link()) > LANGSTE_QR

    def _png(self) -> Bestand:
        naam = export_name(NAAM, "qr", self.werk.staat.naam, today(), "png")
        return Bestand(naam, qr_png(self.link()), "image/png")
