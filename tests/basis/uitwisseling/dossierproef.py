"""Dossiers om mee te proeven: klein, gevarieerd, en met alles wat hulpmiddelen meegeven."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket
from lv_tools.basis.uitwisseling.stukken import (
    Actie,
    Bewijs,
    Doel,
    Gespreksvraag,
    Herkomst,
    Moment,
    Signaal,
    Verbeterpunt,
)

VAN = Herkomst("zelfevaluatie", "Vier rectoren", date(2026, 9, 1))
VRAAG = Gespreksvraag("Waar zien wij dit in de les?", "check", "Zicht op kwaliteit", "Oneens.")
MOMENT = datetime(2026, 9, 1, 12, tzinfo=UTC)

regels = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=40)
vragen = st.builds(
    Gespreksvraag,
    regels.filter(str.strip),
    st.sampled_from(["", "plan", "borging"]),
    regels,
    regels,
)
ids = st.text("abc123-_", min_size=1, max_size=8)
dagen = st.dates()
stukken = st.one_of(
    vragen,
    st.builds(Signaal, ids, regels, regels, st.sampled_from(["", "een-blik"])),
    st.builds(Verbeterpunt, ids, regels, standaarden=st.just(("OP3", "SKA1"))),
    st.builds(Doel, ids, regels, regels, st.none() | dagen),
    st.builds(Actie, ids, regels, regels, st.none() | dagen, st.none() | dagen, ids),
    st.builds(Moment, ids, regels, dagen, regels, st.sampled_from(["gesprek", "anders"])),
    st.builds(
        Bewijs, ids, regels, ids, st.none() | dagen, regels, st.sampled_from(["", "een-blik"])
    ),
)
pakketten = st.builds(
    Pakket,
    st.builds(
        Herkomst,
        st.sampled_from(["zelfevaluatie", "urgentiemeter"]),
        regels,
        st.none() | st.dates(),
    ),
    st.sampled_from(["w1", "w2", "w3"]),
    st.integers(0, 5).map(lambda uren: MOMENT + timedelta(hours=uren)),
    st.lists(stukken, max_size=3).map(tuple),
)
dossiers = st.lists(pakketten, max_size=6, unique_by=lambda p: p.plek).map(
    lambda lijst: Dossier(tuple(lijst))
)
