from __future__ import annotations

from pathlib import Path

import pytest
from levend.vendor import VendorError
from levend.verkleinen import HOOGSTENS, verklein, verklein_bestanden

LANG = """// toelichting
/* Van een ander: MIT. */
function tel_op(eerste_getal, tweede_getal) {
  return eerste_getal + tweede_getal;
}
"""


def test_een_gewoon_script_houdt_zijn_namen_en_van_wie_het_is() -> None:
    klein = verklein({"a.js": LANG})["a.js"]
    assert "function tel_op(" in klein
    assert "MIT" in klein
    assert "toelichting" not in klein
    assert "eerste_getal" not in klein


def test_een_module_houdt_alleen_wat_zij_uitgeeft() -> None:
    klein = verklein({"a.mjs": f"{LANG}const over = tel_op(1, 2);\nexport {{ over }};\n"})["a.mjs"]
    assert "tel_op" not in klein
    assert "as over" in klein or "over}" in klein


def test_een_script_dat_niet_te_lezen_is_wordt_genoemd() -> None:
    with pytest.raises(VendorError, match=r"stuk\.js, regel 2"):
        verklein({"stuk.js": "let goed = 1;\nlet fout = ;\n"})


def test_wat_vooral_gegevens_is_blijft_zoals_het_is(tmp_path: Path) -> None:
    groot, klein = tmp_path / "groot.js", tmp_path / "klein.js"
    groot.write_text(f"self.lijst = [{'1 , ' * HOOGSTENS}];", "utf-8")
    klein.write_text(LANG, "utf-8")
    voor = groot.read_text("utf-8")
    verklein_bestanden([groot, klein])
    assert groot.read_text("utf-8") == voor
    assert len(klein.read_text("utf-8")) < len(LANG)


def test_een_tweede_bouw_heeft_node_niet_nodig(monkeypatch: pytest.MonkeyPatch) -> None:
    eerst = verklein({"a.js": LANG})
    monkeypatch.setattr("levend.verkleinen._in_node", lambda _: pytest.fail("toch Node"))
    assert verklein({"a.js": LANG}) == eerst
