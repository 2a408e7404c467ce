"""Antwoorden gaan mee op de tekst, en elk antwoord houdt een plek: ook als teksten gelijk zijn."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.onderzoek.telling import Groepstelling, Handtelling
from lv_tools.basis.onderzoek.vragenset import Optie, Vragenset

SCHAAL = ("nooit", "soms", "vaak", "altijd")
CODES = ("eigen-1", "eigen-2", "eigen-3", "eigen-4")


def vragen(*stellingen: Optie) -> Vragenset:
    return Vragenset(SCHAAL, stellingen, (), (Optie("docent", "docent"),))


def persoon(**antwoorden: int) -> Respondent:
    return Respondent("wie", "docent", {c.replace("_", "-"): a for c, a in antwoorden.items()}, {})


def test_twee_stellingen_met_dezelfde_tekst_houden_elk_hun_antwoord() -> None:
    toen = vragen(Optie("eigen-1", "Wij leren."), Optie("eigen-2", "Wij leren."))
    over = Overzetting(toen, toen).respondent(persoon(eigen_1=1, eigen_2=4))
    assert (over.antwoorden, over.rest) == ({"eigen-1": 1, "eigen-2": 4}, {})
    # Ook met andere codes, en ook bij een telling met de hand.
    nu = vragen(Optie("a", "Wij leren"), Optie("b", "wij leren"))
    over = Overzetting(toen, nu).respondent(persoon(eigen_1=1, eigen_2=4))
    assert over.antwoorden == {"a": 1, "b": 4}
    aantallen = {"eigen-1": Verdeling((3, 0, 0, 0)), "eigen-2": Verdeling((0, 0, 0, 2))}
    hand = Handtelling("tel", "docent", Groepstelling(3, aantallen, {}), "")
    for naar, codes in ((toen, ("eigen-1", "eigen-2")), (nu, ("a", "b"))):
        geteld = Overzetting(toen, naar).count(hand).telling.stellingen
        assert [geteld[code] for code in codes] == list(aantallen.values())


def test_wat_samen_een_werd_blijft_in_de_rest_staan() -> None:
    toen = vragen(Optie("a", "Wij leren."), Optie("b", "Wij groeien."))
    nu = vragen(Optie("c", "Wij leren en groeien.", ("Wij leren.", "Wij groeien.")))
    over = Overzetting(toen, nu).respondent(persoon(a=1, b=4))
    assert over.antwoorden == {"c": 1}
    assert [(vraag.tekst, waarde) for vraag, waarde in over.rest.items()] == [("Wij groeien.", 4)]
    assert Overzetting(toen, nu).respondent(persoon(b=4)).antwoorden == {"c": 4}


@st.composite
def vragensets(draw: st.DrawFn) -> Vragenset:
    codes = draw(st.lists(st.sampled_from(CODES), min_size=1, unique=True))
    tekst = st.sampled_from(["Wij leren.", "Wij groeien.", "wij leren"])
    return vragen(*(Optie(c, draw(tekst), tuple(draw(st.sets(tekst)))) for c in codes))


@given(vragensets(), vragensets(), st.data())
@settings(deadline=None)
def test_geen_antwoord_valt_weg_of_telt_dubbel(
    toen: Vragenset, nu: Vragenset, data: st.DataObject
) -> None:
    codes = st.sampled_from([s.code for s in toen.stellingen])
    wie = persoon(**data.draw(st.dictionaries(codes, st.integers(1, 4))))
    over = Overzetting(toen, nu).respondent(wie)
    assert sorted([*over.antwoorden.values(), *over.rest.values()]) == sorted(
        wie.antwoorden.values()
    )
    terug = Overzetting(toen, toen).respondent(wie)
    assert (terug.antwoorden, terug.rest) == (wie.antwoorden, {})
