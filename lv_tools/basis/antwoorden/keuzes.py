"""De keuzevragen van een rij: alle keuzes in één cel, of een vakje per optie."""

from __future__ import annotations

from collections.abc import Sequence

from lv_tools.basis.antwoorden.kolommen import Kolommen
from lv_tools.basis.antwoorden.meldingen import Meldingen, quote, quotes
from lv_tools.basis.antwoorden.waarden import (
    OnleesbaarError,
    first_filled,
    is_marked,
    listed_choices,
)
from lv_tools.basis.onderzoek.vragenset import Keuzevraag, Vragenset


class Keuzelezer:
    """Leest per rij wat iemand koos; wat niet te lezen is, telt niet als "niets"."""

    def __init__(
        self, vragen: Vragenset, kolommen: Kolommen, meldingen: Meldingen, *, toon_waarden: bool
    ) -> None:
        self.vragen, self.kolommen = vragen, kolommen
        self.meldingen, self.toon = meldingen, toon_waarden

    def read(self, nummer: int, rij: Sequence[str]) -> dict[str, tuple[str, ...] | None]:
        """Geef de keuzes van een rij; een vraag die niet te lezen is, ontbreekt."""
        keuzes: dict[str, tuple[str, ...] | None] = {}
        for vraag in self.vragen.keuzevragen:
            per_optie = self.kolommen.keuze_per_optie.get(vraag.code, {})
            try:
                tekst, meer = first_filled(rij, self.kolommen.keuze_in_een.get(vraag.code, ()))
                if meer:
                    raise OnleesbaarError("deze vraag heeft meer kolommen met andere antwoorden")
                if tekst:
                    keuzes[vraag.code] = self._listed(nummer, tekst, vraag)
                # Alle vakjes leeg kan "niets" zijn of "overgeslagen": dan telt de vraag niet mee.
                elif any(first_filled(rij, plekken)[0] for plekken in per_optie.values()):
                    keuzes[vraag.code] = self._marked(rij, vraag, per_optie)
            except OnleesbaarError as fout:
                self.meldingen.add(
                    "keuze",
                    f"Rij {nummer}, {quote(vraag.tekst)}: {fout}. Deze vraag telt bij deze persoon "
                    "niet mee, de rest wel.",
                    nummer,
                )
        return keuzes

    def _marked(
        self, rij: Sequence[str], vraag: Keuzevraag, per_optie: dict[str, tuple[int, ...]]
    ) -> tuple[str, ...]:
        gevonden = []
        for optie in vraag.opties:
            for plek in per_optie.get(optie.code, ()):
                tekst = rij[plek] if plek < len(rij) else ""
                try:
                    gekozen = is_marked(tekst, optie.code, optie.tekst)
                except OnleesbaarError as fout:
                    wat = f"{quote(tekst, 40)}: " if self.toon else ""
                    raise OnleesbaarError(
                        f"bij {quote(optie.tekst)} staat {wat}{fout}. Zet een x, of laat het vak "
                        "leeg"
                    ) from fout
                if gekozen and optie.code not in gevonden:
                    gevonden.append(optie.code)
        return tuple(gevonden)

    def _listed(self, nummer: int, tekst: str, vraag: Keuzevraag) -> tuple[str, ...] | None:
        codes, over = listed_choices(tekst, vraag)
        wat = quotes(over) if self.toon else "een deel van het antwoord"
        if over and not codes:
            raise OnleesbaarError(f"{wat} is geen keuze van deze vraag")
        if over:
            self.meldingen.add(
                "keuze",
                f"Rij {nummer}, {quote(vraag.tekst)}: {wat} is geen keuze van deze vraag. Dat deel "
                "telt niet mee, de andere keuzes wel.",
                nummer,
            )
        return codes
