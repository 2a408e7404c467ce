"""Het stilstaande beeld en de papieren versie: alles staat erin, en niets is opmaak geworden."""

from __future__ import annotations

import gzip
import re

from lv_tools.basis.beeld.weergave import ontsnap
from lv_tools.bevindingenverkenner.hulpmiddel import VERKENNER
from lv_tools.bevindingenverkenner.model.regels import regels_van
from lv_tools.bevindingenverkenner.papier import toon_tabellen
from lv_tools.bevindingenverkenner.teksten import teksten

BEELD = VERKENNER.still()
PAPIER = toon_tabellen().inhoud


def test_every_table_is_there_in_full() -> None:
    for naam, blik in teksten().weergaven.items():
        if naam == "mijn_afdeling":
            continue
        tabel = PAPIER.split(f"<caption>{ontsnap(blik.titel)}</caption>")[-1].split("</table>")[0]
        assert tabel.count("<tr>") == len(regels_van(naam)) + 1, naam


def test_answer_about_ska2_is_readable_without_a_click() -> None:
    assert "39 afdelingen met een risico op SKA2" in BEELD
    assert "73% tot 94%" in BEELD
    assert "papieren versie" in BEELD


def test_figures_tables_sources_and_limits() -> None:
    assert BEELD.count("data-lvs-figuur") == 2
    assert PAPIER.count("Wat dit niet zegt") == len(teksten().weergaven) - 1
    assert PAPIER.count("<strong>Bron:</strong>") == len(teksten().weergaven) - 1


def test_marks_carry_their_reason() -> None:
    assert "kan niet (noot" in PAPIER
    assert re.search(r"61% kan niet bestaan bij n = 21", PAPIER)


def test_only_data_scripts_and_no_handlers() -> None:
    assert set(re.findall(r"<script([^>]*)>", BEELD)) == {
        ' type="application/json" class="lvs-figuur-gegevens"'
    }
    assert not re.search(r"<[^>]+\son\w+=", BEELD + PAPIER)
    assert "<script" not in PAPIER


def test_it_stays_light() -> None:
    assert len(gzip.compress(BEELD.encode())) < 12_000
