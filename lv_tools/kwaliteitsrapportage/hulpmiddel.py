"""De voordeur van de kwaliteitsrapportage."""

from __future__ import annotations

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.kwaliteitsrapportage.bestand import NAAM, VERSIE
from lv_tools.kwaliteitsrapportage.model.rapportage import Blad, Rapportage
from lv_tools.kwaliteitsrapportage.model.uitkomst import Beeld, compute
from lv_tools.kwaliteitsrapportage.model.uitwisselen import GEEFT, NEEMT
from lv_tools.kwaliteitsrapportage.scherm.begin import Beginpaneel
from lv_tools.kwaliteitsrapportage.scherm.bestuur import Bestuurpaneel
from lv_tools.kwaliteitsrapportage.scherm.blad import Bladpaneel
from lv_tools.kwaliteitsrapportage.scherm.gesprek import Gesprekpaneel
from lv_tools.kwaliteitsrapportage.scherm.inhoud import Inhoudpaneel
from lv_tools.kwaliteitsrapportage.scherm.vragen import Vragenpaneel
from lv_tools.kwaliteitsrapportage.teksten import Rapportinhoud, content
from lv_tools.kwaliteitsrapportage.verslag.blad import report, still
from lv_tools.kwaliteitsrapportage.verslag.tabellen import tables

KWALITEITSRAPPORTAGE = Hulpmiddel[Rapportage, Beeld, Rapportinhoud](
    naam=NAAM,
    versie=VERSIE,
    inhoud=content,
    leeg=lambda _inhoud: Rapportage(kenmerk=new_id(), blad=Blad(id=new_id())),
    reken=compute,
    panelen={
        "begin": Beginpaneel,
        "inhoud": Inhoudpaneel,
        "vragen": Vragenpaneel,
        "blad": Bladpaneel,
        "gesprek": Gesprekpaneel,
        "bestuur": Bestuurpaneel,
    },
    uitvoerrij=False,
    titel=lambda rapportage: f"{rapportage.blad.school} {rapportage.blad.periode}".strip(),
    verslag=report,
    tabellen=tables,
    voorbeeld=lambda inhoud: Rapportage(kenmerk="voorbeeld", blad=inhoud.voorbeeld),
    stilbeeld=still,
    neemt=NEEMT,
    geeft=GEEFT,
)
open_scherm = KWALITEITSRAPPORTAGE.open
