"""Wat er op dit moment is ingevuld: het gedeelde geheugen van de panelen van het scherm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lv_tools.basis.antwoordtabel import TabelError, read_rows
from lv_tools.basis.notatie import aantal, opsomming
from lv_tools.basis.opslag import Leesfout, clean_name, from_json, now
from lv_tools.basis.respondenten import Respondent, new_id
from lv_tools.basis.samenvoegen import Bron, add_source, merge, merge_counts, remove_source
from lv_tools.basis.tabelbestand import BestandError, read_table
from lv_tools.basis.telling import count_by_role
from lv_tools.basis.vormcontrole import VormError
from lv_tools.urgentiemeter.bestand import NAAM, VERSIE, scan_from_state, scan_to_state
from lv_tools.urgentiemeter.model import Afdeling, Scan
from lv_tools.urgentiemeter.teksten import Instrument

#: Bronnen die dit apparaat zelf vult.
EIGEN = "uw eigen antwoorden"
HIER = "om de beurt op dit apparaat"


class Werk:
    """De stand van het scherm, los van hoe zij getoond wordt.

    Wie iets verandert, roept daarna :meth:`changed`; alle luisteraars kijken dan opnieuw.
    """

    def __init__(self, inhoud: Instrument) -> None:
        self.inhoud = inhoud
        self.modus = ""
        self.bronnen: tuple[Bron, ...] = ()
        self.regels = inhoud.regels
        self.afdelingen: Callable[[], tuple[Afdeling, ...]] = tuple
        self.luisteraars: list[Callable[[], object]] = []
        #: Wordt er een bewaarde stand teruggezet?
        self.restoring = False

    def changed(self) -> None:
        """Vertel alle panelen dat er iets is veranderd."""
        for luisteraar in self.luisteraars:
            luisteraar()

    def scan(self) -> Scan:
        """Geef alles wat is ingevuld."""
        return Scan(
            datum=now().date().isoformat(),
            modus=self.modus,
            afdelingen=self.afdelingen(),
            bronnen=self.bronnen,
            regels=self.regels,
        )

    def to_state(self) -> dict[str, Any]:
        """Schrijf de stand voor het bewaren; de datum van vandaag hoort daar niet bij."""
        return scan_to_state(replace(self.scan(), datum=""), self.inhoud)

    @property
    def people(self) -> int:
        """Aantal mensen dat nu meedoet."""
        return sum(telling.personen for telling in self._counts().values())

    @property
    def has_group(self) -> bool:
        """Doet er iemand mee naast de gebruiker zelf?"""
        return any(bron.naam != EIGEN for bron in self.bronnen)

    def who(self) -> str:
        """Zeg wie er meedoen, per rol."""
        tellingen = self._counts()
        if not tellingen:
            return "Er doet nog niemand mee."
        rollen = [
            f"{self.inhoud.vragen.rolnaam(rol)} {telling.personen}"
            for rol, telling in tellingen.items()
        ]
        begin = "Er telt nu 1 persoon" if self.people == 1 else f"Nu tellen {self.people} mensen"
        return f"{begin} mee: {opsomming(rollen)}."

    def own(self) -> Respondent | None:
        """Geef de eigen antwoorden van de gebruiker."""
        for bron in self.bronnen:
            if bron.naam == EIGEN and bron.respondenten:
                return bron.respondenten[0]
        return None

    def set_own(self, nieuw: Respondent | None) -> None:
        """Vervang de eigen antwoorden; zonder verandering blijft ook de versie gelijk."""
        oud = self.own()
        if nieuw is not None:
            kenmerk = oud.id if oud else new_id()
            nieuw = replace(nieuw, id=kenmerk, versie=oud.versie if oud else "")
            if nieuw == oud:
                return
            nieuw = replace(nieuw, versie=now().isoformat())
        elif oud is None:
            return
        rest = tuple(bron for bron in self.bronnen if bron.naam != EIGEN)
        self.bronnen = rest if nieuw is None else (Bron(EIGEN, (nieuw,)), *rest)
        self.changed()

    def set_mode(self, modus: str) -> None:
        """Kies op naam of anoniem; wie anoniem kiest, raakt namen kwijt."""
        self.modus = modus
        self.bronnen = tuple(self._without_names(bron) for bron in self.bronnen)
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
        """Haal een bron weg."""
        self.bronnen = remove_source(self.bronnen, sleutel)
        self.changed()

    def add_file(self, naam: str, inhoud: bytes) -> tuple[str, ...]:
        """Voeg een bestand van een ander toe.

        Returns
        -------
        tuple of str
            Zinnen over wat er gebeurde; de eerste zegt hoeveel mensen erbij kwamen.
        """
        kort = clean_name(naam)
        json_vorm = inhoud.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
        try:
            nieuw, zinnen = self._read_json(kort, inhoud) if json_vorm else self._read(kort, inhoud)
        except (VormError, BestandError, TabelError) as fout:
            tekst = str(fout)
            return (tekst if kort in tekst else f"‘{kort}’ is niet gelezen: {tekst}.",)
        voor = self.people
        for bron in nieuw:
            self.bronnen = add_source(self.bronnen, self._without_names(bron))
        erbij = self.people - voor
        dubbel = sum(len(bron.respondenten) for bron in nieuw) - erbij
        zin = f"‘{kort}’: {aantal(erbij, 'persoon', 'mensen')} erbij."
        if dubbel > 0:
            zin += (
                f" {aantal(dubbel, 'persoon stond', 'mensen stonden')} er al en telt niet dubbel."
            )
        self.changed()
        return (zin, *zinnen)

    def restore(self, staat: Mapping[str, Any] | None) -> str:
        """Zet een bewaarde stand terug; geeft een zin als dat niet kon."""
        scan, zin = Scan(regels=self.inhoud.regels), ""
        if staat is not None:
            try:
                scan = scan_from_state(staat, self.inhoud)
            except VormError as fout:
                zin = f"De bewaarde antwoorden zijn niet gelezen: {fout}."
        self.modus, self.bronnen, self.regels = scan.modus, scan.bronnen, scan.regels
        self.restored = scan.afdelingen
        return zin

    #: Afdelingen uit het laatst teruggezette bestand.
    restored: Sequence[Afdeling] = ()

    def _read(self, naam: str, inhoud: bytes) -> tuple[tuple[Bron, ...], tuple[str, ...]]:
        met_namen = self.modus == "naam"
        inlezing = read_rows(
            read_table(naam, inhoud), naam, self.inhoud.vragen, met_namen=met_namen
        )
        return (inlezing.bron,), inlezing.meldingen

    def _read_json(self, naam: str, inhoud: bytes) -> tuple[tuple[Bron, ...], tuple[str, ...]]:
        bewaard = from_json(inhoud, NAAM, VERSIE, bestand=f"‘{naam}’")
        if isinstance(bewaard, Leesfout):
            raise VormError(str(bewaard))
        scan = scan_from_state(bewaard.staat.get("extra"), self.inhoud)
        if scan.modus == "anoniem" and self.modus == "naam":
            raise VormError(
                "de antwoorden zijn anoniem gegeven. Kies eerst ‘anoniem’ als manier van werken"
            )
        if len(scan.bronnen) == 1:
            return (replace(scan.bronnen[0], naam=naam),), ()
        return tuple(replace(b, naam=f"{naam}: {b.naam}"[:120]) for b in scan.bronnen), ()

    def _without_names(self, bron: Bron) -> Bron:
        if self.modus == "naam":
            return bron
        return replace(bron, respondenten=tuple(replace(r, naam="") for r in bron.respondenten))

    def _counts(self) -> Mapping[str, Any]:
        return count_by_role(merge(self.bronnen), merge_counts(self.bronnen), self.inhoud.vragen)
