"""Vergelijken op het scherm: eerdere scans ernaast, en een volgende scan beginnen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from lv_tools.basis.beeld.tabel import Celwaarde
from lv_tools.basis.opslag.werkbestand import clean_name, now
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.uitvoertabel import EXCEL_TYPE, to_xlsx
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Download,
    Figuur,
    Keuzelijst,
    Knop,
    Kolom,
    Mededeling,
    Nadruk,
    Rij,
    Sectie,
    Tabel,
    Tekst,
    Uitklap,
    Upload,
)
from lv_tools.zelfevaluatie.bestand.scan import scan_from_file, scan_to_file
from lv_tools.zelfevaluatie.figuur.momenten import draw_moments
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.vergelijken import Rij as Vergelijkrij
from lv_tools.zelfevaluatie.model.vergelijken import (
    Vergelijking,
    add_earlier,
    compare,
    remove_earlier,
)
from lv_tools.zelfevaluatie.model.vergelijkzinnen import counts_note, middle_cell
from lv_tools.zelfevaluatie.scherm.werk import Werk
from lv_tools.zelfevaluatie.verslag.tabellen import comparison_tables

ALLEEN = (
    "Er ligt nog geen andere scan naast. Open een bewaarde scan, of begin hieronder een volgende "
    "scan met dezelfde stellingen."
)


class Vergelijkpaneel:
    """Scans naast elkaar: van andere momenten, of van andere groepen.

    Parameters
    ----------
    naar_maken
        Functie zonder argumenten: er is een volgende scan, en die begint bij het maken.
    """

    def __init__(self, werk: Werk, naar_maken: Callable[[], object]) -> None:
        self.werk, self.inhoud, self.naar_maken = werk, werk.inhoud, naar_maken
        self.open = False
        self.vergelijking: Vergelijking | None = None
        self.melding = Mededeling()
        self.ernaast = Keuzelijst("Welke scan haalt u weg?", [], leeg="Kies een scan")
        self.weg = Kolom(Rij(self.ernaast, Knop("Haal deze scan weg", self._remove)))
        self.groep = Keuzelijst(
            "Van welke groep?", [], naam="vergelijk-groep", volgt=True, bij_wijziging=self._draw
        )
        self.stand = Mededeling()
        self.in_bestand = Mededeling(toon="letop")
        self.beeld = Kolom()
        self.excel = Download("De vergelijking als Excel", self._excel, verborgen=True)
        self.deel = Kolom(
            Tekst(self.inhoud.inhoud["vergelijken"]["uitleg"]),
            Upload(
                "Open een eerdere scan (.json)",
                self._add,
                soorten=".json",
                meer=True,
                grens=10_000_000,
                hulp="Een scan die u eerder bewaarde, met ‘Bewaar deze scan’ of ‘Opslaan als "
                "bestand’.",
            ),
            self.melding,
            self.weg,
            self.stand,
            self.groep,
            self.beeld,
            self.excel,
            Sectie(
                "Een volgende scan",
                Tekst(
                    "Over een half jaar of een jaar vraagt u hetzelfde nog eens. Bewaar deze scan "
                    "daarvoor als bestand."
                ),
                self.in_bestand,
                Download("Bewaar deze scan", self._save),
                Uitklap(
                    "Nu al een volgende scan beginnen",
                    Tekst(
                        "De scan van nu komt ernaast te liggen en blijft zoals hij is. De volgende "
                        "heeft dezelfde stellingen en groepen, en krijgt een nieuwe link."
                    ),
                    Knop("Begin een volgende scan", self._next),
                ),
                niveau=3,
            ),
        )
        werk.luisteraars.append(self.refresh)
        self.refresh()

    def show(self, *, open_: bool) -> None:
        """Open of sluit de stap."""
        self.open = open_
        self.refresh()

    def refresh(self) -> None:
        """Leg de scans van nu naast elkaar, als de stap in beeld is."""
        eerdere = self.werk.eerdere
        self.ernaast.opties = [
            (e.opzet.id, f"{e.opzet.naam} ({_day(e.opzet.datum)})") for e in eerdere
        ]
        self.weg.verborgen = not eerdere
        privacy = self.inhoud.inhoud["privacy"]
        inhoud = str(privacy[f"bestand_{self.werk.modus}"])
        self.in_bestand.tekst = inhoud if self.werk.bronnen else ""
        if not self.open:
            return
        self.vergelijking = compare(self.werk.scan(), self.inhoud) if eerdere else None
        rijen = self.vergelijking.themas if self.vergelijking else ()
        self.groep.opties = list(dict.fromkeys((rij.groep, rij.groepsnaam) for rij in rijen))
        self.groep.verborgen = self.excel.verborgen = not rijen
        self.stand.tekst = self._sentence()
        self._draw()

    def _sentence(self) -> str:
        if self.vergelijking is None:
            return ALLEEN
        delen = [
            f"{m.naam} ({_day(m.datum)}): {zinnen.people(m.personen)}"
            for m in self.vergelijking.momenten
        ]
        begin = "" if self.vergelijking.themas else "Er valt nog niets naast elkaar te leggen. "
        opzet = self.werk.opzet
        nu = f"U werkt nu aan ‘{opzet.naam}’ van {_day(opzet.datum)}."
        liggen = f"Naast elkaar liggen: {'; '.join(delen)}."
        return f"{begin}{nu} {liggen} {self.vergelijking.inleiding}"

    def _draw(self, *_waarde: Any) -> None:
        vergelijking = self.vergelijking
        self.beeld.inhoud = () if vergelijking is None else tuple(self._parts(vergelijking))

    def _parts(self, vergelijking: Vergelijking) -> Iterator[Deel]:
        yield Sectie(
            "Wat een verschil ook kan verklaren",
            Tekst(vergelijking.voorbehoud),
            Tekst(*vergelijking.verklaringen, lijst=True),
            niveau=3,
        )
        groep = str(self.groep.waarde)
        blad = draw_moments(vergelijking, self.inhoud, groep) if vergelijking.themas else None
        if blad is not None:
            yield Figuur(blad)
        themas = [rij for rij in vergelijking.themas if rij.groep == groep]
        stellingen = [rij for rij in vergelijking.stellingen if rij.groep == groep]
        if themas:
            yield from _differences(themas)
            yield self._table("Per thema", themas, vergelijking)
        if stellingen:
            yield Uitklap(
                f"Per stelling ({len(stellingen)})",
                *_differences(stellingen),
                self._table("Per stelling", stellingen, vergelijking),
            )
        if vergelijking.weggelaten:
            yield Uitklap(
                "Wat niet naast elkaar staat",
                Tekst(self.inhoud.inhoud["vergelijken"]["anders_gesteld"]),
                Tekst(*(f"{w.wat}: {w.reden}" for w in vergelijking.weggelaten), lijst=True),
            )

    def _table(self, titel: str, rijen: list[Vergelijkrij], vergelijking: Vergelijking) -> Tabel:
        gevuld: list[tuple[Celwaarde, ...]] = [
            (
                rij.naam,
                *(middle_cell(punt, self.inhoud) for punt in rij.punten),
            )
            for rij in rijen
        ]
        momenten = [f"{m.naam}, {_day(m.datum)}" for m in vergelijking.momenten]
        return Tabel(titel, ("Waarover", *momenten), gevuld, bron=zinnen.BRON)

    def _add(self, bestanden: tuple[Bestand, ...]) -> None:
        regels = []
        for bestand in bestanden:
            naam = clean_name(bestand.naam)
            try:
                ander = scan_from_file(bestand.inhoud, self.inhoud, naam)
                self.werk.replace_scan(add_earlier(self.werk.scan(), ander))
            except VormError as fout:
                regels.append(f"‘{naam}’ is niet geopend: {str(fout).rstrip('.')}.")
                continue
            regels.append(f"‘{ander.opzet.naam}’ van {_day(ander.opzet.datum)} ligt ernaast.")
        self.melding.tekst = "\n".join(regels)

    def _remove(self) -> None:
        if self.ernaast.waarde is not None:
            self.werk.replace_scan(remove_earlier(self.werk.scan(), self.ernaast.waarde))
            self.melding.tekst = "De scan ligt er niet meer naast."

    def _excel(self) -> Bestand:
        if self.vergelijking is None:
            raise ValueError("er ligt nog geen andere scan naast")
        tabellen = comparison_tables(
            self.vergelijking, self.inhoud, (self.vergelijking.voorbehoud, *self.inhoud.wat_niet)
        )
        return Bestand(self.werk.file_name("vergelijking", "xlsx"), to_xlsx(tabellen), EXCEL_TYPE)

    def _save(self) -> Bestand:
        naam = self.werk.file_name("hele scan", "json")
        return Bestand(naam, scan_to_file(self.werk.scan(), self.inhoud), "application/json")

    def _next(self) -> None:
        self.werk.next_scan(now().date().isoformat())
        self.melding.tekst = "De volgende scan is begonnen. De vorige ligt ernaast."
        self.naar_maken()


def _differences(rijen: list[Vergelijkrij]) -> Iterator[Deel]:
    """Zeg in zinnen wat er anders is; in een kolom zouden ze met drie scans niet te lezen zijn."""
    yield Sectie(
        "Wat er anders is",
        Tekst(
            *((Nadruk(f"{rij.naam}. "), f"{rij.zin} {rij.noot}".strip()) for rij in rijen),
            lijst=True,
        ),
        niveau=4,
    )
    zin = counts_note([(rij.naam, rij.punten) for rij in rijen])
    if zin:
        yield Tekst(zin)


def _day(iso: str) -> str:
    return datum(date.fromisoformat(iso))
