"""Wat het team vooraf of na afloop van een gesprek krijgt, als tekst om zelf te sturen."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.bericht import message
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek
from lv_tools.gespreksprompter.model.gids import Opdracht
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.gespreksprompter.verslag.document import about, minutes, when


def invitation(gesprek: Gesprek) -> str:
    """Nodig uit voor een gesprek, met de vragen die erin aan bod komen; zonder gids is er niets."""
    zeg = inhoud().zeg
    if gesprek.gids is None:
        return ""
    moment = when(gesprek.moment)
    return message(
        zeg(
            "bericht_vooraf",
            wanneer=f" ({moment})" if moment else "",
            waarover=_subject(gesprek.gids.opdracht),
            duur=minutes(gesprek.gids.opdracht.minuten),
        ),
        [regel.tekst for regel in gesprek.gids.te_stellen],
    )


def outcome(gesprek: Gesprek, *, namen: bool = True) -> str:
    """Vat samen wat er is afgesproken; wat er genoteerd is, staat er niet in."""
    zeg = inhoud().zeg
    if gesprek.gids is None:
        return ""
    moment, volgende = when(gesprek.moment), when(gesprek.volgende)
    afspraken = [_line(afspraak, namen=namen) for afspraak in gesprek.afspraken]
    return message(
        zeg(
            "bericht_na",
            wanneer=f" ({moment})" if moment else "",
            waarover=_subject(gesprek.gids.opdracht),
        ),
        zeg("bericht_afspraken" if afspraken else "bericht_geen_afspraken"),
        afspraken,
        zeg("bericht_volgende", wanneer=volgende) if volgende else "",
    )


def _subject(opdracht: Opdracht) -> str:
    """Zeg waar het over gaat; fasen en doel kozen de vragen, en zeggen een ander weinig."""
    kort = replace(opdracht, fasen=(), doel="")
    return about(kort) or about(opdracht)


def _line(afspraak: Afspraak, *, namen: bool) -> str:
    dag = f"uiterlijk {datum(afspraak.wanneer)}" if afspraak.wanneer else ""
    erbij = ", ".join(deel for deel in (afspraak.wie if namen else "", dag) if deel)
    return f"{afspraak.wat.rstrip('. ')} ({erbij})" if erbij else afspraak.wat
