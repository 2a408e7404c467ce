"""Plannen voor de toetsen: een los doel, een los plan, en strategieën voor willekeurige plannen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from lv_tools.verbeterplan.model.plan import (
    Activiteit,
    Boodschap,
    Doel,
    Kern,
    Kijkmoment,
    Knoop,
    Maat,
    Maatregel,
    Plan,
    Punt,
    Waarde,
    Waarneming,
)
from lv_tools.verbeterplan.teksten import content

INHOUD = content()
PEIL = date(2026, 2, 10)

DAGEN = st.dates(date(2024, 8, 1), date(2028, 7, 31))
MISSCHIEN = st.none() | DAGEN
TEKSTEN = st.sampled_from(
    ["", "meer aandacht voor de les", "=HYPERLINK(1)", "<script>alert(1)</script>", "teamleider",
     "Teamleider ", "{wat} ‘’ 👩‍🏫", "ﷺ" * 40, "Lesbezoek"]
)  # fmt: skip
GETALLEN = st.fractions(min_value=-1000, max_value=1000, max_denominator=60)
WAARDEN = st.sampled_from(
    [Waarde(), *(Waarde(Fraction(k), n) for k in (0, 9, 14, 60) for n in (None, 14, 94))]
)
MATEN = st.builds(
    Maat,
    TEKSTEN,
    st.sampled_from(["deel", "getal"]),
    st.sampled_from(["omhoog", "omlaag"]),
    WAARDEN,
    MISSCHIEN,
    WAARDEN,
)
STANDEN = st.sampled_from(["", "niet-begonnen", "op-schema", "achter", "klaar"])
KENMERKEN = [f"k{nr}" for nr in range(6)]
BIJ = st.sampled_from(["", *KENMERKEN, "weg"])


def waarnemingen():
    los = st.builds(Waarneming, st.just("w"), MISSCHIEN, STANDEN, WAARDEN, TEKSTEN)
    return st.lists(los, max_size=2).map(
        lambda reeks: tuple(replace(w, id=f"w{nr}") for nr, w in enumerate(reeks))
    )


def reeks(soort, voor, **velden):
    """Geef hoogstens vier elementen van een soort, elk met een eigen kenmerk."""
    los = st.builds(soort, id=st.just("x"), wat=TEKSTEN, **velden)
    return st.lists(los, max_size=3).map(
        lambda r: tuple(replace(x, id=f"{voor}{nr}") for nr, x in enumerate(r))
    )


KNOOP = {"wie": TEKSTEN, "klaar": MISSCHIEN, "maat": MATEN, "in_de_les": TEKSTEN}


def _own(doelen):
    """Geef elk tussendoel een kenmerk dat nergens anders staat."""
    return tuple(
        replace(d, tussendoelen=tuple(replace(t, id=f"{d.id}{t.id}") for t in d.tussendoelen))
        for d in doelen
    )


KERNEN = st.builds(
    Kern,
    titel=TEKSTEN,
    ambitie=st.builds(Knoop, id=st.just("ambitie"), wat=TEKSTEN, **KNOOP),
    punten=reeks(Punt, "p", bewijs=TEKSTEN),
    doelen=reeks(
        Doel,
        "d",
        **KNOOP,
        waarnemingen=waarnemingen(),
        punt=st.sampled_from(["", "p0", "p1", "weg"]),
        tussendoelen=reeks(Knoop, "t", **KNOOP, waarnemingen=waarnemingen()),
    ).map(_own),
    maatregelen=reeks(Maatregel, "m", **KNOOP, doel=st.sampled_from(["", "d0", "d1", "weg"])),
    activiteiten=reeks(
        Activiteit,
        "a",
        **KNOOP,
        waarnemingen=waarnemingen(),
        maatregel=st.sampled_from(["", "m0", "m1", "weg"]),
        begin=MISSCHIEN,
        uren=st.none() | st.integers(0, 100),
        besluit=st.sampled_from(["", "doorgaan", "bijstellen", "stoppen"]),
    ),
    momenten=reeks(Kijkmoment, "k", dag=MISSCHIEN, aard=st.sampled_from(["meting", "terugblik"])),
    boodschappen=reeks(Boodschap, "b", aan=st.sampled_from(list(INHOUD.aan)), dag=MISSCHIEN),
)
PLANNEN = st.builds(Plan, KERNEN, kenmerk=st.just("plan1"), peildag=DAGEN)


def doel(**velden) -> Doel:
    """Geef een volledig doel: van 4 van de 12 naar 75%."""
    vol = Doel(
        "d1",
        "De docent gaat bij iedereen na of het begrepen is",
        "teamleider",
        date(2026, 6, 19),
        Maat(
            "lessen bij het lesbezoek",
            nu=Waarde(Fraction(4), 12),
            nu_dag=date(2025, 10, 3),
            dan=Waarde(Fraction(75)),
        ),
        "Iedereen schrijft een antwoord",
        punt="p1",
        tussendoelen=(
            Knoop("t1", "Halverwege", "rector", date(2026, 1, 30), Maat(dan=Waarde(Fraction(60)))),
        ),
    )
    return replace(vol, **velden)


def activiteit(kenmerk: str = "a1", **velden) -> Activiteit:
    """Geef een volledige activiteit."""
    vol = Activiteit(
        kenmerk,
        "Lesbezoek in tweetallen",
        "teamleider",
        date(2026, 1, 23),
        Maat("uitkomst per punt"),
        maatregel="m1",
        begin=date(2026, 1, 12),
    )
    return replace(vol, **velden)


def kern(**velden) -> Kern:
    """Geef een plan waarop niets aan te merken valt."""
    vol = Kern(
        "Havo",
        ambitie=Knoop("ambitie", "Elke leerling weet het", "rector", date(2026, 7, 17)),
        punten=(Punt("p1", "In de les blijkt te laat wie het niet begrijpt"),),
        doelen=(doel(),),
        maatregelen=(
            Maatregel("m1", "Van elkaar leren", "teamleider", date(2026, 6, 1), doel="d1"),
        ),
        activiteiten=(activiteit(),),
        momenten=(Kijkmoment("k1", "Midterm", date(2026, 2, 10), "rector"),),
        boodschappen=tuple(
            Boodschap(f"b{nr}", aan, "Het plan", date(2025, 12, 1))
            for nr, aan in enumerate(["team", "leerlingen", "ouders", "mr", "bestuur"])
        ),
    )
    return replace(vol, **velden)


def meting(dag: date, k: int, n: int | None = None, **velden) -> Waarneming:
    """Geef een meting van een dag."""
    return Waarneming("w1", dag, waarde=Waarde(Fraction(k), n), **velden)
