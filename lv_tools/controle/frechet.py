"""Fréchet-grenzen: hoeveel kunnen en moeten twee groepen elkaar overlappen?

Zijn er N trajecten, a met een obstakel en b met een interventie, dan hebben er ten minste
a + b - N en ten hoogste min(a, b) allebei (M. Fréchet 1951). De tekst geeft N en b (figuur 4.5),
bijlage 2.2 geeft a en de overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import permutations

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.controle.cijfers import Kolom, dichtbij, heel, obstakelkolommen, tekst
from lv_tools.controle.kleinste_n import passende_n
from lv_tools.controle.melding import Melding, Plaats

CONTROLE = "Fréchet"
_TABEL = "interventies_bij_obstakels"


def grenzen(a: int, b: int, totaal: int) -> tuple[int, int]:
    """Geef de kleinste en grootste mogelijke overlap van twee groepen.

    Parameters
    ----------
    a, b : int
        Groottes van de groepen, van 0 tot en met `totaal`.
    totaal : int
        Grootte van het geheel.

    Raises
    ------
    ValueError
        Als een groep groter is dan het geheel of kleiner dan 0.

    Examples
    --------
    >>> grenzen(39, 44, 55)
    (28, 39)
    """
    for naam, groep in (("a", a), ("b", b)):
        if not 0 <= groep <= totaal:
            raise ValueError(f"groep {naam} is {groep}: geef 0 tot en met het totaal {totaal}")
    return max(0, a + b - totaal), min(a, b)


def grootste_verschil(a: int, b: int, totaal: int) -> int:
    """Geef hoeveel vaker iets in groep a kan voorkomen dan in groep b.

    Wat wel in a telt en niet in b, valt in het deel van a buiten b. Dat deel is ten hoogste
    a min de kleinste overlap.

    Examples
    --------
    >>> grootste_verschil(39, 39, 55)
    16
    """
    return a - grenzen(a, b, totaal)[0]


def controleer() -> Iterator[Melding]:
    """Leg bijlage 2.2 langs de totalen van figuur 4.5, en de kolommen langs elkaar.

    Een kolom die bij haar gedrukte n niet kan, wordt ook met de passende n gerekend: er komt
    alleen een melding als het met geen van beide kan.
    """
    totalen = {tekst(r, "interventie"): r for r in lees("interventies").rijen}
    totaal = heel(next(iter(totalen.values())), "totaal")
    for interventie, regel in totalen.items():
        ingezet = heel(regel, "trajecten")
        fout = []
        for kolom in obstakelkolommen():
            melding = _tegen_totaal(interventie, kolom, ingezet, totaal)
            if melding:
                fout.append(melding)
        yield from fout
        if not fout:
            yield _klopt(interventie, ingezet, totaal)
    for interventie in obstakelkolommen()[0].percentages:
        for a, b in permutations(obstakelkolommen(), 2):
            melding = _tegen_kolom(interventie, a, b, totaal)
            if melding:
                yield melding


def mogelijke_n(kolom: Kolom, totaal: int) -> tuple[int, ...]:
    """Geef de gedrukte n en, als de kolom daarbij niet kan, ook de n die wel passen."""
    return _mogelijke_n(tuple(kolom.percentages.values()), kolom.n, totaal)


@cache
def _mogelijke_n(percentages: tuple[int, ...], n: int, totaal: int) -> tuple[int, ...]:
    passend = passende_n(percentages, totaal)
    return (n,) if n in passend else (n, *passend)


def _tegen_totaal(interventie: str, kolom: Kolom, ingezet: int, totaal: int) -> Melding | None:
    percentage = kolom.percentages[interventie]
    for n in mogelijke_n(kolom, totaal):
        laagst, hoogst = grenzen(n, ingezet, totaal)
        if any(laagst <= k <= hoogst for k in dichtbij(percentage, n)):
            return None
    laagst, hoogst = grenzen(kolom.n, ingezet, totaal)
    aantal = dichtbij(percentage, kolom.n)[-1]
    if aantal < laagst:
        eis = f"ten minste {laagst}"
        reden = f"van de {totaal} trajecten hadden er maar {totaal - ingezet} die interventie niet"
        nodig = min(n + ingezet - max(dichtbij(percentage, n)) for n in mogelijke_n(kolom, totaal))
        nood = f" (het kan pas als er in totaal {nodig} trajecten of meer zijn)"
    else:
        eis = f"ten hoogste {hoogst}"
        reden = f"de interventie is in maar {ingezet} van de {totaal} trajecten ingezet"
        nood = ""
    return Melding(
        controle=CONTROLE,
        ernst="kan niet",
        resource=_TABEL,
        sleutel={"interventie": interventie, "obstakel": kolom.obstakel},
        gevonden=f"{percentage}% van {kolom.n}: ongeveer {aantal}",
        verwacht=eis,
        uitleg=(
            f"In bijlage 2.2 komt deze interventie bij ‘{kolom.obstakel}’ in ongeveer {aantal} van "
            f"{kolom.n} trajecten voor, maar het moeten er {eis} zijn: {reden}{nood}."
        ),
        ook=(Plaats("interventies", {"interventie": interventie}),),
    )


def _tegen_kolom(interventie: str, a: Kolom, b: Kolom, totaal: int) -> Melding | None:
    meer, minder = a.percentages[interventie], b.percentages[interventie]
    for n_a in mogelijke_n(a, totaal):
        for n_b in mogelijke_n(b, totaal):
            verschil = min(dichtbij(meer, n_a)) - max(dichtbij(minder, n_b))
            if verschil <= grootste_verschil(n_a, n_b, totaal):
                return None
    veel, weinig = dichtbij(meer, a.n)[0], dichtbij(minder, b.n)[-1]
    ruimte = grootste_verschil(a.n, b.n, totaal)
    return Melding(
        controle=CONTROLE,
        ernst="kan niet",
        resource=_TABEL,
        sleutel={"interventie": interventie, "obstakel": b.obstakel},
        gevonden=f"ongeveer {weinig} tegen {veel} bij ‘{a.obstakel}’",
        verwacht=f"een verschil van ten hoogste {ruimte}",
        uitleg=(
            f"Bij ‘{a.obstakel}’ komt de interventie ongeveer {veel} keer voor en bij "
            f"‘{b.obstakel}’ {weinig} keer, terwijl ten hoogste {ruimte} van de eerste trajecten "
            f"het tweede obstakel niet hadden."
        ),
        ook=(Plaats(_TABEL, {"interventie": interventie, "obstakel": a.obstakel}),),
    )


def _klopt(interventie: str, ingezet: int, totaal: int) -> Melding:
    return Melding(
        controle=CONTROLE,
        ernst="klopt",
        resource=_TABEL,
        sleutel={"interventie": interventie},
        gevonden=f"{ingezet} van {totaal} trajecten",
        verwacht="alle kolommen mogelijk",
        uitleg=f"Elke kolom past bij de {ingezet} van {totaal} trajecten die de tekst noemt.",
    )
