"""Een hulpmiddel zonder pagina: doe wat een lezer doet, door dezelfde deur als de pagina."""

from __future__ import annotations

import json
from typing import Any

from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel, Opstelling
from lv_tools.schermdelen import Deel


class Proef:
    """Een hulpmiddel dat onthoudt wat het naar de pagina zou sturen.

    Elke handeling gaat door de ontvanger van berichten die de pagina gebruikt: met bewaren en met
    de melding als er iets misgaat. Een storing is hier een fout in de toets.
    """

    def __init__(self, hulpmiddel: Hulpmiddel[Any, Any, Any], *, bewaard: str = "") -> None:
        self.hulpmiddel = hulpmiddel
        self.opstelling = Opstelling(hulpmiddel)
        self.gestuurd: list[tuple[dict[str, Any], list[bytes]]] = []
        self.scherm.send = lambda inhoud, buffers=None: self.gestuurd.append(  # type: ignore[method-assign]
            (json.loads(json.dumps(inhoud)), list(buffers or []))
        )
        self.opstelling.bewaren.plaats = "pagina"
        self.scherm._on_message(None, {"soort": "hallo", "versie": 0}, [])
        self.open(bewaard)

    @property
    def scherm(self):
        return self.opstelling.scherm

    @property
    def werk(self):
        return self.opstelling.werk

    def open(self, tekst: str = "", *, naam: str = "Zonder naam", **rest: Any) -> None:
        """Open een bewaard bestand, of begin een nieuw."""
        self.gebeur(self.opstelling.bewaren, "open", bestand=naam, merk=1, tekst=tekst, **rest)

    def gebeur(self, deel: Deel, soort: str, /, *buffers: bytes, **gegevens: Any) -> None:
        """Laat iets gebeuren in een deel; een storing laat de toets falen."""
        bericht = {"soort": "gebeurtenis", "deel": deel.id, "naam": soort, "gegevens": gegevens}
        self.scherm._on_message(None, {**bericht, "weergave": "w", "nummer": 1}, list(buffers))
        klaar = next(b for b, _ in reversed(self.gestuurd) if b["soort"] == "klaar")
        assert klaar["storing"] == "", klaar["storing"]
        assert not klaar.get("vervallen"), f"{deel.naam or deel.soort} bestaat niet meer"

    def deel(self, naam: str) -> Deel:
        """Zoek een deel op zijn naam; een ``*`` in de naam past op elk element."""
        delen = [d for d in self.scherm.walk() if d.naam and _same(naam, d.naam)]
        assert delen, f"{naam} staat niet op het scherm"
        return delen[0]

    def vul(self, naam: str, waarde: Any) -> None:
        """Vul een veld in of maak een keuze, en verlaat het veld."""
        self.gebeur(self.deel(naam), "wijziging", waarde=waarde, verlaten=True)

    def klik(self, tekst: str, nummer: int = 0) -> None:
        """Klik op de zoveelste knop met deze tekst."""
        knoppen = [d for d in self.scherm.walk() if d.eigenschappen.get("tekst") == tekst]
        self.gebeur(knoppen[nummer], "klik")

    def stap(self, nummer: int) -> None:
        """Kies een tabblad."""
        self.gebeur(self.opstelling.stappen, "wijziging", waarde=nummer)

    def bewaard(self) -> str:
        """Geef de tekst die het laatst naar de opslag ging."""
        schrijf = [
            b for b, _ in self.gestuurd if b["soort"] == "opdracht" and b["naam"] == "schrijf"
        ]
        return str(schrijf[-1]["gegevens"]["tekst"]) if schrijf else ""


def _same(naam: str, ander: str) -> bool:
    delen, andere = naam.split("/"), ander.split("/")
    return len(delen) == len(andere) and all(
        een in ("*", twee) for een, twee in zip(delen, andere, strict=True)
    )
