"""Veel bestanden tegelijk: een map met scans, of een reservekopie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lv_tools.basis.opslag.werkbestand import Onleesbaar, read_object
from lv_tools.verder.ramen import to_frame
from lv_tools.verder.werkstuk import Werkstuk, from_bytes

if TYPE_CHECKING:
    import pandas as pd

#: Wat een map aan werk kan bevatten.
PATROON = "*.json"
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
        """Geef een rij per werkstuk: waar het vandaan komt, waar het over gaat, en van wanneer."""
        rijen = [(w.bestand, w.hulpmiddel, w.naam, w.titel, w.tijd.isoformat()) for w in self]
        return to_frame(OVERZICHT, rijen)

    def antwoorden(self) -> pd.DataFrame:
        """Geef de antwoorden van alle werkstukken onder elkaar, in de lange vorm.

        Vooraan staan ``bestand`` en ``titel``. Wat anoniem is of geen antwoorden van mensen heeft,
        staat er niet bij. Mensen in verschillende bestanden zijn niet aan elkaar te herkennen: een
        volgnummer geldt binnen zijn bestand.
        """
        import pandas as pd

        delen = []
        for werkstuk in self:
            try:
                frame = werkstuk.antwoorden()
            except (LookupError, PermissionError):
                continue
            frame.insert(0, "bestand", werkstuk.bestand)
            frame.insert(1, "titel", werkstuk.titel)
            delen.append(frame)
        return pd.concat(delen, ignore_index=True) if delen else pd.DataFrame()

    def tabel(self, titel: str) -> pd.DataFrame:
        """Geef de tabel met deze titel uit elk werkstuk dat haar heeft, onder elkaar.

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
                frame.insert(0, "bestand", werkstuk.bestand)
                frame.insert(1, "werk", werkstuk.titel)
                delen.append(frame)
        if not delen:
            raise LookupError(f"tabel {titel!r} bestaat niet: kies uit {', '.join(titels)}")
        return pd.concat(delen, ignore_index=True)


def open_alles(*bronnen: str | Path) -> Verzameling:
    """Open bestanden, mappen en reservekopieën bij elkaar.

    Uit een map komt elk bestand op ``.json``, op naam. Eén kapot bestand houdt de andere niet
    tegen: het staat bij ``onleesbaar``, met de reden.

    Raises
    ------
    FileNotFoundError
        Als een bestand of map er niet is.
    """
    goed: list[Werkstuk] = []
    fout: list[str] = []
    for pad in _files(map(Path, bronnen)):
        for naam, inhoud in _pieces(pad):
            try:
                goed.append(from_bytes(inhoud, naam, grens=False))
            except Onleesbaar as reden:
                fout.append(str(reden))
    return Verzameling(tuple(goed), tuple(fout))


def _files(bronnen: Iterable[Path]) -> Iterator[Path]:
    for bron in bronnen:
        if bron.is_dir():
            yield from sorted(bron.glob(PATROON))
        elif bron.is_file():
            yield bron
        else:
            raise FileNotFoundError(f"‘{bron}’ bestaat niet: controleer de naam en de map")


def _pieces(pad: Path) -> Iterator[tuple[str, bytes | str]]:
    """Geef het bestand zelf, of elk werkstuk in een reservekopie; een dossier slaat zij over."""
    bytes_ = pad.read_bytes()
    gelezen = read_object(bytes_, grens=None)
    if isinstance(gelezen, str) or gelezen.get("soort") != "reservekopie":
        yield pad.name, bytes_
        return
    for stuk in gelezen.get("stukken", ()):
        if stuk.get("instrument") != "dossier":
            yield f"{pad.name} ({stuk.get('instrument')}, {stuk.get('naam')})", stuk["tekst"]
