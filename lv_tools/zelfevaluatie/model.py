"""De uitslag van een scan: alle beelden, ranglijsten en teksten bij elkaar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lv_tools.basis.respondenten import Respondent
from lv_tools.basis.samenvoegen import merge, merge_counts
from lv_tools.zelfevaluatie.gevoelig import Gevoeligheid, sensitivity
from lv_tools.zelfevaluatie.groepen import Groep, divide
from lv_tools.zelfevaluatie.maten import Rolverschil
from lv_tools.zelfevaluatie.opzet import notitiecode, stellingen_van, vragenset
from lv_tools.zelfevaluatie.ranglijst import Ranglijst, rankings
from lv_tools.zelfevaluatie.scan import Samenoordeel, Scan
from lv_tools.zelfevaluatie.teksten import Instrument, Stelling
from lv_tools.zelfevaluatie.verschillen import differences, theme_differences


@dataclass(frozen=True)
class Themateksten:
    """Wat mensen bij een thema schreven.

    Op naam staat achter elke tekst de groep. Anoniem staan de teksten op alfabet, zonder groep, en
    is er geen enkele te zien (``afgeschermd``) als de hele groep dat niet is.
    """

    bewijs: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    afgeschermd: bool = False


@dataclass(frozen=True)
class Uitslag:
    """De hele uitkomst van een scan.

    Parameters
    ----------
    stellingen
        De stellingen van de scan bij hun code, op volgorde.
    groepen, geheel, verborgen, personen
        Zie :class:`lv_tools.zelfevaluatie.groepen.Verdeeld`.
    lijsten
        De vijf ranglijsten; leeg als de hele groep niet te zien is.
    gevoelig
        Per stelling wat één ander antwoord kan veranderen.
    verschillen, themaverschillen
        Per stelling en per thema het grootste verschil tussen twee groepen, grootste eerst.
    namen
        Wie meedeed; alleen in een scan op naam, en alleen wie een naam opgaf.
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


def compute(scan: Scan, inhoud: Instrument) -> Uitslag:
    """Bereken de uitslag; de volgorde van bronnen en mensen maakt niet uit."""
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
        anoniem=anoniem,
    )
    geheel = verdeeld.geheel
    verschillen = differences(verdeeld.groepen, stellingen)
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
        theme_differences(verdeeld.groepen, themas),
        _texts(mensen, scan, inhoud, te_zien=geheel is not None),
        () if anoniem else tuple(sorted(r.naam for r in mensen if r.naam)),
    )


def _texts(
    mensen: Sequence[Respondent], scan: Scan, inhoud: Instrument, *, te_zien: bool
) -> dict[str, Themateksten]:
    rolnaam = vragenset(scan.opzet, inhoud).rolnaam
    schrijvers = [respondent for respondent in mensen if respondent.notities]
    uit = {}
    for thema in scan.opzet.themas:
        per_soort = []
        for soort in ("bewijs", "opmerking"):
            code = notitiecode(thema, soort)
            geschreven = [(r.notities[code], r.rol) for r in schrijvers if code in r.notities]
            if scan.opzet.modus == "naam":
                teksten = [f"{tekst} ({rolnaam(rol)})" for tekst, rol in geschreven]
            else:
                teksten = [tekst for tekst, _rol in geschreven]
            per_soort.append(tuple(sorted(teksten)))
        if te_zien:
            uit[thema] = Themateksten(per_soort[0], per_soort[1])
        else:
            uit[thema] = Themateksten(afgeschermd=any(per_soort))
    return uit
