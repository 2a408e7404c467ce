"""Wat er aan een plan opvalt: adviezen die uitleggen, en nooit iets tegenhouden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from lv_tools.basis.taal.notatie import MAANDEN, opsomming
from lv_tools.basis.taal.vergelijkbaar import fold
from lv_tools.verbeterplan.model.plan import Activiteit, Doel, Kern, Knoop, Maat, Maatregel, Regels
from lv_tools.verbeterplan.model.voortgang import measure_of, reached, size
from lv_tools.verbeterplan.model.woorden import vague_words
from lv_tools.verbeterplan.teksten import Planinhoud, Woord

#: Met minder activiteiten dan dit zegt een verdeling over maanden of mensen niets.
MINSTENS = 4


@dataclass(frozen=True)
class Advies:
    """Iets wat opvalt.

    Parameters
    ----------
    code
        Welk advies; de zinnen staan in de teksten.
    bij
        Kenmerk van waar het over gaat; leeg is het plan als geheel.
    waarden
        Wat er in de zin ingevuld wordt.
    """

    code: str
    bij: str = ""
    waarden: Mapping[str, object] = field(default_factory=dict)


def advise(
    kern: Kern, regels: Regels, eigen: tuple[Woord, ...], inhoud: Planinhoud
) -> tuple[Advies, ...]:
    """Geef alle adviezen, in de volgorde van de teksten."""
    if kern == Kern(titel=kern.titel):
        return ()
    alles = [
        *_nodes(kern, (*inhoud.woord, *eigen), inhoud),
        *_coherence(kern, regels, inhoud),
        *_spread(kern, regels),
        *_telling(kern, inhoud),
    ]
    volgorde = [advies.code for advies in inhoud.advies]
    return tuple(sorted(alles, key=lambda advies: volgorde.index(advies.code)))


def kind_of(knoop: Knoop) -> str:
    """Zeg wat voor deel van de boom dit is."""
    for klasse, naam in ((Doel, "doel"), (Maatregel, "maatregel"), (Activiteit, "activiteit")):
        if isinstance(knoop, klasse):
            return naam
    return "ambitie" if knoop.id == "ambitie" else "tussendoel"


def name_of(knoop: Knoop, inhoud: Planinhoud) -> str:
    """Geef hoe een deel van de boom in een zin heet."""
    soort = inhoud.soort[kind_of(knoop)]
    return f"{soort} ‘{knoop.wat.strip()}’" if knoop.wat.strip() else f"{soort} zonder tekst"


def _nodes(kern: Kern, woorden: tuple[Woord, ...], inhoud: Planinhoud) -> Iterator[Advies]:
    van = {tussen.id: doel for doel in kern.doelen for tussen in doel.tussendoelen}
    for knoop in kern.nodes():
        waar = {"wat": name_of(knoop, inhoud)}
        if not knoop.wat.strip():
            yield Advies("geen-wat", knoop.id, waar)
            continue
        soort = kind_of(knoop)
        maat = measure_of(knoop, van.get(knoop.id))
        doel = size(maat.dan, maat)
        teksten = f"{knoop.wat}\n{knoop.maat.wat}"
        for woord in vague_words(teksten, woorden, met_getal=doel is not None):
            extra = {"woord": woord.woord, "vraag": woord.vraag}
            yield Advies("vaag", knoop.id, {**waar, **extra})
        if not knoop.wie.strip():
            yield Advies("geen-wie", knoop.id, waar)
        if knoop.klaar is None:
            yield Advies("geen-datum", knoop.id, waar)
        if soort in ("doel", "tussendoel") and (code := _target(maat)):
            yield Advies(code, knoop.id, waar)
        if soort == "activiteit" and not maat.wat.strip():
            yield Advies("geen-bewijs", knoop.id, waar)
        if isinstance(knoop, Activiteit) and _after(knoop.begin, knoop.klaar):
            yield Advies("begin-na-eind", knoop.id, waar)
        if soort == "tussendoel" and _after(knoop.klaar, van[knoop.id].klaar):
            yield Advies("tussen-na-doel", knoop.id, waar)
        if any(w.dag is None for w in knoop.waarnemingen):
            yield Advies("meting-zonder-dag", knoop.id, waar)


def _target(maat: Maat) -> str:
    """Zeg wat er aan de getallen van een doel opvalt; leeg is niets."""
    doel, begin = size(maat.dan, maat), size(maat.nu, maat)
    if doel is None:
        return "geen-getal"
    if begin is None:
        return "geen-begin"
    if doel == begin:
        return "gelijk"
    return "al-gehaald" if reached(maat, begin, doel) else ""


def _coherence(kern: Kern, regels: Regels, inhoud: Planinhoud) -> Iterator[Advies]:
    if len(kern.doelen) > regels.speerpunten:
        waarden = {"n": len(kern.doelen), "hoogstens": regels.speerpunten}
        yield Advies("veel-doelen", "", waarden)
    doelen = {doel.id for doel in kern.doelen}
    maatregelen = {maatregel.id for maatregel in kern.maatregelen}
    beproefd = {maatregel.doel for maatregel in kern.maatregelen}
    gedaan = {activiteit.maatregel for activiteit in kern.activiteiten}
    geraakt = {doel.punt for doel in kern.doelen}
    for punt in kern.punten:
        if punt.id not in geraakt:
            yield Advies("punt-zonder-doel", punt.id, {"wat": f"‘{punt.wat.strip()}’"})
    yield from _goals(kern, beproefd, inhoud)
    for maatregel in kern.maatregelen:
        waar = {"wat": name_of(maatregel, inhoud)}
        if maatregel.doel not in doelen:
            yield Advies("losse-maatregel", maatregel.id, waar)
        if maatregel.id not in gedaan:
            yield Advies("maatregel-zonder-activiteit", maatregel.id, waar)
    for activiteit in kern.activiteiten:
        if activiteit.maatregel not in maatregelen:
            waar = {"wat": name_of(activiteit, inhoud)}
            yield Advies("losse-activiteit", activiteit.id, waar)


def _goals(kern: Kern, beproefd: set[str], inhoud: Planinhoud) -> Iterator[Advies]:
    punten = {punt.id for punt in kern.punten}
    for doel in kern.doelen:
        waar = {"wat": name_of(doel, inhoud)}
        if doel.id not in beproefd:
            yield Advies("doel-zonder-maatregel", doel.id, waar)
        if punten and doel.punt not in punten:
            yield Advies("doel-zonder-punt", doel.id, waar)
        if not doel.tussendoelen:
            yield Advies("geen-tussendoel", doel.id, waar)
        if not doel.in_de_les.strip():
            yield Advies("geen-les", doel.id, waar)


def _spread(kern: Kern, regels: Regels) -> Iterator[Advies]:
    bezig = [a for a in kern.activiteiten if a.besluit != "stoppen"]
    maanden = Counter((a.klaar.year, a.klaar.month) for a in bezig if a.klaar)
    mensen = Counter(fold(a.wie) for a in bezig if a.wie.strip())
    if maanden.total() >= MINSTENS:
        (_jaar, maand), n = min(maanden.items(), key=lambda paar: (-paar[1], paar[0]))
        if n * 100 >= regels.deel * maanden.total():
            waarden = {"maand": MAANDEN[maand - 1], "n": n, "totaal": maanden.total()}
            yield Advies("een-maand", "", waarden)
    if mensen.total() >= MINSTENS:
        wie, n = min(mensen.items(), key=lambda paar: (-paar[1], paar[0]))
        if n * 100 >= regels.deel * mensen.total():
            naam = next(a.wie.strip() for a in bezig if fold(a.wie) == wie)
            yield Advies("een-persoon", "", {"wie": naam, "n": n, "totaal": mensen.total()})
    terug = any(m.aard == "terugblik" and m.dag for m in kern.momenten)
    if not terug and kern.midterm.dag is None:
        yield Advies("geen-terugblik")


def _telling(kern: Kern, inhoud: Planinhoud) -> Iterator[Advies]:
    gehoord = {boodschap.aan for boodschap in kern.boodschappen}
    rest = [naam for code, naam in inhoud.aan.items() if code not in gehoord and code != "anders"]
    if rest:
        yield Advies("niet-verteld", "", {"wie": opsomming(rest)})


def _after(een: date | None, ander: date | None) -> bool:
    return een is not None and ander is not None and een > ander
