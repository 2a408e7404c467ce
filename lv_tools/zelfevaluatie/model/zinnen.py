"""Zinnen en getallen die ranglijst, figuur, verslag en scherm op dezelfde manier schrijven."""

from __future__ import annotations

from collections.abc import Sequence

from lv_tools.basis.onderzoek.onthulling import explain_hidden
from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.taal.notatie import LEEG, aantal, getal
from lv_tools.zelfevaluatie.model.gevoelig import Gevoeligheid
from lv_tools.zelfevaluatie.model.uitkomstmaten import Midden, Rolverschil
from lv_tools.zelfevaluatie.teksten import Instrument

#: Bron onder een figuur of tabel over de antwoorden.
BRON = "antwoorden van deze groep"
#: Onder dit aantal mensen zegt het verslag erbij dat één antwoord veel verandert.
WEINIG = 10


def middle(midden: Midden | None, inhoud: Instrument) -> str:
    """Schrijf een midden met de woorden van de schaal."""
    if midden is None:
        return LEEG
    laag, hoog = inhoud.antwoord(midden.laag), inhoud.antwoord(midden.hoog)
    return laag if laag == hoog else f"tussen {laag} en {hoog}"


def agreement(a: float | None) -> str:
    """Schrijf eensgezindheid met twee cijfers achter de komma."""
    return LEEG if a is None else getal(a, 2)


def sentence(tekst: str) -> str:
    """Begin met een hoofdletter; de rest blijft zoals hij is."""
    return tekst[:1].upper() + tekst[1:]


def people(hoeveel: int) -> str:
    """Schrijf een aantal mensen."""
    return aantal(hoeveel, "persoon", "mensen")


def counts(verdeling: Verdeling, inhoud: Instrument) -> str:
    """Schrijf een verdeling als aantallen met woorden; antwoorden die niemand gaf, vallen weg."""
    paren = [
        *zip(verdeling.aantallen, inhoud.schaal.opties, strict=True),
        (verdeling.weet_niet, inhoud.schaal.weet_niet),
        (verdeling.nvt, inhoud.schaal.nvt),
    ]
    return ", ".join(f"{hoeveel} × {tekst}" for hoeveel, tekst in paren if hoeveel) or LEEG


def difference(verschil: Rolverschil, hoog: str, laag: str) -> str:
    """Schrijf een verschil tussen groepen in paren van mensen, met hoeveel mensen dat zijn."""
    paren = aantal(verschil.paren, "paar", "paren")
    zin = (
        f"{hoog} ({people(verschil.n_hoog)}) hoger dan {laag} ({people(verschil.n_laag)}) in "
        f"{verschil.hoger} van {paren}"
    )
    return f"{zin}, lager in {verschil.lager}" if verschil.lager else zin


def sensitive(gevoelig: Gevoeligheid) -> str:
    """Zeg wat één ander antwoord bij een stelling kan veranderen."""
    if gevoelig.eens_van is None or gevoelig.eens_tot is None:
        return "Met zo weinig antwoorden is er nog geen eensgezindheid."
    eens = (
        f"de eensgezindheid kan dan tussen {agreement(gevoelig.eens_van)} en "
        f"{agreement(gevoelig.eens_tot)} liggen"
    )
    if gevoelig.midden_schuift:
        return f"Eén antwoord één stap anders kan het midden verschuiven; {eens}."
    return f"Eén antwoord één stap anders laat het midden staan; {eens}."


def not_saying(personen: int) -> str:
    """Zeg wat uit de antwoorden niet volgt."""
    zin = (
        "Dit is wat deze mensen op dat moment vonden. Of het klopt, en wat anderen vinden, staat "
        "hier niet."
    )
    return (
        f"{zin} Met zo weinig mensen verandert één antwoord al veel." if personen < WEINIG else zin
    )


def describe_rules(*, anoniem: bool) -> tuple[str, ...]:
    """Leg in gewone zinnen uit hoe de uitslag is berekend."""
    regels = (
        "Midden: het middelste antwoord als alle antwoorden op volgorde staan. Bij een even aantal "
        "zijn er twee middelste; verschillen die, dan staat er ‘tussen’.",
        "Midden van een thema: eerst krijgt elke persoon een eigen midden, het middelste van de "
        "eigen antwoorden. Zijn er twee middelste die verschillen, dan ligt het halverwege: tussen "
        "1 en 2 is 1,5 en tussen 1 en 3 is 2. Daarna staan de eigen middens op volgorde, en telt "
        "het middelste. Bij een even aantal mensen zijn dat er twee. Komt het niet op één antwoord "
        "uit, dan staat er ‘tussen’, met het antwoord eronder en het antwoord erboven. Zo weegt "
        "iedereen even zwaar. De helft is waar de middelste helft van de eigen middens ligt.",
        "Eensgezindheid (A, van Van der Eijk): 1 is allemaal hetzelfde, 0 is gelijk verdeeld, -1 "
        "is twee kampen. Bij een thema is dat het gemiddelde over de stellingen.",
        "Verschil tussen groepen: vergelijk elke persoon van de ene groep met elke persoon van de "
        "andere, en tel hoe vaak de een hoger antwoordt.",
        "Eens heet een groep vanaf A = 0,5; sterk is een midden vanaf ‘voldoende’. Die grenzen "
        "zijn een keuze van dit hulpmiddel en geen norm.",
    )
    if not anoniem:
        return regels
    return (
        *regels,
        "Afgeschermd: een groep is te zien vanaf vijf mensen, en een stelling vanaf vijf "
        "antwoorden. Groepen die niet apart te zien zijn, tellen samen mee. Een stelling die te "
        "weinig mensen van een groep invulden, telt voor die groep nergens mee.",
        "Bewijs en opmerkingen staan er alleen van mensen uit een groep die apart te zien is, op "
        "alfabet en zonder groep erbij.",
    )


def hidden(verborgen: Sequence[str], aanvullend: Sequence[str], *, anoniem: bool) -> str:
    """Zeg welke groepen niet apart te zien zijn en waarom; leeg als elke groep apart staat."""
    return explain_hidden(
        verborgen, aanvullend, "minder dan vijf mensen" if anoniem else "één persoon"
    )
