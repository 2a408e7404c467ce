"""Wat alle panelen van de risicoscan delen: het werk, de teksten en de groep."""

from __future__ import annotations

from lv_tools.basis.verzamelen.antwoordcode import form_of
from lv_tools.basis.verzamelen.groepsbestand import Lezer
from lv_tools.bouwdoos.groep.stand import Groepswerk, Onderzoek, shared
from lv_tools.bouwdoos.groep.uitnodigen import Uitnodigen
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.werk import Werk
from lv_tools.risicoscan.bestand import NAAM, read_others
from lv_tools.risicoscan.model.scan import Scan, empty, title
from lv_tools.risicoscan.model.uitkomst import Uitkomst
from lv_tools.risicoscan.teksten import Instrument

Scanwerk = Werk[Scan, Uitkomst]
#: Wie een link opent, komt bij het kijken.
UITNODIGEN = Uitnodigen(naam=NAAM, woord="risicoscan", stap="kijken", leeg=empty, kenmerk="werk")


class Scanpaneel(Paneel[Scan, Uitkomst, Instrument]):
    """Een paneel van de risicoscan."""


def group_of(werk: Scanwerk, inhoud: Instrument) -> Groepswerk[Scan]:
    """Geef de groep in dit werk; elk paneel krijgt dezelfde."""
    return shared(
        werk,
        lambda: Onderzoek(
            naam=NAAM,
            vragen=lambda _scan: inhoud.vragen,
            lezer=lambda scan: Lezer(lambda naam, bytes_: read_others(scan, naam, bytes_, inhoud)),
            titel=title,
            code=lambda scan: (
                form_of(NAAM, scan.meting, inhoud.lijst, inhoud.vragen) if scan.meting else None
            ),
        ),
    )
