"""De voordeur van de zelfevaluatie: van scan maken tot vergelijken, in zes stappen."""

from __future__ import annotations

from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, Signaal
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.zelfevaluatie.bestand.antwoorden import NAAM, SOORT, Antwoordbestand
from lv_tools.zelfevaluatie.bestand.keuren import inspect
from lv_tools.zelfevaluatie.bestand.scan import OMZETTINGEN, VERSIE
from lv_tools.zelfevaluatie.figuur.alle import figures
from lv_tools.zelfevaluatie.model.opzet import vragenset
from lv_tools.zelfevaluatie.model.staat import begin, follow_state
from lv_tools.zelfevaluatie.model.uitslag import compute_state
from lv_tools.zelfevaluatie.scherm.invullen import Invulpaneel
from lv_tools.zelfevaluatie.scherm.kop import Koppaneel, Voetpaneel
from lv_tools.zelfevaluatie.scherm.maken import Maakpaneel
from lv_tools.zelfevaluatie.scherm.samen import Samenpaneel
from lv_tools.zelfevaluatie.scherm.samenbrengen import Samenbrengpaneel
from lv_tools.zelfevaluatie.scherm.uitslag import Uitslagpaneel
from lv_tools.zelfevaluatie.scherm.vergelijken import Vergelijkpaneel
from lv_tools.zelfevaluatie.stilbeeld import stilbeeld
from lv_tools.zelfevaluatie.teksten import instrument
from lv_tools.zelfevaluatie.verslag.document import report
from lv_tools.zelfevaluatie.verslag.naast import picture
from lv_tools.zelfevaluatie.verslag.tabellen import all_tables

ZELFEVALUATIE = Hulpmiddel(
    naam=NAAM,
    versie=VERSIE,
    inhoud=instrument,
    leeg=begin,
    reken=compute_state,
    boven=Koppaneel,
    panelen={
        "maken": Maakpaneel,
        "invullen": Invulpaneel,
        "verzamelen": Samenbrengpaneel,
        "uitslag": Uitslagpaneel,
        "samen": Samenpaneel,
        "vergelijken": Vergelijkpaneel,
    },
    onder=Voetpaneel,
    titel=lambda staat: staat.opzet.naam,
    verslag=report,
    tabellen=all_tables,
    uitvoerrij=False,
    figuren=figures,
    groep=lambda staat, inhoud: (staat.groep, vragenset(staat.opzet, inhoud)),
    stilbeeld=stilbeeld,
    keur=inspect,
    volg=lambda oud, nieuw: follow_state(oud, nieuw, instrument()),
    omzettingen=OMZETTINGEN,
    geeft=(Gespreksvraag, Signaal),
    naast=picture,
    vormen={SOORT: Antwoordbestand},
)
open_scherm = ZELFEVALUATIE.open
