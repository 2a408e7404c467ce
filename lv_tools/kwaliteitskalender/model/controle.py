"""Kijk een jaar na: lege maanden, drukke weken, botsingen, en metingen die niemand bespreekt.

Er wordt niets verschoven en niets tegengehouden: wat er te kiezen valt, kiest de gebruiker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations, groupby

from lv_tools.basis.gegevens.feestdagen import holiday_on
from lv_tools.basis.taal.notatie import MAANDEN, aantal, datum, opsomming
from lv_tools.kwaliteitskalender.model.bronnen import Kalenderpunt
from lv_tools.kwaliteitskalender.model.kalender import (
    BESPREKING,
    DUUR,
    TE_BESPREKEN,
    Jaar,
    people,
)
from lv_tools.kwaliteitskalender.model.uitkomst import (
    Advies,
    Jaarbeeld,
    counted_days,
    month_starts,
)

#: Zoveel voorbeelden noemt een zin; de rest telt hij.
VOORBEELDEN = 3
#: Een vakantie of andere periode die langer duurt, is een vergissing in een jaartal.
LANGSTE_PERIODE = timedelta(days=120)
Punten = Sequence[Kalenderpunt]
Zeg = Callable[..., str]


@dataclass(frozen=True)
class Botsing:
    """Twee punten die dezelfde mensen op hetzelfde moment vragen.

    ``zeker`` is onwaar als van een van de twee de tijd nog niet bekend is.
    """

    een: Kalenderpunt
    ander: Kalenderpunt
    wie: tuple[str, ...]
    zeker: bool


def check(beeld: Jaarbeeld, zeg: Zeg) -> tuple[Advies, ...]:
    """Geef alle opmerkingen bij een schooljaar; ``zeg(code, **waarden)`` maakt de zin."""
    return tuple(
        advies
        for regel in (_year, _months, _busy, _clashes, _undiscussed, _without_data, _days, _rest)
        for advies in regel(beeld, zeg)
    )


def empty_months(beeld: Jaarbeeld) -> tuple[date, ...]:
    """Geef de maanden met schooldagen waarin niets valt, als hun eerste dag."""
    gevuld = {(dag.year, dag.month) for k in beeld.punten for dag in counted_days(k)}
    return tuple(
        eerste
        for eerste in month_starts(beeld.jaar)
        if (eerste.year, eerste.month) not in gevuld and _has_school(beeld, eerste)
    )


def clashes(punten: Punten) -> tuple[Botsing, ...]:
    """Geef de punten van één dag waar dezelfde mensen tegelijk moeten zijn.

    Weten we van een van de twee de tijd niet, dan is het een misschien; dat telt alleen bij
    gesprekken en bezoeken, want een meting of verslag kost niet de hele dag.
    """
    op_een_dag = [k for k in punten if k.punt.dag and not k.punt.meerdaags]
    uit = []
    for _dag, groep in groupby(op_een_dag, key=lambda k: k.punt.dag):
        for een, ander in combinations(groep, 2):
            samen = {naam.casefold() for naam in people(ander.punt.wie)}
            wie = tuple(naam for naam in people(een.punt.wie) if naam.casefold() in samen)
            if not wie:
                continue
            if een.punt.begin and ander.punt.begin:
                if _touch(een, ander):
                    uit.append(Botsing(een, ander, wie, True))
            elif all(k.punt.aard in (*BESPREKING, "bezoek") for k in (een, ander)):
                uit.append(Botsing(een, ander, wie, False))
    return tuple(uit)


def discussed_at(beeld: Jaarbeeld, k: Kalenderpunt) -> Kalenderpunt | None:
    """Geef het punt waar wordt besproken wat dit punt oplevert."""
    return beeld.find(k.punt.bespreek) if k.punt.bespreek else None


def suggestion(beeld: Jaarbeeld, k: Kalenderpunt) -> Kalenderpunt | None:
    """Geef het eerste gesprek na een meting waar iemand van de meting bij is, binnen de termijn.

    Is er zo een niet, dan de eerste terugblik of het eerste gesprek over gegevens.
    """
    klaar = k.punt.laatste
    if klaar is None:
        return None
    tot = klaar + timedelta(days=beeld.bespreken)
    later = [
        g
        for g in beeld.punten
        if g.punt.aard in BESPREKING
        and g.punt.id != k.punt.id
        and g.punt.dag is not None
        and klaar <= g.punt.dag <= tot
    ]
    eigen = {naam.casefold() for naam in people(k.punt.wie)}
    bekend = [g for g in later if eigen & {n.casefold() for n in people(g.punt.wie)}]
    over_cijfers = [g for g in later if g.punt.cijfers or g.punt.aard == "terugblik"]
    samen = [g for g in bekend if g in over_cijfers]
    return next(iter([*samen, *bekend, *over_cijfers]), None)


def _year(beeld: Jaarbeeld, zeg: Zeg) -> Iterator[Advies]:
    """Wijs op dagen van het jaar zelf die niet kunnen: een reeks valt dan nergens."""
    jaar = beeld.jaar
    dagen = [dag for dag in (jaar.van, jaar.tot) if dag is not None]
    if any(dag not in jaar for dag in dagen) or dagen != sorted(dagen):
        wat = opsomming([datum(dag) for dag in dagen])
        yield Advies("lesdagen", zeg("lesdagen", dagen=wat, jaar=jaar.naam))
    verkeerd = [
        f"{p.naam or p.soort} ({datum(p.van)} tot en met {datum(p.tot)})"
        for p in jaar.perioden
        if p.van and p.tot and not _sound(p.van, p.tot, jaar)
    ]
    if verkeerd:
        yield Advies("periode", zeg("periode", wat=_few(verkeerd), jaar=jaar.naam))


def _sound(van: date, tot: date, jaar: Jaar) -> bool:
    """Loopt een periode vooruit, niet te lang, en raakt zij het schooljaar?"""
    begin, eind = date(jaar.begint, 8, 1), date(jaar.begint + 1, 7, 31)
    return timedelta(0) <= tot - van <= LANGSTE_PERIODE and van <= eind and tot >= begin


def _months(beeld: Jaarbeeld, zeg: Zeg) -> Iterator[Advies]:
    leeg = empty_months(beeld)
    if leeg:
        namen = opsomming([MAANDEN[eerste.month - 1] for eerste in leeg])
        yield Advies("leeg", zeg("leeg", maanden=namen))


def _busy(beeld: Jaarbeeld, zeg: Zeg) -> Iterator[Advies]:
    for week in beeld.weken:
        if len(week.punten) >= beeld.druk:
            zin = zeg(
                "druk",
                dag=datum(week.maandag),
                n=len(week.punten),
                grens=beeld.druk,
                wat=_few([k.punt.wat for k in week.punten]),
            )
            yield Advies("druk", zin, _ids(week.punten))


def _clashes(beeld: Jaarbeeld, zeg: Zeg) -> Iterator[Advies]:
    per_paar: dict[tuple[str, str, bool], list[Botsing]] = {}
    for botsing in clashes(beeld.punten):
        een, ander = sorted((botsing.een.punt.wat, botsing.ander.punt.wat))
        per_paar.setdefault((een, ander, botsing.zeker), []).append(botsing)
    for (een, ander, zeker), keren in per_paar.items():
        eerste = keren[0]
        zin = zeg(
            "botsing" if zeker else "botsing_misschien",
            een=een,
            ander=ander,
            keren=aantal(len(keren), "keer", "keer"),
            dag=day_name(eerste.een.punt.dag),
            wie=opsomming(eerste.wie),
        )
        code = "botsing" if zeker else "botsing_misschien"
        yield Advies(code, zin, _ids(k for b in keren for k in (b.een, b.ander)))


def _undiscussed(beeld: Jaarbeeld, zeg: Zeg) -> Iterator[Advies]:
    los, eerder, laat = [], [], []
    for k in beeld.punten:
        if k.punt.aard not in TE_BESPREKEN:
            continue
        gesprek, klaar = discussed_at(beeld, k), k.punt.laatste
        dag = gesprek.punt.dag if gesprek else None
        if dag is None or klaar is None:
            los.append(k)
        elif dag < klaar:
            eerder.append(k)
        elif dag > klaar + timedelta(days=beeld.bespreken):
            laat.append(k)
    for code, punten in (("onbesproken", los), ("te_vroeg", eerder), ("te_laat", laat)):
        if punten:
            yield _list(code, punten, zeg, dagen=beeld.bespreken)


def _without_data(beeld: Jaarbeeld, zeg: Zeg) -> Iterator[Advies]:
    met = {k.punt.bespreek for k in beeld.alle if k.punt.bespreek and k.punt.dag is not None}
    kaal = [
        k
        for k in beeld.punten
        if k.punt.aard in BESPREKING
        and (k.punt.cijfers or k.punt.aard == "terugblik")
        and k.punt.id not in met
    ]
    if kaal:
        yield _list("zonder_gegevens", kaal, zeg)


def _days(beeld: Jaarbeeld, zeg: Zeg) -> Iterator[Advies]:
    soorten: dict[str, list[Kalenderpunt]] = {}
    for k in beeld.punten:
        dagen = [dag for dag in counted_days(k) if dag.weekday() < 5]
        if not dagen:
            soorten.setdefault("weekend", []).append(k)
        elif all(beeld.jaar.kind(dag, "vakantie") for dag in dagen):
            soorten.setdefault("vakantie", []).append(k)
        elif len(dagen) == 1 and holiday_on(dagen[0]):
            soorten.setdefault("feestdag", []).append(k)
        elif k.punt.aard == "bezoek" and any(beeld.jaar.kind(d, "toetsweek") for d in dagen):
            soorten.setdefault("toetsweek", []).append(k)
    for code in ("vakantie", "feestdag", "weekend", "toetsweek"):
        if code in soorten:
            yield _list(code, soorten[code], zeg)


def _rest(beeld: Jaarbeeld, zeg: Zeg) -> Iterator[Advies]:
    terug = [k for k in beeld.punten if k.punt.tot and k.punt.dag and k.punt.tot < k.punt.dag]
    niemand = [k for k in beeld.punten if not people(k.punt.wie)]
    los = [k for k in beeld.alle if k.los]
    for code, punten in (
        ("terug", terug),
        ("zonder_dag", beeld.zonder_dag),
        ("niemand", niemand),
        ("los", los),
    ):
        if punten:
            yield _list(code, punten, zeg)
    if beeld.uitgevallen:
        namen = [f"{wat} ({datum(dag)})" for wat, dag in beeld.uitgevallen]
        yield Advies("uitgevallen", zeg("uitgevallen", wat=_few(namen)))


def day_name(dag: date | None) -> str:
    """Schrijf een dag met de dag van de week."""
    if dag is None:
        return "zonder dag"
    namen = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    return f"{namen[dag.weekday()]} {datum(dag)}"


def _has_school(beeld: Jaarbeeld, eerste: date) -> bool:
    """Zijn er in een maand schooldagen?"""
    if beeld.jaar.lessen is None:
        return False
    van, tot = beeld.jaar.lessen
    dagen = (eerste + timedelta(days=n) for n in range(31))
    return any(
        dag.month == eerste.month
        and dag.weekday() < 5
        and van <= dag <= tot
        and not beeld.jaar.kind(dag, "vakantie")
        for dag in dagen
    )


def _touch(een: Kalenderpunt, ander: Kalenderpunt) -> bool:
    (van, tot), (begin, eind) = _span(een), _span(ander)
    return van < eind and begin < tot


def _span(k: Kalenderpunt) -> tuple[datetime, datetime]:
    if k.punt.dag is None or k.punt.begin is None:
        raise ValueError(f"{k.punt.wat!r} heeft geen tijd")
    van = datetime.combine(k.punt.dag, k.punt.begin)
    return van, van + timedelta(minutes=k.punt.minuten or DUUR)


def _list(code: str, punten: Punten, zeg: Zeg, **waarden: object) -> Advies:
    namen = [f"{k.punt.wat} ({datum(k.punt.dag)})" if k.punt.dag else k.punt.wat for k in punten]
    return Advies(
        code,
        zeg(code, wat=_few(namen), n=aantal(len(punten), "punt", "punten"), **waarden),
        _ids(punten),
    )


def _few(namen: Sequence[str]) -> str:
    rest = len(namen) - VOORBEELDEN
    meer = [f"nog {rest}"] if rest > 0 else []
    return opsomming([*namen[:VOORBEELDEN], *meer])


def _ids(punten: Iterable[Kalenderpunt]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(k.punt.id for k in punten))
