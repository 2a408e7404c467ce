"""De losse antwoorden: elke persoon een rij. Alleen in een scan op naam, en alleen op verzoek."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.basis.onderzoek.spreiding import NVT
from lv_tools.basis.taal.notatie import LEEG
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Opsomming
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.zelfevaluatie.model.opzet import vragenset
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: Hoe deze antwoorden er in een tabel staan; zo zijn ze ook weer in te lezen.
WEET_NIET, NIET_VAN_TOEPASSING = "?", "nvt"


def separate_answers(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef per thema een tabel met van elke persoon elk antwoord."""
    mensen = merge(uitslag.scan.bronnen)
    rolnaam = vragenset(uitslag.scan.opzet, inhoud).rolnaam
    wie = [f"{r.naam or f'zonder naam ({nr})'}" for nr, r in enumerate(mensen, start=1)]
    schaal = "; ".join(f"{nr} = {tekst}" for nr, tekst in enumerate(inhoud.schaal.opties, start=1))
    yield Alinea(
        f"{schaal}; {WEET_NIET} = {inhoud.schaal.weet_niet}; "
        f"{NIET_VAN_TOEPASSING} = {inhoud.schaal.nvt}. "
        f"{LEEG} is niet ingevuld. De nummers boven de tabel zijn die van de lijst eronder.",
        klein=True,
    )
    for thema in uitslag.scan.opzet.themas:
        stellingen = uitslag.in_theme(thema)
        nummers = [str(nr) for nr in range(1, len(stellingen) + 1)]
        yield Bloktabel(
            inhoud.themas[thema].titel,
            ("Wie", "Groep", *nummers),
            tuple(
                (naam, rolnaam(r.rol), *(_text(r, s.code) for s in stellingen))
                for naam, r in zip(wie, mensen, strict=True)
            ),
            breedtes=(6, 5, *(2 for _ in nummers)),
        )
        yield Opsomming(tuple(stelling.tekst for stelling in stellingen), genummerd=True)


def answers_table(uitslag: Uitslag, inhoud: Instrument) -> Uitvoertabel:
    """Geef elke persoon een rij, in een vorm die dit hulpmiddel ook weer inleest.

    Onder de rijen staat daarom niets, en elk antwoord heeft een eigen teken: een leeg vak is niet
    ingevuld.
    """
    vragen = vragenset(uitslag.scan.opzet, inhoud)
    rijen: list[tuple[Uitvoercel, ...]] = [
        (
            nummer,
            persoon.naam,
            vragen.rolnaam(persoon.rol),
            *(_cell(persoon, stelling.code) for stelling in vragen.stellingen),
            *(persoon.notities.get(veld.code) for veld in vragen.notitievelden),
        )
        for nummer, persoon in enumerate(merge(uitslag.scan.bronnen), start=1)
    ]
    kolommen = (
        "nummer",
        "naam",
        "rol",
        *(stelling.code for stelling in vragen.stellingen),
        *(veld.code for veld in vragen.notitievelden),
    )
    return Uitvoertabel("Antwoorden", kolommen, tuple(rijen))


def _cell(persoon: Respondent, code: str) -> Uitvoercel:
    if code not in persoon.antwoorden:
        return None
    gegeven = persoon.antwoorden[code]
    if gegeven is None:
        return WEET_NIET
    return NIET_VAN_TOEPASSING if gegeven == NVT else gegeven


def _text(persoon: Respondent, code: str) -> str:
    cel = _cell(persoon, code)
    return LEEG if cel is None else str(cel)
