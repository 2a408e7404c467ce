"""Afronden: wanneer het was, het verslag, de agenda en het volgende gesprek."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from lv_tools.basis.invoer.tijd import read_time
from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitvoer.agenda import ICS_TYPE, to_ics
from lv_tools.basis.uitvoer.document import Document, to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import MARKDOWN_TYPE
from lv_tools.basis.uitvoer.word import WORD_TYPE, to_docx
from lv_tools.gespreksprompter.model.gesprek import Gesprek, Moment
from lv_tools.gespreksprompter.scherm.tijdveld import time_field
from lv_tools.gespreksprompter.scherm.werk import Getoond, Werkplek
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.gespreksprompter.verslag.agenda import (
    cancels,
    conversation_events,
    publish_conversation,
)
from lv_tools.gespreksprompter.verslag.document import minutes_document
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
    Vinkjes,
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
        self._getoond = Getoond()
        tekst = inhoud().text
        self.vervallen = Kolom(
            Tekst(tekst("scherm", "agenda_vervallen")),
            Download("Vervallen punten voor de agenda", self._cancelled),
        )
        self.leeg = Kolom(Tekst(tekst("scherm", "afronden_leeg")), self.vervallen)
        self.dag = Invoerveld(
            Veld("afrond-dag", "Dag van dit gesprek", "datum"), bij_wijziging=self._note
        )
        self.tijd = time_field("afrond-tijd", "Begintijd", bij_wijziging=self._note)
        self.aanwezig = Invoerveld(
            Veld("afrond-aanwezig", "Wie waren erbij", lengte=400), bij_wijziging=self._note
        )
        self.volgende_dag = Invoerveld(
            Veld("volgende-dag", "Dag van het volgende gesprek", "datum"), bij_wijziging=self._note
        )
        self.volgende_tijd = time_field(
            "volgende-tijd", "Begintijd van het volgende gesprek", bij_wijziging=self._note
        )
        self.plaats = Invoerveld(
            Veld("volgende-plaats", "Plaats", lengte=120), bij_wijziging=self._note
        )
        self.aan_bod = Vinkjes(tekst("scherm", "aan_bod"), [], snel=True, bij_wijziging=self._mark)
        self.formulier = Formulier(
            Rij(self.dag, self.tijd),
            self.aanwezig,
            Rij(self.volgende_dag, self.volgende_tijd, self.plaats),
            bij_inzenden=self._finish,
            knop="Rond het gesprek af",
            gelukt="Het gesprek is afgerond.",
        )
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
            self.aan_bod,
            self.formulier,
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
        self.vervallen.verborgen = klaar or not cancels(self.plek.werk, now())
        if gesprek is None:
            return
        if self._differs(gesprek):
            self.formulier.clear_errors()  # wat daar stond, ging over het vorige gesprek
            self.dag.waarde = _day(gesprek.moment)
            self.tijd.waarde = _time(gesprek.moment.tijd)
            self.aanwezig.waarde = gesprek.aanwezig
            self.volgende_dag.waarde = _day(gesprek.volgende)
            self.volgende_tijd.waarde = _time(gesprek.volgende.tijd)
            self.plaats.waarde = gesprek.volgende.plaats
        vragen = gesprek.gids.te_stellen if gesprek.gids else ()
        hulp = "aan_bod_onbekend" if gesprek.aan_bod is None else "aan_bod_hulp"
        self.aan_bod.zet("hulp", inhoud().text("scherm", hulp))
        self.aan_bod.opties = [(r.id, r.tekst) for r in vragen]
        self.aan_bod.waarde = tuple(r.id for r in vragen if r.id in gesprek.gesteld)
        self._tell()

    def _differs(self, gesprek: Gesprek) -> bool:
        feiten = (gesprek.moment, gesprek.aanwezig, gesprek.volgende)
        return self._getoond.differs(self.plek.ronde, self.plek.werk.reeks, gesprek.id, *feiten)

    def _note(self, _waarde: object) -> None:
        """Neem meteen over wat leesbaar is; afronden is iets anders dan onthouden."""
        gesprek = self.plek.gesprek
        if gesprek is None:
            return
        nu, straks = gesprek.moment, gesprek.volgende
        ander = replace(
            gesprek,
            moment=replace(nu, dag=_or(self.dag, nu.dag), tijd=_clock(self.tijd, nu.tijd)),
            aanwezig=_or(self.aanwezig, gesprek.aanwezig) or "",
            volgende=Moment(
                _or(self.volgende_dag, straks.dag),
                _clock(self.volgende_tijd, straks.tijd),
                _or(self.plaats, straks.plaats) or "",
            ),
        )
        self.plek.keep(ander)
        self._differs(ander)  # de velden staan al zoals zij getypt zijn

    def _mark(self, wel: tuple[str, ...]) -> None:
        gesprek = self.plek.gesprek
        if gesprek is not None and gesprek.gids is not None:
            vragen = frozenset(regel.id for regel in gesprek.gids.te_stellen)
            self.plek.keep(gesprek.mark(frozenset(wel), vragen))

    def _tell(self) -> None:
        gesprek = self.plek.gesprek
        if gesprek is None:
            return
        zin = "afgerond" if gesprek.gehouden else "nog_niet"
        self.stand.tekst = inhoud().text("scherm", zin)
        self.stand.toon = "goed" if gesprek.gehouden else "gewoon"
        punten = conversation_events(self.plek.werk.current, gesprek)
        iets = bool(punten) or cancels(self.plek.werk, now())
        self.agenda_leeg.tekst = "" if iets else inhoud().text("scherm", "agenda_leeg")

    def _finish(self, _waarden: Mapping[str, Any]) -> Mapping[Invoerveld, Invoerfout]:
        gesprek = self.plek.gesprek
        if gesprek is None:
            return {}
        tijden = {
            veld: read_time(veld.waarde, veld.label) for veld in (self.tijd, self.volgende_tijd)
        }
        if mis := {veld: tijd for veld, tijd in tijden.items() if isinstance(tijd, Invoerfout)}:
            return mis
        self._note(None)
        self.plek.keep(replace(self._conversation(), gehouden=True))
        self.plek.refresh()
        return {}

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
            self.plek.marked(), self.plek.gesprek, nu, namen=bool(self.namen.waarde)
        )
        self.plek.werk = werk
        naam = self.plek.file_name("afspraken", "ics")
        return Bestand(naam, to_ics(punten, werk.current.naam, nu), ICS_TYPE)

    def _cancelled(self) -> Bestand:
        nu = now()
        punten, self.plek.werk = publish_conversation(self.plek.marked(), None, nu)
        naam = self.plek.file_name("vervallen afspraken", "ics")
        return Bestand(naam, to_ics(punten, self.plek.werk.current.naam, nu), ICS_TYPE)

    def _conversation(self) -> Gesprek:
        if self.plek.gesprek is None:
            raise ValueError("er is nog geen gesprek om een verslag van te maken")
        return self.plek.gesprek


def _or(veld: Invoerveld, oud: Any) -> Any:
    """Geef wat er staat, of wat er was als dat niet te lezen is."""
    gelezen = veld.read()
    return oud if isinstance(gelezen, Invoerfout) else gelezen


def _clock(veld: Invoerveld, oud: time | None) -> time | None:
    gelezen = read_time(veld.waarde, veld.label)
    return oud if isinstance(gelezen, Invoerfout) else gelezen


def _day(moment: Moment) -> str:
    return f"{moment.dag.day}-{moment.dag.month}-{moment.dag.year}" if moment.dag else ""


def _time(tijd: time | None) -> str:
    return f"{tijd.hour}.{tijd.minute:02d}" if tijd else ""
