"""Het inspectiebezoek door de deur van de pagina."""

from __future__ import annotations

from hulpproef import Proef

from lv_tools.inspectiebezoek.hulpmiddel import INSPECTIEBEZOEK


def test_all_steps_open() -> None:
    p = Proef(INSPECTIEBEZOEK)
    p.vul("dag", "11-3-2027")
    for n in range(8):
        p.stap(n)
