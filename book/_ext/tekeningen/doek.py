"""Het vel waarop een vorm tekent: vlakken, lijnen en tekst, met de klassen van de stijl.

Klassen (zie ``stijl/tekening.css``): ``f?`` vult en ``s?`` trekt een lijn, met als letter ``i``
inkt, ``a`` accent, ``s`` signaal, ``z`` zacht, ``p`` papier, ``g`` grijs, ``l`` een stille lijn,
``w`` licht en ``o`` op een gekleurd vlak. ``w1`` tot ``w16`` is de dikte van een lijn en ``streep``
een streepjeslijn. Tekst heeft ``t2`` (rustiger), ``ta`` (accent), ``ts`` (signaal) of ``to`` (op
een gekleurd vlak).
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from tekeningen import letter
from tekeningen.gegevens import TekeningError
from tekeningen.meetkunde import Punt, angle, head, num, polyline
from tekeningen.pictogram import PICTOGRAMMEN

#: Breedte van de twee indelingen. Op een telefoon van 320 px is de smalle precies op ware grootte.
BREED, SMAL = 640, 288
#: Kleinste letter per indeling: samen met de overgang in de stijl nooit onder 12 CSS-pixels.
KLEINSTE = {BREED: 15, SMAL: 13}
#: Hoogte van een hoofdletter en van een staart, als deel van de lettergrootte.
KAP, STAART = 0.73, 0.22
REGEL = 1.3
#: Staat in een link voor de naam van een pagina, tot bekend is waar de tekening komt te staan.
LINK = "pagina:"

Anker = Literal["start", "midden", "eind"]
Hang = Literal["boven", "midden", "onder"]


class Doek:
    """Een tekenvel.

    Parameters
    ----------
    breedte, hoogte : float
        De maat van het vel; ``breedte`` is ``BREED`` of ``SMAL``.

    Attributes
    ----------
    labels : list of str
        Elke tekst die erop staat, in één stuk.
    """

    def __init__(self, breedte: float, hoogte: float = 0) -> None:
        self.breedte = breedte
        self.hoogte = hoogte
        self.labels: list[str] = []
        self._delen: list[str] = []

    # --- vormen ---------------------------------------------------------------------------

    def path(self, d: str, klasse: str) -> None:
        """Teken een pad."""
        self._delen.append(f'<path class="{klasse}" d="{d}"/>')

    def line(self, klasse: str, *punten: Punt) -> None:
        """Teken een lijn langs punten."""
        self.path(polyline(*punten), klasse)

    def arrow(self, klasse: str, *punten: Punt, maat: float = 7) -> None:
        """Teken een lijn langs punten met een pijlpunt aan het eind."""
        punt = head(punten[-1], angle(punten[-2], punten[-1]), maat)
        self.path(polyline(*punten) + punt, klasse)

    def circle(self, midden: Punt, straal: float, klasse: str) -> None:
        """Teken een cirkel."""
        x, y = midden
        self._delen.append(
            f'<circle class="{klasse}" cx="{num(x)}" cy="{num(y)}" r="{num(straal)}"/>'
        )

    def box(self, x: float, y: float, b: float, h: float, klasse: str, rond: float = 6) -> None:
        """Teken een rechthoek met ronde hoeken."""
        hoek = f' rx="{num(rond)}"' if rond else ""
        self._delen.append(
            f'<rect class="{klasse}" x="{num(x)}" y="{num(y)}" width="{num(b)}" '
            f'height="{num(h)}"{hoek}/>'
        )

    def icon(
        self, naam: str, midden: Punt, maat: float, klasse: str = "si", dikte: float = 2.25
    ) -> None:
        """Teken een pictogram rond een punt."""
        schaal = maat / 48
        x, y = midden[0] - maat / 2, midden[1] - maat / 2
        self._delen.append(
            f'<path class="{klasse}" stroke-width="{num(dikte / schaal)}" '
            f'transform="translate({num(x)} {num(y)}) scale({schaal:.3g})" '
            f'd="{PICTOGRAMMEN[naam]}"/>'
        )

    def badge(
        self, midden: Punt, straal: float, tekst: str, klasse: str = "fa", kleur: str = "to"
    ) -> None:
        """Teken een rondje met een nummer of letter erin."""
        self.circle(midden, straal, klasse)
        self.text(*midden, tekst, kleur, vet=True, anker="midden", hang="midden")

    # --- tekst ----------------------------------------------------------------------------

    def text(
        self,
        x: float,
        y: float,
        tekst: str,
        klasse: str = "",
        *,
        maat: int | None = None,
        vet: bool = False,
        breedte: float | None = None,
        anker: Anker = "start",
        hang: Hang = "boven",
    ) -> float:
        """Zet een label neer.

        Parameters
        ----------
        x, y : float
            De plek; ``anker`` en ``hang`` zeggen welke kant van het label daar komt.
        tekst : str
            Een verticale streep is een nieuwe regel.
        klasse : str, optional
            De kleur.
        maat : int, optional
            Lettergrootte; zonder opgave de kleinste die mag.
        vet : bool, optional
            Of de letter vet is.
        breedte : float, optional
            Zo breed mag een regel worden.
        anker : {"start", "midden", "eind"}, optional
            Welk punt van de regel op ``x`` staat.
        hang : {"boven", "midden", "onder"}, optional
            Welk punt van het label op ``y`` staat.

        Returns
        -------
        float
            Waar het label aan de onderkant ophoudt.

        Raises
        ------
        TekeningError
            Als de letter te klein is, of als het label niet op het vel of in ``breedte`` past.
        """
        maat = maat or KLEINSTE[int(self.breedte)]
        regels = letter.wrap(tekst, breedte or self.breedte, maat, vet=vet)
        heel = " ".join(tekst.replace("|", " ").split())
        self._check(heel, regels, x, maat, vet, breedte, anker)
        stap = maat * REGEL
        hoogte = (len(regels) - 1) * stap + KAP * maat
        boven = y - {"boven": 0, "midden": hoogte / 2, "onder": hoogte + STAART * maat}[hang]
        grond = boven + KAP * maat
        klassen = [f"t{maat}", "v" * vet, {"start": "", "midden": "m", "eind": "e"}[anker], klasse]
        kop = f'<text class="{" ".join(filter(None, klassen))}"'
        if len(regels) == 1:
            inhoud = f'{kop} x="{num(x)}" y="{num(grond)}">{html.escape(regels[0])}</text>'
        else:
            inhoud = f"{kop}>" + "".join(
                f'<tspan x="{num(x)}" y="{num(grond + nr * stap)}">{html.escape(regel)}</tspan>'
                for nr, regel in enumerate(regels)
            ) + "</text>"  # fmt: skip
        self._delen.append(inhoud)
        self.labels.append(heel)
        return boven + hoogte + STAART * maat

    def _check(
        self, heel: str, regels: list[str], x: float, maat: int, vet: bool,
        breedte: float | None, anker: Anker,
    ) -> None:  # fmt: skip
        if maat < KLEINSTE[int(self.breedte)]:
            raise TekeningError(f"'{heel}' heeft letter {maat}; kleiner dan mag op dit vel.")
        langste = max(letter.width(regel, maat, vet=vet) for regel in regels)
        if breedte is not None and langste > breedte + 0.5:
            raise TekeningError(
                f"'{heel}' wordt {langste:.0f} breed en daar is {breedte:.0f}. Kort het label in."
            )
        links = x - {"start": 0.0, "midden": langste / 2, "eind": langste}[anker]
        if links < -1 or links + langste > self.breedte + 1:
            raise TekeningError(
                f"'{heel}' loopt van {links:.0f} tot {links + langste:.0f} en het vel van 0 tot "
                f"{self.breedte}. Kort het label in of breek het af met |."
            )

    # --- het geheel -----------------------------------------------------------------------

    @contextmanager
    def link(self, doel: str) -> Iterator[None]:
        """Maak van wat er binnen komt een link naar een pagina van het boek."""
        self._delen.append(f'<a href="{LINK}{html.escape(doel)}">')
        yield
        self._delen.append("</a>")

    def svg(self, klasse: str, kenmerken: str) -> str:
        """Geef de tekening als SVG.

        Parameters
        ----------
        klasse : str
            De klasse van het element.
        kenmerken : str
            De andere kenmerken van het element: rol en naam.
        """
        return (
            f'<svg class="{klasse}" viewBox="0 0 {num(self.breedte)} {num(self.hoogte)}" '
            f"{kenmerken}>{''.join(self._delen)}</svg>"
        )
