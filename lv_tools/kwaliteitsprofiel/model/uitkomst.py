"""De uitkomst van een profiel: alles wat uit de staat volgt, in één waarde."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lv_tools.kwaliteitsprofiel.model.gids import Gids, Stof, guide
from lv_tools.kwaliteitsprofiel.model.jaar import Jaarbeeld, compare
from lv_tools.kwaliteitsprofiel.model.profiel import VRAGEN, Beeld, Kern, Profiel, points
from lv_tools.kwaliteitsprofiel.model.samen import Stand, agreed
from lv_tools.kwaliteitsprofiel.model.vergelijken import (
    Naast,
    Stem,
    Urenbeeld,
    Zonderwie,
    count_hours,
    crossed,
    differences,
    filled,
    side_by_side,
    uninformed,
    without_owner,
)
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud

#: Ten minste zo veel mensen zijn er nodig om iets naast elkaar te leggen.
MINSTENS = 2


@dataclass(frozen=True)
class Uitkomst:
    """Wat er uit de beelden en de afspraken volgt; elk deel wordt pas uitgerekend als het nodig is.

    Parameters
    ----------
    profiel, inhoud
        Waar het uit volgt.
    namen
        Noem mensen bij hun naam; zonder is dat hun rol.
    """

    profiel: Profiel
    inhoud: Profielinhoud
    namen: bool = True

    @property
    def kern(self) -> Kern:
        """Het profiel van nu."""
        return self.profiel.kern

    @cached_property
    def mensen(self) -> tuple[Beeld, ...]:
        """Wie iets invulde."""
        return filled(self.kern)

    @cached_property
    def wacht(self) -> tuple[Beeld, ...]:
        """Wie klaarstaat met een rol, en nog niets invulde."""
        return tuple(b for b in self.kern.beelden if b.rol and not b.is_filled)

    @property
    def zichtbaar(self) -> bool:
        """Mogen antwoorden naast elkaar staan? Wie nog moet invullen, hoort ze niet te zien."""
        return len(self.mensen) >= MINSTENS and (self.profiel.toch or not self.wacht)

    @cached_property
    def naast(self) -> dict[str, tuple[Naast, ...]]:
        """Per vraag de antwoorden naast elkaar."""
        return side_by_side(self.kern, self.inhoud)

    @cached_property
    def verschil(self) -> tuple[Naast, ...]:
        """Waar men verschilt."""
        return differences(self.naast)

    @cached_property
    def zonder(self) -> tuple[Zonderwie, ...]:
        """Taken waarvan niet vaststaat wie ze doet."""
        return without_owner(self.naast["nu"], self.naast["straks"])

    @cached_property
    def stemmen(self) -> tuple[Stem, ...]:
        """Waar invloed is, en de informatie niet vanzelf komt."""
        return uninformed(self.naast["invloed"], self.naast["informatie"])

    @cached_property
    def grenzen(self) -> tuple[Naast, ...]:
        """Wat volgens iemand gebeurt en niet hoort."""
        return crossed(self.naast["afblijven"])

    @cached_property
    def uren(self) -> tuple[Urenbeeld, ...]:
        """De uren van wie er uren invulde."""
        alle = (count_hours(beeld, self.kern, self.inhoud) for beeld in self.mensen)
        return tuple(u for u in alle if u.ingevuld or u.beschikbaar is not None)

    @cached_property
    def gids(self) -> Gids:
        """De gespreksgids."""
        stof = Stof(self.zonder, self.verschil, self.stemmen, self.grenzen, self.uren)
        return guide(stof, self.kern.minuten, self.inhoud)

    @cached_property
    def stand(self) -> Stand:
        """Hoe ver de afspraken zijn."""
        return agreed(self.kern, self.inhoud)

    @cached_property
    def jaar(self) -> Jaarbeeld | None:
        """Het vorige jaar ernaast, als dat er is."""
        eerder = self.profiel.eerder
        return compare(eerder, self.kern, self.inhoud) if eerder else None

    def label(self, beeld: Beeld) -> str:
        """Hoe iemand heet: zijn rol met zijn naam, of zijn rol met een nummer."""
        rol, naam = self.inhoud.rol.get(beeld.rol, ""), beeld.naam.strip()
        rol = rol or self.inhoud.zeg("zonder_rol")
        if self.namen and naam:
            return f"{rol} ({naam})"
        zelfde = [b.id for b in self.kern.beelden if b.rol == beeld.rol]
        return rol if len(zelfde) < 2 else f"{rol} {zelfde.index(beeld.id) + 1}"

    def answered(self, beeld: Beeld) -> tuple[int, int]:
        """Hoeveel vragen iemand beantwoordde, en hoeveel het er zijn."""
        codes = {
            vraag: {
                p.code for p in points(self.kern, self.inhoud, self.inhoud.question(vraag).lijst)
            }
            for vraag in VRAGEN
        }
        gedaan = sum(len(codes[vraag] & set(beeld.answers(vraag))) for vraag in VRAGEN)
        return gedaan, sum(map(len, codes.values()))


def compute(profiel: Profiel, inhoud: Profielinhoud) -> Uitkomst:
    """Geef de uitkomst bij een profiel."""
    return Uitkomst(profiel, inhoud)
