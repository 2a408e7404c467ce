"""Wat het bezoek het scherm uit brengt: bladen, agenda, en stukken voor andere hulpmiddelen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitvoer.agenda import ICS_TYPE
from lv_tools.basis.uitvoer.document import Document
from lv_tools.basis.uitwisseling.stukken import Herkomst
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.inspectiebezoek.model.uitkomst import Beeld
from lv_tools.inspectiebezoek.model.uitwisselen import give
from lv_tools.inspectiebezoek.scherm.deel import NAAM, Bezoekdeel
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud
from lv_tools.inspectiebezoek.verslag.bericht import share_text
from lv_tools.inspectiebezoek.verslag.bestanden import calendar
from lv_tools.inspectiebezoek.verslag.bladen import response, story_page, team_page
from lv_tools.inspectiebezoek.verslag.taken import title
from lv_tools.schermdelen.afdruk import Afdruk
from lv_tools.schermdelen.bestanden import Bestand, Download
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.deelbericht import Deelbericht
from lv_tools.schermdelen.huisstijl import word_file
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.tekst import Tekst

Blad = Callable[[Beeld, Bezoekinhoud], Document]
#: Elk blad: de sleutel van zijn knop, zijn naam als bestand, en wie het maakt.
BLADEN: tuple[tuple[str, Blad], ...] = (
    ("team", team_page),
    ("verhaal", story_page),
    ("reactie", response),
)


class Meeneempaneel(Bezoekdeel):
    """Bladen, agenda en dossier; het draaiboek staat in de rij eronder."""

    def build(self) -> Iterable[Deel]:
        """De knoppen."""
        zeg = self.inhoud.zeg
        self.klaar = Klaarleggen(self.werk, self._gift, zeg("leg_klaar"), uitweg=zeg("uitweg"))
        bladen: list[Deel] = []
        for soort, maak in BLADEN:
            bladen.append(
                Rij(
                    Download(zeg(f"knop_{soort}"), self._word(soort, maak)),
                    Afdruk(zeg(f"druk_{soort}"), self._document(maak)),
                )
            )
        return (
            Deelbericht(lambda: share_text(self.werk.uitslag, self.inhoud)),
            Sectie(zeg("kop_bladen"), Tekst(zeg("bladen_uitleg")), *bladen, niveau=3),
            Sectie(
                zeg("kop_agenda"),
                Tekst(zeg("agenda_uitleg")),
                Download(zeg("knop_agenda"), self._calendar),
                niveau=3,
            ),
            Sectie(zeg("kop_klaar"), Tekst(zeg("klaar_uitleg")), self.klaar.deel, niveau=3),
        )

    def _document(self, maak: Blad) -> Callable[[], Document]:
        return lambda: maak(self.werk.uitslag, self.inhoud)

    def _word(self, soort: str, maak: Blad) -> Callable[[], Bestand]:
        return lambda: word_file(self._name(soort, "docx"), self._document(maak)())

    def _file(self, soort: str, extensie: str, inhoud: bytes, type_: str) -> Bestand:
        return Bestand(self._name(soort, extensie), inhoud, type_)

    def _name(self, soort: str, extensie: str) -> str:
        return export_name(NAAM, soort, self.werk.staat.naam, now().date(), extensie)

    def _calendar(self) -> Bestand:
        self._mark()
        agenda, bezoek = calendar(self.werk.uitslag, self.inhoud, now())
        self.werk.change(lambda nu: replace(nu, uitgegeven=bezoek.uitgegeven))
        return self._file("agenda", "ics", agenda, ICS_TYPE)

    def _gift(self) -> Gift:
        self._mark()
        beeld = self.werk.uitslag
        van = Herkomst(NAAM, title(beeld, self.inhoud), now().date())
        return Gift(van, beeld.bezoek.kenmerk, give(beeld, self.inhoud))

    def _mark(self) -> None:
        """Geef het bezoek een kenmerk, de eerste keer dat iets naar buiten gaat."""
        if not self.werk.staat.kenmerk:
            kenmerk = new_id()
            self.werk.change(lambda b: replace(b, kenmerk=kenmerk))
