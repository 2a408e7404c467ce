"""Een volledig klein hulpmiddel op de bouwdoos: het voorbeeld uit CONTRIBUTING.md."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Annotated

from lv_tools.basis.opslag.werkbestand import today
from lv_tools.basis.taal.notatie import datum, getal
from lv_tools.basis.uitvoer.document import Alinea, Document, Kop, Tabelblok
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import KENMERK, Getal, Hoogstens, Tekst
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.bouwdoos.inhoud import Inhoud
from lv_tools.bouwdoos.kaart import Kaart, Kaartpaneel
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.schermdelen import Deel, Rij

# -- model: wat er bewaard wordt, en wat eruit volgt ------------------------------


@dataclass(frozen=True)
class Afspraak:
    """Wie doet wat, en wanneer."""

    id: Annotated[str, KENMERK]
    wat: Annotated[str, Tekst(300)] = ""
    wie: Annotated[str, Tekst(80)] = ""
    wanneer: date | None = None
    uren: Annotated[Fraction | None, Getal(0, 1_000)] = None


@dataclass(frozen=True)
class Lijstje:
    """De staat: dit is precies wat in het bestand komt."""

    peildag: date | None = None
    afspraken: Annotated[tuple[Afspraak, ...], Hoogstens(200)] = ()


@dataclass(frozen=True)
class Stand:
    """De uitkomst: alle afspraken op volgorde, en welke over hun datum zijn."""

    peildag: date
    alle: tuple[Afspraak, ...]
    te_laat: tuple[Afspraak, ...]


def compute(lijst: Lijstje, _inhoud: Inhoud) -> Stand:
    """Zet de afspraken op volgorde van datum; zonder datum achteraan."""
    peildag = lijst.peildag or today()
    op_volgorde = sorted(lijst.afspraken, key=lambda a: (a.wanneer or date.max, a.wat, a.id))
    te_laat = tuple(a for a in op_volgorde if a.wanneer and a.wanneer < peildag)
    return Stand(peildag, tuple(op_volgorde), te_laat)


# -- verslag: één beschrijving, voor scherm, Word, Markdown, afdruk en stilbeeld --


def report(stand: Stand, inhoud: Inhoud) -> Document:
    """Beschrijf de uitkomst."""
    kop = Kop(inhoud.zeg("kop", dag=datum(stand.peildag)))
    if not stand.alle:
        return Document(inhoud.algemeen.titel, (kop, Alinea(inhoud.zeg("geen"))))
    uren = sum((a.uren or Fraction(0) for a in stand.te_laat), Fraction(0))
    zin = inhoud.zeg("telling", open=len(stand.te_laat), n=len(stand.alle), uren=getal(float(uren)))
    tabel = table(stand, inhoud)
    blok = Tabelblok(tabel.titel, tabel.kolommen, tabel.rijen, sorteerbaar=False)
    return Document(inhoud.algemeen.titel, (kop, Alinea(zin), blok))


def table(stand: Stand, inhoud: Inhoud) -> Uitvoertabel:
    """Geef de afspraken als tabel."""
    return Uitvoertabel(
        inhoud.zeg("tabel"),
        tuple(inhoud.zeg(kolom) for kolom in ("wat", "wie", "wanneer", "uren")),
        tuple(
            (
                a.wat,
                a.wie,
                datum(a.wanneer) if a.wanneer else None,
                None if a.uren is None else float(a.uren),
            )
            for a in stand.alle
        ),
    )


# -- scherm: per stap een paneel ------------------------------


class Afspraakkaart(Kaart[Lijstje, Stand, Inhoud]):
    """De velden van één afspraak."""

    def build(self) -> Iterable[Deel]:
        """Wat, wie, wanneer en hoe lang, en de knop om haar weg te halen."""
        rest = (self.field(veld, veld) for veld in ("wie", "wanneer", "uren"))
        return self.field("wat", "wat"), Rij(*rest), self.weg


class Afsprakenpaneel(Kaartpaneel[Lijstje, Stand, Inhoud]):
    """De velden van elke afspraak."""

    def build(self) -> Iterable[Deel]:
        """De peildag, en een reeks afspraken met een knop voor nog een."""
        zeg = self.inhoud.zeg
        afspraken = self.add_series(
            "afspraken",
            Afspraak,
            Afspraakkaart,
            zeg("nieuw"),
            kop=lambda nummer, _afspraak: zeg("afspraak", nummer=nummer),
            niveau=3,
        )
        return self.velden.text("peildag", zeg("peildag")), afspraken


class Overzichtpaneel(Paneel[Lijstje, Stand, Inhoud]):
    """De uitkomst, zoals zij ook in het verslag staat."""

    def build(self) -> Iterable[Deel]:
        """Eén document."""
        self.document = Documentdeel()
        return (self.document.deel,)

    def show(self) -> None:
        """Toon het verslag bij de stand van nu."""
        self.document.show(report(self.werk.uitslag, self.inhoud).blokken)


# -- de voordeur ------------------------------


@cache
def content() -> Inhoud:
    """Lees de teksten."""
    toml = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return codec.read(Inhoud, tomllib.loads(toml))


def example(_inhoud: Inhoud) -> Lijstje:
    """Een ingevulde lijst voor het stilstaande beeld."""
    afspraak = Afspraak(
        "a1", "Lesbezoeken plannen", "teamleider", date(2027, 1, 15), Fraction(3, 2)
    )
    return Lijstje(date(2027, 2, 1), (afspraak,))


AFSPRAKENLIJST = Hulpmiddel(
    naam="afsprakenlijst",
    inhoud=content,
    leeg=lambda _inhoud: Lijstje(),
    reken=compute,
    panelen={"afspraken": Afsprakenpaneel, "overzicht": Overzichtpaneel},
    verslag=report,
    tabellen=lambda stand, inhoud: (table(stand, inhoud),),
    voorbeeld=example,
)
open_scherm = AFSPRAKENLIJST.open
