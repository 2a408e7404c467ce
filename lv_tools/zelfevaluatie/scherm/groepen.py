"""Per thema en groep: het web, de stippen en de tabel, altijd bij elkaar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.schermdelen import Figuur, Kolom, Sectie, Tabel, Tekst, Vinkjes
from lv_tools.zelfevaluatie.figuur.stippen import draw_dots
from lv_tools.zelfevaluatie.figuur.web import draw_radar
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.uitkomstmaten import Themabeeld
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: Zoveel groepen staan bij het openen aan; meer lijnen door elkaar leest niemand.
EERST_AAN = 3


class Groepenvak:
    """Kies welke groepen in beeld zijn; dat geldt voor web, stippen en tabel tegelijk."""

    def __init__(self, inhoud: Instrument) -> None:
        self.inhoud = inhoud
        self.uitslag: Uitslag | None = None
        self._bekend: tuple[str, ...] = ()
        self.keuze = Vinkjes(
            "Welke groepen wilt u zien?",
            [],
            naam="uitslag-groepen",
            volgt=True,
            bij_wijziging=self._draw,
        )
        self.stand = Tekst()
        self.beeld = Kolom()
        self.deel = Sectie("Per thema en groep", self.keuze, self.stand, self.beeld, niveau=3)

    def show(self, uitslag: Uitslag) -> None:
        """Toon een andere uitslag; een keuze die nog kan, blijft."""
        self.uitslag = uitslag
        sleutels = tuple(groep.sleutel for groep in uitslag.alle_groepen)
        self.keuze.opties = [(g.sleutel, g.naam) for g in uitslag.alle_groepen]
        # Wie bij dezelfde groepen alles uitvinkt, wil dat; bij andere groepen is er een voorstel.
        gekozen = list(self.keuze.waarde)
        if not gekozen and sleutels != self._bekend:
            gekozen = list(sleutels[1 : 1 + EERST_AAN] or sleutels)
        self._bekend = sleutels
        self.keuze.waarde = gekozen
        self._draw()

    def _draw(self, *_waarde: Any) -> None:
        uitslag = self.uitslag
        if uitslag is None:
            return
        gekozen = self.keuze.waarde
        self.stand.alineas = tuple(_not_shown(uitslag, gekozen))
        bladen = [teken(uitslag, self.inhoud, gekozen) for teken in (draw_radar, draw_dots)]
        tabel = _table(uitslag, self.inhoud, gekozen)
        self.beeld.inhoud = (*(Figuur(blad) for blad in bladen if blad is not None), tabel)


def _not_shown(uitslag: Uitslag, gekozen: Sequence[str]) -> Iterator[str]:
    """Zeg welke groepen nu niet in de figuren en de tabel staan."""
    uit = [groep.naam for groep in uitslag.alle_groepen if groep.sleutel not in gekozen]
    if uit:
        yield f"Nu niet in beeld: {opsomming(uit)}. Zet een groep hierboven aan om haar te zien."


def _table(uitslag: Uitslag, inhoud: Instrument, gekozen: Sequence[str]) -> Tabel:
    groepen = [groep for groep in uitslag.alle_groepen if groep.sleutel in gekozen]
    rijen = [
        (inhoud.themas[thema].titel, *(_cell(groep.themas[thema], inhoud) for groep in groepen))
        for thema in uitslag.scan.opzet.themas
    ]
    return Tabel(
        "Per thema en groep: het midden, met het aantal mensen (n) en de eensgezindheid (A)",
        ("Thema", *(groep.naam for groep in groepen)),
        rijen if groepen else (),
        sorteerbaar=False,
        bron=zinnen.BRON,
        leeg="Kies ten minste één groep.",
    )


def _cell(beeld: Themabeeld, inhoud: Instrument) -> str:
    if beeld.afgeschermd:
        return "afgeschermd"
    midden = zinnen.middle(beeld.midden, inhoud)
    return f"{midden} (n = {beeld.n}, A = {zinnen.agreement(beeld.eensgezindheid)})"
