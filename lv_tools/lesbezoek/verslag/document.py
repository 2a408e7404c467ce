"""Het verslag en de tabellen van de ronde, en het kaartje dat de docent meekrijgt."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.document import Alinea, Blok, Document, Opsomming, Tweevorm, to_html
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.lesbezoek.model.ronde import Blik
from lv_tools.lesbezoek.model.uitkomst import Uitkomst, compute
from lv_tools.lesbezoek.model.voorbeeld import example
from lv_tools.lesbezoek.teksten import Instrument
from lv_tools.lesbezoek.verslag import delen


def report(uit: Uitkomst, inhoud: Instrument) -> Document:
    """Beschrijf de uitkomst over de ronde; er staat geen les en geen bezoeker in."""
    naam = uit.ronde.naam.strip()
    titel = f"{inhoud.zeg('verslag')}: {naam}" if naam else inhoud.zeg("verslag")
    return Document(titel, tuple(_blocks(uit, inhoud)))


def _blocks(uit: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    yield delen.in_short(uit, inhoud)
    if uit.ronde.vraag.strip():
        yield Alinea(inhoud.zeg("verslag_vraag", vraag=uit.ronde.vraag.strip()))
    yield Tweevorm(scherm=(Alinea(delen.headline(uit, inhoud), nadruk=True),))
    for deel in (delen.per_point, delen.agreement, delen.examples, delen.chosen, delen.limits):
        yield from deel(uit, inhoud)
    yield Alinea(inhoud.zeg("bewaren_zin"))
    yield Alinea(inhoud.algemeen.eigen, klein=True)


def all_tables(uit: Uitkomst, inhoud: Instrument) -> tuple[Uitvoertabel, ...]:
    """Geef de tellingen, de overeenkomst, de voorbeelden en de verbeterpunten."""
    voorbeelden = Uitvoertabel(
        inhoud.zeg("voorbeelden"),
        ("Kijkpunt", "Voorbeeld"),
        tuple(
            (beeld.punt.tekst, voorbeeld)
            for beeld in (uit.beelden if uit.zichtbaar else ())
            for voorbeeld in beeld.voorbeelden
        ),
    )
    tellingen = delen.counts_table(uit, inhoud)
    overeen, punten = delen.agreement_table(uit, inhoud), delen.points_table(uit, inhoud)
    return (tellingen, overeen, voorbeelden, punten)


def card(blik: Blik, inhoud: Instrument) -> Document:
    """Maak het kaartje voor de docent: de drie vragen, en wat die zich voorneemt."""
    zeg, gesprek = inhoud.zeg, blik.nagesprek
    regels: list[Blok] = []
    if blik.les and blik.dag:
        regels.append(Alinea(zeg("kaartje_dag", les=blik.les, dag=datum(blik.dag))))
    if gesprek.vraag.strip():
        regels.append(Alinea(zeg("kaartje_vraag", vraag=gesprek.vraag.strip())))
    vragen = tuple(deel.vraag for deel in inhoud.nagesprek)
    regels.append(Opsomming(vragen, genummerd=True))
    voornemen = gesprek.voornemen.strip()
    zin = zeg("kaartje_voornemen", voornemen=voornemen) if voornemen else zeg("kaartje_leeg")
    regels += [Alinea(zin, nadruk=True), Alinea(zeg("kaartje_van"), klein=True)]
    return Document(zeg("kaartje_titel"), tuple(regels))


def still(inhoud: Instrument) -> str:
    """Geef de HTML van de voorbeeldschool, met de zin dat zij verzonnen is."""
    document = report(compute(example(inhoud)), inhoud)
    blokken = (Alinea(inhoud.zeg("voorbeeld")), *document.blokken)
    return f"<h2>{inhoud.zeg('voorbeeld_titel')}</h2>{to_html(blokken, 3)}"
