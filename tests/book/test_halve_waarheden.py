"""Wat waar is en toch misleidt, staat er nooit zonder de andere helft.

Elke regel noemt een uitspraak, en wat er in dezelfde alinea of op dezelfde dia bij hoort te staan.
Een link naar de plek waar het hele verhaal staat, telt ook.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

HIER = Path(__file__).parent

import beweringen as bw  # noqa: E402 - eerst het pad naar de hulpmodules
import ernaast  # noqa: E402 - idem


@dataclass(frozen=True)
class Waarheid:
    """Een halve waarheid, en wat haar heel maakt."""

    over: str
    halve: str
    andere: str

    def half(self, tekst: str) -> bool:
        """Zeg of een tekst de ene helft vertelt zonder de andere."""
        plat = " ".join(tekst.split())
        return bool(re.search(self.halve, plat, re.I) and not re.search(self.andere, plat, re.I))


#: Hiermee is een uitspraak nooit heel: zij hoort er in deze woorden niet te staan.
NOOIT_HEEL = r"(?!)"

WAARHEDEN = (
    Waarheid(
        "de brieven stopten, het volgen van risico's niet (onderzoek, hoofdstuk 1)",
        r"(?:attendering|waarschuwing|signalen|brief|brieven)\b[^.]*?(?:niet|geen)[^.]*? meer\b"
        r"|geen [^.]{0,40}(?:attendering|waarschuwing|brief)[^.]* meer\b|brieven zijn gestopt",
        r"volgt|volgen|bezoek|langs(?:kom)?|analyse|#toezicht-in-het-kort|#waar-het-over-gaat",
    ),
    Waarheid(
        "het verschil met het schoolexamen is uit het model, en telt nog voor de examenlicentie",
        r"verschil (?:met|tussen)[^.]*schoolexamen[^.]*(?:niet meer|telt niet)",
        r"licentie|#standaard-or1|#resultaten-in-het-kort|recht om examens|buiten het model",
    ),
    Waarheid(
        "'onvoldoende' kwam in de plaats van 'zwak', en betekent iets anders",
        r"[‘']?zwak[’']? (?:werd|heet nu|is nu)|onvoldoende[’']? kwam in de plaats",
        r"iets anders|niet hetzelfde|niet te vergelijken",
    ),
    Waarheid(
        "een risico bij de intake is geen eindoordeel; vaak was een herstelopdracht de aanleiding",
        r"risico[^.]*\bintake\b.{0,90}geen (?:eind)?oordeel|risico's[^.]*zelf (?:zagen|noemden)",
        r"herstelopdracht",
    ),
    Waarheid(
        "wie een risico bij de intake aanwees, staat nergens (onderzoek, par. 4.1 en 4.2)",
        r"risico[^.]*\bInspectie aangewezen|Inspectie wees[^.]*risico[^.]*\baan\b",
        NOOIT_HEEL,
    ),
    Waarheid(
        "volgens de leidraad voor het panel ging de begeleiding vaak ook over SKA1 (bijlage 1.3)",
        r"\bbegeleiding\b[^.]*\bOP3\b[^.]*\bSKA2\b[^.]*\bOP2\b",
        r"SKA1|#waar-de-begeleiding-zich-op-richtte",
    ),
    Waarheid(
        "in deze groep is de volgorde geteld; onzeker is alleen of zij ook elders geldt",
        r"volgorde[^.]*niet vast|het vaakst[^.]*niet vast",
        r"bij andere",
    ),
    Waarheid(
        "bij de intake drukt het rapport percentages en geen aantallen (par. 4.1)",
        r"\b(?:73|82) van (?:de )?146\b",
        r"rekenden wij|teruggerekend",
    ),
    Waarheid(
        "een maand heeft een naam: 'deze maand' is volgend jaar een andere",
        r"\b(?:sinds|vanaf) deze maand\b",
        NOOIT_HEEL,
    ),
    Waarheid(
        "in het vierjaarlijks onderzoek gaan scholen met risico's voor de verificatie",
        r"een deel van de scholen[^.]*sturing van (?:het|een) bestuur",
        r"risico|#soorten-bezoek",
    ),
    Waarheid(
        "de Inspectie schreef dat zij met de steekproeven doorgaat",
        r"(?:in|alleen) (?:schooljaar )?2023-2024[^.]*steekproef",
        r"door(?:gaat|gaan|ging)|daarna",
    ),
)
BLOKKEN = list(bw.van_boek())
PAGINAS = sorted({blok.pagina for blok in BLOKKEN})


@pytest.mark.parametrize("pagina", PAGINAS)
def test_geen_halve_waarheid(pagina: str) -> None:
    gevonden = [
        f"regel {blok.regel}: {waarheid.over}"
        for blok in BLOKKEN
        if blok.pagina == pagina
        for deel in blok.delen
        for waarheid in WAARHEDEN
        if waarheid.half(deel)
    ]
    assert not gevonden, "\n".join(gevonden)


def test_ook_wat_ernaast_staat_vertelt_het_hele_verhaal() -> None:
    """Regels onder tekeningen, titels van dia's, de verkenner en andere gegevens."""
    stukken = list(ernaast.teksten())
    assert len(stukken) > 300
    gevonden = [f"{s.plek}: {w.over}" for s in stukken for w in WAARHEDEN if w.half(s.tekst)]
    assert not gevonden, "\n".join(gevonden)


# --- De toets zelf -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("halve", "hele"),
    [
        (
            "Sinds 2021 krijgt u geen {term}`attendering` of {term}`waarschuwing` meer.",
            "De Inspectie volgt risico's nog wel, en kan langskomen.",
        ),
        ("De brief met een waarschuwing komt niet meer: u bewaakt het zelf.", "De analyse blijft."),
        (
            "Het verschil tussen schoolexamen en centraal examen telt niet meer mee.",
            "Meer staat bij [OR1](#standaard-or1).",
        ),
        ("‘Zwak’ werd ‘onvoldoende’.", "Het betekent iets anders."),
        ("Dat zijn risico's die zij zelf noemden, geen oordelen.", "Vaak na een herstelopdracht."),
        (
            "Bij een deel van de scholen gaat zij na of de sturing van het bestuur werkt.",
            "Een school met risico's krijgt een ander onderzoek.",
        ),
        ("In 2023-2024 kon een school in een steekproef vallen.", "Ook daarna bleef dat zo."),
        ("In de begeleiding: OP3 77%, SKA2 68%, OP2 60%.", "Misschien ook SKA1."),
        ("Hun onderlinge volgorde staat dus niet vast.", "Dat gaat over de volgorde bij andere."),
        ("SKA1 50%, 73 van 146.", "Het aantal rekenden wij terug."),
    ],
)
def test_de_ene_helft_valt_op_en_de_andere_maakt_haar_heel(halve: str, hele: str) -> None:
    assert [w.half(halve) for w in WAARHEDEN].count(True) == 1
    assert not any(w.half(f"{halve}\n{hele}") for w in WAARHEDEN)


@pytest.mark.parametrize(
    "zin",
    [
        "Een risico bij de intake is soms zelf gezien, vaak door de Inspectie aangewezen.",
        "Sinds deze maand oordeelt de Inspectie waarschijnlijk op OP0.",
    ],
)
def test_sommige_zinnen_maakt_niets_heel(zin: str) -> None:
    assert any(w.half(f"{zin} Vaak na een herstelopdracht, zoals in 2025.") for w in WAARHEDEN)
