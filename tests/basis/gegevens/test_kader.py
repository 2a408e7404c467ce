"""De kaders als gegevens: wat wanneer gold, en wat van het ene kader in het andere werd."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kadervoorbeeld import GEWIJZIGD, bestand, bijstelling, kader

from lv_tools.basis.gegevens import datapakket as gegevens
from lv_tools.basis.gegevens.kader import Kaders
from lv_tools.basis.gegevens.kaderbestand import kaders, read_frames

EERSTE_DAG = date(2021, 8, 1)
dagen = st.dates(EERSTE_DAG, date(2040, 1, 1))


# ------------------------------------------------------------------------- de echte kaders


def codes_op(dag: date) -> set[str]:
    return {standaard.code for standaard in kaders().on(dag).standards_on(dag)}


def test_op0_staat_er_sinds_1_augustus_2023() -> None:
    assert codes_op(date(2023, 8, 1)) - codes_op(date(2023, 7, 31)) == {"OP0"}
    assert codes_op(date(2021, 8, 1)) == codes_op(date(2023, 7, 31))


def test_elk_jaar_van_2022_tot_en_met_2026_heeft_zijn_bijstelling() -> None:
    bijstellingen = kaders().get("2021").bijstellingen
    assert [b.vanaf for b in bijstellingen] == [date(jaar, 8, 1) for jaar in range(2022, 2027)]
    van_2023 = bijstellingen[1]
    assert (van_2023.nieuw, van_2023.verduidelijkt) == (("OP0",), ("OP2", "OP3"))


def test_het_kader_van_2027_is_alleen_aangekondigd() -> None:
    (aangekondigd,) = kaders().announced
    assert (aangekondigd.code, aangekondigd.vanaf) == ("2027", date(2027, 8, 1))
    # Zolang zijn standaarden niet bekend zijn, blijft het oude kader staan.
    assert kaders().on(date(2027, 9, 1)).code == "2021"
    with pytest.raises(LookupError, match="kader '2027' zijn de standaarden nog niet bekend"):
        kaders().translate("OP3", "2021", "2027")


def test_de_hulpmiddelen_werken_met_het_kader_dat_in_gebruik_is() -> None:
    assert gegevens.standaarden() == kaders().current.standaarden


def test_voor_het_eerste_kader_zegt_de_melding_wat_het_oudste_is() -> None:
    with pytest.raises(LookupError, match=r"31 juli 2021 .* het oudste gaat in op 1 augustus 2021"):
        kaders().on(date(2021, 7, 31))


def test_een_onbekend_kader_noemt_de_bekende() -> None:
    with pytest.raises(
        LookupError, match="kader '2017' is hier niet bekend: kies uit 2021 en 2027"
    ):
        kaders().get("2017")


def test_een_onbekende_code_is_geen_lege_vertaling() -> None:
    with pytest.raises(LookupError, match="standaard 'OP5' staat niet in kader '2021'"):
        kaders().translate("OP5", "2021", "2021")


@given(dagen, dagen)
def test_een_standaard_verdwijnt_en_verschijnt_alleen_op_een_bijstelling(
    eerst: date, later: date
) -> None:
    eerst, later = sorted((eerst, later))
    tussen = [
        b for k in kaders().alle for b in k.bijstellingen if eerst < b.vanaf <= later
    ]  # fmt: skip
    verwacht = (codes_op(eerst) | {c for b in tussen for c in b.nieuw}) - {
        c for b in tussen for c in b.vervallen
    }
    assert codes_op(later) == verwacht


@given(dagen)
def test_elke_dag_heeft_een_kader_dat_dan_al_gold(dag: date) -> None:
    geldig = kaders().on(dag)
    assert geldig.vanaf <= dag
    assert geldig.standaarden


# ---------------------------------------------------------------------- van kader naar kader


def test_splitsen_samengaan_vervallen_en_gelijk_blijven() -> None:
    twee = read_frames(GEWIJZIGD)
    naar = {code: twee.translate(code, "oud", "nieuw") for code in twee.get("oud").codes}
    assert naar == {
        "A1": ("A1", "B1"),
        "A2": ("B2",),
        "A3": ("B2",),
        "A4": (),
        "A5": (),
        "A6": ("A6",),
    }
    assert twee.translate("B2", "nieuw", "oud") == ("A2", "A3")
    assert twee.translate("B9", "nieuw", "oud") == ()


@st.composite
def reeksen(trek: st.DrawFn) -> Kaders:
    """Twee tot vier kaders met willekeurige standaarden en overgangen."""
    stapel: list[dict[str, Any]] = []
    for nummer in range(trek(st.integers(2, 4))):
        hier = trek(st.lists(st.sampled_from("ABCDEFG"), min_size=1, unique=True))
        meer: dict[str, Any] = {}
        if stapel:
            daar = [c for c, _ in stapel[-1]["gebied"][0]["standaarden"]]
            meer["overgang"] = trek(
                st.lists(
                    st.fixed_dictionaries(
                        {
                            "van": st.lists(st.sampled_from(daar), min_size=1, unique=True),
                            "naar": st.lists(st.sampled_from(hier), unique=True),
                        }
                    ),
                    max_size=3,
                )
            )
        dag = EERSTE_DAG + timedelta(days=400 * nummer)
        stapel.append(kader(f"k{nummer}", dag, " ".join(hier), **meer))
    return read_frames(bestand(*stapel))


@given(reeksen())
def test_vertalen_naar_zichzelf_verandert_niets(reeks: Kaders) -> None:
    for een in reeks.alle:
        assert all(reeks.translate(code, een.code, een.code) == (code,) for code in een.codes)


@given(reeksen())
def test_heen_en_terug_noemen_dezelfde_paren(reeks: Kaders) -> None:
    eerste, laatste = reeks.alle[0], reeks.alle[-1]
    heen = {(a, b) for a in eerste.codes for b in reeks.translate(a, eerste.code, laatste.code)}
    terug = {(a, b) for b in laatste.codes for a in reeks.translate(b, laatste.code, eerste.code)}
    assert heen == terug


@given(reeksen())
def test_een_vertaling_bestaat_in_het_kader_waar_zij_uitkomt(reeks: Kaders) -> None:
    for een in reeks.alle:
        for ander in reeks.alle:
            for code in een.codes:
                uit = reeks.translate(code, een.code, ander.code)
                assert list(uit) == [c for c in ander.codes if c in uit]


@given(reeksen())
def test_in_stappen_vertalen_geeft_hetzelfde_als_ineens(reeks: Kaders) -> None:
    eerste, laatste = reeks.alle[0].code, reeks.alle[-1].code
    for code in reeks.alle[0].codes:
        stand = {code}
        for vorige, volgende in zip(reeks.alle, reeks.alle[1:], strict=False):
            stand = {b for a in stand for b in reeks.translate(a, vorige.code, volgende.code)}
        assert set(reeks.translate(code, eerste, laatste)) == stand


# ------------------------------------------------------------------ een bestand dat niet klopt


def _goed() -> dict[str, Any]:
    return deepcopy(GEWIJZIGD)


def _later(b: dict[str, Any]) -> None:
    b["kader"][1]["vanaf"] = EERSTE_DAG


def _dagen(b: dict[str, Any]) -> None:
    b["kader"][0]["bijstelling"] = [
        bijstelling(date(2024, 8, 1)),
        bijstelling(date(2023, 8, 1)),
    ]


def _nieuw(b: dict[str, Any]) -> None:
    b["kader"][0]["bijstelling"] = [bijstelling(date(2024, 8, 1), nieuw=["A9"])]


def _van(b: dict[str, Any]) -> None:
    b["kader"][1]["overgang"].append({"van": ["B1"], "naar": ["B1"]})


def _naar(b: dict[str, Any]) -> None:
    b["kader"][1]["overgang"].append({"van": ["A5"], "naar": ["A5"]})


def _eerste(b: dict[str, Any]) -> None:
    b["kader"][0]["overgang"] = [{"van": ["A1"], "naar": ["A1"]}]


def _lees(b: dict[str, Any]) -> None:
    b["kader"][0]["lees"] = {"A7": "Lees verder."}


def _dubbel(b: dict[str, Any]) -> None:
    b["kader"][0]["gebied"][0]["standaarden"].append(["A1", "Nog eens"])


def _leeg(b: dict[str, Any]) -> None:
    b["kader"][1] = kader("nieuw", date(2027, 8, 1), "")
    b["in_gebruik"] = "nieuw"


@pytest.mark.parametrize(
    ("maak_fout", "melding"),
    [
        (_later, "kader 'nieuw' gaat niet later in dan 'oud': zet ze van oud naar nieuw"),
        (_dagen, "kader 'oud' staan niet op volgorde van de dag: zet de oudste eerst"),
        (_nieuw, "een bijstelling van kader 'oud' noemt 'A9', .* niet in kader 'oud'"),
        (_van, "een overgang van kader 'nieuw' noemt 'B1', .* niet in kader 'oud'"),
        (_naar, "een overgang van kader 'nieuw' noemt 'A5', .* niet in kader 'nieuw'"),
        (_eerste, "een overgang van kader 'oud' noemt 'A1', .* niet in een kader daarvoor"),
        (_lees, "`lees` van kader 'oud' noemt 'A7'"),
        (_dubbel, "kader 'oud' noemt een code twee keer: laat er een staan"),
        (_leeg, "`in_gebruik` wijst naar kader 'nieuw', en dat heeft nog geen standaarden"),
    ],
)
def test_een_fout_noemt_kader_waarde_en_wat_te_doen(maak_fout: Any, melding: str) -> None:
    assert read_frames(_goed()).get("nieuw")
    stuk = _goed()
    maak_fout(stuk)
    with pytest.raises(ValueError, match=melding):
        read_frames(stuk)


def test_een_vervallen_standaard_geldt_tot_de_dag_zelf() -> None:
    weg = date(2025, 8, 1)
    oud = kader("oud", EERSTE_DAG, "A1 A2", bijstelling=[bijstelling(weg, vervallen=["A2"])])
    een = read_frames(bestand(oud)).current
    assert een.until("A2") == weg
    assert [s.code for s in een.standards_on(weg - timedelta(days=1))] == ["A1", "A2"]
    assert [s.code for s in een.standards_on(weg)] == ["A1"]
