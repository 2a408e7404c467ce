"""Bladen om mee te toetsen."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from lv_tools.basis.uitwisseling import stukken as s
from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.kwaliteitsrapportage.model.rapportage import (
    DELEN,
    Afspraak,
    Blad,
    Drietal,
    Punt,
    Rapportage,
)

TIJD = datetime(2026, 11, 28, 12, tzinfo=UTC)
GESPREK = date(2026, 11, 5)
WOORDEN = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40)
DAGEN = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))


def blad(merk: str, **rest) -> Blad:
    """Een vol blad, waarin elke tekst van deze school het merk heeft."""

    def tekst(wat: str) -> str:
        return f"{merk} {wat}"

    vol = {
        "id": f"id-{merk}",
        "school": tekst("school"),
        "periode": tekst("periode"),
        "dag": GESPREK,
        "met": tekst("bestuurder"),
        "vorige_dag": date(2026, 6, 25),
        "vorige": (Afspraak("w1", tekst("beloofd"), tekst("rector"), GESPREK, "deels"),),
        "punten": tuple(
            Punt(f"p-{deel}", deel, tekst(deel), tekst("eigen"), tekst("bewijs"), "een-blik")
            for deel in DELEN
        ),
        "vragen": Drietal(tekst("vraag een"), tekst("vraag twee"), tekst("vraag drie")),
        "afspraken": (Afspraak("a1", tekst("doen"), tekst("wie"), GESPREK),),
    }
    return Blad(**{**vol, **rest})


def rapportage(merk: str, **rest) -> Rapportage:
    """Een rapportage met zo'n blad."""
    return Rapportage(f"werk-{merk}", blad(merk), **rest)


def pakket(*stukken: s.Stuk, werk: str = "w1", dag: date | None = None) -> Pakket:
    """Wat een ander hulpmiddel klaarlegde."""
    return Pakket(s.Herkomst("verbeterplan", "Plan", dag), werk, TIJD, stukken)


AFSPRAKEN = st.lists(
    st.builds(
        Afspraak,
        st.sampled_from([f"a{n}" for n in range(8)]),
        WOORDEN,
        WOORDEN,
        DAGEN,
        st.sampled_from(["open", "deels", "gedaan", "vervallen"]),
    ),
    max_size=8,
    unique_by=lambda a: a.id,
).map(tuple)

PUNTEN = st.lists(
    st.builds(
        Punt,
        st.sampled_from([f"p{n}" for n in range(12)]),
        st.sampled_from(DELEN),
        WOORDEN,
        WOORDEN,
        WOORDEN,
        st.sampled_from(["", "een-blik", "meer-bronnen", "meer-mensen"]),
        st.sampled_from(["", "niet-begonnen", "op-weg", "achter", "bereikt", "gestopt"]),
        st.sampled_from(["", "op-weg", "achter"]),
        WOORDEN,
        DAGEN,
        op_blad=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda p: p.id,
).map(tuple)

BLADEN = st.builds(
    Blad,
    st.sampled_from(["b1", "b2", "b3"]),
    st.sampled_from(["Noord", "noord ", "Zuid", "Oost"]),
    WOORDEN,
    DAGEN,
    WOORDEN,
    DAGEN,
    AFSPRAKEN,
    PUNTEN,
    st.builds(Drietal, WOORDEN, WOORDEN, WOORDEN),
    AFSPRAKEN,
    DAGEN,
)

STUKKEN = st.lists(
    st.one_of(
        st.builds(s.Signaal, st.sampled_from("abc"), WOORDEN),
        st.builds(s.Doel, st.sampled_from("abc"), WOORDEN, WOORDEN, DAGEN),
        st.builds(s.Bewijs, st.sampled_from("abc"), WOORDEN, st.just("a")),
        st.builds(
            s.Actie, st.sampled_from("abc"), WOORDEN, WOORDEN, DAGEN, DAGEN,
            st.sampled_from(["", "a"]),
        ),
        st.builds(
            s.Verbeterpunt, st.sampled_from("abc"), WOORDEN, WOORDEN,
            standaarden=st.sampled_from([(), ("OP3",), ("OP2", "SKA3")]),
        ),
        st.builds(s.Gespreksvraag, WOORDEN.filter(lambda w: bool(w.strip()))),
    ),
    max_size=10,
)  # fmt: skip
