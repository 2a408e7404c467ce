"""Eerst alleen, dan samen: het gezamenlijke oordeel per thema, naast de losse antwoorden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from lv_tools.basis.invoer.velden import Invoerfout, Veld, read_fields
from lv_tools.basis.onderzoek.onthulling import ANONIEM, Bescherming, protection
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import aantal
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.scan import TEKST_LENGTE, Samenoordeel, Scan
from lv_tools.zelfevaluatie.model.staat import Staat
from lv_tools.zelfevaluatie.model.uitkomstmaten import Midden
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: Een scan, los of als deel van de staat.
S = TypeVar("S", Scan, Staat)
#: Het antwoord van een groep die het niet eens werd.
NIET_EENS = "niet-eens"


@dataclass(frozen=True)
class Oordeling:
    """Het gelezen oordeel, of wat er niet klopt."""

    oordeel: Samenoordeel | None
    fouten: tuple[Invoerfout, ...] = ()


@dataclass(frozen=True)
class Verschuiving:
    """Een gezamenlijk oordeel naast de losse antwoorden van nu.

    Parameters
    ----------
    vooraf, vooraf_n
        Het midden van de losse antwoorden toen de groep oordeelde, en van hoeveel mensen. Is er
        daarna iets veranderd, dan is dit in een anonieme scan het midden van nu: twee middens
        naast elkaar zouden verraden wat de laatste antwoordde.
    stappen
        Hoeveel stappen het oordeel boven (of met een min onder) het midden van toen ligt; 0 is
        binnen het midden, ``None`` als er geen oordeel of geen midden is.
    hoger, gelijk, lager, n
        Van hoeveel mensen het eigen midden nu boven, op of onder het oordeel ligt.
    zin
        De verschuiving in woorden.
    veranderd
        Een zin als er na het oordeel antwoorden bij zijn gekomen of weggehaald; anders leeg.
    """

    oordeel: Samenoordeel
    vooraf: Midden | None
    stappen: int | None
    hoger: int
    gelijk: int
    lager: int
    n: int
    zin: str
    veranderd: str
    vooraf_n: int = 0


def options(inhoud: Instrument) -> tuple[tuple[str, str], ...]:
    """Geef de keuzes voor een gezamenlijk oordeel: de schaal, en dat de groep het niet eens is."""
    schaal = tuple((str(nr), tekst) for nr, tekst in enumerate(inhoud.schaal.opties, start=1))
    return (*schaal, (NIET_EENS, inhoud.samen.geen_oordeel))


def check_joint(
    thema: str, ruw: Mapping[str, object], uitslag: Uitslag, inhoud: Instrument
) -> Oordeling:
    """Controleer een gezamenlijk oordeel en leg het midden van dit moment erbij vast.

    Parameters
    ----------
    ruw
        ``oordeel`` (een sleutel van :func:`options`), ``datum`` (leeg is vandaag), ``aanwezig``,
        ``overtuigd`` en ``afspraak``. Alleen het oordeel is verplicht.
    """
    velden = (
        Veld("oordeel", "Gezamenlijk oordeel", "keuze", verplicht=True, opties=options(inhoud)),
        Veld("datum", "Datum van het gesprek", "datum", minimum="2000-01-01", maximum="2100-12-31"),
        Veld("aanwezig", "Wie waren erbij?", "tekstvak", lengte=TEKST_LENGTE),
        Veld("overtuigd", "Wat gaf de doorslag?", "tekstvak", lengte=TEKST_LENGTE),
        Veld("afspraak", "Wat spraken we af?", "tekstvak", lengte=TEKST_LENGTE),
    )
    ingevuld = read_fields(velden, ruw)
    if ingevuld.fouten:
        return Oordeling(None, ingevuld.fouten)
    gelezen = ingevuld.waarden
    gekozen, dag = str(gelezen["oordeel"]), gelezen["datum"]
    midden, n = _middle_now(thema, uitslag)
    oordeel = Samenoordeel(
        thema,
        None if gekozen == NIET_EENS else int(gekozen),
        dag if isinstance(dag, date) else now().date(),
        str(gelezen["aanwezig"] or ""),
        str(gelezen["overtuigd"] or ""),
        str(gelezen["afspraak"] or ""),
        midden.laag if midden else None,
        midden.hoog if midden else None,
        n,
    )
    return Oordeling(oordeel)


def set_joint(scan: S, oordeel: Samenoordeel) -> S:
    """Leg een oordeel vast; een eerder oordeel over hetzelfde thema wordt vervangen."""
    per_thema = {ander.thema: ander for ander in scan.samen} | {oordeel.thema: oordeel}
    return replace(
        scan,
        samen=tuple(per_thema[thema] for thema in scan.opzet.themas if thema in per_thema),
    )


def remove_joint(scan: S, thema: str) -> S:
    """Haal het oordeel over een thema weg."""
    return replace(scan, samen=tuple(o for o in scan.samen if o.thema != thema))


def shift(oordeel: Samenoordeel, uitslag: Uitslag, inhoud: Instrument) -> Verschuiving:
    """Vergelijk een gezamenlijk oordeel met de losse antwoorden."""
    bescherming = protection(uitslag.scan.opzet.modus, alleen_apart=uitslag.alleen_apart)
    vooraf, vooraf_n = _kept(oordeel, bescherming)
    beeld = uitslag.geheel.themas[oordeel.thema] if uitslag.geheel else None
    hoger = gelijk = lager = 0
    if beeld is not None and oordeel.oordeel is not None:
        for midden, hoeveel in beeld.scores.items():
            hoger += hoeveel if midden.laag > oordeel.oordeel else 0
            lager += hoeveel if midden.hoog < oordeel.oordeel else 0
        gelijk = beeld.n - hoger - lager
    nu = _middle_now(oordeel.thema, uitslag)
    # Een oordeel uit versie 0.1.0 bewaarde het midden zoals dat toen werd berekend.
    vroeger = (beeld.ruim_midden, beeld.n) if beeld else nu
    veranderd = ""
    anders = (vooraf, oordeel.vooraf_n) not in (nu, vroeger)
    if anders and bescherming == ANONIEM:
        vooraf, vooraf_n = nu
        veranderd = (
            "Na dit oordeel veranderden de losse antwoorden. Omdat deze scan anoniem is, staat "
            "hier alleen het midden van nu."
        )
    elif anders:
        veranderd = (
            "Na dit oordeel veranderden de losse antwoorden. Het midden is nu "
            f"{zinnen.middle(nu[0], inhoud)} (n = {nu[1]})."
        )
    return Verschuiving(
        oordeel,
        vooraf,
        _steps(oordeel.oordeel, vooraf),
        hoger,
        gelijk,
        lager,
        beeld.n if beeld else 0,
        _tell(oordeel, vooraf, vooraf_n, inhoud),
        veranderd,
        vooraf_n,
    )


def _middle_now(thema: str, uitslag: Uitslag) -> tuple[Midden | None, int]:
    """Het midden zoals het te zien is; wat afgeschermd is, komt ook hier niet in."""
    beeld = uitslag.geheel.themas[thema] if uitslag.geheel else None
    return (beeld.midden, beeld.n) if beeld else (None, 0)


def _kept(oordeel: Samenoordeel, bescherming: Bescherming) -> tuple[Midden | None, int]:
    """Het midden van toen, als het op genoeg mensen rustte."""
    genoeg = oordeel.vooraf_n >= bescherming.groep
    return (_middle(oordeel), oordeel.vooraf_n) if genoeg else (None, 0)


def _middle(oordeel: Samenoordeel) -> Midden | None:
    if oordeel.vooraf_laag is None or oordeel.vooraf_hoog is None:
        return None
    return Midden(oordeel.vooraf_laag, oordeel.vooraf_hoog)


def _steps(oordeel: int | None, vooraf: Midden | None) -> int | None:
    if oordeel is None or vooraf is None:
        return None
    return max(0, oordeel - vooraf.hoog) - max(0, vooraf.laag - oordeel)


def _tell(oordeel: Samenoordeel, vooraf: Midden | None, vooraf_n: int, inhoud: Instrument) -> str:
    losse = (
        f"Het midden van de losse antwoorden was {zinnen.middle(vooraf, inhoud)} (n = {vooraf_n})."
        if vooraf
        else "Van de losse antwoorden was er geen midden te zien."
    )
    if oordeel.oordeel is None:
        return f"De groep werd het niet eens. {losse}"
    samen = f"Samen: {inhoud.antwoord(oordeel.oordeel)}. {losse}"
    stappen = _steps(oordeel.oordeel, vooraf)
    if stappen is None:
        return samen
    if stappen == 0 and vooraf is not None:
        zelfde = vooraf.laag == vooraf.hoog
        return f"{samen} {'Dat is hetzelfde.' if zelfde else 'Het oordeel valt daarbinnen.'}"
    kant = "hoger" if stappen > 0 else "lager"
    return f"{samen} Het oordeel ligt {aantal(abs(stappen), 'stap', 'stappen')} {kant}."
