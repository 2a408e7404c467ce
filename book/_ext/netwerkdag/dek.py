"""De dia's van een programma in de volgorde van de dag, met pauzes en tijden."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from trainer.dek import Dek, lively
from trainer.lezen import EIGEN, Dia, Hoofdstuk

from netwerkdag.gegevens import Dag, DagError, Programma, Verwijzing
from netwerkdag.rekenen import Moment, clock, steps, timetable
from netwerkdag.tabellen import programme_slides

#: Waar de dekken staan, onder ``_dia/``.
MAP = "programma"
#: Waar het dek van een eigen dag staat, en de bladzijde waar iemand die dag samenstelt.
EIGEN_DEK = f"{MAP}/eigen"
BLADZIJDE = "_netwerkdag/index"
SCRIPTS = Path(__file__).parent / "script"
PAGINA = "netwerkdag/programma"
STIL = ("pauze", "lunch")
#: Wat er op de dia staat als een programma niets zegt.
ZINNEN = {"afsluiting": "Vul het evaluatieblad in."}
_PUNT = re.compile(r"<li>.*?</li>", re.DOTALL)


def programme_decks(hoofdstukken: Mapping[str, Hoofdstuk], dag: Dag) -> Iterator[Dek]:
    """Maak van elk programma een dek.

    Parameters
    ----------
    hoofdstukken : mapping of str to Hoofdstuk
        De hoofdstukken waar de dia's vandaan komen, bij pagina.
    dag : Dag
        De gegevens.

    Yields
    ------
    Dek
        Eén per programma.

    Raises
    ------
    DagError
        Als een programma een dia noemt die er niet is.
    """
    for programma in dag.programmas.values():
        dias = tuple(_all(programma, hoofdstukken, dag))
        yield Dek(f"{MAP}/{programma.code}", programma.titel, PAGINA, lively(dias))


def own_deck(hoofdstukken: Mapping[str, Hoofdstuk], dag: Dag) -> Dek:
    """Maak het dek van een eigen dag: alles waaruit de browser kiest (``script/eigen.js``).

    Parameters
    ----------
    hoofdstukken : mapping of str to Hoofdstuk
        De hoofdstukken waar de dia's vandaan komen, bij pagina.
    dag : Dag
        De gegevens.

    Returns
    -------
    Dek
        Van elke soort dia een voorbeeld, en elke dia die een programma of werkvorm noemt.

    Raises
    ------
    DagError
        Als twee dia's dezelfde titel hebben: het script vindt een dia bij haar titel.
    """
    nodig = dict.fromkeys(
        [
            *(d for p in dag.programmas.values() for deel in p.deel for d in deel.dias),
            *(vorm.dia for vorm in dag.werkvormen.values()),
        ]
    )
    spreek = "<p>Deze dia vult uw browser met wat u bij ‘Uw netwerkdag’ koos.</p>"
    dias = (
        Dia("Uw netwerkdag", "<p>Stel eerst een dag samen.</p>", spreek, soort="titel"),
        Dia("Ons programma", "<ul><li>13.00 Welkom</li></ul>", spreek, soort="tijden"),
        *(_find(hoofdstukken, verwijzing) for verwijzing in nodig),
        Dia("Kies uw onderwerp", "<p>Eén van deze.</p>", spreek, bron=EIGEN, beeld="deur"),
        Dia("Onderdeel", "<p>Hier staat wat u doet.</p>", spreek, soort="zin", beeld="plan"),
        replace(_break("Pauze", "15.00", "koffie en thee"), notities=spreek),
        Dia("Wat neemt u mee?", "<p>Eén ding voor maandag.</p>", spreek, soort="slot", qr="index",
            onder_qr="Het hele boek"),
    )  # fmt: skip
    titels = [dia.titel for dia in dias]
    if dubbel := {titel for titel in titels if titels.count(titel) > 1}:
        raise DagError(f"Deze titels van dia's komen twee keer voor: {sorted(dubbel)}.")
    return Dek(EIGEN_DEK, "Uw netwerkdag", BLADZIJDE, lively(dias), _composer(dag))


def _composer(dag: Dag) -> str:
    script = "".join(
        (SCRIPTS / f"{deel}.js").read_text("utf-8") for deel in ("regels", "staat", "eigen")
    )
    gegevens = dag.as_json().replace("</", "<\\/")
    return (
        f'<script id="gegevens" type="application/json">{gegevens}</script>'
        f"<script>{script}</script>"
    )


def capital(zin: str) -> str:
    """Begin een zin met een hoofdletter; van "één" krijgt alleen de eerste letter er een."""
    return re.sub("^Éé", "Eé", zin[:1].upper() + zin[1:])


def _all(programma: Programma, hoofdstukken: Mapping[str, Hoofdstuk], dag: Dag) -> Iterator[Dia]:
    momenten = timetable(programma, dag)
    begin = clock(programma.begint)
    yield Dia(
        programma.titel,
        f'<p class="tr-belofte">{html.escape(programma.vraag)}</p>'
        f'<p>Wij beginnen om {begin} uur.</p>'
        f'<p class="tr-teller" data-tot="{begin}"></p>',
        "<p>Laat deze dia staan tijdens de inloop. "
        "Loopt de klok van uw laptop gelijk, dan telt de dia af.</p>"
        "<p>Wat u niet gebruikt, laat u weg met <em>Dia's kiezen</em>.</p>",
        soort="titel", begin=clock(programma.begint - programma.inloop), eind=begin,
    )  # fmt: skip
    for titel, regels in programme_slides(programma, dag):
        punten = "".join(f"<li>{html.escape(regel.removeprefix('- '))}</li>" for regel in regels)
        yield Dia(
            f"Ons programma{titel.removeprefix(programma.titel)}",
            f"<ul>{punten}</ul>",
            "<p>Noem alleen de pauzes en het einde; de rest leest ieder zelf.</p>",
            bron=EIGEN, soort="tijden",
        )  # fmt: skip
    for moment, volgende in zip(momenten, [*momenten[1:], None], strict=True):
        yield from _part(moment, volgende, hoofdstukken, dag)
    mee = "".join(f"<li>{html.escape(capital(stuk))}</li>" for stuk in programma.mee)
    yield Dia(
        "Wat neemt u mee?", f"<ul>{mee}</ul>",
        "<p>Vraag ieder om één zin, en lees geen lijst voor. "
        "Bedank wie hielp met tijd en tellen.</p>",
        bron=EIGEN, soort="slot", qr="index", onder_qr="Het hele boek",
    )  # fmt: skip


def _part(
    moment: Moment, volgende: Moment | None, hoofdstukken: Mapping[str, Hoofdstuk], dag: Dag
) -> Iterator[Dia]:
    """Geef de dia's van een deel, met wanneer het begint en ophoudt."""
    deel = moment.deel
    tijd = {"begin": clock(moment.begin), "eind": clock(moment.einde)}
    spreek = _clockwork(moment, volgende)
    gevonden = [_find(hoofdstukken, verwijzing) for verwijzing in deel.dias]
    if deel.soort == "werkvorm":
        vorm = dag.werkvormen[deel.werkvorm]
        gevonden.append(_only_steps(_find(hoofdstukken, vorm.dia), *steps(deel, vorm)))
    elif deel.soort == "keuze":
        namen = [dag.werkvormen[anker].naam for anker in deel.keuze]
        punten = "".join(f"<li>{html.escape(naam)}</li>" for naam in namen)
        gevonden.append(Dia(
            "Kies uw onderwerp", f"<ul>{punten}</ul>"
            f"<p>Om {tijd['eind']} uur zijn wij weer samen.</p>",
            f"<p>Elk onderwerp heeft een eigen leider en plek: {html.escape(deel.hoe)}. "
            "De stappen staan bij de dia's van de werkvormen.</p>",
            bron=EIGEN, beeld="deur",
        ))  # fmt: skip
    elif deel.soort in STIL:
        gevonden.append(_break(deel.naam, tijd["eind"], deel.hoe))
    elif not gevonden:
        zin = deel.voor or ZINNEN.get(deel.soort, deel.naam)
        gevonden.append(Dia(
            deel.naam, (f"<p>{html.escape(zin)}</p>" if zin != deel.naam else "")
            + f"<p>({moment.minuten} min)</p>", f"<p>{html.escape(deel.hoe)}.</p>",
            soort="zin", beeld="gesprek" if deel.soort == "tafels" else "plan",
        ))  # fmt: skip
    for nr, dia in enumerate(gevonden):
        yield replace(dia, notities=(spreek if nr == 0 else "") + dia.notities, **tijd)


