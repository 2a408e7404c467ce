"""Het deel van het verslag dat scans naast elkaar legt."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop, Opsomming
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.vergelijken import Vergelijking
from lv_tools.zelfevaluatie.model.vergelijkzinnen import middle_cell
from lv_tools.zelfevaluatie.teksten import Instrument

#: Zoveel momenten passen naast elkaar op een bladzijde.
_NAAST = 3


def moments_blocks(vergelijking: Vergelijking, inhoud: Instrument) -> Iterator[Blok]:
    """Geef de tabellen per groep, met wat een verschil nog meer kan zijn en wat er ontbreekt."""
    yield Kop("Naast eerdere scans" if vergelijking.tijd else "Scans naast elkaar")
    if vergelijking.tijd:
        yield Alinea(inhoud.vergelijken.uitleg)
    yield Alinea(vergelijking.inleiding)
    yield Alinea(vergelijking.voorbehoud)
    yield Opsomming(vergelijking.verklaringen)
    momenten = vergelijking.momenten[-_NAAST:]
    if len(momenten) < len(vergelijking.momenten):
        yield Alinea(
            f"In de tabellen staan de laatste {_NAAST} scans; de zinnen eronder gaan over alle "
            f"{len(vergelijking.momenten)}.",
            klein=True,
        )
    for groep in dict.fromkeys((rij.groep, rij.groepsnaam) for rij in vergelijking.themas):
        rijen = [rij for rij in vergelijking.themas if rij.groep == groep[0]]
        yield Bloktabel(
            f"Midden per thema: {groep[1]}",
            ("Thema", *(f"{m.naam}, {datum(m.datum)}" for m in momenten)),
            tuple(
                (rij.naam, *(middle_cell(punt, inhoud) for punt in rij.punten[-_NAAST:]))
                for rij in rijen
            ),
            breedtes=(4, *(3 for _ in momenten)),
        )
        yield Opsomming(tuple(f"{rij.naam}. {rij.zin} {rij.noot}".strip() for rij in rijen))
    if vergelijking.weggelaten:
        yield Alinea(inhoud.vergelijken.anders_gesteld)
        yield Opsomming(
            tuple(f"{zinnen.sentence(weg.wat)}: {weg.reden}." for weg in vergelijking.weggelaten)
        )
