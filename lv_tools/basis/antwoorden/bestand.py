"""Antwoorden van mensen als deel van een bewaard bestand: compact, en bij het lezen gecontroleerd.

Elke respondent is één regel tekst met tabs ertussen::

    kenmerk  rol  naam  versie  antwoorden  keuzes  [notities  [rest]]

``antwoorden`` heeft één teken per stelling: een cijfer, ``?`` (weet ik niet), ``-`` (n.v.t.) of
``.`` (niet ingevuld). ``keuzes`` heeft per keuzevraag een stuk, gescheiden door ``|``: codes met
een spatie ertussen, ``0`` (geen), ``?`` of ``.``. ``notities`` staat er alleen als iemand tekst
schreef: JSON op één regel, per tekstveld wat er staat. ``rest`` staat er alleen als iemand iets
antwoordde wat in de vragen van nu geen plaats heeft: JSON, bij de plaats van de vraag in de lijst
van vroegere vragen het antwoord. Zo blijven ook tienduizend antwoorden klein.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.spreiding import Antwoord, Verdeling
from lv_tools.basis.onderzoek.telling import Groepstelling, Handtelling, Keuzetelling
from lv_tools.basis.onderzoek.vragenset import ROL_LENGTE, Vragenset
from lv_tools.basis.onderzoek.vroeger import Restwaarde, Vroeger, sorted_rest
from lv_tools.basis.opslag.werkbestand import te_diep
from lv_tools.basis.vorm.vormcontrole import VormError, as_dict, as_list, as_text, as_whole

#: Hoeveel bronnen en respondenten een bestand hoogstens heeft.
MAX_BRONNEN = 500
MAX_RESPONDENTEN = 50_000
#: Hoeveel mensen een telling met de hand hoogstens heeft.
MAX_GETELD = 100_000
NAAM_LENGTE = 80
#: Langste tekst in een tekstveld.
NOTITIE_LENGTE = 2_000
#: Langste tekst van een vraag, en hoeveel vragen van vroeger een bestand hoogstens noemt.
VRAAG_LENGTE = 1_000
MAX_VROEGER = 2_000

_KENMERK = re.compile(r"[A-Za-z0-9_-]{1,64}")
_VERSIE = re.compile(r"[0-9A-Za-z :.+/-]{0,40}")
_TEKENS: Mapping[str, Antwoord] = {"?": None, "-": 0, **{str(i): i for i in range(1, 10)}}


def earlier_in(bronnen: Sequence[Bron]) -> tuple[Vroeger, ...]:
    """Geef alle vragen van vroeger waarop in deze bronnen iets is geantwoord, op vaste volgorde."""
    gevonden = {v for bron in bronnen for r in bron.respondenten for v in r.rest}
    gevonden |= {v for bron in bronnen for hand in bron.handtellingen for v, _ in hand.rest}
    return tuple(sorted(gevonden))


def earlier_to_data(vragen: Sequence[Vroeger]) -> list[list[Any]]:
    """Schrijf vragen van vroeger als gegevens die JSON kent."""
    return [[v.code, v.tekst, list(v.schaal), v.weet_niet, v.nvt] for v in vragen]


def earlier_from_data(gegevens: object) -> tuple[Vroeger, ...]:
    """Lees vragen van vroeger.

    Raises
    ------
    VormError
        Bij elke afwijking.
    """
    gelezen = []
    for rij in as_list(gegevens, "vroeger", MAX_VROEGER):
        delen = as_list(rij, "vraag van vroeger", 5)
        if len(delen) != 5:
            raise VormError("een vraag van vroeger heeft niet de goede vorm")
        code, tekst, schaal, weet_niet, nvt = delen
        labels = tuple(as_text(x, "schaal", VRAAG_LENGTE) for x in as_list(schaal, "schaal", 9))
        gelezen.append(
            Vroeger(
                as_text(code, "code", VRAAG_LENGTE),
                as_text(tekst, "vraag van vroeger", VRAAG_LENGTE),
                labels,
                as_text(weet_niet, "weet niet", VRAAG_LENGTE),
                as_text(nvt, "n.v.t.", VRAAG_LENGTE),
            )
        )
    return tuple(gelezen)


def rest_to_data(rest: Mapping[Vroeger, Restwaarde]) -> list[list[Any]]:
    """Schrijf de rest van één persoon als gegevens die JSON kent: de vraag en het antwoord."""
    return [[*earlier_to_data([vraag])[0], waarde] for vraag, waarde in sorted_rest(rest)]


def rest_from_data(gegevens: object) -> dict[Vroeger, Restwaarde]:
    """Lees de rest van één persoon.

    Raises
    ------
    VormError
        Bij elke afwijking.
    """
    rest: dict[Vroeger, Restwaarde] = {}
    for rij in as_list(gegevens, "rest", MAX_VROEGER):
        *vraag, waarde = as_list(rij, "rest", 6) or [None]
        rest[earlier_from_data([vraag])[0]] = _rest_value(waarde)
    return rest


def _rest_value(waarde: object) -> Restwaarde:
    if isinstance(waarde, str):
        return as_text(waarde, "rest", NOTITIE_LENGTE)
    return None if waarde is None else as_whole(waarde, "rest", 0, 9)


def to_state(
    bronnen: Sequence[Bron], vragen: Vragenset, vroeger: Sequence[Vroeger] = ()
) -> list[dict[str, Any]]:
    """Schrijf bronnen als gegevens die JSON kent; :func:`from_state` leest ze terug.

    Parameters
    ----------
    vroeger
        Alle vragen van vroeger in deze bronnen; zie :func:`earlier_in`.
    """
    plek = {vraag: nummer for nummer, vraag in enumerate(vroeger)}
    return [
        {
            "naam": bron.naam,
            "respondenten": [_write(respondent, vragen, plek) for respondent in bron.respondenten],
            "handtellingen": [_write_count(hand, vragen, plek) for hand in bron.handtellingen],
        }
        for bron in bronnen
    ]


def from_state(
    gegevens: object, vragen: Vragenset, vroeger: Sequence[Vroeger] = ()
) -> tuple[Bron, ...]:
    """Lees bronnen uit een bestand.

    Parameters
    ----------
    vragen, vroeger
        De vragen waarmee het bestand is geschreven; is dat een oudere lijst, zet de uitkomst dan
        over met :mod:`lv_tools.basis.onderzoek.overzetten`.

    Raises
    ------
    VormError
        Bij de eerste afwijking. Wie een bestand van een ander leest, weigert het dan als geheel:
        een half gelezen bestand zou een verkeerde uitslag geven.
    """
    bronnen = as_list(gegevens, "bronnen", MAX_BRONNEN)
    gelezen = tuple(_read_source(bron, vragen, vroeger) for bron in bronnen)
    if sum(len(bron.respondenten) for bron in gelezen) > MAX_RESPONDENTEN:
        raise VormError(f"er staan meer dan {MAX_RESPONDENTEN} mensen in")
    return gelezen


def checksum(gegevens: Mapping[str, Any]) -> str:
    """Bereken een controlegetal over gegevens, om een veranderd bestand te herkennen.

    De sleutel ``controle`` zelf telt niet mee.
    """
    kaal = {sleutel: waarde for sleutel, waarde in gegevens.items() if sleutel != "controle"}
    tekst = json.dumps(kaal, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(tekst.encode()).hexdigest()[:32]


def as_notes(gegevens: object, vragen: Vragenset) -> dict[str, str]:
    """Lees de teksten van een respondent: alleen bekende velden, en nergens een lege tekst.

    Raises
    ------
    VormError
        Als een veld niet bestaat, of een tekst leeg, te lang of geen gewone tekst is.
    """
    bekend = {veld.code for veld in vragen.notitievelden}
    if not isinstance(gegevens, dict) or not gegevens or not set(gegevens) <= bekend:
        raise VormError("de teksten van een respondent horen niet bij deze vragen")
    for code, tekst in gegevens.items():
        if not as_text(tekst, code, NOTITIE_LENGTE).strip():
            raise VormError(f"de tekst bij {code} is leeg")
    return gegevens


def _write(respondent: Respondent, vragen: Vragenset, plek: Mapping[Vroeger, int]) -> str:
    antwoorden = "".join(
        _char(respondent.antwoorden[s.code]) if s.code in respondent.antwoorden else "."
        for s in vragen.stellingen
    )
    keuzes = "|".join(_write_choice(respondent, vraag.code) for vraag in vragen.keuzevragen)
    delen = [respondent.id, respondent.rol, respondent.naam, respondent.versie, antwoorden, keuzes]
    if respondent.notities:
        # JSON schrijft een tab als \\t, dus de regel blijft op tabs te splitsen.
        delen.append(json.dumps(dict(sorted(respondent.notities.items())), ensure_ascii=False))
    if respondent.rest:
        rest = {str(plek[vraag]): waarde for vraag, waarde in sorted_rest(respondent.rest)}
        leeg = [] if respondent.notities else [""]
        delen += [*leeg, json.dumps(rest, ensure_ascii=False)]
    return "\t".join(delen)


def _char(antwoord: Antwoord) -> str:
    return "?" if antwoord is None else "-" if antwoord == 0 else str(antwoord)


def _write_choice(respondent: Respondent, code: str) -> str:
    if code not in respondent.keuzes:
        return "."
    keuze = respondent.keuzes[code]
    return "?" if keuze is None else " ".join(keuze) or "0"


def _read_source(gegevens: object, vragen: Vragenset, vroeger: Sequence[Vroeger]) -> Bron:
    bron = as_dict(gegevens, "bron", {"naam", "respondenten", "handtellingen"})
    naam = as_text(bron["naam"], "naam van een bron", 120)
    respondenten = tuple(
        _read(regel, vragen, vroeger)
        for regel in as_list(bron["respondenten"], "respondenten", MAX_RESPONDENTEN)
    )
    tellingen = tuple(
        _read_count(telling, vragen, vroeger)
        for telling in as_list(bron["handtellingen"], "handtellingen", MAX_BRONNEN)
    )
    return Bron(naam, respondenten, tellingen)


def _read(regel: object, vragen: Vragenset, vroeger: Sequence[Vroeger]) -> Respondent:
    delen = regel.split("\t") if isinstance(regel, str) else []
    if len(delen) not in {6, 7, 8}:
        raise VormError("een regel met antwoorden heeft niet de goede vorm")
    kenmerk, rol, naam, versie, antwoorden, keuzes = delen[:6]
    if not _KENMERK.fullmatch(kenmerk) or not _VERSIE.fullmatch(versie):
        raise VormError("het kenmerk van een respondent klopt niet")
    if len(antwoorden) != len(vragen.stellingen):
        raise VormError(f"iemand heeft {len(antwoorden)} antwoorden in plaats van "
                            f"{len(vragen.stellingen)}")  # fmt: skip
    stukken = keuzes.split("|") if vragen.keuzevragen else []
    if len(stukken) != len(vragen.keuzevragen):
        raise VormError("de keuzes van een respondent hebben niet de goede vorm")
    gelezen: dict[str, Antwoord] = {}
    for stelling, teken in zip(vragen.stellingen, antwoorden, strict=True):
        if teken == ".":
            continue
        waarde = _TEKENS.get(teken, -1)
        if waarde is not None and not (0 if vragen.nvt else 1) <= waarde <= len(vragen.schaal):
            raise VormError(f"'{teken}' is geen antwoord op {stelling.code}")
        gelezen[stelling.code] = waarde
    gekozen: dict[str, tuple[str, ...] | None] = {}
    for vraag, stuk in zip(vragen.keuzevragen, stukken, strict=True):
        if stuk == ".":
            continue
        bekend = {optie.code for optie in vraag.opties}
        codes = () if stuk in {"?", "0"} else tuple(stuk.split(" "))
        if not set(codes) <= bekend or len(set(codes)) != len(codes):
            raise VormError(f"'{stuk[:40]}' is geen keuze bij {vraag.code}")
        gekozen[vraag.code] = None if stuk == "?" else codes
    naam = as_text(naam, "naam", NAAM_LENGTE)
    notities = {}
    if len(delen) == 7 or (len(delen) == 8 and delen[6]):
        notities = as_notes(read_json(delen[6]), vragen)
    rest = read_rest(read_json(delen[7]), vroeger) if len(delen) == 8 else {}
    return Respondent(kenmerk, _role(rol), gelezen, gekozen, naam, versie, notities, rest)


def read_json(regel: str) -> object:
    """Lees JSON die in een regel met antwoorden staat.

    Raises
    ------
    VormError
        Als het geen JSON is, of te diep in elkaar zit.
    """
    probleem = "de teksten van een respondent hebben niet de goede vorm"
    if te_diep(regel):
        raise VormError(probleem)
    try:
        return json.loads(regel)
    except ValueError as fout:
        raise VormError(probleem) from fout


def read_rest(gegevens: object, vroeger: Sequence[Vroeger]) -> dict[Vroeger, Restwaarde]:
    """Lees wat iemand antwoordde op vragen van vroeger, per plaats in hun lijst.

    Raises
    ------
    VormError
        Bij elke afwijking.
    """
    if not isinstance(gegevens, dict) or not gegevens:
        raise VormError("de antwoorden op vroegere vragen hebben niet de goede vorm")
    rest: dict[Vroeger, Restwaarde] = {}
    for plek, waarde in gegevens.items():
        rest[_earlier(plek, vroeger)] = _rest_value(waarde)
    return rest


def _earlier(plek: str, vroeger: Sequence[Vroeger]) -> Vroeger:
    if not re.fullmatch(r"0|[1-9][0-9]{0,4}", plek) or int(plek) >= len(vroeger):
        raise VormError(f"‘{plek[:20]}’ is geen plaats in de lijst van vroegere vragen")
    return vroeger[int(plek)]


def _write_count(
    hand: Handtelling, vragen: Vragenset, plek: Mapping[Vroeger, int]
) -> dict[str, Any]:
    telling = hand.telling
    rest = {str(plek[vraag]): list(aantallen) for vraag, aantallen in hand.rest}
    return ({"rest": rest} if rest else {}) | {
        "id": hand.id,
        "rol": hand.rol,
        "versie": hand.versie,
        "personen": telling.personen,
        "stellingen": {
            code: [*verdeling.aantallen, verdeling.weet_niet, verdeling.nvt]
            for code, verdeling in telling.stellingen.items()
        },
        "keuzes": {
            vraag.code: {
                "n": telling.keuzes[vraag.code].n,
                "weet_niet": telling.keuzes[vraag.code].weet_niet,
                "genoemd": list(telling.keuzes[vraag.code].genoemd),
            }
            for vraag in vragen.keuzevragen
        },
    }


def _read_count(gegevens: object, vragen: Vragenset, vroeger: Sequence[Vroeger]) -> Handtelling:
    velden = {"id", "rol", "versie", "personen", "stellingen", "keuzes"}
    if isinstance(gegevens, dict) and "rest" in gegevens:
        velden.add("rest")
    telling = as_dict(gegevens, "handtelling", velden)
    if not _KENMERK.fullmatch(str(telling["id"])) or not _VERSIE.fullmatch(str(telling["versie"])):
        raise VormError("het kenmerk van een handtelling klopt niet")
    codes = {stelling.code for stelling in vragen.stellingen}
    rijen = as_dict(telling["stellingen"], "stellingen van een handtelling", codes)
    stellingen = {}
    for stelling in vragen.stellingen:
        aantallen = [_whole(a) for a in as_list(rijen[stelling.code], stelling.code, 20)]
        if len(aantallen) != len(vragen.schaal) + 2:
            raise VormError(f"de telling bij {stelling.code} heeft niet de goede vorm")
        stellingen[stelling.code] = Verdeling(tuple(aantallen[:-2]), *aantallen[-2:])
    keuzevragen = {vraag.code for vraag in vragen.keuzevragen}
    ruw = as_dict(telling["keuzes"], "keuzes van een handtelling", keuzevragen)
    keuzes = {}
    for vraag in vragen.keuzevragen:
        rij = as_dict(ruw[vraag.code], vraag.code, {"n", "weet_niet", "genoemd"})
        genoemd = tuple(_whole(a) for a in as_list(rij["genoemd"], vraag.code, 100))
        n = _whole(rij["n"])
        if len(genoemd) != len(vraag.opties) or max(genoemd, default=0) > n:
            raise VormError(f"de telling bij {vraag.code} klopt niet")
        keuzes[vraag.code] = Keuzetelling(n, _whole(rij["weet_niet"]), genoemd)
    groep = Groepstelling(_whole(telling["personen"]), stellingen, keuzes)
    rol = _role(as_text(telling["rol"], "rol", ROL_LENGTE))
    rest = []
    over = telling.get("rest", {})
    if not isinstance(over, dict):
        raise VormError("‘rest’ van een handtelling heeft niet de goede vorm")
    for plek, aantallen in over.items():
        eerder = _earlier(plek, vroeger)
        geteld = tuple(_whole(a) for a in as_list(aantallen, eerder.code, 11))
        if len(geteld) != len(eerder.labels):
            raise VormError(f"de telling bij {eerder.code} heeft niet de goede vorm")
        rest.append((eerder, geteld))
    return Handtelling(str(telling["id"]), rol, groep, str(telling["versie"]), tuple(rest))


def _role(rol: str) -> str:
    if not rol.strip():
        raise VormError("een rol ontbreekt")
    return as_text(rol, "rol", ROL_LENGTE)


def _whole(waarde: object) -> int:
    return as_whole(waarde, "aantal", 0, MAX_GETELD)
