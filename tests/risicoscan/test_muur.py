"""Codes van telefoons bij de risicoscan: de muur groeit mee, en anoniem pas na vijf mensen."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from codeproef import verzin
from scanproef import INHOUD, Scanproef

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.verzamelen.antwoordcode import form_of, grouped, write_code
from lv_tools.basis.verzamelen.uitnodiging import with_identity
from lv_tools.risicoscan.figuur import draw_profile
from lv_tools.risicoscan.verslag.delen import OP_DE_MUUR
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


def test_op_de_muur_staan_de_standaarden_waar_het_grootste_deel_zorg_ziet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    proef = Scanproef()
    proef.groep("naam")
    proef.werk.change(with_identity)
    proef.vul("groep/manier", "code")
    vorm = form_of("risicoscan", proef.scan.meting, INHOUD.lijst, INHOUD.vragen)
    codes = []
    for nummer in range(8):
        kans = random.Random(nummer)
        antwoorden = {code: kans.choice([None, 1, 2, 3]) for code in vorm.stellingen}
        wie = replace(verzin(vorm, kans), versie=now().isoformat(), antwoorden=antwoorden)
        codes.append(grouped(write_code(wie, vorm)))
    proef.vul("plak", "\n".join(codes))
    proef.klik("Lees de codes")
    uitslag = proef.werk.uitslag
    heel, muur = draw_profile(uitslag, INHOUD), draw_profile(uitslag, INHOUD, OP_DE_MUUR)
    assert heel is not None
    assert muur is not None
    assert len(muur.rijen) == OP_DE_MUUR < len(heel.rijen)
    assert set(muur.rijen) < set(heel.rijen)

    def deel(rij: Any) -> float:
        return float(rij[3]) / (sum(rij[1:4]) or 1)

    getoond = [deel(rij) for rij in muur.rijen]
    assert getoond == sorted(getoond, reverse=True)
    assert max(deel(rij) for rij in heel.rijen if rij not in muur.rijen) <= min(getoond)
    assert draw_profile(uitslag, INHOUD, len(heel.rijen)) == heel
