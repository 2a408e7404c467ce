"""De uitkomst en de gespreksgids als document, en alles als tabel."""

from __future__ import annotations

from fractions import Fraction

from lv_tools.basis.taal.notatie import LEEG
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Kop,
    Opsomming,
    Tweevorm,
)
from lv_tools.basis.uitvoer.kort import first_page
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.kwaliteitsprofiel.figuur import draw_hours, row
from lv_tools.kwaliteitsprofiel.model.profiel import VRAGEN, points
from lv_tools.kwaliteitsprofiel.model.samen import owner
from lv_tools.kwaliteitsprofiel.model.uitkomst import Uitkomst
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud
from lv_tools.kwaliteitsprofiel.verslag import delen
from lv_tools.kwaliteitsprofiel.verslag.profielblad import agreements, name_of


def report(uitkomst: Uitkomst, inhoud: Profielinhoud) -> Document:
    """Beschrijf de uitkomst; namen staan er alleen in op verzoek."""
    uit = Uitkomst(uitkomst.profiel, inhoud, namen=uitkomst.profiel.namen)
    titel = ": ".join(filter(None, (inhoud.zeg("verslag"), name_of(uit.kern))))
    mist = delen.missing(uit)
    kort = first_page(
        delen.headline(uit), draw_hours(uit), (mist,) if mist else (), verder=agreements(uit)
    )
    kop = Tweevorm(scherm=(Alinea(delen.headline(uit), nadruk=True),))
    blokken = (kort, kop, *((Alinea(mist),) if mist else ()), *delen.outcome(uit))
    return Document(titel, (*blokken, Alinea(inhoud.algemeen.eigen, klein=True)))


def guide_blocks(uit: Uitkomst) -> tuple[Blok, ...]:
    """Geef de gids als blokken: de vragen die passen, en die voor later."""
    zeg, gids = uit.inhoud.zeg, uit.gids
    if not uit.zichtbaar:
        return (Alinea(zeg("gids_leeg")),)
    n = len(gids.vragen)
    kolommen = tuple(zeg(f"kolom_{k}") for k in ("min", "vraag", "reden"))
    rijen = tuple((str(v.minuten), v.tekst, v.reden or LEEG) for v in gids.vragen)
    blokken: list[Blok] = [
        Alinea(zeg("gids_zin", n=n, gebruikt=gids.used, minuten=gids.minuten)),
        Alinea(zeg("gids_regels")),
        Bloktabel(zeg("gids_tabel"), kolommen, rijen, rijkop=False, breedtes=(1, 7, 5)),
    ]
    if gids.later:
        blokken.append(Kop(zeg("gids_later", n=len(gids.later)), 2))
        blokken.append(Opsomming(tuple(v.tekst for v in gids.later)))
    return tuple(blokken)


def guide_document(uit: Uitkomst) -> Document:
    """Geef de gids om mee te nemen, met wat er is afgesproken."""
    inhoud = uit.inhoud
    # De gids gaat mee naar het gesprek: hij noemt rollen, geen namen.
    kaal = Uitkomst(uit.profiel, inhoud, namen=False)
    titel = ": ".join(filter(None, (inhoud.zeg("gids_titel"), name_of(uit.kern))))
    return Document(titel, (*guide_blocks(kaal), *agreements(uit)))


def all_tables(uitkomst: Uitkomst, inhoud: Profielinhoud) -> tuple[Uitvoertabel, ...]:
    """Geef de antwoorden, de uren, de afspraken over taken en de afspraken, als tabel."""
    uit = Uitkomst(uitkomst.profiel, inhoud, namen=uitkomst.profiel.namen)
    zeg, kern, samen = inhoud.zeg, uit.kern, uit.kern.samen
    antwoorden = Uitvoertabel(
        zeg("alle_kop"),
        (zeg("kolom_vraag"), zeg("kolom_punt"), *(uit.label(b) for b in uit.mensen)),
        tuple(
            (inhoud.question(vraag).titel, rij.punt.tekst, *row(rij, uit))
            for vraag in VRAGEN
            for rij in uit.naast[vraag]
            if rij.antwoorden
        ),
    )
    uren = Uitvoertabel(
        zeg("uren_kop"),
        tuple(zeg(f"kolom_{k}") for k in ("wie", "beschikbaar", "nu", "over", "straks")),
        tuple(
            (uit.label(u.beeld), *(_as_number(w) for w in (u.beschikbaar, u.nu, u.over, u.straks)))
            for u in uit.uren
        ),
    )
    taken = Uitvoertabel(
        zeg("samen_taken"),
        tuple(zeg(f"kolom_{k}") for k in ("taak", "wie", "eigenaar", "uren")),
        tuple(
            (
                taak.tekst,
                inhoud.wie.get(samen.wie.get(taak.code, ""), ""),
                owner(samen, taak.code),
                _as_number(samen.uren.get(taak.code)),
            )
            for taak in points(kern, inhoud, "taken")
        ),
    )
    afspraken = Uitvoertabel(
        zeg("afspraken_kop"),
        tuple(zeg(f"kolom_{k}") for k in ("wat", "wie", "wanneer")),
        tuple((a.wat.strip(), a.wie.strip(), a.klaar) for a in kern.afspraken if a.wat.strip()),
    )
    return (*((antwoorden, uren) if uit.zichtbaar else ()), taken, afspraken)


def _as_number(uren: Fraction | None) -> float | None:
    return None if uren is None else float(uren)