def _break(naam: str, eind: str, hoe: str) -> Dia:
    return Dia(
        naam, f'<p class="tr-groot">Verder om {eind}\u00a0uur</p>'
        f'<p class="tr-groot tr-teller" data-tot="{eind}"></p>',
        f"<p>{html.escape(capital(hoe))}.</p>"
        "<p>Loopt u uit? Zeg een andere tijd, en zet die op het bord.</p>",
        soort="pauze",
    )  # fmt: skip


def _clockwork(moment: Moment, volgende: Moment | None) -> str:
    """Geef in de spreektekst hoe de minuten verdeeld zijn."""
    stukken = [f"{clock(moment.begin)} tot {clock(moment.einde)} uur."]
    if moment.wissel:
        stukken.append(f"Eerst groepjes maken: {moment.wissel} minuten.")
    if moment.nabespreken:
        stukken.append(f"Aan het eind nabespreken met de zaal: {moment.nabespreken} minuten.")
    if volgende is not None:
        naam = volgende.deel.voor or volgende.deel.naam
        stukken += [f"Daarna: {html.escape(naam)}."] if naam else []
    return f"<p><strong>{' '.join(stukken)}</strong></p>"


def _find(hoofdstukken: Mapping[str, Hoofdstuk], verwijzing: Verwijzing) -> Dia:
    hoofdstuk = hoofdstukken.get(verwijzing.pagina)
    for dia in hoofdstuk.dias if hoofdstuk else ():
        if dia.titel == verwijzing.titel:
            return dia
    raise DagError(
        f"Een programma vraagt de dia '{verwijzing.titel}' van {verwijzing.pagina}, "
        "en die is er niet. "
        "Pas de titel aan in data/netwerkdag, of zet de dia in het hoofdstuk."
    )


def _only_steps(dia: Dia, eerste: int, laatste: int) -> Dia:
    """Laat van een werkvorm alleen de stappen zien die nu gedaan worden."""
    alle = _PUNT.findall(dia.inhoud)
    if len(alle) < laatste or laatste - eerste + 1 == len(alle):
        return dia
    start = f' start="{eerste}"' if eerste > 1 else ""
    punten = "".join(alle[eerste - 1 : laatste])
    return replace(
        dia,
        inhoud=re.sub(
            r"<ol[^>]*>.*?</ol>", lambda _: f"<ol{start}>{punten}</ol>", dia.inhoud, flags=re.DOTALL
        ),
    )
