"""De voordeur van de gespreksprompter."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel
from lv_tools.basis.opslag.werkbestand import today
from lv_tools.basis.uitwisseling.stukken import Actie, Bewijs, Gespreksvraag
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.gespreksprompter.bestand.keuren import judge
from lv_tools.gespreksprompter.bestand.vroeger_vorm import OMZETTINGEN, to_path
from lv_tools.gespreksprompter.figuur import draw_rhythm, draw_thread
from lv_tools.gespreksprompter.model.werk import Gesprekswerk, Overzicht, begin
from lv_tools.gespreksprompter.scherm.afronden import Afrondpaneel
from lv_tools.gespreksprompter.scherm.gesprek import Gesprekpaneel
from lv_tools.gespreksprompter.scherm.gids import Gidspaneel
from lv_tools.gespreksprompter.scherm.kiezen import Kiezenpaneel
from lv_tools.gespreksprompter.scherm.paneel import NAAM
from lv_tools.gespreksprompter.scherm.reeks import Reekspaneel
from lv_tools.gespreksprompter.scherm.ritme import Ritmepaneel
from lv_tools.gespreksprompter.scherm.verzoek import Verzoekpaneel
from lv_tools.gespreksprompter.stilbeeld import still
from lv_tools.gespreksprompter.teksten import Gespreksinhoud, inhoud
from lv_tools.gespreksprompter.verslag.uitvoer import report, tables

GESPREKSPROMPTER = Hulpmiddel[Gesprekswerk, Overzicht, Gespreksinhoud](
    naam=NAAM,
    versie=4,
    inhoud=inhoud,
    leeg=lambda _inhoud: begin(today()).marked(),
    reken=lambda werk, _inhoud: Overzicht(werk),
    panelen={
        "kiezen": Kiezenpaneel,
        "gids": Gidspaneel,
        "gesprek": Gesprekpaneel,
        "afronden": Afrondpaneel,
        "reeks": Reekspaneel,
        "ritme": Ritmepaneel,
    },
    boven=Verzoekpaneel,
    titel=lambda werk: werk.current.naam,
    verslag=report,
    tabellen=tables,
    uitvoerrij=False,
    figuren=lambda overzicht, _inhoud: (
        draw_thread(overzicht.draad),
        draw_rhythm(overzicht.rooster, overzicht.werk.ritme.periode),
    ),
    stilbeeld=still,
    keur=judge,
    # Versie 4 kent vragen die over een doel in een plan gaan; de rest is gelijk gebleven.
    omzettingen={**OMZETTINGEN, 3: dict},
    oude_naam=to_path,
    neemt=(Gespreksvraag,),
    kopie=lambda werk: replace(werk, uitgegeven=()),
    geeft=(Bewijs, Actie),
    over=lambda werk, _inhoud: [Overblijfsel(*paar) for paar in werk.overig],
)
open_scherm = GESPREKSPROMPTER.open
