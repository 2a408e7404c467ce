"""De kalender als verslag en als poster, één keer beschreven."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from lv_tools.basis.taal.notatie import LEEG, MAANDEN, aantal, gevolgd
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Figuurblok,
    Kop,
    Opsomming,
    Tweevorm,
)
from lv_tools.basis.uitvoer.kort import first_page
from lv_tools.kwaliteitskalender.figuur import draw_weeks, draw_year, table_row
from lv_tools.kwaliteitskalender.model.bronnen import Kalenderpunt
from lv_tools.kwaliteitskalender.model.uitkomst import Jaarbeeld, counted_days, month_starts
from lv_tools.kwaliteitskalender.teksten import Kalenderinhoud

_WEEKDAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
#: Zoveel maanden staan er op een poster naast elkaar.
_NAAST = 6


def title(beeld: Jaarbeeld, inhoud: Kalenderinhoud) -> str:
    """Geef hoe de kalender heet."""
    naam = beeld.kalender.naam.strip()
    van = f"{naam}, {beeld.jaar.naam}" if naam else beeld.jaar.naam
    return f"{inhoud.algemeen.titel}: {van}"


def report(beeld: Jaarbeeld, inhoud: Kalenderinhoud) -> Document:
    """Beschrijf het jaar: hoeveel er staat, de opmerkingen, de maanden en de mensen.

    Op de eerste bladzijde staat het jaar in een figuur; de maanden daarna zijn haar tabel.
    """
    bladen = (draw_year(beeld, inhoud), draw_weeks(beeld, inhoud))
    zinnen = [blad.samenvatting for blad in bladen if blad] or [inhoud.zeg("leeg")]
    punten = (*zinnen[1:], *(advies.zin for advies in beeld.adviezen))
    blokken: list[Blok] = [
        first_page(zinnen[0], bladen[0], punten, meeste=4),
        Tweevorm(scherm=(Alinea("\n".join(zinnen)),)),
        *remarks(beeld, inhoud),
    ]
    blokken += [Kop(inhoud.zeg("kop_maanden")), *months(beeld, inhoud, beeld.punten)]
    if beeld.mensen:
        rijen = tuple((naam, str(n)) for naam, n in beeld.mensen)
        kolommen = (inhoud.zeg("kolom_wie"), inhoud.zeg("kolom_aantal"))
        blokken.append(Kop(inhoud.zeg("tabel_mensen")))
        uitleg = inhoud.zeg("tabel_mensen_uitleg")
        blokken.append(Bloktabel(uitleg, kolommen, rijen, rijkop=True, breedtes=(3, 1)))
    blokken.append(Alinea(inhoud.zeg("eigen_regel"), klein=True))
    return Document(title(beeld, inhoud), tuple(blokken))


def overview(
    beeld: Jaarbeeld, inhoud: Kalenderinhoud, punten: Sequence[Kalenderpunt]
) -> Iterator[Blok]:
    """Geef het jaar in één tekening, en hoe vol de weken zijn."""
    jaar = draw_year(beeld, inhoud, punten)
    if jaar is None:
        yield Alinea(inhoud.zeg("leeg"))
        return
    yield Figuurblok(jaar)
    if len(punten) == len(beeld.punten) and (weken := draw_weeks(beeld, inhoud)):
        yield Figuurblok(weken)


def remarks(beeld: Jaarbeeld, inhoud: Kalenderinhoud) -> Iterator[Blok]:
    """Geef wat opvalt; zonder opmerkingen zegt het verslag dat er niets gevonden is."""
    yield Kop(inhoud.zeg("kop_adviezen"))
    if not beeld.adviezen:
        yield Alinea(inhoud.zeg("geen_adviezen"))
        return
    yield Alinea(inhoud.zeg("adviezen_uitleg"))
    yield Opsomming(tuple(advies.zin for advies in beeld.adviezen))


def months(
    beeld: Jaarbeeld, inhoud: Kalenderinhoud, punten: Sequence[Kalenderpunt]
) -> Iterator[Blok]:
    """Geef per maand een tabel met wat er valt."""
    kolommen = tuple(inhoud.zeg(f"kolom_{naam}") for naam in ("dag", "tijd", "wat", "aard", "wie"))

    def month(k: Kalenderpunt) -> tuple[int, int]:
        dag = k.punt.dag or date.max
        return dag.year, dag.month

    for (jaar, maand), groep in groupby(punten, key=month):
        eigen = list(groep)
        naam = f"{MAANDEN[maand - 1].capitalize()} {jaar}"
        rijen = tuple(table_row(k, inhoud) for k in eigen)
        bijschrift = f"{naam}: {aantal(len(eigen), 'punt', 'punten')}"
        yield Bloktabel(bijschrift, kolommen, rijen, rijkop=True, breedtes=(6, 3, 8, 4, 6))
    if beeld.zonder_dag:
        yield Opsomming(
            tuple(gevolgd(k.punt.wat, inhoud.zeg("zonder_dag")) for k in beeld.zonder_dag)
        )


def poster(beeld: Jaarbeeld, inhoud: Kalenderinhoud) -> Document:
    """Zet het hele jaar op één vel: elke maand een vak, elke dag met iets erin een regel."""
    maanden = [m for m in month_starts(beeld.jaar) if m.month != 8 or _lines(beeld, inhoud, m)]
    blokken: list[Blok] = []
    for plek in range(0, len(maanden), _NAAST):
        deel = maanden[plek : plek + _NAAST]
        kolommen = [f"{MAANDEN[m.month - 1].capitalize()} {m.year}" for m in deel]
        cellen = ["\n".join(_lines(beeld, inhoud, m)) or LEEG for m in deel]
        leeg = _NAAST - len(deel)
        van, tot = kolommen[0].lower(), kolommen[-1].lower()
        blokken.append(
            Bloktabel(
                inhoud.zeg("poster_deel", van=van, tot=tot),
                (*kolommen, *[LEEG] * leeg),
                ((*cellen, *[""] * leeg),),
                rijkop=False,
                breedtes=(1,) * _NAAST,
                precies=True,
            )
        )
    blokken.append(Alinea(inhoud.zeg("poster_voet"), klein=True))
    return Document(title(beeld, inhoud), tuple(blokken))


def _lines(beeld: Jaarbeeld, inhoud: Kalenderinhoud, eerste: date) -> list[str]:
    """Geef de regels van een maand: perioden, feestdagen en punten, op volgorde van dag."""
    regels: list[tuple[date, int, str]] = []

    def here(dag: date) -> bool:
        return (dag.year, dag.month) == (eerste.year, eerste.month)

    for periode in beeld.jaar.perioden:
        naam = periode.naam or inhoud.periode[periode.soort]
        if periode.van and periode.tot:
            dagen = [
                periode.van + timedelta(days=n)
                for n in range(min((periode.tot - periode.van).days, 366) + 1)
            ]
            binnen = [dag for dag in dagen if here(dag)]
            if binnen:
                regel = f"{_span(binnen[0], binnen[-1])} ▒ {naam}"
                regels.append((binnen[0], 0, regel))
    regels += [(f.dag, 1, f"{_short(f.dag)} ◦ {f.naam}") for f in beeld.feestdagen if here(f.dag)]
    for k in beeld.punten:
        punt, dag, laatste = k.punt, k.punt.dag, k.punt.laatste
        if dag is None or laatste is None:
            continue
        tijd = f" {punt.begin.hour}.{punt.begin.minute:02d}" if punt.begin else ""
        if punt.aard == "activiteit" and punt.meerdaags:
            begin, klaar = inhoud.zeg("poster_begin"), inhoud.zeg("poster_klaar")
            regels += [
                (d, 2, f"{_short(d)} {merk}: {punt.wat}")
                for d, merk in ((dag, begin), (laatste, klaar))
                if here(d)
            ]
            continue
        binnen = [d for d in counted_days(k) if here(d)]
        if binnen:
            wie = f" ({punt.wie})" if punt.wie else ""
            regels.append((binnen[0], 2, f"{_span(binnen[0], binnen[-1])}{tijd} {punt.wat}{wie}"))
    return [regel for _dag, _soort, regel in sorted(regels)]


def _short(dag: date) -> str:
    return f"{_WEEKDAGEN[dag.weekday()]} {dag.day}"


def _span(van: date, tot: date) -> str:
    return _short(van) if van == tot else f"{_short(van)} t/m {_short(tot)}"
