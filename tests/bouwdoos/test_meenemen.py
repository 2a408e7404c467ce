"""Van het ene hulpmiddel naar het andere, door de deur die de pagina gebruikt."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from afsprakenlijst import AFSPRAKENLIJST

from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket, from_text, to_text
from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, Herkomst, Signaal
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos import deuren, meenemen
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen, Ophalen
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen import Bestand, Scherm

VRAGEN = (Gespreksvraag("Wat zien wij in de les?", "check"), Gespreksvraag("Wat weten wij niet?"))
KLAAR, LEEG = "Leg deze vragen klaar voor een gesprek", "Maak het dossier leeg"
UITWEG = "Neem de vragen mee als bestand."
SOORTEN = (Gespreksvraag,)
WERK: Werk[str, str] = Werk("", lambda staat: staat, neemt=SOORTEN, geeft=SOORTEN)
VAN = Herkomst("zelfevaluatie", "Vier rectoren")


@pytest.fixture(autouse=True)
def register(monkeypatch: pytest.MonkeyPatch) -> None:
    nemer = deuren.Deur("gespreksprompter", "Gespreksprompter", ("gespreksvraag",))
    monkeypatch.setattr(meenemen, "takers", lambda _soort: (nemer,))


class Apparaat:
    """Twee schermen met één opslag ertussen, zoals twee bladzijden op een apparaat."""

    def __init__(self, map: Path | None = None) -> None:
        self.tekst, self.stuk, self.map = "", "", map
        self.genomen: list[Pakket] = []
        self.gift = Gift(VAN, "w1", VRAGEN)
        rest: dict[str, Any] = {"plaats": "map" if map else "pagina", "map": map}
        self.geven = Klaarleggen(WERK, lambda: self.gift, KLAAR, uitweg=UITWEG, **rest)
        self.nemen = Ophalen(WERK, self._take, **rest)
        self.schermen = {deel: Scherm(deel.deel) for deel in (self.geven, self.nemen)}
        for deel, scherm in self.schermen.items():
            self._join(deel, scherm)
        self.kijk()

    def _take(self, pakket: Pakket) -> str:
        if len(self.genomen) == 1:
            raise VormError("er passen er hoogstens 2; haal eerst iets weg")
        self.genomen.append(pakket)
        return "Meegenomen."

    def _join(self, deel: Any, scherm: Scherm) -> None:
        """Doe wat js/dossier.js doet met een opdracht."""
        uit: list[Any] = []
        scherm.send = lambda inhoud, buffers=None: uit.append(  # type: ignore[method-assign]
            json.loads(json.dumps(inhoud))
        )
        deel.uit = uit
        scherm._on_message(None, {"soort": "hallo", "versie": 0}, [])

    def gebeur(self, kant: Any, deel: Any, naam: str, /, **gegevens: Any) -> None:
        buffers = gegevens.pop("buffers", [])
        bericht = {"soort": "gebeurtenis", "deel": deel.id, "naam": naam, "gegevens": gegevens}
        kant.uit.clear()
        self.schermen[kant]._on_message(None, {**bericht, "weergave": "w", "nummer": 1}, buffers)
        assert [b["storing"] for b in kant.uit if b["soort"] == "klaar"] == [""]
        for opdracht in [b for b in kant.uit if b["soort"] == "opdracht"]:
            self._obey(kant, opdracht)

    def _obey(self, kant: Any, opdracht: dict[str, Any]) -> None:
        lade = kant.lade
        if opdracht["naam"] == "haal" and self.stuk:
            self.gebeur(kant, lade, "mislukt", reden=self.stuk)
        elif opdracht["naam"] == "haal":
            self.gebeur(kant, lade, "gehaald", tekst=self.tekst)
        elif opdracht["naam"] == "schrijf":
            self.tekst = opdracht["gegevens"]["tekst"]
            self.gebeur(kant, lade, "geschreven")
            self.kijk()

    def kijk(self) -> None:
        for kant in self.schermen:
            if self.map:
                self.gebeur(kant, kant.lade, "kijk")
            else:
                self.gebeur(kant, kant.lade, "stand", tekst=self.tekst)

    def klik(self, kant: Any, tekst: str) -> None:
        knop = next(d for d in self.schermen[kant].walk() if d.eigenschappen.get("tekst") == tekst)
        assert not knop.verborgen
        self.gebeur(kant, knop, "klik")

    def kaart(self, actie: str) -> None:
        (kaart,) = self.nemen.kaarten.kaarten
        self.gebeur(self.nemen, self.nemen.kaarten, "actie", kaart=kaart.id, naam=actie)

    def lees(self) -> Dossier:
        self.kijk()
        return self.nemen.lade.dossier


@pytest.fixture(params=["pagina", "map"])
def apparaat(request, tmp_path) -> Apparaat:
    return Apparaat(tmp_path if request.param == "map" else None)


def test_wat_de_een_klaarlegt_ligt_bij_de_ander(apparaat: Apparaat) -> None:
    assert apparaat.nemen.kaarten.verborgen
    apparaat.klik(apparaat.geven, KLAAR)
    assert apparaat.geven.melding.tekst.startswith("2 vragen liggen klaar, ")
    assert "gespreksprompter.html" in str(apparaat.geven.waarheen.alineas)
    apparaat.kijk()
    (kaart,) = apparaat.nemen.kaarten.kaarten
    assert kaart.titel == "zelfevaluatie ‘Vier rectoren’"
    assert kaart.onder.startswith("2 vragen, klaargelegd op ")
    apparaat.kaart("neem")
    assert [p.stukken for p in apparaat.genomen] == [VRAGEN]
    assert apparaat.nemen.melding.tekst == "Meegenomen."
    apparaat.kaart("neem")
    zin = "Dat is niet gelukt: er passen er hoogstens 2; haal eerst iets weg."
    assert apparaat.nemen.melding.tekst == zin


def test_twee_keer_klaarleggen_ligt_er_een_keer(apparaat: Apparaat) -> None:
    for _ in range(2):
        apparaat.klik(apparaat.geven, KLAAR)
    assert len(apparaat.lees().klaar) == 1


def test_weghalen_en_terugzetten(apparaat: Apparaat) -> None:
    apparaat.klik(apparaat.geven, KLAAR)
    apparaat.kijk()
    for weg in (lambda: apparaat.kaart("weg"), lambda: apparaat.klik(apparaat.nemen, LEEG)):
        weg()
        assert apparaat.lees().klaar == ()
        assert "rectoren" not in apparaat.tekst
        apparaat.klik(apparaat.nemen, "Zet terug wat er lag")
        assert [p.stukken for p in apparaat.lees().klaar] == [VRAGEN]
        assert apparaat.nemen.terug.verborgen


def test_zonder_vragen_ligt_er_niets(apparaat: Apparaat) -> None:
    apparaat.gift = Gift(VAN, "w1", ())
    apparaat.klik(apparaat.geven, KLAAR)
    assert apparaat.geven.melding.tekst == "Er is nog niets om klaar te leggen."
    assert apparaat.lees() == Dossier()


def test_een_bestand_komt_bij_wat_er_ligt(apparaat: Apparaat) -> None:
    apparaat.klik(apparaat.geven, KLAAR)
    ander = Dossier().give(Herkomst("urgentiemeter", "Havo"), "u1", VRAGEN[:1])
    apparaat.kijk()
    apparaat.nemen._read((Bestand("d.lv.json", to_text(ander).encode()),))
    for opdracht in [b for b in apparaat.nemen.uit if b["soort"] == "opdracht"]:
        apparaat._obey(apparaat.nemen, opdracht)
    assert {p.van.hulpmiddel for p in apparaat.lees().klaar} == {"zelfevaluatie", "urgentiemeter"}
    # En eruit komt weer een dossier.
    assert from_text(apparaat.nemen._file().inhoud) == apparaat.lees()


@pytest.mark.parametrize("inhoud", [b"", b"geen json", b'{"formaat": "lv-tools"}'])
def test_een_ander_bestand_zegt_waarom_het_niet_gaat(apparaat: Apparaat, inhoud: bytes) -> None:
    apparaat.nemen._read((Bestand("iets.json", inhoud),))
    assert apparaat.nemen.melding.toon == "fout"
    assert "Dat is niet gelukt: iets.json: " in apparaat.nemen.melding.tekst


def test_zonder_opslag_hoort_de_lezer_waarom() -> None:
    apparaat = Apparaat()
    apparaat.stuk = "uw browser laat hier geen opslag toe"
    apparaat.klik(apparaat.geven, KLAAR)
    zin = (
        "Dat is niet gelukt: uw browser laat hier geen opslag toe. Neem de vragen mee als bestand."
    )
    assert apparaat.geven.melding.tekst == zin
    assert apparaat.geven.waarheen.verborgen
    apparaat.stuk = ""
    apparaat.klik(apparaat.geven, KLAAR)
    assert len(apparaat.lees().klaar) == 1


def test_over_wat_niet_te_lezen_is_wordt_niet_geschreven(apparaat: Apparaat) -> None:
    kapot = to_text(Dossier().give(VAN, "w1", VRAGEN)).replace("les", "les!")
    if apparaat.map:
        pad = apparaat.nemen.lade.map.path("Dossier op dit apparaat")
        pad.parent.mkdir(parents=True)
        pad.write_text(kapot)
    apparaat.tekst = kapot
    apparaat.kijk()
    assert "beschadigd" in apparaat.nemen.mis.tekst
    apparaat.klik(apparaat.geven, KLAAR)
    assert apparaat.geven.melding.toon == "fout"
    assert (pad.read_text() if apparaat.map else apparaat.tekst) == kapot


def test_wat_niet_bij_geeft_staat_wordt_geweigerd_met_een_zin_voor_de_bouwer(
    apparaat: Apparaat,
) -> None:
    apparaat.gift = Gift(VAN, "w1", (*VRAGEN, Signaal("s1", "Minder op niveau")))
    with pytest.raises(AssertionError, match="niet geeft \\(Signaal\\); noem het bij ‘geeft’"):
        apparaat.klik(apparaat.geven, KLAAR)
    assert apparaat.lees() == Dossier()


def test_wat_niet_bij_neemt_staat_komt_niet_mee() -> None:
    with pytest.raises(TypeError, match="noem de soorten bij ‘neemt’"):
        Ophalen(Werk("", lambda staat: staat), lambda _pakket: "")
    apparaat = Apparaat()
    gemengd = Dossier().give(VAN, "w1", (*VRAGEN, Signaal("s1", "Minder op niveau")))
    apparaat.tekst = to_text(gemengd)
    apparaat.kijk()
    apparaat.kaart("neem")
    assert [p.stukken for p in apparaat.genomen] == [VRAGEN]


def test_wie_iets_geeft_heeft_een_kenmerk() -> None:
    deur = replace(AFSPRAKENLIJST, geeft=(Gespreksvraag,))
    with pytest.raises(TypeError, match="afsprakenlijst geeft iets, maar Lijstje heeft geen veld"):
        deur.new_work()
