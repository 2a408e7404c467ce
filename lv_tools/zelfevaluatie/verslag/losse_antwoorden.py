"""De losse antwoorden: elke persoon een rij. Alleen in een scan op naam, en alleen op verzoek."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.basis.taal.notatie import LEEG, genummerd
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Opsomming
from lv_tools.basis.uitvoer.losse_antwoorden import (
    NIET_VAN_TOEPASSING,
    WEET_NIET,
    answer_text,
    answers_table,
    names_of,
)
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.zelfevaluatie.model.opzet import vragenset
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument


def separate_answers(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef per thema een tabel met van elke persoon elk antwoord."""
    mensen = merge(uitslag.scan.bronnen)
    rolnaam = vragenset(uitslag.scan.opzet, inhoud).rolnaam
    wie = names_of(mensen)
    yield Alinea(
        f"{genummerd(inhoud.schaal.opties)}; {WEET_NIET} = {inhoud.schaal.weet_niet}; "
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
                (naam, rolnaam(r.rol), *(answer_text(r, s.code) for s in stellingen))
                for naam, r in zip(wie, mensen, strict=True)
            ),
            breedtes=(6, 5, *(2 for _ in nummers)),
        )
        yield Opsomming(tuple(stelling.tekst for stelling in stellingen), genummerd=True)


def answers_of(uitslag: Uitslag, inhoud: Instrument) -> Uitvoertabel:
    """Geef elke persoon een rij, met een vak per stelling en per tekst."""
    vragen = vragenset(uitslag.scan.opzet, inhoud)
    codes = [stelling.code for stelling in vragen.stellingen]
    teksten = [(veld.code, partial(_note, code=veld.code)) for veld in vragen.notitievelden]
    return answers_table(merge(uitslag.scan.bronnen), vragen, codes, teksten)


def _note(persoon: Respondent, code: str) -> Uitvoercel:
    return persoon.notities.get(code)
