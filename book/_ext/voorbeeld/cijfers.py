"""Elk feit dat in een tekst mag staan, onder een naam: ``$bb_1``, ``$dag_plan``.

De getallen komen uit ``school.toml`` of worden daaruit berekend, de signalen van de urgentiemeter
zelf. Elk aantal tot en met twintig heet met ``_w`` erachter het woord: ``$activiteiten_w``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from string import Template

from lv_tools.basis.taal.notatie import datum, opsomming
from lv_tools.urgentiemeter.model.feiten import round_safe
from lv_tools.urgentiemeter.model.uitslag import compute
from lv_tools.urgentiemeter.teksten import instrument
from voorbeeld.meter import agreed, outcomes, to_scan, with_one_less
from voorbeeld.school import School
from voorbeeld.schrijfwijze import boundary, day, norm, period, signal, value
from voorbeeld.vorm import VormError

WOORDEN = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    "twintig",
)  # fmt: skip
#: Hoe een indicator in de naam van een feit heet.
KORT = {
    "onderwijspositie": "op", "onderbouwsnelheid": "os", "bovenbouwsucces": "bb",
    "examencijfers": "ex",
}  # fmt: skip
LEIDING = ("schoolleiding", "teamleider", "kwaliteitsmedewerker")


def facts(school: School) -> dict[str, str]:
    """Geef elk feit als tekst, bij zijn naam.

    Raises
    ------
    ValueError
        Als twee feiten dezelfde naam hebben.
    """
    gevonden: dict[str, str] = {}
    for naam, waarde in (
        *_school(school), *_results(school), *_lessons(school), *_urgency(school),
        *_plan(school), *_goals(school), *_halfway(school), *_dates(school),
    ):  # fmt: skip
        if naam in gevonden:
            raise ValueError(f"het feit {naam!r} bestaat twee keer: geef een van beide een naam")
        gevonden[naam] = str(waarde)
        if isinstance(waarde, int) and 0 <= waarde < len(WOORDEN):
            gevonden[f"{naam}_w"] = WOORDEN[waarde]
    # Een zin mag met een aantal beginnen.
    hoofdletters = {
        n[0].upper() + n[1:]: w.capitalize() for n, w in gevonden.items() if n[-2:] == "_w"
    }
    return gevonden | hoofdletters


def fill(tekst: str, feiten: Mapping[str, str]) -> str:
    """Zet de feiten in een tekst.

    Raises
    ------
    VormError
        Als een naam niet bestaat; de melding noemt naam en tekst.
    """
    try:
        return Template(tekst).substitute(feiten)
    except (KeyError, ValueError) as fout:
        raise VormError(
            f"In ‘{tekst[:60]}...’ staat {fout}: zo heet geen feit. Alle namen toont "
            "'python -m voorbeeld'."
        ) from fout


Feit = tuple[str, int | str]


def _school(school: School) -> Iterator[Feit]:
    kop = school.school
    yield "schooljaar", kop.schooljaar
    for nummer, jaar in enumerate(kop.jaren, 1):
        yield f"jaar_{nummer}", jaar
    yield "leerlingen", sum(groep.leerlingen for groep in school.groep)
    yield "docenten", kop.docenten
    yield "secties", kop.secties
    yield "zinnen", school.analyse.eerste_versie_zinnen
    yield "verklaringen", school.analyse.eerste_versie_verklaringen


def _results(school: School) -> Iterator[Feit]:
    nu, later = outcomes(school), outcomes(school, 1)
    for indicator in school.indicator:
        kort = KORT[indicator.code]
        for nummer, meting in enumerate(indicator.meting, 1):
            yield f"{kort}_{nummer}", value(indicator, meting.waarde)
            yield f"{kort}_lln_{nummer}", meting.leerlingen
            if meting.gelukt is not None:
                yield f"{kort}_gelukt_{nummer}", meting.gelukt
        uitkomst = nu[indicator.code]
        yield f"{kort}_norm", norm(indicator)
        yield f"{kort}_gemiddelde", value(indicator, float(uitkomst.gemiddelde or 0))
        yield f"{kort}_signaal", signal(uitkomst)
        if uitkomst.nodig:
            veilig = round_safe(uitkomst.nodig.zonder_signaal, uitkomst.reeks.indicator)
            yield f"{kort}_nodig", value(indicator, float(veilig))
        yield f"{kort}_signaal_eind", signal(later[indicator.code])
    yield "bb_signaal_min_een", signal(with_one_less(school, "bovenbouwsucces"))
    jaren = list(dict.fromkeys(rij.jaar for rij in school.leerjaar))
    for nummer, jaar in enumerate(jaren, 1):
        rijen = [rij for rij in school.leerjaar if rij.jaar == jaar]
        yield f"vertraagd_{nummer}", sum(rij.vertraging for rij in rijen)
        for rij in rijen:
            klas = f"h{rij.naam[-1]}"
            yield f"{klas}_vertraagd_{nummer}", rij.vertraging
            yield f"{klas}_lln_{nummer}", rij.leerlingen


def _lessons(school: School) -> Iterator[Feit]:
    for nummer, ronde in enumerate(school.ronde, 1):
        yield f"lessen_{nummer}", ronde.lessen
        yield f"ronde_{nummer}", period(ronde.van, ronde.tot)
        for punt in school.kijkpunt:
            yield f"{punt.code}_{nummer}", punt.gezien[nummer - 1]
    yield "tweede", school.lesbezoek.tweede.lessen
    for nummer, tafel in enumerate(school.rondetafel, 1):
        yield f"tafel_{nummer}", tafel.leerlingen
        yield f"dag_tafel_{nummer}", day(tafel.dag)


def _urgency(school: School) -> Iterator[Feit]:
    uitslag = compute(to_scan(school), instrument())
    if uitslag.advies is None:
        raise ValueError("de urgentiemeter geeft geen vorm: vul de antwoorden aan")
    mensen = school.urgentie.respondent
    yield "urg_mensen", len(mensen)
    yield "urg_vorm", uitslag.advies.titel.lower()
    k, n = agreed(school, lambda _: True)
    yield "urg_k", k
    yield "urg_n", n
    for naam, mee in (("docent", ("docent",)), ("leerling", ("leerling",)), ("leiding", LEIDING)):
        k, n = agreed(school, mee.__contains__)
        yield f"urg_{naam}_k", k
        yield f"urg_{naam}_n", n
    for code, aantal in Counter(s for wie in mensen for s in wie.standaarden).items():
        yield f"urg_{code.lower()}", aantal
    yield "dias", school.urgentie.eerste_keer_dias


def _plan(school: School) -> Iterator[Feit]:
    plan, activiteiten = school.plan, school.planned
    yield "scan_mensen", len(school.scan.invulling)
    yield "punt_vanaf", school.scan.punt_vanaf
    yield "punten", len(school.verbeterpunt)
    yield "doelen", len(school.doel)
    yield "activiteiten", len(activiteiten)
    yield "plan1_doelen", plan.eerste_versie_doelen
    yield "plan1_activiteiten", plan.eerste_versie_activiteiten
    yield "uren", sum(a.uren for a in activiteiten)
    yield "uren_bestuur", plan.uren_bestuur
    yield "uren_school", plan.uren_school
    yield "streef_gelukt", plan.streef_gelukt
    yield "eerst_meest", max(Counter(a.trekker_eerst for a in activiteiten).values())
    yield "nu_meest", max(Counter(a.trekker for a in activiteiten).values())
    for activiteit in school.activiteit:
        yield f"{activiteit.id}_nu", period(activiteit.van, activiteit.klaar)
        yield f"{activiteit.id}_uren", activiteit.uren
        yield f"dag_{activiteit.id}", day(activiteit.van)
        if activiteit.van_eerst:
            yield f"{activiteit.id}_eerst", day(activiteit.van_eerst)


def _goals(school: School) -> Iterator[Feit]:
    for doel in school.doel:
        for naam, telling in (
            ("begin", doel.begin), ("half", doel.halverwege), ("eind", doel.einde),
        ):  # fmt: skip
            yield f"{doel.id}_{naam}_k", telling.k
            yield f"{doel.id}_{naam}_n", telling.n
        yield f"{doel.id}_tussen", boundary(doel.tussendoel)
        yield f"{doel.id}_streef", boundary(doel.streefdoel)
    yield "tussen_gehaald", sum(d.reaches(d.tussendoel, d.halverwege) for d in school.doel)
    yield "gehaald", sum(d.reaches(d.streefdoel, d.einde) for d in school.doel)
    laatste = max(school.doel, key=lambda doel: doel.streefdoel.dag)
    yield "dag_tussen", opsomming(_days(school, "tussendoel"))
    yield "dag_streef", opsomming(_days(school, "streefdoel"))
    yield "jaar_eind", laatste.streefdoel.dag.year


def _days(school: School, welke: str) -> list[str]:
    dagen = sorted({getattr(doel, welke).dag for doel in school.doel})
    return [datum(dag) for dag in dagen]


def _halfway(school: School) -> Iterator[Feit]:
    stand = Counter(a.stand for a in school.planned)
    for welke in ("gedaan", "op schema", "deels", "niet"):
        yield welke.removeprefix("op "), stand[welke]
    for bewijs in school.bewijs:
        yield f"{bewijs.id}_k", bewijs.k
        yield f"{bewijs.id}_n", bewijs.n
    yield "vriend", school.midterm.vriend
    borging = school.borging
    for naam, (voor, na) in (
        ("lezen", borging.kan_cijfers_lezen), ("lesgesprek", borging.kan_lesgesprek_leiden),
    ):  # fmt: skip
        yield f"{naam}_voor", voor
        yield f"{naam}_na", na


def _dates(school: School) -> Iterator[Feit]:
    brief = next(m for m in school.moment if m.titel.startswith("Brief aan de ouders"))
    for naam, dag in (
        ("analyse", school.analyse.dag), ("plan", school.plan.dag), ("brief", brief.dagen[0]),
        ("gesprek", school.gesprek.dag), ("midterm", school.midterm.dag),
        ("verslag", school.midterm.verslag), ("bericht", school.midterm.bericht),
    ):  # fmt: skip
        yield f"dag_{naam}", datum(dag)
