"""Het stilstaande voorbeeld op de bladzijde, voordat het hulpmiddel gestart is."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.uitvoer.document import Alinea, Blok, Figuurblok, Kop, Tabelblok, to_html
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.urgentiemeter.figuur.feiten import draw_series
from lv_tools.urgentiemeter.figuur.groep import draw_quadrant
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.feiten import JAREN, Reeks, exact
from lv_tools.urgentiemeter.model.scan import Afdeling, Scan
from lv_tools.urgentiemeter.model.uitslag import Uitslag, compute
from lv_tools.urgentiemeter.teksten import Instrument, example_school


def example(inhoud: Instrument) -> Uitslag:
    """Reken het voorbeeld uit: de voorbeeldschool, met de drie jaren voor haar verbeterplan."""
    voorbeeld, school = inhoud.voorbeeld, example_school()
    (feiten,) = [rij for rij in school["indicator"] if rij["code"] == voorbeeld.indicator]
    jaren = feiten["meting"][:JAREN]
    reeks = Reeks(
        inhoud.indicatoren[voorbeeld.indicator],
        exact(feiten["norm"]),
        tuple(exact(jaar["waarde"]) for jaar in jaren),
        tuple(jaar["leerlingen"] for jaar in jaren),
    )
    groep = Groep("naam", bronnen=(Bron("voorbeeld", inhoud.voorbeeldmensen),))
    afdeling = Afdeling(voorbeeld.afdeling, school["school"]["soort"], (reeks,))
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
