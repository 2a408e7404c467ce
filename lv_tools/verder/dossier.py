"""Het dossier als tabel: wat het ene hulpmiddel voor het andere klaarlegde."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lv_tools.basis.opslag.reservekopie import SOORT, read_pieces
from lv_tools.basis.opslag.werkbestand import Leesfout, Onleesbaar, read_object
from lv_tools.basis.uitwisseling.dossier import Dossier, from_text
from lv_tools.basis.vorm import codec
from lv_tools.verder.ramen import to_frame

if TYPE_CHECKING:
    import pandas as pd

#: Wat er bij elk stuk staat; daarachter komen de velden van het stuk zelf.
VOORAAN = ("hulpmiddel", "titel", "dag", "soort")


def lees_dossier(bron: str | Path | bytes) -> pd.DataFrame:
    """Lees een dossier, los of in een reservekopie: een rij per stuk dat er klaarligt.

    Parameters
    ----------
    bron : str, pathlib.Path of bytes
        Een pad, of de bytes van het bestand.

    Returns
    -------
    pandas.DataFrame
        Kolommen ``hulpmiddel``, ``titel`` en ``dag`` van het werk waar het uit komt, ``soort``
        (zoals ``"doel"`` of ``"actie"``), en een kolom voor elk veld dat een van de stukken heeft.

    Raises
    ------
    Onleesbaar
        Als het geen dossier is, of beschadigd.
    FileNotFoundError
        Als het bestand er niet is.
    """
    naam = "Dit bestand" if isinstance(bron, bytes) else Path(bron).name
    inhoud = bron if isinstance(bron, bytes) else Path(bron).read_bytes()
    rijen = [rij for dossier in _dossiers(inhoud, naam) for rij in _rows(dossier)]
    velden = dict.fromkeys(sleutel for rij in rijen for sleutel in rij)
    kolommen = tuple(dict.fromkeys((*VOORAAN, *velden)))
    return to_frame(kolommen, [[rij.get(kolom) for kolom in kolommen] for rij in rijen])


def _dossiers(inhoud: bytes, naam: str) -> Iterator[Dossier]:
    gelezen = read_object(inhoud, grens=None)
    if isinstance(gelezen, str):
        raise Onleesbaar(f"{naam}: {gelezen}")
    teksten: list[bytes | str] = [inhoud]
    if gelezen.get("soort") == SOORT:
        stukken = read_pieces(inhoud, gelezen, naam)
        teksten = [stuk["tekst"] for stuk in stukken if stuk["instrument"] == "dossier"]
    for tekst in teksten:
        dossier = from_text(tekst, naam)
        if isinstance(dossier, Leesfout):
            raise Onleesbaar(str(dossier))
        yield dossier


def _rows(dossier: Dossier) -> Iterator[dict[str, Any]]:
    for pakket in dossier.klaar:
        van = codec.write(pakket.van)
        for stuk in pakket.stukken:
            vooraan = (pakket.van.hulpmiddel, van.get("titel"), van.get("dag"), stuk.soort)
            velden = codec.write(stuk)
            yield {**dict(zip(VOORAAN, vooraan, strict=True)), **_plain(velden)}


def _plain(velden: dict[str, Any]) -> dict[str, Any]:
    """Maak van elk veld één cel: wat een reeks is, staat achter elkaar, en leeg is leeg.

    Een veld van het stuk dat heet als een kolom vooraan, zoals de dag, krijgt ``stuk_`` ervoor.
    """
    uit: dict[str, Any] = {}
    for naam, waarde in velden.items():
        if naam == "soort":
            continue
        sleutel = f"stuk_{naam}" if naam in VOORAAN else naam
        cel = "; ".join(map(_word, waarde)) if isinstance(waarde, list) else waarde
        uit[sleutel] = None if cel in ("", None) else cel
    return uit


def _word(deel: object) -> str:
    """Geef een deel van een reeks in woorden; een stuk in een stuk heet naar wat het is."""
    return str(deel.get("wat", deel)) if isinstance(deel, dict) else str(deel)
