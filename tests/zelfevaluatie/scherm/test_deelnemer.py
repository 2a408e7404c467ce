"""Wie een link opent, vult zonder Python hetzelfde in als met Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from deelnemerproef import Formulier
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from scans import INHOUD
from zelfproef import Zelfproef

from lv_tools.basis.verzamelen.antwoordcode import read_code
from lv_tools.bouwdoos.hulpmiddel import Opstelling
from lv_tools.zelfevaluatie.bestand.antwoorden import answers_to_file, read_answers
from lv_tools.zelfevaluatie.bestand.code import code_form
from lv_tools.zelfevaluatie.bestand.link import to_fragment
from lv_tools.zelfevaluatie.hulpmiddel import ZELFEVALUATIE
from lv_tools.zelfevaluatie.model.opzet import (
    EigenStelling,
    Opzet,
    new_scan_id,
    new_setup,
    stellingen_in,
)
from lv_tools.zelfevaluatie.scherm.deelnemer import participant_data

Stap = tuple[str, str, dict[str, Any]]
TEKST = st.text(max_size=60) | st.sampled_from(
    ["<script>alert(1)</script>", "=HYPERLINK(1)", "\u202eomgekeerd", "a\r\nb", "é" * 2001, " "]
)


@pytest.fixture(scope="module")
def formulier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Formulier]:
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("LV_TOOLS_PAGINA", "1")
        kennis = participant_data(Opstelling(ZELFEVALUATIE))
    proef = Formulier("zelfevaluatie", kennis, tmp_path_factory.mktemp("kennis"))
    yield proef
    proef.stop()


@st.composite
def opzetten(draw: st.DrawFn) -> Opzet:
    rollen = list(INHOUD.rollen)
    themas = draw(st.sets(st.sampled_from(list(INHOUD.themas)), min_size=1))
    naam = draw(st.sampled_from(["De Vaart", "Één ‘scan’ & <b>meer</b>", "Zelfevaluatie", "😀"]))
    eigen = [
        EigenStelling(
            f"eigen-{nummer}", draw(st.sampled_from(sorted(themas))), f"Ons <b>{nummer}</b>"
        )
        for nummer in range(1, 1 + draw(st.integers(0, 2)))
    ]
    return replace(
        new_setup(INHOUD),
        id=new_scan_id(),
        naam=naam,
        datum=draw(st.dates(date(2020, 1, 1), date(2040, 1, 1))),
        modus=draw(st.sampled_from(["naam", "anoniem"])),
        versie=draw(st.sampled_from(["kern", "volledig"])),
        themas=tuple(code for code in INHOUD.themas if code in themas),
        groepen=tuple(draw(st.lists(st.sampled_from(rollen), min_size=1, unique=True))),
        eigen=tuple(eigen),
        eigen_groepen=tuple(draw(st.sampled_from([(), ("OOP", "ouders van leerjaar 1")]))),
    )


@st.composite
def gevallen(draw: st.DrawFn) -> tuple[Opzet, list[tuple[int, str, Any]]]:
    """Wat iemand doet: op welk blad, in welk veld, en wat hij daar invult."""
    opzet = draw(opzetten())
    groepen = [g if g in INHOUD.rollen else g.casefold() for g in opzet.alle_groepen]
    gedaan: list[tuple[int, str, Any]] = [(0, "rol", draw(st.sampled_from(groepen)))]
    if opzet.modus == "naam":
        gedaan.append((0, "naam", draw(TEKST)))
    for nummer, thema in enumerate(opzet.themas, 1):
        codes = [stelling.code for stelling in stellingen_in(thema, opzet, INHOUD)]
        antwoorden = draw(
            st.dictionaries(st.sampled_from(codes), st.sampled_from([None, 0, 1, 2, 3, 4]))
        )
        if antwoorden:
            gedaan.append((nummer, f"antwoorden/{thema}", antwoorden))
        for soort in draw(st.sets(st.sampled_from(["bewijs", "opmerking"]))):
            gedaan.append((nummer, f"notities/{thema}:{soort}", draw(TEKST)))
    if draw(st.booleans()):
        gedaan.append((0, "rol", draw(st.sampled_from(groepen))))
    return opzet, gedaan


def met_python(opzet: Opzet, gedaan: list[tuple[int, str, Any]]) -> Zelfproef:
    proef = Zelfproef(f"#{to_fragment(opzet, INHOUD)}")
    for blad, veld, waarde in gedaan:
        proef.blad(blad)
        proef.vul(f"andere/{opzet.id}/vel/{veld}", waarde)
    return proef


def stappen(opzet: Opzet, gedaan: list[tuple[int, str, Any]], einde: int) -> list[Stap]:
    uit: list[Stap] = []
    for blad, veld, waarde in gedaan:
        uit.append(("naar", "wijziging", {"waarde": str(blad)}))
        pad = f"andere/{opzet.id}/vel/{veld}"
        uit.append((pad, "wijziging", {"waarde": waarde, "verlaten": True}))
    return [*uit, ("naar", "wijziging", {"waarde": str(einde)})]


def plat(boom: Any) -> list[Any]:
    """Geef wat er te zien en te bedienen is, zonder kenmerken en zonder wat verborgen is."""
    e = {n: w for n, w in boom["eigenschappen"].items() if n != "inhoud"}
    if e.pop("verborgen", False):
        return []
    e.pop("fout", None)  # in het formulier blijft een fout staan als iemand weggaat en terugkomt
    if boom["soort"] == "uitklap":
        e.pop("open")  # een vak dat een lezer opende, blijft in het formulier open
    eigen = [] if boom["soort"] in ("kolom", "rij", "sectie") and not e else [[boom["soort"], e]]
    return eigen + [rij for kind in boom["eigenschappen"].get("inhoud", ()) for rij in plat(kind)]


def vind(boom: Any, kenmerk: str) -> Any:
    if boom["id"] == kenmerk:
        return boom
    kinderen = boom["eigenschappen"].get("inhoud", ())
    return next((wat for kind in kinderen if (wat := vind(kind, kenmerk))), None)


def ontdaan(gegevens: Any, weg: tuple[str, ...]) -> Any:
    """Haal weg wat bij elke keer invullen anders is: wie het is, en wanneer."""
    if isinstance(gegevens, dict):
        return {n: ontdaan(w, weg) for n, w in gegevens.items() if n not in weg}
    return [ontdaan(w, weg) for w in gegevens] if isinstance(gegevens, list) else gegevens


@given(gevallen(), st.data())
@settings(
    deadline=None,
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # een kleiner geval zoeken kost minuten
    suppress_health_check=[HealthCheck.too_slow],
)
def test_same_form_and_same_file_as_python(
    formulier: Formulier, geval: tuple[Opzet, list[tuple[int, str, Any]]], data: st.DataObject
) -> None:
    opzet, gedaan = geval
    slot = len(opzet.themas) + 1
    hekje = f"#{to_fragment(opzet, INHOUD)}"
    proef = met_python(opzet, gedaan)

    # Elk blad ziet eruit als bij Python.
    blad = data.draw(st.integers(0, slot))
    proef.blad(blad)
    uit = formulier.speel(hekje, *stappen(opzet, gedaan, blad))
    assert uit["storing"] == ""
    van_python = json.loads(json.dumps(proef.paneel.deel.to_tree()))
    overzicht = next((d for d in proef.scherm.walk() if d.soort == "tabel" and blad == slot), None)
    eigen, ander = plat(uit["boom"]), plat(van_python)
    if overzicht is not None:
        eigen, ander = _zonder_persoon(eigen), _zonder_persoon(ander)
    eigen, ander = ([_uit_de_code(rij, opzet) for rij in rijen] for rijen in (eigen, ander))
    for rij in ander:
        assert rij in eigen, rij

    # Wat bewaard wordt, opent Python zonder een letter anders; het is ook wat zij zelf bewaart.
    opnieuw = Zelfproef(bewaard=uit["schrijf"])
    assert not any(b.get("naam") == "onleesbaar" for b, _ in opnieuw.gestuurd)
    assert opnieuw.werk.to_data() == uit["data"]
    weg = ("id", "versie", "datum")
    assert ontdaan(opnieuw.werk.to_data(), weg) == ontdaan(
        json.loads(json.dumps(proef.werk.to_data())), weg
    )

    # Het bestand om in te leveren is teken voor teken dat van Python.
    proef.blad(slot)
    knop = proef.knop(INHOUD.zeg("slot_bewaar"))
    klik: Stap = (f"{slot}:bewaar", "klik", {})
    uit = formulier.speel(hekje, *stappen(opzet, gedaan, slot), *([] if knop.uit else [klik]))
    assert vind(uit["boom"], f"{slot}:bewaar")["eigenschappen"]["uit"] == knop.uit
    if knop.uit:
        return
    tekst = uit["bied"]["tekst"]
    wie = read_answers(tekst.encode(), opzet, INHOUD)
    assert answers_to_file(wie, opzet, INHOUD).decode() == tekst
    bestand = proef.neem(INHOUD.zeg("slot_bewaar"))
    anders = ("kenmerk", "tijd", "controle")
    assert ontdaan(json.loads(tekst), anders) == ontdaan(json.loads(bestand.inhoud), anders)
    assert _zonder_merk(uit["bied"]["naam"]) == _zonder_merk(bestand.naam)


def _uit_de_code(rij: list[Any], opzet: Opzet) -> list[Any]:
    """Zet in plaats van de code wat erin staat; het nummer van de persoon is elke keer anders."""
    soort, eigenschappen = rij
    if soort != "inlevercode" or not eigenschappen["code"]:
        return rij
    wie = read_code(
        eigenschappen["code"], code_form(opzet, INHOUD), datetime(2031, 7, 1, tzinfo=UTC)
    )
    inhoud = [wie.rol, sorted(wie.antwoorden.items()), sorted(wie.keuzes.items())]
    kort = {
        n: w.replace(eigenschappen["code"], "…") if isinstance(w, str) else w
        for n, w in eigenschappen.items()
    }
    return [soort, {**kort, "code": inhoud}]


def _zonder_persoon(rijen: list[Any]) -> list[Any]:
    return [
        [soort, {**e, "gegevens": [r[1]["t"] for r in e["gegevens"]["rijen"] if not _tijd(r[0])]}]
        if soort == "tabel"
        else [soort, e]
        for soort, e in rijen
    ]


def _tijd(cel: dict[str, str]) -> bool:
    return cel["t"].startswith(("Tijd van", "Willekeurig"))


def _zonder_merk(naam: str) -> str:
    """Haal de vier willekeurige tekens voor de dag weg."""
    begin, dag = naam[: -len("0000-00-00.json")], naam[-len("0000-00-00.json") :]
    return begin[: -len("abcd-")] + dag


def _opzet(**anders: Any) -> Opzet:
    return replace(new_setup(INHOUD), id="0123456789ab", naam="De Vaart", **anders)


def _pad(veld: str) -> str:
    return f"andere/0123456789ab/vel/{veld}"


def test_work_of_python_goes_on_in_the_form_and_back(formulier: Formulier) -> None:
    opzet = _opzet()
    hekje = f"#{to_fragment(opzet, INHOUD)}"
    proef = Zelfproef(hekje)
    proef.vul(_pad("rol"), "bestuur")
    proef.blad(1)
    proef.vul(_pad("antwoorden/bka1"), {"bka1-1": 3})
    half = {_pad("notities/bka1:opmerking"): "half getypt", _pad("antwoorden/bka2"): {"bka2-1": 2}}

    uit = formulier.speel(hekje, tekst=proef.bewaard(), naloop=half)

    assert (uit["elders"], uit["focus"]) == (False, [])
    assert uit["gemeld"] == ["U vult de scan ‘De Vaart’ in."]
    opnieuw = Zelfproef(bewaard=uit["schrijf"])
    vel = opnieuw.werk.staat.invulvel
    assert (vel.rol, vel.gegeven) == ("bestuur", {"bka1-1": 3, "bka2-1": 2})
    assert vel.notities == {"bka1:opmerking": "half getypt"}
    assert (vel.id, opnieuw.werk.staat.invulplek) == (proef.werk.staat.invulvel.id, 1)


def test_opening_writes_nothing(formulier: Formulier) -> None:
    hekje = f"#{to_fragment(_opzet(), INHOUD)}"
    eerst = Zelfproef(hekje)
    eerst.vul(_pad("rol"), "bestuur")
    assert formulier.speel(hekje)["schrijf"] == ""
    assert formulier.speel(hekje, tekst=eerst.bewaard())["schrijf"] == ""


def test_what_only_python_can_open_is_left_to_python(formulier: Formulier) -> None:
    hekje = f"#{to_fragment(_opzet(), INHOUD)}"
    eigen = Zelfproef()
    eigen.vul("opzet/naam", "Onze eigen scan")
    tekst = eigen.bewaard()
    for werk in (tekst, tekst.replace("Onze", "Uw"), tekst.replace('"versie": 3', '"versie": 2')):
        uit = formulier.speel(hekje, ("volgende", "klik", {}), tekst=werk)
        assert (uit["elders"], uit["schrijf"]) == (True, "")
    # Iets van een ander veld was nog niet verwerkt: dat mag niet wegvallen.
    assert formulier.speel(hekje, naloop={"opzet/naam": "Onze"})["elders"]
    # De link van een oudere lijst zet Python over; de eigen scan ook.
    oud = replace(INHOUD, algemeen=replace(INHOUD.algemeen, lijst=INHOUD.lijst - 1))
    assert formulier.speel(f"#{to_fragment(_opzet(), oud)}")["elders"]
    vreemd = _opzet(eigen_groepen=("ﬁlosofen",))
    assert formulier.speel(f"#{to_fragment(vreemd, INHOUD)}")["elders"]


def test_a_broken_link_is_told_plainly(formulier: Formulier) -> None:
    heel = to_fragment(_opzet(), INHOUD)
    nieuwer = replace(INHOUD, algemeen=replace(INHOUD.algemeen, lijst=INHOUD.lijst + 1))
    for hekje, begin in (
        (heel[:-3], "Deze link is niet compleet."),
        ("scan=1.stuk.<b>stuk</b>", "Deze link is niet compleet."),
        (heel.replace("scan=1.", "scan=1.A"), "Deze link is onderweg veranderd of niet compleet."),
        (to_fragment(_opzet(), nieuwer), "Deze link hoort bij een nieuwere vragenlijst"),
    ):
        uit = formulier.speel(f"#{hekje}")
        assert uit["heeft"]
        assert (uit["soort"], uit["zin"].startswith(begin)) == ("LinkFout", True), uit["zin"]
    assert not formulier.speel("#stap=uitslag")["heeft"]


def test_too_long_keeps_the_text_names_the_field_and_waits(formulier: Formulier) -> None:
    opzet = _opzet(themas=("bka1", "bka2"))
    hekje, pad = f"#{to_fragment(opzet, INHOUD)}", _pad("notities/bka2:bewijs")
    gedaan: list[tuple[int, str, Any]] = [
        (0, "rol", "bestuur"),
        (1, "antwoorden/bka1", {"bka1-1": 3}),
        (2, "notities/bka2:bewijs", "é" * 2_001),
    ]
    uit = formulier.speel(hekje, *stappen(opzet, gedaan, 3), ("naar_fout", "klik", {}))
    veld = vind(uit["boom"], pad)["eigenschappen"]
    proef = met_python(opzet, gedaan)
    assert veld["waarde"] == "é" * 2_001
    assert veld["fout"] == proef.deel(pad).fout
    assert uit["focus"][-1] == pad
    assert vind(uit["boom"], "fout")["eigenschappen"]["tekst"] == proef.paneel.fout.tekst != ""
    kort: Stap = (pad, "wijziging", {"waarde": "é", "verlaten": True})
    weer = formulier.speel(hekje, *stappen(opzet, gedaan, 2), kort, ("volgende", "klik", {}))
    assert not vind(weer["boom"], "3:bewaar")["eigenschappen"]["uit"]


def test_a_name_that_is_too_long_is_told_before_handing_in(formulier: Formulier) -> None:
    opzet = _opzet(themas=("bka1",), modus="naam")
    hekje = f"#{to_fragment(opzet, INHOUD)}"
    gedaan: list[tuple[int, str, Any]] = [
        (0, "rol", "bestuur"),
        (0, "naam", f" {'é' * 81} "),
        (1, "antwoorden/bka1", {"bka1-1": 3}),
    ]
    uit = formulier.speel(hekje, *stappen(opzet, gedaan, 2))
    proef = met_python(opzet, gedaan)
    proef.blad(2)
    assert vind(uit["boom"], "2:bewaar")["eigenschappen"]["uit"]
    assert proef.knop(INHOUD.zeg("slot_bewaar")).uit
    zin = "Uw naam is te lang. Er passen 80 tekens. Alles wat u typte, staat er nog."
    assert vind(uit["boom"], "fout")["eigenschappen"]["tekst"] == proef.paneel.fout.tekst == zin

    weer = formulier.speel(hekje, *stappen(opzet, gedaan, 2), ("naar_fout", "klik", {}))
    assert weer["focus"][-1] == _pad("naam")
    assert vind(weer["boom"], _pad("naam"))["eigenschappen"]["waarde"] == f" {'é' * 81} "
    proef.klik(INHOUD.zeg("invul_naar_fout"))
    assert proef.werk.staat.invulplek == 0

    # Tachtig past, en een regeleinde uit geplakte tekst houdt niets tegen.
    gedaan[1] = (0, "naam", f"{'é' * 40}\n{'é' * 39}")
    uit = formulier.speel(hekje, *stappen(opzet, gedaan, 2))
    assert not vind(uit["boom"], "2:bewaar")["eigenschappen"]["uit"]
    assert vind(uit["boom"], "naar_fout")["eigenschappen"]["verborgen"]
    proef = met_python(opzet, gedaan)
    proef.blad(2)
    assert not proef.knop(INHOUD.zeg("slot_bewaar")).uit


def test_wipe_a_copy_and_the_other_steps(formulier: Formulier) -> None:
    hekje = f"#{to_fragment(_opzet(), INHOUD)}"
    vul: Stap = (_pad("rol"), "wijziging", {"waarde": "bestuur"})
    eerst = formulier.speel(hekje, vul)
    slot = len(INHOUD.themas) + 1
    naar: Stap = ("naar", "wijziging", {"waarde": str(slot)})
    wis = formulier.speel(hekje, vul, naar, (f"{slot}:wis", "klik", {}))
    assert Zelfproef(bewaard=wis["schrijf"]).werk.staat.invulvel.rol == ""
    assert wis["focus"][-1] == "0:kop"
    kopie = formulier.speel(
        hekje,
        ("bewaren", "naam", {"bestand": "Scan (kopie)", "merk": 2, "kopie": True}),
        tekst=eerst["schrijf"],
    )
    staat = Zelfproef(bewaard=kopie["schrijf"]).werk.staat
    assert staat.kenmerk
    assert staat.invulvel.rol == "bestuur"
    assert formulier.speel(hekje, ("alles", "klik", {}))["alles"]
    klad = formulier.speel(hekje, vul, ("bewaren", "download", {}))
    assert Zelfproef(bewaard=klad["bied"]["tekst"]).werk.staat.invulvel.rol == "bestuur"
