"""Het voortgangsverslag: per doel beloofd, gedaan, gezien en verder."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop, Opsomming
from voorbeeld.papieren.schrijver import Schrijver, aim, capital, share
from voorbeeld.school import Doel
from voorbeeld.schrijfwijze import day


def blocks(w: Schrijver, algemeen: Schrijver) -> Iterator[Blok]:
    """Geef de blokken."""
    yield Alinea(w("regel"))
    yield Kop(w("kop_kort"))
    yield Alinea(w("in_het_kort"))
    yield Kop(w("kop_doelen"))
    yield _goals(w)
    yield Kop(w("kop_activiteiten"))
    yield Bloktabel(
        w("tabel_activiteiten"),
        ("Activiteit", "Trekker", "Stand", "Gezien"),
        tuple(
            (w.fact(a.wat), capital(w.role(a.trekker)), a.stand, capital(w.fact(a.gezien)))
            for a in w.school.planned
        ),
        breedtes=(38, 22, 10, 30),
    )
    yield Kop(w("kop_minder"))
    yield Alinea(w("minder"))
    yield Kop(w("kop_gesprek"))
    yield Opsomming(
        tuple(
            f"{capital(w.role(a.wie))}: {a.wat} (voor {day(a.wanneer)})"
            for a in w.school.gesprek.afspraak
        )
    )
    yield Kop(w("kop_vraag"))
    yield Alinea(w("vraag"))
    yield Alinea(algemeen("geen_oordeel"), klein=True)


def _goals(w: Schrijver) -> Bloktabel:
    verder = w.by_key("verder")
    return Bloktabel(
        w("tabel_doelen"),
        ("Doel", "Beloofd", "Gedaan", "Gezien", "Verder"),
        tuple(
            (
                doel.tekst,
                capital(aim(doel, doel.tussendoel)),
                _done(w, doel),
                f"{share(doel.halverwege)} ({_verdict(doel)}); eerst {w.start(doel)}",
                verder[doel.id],
            )
            for doel in w.school.doel
        ),
        breedtes=(22, 15, 17, 21, 25),
    )


def _done(w: Schrijver, doel: Doel) -> str:
    """Zeg hoe ver de activiteiten van een doel zijn: ``1 gedaan en 2 op schema``."""
    standen = [a.stand for a in w.school.planned if a.doel == doel.id]
    return opsomming(
        [
            f"{standen.count(s)} {s}"
            for s in ("gedaan", "op schema", "deels", "niet")
            if s in standen
        ]
    )


def _verdict(doel: Doel) -> str:
    return "gehaald" if doel.reaches(doel.tussendoel, doel.halverwege) else "niet gehaald"
