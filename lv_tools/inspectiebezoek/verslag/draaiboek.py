"""Het draaiboek: alles van het bezoek in één document, en het stilstaande beeld daaruit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from lv_tools.basis.beeld.weergave import ontsnap
from lv_tools.basis.taal.notatie import LEEG, datum, opsomming
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Figuurblok,
    Kop,
    Opsomming,
    Tweevorm,
    to_html,
)
from lv_tools.basis.uitvoer.kort import first_page
from lv_tools.inspectiebezoek.figuur import timeline
from lv_tools.inspectiebezoek.model.bezoek import Bezoek, Contact, Notitie
from lv_tools.inspectiebezoek.model.nakijken import open_promises, still_to_tell
from lv_tools.inspectiebezoek.model.uitkomst import Beeld, at_day, example
from lv_tools.inspectiebezoek.model.uitwisselen import note_line
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud
from lv_tools.inspectiebezoek.verslag.bladen import beside, said_and_noted, story
from lv_tools.inspectiebezoek.verslag.taken import per_role, phases, title

#: De dag waarop het voorbeeld bekeken wordt: de dag na het bezoek.
DAG_ERNA = date(2026, 10, 9)


def report(beeld: Beeld, inhoud: Bezoekinhoud) -> Document:
    """Beschrijf het hele bezoek."""
    zeg, bezoek = inhoud.zeg, beeld.bezoek
    zinnen = tuple(o.zin for o in beeld.opmerkingen)
    blad = timeline(beeld, inhoud)
    kern = blad.samenvatting if blad else ""
    blokken: list[Blok] = [
        first_page(kern, blad, zinnen, meeste=4),
        Alinea(inhoud.soort[bezoek.soort].uitleg),
    ]
    if zinnen:
        blokken += [Kop(zeg("kop_opvalt")), Opsomming(zinnen)]
    blokken.append(Kop(zeg("kop_plan")))
    if blad:
        blokken.append(Tweevorm((Figuurblok(blad),), (Alinea(blad.samenvatting),)))
    blokken += [*phases(beeld, inhoud), *per_role(beeld, inhoud)]
    for kop, deel in (
        ("kop_verhaal", (*story(beeld, inhoud), *beside(beeld, inhoud))),
        ("kop_stukken", tuple(_files(bezoek, inhoud))),
        ("kop_vragen", tuple(_questions(bezoek, inhoud))),
        ("kop_contacten", tuple(_contacts(bezoek, inhoud))),
        ("kop_dag", tuple(_notes(bezoek, inhoud))),
        ("kop_erna", tuple(_after(bezoek, inhoud))),
    ):
        if deel:
            blokken += [Kop(zeg(kop)), *deel]
    blokken.append(Alinea(zeg("verslag_eigen"), klein=True))
    return Document(zeg("draaiboek", wat=title(beeld, inhoud)), tuple(blokken))


def still(inhoud: Bezoekinhoud) -> str:
    """Geef het stilstaande beeld: het voorbeeld op de dag na het bezoek."""
    document = report(at_day(example(inhoud), inhoud, DAG_ERNA), inhoud)
    blokken = (Alinea(inhoud.zeg("voorbeeld_verzonnen"), nadruk=True), *document.blokken)
    return f"<h2>{ontsnap(document.titel)}</h2>{to_html(blokken, 3)}"


def _table(
    inhoud: Bezoekinhoud,
    titel: str,
    kolommen: tuple[str, ...],
    rijen: tuple[tuple[str, ...], ...],
    breedtes: tuple[int, ...],
) -> Iterator[Blok]:
    if rijen:
        koppen = tuple(inhoud.zeg(f"kolom_{naam}") for naam in kolommen)
        yield Bloktabel(inhoud.zeg(titel), koppen, rijen, rijkop=False, breedtes=breedtes)


def _files(bezoek: Bezoek, inhoud: Bezoekinhoud) -> Iterator[Blok]:
    rijen = tuple(
        (
            s.wat,
            s.waar or LEEG,
            s.kent or LEEG,
            day(s.van),
            inhoud.actueel.get(s.actueel, LEEG),
            sent(s.gevraagd, s.verstuurd, inhoud),
        )
        for s in bezoek.stukken
        if s.wat.strip()
    )
    kolommen = ("stuk", "waar", "kent", "van", "actueel", "verstuurd")
    yield from _table(inhoud, "tabel_stukken", kolommen, rijen, (5, 5, 4, 3, 3, 3))


def _questions(bezoek: Bezoek, inhoud: Bezoekinhoud) -> Iterator[Blok]:
    rijen = tuple(
        (v.vraag, inhoud.rol[v.rol] if v.rol else LEEG, v.antwoord or LEEG, yes(v.geoefend, inhoud))
        for v in bezoek.vragen
        if v.vraag.strip()
    )
    kolommen = ("vraag", "rol", "antwoord", "geoefend")
    yield from _table(inhoud, "tabel_vragen", kolommen, rijen, (6, 3, 7, 2))


def _contacts(bezoek: Bezoek, inhoud: Bezoekinhoud) -> Iterator[Blok]:
    rijen = tuple(
        (day(c.dag), c.wat, c.uitkomst or LEEG, told(c, inhoud))
        for c in bezoek.contacten
        if c.wat.strip()
    )
    kolommen = ("dag", "contact", "uitkomst", "nog_horen")
    yield from _table(inhoud, "tabel_contacten", kolommen, rijen, (3, 4, 6, 4))


def _notes(bezoek: Bezoek, inhoud: Bezoekinhoud) -> Iterator[Blok]:
    regels = tuple(note_line(n) for n in sort_notes(bezoek) if note_line(n))
    if regels:
        yield Opsomming(regels)
    rijen = tuple((n.toezegging, n.wie or LEEG, day(n.voor)) for n in open_promises(bezoek))
    kolommen = ("toezegging", "wie", "voor")
    yield from _table(inhoud, "tabel_toezeggingen", kolommen, rijen, (8, 4, 3))


def _after(bezoek: Bezoek, inhoud: Bezoekinhoud) -> Iterator[Blok]:
    yield from said_and_noted(bezoek, inhoud)
    rijen = tuple(
        (a.wat, a.wie or LEEG, day(a.klaar), b.wat)
        for b in bezoek.bevindingen
        for a in b.acties
        if a.wat.strip()
    )
    kolommen = ("actie", "wie", "klaar", "bij")
    yield from _table(inhoud, "tabel_acties", kolommen, rijen, (6, 3, 3, 5))


def sort_notes(bezoek: Bezoek) -> list[Notitie]:
    """Geef de aantekeningen op volgorde van dag en tijd, en anders zoals ze kwamen."""
    return sorted(bezoek.notities, key=lambda n: (n.dag or date.max, n.tijd or time.max))


def day(dag: date | None) -> str:
    """Schrijf een dag, of een streepje."""
    return datum(dag) if dag else LEEG


def yes(waar: bool, inhoud: Bezoekinhoud) -> str:
    """Schrijf ja of nee."""
    return inhoud.zeg("ja" if waar else "nee")


def told(contact: Contact, inhoud: Bezoekinhoud) -> str:
    """Zeg wie na een contact nog moet horen wat eruit kwam."""
    rollen = [inhoud.rol[rol] for rol in still_to_tell(contact)]
    return opsomming(rollen) if rollen else inhoud.zeg("iedereen_weet_het")


def sent(gevraagd: bool, verstuurd: date | None, inhoud: Bezoekinhoud) -> str:
    """Zeg of een stuk gevraagd en verstuurd is."""
    if verstuurd:
        return datum(verstuurd)
    return inhoud.zeg("nog_sturen") if gevraagd else LEEG
