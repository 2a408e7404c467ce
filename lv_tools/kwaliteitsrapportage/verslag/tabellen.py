"""De tabellen voor Excel en CSV: alles wat op een blad staat, een regel per punt."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.kwaliteitsrapportage.model.rapportage import Schoolblad
from lv_tools.kwaliteitsrapportage.model.scholen import Rij, look, rows
from lv_tools.kwaliteitsrapportage.model.uitkomst import Beeld
from lv_tools.kwaliteitsrapportage.teksten import Rapportinhoud

KOLOMMEN = ("wat", "eigen", "stand", "wie", "klaar", "waaruit", "zekerheid")


def tables(beeld: Beeld, inhoud: Rapportinhoud) -> tuple[Uitvoertabel, ...]:
    """Geef het blad van de school als tabel."""
    school = look(beeld.blad, now())
    return (_table(inhoud.zeg("tabel_blad"), (school,), inhoud),)


def board_tables(beeld: Beeld, inhoud: Rapportinhoud) -> tuple[Uitvoertabel, ...]:
    """Geef alle bladen in één tabel, op het alfabet; notities van het bestuur staan apart."""
    zeg, scholen = inhoud.zeg, beeld.rapportage.scholen
    notities = tuple(
        (s.blad.school, s.blad.periode or None, s.notitie) for s in scholen if s.notitie.strip()
    )
    koppen = (zeg("kolom_school"), zeg("kolom_periode"), zeg("notitie"))
    return (
        _table(zeg("bestuur_titel"), scholen, inhoud),
        *((Uitvoertabel(zeg("notities"), koppen, notities),) if notities else ()),
    )


def _table(titel: str, scholen: tuple[Schoolblad, ...], inhoud: Rapportinhoud) -> Uitvoertabel:
    zeg = inhoud.zeg
    koppen = ("school", "periode", "onderdeel", *KOLOMMEN)
    rijen = (
        (rij.school or None, rij.periode or None, naam, *_cells(rij))
        for onderdeel, naam in inhoud.onderdeel.items()
        for rij in rows(scholen, onderdeel, inhoud)
        if rij.wat
    )
    kolommen = tuple(zeg(f"kolom_{kolom}") for kolom in koppen)
    return Uitvoertabel(titel, kolommen, tuple(rijen), (zeg("tabel_voet"),))


def _cells(rij: Rij) -> Iterable[Uitvoercel]:
    waarden: tuple[Uitvoercel, ...] = (
        rij.wat,
        rij.eigen,
        rij.stand,
        rij.wie,
        rij.dag,
        rij.bewijs,
        rij.zekerheid,
    )
    return (waarde or None for waarde in waarden)
