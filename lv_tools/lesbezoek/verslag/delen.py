"""Elk deel van de uitkomst als blokken."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.document import Alinea, Blok, Figuurblok, Kop, Opsomming, Tabelblok
from lv_tools.basis.uitvoer.kort import first_page
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.lesbezoek.figuur import draw, lessons, visitors
from lv_tools.lesbezoek.model.meegeven import points, questions
from lv_tools.lesbezoek.model.ronde import SOORTEN
from lv_tools.lesbezoek.model.uitkomst import Overeenkomst, Uitkomst
from lv_tools.lesbezoek.teksten import Instrument


def headline(uit: Uitkomst, inhoud: Instrument) -> str:
    """Zeg in één zin wat er te zien was, of waarom er niets te zien is."""
    zeg = inhoud.zeg
    if not uit.zichtbaar:
        weg = f" {zeg('vrij_weg')}" if uit.weg else ""
        return zeg("nog_niets", grens=uit.ronde.grens) + weg
    return zeg(
        "kop",
        lessen=lessons(uit.lessen),
        bezoekers=visitors(uit.bezoekers),
        veel=_named(uit, "veel", inhoud),
        weinig=_named(uit, "weinig", inhoud),
    )


def in_short(uit: Uitkomst, inhoud: Instrument) -> Blok:
    """Geef de eerste bladzijde: wat bezoekers zagen, en wat wij vaker willen zien."""
    punten = tuple(f"{punt.wat.rstrip('. ')} ({punt.bewijs})" for punt in points(uit.ronde))
    verder = (Kop(inhoud.zeg("punten"), 2), Opsomming(punten)) if punten else ()
    # Alleen wie de meeste lessen zag: met elke kijker erbij past het niet op een bladzijde.
    soort = next((s for s in SOORTEN if any(s in beeld.tellingen for beeld in uit.beelden)), "")
    return first_page(headline(uit, inhoud), draw(uit, inhoud, soort), verder=verder)


def per_point(uit: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef de figuur, en wat is afgeschermd."""
    if not uit.zichtbaar:
        return
    zeg = inhoud.zeg
    if uit.weg:
        yield Alinea(zeg("vrij_weg"))
    yield Kop(zeg("per_punt"))
    yield Alinea(zeg("per_punt_uitleg"))
    if blad := draw(uit, inhoud):
        yield Figuurblok(blad)
    klein = [
        f"‘{b.punt.tekst}’ ({opsomming([zeg(f'meer_{s}') for s in b.klein])})"
        for b in uit.beelden
        if b.klein
    ]
    if klein:
        yield Alinea(zeg("klein", wat="; ".join(klein)), klein=True)


def agreement(uit: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef per kijkpunt of verschillende kijkers hetzelfde zagen."""
    if not uit.zichtbaar:
        return
    zeg = inhoud.zeg
    yield Kop(zeg("overeen"))
    tabel = agreement_table(uit, inhoud)
    if tabel.rijen:
        yield Alinea(zeg("overeen_uitleg"))
        yield Tabelblok(tabel.titel, tabel.kolommen, tabel.rijen, sorteerbaar=False)
    else:
        yield Alinea(zeg("overeen_geen"))
    if klein := [f"‘{b.punt.tekst}’" for b in uit.beelden if b.overeen_klein]:
        yield Alinea(zeg("overeen_klein", wat=opsomming(klein)), klein=True)


def examples(uit: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef de voorbeelden die de school koos."""
    if not uit.zichtbaar or not any(b.voorbeelden for b in uit.beelden):
        return
    yield Kop(inhoud.zeg("voorbeelden"))
    for beeld in uit.beelden:
        if beeld.voorbeelden:
            yield Alinea(beeld.punt.tekst, nadruk=True)
            yield Opsomming(beeld.voorbeelden)


def limits(_uit: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef wat de uitkomst niet zegt."""
    yield Kop(inhoud.zeg("zegt_niet"))
    yield Opsomming(tuple(inhoud.zeg(f"zegt_niet_{nummer}") for nummer in range(1, 5)))


def chosen(uit: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef de verbeterpunten en de vragen voor het gesprek."""
    zeg = inhoud.zeg
    tabel = points_table(uit, inhoud)
    if tabel.rijen:
        yield Kop(zeg("punten"))
        yield Tabelblok(tabel.titel, tabel.kolommen, tabel.rijen, sorteerbaar=False)
    if vragen := questions(uit, inhoud):
        yield Kop(zeg("vragen"))
        yield Opsomming(tuple(vraag.tekst for vraag in vragen))


# -- tabellen ------------------------------------------------------------------------------------


def counts_table(uit: Uitkomst, inhoud: Instrument) -> Uitvoertabel:
    """Geef de tellingen; wat is afgeschermd, heeft geen getallen."""
    rijen: list[tuple[Uitvoercel, ...]] = []
    for beeld in uit.beelden if uit.zichtbaar else ():
        vast = (beeld.punt.tekst, beeld.punt.standaard)
        for soort in SOORTEN:
            telling = beeld.tellingen.get(soort)
            wie = inhoud.zeg(f"meer_{soort}")
            if telling is not None:
                verdeling = telling.verdeling
                getallen = (*verdeling.aantallen, verdeling.weet_niet)
                rijen.append((*vast, wie, *getallen, telling.lessen, telling.kijkers))
            elif soort in beeld.klein:
                rijen.append((*vast, wie, inhoud.zeg("te_weinig"), *(None,) * 5))
    grenzen = tuple(inhoud.zeg(f"zegt_niet_{nummer}") for nummer in range(1, 5))
    return Uitvoertabel(
        inhoud.zeg("tabel"),
        tuple(inhoud.zeg("kolommen").split("|")),
        tuple(rijen),
        (inhoud.zeg("zegt_niet"), *grenzen),
    )


def agreement_table(uit: Uitkomst, inhoud: Instrument) -> Uitvoertabel:
    """Geef per kijkpunt en paar de lessen waarin beide hetzelfde zagen."""
    return Uitvoertabel(
        inhoud.zeg("overeen_tabel"),
        tuple(inhoud.zeg("overeen_kolommen").split("|")),
        tuple(
            (beeld.punt.tekst, _pair(o, inhoud), o.lessen, o.zelfde)
            for beeld in (uit.beelden if uit.zichtbaar else ())
            for o in beeld.overeen
        ),
    )


def points_table(uit: Uitkomst, inhoud: Instrument) -> Uitvoertabel:
    """Geef de verbeterpunten."""
    return Uitvoertabel(
        inhoud.zeg("punten_tabel"),
        ("Nr.", "Wat", "Hoort bij", "Bewijs", "Hoe zeker", "Anders als"),
        tuple(
            (
                nummer,
                p.wat,
                ", ".join(p.standaarden),
                p.bewijs,
                inhoud.zekerheid.get(p.zekerheid, ""),
                p.anders_als,
            )
            for nummer, p in enumerate(points(uit.ronde), start=1)
        ),
    )


def _pair(paar: Overeenkomst, inhoud: Instrument) -> str:
    een = inhoud.zeg(f"meer_{paar.een}")
    if paar.een == paar.ander:
        return f"{een} onderling"
    return f"{een} en {inhoud.zeg(f'meer_{paar.ander}')}"


def _named(uit: Uitkomst, aard: str, inhoud: Instrument) -> str:
    wat = [f"‘{b.punt.tekst}’" for b in uit.beelden if b.aard == aard]
    return opsomming(wat) if wat else inhoud.zeg("kop_geen")
