"""Een jaar later: het profiel van toen naast dat van nu, en een nieuw jaar beginnen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.vorm.typen import show
from lv_tools.kwaliteitsprofiel.model.profiel import Beeld, Kern, Profiel, Samen, points
from lv_tools.kwaliteitsprofiel.model.samen import agreed, owner
from lv_tools.kwaliteitsprofiel.model.vergelijken import side_by_side
from lv_tools.kwaliteitsprofiel.teksten import Lijst, Profielinhoud, Punt

Soort = Literal["taak", "uren", "gaat", "hoort", "grens", "overleg", "beschikbaar", "tekst"]


@dataclass(frozen=True)
class Wijziging:
    """Eén verschil in de afspraken; leeg is niet afgesproken."""

    wat: Soort
    punt: Punt
    toen: str
    nu: str


@dataclass(frozen=True)
class Jaarbeeld:
    """Twee jaren naast elkaar.

    Parameters
    ----------
    gelijk
        Hoeveel taken hetzelfde zijn afgesproken.
    opgelost, gebleven, erbij
        Punten waar de beelden toen verschilden en nu niet, toen en nu, en alleen nu. Een punt telt
        alleen mee als er beide jaren ten minste twee mensen antwoordden.
    vergeleken
        Van hoeveel punten dat er zijn.
    """

    wijzigingen: tuple[Wijziging, ...]
    gelijk: int
    uren: tuple[Fraction, Fraction]
    opgelost: tuple[Punt, ...]
    gebleven: tuple[Punt, ...]
    erbij: tuple[Punt, ...]
    vergeleken: int


def compare(toen: Kern, nu: Kern, inhoud: Profielinhoud) -> Jaarbeeld:
    """Leg twee jaren naast elkaar."""
    taken = _all_points(toen, nu, inhoud)
    gelijk = sum(
        toen.samen.wie.get(t.code, "") == nu.samen.wie.get(t.code, "") != "" for t in taken
    )
    naast = [
        {n.punt.code: n.soort for n in side_by_side(kern, inhoud)["straks"]} for kern in (toen, nu)
    ]
    soorten = [(t, naast[0].get(t.code, ""), naast[1].get(t.code, "")) for t in taken]
    return Jaarbeeld(
        tuple(_changes(toen, nu, taken, inhoud)),
        gelijk,
        (agreed(toen, inhoud).uren, agreed(nu, inhoud).uren),
        tuple(t for t, was, is_ in soorten if (was, is_) == ("anders", "eens")),
        tuple(t for t, was, is_ in soorten if (was, is_) == ("anders", "anders")),
        tuple(t for t, was, is_ in soorten if (was, is_) == ("eens", "anders")),
        sum({was, is_} <= {"eens", "anders"} for _, was, is_ in soorten),
    )


def _changes(
    toen: Kern, nu: Kern, taken: tuple[Punt, ...], inhoud: Profielinhoud
) -> Iterator[Wijziging]:
    was, wordt = toen.samen, nu.samen
    for taak in taken:
        paar = [_who(kern, taak.code, inhoud) for kern in (toen, nu)]
        if paar[0] != paar[1]:
            yield Wijziging("taak", taak, *paar)
    for taak in (*taken, *inhoud.post):
        uren = [show(samen.uren.get(taak.code)) for samen in (was, wordt)]
        if uren[0] != uren[1]:
            yield Wijziging("uren", taak, *uren)
    beschikbaar = show(was.beschikbaar), show(wordt.beschikbaar)
    if beschikbaar[0] != beschikbaar[1]:
        yield Wijziging("beschikbaar", Punt("", ""), *beschikbaar)
    for punt in points(nu, inhoud, "onderwerpen"):
        gaat = [samen.gaat.get(punt.code, "") for samen in (was, wordt)]
        if gaat[0] != gaat[1]:
            yield Wijziging("gaat", punt, *(inhoud.gaat[code] if code else "" for code in gaat))
        hoort = [samen.hoort.get(punt.code, "").strip() for samen in (was, wordt)]
        if hoort[0] != hoort[1]:
            yield Wijziging("hoort", punt, *hoort)
    ja_nee = inhoud.zeg("nee"), inhoud.zeg("ja")
    vinkjes: tuple[tuple[Lijst, Soort, tuple[str, ...], tuple[str, ...]], ...] = (
        ("overleggen", "overleg", was.overleg, wordt.overleg),
        ("grenzen", "grens", was.grenzen, wordt.grenzen),
    )
    for lijst, soort, oud, nieuw in vinkjes:
        for punt in points(nu, inhoud, lijst):
            paar = [ja_nee[punt.code in codes] for codes in (oud, nieuw)]
            if paar[0] != paar[1]:
                yield Wijziging(soort, punt, *paar)
    yield from _texts(was, wordt, inhoud)


def _texts(was: Samen, wordt: Samen, inhoud: Profielinhoud) -> Iterator[Wijziging]:
    teksten = [
        (inhoud.zeg("profiel_functie"), was.functie, wordt.functie),
        (inhoud.zeg("zin"), was.zin, wordt.zin),
        *((o.tekst, was.open.get(o.code, ""), wordt.open.get(o.code, "")) for o in inhoud.open),
        (inhoud.zeg("grens_eigen"), was.grens, wordt.grens),
    ]
    for label, oud, nieuw in teksten:
        if oud.strip() != nieuw.strip():
            yield Wijziging("tekst", Punt("", label), oud.strip(), nieuw.strip())


def _who(kern: Kern, code: str, inhoud: Profielinhoud) -> str:
    wie = kern.samen.wie.get(code, "")
    naam = owner(kern.samen, code)
    if not wie:
        return ""
    return f"{inhoud.wie[wie]} ({naam})" if naam else inhoud.wie[wie]


def _all_points(toen: Kern, nu: Kern, inhoud: Profielinhoud) -> tuple[Punt, ...]:
    alle = {p.code: p for kern in (toen, nu) for p in points(kern, inhoud, "taken")}
    return tuple(alle.values())


def new_year(profiel: Profiel) -> Profiel:
    """Begin een nieuw jaar: dezelfde mensen en taken, lege beelden, het oude profiel ernaast."""
    oud = profiel.kern
    mensen = tuple(Beeld(new_id(), beeld.rol, beeld.naam) for beeld in oud.beelden)
    nieuw = Kern(oud.titel, oud.niveau, "", oud.weken, oud.taken, mensen, oud.minuten)
    return replace(profiel, kern=nieuw, eerder=oud, kwam={}, open="", kenmerk=new_id())
