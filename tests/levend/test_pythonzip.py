from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from levend import compileren
from levend.compileren import Module
from levend.pythonzip import Archief, afsluiting, hulpmiddelen_in, maak_archieven
from levend.vendor import VendorError
from levend.zipbestand import maak_zip, voeg_toe

PROEF = Path(__file__).parent / "proefboek"

namen = st.sampled_from([f"m{n}" for n in range(8)])
grafen = st.dictionaries(namen, st.lists(namen, max_size=4))


def als_modules(graaf: dict[str, list[str]]) -> dict[str, Module]:
    return {n: Module(n, f"{n}.pyc", b"", tuple(i), ()) for n, i in graaf.items()}


@given(grafen, st.lists(namen, max_size=3))
def test_afsluiting_bevat_alles_wat_zij_zelf_importeert(
    graaf: dict[str, list[str]], wortels: list[str]
) -> None:
    modules = als_modules(graaf)
    gekozen = afsluiting(modules, wortels)
    assert gekozen >= {w for w in wortels if w in modules}
    for naam in gekozen:
        assert {i for i in graaf[naam] if i in modules} <= gekozen
    assert afsluiting(modules, gekozen) == gekozen


@given(grafen, st.lists(namen, max_size=3), st.lists(namen, max_size=3))
def test_meer_wortels_geven_nooit_minder(
    graaf: dict[str, list[str]], wortels: list[str], meer: list[str]
) -> None:
    modules = als_modules(graaf)
    assert afsluiting(modules, wortels) <= afsluiting(modules, wortels + meer)


def test_bovenliggend_pakket_gaat_mee_en_uitgesloten_niet() -> None:
    modules = als_modules({"a": [], "a.b": ["c"], "c": []})
    assert afsluiting(modules, ["a.b"]) == {"a", "a.b", "c"}
    assert afsluiting(modules, ["a.b"], zonder=["c"]) == {"a", "a.b"}


def test_wat_pas_later_geimporteerd_wordt_telt_alleen_op_verzoek() -> None:
    modules = {
        "a": Module("a", "a.pyc", b"", (), ("b",)),
        "b": Module("b", "b.pyc", b"", (), ()),
    }
    assert afsluiting(modules, ["a"]) == {"a"}
    assert afsluiting(modules, ["a"], ook_later=["a"]) == {"a", "b"}


@pytest.mark.parametrize(
    ("code", "namen"),
    [
        ("from lv_tools.meter.scherm import open_scherm\nopen_scherm()", ("lv_tools.meter",)),
        ("import lv_tools.a, os\nfrom lv_tools.b import c", ("lv_tools.a", "lv_tools.b")),
        ("import lv_tools\nfrom pathlib import Path", ()),
    ],
)
def test_hulpmiddelen_in_een_cel(code: str, namen: tuple[str, ...]) -> None:
    assert hulpmiddelen_in(code, "lv_tools") == namen


@given(st.dictionaries(st.text("abc/", min_size=1, max_size=6), st.binary(max_size=40), max_size=5))
def test_zip_hangt_niet_af_van_de_volgorde(bestanden: dict[str, bytes]) -> None:
    andersom = dict(reversed(bestanden.items()))
    assert maak_zip(bestanden) == maak_zip(andersom)


def test_voeg_toe_bewaart_wat_er_was() -> None:
    samen = voeg_toe(maak_zip({"a": b"1"}), {"b": b"2"})
    with zipfile.ZipFile(io.BytesIO(samen)) as zip_:
        assert {n: zip_.read(n) for n in zip_.namelist()} == {"a": b"1", "b": b"2"}


@pytest.fixture(scope="module")
def archieven() -> dict[str, Archief]:
    alle = maak_archieven(PROEF / "proef_tools", PROEF / "gegevens", ["proef_tools.scherm"])
    return {archief.naam: archief for archief in alle}


def test_elke_module_zit_in_precies_een_archief(archieven: dict[str, Archief]) -> None:
    """Snoeien maakt niets stuk: wat niet in het eerste archief zit, komt later."""
    alle = [naam for archief in archieven.values() for naam in archief.modules]
    assert len(alle) == len(set(alle))
    assert {"os", "json", "csv", "email.message", "fractions", "ipywidgets", "xlsxwriter"} <= set(
        alle
    )


