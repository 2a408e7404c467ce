"""Scans naast elkaar in blokken, voor het scherm en voor het verslag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Figuurblok,
    Kop,
    Opsomming,
    Tabelblok,
    Tweevorm,
    Vouw,
)
from lv_tools.zelfevaluatie.figuur.momenten import draw_moments
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.vergelijken import Rij, Vergelijking
from lv_tools.zelfevaluatie.model.vergelijkzinnen import counts_note, middle_cell
from lv_tools.zelfevaluatie.teksten import Instrument

#: Zoveel momenten passen naast elkaar op een bladzijde.
_NAAST = 3


def introduction(vergelijking: Vergelijking, inhoud: Instrument) -> Iterator[Blok]:
    """Geef de kop in het verslag, en hoe de scans gelezen worden."""
    yield Kop("Naast eerdere scans" if vergelijking.tijd else "Scans naast elkaar")
    if vergelijking.tijd:
        yield Alinea(inhoud.vergelijken.uitleg)
    yield Alinea(vergelijking.inleiding)
    if len(vergelijking.momenten) > _NAAST:
        yield Alinea(
            f"In de tabellen staan de laatste {_NAAST} scans; de zinnen eronder gaan over alle "
            f"{len(vergelijking.momenten)}.",
            klein=True,
        )


def moments(
    vergelijking: Vergelijking, inhoud: Instrument, groep: str | None = None
) -> Iterator[Blok]:
    """Geef wat er tussen de scans anders is, wat dat nog meer kan zijn en wat er ontbreekt.

    Parameters
    ----------
    groep
        Sleutel van de groep; zonder opgave alle groepen.
    """
    yield Kop(inhoud.zeg("vergelijk_verklaring"), 2)
    yield Alinea(vergelijking.voorbehoud)
    yield Opsomming(vergelijking.verklaringen)
    for sleutel, naam in dict.fromkeys((r.groep, r.groepsnaam) for r in vergelijking.themas):
        if groep in (None, sleutel):
            yield from _group(sleutel, naam, vergelijking, inhoud)
    if vergelijking.weggelaten:
        punten = (f"{zinnen.sentence(weg.wat)}: {weg.reden}." for weg in vergelijking.weggelaten)
        uitleg = Alinea(inhoud.vergelijken.anders_gesteld)
        titel = inhoud.zeg("vergelijk_weggelaten")
        yield Vouw(titel, (uitleg, Opsomming(tuple(punten))), niveau=2)


def _group(groep: str, naam: str, vergelijking: Vergelijking, inhoud: Instrument) -> Iterator[Blok]:
    themas = [rij for rij in vergelijking.themas if rij.groep == groep]
    stellingen = [rij for rij in vergelijking.stellingen if rij.groep == groep]
    blad = draw_moments(vergelijking, inhoud, groep)
    momenten = vergelijking.momenten[-_NAAST:]
    papier = Bloktabel(
        f"Midden per thema: {naam}",
        ("Thema", *(f"{m.naam}, {datum(m.datum)}" for m in momenten)),
        tuple(
            (rij.naam, *(middle_cell(punt, inhoud) for punt in rij.punten[-_NAAST:]))
            for rij in themas
        ),
        breedtes=(4, *(3 for _ in momenten)),
    )
    tabel = _table(inhoud.zeg("vergelijk_thema"), themas, vergelijking, inhoud)
    yield Kop(zinnen.sentence(naam), 2)
    yield Tweevorm(
        scherm=(*((Figuurblok(blad),) if blad else ()), tabel),
        papier=(papier,),
    )
    yield from _differences(themas, inhoud)
    if stellingen:
        titel = inhoud.zeg("vergelijk_stelling")
        binnen = (
            *_differences(stellingen, inhoud),
            _table(titel, stellingen, vergelijking, inhoud),
        )
        kop = inhoud.zeg("vergelijk_stellingen", hoeveel=len(stellingen))
        yield Tweevorm(scherm=(Vouw(kop, binnen, niveau=3),))


def _differences(rijen: Sequence[Rij], inhoud: Instrument) -> Iterator[Blok]:
    """Zeg in zinnen wat er anders is; in een kolom zouden ze met drie scans te breed zijn."""
    yield Kop(inhoud.zeg("vergelijk_anders"), 3)
    yield Opsomming(
        tuple(f"{rij.zin} {rij.noot}".strip() for rij in rijen),
        koppen=tuple(f"{rij.naam}." for rij in rijen),
    )
    if zin := counts_note([(rij.naam, rij.punten) for rij in rijen]):
        yield Alinea(zin)


def _table(
    titel: str, rijen: Sequence[Rij], vergelijking: Vergelijking, inhoud: Instrument
) -> Tabelblok:
    momenten = (f"{m.naam}, {datum(m.datum)}" for m in vergelijking.momenten)
    return Tabelblok(
        titel,
        (inhoud.zeg("vergelijk_waarover"), *momenten),
        tuple((rij.naam, *(middle_cell(punt, inhoud) for punt in rij.punten)) for rij in rijen),
        bron=zinnen.BRON,
    )
