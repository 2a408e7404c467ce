"""Het scherm zonder browser, door de deur van de pagina: een keuze verandert het beeld."""

from __future__ import annotations

from typing import Any

import pytest
from hulpproef import Proef

from lv_tools.basis.beeld.weergave import Html
from lv_tools.bevindingenverkenner.hulpmiddel import VERKENNER, open_scherm
from lv_tools.bevindingenverkenner.model.keuze import Keuze
from lv_tools.bevindingenverkenner.teksten import teksten
from lv_tools.schermdelen import Afdruk, Deel, Download, Figuur, Keuzelijst, Knop, Mededeling, Tabel

WEERGAVEN = list(teksten().weergaven)


def visible(deel: Deel, soort: type) -> list[Any]:
    """Alle delen van een soort die in beeld zijn."""
    if deel.verborgen:
        return []
    eigen = [deel] if isinstance(deel, soort) else []
    return eigen + [kind for onder in deel.inhoud for kind in visible(onder, soort)]


class Verkenning(Proef):
    """De verkenner met een weergave open."""

    def __init__(self, weergave: str = "", **rest: Any) -> None:
        super().__init__(VERKENNER, **rest)
        if weergave:
            self.vul("weergave", weergave)

    def beeld(self, soort: type) -> list[Any]:
        return [d for wortel in self.scherm.inhoud for d in visible(wortel, soort)]

    @property
    def stand(self) -> str:
        return " ".join(deel.tekst for deel in self.beeld(Mededeling))

    @property
    def keuze(self) -> Keuze:
        return self.werk.staat.in_view(self.werk.staat.weergave)

    def tabel(self) -> Any:
        (tabel,) = VERKENNER.tabellen(self.werk.uitslag, self.opstelling.inhoud)
        return tabel

    def wis_filters(self) -> None:
        (knop,) = [d for d in self.beeld(Deel) if d.eigenschappen.get("tekst") == "Filters wissen"]
        self.gebeur(knop, "klik")


@pytest.mark.parametrize("naam", WEERGAVEN)
def test_every_view_opens_with_figure_or_table_and_downloads(naam: str) -> None:
    proef = Verkenning(naam)
    assert proef.beeld(Figuur) or proef.beeld(Tabel)
    knoppen = proef.beeld(Download)
    assert [k.tekst for k in knoppen[:2]] == [
        "Deze tabel opslaan als CSV",
        "Deze tabel opslaan voor Excel",
    ]
    assert [k.maak().naam.rpartition(".")[2] for k in knoppen] == ["zip", "xlsx", "docx", "md"]
    for knop in knoppen:
        assert len(knop.maak().inhoud) > 500
    (afdruk,) = proef.beeld(Afdruk)
    proef.gebeur(afdruk, "klik")
    assert any(b.get("naam") == "druk-af" for b, _ in proef.gestuurd)


def test_named_parts_are_unique() -> None:
    proef = Verkenning()
    for naam in WEERGAVEN:
        proef.vul("weergave", naam)
    namen = [d.naam for d in proef.scherm.walk() if d.naam]
    assert len(namen) == len(set(namen)) > 30


def test_a_view_exists_only_after_it_was_seen() -> None:
    proef = Verkenning()
    assert len(proef.beeld(Figuur)) == 3
    assert not [d for d in proef.scherm.walk() if d.naam.startswith("keuzes/")]
    proef.vul("weergave", "plaatsen")
    namen = [d.naam for d in proef.scherm.walk() if d.naam.startswith("keuzes/")]
    assert namen == ["keuzes/plaatsen/sorteer"]


def test_a_hidden_view_is_not_shown_again_for_what_changes_elsewhere() -> None:
    proef = Verkenning()
    eerst = [d for d in proef.scherm.walk() if isinstance(d, Figuur)]
    proef.vul("weergave", "plaatsen")
    proef.vul("keuzes/plaatsen/sorteer", "alfabet")
    assert [d for d in proef.scherm.walk() if isinstance(d, Figuur)][:3] == eerst


def test_filter_changes_figure_and_file() -> None:
    proef = Verkenning("uitdagingen")
    assert len(proef.beeld(Figuur)[0].blad.rijen) == 6
    proef.vul("keuzes/uitdagingen/filters/standaard/0", "OP6")
    assert len(proef.beeld(Figuur)[0].blad.rijen) == 4
    assert len(proef.tabel().rijen) == 4


def test_reset_shows_everything() -> None:
    proef = Verkenning("uitdagingen")
    proef.vul("keuzes/uitdagingen/zoek", "x" * 10_001)
    proef.wis_filters()
    assert len(proef.tabel().rijen) == 67
    assert proef.deel("keuzes/uitdagingen/filters/standaard/0").waarde is None
    veld = proef.deel("keuzes/uitdagingen/zoek")
    assert (veld.waarde, veld.fout) == ("", "")


