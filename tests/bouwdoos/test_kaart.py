"""Een kaart en een paneel met kaarten: opschriften bij hun sleutel, en een keuze die meegroeit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

import pytest
from hulpproef import Proef
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.vorm.grenzen import KENMERK, Hoogstens, Tekst
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.bouwdoos.inhoud import Algemeen, Inhoud, Staptekst
from lv_tools.bouwdoos.kaart import Kaart, Kaartpaneel
from lv_tools.schermdelen import Deel, Knop

CODES = ("a", "b", "c", "weg")


@dataclass(frozen=True)
class Doel:
    id: Annotated[str, KENMERK]
    wat: Annotated[str, Tekst(40)] = ""
    thema: Annotated[str, Tekst(9)] = ""
    groepen: tuple[Annotated[str, Tekst(9)], ...] = ()


@dataclass(frozen=True)
class Staat:
    codes: tuple[Annotated[str, Tekst(9)], ...] = ()
    doelen: Annotated[tuple[Doel, ...], Hoogstens(3)] = ()


class Doelkaart(Kaart[Staat, None, Inhoud]):
    def build(self) -> Iterable[Deel]:
        self.thema = self.select("thema", "thema", leeg="geen")
        self.groepen = self.velden.checks(f"{self.pad}/groepen", "Groepen", ())
        return self.field("wat", "doel", "doel_hulp"), self.thema, self.groepen, self.weg

    def show(self) -> None:
        opties = [(code, f"Thema {code}") for code in self.staat.codes]
        self.velden.offer(self.thema, opties)
        self.velden.offer(self.groepen, opties)


class Doelpaneel(Kaartpaneel[Staat, None, Inhoud]):
    def build(self) -> Iterable[Deel]:
        doelen = self.add_series("doelen", Doel, Doelkaart, "Nog een doel", niveau=3)
        return doelen, Knop("Kijk", self.werk.touch)


TEKST = {
    "doel": "Wat wordt er anders?",
    "doel_hulp": "Eén ding.",
    "thema": "Bij welk thema?",
    "geen": "Geen thema",
    "weg": "Doel weg",
    "terug": "Doel terug: {wat}",
    "zonder": "doel zonder naam",
    "vol": "Drie doelen is genoeg.",
}


def deur(**tekst: str) -> Hulpmiddel[Staat, None, Inhoud]:
    inhoud = Inhoud(
        algemeen=Algemeen("Kaartproef", "", ""),
        stap=(Staptekst("doelen", "Doelen"),),
        tekst={**TEKST, **tekst},
    )
    return Hulpmiddel[Staat, None, Inhoud](
        naam="kaartproef",
        inhoud=lambda: inhoud,
        leeg=lambda _inhoud: Staat(),
        reken=lambda _staat, _inhoud: None,
        panelen={"doelen": Doelpaneel},
    )


DEUR = deur()


def proef(*doelen: Doel, codes: Iterable[str] = ()) -> Proef:
    nieuw = Proef(DEUR)
    nieuw.werk.change(lambda staat: replace(staat, doelen=doelen, codes=tuple(codes)))
    nieuw.klik("Kijk")
    return nieuw


def test_een_veld_heet_naar_zijn_plek_en_haalt_zijn_woorden_uit_de_tekst() -> None:
    p = proef(Doel("d1", "Iedereen leest mee"))
    wat, thema = p.deel("doelen/d1/wat"), p.deel("doelen/d1/thema")
    assert (wat.label, wat.hulp, wat.waarde) == (
        TEKST["doel"],
        TEKST["doel_hulp"],
        "Iedereen leest mee",
    )
    assert (thema.label, thema.hulp, thema.leeg) == (TEKST["thema"], "", TEKST["geen"])
    p.vul("doelen/d1/wat", "Iedereen rekent mee")
    assert p.werk.staat.doelen == (Doel("d1", "Iedereen rekent mee"),)


def test_de_knoppen_van_een_reeks_zeggen_wat_er_in_de_tekst_staat() -> None:
    p = proef(Doel("d1", "Lezen"), Doel("d2"))
    p.klik("Doel weg")
    p.klik("Doel weg")
    p.klik("Doel terug: doel zonder naam")
    p.klik("Doel terug: Lezen")
    assert [doel.id for doel in p.werk.staat.doelen] == ["d1", "d2"]
    p.klik("Nog een doel")
    p.klik("Nog een doel")
    assert len(p.werk.staat.doelen) == 3
    assert "Drie doelen is genoeg." in str(p.scherm.to_tree())


def test_een_tekst_die_er_niet_is_wordt_bij_haar_sleutel_genoemd() -> None:
    class Kale(Doelkaart):
        def build(self) -> Iterable[Deel]:
            return (self.field("wat", "onbekend"),)

    p = Proef(DEUR)
    paneel = Kale(p.werk, DEUR.inhoud(), "doelen/d1")
    with pytest.raises(LookupError, match=r"Kaartproef: de tekst ‘onbekend’ bestaat niet"):
        paneel.build()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(CODES), unique=True), min_size=1, max_size=4),
    st.sampled_from(("", *CODES)),
    st.lists(st.sampled_from(CODES), unique=True),
)
def test_wat_er_te_kiezen_is_verandert_wat_er_bewaard_is_nooit(
    beurten: list[list[str]], thema: str, groepen: list[str]
) -> None:
    doel = Doel("d1", "Lezen", thema, tuple(groepen))
    p = proef(doel)
    for codes in beurten:
        p.werk.change(lambda staat, codes=codes: replace(staat, codes=tuple(codes)))
        p.klik("Kijk")
        keuze, vinkjes = p.deel("doelen/d1/thema"), p.deel("doelen/d1/groepen")
        assert [code for code, _ in keuze.opties] == codes
        assert keuze.waarde == (thema if thema in codes else None)
        assert vinkjes.waarde == tuple(code for code in codes if code in groepen)
        assert p.werk.staat.doelen == (doel,)
