"""Wat een groep deelt, los van een hulpmiddel: manier van werken, bestanden, beurten en bronnen."""

from __future__ import annotations

import json

import pytest

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.vragenset import Optie, Vragenset
from lv_tools.basis.verzamelen.verzameling import EIGEN
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Rolkeuze,
    Schaalpunt,
    Stelling,
    Verzameling,
    Verzamelpaneel,
    Vragenlijst,
)
from lv_tools.schermdelen.rolkeuze import ANDERS
from lv_tools.schermdelen.verzamelvakken import ANONIEM_BLIJFT

VRAGEN = Vragenset(
    schaal=("oneens", "eens"),
    stellingen=(Optie("s1", "Wij leren van elkaar."),),
    keuzevragen=(),
    rollen=(Optie("docent", "docent"), Optie("bestuur", "bestuur")),
)
MANIEREN = [
    {"code": "bestand", "titel": "Bestanden", "uitleg": "Uit bestanden."},
    {"code": "beurt", "titel": "Om de beurt", "uitleg": "Na elkaar."},
]
MODI = [
    {"code": "naam", "titel": "Op naam", "uitleg": "Met namen."},
    {"code": "anoniem", "titel": "Anoniem", "uitleg": "Zonder namen."},
]


class Groep(Verzameling):
    """Een groep waarvan een bestand alleen een kenmerk en een rol bevat."""

    @property
    def vragen(self) -> Vragenset:
        return VRAGEN

    def read_own_file(self, naam: str, inhoud: bytes) -> tuple[tuple[Bron, ...], tuple[str, ...]]:
        try:
            gegevens = json.loads(inhoud)
        except ValueError as fout:
            raise VormError("het bestand is afgebroken") from fout
        self.refuse_anonymous(gegevens.get("modus", ""))
        wie = Respondent(gegevens["id"], gegevens["rol"], {"s1": 2}, naam=gegevens.get("naam", ""))
        return (Bron(naam, (wie,)),), ()


class Vel:
    """Een vel met één stelling."""

    def __init__(self) -> None:
        self.wie = Rolkeuze("beurt", VRAGEN.rollen, verplicht=True)
        self.lijst = Vragenlijst(
            "Lijst",
            [Stelling("s1", "Wij leren.")],
            [Schaalpunt(1, "oneens"), Schaalpunt(2, "eens")],
        )

    @property
    def delen(self) -> tuple[Deel, ...]:
        return (*self.wie.delen, self.lijst)

    def respondent(self) -> Respondent | None:
        rol = VRAGEN.find_role(self.wie.gekozen)
        return Respondent("", rol, dict(self.lijst.waarde), naam=self.wie.getypte_naam)

    def clear(self) -> None:
        self.wie.clear()
        self.lijst.waarde = {}


@pytest.fixture
def groep() -> Groep:
    return Groep()


@pytest.fixture
def paneel(groep: Groep) -> Verzamelpaneel:
    return Verzamelpaneel(groep, "proef", manieren=MANIEREN, modi=MODI, vel=Vel())


def change(deel, waarde):
    deel.receive("wijziging", {"waarde": waarde}, "lezer")


def file(kenmerk="a", **rest) -> Bestand:
    gegevens = {"id": kenmerk, "rol": "docent", **rest}
    return Bestand(f"{kenmerk}.json", json.dumps(gegevens).encode())


def test_eerst_kiezen_op_naam_of_anoniem(paneel):
    assert all(vak.verborgen for vak in paneel.vakken.values())
    change(paneel.modus.keuze, "naam")
    assert not paneel.vakken["bestand"].verborgen
    change(paneel.manier, "beurt")
    assert paneel.vakken["bestand"].verborgen
    assert not paneel.beurt.wie.naam.verborgen
    change(paneel.modus.keuze, "anoniem")
    assert paneel.beurt.wie.naam.verborgen


def test_een_hulpmiddel_dat_de_manier_elders_vraagt(groep):
    groep.modus = "naam"
    paneel = Verzamelpaneel(groep, "proef", manieren=MANIEREN, vel=Vel())
    assert paneel.modus is None
    assert not paneel.vakken["bestand"].verborgen
    paneel.refresh()


