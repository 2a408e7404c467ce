"""Wie er al antwoordde, wie er nog mist, en welke naam er twee keer in staat."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron, merge
from lv_tools.basis.onderzoek.vragenset import Vragenset

#: Een apostrof valt weg; een punt en elk streepje worden een spatie.
_LEESTEKEN = dict.fromkeys("'’‘ʼ`´ʹ′", "") | dict.fromkeys(".-‐‑‒–—−", " ")
_AANTAL = re.compile(r"(?P<groep>.*?)[\s:;=,-]*(?P<aantal>\d{1,5})")


@dataclass(frozen=True)
class Opkomst:
    """Wie er van de verwachte namen antwoordde.

    Parameters
    ----------
    binnen, missen
        Namen van de lijst, op de volgorde van de lijst.
    niet_op_lijst
        Namen van mensen die antwoordden en niet op de lijst staan, op alfabet.
    zonder_naam
        Aantal mensen dat geen naam opgaf.
    """

    binnen: tuple[str, ...]
    missen: tuple[str, ...]
    niet_op_lijst: tuple[str, ...]
    zonder_naam: int


@dataclass(frozen=True)
class Verwachting:
    """Hoeveel mensen er per groep verwacht worden, en de regels die niet te lezen waren."""

    per_groep: Mapping[str, int]
    onleesbaar: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dubbel:
    """Een naam die in een groep vaker voorkomt, met verschillende kenmerken.

    Parameters
    ----------
    mensen
        De invullingen, oudste eerst.
    sleutel
        Kenmerk van precies deze invullingen; er staat geen naam in.
    """

    naam: str
    rol: str
    mensen: tuple[Respondent, ...]
    sleutel: str


@lru_cache(maxsize=20_000)  # bij elke wijziging komen dezelfde namen terug
def same_name(naam: str) -> str:
    """Maak namen vergelijkbaar: hoofdletters, accenten en leestekens maken niet uit.

    Ook een achternaam die voorop staat, met een komma erachter, is dezelfde naam.

    Examples
    --------
    >>> same_name("  J. de  Vríes ") == same_name("j de vries")
    True
    >>> same_name("de Vries-Bos, Jan")
    'jan de vries bos'
    """
    plat = unicodedata.normalize("NFKD", clean_text(naam).replace("´", "")).casefold()
    kaal = "".join(
        _LEESTEKEN.get(teken, teken)
        for teken in plat
        if not unicodedata.combining(teken) and unicodedata.category(teken) != "Cf"
    )
    delen = [" ".join(deel.split()) for deel in kaal.split(",")]
    if len(delen) == 2:
        delen.reverse()
    return " ".join(filter(None, delen))


def expected_names(tekst: str) -> tuple[str, ...]:
    """Lees de verwachte namen, één per regel."""
    regels = (" ".join(clean_text(regel).split()) for regel in tekst.splitlines())
    return tuple(regel for regel in regels if same_name(regel))


def attendance(verwacht: Sequence[str], mensen: Iterable[Respondent]) -> Opkomst:
    """Leg de verwachte namen naast wie er antwoordde.

    Staat een naam twee keer op de lijst, dan zijn dat twee mensen.
    """
    gegeven = list(mensen)
    over = Counter(same_name(r.naam) for r in gegeven if same_name(r.naam))
    binnen, missen = [], []
    for naam in verwacht:
        if over[same_name(naam)]:
            over[same_name(naam)] -= 1
            binnen.append(naam)
        else:
            missen.append(naam)
    bekend = {same_name(naam) for naam in verwacht}
    buiten = {r.naam for r in gegeven if same_name(r.naam) and same_name(r.naam) not in bekend}
    zonder = sum(not same_name(r.naam) for r in gegeven)
    return Opkomst(tuple(binnen), tuple(missen), tuple(sorted(buiten)), zonder)


def expected_counts(tekst: str, vragen: Vragenset) -> Verwachting:
    """Lees per regel een groep met een aantal, zoals ``bestuur 3`` of ``bestuur: 3``."""
    per_groep: dict[str, int] = {}
    onleesbaar = []
    for regel in filter(None, (" ".join(clean_text(r).split()) for r in tekst.splitlines())):
        gelezen = _AANTAL.fullmatch(regel)
        if gelezen is None or not gelezen["groep"].strip():
            onleesbaar.append(regel)
            continue
        rol = vragen.find_role(gelezen["groep"])
        per_groep[rol] = per_groep.get(rol, 0) + int(gelezen["aantal"])
    return Verwachting(per_groep, tuple(onleesbaar))


def find_doubles(bronnen: Sequence[Bron]) -> tuple[Dubbel, ...]:
    """Zoek mensen met dezelfde naam in dezelfde groep, op alfabet; zonder naam is niets te zeggen.

    De nieuwste invulling staat achteraan: die met de laatste tijd, en bij gelijke tijd die uit het
    bestand dat het laatst is toegevoegd.
    """
    plek = {r.id: nummer for nummer, bron in enumerate(bronnen) for r in bron.respondenten}
    per_naam: dict[tuple[str, str], list[Respondent]] = {}
    for respondent in merge(bronnen):
        if naam := same_name(respondent.naam):
            per_naam.setdefault((naam, respondent.rol), []).append(respondent)
    return tuple(
        Dubbel(
            groep[0].naam,
            rol,
            tuple(sorted(groep, key=lambda r: (_moment(r.versie), plek[r.id], r.id))),
            hashlib.sha256("\n".join(sorted(r.id for r in groep)).encode()).hexdigest()[:16],
        )
        for (_naam, rol), groep in sorted(per_naam.items())
        if len(groep) > 1
    )


def _moment(versie: str) -> datetime:
    try:
        moment = datetime.fromisoformat(versie)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
