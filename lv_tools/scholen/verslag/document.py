"""Scholen naast elkaar als blokken, als verslag en als tabellen."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import LEEG, aantal, datum
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Figuurblok,
    Kop,
    Opsomming,
    Paginaeinde,
    Tabelblok,
    Vouw,
)
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.basis.uitwisseling.naast import Maat
from lv_tools.scholen.figuur import agreement, cells, columns, draw, moment_of, summary, title
from lv_tools.scholen.model.uitkomst import Beeld, Naast, Rij, Uitkomst, Vak, key
from lv_tools.scholen.teksten import Scholeninhoud

#: Zoveel maten passen er naast elkaar op een staand blad.
PER_TABEL = 4


def rows(beeld: Beeld, inhoud: Scholeninhoud, *, tijd: bool = False) -> Iterator[Blok]:
    """Geef een rij per school of moment: waarop het rust, en wat in woorden is te zeggen."""
    kort = [m for m in beeld.maten.values() if m.hoofd and m.vorm == "woorden" and not m.groep]
    eerste = inhoud.zeg("kolom_moment" if tijd else "kolom_school")
    mensen = any(rij.stuk.beeld.personen is not None for rij in beeld.rijen)
    wie = any(rij.stuk.beeld.wie for rij in beeld.rijen)
    kolommen = (
        eerste,
        *(() if tijd else ("Moment",)),
        *(("Mensen",) if mensen else ()),
        *(("Wie of wat",) if wie else ()),
        *(m.naam for m in kort),
    )
    rijen = tuple(_overview(rij, kort, tijd=tijd, mensen=mensen, wie=wie) for rij in beeld.rijen)
    naam = inhoud.kind(beeld.hulpmiddel)
    titel = inhoud.zeg("overzicht_tijd" if tijd else "overzicht", soort=naam)
    yield Tabelblok(titel, kolommen, rijen, sorteerbaar=False)
    noten = [f"{rij.naam}: {noot}" for rij in beeld.rijen for noot in rij.stuk.beeld.noten]
    if noten:
        yield Vouw(inhoud.zeg("noten"), (Opsomming(tuple(noten)),))


def _overview(
    rij: Rij, kort: list[Maat], *, tijd: bool, mensen: bool, wie: bool
) -> tuple[str | int | None, ...]:
    beeld = rij.stuk.beeld
    eigen = {key(m): m for m in beeld.maten}
    woorden = []
    for maat in kort:
        hier = eigen.get(key(maat))
        # Met andere regels is hetzelfde woord iets anders.
        past = hier is not None and hier.voorwaarden == maat.voorwaarden
        tekst = "" if hier is None else hier.uitkomst or hier.dicht
        woorden.append(tekst if past or not tekst else f"{tekst} (andere regels)")
    return (
        rij.naam,
        *(() if tijd else (moment_of(rij),)),
        *((beeld.personen,) if mensen else ()),
        *((beeld.wie or LEEG,) if wie else ()),
        *(woord or LEEG for woord in woorden),
    )


def matrix(beeld: Beeld, inhoud: Scholeninhoud, *, tijd: bool = False) -> Iterator[Blok]:
    """Geef de belangrijkste maten van iedereen bij elkaar, met een rij per school of moment.

    Wat op andere vragen of regels rust dan bij de meeste, staat er zonder uitkomst.
    """
    hoofd = [s for s in beeld.keuzes if beeld.maten[s].hoofd and not beeld.maten[s].groep]
    eerste = inhoud.zeg("kolom_moment" if tijd else "kolom_school")
    for begin in range(0, len(hoofd), PER_TABEL):
        deel = hoofd[begin : begin + PER_TABEL]
        cellen = [_words(beeld.lay(sleutel), inhoud) for sleutel in deel]
        heel = len(hoofd) <= PER_TABEL
        van, tot = begin + 1, begin + len(deel)
        yield Bloktabel(
            inhoud.zeg("matrix") if heel else inhoud.zeg("matrix_deel", van=van, tot=tot),
            (eerste, *(beeld.maten[sleutel].naam for sleutel in deel)),
            tuple(
                (rij.naam, *(cel.get(rij.stuk.id, inhoud.zeg("anders")) for cel in cellen))
                for rij in beeld.rijen
            ),
        )


def _words(naast: Naast, inhoud: Scholeninhoud) -> dict[str, str]:
    """Geef per bestand de uitkomst in woorden met n, voor wat in het grootste vak staat."""
    return {
        rij.stuk.id: inhoud.zeg("dicht") if maat.dicht else f"{maat.uitkomst or LEEG} ({maat.n})"
        for rij, maat in naast.vakken[0].rijen
    }


def measure(
    beeld: Beeld, sleutel: str, inhoud: Scholeninhoud, *, tijd: bool = False, niveau: int = 1
) -> Iterator[Blok]:
    """Geef één maat van alle rijen: een figuur of tabel per vak, en wat nergens naast past."""
    naast = beeld.lay(sleutel)
    if len(naast.vakken) > 1:
        yield Alinea(inhoud.zeg("meer_vakken", n=len(naast.vakken)))
    for vak in naast.vakken:
        if any(not m.dicht for _, m in vak.rijen) and vak.maat.vorm != "woorden":
            yield Figuurblok(draw(vak, beeld.hulpmiddel, inhoud, tijd=tijd))
        else:
            yield _table(vak, beeld, inhoud, tijd=tijd)
        if vak.maat.vragen or vak.maat.regels:
            yield Vouw(inhoud.zeg("gevraagd"), tuple(_asked(vak.maat, inhoud)))
    if naast.los:
        yield Kop(inhoud.zeg("los"), niveau)
        yield Opsomming(
            tuple(o.reden for o in naast.los), koppen=tuple(f"{o.wie}:" for o in naast.los)
        )


def _table(vak: Vak, beeld: Beeld, inhoud: Scholeninhoud, *, tijd: bool) -> Tabelblok:
    eerste = inhoud.zeg("kolom_moment" if tijd else "kolom_school")
    return Tabelblok(
        title(vak.maat),
        (eerste, *columns(vak.maat, tijd=tijd)),
        tuple((rij.naam, *cells(rij, m, tijd=tijd)) for rij, m in vak.rijen),
        inhoud.zeg("bron", soort=inhoud.soort[beeld.hulpmiddel].bestand),
        inhoud.zeg("zegt_niet_tijd") if tijd else inhoud.soort[beeld.hulpmiddel].niet,
        summary(vak, inhoud, tijd=tijd),
        sorteerbaar=False,
    )


def _asked(maat: Maat, inhoud: Scholeninhoud) -> Iterator[Blok]:
    if maat.vragen:
        yield Opsomming(maat.vragen)
    if maat.regels:
        yield Alinea(inhoud.zeg("regels", regels=maat.regels))


def remarks(beeld: Beeld, inhoud: Scholeninhoud) -> Iterator[Blok]:
    """Geef wat er bij de rijen te weten is, en welke bestanden niet meedoen."""
    for zin in beeld.letop:
        yield Alinea(zin)
    if beeld.opzij:
        yield Kop(inhoud.zeg("opzij"), 2)
        yield Opsomming(
            tuple(o.reden for o in beeld.opzij), koppen=tuple(f"{o.wie}:" for o in beeld.opzij)
        )


def side_by_side(uit: Uitkomst) -> Iterator[Blok]:
    """Geef wat er op het scherm staat: het overzicht van de gekozen soort, en de gekozen maat."""
    inhoud, gekozen = uit.inhoud, uit.chosen()
    if gekozen is None:
        yield Alinea(inhoud.zeg("nog_niets"))
        return
    beeld, sleutel = gekozen
    if len(beeld.rijen) < 2:
        yield Alinea(inhoud.zeg("een_school", soort=inhoud.soort[beeld.hulpmiddel].bestand))
    if sleutel:
        yield from measure(beeld, sleutel, inhoud)
    yield Kop(inhoud.zeg("rustop"), 1)
    yield from rows(beeld, inhoud)
    yield from matrix(beeld, inhoud)
    yield from remarks(beeld, inhoud)


def in_time(uit: Uitkomst) -> Iterator[Blok]:
    """Geef één school door de tijd."""
    inhoud, reeks = uit.inhoud, uit.series()
    if reeks is None:
        yield Alinea(inhoud.zeg("geen_reeks"))
        return
    beeld, sleutel = reeks
    yield Alinea(inhoud.zeg("tijd_van", school=uit.school))
    if sleutel:
        yield from measure(beeld, sleutel, inhoud, tijd=True)
    yield Kop(inhoud.zeg("rustop"), 1)
    yield from rows(beeld, inhoud, tijd=True)
    yield from matrix(beeld, inhoud, tijd=True)
    yield from remarks(beeld, inhoud)


def report(uit: Uitkomst, inhoud: Scholeninhoud) -> Document:
    """Beschrijf alle soorten: een rij per school, en de belangrijkste maten van iedereen."""
    titel = ": ".join(filter(None, (inhoud.zeg("verslag"), uit.staat.titel.strip())))
    return Document(titel, tuple(_blocks(uit, inhoud)))


def _blocks(uit: Uitkomst, inhoud: Scholeninhoud) -> Iterator[Blok]:
    yield Alinea(headline(uit, inhoud), nadruk=True)
    yield Opsomming(inhoud.weg)
    for hulpmiddel, beeld in uit.soorten.items():
        yield Kop(inhoud.kind(hulpmiddel))
        yield from rows(beeld, inhoud)
        yield from matrix(beeld, inhoud)
        yield from remarks(beeld, inhoud)
    for hulpmiddel, beeld in uit.soorten.items():
        hoofd = [s for s in beeld.keuzes if beeld.maten[s].hoofd and not beeld.maten[s].groep]
        if hoofd:
            yield Paginaeinde()
            yield Kop(inhoud.zeg("per_onderwerp", soort=inhoud.kind(hulpmiddel)))
        for sleutel in hoofd:
            yield Kop(beeld.maten[sleutel].naam, 2)
            yield from measure(beeld, sleutel, inhoud, niveau=3)
    yield Alinea(inhoud.algemeen.eigen, klein=True)


def time_report(uit: Uitkomst, inhoud: Scholeninhoud) -> Document:
    """Beschrijf één school door de tijd; van een andere school staat er niets in."""
    return Document(inhoud.zeg("verslag_tijd", school=uit.school), tuple(in_time(uit)))


def headline(uit: Uitkomst, inhoud: Scholeninhoud) -> str:
    """Zeg hoeveel scholen en bestanden er liggen, en hoe zij op volgorde staan."""
    return inhoud.zeg(
        "kop",
        scholen=aantal(len(uit.scholen), "school of afdeling", "scholen of afdelingen"),
        bestanden=aantal(len(uit.staat.stukken), "bestand", "bestanden"),
        volgorde=inhoud.zeg(f"volgorde_{uit.staat.volgorde}"),
    )


def file_list(uit: Uitkomst, inhoud: Scholeninhoud) -> Bloktabel:
    """Geef van elk bestand wat het is, van welke school en van welk moment."""
    rijen = tuple(
        (
            stuk.school or LEEG,
            inhoud.kind(stuk.beeld.hulpmiddel),
            datum(stuk.dag),
            stuk.beeld.titel or LEEG,
            stuk.bestand,
        )
        for stuk in uit.staat.stukken
    )
    kolommen = ("School of afdeling", "Soort", "Moment", "Titel", "Bestand")
    return Bloktabel(inhoud.zeg("lijst"), kolommen, rijen)


# -- tabellen ------------------------------------------------------------------------------------

KOLOMMEN = (
    *("Soort", "School", "Moment", "Maat", "Groep", "Vak", "n", "Geteld", "Uitkomst"),
    *("Plek", "Helft van", "Helft tot", "Eensgezindheid A", "Niet te zien"),
)


def all_tables(uit: Uitkomst, inhoud: Scholeninhoud) -> tuple[Uitvoertabel, ...]:
    """Geef de bestanden, elke uitkomst, de aantallen, en wat niet naast elkaar mag."""
    lijst = file_list(uit, inhoud)
    rijen: list[tuple[Uitvoercel, ...]] = []
    aantallen: list[tuple[Uitvoercel, ...]] = []
    los: list[tuple[Uitvoercel, ...]] = []
    for hulpmiddel, beeld in uit.soorten.items():
        naam = inhoud.kind(hulpmiddel)
        los += [(naam, "", o.wie, o.reden) for o in beeld.opzij]
        for sleutel in beeld.maten:
            naast = beeld.lay(sleutel)
            los += [(naam, title(naast.maat), o.wie, o.reden) for o in naast.los]
            for nummer, rij, maat in _numbered(naast):
                rijen.append((naam, *_numbers(nummer, rij, maat)))
                vooraan = (naam, rij.naam, moment_of(rij), maat.naam, nummer)
                paren = zip(maat.opties, maat.aantallen, strict=False)
                aantallen += [(*vooraan, optie, n) for optie, n in paren]
    tabellen = (
        Uitvoertabel(lijst.bijschrift, lijst.kolommen, lijst.rijen, inhoud.weg),
        Uitvoertabel(inhoud.zeg("tabel_uitkomsten"), KOLOMMEN, tuple(rijen)),
        Uitvoertabel(
            inhoud.zeg("tabel_aantallen"),
            ("Soort", "School", "Moment", "Maat", "Vak", "Antwoord", "Aantal"),
            tuple(aantallen),
        ),
        Uitvoertabel(
            inhoud.zeg("tabel_los"), ("Soort", "Maat", "School", "Waarom niet"), tuple(los)
        ),
        _codebook(inhoud),
    )
    return tuple(tabel for tabel in tabellen if tabel.rijen)


def time_tables(uit: Uitkomst, inhoud: Scholeninhoud) -> tuple[Uitvoertabel, ...]:
    """Geef van één school elk moment, van elke soort."""
    rijen = tuple(
        (inhoud.kind(soort), *_numbers(nummer, rij, maat, school=school))
        for (school, soort), beeld in uit.tijd.items()
        if school == uit.school
        for sleutel in beeld.maten
        for nummer, rij, maat in _numbered(beeld.lay(sleutel))
    )
    return (Uitvoertabel(inhoud.zeg("tabel_momenten"), KOLOMMEN, rijen), _codebook(inhoud))


def _numbered(naast: Naast) -> Iterator[tuple[int, Rij, Maat]]:
    """Geef elke rij met het nummer van haar vak: alleen binnen een vak is te vergelijken."""
    for nummer, vak in enumerate(naast.vakken, start=1):
        for rij, maat in vak.rijen:
            yield nummer, rij, maat


def _numbers(nummer: int, rij: Rij, maat: Maat, school: str = "") -> tuple[Uitvoercel, ...]:
    eens = agreement(maat)
    getallen = (maat.plek, maat.van, maat.tot)
    return (
        school or rij.naam,
        moment_of(rij),
        maat.naam,
        maat.groep or "iedereen",
        nummer,
        None if maat.dicht else maat.n,
        maat.eenheid,
        maat.uitkomst or None,
        *(None if waarde is None else float(waarde) for waarde in getallen),
        None if eens is None else round(eens, 2),
        maat.dicht or None,
    )


def _codebook(inhoud: Scholeninhoud) -> Uitvoertabel:
    rijen = tuple(
        (kolom, inhoud.zeg(f"codeboek_{nummer}")) for nummer, kolom in enumerate(KOLOMMEN, 1)
    )
    return Uitvoertabel("Codeboek", ("Kolom", "Betekenis"), rijen)
