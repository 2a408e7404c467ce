"""De uitkomst: per standaard wat de groep ziet, waarop dat rust, en waar men het oneens is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from lv_tools.basis.onderzoek.onthulling import (
    KLEINSTE_GROEP,
    Bescherming,
    arrange,
    explain_hidden,
    protection,
)
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import merge, merge_counts
from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.onderzoek.telling import Groepstelling, add_up, count_by_role
from lv_tools.basis.uitwisseling.stukken import Zekerheid
from lv_tools.basis.verzamelen.groep import has_others, sources
from lv_tools.risicoscan.model.regels import GEEN_ZORG, LET_OP, ZORG, Soort, how_sure, judge
from lv_tools.risicoscan.model.scan import Meegebracht, Scan
from lv_tools.risicoscan.teksten import BRONNEN, HERKENNING, Instrument, note

SAMEN = "*samen"


@dataclass(frozen=True)
class Beeld:
    """Wat de groep bij een standaard ziet.

    Parameters
    ----------
    verdeling
        De antwoorden; ``None`` als zij niet getoond mogen worden.
    bewijzen
        Wat mensen schreven, zonder naam, op alfabet.
    bewijs_verborgen
        Of er bewijs is dat niet getoond mag worden.
    rollen
        Per zichtbare rol hoeveel mensen zorg of ‘let op’ zien, en hoeveel iets zagen.
    """

    code: str
    verdeling: Verdeling | None
    soort: Soort
    zekerheid: Zekerheid
    bewijzen: tuple[str, ...]
    bewijs_verborgen: bool
    signalen: tuple[Meegebracht, ...]
    rollen: Mapping[str, tuple[int, int]]

    @property
    def is_concern(self) -> bool:
        """Ziet de groep hier zorg of ‘let op’?"""
        return self.soort in ("zorg", "let-op")

    @property
    def is_divided(self) -> bool:
        """Zag iemand zorg en iemand anders geen zorg?"""
        tel = self.verdeling.aantallen if self.verdeling else (0, 0, 0)
        return bool(tel[GEEN_ZORG - 1] and tel[ZORG - 1])

    @property
    def is_unknown(self) -> bool:
        """Weten wij het nog niet: niemand keek, men weet het niet, of een zorg is één blik?"""
        if self.is_concern:
            return self.zekerheid == "een-blik"
        return self.soort != "geen-zorg"

    @property
    def evidence(self) -> str:
        """Alles waaruit het blijkt, in één regel."""
        delen = [*self.bewijzen, *(s.signaal.bewijs or s.signaal.wat for s in self.signalen)]
        return "; ".join(dict.fromkeys(deel.rstrip(". ") for deel in delen))


@dataclass(frozen=True)
class Herkend:
    """Hoeveel mensen iets herkenden, van hoeveel die de vraag beantwoordden."""

    code: str
    naam: str
    aantal: int
    n: int


@dataclass(frozen=True)
class Rolverschil:
    """Bij welke standaard twee rollen het meest verschillen; aandelen van 0 tot 1."""

    code: str
    hoog: str
    hoog_deel: Fraction
    laag: str
    laag_deel: Fraction


@dataclass(frozen=True)
class Uitkomst:
    """Alles wat uit een scan volgt.

    Parameters
    ----------
    zichtbaar
        Of de antwoorden van de hele groep getoond mogen worden.
    herkend
        Per vraag wat herkend is, het vaakst herkende voorop.
    antwoorden
        Per vraag hoeveel mensen haar beantwoordden; 0 als dat niet te zien is.
    verborgen
        Welke rollen niet apart staan, en waarom; leeg als alles apart staat.
    """

    scan: Scan
    personen: int
    zichtbaar: bool
    beelden: Mapping[str, Beeld]
    herkend: Mapping[str, tuple[Herkend, ...]]
    antwoorden: Mapping[str, int]
    verborgen: str
    verschil: Rolverschil | None

    def of_kind(self, *soorten: Soort) -> tuple[str, ...]:
        """Codes van de standaarden met een van deze beelden, op volgorde van het kader."""
        return tuple(code for code, beeld in self.beelden.items() if beeld.soort in soorten)

    @property
    def concerns(self) -> tuple[str, ...]:
        """Codes van de standaarden waar zorg of ‘let op’ is, eerst de zorg."""
        return (*self.of_kind("zorg"), *self.of_kind("let-op"))

    @property
    def hindering(self) -> tuple[Herkend, ...]:
        """Herkende obstakels en belemmerende elementen."""
        return tuple(h for vraag in HERKENNING[:2] for h in self.herkend[vraag])

    @property
    def has_content(self) -> bool:
        """Is er iets om te laten zien?"""
        return bool(self.personen or self.scan.signalen or self.scan.punten)


def compute(scan: Scan, inhoud: Instrument, *, uitvoer: bool = False) -> Uitkomst:
    """Reken de uitkomst uit.

    Parameters
    ----------
    uitvoer
        Voor een verslag of tabel: een rol van één persoon staat dan alleen apart als dat gekozen
        is, of als die persoon de scan alleen maakt.
    """
    groep, vragen = scan.groep, inhoud.vragen
    bronnen = sources(groep, vragen)
    mensen = merge(bronnen)
    tellingen = count_by_role(mensen, merge_counts(bronnen), vragen)
    alleen = not has_others(groep)
    apart = not uitvoer or groep.apart or alleen
    bescherming = protection(groep.modus, alleen_apart=apart)
    gevuld = {rol: t for rol, t in tellingen.items() if t.personen}
    indeling = arrange(
        {rol: (t.personen, t.itemaantallen) for rol, t in gevuld.items()}, bescherming
    )
    geheel = add_up(gevuld.values(), vragen)
    zichtbaar = geheel.personen >= bescherming.groep
    rollen = {vragen.rolnaam(rol): gevuld[rol] for rol in indeling.zichtbaar}
    if indeling.samen_zichtbaar:
        rollen["andere rollen samen"] = add_up((gevuld[rol] for rol in indeling.verborgen), vragen)
    open_ = [
        vraag
        for vraag in HERKENNING
        if zichtbaar and not 0 < geheel.keuzes[vraag].totaal < bescherming.vraag
    ]
    blik = _Blik(scan, inhoud, tuple(mensen), rollen, _shown(geheel, zichtbaar, bescherming))
    beelden = {code: _picture(code, blik) for code in inhoud.standaarden}
    reden = "minder dan vijf mensen" if groep.is_anonymous else "één persoon"
    return Uitkomst(
        scan,
        geheel.personen,
        zichtbaar and bool(geheel.personen),
        beelden,
        {v: _recognised(v, geheel, inhoud) if v in open_ else () for v in HERKENNING},
        {v: geheel.keuzes[v].n if v in open_ else 0 for v in HERKENNING},
        explain_hidden(
            [vragen.rolnaam(rol) for rol in indeling.verborgen],
            [vragen.rolnaam(rol) for rol in indeling.aanvullend],
            reden,
        ),
        _gap(beelden.values()),
    )


def _shown(
    geheel: Groepstelling, zichtbaar: bool, bescherming: Bescherming
) -> Mapping[str, Verdeling | None]:
    """Geef per standaard de antwoorden, of ``None`` als het er te weinig zijn."""
    return {
        code: v if zichtbaar and (not v.totaal or v.totaal >= bescherming.vraag) else None
        for code, v in geheel.stellingen.items()
    } | {BRONNEN: _sources(geheel, zichtbaar, bescherming)}


def _sources(geheel: Groepstelling, zichtbaar: bool, bescherming: Bescherming) -> Verdeling | None:
    telling = geheel.keuzes[BRONNEN]
    genoeg = zichtbaar and (not telling.totaal or telling.totaal >= bescherming.vraag)
    return Verdeling(telling.genoemd) if genoeg else None


@dataclass(frozen=True)
class _Blik:
    """Waar elke standaard mee bekeken wordt."""

    scan: Scan
    inhoud: Instrument
    mensen: tuple[Respondent, ...]
    rollen: Mapping[str, Groepstelling]
    antwoorden: Mapping[str, Verdeling | None]


def _picture(code: str, blik: _Blik) -> Beeld:
    verdeling = blik.antwoorden[code]
    teksten = [t for r in blik.mensen if (t := r.notities.get(note(code), "").strip())]
    te_weinig = blik.scan.groep.is_anonymous and len(teksten) < KLEINSTE_GROEP
    verborgen = te_weinig or verdeling is None
    signalen = tuple(s for s in blik.scan.signalen if code in s.signaal.standaarden)
    soort, zekerheid = _judged(code, blik, len(signalen))
    return Beeld(
        code,
        verdeling,
        soort,
        zekerheid,
        () if verborgen else tuple(sorted(set(teksten))),
        bool(teksten) and verborgen,
        signalen,
        {
            rol: (t.stellingen[code].count_from(LET_OP), t.stellingen[code].n)
            for rol, t in blik.rollen.items()
        },
    )


def _judged(code: str, blik: _Blik, signalen: int) -> tuple[Soort, Zekerheid]:
    verdeling, extra, regels = blik.antwoorden[code], blik.antwoorden[BRONNEN], blik.scan.regels
    soort = judge(verdeling, regels) if verdeling else ""
    if verdeling is None or soort in ("", "weet-niet"):
        return soort, ""
    zien = verdeling.count_from(LET_OP)
    eens = verdeling.n - zien if soort == "geen-zorg" else zien
    plek = list(blik.inhoud.standaarden).index(code)
    bronnen = signalen + (extra.aantallen[plek] if extra else 0)
    return soort, how_sure(eens, verdeling.n, bronnen, regels)


def _recognised(vraag: str, geheel: Groepstelling, inhoud: Instrument) -> tuple[Herkend, ...]:
    telling = geheel.keuzes[vraag]
    alle = [
        Herkend(h.code, h.naam, aantal, telling.n)
        for h, aantal in zip(inhoud.herkenningen[vraag], telling.genoemd, strict=True)
        if aantal
    ]
    return tuple(sorted(alle, key=lambda h: -h.aantal))


def _gap(beelden: Iterable[Beeld]) -> Rolverschil | None:
    """Zoek de standaard waar twee zichtbare rollen het meest verschillen."""
    grootste: Rolverschil | None = None
    for beeld in beelden:
        delen = {rol: Fraction(zien, n) for rol, (zien, n) in beeld.rollen.items() if n}
        if beeld.verdeling is None or len(delen) < 2:
            continue
        hoog, laag = max(delen, key=lambda r: delen[r]), min(delen, key=lambda r: delen[r])
        nieuw = Rolverschil(beeld.code, hoog, delen[hoog], laag, delen[laag])
        verschil = nieuw.hoog_deel - nieuw.laag_deel
        if verschil and (grootste is None or verschil > grootste.hoog_deel - grootste.laag_deel):
            grootste = nieuw
    return grootste
