"""De losse bladen: het verhaal op één bladzijde, het overzicht voor het team, en de reactie."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import LEEG, aantal
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Document, Kop, Opsomming
from lv_tools.inspectiebezoek.model.bezoek import Bezoek
from lv_tools.inspectiebezoek.model.uitkomst import Beeld
from lv_tools.inspectiebezoek.model.uitwisselen import note_line
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud
from lv_tools.inspectiebezoek.verslag.taken import day_of, title

#: Zoveel taken passen er op het blad voor het team.
MEESTE = 10


def story(beeld: Beeld, inhoud: Bezoekinhoud) -> Iterator[Blok]:
    """Geef het verhaal: wat goed gaat, wat beter moet, elk met voorbeeld en gegevens."""
    zeg, naast = inhoud.zeg, beeld.naast
    if beeld.bezoek.opening.strip():
        yield Alinea(beeld.bezoek.opening, nadruk=True)
    for kant, kop in inhoud.kant.items():
        paren = [(b, gegevens) for b, gegevens in naast.paren if b.kant == kant]
        if not paren:
            continue
        yield Kop(kop[:1].upper() + kop[1:], 2)
        for b, gegevens in paren:
            yield Alinea(b.wat, nadruk=True)
            delen = [(zeg("zo_ziet_u_dat"), b.voorbeeld)]
            if kant == "beter":
                delen += [(zeg("oorzaak_kort"), b.oorzaak), (zeg("aanpak_kort"), b.aanpak)]
            delen += [
                (zeg("gegeven_kort"), f"{g.wat}{f' ({g.bron})' if g.bron else ''}")
                for g in gegevens
            ]
            rijen = [(kop_, tekst) for kop_, tekst in delen if tekst.strip()]
            if not gegevens:
                rijen.append((zeg("gegeven_kort"), zeg("geen_gegeven")))
            yield Opsomming(tuple(t for _, t in rijen), koppen=tuple(k for k, _ in rijen))


def story_page(beeld: Beeld, inhoud: Bezoekinhoud) -> Document:
    """Geef het verhaal op één bladzijde."""
    blokken = tuple(story(beeld, inhoud)) or (Alinea(inhoud.zeg("geen_verhaal")),)
    voet = Alinea(inhoud.zeg("verslag_eigen"), klein=True)
    return Document(inhoud.zeg("blad_verhaal", wat=title(beeld, inhoud)), (*blokken, voet))


def beside(beeld: Beeld, inhoud: Bezoekinhoud) -> Iterator[Blok]:
    """Leg het verhaal naast de gegevens, met wat aan een van de twee kanten ontbreekt."""
    zeg, naast = inhoud.zeg, beeld.naast
    rijen = [
        (b.wat, "\n".join(g.wat for g in gegevens) or zeg("geen_gegeven"))
        for b, gegevens in naast.paren
    ]
    rijen += [(zeg("geen_bewering"), g.wat) for g in naast.zonder_verhaal]
    if rijen:
        kolommen = (zeg("kolom_vertellen"), zeg("kolom_weten"))
        yield Bloktabel(zeg("naast_titel"), kolommen, tuple(rijen), rijkop=False, breedtes=(1, 1))


def team_page(beeld: Beeld, inhoud: Bezoekinhoud) -> Document:
    """Geef het overzicht voor het team op één bladzijde: wat er komt, en wie wat doet."""
    zeg, bezoek = inhoud.zeg, beeld.bezoek
    blokken: list[Blok] = []
    if bezoek.opening.strip():
        blokken.append(Alinea(bezoek.opening, nadruk=True))
    if beeld.naast.paren:
        koppen = tuple(f"{inhoud.kant[b.kant].capitalize()}:" for b, _ in beeld.naast.paren)
        boodschap = Opsomming(tuple(b.wat for b, _ in beeld.naast.paren), koppen=koppen)
        blokken += [Kop(zeg("team_verhaal")), boodschap]
    open_ = [r for r in beeld.to_come() if r.dag is not None]
    doen = [r for r in open_ if r.team][:MEESTE]
    if doen:
        kolommen = tuple(zeg(f"kolom_{k}") for k in ("dag", "wat", "wie"))
        rijen = tuple((day_of(r, inhoud), r.wat, r.wie) for r in doen)
        tabel = Bloktabel(zeg("team_komt"), kolommen, rijen, rijkop=False, breedtes=(3, 9, 4))
        blokken.append(tabel)
        if meer := len(open_) - len(doen):
            n = aantal(meer, "andere taak", "andere taken")
            blokken.append(Alinea(zeg("team_meer", n=n), klein=True))
    if not beeld.is_over:
        niet = Opsomming(tuple(zeg(f"team_niet_{n}") for n in range(1, 4)))
        blokken += [Kop(zeg("team_niet")), niet]
    blokken.append(Alinea(zeg("verslag_eigen"), klein=True))
    return Document(zeg("blad_team", wat=title(beeld, inhoud)), tuple(blokken))


def said_and_noted(bezoek: Bezoek, inhoud: Bezoekinhoud) -> Iterator[Blok]:
    """Leg wat de Inspectie zei naast wat u noteerde."""
    zeg = inhoud.zeg
    notities = {n.id: n for n in bezoek.notities}
    rijen = tuple(
        (
            f"{b.wat}{f' ({b.plaats})' if b.plaats else ''}",
            "\n".join(note_line(notities[n]) for n in b.notities if n in notities) or LEEG,
            inhoud.klopt.get(b.klopt, zeg("nog_niet_gekeken")),
        )
        for b in bezoek.bevindingen
        if b.wat.strip()
    )
    if rijen:
        kolommen = tuple(zeg(f"kolom_{k}") for k in ("gezegd", "genoteerd", "klopt"))
        yield Bloktabel(zeg("gezegd_titel"), kolommen, rijen, rijkop=False, breedtes=(5, 6, 3))


def response(beeld: Beeld, inhoud: Bezoekinhoud) -> Document:
    """Geef de reactie op het conceptrapport: alleen wat anders is, met wat wij noteerden."""
    zeg, bezoek = inhoud.zeg, beeld.bezoek
    blokken: list[Blok] = [Alinea(zeg("reactie_aanhef"))]
    notities = {n.id: n for n in bezoek.notities}
    punten = [b for b in bezoek.bevindingen if b.reactie.strip() and b.wat.strip()]
    for nummer, b in enumerate(punten, start=1):
        plaats = f" ({b.plaats})" if b.plaats else ""
        blokken += [Kop(f"{nummer}. {b.wat}{plaats}", 2), Alinea(b.reactie)]
        regels = tuple(note_line(notities[n]) for n in b.notities if n in notities)
        if regels:
            blokken += [Alinea(zeg("reactie_noteerden")), Opsomming(regels)]
    if not punten:
        blokken.append(Alinea(zeg("reactie_leeg")))
    return Document(zeg("blad_reactie", wat=title(beeld, inhoud)), tuple(blokken))
