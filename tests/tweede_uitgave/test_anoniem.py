"""Anoniem is ook anoniem in het bestand: geen namen, geen bestandsnamen, niets na te rekenen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from hertaald import in_new_words
from lezen import bronnen, inhoud, scans, staat
from uitgave import Geopend, voorbeeld

from lv_tools.zelfevaluatie.model.opzet import vragenset
from lv_tools.zelfevaluatie.teksten import instrument

KEUZE = "Werkt de groep op naam of anoniem? Kies dit voordat iemand begint."
SECONDEN = re.compile(r"\b[0-9]{1,2}:[0-9]{2}:[0-9]{2}")


def answers(bestand: bytes | str) -> object:
    """Alles van mensen wat in het bestand staat: bronnen, en op de bouwdoos ook de vellen."""
    return inhoud(bestand).get("groep") or bronnen(bestand)


def modus(geopend: Geopend, waarde: str) -> None:
    if geopend.hulpmiddel == "zelfevaluatie":
        geopend.zet("stap", 0)
    keuze = next(d for d in geopend.scherm.walk() if d.eigenschappen.get("label") == KEUZE)
    assert geopend.pagina.doe(keuze, "wijziging", waarde=waarde) == ""
    if geopend.hulpmiddel == "zelfevaluatie":
        geopend.zet("stap", 2)


def forms(geopend: Geopend) -> bytes:
    """Een uitvoer van Microsoft Forms: nummer en begintijd wijzen samen een persoon aan."""
    binnen = geopend.binnen
    vragen = (
        vragenset(binnen.werk.staat.opzet, instrument())
        if geopend.hulpmiddel == "zelfevaluatie"
        else binnen.inhoud.vragen
    )
    kop = [
        "ID",
        "Begintijd",
        "Tijdstip van voltooien",
        "Rol",
        *(s.tekst for s in vragen.stellingen),
    ]
    antwoord = vragen.schaal[1]
    rijen = [
        [str(nr), f"11/20/26 09:0{nr}:11", f"11/20/26 09:1{nr}:44", vragen.rollen[0].tekst]
        + [antwoord] * len(vragen.stellingen)
        for nr in range(1, 7)
    ]
    return "\n".join(";".join(rij) for rij in [kop, *rijen]).encode("utf-8-sig")


def urgentiemeter() -> Geopend:
    geopend = Geopend("urgentiemeter")
    geopend.open()
    geopend.zet("stap", 1)
    geopend.zet("groep/manier", "bestand")
    modus(geopend, "naam")
    geopend.laad(
        "Voeg bestanden toe",
        ("BEATRIX-GEHEIM.json", voorbeeld("urgentiemeter-antwoorden.json")),
    )
    geopend.zet("groep/manier", "beurt")
    geopend.zet("groep/beurt/naam", "Wilma de Maker")
    return geopend


def zelfevaluatie() -> Geopend:
    geopend = Geopend("zelfevaluatie")
    geopend.open()
    geopend.zet("opzet/naam", "Najaar")
    geopend.klik("Maak deze scan")
    geopend.zet("stap", 1)
    geopend.zet("groep/eigen/rol", "bestuur")
    geopend.zet("groep/eigen/naam", "Wilma de Maker")
    geopend.klik("Begin")
    geopend.zet("groep/eigen/antwoorden/bka1", {"bka1-1": 3})
    geopend.zet("stap", 2)
    geopend.zet("groep/manier", "bestand")
    geopend.laad("Voeg bestanden toe", ("BEATRIX-GEHEIM.csv", forms(geopend)))
    geopend.zet("groep/manier", "beurt")
    geopend.zet("groep/beurt/naam", "Wilma de Maker")
    return geopend


@pytest.mark.parametrize("maak", [urgentiemeter, zelfevaluatie])
def test_na_wisselen_naar_anoniem_blijft_er_niets_herkenbaars_over(
    maak: Callable[[], Geopend],
) -> None:
    geopend = maak()
    assert b"BEATRIX" in geopend.bewaard()
    assert b"Wilma" in geopend.bewaard()
    modus(geopend, "anoniem")
    for bestand in (geopend.bewaard().decode(), geopend.geschreven[-1]):
        assert "BEATRIX" not in bestand
        assert "Wilma" not in bestand
        assert "bestand 1" in bestand
        assert SECONDEN.search(json.dumps(answers(bestand))) is None
    assert "Wilma" not in geopend.in_beeld
    assert "bestand 1 (" in geopend.in_beeld
    # Ook na opnieuw openen, en in de scan die iemand doorgeeft.
    weer = Geopend(geopend.hulpmiddel)
    assert weer.open(geopend.geschreven[-1]) == ""
    assert inhoud(weer.bewaard()) == inhoud(geopend.bewaard())
    if geopend.hulpmiddel == "zelfevaluatie":
        assert SECONDEN.search(json.dumps(staat(geopend.bewaard()))) is None
        geopend.zet("stap", 5)
        geopend.klik("Bewaar deze scan")
        assert "BEATRIX" not in geopend.aangeboden().decode()
        assert "Wilma" not in geopend.aangeboden().decode()


@pytest.mark.parametrize("hulpmiddel", ["urgentiemeter", "zelfevaluatie"])
def test_kenmerken_uit_een_tabel_zijn_anoniem_niet_na_te_rekenen(hulpmiddel: str) -> None:
    def anoniem() -> Geopend:
        geopend = Geopend(hulpmiddel)
        geopend.open()
        if hulpmiddel == "urgentiemeter":
            geopend.zet("stap", 1)
            geopend.zet("groep/manier", "bestand")
        modus(geopend, "anoniem")
        if hulpmiddel == "zelfevaluatie":
            geopend.zet("groep/manier", "bestand")
        geopend.laad("Voeg bestanden toe", ("forms.csv", forms(geopend)))
        return geopend

    def kenmerken(bestand: bytes | str) -> list[str]:
        return [regel.split("\t")[0] for bron in bronnen(bestand) for regel in bron["respondenten"]]

    een, ander = anoniem(), anoniem()
    assert len(kenmerken(een.bewaard())) == 6
    assert not set(kenmerken(een.bewaard())) & set(kenmerken(ander.bewaard()))
    # Dezelfde tabel nog eens, ook na opnieuw openen, geeft in dezelfde meting dezelfde mensen.
    weer = Geopend(hulpmiddel)
    assert weer.open(een.geschreven[-1]) == ""
    weer.laad("Voeg bestanden toe", ("nog eens.csv", forms(weer)))
    assert kenmerken(weer.bewaard()) == kenmerken(een.bewaard())


def test_een_anonieme_meting_van_0_1_0_wordt_bij_het_openen_kaal_gemaakt() -> None:
    for hulpmiddel in ("urgentiemeter", "zelfevaluatie"):
        oud = voorbeeld(f"{hulpmiddel}-werk-anoniem.json")
        geopend = Geopend(hulpmiddel)
        assert geopend.open(oud) == ""
        nu = json.dumps(answers(geopend.bewaard()))
        assert "eatrix" not in nu
        assert SECONDEN.search(nu) is None
        assert not re.search(r'"[0-9a-f]{24}-[0-9]', nu)
        assert scans(geopend.bewaard(), hulpmiddel) == in_new_words(
            scans(oud, hulpmiddel), hulpmiddel
        )


def test_een_achtergebleven_naam_van_0_1_0_gaat_bij_het_openen_weg() -> None:
    gegevens = json.loads(voorbeeld("zelfevaluatie-werk-anoniem.json"))
    delen = gegevens["staat"]["delen"]
    delen["invul-naam"] = delen["beurt-naam"] = "Greet Geheim"
    kenmerk = gegevens["staat"]["extra"]["opzet"]["id"]
    geopend = Geopend("zelfevaluatie")
    assert geopend.open(json.dumps(gegevens)) == ""
    assert geopend.binnen.werk.staat.opzet.id == kenmerk
    assert "Greet" not in geopend.bewaard().decode()


def test_op_naam_blijven_bestandsnamen_en_namen_staan() -> None:
    geopend = Geopend("zelfevaluatie")
    assert geopend.open(voorbeeld("zelfevaluatie-werk-naam.json")) == ""
    bewaard = geopend.bewaard().decode()
    assert "Persoon 3 geheim.json" in bewaard
    assert "Wilma de Maker" in bewaard


def test_eigen_antwoorden_wissen_wist_ook_wat_van_vroeger_over_is() -> None:
    geopend = zelfevaluatie()
    geopend.zet("stap", 1)
    naar = next(d for d in geopend.scherm.walk() if getattr(d, "label", "") == "Ga naar")
    assert geopend.pagina.doe(naar, "wijziging", waarde="9") == ""
    geopend.klik("Wis mijn antwoorden op deze scan")
    assert "eigen" not in inhoud(geopend.bewaard())["groep"]


def test_gewoon_opnieuw_laden_houdt_de_keuzes_bij_de_uitslag() -> None:
    """De lijsten van de uitslag zijn pas gevuld als die stap open is; de keuze wacht daarop."""
    for stap in (1, 4):
        geopend = Geopend("zelfevaluatie")
        assert geopend.open(voorbeeld("zelfevaluatie-werk-naam.json")) == ""
        geopend.zet("stap", 3)
        geopend.zet("weergave/groepen", ["schoolleiding"])
        geopend.zet("weergave/thema", "bka2")
        geopend.zet("weergave/groep", "schoolleiding")
        geopend.zet("stap", stap)
        weer = Geopend("zelfevaluatie")
        assert weer.open(geopend.geschreven[-1]) == ""
        assert weer.bewaren.melding == ""
        assert weer.geschreven == []
        assert staat(weer.bewaard()) == staat(geopend.bewaard())
        weer.zet("stap", 3)
        assert weer.deel("weergave/groepen").waarde == ("schoolleiding",)
        assert weer.deel("weergave/thema").waarde == "bka2"
        assert weer.deel("weergave/groep").waarde == "schoolleiding"


@pytest.mark.parametrize("teken", ["[", '{"a":'])
def test_diep_genest_wordt_overal_geweigerd(teken: str) -> None:
    """Diepe JSON breekt Python in de browser af; zij mag dus nooit tot lezen komen."""
    diep = teken * 3_000
    geopend = Geopend("zelfevaluatie")
    geopend.open()
    assert "te diep" in geopend.kies(diep.encode())
    geopend.zet("stap", 2)
    geopend.zet("groep/manier", "bestand")
    geopend.laad("Voeg bestanden toe", ("diep.json", b'{"formaat":' + diep.encode()))
    assert "te diep" in geopend.in_beeld
    regel = staat(voorbeeld("zelfevaluatie-werk-naam.json"))["extra"]["bronnen"][0]["respondenten"][
        0
    ]
    from lv_tools.basis.antwoorden.bestand import read_json
    from lv_tools.basis.vorm.vormcontrole import VormError

    with pytest.raises(VormError):
        read_json(regel.split("\t")[6] + diep)
