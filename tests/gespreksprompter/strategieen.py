"""Willekeurige opdrachten, geschiedenissen en gesprekken voor de toetsen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.uitvoer.agendageheugen import Uitgegeven
from lv_tools.gespreksprompter.model.geschiedenis import Geschiedenis, remember
from lv_tools.gespreksprompter.model.gesprek import STANDEN, Afspraak, Gesprek, Moment, Parkeerpunt
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht
from lv_tools.gespreksprompter.model.kiezen import compose
from lv_tools.gespreksprompter.model.meegebracht import Meegebracht
from lv_tools.gespreksprompter.model.reeks import Reeks
from lv_tools.gespreksprompter.model.ritme import Periode, Tempo
from lv_tools.gespreksprompter.model.werk import Gesprekswerk, Keuze, Ritme, Verzet, Weergave
from lv_tools.gespreksprompter.teksten import Tafel, inhoud

BANK = inhoud()
ALLE = sorted(BANK.alle)
EIGEN_NIVEAUS = [niveau.code for niveau in BANK.eigen_niveaus]
#: Tekst zoals iemand die typt of plakt, ook met kwade bedoelingen.
TEKST = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            '=HYPERLINK("http://kwaad.example")',
            "BEGIN:VCALENDAR\r\nEND:VEVENT",
            "a;b,c\\n\nd:e\"f'g",
            "]]> &amp; <w:p/>",
            "\u202egnirts \U0001f600 \u0000\x0b",
            "# kop\n- punt\n| a | b |\n[x](javascript:alert(1))",
        ]
    ),
).map(lambda t: t.encode("utf-8", "ignore").decode())
#: Zoals die tekst na het typen in een veld van één regel staat.
SCHOON = TEKST.map(lambda t: " ".join(clean_text(t).split()))
DAG = st.dates(date(2020, 1, 1), date(2040, 12, 31))
TIJD = st.times(time(7), time(22)).map(lambda t: t.replace(second=0, microsecond=0))

tafels = st.one_of(
    st.sampled_from(list(BANK.tafels.values())),
    st.builds(
        # Een andere tafel heeft een andere code.
        lambda naam, niveaus: Tafel(
            f"eigen-{naam}-{'-'.join(niveaus)}", naam, niveaus=tuple(niveaus), eigen=True
        ),
        SCHOON.filter(bool),
        st.lists(st.sampled_from(EIGEN_NIVEAUS), min_size=1, max_size=3, unique=True),
    ),
)
fasen = st.sets(st.sampled_from(list(BANK.fasen)), min_size=1).map(BANK.in_order)


def opdracht_voor(tafel: Tafel) -> st.SearchStrategy[Opdracht]:
    """Een opdracht zoals het scherm haar aan deze tafel laat maken."""
    return st.builds(
        Opdracht,
        st.just(tafel),
        st.sets(st.sampled_from(BANK.phases(tafel)), min_size=1).map(BANK.in_order),
        st.integers(15, 240),
        st.sampled_from([""] if tafel.fasen else ["", *BANK.doelen]),
        st.sampled_from(["", *BANK.standaarden]),
        st.sampled_from(["", *BANK.kenmerken]),
        SCHOON.map(lambda t: t[:20]),
        st.integers(0, 10_000),
    )


opdrachten = tafels.flatmap(opdracht_voor)
geschiedenissen: st.SearchStrategy[Geschiedenis] = st.builds(
    lambda sets, open_, geparkeerd: remember(sets, open_afspraken=open_, geparkeerd=geparkeerd),
    st.lists(st.sets(st.sampled_from(ALLE), max_size=60), max_size=4),
    st.integers(0, 12),
    st.integers(0, 6),
)


@st.composite
def gidsen(draw: st.DrawFn) -> Gids:
    gids = compose(draw(opdrachten), draw(geschiedenissen))
    assert isinstance(gids, Gids)
    return gids


momenten = st.builds(Moment, st.none() | DAG, st.none() | TIJD, SCHOON)
afspraken = st.builds(
    Afspraak,
    st.just("a0"),
    SCHOON.filter(bool),
    SCHOON,
    st.none() | DAG,
    SCHOON,
    st.sampled_from(STANDEN),
)
punten = st.builds(Parkeerpunt, st.just("p0"), SCHOON.filter(bool), st.sampled_from(STANDEN))


@st.composite
def gesprekken(draw: st.DrawFn, nummer: int = 1) -> Gesprek:
    gids = draw(st.none() | gidsen())
    namen = sorted(gids.ids) if gids else ["los"]
    af = [
        replace(a, id=f"a{nummer * 10 + plek}")
        for plek, a in enumerate(draw(st.lists(afspraken, max_size=3)))
    ]
    pp = [
        replace(p, id=f"p{nummer * 10 + plek}")
        for plek, p in enumerate(draw(st.lists(punten, max_size=2)))
    ]
    notities = draw(
        st.dictionaries(st.sampled_from([*namen, "weg"]), TEKST.map(clean_text), max_size=4)
    )
    return Gesprek(
        f"g{nummer}",
        draw(momenten),
        draw(SCHOON),
        gids,
        notities,
        frozenset(draw(st.sets(st.sampled_from(namen), max_size=2))),
        tuple(af),
        tuple(pp),
        draw(st.booleans()),
        draw(momenten),
        draw(st.none() | st.frozensets(st.sampled_from(namen), max_size=4)),
    )


@st.composite
def reeksen(draw: st.DrawFn, naam: str = "r1") -> Reeks:
    aantal = draw(st.integers(0, 3))
    return Reeks(
        naam,
        draw(SCHOON)[:10],
        draw(tafels),
        tuple(draw(gesprekken(nummer)) for nummer in range(1, aantal + 1)),
    )


perioden = st.builds(
    lambda van, lengte: Periode(van, date.fromordinal(van.toordinal() + lengte)),
    DAG,
    st.integers(0, 340),
)
tempos = st.builds(
    Tempo,
    st.sampled_from(list(BANK.tafels.values())),
    st.sampled_from(["weken", "jaar"]),
    st.integers(1, 12),
    st.lists(st.integers(1, 12), max_size=5).map(tuple),
    st.integers(0, 4),
    TIJD,
    st.integers(15, 180),
)

meegebracht = st.builds(
    Meegebracht,
    st.just(""),
    SCHOON.filter(bool),
    st.sampled_from(["", *BANK.fasen]),
    SCHOON,
    SCHOON,
    SCHOON,
)


uitgegeven = st.builds(
    Uitgegeven,
    st.text("abcdefg/-0123456789", min_size=1, max_size=12),
    st.just("0123456789abcdef"),
    st.integers(0, 50),
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)).map(
        lambda m: m.replace(microsecond=0, tzinfo=UTC)
    ),
    DAG,
    st.none() | TIJD,
    st.integers(1, 600),
    SCHOON,
    st.booleans(),
)


verzet = st.builds(Verzet, st.sampled_from(list(BANK.tafels)), DAG, st.none() | DAG)
keuzes = st.builds(
    Keuze,
    st.sampled_from(["", "school", "eigen"]),
    SCHOON,
    st.just(()),
    fasen,
    minuten=st.none() | st.integers(15, 240),
)


@st.composite
def ritmes(draw: st.DrawFn) -> Ritme:
    return Ritme(
        draw(st.integers(2000, 2100)),
        draw(perioden),
        tuple(draw(st.lists(tempos, max_size=3))),
        tuple(draw(st.lists(perioden, max_size=2))),
        tuple(draw(st.lists(verzet, max_size=2))),
    )


@st.composite
def werken(draw: st.DrawFn) -> Gesprekswerk:
    ritme, andere = draw(ritmes()), tuple(draw(st.lists(ritmes(), max_size=2)))
    lijst = tuple(draw(reeksen(f"r{nummer}")) for nummer in range(1, draw(st.integers(1, 2)) + 1))
    mee = [replace(v, id=f"mee-{nr}") for nr, v in enumerate(draw(st.lists(meegebracht)), 1)]
    kenmerk = draw(st.sampled_from(["", "0123456789abcdef0123456789abcdef"]))
    uit = draw(st.lists(uitgegeven, max_size=3, unique_by=lambda u: u.sleutel))
    return Gesprekswerk(
        lijst,
        ritme,
        "r1",
        draw(st.sampled_from(["", "g1"])),
        tuple(mee),
        andere_jaren=andere,
        kenmerk=kenmerk,
        uitgegeven=tuple(uit),
        keuze=draw(keuzes),
        weergave=Weergave(namen=draw(st.booleans())),
    )
