"""De code waarmee iemands antwoorden van een telefoon naar het scherm van de zaal gaan.

Een code is kort genoeg voor een QR-code en om over te typen. Er staat in: bij welke meting en bij
welke vragen hij hoort, een willekeurig nummer dat dubbel tellen voorkomt, de minuut van het laatste
antwoord, de rol en de antwoorden. Namen en eigen woorden staan er nooit in: wie een rol noemde die
niet in de lijst staat, heet hier ‘andere rol’.

Achteraan staan zes controletekens (de BCH-code over 32 tekens uit BIP 350). Tot vier veranderde
tekens worden zo altijd gezien, dus ook elke verwisseling van twee.

``book/_ext/levend/deelnemer/code.mjs`` schrijft en leest dezelfde codes zonder Python.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property, reduce
from typing import Literal

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import Antwoord
from lv_tools.basis.onderzoek.vragenset import ANDERE_ROL, ONBEKENDE_ROL, Vragenset

#: De tekens van een code: zonder I, L, O en U, die op 1, 0 of V lijken.
TEKENS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#: Zo begint elke code; een L komt verder in geen code voor.
MERK = "LV"
#: De vorm van een code. Een code van een nieuwere vorm wordt geweigerd met een zin.
VERSIE = 0
#: De plek is het nummer in de code en blijft dus altijd gelijk; er past er nog een bij.
INSTRUMENTEN = ("urgentiemeter", "zelfevaluatie", "risicoscan")
#: Langer kan niet: daarboven ziet de controle niet meer elke vergissing.
LANGSTE = 89

_KOP, _CONTROLE = 16, 6
_MINUTEN = 2**15
_WILLEKEUR = 2**30
_BCH = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_KLOPT = 0x2BC830A3
_WAARDE = {teken: plek for plek, teken in enumerate(TEKENS)} | {"O": 0, "I": 1, "L": 1}
#: Wat er tussen de tekens mag staan: streepjes, ruimte, het begin van een regel in een antwoord op
#: mail, en de sterretjes van een chat.
_TUSSEN = re.compile(r"[-.\s>*_~`\u00ad\u2010-\u2015\u200b-\u200f\u2060\u2212\ufeff]*")
#: Wie overtypt, leest de L ook als I of 1.
_BEGIN = re.compile(r"(?<![0-9A-Za-z])[L1I]V", re.IGNORECASE)
#: Een regel met alleen de tekens van een code: iemand liet het begin weg.
_REGEL = re.compile(r"^[ \t]*([0-9A-Za-z][0-9A-Za-z \t-]{20,})$", re.MULTILINE)
_KENMERK = re.compile(r"p([0-9a-f]{31})")
_GROEPJES = re.compile(
    rf"{_TUSSEN.pattern}(?:(?:[0-9A-Za-z]{{4}}(?![0-9A-Za-z]){_TUSSEN.pattern}){{4}}"
    r"|[0-9A-Za-z]{16})"
)
#: Onder zoveel tekens van een code staan altijd wel een paar cijfers.
_LIJKT = 20
#: Hoeveel een telefoon voor mag lopen.
_VOORLOOP = timedelta(hours=1)

Reden = Literal["stuk", "nieuwer", "hulpmiddel", "meting", "vragen"]


class CodeError(ValueError):
    """Een code die hier niet meetelt; ``reden`` zegt waarom, en ``heel`` is de code zelf."""

    def __init__(self, reden: Reden, code: str = "", heel: str = "") -> None:
        super().__init__(reden)
        self.reden, self.code, self.heel = reden, code, heel


@dataclass(frozen=True)
class Codevorm:
    """Wat er in een code van deze meting past; wie hem schrijft en wie hem leest, hebben dezelfde.

    Parameters
    ----------
    instrument
        De ene naam van het hulpmiddel.
    meting
        Het kenmerk van de meting: twaalf cijfers en letters (0-9, a-f).
    lijst
        Het nummer van de vragenlijst.
    rollen
        Codes van de rollen, op een vaste volgorde.
    stellingen
        Codes van de stellingen, op volgorde.
    keuzes
        Per keuzevraag de code en de codes van de opties.
    schaal
        Aantal antwoorden op de schaal.
    nvt
        Kan iemand ‘niet van toepassing’ kiezen?
    """

    instrument: str
    meting: str
    lijst: int
    rollen: tuple[str, ...]
    stellingen: tuple[str, ...]
    keuzes: tuple[tuple[str, tuple[str, ...]], ...]
    schaal: int
    nvt: bool = False

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9a-f]{12}", self.meting):
            raise ValueError(f"{self.meting!r} is geen kenmerk van een meting")
        if self.instrument not in INSTRUMENTEN:
            raise ValueError(f"{self.instrument!r} heeft geen nummer in een code")
        if self.lengte > LANGSTE:
            raise ValueError("deze meting heeft te veel vragen voor een code")

    @property
    def _vakken(self) -> Iterator[int]:
        """Hoeveel antwoorden er mogelijk zijn, per vak van de code."""
        yield len(self.rollen) + 2
        for _ in self.stellingen:
            yield self.schaal + 2 + self.nvt
        for _code, opties in self.keuzes:
            yield 2 ** len(opties) + 2

    @cached_property
    def _inhoud(self) -> int:
        """Aantal tekens voor de rol en de antwoorden."""
        aantal = 1
        for vak in self._vakken:
            aantal *= vak
        return -(-(aantal - 1).bit_length() // 5)

    @property
    def lengte(self) -> int:
        """Aantal tekens van een code, zonder :data:`MERK`."""
        return _KOP + self._inhoud + _CONTROLE

    @cached_property
    def begin(self) -> tuple[int, ...]:
        """De tekens waarmee elke code van deze meting begint: hulpmiddel, meting en vragen."""
        keuzes = [[code, list(opties)] for code, opties in self.keuzes]
        delen = [
            self.lijst, list(self.rollen), list(self.stellingen), keuzes, self.schaal, self.nvt
        ]  # fmt: skip
        som = hashlib.sha256(json.dumps(delen, separators=(",", ":")).encode()).digest()
        nummer = INSTRUMENTEN.index(self.instrument)
        vragen = int.from_bytes(som[:2], "big") >> 6
        return (VERSIE * 4 + nummer, *_split(int(self.meting[:5], 16), 4), *_split(vragen, 2))


def form_of(
    instrument: str, meting: str, lijst: int, vragen: Vragenset, rollen: tuple[str, ...] = ()
) -> Codevorm:
    """Geef de vorm bij een vragenset.

    Parameters
    ----------
    rollen
        De rollen op een vaste volgorde; zonder opgave die van de vragenset.
    """
    return Codevorm(
        instrument,
        meting,
        lijst,
        rollen or tuple(rol.code for rol in vragen.rollen),
        tuple(stelling.code for stelling in vragen.stellingen),
        tuple((v.code, tuple(o.code for o in v.opties)) for v in vragen.keuzevragen),
        len(vragen.schaal),
        bool(vragen.nvt),
    )


# -- schrijven en lezen --------------------------------------------------------------------------


def write_code(wie: Respondent, vorm: Codevorm) -> str:
    """Schrijf de antwoorden van iemand als code, zonder streepjes.

    Wat er niet in past, zoals een naam of opmerking, komt er niet in.
    """
    waarde = 0
    for vak, plek in zip(vorm._vakken, _places(wie, vorm), strict=True):
        waarde = waarde * vak + plek
    minuut = int(_moment(wie.versie).timestamp()) // 60 % _MINUTEN
    tekens = [
        *vorm.begin,
        *_split(number_of(wie.id), 6),
        *_split(minuut, 3),
        *_split(waarde, vorm._inhoud),
    ]
    som = _polymod([*tekens, *[0] * _CONTROLE]) ^ _KLOPT
    return MERK + "".join(TEKENS[teken] for teken in (*tekens, *_split(som, _CONTROLE)))


def grouped(code: str) -> str:
    """Zet een code in groepjes van vier, om voor te lezen of over te typen."""
    kaal = code.removeprefix(MERK)
    return "-".join((MERK, *(kaal[plek : plek + 4] for plek in range(0, len(kaal), 4))))


def read_code(code: str, vorm: Codevorm, nu: datetime) -> Respondent:
    """Lees de antwoorden uit één code.

    Parameters
    ----------
    code
        Zoals :func:`write_code` hem schreef; hoofdletters, streepjes en spaties doen er niet toe.
    nu
        Het moment van lezen; de minuut in de code ligt daarvoor.

    Raises
    ------
    CodeError
        Als de code veranderd is, of niet bij deze meting hoort.
    """
    tekens = _symbols(re.sub(rf"^\s*{MERK}", "", code, flags=re.IGNORECASE))
    if len(_TUSSEN.sub("", code.strip())) != len(tekens) + len(MERK) or not _checks(tekens):
        raise CodeError("stuk", code)
    return _read(tekens, vorm, nu, code)


def number_of(kenmerk: str) -> int:
    """Geef het willekeurige nummer in de code van iemand met dit kenmerk.

    Het is voor iemands eigen kenmerk hetzelfde als voor wat een anonieme meting daarvan overhoudt:
    een bestand en een code van dezelfde persoon vinden elkaar zo terug.
    """
    return int(_hidden(kenmerk)[:8], 16) >> 2


def _hidden(kenmerk: str) -> str:
    if m := _KENMERK.fullmatch(kenmerk):
        return m[1]
    return hashlib.sha256(f"eigen kenmerk:{kenmerk}".encode()).hexdigest()[:31]


def _places(wie: Respondent, vorm: Codevorm) -> Iterator[int]:
    """Geef per vak van de code het antwoord."""
    if wie.rol in vorm.rollen:
        yield 2 + vorm.rollen.index(wie.rol)
    else:
        yield 0 if wie.rol == ONBEKENDE_ROL else 1
    for code in vorm.stellingen:
        antwoord = wie.antwoorden.get(code, -1)
        if antwoord is None:
            yield vorm.schaal + 1
        elif antwoord == 0 and vorm.nvt:
            yield vorm.schaal + 2
        else:
            yield antwoord if 0 < antwoord <= vorm.schaal else 0
    for code, opties in vorm.keuzes:
        gekozen = wie.keuzes.get(code, ())
        if code not in wie.keuzes:
            yield 0
        elif gekozen is None:
            yield 1
        else:
            yield 2 + sum(2**plek for plek, optie in enumerate(opties) if optie in gekozen)


def _read(tekens: list[int], vorm: Codevorm, nu: datetime, code: str) -> Respondent:
    eigen = vorm.begin
    if tekens[0] // 4 > VERSIE:
        raise CodeError("nieuwer", code)
    redenen: tuple[tuple[slice, Reden], ...] = (
        (slice(0, 1), "hulpmiddel"),
        (slice(1, 5), "meting"),
        (slice(5, 7), "vragen"),
    )
    for waar, reden in redenen:
        if tuple(tekens[waar]) != eigen[waar]:
            raise CodeError(reden, code)
    if len(tekens) != vorm.lengte:
        raise CodeError("stuk", code)
    waarde = _join(tekens[_KOP:-_CONTROLE])
    plekken = []
    for vak in reversed(tuple(vorm._vakken)):
        waarde, plek = divmod(waarde, vak)
        plekken.append(plek)
    if waarde:
        raise CodeError("stuk", code)
    plekken.reverse()
    stellingen = plekken[1 : 1 + len(vorm.stellingen)]
    keuzes = plekken[1 + len(vorm.stellingen) :]
    return Respondent(
        f"p{_join(tekens[7:13]) << 2:08x}{'0' * 23}",
        (ONBEKENDE_ROL, ANDERE_ROL, *vorm.rollen)[plekken[0]],
        dict(_answers(stellingen, vorm)),
        dict(_choices(keuzes, vorm)),
        versie=_when(_join(tekens[13:16]), nu).isoformat(timespec="minutes"),
    )


def _answers(plekken: list[int], vorm: Codevorm) -> Iterator[tuple[str, Antwoord]]:
    for code, plek in zip(vorm.stellingen, plekken, strict=True):
        if plek == vorm.schaal + 1:
            yield code, None
        elif plek:
            yield code, 0 if plek > vorm.schaal else plek


def _choices(plekken: list[int], vorm: Codevorm) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    for (code, opties), plek in zip(vorm.keuzes, plekken, strict=True):
        if plek == 1:
            yield code, None
        elif plek:
            yield code, tuple(o for nr, o in enumerate(opties) if (plek - 2) >> nr & 1)


def _when(minuut: int, nu: datetime) -> datetime:
    """Geef het laatste moment tot nu met deze minuut; een code noemt er een van drie weken."""
    laatst = int((nu + _VOORLOOP).timestamp()) // 60
    return datetime.fromtimestamp((laatst - (laatst - minuut) % _MINUTEN) * 60, UTC)


def _moment(versie: str) -> datetime:
    try:
        moment = datetime.fromisoformat(versie)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


# -- zoeken in tekst -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Gevonden:
    """Wat er in een tekst aan codes stond."""

    mensen: tuple[Respondent, ...] = ()
    fouten: tuple[CodeError, ...] = ()


def find_codes(tekst: str, vorm: Codevorm, nu: datetime) -> Gevonden:
    """Zoek in een tekst alle codes: een code, een mail, of een hele chat.

    Staat een code er vaker in, dan telt hij één keer. Wat op een code lijkt en niet klopt, staat
    bij de fouten. Bij de rest van de tekst gebeurt niets.
    """
    mensen: dict[tuple[int, ...], Respondent] = {}
    fouten: dict[tuple[int, ...], CodeError] = {}
    gezien: set[str] = set()
    for begin in _starts(tekst):
        stuk = tekst[begin : begin + 6 * LANGSTE]
        if stuk in gezien:  # een tekst vol herhaling kost anders minuten
            continue
        gezien.add(stuk)
        tekens = _symbols(stuk, LANGSTE)
        lang = _length(tekens, vorm)
        if lang:
            sleutel = tuple(tekens[:lang])
            try:
                mensen[sleutel] = _read(list(sleutel), vorm, nu, _words(sleutel))
            except CodeError as fout:
                fouten[sleutel] = fout
        elif _looks_like(stuk, tekens):
            geschreven = grouped(MERK + "".join(TEKENS[t] for t in tekens[: vorm.lengte]))
            fouten[tuple(tekens)] = CodeError("stuk", _words(tekens), geschreven)
    heel = {sleutel[:_KOP] for sleutel in mensen}  # het begin van een code die elders heel staat
    over = (fout for sleutel, fout in fouten.items() if sleutel[:_KOP] not in heel)
    return Gevonden(tuple(mensen.values()), tuple(over))


def _starts(tekst: str) -> Iterator[int]:
    """Geef waar een code kan beginnen; een regel met alleen de tekens van een code mag ook."""
    for m in _BEGIN.finditer(tekst):
        yield m.end()
    for m in _REGEL.finditer(tekst):
        if not m[1].upper().startswith(MERK):
            yield m.start(1)


def _symbols(tekst: str, hoogstens: int = 10**9) -> list[int]:
    """Lees tekens tot er iets staat wat niet in een code hoort."""
    tekens: list[int] = []
    plek = 0
    while len(tekens) < hoogstens:
        plek = _TUSSEN.match(tekst, plek).end()  # type: ignore[union-attr]  # leeg past altijd
        waarde = _WAARDE.get(tekst[plek : plek + 1].upper())
        if waarde is None:
            break
        tekens.append(waarde)
        plek += 1
    return tekens


def _length(tekens: list[int], vorm: Codevorm) -> int:
    """Geef hoe lang de code is die hier begint; 0 als er geen is."""
    som, goed = 1, 0
    for lang, teken in enumerate(tekens, 1):
        som = _step(som, teken)
        if som == _KLOPT and lang > _KOP + _CONTROLE:
            if lang == vorm.lengte:
                return lang
            goed = goed or lang
    return goed


def _looks_like(tekst: str, tekens: list[int]) -> bool:
    """Lijkt dit op een code die stuk is: groepjes van vier of alles aaneen, met cijfers erin?"""
    return bool(_GROEPJES.match(tekst)) and sum(1 < teken < 10 for teken in tekens[:_LIJKT]) > 1


def _words(tekens: tuple[int, ...] | list[int]) -> str:
    return grouped(MERK + "".join(TEKENS[teken] for teken in tekens[:8])) + "…"


# -- rekenen -------------------------------------------------------------------------------------


def _split(waarde: int, hoeveel: int) -> list[int]:
    return [waarde >> 5 * plek & 31 for plek in reversed(range(hoeveel))]


def _join(tekens: list[int]) -> int:
    waarde = 0
    for teken in tekens:
        waarde = waarde << 5 | teken
    return waarde


def _step(som: int, teken: int) -> int:
    boven = som >> 25
    som = (som & 0x1FFFFFF) << 5 ^ teken
    for plek, macht in enumerate(_BCH):
        if boven >> plek & 1:
            som ^= macht
    return som


def _polymod(tekens: list[int]) -> int:
    return reduce(_step, tekens, 1)


def _checks(tekens: list[int]) -> bool:
    return len(tekens) <= LANGSTE and _polymod(tekens) == _KLOPT


def as_data(vorm: Codevorm) -> Mapping[str, object]:
    """Schrijf een vorm voor de pagina, zoals ``code.mjs`` haar leest."""
    return {
        "nummer": INSTRUMENTEN.index(vorm.instrument),
        "meting": vorm.meting,
        "lijst": vorm.lijst,
        "rollen": list(vorm.rollen),
        "stellingen": list(vorm.stellingen),
        "keuzes": [[code, list(opties)] for code, opties in vorm.keuzes],
        "schaal": vorm.schaal,
        "nvt": vorm.nvt,
    }
