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
