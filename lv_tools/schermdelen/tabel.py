"""Een tabel die te sorteren is, met noten bij gemerkte cellen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lv_tools.basis.beeld.tabel import (
    Celwaarde,
    Tabelcel,
    Tabelkolom,
    is_numeric,
    to_cell,
    to_column,
)
from lv_tools.schermdelen.deel import Deel, Eigenschap

Rijen = Sequence[Sequence[Celwaarde]]


def write_table(kolommen: Sequence[str | Tabelkolom], rijen: Rijen) -> dict[str, Any]:
    """Schrijf een tabel voor de pagina: opschriften, en per cel de tekst en de sorteerwaarde.

    Raises
    ------
    ValueError
        Als een rij niet bij de kolommen past.
    """
    koppen = [to_column(kolom) for kolom in kolommen]
    uit = []
    for rij in rijen:
        if len(rij) != len(koppen):
            raise ValueError(f"rij {rij!r} past niet bij {len(koppen)} kolommen")
        uit.append([_write_cell(w, kolom) for w, kolom in zip(rij, koppen, strict=True)])
    return {
        "kolommen": [
            {"titel": kolom.titel, "getallen": is_numeric(kolom, rijen, plek)}
            for plek, kolom in enumerate(koppen)
        ],
        "rijen": uit,
    }


def _write_cell(waarde: Celwaarde, kolom: Tabelkolom) -> dict[str, Any]:
    if waarde is None:
        return {}
    cel = to_cell(waarde, kolom)
    uit: dict[str, Any] = {"t": cel.tekst}
    if cel.sorteer is not None:
        uit["s"] = cel.sorteer
    if cel.merk:
        uit |= {"m": cel.merk, "u": cel.uitleg}
    return uit


def sort_key(waarde: Celwaarde) -> tuple[int, float, str]:
    """Sorteer getallen voor tekst, en lege cellen achteraan; hoofdletters tellen niet mee."""
    kale = waarde
    if isinstance(waarde, Tabelcel):
        kale = waarde.tekst if waarde.sorteer is None else waarde.sorteer
    if kale is None:
        return (2, 0.0, "")
    if isinstance(kale, str):
        return (1, 0.0, kale.casefold())
    return (0, float(kale), "")  # type: ignore[arg-type]  # Tabelcel is hierboven al uitgepakt


class Tabel(Deel):
    """Een tabel met een bijschrift.

    Parameters
    ----------
    bijschrift
        Waar de tabel over gaat.
    kolommen
        Opschriften, of :class:`~lv_tools.basis.beeld.tabel.Tabelkolom`.
    rijen
        Waarden; getallen worden op zijn Nederlands geschreven, ``None`` is "geen gegeven",
        :class:`~lv_tools.basis.beeld.tabel.Tabelcel` draagt een merk met uitleg.
    sorteerbaar
        Geef elke kop een knop om op te sorteren.
    sortering
        Paar van kolomnummer (vanaf 0) en richting ``"op"`` of ``"af"``; ``None`` is de volgorde
        waarin de rijen kwamen.
    bij_sortering
        Functie die het nieuwe paar krijgt.
    bron
        Document en plaats.
    leeg
        Zin als er geen rijen zijn.
    breken
        Breek ook lange woorden af, zodat de tabel nooit breder is dan het scherm.
    """

    soort = "tabel"
    bijschrift = Eigenschap("")
    bron = Eigenschap("")
    sortering: Eigenschap[tuple[int, str] | None] = Eigenschap(None)

    def __init__(
        self,
        bijschrift: str,
        kolommen: Sequence[str | Tabelkolom],
        rijen: Rijen,
        *,
        sorteerbaar: bool = True,
        sortering: tuple[int, str] | None = None,
        bij_sortering: Callable[[tuple[int, str] | None], object] | None = None,
        bron: str = "",
        leeg: str = "Er zijn geen rijen die hierbij passen.",
        breken: bool = False,
        **rest: Any,
    ) -> None:
        self.kolommen: tuple[str | Tabelkolom, ...] = ()
        self.rijen: tuple[tuple[Celwaarde, ...], ...] = ()
        self.bij_sortering = bij_sortering
        super().__init__(
            bijschrift=bijschrift,
            sorteerbaar=sorteerbaar,
            sortering=sortering,
            bron=bron,
            leeg=leeg,
            breken=breken,
            **rest,
        )
        self.toon(kolommen, rijen)

    def toon(self, kolommen: Sequence[str | Tabelkolom], rijen: Rijen) -> None:
        """Vervang kolommen en rijen; de sortering blijft als de kolom er nog is."""
        self.kolommen = tuple(kolommen)
        self.rijen = tuple(tuple(rij) for rij in rijen)
        if self.sortering is not None and self.sortering[0] >= len(self.kolommen):
            self.sortering = None
        self.zet("gegevens", write_table(self.kolommen, self.rijen))

    @property
    def gesorteerde_rijen(self) -> tuple[tuple[Celwaarde, ...], ...]:
        """De rijen in de volgorde die de lezer ziet."""
        if self.sortering is None:
            return self.rijen
        plek, richting = self.sortering
        vol = [rij for rij in self.rijen if sort_key(rij[plek])[0] < 2]
        leeg = [rij for rij in self.rijen if sort_key(rij[plek])[0] == 2]
        vol.sort(key=lambda rij: sort_key(rij[plek]), reverse=richting == "af")
        return tuple(vol + leeg)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Onthoud waarop de lezer sorteert."""
        if naam != "sortering":
            super().receive(naam, gegevens, bron)
            return
        paar = self._sorting(gegevens.get("waarde"))
        self.zet("sortering", paar, behalve=bron)
        if self.bij_sortering is not None:
            self.bij_sortering(paar)

    def _sorting(self, paar: Any) -> tuple[int, str] | None:
        if paar is None:
            return None
        plek, richting = int(paar[0]), str(paar[1])
        if not 0 <= plek < len(self.kolommen) or richting not in {"op", "af"}:
            raise ValueError(f"op {paar!r} kan deze tabel niet sorteren")
        return plek, richting
