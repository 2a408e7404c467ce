"""De delen van de uitkomst als blokken; het scherm en het verslag tonen dezelfde."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Figuurblok,
    Kop,
    Opsomming,
    Tabelblok,
    Vouw,
)
from lv_tools.kwaliteitsprofiel.figuur import draw_hours, draw_tasks, row
from lv_tools.kwaliteitsprofiel.model.profiel import TEKENAARS, VRAGEN
from lv_tools.kwaliteitsprofiel.model.uitkomst import MINSTENS, Uitkomst
from lv_tools.kwaliteitsprofiel.model.vergelijken import Antwoord, Urenbeeld, wishes


def headline(uit: Uitkomst) -> str:
    """Zeg hoeveel mensen meededen, en waarover zij het eens zijn."""
    zeg = uit.inhoud.zeg
    if len(uit.mensen) < MINSTENS:
        return zeg("te_weinig")
    if not uit.zichtbaar:
        return zeg("uitkomst_wacht", wie=opsomming([uit.label(beeld) for beeld in uit.wacht]))
    soorten = [rij.soort for rijen in uit.naast.values() for rij in rijen]
    eens, anders = soorten.count("eens"), soorten.count("anders")
    wie = opsomming([uit.label(beeld) for beeld in uit.mensen])
    return zeg("kop_zin", n=len(uit.mensen), wie=wie, eens=eens, anders=anders, alle=eens + anders)


def missing(uit: Uitkomst) -> str:
    """Zeg welke rollen nog geen beeld gaven, en wie zonder rol niet meetelt; anders leeg."""
    zeg, er = uit.inhoud.zeg, {beeld.rol for beeld in uit.mensen}
    mist = [uit.inhoud.rol[rol] for rol in TEKENAARS if rol not in er]
    zonder_rol = sum(beeld.is_filled and not beeld.rol for beeld in uit.kern.beelden)
    zinnen = [zeg("kop_mist", rollen=opsomming(mist))] if uit.zichtbaar and mist else []
    if zonder_rol:
        zinnen.append(zeg("kop_zonder_rol", n=aantal(zonder_rol, "persoon", "mensen")))
    return " ".join(zinnen)


def outcome(uit: Uitkomst) -> tuple[Blok, ...]:
    """Geef de hele uitkomst; leeg zolang er iemand is die haar nog niet hoort te zien."""
    if not uit.zichtbaar:
        return ()
    zeg = uit.inhoud.zeg
    return (
        *ownerless(uit),
        *uninformed(uit),
        *hours(uit),
        *crossed(uit),
        *differing(uit),
        *wanted(uit),
        *written(uit),
        Vouw(zeg("alle_kop"), (Alinea(zeg("alle_uitleg")), *everything(uit)), niveau=1),
        Alinea(zeg("uitkomst_niet"), kop="Wat dit niet zegt."),
    )


def ownerless(uit: Uitkomst) -> tuple[Blok, ...]:
    """Taken waarvan niet vaststaat wie ze doet."""
    zeg = uit.inhoud.zeg
    gewenst = {True: "gewenst_ja", False: "gewenst_nee", None: "gewenst_onbekend"}
    rijen = tuple(
        (z.punt.tekst, zeg(f"zonder_{z.soort}"), zeg(gewenst[z.gewenst])) for z in uit.zonder
    )
    kolommen = (zeg("kolom_taak"), zeg("kolom_wie"), zeg("zonder_gewenst"))
    leeg = Alinea(zeg("zonder_geen"))
    tabel = Bloktabel(zeg("zonder_tabel"), kolommen, rijen, breedtes=(5, 5, 2))
    wijst = any(z.soort == "wijzen" for z in uit.zonder)
    uitleg = (Alinea(zeg("zonder_wijzen_uitleg")),) if wijst else ()
    return (Kop(zeg("zonder_kop")), *uitleg, tabel if rijen else leeg)


def uninformed(uit: Uitkomst) -> tuple[Blok, ...]:
    """Waar invloed is, en de informatie niet vanzelf komt."""
    zeg = uit.inhoud.zeg
    kop = Kop(zeg("stem_kop"))
    if not uit.stemmen:
        return (kop, Alinea(zeg("stem_geen")))
    rijen = tuple(
        (
            stem.punt.tekst,
            _who(stem.invloed, "invloed", uit),
            _who(stem.informatie, "informatie", uit),
        )
        for stem in uit.stemmen
    )
    kolommen = tuple(zeg(f"kolom_{naam}") for naam in ("punt", "invloed", "mist"))
    return (kop, Alinea(zeg("stem_zin")), Bloktabel(zeg("stem_tabel"), kolommen, rijen))


def hours(uit: Uitkomst) -> tuple[Blok, ...]:
    """Uren tegen taken, met wat de som niet meetelt."""
    zeg = uit.inhoud.zeg
    blad = draw_hours(uit)
    if blad is None:
        return (Kop(zeg("uren_kop")), Alinea(zeg("uren_geen")))
    noten = [zin for uren in uit.uren for zin in _footnotes(uren, uit)]
    return (
        Kop(zeg("uren_kop")),
        Alinea(zeg("uren_zin")),
        Figuurblok(blad),
        *((Opsomming(tuple(noten)),) if noten else ()),
    )


def _footnotes(uren: Urenbeeld, uit: Uitkomst) -> list[str]:
    zeg, wie, noten = uit.inhoud.zeg, uit.label(uren.beeld), []
    zonder = tuple(dict.fromkeys((*uren.zonder_nu, *uren.zonder_straks)))
    if zonder:
        taken = opsomming([f"‘{taak.tekst}’" for taak in zonder])
        n = aantal(len(zonder), "taak", "taken")
        noten.append(zeg("uren_onder", wie=wie, n=n, taken=taken))
    if uren.beeld.per == "week":
        noten.append(zeg("uren_week", wie=wie, weken=uit.kern.weken))
    return noten


def crossed(uit: Uitkomst) -> tuple[Blok, ...]:
    """Wat gebeurt en niet hoort, volgens iemand."""
    zeg = uit.inhoud.zeg
    if not uit.grenzen:
        return (Kop(zeg("grens_kop")), Alinea(zeg("grens_geen")))
    punten = tuple(_who(rij.antwoorden, "afblijven", uit) for rij in uit.grenzen)
    koppen = tuple(f"{rij.punt.tekst}:" for rij in uit.grenzen)
    return (Kop(zeg("grens_kop")), Opsomming(punten, koppen=koppen))


def differing(uit: Uitkomst) -> tuple[Blok, ...]:
    """Waar de beelden verschillen: de figuur van de taken, en per vraag een tabel."""
    zeg = uit.inhoud.zeg
    blad = draw_tasks(uit)
    figuur = (Figuurblok(blad),) if blad else ()
    if not uit.verschil:
        return (Kop(zeg("verschil_kop")), Alinea(zeg("verschil_geen")), *figuur)
    return (
        Kop(zeg("verschil_kop")),
        Alinea(zeg("verschil_uitleg")),
        *figuur,
        *_tables(uit, alleen_anders=True),
    )


def everything(uit: Uitkomst) -> tuple[Blok, ...]:
    """Alle antwoorden, per vraag."""
    return _tables(uit, alleen_anders=False)


def _tables(uit: Uitkomst, *, alleen_anders: bool) -> tuple[Blok, ...]:
    zeg, namen = uit.inhoud.zeg, tuple(uit.label(beeld) for beeld in uit.mensen)
    uit_: list[Blok] = []
    for vraag in VRAGEN:
        bron = uit.verschil if alleen_anders else uit.naast[vraag]
        rijen = tuple(
            (rij.punt.tekst, *row(rij, uit))
            for rij in bron
            if rij.vraag == vraag and rij.antwoorden
        )
        if rijen:
            titel = uit.inhoud.question(vraag).titel
            kolommen = (zeg("kolom_punt"), *namen)
            uit_.append(Tabelblok(titel, kolommen, rijen, sorteerbaar=False))
    return tuple(uit_)


def wanted(uit: Uitkomst) -> tuple[Blok, ...]:
    """Wat iemand bij de medewerker ziet horen en die nu niet doet, met de eigen woorden erbij."""
    zeg = uit.inhoud.zeg
    koppen, punten = [], []
    for beeld in uit.mensen:
        taken = [taak.tekst for taak in wishes(beeld, uit.kern, uit.inhoud)]
        taken += [f"‘{tekst}’" for tekst in [beeld.open.get("ambitie", "").strip()] if tekst]
        if taken:
            koppen.append(zeg("wens_regel", wie=uit.label(beeld)))
            punten.append("; ".join(taken))
    lijst = Opsomming(tuple(punten), koppen=tuple(koppen)) if punten else Alinea(zeg("wens_geen"))
    return (Kop(zeg("wens_kop")), lijst)


def written(uit: Uitkomst) -> tuple[Blok, ...]:
    """De antwoorden in eigen woorden naast elkaar."""
    inhoud, zeg = uit.inhoud, uit.inhoud.zeg
    vragen = [
        ("functie", zeg("functie")),
        *((open_.code, open_.tekst) for open_ in inhoud.open),
        ("invloed", zeg("invloed_open")),
        ("afblijven", zeg("afblijven_open")),
    ]
    delen: list[Blok] = []
    for code, titel in vragen:
        wie = [(b, b.open.get(code, "").strip()) for b in uit.mensen]
        gezegd = [(uit.label(b), tekst) for b, tekst in wie if tekst]
        if gezegd:
            delen.append(Kop(titel, 2))
            koppen = tuple(f"{naam}:" for naam, _ in gezegd)
            teksten = tuple(" ".join(tekst.split()) for _, tekst in gezegd)
            delen.append(Opsomming(teksten, koppen=koppen))
    return (Kop(zeg("open_kop")), *(delen or [Alinea(zeg("open_geen"))]))


def _who(antwoorden: tuple[Antwoord, ...], vraag: str, uit: Uitkomst) -> str:
    return "; ".join(
        f"{uit.label(a.beeld)} ‘{uit.inhoud.answer(vraag, a.waarde)}’" for a in antwoorden
    )
