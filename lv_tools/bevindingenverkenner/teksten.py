"""Teksten en instellingen van de verkenner, uit ``data/instrumenten/bevindingenverkenner.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from lv_tools.bouwdoos.inhoud import Alinea, Inhoud, Zin, read_content

BESTAND = "instrumenten/bevindingenverkenner.toml"
#: De weergave die geen tabel is: wat er geteld is bij afdelingen als die van de lezer.
MIJN_AFDELING = "mijn_afdeling"
#: De weergave met wat in een traject helpt en wat hindert.
ELEMENTEN = "elementen"
#: De figuurvorm waarin de lezer twee soorten afdelingen naast elkaar legt.
VERGELIJKING = "vergelijking"


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
    woorden
        Eigen zinnen van deze weergave, in plaats van de tekst met dezelfde naam.
    telling
        Is het een telling van de hele groep? Dan hoort er geen interval bij.
    teruggerekend
        Drukt de bron geen aantallen, en rekenden wij die terug uit percentage en n?
    """

    id: Zin
    titel: Zin
    kort: Zin
    vraag: Zin
    lees: Alinea
    zegt_niet: tuple[Alinea, ...]
    sleutel: tuple[Zin, ...] = ()
    filters: tuple[Zin, ...] = ()
    meervoud: tuple[Zin, ...] = ()
    vergelijk: tuple[Zin, ...] = ()
    zoeken: bool = False
    begin: Mapping[str, tuple[Zin, ...]] = field(default_factory=dict)
    sorteringen: tuple[Zin, ...] = ("bron",)
    vormen: tuple[Zin, ...] = ()
    eenheid: tuple[Zin, Zin] = ("afdeling", "afdelingen")
    woorden: Mapping[str, Zin] = field(default_factory=dict)
    telling: bool = False
    teruggerekend: bool = False


@dataclass(frozen=True)
class Verband:
    """Een verband tussen standaarden dat de bron in woorden noemt, zonder getal."""

    standaarden: tuple[Zin, ...]
    tekst: Alinea
    bron: Zin


@dataclass(frozen=True, kw_only=True)
class Verkennerinhoud(Inhoud):
    """Alles uit het TOML-bestand.

    Parameters
    ----------
    kort
        Korte namen waar weinig plaats is, per label in de gegevens.
    kerncijfers
        Per eenheid de naam van het kerncijfer met de grootte van de groep.
    overslaan
        Controles die niet in de lijst met opvallende cijfers horen.
    restgroepen
        Labels die geen antwoord zijn; een samenvatting noemt ze nooit als eerste.
    """

    weergave: tuple[Weergave, ...]
    verband: tuple[Verband, ...]
    kort: Mapping[str, Zin]
    kolommen: Mapping[str, Zin]
    sorteringen: Mapping[str, Zin]
    vormen: Mapping[str, Zin]
    kerncijfers: Mapping[str, Zin]
    overslaan: tuple[Zin, ...]
    restgroepen: tuple[Zin, ...]

    @cached_property
    def weergaven(self) -> Mapping[str, Weergave]:
        """De weergaven bij hun naam."""
        return {blik.id: blik for blik in self.weergave}

    def short(self, label: str) -> str:
        """Geef de korte naam van een label, of het label zelf."""
        return self.kort.get(label, label)


@cache
def teksten() -> Verkennerinhoud:
    """Lees de teksten; na de eerste keer komen ze uit het geheugen."""
    inhoud: Verkennerinhoud = read_content(BESTAND, Verkennerinhoud)
    return inhoud


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
