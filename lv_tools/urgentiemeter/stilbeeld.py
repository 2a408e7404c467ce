"""Het stilstaande voorbeeld op de bladzijde, voordat het hulpmiddel gestart is."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.uitvoer.document import Alinea, Blok, Figuurblok, Kop, Tabelblok, to_html
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.urgentiemeter.figuur.feiten import draw_series
from lv_tools.urgentiemeter.figuur.groep import draw_quadrant
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.feiten import Reeks
from lv_tools.urgentiemeter.model.scan import Afdeling, Scan
from lv_tools.urgentiemeter.model.uitslag import Uitslag, compute
from lv_tools.urgentiemeter.teksten import Instrument, number


def example(inhoud: Instrument) -> Uitslag:
    """Reken het verzonnen voorbeeld uit."""
    feiten = inhoud.voorbeeld.feiten
    indicator, norm = inhoud.indicatoren[feiten.indicator], number(feiten.norm)
    reeks = Reeks(indicator, norm, tuple(number(waarde) for waarde in feiten.resultaten))
    groep = Groep("naam", bronnen=(Bron("voorbeeld", inhoud.voorbeeldmensen),))
    afdeling = Afdeling(feiten.afdeling, feiten.soort, (reeks,))
    return compute(Scan(afdelingen=(afdeling,), groep=groep), inhoud)


def stilbeeld(inhoud: Instrument) -> str:
    """Geef de HTML van het voorbeeld: feiten, kwadrant, som en de stellingen."""
    return to_html(_blocks(inhoud))


def _blocks(inhoud: Instrument) -> Iterator[Blok]:
    uitslag = example(inhoud)
    (feit,), geheel = uitslag.feiten, uitslag.beleving.geheel
    yield Kop(inhoud.voorbeeld.titel)
    yield Alinea(inhoud.voorbeeld.uitleg)
    yield Kop(inhoud.zeg("stil_feiten"), 2)
    if blad := draw_series(feit.uitkomsten[0], feit.afdeling.naam, inhoud):
        yield Figuurblok(blad)
    yield Kop(inhoud.zeg("stil_beleving"), 2)
    if blad := draw_quadrant(uitslag, inhoud):
        yield Figuurblok(blad)
    if geheel is not None and uitslag.advies is not None:
        afstand = zinnen.write_distance(geheel, uitslag.scan.regels)
        yield Alinea(f"{zinnen.headline(geheel, inhoud)} {afstand}", kop=f"{uitslag.advies.titel}.")
    yield Tabelblok(
        inhoud.zeg("stil_stellingen"),
        ("Nr.", "Stelling", "Naar"),
        tuple((str(nr), s.tekst, s.bron) for nr, s in enumerate(inhoud.stelling, start=1)),
        bron=inhoud.zeg("stil_bron"),
    )
