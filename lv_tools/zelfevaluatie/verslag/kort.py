"""De eerste bladzijde van het verslag, en de tabel waarmee het korte verslag op twee past."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import LEEG, datum
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop, Opsomming, Tweevorm
from lv_tools.basis.uitvoer.kort import HALF, first_page, shorten
from lv_tools.zelfevaluatie.figuur.assen import counted
from lv_tools.zelfevaluatie.figuur.stippen import draw_dots
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.groepen import GEHEEL
from lv_tools.zelfevaluatie.model.uitkomstmaten import Themabeeld
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: Zoveel vragen staan er in het korte verslag, en zoveel groepen naast elkaar in de tabel.
KORTE_VRAGEN, MEESTE_GROEPEN = 6, 5
#: Staan er op de tweede bladzijde meer afspraken dan dit, dan staan daar geen vragen meer.
MEESTE_NAAST_VRAGEN, VRAGEN_NAAST_AFSPRAKEN = 2, 2
#: Zoveel afspraken staan er op de eerste bladzijde, en zo lang is een afspraak in het kort.
MEESTE_AFSPRAKEN, AFSPRAAK_LENGTE = 3, 90
#: Zo hoog is de figuur als er afspraken onder staan, als deel van de bladzijde.
NAAST_AFSPRAKEN = 0.41
#: Tot en met zoveel groepen staat het midden er in woorden; daarna in de cijfers van de schaal.
IN_WOORDEN = 2
#: Zo lang zijn in een smalle tabel de naam van een groep en die van een thema; bij de figuur op de
#: eerste bladzijde staat elk thema helemaal.
GROEP_LENGTE, THEMA_LENGTE = 20, 20
#: Past waarom iets opvalt niet in zoveel tekens, dan staat het verderop.
ZIN_LENGTE = 175
#: De ranglijsten waarvan de eerste plaats op de eerste bladzijde staat.
_VOORAAN = ("oneens", "rolverschil", "onbekend", "zwak-eens", "sterk-eens")


def in_short(uitslag: Uitslag, inhoud: Instrument) -> Tweevorm:
    """Geef de eerste bladzijde: het beeld van de hele groep, wat opvalt en wat is afgesproken."""
    # De naam van de scan is al de titel van het verslag.
    dag = datum(uitslag.scan.opzet.datum)
    kern = f"{dag[:1].upper()}{dag[1:]}. Aantal: {counted(uitslag)}."
    blad = draw_dots(uitslag, inhoud, (GEHEEL,))
    afspraken = _agreed(uitslag, inhoud)
    vooraan = afspraken[:MEESTE_AFSPRAKEN]
    verder: list[Blok] = []
    if vooraan:
        verder += [Kop(inhoud.zeg("samen_afspraken"), 2), _as_list(vooraan)]
        if len(afspraken) > len(vooraan):
            nog = len(afspraken) - len(vooraan)
            verder.append(Alinea(inhoud.zeg("kort_meer_afspraken", n=nog), klein=True))
    # Naast afspraken staat alleen wat opvalt; de getallen erbij staan in het volledige verslag.
    opvallend = tuple(_noticed(uitslag, inhoud, 0 if vooraan else ZIN_LENGTE))
    if punten := opvallend[: max(1, 3 - len(vooraan)) if vooraan else None]:
        verder += [Kop(inhoud.zeg("kort_opvallend"), 2), Opsomming(punten)]
    return first_page(kern, blad, verder=verder, hoogte=NAAST_AFSPRAKEN if vooraan else HALF)


def more_agreements(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef in het korte verslag de afspraken die niet op de eerste bladzijde passen."""
    if rest := _agreed(uitslag, inhoud)[MEESTE_AFSPRAKEN:]:
        yield Kop(inhoud.zeg("samen_afspraken"))
        yield _as_list(rest)


def room_for_questions(uitslag: Uitslag, inhoud: Instrument) -> int:
    """Zeg hoeveel vragen er op de tweede bladzijde passen, naast afspraken die daar staan."""
    rest = len(_agreed(uitslag, inhoud)[MEESTE_AFSPRAKEN:])
    if rest > MEESTE_NAAST_VRAGEN:
        return 0
    return VRAGEN_NAAST_AFSPRAKEN if rest else KORTE_VRAGEN


def theme_overview(uitslag: Uitslag, inhoud: Instrument) -> Bloktabel:
    """Geef per thema het midden van elke groep, met hoeveel mensen.

    In een smalle kolom loopt een midden in woorden over vier regels. Bij meer groepen staan daarom
    de cijfers van de schaal er, met boven de tabel wat zij betekenen.
    """
    groepen = uitslag.alle_groepen[:MEESTE_GROEPEN]
    woorden = len(groepen) <= IN_WOORDEN
    schaal = "; ".join(f"{n} = {naam}" for n, naam in enumerate(inhoud.schaal.opties, start=1))
    titel = inhoud.zeg("kort_tabel") if woorden else inhoud.zeg("kort_tabel_schaal", schaal=schaal)
    titels = {thema: inhoud.themas[thema].titel for thema in uitslag.scan.opzet.themas}
    return Bloktabel(
        titel,
        (inhoud.zeg("groepen_thema"), *(shorten(g.naam, GROEP_LENGTE) for g in groepen)),
        tuple(
            (
                titels[thema] if woorden else shorten(titels[thema], THEMA_LENGTE),
                *(_middle(g.themas[thema], inhoud, woorden) for g in groepen),
            )
            for thema in titels
        ),
        breedtes=(4, *(2,) * len(groepen)),
    )


def _middle(beeld: Themabeeld, inhoud: Instrument, woorden: bool) -> str:
    if beeld.afgeschermd:
        return "afgeschermd"
    if not beeld.n or beeld.midden is None:
        return LEEG
    laag, hoog = beeld.midden.laag, beeld.midden.hoog
    if woorden:
        return f"{zinnen.middle(beeld.midden, inhoud)} (n = {beeld.n})"
    return f"{laag} ({beeld.n})" if laag == hoog else f"{laag}-{hoog} ({beeld.n})"


def _noticed(uitslag: Uitslag, inhoud: Instrument, lengte: int) -> Iterator[str]:
    """Geef van elke ranglijst de eerste plaats, met waarom als dat in zoveel tekens past."""
    for code in _VOORAAN:
        lijst = uitslag.lijst(code)
        if lijst is None:
            continue
        for plaats in lijst.plaatsen[:1]:
            stelling = uitslag.stellingen[plaats.code]
            thema = inhoud.themas[plaats.thema].titel
            wat = f"{lijst.titel}: {stelling.kort} ({thema})."
            heel = f"{wat} {zinnen.sentence(plaats.zin)}."
            yield heel if len(heel) <= lengte else wat


def _agreed(uitslag: Uitslag, inhoud: Instrument) -> tuple[tuple[str, str], ...]:
    """Geef wat in het gesprek is afgesproken: het thema, en de afspraak."""
    return tuple(
        (f"{inhoud.themas[oordeel.thema].titel}:", shorten(oordeel.afspraak, AFSPRAAK_LENGTE))
        for oordeel in uitslag.scan.samen
        if oordeel.afspraak.strip()
    )


def _as_list(afspraken: tuple[tuple[str, str], ...]) -> Opsomming:
    return Opsomming(tuple(a for _t, a in afspraken), koppen=tuple(t for t, _a in afspraken))
