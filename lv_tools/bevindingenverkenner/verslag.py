"""Wat er bij een blad hoort te staan, en het blad als bestand: CSV of Excel met bron en merken."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, sqrt

from lv_tools.basis.taal.notatie import getal, opsomming
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.bevindingenverkenner.figuur.figuren import titel_van
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_van, group_size
from lv_tools.bevindingenverkenner.model.filteren import Blad
from lv_tools.bevindingenverkenner.model.mijn_afdeling import Profiel
from lv_tools.bevindingenverkenner.model.regels import Regel, opvallend
from lv_tools.bevindingenverkenner.model.samenvatting import samenvatting
from lv_tools.bevindingenverkenner.model.vergelijking import Paar
from lv_tools.bevindingenverkenner.model.zinnen import lower, zin
from lv_tools.bevindingenverkenner.teksten import teksten, weergave


def zekerheid(*, telling: bool = False) -> tuple[str, ...]:
    """Leg uit wat het interval zegt en wat niet."""
    uitleg = teksten().zekerheid
    if telling:
        return (uitleg["telling"],)
    afdelingen, scholen = group_size("afdelingen"), group_size("scholen")
    school = uitleg["school"].format(
        afdelingen=afdelingen, scholen=scholen, factor=getal(widening(afdelingen, scholen), 1)
    )
    return (uitleg["interval"], uitleg["groep"], uitleg["niet"], school)


def widening(afdelingen: int, scholen: int) -> float:
    """Reken uit hoeveel breder een interval wordt als afdelingen van één school gelijk zijn.

    Dan telt elke school eigenlijk als één waarneming. Zijn de scholen ongelijk van grootte, dan is
    het effect nog groter; daarom is dit een ondergrens, naar beneden afgerond op een decimaal.
    Formule: wortel uit het ontwerpeffect 1 + (m - 1) x 1, met m het gemiddelde aantal per school
    (Kish 1965).

    Examples
    --------
    >>> widening(146, 77)
    1.3
    """
    return floor(10 * sqrt(afdelingen / scholen)) / 10


def opvallende_zinnen(
    naam: str, regels: Sequence[Regel], *, alleen_groep: bool = False
) -> tuple[str, ...]:
    """Geef de zinnen over cijfers die opvallen, met de groep voorop als het om één groep gaat.

    Parameters
    ----------
    naam
        Naam van de weergave.
    regels
        De regels in beeld.
    alleen_groep
        Laat weg wat over de hele tabel gaat.
    """
    afgeleid = any(regel.meting and regel.meting.afgeleid for regel in regels)
    uit = [teksten().controle["afgeleid"]] if afgeleid else []
    for melding in opvallend(naam, tuple(regels)):
        if alleen_groep and not melding.sleutel:
            continue
        eigen = [
            waarde for kolom, waarde in melding.sleutel.items() if kolom in weergave(naam).sleutel
        ]
        voor = f"{opsomming(eigen)}: " if eigen and melding.resource == naam else ""
        uit.append(f"{voor}{melding.uitleg}")
    return tuple(dict.fromkeys(uit))


def uitvoertabel(blad: Blad) -> Uitvoertabel:
    """Maak van een blad een tabel om op te slaan: elk getal apart, met bron, merken en redenen."""
    stand = zin("rijen_getoond", aantal=len(blad.regels), totaal=blad.totaal)
    return Uitvoertabel(
        titel=titel_van(blad),
        kolommen=tabellen.uitvoerkolommen(blad),
        rijen=tabellen.uitvoerrijen(blad),
        toelichting=_notes(
            (blad.weergave.id,),
            (*blad.weergave.zegt_niet, *opvallende_zinnen(blad.weergave.id, blad.regels)),
            f"{stand} {samenvatting(blad)}",
            telling=blad.weergave.telling,
        ),
    )


def uitvoertabel_profiel(profiel: Profiel) -> Uitvoertabel:
    """Maak van 'Mijn afdeling' één tabel, met per rij waar hij over gaat."""
    blik = weergave("mijn_afdeling")
    namen = teksten().kolommen
    gedaan = "interventies_bij_obstakels" if profiel.obstakels else "interventies"
    rijen = [
        (weergave(regel.resource).kort, *_names(regel), *tabellen.getallen(regel))
        for regel in (*(r.eigen for r in profiel.risicos), *profiel.uitdagingen, *_done(profiel))
    ]
    return Uitvoertabel(
        titel=f"{blik.kort}: {lower(profiel.afdeling)}, {opsomming(profiel.standaarden)}",
        kolommen=(
            namen["onderdeel"], namen["wat"], namen["waarbij"], namen["percentage"],
            *tabellen.getalkolommen(), namen["controle"], namen["reden"],
        ),
        rijen=tuple(rijen),
        toelichting=_notes(
            ("risico_per_afdeling", "uitdagingen", gedaan),
            (*(f"{v.tekst} ({v.bron})" for v in profiel.verbanden), *blik.zegt_niet),
        ),
    )  # fmt: skip


def uitvoertabel_verschil(paren: Sequence[Paar], eerste: str, tweede: str) -> Uitvoertabel:
    """Maak van een vergelijking een tabel om op te slaan."""
    namen = teksten().kolommen
    rijen = []
    for paar in paren:
        v = paar.verschil
        cellen = [round(x, 1) for x in (v.punten, v.onder, v.boven)] if v else [None, None, None]
        percentages = [
            m.percentage if m else None for m in (paar.eerste.meting, paar.tweede.meting)
        ]
        rijen.append((paar.standaard, *percentages, *cellen))
    return Uitvoertabel(
        titel=zin("verschil_titel", eerste=lower(eerste), tweede=lower(tweede)),
        kolommen=(
            "Standaard",
            f"{eerste} (%)",
            f"{tweede} (%)",
            namen["verschil"],
            namen["onder"],
            namen["boven"],
        ),
        rijen=tuple(rijen),
        toelichting=_notes(("risico_per_afdeling",), (zin("verschil_zegt_niet"),)),
    )


def _done(profiel: Profiel) -> tuple[Regel, ...]:
    return profiel.bij_obstakels or profiel.interventies


def _names(regel: Regel) -> tuple[str, str]:
    """Noem de rij en de groep waar hij bij hoort."""
    eerste, *verder = weergave(regel.resource).sleutel
    return regel.text(eerste), ", ".join(regel.text(kolom) for kolom in verder)


def _notes(
    namen: Sequence[str], zegt_niet: Sequence[str], vooraf: str = "", *, telling: bool = False
) -> tuple[str, ...]:
    """Zet samenvatting, bron, uitleg over zekerheid en voorbehoud onder een bestand."""
    kop = teksten().zinnen
    bronnen = [f"{kop['bestand_bron']} {bron_van(naam)}." for naam in namen]
    rest = [*zegt_niet, *zekerheid(telling=telling), teksten().eigen_hulpmiddel]
    return tuple(regel for regel in (vooraf, *bronnen, *rest) if regel)
