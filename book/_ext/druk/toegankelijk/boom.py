"""De structuurboom van een PDF, als gewone elementen met kinderen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pikepdf

Sleutel = tuple[int, int]


@dataclass(frozen=True)
class Teken:
    """Een stuk van een bladzijde: haar sleutel, en het nummer (MCID) daarop."""

    blad: Sleutel
    nummer: int


@dataclass(frozen=True)
class Voorwerp:
    """Iets dat op een bladzijde ligt, zoals het vak van een link (OBJR)."""

    obj: pikepdf.Object


@dataclass(eq=False)
class Element:
    """Een element van de structuur.

    Attributes
    ----------
    obj : pikepdf.Object
        Het element in de PDF.
    soort : str
        De soort, zonder schuine streep.
    kinderen : list
        Elementen, tekens en voorwerpen, in leesvolgorde.
    anders : bool
        Of de kinderen veranderd zijn.
    """

    obj: pikepdf.Object
    soort: str
    kinderen: list[Element | Teken | Voorwerp] = field(default_factory=list)
    anders: bool = False

    @property
    def alt(self) -> str:
        """De beschrijving, leeg als die er niet is."""
        return str(self.obj.get("/Alt", ""))

    def adopt(self, kinderen: Iterable[Element | Teken | Voorwerp]) -> None:
        """Neem andere kinderen aan."""
        self.kinderen = list(kinderen)
        self.anders = True
        for kind in self.kinderen:
            if isinstance(kind, Element):
                kind.obj.P = self.obj

    def rename(self, soort: str) -> None:
        """Maak er een element van een andere soort van."""
        self.soort = soort
        self.obj.S = pikepdf.Name(f"/{soort}")

    def below(self, soort: str) -> Iterator[Element]:
        """Geef alle elementen van een soort hieronder."""
        for kind in self.kinderen:
            if isinstance(kind, Element):
                if kind.soort == soort:
                    yield kind
                yield from kind.below(soort)

    def marks(self) -> Iterator[Teken]:
        """Geef alle tekens hieronder."""
        for kind in self.kinderen:
            if isinstance(kind, Teken):
                yield kind
            elif isinstance(kind, Element):
                yield from kind.marks()

    def objects(self) -> Iterator[pikepdf.Object]:
        """Geef alle voorwerpen hieronder."""
        for kind in self.kinderen:
            if isinstance(kind, Voorwerp):
                yield kind.obj.Obj
            elif isinstance(kind, Element):
                yield from kind.objects()

    def span(self, naam: str) -> int:
        """Geef over hoeveel kolommen (``ColSpan``) of rijen (``RowSpan``) een cel gaat."""
        kenmerken = self.obj.get("/A", [])
        lijst = [kenmerken] if isinstance(kenmerken, pikepdf.Dictionary) else kenmerken
        return next((int(deel[f"/{naam}"]) for deel in lijst if f"/{naam}" in deel), 1)


class Boom:
    """De structuurboom van een document.

    Attributes
    ----------
    wortels : list of Element
        De bovenste elementen; in een PDF uit Chromium is dat er een.
    """

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._root = document.Root.StructTreeRoot
        boven = self._root.K
        lijst = list(boven) if isinstance(boven, pikepdf.Array) else [boven]
        self.wortels = [self._lees(obj, None) for obj in lijst]

    def _lees(self, obj: pikepdf.Object, blad: Sleutel | None) -> Element:
        if "/Pg" in obj:
            blad = obj.Pg.objgen
        element = Element(obj, str(obj.S)[1:])
        inhoud = obj.get("/K")
        if inhoud is None:
            return element
        for kind in inhoud if isinstance(inhoud, pikepdf.Array) else [inhoud]:
            if not isinstance(kind, pikepdf.Dictionary):
                if blad is not None:
                    element.kinderen.append(Teken(blad, int(kind)))
            elif "/S" in kind:
                element.kinderen.append(self._lees(kind, blad))
            elif "/Obj" in kind:
                element.kinderen.append(Voorwerp(kind))
            elif "/MCID" in kind:
                waar = kind.Pg.objgen if "/Pg" in kind else blad
                if waar is not None:
                    element.kinderen.append(Teken(waar, int(kind.MCID)))
        return element

    def everything(self) -> Iterator[Element]:
        """Geef alle elementen, in leesvolgorde."""
        te_doen = self.wortels[::-1]
        while te_doen:
            element = te_doen.pop()
            yield element
            te_doen += [kind for kind in reversed(element.kinderen) if isinstance(kind, Element)]

    def all(self, soort: str) -> Iterator[Element]:
        """Geef alle elementen van een soort."""
        return (element for element in self.everything() if element.soort == soort)

    def new(self, soort: str, ouder: Element) -> Element:
        """Maak een leeg element onder een ander; wie het wil houden, neemt het aan."""
        obj = self._document.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.StructElem, S=pikepdf.Name(f"/{soort}"), P=ouder.obj
            )
        )
        return Element(obj, soort, anders=True)

    def forget(self, opmaak: Mapping[Sleutel, Collection[int]]) -> None:
        """Vergeet tekens die opmaak zijn geworden.

        Parameters
        ----------
        opmaak : mapping of page key to collection of int
            De tekens per bladzijde.
        """
        self._vergeet(self.wortels, opmaak)
        lijsten = dict(_getallenboom(self._root.ParentTree))
        for blad in self._document.pages:
            lijst = lijsten.get(int(blad.obj.get("/StructParents", -1)))
            for nummer in opmaak.get(blad.obj.objgen, ()):
                if isinstance(lijst, pikepdf.Array) and nummer < len(lijst):
                    lijst[nummer] = None

    def _vergeet(self, elementen: list[Element], opmaak: Mapping[Sleutel, Collection[int]]) -> None:
        for element in elementen:
            over = [
                kind
                for kind in element.kinderen
                if not (isinstance(kind, Teken) and kind.nummer in opmaak.get(kind.blad, ()))
            ]
            if len(over) != len(element.kinderen):
                element.adopt(over)
            self._vergeet([kind for kind in over if isinstance(kind, Element)], opmaak)

    def write(self) -> None:
        """Schrijf terug wat er veranderd is."""
        bladen = {blad.obj.objgen: blad.obj for blad in self._document.pages}
        for element in self.everything():
            if not element.anders:
                continue
            eigen = element.obj.Pg.objgen if "/Pg" in element.obj else None
            kinderen = [_als_kind(kind, eigen, bladen) for kind in element.kinderen]
            if kinderen:
                element.obj.K = kinderen[0] if len(kinderen) == 1 else pikepdf.Array(kinderen)
            elif "/K" in element.obj:
                del element.obj["/K"]


def _als_kind(
    kind: Element | Teken | Voorwerp,
    eigen: Sleutel | None,
    bladen: Mapping[Sleutel, pikepdf.Object],
) -> pikepdf.Object | int:
    if isinstance(kind, Teken):
        if kind.blad == eigen:
            return kind.nummer
        return pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=bladen[kind.blad], MCID=kind.nummer)
    return kind.obj


def _getallenboom(knoop: pikepdf.Object) -> Iterator[tuple[int, pikepdf.Object]]:
    """Geef de paren uit een boom van getallen."""
    getallen = list(knoop.get("/Nums", []))
    yield from (
        (int(getal), waarde) for getal, waarde in zip(getallen[::2], getallen[1::2], strict=True)
    )
    for kind in knoop.get("/Kids", []):
        yield from _getallenboom(kind)
