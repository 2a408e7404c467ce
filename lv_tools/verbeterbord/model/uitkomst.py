"""De uitkomst bij een bord: wat er nu speelt, wat er van doelen kwam, en wat opvalt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lv_tools.basis.opslag.werkbestand import today
from lv_tools.verbeterbord.model.advies import Advies, advise
from lv_tools.verbeterbord.model.bord import Actie, Bord, Doel, Succes
from lv_tools.verbeterbord.teksten import Bordinhoud


@dataclass(frozen=True)
class Beeld:
    """Een bord op een dag."""

    bord: Bord
    vandaag: date
    inhoud: Bordinhoud

    @cached_property
    def adviezen(self) -> tuple[Advies, ...]:
        """Wat er opvalt."""
        return advise(self.bord, self.vandaag, self.inhoud)

    @cached_property
    def open_acties(self) -> tuple[Actie, ...]:
        """Wat er nog te doen is, op volgorde van dag; zonder dag achteraan."""
        open_ = [a for a in self.bord.acties if a.stand == "open"]
        return tuple(sorted(open_, key=lambda a: a.klaar or date.max))

    @cached_property
    def geschiedenis(self) -> tuple[Doel, ...]:
        """De afgeronde doelen, het laatste eerst."""
        af = self.bord.at("af")[::-1]
        return tuple(sorted(af, key=lambda d: d.af or d.tot or date.min, reverse=True))

    @cached_property
    def successen(self) -> tuple[Succes, ...]:
        """Wat er gevierd is, het laatste eerst."""
        nieuwste = self.bord.successen[::-1]
        return tuple(sorted(nieuwste, key=lambda s: s.dag or date.min, reverse=True))

    def name_of(self, doel: str) -> str:
        """Geef wat een doel is; leeg als er geen doel bij staat."""
        return next((d.wat for d in self.bord.doelen if d.id == doel), "")

    def theme_of(self, doel: Doel) -> str:
        """Geef het thema waar een doel bij hoort."""
        return next((t.wat for t in self.bord.jaarbord.themas if t.id == doel.thema), "")


def compute(bord: Bord, inhoud: Bordinhoud) -> Beeld:
    """Kijk naar een bord op de dag van vandaag."""
    return Beeld(bord, today(), inhoud)
