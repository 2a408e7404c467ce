"""De teksten: alles wordt gebruikt, alles heeft wat het nodig heeft, en niets is te lang."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from plannen import INHOUD

from lv_tools.bouwdoos.kaart import WOORDEN
from lv_tools.verbeterplan.model import plan as vorm
from lv_tools.verbeterplan.model.voortgang import KLEUREN

PAKKET = Path(vorm.__file__).parents[1]
CODE = "".join(pad.read_text("utf-8") for pad in PAKKET.rglob("*.py"))


def test_elke_tekst_staat_ergens_op_een_scherm_of_blad() -> None:
    def used(sleutel: str) -> bool:
        namen = (sleutel, sleutel.removeprefix("kolom_"))
        return any(f'"{naam}"' in CODE or f"'{naam}'" in CODE for naam in namen)

    los = [sleutel for sleutel in INHOUD.tekst if sleutel not in WOORDEN and not used(sleutel)]
    assert los == []


def test_elke_keuze_heeft_een_tekst() -> None:
    paren = {
        "aan": vorm.Aan,
        "aard": vorm.Aard,
        "eenheid": vorm.Eenheid,
        "richting": vorm.Richting,
        "stand": vorm.Stand,
        "zeker": vorm.Zeker,
        "zekerheid": vorm.Zekerheid,
        "besluit": vorm.Keuze,
    }
    for naam, soort in paren.items():
        assert set(getattr(INHOUD, naam)) == set(get_args(soort)) - {""}, naam
    assert set(INHOUD.kleur) == set(KLEUREN)


def test_een_advies_legt_uit_waarom_en_wat_u_kunt_doen() -> None:
    for advies in INHOUD.advies:
        assert advies.zin.endswith((".", "}"))
        assert advies.waarom
        assert advies.doen
        assert len(advies.titel) <= 40
    assert len({advies.code for advies in INHOUD.advies}) == len(INHOUD.advies)


def test_een_bron_is_de_waaier_of_de_webpagina() -> None:
    for tekst in (*INHOUD.advies, *INHOUD.woord, *INHOUD.bladvraag):
        assert tekst.bron == "" or tekst.bron.split()[0].strip(",") in ("waaier", "webpagina")


def test_een_vaag_woord_stelt_een_vraag() -> None:
    assert len(INHOUD.woord) >= 30
    for woord in INHOUD.woord:
        assert woord.vraag.endswith("?")
