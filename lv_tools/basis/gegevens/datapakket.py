"""De gegevens van dit project: tabellen met hun bron, en teksten.

De bestanden staan in het pakket onder ``lv_tools/_data`` of, in een uitgecheckte repository, in
``data/`` naast ``lv_tools``. Ze worden via de lader van deze module gelezen, zodat het ook werkt
als het pakket in een zip op ``sys.path`` staat.
"""

# ruff: noqa: PTH100, PTH117, PTH118, PTH120
# os.path in plaats van pathlib: scheelt starttijd in de browser, en een pad in een zip is geen
# bestandspad.

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    import pandas as pd

Waarde = str | int | float | None

_PAKKET = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_PLAATSEN = (os.path.join(_PAKKET, "_data"), os.path.join(os.path.dirname(_PAKKET), "data"))


class _Lader(Protocol):
    def get_data(self, pad: str, /) -> bytes: ...


_LADER = cast(_Lader, cast(Any, __spec__).loader)


@dataclass(frozen=True, slots=True)
class Bron:
    """Waar een tabel vandaan komt.

    Attributes
    ----------
    titel, uitgever, datum : str
        Gegevens van de publicatie; `datum` als jaar, jaar-maand, jaar-maand-dag of in woorden.
    plaats : str
        Tabel, paragraaf of bijlage.
    adres : str
        Webadres, leeg als er geen bekend is.
    """

    titel: str
    uitgever: str
    datum: str
    plaats: str
    adres: str = ""


@dataclass(frozen=True, slots=True)
class Kolom:
    """Een kolom van een tabel.

    Attributes
    ----------
    naam, titel, omschrijving : str
        Naam in het bestand, naam voor de lezer en uitleg.
    type : str
        ``"string"``, ``"integer"`` of ``"number"``.
    eenheid : str or None
        Waarin de kolom telt, bijvoorbeeld ``"procent"``; None bij tekst.
    """

    naam: str
    titel: str
    type: str
    eenheid: str | None = None
    omschrijving: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """Een tabel met haar kolommen, rijen en bronnen.

    Attributes
    ----------
    naam, titel, omschrijving : str
        Naam in het datapakket, titel en uitleg voor de lezer.
    kolommen : tuple of Kolom
        Kolommen in de volgorde van het bestand.
    rijen : tuple of Mapping
        Elke rij als kolomnaam -> waarde; een lege cel is None.
    bronnen : tuple of Bron
        Waar de tabel vandaan komt.
    """

    naam: str
    titel: str
    omschrijving: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Mapping[str, Waarde], ...]
    bronnen: tuple[Bron, ...]

    def to_frame(self) -> pd.DataFrame:
        """Geef de tabel als pandas-DataFrame (pandas moet geïnstalleerd zijn).

        Returns
        -------
        pandas.DataFrame
            Een kolom per `Kolom`; hele getallen houden hun type, ook naast lege cellen.
        """
        import pandas as pd

        types = {"integer": "Int64", "number": "Float64", "string": "string"}
        frame = pd.DataFrame(
            [dict(rij) for rij in self.rijen], columns=[k.naam for k in self.kolommen]
        )
        return frame.astype({kolom.naam: types[kolom.type] for kolom in self.kolommen})


@dataclass(frozen=True, slots=True)
class Standaard:
    """Een standaard van het onderzoekskader.

    Attributes
    ----------
    code, naam, gebied : str
        Bijvoorbeeld ``"SKA2"``, ``"Uitvoering en kwaliteitscultuur"`` en het kwaliteitsgebied.
    niveau : str
        ``"school"`` of ``"bestuur"``.
    kader : str
        Versie van het kader waarin de standaard staat.
    """

    code: str
    naam: str
    gebied: str
    niveau: str
    kader: str


def lees_tekst(pad: str) -> str:
    """Lees een tekstbestand uit de gegevensmap.

    Parameters
    ----------
    pad : str
        Pad binnen de gegevensmap, met ``/`` tussen de delen.

    Returns
    -------
    str
        De inhoud, als UTF-8 gelezen.

    Raises
    ------
    FileNotFoundError
        Als het bestand er niet is of het pad buiten de gegevensmap wijst.
    """
    delen = pad.split("/")
    if ".." not in delen and not os.path.isabs(pad):
        for plaats in _PLAATSEN:
            try:
                return _LADER.get_data(os.path.join(plaats, *delen)).decode("utf-8")
            except OSError:
                continue
    raise FileNotFoundError(f"gegevensbestand {pad!r} bestaat niet: controleer de naam")


