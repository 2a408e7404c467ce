"""Een deel heet overal hetzelfde: bij het bouwen van het boek, in de browser, en morgen weer."""

from __future__ import annotations

import importlib
from typing import Any

import comm
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pagina import Pagina

from lv_tools.basis.invoer.velden import Veld
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.bouwdoos.schemas import all_tools
from lv_tools.schermdelen import Deel, Invoerveld, Knop, Kolom, Scherm, Sectie, Tekst, Uitklap

HULPMIDDELEN = tuple(all_tools())

#: Een recept voor een deel: een soort, misschien een naam, en wat erin staat.
RECEPTEN = st.recursive(
    st.tuples(st.sampled_from(["tekst", "knop", "veld"]), st.sampled_from(["", "a", "b/c"])),
    lambda binnen: st.tuples(
        st.sampled_from(["kolom", "sectie", "uitklap"]), st.lists(binnen, max_size=4)
    ),
    max_leaves=12,
)


def make(recept: tuple[str, Any]) -> Deel:
    soort, wat = recept
    if soort == "veld":
        return Invoerveld(Veld(wat or "zonder", "Veld"))
    if soort in ("tekst", "knop"):
        return Tekst("tekst") if soort == "tekst" else Knop("Doe", lambda: None)
    binnen = [make(kind) for kind in wat]
    if soort == "kolom":
        return Kolom(*binnen)
    return Sectie("Kop", *binnen) if soort == "sectie" else Uitklap("Meer", *binnen)


def ids(scherm: Scherm) -> list[str]:
    return [deel.id for deel in scherm.walk()]


@given(st.lists(RECEPTEN, max_size=5), st.integers(0, 5))
def test_hetzelfde_scherm_heeft_dezelfde_kenmerken_wat_er_ook_eerder_gemaakt_is(
    recepten: list[Any], eerder: int
) -> None:
    een = Scherm(*map(make, recepten))
    for _ in range(eerder):
        Scherm(Tekst("iets anders"), Knop("Doe", lambda: None))
    ander = Scherm(*map(make, recepten))
    assert ids(een) == ids(ander)
    assert all(ids(een))
    assert len(set(ids(een))) == len(ids(een))


@given(st.lists(RECEPTEN, min_size=1, max_size=4), st.lists(RECEPTEN, max_size=4))
def test_een_verschil_op_een_plek_verandert_de_kenmerken_elders_niet(
    samen: list[Any], anders: list[Any]
) -> None:
    """De dag van vandaag of een scan in de link maakt een deel anders, niet alles daarna."""

    def screen(erbij: list[Any]) -> list[str]:
        elders = Sectie("Elders", *map(make, samen))
        Scherm(Kolom(*(make(r) for r in erbij if r[0] != "veld")), elders)
        return [deel.id for deel in elders.walk() if not deel.naam]

    assert screen([]) == screen(anders)


@given(st.lists(st.lists(RECEPTEN, max_size=3), max_size=5))
def test_een_kenmerk_komt_nooit_terug_voor_een_ander_deel(beurten: list[list[Any]]) -> None:
    bak = Kolom()
    scherm = Scherm(bak)
    van: dict[str, Deel] = {}
    for recepten in beurten:
        bak.inhoud = tuple(map(make, recepten))
        for deel in scherm.walk():
            assert van.setdefault(deel.id, deel) is deel
            assert scherm.find(deel.id) is deel


@given(st.permutations("abcd"), st.permutations("abcd"))
def test_een_rij_houdt_haar_kenmerken_in_elke_volgorde(een: list[str], twee: list[str]) -> None:
    def show(volgorde: list[str]) -> dict[str, str]:
        lijst = Lijst[str](lambda e: e, lambda e: Kolom(Tekst(e)))
        Scherm(lijst.deel)
        lijst.show(volgorde)
        return {naam: lijst[naam].id for naam in volgorde}

    assert show(een) == show(twee)


def test_tekst_uit_een_beeld_van_een_vorige_keer_komt_bij_het_veld_dat_nu_zo_heet() -> None:
    """In het laatste eigen scherm van de lezer kan een veld nog een volgnummer hebben."""
    veld = Invoerveld(Veld("punt/wat", "Wat"))
    pagina = Pagina(Scherm(Kolom(veld)))
    for kenmerk, tekst in (("punt/wat~3", "drie"), ("punt/wat", "een")):
        bericht = {"soort": "gebeurtenis", "deel": kenmerk, "naam": "wijziging"}
        pagina.stuur({**bericht, "gegevens": {"waarde": tekst}, "nummer": 1, "weergave": "w"})
        assert veld.waarde == tekst
        assert not pagina.berichten[-1][0].get("vervallen")
    bericht = {"soort": "gebeurtenis", "deel": "ander/veld", "naam": "wijziging"}
    pagina.stuur({**bericht, "gegevens": {"waarde": "x"}, "nummer": 2, "weergave": "w"})
    assert pagina.berichten[-1][0]["vervallen"]


def test_ook_de_boom_waarmee_het_widget_zich_meldt_heeft_kenmerken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In Voilà en JupyterLab, en na een nieuwe start, bouwt de pagina het scherm uit die boom."""
    gemeld: list[Any] = []
    echt = comm.create_comm

    def create(*wat: Any, **gegevens: Any) -> Any:
        gemeld.append(gegevens["data"]["state"].get("boom"))
        return echt(*wat, **gegevens)

    monkeypatch.setattr(comm, "create_comm", create)
    scherm = Scherm(Sectie("Kop", Kolom(Tekst("tekst"), Invoerveld(Veld("a", "A")))))
    assert [boom for boom in gemeld if boom] == [scherm.to_tree()]


@pytest.mark.parametrize("naam", HULPMIDDELEN)
def test_elk_hulpmiddel_opent_telkens_met_dezelfde_boom(
    naam: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LV_TOOLS_STIL", "0")
    deur = importlib.import_module(f"lv_tools.{naam}.hulpmiddel")
    een, twee = deur.open_scherm(), deur.open_scherm()
    assert een.to_tree() == twee.to_tree()
    assert not een._wachtend
