"""De code met antwoorden: gelijk in Python en op de telefoon, en te lezen met een camera."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from codeproef import NU, WORTEL, node, photograph, verzin, vormen

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.verzamelen.antwoordcode import (
    as_data,
    grouped,
    number_of,
    read_code,
    write_code,
)

SCRIPT = WORTEL / "book" / "_ext" / "levend" / "deelnemer" / "code.mjs"
#: Zoveel verzonnen mensen per hulpmiddel; vier keer dit is duizend.
MENSEN = 250


def gegevens(wie: Respondent) -> dict[str, object]:
    return {
        "id": wie.id,
        "versie": wie.versie,
        "rol": wie.rol,
        "antwoorden": dict(wie.antwoorden),
        "keuzes": {code: None if k is None else list(k) for code, k in wie.keuzes.items()},
    }


@pytest.mark.parametrize("naam", list(vormen()))
def test_python_en_de_telefoon_schrijven_en_lezen_hetzelfde(naam: str) -> None:
    vorm, kans = vormen()[naam], random.Random(naam)
    mensen = [verzin(vorm, kans) for _ in range(MENSEN)]
    codes = [write_code(wie, vorm) for wie in mensen]
    with node("code_in_node.mjs", SCRIPT) as vraag:
        uit = vraag({"vorm": as_data(vorm), "mensen": [*map(gegevens, mensen)], "codes": codes})
    assert uit["geschreven"] == [grouped(code) for code in codes]
    assert uit["past"]
    assert all(uit["klopt"])
    for wie, code, daar in zip(mensen, codes, uit["gelezen"], strict=True):
        hier = read_code(grouped(code), vorm, NU)
        assert (hier.rol, dict(hier.antwoorden)) == (wie.rol, dict(wie.antwoorden))
        assert {c: k and set(k) for c, k in hier.keuzes.items()} == {
            c: k and set(k) for c, k in wie.keuzes.items()
        }
        assert hier.versie[:16] == wie.versie[:16]
        assert number_of(hier.id) == number_of(wie.id) == daar["nummer"]
        assert (daar["rol"], daar["antwoorden"]) == (hier.rol, dict(hier.antwoorden))
        assert daar["keuzes"] == {c: None if k is None else list(k) for c, k in hier.keuzes.items()}
        assert not hier.naam
        assert not hier.notities


def test_een_camera_leest_de_codes_ook_gedraaid_vaag_en_met_een_tiende_bedekt(
    tmp_path: Path,
) -> None:
    # Duizend codes duurt langer dan een toets mag: `python tests/levend/codeproef.py` doet ze alle.
    kans, alle = random.Random(7), list(vormen().values())
    codes = [write_code(verzin(alle[n % 4], kans), alle[n % 4]) for n in range(20)]
    for vuil, beelden in ((0.0, 3), (0.1, 12)):
        uit = photograph(codes, tmp_path, vuil=vuil, beelden=beelden)["uit"]
        assert [een["fout"] for een in uit] == [[]] * len(codes)
        assert all(een["goed"] for een in uit), [een["beelden"] for een in uit]
        assert max(een["versie"] for een in uit) <= 6
