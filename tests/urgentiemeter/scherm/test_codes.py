"""Codes van telefoons verzamelen: plakken, scannen, dubbel, veranderd, en wat de muur toont."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from codeproef import verzin
from deelnemerproef import Formulier
from meterproef import INHOUD, Meterproef

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.verzamelen.antwoordcode import Codevorm, form_of, grouped, read_code, write_code
from lv_tools.basis.verzamelen.groep import CODES
from lv_tools.basis.verzamelen.tussenstand import STAP
from lv_tools.bouwdoos.hulpmiddel import Opstelling
from lv_tools.schermdelen import Camera, Inlevercode
from lv_tools.schermdelen.grote_vraag import Groot
from lv_tools.urgentiemeter.bestand.lezen import own_answers
from lv_tools.urgentiemeter.hulpmiddel import URGENTIEMETER
from lv_tools.urgentiemeter.scherm.deelnemer import participant_data

SITE = "https://voorbeeld.invalid/instrumenten/urgentiemeter.html"
LEES = "Lees de codes"
IEDEREEN = "Iedereen is er: laat de uitkomst zien"


class Zaal(Meterproef):
    """Een meting met een link, waarin iemand codes verzamelt."""

    def __init__(self, modus: str) -> None:
        super().__init__(modus=modus)
        self.stap(1)
        self.vul("naam", "Havo, najaar 2026")
        adres = next(deel for deel in self.scherm.walk() if deel.soort == "adres")
        adres.in_pagina = True
        self.gebeur(adres, "adres", adres=SITE, hekje="")
        self.klik(INHOUD.zeg("uitdelen_maak"))
        self.manier("code")

    @property
    def vorm(self) -> Codevorm:
        return form_of("urgentiemeter", self.staat.meting, INHOUD.lijst, INHOUD.vragen)

    def mens(self, zaad: int, **anders: Any) -> Respondent:
        wie = verzin(self.vorm, random.Random(zaad))
        return replace(wie, **({"versie": now().isoformat()} | anders))

    def codes(self, *zaden: int) -> list[str]:
        return [grouped(write_code(self.mens(zaad), self.vorm)) for zaad in zaden]

    def plak(self, tekst: str) -> str:
        self.vul("plak", tekst)
        self.klik(LEES)
        return self.zegt

    def scan(self, *codes: str) -> str:
        camera = next(deel for deel in self.scherm.walk() if isinstance(deel, Camera))
        self.gebeur(camera, "gelezen", codes=[code.replace("-", "") for code in codes])
        return self.zegt

    @property
    def muur(self) -> Groot:
        return next(deel for deel in self.scherm.walk() if isinstance(deel, Groot))

    @property
    def zegt(self) -> str:
        return str(next(d for d in self.muur.inhoud if d.soort == "mededeling").tekst)

    def kan_klikken(self, tekst: str) -> bool:
        knoppen = [d for d in self.scherm.walk() if d.eigenschappen.get("tekst") == tekst]
        return any(not self.bezwaar(knop) for knop in knoppen)

    @property
    def op_de_muur(self) -> str:
        return str(self.muur.inhoud[-1].to_tree())


@pytest.fixture(scope="module")
def formulier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Formulier]:
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("LV_TOOLS_PAGINA", "1")
        kennis = participant_data(Opstelling(URGENTIEMETER))
    proef = Formulier("urgentiemeter", kennis, tmp_path_factory.mktemp("kennis"))
    yield proef
    proef.stop()


def test_veertig_codes_in_een_chat_geplakt_tellen_elk_een_keer() -> None:
    zaal = Zaal("naam")
    codes = zaal.codes(*range(40))
    chat = "\n".join(f"[14:05] Collega {n}: {code} 😀" for n, code in enumerate(codes))
    assert zaal.plak(chat).startswith("40 antwoorden erbij. Er zijn er nu 40.")
    assert zaal.aantal == 40
    assert zaal.muur.tekst == "40 antwoorden binnen"
    assert zaal.plak("\n".join(codes[:3])) == "3 codes waren er al; niemand telt dubbel."
    assert zaal.scan(codes[4]) == "Deze code was er al; niemand telt dubbel."
    assert zaal.aantal == 40


def test_een_veranderde_of_vreemde_code_wordt_met_een_woord_geweigerd() -> None:
    zaal, ander = Zaal("naam"), Zaal("naam")
    goed, stuk = zaal.codes(1, 2)
    stuk = stuk[:-1] + ("7" if stuk[-1] != "7" else "8")
    zegt = zaal.plak(f"Bo: {goed}\n{stuk}\n[14:05] An: {ander.codes(3)[0]}\nLV-klasse")
    assert zaal.aantal == 1
    assert zaal.deel("plak").waarde == stuk, "alleen wat nog te herstellen is; geen namen"  # type: ignore[attr-defined]
    assert zegt.count("LV-") == 2
    assert "niet heel aangekomen" in zegt
    assert "andere link dan die van u" in zegt
    assert zaal.plak("Ik kom wat later").startswith("Hierin staat geen code.")
    assert zaal.aantal == 1


def test_een_nieuwere_code_vervangt_de_oude_en_een_oude_niet_de_nieuwe() -> None:
    zaal = Zaal("anoniem")
    eerst = zaal.mens(1, versie=(now() - timedelta(minutes=9)).isoformat())
    later = zaal.mens(2, id=eerst.id)
    codes = [write_code(wie, zaal.vorm) for wie in (eerst, later)]
    zaal.scan(codes[0])
    assert zaal.scan(codes[1]) == "Van 1 persoon telt nu een nieuwere code."
    assert zaal.scan(codes[0]) == "Deze code was er al; niemand telt dubbel."
    (wie,) = zaal.mensen
    assert dict(wie.antwoorden) == dict(later.antwoorden)


@pytest.mark.parametrize("modus", ["naam", "anoniem"])
@pytest.mark.parametrize("eerst", ["code", "bestand"])
def test_wie_een_code_en_een_bestand_geeft_telt_een_keer(
    formulier: Formulier, modus: str, eerst: str
) -> None:
    zaal = Zaal(modus)
    link = zaal.opstelling.panelen[1]._kinderen[0].link()  # type: ignore[attr-defined]
    vul = {"waarde": dict.fromkeys(list(INHOUD.stellingen), 4), "verlaten": True}
    uit = formulier.speel(
        f"#{link.partition('#')[2]}",
        ("groep/eigen/rol", "wijziging", {"waarde": "docent", "verlaten": True}),
        ("groep/eigen/antwoorden/stellingen", "wijziging", vul),
        ("groep/eigen/keuzes/standaarden", "wijziging", {"waarde": ["OP1"], "verlaten": True}),
        ("bewaar", "klik", {}),
    )
    code = uit["bied"] and find(uit["boom"], "code")["code"]
    # De code van de telefoon is letterlijk die van Python.
    eigen = read_code(code, zaal.vorm, now())
    assert (eigen.rol, set(eigen.antwoorden.values()), eigen.keuzes) == (
        "docent", {4}, {"standaarden": ("OP1",)},
    )  # fmt: skip
    bestand = (uit["bied"]["naam"], uit["bied"]["tekst"].encode())
    for wat in (eerst, "bestand" if eerst == "code" else "code"):
        if wat == "code":
            zaal.scan(code)
        else:
            zaal.laad(bestand)
            zaal.manier("code")
        assert zaal.aantal == 1
    zaal.scan(code)
    assert zaal.aantal == 1


def find(boom: Any, kenmerk: str) -> Any:
    if boom["id"] == kenmerk:
        return boom["eigenschappen"]
    kinderen = (find(kind, kenmerk) for kind in boom["eigenschappen"].get("inhoud", ()))
    return next((e for e in kinderen if e), None)


def test_wie_nog_niets_invulde_heeft_nog_geen_code(formulier: Formulier) -> None:
    zaal = Zaal("naam")
    link = zaal.opstelling.panelen[1]._kinderen[0].link()  # type: ignore[attr-defined]
    leeg = find(formulier.speel(f"#{link.partition('#')[2]}")["boom"], "code")
    assert (leeg["code"], leeg["wacht"]) == ("", True)


def gelijk(zaal: Zaal, zaad: int) -> str:
    """Een code van een docent die alles invulde."""
    antwoorden = {code: random.Random(zaad).randint(1, 4) for code in INHOUD.stellingen}
    keuzes: Any = {"standaarden": ("OP1",)}
    return write_code(
        zaal.mens(zaad, rol="docent", antwoorden=antwoorden, keuzes=keuzes), zaal.vorm
    )


def test_anoniem_verandert_de_muur_pas_na_weer_vijf_mensen() -> None:
    zaal = Zaal("anoniem")
    gezien = []
    for zaad in range(2 * STAP + 2):
        zaal.scan(gelijk(zaal, zaad))
        gezien.append(zaal.op_de_muur)
        if zaad == 2 * STAP:
            assert not zaal.kan_klikken(IEDEREEN), "die ene zou af te lezen zijn"
    assert zaal.muur.tekst == f"{2 * STAP + 2} antwoorden binnen"
    assert zaal.muur.onder == ""
    assert len(set(gezien[: STAP - 1])) == 1
    assert "figuur" not in gezien[0]
    assert "figuur" in gezien[STAP - 1]
    assert len(set(gezien[STAP - 1 : 2 * STAP - 1])) == 1, "een code erbij laat niets zien"
    assert gezien[2 * STAP - 1] != gezien[STAP - 1]
    assert gezien[-1] == gezien[2 * STAP - 1]
    zaal.klik(IEDEREEN)
    assert zaal.op_de_muur != gezien[-1]


def test_wie_anoniem_iemand_weghaalt_ziet_niet_wat_die_persoon_antwoordde() -> None:
    zaal = Zaal("anoniem")
    for zaad in range(2 * STAP):
        zaal.scan(gelijk(zaal, zaad))
    assert "figuur" in zaal.op_de_muur
    zaal.klik("Haal de laatste weer weg")
    assert "figuur" not in zaal.op_de_muur
    assert not zaal.kan_klikken(IEDEREEN)
    assert "Er is iemand weggehaald." in zaal.in_beeld
    for zaad in range(20, 20 + STAP):
        assert "figuur" not in zaal.op_de_muur
        zaal.scan(gelijk(zaal, zaad))
    assert "figuur" in zaal.op_de_muur


def test_wie_anoniem_werk_opnieuw_opent_ziet_pas_later_weer_een_uitkomst() -> None:
    zaal = Zaal("anoniem")
    for zaad in range(STAP + 1):
        zaal.scan(gelijk(zaal, zaad))
    ander, bewaard = Zaal("anoniem"), zaal.bewaard()
    for zaad in range(STAP):
        ander.scan(gelijk(ander, zaad))
    assert "figuur" in ander.op_de_muur
    ander.open(bewaard)
    assert ander.muur.tekst == f"{STAP + 1} antwoorden binnen"
    assert "figuur" not in ander.op_de_muur, "wat van een ander bestand was, hangt er niet meer"
    assert not ander.kan_klikken("Haal de laatste weer weg")
    ander.klik(IEDEREEN)
    assert "figuur" in ander.op_de_muur


def test_op_naam_groeit_de_muur_mee_en_de_laatste_gaat_weer_weg() -> None:
    zaal = Zaal("naam")
    zaal.scan(*zaal.codes(1))
    assert "figuur" not in zaal.op_de_muur, "van één persoon komt er niets op de muur"
    zaal.scan(*zaal.codes(2))
    eerst = zaal.op_de_muur
    assert "figuur" in eerst
    zaal.scan(*zaal.codes(3))
    assert zaal.op_de_muur != eerst
    assert "mensen mee:" in zaal.muur.onder
    zaal.klik("Haal de laatste weer weg")
    assert zaal.aantal == 2


def test_de_volgorde_van_binnenkomst_en_de_bron_blijven_niet_staan() -> None:
    een, ander = Zaal("anoniem"), Zaal("anoniem")
    ander.werk.change(lambda scan: replace(scan, meting=een.staat.meting))
    codes = een.codes(*range(6))
    for code in codes:
        een.scan(code)
    ander.scan(*reversed(codes))
    (bron,), (zelfde,) = een.groep.bronnen, ander.groep.bronnen
    assert bron.naam == zelfde.naam == CODES
    assert [w.id for w in bron.respondenten] == [w.id for w in zelfde.respondenten]


def test_bewaard_werk_met_codes_gaat_weer_open() -> None:
    zaal = Zaal("anoniem")
    zaal.scan(*zaal.codes(1, 2, 3))
    opnieuw = Meterproef(bewaard=zaal.bewaard())
    assert opnieuw.aantal == 3
    assert opnieuw.groep.bronnen == zaal.groep.bronnen


def test_zonder_link_zegt_het_scherm_wat_eerst_moet() -> None:
    proef = Meterproef(modus="naam")
    proef.manier("code")
    assert "Maak eerst de link" in proef.in_beeld
    assert LEES not in proef.in_beeld


def test_wie_met_python_invult_krijgt_dezelfde_code() -> None:
    zaal = Zaal("")
    zaal.manier("zelf")
    code = next(deel for deel in zaal.scherm.walk() if isinstance(deel, Inlevercode))
    assert code.verborgen
    zaal.vul("groep/eigen/rol", "docent")
    zaal.vul("groep/eigen/antwoorden/stellingen", dict.fromkeys(list(INHOUD.stellingen), 2))
    assert not code.verborgen
    assert set(read_code(code.code, zaal.vorm, now()).antwoorden.values()) == {2}
    assert own_answers(zaal.staat, INHOUD)
