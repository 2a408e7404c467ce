"""Het bord als document: op het scherm, op papier, en als verslag met de geschiedenis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lv_tools.basis.beeld.weergave import ontsnap
from lv_tools.basis.taal.notatie import datum, datum_kort
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Figuurblok,
    Kop,
    Opsomming,
    to_html,
)
from lv_tools.basis.uitvoer.kort import first_page
from lv_tools.verbeterbord.figuur import span, timeline
from lv_tools.verbeterbord.model.bord import Doel
from lv_tools.verbeterbord.model.uitkomst import Beeld
from lv_tools.verbeterbord.teksten import Bordinhoud

#: Zoveel acties staan er op de eerste bladzijde.
MEESTE_ACTIES = 6
#: Ruimte om met een pen bij te schrijven: zo hoog is een lege rij.
LEEG = "\u00a0\n\u00a0\n\u00a0"


def report(beeld: Beeld, inhoud: Bordinhoud) -> Document:
    """Het verslag van een team: het bord van nu, alle acties en wat er van doelen kwam."""
    zeg, bord = inhoud.zeg, beeld.bord
    n = len(bord.sessies)
    sessies = zeg("sessie_een") if n == 1 else zeg("sessie_meer", n=n)
    blokken: list[Blok] = [
        Alinea(rule(beeld, inhoud), klein=True),
        in_short(beeld, inhoud, zeg("verslag_sessies", n=sessies)),
        *year_board(beeld, inhoud),
        *board(beeld, inhoud),
        *_all_actions(beeld, inhoud),
        *history(beeld, inhoud),
        Alinea(zeg("verslag_namen"), klein=True),
        Alinea(zeg("verslag_eigen"), klein=True),
        Alinea(inhoud.algemeen.eigen, klein=True),
    ]
    return Document(title(beeld, inhoud), tuple(blokken))


def in_short(beeld: Beeld, inhoud: Bordinhoud, sessies: str) -> Blok:
    """Geef de eerste bladzijde: de doelen door de tijd, wat er speelt en wat nog open is."""
    zeg, nu = inhoud.zeg, beeld.bord.at("nu")
    doelen = tuple(d.wat or zeg("zonder") for d in nu)
    acties = tuple(
        f"{a.wat} ({', '.join(filter(None, (a.wie, datum_kort(a.klaar) if a.klaar else '')))})"
        if a.wie or a.klaar
        else a.wat
        for a in beeld.open_acties
    )
    verder: list[Blok] = []
    for kop, punten in (("bord_doelen", doelen), ("bord_acties", acties[:MEESTE_ACTIES])):
        if punten:
            verder += [Kop(zeg(kop), 2), Opsomming(punten)]
    return first_page(sessies, timeline(beeld, inhoud), verder=verder)


def title(beeld: Beeld, inhoud: Bordinhoud) -> str:
    """Geef de titel van het verslag."""
    return inhoud.zeg("verslag_titel", team=beeld.bord.team or inhoud.zeg("een_team"))


def rule(beeld: Beeld, inhoud: Bordinhoud) -> str:
    """Zeg van welke school, welk jaar en welke dag dit bord is."""
    jaarbord = beeld.bord.jaarbord
    regel = inhoud.zeg(
        "verslag_regel", school=jaarbord.school, jaar=jaarbord.jaar, dag=datum(beeld.vandaag)
    )
    return regel.replace(" .", ".").strip(". ") + "."


def year_board(beeld: Beeld, inhoud: Bordinhoud, *, leeg: int = 0) -> Iterator[Blok]:
    """Het jaarbord: per ambitie de thema's; met ``leeg`` zoveel lege rijen erbij."""
    zeg, jaarbord = inhoud.zeg, beeld.bord.jaarbord
    namen = {a.id: a.wat for a in jaarbord.ambities}
    themas = [t for t in jaarbord.themas if t.wat.strip()]
    zonder = [a for a in jaarbord.ambities if not any(t.ambitie == a.id for t in themas)]
    if themas or zonder or leeg:
        yield Kop(zeg("papier_jaarbord"))
        rijen = [(namen.get(t.ambitie, ""), t.wat, t.merken) for t in themas]
        rijen += [(a.wat, "", "") for a in zonder if a.wat.strip()] + [(LEEG, "", "")] * leeg
        yield _table("papier_jaarbord", ("ambitie", "thema", "merken"), rijen, inhoud, (3, 3, 3))
    niet = tuple(regel.strip() for regel in jaarbord.niet.splitlines() if regel.strip())
    if niet:
        yield Kop(zeg("niet"), 2)
        yield Opsomming(niet)


def board(beeld: Beeld, inhoud: Bordinhoud, *, leeg: int = 0) -> Iterator[Blok]:
    """Het bord van nu; met ``leeg`` zoveel lege rijen om met een pen in te vullen."""
    zeg, bord = inhoud.zeg, beeld.bord
    doelen: list[tuple[str, ...]] = [_goal_row(d, beeld, inhoud) for d in bord.at("nu")]
    kop_doelen = ("doel", "thema", "begin", "merken", "gezien")
    acties = [(a.wat, a.wie, datum_kort(a.klaar) if a.klaar else "") for a in beeld.open_acties]
    successen = [(s.wat,) for s in beeld.successen[:5]]
    if not doelen and not acties and not successen and not leeg:
        yield Alinea(zeg("verslag_geen"))
        return
    open_: list[tuple[str, ...]] = [(LEEG, "", "", "", "")] * min(leeg, 1)
    yield Kop(zeg("bord_doelen"))
    yield _table("tabel_doelen", kop_doelen, doelen + open_, inhoud, (4, 3, 3, 3, 4))
    yield Kop(zeg("bord_acties"))
    rijen = acties + [(LEEG, "", "")] * leeg
    yield _table("tabel_acties", ("actie", "wie", "klaar"), rijen, inhoud, (6, 2, 2))
    yield Kop(zeg("bord_successen"))
    yield _table("tabel_successen", ("succes",), successen + [(LEEG,)] * min(leeg, 1), inhoud, (1,))


