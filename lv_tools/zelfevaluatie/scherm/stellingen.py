"""Per stelling: de verdeling, het midden, de eensgezindheid en wat één antwoord verandert."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lv_tools.basis.beeld.tabel import Celwaarde
from lv_tools.schermdelen import (
    Deel,
    Figuur,
    Keuzelijst,
    Kolom,
    Rij,
    Sectie,
    Tabel,
    Tabelkolom,
    Tekst,
)
from lv_tools.zelfevaluatie.figuur.verdeling import draw_distribution
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.groepen import GEHEEL, Groep
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument


class Stellingenvak:
    """Kies een thema en een groep, en zie elke stelling."""

    def __init__(self, inhoud: Instrument) -> None:
        self.inhoud = inhoud
        self.uitslag: Uitslag | None = None
        self.thema = Keuzelijst(
            "Welk thema?", [], naam="uitslag-thema", volgt=True, bij_wijziging=self._draw
        )
        self.groep = Keuzelijst(
            "Van welke groep?", [], naam="uitslag-groep", volgt=True, bij_wijziging=self._draw
        )
        self.beeld = Kolom()
        self.deel = Sectie(
            "Antwoorden per stelling", Rij(self.thema, self.groep), self.beeld, niveau=3
        )

    def show(self, uitslag: Uitslag) -> None:
        """Toon een andere uitslag; een keuze die nog kan, blijft."""
        self.uitslag = uitslag
        themas = uitslag.scan.opzet.themas
        self.thema.opties = [(code, self.inhoud.themas[code].titel) for code in themas]
        self.groep.opties = [(groep.sleutel, groep.naam) for groep in uitslag.alle_groepen]
        self._draw()

    def _draw(self, *_waarde: Any) -> None:
        if self.uitslag is None:
            return
        groep = self.uitslag.groep(str(self.groep.waarde))
        if groep is not None:
            self.beeld.inhoud = tuple(self._parts(str(self.thema.waarde), groep, self.uitslag))

    def _parts(self, thema: str, groep: Groep, uitslag: Uitslag) -> Iterator[Deel]:
        blad = draw_distribution(thema, groep, uitslag, self.inhoud)
        if blad is not None:
            yield Figuur(blad)
        yield self._table(thema, groep, uitslag)
        teksten = uitslag.teksten[thema]
        if uitslag.scan.opzet.modus == "anoniem":
            yield Tekst(str(self.inhoud.inhoud["privacy"]["teksten_anoniem"]))
        for kop, regels in (("Bewijs", teksten.bewijs), ("Opmerkingen", teksten.opmerkingen)):
            if regels:
                yield Sectie(f"{kop} bij dit thema", Tekst(*regels, lijst=True), niveau=4)

    def _table(self, thema: str, groep: Groep, uitslag: Uitslag) -> Tabel:
        geheel = groep.sleutel == GEHEEL
        rijen: list[tuple[Celwaarde, ...]] = []
        for gewoon in uitslag.in_theme(thema):
            stelling = gewoon.for_role(groep.sleutel)
            beeld = groep.stellingen[stelling.code]
            if groep.sleutel in stelling.niet_voor and not beeld.verdeling.totaal:
                rijen.append((stelling.tekst, "niet gevraagd", None, None, None, None))
                continue
            if beeld.afgeschermd:
                rijen.append((stelling.tekst, "afgeschermd", None, None, None, None))
                continue
            rijen.append(
                (
                    stelling.tekst,
                    zinnen.middle(beeld.midden, self.inhoud),
                    beeld.eensgezindheid,
                    beeld.verdeling.n,
                    beeld.verdeling.weet_niet,
                    zinnen.sensitive(uitslag.gevoelig[stelling.code]) if geheel else None,
                )
            )
        kolommen: list[str | Tabelkolom] = [
            "Stelling",
            "Midden",
            Tabelkolom("Eensgezindheid", getallen=True, decimalen=2),
            "n",
            self.inhoud.weet_niet.capitalize(),
            "Als één antwoord één stap anders was",
        ]
        breed = len(kolommen) if geheel else len(kolommen) - 1
        return Tabel(
            f"{self.inhoud.themas[thema].titel}: {groep.naam}",
            kolommen[:breed],
            [rij[:breed] for rij in rijen],
            bron=zinnen.BRON,
        )
