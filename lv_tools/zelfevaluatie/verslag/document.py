"""Het verslag: eerst wat het niet is, dan waar het gesprek over moet gaan, dan alle beelden."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import datum, opsomming
from lv_tools.basis.uitvoer.document import Alinea, Blok, Document, Kop, Opsomming, Paginaeinde
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.zelfevaluatie.figuur.assen import counted
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.eigen_woorden import own_words
from lv_tools.zelfevaluatie.model.gespreksvragen import questions
from lv_tools.zelfevaluatie.model.uitslag import Uitslag, compute
from lv_tools.zelfevaluatie.model.vergelijken import compare
from lv_tools.zelfevaluatie.teksten import Instrument
from lv_tools.zelfevaluatie.verslag.bijlage import appendix
from lv_tools.zelfevaluatie.verslag.kort import (
    in_short,
    more_agreements,
    room_for_questions,
    theme_overview,
)
from lv_tools.zelfevaluatie.verslag.losse_antwoorden import separate_answers
from lv_tools.zelfevaluatie.verslag.momenten import introduction, moments
from lv_tools.zelfevaluatie.verslag.uitslag import conversation, rankings, themes, together


def outgoing(uitslag: Uitslag, inhoud: Instrument, wensen: Wensen) -> Uitslag:
    """Geef de uitslag zoals zij het hulpmiddel verlaat.

    Zonder een wens daarvoor staat geen groep van één persoon apart: haar rij zou precies zijn wat
    die persoon antwoordde.
    """
    if uitslag.alleen_apart == wensen.apart or uitslag.scan.opzet.modus == "anoniem":
        return uitslag
    return compute(uitslag.scan, inhoud, alleen_apart=wensen.apart)


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
    noem = wensen.namen and uitslag.scan.opzet.modus == "naam"
    if uitslag.geheel is not None:
        yield in_short(uitslag, inhoud)
        if not wensen.volledig:
            yield from _second_page(uitslag, inhoud, wensen)
            return
    yield Kop("Wat dit verslag niet is")
    yield Opsomming(inhoud.wat_niet)
    yield from _account(uitslag, inhoud, wensen)
    if uitslag.geheel is None:
        yield Alinea(nothing_to_show(uitslag), nadruk=True)
        return
    yield Kop("Waar het gesprek over kan gaan")
    yield from rankings(uitslag, inhoud)
    if vragen := tuple(conversation(uitslag, inhoud)):
        yield Kop(inhoud.zeg("vragen_titel"))
        yield from vragen
    yield Kop(inhoud.zeg("groepen_titel"))
    yield from themes(uitslag, inhoud)
    # Wie erbij waren, zijn vaak namen; die staan er alleen in als daarom is gevraagd.
    yield from together(uitslag, inhoud, noem=noem)
    if uitslag.scan.eerdere:
        vergelijking = compare(uitslag.scan, inhoud, alleen_apart=uitslag.alleen_apart)
        yield from introduction(vergelijking, inhoud)
        yield from moments(vergelijking, inhoud)
    yield Paginaeinde()
    yield Kop("Bijlage: alle stellingen")
    yield from appendix(uitslag, inhoud)
    if noem:
        yield Paginaeinde()
        yield Kop("Bijlage: losse antwoorden")
        yield from separate_answers(uitslag, inhoud)
    yield Kop("Bewaren en delen")
    yield Opsomming(retention(uitslag, inhoud))


def _second_page(uitslag: Uitslag, inhoud: Instrument, wensen: Wensen) -> Iterator[Blok]:
    """Geef van het korte verslag de tweede en laatste bladzijde: de vragen, en waar het op rust."""
    rest = tuple(more_agreements(uitslag, inhoud))
    vragen = questions(uitslag, inhoud)[: room_for_questions(uitslag, inhoud)]
    yield from rest
    if vragen:
        yield Kop(inhoud.zeg("vragen_titel"))
        yield Opsomming(
            tuple(f"({vraag.onderwerp})" for vraag in vragen),
            genummerd=True,
            koppen=tuple(vraag.tekst for vraag in vragen),
        )
    yield theme_overview(uitslag, inhoud)
    modus = f"Manier van werken: {inhoud.manier_van(uitslag.scan.opzet.modus).titel.lower()}."
    yield Alinea(" ".join((modus, *inhoud.wat_niet, *hidden_lines(uitslag, inhoud))), klein=True)
    yield Alinea(" ".join((*retention(uitslag, inhoud), inhoud.zeg("kort_eigen"))), klein=True)
    if wensen.namen and uitslag.scan.opzet.modus == "naam":
        yield Paginaeinde()
        yield Kop("Bijlage: losse antwoorden")
        yield from separate_answers(uitslag, inhoud)


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
