"""Het stilstaande beeld voor de gebouwde pagina: een gids, het ritme en de vragenbank."""

from __future__ import annotations

from lv_tools.basis.beeld.tabel import Celwaarde
from lv_tools.basis.beeld.weergave import ontsnap, tabel_html
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht
from lv_tools.gespreksprompter.model.kiezen import compose
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.gespreksprompter.verslag.document import about


def stilbeeld() -> str:
    """Geef de HTML van het stilstaande beeld.

    Returns
    -------
    str
        Een voorbeeld van een gids, de tafels met hun ritme, en hoeveel vragen er zijn.
    """
    algemeen = inhoud().gegevens["algemeen"]
    return "".join(
        [
            "<h2>Zo ziet een gids eruit</h2>",
            _guide(),
            "<h2>De tafels en hun ritme</h2>",
            _tables(),
            "<h2>De vragenbank</h2>",
            _bank(),
            f"<p>{ontsnap(algemeen['eigen'])}</p>",
        ]
    )


def _guide() -> str:
    bekend = inhoud()
    opdracht = Opdracht(bekend.tafels["school"], tuple(bekend.fasen), 60, "waarderen")
    gids = compose(opdracht)
    if not isinstance(gids, Gids):
        raise ValueError(f"het voorbeeld geeft geen gids: {gids}")
    soort = {"start": "Begin", "slot": "Slot"}
    rijen = [
        (
            regel.tekst,
            f"{begin}-{begin + regel.minuten}",
            soort.get(regel.soort) or bekend.fasen[regel.fase].naam,
            regel.reden,
        )
        for begin, regel in zip(gids.starts(), gids.regels, strict=True)
    ]
    kolommen = ("Vraag", "Minuut", "Fase", "Waarom deze vraag")
    zin = f"Een gesprek van 60 minuten met een rector of directeur. {about(opdracht)}."
    return f"<p>{ontsnap(zin)}</p>{tabel_html(kolommen, rijen, 'Voorbeeld van een gids')}"


def _tables() -> str:
    rijen = [
        (t.naam, t.frequentie, "; ".join(t.onderwerpen), t.bron) for t in inhoud().tafels.values()
    ]
    kolommen = ("Tafel", "Hoe vaak", "Waarover", "Bron")
    return tabel_html(kolommen, rijen, "Wie zit met wie aan tafel, hoe vaak en waarover")


def _bank() -> str:
    bekend = inhoud()
    rijen: list[tuple[Celwaarde, ...]] = []
    for fase in bekend.fasen.values():
        telling = [
            sum(v.fase == fase.code and v.doel == doel for v in bekend.vragen.values())
            for doel in bekend.doelen
        ]
        rijen.append((fase.naam, *telling, sum(telling)))
    kolommen = ("Fase", *(d.naam for d in bekend.doelen.values()), "Samen")
    uit_bron = sum("presentatie" in v.bron for v in bekend.vragen.values())
    zin = (
        f"{len(bekend.vragen)} vragen, elk in onze eigen woorden. {uit_bron} gaan terug op de "
        "presentatie van de netwerkdag, de rest is van ons. Bij elke vraag staat haar bron."
    )
    return f"<p>{ontsnap(zin)}</p>{tabel_html(kolommen, rijen, 'Aantal vragen per fase en doel')}"
