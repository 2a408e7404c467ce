"""Een programma als tekst in het boek: het draaiboek, de dia's met tijden, de vragen als lijst."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from netwerkdag.gegevens import Dag, Deel, Programma
from netwerkdag.rekenen import Moment, clock, steps, timetable

#: Zo wijst een programma naar de uitleg van een werkvorm.
UITLEG = "werkvormen.md#{anker}"
#: Meer tijden passen niet op een dia die achterin te lezen is.
OP_DIA = 7
_TELWOORD = ("", "één", "twee", "drie", "vier")


def script_table(programma: Programma, dag: Dag) -> list[str]:
    """Geef het draaiboek als tabel in Markdown.

    De getallen achter een onderdeel zijn minuten: wisselen + het onderdeel + nabespreken.
    """
    momenten = timetable(programma, dag)
    kop = [
        "| Tijd | Wat (minuten) | Hoe | Wie en waar | Wat er klaarligt |",
        "|---|---|---|---|---|",
        f"| {clock(programma.begint - programma.inloop)} | Inloop ({programma.inloop}) "
        "| koffie; een plek naast iemand van een andere school | ieder, zaal | naamkaarten |",
    ]
    return [
        *kop,
        *(_row(moment, dag) for moment in momenten),
        f"| {clock(momenten[-1].einde)} | Einde |  |  |  |",
    ]


def _row(moment: Moment, dag: Dag) -> str:
    deel = moment.deel
    delen = [str(moment.minuten)]
    if moment.wissel:
        delen.insert(0, f"{moment.wissel} wisselen")
    if moment.nabespreken:
        delen.append(f"{moment.nabespreken} nabespreken")
    return (
        f"| {clock(moment.begin)} | {_name(deel, dag)} ({' + '.join(delen)}) | {how(deel, dag)} "
        f"| {_who(deel)} | {_material(deel, dag)} |"
    )


def plain_name(deel: Deel, dag: Dag) -> str:
    """Geef hoe een deel heet, zonder link."""
    return dag.werkvormen[deel.werkvorm].naam if deel.soort == "werkvorm" else deel.naam


def _name(deel: Deel, dag: Dag) -> str:
    if deel.soort == "werkvorm":
        return _link(deel.werkvorm, dag)
    return deel.naam


def _link(anker: str, dag: Dag) -> str:
    return f"[{dag.werkvormen[anker].naam}]({UITLEG.format(anker=anker)})"


def how(deel: Deel, dag: Dag) -> str:
    """Geef in woorden hoe een deel gaat, met de stappen als het een werkvorm in tweeën is."""
    if deel.soort == "keuze":
        return f"{', '.join(_link(anker, dag) for anker in deel.keuze)}; {deel.hoe}"
    if deel.soort != "werkvorm":
        return deel.hoe
    vorm = dag.werkvormen[deel.werkvorm]
    if not deel.stappen:
        return vorm.vorm
    eerste, laatste = steps(deel, vorm)
    stap = f"stap {eerste}" if eerste == laatste else f"stap {eerste} tot en met {laatste}"
    return f"{vorm.vorm}; {stap}"


def _who(deel: Deel) -> str:
    if deel.soort in ("pauze", "lunch"):
        return ""
    if deel.soort == "keuze":
        return "één leider en één ruimte per onderwerp"
    return f"{deel.leider or 'leider'}, {deel.ruimte or 'zaal'}"


_PER = {
    "persoon": "per persoon",
    "groepje": "per groepje",
    "zes": "per tafel",
    "zaal": "voor de zaal",
    "leider": "voor de leider",
    "helper": "voor wie helpt",
}


def _material(deel: Deel, dag: Dag) -> str:
    nodig = list(deel.materiaal)
    if deel.soort == "werkvorm" and not (deel.stappen and deel.stappen[0] != 1):
        nodig += dag.werkvormen[deel.werkvorm].materiaal
    for anker in deel.keuze:
        nodig += dag.werkvormen[anker].materiaal
    stukken = []
    for stuk in nodig:
        per = f"per {_TELWOORD[stuk.voor]} groepjes" if stuk.voor > 1 else _PER[stuk.per]
        naam = dag.materiaal[stuk.code].naam
        stukken.append(f"{stuk.aantal} {per}: {naam[0].lower()}{naam[1:]}")
    return "; ".join(stukken)


def programme_slides(programma: Programma, dag: Dag) -> Iterator[tuple[str, list[str]]]:
    """Geef per dagdeel een dia: de tijden, in woorden voor wie meedoet."""
    regels = [
        f"- {clock(m.begin)} {m.deel.voor or plain_name(m.deel, dag)}"
        for m in timetable(programma, dag)
    ]
    slot = f"- {clock(timetable(programma, dag)[-1].einde)} Naar huis"
    delen = _halves([*regels, slot], OP_DIA)
    for nummer, deel in enumerate(delen, 1):
        # Elke dia een eigen titel; meer dan drie dagdelen heeft geen programma.
        titel = programma.titel + ("", ": daarna", ": tot slot")[nummer - 1]
        yield titel, deel


def _halves(regels: list[str], meeste: int) -> list[list[str]]:
    aantal = -(-len(regels) // meeste)
    lengte = -(-len(regels) // aantal)
    return [regels[plek : plek + lengte] for plek in range(0, len(regels), lengte)]


def cost_table(kosten: Mapping[str, Any]) -> list[str]:
    """Geef het kostenblad als tabel in Markdown; bedragen vult de lezer zelf in."""
    leeg = " | … | … | … | … |"
    return [
        f"| {' | '.join(kosten['kop'])} |",
        "|" + "---|" * len(kosten["kop"]),
        *(f"| {p['naam']} | {p['denk']}{leeg}" for p in kosten["post"] if p["naam"]),
        *(f"| **{som}** |  |  |  | … |  |" for som in kosten["som"]),
    ]


def question_list(vragen: Sequence[Mapping[str, Any]]) -> list[str]:
    """Geef de vragen van een formulier als genummerde lijst."""
    return [
        f"{nummer}. {vraag['vraag']}"
        + (f" *({', '.join(vraag['keuze'])})*" if "keuze" in vraag else "")
        for nummer, vraag in enumerate(vragen, 1)
    ]
