"""De voorbeeldschool als werk in de hulpmiddelen: uit de feiten gemaakt, en in elk te openen."""

from __future__ import annotations

from typing import Any

import pytest
from hulpproef import Proef
from knooppunt import call
from voorbeeld.dossier import BESTAND, NAAM, example_file

from lv_tools.basis.uitwisseling.dossier import Dossier, from_text
from lv_tools.basis.uitwisseling.stukken import Actie, Bewijs, Doel, Moment, Signaal, Verbeterpunt
from lv_tools.inspectiebezoek.hulpmiddel import INSPECTIEBEZOEK
from lv_tools.kwaliteitskalender.hulpmiddel import KWALITEITSKALENDER
from lv_tools.kwaliteitsprofiel.hulpmiddel import KWALITEITSPROFIEL
from lv_tools.kwaliteitsrapportage.hulpmiddel import KWALITEITSRAPPORTAGE
from lv_tools.lesbezoek.hulpmiddel import LESBEZOEK
from lv_tools.risicoscan.hulpmiddel import RISICOSCAN
from lv_tools.urgentiemeter.hulpmiddel import URGENTIEMETER
from lv_tools.verbeterbord.hulpmiddel import VERBETERBORD
from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN

DEUREN: dict[str, Any] = {
    deur.naam: deur
    for deur in (
        LESBEZOEK,
        URGENTIEMETER,
        RISICOSCAN,
        VERBETERPLAN,
        KWALITEITSKALENDER,
        KWALITEITSPROFIEL,
        KWALITEITSRAPPORTAGE,
        VERBETERBORD,
        INSPECTIEBEZOEK,
    )
}


@pytest.fixture(scope="module")
def stukken() -> dict[str, Any]:
    rijen = call("leesKopie", BESTAND.read_text("utf-8"))
    assert {rij["naam"] for rij in rijen} == {NAAM}
    return {rij["instrument"]: rij for rij in rijen}


def test_het_bestand_komt_uit_de_feiten() -> None:
    nieuw = "PYTHONPATH=.:book/_ext python -m voorbeeld dossier"
    assert BESTAND.read_text("utf-8") == example_file(), f"draai: {nieuw}"


@pytest.mark.parametrize("naam", sorted(DEUREN))
def test_het_opent_in_het_hulpmiddel_en_blijft_daar_hetzelfde(naam: str, stukken) -> None:
    proef = Proef(DEUREN[naam])
    proef.open(stukken[naam]["tekst"])
    assert proef.opstelling.bewaren.melding == ""
    assert proef.werk.staat != proef.werk.leeg
    assert "oorbeeld" in DEUREN[naam].titel(proef.werk.staat)


def test_het_dossier_loopt_van_signaal_tot_moment(stukken) -> None:
    dossier = from_text(stukken["dossier"]["tekst"])
    assert isinstance(dossier, Dossier)
    assert [p.van.hulpmiddel for p in sorted(dossier.klaar, key=lambda p: p.tijd)][-2:] == [
        "kwaliteitsrapportage",
        "inspectiebezoek",
    ]
    soorten = {type(stuk) for pakket in dossier.klaar for stuk in pakket.stukken}
    assert soorten >= {Signaal, Verbeterpunt, Doel, Actie, Moment, Bewijs}
    assert {pakket.van.titel for pakket in dossier.klaar} == {NAAM}
