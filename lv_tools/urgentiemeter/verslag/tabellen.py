"""De uitslag als tabellen, voor Excel en CSV en achter in het volledige verslag."""

from __future__ import annotations

from fractions import Fraction

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.bladtabel import from_sheet
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.urgentiemeter.figuur.groep import all_groups, draw_distribution, draw_quadrant
from lv_tools.urgentiemeter.figuur.verschil import draw_differences, draw_standards
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.teksten import Instrument
from lv_tools.urgentiemeter.verslag.losse_antwoorden import answers_of
from lv_tools.urgentiemeter.verslag.wensen import outgoing


def when(uitslag: Uitslag) -> str:
    """Schrijf de datum van de uitslag."""
    return datum(uitslag.dag) if uitslag.dag else "zonder datum"


def account(uitslag: Uitslag, inhoud: Instrument) -> tuple[str, ...]:
    """Verantwoord de uitslag: wanneer, op hoeveel mensen, hoe, en met welke regels."""
    regels = uitslag.scan.regels
    modus = next((m.titel for m in inhoud.modus if m.code == uitslag.scan.groep.modus), "")
    wijze = f"Manier van werken: {modus.lower()}. " if modus else ""
    weging = "elke rol even zwaar" if regels.weging == "rol" else "elke persoon even zwaar"
    telt = "telt mee in het totaal" if regels.weet_niet_telt else "telt niet mee in het totaal"
    telwijze = (
        f"Gedeeld vanaf {regels.gedeeld_vanaf}% ‘eens’ op stelling 1, 2 en 3. Een onderwerp telt "
        f"vanaf {regels.genoemd_vanaf}%. Breed vanaf {regels.breed_standaarden} onderwerpen uit "
        f"{regels.breed_gebieden} gebieden. Er telt {weging}. ‘Weet ik niet’ {telt}."
    )
    return (
        f"Gemaakt op {when(uitslag)} met de urgentiemeter. {wijze}"
        f"Aantal: {zinnen.counted(uitslag.beleving)}.",
        inhoud.zeg("alleen_regels") if uitslag.alleen else telwijze,
        "" if uitslag.alleen else inhoud.regeluitleg["bron"],
        f"{zinnen.not_saying(uitslag)} {zinnen.own_words(uitslag.beleving, inhoud)}".strip(),
        inhoud.algemeen.eigen,
        "Bewaar dit verslag niet langer dan u het nodig hebt, en deel het alleen met wie meedoet.",
    )


def all_tables(
    uitslag: Uitslag, inhoud: Instrument, wensen: Wensen | None = None
) -> list[Uitvoertabel]:
    """Geef alle tabellen van de uitslag, met in elke tabel de verantwoording.

    Antwoorden per persoon staan er alleen bij als de groep op naam werkt en ``wensen`` om namen en
    losse antwoorden vraagt.
    """
    wensen = wensen or Wensen()
    uitslag = outgoing(uitslag, inhoud, wensen)
    los = (
        answers_of(uitslag, inhoud) if wensen.namen and uitslag.scan.groep.modus == "naam" else None
    )
    voet = tuple(filter(None, (*account(uitslag, inhoud), zinnen.hidden(uitslag))))
    bladen = [
        (draw_quadrant(uitslag, inhoud), "Vormen"),
        (draw_standards(uitslag, inhoud), "Onderwerpen"),
        (draw_differences(uitslag, inhoud), "Verschillen"),
        *(
            (draw_distribution(groep, uitslag, inhoud), f"Antwoorden {groep.naam}")
            for groep in all_groups(uitslag)
        ),
    ]
    tabellen = [from_sheet(blad, titel, voet) for blad, titel in bladen if blad is not None]
    feiten = facts_table(uitslag, inhoud, voet)
    return [
        *([feiten] if feiten.rijen else []),
        *tabellen,
        *([los] if los is not None and los.rijen else []),
    ]


def as_number(waarde: Fraction | None, decimalen: int) -> float | None:
    """Geef een resultaat als getal, net zo afgerond als op het scherm; leeg als het er niet is."""
    return None if waarde is None else round(float(waarde), decimalen)


def facts_table(uitslag: Uitslag, inhoud: Instrument, voet: tuple[str, ...] = ()) -> Uitvoertabel:
    """Zet de feiten van alle afdelingen in een tabel."""
    rijen = []
    for feit in uitslag.feiten:
        for uitkomst in feit.uitkomsten:
            reeks = uitkomst.reeks
            if reeks.is_empty:
                continue
            rijen.append(
                (
                    feit.afdeling.naam,
                    reeks.indicator.naam,
                    reeks.indicator.eenheid.strip() or None,
                    *(as_number(waarde, reeks.indicator.decimalen) for waarde in reeks.resultaten),
                    as_number(reeks.norm, reeks.indicator.decimalen),
                    as_number(uitkomst.gemiddelde, reeks.indicator.decimalen),
                    zinnen.signal(uitkomst, inhoud),
                    zinnen.needed(uitkomst, inhoud),
                )
            )
    kolommen = (
        "Afdeling",
        "Indicator",
        "Eenheid",
        *(naam.capitalize() for naam in zinnen.JAARNAMEN),
        "Norm",
        "Gemiddelde",
        "Signaal",
        "Volgend jaar",
    )
    return Uitvoertabel("Feiten", kolommen, tuple(rijen), voet)
