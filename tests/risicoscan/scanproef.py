"""Doe met de risicoscan wat een lezer doet, door dezelfde deur als de pagina."""

from __future__ import annotations

import json
from typing import Any

from hulpproef import Proef

from lv_tools.basis.uitwisseling.dossier import Dossier
from lv_tools.risicoscan.hulpmiddel import RISICOSCAN
from lv_tools.risicoscan.teksten import instrument, more, note
from lv_tools.schermdelen.dossierlade import Dossierlade

INHOUD = instrument()
EIGEN, BEURT = "groep/eigen", "groep/beurt"
BLAD = "antwoorden/stellingen"


class Scanproef(Proef):
    """De risicoscan met een dossier in de map ernaast (``LV_TOOLS_MAP``)."""

    def __init__(self, bewaard: str = "") -> None:
        super().__init__(RISICOSCAN, bewaard=bewaard)

    @property
    def scan(self) -> Any:
        return self.werk.staat

    @property
    def in_beeld(self) -> str:
        return json.dumps(_visible(self.scherm.to_tree()), ensure_ascii=False)

    def zie(self, pad: str = EIGEN, **antwoorden: int | None) -> None:
        """Antwoord per standaard op een vel."""
        self.vul(f"{pad}/{BLAD}", antwoorden)

    def bewijs(self, code: str, tekst: str, pad: str = EIGEN) -> None:
        self.vul(f"{pad}/notities/{note(code)}", tekst)

    def bron(self, *codes: str, pad: str = EIGEN) -> None:
        self.vul(f"{pad}/keuzes/bronnen", tuple(more(code) for code in codes))

    def lever_in(self, rol: str, naam: str = "", **antwoorden: int | None) -> None:
        """Vul het vel dat rondgaat in en geef het door; wat niet genoemd is, weet men niet."""
        self.vul("groep/manier", "beurt")
        self.vul(f"{BEURT}/rol", rol)
        if naam:
            self.vul(f"{BEURT}/naam", naam)
        self.zie(BEURT, **{code: antwoorden.get(code) for code in INHOUD.standaarden})
        vak = next(
            d for d in self.scherm.walk() if getattr(d, "knop", "") == "Klaar, de volgende persoon"
        )
        self.gebeur(vak, "inzenden")
        assert not vak.fouten, vak.fouten

    def laad(self, naam: str, inhoud: bytes) -> None:
        """Voeg een bestand van een ander toe."""
        vak = next(
            d
            for d in self.scherm.walk()
            if d.soort == "upload" and d.eigenschappen["label"].startswith("Voeg bestanden toe")
        )
        self.gebeur(vak, "bestanden", inhoud, bestanden=[{"naam": naam, "type": ""}])

    def groep(self, modus: str) -> None:
        self.stap(1)
        self.vul("groep/manier", "beurt")
        self.vul("groep/modus", modus)

    def neem(self, kaart: str) -> None:
        """Neem mee wat er klaarligt."""
        self.stap(0)
        kaarten = self.opstelling.panelen[0].ophalen.kaarten
        self.gebeur(kaarten, "actie", kaart=kaart, naam="neem")

    def leg_klaar(self) -> Dossier:
        """Leg de verbeterpunten klaar en geef wat er dan in het dossier ligt."""
        self.stap(3)
        self.klik(INHOUD.zeg("klaarleggen"))
        return read_dossier()


def read_dossier() -> Dossier:
    """Lees het dossier in de map."""
    lade = Dossierlade(lambda: None, plaats="map")
    lade._look()
    assert not lade.leesfout
    return lade.dossier


def write_dossier(dossier: Dossier) -> None:
    """Leg een dossier in de map."""
    redenen: list[str] = []
    Dossierlade(lambda: None, plaats="map").change(lambda _oud: dossier, redenen.append)
    assert redenen == [""]


def _visible(wat: Any) -> Any:
    if isinstance(wat, list):
        return [_visible(deel) for deel in wat]
    if not isinstance(wat, dict):
        return wat
    eigenschappen = dict(wat.get("eigenschappen") or {})
    if eigenschappen.get("verborgen") is True:
        return None
    return {naam: _visible(deel) for naam, deel in wat.items()}
