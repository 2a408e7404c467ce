"""Kies de vragen voor een gids: passend bij tafel, fasen, doel, onderwerp en tijd."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.gespreksprompter.model.geschiedenis import Geschiedenis
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht, Regel, arrange
from lv_tools.gespreksprompter.model.omlijsting import frame, to_row
from lv_tools.gespreksprompter.model.tijdindeling import openers_first, stretch, with_break
from lv_tools.gespreksprompter.model.vragen import Vraag
from lv_tools.gespreksprompter.teksten import inhoud

#: Zoveel vragen wil een gesprek ten minste, al moet er dan een terugkomen.
MINSTE = 3
#: Waar een fout over de tijd bij hoort.
MINUTEN = "Minuten"


@dataclass
class _Budget:
    """Minuten en vragen die nog kunnen; ``al`` zijn de vragen die vaststaan."""

    minuten: int
    vragen: int
    al: int

    def fits(self, vraag: Vraag) -> bool:
        return self.vragen > 0 and vraag.minuten <= self.minuten

    def spend(self, minuten: int) -> None:
        self.minuten -= minuten
        self.vragen -= 1


def compose(
    opdracht: Opdracht,
    geschiedenis: Geschiedenis | None = None,
    *,
    vast: Sequence[Regel] = (),
    geweerd: Iterable[str] = (),
) -> Gids | Invoerfout:
    """Stel een gids samen.

    Met een situatie komen eerst haar beurten, in die volgorde. Daarna krijgt elke gevraagde fase om
    de beurt een vraag, de vragen met het gekozen doel en onderwerp eerst. Vragen uit de laatste
    twee gesprekken doen pas mee als een fase anders leeg blijft of de gids minder dan drie vragen
    zou tellen. Tijd die overblijft, wordt verdeeld over de vragen.

    Parameters
    ----------
    opdracht
        Tafel, fasen, doel, onderwerp, minuten en het zaad: dezelfde invoer geeft dezelfde gids.
    geschiedenis
        Wat er eerder is gevraagd, en hoeveel punten er van de vorige keer liggen.
    vast
        Regels die de gebruiker heeft vastgezet; zij blijven staan zoals zij zijn.
    geweerd
        Vragen die de gebruiker heeft weggeruild.

    Returns
    -------
    Gids or Invoerfout
        Een fout als begin, slot en vastgezette regels samen langer duren dan het gesprek.
    """
    verleden = geschiedenis or Geschiedenis()
    weg = frozenset(geweerd)
    rij = by_seed(opdracht.zaad)
    lijst = [*frame(opdracht, verleden, vast, rij), *(r for r in vast if r.soort == "vraag")]
    over = opdracht.minuten - sum(regel.minuten for regel in lijst)
    if over < 0:
        return _too_long(opdracht, opdracht.minuten - over)
    al = sum(regel.soort == "vraag" for regel in lijst)
    budget = _Budget(over, _most(opdracht) - al, al)
    voorraad = _stock(opdracht, verleden, {r.id for r in lijst} | weg, rij)
    bezet = {regel.fase for regel in lijst if regel.soort == "vraag"}
    gekozen = _pick(opdracht, verleden, voorraad, bezet, budget)
    lijst += [to_row(vraag, opdracht, verleden) for vraag in gekozen]
    lijst = stretch(lijst if opdracht.situatie else openers_first(lijst), budget.minuten)
    gids = Gids(opdracht, with_break(arrange(lijst)), geweerd=weg)
    return replace(gids, meldingen=tuple(_remarks(gids, verleden)))


def candidates(opdracht: Opdracht, fase: str) -> list[Vraag]:
    """Geef alle vragen uit een fase die aan deze tafel en bij deze situatie passen."""
    return [
        vraag
        for vraag in inhoud().vragen.values()
        if vraag.fase == fase and opdracht.tafel.suits(vraag) and vraag.fits(opdracht.situatie)
    ]


def rank(vraag: Vraag, opdracht: Opdracht, verleden: Geschiedenis) -> tuple[int, ...]:
    """Geef hoe goed een vraag past; lager is beter.

    De beurt in de situatie weegt het zwaarst, dan het doel, dan het onderwerp, dan of de vraag in
    deze reeks nieuw is.
    """
    onderwerp = 2 * (bool(opdracht.standaard) and opdracht.standaard in vraag.standaarden)
    onderwerp += bool(opdracht.kenmerk) and opdracht.kenmerk == vraag.kenmerk
    situatie = inhoud().situaties.get(opdracht.situatie)
    return (
        situatie.turn(vraag.id) if situatie else 0,
        int(bool(opdracht.doel) and vraag.doel != opdracht.doel),
        -onderwerp,
        int(vraag.id in verleden.ooit),
    )


def by_seed(zaad: int) -> dict[str, int]:
    """Geef elke vraag een plek in een volgorde die alleen van het zaad afhangt."""
    namen = sorted(inhoud().alle)
    random.Random(zaad).shuffle(namen)  # noqa: S311 - afwisseling, geen geheim
    return {naam: plek for plek, naam in enumerate(namen)}


def _most(opdracht: Opdracht) -> int:
    regels = inhoud()
    passend = opdracht.minuten // regels.number("minuten_per_vraag")
    return min(regels.number("meeste_vragen"), max(MINSTE, passend, len(opdracht.fasen)))


def _stock(
    opdracht: Opdracht, verleden: Geschiedenis, zonder: Set[str], rij: dict[str, int]
) -> dict[str, list[Vraag]]:
    """Per fase de vragen die mogen, de best passende eerst."""
    return {
        fase: sorted(
            (v for v in candidates(opdracht, fase) if v.id not in zonder),
            key=lambda v: (*rank(v, opdracht, verleden), rij[v.id]),
        )
        for fase in opdracht.fasen
    }


def _pick(
    opdracht: Opdracht,
    verleden: Geschiedenis,
    voorraad: dict[str, list[Vraag]],
    bezet: set[str],
    budget: _Budget,
) -> list[Vraag]:
    """Neem eerst de beurten van de situatie, en dan om de beurt uit elke fase een vraag.

    Zonder situatie gaat dat door tot de tijd of het aantal op is. Met een situatie komt er alleen
    nog bij wat er ook bij hoort, zolang er genoeg is: liever meer tijd dan een vraag ernaast.
    """
    gekozen: list[Vraag] = []
    situatie = inhoud().situaties.get(opdracht.situatie)

    def take(vraag: Vraag) -> bool:
        voorraad[vraag.fase].remove(vraag)
        budget.spend(vraag.minuten)
        gekozen.append(vraag)
        return True

    def neem(fase: str, *, terug: bool, eerst: bool = False, erbij: bool = False) -> bool:
        keuze = [v for v in voorraad[fase] if (v.id in verleden.kort) == terug and budget.fits(v)]
        if situatie and erbij:
            keuze = [v for v in keuze if situatie.turn(v.id) < len(situatie.beurt)]
        if eerst:  # een opening wint van een verdieping die even goed past
            keuze.sort(key=lambda v: (*rank(v, opdracht, verleden)[:3], v.soort != "opening"))
        return bool(keuze) and take(keuze[0])

    def short() -> bool:
        return len(gekozen) < MINSTE - budget.al

    for beurt in situatie.beurt if situatie else ():
        kan = [v for f in opdracht.fasen for v in voorraad[f] if v.id in beurt.vragen]
        kan = [v for v in kan if v.id not in verleden.kort and budget.fits(v)]
        if kan:
            take(min(kan, key=lambda v: beurt.vragen.index(v.id)))
    for fase in opdracht.fasen:
        if fase not in bezet | {v.fase for v in gekozen} and not neem(
            fase, terug=False, eerst=True
        ):
            neem(fase, terug=True, eerst=True)
    while sum(neem(fase, terug=False, erbij=not short()) for fase in opdracht.fasen):
        pass
    while short() and any(neem(fase, terug=True) for fase in opdracht.fasen):
        pass
    return gekozen


def _too_long(opdracht: Opdracht, samen: int) -> Invoerfout:
    return refuse(
        MINUTEN,
        str(opdracht.minuten),
        "vast_te_lang",
        samen=aantal(samen, "minuut", "minuten"),
        minuten=aantal(opdracht.minuten, "minuut", "minuten"),
    )


def refuse(veld: str, waarde: str, melding: str, **waarden: object) -> Invoerfout:
    """Zeg waarom iets niet kan; probleem en uitweg staan elk apart in de gegevens."""
    tekst = inhoud().text
    probleem = tekst("melding", melding, **waarden).rstrip(".")
    return Invoerfout(veld, waarde, probleem, tekst("uitweg", melding, **waarden).rstrip("."))


def _remarks(gids: Gids, verleden: Geschiedenis) -> list[str]:
    bekend = inhoud()
    opdracht = gids.opdracht
    leeg = [f for f in opdracht.fasen if f not in {r.fase for r in gids.vragen}]
    uit = []
    if leeg:
        namen = opsomming([bekend.fasen[f].naam for f in leeg])
        uit.append(bekend.text("melding", "fasen_weg", fasen=namen))
    if len(gids.vragen) < MINSTE:
        telling = aantal(len(gids.vragen), "vraag", "vragen")
        uit.append(bekend.text("melding", "weinig", aantal=telling))
    if verleden.kort & {r.id for r in gids.vragen if not r.vast}:
        uit.append(bekend.text("melding", "herhaald"))
    if gids.ruimte >= bekend.number("vrij_melden_vanaf"):
        tijd = aantal(gids.ruimte, "minuut", "minuten")
        uit.append(bekend.text("melding", "vrij", minuten=tijd))
    return uit
