"""Wat er altijd staat: boven de stappen een melding over de link, eronder wat het bestand bevat."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.verzamelen.groep import has_others
from lv_tools.bouwdoos.groep.rest import Restpaneel
from lv_tools.schermdelen import Adres, Deel, Mededeling, Nadruk, Tekst
from lv_tools.zelfevaluatie.bestand.link import LinkError, from_fragment, has_scan
from lv_tools.zelfevaluatie.model.overblijfsel import leftovers_of
from lv_tools.zelfevaluatie.model.staat import receive
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel

#: Draait dit in de pagina? ``None``: dat volgt uit waar Python draait.
IN_PAGINA: bool | None = None


class Koppaneel(Zelfpaneel):
    """Weet waar de bladzijde staat, en opent een scan achter het hekje; per link één keer."""

    def build(self) -> Iterable[Deel]:
        """Het adres, de melding en wat uit een oudere vragenlijst over is."""
        #: Wat achter het hekje van het adres staat en nog niet is geopend.
        self._hekje = ""
        self.adres = Adres(self._address, in_pagina=IN_PAGINA)
        self.melding = Mededeling(toon="fout")
        rest = Restpaneel(
            self.werk,
            self.inhoud,
            lambda staat: leftovers_of(staat, self.inhoud),
            self.file_name,
        )
        return (self.adres, self.melding, self.add(rest))

    def show(self) -> None:
        """Open de scan uit de link, zodra er een bestand openstaat."""
        if self._hekje and self.werk.geopend:
            self._open_link()

    def _address(self, adres: str, hekje: str) -> None:
        self.bladzijde = adres
        self._hekje = hekje if has_scan(hekje) else ""
        self.werk.touch()

    def _open_link(self) -> None:
        hekje, self._hekje = self._hekje, ""
        try:
            opzet = from_fragment(hekje, self.inhoud)
        except LinkError as fout:
            self.melding.tekst = str(fout)
            return
        self.melding.tekst = ""
        self.werk.change(lambda staat: receive(staat, opzet))
        self.werk.go("stap", "invullen")
        if self.gang is not None and not self.staat.gemaakt and self.staat.andere_open:
            # Wie een link kreeg en zelf geen scan heeft, ziet alleen het invullen.
            self.gang.only("invullen")
        if self.deel.scherm is not None:
            self.deel.scherm.meld(self.zeg("invul_opent", naam=opzet.naam))


class Voetpaneel(Zelfpaneel):
    """Zegt wat er in het bestand van dit werk staat, zodra er anderen in zitten."""

    def build(self) -> Iterable[Deel]:
        """Eén zin."""
        self.in_bestand = Tekst(verborgen=True)
        return (self.in_bestand,)

    def show(self) -> None:
        """Laat de zin bij de manier van werken horen."""
        zin = self.inhoud.privacy.bestand(self.staat.opzet.modus)
        alineas = ((Nadruk(self.zeg("bestand_kop")), zin),)
        if self.in_bestand.alineas != alineas:
            self.in_bestand.alineas = alineas
        weg = not has_others(self.staat.groep)
        if self.in_bestand.verborgen != weg:
            self.in_bestand.verborgen = weg