def lees_toml(pad: str) -> dict[str, Any]:
    """Lees een TOML-bestand uit de gegevensmap.

    Parameters
    ----------
    pad : str
        Pad binnen de gegevensmap, bijvoorbeeld ``"instrumenten/bevindingenverkenner.toml"``.

    Returns
    -------
    dict
        De inhoud.

    Raises
    ------
    FileNotFoundError
        Als het bestand er niet is.
    ValueError
        Als het bestand geen geldige TOML is; de melding noemt bestand en regel.
    """
    import tomllib

    try:
        return tomllib.loads(lees_tekst(pad))
    except tomllib.TOMLDecodeError as fout:
        raise ValueError(f"{pad} is geen geldige TOML: {fout}") from fout


def namen() -> tuple[str, ...]:
    """Geef de namen van alle tabellen, in de volgorde van het datapakket."""
    return tuple(_beschrijvingen())


@cache
def lees(naam: str) -> Tabel:
    """Lees een tabel uit het datapakket.

    Parameters
    ----------
    naam : str
        Naam van de tabel, bijvoorbeeld ``"uitdagingen"``; zie `namen`.

    Returns
    -------
    Tabel
        De tabel; elke aanroep met dezelfde naam geeft hetzelfde, onveranderlijke object.

    Raises
    ------
    LookupError
        Als er geen tabel met die naam is; de melding noemt welke er wel zijn.

    Examples
    --------
    >>> lees("plaatsen").rijen[0]["plaats"]
    'Amsterdam'
    """
    import csv

    if naam not in _beschrijvingen():
        raise LookupError(f"tabel {naam!r} bestaat niet: kies uit {', '.join(namen())}")
    resource = _beschrijvingen()[naam]
    kolommen = tuple(
        Kolom(
            naam=veld["name"],
            titel=veld["title"],
            type=veld["type"],
            eenheid=veld.get("unit"),
            omschrijving=veld["description"],
        )
        for veld in resource["schema"]["fields"]
    )
    regels = csv.DictReader(lees_tekst(resource["path"]).splitlines())
    return Tabel(
        naam=naam,
        titel=resource["title"],
        omschrijving=resource["description"],
        kolommen=kolommen,
        rijen=tuple(
            MappingProxyType({k.naam: _lees_cel(regel[k.naam], k.type) for k in kolommen})
            for regel in regels
        ),
        bronnen=tuple(
            Bron(
                titel=bron["title"],
                uitgever=bron["producer"],
                datum=bron["date"],
                plaats=bron["section"],
                adres=bron.get("path", ""),
            )
            for bron in resource["sources"]
        ),
    )


@cache
def standaarden() -> tuple[Standaard, ...]:
    """Geef de standaarden van het kader dat in gebruik is, in de volgorde van dat kader.

    De tabel ``standaarden`` is iets anders: dat zijn de codes waarmee het onderzoek werkte. Alle
    kaders, en wat wanneer gold, geeft `lv_tools.basis.gegevens.kaderbestand.kaders`.
    """
    gelezen = lees_toml("kader/kader.toml")
    (kader,) = [rij for rij in gelezen["kader"] if rij["code"] == gelezen["in_gebruik"]]
    return standards_of(kader)


def standards_of(kader: Mapping[str, Any]) -> tuple[Standaard, ...]:
    """Geef de standaarden van een kader zoals het in ``kader.toml`` staat."""
    return tuple(
        Standaard(code, naam, gebied["naam"], gebied["niveau"], kader["naam"])
        for gebied in kader.get("gebied", ())
        for code, naam in gebied["standaarden"]
    )


@cache
def _beschrijvingen() -> dict[str, dict[str, Any]]:
    import json

    pakket = json.loads(lees_tekst("datapackage.json"))
    return {resource["name"]: resource for resource in pakket["resources"]}


def _lees_cel(cel: str, soort: str) -> Waarde:
    if cel == "":
        return None
    if soort == "integer":
        return int(cel)
    if soort == "number":
        getal = float(cel)
        # Een heel getal blijft heel, zodat 146 niet als 146,0 op een pagina komt.
        return int(getal) if getal.is_integer() and "." not in cel else getal
    return cel
