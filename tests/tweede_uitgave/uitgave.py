"""Een tweede uitgave van de hulpmiddelen: dezelfde code, met een veranderde gegevensmap.

Alles loopt door de echte weg: een kopie van ``data/`` wordt gewijzigd zoals een redacteur dat doet,
en de hulpmiddelen lezen daaruit. Zo is na te gaan wat er gebeurt met werk van de eerste uitgave.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pagina import Pagina

from lv_tools.basis.gegevens import datapakket
from lv_tools.bevindingenverkenner.hulpmiddel import open_scherm
from lv_tools.gespreksprompter.scherm.voordeur import Gespreksscherm
from lv_tools.schermdelen import Bewaren, Scherm
from lv_tools.urgentiemeter.scherm.voordeur import Urgentiescherm
from lv_tools.zelfevaluatie.scherm.voordeur import Zelfevaluatiescherm

WORTEL = Path(__file__).resolve().parents[2]
VOORBEELDEN = WORTEL / "tests" / "bestanden_0_1_0"
SITE = "https://voorbeeld.invalid/instrumenten/zelfevaluatie.html"


def voorbeeld(naam: str) -> bytes:
    """Geef een bestand zoals 0.1.0 het schreef."""
    return (VOORBEELDEN / naam).read_bytes()


class Geopend:
    """Een hulpmiddel in de pagina, geopend en bediend met berichten, zoals de pagina dat doet."""

    def __init__(self, hulpmiddel: str, hekje: str = "") -> None:
        self.hulpmiddel = hulpmiddel
        self.binnen, self.scherm = _open(hulpmiddel)
        self.pagina = Pagina(self.scherm)
        (self.bewaren,) = [d for d in self.scherm.walk() if isinstance(d, Bewaren)]
        self.bewaren.plaats = "pagina"
        if hulpmiddel == "zelfevaluatie":
            self.pagina.doe(self.binnen.adres, "adres", adres=SITE, hekje=hekje)

    def open(self, tekst: bytes | str | None = None, bestand: str = "Werk") -> str:
        """Open wat op het apparaat bewaard was; geef de zin waarom het niet ging, of leeg."""
        inhoud = tekst.decode() if isinstance(tekst, bytes) else tekst
        assert self.pagina.doe(self.bewaren, "open", bestand=bestand, tekst=inhoud) == ""
        geweigerd = self.pagina.opdrachten("onleesbaar")
        return str(geweigerd[-1][0]["zin"]) if geweigerd else ""

    def kies(self, tekst: bytes, bestand: str = "gekozen.json") -> str:
        """Open een bestand dat de lezer koos; geef de melding."""
        assert self.pagina.doe(self.bewaren, "lees", tekst, bestand=bestand) == ""
        if self.pagina.opdrachten("geopend"):
            assert self.pagina.doe(self.bewaren, "naam", bestand="Geopend") == ""
        return str(self.bewaren.melding)

    def deel(self, naam: str) -> Any:
        (deel,) = [d for d in self.scherm.walk() if d.naam == naam]
        return deel

    def zet(self, naam: str, waarde: Any) -> None:
        assert self.pagina.doe(self.deel(naam), "wijziging", waarde=waarde) == ""

    def klik(self, tekst: str) -> None:
        knop = next(d for d in self.scherm.walk() if getattr(d, "tekst", "") == tekst)
        assert self.pagina.doe(knop, "klik") == ""

    def laad(self, label: str, *bestanden: tuple[str, bytes]) -> None:
        vak = next(
            d for d in self.scherm.walk()
            if d.soort == "upload" and d.eigenschappen["label"].startswith(label)
        )  # fmt: skip
        namen = [{"naam": naam, "type": ""} for naam, _ in bestanden]
        inhoud = [bytes_ for _, bytes_ in bestanden]
        assert self.pagina.doe(vak, "bestanden", *inhoud, bestanden=namen) == ""

    def bewaard(self) -> bytes:
        """Geef wat ‘Opslaan als bestand’ zou geven."""
        assert self.pagina.doe(self.bewaren, "download") == ""
        return bytes(self.pagina.opdrachten("bied-aan")[-1][1][0])

    def aangeboden(self) -> bytes:
        return bytes(self.pagina.opdrachten("bied-aan")[-1][1][0])

    @property
    def geschreven(self) -> list[str]:
        """Wat er naar de opslag van het apparaat ging."""
        return [gegevens["tekst"] for gegevens, _ in self.pagina.opdrachten("schrijf")]

    @property
    def in_beeld(self) -> str:
        """Alle tekst van de boom zoals de pagina haar heeft, zonder wat verborgen is."""
        return str(_visible(self.pagina._json(self.scherm.to_tree())))


def _visible(wat: Any) -> Any:
    if isinstance(wat, list):
        return [_visible(deel) for deel in wat]
    if not isinstance(wat, dict):
        return wat
    verborgen = dict(wat.get("eigenschappen") or {}).get("verborgen") is True
    return None if verborgen else {naam: _visible(deel) for naam, deel in wat.items()}


def _open(hulpmiddel: str) -> tuple[Any, Scherm]:
    if hulpmiddel == "bevindingenverkenner":
        scherm = open_scherm()
        assert isinstance(scherm, Scherm)
        return None, scherm
    if hulpmiddel == "zelfevaluatie":
        zelf = Zelfevaluatiescherm(in_pagina=True)
        return zelf, zelf.scherm
    binnen: Any = {"urgentiemeter": Urgentiescherm, "gespreksprompter": Gespreksscherm}[
        hulpmiddel
    ]()
    return binnen, binnen.scherm


@contextlib.contextmanager
def uitgave(map_: Path, wijzig: Callable[[str, str], str]) -> Iterator[None]:
    """Laat de hulpmiddelen binnen dit blok een gewijzigde gegevensmap lezen.

    Parameters
    ----------
    map_
        Lege map voor de kopie.
    wijzig
        Krijgt naam en tekst van elk TOML-bestand en elke CSV, en geeft de nieuwe tekst.
    """
    kopie = map_ / "data"
    shutil.copytree(WORTEL / "data", kopie, ignore=shutil.ignore_patterns("ruw"))
    for pad in [*kopie.rglob("*.toml"), *kopie.rglob("*.csv")]:
        tekst = pad.read_text("utf-8")
        pad.write_text(wijzig(pad.name, tekst), "utf-8")
    oud = datapakket._PLAATSEN
    datapakket._PLAATSEN = (str(kopie),)
    _forget()
    try:
        yield
    finally:
        datapakket._PLAATSEN = oud
        _forget()


def _forget() -> None:
    """Vergeet wat de hulpmiddelen uit de gegevens onthielden, zoals een nieuwe pagina begint."""
    for naam, module in list(sys.modules.items()):
        if naam.startswith("lv_tools"):
            for waarde in list(vars(module).values()):
                leeg = getattr(waarde, "cache_clear", None)
                if callable(leeg):
                    leeg()
