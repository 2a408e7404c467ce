"""Veel bestanden tegelijk: een map met scans, of een reservekopie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lv_tools.basis.gegevens.datapakket import lees_tekst
from lv_tools.basis.opslag.opslagmap import why_not
from lv_tools.basis.opslag.reservekopie import GEEN_WERK, SOORT, read_pieces
from lv_tools.basis.opslag.werkbestand import Onleesbaar, read_object
from lv_tools.verder.antwoorden import LANG
from lv_tools.verder.ramen import to_frame
from lv_tools.verder.werkstuk import Werkstuk, from_bytes

if TYPE_CHECKING:
    import pandas as pd

#: Wat een map aan werk kan bevatten.
PATROON = "*.json"
VOORBEELD = "voorbeeld/voorbeeldschool.lv.json"
OVERZICHT = ("bestand", "hulpmiddel", "naam", "titel", "bewaard")


@dataclass(frozen=True)
class Verzameling:
    """Werkstukken bij elkaar, met wat niet te lezen was; zie :func:`open_alles`.

    Attributes
    ----------
    werkstukken : tuple of Werkstuk
        In de volgorde waarin zij zijn gegeven; in een map op naam.
    onleesbaar : tuple of str
        Per bestand dat niet te lezen was een zin die zegt waarom.
    """

    werkstukken: tuple[Werkstuk, ...]
    onleesbaar: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.werkstukken)

    def __iter__(self) -> Iterator[Werkstuk]:
        return iter(self.werkstukken)

    def uit(self, hulpmiddel: str) -> Verzameling:
        """Geef alleen het werk uit één hulpmiddel."""
        return Verzameling(tuple(w for w in self if w.hulpmiddel == hulpmiddel), self.onleesbaar)

    def overzicht(self) -> pd.DataFrame:
        """Geef een rij per werkstuk: waar het vandaan komt, waar het over gaat, en van wanneer.

        ``bewaard`` is een tijdstip in wereldtijd: zo zijn bestanden uit verschillende tijdzones op
        volgorde te zetten.
        """
        rijen = [(w.bestand, w.hulpmiddel, w.naam, w.titel, w.tijd.astimezone(UTC)) for w in self]
        return to_frame(OVERZICHT, rijen, dict.fromkeys(OVERZICHT[-1:], "datetime64[ns, UTC]"))

    def antwoorden(self, *, namen: bool = False) -> pd.DataFrame:
        """Geef de antwoorden van alle werkstukken onder elkaar, in de lange vorm.

        Vooraan staan ``bestand`` en ``titel``. Mensen in verschillende bestanden zijn niet aan
        elkaar te herkennen: een volgnummer geldt binnen zijn bestand.

        Parameters
        ----------
        namen : bool
            Zie :meth:`Werkstuk.antwoorden`.

        Returns
        -------
        pandas.DataFrame
            In ``attrs["weggelaten"]`` staat per werkstuk dat er niet bij staat een zin die zegt
            waarom: het heeft geen antwoorden van mensen, of het werkt niet op naam.
        """
        import pandas as pd

        delen, weggelaten = [_none()], []
        for werkstuk in self:
            try:
                frame = werkstuk.antwoorden(namen=namen)
            except (LookupError, PermissionError) as reden:
                weggelaten.append(f"{werkstuk.bestand}: {reden}")
                continue
            frame.insert(0, "bestand", werkstuk.bestand)
            frame.insert(1, "titel", werkstuk.titel)
            # Verschillen de attrs, dan vergelijkt pandas ze bij elke stap, en vallen ze toch weg.
            frame.attrs = {}
            delen.append(frame.astype(_none().dtypes.to_dict()))
        samen = pd.concat(delen, ignore_index=True)
        samen.attrs = {"weggelaten": weggelaten}
        return samen

    def tabel(self, titel: str) -> pd.DataFrame:
        """Geef de tabel met deze titel uit elk werkstuk dat haar heeft, onder elkaar.

        Vooraan staan ``bestand`` en ``werk``: uit welk bestand een rij komt, en hoe dat werk heet.

        Parameters
        ----------
        titel : str
            Een titel zoals in :meth:`Werkstuk.tabellen`.

        Raises
        ------
        LookupError
            Als geen werkstuk zo'n tabel heeft; de melding noemt welke er wel zijn.
        """
        import pandas as pd

        delen, titels = [], dict[str, None]()
        for werkstuk in self:
            tabellen = werkstuk.tabellen()
            titels.update(dict.fromkeys(tabellen))
            if (frame := tabellen.get(titel)) is not None:
                frame.insert(0, "bestand", werkstuk.bestand, allow_duplicates=True)
                frame.insert(1, "werk", werkstuk.titel, allow_duplicates=True)
                frame.attrs = {}
                delen.append(frame)
        if not delen:
            keuze = f"kies uit {', '.join(titels)}" if titels else "er is geen enkele tabel"
            raise LookupError(f"tabel {titel!r} bestaat niet: {keuze}")
        return pd.concat(delen, ignore_index=True)


def open_alles(*bronnen: str | Path) -> Verzameling:
    """Open bestanden, mappen en reservekopieën bij elkaar.

    Uit een map komt elk bestand op ``.json``, op naam. Eén kapot bestand houdt de andere niet
    tegen: het staat bij ``onleesbaar``, met de reden.

    Parameters
    ----------
    *bronnen : str of pathlib.Path
        Paden van bestanden of mappen.

    Returns
    -------
    Verzameling
        Alle werkstukken, met wat niet te lezen was.

    Raises
    ------
    FileNotFoundError
        Als een bestand of map er niet is.
    """
    goed: list[Werkstuk] = []
    fout: list[str] = []
    for pad in _files(map(Path, bronnen)):
        try:
            inhoud = pad.read_bytes()
        except OSError as reden:
            fout.append(f"{pad.name}: {why_not(reden)}")
            continue
        _open_into(goed, fout, inhoud, pad.name)
    return Verzameling(tuple(goed), tuple(fout))


def voorbeeld() -> Verzameling:
    """Open het werk van de verzonnen voorbeeldschool uit het boek.

    Examples
    --------
    >>> sorted(werkstuk.hulpmiddel for werkstuk in voorbeeld())[:2]
    ['inspectiebezoek', 'kwaliteitskalender']
    """
    goed: list[Werkstuk] = []
    fout: list[str] = []
    _open_into(goed, fout, lees_tekst(VOORBEELD).encode(), VOORBEELD.rpartition("/")[2])
    return Verzameling(tuple(goed), tuple(fout))


def _files(bronnen: Iterable[Path]) -> Iterator[Path]:
    for bron in bronnen:
        if bron.is_dir():
            yield from sorted(pad for pad in bron.glob(PATROON) if pad.is_file())
        elif bron.exists():
            yield bron
        else:
            raise FileNotFoundError(f"‘{bron}’ bestaat niet: controleer de naam en de map")


def _open_into(goed: list[Werkstuk], fout: list[str], inhoud: bytes, naam: str) -> None:
    """Open een bestand, of elk werkstuk in een reservekopie; wat niet gaat, komt bij de fouten."""
    gelezen = read_object(inhoud, grens=None)
    stukken: list[tuple[str, bytes | str, dict[str, Any]]] = [(naam, inhoud, {})]
    try:
        if not isinstance(gelezen, str) and gelezen.get("soort") == SOORT:
            stukken = [
                (f"{naam} ({s['instrument']}, {s['naam']})", s["tekst"], s.get("naloop", {}))
                for s in read_pieces(inhoud, gelezen, naam)
                if s["instrument"] not in GEEN_WERK
            ]
    except Onleesbaar as reden:
        fout.append(str(reden))
        return
    for heet, tekst, naloop in stukken:
        try:
            goed.append(from_bytes(tekst, heet, grens=None, naloop=naloop))
        except Onleesbaar as reden:
            fout.append(str(reden))


def _none() -> pd.DataFrame:
    """Geef een tabel met antwoorden waar niets in staat."""
    types = {"bestand": "string", "titel": "string", **LANG}
    return to_frame(tuple(types), (), types)
