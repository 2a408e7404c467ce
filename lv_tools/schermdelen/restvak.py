"""Het vak met wat van een oudere vragenlijst over is, leesbaar en mee te nemen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitvoer.uitvoertabel import CSV_TYPE, Uitvoertabel, to_csv
from lv_tools.schermdelen.bestanden import Bestand, Download
from lv_tools.schermdelen.indeling import Kolom, Uitklap
from lv_tools.schermdelen.tabel import Tabel
from lv_tools.schermdelen.tekst import Mededeling

UITLEG = (
    "Dit werk is gemaakt met een oudere versie van dit hulpmiddel. Alles wat er nog bij past, "
    "staat op zijn plaats. Wat geen plaats meer heeft, telt niet mee in de uitslag en blijft "
    "bewaard; u leest het hieronder."
)
KOLOMMEN = ("Wat er stond", "Wat er was ingevuld")


class Restvak:
    """Toont wat over is; is er niets, dan is het vak niet te zien.

    Parameters
    ----------
    bestandsnaam
        Functie die van een soort en een extensie de naam van een bestand maakt.
    """

    def __init__(self, bestandsnaam: Callable[[str, str], str]) -> None:
        self.bestandsnaam = bestandsnaam
        self._rest: tuple[Overblijfsel, ...] = ()
        self.tabel = Tabel("Uit een oudere versie", KOLOMMEN, [], sorteerbaar=False, breken=True)
        self.vak = Uitklap(
            "Wat geen plaats meer heeft",
            self.tabel,
            Download("Neem dit mee als tabel (CSV)", self._file),
        )
        self.deel = Kolom(Mededeling(UITLEG, "letop"), self.vak, verborgen=True)

    def show(self, rest: Sequence[Overblijfsel]) -> None:
        """Toon wat er nu over is."""
        if tuple(rest) == self._rest:
            return
        self._rest = tuple(rest)
        self.deel.verborgen = not rest
        self.vak.titel = f"Wat geen plaats meer heeft ({aantal(len(rest), 'regel', 'regels')})"
        self.tabel.toon(KOLOMMEN, [(regel.wat, regel.inhoud) for regel in self._rest])

    def _file(self) -> Bestand:
        tabel = Uitvoertabel(
            "Uit een oudere versie",
            KOLOMMEN,
            tuple((regel.wat, regel.inhoud) for regel in self._rest),
        )
        return Bestand(self.bestandsnaam("oudere versie", "csv"), to_csv(tabel), CSV_TYPE)
