"""Een toets in de browser die pas de tweede keer lukt, wordt genoemd."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

EEN_FOUT = """
def test_goed(): pass
def test_fout(): assert False
"""


@pytest.fixture
def toets(taak, monkeypatch, capsys):
    """Draai de opdracht, met per stap in de browser of hij lukt."""

    def doe(*lukt: bool, gefaald: int = 1) -> tuple[int, str]:
        beurten = iter(lukt)

        def run(*delen: object, **_: object) -> int:
            browser = [deel for deel in map(str, delen) if deel.startswith("tests/browser")]
            taak.opdrachten.append(delen)
            return 0 if not browser or next(beurten) else 1

        monkeypatch.setattr(taak, "run", run)
        for naam in ("build_environment", "firefox", "chromium", "jupyter_environment"):
            monkeypatch.setattr(taak, f"ensure_{naam}", lambda: Path(sys.executable))
        namen = [f"tests/browser/test_x.py::test_{i}" for i in range(gefaald)]
        monkeypatch.setattr(taak, "failed_tests", lambda *_: namen)
        return taak.task_toets(argparse.Namespace(rest=[])), capsys.readouterr().out

    return doe


def test_wat_meteen_lukt_draait_een_keer(toets) -> None:
    code, uit = toets(True)
    assert code == 0
    assert "WANKEL" not in uit


def test_de_tweede_keer_telt_en_staat_erbij(toets) -> None:
    code, uit = toets(False, True)
    assert code == 0
    assert "WANKEL: lukte pas de tweede keer, zoek uit waarom: tests/browser/test_x.py" in uit


def test_twee_keer_mis_is_mis(toets) -> None:
    code, uit = toets(False, False)
    assert code == 1
    assert "FOUT" in uit
    assert "WANKEL" not in uit


@pytest.mark.parametrize("gefaald", [0, 5])
def test_iets_anders_of_te_veel_draait_niet_nog_eens(toets, gefaald) -> None:
    code, uit = toets(False, gefaald=gefaald)
    assert code == 1
    assert "nog eens" not in uit


def test_pytest_weet_wat_er_faalde(taak, tmp_path) -> None:
    (tmp_path / "test_een.py").write_text(EEN_FOUT)
    opdracht = [sys.executable, "-m", "pytest", "-q", "--rootdir", tmp_path, tmp_path]
    subprocess.run(opdracht, cwd=tmp_path, capture_output=True, check=False)
    cache = tmp_path / ".pytest_cache"
    assert taak.failed_tests(cache, "test_een") == ["test_een.py::test_fout"]
    assert taak.failed_tests(cache, "tests/browser/") == []
    assert taak.failed_tests(tmp_path / "nergens", "") == []


def test_een_toets_uit_een_groep_is_terug_te_vinden(taak, tmp_path) -> None:
    """xdist zet de groep achter de naam; zonder die naam vindt pytest hem weer."""
    (tmp_path / "test_een.py").write_text(
        "import pytest\n"
        "@pytest.mark.xdist_group('voila')\n"
        "@pytest.mark.parametrize('x', ['a@b'])\n"
        "def test_fout(x): assert False\n"
    )
    opdracht = [sys.executable, "-m", "pytest", "-q", "--rootdir", tmp_path]
    groep = ["-n", "1", "--dist", "loadgroup", tmp_path]
    subprocess.run([*opdracht, *groep], cwd=tmp_path, capture_output=True, check=False)
    (mis,) = taak.failed_tests(tmp_path / ".pytest_cache", "test_een")
    assert mis == "test_een.py::test_fout[a@b]"
    uit = subprocess.run(
        [*opdracht, mis], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "1 failed" in uit.stdout


def test_wat_ernaast_loopt_telt_mee_en_is_te_lezen(taak, monkeypatch, capsys) -> None:
    """Mislukt het boek, dan begint de browser niet, en staat erbij wat de bouw zei."""

    def run(*delen: object, uit: object = None, **_: object) -> int:
        if "druk" not in delen:
            return 0
        print("de bouw zegt waarom", file=uit)
        return 1

    monkeypatch.setattr(taak, "run", run)
    for naam in ("build_environment", "firefox", "chromium", "jupyter_environment"):
        monkeypatch.setattr(taak, f"ensure_{naam}", lambda: Path(sys.executable))
    assert taak.task_toets(argparse.Namespace(rest=[])) == 1
    uit = capsys.readouterr().out
    assert "de bouw zegt waarom" in uit
    assert "FOUT" in uit
    assert taak.IN_DE_BROWSER not in uit
