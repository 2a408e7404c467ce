"""De beelden naast elkaar: waar zij verschillen, wat niemand doet, en wat niet bij elkaar past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lv_tools.kwaliteitsprofiel.model.profiel import VRAGEN, Beeld, Kern, points
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud, Punt

#: De plaats van een antwoord in zijn lijst.
ZELF, MEE, ANDER, NIEMAND = 1, 2, 3, 4
BESLIST, BESLIST_MEE, ADVISEERT, GEEN_STEM = 1, 2, 3, 4
VANZELF, OP_VERZOEK, KRIJGT_NIET = 1, 2, 3
BLIJFT_AF, GEBEURT, HOORT_ERBIJ = 1, 2, 3
MEDEWERKER = "medewerker"

Soort = Literal["", "eens", "anders", "te-weinig"]
Zonder = Literal["niemand", "wijzen", "onbekend", "misschien"]


@dataclass(frozen=True)
class Antwoord:
    """Wat één persoon bij een punt antwoordde; ``None`` is ‘weet ik niet’."""

    beeld: Beeld
    waarde: int | None


@dataclass(frozen=True)
class Naast:
    """De antwoorden van iedereen op één vraag bij één punt; wie niets koos, staat er niet bij."""

    vraag: str
    punt: Punt
    antwoorden: tuple[Antwoord, ...]

    @property
    def given(self) -> tuple[int, ...]:
        """De antwoorden, zonder ‘weet ik niet’."""
        return tuple(a.waarde for a in self.antwoorden if a.waarde is not None)

    @property
    def soort(self) -> Soort:
        """Is men het eens, of zijn er te weinig antwoorden om dat te zeggen?"""
        if len(self.given) < 2:
            return "te-weinig"
        return "eens" if len(set(self.given)) == 1 else "anders"

    @property
    def distance(self) -> int:
        """Hoeveel plaatsen de antwoorden in de lijst uit elkaar liggen."""
        return max(self.given) - min(self.given) if self.given else 0

    @property
    def unsure(self) -> int:
        """Hoeveel mensen ‘weet ik niet’ kozen."""
        return len(self.antwoorden) - len(self.given)


@dataclass(frozen=True)
class Zonderwie:
    """Een taak waarvan niet vaststaat wie haar doet.

    ``gewenst`` zegt of iemand vindt dat zij wel gedaan moet worden; ``None`` is niet gezegd.
    """

    punt: Punt
    soort: Zonder
    gewenst: bool | None
    antwoorden: tuple[Antwoord, ...]


@dataclass(frozen=True)
class Stem:
    """Wie zegt dat er invloed is, en wie dat de informatie niet vanzelf komt.

    ``vraagt`` is: de informatie komt alleen op verzoek.
    """

    punt: Punt
    invloed: tuple[Antwoord, ...]
    informatie: tuple[Antwoord, ...]
    vraagt: bool


@dataclass(frozen=True)
class Urenbeeld:
    """De uren volgens één persoon, in uren per schooljaar.

    Parameters
    ----------
    nu, straks
        Som van de taken die de medewerker nu doet, en van die hij zou moeten doen; de vaste posten
        tellen in beide.
    zonder_nu, zonder_straks
        Taken die meetellen en geen uren hebben: de som is dan een ondergrens.
    """

    beeld: Beeld
    beschikbaar: Fraction | None
    nu: Fraction
    straks: Fraction
    zonder_nu: tuple[Punt, ...]
    zonder_straks: tuple[Punt, ...]
    ingevuld: int

    @property
    def over(self) -> Fraction | None:
        """Wat er nu over is; onder nul is het tekort."""
        return None if self.beschikbaar is None else self.beschikbaar - self.nu

    @property
    def over_straks(self) -> Fraction | None:
        """Wat er over is als alles gebeurt wat zou moeten."""
        return None if self.beschikbaar is None else self.beschikbaar - self.straks


def filled(kern: Kern) -> tuple[Beeld, ...]:
    """Geef wie iets invulde, met een rol."""
    return tuple(beeld for beeld in kern.beelden if beeld.rol and beeld.is_filled)


def side_by_side(kern: Kern, inhoud: Profielinhoud) -> dict[str, tuple[Naast, ...]]:
    """Leg per vraag bij elk punt de antwoorden naast elkaar."""
    mensen = filled(kern)
    return {
        vraag: tuple(
            Naast(
                vraag,
                punt,
                tuple(
                    Antwoord(beeld, beeld.answers(vraag)[punt.code])
                    for beeld in mensen
                    if punt.code in beeld.answers(vraag)
                ),
            )
            for punt in points(kern, inhoud, inhoud.question(vraag).lijst)
        )
        for vraag in VRAGEN
    }


def differences(naast: dict[str, tuple[Naast, ...]]) -> tuple[Naast, ...]:
    """Geef waar men verschilt: per vraag eerst wat het verst uit elkaar ligt."""
    return tuple(
        rij
        for vraag in VRAGEN
        for rij in sorted(naast[vraag], key=lambda n: -n.distance)
        if rij.soort == "anders"
    )


def without_owner(nu: Sequence[Naast], straks: Sequence[Naast]) -> tuple[Zonderwie, ...]:
    """Geef de taken waarvan niet vaststaat wie ze doet, de zekerste eerst.

    Een taak die niemand doet en die volgens iedereen ook niet hoeft, staat er niet bij.
    """
    gewenst = {n.punt.code: _wanted(n) for n in straks}
    uit = []
    for rij in nu:
        soort = _ownerless(rij)
        if soort is None or (soort == "niemand" and gewenst[rij.punt.code] is False):
            continue
        uit.append(Zonderwie(rij.punt, soort, gewenst[rij.punt.code], rij.antwoorden))
    volgorde: tuple[Zonder, ...] = ("niemand", "wijzen", "misschien", "onbekend")
    return tuple(sorted(uit, key=lambda z: volgorde.index(z.soort)))


def _wanted(rij: Naast) -> bool | None:
    return any(waarde != NIEMAND for waarde in rij.given) if rij.given else None


def _ownerless(rij: Naast) -> Zonder | None:
    if not rij.antwoorden:
        return None
    if not rij.given:
        return "onbekend"
    if set(rij.given) == {NIEMAND}:
        return "niemand"
    zelf = [a.waarde for a in rij.antwoorden if a.beeld.rol == MEDEWERKER and a.waarde]
    andere = [a.waarde for a in rij.antwoorden if a.beeld.rol != MEDEWERKER and a.waarde]
    if zelf and andere and min(zelf) >= ANDER and max(andere) <= MEE:
        return "wijzen"
    return "misschien" if NIEMAND in rij.given else None


def uninformed(invloed: Sequence[Naast], informatie: Sequence[Naast]) -> tuple[Stem, ...]:
    """Geef de onderwerpen met invloed volgens de een, en zonder informatie volgens een ander.

    Wie beslist, mee beslist of adviseert, heeft invloed. Eerst komt wat helemaal ontbreekt.
    """
    uit = []
    for stem, weet in zip(invloed, informatie, strict=True):
        heeft = tuple(a for a in stem.antwoorden if a.waarde and a.waarde <= ADVISEERT)
        mist = tuple(a for a in weet.antwoorden if a.waarde and a.waarde >= OP_VERZOEK)
        if heeft and mist:
            vraagt = all(a.waarde == OP_VERZOEK for a in mist)
            uit.append(Stem(stem.punt, heeft, mist, vraagt))
    return tuple(sorted(uit, key=lambda s: s.vraagt))


def crossed(afblijven: Sequence[Naast]) -> tuple[Naast, ...]:
    """Geef waar de medewerker van af moet blijven, en wat volgens iemand toch gebeurt."""
    return tuple(rij for rij in afblijven if GEBEURT in rij.given)


def count_hours(beeld: Beeld, kern: Kern, inhoud: Profielinhoud) -> Urenbeeld:
    """Tel de uren van één persoon op, precies, in uren per schooljaar."""
    keer = kern.weken if beeld.per == "week" else 1

    def hours(code: str) -> Fraction | None:
        uren = beeld.uren.get(code)
        return None if uren is None else uren * keer

    taken = points(kern, inhoud, "taken")
    vast = sum((hours(post.code) or Fraction(0) for post in inhoud.post), Fraction(0))

    def total(vraag: str) -> tuple[Fraction, tuple[Punt, ...]]:
        doet = [t for t in taken if beeld.answers(vraag).get(t.code) in (ZELF, MEE)]
        som = sum((hours(t.code) or Fraction(0) for t in doet), vast)
        return som, tuple(t for t in doet if hours(t.code) is None)

    (nu, zonder_nu), (straks, zonder_straks) = total("nu"), total("straks")
    beschikbaar = None if beeld.beschikbaar is None else beeld.beschikbaar * keer
    ingevuld = sum(hours(punt.code) is not None for punt in (*taken, *inhoud.post))
    return Urenbeeld(beeld, beschikbaar, nu, straks, zonder_nu, zonder_straks, ingevuld)


def wishes(beeld: Beeld, kern: Kern, inhoud: Profielinhoud) -> tuple[Punt, ...]:
    """Geef de taken die iemand bij de medewerker ziet horen, en die hij nu niet doet."""
    return tuple(
        taak
        for taak in points(kern, inhoud, "taken")
        if beeld.straks.get(taak.code) in (ZELF, MEE)
        and beeld.nu.get(taak.code) in (ANDER, NIEMAND)
    )