def test_per_bestand_een_regel_en_het_goede_telt(paneel, groep):
    change(paneel.modus.keuze, "naam")
    paneel.bestanden.add([file("a", naam="Anna"), Bestand("b.json", b"{"), file("a"), file("c")])
    regels = paneel.bestanden.melding.tekst.split("\n")
    assert regels == [
        "‘a.json’: 1 persoon erbij.",
        "‘b.json’ is niet gelezen: het bestand is afgebroken.",
        "‘a.json’: 0 mensen erbij. 1 persoon stond er al en telt niet dubbel.",
        "‘c.json’: 1 persoon erbij.",
    ]
    assert groep.people == 2
    assert paneel.bronnen.wie.tekst == "Nu tellen 2 mensen mee: docent 2."


def test_weghalen_en_terugzetten(paneel, groep):
    change(paneel.modus.keuze, "naam")
    paneel.bestanden.add([file("a"), file("b")])
    bronnen = paneel.bronnen
    assert bronnen.terug.verborgen
    change(bronnen.bron, bronnen.bron.opties[0][0])
    bronnen.remove()
    assert groep.people == 1
    assert bronnen.terug.tekst == "Zet ‘a.json’ weer terug"
    bronnen.terug.bij_klik()
    assert groep.people == 2
    assert bronnen.terug.verborgen


def test_wie_anoniem_kiest_haalt_ook_uit_de_prullenbak_geen_namen_terug(paneel, groep):
    change(paneel.modus.keuze, "naam")
    paneel.bestanden.add([file("a", naam="Anna"), file("b", naam="Bert")])
    change(paneel.bronnen.bron, paneel.bronnen.bron.opties[0][0])
    paneel.bronnen.remove()
    change(paneel.modus.keuze, "anoniem")
    groep.undo_remove()
    assert [r.naam for bron in groep.bronnen for r in bron.respondenten] == [""]
    change(paneel.modus.keuze, "naam")
    assert paneel.modus.melding.tekst == ANONIEM_BLIJFT


def test_anoniem_bestand_wordt_op_naam_geweigerd(paneel, groep):
    change(paneel.modus.keuze, "naam")
    paneel.bestanden.add([file("a", modus="anoniem")])
    assert "anoniem gegeven" in paneel.bestanden.melding.tekst
    assert groep.people == 0


def test_om_de_beurt_en_weer_terug(paneel, groep):
    change(paneel.modus.keuze, "naam")
    vel, vak = paneel.beurt, paneel.beurtvak
    change(vel.wie.rol, ANDERS)
    vak.formulier.receive("inzenden", {}, "")
    assert "Vul de naam van uw rol in" in vak.formulier.fouten[0]["zin"]
    change(vel.wie.andere, " Decaan ")
    change(vel.wie.naam, "Anna   de Wit")
    change(vel.lijst, {"s1": 2})
    vak.formulier.receive("inzenden", {}, "")
    (wie,) = groep.bronnen[0].respondenten
    assert (wie.rol, wie.naam) == ("decaan", "Anna de Wit")
    assert vel.wie.rol.waarde is None
    vak._undo()
    assert groep.people == 0
    vak._undo()
    assert "nog niemand" in vak.melding.tekst


def test_eigen_antwoorden_houden_hun_kenmerk_en_zijn_geen_onderdeel_om_weg_te_halen(groep, paneel):
    groep.set_own(Respondent("eigen-kenmerk", "docent", {"s1": 1}))
    groep.set_own(Respondent("", "docent", {"s1": 2}))
    assert groep.own().id == "eigen-kenmerk"
    assert [bron.naam for bron in groep.own_sources] == [EIGEN]
    assert paneel.bronnen.bron.opties == ()
    versie = groep.own().versie
    groep.set_own(Respondent("", "docent", {"s1": 2}))
    assert groep.own().versie == versie
    groep.set_own(None)
    assert groep.people == 0
