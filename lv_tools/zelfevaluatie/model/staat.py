"""De staat van de zelfevaluatie: dit is precies wat in het bestand komt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.verzamelen.groep import EIGEN, Groep, counts, has_others, own, sources
from lv_tools.basis.verzamelen.groepswijziging import fit, follow, follow_own
from lv_tools.basis.verzamelen.vel import Vel, from_respondent
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import KENMERK, Eigen, Getal, Hoogstens, Tekst
from lv_tools.zelfevaluatie.model.lijst import Meegenomen, list_now
from lv_tools.zelfevaluatie.model.opzet import (
    Opzet,
    ScanId,
    changes_questions,
    new_scan_id,
    new_setup,
    stellingen_van,
    vragenset,
)
from lv_tools.zelfevaluatie.model.opzet_invoer import check_setup, raw_setup
from lv_tools.zelfevaluatie.model.scan import MAX_EERDERE, Overig, Samenoordeel, Scan, fit_scan
from lv_tools.zelfevaluatie.teksten import Instrument

#: Zoveel scans van anderen onthoudt dit apparaat; de oudste gaat er dan uit.
MAX_SCANS = 20
Code = Annotated[str, KENMERK]
Keuze = Annotated[str, Tekst(200)]


@dataclass(frozen=True)
class AndereScan:
    """Een scan van iemand anders (of een vorige van uzelf) met wat u daar invulde.

    ``plek`` is het nummer van het blad: 0 is het begin, na het laatste thema komt het overzicht.
    """

    opzet: Opzet
    vel: Vel = field(default_factory=Vel)
    plek: Annotated[int, Getal(0, 1_000)] = 0

    @property
    def id(self) -> str:
        """Het kenmerk van de scan."""
        return self.opzet.id


@dataclass(frozen=True)
class Weergave:
    """Hoe de lezer kijkt.

    Parameters
    ----------
    groepen
        Welke groepen bij de uitslag aanstaan; ``None`` is het voorstel van het hulpmiddel.
    thema, groep
        Van welk thema en welke groep de antwoorden per stelling te zien zijn.
    samen, vergelijk
        Over welk thema de groep oordeelt, en van welke groep scans naast elkaar liggen.
    omvang
        Hoe uitgebreid het verslag is.
    """

    groepen: Annotated[tuple[Keuze, ...], Hoogstens(500)] | None = None
    thema: Keuze = ""
    groep: Keuze = ""
    samen: Keuze = ""
    vergelijk: Keuze = ""
    omvang: Literal["kort", "volledig"] = "kort"


def _write_earlier(eerdere: Sequence[Scan]) -> Any:
    """Schrijf de scans ernaast; zij veranderen zelden, dus de laatste keer is te herhalen."""
    if not _geschreven or _geschreven[0][0] is not eerdere:
        _geschreven[:] = [(eerdere, codec.write(eerdere, _EERDERE))]
    return _geschreven[0][1]


_EERDERE = Annotated[tuple[Scan, ...], Hoogstens(MAX_EERDERE)]
_geschreven: list[tuple[Sequence[Scan], Any]] = []
_ERNAAST = Eigen(
    lambda gegevens: codec.read(_EERDERE, gegevens),
    _write_earlier,
    lambda: {"type": "array", "items": {"type": "object"}, "maxItems": MAX_EERDERE},
)


@dataclass(frozen=True)
class Staat:
    """Alles wat de zelfevaluatie onthoudt.

    Parameters
    ----------
    toen
        De vragenlijst waar dit bij hoort.
    opzet, groep
        De eigen scan, en wie daarop antwoordde. De eigen antwoorden zitten in de groep.
    gemaakt
        Is er met de eigen scan al iets gedaan? Zo niet, dan is er nog niets om uit te delen.
    plek
        Op welk blad het invullen van de eigen scan is.
    andere, open
        Scans van anderen om in te vullen, en welke daarvan openstaat; leeg is de eigen scan.
    samen, eerdere
        De gezamenlijke oordelen, en scans die ernaast liggen om te vergelijken.
    overig
        Wat uit een oudere vragenlijst geen plaats meer heeft: wat het was, en wat er stond.
    kenmerk
        Waaraan het dossier een kopie terugkent; leeg is aan het kenmerk van de scan. Dat laatste
        blijft in een kopie gelijk: wie de link al had, kan zijn antwoorden nog kwijt.
    """

    toen: Meegenomen
    opzet: Opzet
    groep: Groep
    gemaakt: bool = False
    plek: Annotated[int, Getal(0, 1_000)] = 0
    andere: Annotated[tuple[AndereScan, ...], Hoogstens(MAX_SCANS)] = ()
    open: ScanId | Literal[""] = ""
    samen: Annotated[tuple[Samenoordeel, ...], Hoogstens(100)] = ()
    eerdere: Annotated[tuple[Scan, ...], _ERNAAST] = ()
    overig: Overig = ()
    weergave: Weergave = field(default_factory=Weergave)
    kenmerk: Code | Literal[""] = ""

    @property
    def andere_open(self) -> AndereScan | None:
        """De scan van een ander die openstaat, als dat zo is."""
        return next((ander for ander in self.andere if ander.id == self.open), None)

    @property
    def invulopzet(self) -> Opzet:
        """De scan die openstaat om in te vullen."""
        ander = self.andere_open
        return self.opzet if ander is None else ander.opzet

    @property
    def invulvel(self) -> Vel:
        """Wat er in de scan die openstaat is ingevuld."""
        ander = self.andere_open
        return self.groep.eigen if ander is None else ander.vel

    @property
    def invulplek(self) -> int:
        """Op welk blad het invullen is."""
        ander = self.andere_open
        return self.plek if ander is None else ander.plek

    @property
    def invulpad(self) -> str:
        """Het pad van wat openstaat, zonder ``vel`` of ``plek``."""
        return "" if self.andere_open is None else f"andere/{self.open}/"

    @property
    def velpad(self) -> str:
        """Het pad van het vel dat openstaat."""
        return f"{self.invulpad}vel" if self.invulpad else "groep/eigen"


def begin(inhoud: Instrument) -> Staat:
    """Geef de staat waarmee een nieuw bestand begint."""
    opzet = new_setup(inhoud)
    return Staat(list_now(inhoud), opzet, Groep(opzet.modus))


def scan_of(staat: Staat, inhoud: Instrument) -> Scan:
    """Geef de eigen scan, met de eigen antwoorden als bron erbij."""
    vragen = vragenset(staat.opzet, inhoud)
    groep = staat.groep
    return Scan(
        staat.opzet, sources(groep, vragen), staat.samen, staat.eerdere, groep.zout, staat.overig
    )


def state_of(scan: Scan, inhoud: Instrument) -> Staat:
    """Geef de staat waarin een scan als werk verdergaat; de eigen antwoorden gaan op het vel."""
    scan = fit_scan(scan)
    eigen = next(
        (wie for bron in scan.bronnen if bron.naam == EIGEN for wie in bron.respondenten), None
    )
    bronnen = tuple(bron for bron in scan.bronnen if bron.naam != EIGEN)
    groep = Groep(
        scan.opzet.modus,
        Vel() if eigen is None else sheet_of(eigen, scan.opzet, inhoud),
        bronnen=bronnen,
        zout=scan.zout,
    )
    return Staat(
        list_now(inhoud),
        scan.opzet,
        groep,
        gemaakt=True,
        samen=scan.samen,
        eerdere=scan.eerdere,
        overig=scan.overig,
    )


def sheet_of(wie: Respondent, opzet: Opzet, inhoud: Instrument) -> Vel:
    """Zet iemands antwoorden op een vel met een blad per thema."""
    return from_respondent(wie, vragenset(opzet, inhoud), page_of(opzet, inhoud))


def page_of(opzet: Opzet, inhoud: Instrument) -> Callable[[str], str]:
    """Geef de functie die van een stelling zegt op welk blad zij staat: dat van haar thema."""
    stellingen = stellingen_van(opzet, inhoud)
    return lambda code: stellingen[code].thema if code in stellingen else ""


def answered(staat: Staat, inhoud: Instrument) -> Respondent | None:
    """Geef wat in de scan die openstaat is ingevuld; ``None`` zonder groep of zonder antwoord."""
    opzet = staat.invulopzet
    groep = Groep(opzet.modus, staat.invulvel)
    return own(groep, vragenset(opzet, inhoud))


def locked(staat: Staat, inhoud: Instrument) -> str:
    """Zeg waarom de vragen vastliggen; leeg als dat niet zo is."""
    vragen = vragenset(staat.opzet, inhoud)
    if not any(b.respondenten or b.handtellingen for b in sources(staat.groep, vragen)):
        return ""
    mensen = sum(telling.personen for telling in counts(staat.groep, vragen).values())
    return inhoud.zeg("maken_vast", mensen=aantal(mensen, "persoon", "mensen"))


def receive(staat: Staat, opzet: Opzet) -> Staat:
    """Open een scan van een ander (of de eigen) om in te vullen."""
    if opzet.id == staat.opzet.id:
        return replace(staat, open="")
    bekend = next((ander for ander in staat.andere if ander.id == opzet.id), AndereScan(opzet))
    rest = tuple(ander for ander in staat.andere if ander.id != opzet.id)
    nieuw = replace(bekend, opzet=opzet)
    return replace(staat, andere=(*rest, nieuw)[-MAX_SCANS:], open=opzet.id)


def forget_answers(staat: Staat) -> Staat:
    """Wis wat in de scan die openstaat is ingevuld."""
    ander = staat.andere_open
    if ander is None:
        return replace(staat, groep=replace(staat.groep, eigen=Vel()), plek=0)
    over = tuple(AndereScan(a.opzet) if a is ander else a for a in staat.andere)
    return replace(staat, andere=over)


def next_scan(staat: Staat, inhoud: Instrument) -> Staat:
    """Begin een volgende scan met dezelfde vragen; deze scan komt ernaast te liggen."""
    klaar = replace(scan_of(staat, inhoud), eerdere=())
    opzet = replace(staat.opzet, id=new_scan_id(), datum=now().date())
    eigen = AndereScan(staat.opzet, staat.groep.eigen, staat.plek)
    andere = (*staat.andere, eigen) if staat.groep.eigen != Vel() else staat.andere
    groep = replace(staat.groep, eigen=Vel(), beurt=Vel(), bronnen=(), zout="")
    return replace(
        staat,
        opzet=opzet,
        groep=groep,
        plek=0,
        andere=andere[-MAX_SCANS:],
        open="",
        samen=(),
        eerdere=(*staat.eerdere, klaar)[-MAX_EERDERE:],
        overig=(),
        kenmerk="",
    )


def follow_state(oud: Staat, nieuw: Staat, inhoud: Instrument) -> Staat:
    """Maak af wat uit een wijziging volgt; zie ``volg`` van het hulpmiddel.

    De opzet blijft altijd een scan die kan: wat niet kan, verandert niets. Wie anoniem kiest, houdt
    nergens een naam over. Nieuwe antwoorden krijgen een tijd.
    """
    opzet, groep = nieuw.opzet, nieuw.groep
    if opzet is not oud.opzet:
        opzet = _possible(oud, opzet, inhoud)
    if groep.modus != oud.groep.modus:
        opzet = replace(opzet, modus=groep.modus or opzet.modus)
    if opzet.modus == "naam" and oud.opzet.modus == "anoniem" and has_others(oud.groep):
        opzet = replace(opzet, modus="anoniem")
    if groep.modus != opzet.modus:
        groep = replace(groep, modus=opzet.modus)
    groep = follow(oud.groep, groep)
    if opzet != oud.opzet and changes_questions(oud.opzet, opzet, inhoud):
        eigen, beurt = (_prune(vel, opzet, inhoud) for vel in (groep.eigen, groep.beurt))
        groep = replace(groep, eigen=eigen, beurt=beurt)
    andere = nieuw.andere
    if andere is not oud.andere:
        vroeger = {ander.id: ander for ander in oud.andere}
        andere = tuple(_follow_other(vroeger.get(ander.id), ander) for ander in andere)
    gemaakt = nieuw.gemaakt or (
        (opzet, groep.bronnen, nieuw.samen, nieuw.eerdere)
        != (oud.opzet, oud.groep.bronnen, oud.samen, oud.eerdere)
        or bool(groep.eigen.rol and groep.eigen.is_answered)
    )
    anders = (opzet, groep, andere, gemaakt)
    zelfde = all(
        een is ander
        for een, ander in zip(
            anders, (nieuw.opzet, nieuw.groep, nieuw.andere, nieuw.gemaakt), strict=True
        )
    )
    if zelfde:
        return nieuw
    return replace(nieuw, opzet=opzet, groep=groep, andere=andere, gemaakt=gemaakt)


def _possible(oud: Staat, opzet: Opzet, inhoud: Instrument) -> Opzet:
    """Geef de nieuwe opzet als die kan, en anders die van ervoor; antwoorden leggen vragen vast."""
    nieuw = check_setup(raw_setup(opzet), inhoud, opzet).opzet
    if nieuw is None:
        return oud.opzet
    was = oud.opzet
    if changes_questions(was, nieuw, inhoud) and locked(oud, inhoud):
        nieuw = replace(nieuw, versie=was.versie, themas=was.themas, eigen=was.eigen)
    return opzet if nieuw == opzet else nieuw


def _prune(vel: Vel, opzet: Opzet, inhoud: Instrument) -> Vel:
    """Haal van een vel wat niet bij de vragen van een scan hoort."""
    codes = stellingen_van(opzet, inhoud)
    bladen = {
        thema: {code: wat for code, wat in blad.items() if code in codes}
        for thema, blad in vel.antwoorden.items()
        if thema in opzet.themas
    }
    notities = {c: t for c, t in vel.notities.items() if c.split(":")[0] in opzet.themas}
    return replace(vel, antwoorden=bladen, notities=notities)


def _follow_other(oud: AndereScan | None, nieuw: AndereScan) -> AndereScan:
    vel = nieuw.vel
    if oud is None or vel is not oud.vel:
        vel = follow_own(Vel() if oud is None else oud.vel, vel, nieuw.opzet.modus)
    if nieuw.opzet.modus == "anoniem":
        vel = fit(Groep("anoniem", vel)).eigen
    return nieuw if vel is nieuw.vel else replace(nieuw, vel=vel)