def poster(beeld: Beeld, inhoud: Bordinhoud) -> Document:
    """Het bord voor aan de muur, met ruimte om bij te schrijven."""
    zeg = inhoud.zeg
    titel = zeg("bord_titel", team=beeld.bord.team or zeg("een_team"))
    blokken = (
        Alinea(rule(beeld, inhoud), klein=True),
        *board(beeld, inhoud, leeg=3),
        Alinea(zeg("verslag_eigen"), klein=True),
    )
    return Document(titel, blokken)


def year_poster(beeld: Beeld, inhoud: Bordinhoud) -> Document:
    """Het jaarbord voor aan de muur, met een rij om bij te schrijven."""
    zeg = inhoud.zeg
    school = beeld.bord.jaarbord.school.strip() or zeg("jaarbord_school")
    al = Kop(zeg("papier_jaarbord"))  # dat staat al in de titel
    bord = (blok for blok in year_board(beeld, inhoud, leeg=1) if blok != al)
    blokken = (Alinea(rule(beeld, inhoud), klein=True), *bord)
    return Document(zeg("jaarbord_titel", school=school), blokken)


def history(beeld: Beeld, inhoud: Bordinhoud) -> Iterator[Blok]:
    """Wat er van de afgeronde doelen kwam."""
    zeg = inhoud.zeg
    if not beeld.geschiedenis:
        return
    yield Kop(zeg("af_lijst"))
    namen = ("doel", "dagen", "uitkomst", "merkten", "geleerd", "blijft")
    rijen = [
        (d.wat, span(d), inhoud.uitkomst.get(d.uitkomst, ""), d.merkten, d.geleerd, d.blijft)
        for d in beeld.geschiedenis
    ]
    yield _table("af_lijst", namen, rijen, inhoud, (4, 3, 2, 4, 4, 4))


def figures(beeld: Beeld, inhoud: Bordinhoud) -> tuple[Blok, ...]:
    """De doelen door de tijd."""
    blad = timeline(beeld, inhoud)
    return (Figuurblok(blad),) if blad else ()


def remarks(beeld: Beeld, inhoud: Bordinhoud) -> tuple[Blok, ...]:
    """Wat opvalt aan het bord."""
    zeg = inhoud.zeg
    zinnen = tuple(advies.zin for advies in beeld.adviezen)
    rest = Opsomming(zinnen) if zinnen else Alinea(zeg("opvalt_niets"))
    return (Kop(zeg("opvalt")), rest, Alinea(zeg("opvalt_regel"), klein=True))


def still(inhoud: Bordinhoud) -> str:
    """Geef de HTML van het bord van de voorbeeldschool, voor een bladzijde zonder Python."""
    voorbeeld = inhoud.voorbeeld
    beeld = Beeld(voorbeeld.bord, voorbeeld.dag, inhoud)
    blokken = (
        Alinea(inhoud.zeg("voorbeeld_verzonnen")),
        Alinea(rule(beeld, inhoud), klein=True),
        *year_board(beeld, inhoud),
        *board(beeld, inhoud),
        *history(beeld, inhoud),
        *figures(beeld, inhoud),
    )
    return f"<h2>{ontsnap(title(beeld, inhoud))}</h2>{to_html(blokken, 3)}"


def _goal_row(doel: Doel, beeld: Beeld, inhoud: Bordinhoud) -> tuple[str, ...]:
    gezien = "\n".join(
        f"{datum_kort(g.dag)}: {g.wat}" if g.dag else g.wat for g in beeld.bord.seen(doel.id)[:3]
    )
    dagen = f"\n{span(doel)}" if doel.van and doel.tot else ""
    wat = (doel.wat or inhoud.zeg("zonder")) + dagen
    return (wat, beeld.theme_of(doel), doel.begin, doel.merken, gezien)


def _all_actions(beeld: Beeld, inhoud: Bordinhoud) -> Iterator[Blok]:
    if not beeld.bord.acties:
        return
    yield Kop(inhoud.zeg("verslag_acties"))
    rijen = [
        (
            a.wat,
            a.wie,
            datum(a.klaar) if a.klaar else "",
            inhoud.stand[a.stand],
            beeld.name_of(a.doel),
        )
        for a in sorted(beeld.bord.acties, key=lambda a: (a.klaar or beeld.vandaag, a.id))
    ]
    namen = ("actie", "wie", "klaar", "stand", "doel")
    yield _table("tabel_acties", namen, rijen, inhoud, (5, 2, 2, 2, 4))


def _table(
    titel: str,
    kolommen: Sequence[str],
    rijen: Sequence[tuple[str, ...]],
    inhoud: Bordinhoud,
    breedtes: tuple[int, ...],
) -> Bloktabel:
    koppen = tuple(inhoud.zeg(f"kolom_{kolom}") for kolom in kolommen)
    return Bloktabel(inhoud.zeg(titel), koppen, tuple(rijen), breedtes=breedtes)
