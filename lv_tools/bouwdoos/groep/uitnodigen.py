"""Collega's uitnodigen met een link of QR-code, en zo'n link openen.

Een hulpmiddel zet :class:`Uitdeelpaneel` bij het verzamelen en :class:`Koppaneel` boven de stappen.
Zijn staat heeft wat :mod:`lv_tools.basis.verzamelen.uitnodiging` vraagt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from lv_tools.basis.opslag.adreslink import LinkError, holds
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import today
from lv_tools.basis.verzamelen.uitnodiging import (
    from_fragment,
    invitation,
    take_part,
    to_fragment,
    with_identity,
)
from lv_tools.bouwdoos.groep.stand import C
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.adres import LANGSTE_QR, Adres, Kopieerveld, Qrcode, qr_png
from lv_tools.schermdelen.bestanden import Bestand, Download
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom, Rij, Uitklap
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst

#: Onder deze naam delen de panelen het adres van de bladzijde.
ADRES = "adres"


@dataclass(frozen=True, kw_only=True)
class Uitnodigen:
    """Wat een hulpmiddel over zijn uitnodigingen zegt.

    Parameters
    ----------
    naam
        De ene naam van het hulpmiddel, voor bestandsnamen.
    woord
        Zo begint de link.
    stap
        De stap waar wie een link opent terechtkomt.
    leeg
        Geeft een staat waar nog niets in staat.
    kenmerk
        Het veld van de staat waaraan het dossier het werk terugkent.
    """

    naam: str
    woord: str
    stap: str
    leeg: Callable[[Any], Any]
    kenmerk: str = "kenmerk"


class Koppaneel(Paneel[Any, Any, C]):
    """Boven de stappen: weten waar de bladzijde staat, en een uitnodiging één keer openen."""

    def __init__(self, werk: Werk[Any, Any], inhoud: C, wat: Uitnodigen) -> None:
        super().__init__(werk, inhoud)
        self.wat = wat

    def build(self) -> Iterable[Deel]:
        """Het adres en de melding."""
        self._hekje = ""
        self.melding = Mededeling(toon="fout")
        return (Adres(self._address), self.melding)

    def show(self) -> None:
        """Open de uitnodiging, zodra er een bestand openstaat."""
        if self._hekje and self.werk.geopend:
            self._open_link()

    def _address(self, adres: str, hekje: str) -> None:
        self.werk.gedeeld[ADRES] = adres
        self._hekje = hekje if holds(self.wat.woord, hekje) else ""
        self.werk.touch()

    def _open_link(self) -> None:
        hekje, self._hekje = self._hekje, ""
        try:
            uitnodiging = from_fragment(self.wat.woord, hekje, self.inhoud.lijst)
        except LinkError as fout:
            self.melding.tekst = str(fout)
            return
        leeg = self.wat.leeg(self.inhoud)
        nieuw = take_part(self.werk.staat, leeg, uitnodiging, kenmerk=self.wat.kenmerk)
        if nieuw is None:
            self.melding.tekst = self.inhoud.zeg("mee_anders", naam=uitnodiging.naam)
            return
        self.melding.tekst = ""
        self.werk.change(lambda _staat: nieuw)
        self.werk.go("stap", self.wat.stap)
        if self.deel.scherm is not None:
            self.deel.scherm.meld(self.inhoud.zeg("mee_opent", naam=uitnodiging.naam))


class Uitdeelpaneel(Paneel[Any, Any, C]):
    """De knop die de meting een kenmerk geeft, en daarna de link met zijn QR-code."""

    def __init__(self, werk: Werk[Any, Any], inhoud: C, wat: Uitnodigen) -> None:
        super().__init__(werk, inhoud)
        self.wat = wat

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
        staat, adres = self.werk.staat, self._address()
        naam, kan = bool(staat.naam.strip()), bool(adres)
        self.naam_eerst.tekst = "" if naam or not kan else self.inhoud.zeg("uitdelen_naam")
        self.maak.verborgen = not kan or not naam or bool(staat.meting)
        self.links.verborgen = not kan or not naam or not staat.meting
        self.geen_adres.verborgen = kan
        link = self.link()
        if link != self.kopie.tekst:
            self.kopie.tekst = link
            self.qr.toon("")  # een oude code zou een oude naam tonen
            self.plaatje.verborgen = True

    def link(self) -> str:
        """Geef de link; leeg als er (nog) geen is."""
        return link_of(self.werk, self.inhoud, self.wat)

    def _address(self) -> str:
        return str(self.werk.gedeeld.get(ADRES, ""))

    def _make(self) -> None:
        self.werk.change(with_identity)

    def _draw(self) -> None:
        self.qr.toon(self.link())
        self.plaatje.verborgen = len(self.link()) > LANGSTE_QR

    def _png(self) -> Bestand:
        naam = export_name(self.wat.naam, "qr", self.werk.staat.naam, today(), "png")
        return Bestand(naam, qr_png(self.link()), "image/png")


def link_of(werk: Werk[Any, Any], inhoud: Any, wat: Uitnodigen) -> str:
    """Geef de link waarmee mensen invullen; leeg als er (nog) geen is."""
    staat, adres = werk.staat, str(werk.gedeeld.get(ADRES, ""))
    if not adres or not staat.meting:
        return ""
    return f"{adres}#{to_fragment(wat.woord, invitation(staat), inhoud.lijst)}"
