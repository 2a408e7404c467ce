"""Rekenen aan een netwerkdag: tijden, groepjes, wat er klaarligt, en of het kan.

Dezelfde regels staan in ``dag.js``, voor wie in de bladzijde een eigen dag samenstelt. Een toets
geeft beide dezelfde dagen, en vergelijkt wat eruit komt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netwerkdag.gegevens import Dag, Deel, Nodig, Programma, Werkvorm

#: Langer zit een zaal niet zonder pauze, in minuten. Van ons.
LANGSTE = 135
#: Naast de leiders: wie op de tijd let, twee tellers, en wie schrijft.
HELPERS = 4
DOELEN = {
    1: "praten over sturen op kwaliteit en de vier kenmerken",
    2: "horen wat Caleido is",
    3: "kennismaken met de ingrediënten",
    4: "zien hoe alles één geheel wordt, en wat de kwaliteitsmedewerker daarin doet",
}


@dataclass(frozen=True)
class Moment:
    """Een deel van de dag op de klok, in minuten na middernacht.

    Attributes
    ----------
    deel : Deel
        Wat er gebeurt.
    begin : int
        Wanneer het wisselen begint, of het deel zelf als er niets te wisselen is.
    wissel, minuten, nabespreken : int
        Groepjes maken, het deel zelf, en nabespreken met de zaal.
    """

    deel: Deel
    begin: int
    wissel: int
    minuten: int
    nabespreken: int

    @property
    def duur(self) -> int:
        """Alles bij elkaar."""
        return self.wissel + self.minuten + self.nabespreken

    @property
    def einde(self) -> int:
        """Wanneer het volgende deel begint."""
        return self.begin + self.duur


@dataclass(frozen=True)
class Telling:
    """Hoeveel er van iets klaarligt.

    Attributes
    ----------
    code : str
        Code van het materiaal.
    aantal : int
        Hoeveel exemplaren, met de reserve erbij.
    vellen : int
        Hoeveel vellen papier dat zijn; nul als het geen blad is.
    """

    code: str
    aantal: int
    vellen: int


def clock(minuten: int) -> str:
    """Schrijf minuten na middernacht als tijd: ``clock(780)`` is ``"13.00"``."""
    return f"{minuten // 60 % 24}.{minuten % 60:02}"


def ceil_div(teller: int, noemer: int) -> int:
    """Deel, en rond naar boven af."""
    return -(-teller // noemer)


def steps(deel: Deel, vorm: Werkvorm) -> tuple[int, int]:
    """Geef de eerste en de laatste stap die in dit deel gedaan worden."""
    return (deel.stappen[0], deel.stappen[-1]) if deel.stappen else (1, len(vorm.stappen))


def lengths(deel: Deel, dag: Dag) -> tuple[int, int, int]:
    """Geef wissel, minuten en nabespreken van een deel."""
    minuten, wissel, nabespreken = deel.minuten, 0, 0
    if deel.soort == "werkvorm":
        vorm = dag.werkvormen[deel.werkvorm]
        eerste, laatste = steps(deel, vorm)
        minuten = sum(vorm.stappen[eerste - 1 : laatste])
        wissel = vorm.wissel if eerste == 1 else 0
        nabespreken = vorm.nabespreken if laatste == len(vorm.stappen) else 0
    return (
        wissel if deel.wissel is None else deel.wissel,
        minuten,
        nabespreken if deel.nabespreken is None else deel.nabespreken,
    )


def timetable(programma: Programma, dag: Dag) -> tuple[Moment, ...]:
    """Zet de delen van een programma op de klok: elk begint waar het vorige ophoudt."""
    momenten = []
    nu = programma.begint
    for deel in programma.deel:
        moment = Moment(deel, nu, *lengths(deel, dag))
        momenten.append(moment)
        nu = moment.einde
    return tuple(momenten)


def rounds(deel: Deel, dag: Dag, mensen: int, leiders: int) -> tuple[str, ...]:
    """Geef welke werkvormen van een ronde met keuze doorgaan.

    Zoveel als er leiders zijn, in de volgorde van het programma, zolang elke groep groot genoeg is.
    Eén gaat er altijd door.
    """
    for aantal in range(min(len(deel.keuze), max(leiders, 1)), 1, -1):
        gekozen = deel.keuze[:aantal]
        kleinste = max(dag.werkvormen[anker].van for anker in gekozen)
        grootste = min(dag.werkvormen[anker].tot for anker in gekozen)
        if mensen // aantal >= kleinste and ceil_div(mensen, aantal) <= grootste:
            return gekozen
    # Samen één ronde: de eerste waar iedereen in past.
    passend = [a for a in deel.keuze if dag.werkvormen[a].van <= mensen <= dag.werkvormen[a].tot]
    return tuple(passend[:1] or deel.keuze[:1])


def played(
    programma: Programma, dag: Dag, mensen: int, leiders: int
) -> Iterator[tuple[Werkvorm, int, Deel]]:
    """Geef elke werkvorm die gedaan wordt, met hoeveel mensen dat doen."""
    for deel in programma.deel:
        if deel.soort == "werkvorm":
            yield dag.werkvormen[deel.werkvorm], mensen, deel
        elif deel.soort == "keuze":
            gekozen = rounds(deel, dag, mensen, leiders)
            for anker in gekozen:
                yield dag.werkvormen[anker], ceil_div(mensen, len(gekozen)), deel


def groups(mensen: int, vorm: Werkvorm) -> int:
    """Geef hoeveel groepjes een werkvorm maakt."""
    return ceil_div(mensen, vorm.groepje)


def count(nodig: Nodig, mensen: int, groepjes: int, leiders: int) -> int:
    """Geef hoeveel er van iets nodig is, zonder reserve."""
    keer = {
        "persoon": mensen,
        "groepje": ceil_div(groepjes, nodig.voor),
        "zes": ceil_div(mensen, 6),
        "zaal": 1,
        "leider": 1,
        "helper": leiders + HELPERS,
    }[nodig.per]
    return keer * nodig.aantal


def packing(programma: Programma, dag: Dag, mensen: int, leiders: int = 1) -> tuple[Telling, ...]:
    """Tel wat er klaarligt, in de volgorde van ``materiaal.toml``.

    Wat een deel gebruikt en het volgende ook, telt erbij, tenzij het opnieuw te gebruiken is. Een
    werkvorm in tweeën krijgt haar materiaal één keer.

    Parameters
    ----------
    programma : Programma
        Het programma.
    dag : Dag
        Alle gegevens.
    mensen : int
        Hoeveel mensen er komen.
    leiders : int
        Hoeveel leiders er zijn.

    Returns
    -------
    tuple of Telling
        Alles waarvan er ten minste één nodig is.
    """
    telling: dict[str, int] = {}

    def need(nodig: Sequence[Nodig], groep: int, groepjes: int) -> None:
        for stuk in nodig:
            nieuw = count(stuk, groep, groepjes, leiders)
            oud = telling.get(stuk.code, 0)
            herbruik = dag.materiaal[stuk.code].herbruik
            telling[stuk.code] = max(oud, nieuw) if herbruik else oud + nieuw

    need(dag.altijd, mensen, 0)
    for deel in programma.deel:
        need(deel.materiaal, mensen, 0)
    gezien: set[str] = set()
    for vorm, groep, deel in played(programma, dag, mensen, leiders):
        if deel.stappen and deel.stappen[0] != 1:
            continue
        need(vorm.materiaal, groep, groups(groep, vorm))
        need([Nodig("tafelkaart", "groepje")], groep, ceil_div(groep, 6))
        if vorm.anker not in gezien:
            need([Nodig("werkvormkaart", "leider")], groep, 0)
        gezien.add(vorm.anker)
    kamers = max(
        (len(rounds(d, dag, mensen, leiders)) for d in programma.deel if d.keuze), default=0
    )
    if kamers > 1:
        need([Nodig("ruimtes", "zaal", kamers), Nodig("ruimtebord", "zaal", kamers)], mensen, 0)
    return tuple(_total(code, telling[code], dag) for code in dag.materiaal if telling.get(code))


def _total(code: str, aantal: int, dag: Dag) -> Telling:
    stuk = dag.materiaal[code]
    if stuk.reserve:
        aantal = ceil_div(aantal * 11, 10)
    vellen = ceil_div(aantal * stuk.vellen, stuk.per_vel) if stuk.soort == "blad" else 0
    return Telling(code, aantal, vellen)


def check(programma: Programma, dag: Dag, mensen: int, leiders: int = 1) -> tuple[str, ...]:
    """Kijk of een programma te geven is, en zeg in zinnen wat er niet past.

    Parameters
    ----------
    programma : Programma
        Het programma.
    dag : Dag
        Alle gegevens.
    mensen : int
        Hoeveel mensen er komen.
    leiders : int
        Hoeveel leiders er zijn.

    Returns
    -------
    tuple of str
        Leeg als alles past.
    """
    return (
        *_check_groups(programma, dag, mensen, leiders),
        *_check_halves(programma, dag),
        *_check_breaks(programma, dag),
    )


def _check_groups(programma: Programma, dag: Dag, mensen: int, leiders: int) -> Iterator[str]:
    gezien: set[str] = set()
    for vorm, groep, _ in played(programma, dag, mensen, leiders):
        if vorm.van <= groep <= vorm.tot or vorm.anker in gezien:
            continue
        gezien.add(vorm.anker)
        yield (
            f"‘{vorm.naam}’ past bij {vorm.van} tot {vorm.tot} mensen, "
            f"en u hebt er {groep}. Kies een andere werkvorm."
        )


def _check_halves(programma: Programma, dag: Dag) -> Iterator[str]:
    gedaan: dict[str, list[int]] = {}
    for deel in programma.deel:
        if deel.soort == "werkvorm":
            eerste, laatste = steps(deel, dag.werkvormen[deel.werkvorm])
            gedaan.setdefault(deel.werkvorm, []).extend(range(eerste, laatste + 1))
    for anker, stappen in gedaan.items():
        vorm = dag.werkvormen[anker]
        if stappen != list(range(1, len(vorm.stappen) + 1)):
            yield (
                f"‘{vorm.naam}’ staat er niet precies één keer in. "
                "Haal haar eruit, en voeg haar opnieuw toe."
            )


def _check_breaks(programma: Programma, dag: Dag) -> Iterator[str]:
    begin = programma.begint
    for moment in timetable(programma, dag):
        if moment.deel.soort in ("pauze", "lunch"):
            begin = moment.einde
        elif moment.einde - begin > LANGSTE:
            yield (
                f"Om {clock(moment.einde)} zit de zaal al {moment.einde - begin} minuten "
                "zonder pauze. Zet er een pauze in."
            )
            begin = moment.einde


def missing(programma: Programma, dag: Dag, mensen: int, leiders: int = 1) -> tuple[str, ...]:
    """Geef de doelen van de presentatie die niet aan bod komen; dat mag, als het een keuze is."""
    gediend = {doel for deel in programma.deel for doel in deel.doelen}
    for vorm, _, deel in played(programma, dag, mensen, leiders):
        # Kiest ieder uit meer rondes, dan dient een ronde niet de hele zaal.
        if deel.soort == "werkvorm":
            gediend.update(vorm.doelen)
    return tuple(doel for nummer, doel in DOELEN.items() if nummer not in gediend)
