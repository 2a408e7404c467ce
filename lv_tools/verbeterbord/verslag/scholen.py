"""De borden van scholen naast elkaar, als document en als tabel; nooit als rangorde."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Document,
    Kop,
    Opsomming,
    Tabelblok,
)
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.verbeterbord.model.bord import Blik, Blikdoel
from lv_tools.verbeterbord.model.scholen import (
    board_name,
    lines,
    questions_for,
    questions_for_board,
)
from lv_tools.verbeterbord.model.uitkomst import Beeld
from lv_tools.verbeterbord.teksten import Bordinhoud

KOLOMMEN = ("ambitie", "school", "team", "thema", "doel", "merken", "merkten")


def lines_table(beeld: Beeld, inhoud: Bordinhoud) -> Uitvoertabel:
    """Geef per ambitie wat er op de borden staat, op het alfabet."""
    zeg = inhoud.zeg
    return Uitvoertabel(
        zeg("tabel_lijnen"),
        tuple(zeg(f"kolom_{kolom}") for kolom in KOLOMMEN),
        tuple(
            (
                lijn.ambitie or zeg("lijnen_eigen"),
                *(getattr(lijn, kolom) or None for kolom in KOLOMMEN[1:]),
            )
            for lijn in lines(beeld.bord)
        ),
        (zeg("lijnen_niet"),),
    )


def overview(beeld: Beeld, inhoud: Bordinhoud) -> tuple[Blok, ...]:
    """Van ambitie naar de klas, over alle borden."""
    zeg = inhoud.zeg
    return (
        Kop(zeg("lijnen")),
        Tabelblok(
            zeg("lijnen_titel"),
            tuple(
                zeg(f"kolom_{kolom}") for kolom in ("ambitie", "bord", "thema", "doel", "merken")
            ),
            tuple(
                (
                    lijn.ambitie or zeg("lijnen_eigen"),
                    ", ".join(naam for naam in (lijn.school, lijn.team) if naam),
                    lijn.thema,
                    lijn.doel,
                    lijn.merkten or lijn.merken,
                )
                for lijn in lines(beeld.bord)
            ),
            bron=zeg("lijnen_bron"),
            zegt_niet=zeg("lijnen_niet"),
            sorteerbaar=False,
        ),
    )


def board_blocks(blik: Blik, inhoud: Bordinhoud) -> Iterator[Blok]:
    """Eén bord: waar het team aan werkt, wat leerlingen merken en wat het viert."""
    zeg = inhoud.zeg
    yield Alinea(zeg("bord_van_dag", dag=datum(blik.tijd.date())), klein=True)
    for plek, kop in (("nu", "nu_op_bord"), ("af", "af_bord")):
        doelen = [d for d in blik.doelen if d.plek == plek and d.wat.strip()]
        if doelen:
            yield Alinea(zeg(kop), nadruk=True)
            yield Opsomming(tuple(_goal(d, inhoud) for d in doelen))
    if blik.successen:
        yield Alinea(zeg("viert"), nadruk=True)
        yield Opsomming(blik.successen[-5:])
    yield Alinea(zeg("vragen"), nadruk=True)
    yield Opsomming(tuple(vraag.tekst for vraag in questions_for(blik, inhoud)))


def rules(inhoud: Bordinhoud) -> Iterator[Blok]:
    """Hoe iemand kijkt die langskomt."""
    yield Kop(inhoud.zeg("zo_kijkt_u"))
    yield Opsomming(inhoud.kijkregel)


def for_ourselves(beeld: Beeld, inhoud: Bordinhoud) -> Iterator[Blok]:
    """De vragen die het bestuur zichzelf stelt."""
    vragen = questions_for_board(beeld.bord, inhoud)
    if vragen:
        yield Kop(inhoud.zeg("onszelf"))
        yield Opsomming(tuple(vraag.tekst for vraag in vragen))


def round_report(beeld: Beeld, inhoud: Bordinhoud) -> Document:
    """Het blad voor een ronde langs de borden: overzicht, vragen per bord en hoe u kijkt."""
    zeg = inhoud.zeg
    blokken: list[Blok] = [
        *rules(inhoud),
        *overview(beeld, inhoud),
        *for_ourselves(beeld, inhoud),
        Kop(zeg("per_bord")),
    ]
    for blik in beeld.bord.borden:
        blokken.append(Kop(board_name(blik, inhoud), 2))
        blokken += board_blocks(blik, inhoud)
        if blik.notitie.strip():
            blokken += [Alinea(zeg("notitie"), nadruk=True), Alinea(blik.notitie)]
    blokken.append(Alinea(zeg("lijnen_niet"), klein=True))
    return Document(zeg("ronde_titel"), tuple(blokken))


def _goal(doel: Blikdoel, inhoud: Bordinhoud) -> str:
    zeg = inhoud.zeg
    wat = doel.wat.strip().rstrip(".")
    af = doel.plek == "af"
    merken = doel.merkten if af else doel.merken
    delen = [wat]
    if merken.strip():
        zin = "merkten_leerlingen" if af else "merken_leerlingen"
        delen.append(zeg(zin, wat=merken.strip().rstrip(".")))
    if doel.gezien:
        delen.append(zeg("zagen", wat=doel.gezien[0].strip().rstrip(".")))
    return ". ".join(delen) + "."
