"""Kijk of de feiten van de voorbeeldschool bij elkaar passen: sommen, datums en verwijzingen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from lv_tools.basis.feestdagen import holiday_on
from lv_tools.basis.gegevens import lees, standaarden
from lv_tools.basis.notatie import datum

from voorbeeld.meter import outcomes
from voorbeeld.school import Activiteit, School

STANDEN = {"gedaan", "deels", "niet"}
BESLUITEN = {"volhouden", "bijstellen", "stoppen"}
ZEKERHEDEN = {"zeker", "aanwijzing", "indruk"}
SOORTEN = {"meten", "gesprek", "lesbezoek", "besluit", "bericht"}
DINSDAG = 1
VRIJDAG = 4


def problems(school: School) -> list[str]:
    """Geef elke tegenspraak als zin; een lege lijst is goed."""
    delen = (_sums, _references, _scan, _goals, _hours, _evidence, _dates, _visits)
    return [zin for deel in delen for zin in deel(school)]


def school_days(school: School, van: date, tot: date) -> Iterator[date]:
    """Geef de schooldagen in een periode."""
    dag = van
    while dag <= tot:
        if not closed(school, dag):
            yield dag
        dag += timedelta(days=1)


def closed(school: School, dag: date) -> str:
    """Zeg waarom er op een dag geen school is, of geef een lege tekst."""
    if not school.school.begin <= dag <= school.school.eind:
        return "buiten het schooljaar"
    if dag.weekday() > VRIJDAG:
        return "in het weekend"
    vrij = next((d.wat for d in school.druk if d.soort == "vrij" and d.van <= dag <= d.tot), "")
    feest = holiday_on(dag)
    return vrij or (feest.naam if feest and not feest.noot else "")


def _sums(school: School) -> Iterator[str]:
    for indicator in school.indicator:
        for meting in indicator.meting:
            if meting.gelukt is None:
                continue
            exact = Decimal(100 * meting.gelukt) / meting.leerlingen
            if exact.quantize(Decimal("0.01"), ROUND_HALF_UP) != Decimal(str(meting.waarde)):
                yield (
                    f"{indicator.code} {meting.jaar}: {meting.gelukt} van de {meting.leerlingen} "
                    f"is geen {meting.waarde}%"
                )
    resultaat = {i.code: {m.jaar: m for m in i.meting} for i in school.indicator}
    for jaar in dict.fromkeys(rij.jaar for rij in school.leerjaar):
        rijen = [rij for rij in school.leerjaar if rij.jaar == jaar]
        boven = resultaat["bovenbouwsucces"][jaar]
        if sum(rij.leerlingen for rij in rijen) != boven.leerlingen:
            yield f"{jaar}: de leerjaren tellen niet op tot {boven.leerlingen} leerlingen"
        if sum(rij.vertraging for rij in rijen) != boven.leerlingen - (boven.gelukt or 0):
            yield f"{jaar}: de vertraging per leerjaar past niet bij het bovenbouwsucces"
        examen = resultaat["examencijfers"][jaar].leerlingen
        if rijen[-1].leerlingen != examen:
            yield f"{jaar}: {rijen[-1].naam} heeft geen {examen} leerlingen, het examen wel"
    groepen = {g.naam: g.leerlingen for g in school.groep}
    for code, groep in (
        ("bovenbouwsucces", "havo 3 tot en met 5"), ("onderbouwsnelheid", "leerjaar 1 en 2"),
    ):  # fmt: skip
        laatste = school.indicator[[i.code for i in school.indicator].index(code)].meting[-1]
        if groepen.get(groep) != laatste.leerlingen:
            yield f"de groep {groep!r} heeft geen {laatste.leerlingen} leerlingen, {code} wel"


def _references(school: School) -> Iterator[str]:
    bekend = {doel.id for doel in school.doel} | {a.id for a in school.activiteit}
    gebruikt = [
        *((f"activiteit {a.id}", [a.trekker, *a.met]) for a in school.activiteit),
        *((f"moment {m.titel!r}", list(m.wie)) for m in school.moment),
        *((f"afspraak {a.wat!r}", [a.wie]) for a in school.gesprek.afspraak),
        *(("de scan", [i.wie]) for i in school.scan.invulling),
    ]
    for wat, rollen in gebruikt:
        yield from (f"{wat} noemt de rol {r!r}, die niet bestaat" for r in rollen if r not in school.rollen)  # fmt: skip
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


def _scan(school: School) -> Iterator[str]:
    codes = {s.code for s in standaarden()}
    labels = {(str(r["standaard"]), str(r["uitdaging"])) for r in _rows("uitdagingen")}
    obstakels = {str(r["obstakel"]) for r in _rows("interventies_bij_obstakels")}
    for invulling in school.scan.invulling:
        for zorg in invulling.zorgen:
            if (zorg.standaard, zorg.uitdaging) not in labels:
                yield f"de scan noemt {zorg.uitdaging!r}, een uitdaging die het onderzoek niet heeft"
            if zorg.zekerheid not in ZEKERHEDEN:
                yield f"de scan noemt de zekerheid {zorg.zekerheid!r}: kies uit {ZEKERHEDEN}"
        yield from (f"het obstakel {o!r} staat niet in het onderzoek" for o in invulling.obstakels if o not in obstakels)  # fmt: skip
    gekozen = {(p.standaard, p.uitdaging) for p in school.verbeterpunt}
    for punt in school.verbeterpunt:
        if school.mentions(punt) < school.scan.punt_vanaf or punt.standaard not in codes:
            yield f"verbeterpunt {punt.id} is door te weinig mensen genoemd"
    genoemd = [(z.standaard, z.uitdaging) for i in school.scan.invulling for z in i.zorgen]
    for zorg_ in set(genoemd) - gekozen:
        if genoemd.count(zorg_) >= school.scan.punt_vanaf:
            yield f"{zorg_[1]!r} is vaak genoeg genoemd en toch geen verbeterpunt"


def _rows(tabel: str) -> Iterable[dict[str, object]]:
    gegevens = lees(tabel)
    return [dict(rij) for rij in gegevens.rijen]


def _goals(school: School) -> Iterator[str]:
    begrip = next(punt for punt in school.kijkpunt if punt.code == "begrip")
    les = school.doel[0]
    tellingen = (les.begin, les.halverwege, les.einde)
    if tuple(t.k for t in tellingen) != begrip.gezien:
        yield f"doel {les.id} telt anders dan de kijkwijzer"
    if tuple(t.n for t in tellingen) != tuple(ronde.lessen for ronde in school.ronde):
        yield f"doel {les.id} gaat over andere aantallen lessen dan de rondes"
    for punt in school.kijkpunt:
        if len(punt.gezien) != len(school.ronde) or any(
            gezien > ronde.lessen for gezien, ronde in zip(punt.gezien, school.ronde, strict=False)
        ):
            yield f"kijkpunt {punt.code!r} past niet bij de rondes lesbezoek"
    eind = [rij for rij in school.leerjaar if rij.naam == "havo 4"][-1]
    vast = school.doel[1]
    if (vast.einde.k, vast.einde.n) != (eind.vertraging, eind.leerlingen):
        yield f"doel {vast.id} eindigt anders dan de telling van havo 4"
    for doel in school.doel:
        for grens, telling in ((doel.tussendoel, doel.halverwege), (doel.streefdoel, doel.einde)):
            if (grens.percentage is None) == (grens.aantal is None):
                yield f"doel {doel.id} heeft een grens met een percentage én een aantal, of geen"
            if grens.van is not None and grens.van != telling.n:
                yield f"doel {doel.id}: de grens gaat over {grens.van}, de telling over {telling.n}"
            if telling.dag is None or telling.dag > grens.dag:
                yield f"doel {doel.id} is geteld na de dag van de grens ({datum(grens.dag)})"
    yield from _needed(school)


def _needed(school: School) -> Iterator[str]:
    """Het streefgetal is het kleinste aantal leerlingen waarmee er geen signaal meer is."""
    nodig = outcomes(school)["bovenbouwsucces"].nodig
    boven = next(i for i in school.indicator if i.code == "bovenbouwsucces").meting[-1]
    streef = school.plan.streef_gelukt
    if nodig is None or not (
        100 * streef >= nodig.zonder_signaal * boven.leerlingen > 100 * (streef - 1)
    ):
        yield f"{streef} leerlingen is niet het kleinste aantal zonder signaal"


def _hours(school: School) -> Iterator[str]:
    som, plan = sum(a.uren for a in school.planned), school.plan
    if som != plan.uren_bestuur + plan.uren_school:
        yield f"de activiteiten kosten {som} uren, er zijn er {plan.uren_bestuur + plan.uren_school}"
    wekelijks = {a.id: a for a in school.activiteit}
    for nieuw in (a for a in school.activiteit if a.vervangt):
        oud = wekelijks[nieuw.vervangt]
        if oud.besluit != "stoppen" or nieuw.uren != oud.uren - (oud.uren_gebruikt or 0):
            yield f"activiteit {nieuw.id} krijgt niet de uren die {oud.id} overliet"
        weken = {
            oud.id: (_tuesdays(school, oud), oud.uren),
            nieuw.id: (_tuesdays(school, nieuw), nieuw.uren),
        }
        yield from (f"activiteit {id_} heeft {len(w)} dinsdagen en {u} uren" for id_, (w, u) in weken.items() if len(w) != u)  # fmt: skip
        geweest = [d for d in weken[oud.id][0] if d < school.midterm.dag]
        if len(geweest) != oud.uren_gebruikt:
            yield f"activiteit {oud.id} was {len(geweest)} keer, niet {oud.uren_gebruikt} keer"


def _tuesdays(school: School, activiteit: Activiteit) -> list[date]:
    dagen = school_days(school, activiteit.van, activiteit.klaar)
    return [dag for dag in dagen if dag.weekday() == DINSDAG]


def _evidence(school: School) -> Iterator[str]:
    bewijs = {b.id: b for b in school.bewijs}
    for doel, id_ in zip(school.doel, ("begrip", "onvoldoendes", "terug"), strict=True):
        if (bewijs[id_].k, bewijs[id_].n) != (doel.halverwege.k, doel.halverwege.n):
            yield f"bewijs {id_} telt anders dan doel {doel.id}"
    for id_ in ("gesprekken", "steunuur"):
        if bewijs[id_].n != bewijs["onvoldoendes"].k:
            yield f"bewijs {id_} gaat niet over de leerlingen met onvoldoendes"
    for id_, aantal in (
        ("getoond", school.school.secties), ("terug", school.school.secties),
        ("sectiegesprekken", school.school.secties), ("oefenden", school.school.docenten),
        ("laatste_uur", school.rondetafel[-1].leerlingen),
    ):  # fmt: skip
        if bewijs[id_].n != aantal:
            yield f"bewijs {id_} gaat over {bewijs[id_].n}, dat hoort {aantal} te zijn"
    for activiteit in school.planned:
        if activiteit.stand not in STANDEN or activiteit.besluit not in BESLUITEN:
            yield f"activiteit {activiteit.id} heeft geen stand of besluit dat wij kennen"
        if not activiteit.reden:
            yield f"activiteit {activiteit.id} heeft een besluit zonder reden"
    for stuk in school.bewijs:
        if stuk.k > stuk.n or stuk.dag > school.midterm.dag:
            yield f"bewijs {stuk.id} kan er halverwege niet geweest zijn"


def _dates(school: School) -> Iterator[str]:
    vaste: list[tuple[str, date]] = [
        *((m.titel, dag) for m in school.moment for dag in (*m.dagen, *([m.tot] if m.tot else []))),
        *((f"activiteit {a.id}", dag) for a in school.activiteit for dag in (a.van, a.klaar)),
        *((f"doel {d.id}", g.dag) for d in school.doel for g in (d.tussendoel, d.streefdoel)),
        *((f"afspraak van {a.wie}", a.wanneer) for a in school.gesprek.afspraak),
        ("het gesprek", school.gesprek.dag), ("de analyse", school.analyse.dag),
    ]  # fmt: skip
    for wat, dag in vaste:
        if reden := closed(school, dag):
            yield f"{wat}: {datum(dag)} valt {reden}"
    momenten = {dag for m in school.moment for dag in m.dagen}
    for wat, dag in (
        ("het plan", school.plan.dag), ("het verslag", school.midterm.verslag),
        ("de midterm review", school.midterm.dag), ("het bericht", school.midterm.bericht),
        ("het gesprek", school.gesprek.dag), ("de urgentiemeter", school.urgentie.dag),
        ("de scan", school.scan.dag),
    ):  # fmt: skip
        if dag not in momenten:
            yield f"{wat} van {datum(dag)} staat niet op de kalender"
    volgorde = (
        school.analyse.dag, school.scan.dag, school.plan.dag, school.gesprek.dag,
        school.midterm.verslag, school.midterm.dag, school.midterm.bericht,
    )  # fmt: skip
    if list(volgorde) != sorted(volgorde):
        yield "analyse, scan, plan, gesprek, verslag, midterm en bericht staan niet op volgorde"
    for afspraak in school.gesprek.afspraak:
        if not school.gesprek.dag <= afspraak.wanneer <= school.midterm.dag:
            yield f"de afspraak van {afspraak.wie} valt niet tussen gesprek en midterm review"
    if any(a.klaar < a.van for a in school.activiteit):
        yield "een activiteit is klaar voordat zij begint"


def _visits(school: School) -> Iterator[str]:
    toetsen = [d for d in school.druk if d.soort == "toetsweek"]
    for moment in school.moment:
        if moment.soort == "lesbezoek" and any(
            d.van <= (moment.tot or moment.dagen[0]) and moment.dagen[0] <= d.tot for d in toetsen
        ):
            yield f"{moment.titel} valt in een toetsweek"
    rondes = {(r.van, r.tot) for r in school.ronde}
    gepland = {(m.dagen[0], m.tot) for m in school.moment if m.soort == "lesbezoek"}
    if rondes != gepland:
        yield "de rondes lesbezoek staan anders op de kalender"
    for activiteit in school.activiteit:
        eerst = activiteit.van_eerst
        if eerst and not any(d.van <= eerst <= d.tot for d in toetsen):
            yield f"activiteit {activiteit.id} stond eerst niet in een toetsweek"
