"""Wat een link naar het hulpmiddel vraagt: een keuze die al klaarstaat als de lezer aankomt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lv_tools.schermdelen.bewaarplaats import in_page
from lv_tools.schermdelen.deel import Deel

#: Langer is geen keuze; wat langer is, wordt niet gelezen.
LANGSTE = 80


class Verzoek(Deel):
    """Leest wat achter het hekje van het adres gevraagd wordt, zoals ``#situatie=resultaten``.

    Daarna is het adres weer schoon: wie de pagina opnieuw laadt, vraagt het niet nog eens. Een
    keuzelijst met ``verzoek="situatie"`` laat op een leeg scherm meteen zien wat gevraagd is, ook
    als Python er nog niet is. Wat ermee gebeurt, bepaalt ``bij_verzoek``.

    Parameters
    ----------
    sleutels
        De namen die een link mag noemen; een ervan is genoeg.
    bij_verzoek
        Functie die per genoemde naam krijgt wat er gevraagd wordt, zoals het in de link stond.
    in_pagina
        Draait dit in de pagina? Zonder opgave volgt dat uit waar Python draait.
    """

    soort = "verzoek"

    def __init__(
        self,
        sleutels: Sequence[str],
        bij_verzoek: Callable[[Mapping[str, str]], object],
        *,
        in_pagina: bool | None = None,
    ) -> None:
        self.bij_verzoek, self.sleutels = bij_verzoek, tuple(sleutels)
        luister = in_page() if in_pagina is None else in_pagina
        super().__init__(sleutels=list(sleutels), luister=luister)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Geef door wat gevraagd is."""
        if naam != "verzoek":
            super().receive(naam, gegevens, bron)
            return
        vraag = gegevens["vraag"]
        gevraagd = {s: str(vraag[s]) for s in self.sleutels if vraag.get(s)}
        if gevraagd and all(len(waarde) <= LANGSTE for waarde in gevraagd.values()):
            self.bij_verzoek(gevraagd)
