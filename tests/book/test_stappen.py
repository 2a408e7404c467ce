"""De zes stappen: niets sterker dan de bron, en niets van ons met de naam van een ander."""

from __future__ import annotations

import re
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from vantoen.lijst import read_list

HIER = Path(__file__).parent
sys.path.insert(0, str(HIER))

import leesniveau  # noqa: E402 - eerst het pad naar de hulpmodules
import proza  # noqa: E402 - idem

STAPPEN = sorted((proza.BOEK / "stappen").glob("stap-*.md"))
NAMEN = [pad.stem for pad in STAPPEN]
LIJST = proza.BOEK / "stappen" / "van-toen.toml"
INSTRUMENTEN = HIER.parents[1] / "data" / "instrumenten"

DIA = re.compile(r"^```\{dia\} ?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
ONDERZOEK = "Wat het onderzoek van 2025 toevoegt"
#: Zo zegt een dia waar haar regels vandaan komen.
HERKOMST = re.compile(r"\{cite:|\bvan ons\b|\bonze\b|\bvinden wij\b", re.IGNORECASE)
#: Woorden die geen uitzondering laten. 'Vrijwel altijd' staat zo in de bron en mag.
STERK = re.compile(
    r"(?<!vrijwel )(?<!bijna )\b(?:altijd|nooit|zelden|niemand|iedereen|nergens|overal|bewijst"
    r"|bewezen|geen enkele?|(?:groot|lastig|moeilijk|belangrijk|ernstig|zwaar)ste?|het lastigst"
    r"|het moeilijkst)\b",
    re.IGNORECASE,
)
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
def test_elke_dia_zegt_waar_zij_vandaan_komt(pad: Path) -> None:
    """Een dia wordt gefotografeerd en gedeeld, zonder de tekst eromheen."""
    zonder = [
        t for t, inhoud in dias(pad) if ":tabel:" not in inhoud and not HERKOMST.search(inhoud)
    ]
    assert dias(pad)
    assert not zonder


@pytest.mark.parametrize("pad", STAPPEN, ids=NAMEN)
def test_een_rol_van_ons_staat_schuin_op_de_dia(pad: Path) -> None:
    punten = re.findall(r"^- \*\*(.+?)\*\*(.*)$", paragraaf(pad, "Wie en hoe"), re.MULTILINE)
    eigen = {rol for naam, rest in punten if "(van ons)" in rest for rol in rollen(naam)}
    waaier = {rol for naam, rest in punten if "(van ons)" not in rest for rol in rollen(naam)}
    assert "medezeggenschap" in eigen
    (inhoud,) = [inhoud for titel, inhoud in dias(pad) if titel == "Wie doet wat"]
    vet = {
        rol
        for naam in re.findall(r"^- \*\*(.+?)\*\*", inhoud, re.MULTILINE)
        for rol in rollen(naam)
    }
    assert vet
    assert vet <= waaier, vet - waaier
    assert not vet & (eigen - waaier)


def rollen(naam: str) -> set[str]:
    """Geef de losse rollen van een kopje, zonder voorvoegsel: 'Onderwijsteams' is 'teams'."""
    kaal = proza.kaal(naam).lower().replace("onderwijsteams", "teams").replace(" auditteam", "")
    return {deel for deel in re.split(r", | en ", kaal) if deel and not deel.startswith("andere")}


# --- Niet sterker dan de bron -----------------------------------------------------------------


@pytest.mark.parametrize("pad", STAPPEN, ids=NAMEN)
def test_kop_en_dia_over_het_onderzoek_zijn_niet_absoluut(pad: Path) -> None:
    deel = paragraaf(pad, ONDERZOEK)
    koppen = re.findall(r"^\*\*(.+?)\*\*", DIA.sub("", deel), re.MULTILINE)
    regels = [*koppen, *(regel for dia in DIA.findall(deel) for regel in dia)]
    assert len(koppen) >= 3
    assert [regel for regel in regels if STERK.search(regel)] == []


@pytest.mark.parametrize(
    "zin",
    ["Het probleem is zelden van één afdeling", "Samen uitvoeren is de grootste uitdaging",
     "Samen doen is het lastigst", "Oordelen gaan altijd per afdeling"],
)  # fmt: skip
def test_te_sterke_kop_valt_op(zin: str) -> None:
    assert STERK.search(zin)


def test_voorzichtige_kop_mag() -> None:
    assert not STERK.search("Adviseurs gebruikten vrijwel altijd informatie uit lesbezoeken")
    assert not STERK.search("Vaak gingen meer afdelingen mee")


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


# --- Niets beloofd wat er niet is ---------------------------------------------------------------


@cache
def onderdelen() -> dict[str, set[str]]:
    """Geef per hulpmiddel de namen die een lezer daar op het scherm ziet."""
    lees = {
        pad.stem: tomllib.loads(pad.read_text(encoding="utf-8"))
        for pad in INSTRUMENTEN.glob("*.toml")
    }
    prompter = lees["gespreksprompter"]
    return {
        "bevindingenverkenner": {w["kort"] for w in lees["bevindingenverkenner"]["weergave"]},
        "urgentiemeter": {s["titel"] for s in lees["urgentiemeter"]["stap"]},
        "gespreksprompter": {
            *(fase["naam"] for fase in prompter["fase"]),
            *(tafel["naam"] for tafel in prompter["tafel"]),
            prompter["ritme"]["titel"].split()[0],
        },
    }


#: Een link naar een hulpmiddel, met wat er in dezelfde zin schuin achter staat. Ervoor mag ook.
BELOFTE = re.compile(
    r"(?:\*(?P<voor>[A-Z][\w ]+?)\* van de )?\[(?P<woorden>[^\]]+)\]\(\.\./instrumenten/"
    r"(?P<naam>[a-z]+)\.ipynb\)(?P<na>[^.?!\n]*)"
)


def beloften(tekst: str) -> list[tuple[str, str]]:
    """Geef elk onderdeel dat een zin over een hulpmiddel met name noemt."""
    gevonden = []
    for b in BELOFTE.finditer(tekst):
        schuin = re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", b["na"])
        link = [b["woorden"]] if b["woorden"].lower() != b["naam"] else []
        gevonden += [(b["naam"], naam) for naam in [b["voor"], *link, *schuin] if naam]
    return gevonden


@pytest.mark.parametrize("pad", [*STAPPEN, LIJST], ids=[*NAMEN, "van-toen"])
def test_genoemd_onderdeel_van_een_hulpmiddel_bestaat(pad: Path) -> None:
    genoemd = beloften(tekst_van(pad))
    assert genoemd
    assert [b for b in genoemd if b[1] not in onderdelen().get(b[0], set())] == []


def test_belofte_wordt_herkend() -> None:
    zin = "Het *Ritme* van de [Gespreksprompter](../instrumenten/gespreksprompter.ipynb) plant."
    assert beloften(zin) == [("gespreksprompter", "Ritme")]
    zin = "**[Urgentiemeter](../instrumenten/urgentiemeter.ipynb), onderdeel *Verbeterplan*.**"
    assert beloften(zin) == [("urgentiemeter", "Verbeterplan")]
    assert "Verbeterplan" not in onderdelen()["urgentiemeter"]


# --- Wat er van 2013 over is --------------------------------------------------------------------


@pytest.mark.parametrize("stap", WAAIER)
def test_alles_wat_de_waaier_noemt_staat_in_de_lijst(stap: int) -> None:
    namen = [rij.naam for rij in read_list(tekst_van(LIJST)).rijen if stap in rij.stappen]
    zoek = [*WAAIER[stap], *LATER.get(stap, [])]
    assert [deel for deel in zoek if sum(deel in naam for naam in namen) != 1] == []


@pytest.mark.parametrize(("nummer", "naam"), list(enumerate(NAMEN, 1)), ids=NAMEN)
def test_wat_er_niet_meer_is_staat_ingeklapt(nummer: int, naam: str, site: Path) -> None:
    pagina = BeautifulSoup((site / "stappen" / f"{naam}.html").read_text("utf-8"), "html.parser")
    (vak,) = pagina.select("#instrumenten-en-bronnen details:not([open])")
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
