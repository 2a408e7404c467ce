"""Afronden: wanneer het was, het verslag, de agenda en het volgende gesprek."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitvoer.agenda import ICS_TYPE, to_ics
from lv_tools.basis.uitvoer.document import Document
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.gespreksprompter.model.gesprek import Gesprek
from lv_tools.gespreksprompter.model.teruggeven import origin_of, parcel, work_of
from lv_tools.gespreksprompter.scherm.paneel import Gesprekspaneel
from lv_tools.gespreksprompter.verslag.agenda import (
    cancels,
    conversation_events,
    publish_conversation,
)
from lv_tools.gespreksprompter.verslag.bericht import outcome
from lv_tools.gespreksprompter.verslag.uitvoer import report
from lv_tools.schermdelen import (
    Afdruk,
    Bestand,
    Deel,
    Deelbericht,
    Download,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Sectie,
    Tekst,
    Uitklap,
    Vinkjes,
)


class Afrondpaneel(Gesprekspaneel):
    """Wat er na het gesprek gebeurt."""

    def build(self) -> Iterable[Deel]:
        """Wat aan bod kwam, wanneer het was, en alles om mee te nemen."""
        zeg = self.inhoud.zeg
        self.vervallen = Kolom(
            Tekst(zeg("agenda_vervallen")), Download(zeg("vervallen_punten"), self._cancelled)
        )
        self.leeg = Kolom(Tekst(zeg("afronden_leeg")), self.vervallen)
        self.aan_bod = Vinkjes(zeg("aan_bod"), [], snel=True, bij_wijziging=self._mark)
        self.formulieren = Lijst[str](str, self._form)
        self.stand, self.agenda_leeg = Mededeling(), Mededeling()
        self.klaar = Klaarleggen(self.werk, self._gift, zeg("geef"), uitweg=zeg("geef_uitweg"))
        self.vol = Kolom(
            Tekst(zeg("afronden_uitleg")),
            self.aan_bod,
            self.formulieren.deel,
            self.stand,
            Sectie(
                zeg("verslag_en_agenda"),
                self.velden.check("weergave/namen", zeg("namen"), hulp=zeg("namen_hulp")),
                Rij(
                    *self.downloads("verslag", self._document, zeg("verslag")),
                    Afdruk(zeg("druk_verslag"), self._document),
                    Download(zeg("agenda_afspraken"), self._calendar),
                ),
                Deelbericht(self._share),
                self.agenda_leeg,
                Uitklap(zeg("agenda_later"), Tekst(self.inhoud.text("ritme", "agenda"))),
                niveau=3,
            ),
            Sectie(zeg("geef_kop"), Tekst(zeg("geef_uitleg")), self.klaar.deel, niveau=3),
            Sectie(
                zeg("volgende_keer"),
                Knop(zeg("volgend_gesprek"), self._next, hoofd=True),
                niveau=3,
            ),
        )
        return (self.leeg, self.vol)

    def show(self) -> None:
        """Toon wat er van het gesprek bekend is."""
        gesprek, zeg = self.staat.conversation, self.inhoud.zeg
        klaar = gesprek is not None and gesprek.gids is not None
        self.leeg.verborgen, self.vol.verborgen = klaar, not klaar
        vervalt = cancels(self.staat, now())
        self.vervallen.verborgen = klaar or not vervalt
        self.formulieren.show([self.staat.path] if klaar else [])
        if gesprek is None:
            return
        vragen = gesprek.gids.te_stellen if gesprek.gids else ()
        hulp = "aan_bod_onbekend" if gesprek.aan_bod is None else "aan_bod_hulp"
        self.aan_bod.zet("hulp", zeg(hulp))
        self.aan_bod.opties = [(r.id, r.tekst) for r in vragen]
        self.aan_bod.waarde = tuple(r.id for r in vragen if r.id in gesprek.gesteld)
        self.stand.tekst = zeg("afgerond" if gesprek.gehouden else "nog_niet")
        self.stand.toon = "goed" if gesprek.gehouden else "gewoon"
        iets = vervalt or bool(conversation_events(self.staat.current, gesprek))
        self.agenda_leeg.tekst = "" if iets else zeg("agenda_leeg")

    def _form(self, pad: str) -> Deel:
        zeg, kort = self.inhoud.zeg, self.inhoud.zeg("tijd_hulp")

        def veld(naam: str, label: str, hulp: str = "", **rest: Any) -> Deel:
            return self.velden.text(f"{pad}/{naam}", zeg(label), hulp=hulp, houd=True, **rest)

        return self.form(
            "afronden",
            self._finish,
            Rij(
                veld("moment/dag", "gesprek_dag", zeg("gesprek_dag_hulp"), terug=True),
                veld("moment/tijd", "begintijd", kort),
            ),
            veld("aanwezig", "aanwezig"),
            Rij(
                veld("volgende/dag", "volgende_dag"),
                veld("volgende/tijd", "volgende_tijd", kort),
                veld("volgende/plaats", "plaats"),
            ),
        )

    def _gift(self) -> Gift:
        """Geef wat uit dit gesprek komt; zonder kenmerk is er niets te herkennen."""
        self.change(lambda werk: werk)
        kenmerk, reeks, gesprek = self.staat.kenmerk, self.staat.current, self._conversation()
        van, werk = origin_of(reeks, gesprek), work_of(kenmerk, reeks, gesprek)
        return Gift(van, werk, parcel(kenmerk, reeks, gesprek))

    def _mark(self, wel: tuple[str, ...]) -> None:
        gids = self.staat.guide
        if gids is not None:
            vragen = frozenset(regel.id for regel in gids.te_stellen)
            self.change_conversation(lambda gesprek: gesprek.mark(frozenset(wel), vragen))

    def _finish(self, _waarden: Mapping[str, Any]) -> None:
        self.change_conversation(lambda gesprek: gesprek.finish(self.vandaag))
        self.change(lambda werk: werk.chosen_again())

    def _next(self) -> None:
        """Open de voorbereiding van het volgende gesprek, met dezelfde keuzes."""
        gids = self.staat.guide
        if gids is None:
            return
        opdracht = replace(gids.opdracht, zaad=len(self.staat.current.gesprekken) + 1)
        self.switch(lambda werk: werk.prepare(opdracht))
        self.go("gids")

    def _document(self) -> Document:
        self._conversation()  # zonder gesprek is er niets om een verslag van te maken
        return report(self.werk.uitslag, self.inhoud)

    def _share(self) -> str:
        return outcome(self._conversation(), namen=self.staat.weergave.namen)

    def _calendar(self) -> Bestand:
        return self._publish(self.staat.conversation, "afspraken")

    def _cancelled(self) -> Bestand:
        return self._publish(None, "vervallen afspraken")

    def _publish(self, gesprek: Gesprek | None, soort: str) -> Bestand:
        nu, namen = now(), self.staat.weergave.namen
        self.change(lambda werk: werk)  # zonder kenmerk is er niets uit te geven
        punten, _ = publish_conversation(self.staat, gesprek, nu, namen=namen)
        self.change(lambda werk: publish_conversation(werk, gesprek, nu, namen=namen)[1])
        inhoud = to_ics(punten, self.staat.current.naam, nu)
        return Bestand(self.file_name(soort, "ics"), inhoud, ICS_TYPE)

    def _conversation(self) -> Gesprek:
        if self.staat.conversation is None:
            raise ValueError("er is nog geen gesprek om een verslag van te maken")
        return self.staat.conversation
