"""De ene beschrijving van een uitkomst: scherm, Word, Markdown, afdruk, hoofdstuk en stilbeeld."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Document,
    Figuurblok,
    Kop,
    Opsomming,
    Tabelblok,
    Vouw,
)
from lv_tools.bevindingenverkenner.figuur.figuren import figuur_van
from lv_tools.bevindingenverkenner.figuur.persoonlijk import figuren_profiel, figuur_verschil
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_kort
from lv_tools.bevindingenverkenner.model.filteren import Blad
from lv_tools.bevindingenverkenner.model.mijn_afdeling import Profiel, Samen
from lv_tools.bevindingenverkenner.model.samenvatting import samenvatting, stand
from lv_tools.bevindingenverkenner.model.uitkomst import Uitkomst
from lv_tools.bevindingenverkenner.model.vergelijking import Vergelijking
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.teksten import MIJN_AFDELING, Verkennerinhoud, weergave
from lv_tools.bevindingenverkenner.verslag.antwoord import answer
from lv_tools.bevindingenverkenner.verslag.zekerheid import opvallende_zinnen, zekerheid

#: Zo weinig opmerkingen mogen op het scherm meteen openstaan.
OPEN_TOT = 2


def report(uitkomst: Uitkomst, inhoud: Verkennerinhoud) -> Document:
    """Beschrijf een uitkomst om mee te nemen, met hoe zeker de cijfers zijn."""
    blad = uitkomst if isinstance(uitkomst, Blad) else None
    telling = blad is not None and blad.weergave.telling
    return Document(
        uitkomst.titel,
        (
            *((Alinea(stand(blad)),) if blad else ()),
            *blocks(uitkomst),
            Kop(zin("zeker_kop")),
            *(Alinea(alinea) for alinea in zekerheid(telling=telling)),
            Alinea(inhoud.algemeen.eigen, klein=True),
        ),
    )


def blocks(uitkomst: Uitkomst) -> tuple[Blok, ...]:
    """Beschrijf een uitkomst zoals zij in beeld staat."""
    if isinstance(uitkomst, Blad):
        return (_sheet(uitkomst), *findings(uitkomst))
    if isinstance(uitkomst, Vergelijking):
        return (Figuurblok(figuur_verschil(uitkomst)),) if uitkomst.paren else ()
    if not uitkomst.standaarden and not uitkomst.obstakels:
        return (Alinea(zin("mijn_geen_keuze")),)
    figuren = figuren_profiel(uitkomst)
    return (
        Kop(zin("mijn_kop_kort")),
        answer(uitkomst),
        *_chapter("mijn_kop_risico", _risks(uitkomst, figuren.get("risico"))),
        *_chapter("mijn_kop_uitdagingen", _challenges(uitkomst, figuren.get("uitdagingen"))),
        *_chapter("mijn_kop_gedaan", _done(uitkomst, figuren["gedaan"])),
        *_chapter("mijn_kop_samen", _together(uitkomst)),
        Opsomming(weergave(MIJN_AFDELING).zegt_niet),
    )


def findings(blad: Blad) -> tuple[Vouw, ...]:
    """Geef wat over de hele tabel of een hele groep opvalt, open als het er weinig zijn."""
    zinnen = opvallende_zinnen(blad.weergave.id, blad.regels)
    kop = f"{zin('samen_kop')} ({len(zinnen)})"
    return (Vouw(kop, (Opsomming(zinnen),), open=len(zinnen) <= OPEN_TOT),) if zinnen else ()


def _sheet(blad: Blad) -> Figuurblok | Tabelblok:
    """Geef de figuur met haar tabel, of alleen een tabel waar niets te tekenen valt."""
    if figuur := figuur_van(blad):
        return Figuurblok(figuur)
    return Tabelblok(
        blad.titel,
        tabellen.kolommen(blad),
        tabellen.rijen(blad),
        bron_kort(blad.weergave.id),
        " ".join(blad.weergave.zegt_niet),
        samenvatting(blad) if blad.regels else "",
        zin("leeg"),
    )


def _chapter(kop: str, blokken: Iterable[Blok]) -> tuple[Blok, ...]:
    delen = tuple(blokken)
    return (Kop(zin(kop)), *delen) if delen else ()


def _risks(profiel: Profiel, figuur: Figuurblad | None) -> Iterable[Blok]:
    if figuur:
        yield Figuurblok(figuur)
    if profiel.zonder_risico:
        codes = opsomming(profiel.zonder_risico)
        yield Alinea(zin("mijn_zonder_risico", standaarden=codes))


def _together(profiel: Profiel) -> Iterable[Blok]:
    if profiel.verbanden:
        yield Opsomming(tuple(f"{verband.tekst} ({verband.bron})" for verband in profiel.verbanden))
    if profiel.samen:
        yield Alinea(zin("mijn_samen_uitleg"))
        yield Opsomming(tuple(map(_pair, profiel.samen)))


def _pair(paar: Samen) -> str:
    return zin("mijn_samen", **vars(paar))


def _challenges(profiel: Profiel, figuur: Figuurblad | None) -> Iterable[Blok]:
    if figuur:
        yield Alinea(zin("mijn_moeilijk_lees"))
        yield Figuurblok(figuur)
    yield from _certainty(opvallende_zinnen("uitdagingen", profiel.uitdagingen))
    if profiel.zonder_uitdagingen:
        codes = opsomming(profiel.zonder_uitdagingen)
        yield Alinea(zin("mijn_zonder_uitdagingen", standaarden=codes))


def _done(profiel: Profiel, figuur: Figuurblad) -> Iterable[Blok]:
    if not profiel.obstakels:
        yield Alinea(zin("mijn_geen_obstakel"))
    yield Figuurblok(figuur)
    naam, regels = "interventies_bij_obstakels", profiel.bij_obstakels
    if regels:
        yield from _certainty(opvallende_zinnen(naam, regels, alleen_groep=True))


def _certainty(zinnen: tuple[str, ...]) -> Iterable[Blok]:
    """Vouw weg waarom een cijfer opvalt; bij het cijfer zelf staat een merk."""
    if zinnen:
        yield Vouw(zin("mijn_zeker"), (Opsomming(zinnen),))
