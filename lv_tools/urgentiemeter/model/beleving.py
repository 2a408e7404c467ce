"""Beleving: hoe gedeeld de urgentie is en hoe breed de focus, per rol en voor de hele groep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lv_tools.basis.onderzoek.onthulling import Bescherming, arrange
from lv_tools.basis.onderzoek.spreiding import Kloof, Verdeling, kloven
from lv_tools.basis.onderzoek.telling import Groepstelling, add_up
from lv_tools.urgentiemeter.model.grenzen import (
    Cel,
    Regels,
    answers_to_flip,
    breadth,
    is_broad,
    named,
    share,
    ticks_to_flip,
)
from lv_tools.urgentiemeter.teksten import STANDAARDEN, Instrument

#: Sleutels van groepen die geen rol zijn.
GEHEEL = "*geheel"
SAMEN = "*samen"


@dataclass(frozen=True)
class Positie:
    """Waar een groep staat tussen beperkt en gedeeld, en tussen smal en breed.

    Parameters
    ----------
    urgentie
        Aandeel "eens" op de stellingen die meetellen (0 tot 1); ``None`` zonder antwoorden.
    antwoorden
        Aantal antwoorden waarop ``urgentie`` rust.
    genoemd
        Standaarden die de groep noemt volgens de regels.
    aandelen
        Per standaard het deel van de mensen dat haar noemde; ``None`` zonder antwoorden.
    noemers
        Aantal mensen dat de vraag naar standaarden beantwoordde.
    breedte
        Aantal genoemde standaarden, begrensd als ze uit te weinig gebieden komen.
    gedeeld, breed
        De uitkomst van de twee regels; ``None`` zonder antwoorden.
    omslag_gedeeld, omslag_breed
        Hoeveel antwoorden of kruisjes anders moesten zijn voor de andere uitkomst.
    """

    urgentie: Fraction | None
    antwoorden: int
    genoemd: tuple[str, ...]
    aandelen: Mapping[str, Fraction | None]
    noemers: int
    breedte: int
    gedeeld: bool | None
    breed: bool | None
    omslag_gedeeld: int | None
    omslag_breed: int | None

    @property
    def vorm(self) -> str | None:
        """Code van de vorm van urgentie, zoals ``"gedeeld-smal"``."""
        if self.gedeeld is None or self.breed is None:
            return None
        links = "gedeeld" if self.gedeeld else "beperkt"
        return f"{links}-{'breed' if self.breed else 'smal'}"


@dataclass(frozen=True)
class Groep:
    """Een rol, de rollen die samen getoond worden, of de hele groep.

    ``themas`` en ``eens`` zijn aandelen (0 tot 1) per thema en per stelling; ``None`` zonder
    antwoorden.
    """

    sleutel: str
    naam: str
    telling: Groepstelling
    positie: Positie
    themas: Mapping[str, Fraction | None]
    eens: Mapping[str, Fraction | None]


@dataclass(frozen=True)
class Beleving:
    """De uitkomst van alle antwoorden.

    Parameters
    ----------
    geheel
        De hele groep; ``None`` als er niemand is of zij niet getoond mag worden.
    groepen
        De zichtbare rollen, en aan het eind zo nodig de verborgen rollen samen.
    verborgen
        Namen van rollen die in een anonieme uitslag niet apart staan.
    personen
        Aantal mensen, ook in verborgen rollen.
    verschillen
        De grootste kloof tussen twee groepen, per stelling, grootste eerst.
    aanvullend
        Namen van verborgen rollen die zelf groot genoeg zijn, maar een kleine rol dekken.
    eigen_woorden
        Codes van de rollen die meededen en stellingen in eigen woorden kregen.
    """

    geheel: Groep | None
    groepen: tuple[Groep, ...]
    verborgen: tuple[str, ...]
    personen: int
    verschillen: tuple[Kloof, ...]
    aanvullend: tuple[str, ...] = ()
    eigen_woorden: tuple[str, ...] = ()


def assess(
    tellingen: Mapping[str, Groepstelling],
    inhoud: Instrument,
    regels: Regels,
    *,
    bescherming: Bescherming,
) -> Beleving:
    """Bepaal de uitkomst uit tellingen per rol.

    Parameters
    ----------
    tellingen
        Per rol de aantallen; zie :func:`lv_tools.basis.onderzoek.telling.count_by_role`.
    inhoud
        Stellingen en standaarden.
    regels
        Wanneer iets gedeeld of breed heet.
    bescherming
        Hoe klein een rol en een aantal antwoorden mag zijn om apart te staan. Alles wat getoond
        wordt, rust op dezelfde vaste indeling, ook het wegen per rol; daardoor is een kleine rol
        nergens uit terug te rekenen.
    """
    gevuld = {rol: telling for rol, telling in tellingen.items() if telling.personen}
    personen = sum(telling.personen for telling in gevuld.values())
    indeling = arrange(
        {rol: (t.personen, t.itemaantallen) for rol, t in gevuld.items()}, bescherming
    )
    delen = {rol: gevuld[rol] for rol in indeling.zichtbaar}
    if indeling.samen_zichtbaar:
        delen[SAMEN] = add_up((gevuld[rol] for rol in indeling.verborgen), inhoud.vragen)
    namen = {rol: inhoud.vragen.rolnaam(rol) for rol in indeling.zichtbaar}
    namen[SAMEN] = "andere rollen samen"
    groepen = tuple(
        _group((sleutel, namen[sleutel]), telling, (telling,), inhoud, regels)
        for sleutel, telling in delen.items()
    )
    geheel = None
    if indeling.geheel_zichtbaar:
        totaal = add_up(delen.values(), inhoud.vragen)
        wegen = tuple(delen.values()) if regels.weging == "rol" else (totaal,)
        geheel = _group((GEHEEL, "hele groep"), totaal, wegen, inhoud, regels)
    aandelen = {code: {g.naam: g.eens[code] for g in groepen} for code in inhoud.stellingen}
    return Beleving(
        geheel,
        groepen,
        tuple(inhoud.vragen.rolnaam(rol) for rol in indeling.verborgen),
        personen,
        kloven(aandelen),
        tuple(inhoud.vragen.rolnaam(rol) for rol in indeling.aanvullend),
        tuple(rol for rol in gevuld if inhoud.vragen.own_words(rol)),
    )


def agreed(verdelingen: Sequence[Verdeling], inhoud: Instrument, regels: Regels) -> Cel:
    """Tel hoeveel antwoorden "eens" zijn, van hoeveel."""
    k = sum(verdeling.count_from(inhoud.eens_vanaf) for verdeling in verdelingen)
    n = sum(v.n + (v.weet_niet if regels.weet_niet_telt else 0) for v in verdelingen)
    return Cel(k, n)


def _group(
    wie: tuple[str, str],
    telling: Groepstelling,
    wegen: tuple[Groepstelling, ...],
    inhoud: Instrument,
    regels: Regels,
) -> Groep:
    def pooled(codes: Sequence[str]) -> Fraction | None:
        return share(agreed([deel.stellingen[c] for c in codes], inhoud, regels) for deel in wegen)

    return Groep(
        *wie,
        telling,
        _position(wegen, inhoud, regels),
        {thema: pooled(inhoud.in_theme(thema)) for thema in inhoud.themas},
        {code: pooled((code,)) for code in inhoud.stellingen},
    )


def _position(wegen: tuple[Groepstelling, ...], inhoud: Instrument, regels: Regels) -> Positie:
    gedeeld_vanaf = Fraction(regels.gedeeld_vanaf, 100)
    urgentie_cellen = [
        agreed([deel.stellingen[code] for code in inhoud.tellende], inhoud, regels)
        for deel in wegen
    ]
    urgentie = share(urgentie_cellen)
    keuzes = [deel.keuzes[STANDAARDEN] for deel in wegen]
    noemers = [keuze.n + (keuze.weet_niet if regels.weet_niet_telt else 0) for keuze in keuzes]
    cellen = {
        code: [Cel(keuze.genoemd[plek], n) for keuze, n in zip(keuzes, noemers, strict=True)]
        for plek, code in enumerate(inhoud.standaarden)
    }
    gebied = {code: standaard.gebied for code, standaard in inhoud.standaarden.items()}
    genoemd = named(cellen, Fraction(regels.genoemd_vanaf, 100))
    return Positie(
        urgentie=urgentie,
        antwoorden=sum(cel.n for cel in urgentie_cellen),
        genoemd=genoemd,
        aandelen={code: share(rij) for code, rij in cellen.items()},
        noemers=sum(noemers),
        breedte=breadth(genoemd, gebied, regels),
        gedeeld=None if urgentie is None else urgentie >= gedeeld_vanaf,
        breed=is_broad(genoemd, gebied, regels) if sum(noemers) else None,
        omslag_gedeeld=answers_to_flip(urgentie_cellen, gedeeld_vanaf),
        omslag_breed=ticks_to_flip(cellen, gebied, regels),
    )
