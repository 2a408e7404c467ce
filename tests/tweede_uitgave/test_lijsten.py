"""Bewaak dat een code altijd hetzelfde betekent, zodat bewaarde antwoorden blijven kloppen."""

from __future__ import annotations

from typing import Any

import pytest
from lezen import EERSTE

from lv_tools.basis.taal.vergelijkbaar import plain
from lv_tools.basis.verzamelen.lijst import list_of
from lv_tools.basis.vorm import codec
from lv_tools.gespreksprompter.model.toen import words_now
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.urgentiemeter.bestand.vroeger import old_list
from lv_tools.urgentiemeter.teksten import instrument as urgentiemeter
from lv_tools.zelfevaluatie.model.lijst import list_now, write_list
from lv_tools.zelfevaluatie.teksten import instrument as zelfevaluatie

URGENTIE, ZELF = urgentiemeter(), zelfevaluatie()


def _indicators() -> list[list[Any]]:
    return [
        [i.code, i.titel, i.eenheid, i.laagste, i.hoogste, i.decimalen] for i in URGENTIE.indicator
    ]


TOEN = EERSTE["urgentiemeter"]
EERST: dict[str, Any] = EERSTE | {"urgentiemeter": (old_list(TOEN), TOEN["indicatoren"])}
NU: dict[str, tuple[int, Any]] = {
    "urgentiemeter": (URGENTIE.lijst, (list_of(URGENTIE.lijst, URGENTIE.vragen), _indicators())),
    "zelfevaluatie": (ZELF.lijst, write_list(list_now(ZELF))),
    "gespreksprompter": (inhoud().lijst, codec.write(words_now())),
}


@pytest.mark.parametrize("naam", NU)
def test_wie_de_lijst_wijzigt_verhoogt_haar_nummer(naam: str) -> None:
    nummer, lijst = NU[naam]
    assert nummer > 1 or lijst == EERST[naam], (
        f"de lijst van {naam}.toml is anders dan die van 0.1.0: verhoog [algemeen].lijst, "
        "zie CONTRIBUTING.md"
    )


def test_een_code_van_0_1_0_houdt_haar_tekst_of_noemt_de_oude() -> None:
    eerder = {
        **{s.code: (s.tekst, *s.eerder) for s in URGENTIE.stellingen.values()},
        **{s.code: (s.tekst, *s.eerder) for s in ZELF.stellingen.values()},
    }
    toen = EERSTE["urgentiemeter"]["stellingen"] + [
        [code, tekst]
        for thema in EERSTE["zelfevaluatie"]["themas"]
        for code, tekst, _kern in thema["stellingen"]
    ]
    assert len(toen) == 12 + 48
    for code, tekst in toen:
        if code in eerder:
            assert plain(tekst) in map(plain, eerder[code]), (
                f"stelling {code} heeft andere woorden dan in 0.1.0: geef haar een nieuwe code, of "
                "zet de oude tekst in `eerder`"
            )
