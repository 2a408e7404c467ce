"""Elke uitkomst leidt verder: naar een gesprek, een plan, iets om te lezen, en naar het team."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hulpproef import Proef
from zelfproef import Zelfproef, file_of

from lv_tools.bouwdoos.deuren import doors
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.gespreksprompter.teksten import inhoud as gesprekken
from lv_tools.schermdelen import Koppeling, Tekst
from lv_tools.zelfevaluatie.hulpmiddel import ZELFEVALUATIE

BOEK = Path(__file__).parents[2] / "book"
NAMEN = [deur.naam for deur in doors()]
#: Hiermee gaat een lezer iets doen, en niet alleen iets lezen.
DOEN = {"gespreksprompter", "verbeterplan", "risicoscan", "kwaliteitskalender", "verbeterbord"}
#: Wat niet voor een team is: scholen gaven hun bestand om met het bestuur te praten.
ZONDER_BERICHT = {"scholen"}


def door(naam: str) -> Hulpmiddel[Any, Any, Any]:
    kamer = vars(import_module(f"lv_tools.{naam}.hulpmiddel"))
    return next(wat for wat in kamer.values() if isinstance(wat, Hulpmiddel))


def links(waarde: object) -> Iterator[Koppeling]:
    if isinstance(waarde, Koppeling):
        yield waarde
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from links(deel)


@pytest.fixture(params=NAMEN, name="proef")
def _proef(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: Any) -> Proef:
    """Het hulpmiddel met zijn voorbeeld, als er een is, en elke stap een keer open geweest."""
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    deur = door(request.param)
    if deur is ZELFEVALUATIE:  # daar staat pas iets als er mensen zijn
        vol_zelf = Zelfproef()
        for rol in ("bestuur", "intern-toezicht"):
            vol_zelf.voeg_toe(*(file_of(vol_zelf.opzet, rol, nummer) for nummer in range(1, 4)))
        vol_zelf.naar("uitslag")
        return vol_zelf
    proef = Proef(deur)
    if deur.voorbeeld is not None:
        vol = deur.voorbeeld(deur.inhoud())
        proef.werk.change(lambda _leeg: vol)
    for nummer in range(len(deur.inhoud().stap)):
        if nummer:
            proef.stap(nummer)
    return proef


def test_elke_uitkomst_leidt_naar_een_ander_hulpmiddel_en_naar_het_team(proef: Proef) -> None:
    delen = proef.scherm.walk()
    adressen = [
        link.adres for deel in delen if isinstance(deel, Tekst) for link in links(deel.alineas)
    ]
    heen = {adres.split(".html")[0] for adres in adressen if not adres.startswith((".", "http"))}
    assert heen & DOEN
    assert proef.hulpmiddel.naam not in heen, "een uitkomst leidt niet terug naar zichzelf"
    bericht = any(deel.soort == "deelbericht" for deel in delen)
    assert bericht is (proef.hulpmiddel.naam not in ZONDER_BERICHT)


@pytest.mark.parametrize("naam", NAMEN)
def test_waar_een_stap_heen_wijst_bestaat(naam: str) -> None:
    inhoud = door(naam).inhoud()
    for heen in (heen for stap in inhoud.stap for heen in stap.heen):
        pad, _, vraag = heen.adres.partition("#")
        bladzijde = (BOEK / "instrumenten" / pad).resolve()
        assert any(bladzijde.with_suffix(soort).is_file() for soort in (".md", ".ipynb")), pad
        if vraag:
            soort, _, waarde = vraag.partition("=")
            assert waarde in {"situatie": gesprekken().situaties, "met": gesprekken().tafels}[soort]
        assert heen.tekst[0].isupper()
        assert not heen.tekst.endswith(".")
