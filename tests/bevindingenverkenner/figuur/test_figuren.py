"""Elke figuur tekent precies wat zijn tabel zegt, en niets wat de tekenaar niet kan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tabel import Tabelcel
from lv_tools.basis.beeld.tekening import wrap
from lv_tools.bevindingenverkenner.figuur.figuren import figuur_van
from lv_tools.bevindingenverkenner.figuur.persoonlijk import figuren_profiel, figuur_verschil
from lv_tools.bevindingenverkenner.figuur.tekening import TEKENS_PER_REGEL
from lv_tools.bevindingenverkenner.model.filteren import apply
from lv_tools.bevindingenverkenner.model.keuze import Keuze, begin
from lv_tools.bevindingenverkenner.model.mijn_afdeling import profile
from lv_tools.bevindingenverkenner.model.vergelijking import compare
from lv_tools.bevindingenverkenner.teksten import teksten

MET_FIGUUR = [
    "risico_per_afdeling", "uitdagingen", "interventies_bij_obstakels", "intake_en_begeleiding",
    "plaatsen", "bestuursgrootte", "interventies",
]  # fmt: skip
VERWAARLOZING = {"obstakel": ("Verwaarlozing",)}


def figuren() -> Iterator[tuple[str, Figuurblad]]:
    for naam in MET_FIGUUR:
        for keuze in (begin(naam), Keuze(naam)):
            figuur = figuur_van(apply(keuze))
            assert figuur is not None
            yield f"{naam} {dict(keuze.filters)}", figuur
    risico = begin("risico_per_afdeling")
    for keuze in (
        replace(risico, vorm="zekerheid"),
        replace(risico, filters={"standaard": ("OP2",)}),
        replace(begin("interventies_bij_obstakels"), filters=VERWAARLOZING),
        replace(begin("interventies_bij_obstakels"), filters={"interventie": ("Review",)}),
    ):
        figuur = figuur_van(apply(keuze))
        assert figuur is not None
        yield str(keuze), figuur
    for naam, figuur in figuren_profiel(
        profile("Havo", ["SKA2", "OP3"], ["Verwaarlozing"])
    ).items():
        yield f"mijn {naam}", figuur
    yield "verschil", figuur_verschil(compare("Vwo", "vmbo-b"))


FIGUREN = dict(figuren())


def drawn(figuur: Figuurblad) -> list[float]:
    """Alle waarden die getekend zijn; bij een matrix staat de waarde in customdata."""
    waarden: list[float] = []
    for reeks in figuur.figuur["data"]:
        if reeks.get("mode") in {"lines", "text"}:
            continue
        waarden += [float(w) for w in reeks.get("customdata", reeks["x"])]
    return sorted(round(w, 6) for w in waarden)


def tabled(figuur: Figuurblad, kolommen: tuple[str, ...]) -> list[float]:
    """Alle getallen in deze kolommen van de tabel."""
    waarden: list[float] = []
    for rij in figuur.rijen:
        for kolom, cel in zip(figuur.kolommen, rij, strict=True):
            if kolom in kolommen and isinstance(cel, Tabelcel) and cel.sorteer is not None:
                waarden.append(round(float(cel.sorteer), 6))
    return sorted(waarden)


@pytest.mark.parametrize("naam", list(FIGUREN))
def test_figure_equals_its_table(naam: str) -> None:
    figuur = FIGUREN[naam]
    kolommen: dict[str, tuple[str, ...]] = {
        "intake": ("Bij de intake", "In de begeleiding"),
        "plaatsen": ("Aantal",),
        "mijn risico": ("Havo", "Andere soorten"),
        "verschil": ("Verschil in procentpunten",),
    }
    bij = next((k for begin_, k in kolommen.items() if naam.startswith(begin_)), ("Percentage",))
    assert drawn(figuur) == tabled(figuur, bij)
    assert drawn(figuur)


@pytest.mark.parametrize("naam", list(FIGUREN))
def test_intervals_drawn_are_the_intervals_in_the_table(naam: str) -> None:
    figuur = FIGUREN[naam]
    lijnen = [r for r in figuur.figuur["data"] if r.get("name") == "interval"]
    getekend = sum(x is None for lijn in lijnen for x in lijn["x"])
    plekken = [i for i, k in enumerate(figuur.kolommen) if k == teksten().kolommen["interval"]]
    in_tabel = sum(rij[i] is not None for rij in figuur.rijen for i in plekken)
    if naam == "mijn risico":  # de andere soorten hebben een eigen lijn, met hun aantal in de tabel
        in_tabel *= 2
    assert getekend in {in_tabel, 0}
    if lijnen:
        assert getekend == in_tabel


@pytest.mark.parametrize("naam", list(FIGUREN))
def test_only_what_the_small_bundle_can_draw(naam: str) -> None:
    for reeks in FIGUREN[naam].figuur["data"]:
        assert reeks["type"] in {"scatter", "bar"}


def colours(deel: Any) -> Iterator[str]:
    if isinstance(deel, dict):
        for sleutel, waarde in deel.items():
            if isinstance(waarde, str) and "color" in sleutel:
                yield waarde
            yield from colours(waarde)
    elif isinstance(deel, list):
        for onderdeel in deel:
            yield from colours(onderdeel)


@pytest.mark.parametrize("naam", list(FIGUREN))
def test_colours_come_from_the_house_style(naam: str) -> None:
    assert all(kleur.startswith("var(--lv-") for kleur in colours(FIGUREN[naam].figuur))


def test_mark_differs_in_shape_and_is_written_out() -> None:
    figuur = FIGUREN[f"{replace(begin('interventies_bij_obstakels'), filters=VERWAARLOZING)}"]
    vormen = {r["name"]: r["marker"]["symbol"] for r in figuur.figuur["data"] if "marker" in r}
    assert vormen["kan niet"] != vormen["gewoon"]
    assert any("(kan niet)" in a["text"] for a in figuur.figuur["layout"]["annotations"])


def test_labels_fit_on_a_phone() -> None:
    for figuur in FIGUREN.values():
        for bijschrift in figuur.figuur["layout"]["annotations"]:
            for regel in bijschrift["text"].replace("<b>", "").replace("</b>", "").split("<br>"):
                assert len(regel) <= TEKENS_PER_REGEL or " " not in regel, regel


def test_wrapping_loses_no_word() -> None:
    tekst = "Stelsel van kwaliteitszorg gericht op het realiseren, borgen en verbeteren"
    assert " ".join(wrap(tekst, TEKENS_PER_REGEL)) == tekst


@pytest.mark.parametrize("naam", ["elementen", "kerncijfers", "standaarden"])
def test_words_are_not_drawn(naam: str) -> None:
    assert figuur_van(apply(begin(naam))) is None


def test_empty_view_draws_nothing() -> None:
    assert figuur_van(apply(Keuze("plaatsen", {}, "zzz"))) is None
