"""Wat de drie samen afspreken: overnemen waar zij het eens zijn, uren optellen, en wat nog mist."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from lv_tools.basis.uitwisseling.stukken import Actie, shorten
from lv_tools.kwaliteitsprofiel.model.profiel import Gaat, Kern, Samen, Wie, points
from lv_tools.kwaliteitsprofiel.model.vergelijken import Naast, filled, side_by_side
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud, Punt

#: Een antwoord op ‘wie zou het moeten doen’ als afspraak, en een antwoord over invloed.
_WIE: tuple[Wie, ...] = ("medewerker", "samen", "ander", "niemand")
_GAAT: tuple[Gaat, ...] = ("beslist", "mee", "adviseert", "niet")


@dataclass(frozen=True)
class Stand:
    """Hoe ver de afspraken zijn.

    Parameters
    ----------
    open
        Taken waarover nog niets is afgesproken.
    zonder_naam
        Taken voor een ander of samen, zonder wie die ander is.
    uren, beschikbaar
        Som van de uren bij de taken van de medewerker, en wat er is.
    zonder_uren
        Taken van de medewerker zonder uren.
    """

    open: tuple[Punt, ...]
    zonder_naam: tuple[Punt, ...]
    uren: Fraction
    beschikbaar: Fraction | None
    zonder_uren: tuple[Punt, ...]

    @property
    def over(self) -> Fraction | None:
        """Wat er over is; onder nul is het tekort."""
        return None if self.beschikbaar is None else self.beschikbaar - self.uren


def agreed(kern: Kern, inhoud: Profielinhoud) -> Stand:
    """Geef hoe ver de afspraken over de taken zijn."""
    samen, taken = kern.samen, points(kern, inhoud, "taken")
    eigen = [t for t in taken if samen.wie.get(t.code) in ("medewerker", "samen")]
    posten = [*eigen, *inhoud.post]
    return Stand(
        open=tuple(t for t in taken if not samen.wie.get(t.code)),
        zonder_naam=tuple(
            t
            for t in taken
            if samen.wie.get(t.code) in ("ander", "samen") and not owner(samen, t.code)
        ),
        uren=sum((samen.uren.get(p.code) or Fraction(0) for p in posten), Fraction(0)),
        beschikbaar=samen.beschikbaar,
        zonder_uren=tuple(t for t in eigen if samen.uren.get(t.code) is None),
    )


def owner(samen: Samen, code: str) -> str:
    """Geef wie een taak (mee) doet als dat een ander is; wat van eerder bleef staan, telt niet."""
    ander = samen.wie.get(code) in ("ander", "samen")
    return samen.eigenaar.get(code, "").strip() if ander else ""


def adopt(kern: Kern, inhoud: Profielinhoud) -> Kern:
    """Neem in de afspraken over waar iedereen die invulde het over eens is.

    Wat al is afgesproken, blijft. Het telt pas als ten minste twee mensen antwoordden en niemand
    ‘weet ik niet’ koos.
    """
    naast, samen = side_by_side(kern, inhoud), kern.samen
    wie = {n.punt.code: _WIE[n.given[0] - 1] for n in naast["straks"] if _same(n)}
    gaat = {n.punt.code: _GAAT[n.given[0] - 1] for n in naast["invloed"] if _same(n)}
    overleg = [n.punt.code for n in naast["erbij_straks"] if _same(n) and n.given[0] < 3]
    grenzen = [n.punt.code for n in naast["afblijven"] if _same(n) and n.given[0] < 3]
    nieuw = replace(
        samen,
        wie={**wie, **{code: w for code, w in samen.wie.items() if w}},
        gaat={**gaat, **{code: w for code, w in samen.gaat.items() if w}},
        overleg=tuple(dict.fromkeys((*samen.overleg, *overleg))),
        grenzen=tuple(dict.fromkeys((*samen.grenzen, *grenzen))),
    )
    return kern if nieuw == samen else replace(kern, samen=nieuw)


def _same(naast: Naast) -> bool:
    return naast.soort == "eens" and not naast.unsure


def actions(kern: Kern) -> tuple[Actie, ...]:
    """Geef de afspraken voor het dossier; een afspraak zonder woorden gaat niet mee."""
    return tuple(
        shorten(Actie(a.id, a.wat.strip(), a.wie.strip(), klaar=a.klaar))
        for a in kern.afspraken
        if a.wat.strip()
    )


def spokesmen(kern: Kern) -> dict[str, str]:
    """Geef per rol de naam bij het beeld; zijn er meer mensen met die rol, dan geen."""
    rollen = [beeld.rol for beeld in kern.beelden]
    return {
        b.rol: naam for b in filled(kern) if (naam := b.naam.strip()) and rollen.count(b.rol) == 1
    }
