"""Bestaan de rollen, doelen, standaarden en uitdagingen die de voorbeeldschool noemt?"""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.gegevens.datapakket import lees, standaarden
from voorbeeld.school import School

ZEKERHEDEN = {"zeker", "aanwijzing", "indruk"}
SOORTEN = {"meten", "gesprek", "lesbezoek", "besluit", "bericht"}


def references(school: School) -> Iterator[str]:
    """Kijk of elke rol, elk doel en elk punt bestaat."""
    bekend = {doel.id for doel in school.doel} | {a.id for a in school.activiteit}
    gebruikt = [
        *((f"activiteit {a.id}", [a.trekker, *a.met]) for a in school.activiteit),
        *((f"moment {m.titel!r}", list(m.wie)) for m in school.moment),
        *((f"afspraak {a.wat!r}", [a.wie]) for a in school.gesprek.afspraak),
        *(("de scan", [i.wie]) for i in school.scan.invulling),
    ]
    for wat, rollen in gebruikt:
        for rol in (r for r in rollen if r not in school.rollen):
            yield f"{wat} noemt de rol {rol!r}, die niet bestaat"
    for moment in school.moment:
        if moment.hoort_bij and moment.hoort_bij not in bekend:
            yield f"moment {moment.titel!r} hoort bij {moment.hoort_bij!r}, dat niet bestaat"
        if moment.soort not in SOORTEN:
            yield f"moment {moment.titel!r} heeft de soort {moment.soort!r}: kies uit {SOORTEN}"
    doelen = {doel.id for doel in school.doel}
    for activiteit in school.activiteit:
        if activiteit.doel not in doelen:
            yield f"activiteit {activiteit.id} dient {activiteit.doel!r}, dat geen doel is"
    for doel in school.doel:
        if not any(a.doel == doel.id for a in school.planned):
            yield f"doel {doel.id} heeft geen activiteit"
        if doel.punt not in {punt.id for punt in school.verbeterpunt}:
            yield f"doel {doel.id} dient {doel.punt!r}, dat geen verbeterpunt is"
    for bewijs in school.bewijs:
        if bewijs.bij not in bekend or bewijs.zekerheid not in ZEKERHEDEN:
            yield f"bewijs {bewijs.id} noemt {bewijs.bij!r} en {bewijs.zekerheid!r}"


def scan(school: School) -> Iterator[str]:
    """Kijk of de scan de woorden van het onderzoek gebruikt, en de punten uit de scan volgen."""
    codes = {s.code for s in standaarden()}
    labels = {(str(r["standaard"]), str(r["uitdaging"])) for r in lees("uitdagingen").rijen}
    obstakels = {str(r["obstakel"]) for r in lees("interventies_bij_obstakels").rijen}
    for invulling in school.scan.invulling:
        for zorg in invulling.zorgen:
            if (zorg.standaard, zorg.uitdaging) not in labels:
                yield f"de scan noemt {zorg.uitdaging!r}, dat staat niet in het onderzoek"
            if zorg.zekerheid not in ZEKERHEDEN:
                yield f"de scan noemt de zekerheid {zorg.zekerheid!r}: kies uit {ZEKERHEDEN}"
        for obstakel in (o for o in invulling.obstakels if o not in obstakels):
            yield f"het obstakel {obstakel!r} staat niet in het onderzoek"
    gekozen = {(p.standaard, p.uitdaging) for p in school.verbeterpunt}
    for punt in school.verbeterpunt:
        if school.mentions(punt) < school.scan.punt_vanaf or punt.standaard not in codes:
            yield f"verbeterpunt {punt.id} is door te weinig mensen genoemd"
    genoemd = [(z.standaard, z.uitdaging) for i in school.scan.invulling for z in i.zorgen]
    for zorg_ in set(genoemd) - gekozen:
        if genoemd.count(zorg_) >= school.scan.punt_vanaf:
            yield f"{zorg_[1]!r} is vaak genoeg genoemd en toch geen verbeterpunt"
