"""Wat in het onderzoek samenging met wat de groep noemde: tellingen, geen oorzaken.

Elk getal komt uit de gegevens van het onderzoek of is daaruit terug te rekenen: een aantal bij een
percentage en n, het interval van Wilson, en de grenzen van Fréchet. Over een andere afdeling zegt
het niets.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lv_tools.basis.gegevens.datapakket import Waarde, lees
from lv_tools.basis.onderzoek.aandeel import Interval, aantallen_bij, wilson
from lv_tools.basis.taal.notatie import interval, procent
from lv_tools.bouwdoos.inhoud import Verband
from lv_tools.controle import Melding, meldingen_bij
from lv_tools.controle.frechet import grenzen
from lv_tools.controle.melding import Plaats
from lv_tools.controle.noemer import noemers
from lv_tools.risicoscan.teksten import Instrument

#: Zo veel uitdagingen per standaard en vormen van hulp per obstakel staan er, de vaakste.
MEESTE = 3


@dataclass(frozen=True)
class Feit:
    """Een percentage uit de gegevens, met wat erbij hoort.

    Parameters
    ----------
    wat
        Waar het over gaat, zoals de bron het noemt.
    aantallen
        Elk aantal dat bij percentage en n past; leeg als er geen past.
    interval
        Van Wilson; alleen als er precies één aantal past.
    meldingen
        Controles die over dit getal gaan en niet kloppen.
    """

    wat: str
    percentage: int
    n: int | None
    aantallen: tuple[int, ...]
    interval: Interval | None
    meldingen: tuple[Melding, ...]
    resource: str

    @property
    def mark(self) -> str:
        """Het zwaarste oordeel van de controles: ``"kan niet"``, ``"let op"`` of leeg.

        Hoort een melding bij een andere tabel, dan is het hier hooguit ``"let op"``.
        """
        if not self.meldingen:
            return ""
        eigen = {m.ernst for m in self.meldingen if m.resource == self.resource}
        return "kan niet" if "kan niet" in eigen else "let op"

    def __str__(self) -> str:
        deel = procent(self.percentage, 0)
        if self.n is None:
            return deel
        if len(self.aantallen) != 1 or self.interval is None:
            return f"{deel} van {self.n}"
        grens = interval(self.interval.onder, self.interval.boven)
        return f"{self.aantallen[0]} van de {self.n} ({deel}, interval {grens})"


@dataclass(frozen=True)
class Achter:
    """Een standaard die niet genoemd is, met de verbanden die haar noemen en wat er geteld is.

    ``samen`` zijn het kleinste en het grootste aantal afdelingen met beide risico's, en bij welke
    genoemde standaard dat is.
    """

    code: str
    verbanden: tuple[Verband, ...]
    risico: Feit | None
    samen: tuple[str, int, int] | None


def risks(soort: str) -> Mapping[str, Feit]:
    """Geef per standaard hoe vaak zij een risico was bij deze soort afdeling."""
    return {
        str(rij["standaard"]): _fact("risico_per_afdeling", rij, "standaard", "afdeling")
        for rij in lees("risico_per_afdeling").rijen
        if rij["afdeling"] == soort and rij["percentage"] is not None
    }


def challenges(code: str) -> tuple[Feit, ...]:
    """Geef de vaakst genoemde uitdagingen bij een standaard, de vaakste eerst."""
    alle = [
        _fact("uitdagingen", rij, "uitdaging", "standaard")
        for rij in lees("uitdagingen").rijen
        if rij["standaard"] == code and not str(rij["uitdaging"]).startswith("Anders")
    ]
    return _often(alle)


def helped(obstakel: str) -> tuple[Feit, ...]:
    """Geef de hulp die bij een obstakel het vaakst is ingezet, de vaakste eerst."""
    alle = [
        _fact("interventies_bij_obstakels", rij, "interventie", "obstakel")
        for rij in lees("interventies_bij_obstakels").rijen
        if rij["obstakel"] == obstakel and rij["percentage"] is not None
    ]
    return _often(alle)


def behind(
    genoemd: Sequence[str], ongenoemd: Iterable[str], soort: str, inhoud: Instrument
) -> tuple[Achter, ...]:
    """Zoek de vraag achter de vraag: wat niet genoemd is, en in het onderzoek vaak meekwam.

    Parameters
    ----------
    genoemd
        Standaarden die de groep als zorg noemt.
    ongenoemd
        De andere standaarden.
    soort
        Soort afdeling in het onderzoek; leeg is geen.
    """
    risico = risks(soort)
    uit = []
    for code in ongenoemd:
        verbanden = tuple(v for v in inhoud.verband if code in v.dan and set(v.als) & set(genoemd))
        if verbanden:
            bij = [g for g in genoemd if any(g in v.als for v in verbanden)]
            samen = _together(code, bij, risico)
            uit.append(Achter(code, verbanden, risico.get(code), samen))
    return tuple(uit)


def _together(
    code: str, genoemd: Sequence[str], risico: Mapping[str, Feit]
) -> tuple[str, int, int] | None:
    """Geef van de standaarden in het verband die met de sterkste ondergrens, en beide grenzen."""
    hier = risico.get(code)
    if hier is None or hier.n is None or not hier.aantallen:
        return None
    beste: tuple[str, int, int] | None = None
    for ander in genoemd:
        feit = risico.get(ander)
        if feit is None or not feit.aantallen:
            continue
        laag, _ = grenzen(min(feit.aantallen), min(hier.aantallen), hier.n)
        _, hoog = grenzen(max(feit.aantallen), max(hier.aantallen), hier.n)
        if beste is None or (laag, hoog) > beste[1:]:
            beste = (ander, laag, hoog)
    return beste


def _often(feiten: Iterable[Feit]) -> tuple[Feit, ...]:
    vaak = sorted((f for f in feiten if f.percentage), key=lambda feit: -feit.percentage)
    return tuple(vaak[:MEESTE])


def _fact(naam: str, rij: Mapping[str, Waarde], wat: str, groep: str) -> Feit:
    percentage = int(rij["percentage"] or 0)
    if naam == "uitdagingen":
        passend = noemers()[str(rij[groep])]
        n = passend[0] if len(passend) == 1 else None
        aantallen: tuple[int, ...] = (int(rij["aantal"] or 0),) if n else ()
    else:
        n = int(rij["n"] or 0)
        aantallen = aantallen_bij(percentage, n)
    grens = wilson(aantallen[0], n) if n and len(aantallen) == 1 else None
    sleutel = {kolom: str(rij[kolom]) for kolom in (wat, groep)}
    return Feit(str(rij[wat]), percentage, n, aantallen, grens, _failures(naam, sleutel), naam)


def _failures(naam: str, sleutel: Mapping[str, str]) -> tuple[Melding, ...]:
    """Zoek controles over deze cel, of over haar groep in deze tabel, die niet kloppen."""
    uit = []
    for melding in meldingen_bij(naam, **sleutel):
        plaatsen = (Plaats(melding.resource, melding.sleutel), *melding.ook)
        raak = [p.sleutel for p in plaatsen if p.raakt(naam, sleutel)]
        eigen = melding.resource == naam
        if melding.ernst != "klopt" and any(
            (eigen and p) or p.keys() >= sleutel.keys() for p in raak
        ):
            uit.append(melding)
    return tuple(uit)
