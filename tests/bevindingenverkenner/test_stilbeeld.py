"""Het stilstaande beeld: alles staat erin, ook zonder JavaScript, en niets is opmaak geworden."""

from __future__ import annotations

import gzip
import re

from lv_tools.basis.beeld.weergave import ontsnap
from lv_tools.bevindingenverkenner.hulpmiddel import VERKENNER
from lv_tools.bevindingenverkenner.model.regels import regels_van
from lv_tools.bevindingenverkenner.teksten import teksten

BEELD = VERKENNER.still()


def test_every_table_is_there_in_full() -> None:
    for naam, blik in teksten().weergaven.items():
        if naam == "mijn_afdeling":
            continue
        tabel = BEELD.split(f"<caption>{ontsnap(blik.titel)}</caption>")[-1].split("</table>")[0]
        assert tabel.count("<tr>") == len(regels_van(naam)) + 1, naam


def test_answer_about_ska2_is_readable_without_a_click() -> None:
    voor_de_tabellen = BEELD.split("<details")[0]
    assert "39 afdelingen met een risico op SKA2" in voor_de_tabellen
    assert "73% tot 94%" in voor_de_tabellen


def test_figures_tables_sources_and_limits() -> None:
    assert BEELD.count("data-lvs-figuur") == 2
    assert BEELD.count("Wat dit niet zegt") >= 11
    assert BEELD.count("<strong>Bron:</strong>") >= 11


def test_marks_carry_their_reason() -> None:
    assert "kan niet (noot" in BEELD
    assert re.search(r"61% kan niet bestaan bij n = 21", BEELD)


def test_only_data_scripts_and_no_handlers() -> None:
    assert set(re.findall(r"<script([^>]*)>", BEELD)) == {
        ' type="application/json" class="lvs-figuur-gegevens"'
    }
    assert not re.search(r"<[^>]+\son\w+=", BEELD)


def test_it_stays_light() -> None:
    assert len(gzip.compress(BEELD.encode())) < 30_000
