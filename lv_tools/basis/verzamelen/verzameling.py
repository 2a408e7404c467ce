"""Wie er meedoen en waar hun antwoorden vandaan komen: het geheugen achter het verzamelen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from lv_tools.basis.antwoorden.tabel import TabelError, read_rows
from lv_tools.basis.onderzoek.anoniem import bare, hide_files, new_salt
from lv_tools.basis.onderzoek.respondenten import Respondent, new_id
from lv_tools.basis.onderzoek.respons import Dubbel, find_doubles
from lv_tools.basis.onderzoek.samenvoegen import (
    Bron,
    add_source,
    merge,
    merge_counts,
    remove_source,
)
from lv_tools.basis.onderzoek.telling import Groepstelling, count_by_role
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.opslag.werkbestand import clean_name, now
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.tabellen.tabelbestand import BestandError, read_table
from lv_tools.basis.verzamelen.toevoegen import Aanbod, Toevoeging, add
from lv_tools.basis.vorm.vormcontrole import VormError

#: Bronnen die dit apparaat zelf vult.
EIGEN = "uw eigen antwoorden"
HIER = "om de beurt op dit apparaat"

#: Wat een gelezen bestand oplevert: bronnen, en zinnen over wat niet meetelt.
Gelezen = tuple[tuple[Bron, ...], tuple[str, ...]]


class Verzameling:
    """De bronnen van een groep, los van hoe zij getoond worden.

    Wie iets verandert, roept daarna :meth:`changed`; alle luisteraars kijken dan opnieuw. Een
    hulpmiddel vult :attr:`vragen` en :meth:`read_own_file` in.
    """

    def __init__(self) -> None:
        #: ``"naam"`` of ``"anoniem"``, en leeg zolang er niet gekozen is.
        self.modus = ""
        self.bronnen: tuple[Bron, ...] = ()
        self.luisteraars: list[Callable[[], object]] = []
        #: Wordt er een bewaarde stand teruggezet?
        self.restoring = False
        #: De bron die het laatst is weggehaald.
        self.weggehaald: Bron | None = None
        #: Wat er met het laatst gekozen bestand gebeurde; ``None`` als het niet te lezen was.
        self.toevoeging: Toevoeging | None = None
        #: Kenmerken van dubbele namen die echt meer mensen zijn.
        self.meer_mensen: set[str] = set()
        #: Het geheim van een anonieme meting; leeg zolang dat niet nodig is.
        self.zout = ""

    @property
    def titel(self) -> str:
        """Hoe deze groep of meting heet, voor de naam van een bestand; mag leeg zijn."""
        return ""

    @property
    def vragen(self) -> Vragenset:
        """Wat er gevraagd wordt."""
        raise NotImplementedError

    def read_own_file(self, naam: str, inhoud: bytes) -> Gelezen:
        """Lees een bestand dat dit hulpmiddel zelf maakte.

        Raises
        ------
        VormError
            Als het bestand niet te lezen is of niet bij deze groep past.
        """
        raise NotImplementedError

    def changed(self) -> None:
        """Vertel alle panelen dat er iets is veranderd."""
        for luisteraar in self.luisteraars:
            luisteraar()

    @property
    def people(self) -> int:
        """Aantal mensen dat nu meedoet."""
        return sum(telling.personen for telling in self.counts().values())

    @property
    def has_group(self) -> bool:
        """Doet er iemand mee naast de gebruiker zelf?"""
        return any(
            bron.naam != EIGEN and (bron.respondenten or bron.handtellingen)
            for bron in self.bronnen
        )

    def counts(self) -> Mapping[str, Groepstelling]:
        """Tel wie er meedoen, per rol."""
        return count_by_role(merge(self.bronnen), merge_counts(self.bronnen), self.vragen)

    def who(self) -> str:
        """Zeg wie er meedoen, per rol."""
        tellingen = self.counts()
        if not tellingen:
            return "Er doet nog niemand mee."
        rollen = [f"{self.vragen.rolnaam(rol)} {t.personen}" for rol, t in tellingen.items()]
        mensen = sum(telling.personen for telling in tellingen.values())
        begin = "Er telt nu 1 persoon" if mensen == 1 else f"Nu tellen {mensen} mensen"
        return f"{begin} mee: {opsomming(rollen)}."

    def open_doubles(self) -> tuple[Dubbel, ...]:
        """Geef de namen die vaker in een groep staan en waarover nog niets is gekozen."""
        return tuple(d for d in find_doubles(self.bronnen) if d.sleutel not in self.meer_mensen)

    def keep_all(self, dubbel: Dubbel) -> None:
        """Laat alle invullingen onder deze naam meetellen: het zijn meer mensen."""
        self.meer_mensen.add(dubbel.sleutel)
        self.changed()

    def keep_newest(self, dubbel: Dubbel) -> None:
        """Laat van deze naam alleen de nieuwste invulling meetellen.

        De oudere zijn met :meth:`undo_remove` weer terug te zetten.
        """
        oud = {r.id for r in dubbel.mensen[:-1]}
        self.weggehaald = Bron(f"eerdere antwoorden van {dubbel.naam}"[:120], dubbel.mensen[:-1])
        over = (
            replace(b, respondenten=tuple(r for r in b.respondenten if r.id not in oud))
            for b in self.bronnen
        )
        self.bronnen = tuple(b for b in over if b.respondenten or b.handtellingen)
        self.changed()

    def told_doubles(self, voor: tuple[Dubbel, ...]) -> tuple[str, ...]:
        """Zeg welke namen er nu dubbel in staan en dat eerder nog niet waren."""
        bekend = {dubbel.sleutel for dubbel in voor}
        nieuw = [d.naam for d in self.open_doubles() if d.sleutel not in bekend]
        if not nieuw:
            return ()
        staan = "staat" if len(nieuw) == 1 else "staan"
        return (
            f"{opsomming(nieuw)} {staan} er nu vaker in. Kies onder ‘Wie is er al?’ of dat "
            "dezelfde persoon is.",
        )

    def own(self) -> Respondent | None:
        """Geef de eigen antwoorden van de gebruiker."""
        return next((r for bron in self.own_sources for r in bron.respondenten), None)

    @property
    def own_sources(self) -> tuple[Bron, ...]:
        """De bron met alleen de eigen antwoorden."""
        return tuple(bron for bron in self.bronnen if bron.naam == EIGEN)

    def set_own(self, nieuw: Respondent | None) -> None:
        """Vervang de eigen antwoorden; zonder verandering blijft ook de versie gelijk."""
        oud = self.own()
        if nieuw is None and oud is not None and oud.rest:
            # Wat van een oudere vragenlijst over is, staat niet op het scherm en blijft staan.
            nieuw = replace(oud, antwoorden={}, keuzes={}, notities={})
        if nieuw is not None:
            kenmerk = oud.id if oud else nieuw.id or new_id()
            rest = oud.rest if oud and not nieuw.rest else nieuw.rest
            nieuw = replace(nieuw, id=kenmerk, versie=oud.versie if oud else "", rest=rest)
            if nieuw == oud:
                return
            nieuw = replace(nieuw, versie=now().isoformat())
        elif oud is None:
            return
        andere = tuple(bron for bron in self.bronnen if bron.naam != EIGEN)
        self.bronnen = andere if nieuw is None else (Bron(EIGEN, (nieuw,)), *andere)
        self.changed()

    def forget_own(self) -> None:
        """Wis de eigen antwoorden, ook wat van een oudere vragenlijst over is."""
        if self.own_sources:
            self.bronnen = tuple(bron for bron in self.bronnen if bron.naam != EIGEN)
            self.changed()

    def set_mode(self, modus: str) -> None:
        """Kies op naam of anoniem; wie anoniem kiest, raakt namen kwijt, ook die van bestanden."""
        self.modus = modus
        self.weggehaald = None  # wat werd weggehaald, kan nog namen bevatten
        self.fit_all()
        self.changed()

    def add_turn(self, respondent: Respondent) -> None:
        """Voeg iemand toe die op dit apparaat invulde."""
        nieuw = replace(respondent, id=new_id(), versie=now().isoformat())
        eerder = next((bron for bron in self.bronnen if bron.naam == HIER), Bron(HIER))
        rest = tuple(bron for bron in self.bronnen if bron.naam != HIER)
        self.bronnen = (*rest, replace(eerder, respondenten=(*eerder.respondenten, nieuw)))
        self.changed()

    def undo_turn(self) -> bool:
        """Haal de laatste persoon die op dit apparaat invulde weer weg."""
        eerder = next((bron for bron in self.bronnen if bron.naam == HIER), None)
        if eerder is None:
            return False
        rest = tuple(bron for bron in self.bronnen if bron.naam != HIER)
        over = eerder.respondenten[:-1]
        self.bronnen = (*rest, replace(eerder, respondenten=over)) if over else rest
        self.changed()
        return True

    def add_count(self, bron: Bron) -> None:
        """Voeg een telling uit de zaal toe."""
        self.bronnen = add_source(self.bronnen, bron)
        self.changed()

    def remove(self, sleutel: str) -> None:
        """Haal een bron weg; :meth:`undo_remove` zet haar terug."""
        self.weggehaald = next((b for b in self.bronnen if b.sleutel == sleutel), None)
        self.bronnen = remove_source(self.bronnen, sleutel)
        self.changed()

    def undo_remove(self) -> None:
        """Zet de bron terug die het laatst is weggehaald."""
        if self.weggehaald is not None:
            self.bronnen = add_source(self.bronnen, self.weggehaald)
            self.weggehaald = None
            self.changed()

    def add_file(self, naam: str, inhoud: bytes) -> tuple[str, ...]:
        """Voeg een bestand van een ander toe.

        Returns
        -------
        tuple of str
            Zinnen over wat er gebeurde; de eerste zegt hoeveel mensen erbij kwamen.
        """
        kort = clean_name(naam)
        self.toevoeging = None
        try:
            aanbod = self.read_file(kort, inhoud)
        except (VormError, BestandError, TabelError) as fout:
            tekst = str(fout).rstrip(".")
            return (f"{tekst}." if kort in tekst else f"‘{kort}’ is niet gelezen: {tekst}.",)
        dubbel_voor = self.open_doubles()
        self.toevoeging = add(self.bronnen, aanbod, self.fit)
        if not self.toevoeging.leeg:
            self.bronnen = self.toevoeging.bronnen
            self.fit_all()
            self.changed()
        return (*self.toevoeging.zinnen, *self.told_doubles(dubbel_voor))

    def refuse_anonymous(self, modus: str) -> None:
        """Weiger een anoniem bestand in een groep die op naam werkt.

        Raises
        ------
        VormError
            Als dat zo is, met wat de gebruiker kan doen.
        """
        if modus == "anoniem" and self.modus == "naam":
            raise VormError(
                "de antwoorden zijn anoniem gegeven. Kies eerst ‘anoniem’ als manier van werken"
            )

    def fit(self, bron: Bron) -> Bron:
        """Haal uit een bron wat bij deze manier van werken niet hoort."""
        if self.modus == "naam":
            return bron
        if self.modus == "anoniem":
            self.zout = self.zout or new_salt()
            return bare(bron, self.zout)
        return replace(bron, respondenten=tuple(replace(r, naam="") for r in bron.respondenten))

    def fit_all(self) -> None:
        """Laat alle bronnen bij deze manier van werken passen, ook de namen van bestanden."""
        self.bronnen = tuple(self.fit(bron) for bron in self.bronnen)
        if self.modus == "anoniem":
            self.bronnen = hide_files(self.bronnen, (EIGEN, HIER))

    def read_file(self, naam: str, inhoud: bytes) -> Aanbod:
        """Lees een bestand van dit hulpmiddel of een tabel.

        Raises
        ------
        VormError, BestandError, TabelError
            Als er niets bruikbaars in staat.
        """
        if inhoud.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
            return Aanbod(naam, *self.read_own_file(naam, inhoud))
        op_naam = self.modus == "naam"
        inlezing = read_rows(
            read_table(naam, inhoud), naam, self.vragen, met_namen=op_naam, toon_waarden=op_naam
        )
        return Aanbod(
            naam, (inlezing.bron,), inlezing.meldingen, inlezing.herkenning, inlezing.geweigerd
        )


def rename(bronnen: tuple[Bron, ...], bestand: str) -> tuple[Bron, ...]:
    """Noem de bronnen uit een bestand naar dat bestand."""
    if len(bronnen) == 1:
        return (replace(bronnen[0], naam=bestand),)
    return tuple(replace(b, naam=f"{bestand}: {b.naam}"[:120]) for b in bronnen)
