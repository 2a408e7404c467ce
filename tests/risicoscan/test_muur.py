"""Codes van telefoons bij de risicoscan: de muur groeit mee, en anoniem pas na vijf mensen."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from codeproef import verzin
from scanproef import INHOUD, Scanproef

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.verzamelen.antwoordcode import form_of, grouped, write_code
from lv_tools.basis.verzamelen.uitnodiging import with_identity
from lv_tools.schermdelen.grote_vraag import Groot


@pytest.mark.parametrize(("modus", "vanaf"), [("naam", 2), ("anoniem", 5)])
def test_codes_uit_een_chat_komen_op_de_muur(
    modus: str, vanaf: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    proef = Scanproef()
    proef.groep(modus)
    proef.werk.change(with_identity)
    proef.vul("groep/manier", "code")
    vorm = form_of("risicoscan", proef.scan.meting, INHOUD.lijst, INHOUD.vragen)
    muur = next(deel for deel in proef.scherm.walk() if isinstance(deel, Groot))
    for nummer in range(1, vanaf + 1):
        wie = verzin(vorm, random.Random(nummer))
        antwoorden = dict.fromkeys(vorm.stellingen, 1 + nummer % 3)
        wie = replace(wie, rol="docent", versie=now().isoformat(), antwoorden=antwoorden)
        proef.vul("plak", f"Bo: {grouped(write_code(wie, vorm)).lower()} 👍")
        proef.klik("Lees de codes")
        assert muur.tekst.startswith(f"{nummer} ")
        assert ("figuur" in str(muur.inhoud[-1].to_tree())) == (nummer == vanaf)
