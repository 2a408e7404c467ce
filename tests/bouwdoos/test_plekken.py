"""Waar een paneel de lezer brengt, en wat er om de stappen heen staat."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from afsprakenlijst import AFSPRAKENLIJST, Afspraak, Lijstje, content
from hulpproef import Proef

from lv_tools.basis.opslag.werkbestand import GROOTSTE
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.schermdelen import Keuzelijst, Vinkjes


class Vormen(Paneel):
    """Een formulier dat begint met wat er al is."""

    def build(self):
        paren = [("a", "A"), ("b", "B")]
        self.keuze = self.velden.hold(Keuzelijst("Keuze", (), naam="+vorm/keuze"))
        self.vinkjes = self.velden.hold(
            Vinkjes("Vinkjes", paren, waarde=["a"], naam="+vorm/vinkjes")
        )
        return (self.keuze, self.vinkjes)

    def show(self):
        self.keuze.opties = [("a", "A"), ("b", "B")]

    def arrive(self):
        self.werk.change(lambda lijst: replace(lijst, afspraken=(Afspraak("gezien", "x"),)))


@cache
def anders():
    inhoud = content()
    algemeen = replace(
        inhoud.algemeen,
        waarom="Omdat het helpt.",
        waarom_onder=True,
        aanspreken="De vragen zeggen ‘we’.",
        privacy="Alles blijft hier.",
        kop="Uw lijst",
        stappen="Onderdelen",
    )
    een, twee = inhoud.stap
    stappen = (replace(een, verder="geen"), replace(twee, nummer=False))
    return replace(inhoud, algemeen=algemeen, stap=stappen)


DEUR = replace(
    AFSPRAKENLIJST,
    inhoud=anders,
    panelen={"afspraken": AFSPRAKENLIJST.panelen["afspraken"], "overzicht": Vormen},
)


def test_wat_er_om_de_stappen_staat_komt_uit_de_inhoud() -> None:
    proef = Proef(DEUR)
    assert list(proef.opstelling.stappen.opschriften) == ["1. Afspraken", "Overzicht"]
    boom = str(proef.scherm.to_tree())
    assert boom.index("Onderdelen") < boom.index("Omdat het helpt.") < boom.index("zeggen ‘we’")
    assert boom.index("zeggen ‘we’") < boom.index("Alles blijft hier.")
    assert "Uw lijst" in boom
    assert "Verder naar" not in boom


def test_wie_naar_een_stap_gaat_komt_aan_en_wie_daar_opent_niet() -> None:
    proef = Proef(DEUR)
    proef.stap(1)
    assert [a.id for a in proef.werk.staat.afspraken] == ["gezien"]
    proef.werk.change(lambda lijst: replace(lijst, afspraken=()))
    proef.stap(0)
    proef.stap(1)
    proef.werk.change(lambda lijst: replace(lijst, afspraken=()))
    proef.opstelling.refresh()
    proef.gebeur(proef.opstelling.bewaren, "download")
    tekst = next(b[0] for i, b in reversed(proef.gestuurd) if i.get("naam") == "bied-aan")
    ander = Proef(DEUR, bewaard=tekst.decode())
    assert ander.opstelling.stappen.gekozen == 1
    assert ander.werk.staat == Lijstje()
    assert ander.bewaard() == ""


def test_een_formulier_dat_met_iets_begint_onthoudt_ook_dat_het_leeg_is() -> None:
    proef = Proef(DEUR)
    proef.stap(1)
    proef.vul("+vorm/vinkjes", [])
    proef.vul("+vorm/keuze", "b")
    assert proef.werk.to_data()["concept"] == {"+vorm/vinkjes": (), "+vorm/keuze": "b"}
    ander = Proef(DEUR, bewaard=proef.bewaard())
    assert ander.deel("+vorm/vinkjes").waarde == ()
    # De opties kwamen pas bij het tonen.
    assert ander.deel("+vorm/keuze").waarde == "b"
    ander.vul("+vorm/vinkjes", ["a"])
    assert ander.werk.drafted("+vorm/vinkjes", None) is None


def test_een_concept_dat_veel_te_lang_is_gaat_weer_open() -> None:
    proef = Proef(DEUR)
    proef.klik("Nog een afspraak")
    lang = "x" * 1_000_001
    assert len(lang) < GROOTSTE
    proef.vul("afspraken/*/wat", lang)
    ander = Proef(DEUR, bewaard=proef.bewaard())
    assert ander.deel("afspraken/*/wat").waarde == lang
