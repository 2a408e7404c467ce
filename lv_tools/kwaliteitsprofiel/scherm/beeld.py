"""Wat één persoon invult: zes onderdelen, die pas bestaan als iemand ze openklapt."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.vorm.pad import get_at, join
from lv_tools.kwaliteitsprofiel.bestand import NAAM, own_file
from lv_tools.kwaliteitsprofiel.model.profiel import Beeld, points
from lv_tools.kwaliteitsprofiel.scherm.paneel import Profielpaneel, Profielwerk
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Download,
    Kolom,
    Schaalpunt,
    Sectie,
    Stelling,
    Tekst,
    Uitklap,
    Vragenlijst,
)


class Onderdeel(Profielpaneel):
    """Een onderdeel van het beeld van één persoon.

    Parameters
    ----------
    pad
        Waar het beeld in de staat staat.
    """

    def __init__(self, werk: Profielwerk, inhoud: Profielinhoud, pad: str) -> None:
        super().__init__(werk, inhoud)
        self.pad = pad

    def questions(self, code: str) -> Vragenlijst:
        """Maak de vragenlijst van één vraag."""
        vraag, zeg = self.inhoud.question(code), self.inhoud.zeg
        titel = vraag.titel
        if vraag.nummer:
            titel = zeg("vraag_nummer", titel=titel, nummer=vraag.nummer)
        punten = points(self.werk.staat.kern, self.inhoud, vraag.lijst)
        return self.velden.answers(
            f"{self.pad}/{code}",
            titel,
            [Stelling(punt.code, punt.tekst, punt.hulp) for punt in punten],
            [
                *(Schaalpunt(plek, tekst) for plek, tekst in enumerate(vraag.opties, start=1)),
                Schaalpunt(None, zeg("weet_niet")),
            ],
            uitleg=vraag.uitleg,
            niveau=4,
        )

    def text(self, code: str, label: str, hulp: str = "") -> Deel:
        """Maak een vak om in eigen woorden te antwoorden."""
        return self.velden.text(f"{self.pad}/open/{code}", label, hulp=hulp)


class Opdrachtdeel(Onderdeel):
    """De functie, en de vragen over kwaliteitscultuur."""

    def build(self) -> Iterable[Deel]:
        """De open vragen."""
        zeg = self.inhoud.zeg
        vragen = (self.text(o.code, o.tekst, o.hulp) for o in self.inhoud.open if o.cultuur)
        return (
            self.text("functie", zeg("functie"), zeg("functie_hulp")),
            Sectie(zeg("cultuur_kop"), Tekst(zeg("cultuur_uitleg")), *vragen, niveau=4),
        )


class Vragendeel(Onderdeel):
    """Een of twee vragenlijsten; zij volgen de lijst van het niveau en de eigen taken."""

    codes: tuple[str, ...] = ()

    def build(self) -> Iterable[Deel]:
        """De vragenlijsten, en wat er in eigen woorden bij hoort."""
        self.lijsten = Kolom()
        self._bij: object = None
        return (self.lijsten, *self.own_words())

    def own_words(self) -> Iterable[Deel]:
        """Wat er in eigen woorden bij hoort."""
        return ()

    def show(self) -> None:
        """Maak de lijsten opnieuw als er andere punten in staan."""
        lijsten = [self.inhoud.question(code).lijst for code in self.codes]
        punten = tuple(points(self.werk.staat.kern, self.inhoud, lijst) for lijst in lijsten)
        if punten != self._bij:
            self._bij = punten
            self.lijsten.inhoud = tuple(self.questions(code) for code in self.codes)


class Takendeel(Vragendeel):
    """Wie de taken nu doet en zou moeten doen."""

    codes = ("nu", "straks")

    def own_words(self) -> Iterable[Deel]:
        """De taak die iemand graag zou doen."""
        zeg = self.inhoud.zeg
        return (self.text("ambitie", zeg("ambitie"), zeg("ambitie_hulp")),)


class Gespreksdeel(Vragendeel):
    """Gesprekken en overleggen."""

    codes = ("gesprek", "erbij", "erbij_straks")


class Invloeddeel(Vragendeel):
    """Invloed, en de informatie daarvoor."""

    codes = ("invloed", "informatie")

    def own_words(self) -> Iterable[Deel]:
        """Waaraan invloed te merken is."""
        return (self.text("invloed", self.inhoud.zeg("invloed_open")),)


class Grensdeel(Vragendeel):
    """Waar de medewerker van af blijft."""

    codes = ("afblijven",)

    def own_words(self) -> Iterable[Deel]:
        """Wat er nog meer bij hoort."""
        return (self.text("afblijven", self.inhoud.zeg("afblijven_open")),)


class Urendeel(Onderdeel):
    """De uren die er zijn, en die de taken kosten."""

    def build(self) -> Iterable[Deel]:
        """De velden; per taak een."""
        zeg, velden = self.inhoud.zeg, self.velden
        self.taken = Kolom()
        self._bij: object = None
        return (
            velden.radios(
                f"{self.pad}/per",
                zeg("per"),
                [("jaar", zeg("per_jaar")), ("week", zeg("per_week"))],
            ),
            velden.text(
                f"{self.pad}/beschikbaar", zeg("beschikbaar"), hulp=zeg("beschikbaar_hulp")
            ),
            Tekst(zeg("uren_uitleg")),
            self.taken,
        )

    def show(self) -> None:
        """Een veld per taak en per vaste post."""
        punten = (*points(self.werk.staat.kern, self.inhoud, "taken"), *self.inhoud.post)
        if punten != self._bij:
            self._bij = punten
            self.taken.inhoud = tuple(
                self.velden.text(f"{self.pad}/{join('uren', punt.code)}", punt.tekst)
                for punt in punten
            )


class Beeldpaneel(Onderdeel):
    """Alles wat één persoon invult, onderdeel voor onderdeel."""

    def build(self) -> Iterable[Deel]:
        """De onderdelen, het eerste open, en het bestand met alleen dit beeld."""
        zeg, pad = self.inhoud.zeg, self.pad
        self.delen: list[Uitklap] = []
        for naam, klasse in (
            ("open", Opdrachtdeel),
            ("taken", Takendeel),
            ("gesprek", Gespreksdeel),
            ("invloed", Invloeddeel),
            ("afblijven", Grensdeel),
            ("uren", Urendeel),
        ):
            deel = klasse(self.werk, self.inhoud, pad)
            self.delen.append(self.fold(zeg(f"deel_{naam}"), deel, open=naam == "open"))
        return (
            Tekst(zeg("beurt_uitleg")),
            *self.delen,
            Tekst(zeg("beeld_bestand_uitleg")),
            Download(zeg("beeld_bestand"), self._file),
        )

    def _file(self) -> Bestand:
        staat = self.werk.staat
        beeld: Beeld = get_at(staat, self.pad)
        titel = " ".join(filter(None, (staat.kern.titel, self.inhoud.rol.get(beeld.rol, ""))))
        naam = export_name(NAAM, "beeld", titel, now().date(), "json")
        return Bestand(naam, own_file(staat, beeld), "application/json")
