"""Een reeks gesprekken met dezelfde tafel: wat openstaat, wat is gevraagd en de rode draad."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from lv_tools.basis.vorm.grenzen import Getal, Hoogstens, Tekst
from lv_tools.gespreksprompter.model.geschiedenis import Geschiedenis, remember
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek, Kenmerk, Parkeerpunt, Stand
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht, Regel
from lv_tools.gespreksprompter.model.kiezen import compose
from lv_tools.gespreksprompter.model.tafel import Zittafel
from lv_tools.gespreksprompter.teksten import inhoud


@dataclass(frozen=True)
class Reeks:
    """Gesprekken met dezelfde mensen, het oudste eerst.

    ``gebruikt`` houdt per letter van een id het hoogste nummer vast, ook van wat is weggehaald: een
    agenda zou een nieuwe afspraak met een oud nummer voor de oude aanzien.
    """

    id: Kenmerk
    naam: Annotated[str, Tekst(200)]
    tafel: Zittafel
    gesprekken: Annotated[tuple[Gesprek, ...], Hoogstens(2_000)] = ()
    gebruikt: Annotated[
        tuple[tuple[Annotated[str, Tekst(1)], Annotated[int, Getal(0, 10**9)]], ...], Hoogstens(26)
    ] = ()

    def get(self, gesprek_id: str) -> Gesprek:
        """Geef een gesprek bij zijn id.

        Raises
        ------
        LookupError
            Als dat gesprek niet in de reeks staat.
        """
        for gesprek in self.gesprekken:
            if gesprek.id == gesprek_id:
                return gesprek
        raise LookupError(f"gesprek {gesprek_id!r} staat niet in de reeks {self.naam!r}")

    def put(self, gesprek: Gesprek) -> Reeks:
        """Voeg een gesprek achteraan toe, of vervang dat met dezelfde id."""
        if any(g.id == gesprek.id for g in self.gesprekken):
            lijst = tuple(gesprek if g.id == gesprek.id else g for g in self.gesprekken)
        else:
            lijst = (*self.gesprekken, gesprek)
        return replace(self, gesprekken=lijst, gebruikt=self._used())

    def drop(self, gesprek_id: str) -> Reeks:
        """Haal een gesprek weg."""
        rest = tuple(g for g in self.gesprekken if g.id != gesprek_id)
        return replace(self, gesprekken=rest, gebruikt=self._used())

    def highest(self, letter: str) -> int:
        """Geef het hoogste nummer dat met deze letter ooit is gebruikt; 0 als dat er niet is."""
        return dict(self._used()).get(letter, 0)

    def _used(self) -> tuple[tuple[str, int], ...]:
        hoogste = dict(self.gebruikt)
        for gesprek in self.gesprekken:
            namen = [gesprek.id, *(a.id for a in gesprek.afspraken)]
            for naam in [*namen, *(p.id for p in gesprek.parkeer)]:
                if naam[1:10].isascii() and naam[1:10].isdecimal():
                    hoogste[naam[0]] = max(hoogste.get(naam[0], 0), int(naam[1:10]))
        return tuple(sorted(hoogste.items()))

    def before(self, gesprek_id: str) -> tuple[Gesprek, ...]:
        """Geef de gesprekken voor dit gesprek; bij een nieuw gesprek zijn dat ze allemaal."""
        namen = [g.id for g in self.gesprekken]
        tot = namen.index(gesprek_id) if gesprek_id in namen else len(namen)
        return self.gesprekken[:tot]

    def open_agreements(self, gesprek_id: str = "") -> tuple[Afspraak, ...]:
        """Geef wat er uit eerdere gesprekken nog openstaat."""
        return tuple(a for g in self.before(gesprek_id) for a in g.afspraken if a.stand == "open")

    def parked(self, gesprek_id: str = "") -> tuple[Parkeerpunt, ...]:
        """Geef wat er in eerdere gesprekken is geparkeerd en nog niet is besproken."""
        return tuple(p for g in self.before(gesprek_id) for p in g.parkeer if p.stand == "open")

    def history(self, gesprek_id: str = "") -> Geschiedenis:
        """Geef wat er voor dit gesprek al is gevraagd en wat er openligt."""
        return remember(
            [g.gesteld | g.misschien for g in self.before(gesprek_id) if g.gids is not None],
            open_afspraken=len(self.open_agreements(gesprek_id)),
            geparkeerd=len(self.parked(gesprek_id)),
        )

    def settle(self, kenmerk: str, stand: Stand) -> Reeks:
        """Geef een afspraak of geparkeerd punt een andere stand, in welk gesprek het ook stond."""
        return replace(
            self,
            gesprekken=tuple(
                replace(
                    g,
                    afspraken=tuple(
                        replace(a, stand=stand) if a.id == kenmerk else a for a in g.afspraken
                    ),
                    parkeer=tuple(
                        replace(p, stand=stand) if p.id == kenmerk else p for p in g.parkeer
                    ),
                )
                for g in self.gesprekken
            ),
        )


def new_id(reeks: Reeks, letter: str) -> str:
    """Geef een id die in de reeks nooit eerder voorkwam: een letter met een volgnummer."""
    return f"{letter}{reeks.highest(letter) + 1}"


def prepare_next(reeks: Reeks, opdracht: Opdracht, vast: Sequence[Regel] = ()) -> Gesprek:
    """Bereid het volgende gesprek voor: het begint met wat er openstaat.

    De dag en tijd komen uit wat er de vorige keer voor het volgende gesprek is afgesproken.

    Raises
    ------
    ValueError
        Als er bij deze opdracht geen gids te maken is; zonder vastgezette vragen gebeurt dat niet.
    """
    gids = compose(opdracht, reeks.history(), vast=vast)
    if not isinstance(gids, Gids):
        raise ValueError(str(gids))
    vorige = reeks.gesprekken[-1] if reeks.gesprekken else None
    moment = vorige.volgende if vorige else Gesprek("g0").moment
    aanwezig = vorige.aanwezig if vorige else ""
    return Gesprek(new_id(reeks, "g"), moment, aanwezig, gids, aan_bod=frozenset())


@dataclass(frozen=True)
class Draad:
    """De rode draad: per fase de gehouden gesprekken waarin zij aan bod kwam.

    ``fasen`` zijn die van de tafel, met wat er verder aan bod kwam. ``punten`` zijn paren van fase
    en de plaats van het gesprek in ``gesprekken``. In ``misschien`` staan de paren waarvan niet is
    vastgelegd of de fase aan bod kwam.
    """

    gesprekken: tuple[Gesprek, ...]
    punten: tuple[tuple[str, int], ...]
    misschien: tuple[tuple[str, int], ...]
    fasen: tuple[str, ...]

    @property
    def nooit(self) -> tuple[str, ...]:
        """De fasen die geen enkele keer aan bod kwamen, ook niet misschien."""
        gehad = {fase for fase, _plek in (*self.punten, *self.misschien)}
        return tuple(fase for fase in self.fasen if fase not in gehad)

    @property
    def onbekend(self) -> int:
        """Van hoeveel gesprekken niet is vastgelegd welke vragen aan bod kwamen."""
        return len({plek for _fase, plek in self.misschien})

    def times(self, fase: str) -> int:
        """In hoeveel gesprekken deze fase aan bod kwam."""
        return sum(fase == ander for ander, _plek in self.punten)


def thread(reeks: Reeks, van: date | None = None, tot: date | None = None) -> Draad:
    """Geef de rode draad van de gehouden gesprekken, als het kan binnen een periode.

    Een gesprek zonder dag telt altijd mee.
    """

    def binnen(gesprek: Gesprek) -> bool:
        dag = gesprek.moment.dag
        return dag is None or ((van is None or van <= dag) and (tot is None or dag <= tot))

    gehouden = tuple(g for g in reeks.gesprekken if g.gehouden and binnen(g))

    def paren(welke: Callable[[Gesprek], frozenset[str]]) -> tuple[tuple[str, int], ...]:
        return tuple(
            (fase, plek)
            for plek, fasen in enumerate(map(welke, gehouden))
            for fase in inhoud().fasen
            if fase in fasen
        )

    wel, misschien = paren(lambda g: g.fasen), paren(lambda g: g.misschien_fasen)
    # Een meegebrachte of eigen vraag kan uit een fase komen die de tafel zelf niet kent.
    bekend = {*inhoud().phases(reeks.tafel), *(fase for fase, _plek in (*wel, *misschien))}
    return Draad(gehouden, wel, misschien, inhoud().in_order(bekend))
