"""Wat een lezer niet kan, kan een toets ook niet: daarover struikelt de proef."""

from __future__ import annotations

from dataclasses import replace

import afsprakenlijst as LIJST  # noqa: N812 - het hulpmiddel onder toets
import pytest
from hulpproef import Proef

from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.schermdelen import Knop, Uitklap


class Knoppen(Paneel):
    """Een knop die verborgen is, een die uitstaat, en een achter een knop die openklapt."""

    def build(self):
        self.geklikt = []
        knoppen = [Knop(tekst, lambda t=tekst: self.geklikt.append(t)) for tekst in "abc"]
        knoppen[0].verborgen, knoppen[1].uit = True, True
        return (*knoppen[:2], Uitklap("Meer", knoppen[2]), Knop("a", lambda: None, verborgen=True))


def test_verborgen_uit_en_een_andere_stap_worden_geweigerd() -> None:
    panelen = {**LIJST.AFSPRAKENLIJST.panelen, "afspraken": Knoppen}
    proef = Proef(replace(LIJST.AFSPRAKENLIJST, panelen=panelen))
    paneel = proef.opstelling.panelen[0]
    with pytest.raises(AssertionError, match="‘a’: ‘a’ is verborgen"):
        proef.klik("a")
    with pytest.raises(AssertionError, match="‘b’: ‘b’ staat uit"):
        proef.klik("b")
    assert paneel.geklikt == []
    proef.klik("c")
    assert paneel.geklikt == ["c"]
    assert next(d for d in proef.scherm.walk() if isinstance(d, Uitklap)).open
    proef.stap(1)
    with pytest.raises(AssertionError, match="andere stap"):
        proef.klik("c")
    # Een klik die al onderweg was, komt aan zoals in de pagina.
    proef.klik("c", laat=True)
    assert paneel.geklikt == ["c", "c"]
