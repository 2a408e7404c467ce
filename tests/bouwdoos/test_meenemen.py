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
from lv_tools.schermdelen import Scherm

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
        self.naam = "Dossier op dit apparaat"
        self.laden: dict[str, str] = {}
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
            self.gebeur(kant, lade, "gehaald", tekst=self.tekst, **self.stand)
        elif opdracht["naam"] == "kies":
            wat = opdracht["gegevens"]
            self.laden[self.naam] = self.tekst
            self.naam = wat["naam"]
            if wat["tekst"] is not None:
                assert self.naam not in self.laden
                self.laden[self.naam] = wat["tekst"]
            self.tekst = self.laden[self.naam]
            self.kijk()
            self.gebeur(kant, lade, "gekozen")
        elif opdracht["naam"] == "schrijf":
            self.tekst = opdracht["gegevens"]["tekst"]
            self.gebeur(kant, lade, "geschreven")
            self.kijk()

    @property
    def stand(self) -> dict[str, Any]:
        """Wat js/dossier.js erbij zegt: welk dossier open is, en welke er zijn."""
        er = {**self.laden, self.naam: self.tekst}
        return {"naam": self.naam, "namen": sorted(er)}

    def bestand(self, naam: str, inhoud: bytes) -> None:
        """Kies een bestand bij ‘Open een dossier’."""
        upload = next(
            d
            for d in self.schermen[self.nemen].walk()
            if d.eigenschappen.get("label") == "Open een dossier (.lv.json)"
        )
        meta = [{"naam": naam, "type": "application/json"}]
        self.gebeur(self.nemen, upload, "bestanden", bestanden=meta, buffers=[inhoud])

    def kijk(self) -> None:
        for kant in self.schermen:
            if self.map:
                self.gebeur(kant, kant.lade, "kijk")
            else:
                self.gebeur(kant, kant.lade, "stand", tekst=self.tekst, **self.stand)

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
    apparaat.bestand("d.lv.json", to_text(ander).encode())
    assert apparaat.lees().klaar == apparaat.lees().klaar[:1]  # eerst kijken, dan pas overnemen
    apparaat.klik(apparaat.nemen, "Neem over")
    assert {p.van.hulpmiddel for p in apparaat.lees().klaar} == {"zelfevaluatie", "urgentiemeter"}
    # En eruit komt weer een dossier.
    assert from_text(apparaat.nemen.dossiers._file().inhoud) == apparaat.lees()
    # Nog eens hetzelfde bestand: dan valt er niets over te nemen.
    apparaat.bestand("d.lv.json", to_text(ander).encode())
    assert "ligt hier al" in apparaat.nemen.dossiers.melding.tekst
    apparaat.klik(apparaat.nemen, "Maak het overnemen ongedaan")
    assert {p.van.hulpmiddel for p in apparaat.lees().klaar} == {"zelfevaluatie"}


def test_van_twee_mensen_ziet_u_wat_verschilt_voordat_u_kiest(apparaat: Apparaat) -> None:
    apparaat.klik(apparaat.geven, KLAAR)
    mijn = apparaat.lees()
    van_een_collega = mijn.give(VAN, "w1", (VRAGEN[0], Gespreksvraag("Wat zag u zelf?")))
    for knop, eerste in (("Neem over, en houd wat hier anders is", VRAGEN), ("Neem over", ())):
        apparaat.bestand("collega.lv.json", to_text(van_een_collega).encode())
        beheer = apparaat.nemen.dossiers
        tekst = " ".join(str(d.eigenschappen) for d in beheer.tabel.deel.walk())
        assert "Wat zag u zelf?" in tekst
        assert "Wat weten wij niet?" in tekst
        assert VRAGEN[0].tekst not in tekst  # gelijk aan beide kanten
        assert apparaat.lees().klaar == mijn.klaar
        apparaat.klik(apparaat.nemen, knop)
        (pakket,) = apparaat.lees().klaar
        assert pakket.stukken == (eerste or van_een_collega.klaar[0].stukken)
        if eerste:
            apparaat.klik(apparaat.nemen, "Maak het overnemen ongedaan")
            assert apparaat.lees() == mijn
    assert apparaat.nemen.dossiers.ongedaan.verborgen is False