def test_two_standards_side_by_side() -> None:
    proef = Verkenning("uitdagingen")
    een, twee = (proef.deel(f"keuzes/uitdagingen/filters/standaard/{nr}") for nr in (0, 1))
    assert not twee.verborgen
    proef.vul(twee.naam, "SKA1")
    assert proef.keuze.allowed("standaard") == ("SKA2", "SKA1")
    proef.vul(een.naam, None)
    assert twee.verborgen
    assert proef.keuze.allowed("standaard") == ()
    assert len(proef.tabel().rijen) == 67


def test_search_without_result_says_so() -> None:
    proef = Verkenning("kerncijfers")
    proef.vul("keuzes/kerncijfers/zoek", "<b>zzz</b>")
    assert proef.beeld(Tabel)[0].rijen == ()
    assert "0 van" in proef.stand


def test_comparison_and_its_mistake() -> None:
    proef = Verkenning("risico_per_afdeling")
    proef.vul("keuzes/risico_per_afdeling/vorm", "vergelijking")
    assert len(proef.beeld(Figuur)[0].blad.rijen) == 11
    assert proef.tabel().kolommen[1] == "Vwo (%)"
    proef.vul("keuzes/risico_per_afdeling/paar/1", "Vwo")
    assert "twee keer Vwo" in proef.stand
    assert not proef.beeld(Figuur)
    assert not proef.beeld(Download)


def test_my_department_follows_the_choice() -> None:
    proef = Verkenning()
    assert len(proef.beeld(Figuur)) == 3
    proef.vul("afdeling/standaarden", [])
    assert not proef.beeld(Figuur)
    assert not proef.beeld(Download)
    proef.vul("afdeling/standaarden", ["OP3", "SKA1"])
    proef.vul("afdeling/obstakels", ["Verwaarlozing"])
    titels = [figuur.blad.titel for figuur in proef.beeld(Figuur)]
    assert titels[2] == "Interventies bij verwaarlozing"


def test_word_and_markdown_tell_what_the_screen_tells() -> None:
    proef = Verkenning("interventies_bij_obstakels")
    proef.vul("keuzes/interventies_bij_obstakels/filters/obstakel/0", "Verwaarlozing")
    tekst = next(k for k in proef.beeld(Download) if k.tekst.endswith("Markdown")).maak()
    inhoud = " ".join(tekst.inhoud.decode().replace("\\", "").split())
    blad = proef.beeld(Figuur)[0].blad
    assert blad.samenvatting in inhoud
    assert "kan niet (noot 1)" in inhoud
    for zin in (blad.zegt_niet, "ten minste 10", "Hoe zeker zijn deze cijfers?", "geen oordeel"):
        assert zin in inhoud


def test_still_in_the_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LV_TOOLS_STIL", "1")
    assert isinstance(open_scherm(), Html)


def test_choice_made_before_the_saved_file_is_opened_stays() -> None:
    bewaard = Verkenning("uitdagingen").bewaard()
    assert bewaard
    proef = Verkenning(open=False)
    proef.vul("weergave", "plaatsen")
    proef.open(bewaard)
    assert proef.deel("weergave").waarde == "plaatsen"
    assert [f.blad.titel for f in proef.beeld(Figuur)] == ["Begeleide afdelingen per plaats"]


def test_saved_choices_come_back_in_every_view() -> None:
    proef = Verkenning("uitdagingen")
    proef.vul("keuzes/uitdagingen/filters/standaard/0", "OP6")
    weer = Verkenning(bewaard=proef.bewaard())
    assert weer.deel("weergave").waarde == "uitdagingen"
    (figuur,) = weer.beeld(Figuur)
    assert len(figuur.blad.rijen) == 4


def test_from_the_answer_to_what_helped_with_the_focus_on_the_question() -> None:
    proef = Verkenning("mijn_afdeling")
    (knop,) = [k for k in proef.beeld(Knop) if k.tekst == "Bekijk wat helpt en wat hindert"]
    proef.gestuurd.clear()
    proef.gebeur(knop, "klik")
    assert proef.werk.staat.weergave == "elementen"
    vraag = next(d for d in proef.beeld(Keuzelijst) if d.naam == "weergave")
    assert any(b.get("naam") == "focus" and b.get("deel") == vraag.id for b, _ in proef.gestuurd), (
        proef.gestuurd
    )


def test_without_a_choice_there_is_nothing_to_go_on_with() -> None:
    proef = Verkenning("mijn_afdeling")
    proef.vul("afdeling/standaarden", [])
    assert not [k for k in proef.beeld(Knop) if k.tekst == "Bekijk wat helpt en wat hindert"]
