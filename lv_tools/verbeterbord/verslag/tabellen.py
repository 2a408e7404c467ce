"""De tabellen voor Excel en CSV."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.verbeterbord.model.uitkomst import Beeld
from lv_tools.verbeterbord.teksten import Bordinhoud
from lv_tools.verbeterbord.verslag.document import rule
from lv_tools.verbeterbord.verslag.scholen import lines_table

DOELEN = (
    *("doel", "plek", "thema", "van", "tot", "begin", "merken"),
    *("uitkomst", "merkten", "geleerd", "blijft"),
)
ACTIES = ("actie", "wie", "klaar", "stand", "keren", "doel")


def tables(beeld: Beeld, inhoud: Bordinhoud) -> tuple[Uitvoertabel, ...]:
    """Geef doelen, acties, waarnemingen en successen, en de borden ernaast als die er zijn."""
    bord, zeg = beeld.bord, inhoud.zeg

    def table(
        titel: str, kolommen: tuple[str, ...], rijen: Iterable[tuple[Uitvoercel, ...]]
    ) -> Uitvoertabel:
        koppen = tuple(zeg(f"kolom_{kolom}") for kolom in kolommen)
        return Uitvoertabel(zeg(titel), koppen, tuple(rijen), (rule(beeld, inhoud),))

    doelen = (
        (
            *(d.wat, inhoud.plek[d.plek], beeld.theme_of(d), d.van, d.tot),
            *(d.begin, d.merken, inhoud.uitkomst.get(d.uitkomst), d.merkten, d.geleerd, d.blijft),
        )
        for d in bord.doelen
    )
    acties = (
        (a.wat, a.wie, a.klaar, inhoud.stand[a.stand], a.keren, beeld.name_of(a.doel))
        for a in bord.acties
    )
    gezien = (
        (g.dag, beeld.name_of(g.doel), g.wat, inhoud.door[g.door])
        for g in sorted(bord.gezien, key=lambda g: (g.dag or date.max, g.id))
    )
    successen = ((s.dag, s.wat) for s in beeld.successen)
    return (
        table("tabel_doelen", DOELEN, doelen),
        table("tabel_acties", ACTIES, acties),
        table("tabel_gezien", ("dag", "doel", "gezien", "door"), gezien),
        table("tabel_successen", ("dag", "succes"), successen),
        *((lines_table(beeld, inhoud),) if bord.borden else ()),
    )
