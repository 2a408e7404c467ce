"""Wat scans gemeen hebben: alleen dat mag naast elkaar staan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lv_tools.basis.onderzoek.onthulling import protection
from lv_tools.basis.onderzoek.samenvoegen import merge, merge_counts
from lv_tools.basis.taal.notatie import aantal, datum, opsomming
from lv_tools.zelfevaluatie.model.groepen import GEHEEL, SAMEN, Groep, Verdeeld, divide
from lv_tools.zelfevaluatie.model.opzet import stellingen_van, vragenset
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.stellingen import Stelling
from lv_tools.zelfevaluatie.teksten import Instrument

#: Zoveel stellingen die ontbreken, worden bij naam genoemd.
_BIJ_NAAM = 3


@dataclass(frozen=True)
class Weglating:
    """Wat niet naast elkaar staat, en waarom."""

    wat: str
    reden: str


@dataclass(frozen=True)
class Stand:
    """Een scan, berekend op alleen de gedeelde stellingen.

    ``stellingen`` staat in elke stand op dezelfde volgorde. De codes zijn die van deze scan: een
    eigen stelling kan per scan een andere code hebben.
    """

    scan: Scan
    stellingen: tuple[Stelling, ...]
    verdeeld: Verdeeld
    rollen: frozenset[str]

    @property
    def themas(self) -> tuple[str, ...]:
        """Thema's met een gedeelde stelling."""
        return tuple(dict.fromkeys(stelling.thema for stelling in self.stellingen))

    def group(self, sleutel: str) -> Groep | None:
        """Geef een groep als zij in deze scan te zien is."""
        groepen = (self.verdeeld.geheel, *self.verdeeld.groepen)
        return next((g for g in groepen if g is not None and g.sleutel == sleutel), None)


def _identity(stelling: Stelling) -> tuple[str, str]:
    """Wat een stelling in elke scan dezelfde maakt: de code, of bij een eigen stelling de tekst."""
    eigen = stelling.code.startswith("eigen-")
    return stelling.thema, stelling.tekst if eigen else stelling.code


def shared_statements(
    scans: Sequence[Scan], inhoud: Instrument
) -> tuple[frozenset[tuple[str, str]], tuple[Weglating, ...]]:
    """Zoek de stellingen die in elke scan zitten, en noem wat in een scan ontbreekt."""
    per_scan = [
        {_identity(stelling): stelling for stelling in stellingen_van(s.opzet, inhoud).values()}
        for s in scans
    ]
    alle = {wie: stelling for stellingen in per_scan for wie, stelling in stellingen.items()}
    gedeeld = frozenset(wie for wie in alle if all(wie in stellingen for stellingen in per_scan))
    weggelaten = []
    for scan, stellingen in zip(scans, per_scan, strict=True):
        mist = [stelling.kort for wie, stelling in alle.items() if wie not in stellingen]
        if mist:
            namen = f" ({opsomming(mist)})" if len(mist) <= _BIJ_NAAM else ""
            wat = f"{aantal(len(mist), 'stelling', 'stellingen')}{namen}"
            werkwoord = "zit" if len(mist) == 1 else "zitten"
            weggelaten.append(Weglating(wat, f"{werkwoord} niet in {_named(scan)}"))
    return gedeeld, tuple(weggelaten)


def all_statements(scan: Scan, inhoud: Instrument) -> frozenset[tuple[str, str]]:
    """Geef alle stellingen van een scan, in de vorm die :func:`take` wil."""
    return frozenset(map(_identity, stellingen_van(scan.opzet, inhoud).values()))


def take(
    scan: Scan,
    gedeeld: frozenset[tuple[str, str]],
    inhoud: Instrument,
    *,
    alleen_apart: bool = True,
) -> Stand:
    """Bereken een scan op de gedeelde stellingen."""
    vragen = vragenset(scan.opzet, inhoud)
    eigen = stellingen_van(scan.opzet, inhoud).values()
    stellingen = tuple(
        sorted((s for s in eigen if _identity(s) in gedeeld), key=lambda s: _order(s, inhoud))
    )
    themas = {
        thema: [s.code for s in stellingen if s.thema == thema]
        for thema in dict.fromkeys(s.thema for s in stellingen)
    }
    mensen, tellingen = merge(scan.bronnen), merge_counts(scan.bronnen)
    bescherming = protection(scan.opzet.modus, alleen_apart=alleen_apart)
    verdeeld = divide(mensen, tellingen, vragen, themas, bescherming=bescherming)
    rollen = frozenset({r.rol for r in mensen} | {t.rol for t in tellingen})
    return Stand(scan, stellingen, verdeeld, rollen)


def shared_groups(standen: Sequence[Stand]) -> tuple[dict[str, str], tuple[Weglating, ...]]:
    """Zoek de groepen die in elke scan te zien zijn, met hun naam; noem wat niet kan."""
    namen: dict[str, str] = {}
    for stand in standen:
        for groep in stand.verdeeld.groepen:
            if groep.sleutel != SAMEN:
                namen.setdefault(groep.sleutel, groep.naam)
    gedeeld: dict[str, str] = {}
    weggelaten = []
    if len({stand.rollen for stand in standen}) > 1:
        weggelaten.append(Weglating("hele groep", "niet in elke scan deden dezelfde groepen mee"))
    elif all(stand.verdeeld.geheel for stand in standen):
        gedeeld[GEHEEL] = "hele groep"
    else:
        weggelaten.append(Weglating("hele groep", "in een van de scans deden te weinig mensen mee"))
    for sleutel, naam in namen.items():
        zonder = [stand for stand in standen if stand.group(sleutel) is None]
        if not zonder:
            gedeeld[sleutel] = naam
            continue
        scan = zonder[0].scan
        deed_mee = sleutel in zonder[0].rollen
        reden = "is afgeschermd in" if deed_mee else "deed niet mee aan"
        weggelaten.append(Weglating(naam, f"{reden} {_named(scan)}"))
    return gedeeld, tuple(weggelaten)


def _order(stelling: Stelling, inhoud: Instrument) -> tuple[int, int, str]:
    plek = (
        list(inhoud.stellingen).index(stelling.code) if stelling.code in inhoud.stellingen else -1
    )
    achteraan = len(inhoud.stellingen) if plek < 0 else plek
    return list(inhoud.themas).index(stelling.thema), achteraan, stelling.tekst


def _named(scan: Scan) -> str:
    return f"‘{scan.opzet.naam}’ van {datum(scan.opzet.datum)}"
