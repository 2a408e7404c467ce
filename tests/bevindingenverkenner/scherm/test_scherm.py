"""Het scherm zonder browser: wat een lezer kiest, verandert wat er staat."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lv_tools.basis.beeld.weergave import Html
from lv_tools.bevindingenverkenner.scherm import open_scherm
from lv_tools.bevindingenverkenner.scherm.afdeling import PaneelAfdeling
from lv_tools.bevindingenverkenner.scherm.paneel import Paneel
from lv_tools.bevindingenverkenner.teksten import teksten, weergave
from lv_tools.schermdelen import Bewaren, Deel, Download, Figuur, Keuzelijst, Scherm, Tabel

WEERGAVEN = list(teksten().weergaven)


def choose(deel: Any, waarde: Any) -> None:
    """Doe alsof de lezer in de pagina kiest."""
    deel.receive("wijziging", {"waarde": waarde}, "toets")


def visible(deel: Deel, soort: type) -> list[Any]:
    """Alle delen van een soort die in beeld zijn."""
    if deel.verborgen:
        return []
    eigen = [deel] if isinstance(deel, soort) else []
    return eigen + [kind for onder in deel.inhoud for kind in visible(onder, soort)]


@pytest.fixture
def scherm() -> Scherm:
    uit = open_scherm()
    assert isinstance(uit, Scherm)
    return uit


@pytest.mark.parametrize("naam", WEERGAVEN)
def test_every_view_opens_with_figure_or_table_and_downloads(scherm: Scherm, naam: str) -> None:
    vraag = next(d for d in scherm.walk() if isinstance(d, Keuzelijst))
    choose(vraag, naam)
    delen = [d for wortel in scherm.inhoud for d in visible(wortel, Deel)]
    assert any(isinstance(d, Figuur | Tabel) for d in delen)
    knoppen = [d for d in delen if isinstance(d, Download)]
    assert len(knoppen) == 2
    for knop in knoppen:
        bestand = knop.maak()
        assert bestand.naam.endswith((".csv", ".xlsx"))
        assert len(bestand.inhoud) > 500


def test_named_parts_are_unique(scherm: Scherm) -> None:
    namen = [d.naam for d in scherm.walk() if getattr(d, "naam", "")]
    assert len(namen) == len(set(namen))


def test_filter_changes_figure_and_file() -> None:
    paneel = Paneel(weergave("uitdagingen"))
    paneel.open()
    assert len(visible(paneel.deel, Figuur)[0].blad.rijen) == 6
    lijst = next(d for d in paneel.deel.walk() if isinstance(d, Keuzelijst))
    choose(lijst, "OP6")
    assert len(visible(paneel.deel, Figuur)[0].blad.rijen) == 4
    assert len(paneel.tabel.rijen) == 4


def test_reset_shows_everything() -> None:
    paneel = Paneel(weergave("uitdagingen"))
    paneel.open()
    paneel.reset()
    assert len(paneel.tabel.rijen) == 67


def test_two_standards_side_by_side() -> None:
    paneel = Paneel(weergave("uitdagingen"))
    paneel.open()
    lijsten = [d for d in paneel.deel.walk() if isinstance(d, Keuzelijst)]
    assert not lijsten[1].verborgen
    choose(lijsten[1], "SKA1")
    assert paneel.keuze.filters["standaard"] == ("SKA2", "SKA1")
    choose(lijsten[0], None)
    assert lijsten[1].verborgen
    assert paneel.keuze.filters["standaard"] == ()


def test_search_without_result_says_so() -> None:
    paneel = Paneel(weergave("kerncijfers"))
    paneel.open()
    veld = next(d for d in paneel.deel.walk() if d.soort == "invoerveld")
    choose(veld, "<b>zzz</b>")
    assert visible(paneel.deel, Tabel)[0].rijen == ()
    assert "0 van" in paneel.stand.tekst


def test_comparison_and_its_mistake() -> None:
    paneel = Paneel(weergave("risico_per_afdeling"))
    paneel.open()
    choose(paneel.vorm, "vergelijking")
    assert len(visible(paneel.deel, Figuur)[0].blad.rijen) == 11
    assert paneel.tabel.kolommen[1] == "Vwo (%)"
    choose(paneel.paar[1], "Vwo")
    assert "twee keer Vwo" in paneel.stand.tekst
    assert not visible(paneel.deel, Figuur)


def test_my_department_follows_the_choice() -> None:
    paneel = PaneelAfdeling(weergave("mijn_afdeling"))
    paneel.open()
    assert len(visible(paneel.deel, Figuur)) == 3
    choose(paneel.standaarden, ())
    assert not visible(paneel.deel, Figuur)
    choose(paneel.standaarden, ("OP3", "SKA1"))
    choose(paneel.obstakels, ("Verwaarlozing",))
    titels = [figuur.blad.titel for figuur in visible(paneel.deel, Figuur)]
    assert titels[2] == "Interventies bij verwaarlozing"


def test_still_in_the_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LV_TOOLS_STIL", "1")
    assert isinstance(open_scherm(), Html)


def test_choice_made_before_the_saved_file_is_opened_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    scherm = open_scherm()
    assert isinstance(scherm, Scherm)
    vraag = next(d for d in scherm.walk() if isinstance(d, Keuzelijst))
    bewaren = next(d for d in scherm.walk() if isinstance(d, Bewaren))
    scherm._on_message(scherm, {"soort": "hallo"}, [])
    choose(vraag, "plaatsen")
    bewaren.receive("open", {"bestand": "proef"}, "toets")
    assert vraag.waarde == "plaatsen"
    titels = [f.blad.titel for w in scherm.inhoud for f in visible(w, Figuur)]
    assert titels == ["Begeleide afdelingen per plaats"]


def test_saved_choices_come_back_in_every_view(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))

    def begin() -> tuple[Scherm, Any, Any]:
        scherm = open_scherm()
        assert isinstance(scherm, Scherm)
        scherm._on_message(scherm, {"soort": "hallo"}, [])
        bewaren = next(d for d in scherm.walk() if isinstance(d, Bewaren))
        bewaren.receive("open", {"bestand": "proef"}, "toets")
        return scherm, bewaren, next(d for d in scherm.walk() if isinstance(d, Keuzelijst))

    scherm, bewaren, vraag = begin()
    choose(vraag, "uitdagingen")
    lijst = next(d for d in scherm.walk() if getattr(d, "naam", "") == "uitdagingen-standaard")
    choose(lijst, "OP6")
    bewaren.save()

    scherm, _, vraag = begin()
    assert vraag.waarde == "uitdagingen"
    (figuur,) = [f for w in scherm.inhoud for f in visible(w, Figuur)]
    assert len(figuur.blad.rijen) == 4
