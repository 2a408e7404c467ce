"""Tellen de feiten van de voorbeeldschool op, en zeggen twee plaatsen hetzelfde?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from lv_tools.basis.taal.notatie import datum
from voorbeeld.meter import outcomes
from voorbeeld.school import School

STANDEN = {"gedaan", "op schema", "deels", "niet"}
BESLUITEN = {"volhouden", "bijstellen", "stoppen"}


def results(school: School) -> Iterator[str]:
    """Kijk of percentages, leerjaren en groepen bij elkaar passen."""
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


def goals(school: School) -> Iterator[str]:
    """Kijk of elk doel telt wat elders ook geteld is."""
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
        if punt.code not in school.lesbezoek.tweede.meer:
            yield f"kijkpunt {punt.code!r} mist bij de tweede blik"
        if punt.duidelijk > punt.gezien[0]:
            yield f"kijkpunt {punt.code!r} was in het najaar vaker duidelijk dan te zien"
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


def evidence(school: School) -> Iterator[str]:
    """Kijk of het bewijs bij de doelen past en er halverwege al was."""
    bewijs = {b.id: b for b in school.bewijs}
    for doel, id_ in zip(school.doel, ("begrip", "onvoldoendes", "terug"), strict=True):
        if (bewijs[id_].k, bewijs[id_].n) != (doel.halverwege.k, doel.halverwege.n):
            yield f"bewijs {id_} telt anders dan doel {doel.id}"
    for id_ in ("gesprekken", "steunuur"):
        if bewijs[id_].n != bewijs["rapport1"].k:
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
        if activiteit.stand == "gedaan" and activiteit.klaar > school.midterm.dag:
            yield f"activiteit {activiteit.id} loopt nog en heet al gedaan"
        if not activiteit.reden:
            yield f"activiteit {activiteit.id} heeft een besluit zonder reden"
    for stuk in school.bewijs:
        if stuk.k > stuk.n or stuk.dag > school.midterm.dag:
            yield f"bewijs {stuk.id} kan er halverwege niet geweest zijn"
