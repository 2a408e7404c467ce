"""De adviezen: elk met een voorbeeld dat het geeft en een dat het niet geeft."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from plannen import INHOUD, PLANNEN, activiteit, doel, kern

from lv_tools.verbeterplan.model.advies import advise
from lv_tools.verbeterplan.model.plan import (
    Kern,
    Knoop,
    Maat,
    Maatregel,
    Punt,
    Regels,
    Waarde,
    Waarneming,
)
from lv_tools.verbeterplan.model.uitkomst import compute
from lv_tools.verbeterplan.model.woorden import own_words, vague_words
from lv_tools.verbeterplan.verslag.adviezen import advice, sentence


def codes(plan: Kern, eigen: str = "", **regels) -> list[str]:
    return [
        advies.code
        for advies in advise(plan, Regels(**regels), own_words(eigen, "wat is dat?"), INHOUD)
    ]


def met(**velden) -> Kern:
    return kern(doelen=(doel(**velden),))


def test_op_een_plan_zonder_gaten_valt_niets_aan_te_merken() -> None:
    assert codes(kern()) == []


def test_een_leeg_plan_krijgt_geen_adviezen() -> None:
    assert codes(Kern()) == codes(Kern("Havo")) == []


def nu_en_dan(nu: int | None, dan: int | None) -> Maat:
    waarden = [Waarde(Fraction(x)) if x is not None else Waarde() for x in (nu, dan)]
    return replace(doel().maat, nu=waarden[0], dan=waarden[1])


VIER = tuple(activiteit(f"a{nr}", klaar=date(2026, 1 + nr, 5), wie=f"rol {nr}", begin=None)
             for nr in range(4))  # fmt: skip


@pytest.mark.parametrize(
    ("code", "plan"),
    [
        ("vaag", met(wat="Weinig  vertraging in havo 4")),
        ("vaag", met(wat="Een aanvaardbare uitslag")),
        ("geen-wat", met(wat=" ")),
        ("geen-getal", met(maat=nu_en_dan(33, None))),
        ("geen-begin", met(maat=nu_en_dan(None, 75))),
        ("gelijk", met(maat=nu_en_dan(75, 75))),
        ("al-gehaald", met(maat=nu_en_dan(80, 75))),
        ("geen-datum", met(klaar=None)),
        ("geen-wie", met(wie=" ")),
        ("geen-les", met(in_de_les="")),
        ("geen-tussendoel", met(tussendoelen=())),
        ("tussen-na-doel", met(klaar=date(2026, 1, 1))),
        ("doel-zonder-punt", met(punt="")),
        ("punt-zonder-doel", kern(punten=(Punt("p1", "a"), Punt("p2", "b")))),
        ("doel-zonder-maatregel", kern(maatregelen=(), activiteiten=())),
        ("losse-maatregel", kern(maatregelen=(
            *kern().maatregelen, Maatregel("m2", "Los", "rector", date(2026, 5, 1))))),
        ("maatregel-zonder-activiteit", kern(activiteiten=())),
        ("losse-activiteit", kern(activiteiten=(activiteit(maatregel="weg"),))),
        ("geen-bewijs", kern(activiteiten=(activiteit(maat=Maat()),))),
        ("begin-na-eind", kern(activiteiten=(activiteit(begin=date(2026, 1, 24)),))),
        ("veel-doelen", kern(doelen=tuple(doel(id=f"d{nr}", tussendoelen=()) for nr in range(4)))),
        ("een-maand", kern(activiteiten=(
            *VIER[:2], *(replace(a, klaar=date(2026, 1, 30)) for a in VIER[2:])))),
        ("een-persoon", kern(activiteiten=(*VIER[:2], *(
            replace(a, wie=" Rol 0") for a in VIER[2:])))),
        ("geen-terugblik", kern(momenten=())),
        ("niet-verteld", kern(boodschappen=kern().boodschappen[1:])),
        ("meting-zonder-dag", met(waarnemingen=(Waarneming("w"),))),
    ],
)  # fmt: skip
def test_elk_advies_heeft_een_voorbeeld(code: str, plan: Kern) -> None:
    assert code in codes(plan)


def test_elk_advies_uit_de_teksten_kan_voorkomen() -> None:
    """Een advies dat niemand ooit ziet, hoort niet in de lijst."""
    gezien = set()
    for merk in test_elk_advies_heeft_een_voorbeeld.pytestmark:
        gezien |= {code for code, _ in merk.args[1]}
    assert gezien == {advies.code for advies in INHOUD.advies}


@pytest.mark.parametrize(
    ("tekst", "met_getal", "uit"),
    [
        ("Docenten gaan vaker na of leerlingen het begrijpen", False, ["vaker"]),
        ("Docenten gaan vaker na of leerlingen het begrijpen", True, []),
        ("AANVAARDBAAR niveau", True, ["AANVAARDBAAR"]),
        ("Wie twee of meer onvoldoendes heeft, of niet meer komt", False, []),
        ("De meerderheid", False, []),
        ("Waar   nodig", False, ["Waar nodig"]),
        ("verbeteringen", False, ["verbeteringen"]),
        ("Elke les begint met een vraag aan iedereen", False, []),
    ],
)
def test_een_vaag_woord_is_een_heel_woord(tekst, met_getal, uit) -> None:
    gevonden = vague_words(tekst, INHOUD.woord, met_getal=met_getal)
    assert [woord.woord for woord in gevonden] == uit


def test_eigen_woorden_tellen_mee_ook_met_een_uitgang() -> None:
    plan = met(wat="Wij synergiën het mentoraat")
    assert codes(plan) == []
    assert codes(plan, "synergi*\nmentoraat\n*\n") == ["vaag", "vaag"]
    assert codes(plan, "synergi\n") == []


def test_de_grenzen_zijn_te_verzetten() -> None:
    veel = kern(doelen=tuple(doel(id=f"d{nr}") for nr in range(4)))
    assert "veel-doelen" in codes(veel)
    assert "veel-doelen" not in codes(veel, speerpunten=4)
    scheef = kern(activiteiten=(*VIER[:2], *(replace(a, wie="rol 0") for a in VIER[2:])))
    assert "een-persoon" in codes(scheef, deel=75)
    assert "een-persoon" not in codes(scheef, deel=76)


def test_wat_gestopt_is_telt_niet_mee_voor_drukte() -> None:
    scheef = tuple(replace(a, wie="rol 0") for a in VIER)
    assert "een-persoon" in codes(kern(activiteiten=scheef))
    gestopt = (replace(scheef[0], besluit="stoppen"), *scheef[1:])
    assert "een-persoon" not in codes(kern(activiteiten=gestopt))  # drie zijn er te weinig


@settings(deadline=None, max_examples=30)
@given(PLANNEN)
def test_de_adviezen_van_elk_plan_zijn_te_lezen(plan) -> None:
    uitslag = compute(plan, INHOUD)
    for advies in uitslag.adviezen:
        zin = sentence(advies, INHOUD)
        assert zin
        assert "{" not in zin.replace(str(advies.waarden.get("wat")), "")
    if uitslag.adviezen:
        assert advice(uitslag, INHOUD)[-1].tekst.startswith("SMART heeft grenzen")


@settings(deadline=None, max_examples=30)
@given(PLANNEN)
def test_een_naam_erbij_haalt_alleen_adviezen_weg(plan) -> None:
    """Wie bij elk onderdeel een eigen trekker zet, krijgt er nooit een advies bij."""
    namen = {"nr": 0}

    def naam(knoop):
        namen["nr"] += 1
        return replace(knoop, wie=f"rol {namen['nr']}")

    voller = replace(
        plan.kern,
        ambitie=naam(plan.kern.ambitie),
        doelen=tuple(
            naam(replace(d, tussendoelen=tuple(map(naam, d.tussendoelen))))
            for d in plan.kern.doelen
        ),
        maatregelen=tuple(map(naam, plan.kern.maatregelen)),
        activiteiten=tuple(map(naam, plan.kern.activiteiten)),
    )
    eerst, daarna = codes(plan.kern), codes(voller)
    if eerst:
        assert "geen-wie" not in daarna
        assert [c for c in eerst if c not in ("geen-wie", "een-persoon")] == daarna


def test_de_ambitie_mag_zonder_getal() -> None:
    ruim = Knoop("ambitie", "Elke leerling weet het", "rector", date(2026, 7, 17))
    assert codes(kern(ambitie=ruim)) == []
