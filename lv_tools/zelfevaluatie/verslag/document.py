"""Het verslag: eerst wat het niet is, dan waar het gesprek over moet gaan, dan alle beelden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lv_tools.basis.taal.notatie import LEEG, datum, opsomming
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Kop,
    Opsomming,
    Paginaeinde,
)
from lv_tools.zelfevaluatie.figuur.assen import counted, legend_of_scale, spread
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.eigen_woorden import own_words
from lv_tools.zelfevaluatie.model.gespreksvragen import questions
from lv_tools.zelfevaluatie.model.ranglijst import Ranglijst
from lv_tools.zelfevaluatie.model.samenoordeel import shift
from lv_tools.zelfevaluatie.model.uitslag import Uitslag, compute
from lv_tools.zelfevaluatie.model.vergelijken import compare
from lv_tools.zelfevaluatie.teksten import Instrument
from lv_tools.zelfevaluatie.verslag.bijlage import appendix
from lv_tools.zelfevaluatie.verslag.losse_antwoorden import separate_answers
from lv_tools.zelfevaluatie.verslag.momenten import moments_blocks

#: Zoveel vragen staan er in het verslag; de rest gaat mee naar de gespreksprompter.
_VRAGEN = 8


@dataclass(frozen=True)
class Wensen:
    """Wat er in het verslag komt.

    Parameters
    ----------
    namen
        Zet namen en losse antwoorden erbij. Alleen deze wens doet dat, in elke omvang en in elke
        vorm; in een anonieme scan doet zij niets.
    volledig
        Voeg de bijlage met alle stellingen en teksten toe.
    alleen
        Laat een groep van één persoon apart staan. Met ``namen`` is dat vanzelf zo.
    """

    namen: bool = False
    volledig: bool = True
    alleen: bool = False


def outgoing(uitslag: Uitslag, inhoud: Instrument, wensen: Wensen) -> Uitslag:
    """Geef de uitslag zoals zij het hulpmiddel verlaat.

    Zonder een wens daarvoor staat geen groep van één persoon apart: haar rij zou precies zijn wat
    die persoon antwoordde.
    """
    alleen_apart = wensen.namen or wensen.alleen
    if uitslag.alleen_apart == alleen_apart or uitslag.scan.opzet.modus == "anoniem":
        return uitslag
    return compute(uitslag.scan, inhoud, alleen_apart=alleen_apart)


def report(uitslag: Uitslag, inhoud: Instrument, wensen: Wensen | None = None) -> Document:
    """Maak het verslag als document, voor Word, Markdown en afdrukken."""
    wensen = wensen or Wensen()
    blokken = tuple(_blocks(outgoing(uitslag, inhoud, wensen), inhoud, wensen))
    return Document(f"Zelfevaluatie: {uitslag.scan.opzet.naam}", blokken)


def when(uitslag: Uitslag) -> str:
    """Schrijf de datum van de scan."""
    return datum(uitslag.scan.opzet.datum)


def retention(uitslag: Uitslag, inhoud: Instrument) -> tuple[str, ...]:
    """Zeg hoe lang men dit bewaart, en wat de AVG bij deze manier van werken vraagt."""
    return inhoud.privacy.vooraf(uitslag.scan.opzet.modus)


def _blocks(uitslag: Uitslag, inhoud: Instrument, wensen: Wensen) -> Iterator[Blok]:
    yield Kop("Wat dit verslag niet is")
    yield Opsomming(inhoud.wat_niet)
    yield from _account(uitslag, inhoud, wensen)
    if uitslag.geheel is None:
        yield Alinea(nothing_to_show(uitslag), nadruk=True)
        return
    yield Kop("Waar het gesprek over kan gaan")
    for lijst in uitslag.lijsten:
        yield from _ranking(lijst, uitslag)
    yield from _questions(uitslag, inhoud)
    yield Kop("Per thema en per groep")
    yield from _themes(uitslag, inhoud)
    yield from _together(uitslag, inhoud, wensen)
    if uitslag.scan.eerdere:
        vergelijking = compare(uitslag.scan, inhoud, alleen_apart=uitslag.alleen_apart)
        yield from moments_blocks(vergelijking, inhoud)
    if wensen.volledig:
        yield Paginaeinde()
        yield Kop("Bijlage: alle stellingen")
        yield from appendix(uitslag, inhoud)
    if wensen.namen and uitslag.scan.opzet.modus == "naam":
        yield Paginaeinde()
        yield Kop("Bijlage: losse antwoorden")
        yield from separate_answers(uitslag, inhoud)
    yield Kop("Bewaren en delen")
    yield Opsomming(retention(uitslag, inhoud))


def nothing_to_show(uitslag: Uitslag) -> str:
    """Zeg waarom er geen uitslag in het verslag staat."""
    zin = "Er zijn te weinig antwoorden om een uitslag te laten zien."
    if uitslag.personen != 1 or uitslag.scan.opzet.modus == "anoniem":
        return zin
    return (
        "Er is één persoon, dus de uitslag is wat die persoon antwoordde. Zij staat hier alleen "
        "als u daarom vraagt."
    )


def _account(uitslag: Uitslag, inhoud: Instrument, wensen: Wensen) -> Iterator[Blok]:
    opzet = uitslag.scan.opzet
    modus = inhoud.manier_van(opzet.modus).titel
    versie = "de korte lijst" if opzet.versie == "kern" else "de volledige lijst"
    yield Kop("Waar dit op rust")
    per_groep = opsomming([f"{groep.naam} {groep.personen}" for groep in uitslag.groepen])
    punten = [
        f"{opzet.naam}, {when(uitslag)}. Manier van werken: {modus.lower()}. Ingevuld is {versie}: "
        f"{len(uitslag.stellingen)} stellingen over {len(opzet.themas)} thema's.",
        f"Aantal: {counted(uitslag)}." + (f" Per groep: {per_groep}." if per_groep else ""),
        *hidden_lines(uitslag, inhoud),
        *zinnen.describe_rules(anoniem=opzet.modus == "anoniem"),
        inhoud.algemeen.eigen,
    ]
    if wensen.namen and uitslag.namen:
        punten.append(f"Er deden mee: {opsomming(uitslag.namen)}.")
    yield Opsomming(tuple(punten))


def hidden_lines(uitslag: Uitslag, inhoud: Instrument) -> tuple[str, ...]:
    """Zeg welke groepen niet apart staan en waarom, en welke andere woorden kregen."""
    anoniem = uitslag.scan.opzet.modus == "anoniem"
    zin = zinnen.hidden(uitslag.verborgen, uitslag.aanvullend, anoniem=anoniem)
    return tuple(filter(None, (zin, own_words(uitslag, inhoud))))


def _ranking(lijst: Ranglijst, uitslag: Uitslag) -> Iterator[Blok]:
    yield Kop(lijst.titel, 2)
    if not lijst.plaatsen:
        yield Alinea(lijst.zin)
        return
    yield Alinea(lijst.uitleg)
    regels = [
        f"{uitslag.stellingen[plaats.code].tekst} {zinnen.sentence(plaats.zin)}."
        for plaats in lijst.plaatsen
    ]
    yield Opsomming(tuple(regels), genummerd=True)
    yield Alinea(lijst.zin, klein=True)


def _questions(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    vragen = questions(uitslag, inhoud)[:_VRAGEN]
    if vragen:
        yield Kop("Vragen om mee te beginnen")
        yield Opsomming(tuple(f"{v.tekst} ({v.onderwerp})" for v in vragen), genummerd=True)


def _themes(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    yield Alinea(
        f"{legend_of_scale(inhoud)}. Helft: waartussen de middelste helft van de mensen ligt. "
        "A: hoe eens de groep het is, van -1 (twee kampen) via 0 (gelijk verdeeld) tot 1 (allemaal "
        "hetzelfde).",
        klein=True,
    )
    for thema in uitslag.scan.opzet.themas:
        rijen = []
        for groep in uitslag.alle_groepen:
            beeld = groep.themas[thema]
            rijen.append(
                (
                    groep.naam,
                    LEEG if beeld.afgeschermd else str(beeld.n),
                    "afgeschermd" if beeld.afgeschermd else zinnen.middle(beeld.midden, inhoud),
                    spread(beeld.kwart) or "",
                    zinnen.agreement(beeld.eensgezindheid),
                    str(beeld.antwoorden.weet_niet),
                )
            )
        yield Bloktabel(
            inhoud.themas[thema].titel,
            ("Groep", "n", "Midden", "Helft", "A", "Weet ik niet"),
            tuple(rijen),
            breedtes=(6, 2, 7, 3, 3, 3),
        )


def _together(uitslag: Uitslag, inhoud: Instrument, wensen: Wensen) -> Iterator[Blok]:
    if not uitslag.scan.samen:
        return
    yield Kop("Eerst alleen, dan samen")
    yield Alinea(inhoud.samen.verschil)
    for oordeel in uitslag.scan.samen:
        verschuiving = shift(oordeel, uitslag, inhoud)
        # Wie erbij waren, zijn vaak namen; die staan er alleen in als daarom is gevraagd.
        noem = oordeel.aanwezig and wensen.namen and uitslag.scan.opzet.modus == "naam"
        yield Kop(inhoud.themas[oordeel.thema].titel, 2)
        dag = datum(oordeel.datum)
        regels = [
            f"{dag}. {verschuiving.zin} {verschuiving.veranderd}".strip(),
            f"Erbij waren: {oordeel.aanwezig}" if noem else "",
            f"Wat de doorslag gaf: {oordeel.overtuigd}" if oordeel.overtuigd else "",
            f"Afgesproken: {oordeel.afspraak}" if oordeel.afspraak else "",
        ]
        yield Opsomming(tuple(regel for regel in regels if regel))
