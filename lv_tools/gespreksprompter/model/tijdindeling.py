"""De tijd van een gids: openingen voorop, minuten verdelen en een pauze halverwege."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lv_tools.gespreksprompter.model.gids import Regel
from lv_tools.gespreksprompter.teksten import inhoud


def openers_first(lijst: Sequence[Regel]) -> list[Regel]:
    """Zet openingen voor verdiepingen; wat vaststaat, blijft vooraan staan."""
    vragen = inhoud().vragen

    def later(regel: Regel) -> int:
        if regel.vast:
            return 0
        bekend = vragen.get(regel.id)
        return 1 if bekend is None or bekend.soort == "opening" else 2

    return sorted(lijst, key=later)


def stretch(lijst: list[Regel], over: int) -> list[Regel]:
    """Verdeel de tijd die over is, minuut voor minuut, over de vragen die niet vaststaan."""
    rek = inhoud().number("rek")
    grens = {r.id: r.minuten * rek for r in lijst if r.soort == "vraag" and not r.vast}
    minuten = {r.id: r.minuten for r in lijst}
    while over > 0 and (kort := [naam for naam in grens if minuten[naam] < grens[naam]]):
        for naam in kort[:over]:
            minuten[naam] += 1
        over -= min(over, len(kort))
    return [replace(r, minuten=minuten[r.id]) for r in lijst]


def with_break(regels: tuple[Regel, ...]) -> tuple[Regel, ...]:
    """Zet de pauze na de vraag die het dichtst bij het midden eindigt."""
    pauze = next((r for r in regels if r.soort == "pauze"), None)
    rest = [r for r in regels if r.soort != "pauze"]
    plekken = [plek for plek, r in enumerate(rest) if r.soort == "vraag"]
    if pauze is None or len(plekken) < 2:
        return tuple(rest)
    half = sum(r.minuten for r in rest) / 2
    na = min(plekken[:-1], key=lambda p: abs(sum(r.minuten for r in rest[: p + 1]) - half))
    met = replace(pauze, fase=rest[na].fase)
    return (*rest[: na + 1], met, *rest[na + 1 :])
