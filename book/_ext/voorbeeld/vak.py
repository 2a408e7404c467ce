"""Het vak bij een stap: het verhaal van de voorbeeldschool, met de feiten ingevuld."""

from __future__ import annotations

import re

from lv_tools.basis.taal.notatie import opsomming
from voorbeeld.cijfers import facts, fill
from voorbeeld.lezen import Stap, Verhaal, read_story
from voorbeeld.lezen import school as read_once
from voorbeeld.vorm import VormError

#: Zo verwijst een tekst naar een hulpmiddel: ``(instrument:urgentiemeter)``.
HULPMIDDEL = re.compile(r"\(instrument:([a-z]+)\)")


def heading() -> str:
    """Geef de kop die boven elk vak staat."""
    return read_story().vak.kop


def story(nummer: int, instrumenten: str) -> str:
    """Geef het verhaal bij een stap als MyST Markdown.

    Parameters
    ----------
    nummer
        De stap, 1 tot en met 6.
    instrumenten
        Pad naar de map met hulpmiddelen, vanaf de pagina.

    Raises
    ------
    VormError
        Als de stap er niet is, of een tekst een feit noemt dat niet bestaat.
    """
    verhaal = read_story()
    stap = next((s for s in verhaal.stap if s.nummer == nummer), None)
    if stap is None:
        bekend = opsomming([str(s.nummer) for s in verhaal.stap])
        raise VormError(f"bij stap {nummer} hoort geen verhaal: er is er een bij {bekend}")
    feiten = facts(read_once())
    alineas = [fill(alinea, feiten) for alinea in _paragraphs(verhaal, stap)]
    return HULPMIDDEL.sub(rf"({instrumenten}/\1.ipynb)", "\n\n".join(alineas))


def _paragraphs(verhaal: Verhaal, stap: Stap) -> list[str]:
    vak = verhaal.vak
    uitleg = f" {vak.uitleg}" if stap is verhaal.stap[0] else ""
    return [
        f"**{vak.merk}**{uitleg} {stap.opening}",
        *(f"**{deel.kop}** {getattr(stap, deel.code)}" for deel in verhaal.deel),
    ]
