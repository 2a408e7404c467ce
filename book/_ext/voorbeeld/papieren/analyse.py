"""De analyse op één bladzijde: resultaten, lessen, leerlingen, en wat voldoet."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop, Opsomming
from lv_tools.urgentiemeter.teksten import instrument
from voorbeeld.meter import outcomes
from voorbeeld.papieren.schrijver import Schrijver
from voorbeeld.schrijfwijze import norm, signal, value


def blocks(w: Schrijver, algemeen: Schrijver) -> Iterator[Blok]:
    """Geef de blokken."""
    school = w.school
    yield Alinea(w("regel"))
    yield Kop(w("kop_resultaten"))
    yield _results(w)
    yield Alinea(w("onder_resultaten"), klein=True)
    yield Kop(w("kop_waar"))
    yield Alinea(w("waar"))
    yield Kop(w("kop_lessen"))
    yield Bloktabel(
        w("tabel_lessen"),
        ("Kijkpunt", "Gezien"),
        tuple(
            (punt.tekst, f"{punt.gezien[0]} van de {school.ronde[0].lessen}")
            for punt in school.kijkpunt
        ),
        breedtes=(4, 1),
    )
    yield Kop(w("kop_leerlingen"))
    yield Alinea(w("leerlingen"))
    yield Opsomming(tuple(f"‘{zin}’" for zin in school.rondetafel[0].zeiden))
    yield Kop(w("kop_voldoet"))
    yield Opsomming(w.all("voldoet"))
    yield Alinea(algemeen("geen_oordeel"), klein=True)


def _results(w: Schrijver) -> Bloktabel:
    school = w.school
    uitkomsten = outcomes(school)
    jaren = school.school.jaren
    rijen = []
    for indicator in school.indicator:
        uitkomst = uitkomsten[indicator.code]
        naam = instrument().indicatoren[indicator.code].naam
        metingen = [m for m in indicator.meting if m.jaar in jaren]
        rijen.append(
            (
                f"{naam} ({indicator.geldt})",
                norm(indicator),
                *(value(indicator, meting.waarde) for meting in metingen),
                value(indicator, float(uitkomst.gemiddelde or 0)),
                signal(uitkomst),
            )
        )
    return Bloktabel(
        w("tabel_resultaten"),
        ("Indicator (geldt voor)", "Norm", *jaren, "Drie jaar", "Signaal"),
        tuple(rijen),
        breedtes=(27, 9, 12, 12, 12, 11, 20),
    )
