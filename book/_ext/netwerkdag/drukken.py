"""De printmap als pdf: voor elk programma en elk aantal mensen één bestand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from druk.drukproef import PersError
from druk.pers import LETTERS, Pers

from netwerkdag.bladen import MENSEN, PLAATS, VOORAF
from netwerkdag.exemplaren import repeat_pages

#: Waar een printmap komt, vanaf de wortel van de site.
PDF = "_druk/printmap/{code}-{mensen}.pdf"
#: Waar de bladen voor vóór de dag komen, zonder wat iemand invulde.
VOORAF_PDF = "_druk/printmap/vooraf.pdf"
#: En voor deze programma's; een ander maakt de bladzijde zelf, of `--programma`.
VAST = ("middag", "dag")


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
        Codes van programma's; zonder opgave de middag en de hele dag.

    Returns
    -------
    list of Path
        De gemaakte pdf's.

    Raises
    ------
    druk.drukproef.PersError
        Als iets niet op zijn bladzijde past, of als het drukken zelf niet lukt.
    """
    html = (site / PLAATS).read_text("utf-8").replace("</head>", f"{LETTERS}\n</head>", 1)
    gemaakt = []
    for code in programmas or VAST:
        for aantal in mensen:
            with pers.proef(f"{PLAATS}?programma={code}&mensen={aantal}", html) as proef:
                map_ = proef.page.evaluate("LvPrintmap.prepare(true)")
                _refuse(f"Printmap {code} voor {aantal}", map_["te_groot"])
                doel = proef.bewaar(site / PDF.format(code=code, mensen=aantal))
            doel.write_bytes(repeat_pages(doel.read_bytes(), map_["stapels"]))
            gemaakt.append(doel)
    return gemaakt


def print_before(site: Path, pers: Pers) -> Path:
    """Druk het aanmeldblad en het kostenblad, om uit te delen of over te nemen.

    Raises
    ------
    druk.drukproef.PersError
        Als iets niet op zijn bladzijde past, of als het drukken zelf niet lukt.
    """
    html = (site / PLAATS).read_text("utf-8").replace("</head>", f"{LETTERS}\n</head>", 1)
    with pers.proef(PLAATS, html) as proef:
        te_groot = proef.page.evaluate("codes => LvPrintmap.before(codes, true)", list(VOORAF))
        _refuse("Bladen voor vooraf", te_groot)
        return proef.bewaar(site / VOORAF_PDF)


def _refuse(wat: str, te_groot: Iterable[str]) -> None:
    if stukken := sorted(set(te_groot)):
        raise PersError(f"{wat}: dit past niet op zijn bladzijde: {'; '.join(stukken)}.")
