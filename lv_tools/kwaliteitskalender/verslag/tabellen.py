"""De kalender als tabellen, voor Excel en CSV."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import datum_kort
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.kwaliteitskalender.figuur import table_row
from lv_tools.kwaliteitskalender.model.bronnen import Kalenderpunt
from lv_tools.kwaliteitskalender.model.controle import discussed_at
from lv_tools.kwaliteitskalender.model.uitkomst import Jaarbeeld, month_starts, takes_part
from lv_tools.kwaliteitskalender.teksten import Kalenderinhoud


def tables(beeld: Jaarbeeld, inhoud: Kalenderinhoud) -> tuple[Uitvoertabel, ...]:
    """Geef de lijst, de verdeling over mensen, de weken en de opmerkingen."""
    zeg = inhoud.zeg
    kolommen = (
        *("week", "dag", "tot", "tijd", "minuten", "wat", "aard", "wie", "plaats"),
        *("bespreek", "herkomst"),
    )
    lijst = Uitvoertabel(
        zeg("tabel_lijst", jaar=beeld.jaar.naam),
        tuple(zeg(f"kolom_{naam}") for naam in kolommen),
        tuple(_row(k, beeld, inhoud) for k in (*beeld.punten, *beeld.zonder_dag)),
        (zeg("eigen_regel"),),
    )
    maanden = month_starts(beeld.jaar)
    mensen = Uitvoertabel(
        zeg("tabel_mensen"),
        (
            zeg("kolom_wie"),
            zeg("kolom_aantal"),
            *(zeg(f"maand_{eerste.month}") for eerste in maanden),
        ),
        tuple(
            (naam, n, *(_in_month(beeld, naam, eerste.month) for eerste in maanden))
            for naam, n in beeld.mensen
        ),
        (zeg("tabel_mensen_uitleg"),),
    )
    weken = Uitvoertabel(
        zeg("tabel_weken"),
        (zeg("kolom_week"), zeg("kolom_dag"), zeg("kolom_aantal")),
        tuple((w.maandag.isocalendar().week, w.maandag, len(w.punten)) for w in beeld.weken),
        (zeg("tabel_weken_uitleg", grens=beeld.druk),),
    )
    opmerkingen = Uitvoertabel(
        zeg("tabel_adviezen"),
        (zeg("kolom_opmerking"),),
        tuple((advies.zin,) for advies in beeld.adviezen),
        (zeg("eigen_regel"),),
    )
    return lijst, mensen, weken, opmerkingen


def _row(k: Kalenderpunt, beeld: Jaarbeeld, inhoud: Kalenderinhoud) -> tuple[Uitvoercel, ...]:
    punt, laatste, gesprek = k.punt, k.punt.laatste, discussed_at(beeld, k)
    _dag, tijd, wat, aard, _wie = table_row(k, inhoud)
    return (
        punt.dag.isocalendar().week if punt.dag else None,
        punt.dag,
        laatste if punt.meerdaags else None,
        tijd if punt.begin else None,
        punt.minuten if punt.begin else None,
        wat,
        aard,
        punt.wie,
        punt.plaats,
        f"{gesprek.punt.wat} ({datum_kort(gesprek.punt.dag)})"
        if gesprek and gesprek.punt.dag
        else None,
        k.van if k.herkomst == "dossier" else inhoud.zeg(f"herkomst_{k.herkomst}"),
    )


def _in_month(beeld: Jaarbeeld, naam: str, maand: int) -> int:
    return sum(
        takes_part(k, naam) and k.punt.dag is not None and k.punt.dag.month == maand
        for k in beeld.punten
    )
