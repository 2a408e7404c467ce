"""Het scherm van de verkenner: kies een vraag, en het paneel dat daarbij hoort verschijnt."""

from __future__ import annotations

from lv_tools.bevindingenverkenner.scherm.afdeling import PaneelAfdeling
from lv_tools.bevindingenverkenner.scherm.paneel import Paneel
from lv_tools.bevindingenverkenner.stilbeeld import stilbeeld
from lv_tools.bevindingenverkenner.teksten import Weergave, teksten
from lv_tools.bevindingenverkenner.verslag import zekerheid
from lv_tools.schermdelen import Bewaren, Keuzelijst, Scherm, Tekst, Uitklap, hulpmiddel

NAAM = "bevindingenverkenner"
MIJN_AFDELING = "mijn_afdeling"


@hulpmiddel(NAAM, stilbeeld=stilbeeld)
def open_scherm() -> Scherm:
    """Open de bevindingenverkenner.

    Returns
    -------
    Scherm
        Het hulpmiddel zelf; bij het bouwen van het boek het stilstaande beeld.
    """
    weergaven = teksten().weergaven
    # Alle panelen bestaan meteen, zodat bewaarde keuzes overal op hun plek komen. De uitkomst van
    # een paneel wordt pas uitgerekend als het in beeld komt.
    panelen = {naam: _build(blik) for naam, blik in weergaven.items()}

    def toon(naam: str) -> None:
        for andere, paneel in panelen.items():
            if andere == naam:
                paneel.open()
            else:
                paneel.close()

    def herstel() -> None:
        for paneel in panelen.values():
            paneel.expire()
        toon(str(vraag.waarde))

    vraag = Keuzelijst(
        teksten().velden["weergave"],
        {naam: blik.kort for naam, blik in weergaven.items()},
        naam="weergave",
        bij_wijziging=toon,
    )
    toon(str(vraag.waarde))
    uitleg = teksten()
    return Scherm(
        vraag,
        *(paneel.deel for paneel in panelen.values()),
        Uitklap(uitleg.zekerheid["kop"], Tekst(*zekerheid(), uitleg.controle["legenda"])),
        Tekst(uitleg.eigen_hulpmiddel),
        Bewaren(NAAM, bij_herstel=herstel, titel=uitleg.velden["bewaren"], niveau=2),
    )


def _build(blik: Weergave) -> Paneel | PaneelAfdeling:
    return PaneelAfdeling(blik) if blik.id == MIJN_AFDELING else Paneel(blik)
