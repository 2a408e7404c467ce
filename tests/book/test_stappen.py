"""De zes stappen: wat van ons is, de groep van een getal, en alles wat de waaier noemt."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from vantoen.lijst import read_list

HIER = Path(__file__).parent

import leesniveau  # noqa: E402 - eerst het pad naar de hulpmodules
import proza  # noqa: E402 - idem

STAPPEN = sorted((proza.BOEK / "stappen").glob("stap-*.md"))
NAMEN = [pad.stem for pad in STAPPEN]
LIJST = proza.BOEK / "stappen" / "van-toen.toml"

DIA = re.compile(r"^```\{dia\} ?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
VET = re.compile(r"^- \*\*(.+?)\*\*", re.MULTILINE)
#: De waaier telt deze hulpmiddelen en bronnen; een deel van de naam is genoeg om ze te vinden.
WAAIER = {
    1: [
        *("Opbrengstenoordeel", "ManagementVenster, met", "PrestatieMonitor"),
        *("Kijkwijzer opbrengstgericht", "Kijkwijzer lesobservatie", "Tevredenheidsmetingen"),
        *("Handleiding", "Toezichtkader", "Eerste Hulp", "De beoordeling van", "Inspectierapport"),
    ],
    2: ["Urgentiemeter", "Checklist", "Alerte scholen", "staat buiten kijf"],
    3: [
        *("Effectieve verbeterplannen", "inhoudsopgave", "Communiceren met ouders"),
        *("Brochure ‘De ingrediënten", "Eerlijk duurt", "(Z)ZS"),
    ],
    4: [
        *("Eerste Hulp", "Werken aan opbrengsten", "Hoe beoordeelt", "Protocollen"),
        *("Brochure ‘Fietsen", "staat buiten kijf"),
    ],
    5: [
        *("eigen instrumenten", "Leerlingregistratie", "ManagementVenster, met"),
        *(
            "Kijkwijzer opbrengstgericht",
            "Kijkwijzer lesobservatie",
            "Audit",
            "Praktijkvoorbeelden",
        ),
    ],
    6: [
        *("Visitaties", "ManagementVenster, met", "eigen instrumenten", "Tevredenheidsmetingen"),
        *("Standaard borging", "Feedbackscan", "Q5", "Bezoek met", "Onderhouden", "Kader kwal"),
    ],
}
#: Wat latere bronnen noemen en waar dit boek geen hulpmiddel voor heeft.
LATER = {1: ["Scan Leren"], 4: ["Kwaliteitskalender"], 5: ["Q-rapportage", "Bestuurlijke review"]}


@cache
def tekst_van(pad: Path) -> str:
    return pad.read_text(encoding="utf-8")


def dias(pad: Path) -> list[tuple[str, str]]:
    return [(titel, inhoud) for titel, inhoud in DIA.findall(tekst_van(pad))]


def paragraaf(pad: Path, kop: str) -> str:
    gevonden = re.search(rf"^## {kop}\n(.*?)(?=^## )", tekst_van(pad), re.MULTILINE | re.DOTALL)
    assert gevonden, f"{pad.stem} heeft geen paragraaf {kop!r}"
    return gevonden[1]


# --- Wat van ons is, blijft van ons ---------------------------------------------------------


@pytest.mark.parametrize("pad", STAPPEN, ids=NAMEN)
def test_een_rol_van_ons_staat_schuin_op_de_dia(pad: Path) -> None:
    tekst = DIA.sub("", paragraaf(pad, "Wie en hoe"))
    van_de_waaier, _kop, van_ons = tekst.partition("\nDeze zijn van ons:\n")
    waaier, eigen = (
        {rol for naam in VET.findall(deel) for rol in rollen(naam)}
        for deel in (van_de_waaier, van_ons)
    )
    assert "medezeggenschap" in eigen
    (inhoud,) = [inhoud for titel, inhoud in dias(pad) if titel == "Wie doet wat"]
    vet = {rol for naam in VET.findall(inhoud) for rol in rollen(naam)}
    assert vet
    assert vet <= waaier, vet - waaier
    assert not vet & (eigen - waaier)


def rollen(naam: str) -> set[str]:
    """Geef de losse rollen van een kopje, zonder voorvoegsel: 'Onderwijsteams' is 'teams'."""
    kaal = proza.kaal(naam).lower().replace("onderwijsteams", "teams").replace(" auditteam", "")
    return {deel for deel in re.split(r", | en ", kaal) if deel and not deel.startswith("andere")}


# --- Niet sterker dan de bron -----------------------------------------------------------------


@pytest.mark.parametrize("pad", STAPPEN, ids=NAMEN)
def test_teruggerekende_groep_is_nooit_die_van_de_intake(pad: Path) -> None:
    """Bijlage 2.1 rekent met andere groepen dan de intake: wie de ene noemt, noemt het verschil."""
    plekken = [
        blok
        for blok in re.split(r"\n\n(?!\S.*\{cite:p\}`onderzoek2025\{bijlage 2\.1)", tekst_van(pad))
        if re.search(r"\brekenden wij terug|\bwij rekenden terug", blok)
    ]
    bijlage = "SKA" in "".join(titel for titel, _ in dias(pad))
    assert bool(plekken) == bijlage
    assert [blok for blok in plekken if "ndere groep dan bij de intake" not in blok] == []


# --- Wat er van 2013 over is --------------------------------------------------------------------


@pytest.mark.parametrize("stap", WAAIER)
def test_alles_wat_de_waaier_noemt_staat_in_de_lijst(stap: int) -> None:
    namen = [rij.naam for rij in read_list(tekst_van(LIJST)).rijen if stap in rij.stappen]
    zoek = [*WAAIER[stap], *LATER.get(stap, [])]
    assert [deel for deel in zoek if sum(deel in naam for naam in namen) != 1] == []


@pytest.mark.parametrize(("nummer", "naam"), list(enumerate(NAMEN, 1)), ids=NAMEN)
def test_wat_er_niet_meer_is_staat_ingeklapt(nummer: int, naam: str, site: Path) -> None:
    pagina = BeautifulSoup((site / "stappen" / f"{naam}.html").read_text("utf-8"), "html.parser")
    (vak,) = pagina.select("#hulpmiddelen-en-bronnen details:not([open])")
    rijen = [rij for rij in read_list(tekst_van(LIJST)).rijen if nummer in rij.stappen]
    assert f"({len(rijen)})" in vak.summary.text
    cellen = [re.sub(r"\s+", " ", rij.td.text) for rij in vak.select("tbody tr")]
    assert len(cellen) == len(rijen)
    for rij in rijen:
        assert any(rij.naam[:30] in cel for cel in cellen), rij.naam
    vak.extract()
    assert "Konden wij niet vinden" not in pagina.select_one("main").text


# --- Kort genoeg om te doen -----------------------------------------------------------------------


@pytest.mark.parametrize("pad", STAPPEN, ids=NAMEN)
def test_een_stap_leest_u_in_een_kwartier(pad: Path) -> None:
    """1.800 woorden zijn tien minuten lezen en vijf minuten kijken; meer leest niemand."""
    gemeten = {niveau.naam: niveau.woorden for niveau in leesniveau.alle()}
    assert gemeten[f"stappen/{pad.name}"] <= 1800