def test_het_eerste_archief_heeft_wat_nodig_is_en_niet_meer(archieven: dict[str, Archief]) -> None:
    eerste = set(archieven["python"].modules)
    assert {"encodings.utf_8", "asyncio", "comm", "tomllib"} <= eerste
    assert not {"unittest", "pdb", "doctest", "xlsxwriter", "email.message"} & eerste
    assert not {"ipywidgets", "anywidget", "traitlets"} & eerste, "een eigen scherm heeft die niet"
    assert "xlsxwriter" in archieven["laat-xlsxwriter"].modules


def test_gegevens_en_eigen_modules_zitten_bij_elkaar(archieven: dict[str, Archief]) -> None:
    with zipfile.ZipFile(io.BytesIO(archieven["lv"].inhoud)) as zip_:
        inhoud = zip_.namelist()
    assert "proef_tools/_data/regel.toml" in inhoud
    assert "proef_tools/regel.pyc" in inhoud
    eigen = set(archieven["lv-scherm"].modules)
    assert {"proef_tools.scherm", "ipywidgets.widgets.widget_box"} <= eigen, "het noemt ipywidgets"
    assert not [naam for naam in inhoud if naam.endswith(".py")]


def test_twee_hulpmiddelen_delen_wat_ze_beide_nodig_hebben(tmp_path: Path) -> None:
    pakket = tmp_path / "tools"
    for naam, tekst in {
        "__init__.py": "",
        "basis.py": "import fractions",
        "een/__init__.py": "",
        "een/scherm.py": "import xml.sax, wave\nfrom tools import basis",
        "een/hulp.js": "1",
        "twee/__init__.py": "",
        "twee/scherm.py": "import xml.sax\nfrom tools import basis",
        "drie/__init__.py": "",
    }.items():
        (pakket / naam).parent.mkdir(parents=True, exist_ok=True)
        (pakket / naam).write_text(tekst)
    (tmp_path / "data" / "ruw").mkdir(parents=True)
    (tmp_path / "data" / "ruw" / "bron.csv").write_text("1")
    alle = {
        a.naam: a for a in maak_archieven(pakket, tmp_path / "data", ["tools.een", "tools.twee"])
    }
    assert "fractions" in alle["python"].modules, "de gedeelde basis vraagt het"
    (samen,) = [a for naam, a in alle.items() if naam.startswith("deel-")]
    assert "xml.sax" in samen.modules
    assert samen.voor == ("tools.een", "tools.twee")
    assert "wave" in alle["lv-een"].modules
    assert "wave" not in alle["lv-twee"].modules
    assert "tools.basis" in alle["lv"].modules
    assert "ipywidgets.widgets.widget_box" in alle["laat-ipywidgets"].modules
    assert "tools.drie" in alle["laat-rest"].modules, "zonder pagina komt het pas bij gebruik"
    with zipfile.ZipFile(io.BytesIO(alle["lv-een"].inhoud)) as zip_:
        assert "tools/een/hulp.js" in zip_.namelist()
    with zipfile.ZipFile(io.BytesIO(alle["lv"].inhoud)) as zip_:
        assert not [n for n in zip_.namelist() if "ruw" in n]


def test_opnieuw_compileren_geeft_dezelfde_bytes(
    archieven: dict[str, Archief], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Zonder dat zou elke bouw iedereen alles opnieuw laten ophalen."""
    bronnen = {"x/__init__.py": b"A = {'a', 'b', 'c'}\ndef f(): return 'tekst', 1.5\n"}
    _, eerste = compileren.compileer(bronnen, 2)
    klaar = tmp_path / "opnieuw.zip"
    compileren._compileer_in_node(bronnen, 2, (), klaar)
    with zipfile.ZipFile(klaar) as zip_:
        assert zip_.read("x/__init__.pyc") == eerste["x"].pyc


def test_fout_in_de_broncode_wordt_gemeld() -> None:
    with pytest.raises(VendorError, match="SyntaxError"):
        compileren.compileer({"stuk.py": b"def ("}, 0)
