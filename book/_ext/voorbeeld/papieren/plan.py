"""Het verbeterplan: ambitie, doelen, activiteiten, wat blijft liggen en wie volgt."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop, Opsomming
from voorbeeld.papieren.schrijver import Schrijver, aim, capital
from voorbeeld.schrijfwijze import brief_period, day


def blocks(w: Schrijver, algemeen: Schrijver) -> Iterator[Blok]:
    """Geef de blokken."""
    yield Alinea(w("regel"))
    yield Kop(w("kop_waarom"))
    yield Alinea(w("waarom"))
    yield Kop(w("kop_ambitie"))
    yield Alinea(w.school.plan.ambitie, nadruk=True)
    yield Kop(w("kop_doelen"))
    yield _goals(w)
    yield Alinea(w("onder_doelen"))
    yield Kop(w("kop_activiteiten"))
    yield _activities(w)
    yield Alinea(w("onder_activiteiten"))
    yield Kop(w("kop_niet"))
    yield Opsomming(w.all("niet"))
    yield Kop(w("kop_wie"))
    yield Opsomming(w.all("wie"))
    yield Kop(w("kop_kijken"))
    yield Alinea(w("kijken"))
    yield Alinea(algemeen("geen_oordeel"), klein=True)


def _goals(w: Schrijver) -> Bloktabel:
    punten = {punt.id: punt for punt in w.school.verbeterpunt}
    rijen = []
    for doel in w.school.doel:
        eind = f"{doel.maat_einde}: " if doel.maat_einde else ""
        rijen.append(
            (
                f"{punten[doel.punt].tekst} ({punten[doel.punt].standaard})",
                f"{doel.tekst}\nGeteld: {doel.maat}.",
                w.fact(doel.begin_op_papier) or w.start(doel),
                f"{aim(doel, doel.tussendoel)}, op {day(doel.tussendoel.dag)}",
                f"{eind}{aim(doel, doel.streefdoel)}, op {day(doel.streefdoel.dag)}",
            )
        )
    return Bloktabel(
        w("tabel_doelen"),
        ("Punt", "Doel", "Begin", "Tussendoel", "Streefdoel"),
        tuple(rijen),
        breedtes=(22, 30, 11, 17, 20),
    )


def _activities(w: Schrijver) -> Bloktabel:
    nummers = {doel.id: nummer for nummer, doel in enumerate(w.school.doel, 1)}
    return Bloktabel(
        w("tabel_activiteiten"),
        ("Wat", "Doel", "Trekker", "Wanneer", "Hieraan zien wij het", "Uren"),
        tuple(
            (
                w.fact(a.wat),
                str(nummers[a.doel]),
                f"{capital(w.role(a.trekker))}\nmet {w.roles(a.met)}",
                brief_period(a.van, a.klaar),
                capital(w.fact(a.bewijs)),
                str(a.uren) if a.uren else "geen",
            )
            for a in w.school.planned
        ),
        breedtes=(29, 7, 23, 11, 23, 8),
    )
