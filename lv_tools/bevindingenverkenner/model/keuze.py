"""Wat de lezer koos: de staat van de verkenner, en precies wat bewaard wordt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated

from lv_tools.basis.invoer.velden import LANGSTE_TEKST
from lv_tools.basis.vorm.grenzen import Hoogstens, Tekst
from lv_tools.basis.vorm.keuzes import keep_known
from lv_tools.basis.vorm.pad import join
from lv_tools.basis.vorm.vormcontrole import VormError
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
    vorm = blik.vormen[0] if blik.vormen else ""
    return _complete(Keuze(naam, blik.begin, "", blik.sorteringen[0], vorm))


def start(inhoud: Verkennerinhoud) -> Verkenning:
    """Geef de staat waarmee een nieuw bestand begint."""
    standaarden = weergave(MIJN_AFDELING).begin["standaard"]
    return fit(Verkenning(afdeling=MijnAfdeling(standaarden=standaarden)), inhoud)


def fit(staat: Verkenning, inhoud: Verkennerinhoud) -> Verkenning:
    """Houd van een staat wat de gegevens van nu kennen; de rest gaat naar ``overig``.

    Raises
    ------
    VormError
        Als een weergave er twee keer in staat.
    """
    if len({keuze.weergave for keuze in staat.keuzes}) < len(staat.keuzes):
        raise VormError("een weergave staat er twee keer in")
    kan: dict[str, Sequence[str]] = {
        "weergave": tuple(inhoud.weergaven),
        "afdeling/soort": options("risico_per_afdeling", "afdeling"),
        "afdeling/standaarden": standards(),
        "afdeling/obstakels": options("interventies_bij_obstakels", "obstakel"),
    }
    for keuze in staat.keuzes:
        kan |= _choices(keuze, inhoud.weergaven.get(keuze.weergave))
    bekend, over = keep_known(staat, kan)
    bewaard = {keuze.weergave: keuze for keuze in bekend.keuzes}
    eigen = bekend.afdeling
    return Verkenning(
        bekend.weergave or inhoud.weergave[0].id,
        replace(eigen, soort=eigen.soort or weergave(MIJN_AFDELING).begin["afdeling"][0]),
        tuple(
            _complete(bewaard[blik.id]) if blik.id in bewaard else begin(blik.id)
            for blik in inhoud.weergave
            if blik.id != MIJN_AFDELING
        ),
        tuple(dict.fromkeys((*bekend.overig, *(Over(pad, waarde) for pad, waarde in over)))),
    )


def _choices(keuze: Keuze, blik: Weergave | None) -> dict[str, Sequence[str]]:
    """Geef per pad wat er in een weergave te kiezen is; niets, als het er niet meer is."""
    pad = join("keuzes", keuze.weergave)
    kolommen = {kolom: f"{pad}/filters/{join(kolom)}" for kolom in keuze.filters}
    if blik is None:
        velden = (*kolommen.values(), *(f"{pad}/{v}" for v in ("zoek", "sorteer", "vorm")))
        return dict.fromkeys(velden, ())
    kan: dict[str, Sequence[str]] = {
        plek: options(blik.id, kolom) if kolom in blik.filters else ()
        for kolom, plek in kolommen.items()
    }
    soorten = _kinds(blik)
    kan |= {f"{pad}/sorteer": blik.sorteringen, f"{pad}/vorm": blik.vormen}
    kan |= {f"{pad}/paar/0": soorten, f"{pad}/paar/1": soorten}
    return kan if blik.zoeken else {**kan, f"{pad}/zoek": ()}


def _complete(keuze: Keuze) -> Keuze:
    """Geef elk filter zijn plaatsen, en vul aan waar altijd iets gekozen is."""
    blik = weergave(keuze.weergave)
    ruim = {kolom: keuze.filters.get(kolom, ()) for kolom in blik.filters}
    soorten = _kinds(blik) or ("",)
    return replace(
        keuze,
        filters={
            kolom: waarden
            if kolom in blik.meervoud
            else (*waarden, "", "")[: 2 if kolom in blik.vergelijk else 1]
            for kolom, waarden in ruim.items()
        },
        sorteer=keuze.sorteer or blik.sorteringen[0],
        vorm=keuze.vorm or (blik.vormen[0] if blik.vormen else ""),
        paar=(keuze.paar[0] or soorten[0], keuze.paar[1] or soorten[-1]),
    )


def _kinds(blik: Weergave) -> tuple[str, ...]:
    return options(blik.id, "afdeling") if VERGELIJKING in blik.vormen else ()


def describe(over: Over, inhoud: Verkennerinhoud) -> str:
    """Noem in woorden waar een keuze stond die de verkenner niet meer kent."""
    match over.pad.split("/"):
        case ["weergave"]:
            return inhoud.zeg("weergave")
        case ["afdeling", ("soort" | "standaarden" | "obstakels") as veld]:
            naam = inhoud.zeg("afdeling" if veld == "soort" else veld)
            return f"{inhoud.weergaven[MIJN_AFDELING].kort}: {naam}"
        case ["keuzes", blik, "filters", kolom, *_] if blik in inhoud.weergaven:
            return f"{inhoud.weergaven[blik].kort}: {kolomtitel(blik, kolom)}"
        case ["keuzes", blik, ("zoek" | "sorteer" | "vorm" | "paar") as veld, *_]:
            naam = inhoud.zeg("vergelijk_a" if veld == "paar" else veld)
            return f"{inhoud.weergaven[blik].kort}: {naam}" if blik in inhoud.weergaven else naam
    return over.pad
