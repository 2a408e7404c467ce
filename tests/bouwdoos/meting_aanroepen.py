"""Tel hoeveel functies van ``lv_tools`` één handeling kost, het bewaren meegerekend.

``python tests/bouwdoos/meting_aanroepen.py`` drukt per handeling het aantal aanroepen af. Het telt
aanroepen en meet geen tijd, dus de uitkomst is op elke computer dezelfde.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

PAKKET = str(Path(__file__).resolve().parents[2] / "lv_tools")


def count_calls(handeling: Callable[[], object]) -> Counter[str]:
    """Tel per functie hoe vaak zij tijdens een handeling is geroepen."""
    geteld: Counter[str] = Counter()

    def kijk(frame: FrameType, gebeurtenis: str, _arg: Any) -> None:
        if gebeurtenis == "call" and frame.f_code.co_filename.startswith(PAKKET):
            plek = Path(frame.f_code.co_filename).relative_to(PAKKET)
            geteld[f"{plek}:{frame.f_code.co_qualname}"] += 1

    sys.setprofile(kijk)
    try:
        handeling()
    finally:
        sys.setprofile(None)
    return geteld


def event(scherm: Any, deel: Any, **gegevens: Any) -> Callable[[], None]:
    """Geef de handeling van één bericht uit de pagina."""
    bericht = {"soort": "gebeurtenis", "deel": deel.id, "naam": "wijziging", "gegevens": gegevens}
    return lambda: scherm._on_message(None, {**bericht, "weergave": "w", "nummer": 1}, [])


def part(scherm: Any, naam: Callable[[str], bool]) -> Any:
    """Zoek het eerste deel met een passende naam."""
    return next(d for d in scherm.walk() if d.naam and naam(d.naam))


def urgentiemeter() -> Counter[str]:
    """Een getal bij de examencijfers, als er al een norm en twee jaren staan."""
    from lv_tools.urgentiemeter.scherm import open_scherm

    scherm: Any = open_scherm()
    scherm.send = lambda inhoud, buffers=None: None
    scherm._on_message(None, {"soort": "hallo", "versie": 0}, [])
    for einde, tekst in (("norm", "6,3"), ("jaar0", "6,2"), ("jaar1", "6,5")):
        event(
            scherm,
            part(scherm, lambda n, e=einde: "examencijfers" in n and n.endswith(e)),
            waarde=tekst,
        )()
    veld = part(scherm, lambda n: "examencijfers" in n and n.endswith("jaar2"))
    return count_calls(event(scherm, veld, waarde="6,4", verlaten=True))


def zelfevaluatie() -> Counter[str]:
    """Een antwoord op een stelling, als er al een rol gekozen is en een antwoord staat."""
    from lv_tools.zelfevaluatie.scherm import open_scherm

    scherm: Any = open_scherm()
    scherm.send = lambda inhoud, buffers=None: None
    scherm._on_message(None, {"soort": "hallo", "versie": 0}, [])
    rol = part(scherm, lambda naam: naam == "invul-rol")
    event(scherm, rol, waarde=rol.opties[0][0])()
    lijsten = [d for d in scherm.walk() if d.soort == "vragenlijst" and d.naam.startswith("invul-")]
    een, twee = lijsten[:2]
    event(scherm, een, waarde={een.stellingen[0].id: 3})()
    return count_calls(event(scherm, twee, waarde={twee.stellingen[0].id: 2}))


def bevindingenverkenner() -> Counter[str]:
    """Het eerste scherm met zijn uitkomst, in een verse Python."""
    from hulpproef import Proef

    from lv_tools.bevindingenverkenner.hulpmiddel import VERKENNER

    return count_calls(lambda: Proef(VERKENNER))


def filteren() -> Counter[str]:
    """Een andere standaard in een weergave die al open is."""
    from hulpproef import Proef

    from lv_tools.bevindingenverkenner.hulpmiddel import VERKENNER

    proef = Proef(VERKENNER)
    proef.vul("weergave", "uitdagingen")
    return count_calls(lambda: proef.vul("keuzes/uitdagingen/filters/standaard/0", "OP6"))


def main() -> None:
    """Druk per handeling het totaal en de vaakst geroepen functies af."""
    for naam, meting in (
        ("urgentiemeter, een getal", urgentiemeter),
        ("zelfevaluatie, een antwoord", zelfevaluatie),
        ("bevindingenverkenner, het eerste scherm", bevindingenverkenner),
        ("bevindingenverkenner, een ander filter", filteren),
    ):
        geteld = meting()
        print(f"{naam}: {geteld.total()} aanroepen")
        for functie, aantal in geteld.most_common(8):
            print(f"  {aantal:5d}  {functie}")


if __name__ == "__main__":
    main()
