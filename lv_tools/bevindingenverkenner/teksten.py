"""Teksten en instellingen van de verkenner, uit ``data/instrumenten/bevindingenverkenner.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lv_tools.basis.gegevens.datapakket import lees_toml

BESTAND = "instrumenten/bevindingenverkenner.toml"


@dataclass(frozen=True)
class Weergave:
    """Een vraag die de verkenner kan beantwoorden, met alles wat daarbij in beeld komt.

    Parameters
    ----------
    id
        Naam van de weergave; behalve bij ``mijn_afdeling`` ook de naam van de tabel.
    titel, kort, vraag, lees
        Opschrift, naam in de keuzelijst, de vraag erachter en hoe u het beeld leest.
    zegt_niet
        Zinnen over wat niet uit de cijfers volgt.
    sleutel
        Kolommen die een rij aanwijzen.
    filters, begin
        Kolommen om op te kiezen, en de keuze waarmee de weergave opent.
    meervoud, vergelijk
        Filters waar een lezer er meer kiest, en filters met een tweede keuze om naast te leggen.
    zoeken
        Staat er een zoekveld bij?
    sorteringen, vormen
        Toegestane volgordes en figuurvormen; de eerste is het begin.
    eenheid
        Wat er geteld is, enkelvoud en meervoud.
    telling
        Is het een telling van de hele groep? Dan hoort er geen interval bij.
    """

    id: str
    titel: str
    kort: str
    vraag: str
    lees: str
    zegt_niet: tuple[str, ...]
    sleutel: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    meervoud: tuple[str, ...] = ()
    vergelijk: tuple[str, ...] = ()
    zoeken: bool = False
    begin: Mapping[str, tuple[str, ...]] | None = None
    sorteringen: tuple[str, ...] = ("bron",)
    vormen: tuple[str, ...] = ()
    eenheid: tuple[str, str] = ("afdeling", "afdelingen")
    telling: bool = False


@dataclass(frozen=True)
class Verband:
    """Een verband tussen standaarden dat de bron in woorden noemt, zonder getal."""

    standaarden: tuple[str, ...]
    tekst: str
    bron: str


@dataclass(frozen=True)
class Teksten:
    """Alles uit het TOML-bestand, getypeerd."""

    naam: str
    eigen_hulpmiddel: str
    weergaven: Mapping[str, Weergave]
    verbanden: tuple[Verband, ...]
    korte_namen: Mapping[str, str]
    knoppen: Mapping[str, str]
    velden: Mapping[str, str]
    kolommen: Mapping[str, str]
    sorteringen: Mapping[str, str]
    vormen: Mapping[str, str]
    controle: Mapping[str, str]
    zekerheid: Mapping[str, str]
    zinnen: Mapping[str, str]
    kerncijfers: Mapping[str, str]
    overslaan: tuple[str, ...]

    def short(self, label: str) -> str:
        """Geef de korte naam van een label, of het label zelf."""
        return self.korte_namen.get(label, label)


@cache
def teksten() -> Teksten:
    """Lees de teksten; na de eerste keer komen ze uit het geheugen."""
    ruw = lees_toml(BESTAND)
    return Teksten(
        naam=ruw["naam"],
        eigen_hulpmiddel=ruw["eigen_hulpmiddel"],
        weergaven={deel["id"]: _to_view(deel) for deel in ruw["weergave"]},
        verbanden=tuple(
            Verband(tuple(deel["standaarden"]), deel["tekst"], deel["bron"])
            for deel in ruw["verband"]
        ),
        korte_namen=ruw["kort"],
        overslaan=tuple(ruw["controle"]["overslaan"]),
        **{
            naam: ruw[naam]
            for naam in (
                "knoppen", "velden", "kolommen", "sorteringen", "vormen", "controle", "zekerheid",
                "zinnen", "kerncijfers",
            )
        },
    )  # fmt: skip


def weergave(naam: str) -> Weergave:
    """Geef een weergave bij haar naam.

    Raises
    ------
    ValueError
        Als de weergave niet bestaat; de zin noemt de namen die er wel zijn.
    """
    weergaven = teksten().weergaven
    if naam not in weergaven:
        raise ValueError(f"weergave {naam!r} bestaat niet; kies uit {', '.join(weergaven)}")
    return weergaven[naam]


def _to_view(ruw: Mapping[str, Any]) -> Weergave:
    """Maak lijsten uit het TOML-bestand onveranderlijk."""
    vast: dict[str, Any] = {
        naam: tuple(waarde) if isinstance(waarde, list) else waarde for naam, waarde in ruw.items()
    }
    vast["begin"] = {kolom: tuple(keuze) for kolom, keuze in ruw.get("begin", {}).items()}
    return Weergave(**vast)
