"""De gespreksgids: welke vragen de groep zichzelf stelt, in de tijd die er is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, shorten
from lv_tools.kwaliteitsprofiel.model.vergelijken import Naast, Stem, Urenbeeld, Zonderwie
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud


@dataclass(frozen=True)
class Gidsvraag:
    """Een vraag met haar tijd, en waarom juist deze."""

    soort: str
    tekst: str
    reden: str
    minuten: int


@dataclass(frozen=True)
class Gids:
    """De vragen die in de tijd passen, en die voor een volgende keer."""

    minuten: int
    vragen: tuple[Gidsvraag, ...] = ()
    later: tuple[Gidsvraag, ...] = field(default=())

    @property
    def used(self) -> int:
        """De minuten van alle vragen die passen."""
        return sum(vraag.minuten for vraag in self.vragen)


@dataclass(frozen=True)
class Stof:
    """Waar de gids uit put, elk in de volgorde van belang."""

    zonder: tuple[Zonderwie, ...]
    verschil: tuple[Naast, ...]
    stemmen: tuple[Stem, ...]
    grenzen: tuple[Naast, ...]
    uren: tuple[Urenbeeld, ...]


def guide(stof: Stof, minuten: int, inhoud: Profielinhoud) -> Gids:
    """Maak de gids: een begin, de vragen die passen, en een slot; samen niet meer dan de tijd."""
    begin, slot = (_make(code, inhoud, "", "") for code in ("begin", "slot"))
    ruimte = minuten - begin.minuten - slot.minuten
    passen, later = [], []
    for vraag in _order(tuple(_questions(stof, inhoud))):
        if vraag.minuten <= ruimte:
            passen.append(vraag)
            ruimte -= vraag.minuten
        else:
            later.append(vraag)
    return Gids(minuten, (begin, *passen, slot), tuple(later))


def _questions(stof: Stof, inhoud: Profielinhoud) -> Iterator[Gidsvraag]:
    for z in stof.zonder:
        yield _make(f"zonder-{z.soort}", inhoud, z.punt.tekst, inhoud.zeg(f"zonder_{z.soort}"))
    for uren in stof.uren:
        if uren.over is not None and uren.over < 0:
            yield _make("uren", inhoud, "", inhoud.zeg("reden_uren"))
            break
    for stem in stof.stemmen:
        reden = inhoud.zeg("stem_vraagt" if stem.vraagt else "stem_mist")
        yield _make("informatie", inhoud, stem.punt.tekst, reden)
    for rij in stof.grenzen:
        yield _make("grens", inhoud, rij.punt.tekst, inhoud.zeg("reden_grens"))
    gehad = {z.punt.code for z in stof.zonder} | {stem.punt.code for stem in stof.stemmen}
    gehad |= {rij.punt.code for rij in stof.grenzen}
    for rij in sorted(stof.verschil, key=lambda n: -n.distance):
        if rij.punt.code not in gehad:
            gehad.add(rij.punt.code)
            yield _make(f"verschil-{rij.vraag}", inhoud, rij.punt.tekst, _words(rij, inhoud))


def _order(vragen: tuple[Gidsvraag, ...]) -> list[Gidsvraag]:
    """Zet van elke soort eerst de eerste, dan de tweede: zo vult niet één soort de tijd."""
    geteld: dict[str, int] = {}
    rondes: list[tuple[int, Gidsvraag]] = []
    for vraag in vragen:
        soort = vraag.soort.split("-")[0]
        geteld[soort] = geteld.get(soort, 0) + 1
        rondes.append((geteld[soort], vraag))
    return [vraag for _ronde, vraag in sorted(rondes, key=lambda paar: paar[0])]


def _words(rij: Naast, inhoud: Profielinhoud) -> str:
    return opsomming(
        [
            f"{inhoud.rol[a.beeld.rol]}: ‘{inhoud.answer(rij.vraag, a.waarde)}’"
            for a in rij.antwoorden
        ]
    )


def _make(code: str, inhoud: Profielinhoud, wat: str, reden: str) -> Gidsvraag:
    blok = inhoud.block(code)
    return Gidsvraag(code, blok.vraag.format(wat=wat), reden, blok.minuten)


def for_dossier(gids: Gids, inhoud: Profielinhoud) -> tuple[Gespreksvraag, ...]:
    """Geef de vragen die passen voor het dossier, zonder het begin en het slot."""
    onderwerp = inhoud.zeg("gids_onderwerp")
    return tuple(
        shorten(Gespreksvraag(v.tekst, onderwerp=onderwerp, reden=v.reden))
        for v in gids.vragen
        if v.soort not in ("begin", "slot")
    )
