"""Het adres van de bladzijde: weten waar het hulpmiddel staat, en het doorgeven als link of QR."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lv_tools.schermdelen.bewaarplaats import in_page
from lv_tools.schermdelen.deel import Deel, Eigenschap
from lv_tools.schermdelen.later import Later

#: Langer adres dan dit wordt als QR-code zo fijn dat een telefoon hem slecht leest.
LANGSTE_QR = 900


class Adres(Deel):
    """Vertelt Python op welk adres de bladzijde staat, en wat er achter het hekje staat.

    Alleen in de pagina is dat adres iets waard: in Voilà en JupyterLab hoort het bij de computer
    waar het notebook draait, en dan wordt ``bij_adres`` nooit geroepen.

    Parameters
    ----------
    bij_adres
        Functie die het adres zonder hekje krijgt, en wat er achter het hekje staat. Zij wordt
        geroepen als het scherm opent en als de lezer een ander hekje opent.
    in_pagina
        Draait dit in de pagina? Zonder opgave volgt dat uit waar Python draait.
    """

    soort = "adres"

    def __init__(
        self, bij_adres: Callable[[str, str], object], *, in_pagina: bool | None = None
    ) -> None:
        self.bij_adres = bij_adres
        self.in_pagina = in_page() if in_pagina is None else in_pagina
        super().__init__(luister=self.in_pagina)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Geef het adres door."""
        if naam != "adres" or not self.in_pagina:
            super().receive(naam, gegevens, bron)
            return
        self.bij_adres(str(gegevens["adres"]), str(gegevens["hekje"]).removeprefix("#"))


class Kopieerveld(Deel):
    """Tekst die de lezer met een knop kopieert, zoals een link."""

    soort = "kopieerveld"
    label = Eigenschap("")
    tekst = Eigenschap("")

    def __init__(self, label: str, tekst: str = "", *, hulp: str = "", **rest: Any) -> None:
        super().__init__(label=label, tekst=tekst, hulp=hulp, **rest)


class Qrcode(Later):
    """Een QR-code, getekend op het apparaat zelf; een knop vult er het scherm mee.

    Parameters
    ----------
    label
        Wat er te zien is voor wie het beeld niet ziet.
    tekst
        Wat in de code staat; leeg toont niets. Is de tekst langer dan :data:`LANGSTE_QR` tekens,
        dan komt er een zin in plaats van een code.
    """

    soort = "qrcode"
    label = Eigenschap("")
    rijen: Eigenschap[list[str]] = Eigenschap([])
    zin = Eigenschap("")
    wacht = Eigenschap(True)

    def __init__(self, label: str, tekst: str = "", **rest: Any) -> None:
        super().__init__(label=label, rijen=[], zin="", wacht=True, **rest)
        self.toon(tekst)

    def toon(self, tekst: str) -> None:
        """Teken een andere code."""
        te_lang = len(tekst) > LANGSTE_QR
        self.zin = "Deze link is te lang voor een QR-code die een telefoon goed leest." * te_lang
        self.rijen = qr_rows(tekst) if tekst and not te_lang else []
        if self.wacht and tekst:
            self.wacht = False


def qr_rows(tekst: str) -> list[str]:
    """Geef de vakjes van een QR-code, per rij een tekst van ``1`` (donker) en ``0``.

    Raises
    ------
    ModuleNotFoundError
        Als segno hier niet is geïnstalleerd.
    """
    import segno

    code = segno.make(tekst, error="m", micro=False, boost_error=False)
    return ["".join("1" if vakje & 1 else "0" for vakje in rij) for rij in code.matrix]


def qr_png(tekst: str, vakje: int = 8) -> bytes:
    """Geef een QR-code als plaatje (PNG) met een witte rand, om in een brief of dia te zetten."""
    import io

    import segno

    uit = io.BytesIO()
    segno.make(tekst, error="m", micro=False, boost_error=False).save(
        uit, kind="png", scale=vakje, border=4
    )
    return uit.getvalue()
