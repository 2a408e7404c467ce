"""De risicoscan: per standaard wat mensen zien, en wat als eerste beter moet."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.uitvoer.document import Alinea, Document, to_html
from lv_tools.basis.uitwisseling.stukken import Signaal, Verbeterpunt
from lv_tools.bouwdoos.groep.uitnodigen import Koppaneel
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.risicoscan.bestand import NAAM, VERSIE, opened
from lv_tools.risicoscan.model.scan import Scan, empty, follow_scan, title
from lv_tools.risicoscan.model.uitkomst import Uitkomst, compute
from lv_tools.risicoscan.model.voorbeeld import example
from lv_tools.risicoscan.scherm.kijken import Kijkpaneel
from lv_tools.risicoscan.scherm.paneel import UITNODIGEN
from lv_tools.risicoscan.scherm.punten import Puntenpaneel
from lv_tools.risicoscan.scherm.uitkomst import Uitkomstpaneel
from lv_tools.risicoscan.scherm.vooraf import Voorafpaneel
from lv_tools.risicoscan.teksten import Instrument, instrument
from lv_tools.risicoscan.verslag.document import all_tables, report
from lv_tools.risicoscan.verslag.naast import picture


def still(inhoud: Instrument) -> str:
    """Geef de HTML van de voorbeeldschool, met de zin dat zij verzonnen is."""
    document = report(compute(example(inhoud), inhoud), inhoud)
    blokken = Document(document.titel, (Alinea(inhoud.zeg("voorbeeld")), *document.blokken))
    return f"<h2>{inhoud.zeg('voorbeeld_titel')}</h2>{to_html(blokken.blokken, 3)}"


RISICOSCAN = Hulpmiddel[Scan, Uitkomst, Instrument](
    naam=NAAM,
    versie=VERSIE,
    inhoud=instrument,
    leeg=lambda inhoud: replace(empty(inhoud), werk=new_id()),
    reken=compute,
    boven=lambda werk, inhoud: Koppaneel(werk, inhoud, UITNODIGEN),
    panelen={
        "vooraf": Voorafpaneel,
        "kijken": Kijkpaneel,
        "uitkomst": Uitkomstpaneel,
        "punten": Puntenpaneel,
    },
    titel=title,
    verslag=report,
    tabellen=all_tables,
    voorbeeld=example,
    stilbeeld=still,
    groep=lambda scan, inhoud: (scan.groep, inhoud.vragen),
    naast=picture,
    keur=opened,
    volg=follow_scan,
    neemt=(Signaal,),
    geeft=(Verbeterpunt,),
    kenmerk="werk",
)
open_scherm = RISICOSCAN.open
