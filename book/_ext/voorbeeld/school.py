"""De feiten van de voorbeeldschool, zoals ze in ``data/voorbeeld/school.toml`` staan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True)
class Kop:
    """Wat de school is; ``jaren`` zijn de drie jaren van de analyse."""

    naam: str
    afdeling: str
    soort: str
    schooljaar: str
    begin: date
    eind: date
    jaren: tuple[str, ...]
    docenten: int
    secties: int


@dataclass(frozen=True)
class Groep:
    """Een deel van de leerlingen."""

    naam: str
    leerlingen: int


@dataclass(frozen=True)
class Meting:
    """Een resultaat in een schooljaar; ``gelukt`` ontbreekt bij een cijfer."""

    jaar: str
    leerlingen: int
    waarde: float
    gelukt: int | None = None


@dataclass(frozen=True)
class Indicator:
    """De resultaten op een indicator; zij geldt voor de vestiging of voor de afdeling."""

    code: str
    geldt: str
    norm: float
    meting: tuple[Meting, ...]


@dataclass(frozen=True)
class Leerjaar:
    """Hoeveel leerlingen van een leerjaar vertraging opliepen."""

    jaar: str
    naam: str
    leerlingen: int
    vertraging: int


@dataclass(frozen=True)
class Analyse:
    """Het verslag van stap 1, en hoe de eerste versie ervan was."""

    dag: date
    eerste_versie_zinnen: int
    eerste_versie_verklaringen: int


@dataclass(frozen=True)
class Ronde:
    """Een ronde lesbezoek."""

    naam: str
    van: date
    tot: date
    lessen: int


@dataclass(frozen=True)
class Kijkpunt:
    """Een punt van de kijkwijzer: per ronde het aantal lessen waarin het te zien was.

    ``duidelijk`` is in hoeveel lessen van de eerste ronde het duidelijk was; ``begin`` en ``sterk``
    zijn hoe het eruitziet.
    """

    code: str
    tekst: str
    begin: str
    sterk: str
    gezien: tuple[int, ...]
    duidelijk: int


@dataclass(frozen=True)
class Lesvoorbeeld:
    """Voorbeelden in woorden bij een kijkpunt."""

    kijkpunt: str
    zinnen: tuple[str, ...]


@dataclass(frozen=True)
class TweedeBlik:
    """In hoeveel lessen ook de docent terugkeek, en per kijkpunt hoe vaak die een stap meer zag."""

    lessen: int
    meer: dict[str, int]


@dataclass(frozen=True)
class Lesbezoek:
    """De eerste ronde, zoals zij in het hulpmiddel Lesbezoek staat."""

    naam: str
    vraag: str
    bezoekers: tuple[str, ...]
    docenten: int
    verbeterpunt: str
    anders_als: str
    tweede: TweedeBlik
    voorbeeld: tuple[Lesvoorbeeld, ...]


@dataclass(frozen=True)
class Rondetafel:
    """Een gesprek met leerlingen."""

    dag: date
    leerlingen: int
    zeiden: tuple[str, ...]


@dataclass(frozen=True)
class Respondent:
    """Wat iemand in de urgentiemeter antwoordde; wie geen standaard noemt, weet het niet."""

    rol: str
    antwoorden: dict[str, int]
    standaarden: tuple[str, ...]
    weet_niet: tuple[str, ...] = ()


@dataclass(frozen=True)
class Urgentie:
    """De meting met de urgentiemeter, en hoe de rector de uitkomst de eerste keer vertelde."""

    meting: str
    dag: date
    eerste_keer_dias: int
    respondent: tuple[Respondent, ...]


@dataclass(frozen=True)
class Zorg:
    """Wat iemand in de scan noemt, met bewijs en hoe zeker dat is."""

    standaard: str
    uitdaging: str
    bewijs: str
    zekerheid: str


@dataclass(frozen=True)
class Invulling:
    """De scan van één persoon."""

    wie: str
    obstakels: tuple[str, ...]
    zorgen: tuple[Zorg, ...]


@dataclass(frozen=True)
class Scan:
    """De scan van een paar mensen; een zorg telt als ``punt_vanaf`` mensen haar noemen."""

    dag: date
    punt_vanaf: int
    invulling: tuple[Invulling, ...]


@dataclass(frozen=True)
class Verbeterpunt:
    """Een zorg waar de school aan gaat werken."""

    id: str
    standaard: str
    uitdaging: str
    kort: str
    tekst: str


@dataclass(frozen=True)
class Telling:
    """``k`` van de ``n``, op een dag."""

    k: int
    n: int
    dag: date | None = None


@dataclass(frozen=True)
class Grens:
    """Een grens om te halen: een percentage, of een aantal van een groep."""

    dag: date
    percentage: int | None = None
    aantal: int | None = None
    van: int | None = None


@dataclass(frozen=True)
class Doel:
    """Een doel met tussendoel en streefdoel, en wat er gemeten is."""

    id: str
    punt: str
    tekst: str
    maat: str
    richting: str
    begin: Telling
    tussendoel: Grens
    streefdoel: Grens
    halverwege: Telling
    einde: Telling
    maat_einde: str = ""
    begin_op_papier: str = ""

    def reaches(self, grens: Grens, telling: Telling) -> bool:
        """Zeg of een telling de grens haalt; er wordt exact gerekend."""
        teken = 1 if self.richting == "ten minste" else -1
        if grens.percentage is not None:
            return (100 * telling.k - grens.percentage * telling.n) * teken >= 0
        return (telling.k - (grens.aantal or 0)) * teken >= 0


@dataclass(frozen=True)
class Activiteit:
    """Een activiteit van het plan; ``stand`` en ``besluit`` zijn die van de midterm review."""

    id: str
    doel: str
    wat: str
    trekker: str
    met: tuple[str, ...]
    van: date
    klaar: date
    bewijs: str
    uren: int
    trekker_eerst: str = ""
    van_eerst: date | None = None
    klaar_eerst: date | None = None
    uren_gebruikt: int | None = None
    stand: str = ""
    gezien: str = ""
    besluit: str = ""
    reden: str = ""
    vervangt: str = ""


@dataclass(frozen=True)
class Plan:
    """Het verbeterplan als geheel, en hoe groot de eerste versie was."""

    dag: date
    eerste_versie_doelen: int
    eerste_versie_activiteiten: int
    ambitie: str
    uren_bestuur: int
    uren_school: int
    streef_gelukt: int


@dataclass(frozen=True)
class Druk:
    """Vaste drukte op de kalender; ``soort`` is ``"vrij"`` of ``"toetsweek"``."""

    wat: str
    soort: str
    van: date
    tot: date


@dataclass(frozen=True)
class Maanddruk:
    """Vaste drukte zonder dag."""

    maand: int
    wat: str


@dataclass(frozen=True)
class Moment:
    """Iets op de kalender: op losse dagen, of van de eerste dag tot en met ``tot``."""

    dagen: tuple[date, ...]
    soort: str
    titel: str
    wie: tuple[str, ...]
    tot: date | None = None
    tijd: time | None = None
    minuten: int = 60
    hoort_bij: str = ""
    stap: int | None = None


@dataclass(frozen=True)
class Afspraak:
    """Een afspraak uit een gesprek."""

    wie: str
    wat: str
    wanneer: date


@dataclass(frozen=True)
class Gesprek:
    """Een gesprek over kwaliteit, met vragen en afspraken."""

    dag: date
    met: str
    fase: str
    vragen: tuple[str, ...]
    afspraak: tuple[Afspraak, ...]


@dataclass(frozen=True)
class Midterm:
    """De midterm review."""

    dag: date
    verslag: date
    bericht: date
    vraag: str
    vriend: str
    vragen: tuple[str, ...]


@dataclass(frozen=True)
class Bewijs:
    """Wat er halverwege op tafel lag bij een doel of een activiteit."""

    id: str
    bij: str
    dag: date
    k: int
    n: int
    wat: str
    bron: str
    zekerheid: str


@dataclass(frozen=True)
class Borging:
    """Wat er aan het eind van het jaar vastligt; paren zijn vóór en na."""

    kan_cijfers_lezen: tuple[int, ...]
    kan_lesgesprek_leiden: tuple[int, ...]


@dataclass(frozen=True)
class Beeld:
    """Wat iemand over het werk van de kwaliteitsmedewerker zegt; 0 is ‘weet ik niet’."""

    rol: str
    nu: dict[str, int]
    straks: dict[str, int]
    gesprek: dict[str, int]
    erbij: dict[str, int]
    erbij_straks: dict[str, int]
    invloed: dict[str, int]
    informatie: dict[str, int]
    afblijven: dict[str, int]
    open: dict[str, str]
    beschikbaar: int | None = None
    uren: dict[str, int] | None = None


@dataclass(frozen=True)
class Profielafspraak:
    """Wat iemand gaat doen na het gesprek over het profiel."""

    wat: str
    wie: str
    klaar: date


@dataclass(frozen=True)
class Profiel:
    """Het profiel van de kwaliteitsmedewerker: drie beelden, en wat er is afgesproken."""

    dag: date
    functie: str
    zin: str
    open: dict[str, str]
    wie: dict[str, str]
    eigenaar: dict[str, str]
    uren: dict[str, int]
    beschikbaar: int
    overleg: tuple[str, ...]
    gaat: dict[str, str]
    hoort: dict[str, str]
    grenzen: tuple[str, ...]
    terug: date
    afspraken: tuple[Profielafspraak, ...]
    beeld: tuple[Beeld, ...]


@dataclass(frozen=True)
class School:
    """Alle feiten."""

    school: Kop
    groep: tuple[Groep, ...]
    rollen: dict[str, str]
    indicator: tuple[Indicator, ...]
    leerjaar: tuple[Leerjaar, ...]
    analyse: Analyse
    ronde: tuple[Ronde, ...]
    kijkpunt: tuple[Kijkpunt, ...]
    lesbezoek: Lesbezoek
    rondetafel: tuple[Rondetafel, ...]
    urgentie: Urgentie
    scan: Scan
    verbeterpunt: tuple[Verbeterpunt, ...]
    plan: Plan
    doel: tuple[Doel, ...]
    activiteit: tuple[Activiteit, ...]
    druk: tuple[Druk, ...]
    maanddruk: tuple[Maanddruk, ...]
    moment: tuple[Moment, ...]
    gesprek: Gesprek
    midterm: Midterm
    bewijs: tuple[Bewijs, ...]
    borging: Borging
    kwaliteitsprofiel: Profiel

    @property
    def planned(self) -> tuple[Activiteit, ...]:
        """De activiteiten van het plan zoals het is vastgesteld."""
        return tuple(a for a in self.activiteit if not a.vervangt)

    def mentions(self, punt: Verbeterpunt) -> int:
        """Tel hoeveel mensen een punt in de scan noemden."""
        return sum(
            any((z.standaard, z.uitdaging) == (punt.standaard, punt.uitdaging) for z in i.zorgen)
            for i in self.scan.invulling
        )
