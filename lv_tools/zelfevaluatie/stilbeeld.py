"""Het stilstaande voorbeeld op de bladzijde, voordat het hulpmiddel gestart is."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.uitvoer.document import Alinea, Blok, Kop, Opsomming, Tabelblok, Vouw, to_html
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.opzet import example_setup
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.uitslag import Uitslag, compute
from lv_tools.zelfevaluatie.teksten import Instrument
from lv_tools.zelfevaluatie.verslag.uitslag import pictures, rankings

#: De ranglijsten die het voorbeeld laat zien, en hoeveel plaatsen van elk.
LIJSTEN = ("rolverschil", "oneens", "onbekend")
PLAATSEN = 2


def example(inhoud: Instrument) -> Uitslag:
    """Reken het verzonnen voorbeeld uit."""
    return compute(
        Scan(example_setup(inhoud), (Bron("voorbeeld", inhoud.voorbeeldmensen),)), inhoud
    )


def stilbeeld(inhoud: Instrument) -> str:
    """Geef de HTML van het voorbeeld: wat het niet is, twee figuren, ranglijsten en stellingen."""
    return to_html(_blocks(example(inhoud), inhoud))


def _blocks(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    voorbeeld = inhoud.voorbeeld
    yield Kop(voorbeeld.titel)
    yield Alinea(f"{voorbeeld.uitleg} Dit rust op {zinnen.people(uitslag.personen)}.")
    yield Kop("Wat een uitslag niet is", 2)
    yield Opsomming(inhoud.wat_niet)
    yield Kop(inhoud.zeg("groepen_titel"), 2)
    yield from pictures(uitslag, inhoud, [groep.sleutel for groep in uitslag.groepen])
    yield Kop("Waarover deze mensen eerst kunnen praten", 2)
    for lijst in rankings(uitslag, inhoud, LIJSTEN, plaatsen=PLAATSEN):
        if isinstance(lijst, Vouw):  # hier staat zij open
            yield Kop(lijst.titel, 3)
            yield from lijst.blokken
    yield Kop("De acht stellingen van de korte lijst", 2)
    yield Tabelblok(
        "Eén stelling per thema; de volledige lijst heeft er meer",
        ("Thema", "Stelling", "Naar"),
        tuple((inhoud.themas[s.thema].titel, s.tekst, s.bron) for s in uitslag.stellingen.values()),
        bron="eigen stellingen, naar de bronnen in de laatste kolom",
    )
