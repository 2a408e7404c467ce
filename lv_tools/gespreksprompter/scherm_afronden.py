"""Afronden: wanneer het was, het verslag, de agenda en het volgende gesprek."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from lv_tools.basis.agenda import ICS_TYPE, to_ics
from lv_tools.basis.document import Document, to_markdown
from lv_tools.basis.invoer import Invoerfout, Veld
from lv_tools.basis.opslag import now
from lv_tools.basis.uitvoer import MARKDOWN_TYPE
from lv_tools.basis.word import WORD_TYPE, to_docx
from lv_tools.gespreksprompter.gesprek import Gesprek, Moment
from lv_tools.gespreksprompter.scherm_tijd import read_time, time_field
from lv_tools.gespreksprompter.scherm_werk import Werkplek
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.gespreksprompter.verslag import minutes_document
from lv_tools.gespreksprompter.verslag_agenda import conversation_events, publish_conversation
from lv_tools.schermdelen import (
    Afdruk,
    Bestand,
    Download,
    Formulier,
    Invoerveld,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Sectie,
    Tekst,
    Uitklap,
    Vinkje,
)


class Afrondpaneel:
    """Wat er na het gesprek gebeurt.

    Parameters
    ----------
    naar_kiezen
        Wordt geroepen als het volgende gesprek klaarstaat.
    """

    def __init__(self, plek: Werkplek, naar_kiezen: Callable[[], object]) -> None:
        self.plek, self.naar_kiezen = plek, naar_kiezen
        tekst = inhoud().text
        self.leeg = Tekst(tekst("scherm", "afronden_leeg"))
        self.dag = Invoerveld(Veld("afrond-dag", "Dag van dit gesprek", "datum"))
        self.tijd = time_field("afrond-tijd", "Begintijd")
        self.aanwezig = Invoerveld(Veld("afrond-aanwezig", "Wie waren erbij", lengte=400))
        self.volgende_dag = Invoerveld(
            Veld("volgende-dag", "Dag van het volgende gesprek", "datum")
        )
        self.volgende_tijd = time_field("volgende-tijd", "Begintijd van het volgende gesprek")
        self.plaats = Invoerveld(Veld("volgende-plaats", "Plaats", lengte=120))
        self.stand = Mededeling()
        self.namen = Vinkje(
            "Zet namen in het verslag en de agenda",
            waarde=True,
            naam="afrond-namen",
            hulp=tekst("scherm", "namen_hulp"),
        )
        self.agenda_leeg = Mededeling()
        self.vol = Kolom(
            Tekst(tekst("scherm", "afronden_uitleg")),
            Formulier(
                Rij(self.dag, self.tijd),
                self.aanwezig,
                Rij(self.volgende_dag, self.volgende_tijd, self.plaats),
                bij_inzenden=self._finish,
                knop="Rond het gesprek af",
                gelukt="Het gesprek is afgerond.",
            ),
            self.stand,
            Sectie(
                "Verslag en agenda",
                self.namen,
                Rij(
                    Download("Verslag voor Word", self._word),
                    Download("Verslag als Markdown", self._markdown),
                    Afdruk("Druk het verslag af", self._document),
                    Download("Afspraken voor de agenda", self._calendar),
                ),
                self.agenda_leeg,
                Uitklap(
                    "Als u dit later nog eens in uw agenda zet", Tekst(tekst("ritme", "agenda"))
                ),
                niveau=3,
            ),
            Sectie(
                "Volgende keer",
                Knop("Bereid het volgende gesprek voor", self._next, hoofd=True),
                niveau=3,
            ),
        )
        self.deel = Kolom(self.leeg, self.vol)
        plek.na.append(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Toon wat er van het gesprek bekend is."""
        gesprek = self.plek.gesprek
        klaar = gesprek is not None and gesprek.gids is not None
        self.leeg.verborgen, self.vol.verborgen = klaar, not klaar
        if gesprek is None:
            return
        self.dag.waarde = _day(gesprek.moment)
        self.tijd.waarde = _time(gesprek.moment.tijd)
        self.aanwezig.waarde = gesprek.aanwezig
        self.volgende_dag.waarde = _day(gesprek.volgende)
        self.volgende_tijd.waarde = _time(gesprek.volgende.tijd)
        self.plaats.waarde = gesprek.volgende.plaats
        self._tell()

    def _tell(self) -> None:
        gesprek = self.plek.gesprek
        if gesprek is None:
            return
        zin = "afgerond" if gesprek.gehouden else "nog_niet"
        self.stand.tekst = inhoud().text("scherm", zin)
        self.stand.toon = "goed" if gesprek.gehouden else "gewoon"
        punten = conversation_events(self.plek.werk.current, gesprek)
        self.agenda_leeg.tekst = "" if punten else inhoud().text("scherm", "agenda_leeg")

    def _finish(self, waarden: Mapping[str, Any]) -> tuple[Invoerfout, ...]:
        gesprek = self.plek.gesprek
        if gesprek is None:
            return ()
        tijden = {}
        for veld in (self.tijd, self.volgende_tijd):
            tijd = read_time(veld.waarde, veld.label)
            if isinstance(tijd, Invoerfout):
                return (tijd,)
            tijden[veld.label] = tijd
        self.plek.keep(
            replace(
                gesprek,
                moment=Moment(
                    waarden["afrond-dag"], tijden[self.tijd.label], gesprek.moment.plaats
                ),
                aanwezig=waarden["afrond-aanwezig"] or "",
                volgende=Moment(
                    waarden["volgende-dag"],
                    tijden[self.volgende_tijd.label],
                    waarden["volgende-plaats"] or "",
                ),
                gehouden=True,
            )
        )
        self.plek.refresh()
        return ()

    def _next(self) -> None:
        """Open de voorbereiding van het volgende gesprek, met dezelfde keuzes."""
        werk, gids = self.plek.werk, self.plek.gids
        if gids is None:
            return
        zaad = len(werk.current.gesprekken) + 1
        self.plek.switch(werk.prepare(replace(gids.opdracht, zaad=zaad)))
        self.naar_kiezen()

    def _document(self) -> Document:
        reeks, gesprek = self.plek.werk.current, self._conversation()
        return minutes_document(reeks, gesprek, now(), namen=bool(self.namen.waarde))

    def _word(self) -> Bestand:
        return Bestand(self.plek.file_name("verslag", "docx"), to_docx(self._document()), WORD_TYPE)

    def _markdown(self) -> Bestand:
        tekst = to_markdown(self._document())
        return Bestand(self.plek.file_name("verslag", "md"), tekst.encode(), MARKDOWN_TYPE)

    def _calendar(self) -> Bestand:
        nu = now()
        punten, werk = publish_conversation(
            self.plek.marked(), self._conversation(), nu, namen=bool(self.namen.waarde)
        )
        self.plek.werk = werk
        naam = self.plek.file_name("afspraken", "ics")
        return Bestand(naam, to_ics(punten, werk.current.naam, nu), ICS_TYPE)

    def _conversation(self) -> Gesprek:
        if self.plek.gesprek is None:
            raise ValueError("er is nog geen gesprek om een verslag van te maken")
        return self.plek.gesprek


def _day(moment: Moment) -> str:
    return f"{moment.dag.day}-{moment.dag.month}-{moment.dag.year}" if moment.dag else ""


def _time(tijd: time | None) -> str:
    return f"{tijd.hour}.{tijd.minute:02d}" if tijd else ""
