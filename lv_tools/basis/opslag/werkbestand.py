"""Het bestand waarin een hulpmiddel bewaard wordt: wat erin staat, en hoe het gelezen wordt.

De vorm is JSON met deze sleutels::

    {"formaat": "lv-tools", "instrument": "bevindingenverkenner", "versie": 1,
     "naam": "Mijn school", "tijd": "2026-09-01T14:05:00+02:00", "staat": {...},
     "controle": "4f0c..."}

Zij is overal dezelfde: in de opslag van de browser, naast een notebook en in een bestand dat
iemand zelf bewaart of doorstuurt. Een bestand van buiten wordt nooit vertrouwd: elke afwijking
geeft een :class:`Leesfout` met een zin voor de lezer. ``controle`` dekt alles wat erboven staat,
ook half getypte velden: een gewijzigd bestand gaat niet open. Bestanden uit 0.1.0 hebben dit getal
nog niet en worden zonder gelezen.

``naloop`` staat er alleen in als de pagina het bestand zelf maakte omdat Python niet antwoordde:
wat er getypt was en nog niet was verwerkt, per naam van het veld. ``naloopcontrole`` dekt dat; in
bestanden uit 0.2.0 ontbreekt het.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import accumulate
from typing import Any, NoReturn

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.taal.notatie import getal
from lv_tools.basis.vorm.jsontekst import json_text
from lv_tools.basis.vorm.vormcontrole import VormError

FORMAAT = "lv-tools"
#: Grootste bestand van buiten, in bytes. Voor wat dit hulpmiddel zelf bewaarde geldt geen grens.
GROOTSTE = 25_000_000
#: Vanaf hier zegt het scherm dat een bestand te groot dreigt te worden, in bytes.
WAARSCHUW_VANAF = 20_000_000
#: Dieper zit niets van ons in elkaar; dieper lezen kost in de browser de hele Python.
DIEPSTE = 100
#: Langste naam van een bestand.
LANGSTE_NAAM = 80
_UITWEG = "Kies een bestand dat u zelf met dit hulpmiddel hebt opgeslagen"

#: Bestanden van het boek die geen bewaard werk zijn: wat zij zijn, en waar zij horen.
_HOORT_ELDERS = {
    "antwoorden": (
        "dit zijn de antwoorden van één persoon op een zelfevaluatie, en geen bewaard werk",
        "Voeg dit bestand toe bij de stap Samenbrengen van de zelfevaluatie",
    ),
    "reservekopie": (
        "dit is een reservekopie van al uw werk, en geen bestand van één hulpmiddel",
        "Zet haar terug op de bladzijde Mijn werk, bij ‘Zet een reservekopie terug’",
    ),
    "gespreksvragen": (
        "dit zijn vragen voor een gesprek, en geen bewaard werk",
        "Open dit bestand in de gespreksprompter, bij ‘Vragen uit een ander hulpmiddel meenemen’",
    ),
}

_SLEUTELS = frozenset({"formaat", "instrument", "versie", "naam", "tijd", "staat"})
_ALLE_SLEUTELS = _SLEUTELS | {"controle", "naloop", "naloopcontrole"}
# Ook een tekst die niet eindigt, gaat er in één keer af: anders kost een kapot bestand minuten.
_GEEN_HAAK = re.compile(r'"[^"]*+(?:"|\Z)|[^"\[\]{}]++')
_STAP = {"[": 1, "{": 1, "]": -1, "}": -1}

#: Zet de staat van een oudere versie om naar die van de versie erna.
Omzetting = Callable[[dict[str, Any]], dict[str, Any]]


class Onleesbaar(ValueError):  # noqa: N818 -- een zin voor de lezer, geen storing
    """Bewaard werk dat dit hulpmiddel niet kan terugzetten; de tekst zegt waarom en wat te doen."""


@dataclass(frozen=True)
class Leesfout:
    """Waarom een bestand niet te openen is, en wat te doen."""

    bestand: str
    probleem: str
    uitweg: str

    def __str__(self) -> str:
        return f"{self.bestand}: {self.probleem}. {self.uitweg}."


@dataclass(frozen=True)
class Bewaard:
    """De bewaarde stand van een hulpmiddel.

    Parameters
    ----------
    instrument
        De ene naam van het hulpmiddel.
    versie
        Versie van de staat, vanaf 1.
    naam
        Hoe de gebruiker dit bestand noemt.
    tijd
        Moment van bewaren, met tijdzone.
    staat
        Wat het hulpmiddel onthoudt: alleen wat JSON kent.
    naloop
        Wat na deze stand nog getypt is, per naam van het veld.

    Raises
    ------
    ValueError
        Als een van de waarden niet kan.
    """

    instrument: str
    versie: int
    naam: str
    tijd: datetime
    staat: Mapping[str, Any]
    naloop: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.versie < 1:
            raise ValueError(f"versie {self.versie} kan niet; de eerste versie is 1")
        if self.tijd.tzinfo is None:
            raise ValueError("de tijd van bewaren heeft een tijdzone nodig")
        if clean_name(self.naam) != self.naam:
            raise ValueError(f"{self.naam!r} kan geen naam van een bestand zijn")


def clean_name(naam: str) -> str:
    """Maak van wat iemand typt een naam voor een bestand; leeg wordt ``"Zonder naam"``."""
    return " ".join(clean_text(naam).split())[:LANGSTE_NAAM].strip() or "Zonder naam"


def now() -> datetime:
    """Geef het moment van nu, met tijdzone en zonder breuken van een seconde."""
    return datetime.now().astimezone().replace(microsecond=0)


def today() -> date:
    """Geef de dag van nu."""
    return now().date()


class Gelezen(dict[str, Any]):
    """Wat er in een bestand staat, met de tekst waarin het stond; verander er niets aan."""

    __slots__ = ("tekst",)

    def __init__(self, inhoud: Mapping[str, Any], tekst: str) -> None:
        super().__init__(inhoud)
        self.tekst = tekst


def to_json(bewaard: Bewaard) -> str:
    """Schrijf de bewaarde stand als tekst.

    Raises
    ------
    ValueError, TypeError
        Als de staat iets bevat dat JSON niet kent: een fout van het hulpmiddel, niet van de lezer.
    """
    gegevens = {
        "formaat": FORMAAT,
        "instrument": bewaard.instrument,
        "versie": bewaard.versie,
        "naam": bewaard.naam,
        "tijd": bewaard.tijd.isoformat(),
        "staat": bewaard.staat,
    }
    tekst = _dump(gegevens)
    return f"{tekst.removesuffix(_EINDE)}{_tail(_checksum(tekst))}"


_EINDE = "\n}"


def _tail(controle: object) -> str:
    """Schrijf hoe een bestand eindigt."""
    return f',\n "controle": "{controle}"{_EINDE}'


def _dump(gegevens: Mapping[str, Any]) -> str:
    tekst = json_text(gegevens)
    return tekst if tekst.isascii() else tekst.encode("utf-8", "replace").decode("utf-8")


def _checksum(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()[:16]


def from_json(
    inhoud: bytes | str,
    instrument: str,
    versie: int,
    *,
    bestand: str = "Dit bestand",
    omzettingen: Mapping[int, Omzetting] | None = None,
    grens: int | None = GROOTSTE,
) -> Bewaard | Leesfout:
    """Lees een bewaarde stand en controleer hem.

    Parameters
    ----------
    inhoud
        De bytes of de tekst van het bestand.
    instrument, versie
        Wat dit hulpmiddel kan lezen.
    bestand
        Hoe het bestand heet in een fout.
    omzettingen
        Per oudere versie een functie die de staat een versie verder brengt.
    grens
        Grootste omvang in bytes; ``None`` voor wat dit hulpmiddel zelf bewaarde.
    """
    gelezen = read_object(inhoud, grens=grens)
    if isinstance(gelezen, str):
        return Leesfout(bestand, gelezen, _UITWEG)
    return from_object(gelezen, instrument, versie, bestand=bestand, omzettingen=omzettingen)


def from_object(
    gelezen: Mapping[str, Any],
    instrument: str,
    versie: int,
    *,
    bestand: str = "Dit bestand",
    omzettingen: Mapping[int, Omzetting] | None = None,
) -> Bewaard | Leesfout:
    """Doe wat :func:`from_json` doet, met wat :func:`read_object` al las."""
    if bezwaar := _objection(gelezen, instrument, versie) or _damage(gelezen):
        return Leesfout(bestand, *bezwaar)
    oud, staat, tijd = gelezen["versie"], gelezen["staat"], _moment(gelezen["tijd"])
    naloop = dict(gelezen.get("naloop") or {})
    if oud < versie and naloop and isinstance(staat.get("delen"), dict):
        # Toen heette een veld nog naar zijn deel; de omzetting weet waar het nu hoort.
        staat, naloop = {**staat, "delen": {**staat["delen"], **naloop}}, {}
    try:
        for stap in range(oud, versie):
            staat = (omzettingen or {})[stap](staat)
    except VormError as fout:
        probleem = f"de gegevens van versie {oud} zijn niet om te zetten naar deze versie: {fout}"
        return Leesfout(bestand, probleem.rstrip("."), _UITWEG)
    except (LookupError, TypeError, ValueError, AttributeError):
        probleem = f"de gegevens van versie {oud} zijn niet om te zetten naar deze versie"
        return Leesfout(bestand, probleem, _UITWEG)
    naam = clean_name(gelezen["naam"])
    return Bewaard(instrument, versie, naam, tijd or now(), staat, naloop)


def _objection(gelezen: Mapping[str, Any], instrument: str, versie: int) -> tuple[str, str] | None:
    """Geef probleem en uitweg als dit niet het bestand is dat het hulpmiddel kan lezen."""
    oud = gelezen.get("versie")
    if gelezen.get("formaat") != FORMAAT:
        return "dit bestand komt niet uit dit boek", _UITWEG
    if "soort" in gelezen or gelezen.get("instrument") != instrument:
        anders = ("dit bestand hoort bij een ander hulpmiddel", _UITWEG)
        return _HOORT_ELDERS.get(str(gelezen.get("soort")), anders)
    if not isinstance(oud, int) or isinstance(oud, bool) or oud < 1:
        return "het versienummer ontbreekt of klopt niet", _UITWEG
    if oud > versie:
        return (
            "dit bestand is met een nieuwere versie van het hulpmiddel gemaakt",
            "Laad de pagina opnieuw, zodat u de nieuwste versie hebt, en probeer het nog eens",
        )
    delen = (gelezen.get("naam"), gelezen.get("staat"), _moment(gelezen.get("tijd")))
    if not isinstance(delen[0], str) or not isinstance(delen[1], dict) or delen[2] is None:
        return "er ontbreekt iets: de naam, de tijd of de ingevulde gegevens", _UITWEG
    return None


def _damage(gelezen: Mapping[str, Any]) -> tuple[str, str] | None:
    """Geef het bezwaar als er iets bij staat wat wij niet schreven, of de som afwijkt."""
    naloop = gelezen.get("naloop", {})
    heel = isinstance(naloop, dict) and not set(gelezen) - _ALLE_SLEUTELS
    if "naloopcontrole" in gelezen:
        heel = heel and gelezen["naloopcontrole"] == _crc(naloop)
    if heel and "controle" in gelezen:
        heel = _is_as_written(gelezen) or _is_the_same(gelezen)
    return None if heel else ("de inhoud is na het bewaren veranderd of beschadigd", _UITWEG)


def _is_as_written(gelezen: Mapping[str, Any]) -> bool:
    """Zeg of de tekst teken voor teken is wat :func:`to_json` schreef.

    Dat is bijna altijd zo, en kost veel minder dan alles opnieuw schrijven.
    """
    if not isinstance(gelezen, Gelezen):
        return False
    controle = gelezen["controle"]
    staart = _tail(controle)
    if not gelezen.tekst.endswith(staart):
        return False
    return bool(controle == _checksum(f"{gelezen.tekst.removesuffix(staart)}{_EINDE}"))


def _is_the_same(gelezen: Mapping[str, Any]) -> bool:
    """Zeg of er hetzelfde staat als toen, hoe het ook is opgemaakt."""
    gedekt = {sleutel: waarde for sleutel, waarde in gelezen.items() if sleutel in _SLEUTELS}
    try:
        return bool(gelezen["controle"] == _checksum(_dump(gedekt)))
    except ValueError:  # een getal dat wij niet schrijven, zoals 1e999
        return False


def _crc(naloop: object) -> str:
    """Bereken het controlegetal dat de pagina bij een naloop zet (zie js/bewaarder.js)."""
    return f"{zlib.crc32(json.dumps(naloop, separators=(',', ':')).encode()):08x}"


def te_diep(tekst: str) -> bool:
    """Zeg of JSON dieper in elkaar zit dan :data:`DIEPSTE`, zonder haar te lezen."""
    if tekst.count("[") + tekst.count("{") <= DIEPSTE:
        return False
    # Zonder schuine strepen eindigt een tekst bij het eerste aanhalingsteken.
    haken = _GEEN_HAAK.sub("", tekst.replace("\\\\", "").replace('\\"', ""))
    return max(accumulate(map(_STAP.__getitem__, haken)), default=0) > DIEPSTE


def read_object(inhoud: bytes | str, *, grens: int | None = GROOTSTE) -> dict[str, Any] | str:
    """Geef de inhoud van een JSON-bestand als woordenboek, of in woorden waarom dat niet gaat.

    Parameters
    ----------
    grens
        Grootste omvang in bytes; ``None`` is geen grens.
    """
    bytes_ = inhoud.encode("utf-8", "replace") if isinstance(inhoud, str) else inhoud
    if grens is not None and len(bytes_) > grens:
        megabytes, hoogstens = getal(len(bytes_) / 1e6, 1), getal(grens / 1e6)
        return (
            f"het bestand is {megabytes} MB en dat is te groot: een bestand van buiten mag "
            f"hoogstens {hoogstens} MB zijn"
        )
    return _parse(bytes_) if bytes_.strip() else "het bestand is leeg"


def _parse(bytes_: bytes) -> dict[str, Any] | str:
    """Geef wat er in JSON staat, of in woorden wat eraan mankeert."""
    try:
        tekst = bytes_.decode("utf-8-sig")
        if te_diep(tekst):
            return "de gegevens zitten te diep in elkaar"
        gelezen = json.loads(tekst, parse_constant=_refuse, object_pairs_hook=_unique)
    except UnicodeDecodeError:
        return "de inhoud is geen gewone tekst"
    except ValueError:
        return "het bestand is afgebroken of beschadigd"
    if not isinstance(gelezen, dict):
        return "dit bestand komt niet uit dit boek"
    return Gelezen(gelezen, tekst)


def _refuse(woord: str) -> NoReturn:
    raise ValueError(f"{woord} is geen getal")


def _unique(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    """Weiger een sleutel die twee keer voorkomt: dan is niet te zeggen welke waarde geldt."""
    uit = dict(paren)
    if len(uit) != len(paren):
        raise ValueError("een sleutel staat er dubbel in")
    return uit


def _moment(waarde: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(waarde))
        if moment.tzinfo is None:
            return None
        moment.astimezone(UTC)  # de eerste en de laatste dag die er zijn, kunnen dat niet
    except (ValueError, OverflowError):
        return None
    return moment
