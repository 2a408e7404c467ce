"""Samen oordelen op het scherm: per thema één antwoord, met de losse antwoorden ernaast."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lv_tools.schermdelen import (
    Deel,
    Figuur,
    Keuzelijst,
    Kolom,
    Mededeling,
    Sectie,
    Tekst,
    Uitklap,
)
from lv_tools.zelfevaluatie.figuur.samenoordeel import draw_joint
from lv_tools.zelfevaluatie.figuur.verdeling import draw_distribution
from lv_tools.zelfevaluatie.model.samenoordeel import remove_joint, set_joint
from lv_tools.zelfevaluatie.model.scan import Samenoordeel
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.scherm.oordeelblad import Oordeelblad
from lv_tools.zelfevaluatie.scherm.werk import Werk

NOG_NIETS = (
    "Er zijn nog geen antwoorden om naast te leggen. Vul eerst allemaal alleen in en breng de "
    "antwoorden samen."
)


class Samenpaneel:
    """Eerst alleen, dan samen: het gesprek per thema."""

    def __init__(self, werk: Werk) -> None:
        self.werk, self.inhoud = werk, werk.inhoud
        self.open = False
        self._voor: tuple[str, tuple[str, ...]] = ("", ())
        samen = self.inhoud.inhoud["samen"]
        self.thema = Keuzelijst(
            "Over welk thema oordeelt u nu?",
            [],
            naam="samen-thema",
            volgt=True,
            bij_wijziging=self._draw,
        )
        self.melding = Mededeling()
        self.los = Kolom()
        self.plaats = Kolom()
        self.bladen: dict[str, Oordeelblad] = {}
        self.alles = Kolom()
        self.deel = Kolom(
            Tekst(samen["uitleg"]),
            Uitklap("Zo voert u het gesprek", Tekst(*samen["stappen"], lijst=True), open=True),
            self.melding,
            self.thema,
            self.los,
            self.plaats,
            self.alles,
        )
        werk.luisteraars.append(self.refresh)
        self.refresh()

    def show(self, *, open_: bool) -> None:
        """Open of sluit de stap."""
        self.open = open_
        self.refresh()

    def refresh(self) -> None:
        """Laat de bladen bij de scan van nu horen, en werk bij wat in beeld is."""
        opzet = self.werk.opzet
        if self._voor != (opzet.id, opzet.themas):
            self._voor = (opzet.id, opzet.themas)
            self.bladen = {
                thema: Oordeelblad(thema, opzet.id, self.werk, self._keep, self._drop)
                for thema in opzet.themas
            }
            self.plaats.inhoud = tuple(blad.deel for blad in self.bladen.values())
        klaar = {oordeel.thema for oordeel in self.werk.samen}
        self.thema.opties = [
            (code, self.inhoud.themas[code].titel + (" (besproken)" if code in klaar else ""))
            for code in opzet.themas
        ]
        self._draw()

    def _draw(self, *_waarde: Any) -> None:
        thema = str(self.thema.waarde)
        for code, blad in self.bladen.items():
            blad.deel.verborgen = code != thema
        if not self.open:
            return
        uitslag = self.werk.results()
        self.melding.tekst = "" if uitslag.geheel else NOG_NIETS
        self.los.inhoud = tuple(self._individual(thema, uitslag))
        self.bladen[thema].show(uitslag)
        gesprek = draw_joint(uitslag, self.inhoud)
        if gesprek is None:
            self.alles.inhoud = ()
            return
        uitleg = Tekst(self.inhoud.inhoud["samen"]["verschil"])
        self.alles.inhoud = (Sectie("Wat het gesprek deed", uitleg, Figuur(gesprek), niveau=3),)

    def _individual(self, thema: str, uitslag: Uitslag) -> Iterator[Deel]:
        """Het beeld van de losse antwoorden, en vragen om mee te beginnen."""
        if uitslag.geheel is not None:
            blad = draw_distribution(thema, uitslag.geheel, uitslag, self.inhoud)
            if blad is not None:
                yield Figuur(blad)
        vragen = [vraag.tekst for vraag in self.inhoud.vragen_bij(thema)]
        yield Uitklap("Vragen om mee te beginnen", Tekst(*vragen, lijst=True))

    def _keep(self, oordeel: Samenoordeel) -> None:
        self.werk.replace_scan(set_joint(self.werk.scan(), oordeel))

    def _drop(self, thema: str) -> None:
        self.werk.replace_scan(remove_joint(self.werk.scan(), thema))
