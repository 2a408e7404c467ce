"""De brief aan ouders: in gewone woorden, zonder vaktaal."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.uitvoer.document import Alinea, Blok, Kop, Opsomming
from voorbeeld.papieren.schrijver import Schrijver


def blocks(w: Schrijver, algemeen: Schrijver) -> Iterator[Blok]:
    """Geef de blokken."""
    del algemeen  # een brief draagt geen opmerking over de Inspectie
    yield Alinea(w("plaats_datum"))
    yield Alinea(w("aan"))
    for alinea in w.all("alineas"):
        yield Alinea(alinea)
    yield Kop(w("kop_merken"))
    yield Opsomming(w.all("merken"))
    yield Kop(w("kop_doen"))
    yield Alinea(w("doen"))
    yield Kop(w("kop_terug"))
    yield Alinea(w("terug"))
    yield Alinea("\n".join(w.all("groet")))
