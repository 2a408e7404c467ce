"""Geen kop, dia of zin is stelliger dan de bron waar hij naar verwijst.

Faalt deze toets, maak de zin dan zo voorzichtig als de bron. Zegt de bron het echt zo, zet dan in
``gronden.csv`` het stukje van de bron waar het staat.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

HIER = Path(__file__).parent

import beweringen as bw  # noqa: E402 - eerst het pad naar de hulpmodules
import ernaast  # noqa: E402 - idem
import proza  # noqa: E402 - idem
import stelligheid as sh  # noqa: E402 - idem
import vingerafdrukken as va  # noqa: E402 - idem

GRONDEN = sh.gronden()
PADEN = sorted(pad for soort in bw.BLADZIJDEN for pad in proza.BOEK.glob(soort))
NAMEN = [pad.relative_to(proza.BOEK).as_posix() for pad in PADEN]


@pytest.mark.parametrize("pad", PADEN, ids=NAMEN)
def test_geen_zin_is_stelliger_dan_zijn_bron(pad: Path) -> None:
    zinnen = sh.stellig(pad, proza.lees(pad))
    te_sterk = [f"regel {zin.regel}: {zin.tekst}" for zin in zinnen if not zin.gedekt(GRONDEN)]
    assert not te_sterk, "\n".join(te_sterk)


def test_ook_wat_ernaast_staat_is_niet_stelliger_dan_de_bron() -> None:
    """Zinnen van de verkenner over een verband, en wat bij een tekening op een bron rust."""
    bevindingen = [
        *ernaast.verbanden(),
        *(s for t in ernaast.teksten() for s in ernaast.rust_op(t)),
    ]
    zinnen = [
        sh.Zin(stuk.plek, 0, zin)
        for stuk in bevindingen
        for zin in proza.ZINSEINDE.split(proza.kaal(" ".join(stuk.tekst.split())))
        if sh.sterkte(zin) and not sh.GEEN_BEWERING.search(zin)
    ]
    assert zinnen, "de zeef leest niets"
    te_sterk = [f"{zin.pagina}: {zin.tekst}" for zin in zinnen if not zin.gedekt(GRONDEN)]
    assert not te_sterk, "\n".join(te_sterk)


@pytest.mark.parametrize("grond", GRONDEN, ids=lambda grond: f"{grond.plaats}: {grond.woord}")
def test_grond_staat_letterlijk_in_de_bron(grond: sh.Grond) -> None:
    rij = va.woorden(grond.citaat)
    assert len(rij) >= va.LENGTE
    assert va.vingerafdrukken(grond.citaat) <= va.lees()
    assert grond.woord in grond.citaat
    assert sh.sterkte(grond.citaat) in (0, grond.sterkte)


# --- De toets zelf -------------------------------------------------------------------------

GROND = sh.Grond("b", "p", "x", "vrijwel altijd", 4, "lesbezoek")
CITE = "{cite:p}`onderzoek2025{par. 4.3}`"


def te_sterk(tekst: str) -> list[str]:
    return [z.tekst for z in sh.stellig(Path("onderzoek/x.md"), tekst) if not z.gedekt((GROND,))]


@pytest.mark.parametrize(
    "tekst",
    [
        f"**Het plan is zelden af.**\nVaak ontbreekt er iets {CITE}.",
        f"Adviseurs gebruiken altijd een lesbezoek {CITE}.",
        f"Samen uitvoeren is de grootste uitdaging, na een lesbezoek {CITE}.",
        f"```{{dia}} Samen doen is het lastigst\n- Een punt\n\n{CITE}\n```",
        "Na deze pagina kunt u:\n\n- uitleggen waarom een plan nooit klaar is;",
    ],
)
def test_wat_sterker_is_dan_de_grond_wordt_gevonden(tekst: str) -> None:
    assert len(te_sterk(f"# Kop\n\n{tekst}\n")) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        f"Adviseurs gebruiken bijna altijd een lesbezoek {CITE}.",
        f"Scholen zien dat niet altijd {CITE}.",
        "Kijk altijd eerst naar de n.",
        f"Wie vraagt er nooit iets {CITE}?",
        "Controleer dit altijd {cite:p}`onderzoekskader`.",
    ],
)
def test_wat_even_voorzichtig_is_of_niet_op_een_bron_rust_mag(tekst: str) -> None:
    assert te_sterk(f"# Kop\n\n{tekst}\n") == []


@given(st.sampled_from(["altijd", "nooit", "zelden", "vrijwel altijd", "niet altijd"]), st.text())
def test_een_woord_erbij_maakt_nooit_zwakker(woord: str, rest: str) -> None:
    assert sh.sterkte(f"{woord}. {rest}") >= sh.sterkte(woord)
