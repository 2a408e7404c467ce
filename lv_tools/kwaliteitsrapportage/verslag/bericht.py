"""Een tekst om met het team te delen: waar het gesprek over gaat, of wat er is afgesproken."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.bericht import message
from lv_tools.kwaliteitsrapportage.model.uitkomst import Beeld
from lv_tools.kwaliteitsrapportage.teksten import Rapportinhoud


def share_text(beeld: Beeld, inhoud: Rapportinhoud) -> str:
    """Schrijf de tekst; zonder vragen en zonder afspraken is er niets te delen."""
    blad, zeg = beeld.blad, inhoud.zeg
    afspraken = []
    for a in blad.afspraken:
        erbij = ", ".join(d for d in (a.wie.strip(), datum(a.klaar) if a.klaar else "") if d)
        if a.wat.strip():
            afspraken.append(f"{a.wat.rstrip('. ')} ({erbij})" if erbij else a.wat)
    vragen = list(blad.vragen.alle)
    if not (vragen or afspraken):
        return ""
    school = blad.school.strip() or zeg("de_school")
    sleutel = "bericht_dag" if blad.dag else "bericht_begin"
    return message(
        zeg(sleutel, school=school, dag=datum(blad.dag) if blad.dag else ""),
        zeg("bericht_vragen") if vragen and not afspraken else "",
        [] if afspraken else vragen,
        zeg("bericht_afspraken") if afspraken else "",
        afspraken,
        zeg("bericht_slot"),
    )
