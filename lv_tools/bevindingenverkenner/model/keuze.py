"""Wat de lezer koos: de staat van de verkenner, en precies wat bewaard wordt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated

from lv_tools.basis.invoer.velden import LANGSTE_TEKST
from lv_tools.basis.vorm.grenzen import Hoogstens, Tekst
from lv_tools.basis.vorm.pad import join
from lv_tools.bevindingenverkenner.model.bronnen import kolomtitel
from lv_tools.bevindingenverkenner.model.regels import options, standards
from lv_tools.bevindingenverkenner.teksten import (
    MIJN_AFDELING,
    VERGELIJKING,
    Verkennerinhoud,
    Weergave,
    weergave,
)

Naam = Annotated[str, Tekst(80)]
#: Wat er in een cel staat, zoals een standaard of een obstakel; leeg is geen keuze.
Label = Annotated[str, Tekst(300)]
Labels = Annotated[tuple[Label, ...], Hoogstens(200)]


@dataclass(frozen=True)
class Keuze:
    """Wat de lezer in een weergave wil zien.

    Parameters
    ----------
    weergave
        Naam van de weergave.
    filters
        Per kolom de waarden die mogen blijven; een kolom zonder waarden laat alles door. Een
        kolom met keuzelijsten heeft een plaats per lijst, en leeg is daar alles.
    zoek
        Woorden die allemaal in een rij moeten voorkomen; hoofdletters en accenten tellen niet.
    sorteer
        Een van de volgordes van de weergave.
    vorm
        Een van de figuurvormen van de weergave, of leeg als er maar één is.
    paar
        De twee soorten afdelingen die de lezer naast elkaar legt.
    """

    weergave: Naam
    filters: Annotated[Mapping[str, Labels], Hoogstens(40)] = field(default_factory=dict)
    zoek: Annotated[str, Tekst(LANGSTE_TEKST)] = ""
    sorteer: Naam = "bron"
    vorm: Naam = ""
    paar: tuple[Label, Label] = ("", "")

    @property
    def id(self) -> str:
        """Zo heet deze keuze in een pad."""
        return self.weergave

    def allowed(self, kolom: str) -> tuple[str, ...]:
        """Geef de gekozen waarden van een kolom; leeg betekent alles.

        Een tweede keuzelijst telt alleen naast een eerste: zonder die staat zij niet in beeld.
        """
        waarden = self.filters.get(kolom, ())
        return tuple(dict.fromkeys(w for w in waarden if w)) if waarden and waarden[0] else ()

    @property
    def gekozen(self) -> dict[str, tuple[str, ...]]:
        """Per kolom wat de lezer koos."""
        return {kolom: self.allowed(kolom) for kolom in self.filters}

    def without_filters(self) -> Keuze:
        """Zet alle filters terug op alles."""
        filters = {
            kolom: () if kolom in weergave(self.weergave).meervoud else ("",) * len(waarden)
            for kolom, waarden in self.filters.items()
        }
        return replace(self, filters=filters, zoek="")


@dataclass(frozen=True)
class MijnAfdeling:
    """De drie antwoorden over de eigen afdeling."""

    soort: Label = ""
    standaarden: Labels = ()
    obstakels: Labels = ()


@dataclass(frozen=True)
class Over:
    """Een keuze die de verkenner niet meer kent: het pad waar zij stond, en wat er stond."""

    pad: Annotated[str, Tekst(1_000)]
    waarde: Annotated[str, Tekst(1_000_000, regels=True)]


@dataclass(frozen=True)
class Verkenning:
    """De staat: welke weergave open is, en in elke weergave wat de lezer koos."""

    weergave: Naam = ""
    afdeling: MijnAfdeling = MijnAfdeling()
    keuzes: Annotated[tuple[Keuze, ...], Hoogstens(60)] = ()
    overig: Annotated[tuple[Over, ...], Hoogstens(2_000)] = ()

    def in_view(self, naam: str) -> Keuze:
        """Geef de keuze in een weergave."""
        return next(keuze for keuze in self.keuzes if keuze.weergave == naam)

    def without_filters(self, naam: str) -> Verkenning:
        """Zet in een weergave alle filters terug op alles."""
        keuzes = (k.without_filters() if k.weergave == naam else k for k in self.keuzes)
        return replace(self, keuzes=tuple(keuzes))


def begin(naam: str) -> Keuze:
    """Geef de keuze waarmee een weergave opent."""
    blik = weergave(naam)
    return Keuze(naam, blik.begin, "", blik.sorteringen[0], blik.vormen[0] if blik.vormen else "")


def fit(staat: Verkenning, inhoud: Verkennerinhoud) -> Verkenning:
    """Houd van een staat wat de gegevens van nu kennen; de rest gaat naar ``overig``."""
    over = list(staat.overig)
    afdeling, open_ = weergave(MIJN_AFDELING), staat.weergave
    eigen = MijnAfdeling(
        _one(
            over,
            "afdeling/soort",
            staat.afdeling.soort,
            options("risico_per_afdeling", "afdeling"),
            afdeling.begin["afdeling"][0],
        ),
        _known(over, "afdeling/standaarden", staat.afdeling.standaarden, standards()),
        _known(
            over,
            "afdeling/obstakels",
            staat.afdeling.obstakels,
            options("interventies_bij_obstakels", "obstakel"),
        ),
    )
    bewaard = {keuze.weergave: keuze for keuze in staat.keuzes}
    keuzes = tuple(
        _fit_view(over, bewaard.pop(blik.id, begin(blik.id)), blik)
        for blik in inhoud.weergave
        if blik.id != MIJN_AFDELING
    )
    for naam, keuze in bewaard.items():  # een hele weergave die er niet meer is
        _move(over, join("keuzes", naam), keuze.filters)
        rest = {"zoek": keuze.zoek, "sorteer": keuze.sorteer, "vorm": keuze.vorm}
        over += (Over(join("keuzes", naam, veld), w) for veld, w in rest.items() if w)
    return Verkenning(
        _one(over, "weergave", open_, tuple(inhoud.weergaven), inhoud.weergave[0].id),
        eigen,
        keuzes,
        tuple(dict.fromkeys(over)),
    )


def start(inhoud: Verkennerinhoud) -> Verkenning:
    """Geef de staat waarmee een nieuw bestand begint."""
    standaarden = weergave(MIJN_AFDELING).begin["standaard"]
    return fit(Verkenning(afdeling=MijnAfdeling(standaarden=standaarden)), inhoud)


def describe(over: Over, inhoud: Verkennerinhoud) -> str:
    """Noem in woorden waar een keuze stond die de verkenner niet meer kent."""
    soort, *rest = over.pad.split("/")
    if soort == "afdeling" and rest:
        naam = "afdeling" if rest[0] == "soort" else rest[0]
        return f"{weergave(MIJN_AFDELING).kort}: {inhoud.zeg(naam)}"
    if soort == "keuzes" and len(rest) > 1:
        blik = inhoud.weergaven.get(rest[0])
        veld = {"paar": "vergelijk_a"}.get(rest[1], rest[1])
        if blik is None:
            return rest[0]
        wat = kolomtitel(blik.id, rest[2]) if veld == "filters" else inhoud.zeg(veld)
        return f"{blik.kort}: {wat}"
    return inhoud.zeg("weergave") if over.pad == "weergave" else over.pad


def _one(over: list[Over], pad: str, waarde: str, kan: Sequence[str], anders: str = "") -> str:
    if waarde and waarde not in kan:
        over.append(Over(pad, waarde))
    return waarde if waarde in kan else anders


def _known(over: list[Over], pad: str, waarden: Labels, kan: Sequence[str]) -> Labels:
    return tuple(waarde for waarde in waarden if _one(over, pad, waarde, kan))


def _fit_view(over: list[Over], keuze: Keuze, blik: Weergave) -> Keuze:
    pad, eerste = join("keuzes", blik.id), begin(blik.id)
    filters: dict[str, Labels] = {}
    for kolom in blik.filters:
        plek, kan = f"{pad}/filters/{kolom}", options(blik.id, kolom)
        waarden = keuze.filters.get(kolom, ())
        if kolom in blik.meervoud:
            filters[kolom] = _known(over, plek, waarden, kan)
            continue
        lijsten = 2 if kolom in blik.vergelijk else 1
        ruim = (*waarden, "", "")[: max(lijsten, len(waarden))]
        filters[kolom] = tuple(_one(over, plek, waarde, kan) for waarde in ruim[:lijsten])
        over += (Over(plek, waarde) for waarde in ruim[lijsten:] if waarde)
    _move(over, pad, {kolom: w for kolom, w in keuze.filters.items() if kolom not in filters})
    if keuze.zoek and not blik.zoeken:
        over.append(Over(f"{pad}/zoek", keuze.zoek))
    soorten = options(blik.id, "afdeling") if VERGELIJKING in blik.vormen else ("",)
    links, rechts = keuze.paar
    return Keuze(
        blik.id,
        filters,
        keuze.zoek if blik.zoeken else "",
        _one(over, f"{pad}/sorteer", keuze.sorteer, blik.sorteringen, eerste.sorteer),
        _one(over, f"{pad}/vorm", keuze.vorm, blik.vormen, eerste.vorm),
        (
            _one(over, f"{pad}/paar", links, soorten, soorten[0]),
            _one(over, f"{pad}/paar", rechts, soorten, soorten[-1]),
        ),
    )


def _move(over: list[Over], pad: str, filters: Mapping[str, Labels]) -> None:
    """Zet apart wat er gekozen was bij kolommen die er niet meer zijn."""
    over += (Over(f"{pad}/filters/{kolom}", w) for kolom in filters for w in filters[kolom] if w)
