"""Het profiel om te tekenen, en wat er is afgesproken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lv_tools.basis.taal.notatie import LEEG, datum, opsomming
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Document, Kop, Opsomming
from lv_tools.basis.vorm.typen import show
from lv_tools.kwaliteitsprofiel.model.profiel import (
    TEKENAARS,
    Kern,
    is_final,
    outdated,
    points,
    signed,
)
from lv_tools.kwaliteitsprofiel.model.samen import owner, spokesmen
from lv_tools.kwaliteitsprofiel.model.uitkomst import Uitkomst
from lv_tools.kwaliteitsprofiel.teksten import Punt

#: Drie lege regels om op te tekenen; een harde spatie houdt elke regel op haar hoogte.
RUIMTE = "\u00a0\n\u00a0\n\u00a0"


def name_of(kern: Kern) -> str:
    """Waar een profiel over gaat: de school of het bestuur, met het schooljaar."""
    return " ".join(filter(None, (kern.titel.strip(), kern.jaar.strip())))


def agreements(uit: Uitkomst) -> tuple[Blok, ...]:
    """Geef de afspraken als tabel; leeg als er geen zijn."""
    zeg = uit.inhoud.zeg
    rijen = tuple(
        (a.wat.strip(), a.wie.strip() or LEEG, datum(a.klaar) if a.klaar else LEEG)
        for a in uit.kern.afspraken
        if a.wat.strip()
    )
    if not rijen:
        return ()
    kolommen = tuple(zeg(f"kolom_{k}") for k in ("wat", "wie", "wanneer"))
    return (
        Kop(zeg("profiel_afspraken")),
        Bloktabel(zeg("afspraken_tabel"), kolommen, rijen, breedtes=(6, 3, 3)),
    )


def status(uit: Uitkomst) -> str:
    """Zeg of het profiel getekend is, of waarom het nog een concept is."""
    inhoud, kern = uit.inhoud, uit.kern
    if is_final(kern):
        return inhoud.zeg("teken_af")
    oud = outdated(kern)
    nog = [rol for rol in TEKENAARS if rol not in signed(kern) and rol not in oud]
    zinnen = []
    if nog:
        zinnen.append(inhoud.zeg("teken_nog", rollen=opsomming([inhoud.rol[r] for r in nog])))
    if oud:
        rollen = opsomming([f"de {inhoud.rol[rol]}" for rol in oud])
        zinnen.append(inhoud.zeg("teken_oud" if len(oud) == 1 else "teken_oud_meer", rollen=rollen))
    return " ".join(zinnen)


def hour_sentence(uit: Uitkomst) -> str:
    """Zeg hoeveel uur de afgesproken taken kosten, en of dat past."""
    zeg, stand = uit.inhoud.zeg, uit.stand
    if not stand.uren and stand.beschikbaar is None:
        return zeg("samen_stand_geen")
    zin = zeg("samen_stand_uren", uren=show(stand.uren))
    over = stand.over
    if over is None or stand.beschikbaar is None:
        zin += "."
    else:
        soort = "samen_over" if over > 0 else "samen_tekort" if over < 0 else "samen_precies"
        woorden = zeg(soort, uren=show(abs(over)))
        zin += zeg("samen_stand_is", **{"is": show(stand.beschikbaar), "over": woorden})
    if stand.zonder_uren:
        taken = opsomming([f"‘{taak.tekst}’" for taak in stand.zonder_uren])
        zin += f" {zeg('samen_zonder_uren', taken=taken)}"
    return zin


def profile(uit: Uitkomst) -> Document:
    """Geef het profiel om te tekenen, met dat het pas geldt als alle drie tekenden."""
    titel = ": ".join(filter(None, (uit.inhoud.zeg("profiel_titel"), name_of(uit.kern))))
    return Document(titel, tuple(_profile(uit)))


def _profile(uit: Uitkomst) -> Iterator[Blok]:
    inhoud, kern, samen = uit.inhoud, uit.kern, uit.kern.samen
    zeg, leeg = inhoud.zeg, inhoud.zeg("profiel_leeg")
    yield Alinea(zeg("teken_af" if is_final(kern) else "profiel_geldt"), nadruk=True)
    yield Alinea(zeg("profiel_uitleg"), klein=True)
    yield Kop(zeg("samen_cultuur"))
    for kop, tekst in (
        (zeg("profiel_functie"), samen.functie),
        (zeg("zin"), samen.zin),
        *((vraag.tekst, samen.open.get(vraag.code, "")) for vraag in inhoud.open),
    ):
        yield Kop(kop, 2)
        yield Alinea(tekst.strip() or leeg)
    yield from _tasks(uit)
    yield Kop(zeg("samen_uren_kop"))
    yield Alinea(hour_sentence(uit))
    yield Kop(zeg("samen_gaat"))
    rijen = tuple(
        (
            punt.tekst,
            inhoud.gaat[gaat] if (gaat := samen.gaat.get(punt.code, "")) else leeg,
            samen.hoort.get(punt.code, "").strip() or LEEG,
        )
        for punt in points(kern, inhoud, "onderwerpen")
    )
    kolommen = tuple(zeg(f"kolom_{k}") for k in ("punt", "gaat", "informatie"))
    yield Bloktabel(zeg("samen_gaat_tabel"), kolommen, rijen, breedtes=(5, 3, 5))
    yield Kop(zeg("samen_overleg"))
    yield _list([p for p in points(kern, inhoud, "overleggen") if p.code in samen.overleg], leeg)
    yield Kop(zeg("samen_grenzen"))
    grenzen = limits(uit)
    yield Opsomming(grenzen) if grenzen else Alinea(leeg)
    yield from agreements(uit)
    yield Kop(zeg("teken_kop"))
    yield Alinea(datum(samen.terug) if samen.terug else leeg, kop=zeg("profiel_terug"))
    yield Alinea(zeg("profiel_bewaren"), klein=True)
    yield _signatures(uit)


def limits(uit: Uitkomst) -> tuple[str, ...]:
    """Geef waar de medewerker van af blijft, met de eigen regels."""
    vast, samen = points(uit.kern, uit.inhoud, "grenzen"), uit.kern.samen
    eigen = (regel.strip() for regel in samen.grens.splitlines() if regel.strip())
    return (*(punt.tekst for punt in vast if punt.code in samen.grenzen), *eigen)


def _tasks(uit: Uitkomst) -> Iterator[Blok]:
    inhoud, kern, samen = uit.inhoud, uit.kern, uit.kern.samen
    zeg = inhoud.zeg
    taken = points(kern, inhoud, "taken")
    groepen = (
        ("profiel_taken_medewerker", ("medewerker", "samen")),
        ("profiel_taken_ander", ("ander",)),
        ("profiel_taken_niet", ("niemand",)),
        ("profiel_taken_open", ("",)),
    )
    yield Kop(zeg("samen_taken"))
    for kop, codes in groepen:
        hier = [t for t in taken if samen.wie.get(t.code, "") in codes]
        if not hier:
            continue
        if codes in (("niemand",), ("",)):
            yield Kop(zeg(kop), 2)
            yield Opsomming(tuple(taak.tekst for taak in hier))
            continue
        met_uren = "medewerker" in codes
        rijen = [_task_row(taak, kern, met_uren=met_uren) for taak in hier]
        if met_uren:
            rijen += [
                (post.tekst, LEEG, show(uren))
                for post in inhoud.post
                if (uren := samen.uren.get(post.code)) is not None
            ]
        wie = zeg("kolom_met" if met_uren else "kolom_wie")
        kolommen = (zeg("kolom_taak"), wie, zeg("kolom_uren"))
        yield Kop(zeg(kop), 2)
        yield Bloktabel(zeg("profiel_taken_tabel"), kolommen[: 3 if met_uren else 2], tuple(rijen))


def _task_row(taak: Punt, kern: Kern, *, met_uren: bool) -> tuple[str, ...]:
    uren = kern.samen.uren.get(taak.code)
    rij = (taak.tekst, owner(kern.samen, taak.code) or LEEG)
    return (*rij, LEEG if uren is None else show(uren)) if met_uren else rij


def _list(punten: Sequence[Punt], leeg: str) -> Blok:
    return Opsomming(tuple(punt.tekst for punt in punten)) if punten else Alinea(leeg)


def _signatures(uit: Uitkomst) -> Bloktabel:
    inhoud, kern = uit.inhoud, uit.kern
    zeg, bekend, geldt = inhoud.zeg, spokesmen(kern), signed(kern)
    rijen = tuple(
        (
            inhoud.rol[a.id],
            a.naam.strip() or bekend.get(a.id, ""),
            datum(a.dag) if a.dag and a.id in geldt else "",
            RUIMTE,
        )
        for a in kern.akkoord
    )
    kolommen = tuple(zeg(f"kolom_{k}") for k in ("rol", "naam", "datum", "teken"))
    return Bloktabel(zeg("teken_tabel"), kolommen, rijen, breedtes=(4, 4, 3, 5))
