"""Een tekst om met het team te delen: waar het plan heen wil, en wat er nu gebeurt."""

from __future__ import annotations

from datetime import date

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.bericht import message
from lv_tools.verbeterplan.model.plan import Activiteit, Knoop
from lv_tools.verbeterplan.model.uitkomst import Uitslag
from lv_tools.verbeterplan.teksten import Planinhoud
from lv_tools.verbeterplan.verslag.document import title

#: Wat zo te lezen is, is klaar of gestopt.
_GEDAAN = {"klaar"}


def share_text(uitslag: Uitslag, inhoud: Planinhoud) -> str:
    """Schrijf de tekst; een leeg plan heeft niets te delen."""
    kern, zeg = uitslag.kern, inhoud.zeg
    doelen = [_line(doel) for doel in kern.doelen if doel.wat.strip()]
    nu = [
        a for a in kern.activiteiten if a.wat.strip() and a.besluit != "stoppen" and not _is_done(a)
    ]
    if not (kern.ambitie.wat.strip() or doelen or nu):
        return ""
    eerst = sorted(nu, key=lambda a: a.klaar or date.max)
    return message(
        f"{title(kern, inhoud)}. {kern.ambitie.wat}".rstrip(),
        zeg("bericht_doelen") if doelen else "",
        doelen,
        zeg("bericht_nu") if eerst else "",
        [_line(a) for a in eerst],
        zeg("bericht_vraag"),
    )


def _is_done(activiteit: Activiteit) -> bool:
    standen = [w for w in activiteit.waarnemingen if w.stand]
    return bool(standen) and max(standen, key=lambda w: w.dag or date.min).stand in _GEDAAN


def _line(knoop: Knoop) -> str:
    dag = f"uiterlijk {datum(knoop.klaar)}" if knoop.klaar else ""
    erbij = ", ".join(deel for deel in (knoop.wie, dag) if deel)
    return f"{knoop.wat.rstrip('. ')} ({erbij})" if erbij else knoop.wat
