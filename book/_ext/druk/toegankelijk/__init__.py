"""Maak een PDF uit Chromium toegankelijk volgens PDF/UA-1 (ISO 14289-1).

Chromium geeft een PDF structuur, maar laat liggen wat een schermlezer ook nodig heeft: de lopende
kop telt als losse tekst, een link heeft geen omschrijving, en het bestand zegt niet wat het is. Al
het drukwerk gaat daarom door :func:`make_accessible`, na het drukken en een keer.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeGuard

import pikepdf

from druk.toegankelijk.boom import Boom, Element, Teken
from druk.toegankelijk.eigenschappen import describe
from druk.toegankelijk.letters import Letters
from druk.toegankelijk.stroom import Stroom

__all__ = ["make_accessible"]

#: Hierin is een lijn of vlak deel van het beeld; daarbuiten is het opmaak.
BEELD = frozenset({"Figure", "Formula"})
KOPPEN = ("H1", "H2", "H3", "H4", "H5", "H6")
#: Zonder inhoud zegt zo'n element niets; een lege cel houdt haar kolom bezet.
MAG_LEEG = frozenset({"TD", "TH", "TR", "Document"})
#: Verder dan dit leest niemand de omschrijving van een link.
LANGSTE_OMSCHRIJVING = 300


def make_accessible(pdf: bytes) -> bytes:
    """Werk een getagde PDF uit Chromium na.

    Parameters
    ----------
    pdf : bytes
        De PDF, met structuur (``tagged=True``) en een titel.

    Returns
    -------
    bytes
        Dezelfde bladzijden, met structuur en eigenschappen volgens PDF/UA-1.

    Raises
    ------
    ValueError
        Als de PDF geen structuur of geen titel heeft.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        if "/StructTreeRoot" not in document.Root:
            raise ValueError("Deze pdf heeft geen structuur; druk haar getagd.")
        letters = Letters()
        stromen = {blad.obj.objgen: Stroom(blad, letters) for blad in document.pages}
        boom = Boom(document)
        _merk_opmaak(boom, stromen)
        _merk_herhaalde_koppen(boom, stromen)
        boom.forget({blad: stroom.opmaak for blad, stroom in stromen.items()})
        for stroom in stromen.values():
            stroom.write(document)
        _omvat_figuren(boom)
        _til_koppen(boom)
        _omvat_lijstpunten(boom)
        _vul_rijen(boom)
        _ruim_op(boom.wortels)
        _omschrijf_links(boom, stromen)
        boom.write()
        describe(document, {element.soort for element in boom.everything()})
        uit = io.BytesIO()
        document.save(
            uit,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return uit.getvalue()


def _merk_opmaak(boom: Boom, stromen: dict[tuple[int, int], Stroom]) -> None:
    """Lijnen en vlakken buiten een beeld zijn opmaak, ook als Chromium er een teken aan gaf."""

    def loop(element: Element, in_beeld: bool) -> None:
        in_beeld = in_beeld or element.soort in BEELD
        for kind in element.kinderen:
            if isinstance(kind, Element):
                loop(kind, in_beeld)
            elif isinstance(kind, Teken) and not in_beeld and kind.blad in stromen:
                stroom = stromen[kind.blad]
                if kind.nummer in stroom.alleen_lijnen:
                    stroom.opmaak.add(kind.nummer)

    for wortel in boom.wortels:
        loop(wortel, in_beeld=False)


def _merk_herhaalde_koppen(boom: Boom, stromen: dict[tuple[int, int], Stroom]) -> None:
    """De kop van een tabel die op elk blad terugkomt, wordt een keer voorgelezen."""
    for cel in boom.all("TH"):
        per_blad: dict[tuple[int, int], list[Teken]] = {}
        for teken in cel.marks():
            if teken.blad in stromen and teken.nummer not in stromen[teken.blad].opmaak:
                per_blad.setdefault(teken.blad, []).append(teken)
        teksten = {
            blad: " ".join(stromen[blad].text(teken.nummer) for teken in tekens)
            for blad, tekens in per_blad.items()
        }
        eerste, *later = teksten or [(0, 0)]
        for blad in later:
            if teksten[blad] == teksten[eerste]:
                stromen[blad].opmaak.update(teken.nummer for teken in per_blad[blad])


def _omvat_figuren(boom: Boom) -> None:
    """Een vak om een beschreven beeld is zelf geen beeld."""
    for vak in boom.all("Figure"):
        if not vak.alt and any(beeld.alt for beeld in vak.below("Figure")):
            vak.rename("Div")


def _til_koppen(boom: Boom) -> None:
    """Laat koppen bij niveau 1 beginnen, ook als de titel alleen op het scherm staat."""
    koppen = [element for element in boom.everything() if element.soort in KOPPEN]
    te_laag = min((KOPPEN.index(kop.soort) for kop in koppen), default=0)
    for kop in koppen if te_laag else ():
        kop.rename(KOPPEN[KOPPEN.index(kop.soort) - te_laag])


def _omvat_lijstpunten(boom: Boom) -> None:
    """Een lijstpunt bestaat uit een merk (Lbl) en een romp (LBody)."""
    for punt in list(boom.all("LI")):
        merken = [kind for kind in punt.kinderen if _is(kind, "Lbl")]
        rest = [kind for kind in punt.kinderen if not _is(kind, "Lbl")]
        if rest and not any(_is(kind, "LBody") for kind in rest):
            romp = boom.new("LBody", punt)
            romp.adopt(rest)
            punt.adopt([*merken, romp])


def _vul_rijen(boom: Boom) -> None:
    """Geef elke rij van een tabel evenveel kolommen, met lege cellen achteraan."""
    for tabel in list(boom.all("Table")):
        rijen = list(tabel.below("TR"))
        van_boven: list[int] = []  # hoeveel rijen elke cel van hierboven nog doorloopt
        breedtes = []
        for rij in rijen:
            cellen = [cel for cel in rij.kinderen if _is(cel, "TD") or _is(cel, "TH")]
            maten = [(cel.span("ColSpan"), cel.span("RowSpan")) for cel in cellen]
            breedtes.append(len(van_boven) + sum(breed for breed, _ in maten))
            van_boven += [hoog for breed, hoog in maten for _ in range(breed)]
            van_boven = [over - 1 for over in van_boven if over > 1]
        for rij, breedte in zip(rijen, breedtes, strict=True):
            extra = [boom.new("TD", rij) for _ in range(max(breedtes) - breedte)]
            if extra:
                rij.adopt([*rij.kinderen, *extra])


def _ruim_op(elementen: list[Element]) -> None:
    """Haal elementen weg die niets bevatten: een schermlezer noemt ze en zwijgt dan."""
    for element in elementen:
        over = [kind for kind in element.kinderen if isinstance(kind, Element)]
        _ruim_op(over)
        leeg = [
            kind
            for kind in over
            if not kind.kinderen and kind.soort not in MAG_LEEG and not kind.alt
        ]
        if leeg:
            element.adopt([kind for kind in element.kinderen if kind not in leeg])


def _omschrijf_links(boom: Boom, stromen: dict[tuple[int, int], Stroom]) -> None:
    """Geef elke link haar eigen woorden als omschrijving."""
    for link in boom.all("Link"):
        tekst = _join(list(_woorden(link, stromen)))[:LANGSTE_OMSCHRIJVING]
        for vak in link.objects():
            if vak.get("/Subtype") == "/Link":
                vak.Contents = pikepdf.String(tekst or _doel(vak))


def _woorden(element: Element, stromen: dict[tuple[int, int], Stroom]) -> Iterator[str]:
    if element.alt:
        yield element.alt
        return
    for kind in element.kinderen:
        if isinstance(kind, Element):
            yield from _woorden(kind, stromen)
        elif isinstance(kind, Teken) and kind.blad in stromen:
            yield stromen[kind.blad].text(kind.nummer)


def _join(delen: list[str]) -> str:
    """Voeg stukken samen; tussen een titel en een bladzijdenummer hoort een spatie."""
    tekst = delen[0] if delen else ""
    for links, rechts in pairwise(delen):
        naad = links[-1:].isalpha() and rechts[:1].isdigit()
        tekst += f" {rechts}" if naad else rechts
    return " ".join(tekst.split())


def _doel(vak: pikepdf.Object) -> str:
    adres = vak.get("/A", {}).get("/URI")
    return f"Link naar {adres}" if adres is not None else "Link naar een plaats in dit document"


def _is(kind: object, soort: str) -> TypeGuard[Element]:
    return isinstance(kind, Element) and kind.soort == soort
