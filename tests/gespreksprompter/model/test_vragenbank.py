"""De vragenbank: compleet, dekkend, zonder dubbele vragen en trouw aan de bron."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from bronvragen import BRONVRAGEN

from lv_tools.basis.gegevens.datapakket import standaarden
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht
from lv_tools.gespreksprompter.model.kiezen import compose
from lv_tools.gespreksprompter.model.vragen import Vraag, read_questions
from lv_tools.gespreksprompter.teksten import Tafel, inhoud

BANK = inhoud()
VRAGEN = tuple(BANK.vragen.values())
ZES = tuple(BANK.tafels)[:6]
STOP = frozenset(
    (
        *("de", "het", "een", "en", "of", "in", "op", "van", "voor", "met", "aan", "is", "zijn"),
        *("wat", "welke", "welk", "wie", "waar", "hoe", "dat", "die", "dit", "we", "wij", "ons"),
        *("onze", "er", "nu", "te", "niet", "om", "bij", "als", "uit", "daar", "over", "zo"),
        *("nog", "al", "wordt", "worden", "maar", "ook", "kan"),
    )
)


def woorden(tekst: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[a-zé]+", tekst.lower()) if w not in STOP)


def gelijkenis(een: str, ander: str) -> float:
    """Deel van de woorden met betekenis dat twee vragen delen (Jaccard)."""
    a, b = woorden(een), woorden(ander)
    return len(a & b) / len(a | b) if a | b else 1.0


def test_genoeg_vragen() -> None:
    assert len(VRAGEN) >= 120
    assert len(BANK.openingen) >= 5
    assert len(BANK.sluitingen) >= 3


@pytest.mark.parametrize("vraag", BANK.alle.values(), ids=lambda v: v.id)
def test_elke_vraag_is_helemaal_ingedeeld(vraag: Vraag) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)?-\d+", vraag.id)
    assert vraag.tekst[0].isupper()
    assert vraag.tekst[-1] in "?."
    assert "?" in vraag.tekst or vraag.tekst.startswith(("Noem", "Stel"))
    assert 2 <= vraag.minuten <= 8
    assert vraag.bron
    assert vraag.kenmerk in BANK.kenmerken
    assert vraag.tafels
    assert set(vraag.tafels) <= set(BANK.tafels)
    if vraag.id in BANK.vragen:
        assert vraag.fase in BANK.fasen
        assert vraag.doel in BANK.doelen
        assert vraag.niveaus
        assert set(vraag.niveaus) <= set(BANK.niveaus)
        assert vraag.soort in ("opening", "verdieping")
        assert vraag.doorvragen.endswith(("?", "."))
        assert vraag.standaarden
        assert set(vraag.standaarden) <= {s.code for s in standaarden()}


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda v: v.id)
def test_tafels_en_niveaus_horen_bij_elkaar(vraag: Vraag) -> None:
    for tafel in vraag.tafels:
        assert set(BANK.tafels[tafel].niveaus) & set(vraag.niveaus), tafel


@pytest.mark.parametrize("vraag", BANK.alle.values(), ids=lambda v: v.id)
def test_een_vraag_is_in_een_adem_te_stellen(vraag: Vraag) -> None:
    assert len(vraag.tekst.split()) <= 24
    assert len(vraag.doorvragen.split()) <= 14


def test_geen_twee_vragen_lijken_sterk_op_elkaar() -> None:
    bijna = [
        (a.id, b.id, round(gelijkenis(a.tekst, b.tekst), 2))
        for a, b in itertools.combinations(BANK.alle.values(), 2)
        if gelijkenis(a.tekst, b.tekst) >= 0.5
    ]
    assert bijna == []


def test_de_toets_op_gelijkenis_ziet_een_bijna_dubbele_vraag() -> None:
    een = "Welke afspraak staat op papier maar niet in de praktijk?"
    assert gelijkenis(een, "Welke afspraken staan op papier, en niet in de praktijk?") < 1
    assert gelijkenis(een, "Welke afspraak staat er op papier en niet in onze praktijk?") >= 0.5
    assert gelijkenis(een, "Wat lukt er al, ook al is het klein?") < 0.5


@pytest.mark.parametrize("sleutel", BRONVRAGEN)
def test_elke_vraag_uit_de_bron_is_verwoord(sleutel: str) -> None:
    _trefwoord, onze = BRONVRAGEN[sleutel]
    assert onze
    for naam in onze:
        assert "presentatie" in BANK.alle[naam].bron, naam


def test_wat_naar_de_presentatie_verwijst_staat_in_de_tabel() -> None:
    gemapt = {naam for _trefwoord, onze in BRONVRAGEN.values() for naam in onze}
    assert {v.id for v in BANK.alle.values() if "presentatie" in v.bron} == gemapt


def test_doelen_staan_onder_de_fase_van_het_blad() -> None:
    assert [doel.fase for doel in BANK.doelen.values()] == list(BANK.fasen)
    kolommen = dict(zip("PDCAB", BANK.fasen, strict=True))
    for sleutel, (_trefwoord, onze) in BRONVRAGEN.items():
        if re.fullmatch(r"[PDCAB]\d", sleutel):
            assert any(BANK.alle[n].fase == kolommen[sleutel[0]] for n in onze), sleutel


@pytest.mark.parametrize("code", [s.code for s in standaarden()])
def test_elke_standaard_heeft_vragen(code: str) -> None:
    assert sum(code in vraag.standaarden for vraag in VRAGEN) >= 3


COMBINATIES = list(itertools.product(BANK.fasen, BANK.doelen))


@pytest.mark.parametrize("tafel", BANK.tafels)
def test_elke_tafel_fase_en_doel_geeft_een_gids(tafel: str) -> None:
    for fase, doel in COMBINATIES:
        passend = [v for v in VRAGEN if tafel in v.tafels and (v.fase, v.doel) == (fase, doel)]
        assert len(passend) >= 3, (fase, doel)
        for minuten in (30, 45, 60):
            gids = compose(Opdracht(BANK.tafels[tafel], (fase,), minuten, doel))
            assert isinstance(gids, Gids)
            assert [r.doel for r in gids.vragen].count(doel) >= 3, (fase, doel, minuten)


@pytest.mark.parametrize("niveau", BANK.niveaus)
def test_een_eigen_tafel_geeft_een_gids(niveau: str) -> None:
    eigen = Tafel("t1", "Eigen tafel", niveaus=(niveau,), eigen=True)
    for fase, doel in COMBINATIES:
        gids = compose(Opdracht(eigen, (fase,), 45, doel))
        assert isinstance(gids, Gids)
        assert [r.doel for r in gids.vragen].count(doel) >= 3, (fase, doel)


def test_zes_tafels_met_de_frequentie_van_de_presentatie() -> None:
    frequenties = [BANK.tafels[code].frequentie for code in ZES]
    assert frequenties == [
        "eens per 4 tot 6 weken",
        "twee keer per jaar",
        "twee keer per jaar",
        "eens per jaar, in juni of juli",
        "tweewekelijks",
        "eens per 4 tot 6 weken",
    ]
    assert all(BANK.tafels[code].bron.startswith("presentatie") for code in ZES)


def test_een_fout_in_het_bestand_noemt_de_vraag() -> None:
    goed = {"id": "a-1", "tekst": "X?", "tafels": [], "minuten": 3, "kenmerk": "c", "bron": "eigen"}
    with pytest.raises(ValueError, match=r"a-1.*twee keer"):
        read_questions({"vraag": [goed, goed]}, "vraag")
    with pytest.raises(ValueError, match=r"a-1.*bron"):
        read_questions({"vraag": [{k: v for k, v in goed.items() if k != "bron"}]}, "vraag")
    with pytest.raises(ValueError, match=r"a-1.*kleur"):
        read_questions({"vraag": [goed | {"kleur": "rood"}]}, "vraag")


def test_de_bestanden_staan_bij_de_andere_hulpmiddelen() -> None:
    map_ = Path(__file__).parents[3] / "data" / "instrumenten"
    assert (map_ / "gespreksprompter.toml").is_file()
    assert (map_ / "gespreksprompter-vragen.toml").is_file()
