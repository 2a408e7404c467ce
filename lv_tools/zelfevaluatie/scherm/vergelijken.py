"""Vergelijken op het scherm: eerdere scans ernaast, en een volgende scan beginnen."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.werkbestand import clean_name
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.uitvoertabel import EXCEL_TYPE, to_xlsx
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Download,
    Keuzelijst,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Sectie,
    Tekst,
    Uitklap,
    Upload,
)
from lv_tools.zelfevaluatie.bestand.scan import scan_from_file, scan_to_file
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.staat import next_scan, scan_of
from lv_tools.zelfevaluatie.model.vergelijken import (
    Vergelijking,
    add_earlier,
    compare,
    remove_earlier,
)
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel
from lv_tools.zelfevaluatie.verslag.momenten import moments
from lv_tools.zelfevaluatie.verslag.tabellen import comparison_tables

GROOTSTE_BESTAND = 10_000_000


class Vergelijkpaneel(Zelfpaneel):
    """Scans naast elkaar: van andere momenten, of van andere groepen."""

    def build(self) -> Iterable[Deel]:
        """Een scan erbij of eraf, de vergelijking, en een volgende scan."""
        zeg = self.zeg
        self.melding = Mededeling()
        self.ernaast = Keuzelijst(zeg("vergelijk_weg"), [], leeg=zeg("vergelijk_weg_leeg"))
        self.weg = Kolom(Rij(self.ernaast, Knop(zeg("vergelijk_weg_knop"), self._remove)))
        self.groep_keuze = self.velden.choice("weergave/vergelijk", zeg("vergelijk_groep"), [])
        self.stand = Mededeling()
        self.in_bestand = Mededeling(toon="letop")
        self.beeld = Documentdeel(2)
        self.excel = Download(zeg("vergelijk_excel"), self._excel, verborgen=True)
        self._vergeleken: tuple[Scan, Vergelijking | None] | None = None
        return (
            Tekst(self.inhoud.vergelijken.uitleg),
            Upload(
                zeg("vergelijk_open"),
                self._add,
                soorten=".json",
                meer=True,
                grens=GROOTSTE_BESTAND,
                hulp=zeg("vergelijk_open_hulp"),
            ),
            self.melding,
            self.weg,
            self.stand,
            self.groep_keuze,
            self.beeld.deel,
            self.excel,
            Sectie(
                zeg("volgende_titel"),
                Tekst(zeg("volgende_uitleg")),
                self.in_bestand,
                Download(zeg("volgende_bewaar"), self._save),
                Uitklap(
                    zeg("volgende_nu"),
                    Tekst(zeg("volgende_nu_uitleg")),
                    Knop(zeg("volgende_begin"), self._next),
                ),
                niveau=3,
            ),
        )

    @property
    def vergelijking(self) -> Vergelijking | None:
        """De scans van nu naast elkaar; ``None`` als er geen andere naast ligt."""
        scan = self.werk.uitslag.scan
        if self._vergeleken is None or self._vergeleken[0] is not scan:
            self._vergeleken = (scan, compare(scan, self.inhoud) if scan.eerdere else None)
        return self._vergeleken[1]

    def show(self) -> None:
        """Leg de scans van nu naast elkaar."""
        eerdere, vergelijking = self.staat.eerdere, self.vergelijking
        self.ernaast.opties = [
            (e.opzet.id, f"{e.opzet.naam} ({datum(e.opzet.datum)})") for e in eerdere
        ]
        self.weg.verborgen = not eerdere
        bronnen = self.werk.uitslag.scan.bronnen
        inhoud = self.inhoud.privacy.bestand(self.staat.opzet.modus)
        self.in_bestand.tekst = inhoud if bronnen else ""
        rijen = vergelijking.themas if vergelijking else ()
        opties = list(dict.fromkeys((rij.groep, rij.groepsnaam) for rij in rijen))
        self.groep_keuze.offer(opties, self.staat.weergave.vergelijk)
        self.groep_keuze.verborgen = self.excel.verborgen = not rijen
        self.stand.tekst = self._sentence(vergelijking)
        groep = str(self.groep_keuze.waarde)
        self.beeld.follow(
            (vergelijking, groep),
            lambda: moments(vergelijking, self.inhoud, groep) if vergelijking else (),
        )

    def _sentence(self, vergelijking: Vergelijking | None) -> str:
        zeg = self.zeg
        if vergelijking is None:
            return zeg("vergelijk_alleen")
        scans = "; ".join(
            f"{m.naam} ({datum(m.datum)}): {zinnen.people(m.personen)}"
            for m in vergelijking.momenten
        )
        begin = "" if vergelijking.themas else zeg("vergelijk_niets")
        opzet = self.staat.opzet
        nu = zeg("vergelijk_nu", naam=opzet.naam, dag=datum(opzet.datum))
        return f"{begin}{nu} {zeg('vergelijk_naast', scans=scans)} {vergelijking.inleiding}"

    def _add(self, bestanden: tuple[Bestand, ...]) -> None:
        regels = []
        for bestand in bestanden:
            naam = clean_name(bestand.naam)
            try:
                ander = scan_from_file(bestand.inhoud, self.inhoud, naam)
                eerdere = add_earlier(scan_of(self.staat, self.inhoud), ander).eerdere
            except VormError as fout:
                waarom = str(fout).rstrip(".")
                regels.append(self.zeg("vergelijk_mis", naam=naam, waarom=waarom))
                continue
            self.werk.set("eerdere", eerdere)
            dag = datum(ander.opzet.datum)
            regels.append(self.zeg("vergelijk_ligt", naam=ander.opzet.naam, dag=dag))
        self.melding.tekst = "\n".join(regels)

    def _remove(self) -> None:
        if (kenmerk := self.ernaast.waarde) is not None:
            self.werk.change(lambda staat: remove_earlier(staat, kenmerk))
            self.melding.tekst = self.zeg("vergelijk_weggehaald")

    def _excel(self) -> Bestand:
        if (vergelijking := self.vergelijking) is None:
            raise ValueError("er ligt nog geen andere scan naast")
        tabellen = comparison_tables(
            vergelijking, self.inhoud, (vergelijking.voorbehoud, *self.inhoud.wat_niet)
        )
        return Bestand(self.file_name("vergelijking", "xlsx"), to_xlsx(tabellen), EXCEL_TYPE)

    def _save(self) -> Bestand:
        inhoud = scan_to_file(scan_of(self.staat, self.inhoud), self.inhoud)
        return Bestand(self.file_name("hele scan", "json"), inhoud, "application/json")

    def _next(self) -> None:
        for thema in self.staat.opzet.themas:
            self.werk.clear_drafts(f"+oordeel-{thema}")
        self.werk.clear_drafts("groep")
        self.werk.clear_drafts("opzet")
        self.werk.change(lambda staat: next_scan(staat, self.inhoud))
        self.groep.weggehaald = None
        self.melding.tekst = self.zeg("vergelijk_begonnen")
        if self.gang is not None:
            self.gang.go("maken")
