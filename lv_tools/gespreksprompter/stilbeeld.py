"""Het stilstaande beeld voor de gebouwde pagina: een gids, het ritme en de vragenbank."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop, to_html
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht
from lv_tools.gespreksprompter.model.kiezen import compose
from lv_tools.gespreksprompter.teksten import Gespreksinhoud
from lv_tools.gespreksprompter.verslag.document import about


def still(inhoud: Gespreksinhoud) -> str:
    """Geef een voorbeeld van een gids, de tafels met hun ritme, en hoeveel vragen er zijn."""
    delen = (*_guide(inhoud), *_tables(inhoud), *_bank(inhoud), Alinea(inhoud.algemeen.eigen))
    return to_html(delen)


def _guide(inhoud: Gespreksinhoud) -> Iterator[Blok]:
    opdracht = Opdracht(inhoud.tafels["school"], tuple(inhoud.fasen), 60, "waarderen").check()
    gids = compose(opdracht)
    if not isinstance(gids, Gids):
        raise ValueError(f"het voorbeeld geeft geen gids: {gids}")
    rijen = tuple(
        (
            regel.tekst,
            f"{begin}-{begin + regel.minuten}",
            inhoud.part_of(regel.soort, regel.fase),
            regel.reden,
        )
        for begin, regel in zip(gids.starts(), gids.regels, strict=True)
    )
    yield Kop(inhoud.text("stilbeeld", "gids"))
    yield Alinea(inhoud.text("stilbeeld", "gids_zin", over=about(opdracht)))
    yield Bloktabel(inhoud.text("stilbeeld", "gids_tabel"), inhoud.kolommen["gids"], rijen)


def _tables(inhoud: Gespreksinhoud) -> Iterator[Blok]:
    rijen = tuple((t.naam, t.frequentie, "; ".join(t.onderwerpen), t.bron) for t in inhoud.tafel)
    yield Kop(inhoud.text("stilbeeld", "tafels"))
    yield Bloktabel(inhoud.text("stilbeeld", "tafels_tabel"), inhoud.kolommen["tafels"], rijen)


def _bank(inhoud: Gespreksinhoud) -> Iterator[Blok]:
    vragen = inhoud.vragen.values()
    rijen = []
    for fase in inhoud.fase:
        telling = [
            sum((v.fase, v.doel) == (fase.code, d.code) for v in vragen) for d in inhoud.doel
        ]
        rijen.append((fase.naam, *map(str, telling), str(sum(telling))))
    uit_bron = sum("presentatie" in v.bron for v in vragen)
    yield Kop(inhoud.text("stilbeeld", "bank"))
    yield Alinea(inhoud.text("stilbeeld", "bank_zin", alle=len(vragen), bron=uit_bron))
    kolommen = ("Fase", *(d.naam for d in inhoud.doel), "Samen")
    yield Bloktabel(inhoud.text("stilbeeld", "bank_tabel"), kolommen, tuple(rijen))
