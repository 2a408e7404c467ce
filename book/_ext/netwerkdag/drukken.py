"""De printmap als pdf: voor elk programma en elk aantal mensen één bestand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from druk.drukproef import PersError
from druk.pers import Pers

from netwerkdag.bladen import PLAATS
from netwerkdag.gegevens import read_day

#: Waar een printmap komt, vanaf de wortel van de site.
PDF = "_druk/printmap/{code}-{mensen}.pdf"
#: Voor deze aantallen wordt de printmap altijd gemaakt, als voorbeeld.
MENSEN = (24, 40)


def print_folders(
    site: Path, pers: Pers, mensen: Iterable[int] = MENSEN, programmas: Iterable[str] = ()
) -> list[Path]:
    """Druk de printmappen.

    Parameters
    ----------
    site : Path
        De gebouwde site.
    pers : druk.pers.Pers
        De pers, aangezet voor deze site.
    mensen : iterable of int
        Voor hoeveel mensen.
    programmas : iterable of str
        Codes van programma's; zonder opgave alle.

    Returns
    -------
    list of Path
        De gemaakte pdf's.

    Raises
    ------
    druk.drukproef.PersError
        Als iets niet op zijn bladzijde past, of als het drukken zelf niet lukt.
    """
    gemaakt = []
    for code in programmas or read_day().programmas:
        for aantal in mensen:
            with pers.proef(f"{PLAATS}?programma={code}&mensen={aantal}") as proef:
                te_groot = proef.page.evaluate("LvPrintmap.prepare()")
                if te_groot:
                    raise PersError(
                        f"Printmap {code} voor {aantal}: dit past niet op zijn bladzijde: "
                        f"{'; '.join(sorted(set(te_groot)))}."
                    )
                gemaakt.append(proef.bewaar(site / PDF.format(code=code, mensen=aantal)))
    return gemaakt
