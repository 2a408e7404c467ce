"""Een nieuwe uitgave houdt alle werk: oud opent met alles erin, en nieuwer blijft ongemoeid."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hertaald import in_new_words
from lezen import bronnen, geteld, inhoud, ruim, scans, staat, teksten, vragen
from uitgave import VOORBEELDEN, Geopend, uitgave, voorbeeld
from wijzigingen import andere_schaal, tweede

WERK = {
    "urgentiemeter-werk-anoniem.json": "urgentiemeter",
    "urgentiemeter-werk-naam.json": "urgentiemeter",
    "zelfevaluatie-werk-naam.json": "zelfevaluatie",
    "zelfevaluatie-werk-anoniem.json": "zelfevaluatie",
    "zelfevaluatie-invuller.json": "zelfevaluatie",
    "gespreksprompter-werk.json": "gespreksprompter",
    "bevindingenverkenner-werk.json": "bevindingenverkenner",
}
MENSEN = [naam for naam in WERK if "-werk-" in naam]


@pytest.fixture
def nieuw(tmp_path: Path) -> Iterator[None]:
    with uitgave(tmp_path, tweede):
        yield


def verder(naam: str) -> tuple[Geopend, str]:
    """Open werk, kijk een ander blad in, en geef wat er dan bewaard is."""
    geopend = Geopend(WERK[naam])
    assert geopend.open(voorbeeld(naam)) == ""
    assert geopend.geschreven == [], "alleen openen schrijft niets"
    if WERK[naam] == "bevindingenverkenner":
        geopend.zet("weergave", "plaatsen")
    else:
        bladen = geopend.bladen
        ander = 1 if bladen.gekozen != 1 else 0
        assert geopend.pagina.doe(bladen, "wijziging", waarde=ander) == ""
    return geopend, geopend.geschreven[-1]


def test_de_voorbeelden_zijn_alles_wat_0_1_0_schrijft() -> None:
    namen = {pad.name for pad in VOORBEELDEN.iterdir() if pad.suffix in {".json", ".txt"}}
    los = {"urgentiemeter-antwoorden.json", "zelfevaluatie-antwoorden.json", "gespreksvragen.json"}
    assert namen == {*WERK, *los, "zelfevaluatie-scan.json", "zelfevaluatie-link.txt"}


# ------------------------------------------------------------------- werk van 0.1.0, nu geopend


@pytest.mark.parametrize("naam", WERK)
def test_werk_van_0_1_0_opent_zonder_verlies(naam: str) -> None:
    geopend, bewaard = verder(naam)
    assert geopend.bewaren.melding == ""
    oud, nu = staat(voorbeeld(naam)), staat(bewaard)
    geheim = {"Beatrix van Dam.json", "forms.csv", "Forms van Beatrix.csv"}
    kwijt = teksten(oud.get("delen")) - (ruim(nu) if "staat" in nu else teksten(nu))
    if "staat" in nu:
        # Wat de standaard is, staat er niet in; een scan die nog niet gemaakt is, begint vandaag.
        kwijt -= {"", "kort"} | ({oud["delen"]["scan-datum"]} if "invuller" in naam else set())
    blad = {oud["delen"].get("stap"), oud["delen"].get("blad"), oud["delen"].get("weergave")}
    links = {tekst for tekst in kwijt if tekst.startswith("scan=")}
    tijden = {tekst for tekst in kwijt if tekst.startswith("2026-")}
    if WERK[naam] == "gespreksprompter":
        # In het bestand staat een dag of een getal één keer; in elk veld staat zij weer net zo.
        kwijt -= teksten(geopend.elk_veld())
    # Op de bouwdoos staat een standaardwaarde, zoals een volgorde, niet in het bestand.
    per_hulpmiddel = {
        "bevindingenverkenner": {"bron"},
        "urgentiemeter": {"", "hoger", "kort"},
        "zelfevaluatie": {"0"},  # het eerste blad van het invullen
    }
    standaard = per_hulpmiddel.get(WERK[naam], set())
    assert kwijt - blad - geheim - links - tijden - standaard == set()
    if naam in MENSEN:
        was = in_new_words(scans(voorbeeld(naam), WERK[naam]), WERK[naam])
        assert scans(bewaard, WERK[naam]) == was
    # Wat nu anders wordt gevraagd, telt niet mee en staat apart op het scherm.
    anders = WERK[naam] in {"urgentiemeter", "zelfevaluatie"}
    assert ("Wat geen plaats meer heeft (" in geopend.in_beeld) == anders


# ---------------------------------------------------------------------- in een tweede uitgave


@pytest.mark.parametrize("naam", MENSEN)
@pytest.mark.parametrize("wijzig", [tweede, andere_schaal])
def test_elk_antwoord_van_elke_persoon_is_er_nog(naam: str, wijzig: object, tmp_path: Path) -> None:
    with uitgave(tmp_path, wijzig):
        geopend, bewaard = verder(naam)
        oud, nu = scans(voorbeeld(naam), WERK[naam]), scans(bewaard, WERK[naam])
        if wijzig is not andere_schaal:
            oud = in_new_words(oud, WERK[naam])
        if WERK[naam] == "urgentiemeter" and wijzig is tweede:
            # De ene stelling waarvan alleen de woorden zijn verbeterd, staat er met de nieuwe.
            zin = "Ik kan met een getal of een voorbeeld laten zien hoe het met deze afdeling gaat."
            assert any(zin in dict(mens) for mens in nu[-1])
        elif wijzig is tweede:
            assert [t for mens in nu[-1] for t, _ in mens if t.endswith(" Echt.")]
        assert nu == oud
        if WERK[naam] == "urgentiemeter":
            assert geteld(bewaard) == geteld(voorbeeld(naam))
        assert "Wat geen plaats meer heeft (" in geopend.in_beeld
        # Nog eens openen en bewaren verandert niets meer.
        weer = Geopend(WERK[naam])
        assert weer.open(bewaard) == ""
        assert inhoud(weer.bewaard()) == inhoud(bewaard)


def _with(tellingen: list, oud: str, nieuw: str) -> list:
    return [
        {
            tuple(sorted((nieuw if t == oud else t, w) for t, w in mens)): n
            for mens, n in stand.items()
        }
        for stand in tellingen
    ]


@pytest.mark.parametrize("naam", WERK)
def test_alles_wat_iemand_typte_is_er_nog(naam: str, nieuw: None) -> None:
    _, bewaard = verder(naam)
    getypt = {
        "havo Noord", "tweeëntachtig", "Anne de Wit", "conciërge", "1 2 3",
        "Het voorbeeld van de havo.", "In mei weer.", "Nog een klad.", "De cyclus hapert\nin mei.",
        "Wij bespreken de resultaten met de ouderraad.", "Wat zag u zelf in de les?", "Lesbezoeken",
        "Taalgroep", "Het rooster", "kamer 12", "Een afspraak die nog niet af is", "lezen",
        "Lezen in alle vakken", "Zes verslagen", "Beperkte financiële middelen",
    }  # fmt: skip
    oud = " ".join(sorted(teksten(json.loads(voorbeeld(naam)))))
    nu = " ".join(sorted(teksten(json.loads(bewaard))))
    verwacht = {tekst for tekst in getypt if tekst in oud}
    assert verwacht
    assert {tekst for tekst in verwacht if tekst not in nu} == set()
    notities = {t for t in teksten(staat(voorbeeld(naam))) if t.startswith("Wat werd gezegd")}
    assert notities <= teksten(staat(bewaard))


def test_wat_over_is_staat_in_woorden_op_het_scherm(nieuw: None) -> None:
    zinnen = {
        "urgentiemeter-werk-naam.json": (
            "Als er niets verandert, krijgen leerlingen van deze afdeling daar last van.",
            "Wij hebben samen besproken waar het probleem vandaan komt.",
            "OP1 Aanbod",
            "Onderbouwsnelheid (%)",
            "Examencijfers",
            "havo (staat niet meer in de lijst)",
            "nog niet ingezonden telling",
        ),
        "zelfevaluatie-werk-naam.json": (
            "De ambities van ons bestuur passen op één bladzijde.",
            "Bij elke ambitie staat waaraan wij zien dat zij gehaald is.",
            "Cyclisch werken",
            "De cyclus hapert",
            "intern toezicht",
            "Wij bespreken de resultaten met de ouderraad.",
        ),
        "gespreksprompter-werk.json": ("Onderwijsteam", "Inspireren"),
        "bevindingenverkenner-werk.json": ("Beperkte financiële middelen",),
    }
    for naam, verwacht in zinnen.items():
        geopend, _ = verder(naam)
        beeld = geopend.in_beeld
        assert [zin for zin in verwacht if zin not in beeld] == []


def test_een_antwoord_op_andere_woorden_telt_niet_mee(nieuw: None) -> None:
    """Ook niet als de redacteur vergat om de code te veranderen."""
    geopend, bewaard = verder("urgentiemeter-werk-naam.json")
    nieuwe = dict(vragen(bewaard))
    assert nieuwe["o4"].startswith("Wij zijn het eens")
    for mens in scans(bewaard, "urgentiemeter")[0]:
        assert nieuwe["o4"] not in dict(mens)
    geopend.zet("stap", 1)
    assert geopend.deel("groep/hand/stellingen/o4").waarde == ""
    geopend.zet("groep/manier", "zelf")
    eigen = geopend.deel("groep/eigen/antwoorden/stellingen").waarde
    assert "o4" not in eigen
    assert "o1" in eigen, "alleen de woorden zijn verbeterd"
    geopend.zet("stap", 0)
    for vak in [d for d in geopend.scherm.walk() if d.soort == "uitklap" and not d.open]:
        geopend.pagina.doe(vak, "wijziging", waarde=True)
    reeksen = "afdelingen/1/reeksen"
    assert geopend.deel(f"{reeksen}/examencijfers/norm").waarde == ""
    assert geopend.deel(f"{reeksen}/vroeger-examencijfers/norm").waarde == "6,3"


def test_de_uitslag_rekent_met_wat_nog_hetzelfde_betekent(nieuw: None) -> None:
    geopend, _ = verder("urgentiemeter-werk-naam.json")
    geopend.zet("stap", 2)
    geopend, _ = verder("zelfevaluatie-werk-naam.json")
    geopend.zet("stap", 3)
    assert "12 mensen" in geopend.in_beeld


def test_anoniem_blijft_wat_over_is_afgeschermd(nieuw: None) -> None:
    """Een vraag die minder dan vijf mensen beantwoordden, is ook van toen niet te zien."""
    geopend = Geopend("urgentiemeter")
    geopend.open()
    geopend.kies(voorbeeld("urgentiemeter-antwoorden.json"))
    geopend.zet("stap", 1)
    geopend.zet("groep/manier", "bestand")
    keuze = next(d for d in geopend.scherm.walk() if "anoniem? Kies" in str(d.eigenschappen))
    assert geopend.pagina.doe(keuze, "wijziging", waarde="anoniem") == ""
    assert "minder dan vijf mensen" in geopend.in_beeld
    rest = next(d for d in geopend.scherm.walk() if "Wat geen plaats" in str(d.to_tree())[:200])
    assert "helemaal eens 1" not in str(rest.to_tree())


# ---------------------------------------------------------------- terug, verder en beschadigd


@pytest.mark.parametrize("naam", [n for n in WERK if not n.startswith("bevindingen")])
def test_nieuwer_werk_wordt_in_een_oudere_pagina_niet_aangeraakt(naam: str, tmp_path: Path) -> None:
    with uitgave(tmp_path, tweede):
        bewaard = verder(naam)[1]
    oud = Geopend(WERK[naam])
    zin = oud.open(bewaard)
    assert "nieuwere" in zin
    assert "Laad de pagina opnieuw" in zin
    assert oud.pagina.doe(oud.bladen, "wijziging", waarde=1) == ""
    assert oud.geschreven == []
    # Als bestand gekozen: het eigen werk blijft staan.
    eigen, voor = verder(naam)
    assert "nieuwere" in eigen.kies(bewaard.encode())
    assert staat(eigen.bewaard()) == staat(voor)


@pytest.mark.parametrize("naam", MENSEN)
def test_wat_later_weer_hetzelfde_betekent_telt_weer_mee(naam: str, tmp_path: Path) -> None:
    def derde(bestand: str, tekst: str) -> str:
        return re.sub(r"^lijst = \d+$", "lijst = 90", tekst, count=1, flags=re.M)

    direct = verder(naam)[1]

    with uitgave(tmp_path / "2", andere_schaal):
        bewaard = verder(naam)[1]
        assert inhoud(bewaard)["toen"]
    with uitgave(tmp_path / "3", derde):
        geopend = Geopend(WERK[naam])
        assert geopend.open(bewaard) == ""
        terug = geopend.bewaard()
        was = in_new_words(scans(voorbeeld(naam), WERK[naam]), WERK[naam])
        assert scans(terug, WERK[naam]) == was
        # Langs de omweg telt precies evenveel mee als wanneer het werk meteen hier was geopend.
        assert counted(terug) == counted(direct)


@pytest.mark.parametrize("naam", [n for n in MENSEN if "urg" in n])
def test_een_beschadigd_bestand_laat_alles_zoals_het_was(naam: str) -> None:
    gegevens = json.loads(voorbeeld(naam))
    gegevens["staat"]["extra"]["regels"]["gedeeld_vanaf"] = 50
    kapot = json.dumps(gegevens)
    geopend = Geopend(WERK[naam])
    zin = geopend.open(kapot)
    assert "veranderd of beschadigd" in zin
    geopend.zet("stap", 1)
    assert geopend.geschreven == []
    eigen, voor = verder(naam)
    assert "veranderd of beschadigd" in eigen.kies(kapot.encode())
    assert staat(eigen.bewaard()) == staat(voor)


def counted(bestand: bytes | str) -> Counter:
    """De antwoorden die meetellen, per persoon, zonder wat van een oudere lijst over is."""
    wat = inhoud(bestand)
    eigen = wat["groep"].get("eigen", {}) if "groep" in wat else {}
    return Counter(
        [
            json.dumps([eigen.get("antwoorden"), eigen.get("keuzes")], sort_keys=True),
            *(
                json.dumps([sorted(deel.split(" ")) for deel in regel.split("\t")[4:6]])
                for bron in bronnen(bestand)
                for regel in bron.get("respondenten", [])
            ),
        ]
    )


# ------------------------------------------------------------------------- losse bestanden


def test_eigen_antwoorden_openen_geeft_ze_terug_in_het_formulier() -> None:
    geopend = Geopend("urgentiemeter")
    geopend.open()
    assert geopend.kies(voorbeeld("urgentiemeter-antwoorden.json")) == ""
    geopend.zet("stap", 1)
    assert geopend.deel("groep/eigen/rol").waarde == "teamleider"
    # Vier van de twaalf stellingen worden nu anders gevraagd; die antwoorden blijven bewaard.
    assert len(geopend.deel("groep/eigen/antwoorden/stellingen").waarde) == 8
    onderwerpen = "groep/eigen/keuzes/standaarden"
    assert geopend.deel(onderwerpen).waarde == ("OP1", "OR1", "SKA1")
    (oud,), (nu,) = (
        scans(voorbeeld("urgentiemeter-antwoorden.json"), "urgentiemeter"),
        scans(geopend.geschreven[-1], "urgentiemeter"),
    )
    assert nu == oud
    geopend.zet(onderwerpen, ["OP1"])
    assert len(scans(geopend.geschreven[-1], "urgentiemeter")[0]) == 1


@pytest.mark.parametrize("hulpmiddel", ["urgentiemeter", "zelfevaluatie", "gespreksprompter"])
def test_een_los_bestand_zegt_wat_het_is_en_waar_het_hoort(hulpmiddel: str) -> None:
    geopend = Geopend(hulpmiddel)
    geopend.open()
    melding = geopend.kies(voorbeeld("gespreksvragen.json"))
    assert "vragen voor een gesprek" in melding
    assert "gespreksprompter" in melding
    melding = geopend.kies(voorbeeld("zelfevaluatie-antwoorden.json"))
    assert "antwoorden van één persoon" in melding
    assert "Samenbrengen" in melding
    assert geopend.geschreven == []


def test_een_scanbestand_van_0_1_0_opent_als_werk_en_om_in_te_vullen() -> None:
    geopend = Geopend("zelfevaluatie")
    geopend.open()
    assert geopend.kies(voorbeeld("zelfevaluatie-scan.json")) == ""
    nu, oud = geopend.geschreven[-1], voorbeeld("zelfevaluatie-scan.json")
    was = in_new_words(scans(oud, "zelfevaluatie"), "zelfevaluatie")
    assert scans(nu, "zelfevaluatie") == was
    ander = Geopend("zelfevaluatie")
    ander.open()
    ander.zet("stap", 1)
    ander.klap("Kreeg u een link")
    ander.laad("Of open het scanbestand", ("scan.json", oud))
    assert "Najaar 2026" in ander.in_beeld


@pytest.mark.parametrize("wijzig", [None, tweede])
def test_een_antwoordbestand_van_0_1_0_is_samen_te_brengen(wijzig: object, tmp_path: Path) -> None:
    def doe() -> None:
        geopend = Geopend("zelfevaluatie")
        # De persoon staat al in dit werk; als los bestand komt er dus niemand dubbel bij.
        geopend.open(voorbeeld("zelfevaluatie-werk-naam.json"))
        voor = scans(geopend.bewaard(), "zelfevaluatie")
        geopend.zet("stap", 2)
        geopend.zet("groep/manier", "bestand")
        geopend.laad("Voeg bestanden toe", ("p.json", voorbeeld("zelfevaluatie-antwoorden.json")))
        na = scans(geopend.bewaard(), "zelfevaluatie")
        # De tekst van een eigen stelling van een thema dat er niet meer is, stond niet in 0.1.0.
        eigen = "Wij bespreken de resultaten met de ouderraad."
        assert _with(na, "eigen stelling eigen-1", eigen) == voor
        leeg = Geopend("zelfevaluatie")
        leeg.open()
        leeg.zet("stap", 2)
        leeg.zet("groep/manier", "bestand")
        leeg.laad("Voeg bestanden toe", ("p.json", voorbeeld("zelfevaluatie-antwoorden.json")))
        assert "horen bij de scan ‘Najaar 2026’" in leeg.in_beeld

    if wijzig is None:
        doe()
    else:
        with uitgave(tmp_path, wijzig):
            doe()


def test_een_link_van_0_1_0_opent_in_een_tweede_uitgave(nieuw: None) -> None:
    link = voorbeeld("zelfevaluatie-link.txt").decode().strip()
    geopend = Geopend("zelfevaluatie", hekje=link[link.index("#") :])
    geopend.open()
    assert "U vult de scan ‘Najaar 2026’ in" in str(geopend.pagina.berichten)
    geopend.klik("Begin")
    assert "De ambities van ons bestuur passen op één bladzijde." not in geopend.in_beeld
    assert "Een nieuwe stelling." in geopend.in_beeld
