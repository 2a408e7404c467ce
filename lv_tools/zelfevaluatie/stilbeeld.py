"""Het stilstaande voorbeeld op de bladzijde, voordat het hulpmiddel gestart is."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.beeld.weergave import figuur_html, ontsnap, tabel_html
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.zelfevaluatie.figuur.stippen import draw_dots
from lv_tools.zelfevaluatie.figuur.web import draw_radar
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.opzet import example_setup
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.uitslag import Uitslag, compute
from lv_tools.zelfevaluatie.teksten import Instrument

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
    voorbeeld = inhoud.voorbeeld
    uitslag = example(inhoud)
    groepen = [groep.sleutel for groep in uitslag.groepen]
    bladen = [teken(uitslag, inhoud, groepen) for teken in (draw_radar, draw_dots)]
    return "".join(
        [
            f"<h2>{ontsnap(voorbeeld.titel)}</h2>",
            f"<p>{ontsnap(voorbeeld.uitleg)} Dit rust op "
            f"{ontsnap(zinnen.people(uitslag.personen))}.</p>",
            "<h3>Wat een uitslag niet is</h3>",
            _list(inhoud.wat_niet),
            "<h3>Per thema en groep</h3>",
            *(figuur_html(blad) for blad in bladen if blad is not None),
            "<h3>Waarover deze mensen eerst kunnen praten</h3>",
            *_rankings(uitslag),
            "<h3>De acht stellingen van de korte lijst</h3>",
            tabel_html(
                ("Thema", "Stelling", "Naar"),
                [
                    (inhoud.themas[s.thema].titel, s.tekst, s.bron)
                    for s in uitslag.stellingen.values()
                ],
                "Eén stelling per thema; de volledige lijst heeft er meer",
                bron="eigen stellingen, naar de bronnen in de laatste kolom",
            ),
        ]
    )


def _rankings(uitslag: Uitslag) -> Iterator[str]:
    for code in LIJSTEN:
        lijst = uitslag.lijst(code)
        if lijst is None or not lijst.plaatsen:
            continue
        punten = [
            f"{uitslag.stellingen[plaats.code].tekst} {plaats.zin[:1].upper()}{plaats.zin[1:]}."
            for plaats in lijst.plaatsen[:PLAATSEN]
        ]
        yield f"<p><strong>{ontsnap(lijst.titel)}.</strong> {ontsnap(lijst.uitleg)}</p>"
        yield _list(punten)


def _list(punten: tuple[str, ...] | list[str]) -> str:
    return f"<ul>{''.join(f'<li>{ontsnap(punt)}</li>' for punt in punten)}</ul>"
