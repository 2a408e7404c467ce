"""De tabellen van het onderzoek als DataFrame, met hun eenheden, hun bron en hun merken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lv_tools.basis.gegevens import datapakket
from lv_tools.controle import meldingen_bij

if TYPE_CHECKING:
    import pandas as pd

#: Zo heet de kolom met het zwaarste merk van een rij.
MERK = "merk"


def tabelnamen() -> tuple[str, ...]:
    """Geef de namen van de tabellen, in de volgorde van het datapakket.

    Examples
    --------
    >>> "plaatsen" in tabelnamen()
    True
    """
    return datapakket.namen()


def lees(naam: str, *, met_merk: bool = False) -> pd.DataFrame:
    """Lees een tabel van het onderzoek, zoals zij gedrukt is.

    Parameters
    ----------
    naam : str
        Een van :func:`tabelnamen`.
    met_merk : bool
        Zet er een kolom ``merk`` bij: ``"kan niet"``, ``"let op"``, of leeg als geen controle iets
        vond. Wat erachter zit, geeft :func:`merken`.

    Returns
    -------
    pandas.DataFrame
        Een rij per gedrukte rij. Hele getallen zijn ``Int64`` en blijven dat naast lege cellen;
        percentages staan als heel getal van 0 tot en met 100. In ``attrs`` staan ``titel``,
        ``omschrijving``, ``eenheden`` (kolom naar eenheid), ``uitleg`` (kolom naar omschrijving)
        en ``bronnen``.

    Raises
    ------
    LookupError
        Als er geen tabel met die naam is; de melding noemt welke er wel zijn.

    Examples
    --------
    >>> tabel = lees("risico_per_afdeling")
    >>> tabel.attrs["eenheden"]["percentage"]
    'procent'
    >>> int(tabel.query("afdeling == 'Havo' and standaard == 'OR1'")["percentage"].iloc[0])
    58
    """
    import pandas as pd

    tabel = datapakket.lees(naam)
    frame = tabel.to_frame()
    frame.attrs = {
        "naam": tabel.naam,
        "titel": tabel.titel,
        "omschrijving": tabel.omschrijving,
        "eenheden": {k.naam: k.eenheid for k in tabel.kolommen if k.eenheid},
        "uitleg": {k.naam: k.omschrijving for k in tabel.kolommen if k.omschrijving},
        "bronnen": [f"{bron.titel}, {bron.plaats}" for bron in tabel.bronnen],
    }
    if met_merk:
        zwaarste = [(_of_row(tabel, rij) or [("", "", "")])[0][0] for rij in tabel.rijen]
        frame[MERK] = pd.array(zwaarste, dtype="string")
    return frame


def merken(naam: str) -> pd.DataFrame:
    """Geef alles wat de controles over een tabel zeggen: een rij per rij van de tabel en merk.

    Parameters
    ----------
    naam : str
        Een van :func:`tabelnamen`.

    Returns
    -------
    pandas.DataFrame
        Kolommen ``rij`` (plaats in :func:`lees`, vanaf 0), ``controle``, ``ernst`` en ``uitleg``.
        Een merk zegt dat gedrukte getallen niet bij elkaar passen, of waar men op moet letten. Het
        zegt niets over bedoelingen.

    Raises
    ------
    LookupError
        Als er geen tabel met die naam is.
    """
    import pandas as pd

    tabel = datapakket.lees(naam)
    rijen = [
        (plek, controle, ernst, uitleg)
        for plek, rij in enumerate(tabel.rijen)
        for ernst, controle, uitleg in _of_row(tabel, rij)
    ]
    frame = pd.DataFrame(rijen, columns=["rij", "controle", "ernst", "uitleg"])
    return frame.astype({"rij": "Int64"})


def _of_row(tabel: datapakket.Tabel, rij: Any) -> list[tuple[str, str, str]]:
    """Geef ernst, controle en uitleg bij een rij, het zwaarste eerst; wat klopt, is geen merk."""
    sleutel = {
        kolom.naam: str(rij[kolom.naam])
        for kolom in tabel.kolommen
        if kolom.type == "string" and rij[kolom.naam] is not None
    }
    return [
        (melding.ernst, melding.controle, melding.uitleg)
        for melding in meldingen_bij(tabel.naam, **sleutel)
        if melding.ernst != "klopt"
    ]
