"""Bewaakt de bouw van het pakket: welke module welke mag gebruiken."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[1]
PAKKET = WORTEL / "lv_tools"
MODULES = sorted(
    p for p in PAKKET.rglob("*.py") if "__pycache__" not in p.parts and "_data" not in p.parts
)
GEDEELD = {"basis", "schermdelen", "bouwdoos", "controle"}
HULPMIDDELEN = {p.parent.name for p in PAKKET.glob("*/hulpmiddel.py")} - GEDEELD
SCHERMBIBLIOTHEKEN = {"ipywidgets", "anywidget", "traitlets", "IPython", "comm"}
#: De publieke kant: gebruikt de voordeuren, en niemand gebruikt haar. In de pagina komt zij nooit.
VERDER = "verder"

# Kamers binnen een hulpmiddel, van boven naar beneden: een lager getal mag naar een hoger.
# Een stilbeeld is een verslag in de pagina, en teksten leest iedereen. Een kamer met één module is
# een bestand.
KAMER = {
    "hulpmiddel": -1,
    "scherm": 0,
    **{"stilbeeld": 1, "papier": 1, "hoofdstuk": 1},
    "verslag": 2,
    "figuur": 3,
    "bestand": 4,
    **{"model": 5, "teksten": 5, "stellingen": 5},
}
#: Wat van de bouwdoos niet aan een scherm vastzit, en dus overal in een hulpmiddel te gebruiken is.
ZONDER_SCHERM = ("inhoud", "groep.inhoud")
#: De kamers van basis, van onder naar boven: elke kamer gebruikt alleen kamers die eerder staan.
BASIS = (
    *("taal", "gegevens", "invoer", "vorm", "beeld", "onderzoek"),
    *("uitvoer", "opslag", "tabellen", "antwoorden", "verzamelen", "uitwisseling"),
)
#: Python die niet in het pakket zit, maar wel in de pagina draait.
KERN = WORTEL / "book" / "_ext" / "levend" / "python"


def imports(pad: Path, wortel: Path = WORTEL, *, ook_typen: bool = False) -> list[tuple[str, bool]]:
    """Geef elke geïmporteerde module van een bestand, en of dat bij het laden gebeurt.

    Wat alleen voor typen is (``TYPE_CHECKING``), telt alleen met ``ook_typen``.
    """
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    pakketpad = pad.relative_to(wortel).parent.parts
    gevonden: list[tuple[str, bool]] = []

    def bezoek(knoop: ast.AST, bij_laden: bool) -> None:
        for kind in ast.iter_child_nodes(knoop):
            alleen_typen = isinstance(kind, ast.If) and "TYPE_CHECKING" in ast.dump(kind.test)
            if alleen_typen and not ook_typen:
                continue
            if isinstance(kind, ast.Import):
                gevonden.extend((naam.name, bij_laden) for naam in kind.names)
            elif isinstance(kind, ast.ImportFrom):
                if kind.level:
                    basis = pakketpad[: len(pakketpad) - kind.level + 1]
                    stam = ".".join([*basis, *([kind.module] if kind.module else [])])
                else:
                    stam = kind.module or ""
                gevonden.append((stam, bij_laden))
                if stam.startswith(("lv_tools", "lv_kern")):
                    gevonden.extend((f"{stam}.{naam.name}", bij_laden) for naam in kind.names)
            binnen = isinstance(kind, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            bezoek(kind, bij_laden and not binnen)

    bezoek(boom, True)
    return gevonden


def vleugel(module: str) -> str:
    """Geef de map van de eerste verdieping onder `lv_tools`, of leeg voor het pakket zelf."""
    delen = module.split(".")
    return delen[1] if len(delen) > 1 else ""


def kringen(wortel: Path, paden: Iterable[Path], *, ook_typen: bool) -> list[list[str]]:
    """Geef de groepen modules die elkaar over en weer gebruiken."""
    modules = {module_van(pad, wortel): pad for pad in paden}
    gebruikt = {
        naam: {m for m, _ in imports(pad, wortel, ook_typen=ook_typen) if m in modules} - {naam}
        for naam, pad in modules.items()
    }
    bereik = {naam: _bereikbaar(naam, gebruikt) for naam in gebruikt}
    kring = {
        naam: frozenset({naam, *(m for m in bereik[naam] if naam in bereik[m])})
        for naam in gebruikt
        if naam in bereik[naam]
    }
    return sorted(sorted(groep) for groep in set(kring.values()))


def module_van(pad: Path, wortel: Path) -> str:
    """Geef de volledige naam van de module in een bestand."""
    delen = pad.relative_to(wortel).with_suffix("").parts
    return ".".join(delen[:-1] if delen[-1] == "__init__" else delen)


def _bereikbaar(begin: str, gebruikt: Mapping[str, set[str]]) -> set[str]:
    gezien: set[str] = set()
    te_doen = [begin]
    while te_doen:
        for module in gebruikt[te_doen.pop()] - gezien:
            gezien.add(module)
            te_doen.append(module)
    return gezien


@pytest.mark.parametrize("pad", MODULES, ids=lambda p: str(p.relative_to(PAKKET)))
def test_geen_pijl_omhoog(pad: Path) -> None:
    eigen = pad.relative_to(PAKKET).parts[0].removesuffix(".py")
    for module, _ in imports(pad):
        doel = vleugel(module)
        if not module.startswith("lv_tools.") or doel == eigen or not (PAKKET / doel).exists():
            continue
        assert doel != VERDER, f"{eigen} gebruikt de publieke kant: {module}"
        if eigen == "basis":
            pytest.fail(f"basis gebruikt {module}")
        if eigen in {"controle", "schermdelen"}:
            assert doel == "basis", f"{eigen} gebruikt {module}"
        elif eigen == "bouwdoos":
            assert doel in {"basis", "schermdelen"}, f"{eigen} gebruikt {module}"
        elif eigen == VERDER:
            assert doel != "schermdelen", f"{pad.name} gebruikt een scherm: {module}"
        elif eigen in HULPMIDDELEN:
            assert doel in GEDEELD, f"hulpmiddel {eigen} gebruikt een ander hulpmiddel: {module}"


def test_de_publieke_kant_kent_hulpmiddelen_alleen_bij_hun_deur() -> None:
    paden = sorted((PAKKET / VERDER).glob("*.py"))
    genoemd = {vleugel(module) for pad in paden for module, _ in imports(pad, ook_typen=True)}
    assert len(paden) > 3
    assert not genoemd & HULPMIDDELEN


@pytest.mark.parametrize("pad", MODULES, ids=lambda p: str(p.relative_to(PAKKET)))
def test_kamers_binnen_een_hulpmiddel(pad: Path) -> None:
    delen = pad.relative_to(PAKKET).parts
    if delen[0] not in HULPMIDDELEN or pad.name in {"__init__.py", "__main__.py"}:
        return
    eigen = delen[1].removesuffix(".py")
    assert eigen in KAMER, f"{pad.name} staat niet in een kamer; kies uit {', '.join(KAMER)}"
    for module, _ in imports(pad):
        stukken = module.split(".")
        if eigen not in {"scherm", "hulpmiddel"}:
            assert stukken[:2] != ["lv_tools", "schermdelen"], f"{pad.name} gebruikt {module}"
            kit = stukken[:2] == ["lv_tools", "bouwdoos"] and len(stukken) > 2
            los = ".".join(stukken[2:]).startswith(ZONDER_SCHERM)
            assert not kit or los, f"{pad.name} gebruikt {module}"
        if stukken[:2] == ["lv_tools", delen[0]] and len(stukken) > 2:
            doel = stukken[2]
            omlaag = KAMER[eigen] <= KAMER[doel]
            assert omlaag, f"{pad.name} ({eigen}) gebruikt {module} ({doel})"


@pytest.mark.parametrize("pad", MODULES, ids=lambda p: str(p.relative_to(PAKKET)))
def test_kamers_van_basis_hebben_een_richting(pad: Path) -> None:
    delen = pad.relative_to(PAKKET).parts
    if delen[0] != "basis" or delen == ("basis", "__init__.py"):
        return
    assert delen[1] in BASIS, f"{pad.name} staat niet in een kamer; kies uit {', '.join(BASIS)}"
    for module, _ in imports(pad, ook_typen=True):
        stukken = module.split(".")
        if stukken[:2] == ["lv_tools", "basis"] and len(stukken) > 2:
            omlaag = BASIS.index(stukken[2]) <= BASIS.index(delen[1])
            assert omlaag, f"{delen[1]} gebruikt {module}"


@pytest.mark.parametrize("pad", MODULES, ids=lambda p: str(p.relative_to(PAKKET)))
def test_een_kamer_laadt_niets_uit_zichzelf(pad: Path) -> None:
    """Wie één module van een kamer nodig heeft, krijgt de andere er niet bij."""
    delen = pad.relative_to(PAKKET).parts
    kamer = delen[0] == "basis" or delen[0] in HULPMIDDELEN
    if not kamer or pad.name != "__init__.py" or delen[1:] == ("scherm", "__init__.py"):
        return
    assert not imports(pad), f"{'/'.join(delen)} importeert iets"
    assert ast.get_docstring(ast.parse(pad.read_text("utf-8"))), "zegt niet waar zij voor is"


@pytest.mark.parametrize("ook_typen", [False, True])
@pytest.mark.parametrize(
    ("wortel", "paden"),
    [(WORTEL, MODULES), (KERN, sorted(KERN.rglob("*.py")))],
    ids=["lv_tools", "kern in de pagina"],
)
def test_geen_kringen(wortel: Path, paden: list[Path], ook_typen: bool) -> None:
    assert len(paden) > 3
    assert kringen(wortel, paden, ook_typen=ook_typen) == []


@pytest.mark.parametrize(
    "regel", ["from lv_tools.b import x", "if TYPE_CHECKING:\n    from lv_tools import b", ""]
)
def test_een_kring_valt_op(tmp_path: Path, regel: str) -> None:
    map_ = tmp_path / "lv_tools"
    map_.mkdir()
    (map_ / "a.py").write_text(f"{regel}\n")
    (map_ / "b.py").write_text("def f():\n    from lv_tools.a import y\n")
    kring = kringen(tmp_path, map_.iterdir(), ook_typen=True)
    assert kring == ([["lv_tools.a", "lv_tools.b"]] if regel else [])


@pytest.mark.parametrize("pad", MODULES, ids=lambda p: str(p.relative_to(PAKKET)))
def test_alleen_standaardbibliotheek_buiten_de_schermen(pad: Path) -> None:
    delen = pad.relative_to(PAKKET).parts
    # Wie in een notebook verdergaat, heeft IPython; ook dan pas als er iets te tonen is.
    scherm = delen[0] in {"schermdelen", VERDER} or (
        delen[0] in HULPMIDDELEN and len(delen) > 1 and delen[1].removesuffix(".py") == "scherm"
    )
    for module, bij_laden in imports(pad):
        stam = module.split(".")[0]
        vreemd = stam not in sys.stdlib_module_names and stam not in {"lv_tools", "__future__"}
        if scherm and stam in SCHERMBIBLIOTHEKEN and (delen[0] != VERDER or not bij_laden):
            continue
        assert not (vreemd and bij_laden), (
            f"{pad.name} laadt {module} meteen; doe dat in een functie"
        )
        if not scherm:
            assert stam not in SCHERMBIBLIOTHEKEN, f"{pad.name} kent een scherm: {module}"


@pytest.mark.parametrize("naam", sorted(HULPMIDDELEN))
def test_een_hulpmiddel_staat_op_vier_plaatsen(naam: str) -> None:
    assert (WORTEL / "data" / "instrumenten" / f"{naam}.toml").is_file()
    deur = PAKKET / naam / "hulpmiddel.py"
    if deur.is_file():
        assert "\nopen_scherm = " in deur.read_text(encoding="utf-8")
        assert (WORTEL / "data" / "instrumenten" / f"{naam}.schema.json").is_file()
    else:
        voordeur = (PAKKET / naam / "scherm" / "__init__.py").read_text(encoding="utf-8")
        assert f"from lv_tools.{naam}.scherm.voordeur import open_scherm" in voordeur
    assert (WORTEL / "book" / "instrumenten" / f"{naam}.ipynb").is_file()
    assert (WORTEL / "tests" / naam).is_dir()
