"""Een opdracht installeert niets op iemands computer zonder het te vragen."""

from __future__ import annotations

import io
import sys

import pytest


class Toetsenbord(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("antwoord", "mag"), [("j", True), ("ja", True), ("n", False), ("", False)]
)
def test_wie_erbij_zit_wordt_eerst_gevraagd(taak, monkeypatch, capsys, antwoord, mag) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(sys, "stdin", Toetsenbord(f"{antwoord}\n"))
    assert taak.install_debian("chromium") is mag
    assert bool(taak.opdrachten) is mag
    assert "chromium" in capsys.readouterr().out


@pytest.mark.parametrize("ci", [True, False])
def test_waar_niemand_meekijkt_wordt_niets_gevraagd(taak, monkeypatch, ci) -> None:
    monkeypatch.setattr(sys, "stdin", Toetsenbord("n\n") if ci else io.StringIO(""))
    if ci:
        monkeypatch.setenv("CI", "true")
    else:
        monkeypatch.delenv("CI", raising=False)
    assert taak.install_debian("chromium") is True
    assert [delen[:2] for delen in taak.opdrachten] == [
        ("apt-get", "update"),
        ("apt-get", "install"),
    ]


@pytest.mark.parametrize("eigen", ["", "/elders/chrome"])
@pytest.mark.parametrize("ci", [True, False])
def test_een_browser_die_er_al_is_blijft_voor_wie_erbij_zit(
    taak, monkeypatch, tmp_path, eigen, ci
) -> None:
    """Waar niemand meekijkt, komt de vluggere erbij; wie er zelf een aanwees, krijgt die."""
    schil = tmp_path / "schil"
    er = {"chromium": "/usr/bin/chromium", "/elders/chrome": "/elders/chrome"}
    monkeypatch.setattr(taak, "SCHIL", str(schil))
    monkeypatch.setattr(taak.shutil, "which", er.get)
    monkeypatch.setattr(sys, "stdin", Toetsenbord(""))
    monkeypatch.setenv("LV_CHROMIUM", eigen)
    gevraagd = []

    def installeer(*pakketten: str) -> bool:
        gevraagd.extend(pakketten)
        schil.touch()
        er[str(schil)] = str(schil)
        return True

    monkeypatch.setattr(taak, "install_debian", installeer)
    if ci:
        monkeypatch.setenv("CI", "true")
    else:
        monkeypatch.delenv("CI", raising=False)
    erbij = ci and not eigen
    assert taak.ensure_chromium() == (eigen or (str(schil) if erbij else "/usr/bin/chromium"))
    assert gevraagd == (["chromium", "chromium-headless-shell"] if erbij else [])
    assert taak.ensure_chromium() == (eigen or (str(schil) if erbij else "/usr/bin/chromium"))
    assert gevraagd == (["chromium", "chromium-headless-shell"] if erbij else [])
