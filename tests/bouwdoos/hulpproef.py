"""Een hulpmiddel zonder pagina: doe wat een lezer doet, door dezelfde deur als de pagina."""

from __future__ import annotations

import json
from typing import Any

from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel, Opstelling
from lv_tools.schermdelen import Deel, Tabbladen, Uitklap

#: Wat de pagina zelf meldt; daar hoeft geen lezer bij te kunnen.
VAN_DE_PAGINA = ("adres", "bewaren", "dossier", "verzoek", "wekker")


class Proef:
    """Een hulpmiddel dat onthoudt wat het naar de pagina zou sturen.

    Elke handeling gaat door de ontvanger van berichten die de pagina gebruikt: met bewaren en met
    de melding als er iets misgaat. Een storing is hier een fout in de toets, en een handeling die
    een lezer niet kan doen ook: in wat verborgen is, uitstaat of op een andere stap staat. Wat in
    een dicht vak zit, krijgt hij zoals een lezer: eerst gaat het vak open.
    """

    def __init__(
        self, hulpmiddel: Hulpmiddel[Any, Any, Any], *, bewaard: str = "", open: bool = True
    ) -> None:
        self.hulpmiddel = hulpmiddel
        self.opstelling = Opstelling(hulpmiddel)
        self.gestuurd: list[tuple[dict[str, Any], list[bytes]]] = []
        self.scherm.send = lambda inhoud, buffers=None: self.gestuurd.append(  # type: ignore[method-assign]
            (json.loads(json.dumps(inhoud)), list(buffers or []))
        )
        self.opstelling.bewaren.plaats = "pagina"
        self.scherm._on_message(None, {"soort": "hallo", "versie": 0}, [])
        if open:
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
        assert not (reden := self.bezwaar(deel)), f"{_naam(deel)}: {reden}"
        if deel.soort not in VAN_DE_PAGINA:
            for vak in [d for d in self._boven(deel) if isinstance(d, Uitklap) and not d.open]:
                self.gebeur(vak, "wijziging", waarde=True)
        self.onderweg(deel, soort, *buffers, **gegevens)

    def onderweg(self, deel: Deel, soort: str, /, *buffers: bytes, **gegevens: Any) -> None:
        """Laat iets gebeuren wat al onderweg was, ook als een lezer er nu niet meer bij kan."""
        bericht = {"soort": "gebeurtenis", "deel": deel.id, "naam": soort, "gegevens": gegevens}
        self.scherm._on_message(None, {**bericht, "weergave": "w", "nummer": 1}, list(buffers))
        klaar = next(b for b, _ in reversed(self.gestuurd) if b["soort"] == "klaar")
        assert klaar["storing"] == "", klaar["storing"]
        assert not klaar.get("vervallen"), f"{deel.naam or deel.soort} bestaat niet meer"

    def bezwaar(self, deel: Deel) -> str:
        """Zeg waarom een lezer dit deel nu niet kan bedienen; leeg als het kan."""
        if deel.soort in VAN_DE_PAGINA:
            return ""
        if isinstance(deel, Tabbladen) and deel.zonder_tabs:
            return "de stappen zijn nu niet te kiezen"
        weg = [*self._boven(deel), deel]
        for ouder, kind in zip([None, *weg], weg, strict=False):
            if kind.verborgen:
                return f"{_naam(kind)} is verborgen"
            if kind.eigenschappen.get("uit"):
                return f"{_naam(kind)} staat uit"
            if isinstance(ouder, Tabbladen) and ouder.inhoud[ouder.gekozen] is not kind:
                return "staat op een andere stap dan die open is"
        return ""

    def _boven(self, deel: Deel) -> list[Deel]:
        """Geef waar een deel in zit, van buiten naar binnen."""
        ouders = {kind.id: ouder for ouder in self.scherm.walk() for kind in ouder.inhoud}
        weg: list[Deel] = []
        while deel.id in ouders:
            deel = ouders[deel.id]
            weg.insert(0, deel)
        return weg

    def deel(self, naam: str) -> Deel:
        """Zoek een deel op zijn naam; een ``*`` in de naam past op elk element."""
        delen = [d for d in self.scherm.walk() if d.naam and _same(naam, d.naam)]
        assert delen, f"{naam} staat niet op het scherm"
        return delen[0]

    def vul(self, naam: str, waarde: Any) -> None:
        """Vul een veld in of maak een keuze, en verlaat het veld."""
        delen = [d for d in self.scherm.walk() if d.naam and _same(naam, d.naam)]
        deel = next((d for d in delen if not self.bezwaar(d)), None) or self.deel(naam)
        self.gebeur(deel, "wijziging", waarde=waarde, verlaten=True)

    def klik(self, tekst: str, nummer: int = 0, *, laat: bool = False) -> None:
        """Klik op de zoveelste knop met deze tekst, van wat te bedienen is.

        Met ``laat`` was de klik al onderweg toen de knop verdween.
        """
        alle = [d for d in self.scherm.walk() if d.eigenschappen.get("tekst") == tekst]
        assert alle, f"er is geen knop ‘{tekst}’"
        knop = ([d for d in alle if not self.bezwaar(d)] or alle)[nummer]
        (self.onderweg if laat else self.gebeur)(knop, "klik")

    def stap(self, nummer: int) -> None:
        """Kies een tabblad."""
        self.gebeur(self.opstelling.stappen, "wijziging", waarde=nummer)

    def bewaard(self) -> str:
        """Geef de tekst die het laatst naar de opslag ging."""
        schrijf = [
            b for b, _ in self.gestuurd if b["soort"] == "opdracht" and b["naam"] == "schrijf"
        ]
        return str(schrijf[-1]["gegevens"]["tekst"]) if schrijf else ""


def read_damaged(deur: Hulpmiddel[Any, Any, Any], eerst: Proef, plekken: range) -> None:
    """Verander telkens één teken van wat bewaard is; het wordt geweigerd, of goed gelezen."""
    tekst, staat = eerst.bewaard(), eerst.werk.to_data()
    assert tekst
    for plek in plekken:
        if plek < len(tekst):
            daarna = Proef(deur)
            daarna.open(f"{tekst[:plek]}{'8' if tekst[plek] == '9' else '9'}{tekst[plek + 1 :]}")
            dicht = any(b.get("naam") == "onleesbaar" for b, _ in daarna.gestuurd)
            assert dicht or daarna.werk.to_data() == staat, f"teken {plek}"


def _naam(deel: Deel) -> str:
    e = deel.eigenschappen
    opschrift = e.get("label") or e.get("titel") or e.get("tekst") or e.get("knop")
    return f"‘{opschrift or deel.naam or deel.soort}’"


def _same(naam: str, ander: str) -> bool:
    delen, andere = naam.split("/"), ander.split("/")
    return len(delen) == len(andere) and all(
        een in ("*", twee) for een, twee in zip(delen, andere, strict=True)
    )
