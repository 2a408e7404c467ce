"""Meer bewijs maakt een beeld nooit minder zeker."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lv_tools.risicoscan.model.regels import ZEKERHEDEN, how_sure
from lv_tools.risicoscan.model.scan import empty
from lv_tools.risicoscan.teksten import instrument

REGELS = empty(instrument()).regels


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_een_bron_of_een_mens_erbij_maakt_nooit_minder_zeker(eens, anders, bronnen) -> None:
    nu = ZEKERHEDEN.index(how_sure(eens, eens + anders, bronnen, REGELS))
    met_bron = how_sure(eens, eens + anders, bronnen + 1, REGELS)
    met_mens = how_sure(eens + 1, eens + 1 + anders, bronnen, REGELS)
    assert ZEKERHEDEN.index(met_bron) >= nu
    assert ZEKERHEDEN.index(met_mens) >= nu
