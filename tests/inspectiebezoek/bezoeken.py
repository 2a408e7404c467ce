"""Bezoeken om mee te toetsen."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from lv_tools.inspectiebezoek.model.bezoek import Bezoek, Periode, Taak
from lv_tools.inspectiebezoek.model.uitkomst import fit
from lv_tools.inspectiebezoek.teksten import content

INHOUD = content()
DAG = timedelta(days=1)
#: Een donderdag zonder vrije dagen in de weken ervoor.
BEZOEKDAG = date(2026, 3, 19)

dagen = st.dates(date(2020, 1, 1), date(2035, 12, 31))
soorten = st.sampled_from(["vierjaarlijks", "herstel", "verificatie", "risico", "eigen"])
fasen = st.sampled_from(["voor", "tijdens", "na", "rapport", "door"])
perioden = st.lists(
    st.builds(
        lambda nr, van, lang: Periode(f"p{nr}", "", van, van + lang * DAG),
        st.integers(1, 9),
        dagen,
        st.integers(0, 60),
    ),
    max_size=3,
).map(tuple)
taken = st.lists(
    st.builds(
        lambda nr, fase, dag, afstand, klaar: Taak(
            f"eigen{nr}", f"Eigen taak {nr}", fase=fase, dag=dag, afstand=afstand, klaar=klaar
        ),
        st.integers(1, 60),
        fasen,
        st.none() | dagen,
        st.none() | st.integers(0, 365),
        st.booleans(),
    ),
    max_size=6,
    unique_by=lambda taak: taak.id,
).map(tuple)


@st.composite
def bezoeken(draw: st.DrawFn) -> Bezoek:
    """Een bezoek met een dag, een begin, vrije perioden en eigen taken."""
    dag = draw(dagen)
    begin = draw(st.none() | st.integers(-20, 120).map(lambda n: dag - n * DAG))
    tot = draw(st.none() | st.integers(-3, 5).map(lambda n: dag + n * DAG))
    bezoek = Bezoek(
        soort=draw(soorten),
        dag=dag,
        tot=tot,
        begin=begin,
        perioden=draw(perioden),
        taken=draw(taken),
    )
    return fit(bezoek, INHOUD)


def nieuw(**rest: object) -> Bezoek:
    """Een bezoek op een donderdag in maart, ruim van tevoren bekend."""
    vast = {"dag": BEZOEKDAG, "begin": date(2026, 1, 5)} | rest
    return fit(Bezoek(**vast), INHOUD)  # type: ignore[arg-type]
