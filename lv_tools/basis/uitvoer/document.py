"""Een document van koppen, alinea's, lijsten en tabellen, los van de vorm waarin het verschijnt.

Een hulpmiddel beschrijft zijn verslag een keer; hier wordt het Markdown of een reeks blokken om af
te drukken, en in :mod:`lv_tools.basis.uitvoer.word` een Word-bestand. Alles is tekst: er wordt
nergens opmaak in gelezen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tabel import Celwaarde, Tabelkolom, to_cell, to_column
from lv_tools.basis.beeld.weergave import figuur_html, ontsnap, tabel_html
from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.taal.notatie import LEEG
from lv_tools.basis.uitvoer.kolombreedtes import column_shares
from lv_tools.basis.uitvoer.uitvoertabel import escape_markdown

if TYPE_CHECKING:
    from lv_tools.basis.beeld.prent import Prent

ZEGT_NIET = "Wat dit niet zegt"
#: De hoogte van een bladzijde met een regel erboven en eronder; de breedte van de tekst is 1.
BLADHOOGTE = 1.3
#: Moet een figuur verder krimpen dan dit, dan zijn haar letters niet meer te lezen.
KLEINST = 0.62
#: Tot dit deel krimpt een figuur die anders meer dan zo veel van een bladzijde inneemt.
GOED_LEESBAAR, RUIM = 0.75, 0.76


@dataclass(frozen=True)
class Kop:
    """Een kop; niveau 1 staat onder de titel van het document.

    Raises
    ------
    ValueError
        Als het niveau niet 1, 2 of 3 is.
    """

    tekst: str
    niveau: int = 1

    def __post_init__(self) -> None:
        if self.niveau not in (1, 2, 3):
            raise ValueError(f"een kop van niveau {self.niveau} bestaat niet; kies 1, 2 of 3")


@dataclass(frozen=True)
class Alinea:
    """Een alinea; ``klein`` is een toelichting in de marge van het verhaal.

    Nieuwe regels in de tekst blijven staan. ``kop`` zijn de eerste woorden, met nadruk als de vorm
    dat kan.
    """

    tekst: str
    klein: bool = False
    nadruk: bool = False
    kop: str = ""

    @property
    def geheel(self) -> str:
        """De tekst met haar eerste woorden."""
        return f"{self.kop} {self.tekst}".strip()


@dataclass(frozen=True)
class Opsomming:
    """Een lijst met punten, met ``genummerd`` een rij met nummers.

    ``koppen`` zijn de eerste woorden van elk punt, met nadruk als de vorm dat kan.
    """

    punten: tuple[str, ...]
    genummerd: bool = False
    koppen: tuple[str, ...] = ()

    @property
    def geheel(self) -> tuple[str, ...]:
        """De punten met hun eerste woorden."""
        if not self.koppen:
            return self.punten
        return tuple(f"{k} {p}" for k, p in zip(self.koppen, self.punten, strict=True))


@dataclass(frozen=True)
class Bloktabel:
    """Een tabel met een bijschrift, koppen en rijen tekst.

    Parameters
    ----------
    rijkop
        De eerste cel van een rij is de kop van die rij.
    breedtes
        Verhouding tussen de kolommen, zoals ``(3, 1, 1)``; leeg is naar wat erin staat. Een kolom
        is ten minste zo breed als haar langste woord.
    precies
        De verhouding geldt precies, ook als er dan een woord afbreekt.

    Raises
    ------
    ValueError
        Als een rij of de breedtes niet bij de koppen passen.
    """

    bijschrift: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    rijkop: bool = True
    breedtes: tuple[int, ...] = ()
    precies: bool = False

    @property
    def delen(self) -> tuple[float, ...]:
        """Deel van de breedte per kolom; samen 1."""
        if self.precies and self.breedtes:
            return tuple(breedte / sum(self.breedtes) for breedte in self.breedtes)
        return column_shares(self.kolommen, self.rijen, self.breedtes)

    def __post_init__(self) -> None:
        if self.breedtes and (len(self.breedtes) != len(self.kolommen) or min(self.breedtes) < 1):
            raise ValueError(f"breedtes {self.breedtes!r} passen niet bij de kolommen")
        for rij in self.rijen:
            if len(rij) != len(self.kolommen):
                raise ValueError(f"rij {rij!r} past niet bij {len(self.kolommen)} kolommen")


@dataclass(frozen=True)
class Paginaeinde:
    """Wat hierna komt, begint op een nieuwe bladzijde."""


@dataclass(frozen=True)
class Plaat:
    """Een figuur als plaatje op papier, met haar titel erboven.

    Parameters
    ----------
    woorden
        Wat er te zien is, voor wie het plaatje niet ziet.
    hoogte
        Zo hoog mag zij zijn, als deel van een bladzijde.
    """

    titel: str
    woorden: str
    prent: Prent
    hoogte: float

    @property
    def schaal(self) -> float:
        """Hoe breed zij op papier is, als deel van de breedte van de tekst."""
        return min(1, BLADHOOGTE * self.hoogte * self.prent.breedte / self.prent.hoogte)


@dataclass(frozen=True)
class Figuurblok:
    """Een figuur; op papier is zij een plaatje, met de zin, de tabel en wat zij niet zegt.

    Parameters
    ----------
    kort
        Voor een samenvatting: op papier is de figuur dan hoogstens dit deel van een bladzijde hoog,
        en staat de tabel er alleen als er geen plaatje is.
    elders
        De getallen staan verderop: zonder plaatje staat er dan alleen de zin.
    """

    blad: Figuurblad
    kort: float = 0
    elders: bool = False

    def to_text(self) -> tuple[Papierblok, ...]:
        """Geef de figuur in woorden en getallen."""
        zin = Alinea(self.blad.samenvatting)
        return (zin,) if self.elders else (zin, *self._table(), self._foot())

    def to_paper(self) -> tuple[Papierblok, ...]:
        """Geef de figuur als plaatje; is zij niet te tekenen of te lang, dan in getallen."""
        # Pas hier: wie alleen op het scherm kijkt, heeft geen tekenaar nodig.
        from lv_tools.basis.beeld.tekenaar.figuur import draw
        from lv_tools.basis.beeld.tekenaar.vormen import TekenError

        blad = self.blad
        try:
            prent = draw(blad.figuur)
        except TekenError:
            return self.to_text()
        # Kleiner als dat nog goed leest: dan past zij vaak onder haar zin, en blijft er geen wit.
        past = prent.hoogte / prent.breedte * GOED_LEESBAAR <= BLADHOOGTE * RUIM
        hoogte = self.kort or (RUIM if past else 1.0)
        if KLEINST * prent.hoogte / prent.breedte > BLADHOOGTE * hoogte:
            return self.to_text()
        plaat = Plaat(blad.titel, f"{blad.titel}. {blad.samenvatting}", prent, hoogte)
        if self.kort:
            return (plaat, self._foot())
        tabel = self._table(f"{blad.titel} (in getallen)")
        return (Alinea(blad.samenvatting), plaat, *tabel, self._foot())

    def _table(self, titel: str = "") -> tuple[Papierblok, ...]:
        blad = self.blad
        return _written_table(titel or blad.titel, blad.kolommen, blad.rijen)

    def _foot(self) -> Alinea:
        blad = self.blad
        voet = f"Aantal: {blad.n}. Bron: {blad.bron}. {ZEGT_NIET}: {blad.zegt_niet}"
        return Alinea(voet, klein=True)


@dataclass(frozen=True)
class Tabelblok:
    """Een tabel die op het scherm te sorteren is, met haar merken, bron en voorbehoud.

    Parameters
    ----------
    rijen
        Waarden zoals in :func:`lv_tools.basis.beeld.weergave.tabel_html`.
    samenvatting
        Een zin erboven.
    leeg
        Wat er staat als er geen rijen zijn.
    sorteerbaar
        Of een lezer op het scherm de volgorde kan kiezen.
    """

    titel: str
    kolommen: tuple[str | Tabelkolom, ...]
    rijen: tuple[tuple[Celwaarde, ...], ...]
    bron: str = ""
    zegt_niet: str = ""
    samenvatting: str = ""
    leeg: str = "Er zijn geen rijen die hierbij passen."
    sorteerbaar: bool = True

    def to_text(self) -> tuple[Papierblok, ...]:
        """Geef de tabel met kale cellen."""
        zin = self.samenvatting if self.rijen else self.leeg
        bron = f"Bron: {self.bron}. " if self.bron else ""
        voet = f"{bron}{f'{ZEGT_NIET}: {self.zegt_niet}' if self.zegt_niet else ''}".strip()
        return (
            *((Alinea(zin),) if zin else ()),
            *_written_table(self.titel, self.kolommen, self.rijen),
            *((Alinea(voet, klein=True),) if voet else ()),
        )


@dataclass(frozen=True)
class Vouw:
    """Blokken achter een kopje dat de lezer openklapt; op papier staan zij er gewoon.

    ``open`` zegt of zij op het scherm meteen te zien zijn. Met een ``niveau`` is het kopje op
    papier een kop van dat niveau, en eindigt op het scherm hier wat onder een kop van dat niveau
    of dieper staat.
    """

    titel: str
    blokken: tuple[Blok, ...]
    open: bool = False
    niveau: int = 0


@dataclass(frozen=True)
class Tweevorm:
    """Hetzelfde in twee vormen, zoals een figuur op het scherm en haar getallen op papier.

    Een van beide mag leeg zijn: het andere staat er dan alleen daar.
    """

    scherm: tuple[Blok, ...] = ()
    papier: tuple[Blok, ...] = ()


#: Wat er op papier staat.
Papierblok = Kop | Alinea | Opsomming | Bloktabel | Paginaeinde | Plaat
Blok = Kop | Alinea | Opsomming | Bloktabel | Figuurblok | Tabelblok | Vouw | Tweevorm | Paginaeinde


@dataclass(frozen=True)
class Document:
    """Een titel met blokken eronder."""

    titel: str
    blokken: tuple[Blok, ...]


def on_paper(blokken: Iterable[Blok], *, platen: bool = True) -> tuple[Papierblok, ...]:
    """Schrijf blokken voor papier: figuren als plaatje, en niets dicht.

    Parameters
    ----------
    platen
        Zonder platen zijn figuren hun woorden en getallen.
    """
    uit: list[Papierblok] = []
    for blok in blokken:
        if isinstance(blok, Figuurblok):
            uit += blok.to_paper() if platen else blok.to_text()
        elif isinstance(blok, Tabelblok):
            uit += blok.to_text()
        elif isinstance(blok, Vouw):
            kop = Kop(blok.titel, blok.niveau) if blok.niveau else Alinea(blok.titel, nadruk=True)
            uit += (kop, *on_paper(blok.blokken, platen=platen))
        elif isinstance(blok, Tweevorm):
            uit += on_paper(blok.papier, platen=platen)
        else:
            uit.append(blok)
    return tuple(uit)


def _written_table(
    titel: str, kolommen: tuple[str | Tabelkolom, ...], rijen: Sequence[Sequence[Celwaarde]]
) -> tuple[Papierblok, ...]:
    """Schrijf een tabel voor papier; een merk staat achter zijn cel, de uitleg als noot eronder."""
    koppen, noten = [to_column(kolom) for kolom in kolommen], list[str]()

    def schrijf(waarde: Celwaarde, kolom: Tabelkolom) -> str:
        cel = to_cell(waarde, kolom)
        if cel.uitleg and cel.uitleg not in noten:
            noten.append(cel.uitleg)
        noot = f" (noot {noten.index(cel.uitleg) + 1})" if cel.uitleg else ""
        return f"{cel.tekst} {cel.merk}{noot}" if cel.merk else cel.tekst

    cellen = tuple(tuple(map(schrijf, rij, koppen)) for rij in rijen)
    onder = (Alinea("Noten", klein=True), Opsomming(tuple(noten), genummerd=True))
    tabel = Bloktabel(titel, tuple(kop.titel for kop in koppen), cellen)
    return (*((tabel,) if rijen else ()), *(onder if noten else ()))


def to_markdown(document: Document) -> str:
    """Schrijf een document als Markdown; wat een gebruiker typte, blijft tekst."""
    delen = [f"# {escape_markdown(document.titel)}"]
    for blok in on_paper(document.blokken, platen=False):
        delen.append(_markdown(blok))
    return "\n\n".join(deel for deel in delen if deel) + "\n"


def to_blocks(document: Document) -> list[dict[str, Any]]:
    """Schrijf een document als blokken voor de pagina, om af te drukken."""
    uit: list[dict[str, Any]] = [{"soort": "kop", "niveau": 0, "tekst": document.titel}]
    for blok in on_paper(document.blokken):
        if isinstance(blok, Kop):
            uit.append({"soort": "kop", "niveau": blok.niveau, "tekst": blok.tekst})
        elif isinstance(blok, Alinea):
            vorm = {"klein": blok.klein, "nadruk": blok.nadruk}
            uit.append({"soort": "alinea", "regels": lines(blok.geheel), **vorm})
        elif isinstance(blok, Opsomming):
            vorm = {"genummerd": blok.genummerd}
            uit.append({"soort": "lijst", "punten": list(blok.geheel), **vorm})
        elif isinstance(blok, Bloktabel):
            tabel = {
                "kolommen": list(blok.kolommen),
                "rijen": [list(r) for r in blok.rijen],
                "breedtes": [round(100 * deel, 2) for deel in blok.delen],
                "rijkop": blok.rijkop,
            }
            uit.append({"soort": "tabel", "bijschrift": blok.bijschrift, **tabel})
        elif isinstance(blok, Plaat):
            uit.append({"soort": "plaat", **_plate(blok)})
        else:
            uit.append({"soort": "paginaeinde"})
    return uit


def _plate(plaat: Plaat) -> dict[str, Any]:
    """Geef een plaat voor de pagina: het beeld zelf staat in het adres, als gewone tekst."""
    from urllib.parse import quote

    from lv_tools.basis.beeld.prent_svg import to_svg

    bron = f"data:image/svg+xml,{quote(to_svg(plaat.prent))}"
    breed = round(100 * plaat.schaal, 1)
    return {"titel": plaat.titel, "woorden": plaat.woorden, "bron": bron, "breed": breed}


def to_html(blokken: Iterable[Blok], niveau: int = 2) -> str:
    """Schrijf blokken als HTML, voor een bladzijde waarop geen Python draait.

    Parameters
    ----------
    niveau
        Niveau van een kop van niveau 1.
    """
    uit = []
    for blok in blokken:
        if isinstance(blok, Kop):
            soort = f"h{min(niveau + blok.niveau - 1, 6)}"
            uit.append(f"<{soort}>{ontsnap(blok.tekst)}</{soort}>")
        elif isinstance(blok, Alinea):
            regels = "<br>".join(ontsnap(regel) for regel in lines(blok.tekst))
            kop = f"<strong>{ontsnap(blok.kop)}</strong> " if blok.kop else ""
            uit.append(f"<p>{kop}{f'<strong>{regels}</strong>' if blok.nadruk else regels}</p>")
        elif isinstance(blok, Opsomming):
            soort = "ol" if blok.genummerd else "ul"
            punten = "".join(f"<li>{ontsnap(punt)}</li>" for punt in blok.geheel)
            uit.append(f"<{soort}>{punten}</{soort}>")
        elif isinstance(blok, Bloktabel):
            uit.append(tabel_html(blok.kolommen, blok.rijen, blok.bijschrift, rijkop=blok.rijkop))
        elif isinstance(blok, Figuurblok):
            uit.append(figuur_html(blok.blad))
        elif isinstance(blok, Tabelblok):
            zin = blok.samenvatting if blok.rijen else blok.leeg
            uit.append(f"<p>{ontsnap(zin)}</p>" if zin else "")
            uit.append(tabel_html(blok.kolommen, blok.rijen, blok.titel, bron=blok.bron))
            if blok.zegt_niet:
                grens = f"<strong>{ZEGT_NIET}:</strong> {ontsnap(blok.zegt_niet)}"
                uit.append(f"<p>{grens}</p>")
        elif isinstance(blok, Vouw):
            uit.append(
                f'<details class="lvs lvs-uitklap"><summary>{ontsnap(blok.titel)}</summary>'
                f"{to_html(blok.blokken, niveau)}</details>"
            )
        elif isinstance(blok, Tweevorm):
            uit.append(to_html(blok.scherm, niveau))
    return "".join(uit)


def lines(tekst: str) -> list[str]:
    """Geef de regels van een tekst, zonder stuurtekens; ten minste een."""
    return clean_text(tekst).strip("\n").split("\n")


def _markdown(blok: Papierblok) -> str:
    if isinstance(blok, Kop):
        return f"{'#' * (blok.niveau + 1)} {escape_markdown(blok.tekst)}"
    if isinstance(blok, Alinea):
        teken = "**" if blok.nadruk else "*" if blok.klein else ""
        regels = [escape_markdown(regel) for regel in lines(blok.geheel)]
        return "  \n".join(f"{teken}{regel}{teken}" for regel in regels if regel)
    if isinstance(blok, Opsomming):
        merk = "1." if blok.genummerd else "-"
        return "\n".join(f"{merk} {escape_markdown(punt)}" for punt in blok.geheel)
    if not isinstance(blok, Bloktabel):
        return ""
    return "\n".join(
        [
            f"**{escape_markdown(blok.bijschrift)}**",
            "",
            _row(blok.kolommen),
            "|" + " --- |" * len(blok.kolommen),
            *(_row(rij) for rij in blok.rijen),
        ]
    )


def _row(cellen: Sequence[str]) -> str:
    return f"| {' | '.join(escape_markdown(cel) or LEEG for cel in cellen)} |"
