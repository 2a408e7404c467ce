"""Wat er van een dossier naast dat van een andere school komt: wat er klaarligt, per soort."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitwisseling.dossier import INSTRUMENT, Dossier
from lv_tools.basis.uitwisseling.naast import Maat, Schoolbeeld
from lv_tools.basis.uitwisseling.stukken import WOORDEN, Doel


def picture(dossier: Dossier, titel: str) -> Schoolbeeld:
    """Tel wat er klaarligt, en noem de doelen in de woorden van de school."""
    klaar = dossier.klaar
    dag = max((pakket.tijd.date() for pakket in klaar), default=None)
    uit = opsomming(list(dict.fromkeys(sorted(pakket.van.hulpmiddel for pakket in klaar))))
    return Schoolbeeld(INSTRUMENT, titel[:120], dag, wie=uit[:400], maten=tuple(_measures(dossier)))


def _measures(dossier: Dossier) -> Iterator[Maat]:
    stukken = [stuk for pakket in dossier.klaar for stuk in pakket.stukken]
    for klasse, (_een, meer) in WOORDEN.items():
        hoeveel = sum(type(stuk) is klasse for stuk in stukken)
        yield Maat(
            str(getattr(klasse, "soort", meer)),
            f"{meer[:1].upper()}{meer[1:]} in het dossier",
            hoofd=True,
            uitkomst=str(hoeveel),
            n=hoeveel,
            eenheid="stukken",
        )
    doelen = [stuk.wat for stuk in stukken if isinstance(stuk, Doel)]
    tekst = "; ".join(doelen)
    kort = tekst if len(tekst) <= 400 else f"{tekst[:399]}…"
    yield Maat("doelen", "De doelen", hoofd=True, uitkomst=kort, n=len(doelen), eenheid="doelen")
