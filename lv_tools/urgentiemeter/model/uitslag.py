"""De uitslag: feiten en beleving naast elkaar, en waar ze op wijzen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from lv_tools.basis.onderzoek.onthulling import protection
from lv_tools.basis.onderzoek.samenvoegen import merge, merge_counts
from lv_tools.basis.onderzoek.telling import count_by_role
from lv_tools.basis.taal.notatie import getal, procent
from lv_tools.urgentiemeter.model import beleving as _beleving
from lv_tools.urgentiemeter.model import feiten as _feiten
from lv_tools.urgentiemeter.model.alleen import about_others
from lv_tools.urgentiemeter.model.beleving import Beleving, Groep
from lv_tools.urgentiemeter.model.feiten import Signaal, Uitkomst
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.samenhang import Overlap, Samengang, overlaps, unnamed
from lv_tools.urgentiemeter.model.scan import Afdeling, Scan, name_of
from lv_tools.urgentiemeter.teksten import ANDEREN, ZELF, Advies, Instrument

#: Vanaf hoeveel antwoorden twee kampen een eigen zin krijgen.
_KAMPEN_VANAF = 4


@dataclass(frozen=True)
class Feitenbeeld:
    """Wat de cijfers van een afdeling zeggen.

    ``signaal`` is waar als ten minste één indicator om aandacht vraagt, onwaar als alle indicatoren
    vaststaan op of boven de norm, en ``None`` als dat niet te zeggen is.
    """

    afdeling: Afdeling
    uitkomsten: tuple[Uitkomst, ...]
    signaal: bool | None


@dataclass(frozen=True)
class Vergelijking:
    """Feiten van een afdeling naast het gevoel van een groep; ``vak`` is een van vier codes."""

    afdeling: str
    groep: str
    vak: str


@dataclass(frozen=True)
class Wijzer:
    """Iets wat in de uitslag opvalt, met een zin erbij."""

    code: str
    titel: str
    tekst: str


@dataclass(frozen=True)
class Uitslag:
    """De hele uitkomst van een scan, uitgerekend op een dag."""

    scan: Scan
    dag: date | None
    feiten: tuple[Feitenbeeld, ...]
    beleving: Beleving
    vergelijkingen: tuple[Vergelijking, ...]
    wijzers: tuple[Wijzer, ...]
    samengang: tuple[Samengang, ...]
    overlap: tuple[Overlap, ...]
    advies: Advies | None

    @property
    def alleen(self) -> bool:
        """Komt alles van één persoon? Dan is er geen groep om iets over te zeggen."""
        return self.beleving.personen == 1


def compute(
    scan: Scan, inhoud: Instrument, dag: date | None = None, *, alleen_apart: bool = True
) -> Uitslag:
    """Bereken de uitslag van een scan; de volgorde van bronnen en mensen maakt niet uit.

    Parameters
    ----------
    alleen_apart
        Laat op naam ook een rol van één persoon apart staan. Zo niet, dan telt zij samen met
        andere rollen, en is zij ook met aftrekken niet te vinden.
    """
    bronnen = scan.sources(inhoud)
    tellingen = count_by_role(merge(bronnen), merge_counts(bronnen), inhoud.vragen)
    bescherming = protection(scan.groep.modus, alleen_apart=alleen_apart)
    beeld = _beleving.assess(tellingen, inhoud, scan.regels, bescherming=bescherming)
    feiten = tuple(
        picture(replace(afdeling, naam=name_of(afdeling) or f"afdeling {nummer}"))
        for nummer, afdeling in enumerate(scan.afdelingen, start=1)
    )
    if beeld.geheel is not None and beeld.personen == 1:
        wijzers = tuple(_alone(beeld.geheel, inhoud))
        return Uitslag(scan, dag, feiten, beeld, (), wijzers, (), (), inhoud.alleen)
    genoemd = beeld.geheel.positie.genoemd if beeld.geheel else ()
    soorten = dict.fromkeys(inhoud.tabelnamen.get(a.soort, "") for a in scan.afdelingen)
    vorm = beeld.geheel.positie.vorm if beeld.geheel else None
    return Uitslag(
        scan,
        dag,
        feiten,
        beeld,
        tuple(_compare(feiten, beeld)),
        tuple(_pointers(feiten, beeld, inhoud, scan.regels)),
        unnamed(genoemd, inhoud),
        tuple(o for soort in soorten if soort for o in overlaps(soort, genoemd, inhoud)),
        inhoud.vormen[vorm] if vorm else None,
    )


def picture(afdeling: Afdeling) -> Feitenbeeld:
    """Geef wat de cijfers van een afdeling samen zeggen."""
    uitkomsten = tuple(_feiten.assess(reeks) for reeks in afdeling.reeksen)
    bekend = [u for u in uitkomsten if u.gunstigst is not None]
    signaal: bool | None = None
    if any(u.gunstigst is not Signaal.OP for u in bekend):
        signaal = True
    elif bekend and all(u.ongunstigst is Signaal.OP for u in bekend):
        signaal = False
    return Feitenbeeld(afdeling, uitkomsten, signaal)


def _compare(feiten: Sequence[Feitenbeeld], beeld: Beleving) -> list[Vergelijking]:
    groepen = [groep for groep in (beeld.geheel, *beeld.groepen) if groep is not None]
    return [
        Vergelijking(
            feit.afdeling.naam,
            groep.naam,
            f"{'signaal' if feit.signaal else 'rustig'}-"
            f"{'gedeeld' if groep.positie.gedeeld else 'beperkt'}",
        )
        for feit in feiten
        for groep in groepen
        if feit.signaal is not None and groep.positie.gedeeld is not None
    ]


def _pointers(
    feiten: Sequence[Feitenbeeld], beeld: Beleving, inhoud: Instrument, regels: Regels
) -> list[Wijzer]:
    if beeld.geheel is None:
        return []
    return [
        *_on_others(beeld.geheel, inhoud, regels),
        *_on_themes(beeld.geheel, inhoud, regels),
        *_on_statements(beeld.geheel, inhoud, regels),
        *_on_results(feiten, beeld.geheel, inhoud),
    ]


def _alone(persoon: Groep, inhoud: Instrument) -> list[Wijzer]:
    code = about_others(persoon, inhoud)
    return [_pointer(code, inhoud)] if code else []


def _pointer(code: str, inhoud: Instrument, **waarden: str) -> Wijzer:
    tekst = inhoud.wijzer[code]
    return Wijzer(code, tekst.titel, tekst.tekst.format(**waarden))


def _percent(aandeel: Fraction) -> str:
    return procent(float(aandeel * 100), 0)


def _on_others(groep: Groep, inhoud: Instrument, regels: Regels) -> list[Wijzer]:
    zelf, anderen = groep.eens.get(ZELF), groep.eens.get(ANDEREN)
    if zelf is None or anderen is None or (zelf - anderen) * 100 < regels.anderen_verschil:
        return []
    return [_pointer("anderen", inhoud, zelf=_percent(zelf), anderen=_percent(anderen))]


def _on_themes(groep: Groep, inhoud: Instrument, regels: Regels) -> list[Wijzer]:
    gevonden = []
    grens = Fraction(regels.gedeeld_vanaf, 100)
    gedeeld, handelen = groep.themas.get("beeld"), groep.themas.get("handelen")
    urgentie = groep.positie.urgentie
    if gedeeld is not None and gedeeld < grens:
        gevonden.append(_pointer("beeld", inhoud, aandeel=_percent(gedeeld)))
    if (
        urgentie is not None
        and handelen is not None
        and (urgentie - handelen) * 100 >= regels.anderen_verschil
    ):
        gevonden.append(
            _pointer("handelen", inhoud, aandeel=_percent(handelen), urgentie=_percent(urgentie))
        )
    return gevonden


def _on_statements(groep: Groep, inhoud: Instrument, regels: Regels) -> list[Wijzer]:
    gevonden = []
    for code, verdeling in groep.telling.stellingen.items():
        kort = inhoud.stellingen[code].kort
        if verdeling.totaal:
            aandeel = Fraction(verdeling.weet_niet, verdeling.totaal)
            if aandeel * 100 >= regels.weet_niet_veel:
                gevonden.append(
                    _pointer("weet_niet", inhoud, stelling=kort, aandeel=_percent(aandeel))
                )
        a = verdeling.eensgezindheid
        if a is not None and a < 0 and verdeling.n >= _KAMPEN_VANAF:
            gevonden.append(
                _pointer("kampen", inhoud, stelling=kort, a=getal(a, 2), n=str(verdeling.n))
            )
    return gevonden


def _on_results(feiten: Sequence[Feitenbeeld], groep: Groep, inhoud: Instrument) -> list[Wijzer]:
    genoemd = groep.positie.genoemd
    if genoemd == ("OR1",):
        return [_pointer("alleen_resultaten", inhoud)]
    if groep.positie.noemers and "OR1" not in genoemd:
        return [
            _pointer("resultaten_ongenoemd", inhoud, afdeling=feit.afdeling.naam)
            for feit in feiten
            if feit.signaal
        ]
    return []
