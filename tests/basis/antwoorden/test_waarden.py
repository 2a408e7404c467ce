"""Een cel is alleen een antwoord als zij precies één van de antwoorden is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.antwoorden.waarden import (
    Antwoordlezer,
    OnleesbaarError,
    cell_text,
    clean_role,
    is_marked,
    listed_choices,
)
from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.onderzoek.vragenset import Keuzevraag, Optie, Vragenset
from lv_tools.basis.uitvoer.uitvoertabel import guard_formula

VRAGEN = Vragenset(
    ("niet", "enigszins", "voldoende", "(heel) goed"), (Optie("s", "Stelling."),), (), (),
    nvt="niet van toepassing",
)  # fmt: skip
LEES = Antwoordlezer(VRAGEN).answer


@pytest.mark.parametrize(
    ("tekst", "antwoord"),
    [
        ("3", 3), ("3,0", 3), ("3.0", 3), ("03", 3), ("voldoende", 3), ("Voldoende", 3),
        ("VOLDOENDE.", 3), ("3 = voldoende", 3), ("3=voldoende", 3), ("3 - voldoende", 3),
        ("3: Voldoende", 3), ("3. voldoende", 3), ("3 voldoende", 3), ("voldoende (3)", 3),
        ("4 (heel) goed", 4), ("4 - (heel) goed", 4), ("(Heel) goed", 4), ("voldoende;", 3),
        ("voldoende;\u200b", 3), ("3.", 3), ("\xa03\xa0", 3), ("‘voldoende’", 3), ('"3"', 3),
        ("weet ik niet", None), ("?", None), ("Geen mening", None),
        ("n.v.t.", 0), ("nvt", 0), ("Niet van toepassing", 0),
    ],
)  # fmt: skip
def test_een_antwoord(tekst, antwoord):
    assert LEES(cell_text(tekst)) == antwoord


@pytest.mark.parametrize(
    "tekst",
    ["3-4", "3 - 4", "2–3", "2—3", "3-apr", "4-sep", "1:2", "3:00", "03:00:00", "4=niet", "3: niet",
     "1 - (heel) goed", "(heel) goed (1)", "3,5", "3.5", "2 à 3", "5", "0", "-1", "1-9-2026 10:00",
     "2026-04-03 00:00:00", "goed", "heel goed", "ja", "x", "-", "1e", "3/4", "½", "3³", "³", "3+",
     "3 of 4", "voldoende, goed", "niet voldoende", "#N/B", "3 = ", "33", "3 3", "=B2", "Ⅲ",
     "3?", "?3", "*3", "3*", "3!", "3…", "3...", "3:", "3,", "niet?", "voldoende!", ".3", "\"3",
     "voldoende:", "n.v.t.?", "weet ik niet?", "voldoende?;"],
)  # fmt: skip
def test_geen_antwoord(tekst):
    with pytest.raises(OnleesbaarError):
        LEES(cell_text(tekst))


@given(st.text(alphabet="0123456789-–=:.,()/ nietvoldoeghsz?;", max_size=12))
def test_wat_telt_noemt_nooit_een_ander_antwoord(tekst):
    try:
        antwoord = LEES(cell_text(tekst))
    except OnleesbaarError:
        return
    cijfers = re.findall(r"\d+", tekst)
    if antwoord:
        assert {int(c) for c in cijfers} <= {antwoord, 0}
        woorden = re.sub(r"[\d=:.,;?–\s-]", "", tekst).strip("()")
        assert woorden in {"", VRAGEN.schaal[antwoord - 1].replace(" ", "").strip("()")}
    else:
        assert not any(c.isdigit() for c in tekst)


@given(
    st.sampled_from(["1", "3", "voldoende", "(heel) goed", "nvt", "weet ik niet", "4 (heel) goed"]),
    st.sampled_from("?!…:*,~<>+#"),
    st.booleans(),
    st.sampled_from(["", " ", ";", "."]),
)
def test_een_teken_erbij_is_niet_meer_precies_een_antwoord(tekst, teken, voor, staart):
    with pytest.raises(OnleesbaarError):
        LEES(cell_text(f"{teken}{tekst}{staart}" if voor else f"{tekst}{teken}{staart}"))


@given(st.text(max_size=20))
def test_van_een_tekst_gaat_alleen_de_bescherming_tegen_formules_af(tekst):
    beschermd = cell_text(guard_formula(tekst))
    assert beschermd == cell_text(guard_formula(tekst).removeprefix("'")) or clean_text(
        tekst
    ).lstrip().startswith("'")
    if tekst[:1] == "'" and tekst[1:2].isalnum():
        assert cell_text(tekst).startswith("'")


VRAAG = Keuzevraag(
    "st", "Welke?", (Optie("OP2", "Zicht, en hulp"), Optie("OP3", "Les"), Optie("VS1", "Rust"))
)


@pytest.mark.parametrize(
    ("tekst", "codes", "over"),
    [
        ("OP2 Zicht, en hulp;OP3 Les;", ("OP2", "OP3"), ()),
        ("Les, Rust", ("OP3", "VS1"), ()),
        ("Zicht, en hulp, Les", ("OP2", "OP3"), ()),
        ("OP2, VS1", ("OP2", "VS1"), ()),
        ("OP2\nOP3", ("OP2", "OP3"), ()),
        ("OP3: Les", ("OP3",), ()),
        ("OP3 - les", ("OP3",), ()),
        ("OP2 Les", (), ("OP2 Les",)),
        ("Les;iets anders;", ("OP3",), ("iets anders",)),
        ("Les, iets anders", (), ("Les, iets anders",)),
        ("geen van deze", (), ()),
        ("Geen", (), ()),
        ("weet ik niet", None, ()),
        ("iets anders", (), ("iets anders",)),
        ("ja", (), ("ja",)),
        ("Les?", (), ("Les?",)),
        ("OP2; Rust!", ("OP2",), ("Rust!",)),
    ],
)
def test_keuzes_in_een_cel(tekst, codes, over):
    assert listed_choices(tekst, VRAAG) == (codes, over)


@pytest.mark.parametrize("tekst", ["geen;OP2", "weet ik niet;Les", "geen;weet ik niet"])
def test_keuzes_die_elkaar_tegenspreken(tekst):
    with pytest.raises(OnleesbaarError, match="spreken elkaar tegen"):
        listed_choices(tekst, VRAAG)


@pytest.mark.parametrize(
    ("tekst", "gekozen"),
    [("x", True), ("X", True), ("ja", True), ("1", True), ("✓", True), ("Les", True),
     ("OP3", True), ("Y", True), ("", False), ("0", False), ("Nee", False), ("N", False)],
)  # fmt: skip
def test_een_vakje(tekst, gekozen):
    assert is_marked(tekst, "OP3", "Les") is gekozen


@pytest.mark.parametrize("tekst", ["misschien", "2", "Rust", "?"])
def test_geen_vakje(tekst):
    with pytest.raises(OnleesbaarError):
        is_marked(tekst, "OP3", "Les")


@pytest.mark.parametrize(
    ("ruw", "rol"),
    [("bestuur;", "bestuur"), ("docent.", "docent"), ("Do\u200bcent", "Docent"),
     (" intern\xa0toezicht ", "intern toezicht"), ("'s-Hertogenbosch", "'s-Hertogenbosch")],
)  # fmt: skip
def test_een_rol_zonder_wat_een_formulier_toevoegt(ruw, rol):
    assert clean_role(ruw) == rol
