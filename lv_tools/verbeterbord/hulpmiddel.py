"""De voordeur van het verbeterbord."""

from __future__ import annotations

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.verbeterbord.bestand import NAAM, VERSIE
from lv_tools.verbeterbord.figuur import timeline
from lv_tools.verbeterbord.model.bord import Bord
from lv_tools.verbeterbord.model.uitkomst import Beeld, compute
from lv_tools.verbeterbord.model.uitwisselen import GEEFT, NEEMT
from lv_tools.verbeterbord.scherm.bord import Bordstap
from lv_tools.verbeterbord.scherm.doelen import Doelenpaneel
from lv_tools.verbeterbord.scherm.jaarbord import Jaarbordpaneel
from lv_tools.verbeterbord.scherm.paneel import follow
from lv_tools.verbeterbord.scherm.scholen import Scholenpaneel
from lv_tools.verbeterbord.scherm.sessie import Sessiepaneel
from lv_tools.verbeterbord.scherm.terugblik import Terugblikpaneel
from lv_tools.verbeterbord.teksten import Bordinhoud, content
from lv_tools.verbeterbord.verslag.document import report, still
from lv_tools.verbeterbord.verslag.tabellen import tables

VERBETERBORD = Hulpmiddel[Bord, Beeld, Bordinhoud](
    naam=NAAM,
    versie=VERSIE,
    inhoud=content,
    leeg=lambda _inhoud: Bord(kenmerk=new_id()),
    reken=compute,
    panelen={
        "jaarbord": Jaarbordpaneel,
        "doelen": Doelenpaneel,
        "sessie": Sessiepaneel,
        "bord": Bordstap,
        "terugblik": Terugblikpaneel,
        "scholen": Scholenpaneel,
    },
    uitvoerrij=False,
    titel=lambda bord: f"{bord.jaarbord.school} {bord.team}".strip(),
    verslag=report,
    tabellen=tables,
    figuren=lambda beeld, inhoud: (timeline(beeld, inhoud),),
    voorbeeld=lambda inhoud: inhoud.voorbeeld.bord,
    stilbeeld=still,
    volg=follow,
    neemt=NEEMT,
    geeft=GEEFT,
)
open_scherm = VERBETERBORD.open
