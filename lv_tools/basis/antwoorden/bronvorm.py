"""Bronnen als deel van een bewaard bestand: compact, en te lezen zonder de vragenlijst.

Elke respondent is één regel tekst met tabs ertussen::

    kenmerk  rol  naam  versie  antwoorden  keuzes  [notities  [rest]]

``antwoorden`` is ``u1=3 u2=? u4=-``: een cijfer, ``?`` (weet ik niet) of ``-`` (n.v.t.); wat niet
is ingevuld, ontbreekt. ``keuzes`` is ``standaarden=OP1,OR1``: codes, niets (geen) of ``?``.
``notities`` en ``rest`` staan er alleen als er iets is, als JSON. ``rest`` noemt bij de plaats van
een vraag in ``vroeger`` het antwoord: antwoorden op vragen die nu niet meer bestaan. Zo blijven ook
tienduizend antwoorden klein.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from lv_tools.basis.antwoorden.bestand import (
    MAX_BRONNEN,
    MAX_GETELD,
    MAX_RESPONDENTEN,
    NAAM_LENGTE,
    NOTITIE_LENGTE,
    VRAAG_LENGTE,
    earlier_from_data,
    earlier_in,
    earlier_to_data,
    read_json,
    read_rest,
)
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.spreiding import Antwoord
from lv_tools.basis.onderzoek.telling import Handtelling
from lv_tools.basis.onderzoek.vragenset import ROL_LENGTE, Optie, Vragenset
from lv_tools.basis.onderzoek.vroeger import Vroeger, sorted_rest
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.jsontekst import Geschreven
from lv_tools.basis.vorm.vormcontrole import VormError, as_dict, as_list, as_text

S = TypeVar("S")
_KENMERK = r"[A-Za-z0-9_-]{1,64}"
_VERSIE = r"[0-9A-Za-z :.+/-]{0,40}"
_CODE = r"[^\s=,]{1,200}"
_ANTWOORD = r"[?\-1-9]"
_KEUZE = r"[^\s=]*"
_TEKENS: Mapping[str, Antwoord] = {"?": None, "-": 0, **{str(i): i for i in range(1, 10)}}


def _line(antwoord: str, keuze: str) -> str:
    """Geef het patroon van een regel, met wat erin staat op de plek van antwoorden en keuzes."""
    return (
        rf"({_KENMERK})\t([^\t\n]{{1,{ROL_LENGTE}}})\t([^\t\n]{{0,{NAAM_LENGTE}}})\t({_VERSIE})"
        rf"\t({antwoord})\t({keuze})(?:\t(?=.)(\{{[^\t\n]*\}})?(?:\t(\{{[^\t\n]*\}}))?)?"
    )


def _list(wat: str) -> str:
    """Geef het patroon van delen zoals ``u1=3``, met een spatie ertussen."""
    deel = f"{_CODE}={wat}"
    return f"(?:{deel}(?: {deel})*)?"


#: Een hele regel, en een regel waarvan elk antwoord en elke keuze nog apart wordt gelezen.
_REGEL = re.compile(_line(_list(_ANTWOORD), _list(_KEUZE)))
_RUWE_REGEL = re.compile(_line(r"[^\t]*", r"[^\t]*"))
_VORMFOUT = "een regel met antwoorden heeft niet de goede vorm"
_Keurder = Callable[
    [Mapping[str, Antwoord], Mapping[str, Sequence[str] | None], Mapping[str, str]], None
]
_SCHRIJF = {antwoord: teken for teken, antwoord in _TEKENS.items()}


def write_sources(bronnen: Sequence[Bron]) -> dict[str, Any]:
    """Schrijf bronnen als gegevens die JSON kent; :func:`read_sources` leest ze terug.

    Wijzig de uitkomst niet: haar tekst wordt onthouden tot de bronnen veranderen.
    """
    if not _laatst or _laatst[0][0] is not bronnen:
        _laatst[:] = [(bronnen, _write_sources(bronnen))]
    return _laatst[0][1]


#: Het laatst geschreven geheel: wie typt, verandert de bronnen meestal niet.
_laatst: list[tuple[Sequence[Bron], dict[str, Any]]] = []


def _write_sources(bronnen: Sequence[Bron]) -> dict[str, Any]:
    vroeger = earlier_in(bronnen)
    plek = {vraag: nummer for nummer, vraag in enumerate(vroeger)}
    lijst = [
        {"naam": bron.naam}
        | ({"respondenten": [_write(r, plek) for r in bron.respondenten]} if bron.respondenten
           else {})
        | ({"handtellingen": [codec.write(h) for h in bron.handtellingen]} if bron.handtellingen
           else {})
        for bron in bronnen
    ]  # fmt: skip
    oud = {"vroeger": earlier_to_data(vroeger)} if vroeger else {}
    return Geschreven({"bronnen": lijst, **oud})


def read_sources(gegevens: object) -> tuple[Bron, ...]:
    """Lees bronnen uit een bestand; of antwoorden bij de vragen passen, zegt :func:`check`.

    Raises
    ------
    VormError
        Bij de eerste afwijking.
    """
    ruw = dict(gegevens) if isinstance(gegevens, Mapping) else {}
    vroeger = earlier_from_data(ruw.pop("vroeger", []))
    alle = as_dict(ruw, "bronnen", {"bronnen"})
    regels = _Regellezer(vroeger)
    return tuple(_read_source(b, regels) for b in as_list(alle["bronnen"], "bronnen", MAX_BRONNEN))


def rest_schema() -> dict[str, Any]:
    """Geef het JSON-schema van wat bij één persoon van vroeger over is."""
    vraag = {"type": "array", "minItems": 6, "maxItems": 6}
    return {"type": "array", "items": vraag}


def sources_schema() -> dict[str, Any]:
    """Geef het JSON-schema van geschreven bronnen."""
    regel = {"type": "string", "pattern": f"^{_REGEL.pattern}$"}
    velden = {
        "naam": {"type": "string", "maxLength": 120},
        "respondenten": {"type": "array", "items": regel, "maxItems": MAX_RESPONDENTEN},
        "handtellingen": {"type": "array", "items": {"type": "object"}, "maxItems": MAX_BRONNEN},
    }
    bron = {
        "type": "object",
        "properties": velden,
        "required": ["naam"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {
            "bronnen": {"type": "array", "items": bron, "maxItems": MAX_BRONNEN},
            "vroeger": {"type": "array", "items": {"type": "array"}},
        },
        "required": ["bronnen"],
        "additionalProperties": False,
    }


def check_answers(
    vragen: Vragenset,
    antwoorden: Mapping[str, Antwoord],
    keuzes: Mapping[str, Sequence[str] | None],
    notities: Mapping[str, str],
    extra: Sequence[str] = (),
) -> None:
    """Weiger antwoorden die niet bij de vragen passen.

    Parameters
    ----------
    extra
        Wat bij een keuzevraag ook te kiezen is, zoals op een vel.

    Raises
    ------
    VormError
        Als een vraag, een antwoord of een optie niet bestaat.
    """
    _checker(vragen, extra)(antwoorden, keuzes, notities)


def _checker(vragen: Vragenset, extra: Sequence[str] = ()) -> _Keurder:
    """Geef wat iemands antwoorden keurt; wat bij de vragen hoort, is dan één keer uitgezocht."""
    stellingen, tekstvelden = _codes(vragen.stellingen), _codes(vragen.notitievelden)
    opties = {vraag.code: {*_codes(vraag.opties), *extra} for vraag in vragen.keuzevragen}
    kan = {None, *range(0 if vragen.nvt else 1, len(vragen.schaal) + 1)}

    def keur(
        antwoorden: Mapping[str, Antwoord],
        keuzes: Mapping[str, Sequence[str] | None],
        notities: Mapping[str, str],
    ) -> None:
        if not (stellingen.issuperset(antwoorden) and kan.issuperset(antwoorden.values())):
            fout = ((c, a) for c, a in antwoorden.items() if c not in stellingen or a not in kan)
            code, antwoord = next(fout)
            raise VormError(f"‘{antwoord}’ is geen antwoord op ‘{code[:40]}’")
        for code, keuze in keuzes.items():
            codes = keuze or ()
            if not set(codes) <= opties.get(code, set()) or len(set(codes)) != len(codes):
                raise VormError(f"‘{' '.join(codes)[:40]}’ is geen keuze bij ‘{code[:40]}’")
        if vreemd := set(notities) - tekstvelden:
            raise VormError(f"er is geen tekstveld ‘{min(vreemd)[:40]}’")

    return keur


def check_sources(bronnen: Sequence[Bron], vragen: Vragenset) -> None:
    """Weiger bronnen met antwoorden of tellingen die niet bij de vragen passen.

    Raises
    ------
    VormError
        Bij de eerste afwijking.
    """
    opties = {vraag.code: len(vraag.opties) for vraag in vragen.keuzevragen}
    keur = _checker(vragen)
    for bron in bronnen:
        for wie in bron.respondenten:
            keur(wie.antwoorden, wie.keuzes, wie.notities)
        for hand in bron.handtellingen:
            telling = hand.telling
            aantallen = [telling.personen]
            heel = set(telling.stellingen) == _codes(vragen.stellingen)
            for verdeling in telling.stellingen.values():
                heel = heel and len(verdeling.aantallen) == len(vragen.schaal)
                aantallen.append(verdeling.totaal)
            for keuze in telling.keuzes.values():
                aantallen += [keuze.n, keuze.weet_niet]
            heel = heel and {c: len(k.genoemd) for c, k in telling.keuzes.items()} == opties
            if not heel or not all(0 <= a <= MAX_GETELD for a in aantallen):
                raise VormError("een telling met de hand past niet bij de vragen")


def _codes(opties: Sequence[Optie]) -> set[str]:
    return {optie.code for optie in opties}


def _write(wie: Respondent, plek: Mapping[Vroeger, int]) -> str:
    antwoorden = " ".join(f"{code}={_SCHRIJF[wat]}" for code, wat in wie.antwoorden.items())
    keuzes = " ".join(
        f"{code}={'?' if keuze is None else ','.join(keuze)}" for code, keuze in wie.keuzes.items()
    )
    delen = [wie.id, wie.rol, wie.naam, wie.versie, antwoorden, keuzes]
    if wie.notities or wie.rest:
        # JSON schrijft een tab als \\t, dus de regel blijft op tabs te splitsen.
        notities = dict(sorted(wie.notities.items()))
        delen.append(json.dumps(notities, ensure_ascii=False) if notities else "")
    if wie.rest:
        rest = {str(plek[vraag]): waarde for vraag, waarde in sorted_rest(wie.rest)}
        delen.append(json.dumps(rest, ensure_ascii=False))
    return "\t".join(delen)


class _Delen(dict[str, tuple[str, S]]):
    """Bij elk deel van een regel, zoals ``u1=3``, de code van de vraag en wat er gegeven is.

    In een bestand staat hetzelfde deel bij honderden mensen: het wordt één keer gelezen.
    """

    def __init__(self, wat: str, lees: Callable[[str], S]) -> None:
        self._patroon, self._lees = re.compile(f"({_CODE})=({wat})"), lees

    def __missing__(self, deel: str) -> tuple[str, S]:
        gelezen = self._patroon.fullmatch(deel)
        if gelezen is None:
            raise VormError(_VORMFOUT)
        self[deel] = gelezen[1], self._lees(gelezen[2])
        return self[deel]

    def read(self, tekst: str) -> dict[str, S]:
        """Lees delen met een spatie ertussen."""
        delen = tekst.split(" ") if tekst else []
        gegeven = dict(map(self.__getitem__, delen))
        if len(gegeven) != len(delen):
            raise VormError("iemand beantwoordde een vraag twee keer")
        return gegeven


class _Regellezer:
    """Leest de regels van één bestand; ``vroeger`` zijn de vragen die nu niet meer bestaan."""

    def __init__(self, vroeger: Sequence[Vroeger]) -> None:
        self._vroeger = vroeger
        self._antwoorden = _Delen(_ANTWOORD, _TEKENS.__getitem__)
        self._keuzes = _Delen(_KEUZE, _read_choice)

    def read(self, regel: object) -> Respondent:
        """Lees wat één mens antwoordde."""
        gelezen = _RUWE_REGEL.fullmatch(regel) if isinstance(regel, str) else None
        if gelezen is None or not gelezen[2].strip():
            raise VormError(_VORMFOUT)
        kenmerk, rol, naam, versie, antwoorden, keuzes, notities, rest = gelezen.groups()
        return Respondent(
            kenmerk,
            as_text(rol, "rol", ROL_LENGTE),
            self._antwoorden.read(antwoorden),
            self._keuzes.read(keuzes),
            as_text(naam, "naam", NAAM_LENGTE),
            versie,
            _read_notes(notities) if notities else {},
            read_rest(read_json(rest), self._vroeger) if rest else {},
        )


def _read_choice(keuze: str) -> tuple[str, ...] | None:
    return None if keuze == "?" else tuple(filter(None, keuze.split(",")))


def _read_source(gegevens: object, regels: _Regellezer) -> Bron:
    bron: dict[str, Any] = {"respondenten": [], "handtellingen": []}
    bron |= gegevens if isinstance(gegevens, dict) else {}
    as_dict(bron, "bron", {"naam", "respondenten", "handtellingen"})
    respondenten = as_list(bron["respondenten"], "respondenten", MAX_RESPONDENTEN)
    tellingen = as_list(bron["handtellingen"], "handtellingen", MAX_BRONNEN)
    return Bron(
        as_text(bron["naam"], "naam van een bron", 120),
        tuple(map(regels.read, respondenten)),
        tuple(_read_count(telling) for telling in tellingen),
    )


def _read_notes(regel: str) -> dict[str, str]:
    gegevens = read_json(regel)
    if not isinstance(gegevens, dict) or not gegevens:
        raise VormError("de teksten van een respondent hebben niet de goede vorm")
    for code, tekst in gegevens.items():
        as_text(code, "tekstveld", VRAAG_LENGTE)
        if not as_text(tekst, code, NOTITIE_LENGTE).strip():
            raise VormError(f"de tekst bij {code} is leeg")
    return gegevens


def _read_count(gegevens: object) -> Handtelling:
    hand = codec.read(Handtelling, gegevens)
    if not re.fullmatch(_KENMERK, hand.id) or not re.fullmatch(_VERSIE, hand.versie):
        raise VormError("het kenmerk van een telling met de hand klopt niet")
    if not hand.rol.strip() or len(hand.rol) > ROL_LENGTE:
        raise VormError("de rol bij een telling met de hand klopt niet")
    if any(len(geteld) != len(vraag.labels) for vraag, geteld in hand.rest):
        raise VormError("een telling bij een vraag van vroeger klopt niet")
    return hand
