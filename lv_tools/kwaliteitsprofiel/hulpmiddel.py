"""De voordeur van het kwaliteitsprofiel."""

from __future__ import annotations

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.uitwisseling.stukken import Actie, Gespreksvraag
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.kwaliteitsprofiel.bestand import NAAM, VERSIE, opened
from lv_tools.kwaliteitsprofiel.model.profiel import Profiel, follow
from lv_tools.kwaliteitsprofiel.model.uitkomst import Uitkomst, compute
from lv_tools.kwaliteitsprofiel.model.voorbeeld import example
from lv_tools.kwaliteitsprofiel.scherm.gesprek import Gesprekspaneel
from lv_tools.kwaliteitsprofiel.scherm.invullen import Invulpaneel
from lv_tools.kwaliteitsprofiel.scherm.later import Laterpaneel
from lv_tools.kwaliteitsprofiel.scherm.profiel import Profielblad
from lv_tools.kwaliteitsprofiel.scherm.uitkomst import Uitkomstpaneel
from lv_tools.kwaliteitsprofiel.scherm.vooraf import Voorafpaneel
from lv_tools.kwaliteitsprofiel.stilbeeld import still
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud, content
from lv_tools.kwaliteitsprofiel.verslag.document import all_tables, report
from lv_tools.kwaliteitsprofiel.verslag.profielblad import name_of

KWALITEITSPROFIEL = Hulpmiddel[Profiel, Uitkomst, Profielinhoud](
    naam=NAAM,
    versie=VERSIE,
    inhoud=content,
    leeg=lambda inhoud: Profiel(kenmerk=new_id(), lijst=inhoud.lijst),
    reken=compute,
    panelen={
        "vooraf": Voorafpaneel,
        "invullen": Invulpaneel,
        "uitkomst": Uitkomstpaneel,
        "gesprek": Gesprekspaneel,
        "profiel": Profielblad,
        "later": Laterpaneel,
    },
    uitvoerrij=False,
    titel=lambda profiel: name_of(profiel.kern),
    verslag=report,
    tabellen=all_tables,
    voorbeeld=example,
    stilbeeld=still,
    keur=opened,
    volg=follow,
    geeft=(Gespreksvraag, Actie),
)
open_scherm = KWALITEITSPROFIEL.open
