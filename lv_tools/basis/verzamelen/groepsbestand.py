"""Een groep en bestanden: een bestand van een ander erbij, en een groep uit een bestand openen."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from lv_tools.basis.antwoorden.bronvorm import check_answers, check_sources
from lv_tools.basis.antwoorden.tabel import TabelError, read_rows
from lv_tools.basis.onderzoek.anoniem import bare
from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.opslag.werkbestand import clean_name
from lv_tools.basis.tabellen.tabelbestand import BestandError, read_table
from lv_tools.basis.verzamelen.codes import meet_file
from lv_tools.basis.verzamelen.groep import Groep, sources
from lv_tools.basis.verzamelen.groepswijziging import fit
from lv_tools.basis.verzamelen.handvel import carry_count
from lv_tools.basis.verzamelen.toevoegen import Aanbod, Toevoeging, add
from lv_tools.basis.verzamelen.vel import BLAD, GEEN, WEET_NIET, carry_sheet
from lv_tools.basis.vorm.vormcontrole import VormError

#: Wat een bestand van een hulpmiddel oplevert: bronnen, en zinnen over wat niet meetelt.
Gelezen = tuple[tuple[Bron, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Lezer:
    """Hoe een hulpmiddel bestanden van anderen leest.

    Parameters
    ----------
    eigen
        Leest een bestand dat het hulpmiddel zelf maakte; geeft een ``VormError`` als dat niet kan.
    groepen
        Rollen die in een tabel mogen staan; zonder opgave mag elke rol.
    """

    eigen: Callable[[str, bytes], Gelezen]
    groepen: Collection[str] | None = None


@dataclass(frozen=True)
class Toegevoegd:
    """Wat er met een bestand gebeurde: de groep erna, en zinnen voor de lezer."""

    groep: Groep
    zinnen: tuple[str, ...]
    toevoeging: Toevoeging | None = None


def add_file(
    groep: Groep,
    vragen: Vragenset,
    naam: str,
    inhoud: bytes,
    lezer: Lezer,
) -> Toegevoegd:
    """Voeg een bestand van een ander toe; klopt het niet, dan blijft de groep zoals zij was."""
    kort = clean_name(naam)
    try:
        aanbod = _read_file(groep, vragen, kort, inhoud, lezer)
    except (VormError, BestandError, TabelError) as fout:
        tekst = str(fout).rstrip(".")
        zin = tekst if kort in tekst else f"‘{kort}’ is niet gelezen: {tekst}"
        return Toegevoegd(groep, (f"{zin}.",))
    groep = fit(groep)
    groep = meet_file(groep, (_fit_source(groep, bron) for bron in aanbod.bronnen))
    eerst = sources(groep, vragen)
    gedaan = add(eerst, aanbod, lambda bron: _fit_source(groep, bron))
    if gedaan.leeg:
        return Toegevoegd(groep, gedaan.zinnen, gedaan)
    eigen = len(eerst) - len(groep.bronnen)
    return Toegevoegd(fit(replace(groep, bronnen=gedaan.bronnen[eigen:])), gedaan.zinnen, gedaan)


def _read_file(
    groep: Groep,
    vragen: Vragenset,
    naam: str,
    inhoud: bytes,
    lezer: Lezer,
) -> Aanbod:
    if inhoud.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return Aanbod(naam, *lezer.eigen(naam, inhoud))
    op_naam = groep.modus == "naam"
    gelezen = read_rows(
        read_table(naam, inhoud),
        naam,
        vragen,
        met_namen=op_naam,
        toon_waarden=op_naam,
        groepen=lezer.groepen,
    )
    bronnen = (gelezen.bron,)
    return Aanbod(naam, bronnen, gelezen.meldingen, gelezen.herkenning, gelezen.geweigerd)


def _fit_source(groep: Groep, bron: Bron) -> Bron:
    if groep.modus == "naam":
        return bron
    if groep.is_anonymous:
        return bare(bron, groep.zout)
    return replace(bron, respondenten=tuple(replace(r, naam="") for r in bron.respondenten))


def refuse_anonymous(groep: Groep, modus: str) -> None:
    """Weiger een anoniem bestand in een groep die op naam werkt.

    Raises
    ------
    VormError
        Als dat zo is, met wat de gebruiker kan doen.
    """
    if modus == "anoniem" and groep.modus == "naam":
        raise VormError(
            "de antwoorden zijn anoniem gegeven. Kies eerst ‘anoniem’ als manier van werken"
        )


def rename(bronnen: tuple[Bron, ...], bestand: str) -> tuple[Bron, ...]:
    """Noem de bronnen uit een bestand naar dat bestand."""
    if len(bronnen) == 1:
        return (replace(bronnen[0], naam=bestand),)
    return tuple(replace(b, naam=f"{bestand}: {b.naam}"[:120]) for b in bronnen)


def check_group(groep: Groep, vragen: Vragenset) -> None:
    """Weiger een gelezen groep met antwoorden die niet bij haar vragen passen.

    Raises
    ------
    VormError
        Bij de eerste afwijking.
    """
    check_sources(groep.bronnen, vragen)
    for vel in (groep.eigen, groep.beurt):
        check_answers(vragen, vel.gegeven, vel.keuzes, vel.notities, (GEEN, WEET_NIET))


def carry_group(
    groep: Groep, zetter: Overzetting, blad: Callable[[str], str] = lambda _code: BLAD
) -> tuple[Groep, tuple[tuple[str, str], ...]]:
    """Zet een groep over naar de vragenlijst van nu.

    Returns
    -------
    tuple
        De groep, en in woorden wat nog niet was ingeleverd en nergens meer past.
    """
    beurt = carry_sheet(groep.beurt, zetter, blad)
    weg = tuple(
        (f"nog niet ingezonden: {vraag.tekst}", vraag.words(waarde))
        for vraag, waarde in beurt.rest.items()
    )
    hand, telling = carry_count(groep.hand, zetter)
    nieuw = replace(
        groep,
        hand=hand,
        eigen=carry_sheet(groep.eigen, zetter, blad),
        beurt=replace(beurt, rest={}),
        bronnen=zetter.sources(groep.bronnen),
    )
    return nieuw, (*weg, *telling)
