"""Vragen om het gesprek mee te beginnen, uit de uitslag; ook als bestand voor de gespreksprompter.

De vorm van het bestand staat in ``data/instrumenten/gespreksvragen.schema.json``.
"""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitwisseling import vragenbestand
from lv_tools.basis.uitwisseling.stukken import VRAAG_LENGTE, Gespreksvraag, Herkomst
from lv_tools.zelfevaluatie.model.samenoordeel import shift
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

MEESTE = 60
#: Welke startvraag van een thema bij welke ranglijst past.
_BIJ = {
    "oneens": "oneens",
    "rolverschil": "oneens",
    "onbekend": "onbekend",
    "zwak-eens": "laag",
    "sterk-eens": "hoog",
}


def questions(uitslag: Uitslag, inhoud: Instrument) -> tuple[Gespreksvraag, ...]:
    """Geef de vragen bij deze uitslag, belangrijkste eerst, elke vraag hoogstens één keer.

    Eerst waar mensen het oneens zijn en waar groepen verschillen, dan wat zij niet weten, dan wat
    beter moet en wat goed gaat, dan wat in het gesprek verschoof en is afgesproken, en tot slot per
    thema met antwoorden de vraag die altijd past.
    """
    uniek: dict[str, Gespreksvraag] = {}
    alle = (
        *_from_lists(uitslag, inhoud),
        *_from_joint(uitslag, inhoud),
        *_from_agreements(uitslag, inhoud),
        *_for_every_theme(uitslag, inhoud),
    )
    for vraag in alle:
        uniek.setdefault(vraag.tekst, vraag)
    return tuple(uniek.values())[:MEESTE]


def to_file(uitslag: Uitslag, inhoud: Instrument) -> bytes:
    """Schrijf de vragen als bestand voor een volgend hulpmiddel.

    Raises
    ------
    ValueError
        Als er geen enkele vraag is: dan is er niets om mee te nemen.
    """
    vragen = questions(uitslag, inhoud)
    if not vragen:
        raise ValueError("er zijn nog geen vragen; voeg eerst antwoorden toe")
    return vragenbestand.to_file(origin_of(uitslag), vragen)


def origin_of(uitslag: Uitslag) -> Herkomst:
    """Zeg uit welke scan de vragen komen."""
    opzet = uitslag.scan.opzet
    return Herkomst("zelfevaluatie", opzet.naam, opzet.datum)


def _from_lists(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Gespreksvraag]:
    for code, bij in _BIJ.items():
        lijst = uitslag.lijst(code)
        if lijst is None:
            continue
        for plaats in lijst.plaatsen:
            stelling = uitslag.stellingen[plaats.code]
            titel = inhoud.themas[plaats.thema].titel
            woorden = {"stelling": stelling.kort, "lijst": lijst.titel, "plaats": plaats.zin}
            reden = inhoud.zeg("reden_thema", **woorden)
            for vraag in inhoud.vragen_bij(plaats.thema, bij):
                yield Gespreksvraag(vraag.tekst, vraag.fase, titel, reden)
        for plaats in lijst.plaatsen[:1]:
            stelling = uitslag.stellingen[plaats.code]
            woorden = {"stelling": stelling.kort, "lijst": lijst.titel, "plaats": plaats.zin}
            reden = inhoud.zeg("reden_stelling", **woorden)
            yield Gespreksvraag(lijst.vraag, "", inhoud.themas[plaats.thema].titel, reden)


def _from_joint(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Gespreksvraag]:
    for oordeel in uitslag.scan.samen:
        verschuiving = shift(oordeel, uitslag, inhoud)
        if verschuiving.stappen is not None:
            code = "verschoven" if verschuiving.stappen else "gelijk-gebleven"
            woorden = inhoud.uitkomsten[code]
            titel = inhoud.themas[oordeel.thema].titel
            reden = f"{woorden.titel}. {verschuiving.zin}"
            # De vraag is bij elk thema dezelfde; het onderwerp maakt haar anders.
            yield Gespreksvraag(f"{titel}. {woorden.vraag}", "", titel, reden)


def _from_agreements(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Gespreksvraag]:
    """Vraag naar wat bij Samen oordelen is afgesproken; daar begint een volgend gesprek mee."""
    for oordeel in uitslag.scan.samen:
        afspraak = " ".join(oordeel.afspraak.split()).rstrip(".")
        if not afspraak:
            continue
        past = VRAAG_LENGTE - len(inhoud.zeg("vraag_afspraak", afspraak=""))
        if len(afspraak) > past:
            afspraak = f"{afspraak[: past - 1].rstrip()}…"
        vraag = inhoud.zeg("vraag_afspraak", afspraak=afspraak)
        reden = inhoud.zeg("reden_afspraak", dag=datum(oordeel.datum))
        yield Gespreksvraag(vraag, "check", inhoud.themas[oordeel.thema].titel, reden)


def _for_every_theme(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Gespreksvraag]:
    beelden = uitslag.geheel.themas if uitslag.geheel else {}
    for thema, beeld in beelden.items():
        if beeld.n:
            titel = inhoud.themas[thema].titel
            for vraag in inhoud.vragen_bij(thema, "altijd"):
                yield Gespreksvraag(vraag.tekst, vraag.fase, titel, inhoud.zeg("reden_altijd"))
