"""De knoppen waarmee een lezer opslaat wat in beeld is: CSV en Excel, met bron en merken."""

from __future__ import annotations

from collections.abc import Callable

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitvoer.uitvoertabel import CSV_TYPE, EXCEL_TYPE, Uitvoertabel, to_csv, to_xlsx
from lv_tools.bevindingenverkenner.teksten import teksten
from lv_tools.schermdelen import Bestand, Download, Rij


def downloads(geef_tabel: Callable[[], Uitvoertabel]) -> Rij:
    """Geef twee knoppen; de tabel wordt pas gemaakt als iemand klikt.

    Parameters
    ----------
    geef_tabel
        Functie die de tabel geeft zoals zij nu in beeld is.
    """

    def maak_csv() -> Bestand:
        tabel = geef_tabel()
        return Bestand(_name(tabel, "csv"), to_csv(tabel), CSV_TYPE)

    def maak_excel() -> Bestand:
        tabel = geef_tabel()
        return Bestand(_name(tabel, "xlsx"), to_xlsx([tabel]), EXCEL_TYPE)

    knoppen = teksten().knoppen
    return Rij(Download(knoppen["csv"], maak_csv), Download(knoppen["excel"], maak_excel))


def _name(tabel: Uitvoertabel, extensie: str) -> str:
    return export_name("bevindingenverkenner", "tabel", tabel.titel, now().date(), extensie)
