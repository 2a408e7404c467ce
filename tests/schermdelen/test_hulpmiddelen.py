"""Wat voor elk hulpmiddel geldt, door de voordeur die ook de pagina gebruikt."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from test_browser_focus import meter, prompter, verkenner, zelf

from lv_tools.schermdelen import Bewaren, Deel, Invoerveld, Scherm, Tabbladen

#: Zo typt iemand halverwege een zin: met een spatie erachter, of nog niet te lezen.
HALF = {
    "tekst": " Een half woord ",
    "tekstvak": "Een half\nwoord ",
    "datum": "in het najaar",
    "getal": "6,",
}
MAKERS = [prompter, meter, zelf, verkenner]


class Deur:
    """Stuurt wat de pagina stuurt."""

    def __init__(self, scherm: Scherm) -> None:
        self.scherm = scherm
        self.gestuurd: list[dict[str, object]] = []
        scherm.send = lambda inhoud, buffers=None: self.gestuurd.append(inhoud)  # type: ignore[method-assign]

    def stuur(self, deel: Deel, naam: str, **gegevens: object) -> None:
        bericht = {"soort": "gebeurtenis", "deel": deel.id, "naam": naam, "gegevens": gegevens}
        self.scherm._on_message(None, {**bericht, "weergave": "w", "nummer": 1}, [])
        klaar = self.gestuurd[-1]
        assert klaar["storing"] == ""
        assert "vervallen" not in klaar

    def velden(self) -> dict[str, Invoerveld]:
        delen = (d for d in self.scherm.walk() if isinstance(d, Invoerveld) and d.naam)
        return {deel.naam: deel for deel in delen}

    def bladen(self) -> None:
        """Kijk op elk blad, en kom terug."""
        for deel in [d for d in self.scherm.walk() if isinstance(d, Tabbladen)]:
            hier = deel.gekozen
            for plek in [*range(len(deel.opschriften)), hier]:
                self.stuur(deel, "wijziging", waarde=plek)


@pytest.fixture(params=MAKERS, ids=[maak.__name__ for maak in MAKERS])
def deur(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Deur:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    monkeypatch.delenv("LV_TOOLS_STIL", raising=False)
    maak: Callable[[], Scherm] = request.param
    return Deur(maak())


def type_everywhere(deur: Deur) -> dict[str, str]:
    getypt = {}
    for naam, veld in deur.velden().items():
        tekst = HALF.get(str(veld.eigenschappen["vorm"]), "abc ")
        deur.stuur(veld, "wijziging", waarde=tekst, verlaten=True)
        getypt[naam] = tekst
    return getypt


def test_wat_iemand_typt_staat_er_nog_na_elk_ander_blad(deur: Deur) -> None:
    getypt = type_everywhere(deur)
    deur.bladen()
    nu = {naam: veld.waarde for naam, veld in deur.velden().items()}
    assert {naam: nu[naam] for naam in getypt if naam in nu} == {
        naam: tekst for naam, tekst in getypt.items() if naam in nu
    }


def test_wat_iemand_typt_staat_er_nog_na_herladen(deur: Deur) -> None:
    getypt = type_everywhere(deur)
    (bewaren,) = [d for d in deur.scherm.walk() if isinstance(d, Bewaren)]
    staat = json.loads(json.dumps(bewaren.state()))
    bewaren.werk.from_data(staat)
    deur.bladen()
    nu = {naam: veld.waarde for naam, veld in deur.velden().items()}
    assert {naam: nu[naam] for naam in getypt if naam in nu} == {
        naam: tekst for naam, tekst in getypt.items() if naam in nu
    }


def test_elke_grens_staat_bij_haar_veld(deur: Deur) -> None:
    """Een tekst heeft een grens, en die is te zien voordat iemand haar voorbij is."""
    for veld in deur.velden().values():
        if veld.veld.soort in ("tekst", "tekstvak"):
            assert veld.eigenschappen["hoogstens"] == veld.veld.lengte
