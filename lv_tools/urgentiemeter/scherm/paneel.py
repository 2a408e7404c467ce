"""Wat alle panelen van de urgentiemeter delen: het werk, de teksten en de groep."""

from __future__ import annotations

from lv_tools.basis.verzamelen.antwoordcode import form_of
from lv_tools.basis.verzamelen.groepsbestand import Lezer
from lv_tools.bouwdoos.groep.stand import Groepswerk, Onderzoek, shared
from lv_tools.bouwdoos.groep.uitnodigen import Uitnodigen
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.werk import Werk
from lv_tools.urgentiemeter.bestand.lezen import NAAM, read_others
from lv_tools.urgentiemeter.model.scan import Scan, empty
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.model.welke_meting import title
from lv_tools.urgentiemeter.teksten import Instrument

Meterwerk = Werk[Scan, Uitslag]
#: Wie een link opent, komt bij de beleving.
UITNODIGEN = Uitnodigen(naam=NAAM, woord="meting", stap="beleving", leeg=empty)


class Meterpaneel(Paneel[Scan, Uitslag, Instrument]):
    """Een paneel van de urgentiemeter."""


def group_of(werk: Meterwerk, inhoud: Instrument) -> Groepswerk[Scan]:
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
