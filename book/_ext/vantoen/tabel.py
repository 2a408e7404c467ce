"""Van rijen naar een uitklapbare tabel in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lv_tools.basis.taal.notatie import datum, opsomming
from vantoen.lijst import STAAT, Rij


def to_markdown(rijen: tuple[Rij, ...], nagekeken: date) -> str:
    """Geef de tabel, met bovenaan hoe er is gekeken.

    Parameters
    ----------
    rijen : tuple of Rij
        Van één stap; hulpmiddelen komen voor bronnen.
    nagekeken : datetime.date
        De dag waarop de lijst is nagekeken.
    """
    return "\n".join(
        [
            f"::::{{dropdown}} Wat de bronnen hier noemen, en wat dat werk nu doet ({len(rijen)})",
            "",
            f"Nagekeken op {datum(nagekeken)}, in bewaarde kopieën van webpagina's.",
            "De datum bij een link is die van de pagina: zeker tot dan, niet voor nu.",
            "",
            ":::{list-table}",
            ":header-rows: 1",
            ":widths: 42 58",
            ":class: hs-van-toen",
            "",
            *_cells("Wat, en waarvoor", "Bestaat het nog, en wat doet dat werk nu?"),
            *(regel for rij in _sorted(rijen) for regel in _cells(*_texts(rij))),
            ":::",
            "::::",
        ]
    )


def _sorted(rijen: tuple[Rij, ...]) -> list[Rij]:
    return sorted(rijen, key=lambda rij: (rij.soort == "bron", "waaier" not in rij.uit))


def _texts(rij: Rij) -> tuple[str, str]:
    wat = f"**{rij.naam}** ({opsomming(rij.uit)})\n\n{rij.voor}"
    staat = f"*{STAAT[rij.staat]}* {rij.gezien}".rstrip()
    return wat, f"{staat}\n\n**Nu:** {rij.nu}"


def _cells(*cellen: str) -> Iterator[str]:
    """Geef de regels van één rij; wat op een volgende regel staat, springt in."""
    for nummer, cel in enumerate(cellen):
        eerste, *rest = cel.strip().splitlines()
        yield f"{'* -' if nummer == 0 else '  -'} {eerste}"
        yield from (f"    {regel}" if regel else "" for regel in rest)