def test_meer_dossiers_en_een_tegelijk_open(apparaat: Apparaat) -> None:
    apparaat.klik(apparaat.geven, KLAAR)
    keuze = apparaat.geven.keuze
    apparaat.gebeur(apparaat.geven, keuze.naam, "wijziging", waarde="  Mavo <b>2026</b> ")
    vorm = next(d for d in apparaat.schermen[apparaat.geven].walk() if d.soort == "formulier")
    apparaat.gebeur(apparaat.geven, vorm, "inzenden")
    naam = "Mavo <b>2026</b>"
    assert apparaat.geven.melding.tekst == f"‘{naam}’ is gemaakt, en is nu open."
    assert keuze.naam.waarde == ""
    assert apparaat.lees() == Dossier()
    apparaat.klik(apparaat.geven, KLAAR)
    assert f"in ‘{naam}’" in apparaat.geven.melding.tekst
    assert len(apparaat.lees().klaar) == 1
    # Weghalen in het ene raakt het andere niet.
    apparaat.klik(apparaat.nemen, LEEG)
    assert apparaat.lees().klaar == ()
    apparaat.gebeur(
        apparaat.nemen,
        apparaat.nemen.dossiers.keuze.keuze,
        "wijziging",
        waarde="Dossier op dit apparaat",
    )
    assert len(apparaat.lees().klaar) == 1
    assert apparaat.nemen.lade.bestand == "Dossier op dit apparaat"


def test_een_hoofdstuk_weg_laat_de_rest_liggen(apparaat: Apparaat) -> None:
    apparaat.klik(apparaat.geven, KLAAR)
    apparaat.gift = Gift(Herkomst("urgentiemeter", "Havo"), "u1", VRAGEN[:1])
    apparaat.klik(apparaat.geven, KLAAR)
    apparaat.kijk()
    hoofdstukken = apparaat.nemen.dossiers.hoofdstukken
    assert [k.id for k in hoofdstukken.kaarten] == ["urgentiemeter", "zelfevaluatie"]
    apparaat.gebeur(apparaat.nemen, hoofdstukken, "actie", kaart="urgentiemeter", naam="weg")
    assert [p.van.hulpmiddel for p in apparaat.lees().klaar] == ["zelfevaluatie"]
    apparaat.klik(apparaat.nemen, "Zet terug wat er lag")
    assert {p.van.hulpmiddel for p in apparaat.lees().klaar} == {"zelfevaluatie", "urgentiemeter"}


def test_een_dossier_komt_als_eigen_dossier_ernaast(apparaat: Apparaat) -> None:
    apparaat.klik(apparaat.geven, KLAAR)
    apparaat.kijk()
    ander = Dossier().give(Herkomst("urgentiemeter", "Havo"), "u1", VRAGEN[:1])
    apparaat.bestand("vmbo.lv.json", to_text(ander).encode())
    apparaat.klik(apparaat.nemen, "Zet het ernaast als eigen dossier")
    assert apparaat.nemen.lade.bestand == "vmbo"
    assert apparaat.lees() == ander
    assert len(apparaat.nemen.lade.namen) == 2


@pytest.mark.parametrize("inhoud", [b"", b"geen json", b'{"formaat": "lv-tools"}'])
def test_een_ander_bestand_zegt_waarom_het_niet_gaat(apparaat: Apparaat, inhoud: bytes) -> None:
    apparaat.bestand("iets.json", inhoud)
    melding = apparaat.nemen.dossiers.melding
    assert melding.toon == "fout"
    assert "Dat is niet gelukt: iets.json: " in melding.tekst


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
