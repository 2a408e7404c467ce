"""De midterm review: bewijs, vragen van de critical friend, en per activiteit een besluit."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop, Opsomming
from voorbeeld.papieren.schrijver import Schrijver, capital
from voorbeeld.school import Bewijs, School
from voorbeeld.schrijfwijze import day


def blocks(w: Schrijver, algemeen: Schrijver) -> Iterator[Blok]:
    """Geef de blokken."""
    midterm = w.school.midterm
    yield Alinea(w("regel"))
    yield Kop(w("kop_vraag"))
    yield Alinea(midterm.vraag, nadruk=True)
    yield Kop(w("kop_dag"))
    yield Opsomming(w.all("dag"))
    yield Kop(w("kop_bewijs"))
    yield Bloktabel(
        w("tabel_bewijs"),
        ("Wat", "Telling", "Bron en dag", "Hoe zeker"),
        tuple(
            (
                capital(bewijs.wat),
                f"{bewijs.k} van de {bewijs.n}",
                f"{capital(bewijs.bron)}, {day(bewijs.dag)}",
                bewijs.zekerheid,
            )
            for bewijs in _on_the_table(w.school)
        ),
        breedtes=(42, 14, 30, 14),
    )
    yield Alinea(w("onder_bewijs"), klein=True)
    yield Alinea(w("leerlingen"))
    yield Opsomming(tuple(f"‘{zin}’" for zin in w.school.rondetafel[-1].zeiden))
    yield Kop(w("kop_vragen"))
    yield Opsomming(midterm.vragen, genummerd=True)
    yield Kop(w("kop_besluiten"))
    yield Bloktabel(
        w("tabel_besluiten"),
        ("Activiteit", "Besluit", "Waarom"),
        tuple((w.fact(a.wat), a.besluit, w.fact(a.reden)) for a in w.school.planned),
        breedtes=(45, 13, 42),
    )
    yield Kop(w("kop_nieuw"))
    yield Alinea(w("nieuw"))
    yield Kop(w("kop_hoort"))
    yield Alinea(w("hoort"))
    yield Alinea(algemeen("geen_oordeel"), klein=True)


def _on_the_table(school: School) -> list[Bewijs]:
    """Geef het bewijs bij de doelen, en bij wat niet vanzelf goed ging."""
    over = {doel.id for doel in school.doel} | {
        a.id
        for a in school.planned
        if a.stand not in {"gedaan", "op schema"} or a.besluit != "volhouden"
    }
    return [bewijs for bewijs in school.bewijs if bewijs.bij in over]
