"""Delen waarvan het script pas komt als zij op het scherm staan: weinig lezers hebben ze nodig.

In de pagina haalt de browser het script op; daarbuiten geeft Python het. Wat erbij hoort en groot
is, zoals het lezen van QR-codes, is er alleen in de pagina en komt pas na een klik.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lv_tools.schermdelen.bundel import read_file, script
from lv_tools.schermdelen.deel import Deel, Eigenschap

#: De scripts, die heten zoals het deel.
SCRIPTS = ("camera", "inlevercode", "qrcode")
#: Wat een van die scripts op zijn beurt ophaalt, en met andere modules deelt.
GEDEELD = ("muur",)


def read_script(naam: str) -> str:
    """Geef een script dat later komt; leeg als het hier niet is."""
    if naam in GEDEELD:
        return script(f"{naam}.js")
    return read_file(f"later/{naam}.js") if naam in SCRIPTS else ""


class Later(Deel):
    """Een deel met een eigen script."""

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Geef de pagina het script als zij het zelf niet heeft; leeg als het hier niet is."""
        if naam != "script":
            super().receive(naam, gegevens, bron)
            return
        self.command("script", [read_script(gegevens["naam"]).encode()])


_KIJK = {
    "uitleg": "Laat iedereen om de beurt de eigen code voor de camera houden.",
    "zetAan": "Zet de camera aan",
    "zetUit": "Zet de camera uit",
    "wissel": "Neem de andere camera",
    "beeld": "Wat de camera ziet",
    "gaatAan": "De camera gaat aan. Vraagt uw browser of dat mag, kies dan ‘toestaan’.",
    "klaar": "De camera staat aan. Houd een code stil in beeld, op ongeveer 20 centimeter.",
    "gestopt": "De camera is uit, want u ging even naar een ander venster.",
    "weigert": "De camera mag hier niet aan. Geef toestemming bij het slotje in de adresbalk, of "
    "plak de codes hieronder.",
    "geen": "Er is geen camera gevonden. Plak de codes hieronder.",
    "bezet": "Een ander programma gebruikt de camera. Sluit dat, of plak de codes hieronder.",
    "onveilig": "De camera werkt alleen op een adres met https. Plak de codes hieronder.",
    "geenLezer": "Deze browser kan hier geen QR-codes lezen. Plak de codes hieronder.",
    "mislukt": "De camera gaat niet aan. Probeer het nog eens, of plak de codes hieronder.",
}


class Camera(Later):
    """Leest QR-codes met de camera, de ene na de andere; de camera gaat alleen na een klik aan.

    Parameters
    ----------
    bij_codes
        Functie die de tekst van elke code krijgt die in beeld komt.
    """

    soort = "camera"

    def __init__(self, bij_codes: Callable[[Sequence[str]], object], **rest: Any) -> None:
        self.bij_codes = bij_codes
        super().__init__(**_KIJK, **rest)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Geef de gelezen codes door."""
        if naam != "gelezen":
            super().receive(naam, gegevens, bron)
            return
        self.bij_codes([str(code) for code in gegevens["codes"]][:20])


class Inlevercode(Later):
    """Het eind van een formulier: iemands antwoorden als QR-code en als code in letters.

    Zolang ``code`` leeg is en ``wacht`` waar is, komt er geen script.

    Parameters
    ----------
    code
        De code in groepjes; leeg als er nog niets in te leveren is.
    naam
        Hoe de meting heet, voor het bericht dat iemand deelt.
    """

    soort = "inlevercode"
    code = Eigenschap("")
    wacht = Eigenschap(True)
    bericht = Eigenschap("")

    def __init__(self, code: str = "", naam: str = "", **rest: Any) -> None:
        super().__init__(
            code=code,
            wacht=not code,
            bericht=BERICHT.format(naam=naam, code="{code}"),
            **_INLEVEREN,
            **rest,
        )

    def toon(self, code: str, naam: str) -> None:
        """Zet een andere code neer."""
        if (self.code, self.wacht) != (code, not code):
            self.code, self.wacht = code, not code
        if self.bericht != (bericht := BERICHT.format(naam=naam, code="{code}")):
            self.bericht = bericht


#: Het bericht dat iemand deelt; het script vult ``{code}`` in.
BERICHT = "Mijn antwoorden voor ‘{naam}’: {code}"
_INLEVEREN = {
    "uitleg": "In een zaal levert u het snelst in met een code. Daarin staan uw rol of groep en uw "
    "antwoorden. Uw naam en wat u zelf opschreef staan er niet in. Wie uw code scant of krijgt, "
    "kan uw antwoorden lezen.",
    "knop": "Laat mijn code zien",
    "label": "Mijn code",
    "beeld": "QR-code met uw antwoorden",
    "laatZien": "Houd dit voor de camera van wie verzamelt, op ongeveer 20 centimeter.",
    "ofTekst": "Lukt scannen niet? Deel of kopieer dan uw code, of lees hem voor.",
    "delen": "Deel mijn code",
    "kopie": "Kopieer mijn code",
    "kwijt": "Twee keer inleveren kan geen kwaad: u telt één keer mee. Verandert u iets, laat dan "
    "de nieuwe code zien.",
    "delenLuktNiet": "Delen lukt hier niet. Kopieer uw code.",
    "geenBeeld": "De QR-code kwam niet binnen. De code hieronder is hetzelfde: kopieer hem, of "
    "lees hem voor.",
}
