"""De eerste bladzijde van het verslag, en de tabel waarmee het korte verslag op twee past."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import LEEG, datum
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop, Opsomming, Tweevorm
from lv_tools.basis.uitvoer.kort import first_page, shorten
from lv_tools.zelfevaluatie.figuur.assen import counted
from lv_tools.zelfevaluatie.figuur.stippen import draw_dots
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.groepen import GEHEEL
from lv_tools.zelfevaluatie.model.uitkomstmaten import Themabeeld
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: Zoveel vragen staan er in het korte verslag, en zoveel groepen naast elkaar in de tabel.
KORTE_VRAGEN, MEESTE_GROEPEN = 6, 5
#: Zoveel afspraken staan er op de eerste bladzijde, en zo lang is een afspraak in het kort.
MEESTE_AFSPRAKEN, AFSPRAAK_LENGTE = 4, 130
#: Past waarom iets opvalt niet in zoveel tekens, dan staat het verderop.
ZIN_LENGTE = 175
#: De ranglijsten waarvan de eerste plaats op de eerste bladzijde staat.
_VOORAAN = ("oneens", "rolverschil", "onbekend", "zwak-eens", "sterk-eens")


def in_short(uitslag: Uitslag, inhoud: Instrument) -> Tweevorm:
    """Geef de eerste bladzijde: het beeld van de hele groep, wat opvalt en wat is afgesproken."""
    opzet = uitslag.scan.opzet
    kern = f"{opzet.naam}, {datum(opzet.datum)}. Aantal: {counted(uitslag)}."
    blad = draw_dots(uitslag, inhoud, (GEHEEL,))
    afspraken = _agreed(uitslag, inhoud)
    vooraan = afspraken[:MEESTE_AFSPRAKEN]
    verder: list[Blok] = []
    if vooraan:
        verder += [Kop(inhoud.zeg("samen_afspraken"), 2), _as_list(vooraan)]
        if len(afspraken) > len(vooraan):
            nog = len(afspraken) - len(vooraan)
            verder.append(Alinea(inhoud.zeg("kort_meer_afspraken", n=nog), klein=True))
    opvallend = tuple(_noticed(uitslag, inhoud))
    if punten := opvallend[: max(1, 4 - len(vooraan)) if vooraan else None]:
        verder += [Kop(inhoud.zeg("kort_opvallend"), 2), Opsomming(punten)]
    return first_page(kern, blad, verder=verder)


def more_agreements(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef in het korte verslag de afspraken die niet op de eerste bladzijde passen."""
    if rest := _agreed(uitslag, inhoud)[MEESTE_AFSPRAKEN:]:
        yield Kop(inhoud.zeg("samen_afspraken"))
        yield _as_list(rest)


def theme_overview(uitslag: Uitslag, inhoud: Instrument) -> Bloktabel:
    """Geef per thema het midden van elke groep, met hoeveel mensen."""
    groepen = uitslag.alle_groepen[:MEESTE_GROEPEN]
    return Bloktabel(
        inhoud.zeg("groepen_tabel"),
        (inhoud.zeg("groepen_thema"), *(groep.naam for groep in groepen)),
        tuple(
            (inhoud.themas[thema].titel, *(_middle(g.themas[thema], inhoud) for g in groepen))
            for thema in uitslag.scan.opzet.themas
        ),
    )


def _middle(beeld: Themabeeld, inhoud: Instrument) -> str:
    if beeld.afgeschermd:
        return "afgeschermd"
    if not beeld.n:
        return LEEG
    return f"{zinnen.middle(beeld.midden, inhoud)} (n = {beeld.n})"


def _noticed(uitslag: Uitslag, inhoud: Instrument) -> Iterator[str]:
    """Geef van elke ranglijst de eerste plaats."""
    for code in _VOORAAN:
        lijst = uitslag.lijst(code)
        if lijst is None:
            continue
        for plaats in lijst.plaatsen[:1]:
            stelling = uitslag.stellingen[plaats.code]
            thema = inhoud.themas[plaats.thema].titel
            wat = f"{lijst.titel}: {stelling.kort} ({thema})."
            heel = f"{wat} {zinnen.sentence(plaats.zin)}."
            yield heel if len(heel) <= ZIN_LENGTE else wat


def _agreed(uitslag: Uitslag, inhoud: Instrument) -> tuple[tuple[str, str], ...]:
    """Geef wat in het gesprek is afgesproken: het thema, en de afspraak."""
    return tuple(
        (f"{inhoud.themas[oordeel.thema].titel}:", shorten(oordeel.afspraak, AFSPRAAK_LENGTE))
        for oordeel in uitslag.scan.samen
        if oordeel.afspraak.strip()
    )


def _as_list(afspraken: tuple[tuple[str, str], ...]) -> Opsomming:
    return Opsomming(tuple(a for _t, a in afspraken), koppen=tuple(t for t, _a in afspraken))
