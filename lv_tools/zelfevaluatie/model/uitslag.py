"""De uitslag van een scan: alle beelden, ranglijsten en teksten bij elkaar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lv_tools.basis.onderzoek.onthulling import protection
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import merge, merge_counts
from lv_tools.zelfevaluatie.model.gevoelig import Gevoeligheid, sensitivity
from lv_tools.zelfevaluatie.model.groepen import Groep, Verdeeld, divide
from lv_tools.zelfevaluatie.model.opzet import notitiecode, stellingen_van, vragenset
from lv_tools.zelfevaluatie.model.ranglijst import Ranglijst, rankings
from lv_tools.zelfevaluatie.model.scan import Samenoordeel, Scan
from lv_tools.zelfevaluatie.model.staat import Staat, scan_of
from lv_tools.zelfevaluatie.model.uitkomstmaten import Rolverschil
from lv_tools.zelfevaluatie.model.verschillen import find_differences, find_theme_differences
from lv_tools.zelfevaluatie.stellingen import Stelling
from lv_tools.zelfevaluatie.teksten import Instrument


@dataclass(frozen=True)
class Themateksten:
    """Wat mensen bij een thema schreven, voor zover hun groep apart te zien is.

    Op naam staat achter elke tekst de groep. Anoniem staat er geen groep bij. De teksten staan op
    alfabet: aan de volgorde is niet te zien wie bij twee thema's dezelfde is. Of er ook teksten
    zijn weggebleven, is nergens te zien.
    """

    bewijs: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Uitslag:
    """De hele uitkomst van een scan.

    Parameters
    ----------
    stellingen
        De stellingen van de scan bij hun code, op volgorde.
    groepen, geheel, verborgen, personen, aanvullend
        Zie :class:`lv_tools.zelfevaluatie.model.groepen.Verdeeld`.
    lijsten
        De vijf ranglijsten; leeg als de hele groep niet te zien is.
    gevoelig
        Per stelling wat één ander antwoord kan veranderen.
    verschillen, themaverschillen
        Per stelling en per thema het grootste verschil tussen twee groepen, grootste eerst.
    namen
        Wie meedeed; alleen in een scan op naam, en alleen wie een naam opgaf.
    alleen_apart
        Staat op naam ook een groep van één persoon apart?
    """

    scan: Scan
    stellingen: Mapping[str, Stelling]
    groepen: tuple[Groep, ...]
    geheel: Groep | None
    verborgen: tuple[str, ...]
    personen: int
    lijsten: tuple[Ranglijst, ...]
    gevoelig: Mapping[str, Gevoeligheid]
    verschillen: tuple[Rolverschil, ...]
    themaverschillen: tuple[Rolverschil, ...]
    teksten: Mapping[str, Themateksten]
    namen: tuple[str, ...]
    aanvullend: tuple[str, ...] = ()
    alleen_apart: bool = True

    @cached_property
    def alle_groepen(self) -> tuple[Groep, ...]:
        """De hele groep voorop, en dan de groepen."""
        return (*(() if self.geheel is None else (self.geheel,)), *self.groepen)

    def groep(self, sleutel: str) -> Groep | None:
        """De groep met deze sleutel, als zij te zien is."""
        return next((groep for groep in self.alle_groepen if groep.sleutel == sleutel), None)

    def in_theme(self, thema: str) -> tuple[Stelling, ...]:
        """De stellingen van een thema."""
        return tuple(s for s in self.stellingen.values() if s.thema == thema)

    def lijst(self, code: str) -> Ranglijst | None:
        """De ranglijst met deze code, als de hele groep te zien is."""
        return next((lijst for lijst in self.lijsten if lijst.code == code), None)

    def samen(self, thema: str) -> Samenoordeel | None:
        """Het gezamenlijke oordeel over een thema, als dat er is."""
        return next((oordeel for oordeel in self.scan.samen if oordeel.thema == thema), None)


def compute(scan: Scan, inhoud: Instrument, *, alleen_apart: bool = True) -> Uitslag:
    """Bereken de uitslag; de volgorde van bronnen en mensen maakt niet uit.

    Parameters
    ----------
    alleen_apart
        Laat op naam ook een groep van één persoon apart staan. Zo niet, dan telt zij samen met
        andere groepen, en is zij ook met aftrekken niet te vinden.
    """
    opzet = scan.opzet
    anoniem = opzet.modus == "anoniem"
    stellingen = stellingen_van(opzet, inhoud)
    themas = {
        thema: [s.code for s in stellingen.values() if s.thema == thema] for thema in opzet.themas
    }
    mensen = merge(scan.bronnen)
    verdeeld = divide(
        mensen,
        merge_counts(scan.bronnen),
        vragenset(opzet, inhoud),
        themas,
        bescherming=protection(opzet.modus, alleen_apart=alleen_apart),
    )
    geheel = verdeeld.geheel
    verschillen = find_differences(verdeeld.groepen, stellingen)
    return Uitslag(
        scan,
        stellingen,
        verdeeld.groepen,
        geheel,
        verdeeld.verborgen,
        verdeeld.personen,
        rankings(geheel, verdeeld.groepen, verschillen, stellingen, inhoud) if geheel else (),
        {code: sensitivity(beeld) for code, beeld in geheel.stellingen.items()} if geheel else {},
        verschillen,
        find_theme_differences(verdeeld.groepen, themas),
        _texts(mensen, scan, inhoud, verdeeld),
        () if anoniem else tuple(sorted(r.naam for r in mensen if r.naam)),
        verdeeld.aanvullend,
        alleen_apart,
    )


def compute_state(staat: Staat, inhoud: Instrument) -> Uitslag:
    """Bereken de uitslag van de eigen scan; is er niets aan veranderd, dan is het dezelfde."""
    scan = scan_of(staat, inhoud)
    if not _laatst or _laatst[0][0] is not inhoud or _laatst[0][1].scan != scan:
        _laatst[:] = [(inhoud, compute(scan, inhoud))]
    return _laatst[0][1]


_laatst: list[tuple[Instrument, Uitslag]] = []


def _texts(
    mensen: Sequence[Respondent], scan: Scan, inhoud: Instrument, verdeeld: Verdeeld
) -> dict[str, Themateksten]:
    """Verzamel de teksten van mensen uit groepen die zelf te zien zijn, ook bij dat thema."""
    rolnaam = vragenset(scan.opzet, inhoud).rolnaam
    rollen = verdeeld.rollen if verdeeld.geheel is not None else ()
    schrijvers = [r for r in mensen if r.notities and r.rol in rollen]
    dicht = {(g.sleutel, t) for g in verdeeld.groepen for t, b in g.themas.items() if b.afgeschermd}
    uit = {}
    for thema in scan.opzet.themas:
        per_soort = []
        for soort in ("bewijs", "opmerking"):
            code = notitiecode(thema, soort)
            geschreven = [
                (r.notities[code], r.rol)
                for r in schrijvers
                if code in r.notities and (r.rol, thema) not in dicht
            ]
            if scan.opzet.modus == "naam":
                teksten = [f"{tekst} ({rolnaam(rol)})" for tekst, rol in geschreven]
            else:
                teksten = [tekst for tekst, _rol in geschreven]
            per_soort.append(tuple(sorted(teksten)))
        uit[thema] = Themateksten(*per_soort)
    return uit
