"""Bewaakt de bouw van het pakket: welke module welke mag gebruiken."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[1]
PAKKET = WORTEL / "lv_tools"
MODULES = sorted(
    p for p in PAKKET.rglob("*.py") if "__pycache__" not in p.parts and "_data" not in p.parts
)
GEDEELD = {"basis", "schermdelen", "controle"}
HULPMIDDELEN = {p.name for p in PAKKET.iterdir() if (p / "model.py").exists()} | {
    p.name for p in PAKKET.iterdir() if (p / "model").is_dir()
}
SCHERMBIBLIOTHEKEN = {"ipywidgets", "anywidget", "traitlets", "IPython"}

# Kamers binnen een hulpmiddel, van boven naar beneden: een lager getal mag naar een hoger.
# Een stilbeeld is een verslag in de pagina; wat geen van deze namen draagt, hoort bij model.
KAMER = {"scherm": 0, "stilbeeld": 1, "verslag": 2, "figuur": 3, "model": 4}


def imports(pad: Path) -> list[tuple[str, bool]]:
    """Geef elke geïmporteerde module van een bestand, en of dat bij het laden gebeurt."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    pakketpad = ("lv_tools", *pad.relative_to(PAKKET).parent.parts)
    gevonden: list[tuple[str, bool]] = []

    def bezoek(knoop: ast.AST, bij_laden: bool) -> None:
        for kind in ast.iter_child_nodes(knoop):
            if isinstance(kind, ast.If) and "TYPE_CHECKING" in ast.dump(kind.test):
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
                if stam.startswith("lv_tools"):
                    gevonden.extend((f"{stam}.{naam.name}", bij_laden) for naam in kind.names)
            binnen = isinstance(kind, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            bezoek(kind, bij_laden and not binnen)

    bezoek(boom, True)
    return gevonden


def vleugel(module: str) -> str:
    """Geef de map van de eerste verdieping onder `lv_tools`, of leeg voor het pakket zelf."""
    delen = module.split(".")
    return delen[1] if len(delen) > 1 else ""


def kamer(naam: str) -> str:
    """Geef de kamer van een module in een hulpmiddel: `scherm_uitslag` hoort bij scherm."""
    return next((k for k in KAMER if naam == k or naam.startswith(f"{k}_")), "model")


@pytest.mark.parametrize("pad", MODULES, ids=lambda p: str(p.relative_to(PAKKET)))
def test_geen_pijl_omhoog(pad: Path) -> None:
    eigen = pad.relative_to(PAKKET).parts[0].removesuffix(".py")
    for module, _ in imports(pad):
        doel = vleugel(module)
        if not module.startswith("lv_tools.") or doel == eigen or not (PAKKET / doel).exists():
            continue
        if eigen == "basis":
            pytest.fail(f"basis gebruikt {module}")
        if eigen in {"controle", "schermdelen"}:
            assert doel == "basis", f"{eigen} gebruikt {module}"
        elif eigen in HULPMIDDELEN:
            assert doel in GEDEELD, f"hulpmiddel {eigen} gebruikt een ander hulpmiddel: {module}"


@pytest.mark.parametrize("pad", MODULES, ids=lambda p: str(p.relative_to(PAKKET)))
def test_kamers_binnen_een_hulpmiddel(pad: Path) -> None:
    delen = pad.relative_to(PAKKET).parts
    if delen[0] not in HULPMIDDELEN or pad.name in {"__init__.py", "__main__.py"}:
        return
    eigen = kamer(delen[1].removesuffix(".py"))
    for module, _ in imports(pad):
        stukken = module.split(".")
        if eigen != "scherm":
            assert stukken[:2] != ["lv_tools", "schermdelen"], f"{pad.name} gebruikt {module}"
        if stukken[:2] == ["lv_tools", delen[0]] and len(stukken) > 2:
            doel = kamer(stukken[2])
            omlaag = KAMER[eigen] < KAMER[doel] or eigen == doel
            assert omlaag, f"{pad.name} ({eigen}) gebruikt {module} ({doel})"


@pytest.mark.parametrize("pad", MODULES, ids=lambda p: str(p.relative_to(PAKKET)))
def test_alleen_standaardbibliotheek_buiten_de_schermen(pad: Path) -> None:
    delen = pad.relative_to(PAKKET).parts
    scherm = delen[0] == "schermdelen" or (
        delen[0] in HULPMIDDELEN
        and len(delen) > 1
        and kamer(delen[1].removesuffix(".py")) == "scherm"
    )
    for module, bij_laden in imports(pad):
        stam = module.split(".")[0]
        vreemd = stam not in sys.stdlib_module_names and stam not in {"lv_tools", "__future__"}
        if scherm and stam in SCHERMBIBLIOTHEKEN:
            continue
        assert not (vreemd and bij_laden), (
            f"{pad.name} laadt {module} meteen; doe dat in een functie"
        )
        if not scherm:
            assert stam not in SCHERMBIBLIOTHEKEN, f"{pad.name} kent een scherm: {module}"


@pytest.mark.parametrize("naam", sorted(HULPMIDDELEN))
def test_een_hulpmiddel_staat_op_vier_plaatsen(naam: str) -> None:
    assert (WORTEL / "data" / "instrumenten" / f"{naam}.toml").is_file()
    assert (PAKKET / naam / "scherm.py").is_file() or (PAKKET / naam / "scherm").is_dir()
    assert (WORTEL / "book" / "instrumenten" / f"{naam}.ipynb").is_file()
    assert (WORTEL / "tests" / naam).is_dir()
