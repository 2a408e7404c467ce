"""Respondenten uit een tabel: sjabloon, CSV, Excel en een export van Microsoft Forms."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.antwoorden.meldingen import MAX_PER_SOORT
from lv_tools.basis.antwoorden.tabel import MAX_RIJEN, TabelError, read_rows, template
from lv_tools.basis.onderzoek.samenvoegen import add_source, merge
from lv_tools.basis.onderzoek.vragenset import ONBEKENDE_ROL, Keuzevraag, Optie, Vragenset
from lv_tools.basis.tabellen.tabelbestand import MAX_BYTES, BestandError, read_table

VRAGEN = Vragenset(
    schaal=("helemaal oneens", "oneens", "eens", "helemaal eens"),
    stellingen=(Optie("u1", "Het moet nu beter."), Optie("u2", "Ik weet waarom.")),
    keuzevragen=(
        Keuzevraag("standaarden", "Wat hoort erbij?", (Optie("OP2", "Zicht"), Optie("OP3", "Les"))),
    ),
    rollen=(Optie("docent", "docent"), Optie("leiding", "schoolleiding")),
)


def as_csv(rijen, scheiding=";", tekenset="utf-8-sig"):
    uit = io.StringIO()
    csv.writer(uit, delimiter=scheiding).writerows(rijen)
    return uit.getvalue().encode(tekenset)


def as_xlsx(rijen):
    from openpyxl import Workbook

    boek = Workbook()
    for rij in rijen:
        boek.active.append(rij)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def read(inhoud, **opties):
    return read_rows(read_table("lijst", inhoud), "lijst", VRAGEN, **opties)


RIJEN = [
    *template(VRAGEN),
    ["1", "docent", "4", "eens", "x", ""],
    ["2", "Schoolleiding", "Helemaal oneens", "weet ik niet", "0", "ja"],
    ["3", "decaan", "3,0", "", "", ""],
]


@pytest.mark.parametrize(
    "inhoud",
    [
        as_csv(RIJEN),
        as_csv(RIJEN, ","),
        as_csv(RIJEN, "\t", "utf-16"),
        as_csv(RIJEN, ";", "cp1252"),
        b"sep=;\r\n" + as_csv(RIJEN, ";", "utf-8"),
        as_xlsx(RIJEN),
    ],
    ids=["puntkomma", "komma", "tab-utf16", "cp1252", "sep", "xlsx"],
)
def test_sjabloon_heen_en_terug(inhoud):
    inlezing = read(inhoud)
    een, twee, drie = inlezing.bron.respondenten
    (zin,) = inlezing.meldingen
    assert zin.startswith("De rol ‘decaan’ staat niet in de lijst. 1 persoon telt mee")
    assert (een.rol, dict(een.antwoorden), dict(een.keuzes)) == (
        "docent",
        {"u1": 4, "u2": 3},
        {"standaarden": ("OP2",)},
    )
    assert (twee.rol, dict(twee.antwoorden), dict(twee.keuzes)) == (
        "leiding",
        {"u1": 1, "u2": None},
        {"standaarden": ("OP3",)},
    )
    assert (drie.rol, dict(drie.antwoorden), dict(drie.keuzes)) == ("decaan", {"u1": 3}, {})


FORMS = [
    ["Id", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Wat is uw rol?",
     "Het moet nu beter.", "Ik weet waarom", "Wat hoort erbij?"],
    [1, "2026-11-02 09:00", "2026-11-02 09:04", "a@school.example", "Anna", "docent",
     "eens", "helemaal eens", "OP2 Zicht;OP3 Les;"],
    [2, "2026-11-02 09:01", "2026-11-02 09:03", "b@school.example", "Bo", "docent",
     "eens", "helemaal eens", "geen van deze"],
]  # fmt: skip


def test_forms_export():
    inlezing = read(as_xlsx(FORMS))
    een, twee = inlezing.bron.respondenten
    assert inlezing.meldingen == ()
    assert dict(een.antwoorden) == {"u1": 3, "u2": 4}
    assert een.keuzes["standaarden"] == ("OP2", "OP3")
    assert twee.keuzes["standaarden"] == ()
    assert een.naam == twee.naam == ""
    assert "school.example" not in repr(inlezing)
    assert [r.naam for r in read(as_xlsx(FORMS), met_namen=True).bron.respondenten] == [
        "Anna",
        "Bo",
    ]


def test_latere_forms_export_telt_niemand_dubbel_en_neemt_wijzigingen_over():
    later = [
        *FORMS,
        [3, "2026-11-03 10:00", "2026-11-03 10:05", "", "Cor", "ouder", "oneens", "", ""],
    ]
    later[1] = [*FORMS[1]]
    later[1][2], later[1][6] = "2026-11-04 08:00", "oneens"
    stapel = add_source((), read(as_xlsx(FORMS)).bron)
    stapel = add_source(stapel, read(as_xlsx(later)).bron)
    samen = merge(stapel)
    assert len(samen) == 3
    assert sorted(r.antwoorden["u1"] for r in samen) == [2, 2, 3]


def test_dezelfde_rij_van_twee_mensen_telt_twee_keer_maar_het_bestand_een_keer():
    rijen = [["rol", "u1"], ["docent", "3"], ["docent", "3"]]
    stapel = add_source((), read(as_csv(rijen)).bron)
    assert len(merge(stapel)) == 2
    langer = read(as_csv([*rijen, ["docent", "4"]])).bron
    assert len(merge(add_source(stapel, langer))) == 3


def test_wat_niet_klopt_wordt_genoemd_en_de_rest_blijft():
    inlezing = read(
        as_csv(
            [
                ["rol", "u1", "u2", "OP2"],
                ["docent", "5", "eens", "misschien"],
                ["ouder", "", "", ""],
            ]
        )
    )
    (een,) = inlezing.bron.respondenten
    assert dict(een.antwoorden) == {"u2": 3}
    assert een.keuzes == {}
    tekst = "\n".join(inlezing.meldingen)
    assert "Rij 2, ‘Het moet nu beter.’: ‘5’: dat past niet bij de schaal. Kies 1 tot en" in tekst
    assert "bij ‘Zicht’ staat ‘misschien’: dat is geen kruisje" in tekst
    assert "Rij 3: er is geen enkel antwoord" in tekst
    assert inlezing.geweigerd == (3,)


def test_ontbrekende_kolommen_en_rol():
    inlezing = read(as_csv([["u1"], ["2"]]))
    vragen, rol = inlezing.meldingen
    assert "niet in ‘lijst’ en blijven leeg: ‘Wat hoort erbij?’, ‘Ik weet waarom.’" in vragen
    assert "geen kolom met de rol of groep gevonden" in rol
    assert "Deze koppen staan er wel: ‘u1’" in rol
    assert inlezing.bron.respondenten[0].rol == ONBEKENDE_ROL


def test_onbekende_keuze_in_forms():
    inlezing = read(as_csv([["rol", "u1", "u2", "standaarden"], ["docent", "1", "1", "OP2;OP77"]]))
    assert inlezing.bron.respondenten[0].keuzes["standaarden"] == ("OP2",)
    assert "‘OP77’ is geen keuze" in inlezing.meldingen[0]


def test_te_veel_meldingen_en_rollen_blijven_leesbaar():
    rijen = [["rol", "u1", "u2"], *([f"rol {i}", "9", "1"] for i in range(50))]
    inlezing = read(as_csv(rijen))
    assert len(inlezing.meldingen) == 1 + 2 * (MAX_PER_SOORT + 1)
    assert inlezing.meldingen[-1] == (
        "En nog 45 meldingen over antwoorden die niet meetellen (rij 7 tot en met 51)."
    )
    assert len(inlezing.bron.respondenten) == 50
    assert len({r.rol for r in inlezing.bron.respondenten}) == 21


@pytest.mark.parametrize(
    ("rijen", "zin"),
    [
        ([], "staat niets"),
        ([["", ""], [None]], "staat niets"),
        ([["", ""], ["# alleen uitleg"]], "geen enkele kolom een vraag"),
        ([["kleur", "maat"], ["rood", "3"]], "geen enkele kolom een vraag"),
        ([["u1"]] + [["1"]] * (MAX_RIJEN + 1), "Splits het bestand"),
    ],
)
def test_tabel_die_niet_kan(rijen, zin):
    with pytest.raises(TabelError, match=zin):
        read_rows(rijen, "lijst", VRAGEN)


def zipbom():
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("xl/worksheets/sheet1.xml", b"0" * 150_000_000)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "is leeg"),
        (b"  \n ", "is leeg"),
        (b"a" * (MAX_BYTES + 1), "hoogstens 10 MB"),
        (b"PK\x03\x04kapot", "beschadigd"),
        (as_xlsx(RIJEN)[:-400], "beschadigd"),
        (b"\xd0\xcf\x11\xe0oud", "zonder wachtwoord"),
        (b"%PDF\x00\x01", "is geen tabel"),
        (b"u1;" * 600, "meer dan 500 kolommen"),
    ],
    ids=["leeg", "wit", "groot", "kapot", "afgebroken", "oud", "binair", "breed"],
)
def test_bestand_dat_niet_kan(inhoud, zin):
    with pytest.raises(BestandError, match=zin):
        read(inhoud)


def test_zipbom_wordt_geweigerd():
    with pytest.raises(BestandError, match="te groot"):
        read_table("lijst", zipbom())


def test_vijandige_tekst_blijft_tekst():
    rol = "<script>alert(1)</script>"
    rijen = [["rol", "u1", "u2"], [rol, "1", '=HYPERLINK("x")'], ["\u202edocent", "1", "1"]]
    inlezing = read(as_csv(rijen))
    assert inlezing.bron.respondenten[0].rol == rol
    assert '‘=HYPERLINK("x")’: dat past niet' in "".join(inlezing.meldingen)


@given(st.binary(max_size=400))
def test_willekeurige_bytes_geven_rijen_of_een_nette_zin(inhoud):
    zin = ""
    try:
        read_rows(read_table("lijst", inhoud), "lijst", VRAGEN)
    except (BestandError, TabelError) as fout:
        zin = str(fout)
    assert zin == "" or ("lijst" in zin and zin.endswith("."))


@given(st.lists(st.lists(st.text(max_size=8) | st.integers() | st.none(), max_size=5), max_size=6))
def test_willekeurige_rijen_onder_een_goede_kop(rijen):
    inlezing = read_rows([["rol", "u1", "u2", "OP2", "OP3"], *rijen], "lijst", VRAGEN)
    for respondent in inlezing.bron.respondenten:
        assert all(a is None or 1 <= a <= 4 for a in respondent.antwoorden.values())
        assert len(respondent.rol) <= 40


def test_namen_met_rol_erin_zijn_geen_stelling():
    """Een langere kop telt als hij met de code begint, niet als de code er ergens in staat."""
    inlezing = read(as_csv([["rol", "u1: hoe dan ook", "menu1"], ["docent", "2", "4"]]))
    assert dict(inlezing.bron.respondenten[0].antwoorden) == {"u1": 2}
