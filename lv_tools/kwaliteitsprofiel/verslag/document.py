"""De documenten die eruit komen: de uitkomst, de gespreksgids, het profiel en het jaarverschil."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from lv_tools.basis.taal.notatie import LEEG, datum, opsomming
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Kop,
    Opsomming,
)
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.basis.vorm.typen import show
from lv_tools.kwaliteitsprofiel.figuur import row
from lv_tools.kwaliteitsprofiel.model.jaar import Jaarbeeld
from lv_tools.kwaliteitsprofiel.model.profiel import (
    TEKENAARS,
    VRAGEN,
    Kern,
    Profiel,
    is_final,
    outdated,
    points,
    signed,
)
from lv_tools.kwaliteitsprofiel.model.samen import spokesmen
from lv_tools.kwaliteitsprofiel.model.uitkomst import Uitkomst
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud, Punt
from lv_tools.kwaliteitsprofiel.verslag import delen

#: Drie lege regels om op te tekenen; een harde spatie houdt elke regel op haar hoogte.
RUIMTE = "\u00a0\n\u00a0\n\u00a0"


def report(uitkomst: Uitkomst, inhoud: Profielinhoud) -> Document:
    """Beschrijf de uitkomst; namen staan er alleen in op verzoek."""
    uit = Uitkomst(uitkomst.profiel, inhoud, namen=uitkomst.profiel.namen)
    titel = ": ".join(filter(None, (inhoud.zeg("verslag"), name_of(uit.kern))))
    kop = Alinea(delen.headline(uit), nadruk=True)
    mist = delen.missing(uit)
    blokken = (kop, *((Alinea(mist),) if mist else ()), *delen.outcome(uit))
    return Document(titel, (*blokken, Alinea(inhoud.algemeen.eigen, klein=True)))


def name_of(kern: Kern) -> str:
    """Waar een profiel over gaat: de school of het bestuur, met het schooljaar."""
    return " ".join(filter(None, (kern.titel.strip(), kern.jaar.strip())))


# -- de gespreksgids ------------------------------


def guide_blocks(uit: Uitkomst) -> tuple[Blok, ...]:
    """Geef de gids als blokken: de vragen die passen, en die voor later."""
    zeg, gids = uit.inhoud.zeg, uit.gids
    if len(uit.mensen) < delen.MINSTENS:
        return (Alinea(zeg("gids_leeg")),)
    n = len(gids.vragen)
    kolommen = tuple(zeg(f"kolom_{k}") for k in ("min", "vraag", "reden"))
    rijen = tuple((str(v.minuten), v.tekst, v.reden or LEEG) for v in gids.vragen)
    blokken: list[Blok] = [
        Alinea(zeg("gids_zin", n=n, gebruikt=gids.used, minuten=gids.minuten)),
        Alinea(zeg("gids_regels")),
        Bloktabel(zeg("gids_kop"), kolommen, rijen, rijkop=False, breedtes=(1, 7, 5)),
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
    kop = zeg("afspraken_kop")
    return (Kop(kop), Bloktabel(kop, kolommen, rijen, breedtes=(6, 3, 3)))


# -- het profiel ------------------------------


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
    """Geef het profiel om te tekenen; tot alle drie tekenden, heet het concept."""
    inhoud, kern = uit.inhoud, uit.kern
    titel = ": ".join(filter(None, (inhoud.zeg("profiel_titel"), name_of(kern))))
    if not is_final(kern):
        titel = f"{inhoud.zeg('profiel_concept')}. {titel}"
    return Document(titel, tuple(_profile(uit)))


def _profile(uit: Uitkomst) -> Iterator[Blok]:
    inhoud, kern, samen = uit.inhoud, uit.kern, uit.kern.samen
    zeg, leeg = inhoud.zeg, inhoud.zeg("profiel_leeg")
    yield Alinea(status(uit), nadruk=True)
    yield Alinea(zeg("profiel_uitleg"), klein=True)
    yield Alinea(samen.functie.strip() or leeg, kop=f"{zeg('profiel_functie')}:")
    yield Alinea(samen.zin.strip() or leeg, kop=f"{zeg('zin')}:")
    yield Kop(zeg("samen_cultuur"))
    for vraag in inhoud.open:
        yield Alinea(samen.open.get(vraag.code, "").strip() or leeg, kop=vraag.tekst)
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
    yield Bloktabel(zeg("samen_gaat"), kolommen, rijen, breedtes=(5, 3, 5))
    yield Kop(zeg("samen_overleg"))
    yield _list([p for p in points(kern, inhoud, "overleggen") if p.code in samen.overleg], leeg)
    yield Kop(zeg("samen_grenzen"))
    grenzen = [p.tekst for p in points(kern, inhoud, "grenzen") if p.code in samen.grenzen]
    grenzen += [regel.strip() for regel in samen.grens.splitlines() if regel.strip()]
    yield Opsomming(tuple(grenzen)) if grenzen else Alinea(leeg)
    yield from agreements(uit)
    yield Kop(zeg("teken_kop"))
    yield Alinea(datum(samen.terug) if samen.terug else leeg, kop=zeg("terug_dag"))
    yield _signatures(uit)
    yield Alinea(zeg("profiel_bewaren"), klein=True)


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
        kolommen = (zeg("kolom_taak"), zeg("kolom_eigenaar"), zeg("kolom_uren"))
        yield Kop(zeg(kop), 2)
        yield Bloktabel(zeg(kop), kolommen[: 3 if met_uren else 2], tuple(rijen))


def _task_row(taak: Punt, kern: Kern, *, met_uren: bool) -> tuple[str, ...]:
    uren = kern.samen.uren.get(taak.code)
    rij = (taak.tekst, kern.samen.eigenaar.get(taak.code, "").strip() or LEEG)
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
    return Bloktabel(zeg("teken_kop"), kolommen, rijen, breedtes=(4, 4, 3, 5))


# -- een jaar later ------------------------------


def year_blocks(uit: Uitkomst) -> tuple[Blok, ...]:
    """Geef de verschillen met het eerdere profiel; leeg als dat er niet is."""
    jaar, eerder = uit.jaar, uit.profiel.eerder
    if jaar is None or eerder is None:
        return ()
    zeg = uit.inhoud.zeg
    toen = eerder.jaar.strip() or zeg("kolom_toen")
    nu = uit.kern.jaar.strip() or zeg("kolom_dit")
    rijen = tuple(
        (w.punt.tekst or zeg(f"wat_{w.wat}"), zeg(f"wat_{w.wat}"), w.toen or LEEG, w.nu or LEEG)
        for w in jaar.wijzigingen
    )
    kolommen = (zeg("kolom_punt"), zeg("kolom_wat"), toen, nu)
    gelijk = zeg("later_gelijk_een") if jaar.gelijk == 1 else zeg("later_gelijk", n=jaar.gelijk)
    tabel = Bloktabel(zeg("later_kop"), kolommen, rijen, breedtes=(5, 2, 4, 4))
    uren = zeg("later_uren", toen=show(jaar.uren[0]), nu=show(jaar.uren[1]))
    return (
        Kop(zeg("later_kop")),
        Alinea(gelijk),
        Alinea(uren),
        tabel if rijen else Alinea(zeg("later_geen")),
        Kop(zeg("later_beelden")),
        *_pictures(jaar, uit.inhoud),
        Alinea(zeg("later_niet"), kop="Wat dit niet zegt."),
    )


def _pictures(jaar: Jaarbeeld, inhoud: Profielinhoud) -> tuple[Blok, ...]:
    groepen = (("opgelost", jaar.opgelost), ("gebleven", jaar.gebleven), ("erbij", jaar.erbij))
    if not any(punten for _, punten in groepen):
        return (Alinea(inhoud.zeg("later_beelden_geen")),)
    gevuld = [(inhoud.zeg(f"later_{code}"), punten) for code, punten in groepen if punten]
    return (
        Opsomming(
            tuple("; ".join(punt.tekst for punt in punten) for _, punten in gevuld),
            koppen=tuple(f"{kop}:" for kop, _ in gevuld),
        ),
    )


def year_document(uit: Uitkomst) -> Document:
    """Geef het jaarverschil om mee te nemen, met wat er van de afspraken kwam."""
    stap = next(stap.titel for stap in uit.inhoud.stap if stap.code == "later")
    titel = ": ".join(filter(None, (stap, name_of(uit.kern))))
    kolom = uit.inhoud.zeg("kolom_kwam")
    return Document(titel, (*year_blocks(uit), *_became(uit.profiel, uit.inhoud, kolom)))


def _became(profiel: Profiel, inhoud: Profielinhoud, kolom: str) -> tuple[Blok, ...]:
    eerder = profiel.eerder
    rijen = tuple(
        (a.wat.strip(), a.wie.strip() or LEEG, inhoud.kwam.get(profiel.kwam.get(a.id, ""), LEEG))
        for a in (eerder.afspraken if eerder else ())
        if a.wat.strip()
    )
    kop = inhoud.zeg("later_afspraken")
    if not rijen:
        return (Kop(kop), Alinea(inhoud.zeg("later_afspraken_geen")))
    kolommen = (inhoud.zeg("kolom_wat"), inhoud.zeg("kolom_wie"), kolom)
    return (Kop(kop), Bloktabel(kop, kolommen, rijen, breedtes=(6, 3, 3)))


# -- tabellen ------------------------------


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
                samen.eigenaar.get(taak.code, "").strip(),
                _as_number(samen.uren.get(taak.code)),
            )
            for taak in points(kern, inhoud, "taken")
        ),
    )
    afspraken = Uitvoertabel(
        zeg("afspraken_kop"),
        tuple(zeg(f"kolom_{k}") for k in ("wat", "wie", "wanneer")),
        tuple(
            (a.wat.strip(), a.wie.strip(), datum(a.klaar) if a.klaar else None)
            for a in kern.afspraken
            if a.wat.strip()
        ),
    )
    return (antwoorden, uren, taken, afspraken)


def _as_number(uren: Fraction | None) -> float | None:
    return None if uren is None else float(uren)
