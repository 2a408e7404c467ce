"""Wat er van een meting naast die van een andere school komt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from lv_tools.basis.onderzoek.onthulling import explain_hidden, protection
from lv_tools.basis.onderzoek.samenvoegen import merge, merge_counts
from lv_tools.basis.onderzoek.telling import count_by_role
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitwisseling.naast import Maat, Schoolbeeld, last_answer, prints, too_few
from lv_tools.urgentiemeter.model.beleving import GEHEEL, SAMEN, Beleving, Groep, assess
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.model.uitslag import picture as facts
from lv_tools.urgentiemeter.model.welke_meting import title
from lv_tools.urgentiemeter.model.zinnen import own_words, percent
from lv_tools.urgentiemeter.teksten import Instrument


def picture(scan: Scan, inhoud: Instrument, _bewaard: date) -> Schoolbeeld:
    """Geef hoe gedeeld en hoe breed de urgentie is, de stellingen, en wat de cijfers zeggen."""
    bronnen, vragen = scan.sources(inhoud), inhoud.vragen
    mensen, anoniem = merge(bronnen), scan.groep.is_anonymous
    beeld = assess(
        count_by_role(mensen, merge_counts(bronnen), vragen),
        inhoud,
        scan.regels,
        bescherming=protection(scan.groep.modus, alleen_apart=False),
    )
    reden = "minder dan vijf mensen" if anoniem else "één persoon"
    noten = (
        explain_hidden(beeld.verborgen, beeld.aanvullend, reden),
        own_words(beeld, inhoud),
    )
    return Schoolbeeld(
        "urgentiemeter",
        title(scan)[:120],
        last_answer(mensen),
        scan.kenmerk or scan.meting,
        beeld.personen,
        ", ".join(f"{g.naam} {g.telling.personen}" for g in beeld.groepen),
        anoniem,
        prints(mensen),
        tuple(noot[:400] for noot in noten if noot),
        (*_felt(beeld, scan, inhoud), *_facts(scan, inhoud)),
    )


def _felt(beeld: Beleving, scan: Scan, inhoud: Instrument) -> Iterator[Maat]:
    dicht = "" if beeld.geheel else too_few(beeld.personen, anoniem=scan.groep.is_anonymous)
    groepen = (beeld.geheel, *(g for g in beeld.groepen if g.sleutel != SAMEN))
    yield from (_urgency(groep, dicht, scan.regels, inhoud) for groep in groepen)
    yield _form(beeld.geheel, dicht, scan.regels, inhoud)
    schaal = inhoud.vragen.schaal
    for code, stelling in inhoud.stellingen.items():
        vragen = (stelling.tekst,)
        maat = Maat(code, stelling.kort, "antwoorden", vragen=vragen, opties=schaal)
        if beeld.geheel is None:
            yield replace(maat, dicht=dicht)
            continue
        verdeling = beeld.geheel.telling.stellingen[code]
        midden = verdeling.middelste
        laag, hoog = (schaal[plek - 1] for plek in midden) if midden else ("", "")
        buiten = verdeling.weet_niet
        yield replace(
            maat,
            uitkomst=laag if laag == hoog else f"tussen {laag} en {hoog}",
            n=verdeling.n,
            aantallen=verdeling.aantallen,
            buiten=f"{buiten} × {inhoud.vragen.weet_niet}" if buiten else "",
        )


def _urgency(groep: Groep | None, dicht: str, regels: Regels, inhoud: Instrument) -> Maat:
    naam = groep.naam if groep is not None and groep.sleutel != GEHEEL else ""
    vragen = tuple(inhoud.stellingen[code].tekst for code in inhoud.tellende)
    telt = "‘weet ik niet’ telt mee" if regels.weet_niet_telt else "‘weet ik niet’ telt niet mee"
    wegen = f"elke {regels.weging} weegt even zwaar; {telt}"
    titel = "Antwoorden ‘eens’: wij moeten iets doen"
    maat = Maat("urgentie", titel, "procent", naam, hoofd=True, vragen=vragen, regels=wegen)
    if groep is None:
        return replace(maat, dicht=dicht)
    deel, n = groep.positie.urgentie, groep.positie.antwoorden
    plek = None if deel is None else Fraction(round(deel * 10_000), 100)
    uitkomst = "" if deel is None else percent(deel)
    return replace(maat, uitkomst=uitkomst, n=n, eenheid="antwoorden", plek=plek)


def _form(groep: Groep | None, dicht: str, regels: Regels, inhoud: Instrument) -> Maat:
    grens = (
        f"gedeeld vanaf {regels.gedeeld_vanaf}%, genoemd vanaf {regels.genoemd_vanaf}%, breed "
        f"vanaf {regels.breed_standaarden} standaarden uit {regels.breed_gebieden} gebieden"
    )
    maat = Maat("vorm", "Vorm van urgentie", hoofd=True, regels=grens)
    if groep is None:
        return replace(maat, dicht=dicht)
    vorm = groep.positie.vorm
    titel = inhoud.vormen[vorm].titel if vorm else ""
    return replace(maat, uitkomst=titel, n=groep.positie.noemers)


def _facts(scan: Scan, inhoud: Instrument) -> Iterator[Maat]:
    """Geef per indicator wat de cijfers zeggen; heeft de meting meer afdelingen, dan bij elkaar.

    Een norm is van de school zelf. Daarom staat er een signaal, en geen cijfer om te vergelijken.
    """
    per: dict[str, list[tuple[str, str]]] = {}
    for nummer, afdeling in enumerate(scan.afdelingen, start=1):
        for uitkomst in facts(afdeling).uitkomsten:
            if uitkomst.gunstigst is None or uitkomst.ongunstigst is None:
                continue
            signalen = dict.fromkeys((uitkomst.gunstigst, uitkomst.ongunstigst))
            tekst = " of ".join(inhoud.signalen[s.code].titel for s in signalen)
            naam = afdeling.naam.strip() or f"afdeling {nummer}"
            per.setdefault(uitkomst.reeks.indicator.naam, []).append((naam, tekst))
    for naam, gevonden in per.items():
        een = len(scan.afdelingen) == 1
        woorden = "; ".join(tekst if een else f"{wie}: {tekst}" for wie, tekst in gevonden)
        yield Maat(
            f"feit:{naam}"[:120],
            f"Cijfers: {naam}",
            hoofd=True,
            uitkomst=woorden[:400],
            n=len(gevonden),
            eenheid=aantal(len(gevonden), "reeks", "reeksen").split(" ")[1],
        )
