"""De tabellen achter in het volledige verslag, smal genoeg voor een staande bladzijde."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import LEEG, getal
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop, Opsomming
from lv_tools.urgentiemeter.figuur.groep import all_groups
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.beleving import Groep
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.teksten import STANDAARDEN, Instrument

#: Groepen die naast elkaar op een bladzijde passen.
_NAAST = 4


def appendix(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef feiten, vormen, onderwerpen en de verdeling per groep."""
    yield from _facts(uitslag, inhoud)
    groepen = all_groups(uitslag)
    if not groepen or uitslag.alleen:
        return
    yield Kop("Vormen per groep", 2)
    yield _forms(groepen, inhoud)
    yield Kop("Onderwerpen en stellingen per groep", 2)
    for begin in range(0, len(groepen), _NAAST):
        deel = groepen[begin : begin + _NAAST]
        yield _standards(deel, inhoud)
        yield _shares(deel, inhoud)
    yield Kop("Verdeling van de antwoorden", 2)
    opties = (*inhoud.vragen.schaal, inhoud.vragen.weet_niet)
    nummers = [f"{nr} = {optie}" for nr, optie in enumerate(opties[:-1], start=1)]
    yield Alinea(
        f"{'; '.join(nummers)}; ? = {opties[-1]}. Eensgezind (A) loopt van -1 (twee kampen) via 0 "
        "(gelijk verdeeld) tot 1 (allemaal hetzelfde).",
        klein=True,
    )
    for groep in groepen:
        yield _distribution(groep, inhoud)


def _facts(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    rijen, uitleg = [], []
    for feit in uitslag.feiten:
        for uitkomst in feit.uitkomsten:
            reeks, indicator = uitkomst.reeks, uitkomst.reeks.indicator
            if reeks.is_empty:
                continue
            waarden = (*reeks.resultaten, reeks.norm, uitkomst.gemiddelde)
            rijen.append(
                (
                    f"{feit.afdeling.naam}: {indicator.naam}",
                    *(zinnen.write_value(waarde, indicator) for waarde in waarden),
                    zinnen.signal(uitkomst, inhoud),
                )
            )
            zin = f"{zinnen.needed(uitkomst, inhoud)} {zinnen.missing(uitkomst)}".strip()
            uitleg.append(f"{feit.afdeling.naam}, {indicator.naam}: {zin}")
    if rijen:
        yield Kop("Feiten", 2)
        yield Bloktabel(
            "Resultaten naast de norm (eigen invoer)",
            ("Afdeling en indicator", "Oudste jaar", "Jaar daarna", "Laatste jaar", "Norm",
             "Gemiddeld", "Signaal"),
            tuple(rijen),
            breedtes=(7, 3, 3, 3, 3, 5, 6),
        )  # fmt: skip
        yield Opsomming(tuple(uitleg))
        yield Alinea(
            f"{inhoud.feiten.herkomst} {inhoud.feiten.afronding}",
            klein=True,
        )


def _forms(groepen: tuple[Groep, ...], inhoud: Instrument) -> Bloktabel:
    return Bloktabel(
        "Waar elke groep staat, en hoeveel antwoorden of kruisjes dat zouden omzetten",
        ("Groep", "Mensen", "Eens", "Genoemd", "Vorm", "Om te zetten met"),
        tuple(
            (
                groep.naam,
                str(groep.telling.personen),
                zinnen.percent(groep.positie.urgentie),
                ", ".join(groep.positie.genoemd) or "geen",
                inhoud.vormen[groep.positie.vorm].titel if groep.positie.vorm else LEEG,
                f"{_or_dash(groep.positie.omslag_gedeeld)} antw. of "
                f"{_or_dash(groep.positie.omslag_breed)} kr.",
            )
            for groep in groepen
        ),
        breedtes=(5, 3, 2, 3, 6, 5),
    )


def _standards(groepen: tuple[Groep, ...], inhoud: Instrument) -> Bloktabel:
    return Bloktabel(
        "Deel van de mensen dat een onderwerp noemde",
        ("Onderwerp", *(f"{g.naam} (n = {_answered(g)})" for g in groepen)),
        tuple(
            (
                zinnen.write_standard(code, inhoud),
                *(zinnen.percent(groep.positie.aandelen[code]) for groep in groepen),
            )
            for code in inhoud.standaarden
        ),
        breedtes=(6, *(3 for _ in groepen)),
    )


def _shares(groepen: tuple[Groep, ...], inhoud: Instrument) -> Bloktabel:
    return Bloktabel(
        "Deel van de antwoorden dat ‘eens’ of ‘helemaal eens’ is",
        ("Stelling", *(g.naam for g in groepen)),
        tuple(
            (
                zinnen.numbered(code, inhoud),
                *(zinnen.percent(groep.eens[code]) for groep in groepen),
            )
            for code in inhoud.stellingen
        ),
        breedtes=(6, *(3 for _ in groepen)),
    )


def _distribution(groep: Groep, inhoud: Instrument) -> Bloktabel:
    rijen = []
    for code, verdeling in groep.telling.stellingen.items():
        a = verdeling.eensgezindheid
        rijen.append(
            (
                zinnen.numbered(code, inhoud),
                *(str(aantal) for aantal in (*verdeling.aantallen, verdeling.weet_niet)),
                str(verdeling.totaal),
                LEEG if verdeling.mediaan is None else getal(verdeling.mediaan),
                LEEG if a is None else getal(a, 2),
            )
        )
    punten = [str(nr) for nr in range(1, len(inhoud.vragen.schaal) + 1)]
    return Bloktabel(
        f"{groep.naam.capitalize()} ({zinnen.people(groep.telling.personen)})",
        ("Stelling", *punten, "?", "n", "Midden", "A"),
        tuple(rijen),
        breedtes=(20, *(3 for _ in punten), 3, 3, 6, 4),
    )


def _or_dash(aantal: int | None) -> str:
    return LEEG if aantal is None else str(aantal)


def _answered(groep: Groep) -> int:
    return groep.telling.keuzes[STANDAARDEN].totaal
