"""Een formulier: velden die samen worden ingezonden, met een overzicht van wat nog niet klopt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.schermdelen.deel import Deel, Eigenschap, Invoerdeel


class Formulier(Deel):
    """Velden met een knop om in te zenden.

    Klopt er iets niet, dan blijft alles staan, krijgt elk veld zijn eigen zin en springt de focus
    naar een overzicht met koppelingen naar die velden.

    Parameters
    ----------
    velden
        Invoerdelen, los of geordend in kolommen en secties.
    bij_inzenden
        Functie die een woordenboek van naam naar gelezen waarde krijgt, alleen als alles klopt. Zij
        mag fouten teruggeven: een woordenboek van veld naar fout, of een reeks
        :class:`~lv_tools.basis.invoer.velden.Invoerfout` waarvan ``veld`` het label van een veld
        is. Een fout die bij geen veld hoort, komt in het overzicht.
    knop
        Tekst op de knop.
    gelukt
        Zin als het inzenden lukte; leeg is geen zin.
    """

    soort = "formulier"
    knop = Eigenschap("")
    fouten: Eigenschap[list[dict[str, str]]] = Eigenschap([])
    bericht = Eigenschap("")

    def __init__(
        self,
        *velden: Deel,
        bij_inzenden: Callable[[dict[str, Any]], object],
        knop: str = "Opslaan",
        gelukt: str = "Opgeslagen.",
        **rest: Any,
    ) -> None:
        self.bij_inzenden = bij_inzenden
        self.gelukt = gelukt
        super().__init__(inhoud=velden, knop=knop, fouten=[], bericht="", **rest)

    @property
    def velden(self) -> tuple[Invoerdeel, ...]:
        """De invoerdelen van dit formulier die in beeld zijn, van boven naar beneden."""
        return tuple(d for d in self.walk() if isinstance(d, Invoerdeel) and d.naam)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Controleer alle velden en zend in als alles klopt."""
        if naam != "inzenden":
            super().receive(naam, gegevens, bron)
            return
        waarden: dict[str, Any] = {}
        fouten: dict[Invoerdeel, str] = {}
        los: list[str] = []
        for veld in self.velden:
            uitkomst = veld.read()
            if isinstance(uitkomst, Invoerfout):
                fouten[veld] = str(uitkomst)
            else:
                waarden[veld.naam] = uitkomst
        if not fouten:
            fouten, los = self._late_errors(self.bij_inzenden(waarden))
        for veld in {*self.velden, *fouten}:
            veld.fout = fouten.get(veld, "")
        self.fouten = [
            *({"deel": veld.id, "zin": zin} for veld, zin in fouten.items()),
            *({"deel": "", "zin": zin} for zin in los),
        ]
        self.bericht = "" if self.fouten else self.gelukt
        if self.fouten:
            self.command("naar-fouten")

    def clear_errors(self) -> None:
        """Haal de fouten weg, als iets anders dan inzenden de velden heeft veranderd."""
        for veld in self.velden:
            veld.fout = ""
        self.fouten, self.bericht = [], ""

    def _late_errors(self, antwoord: object) -> tuple[dict[Invoerdeel, str], list[str]]:
        """Zet elke fout bij haar veld; wat bij geen veld hoort, gaat niet verloren."""
        if isinstance(antwoord, Mapping):
            return {veld: str(fout) for veld, fout in antwoord.items()}, []
        if not isinstance(antwoord, list | tuple):
            return {}, []
        bij_label = {veld.label: veld for veld in reversed(self.velden)}
        bij_veld = {bij_label[f.veld]: str(f) for f in reversed(antwoord) if f.veld in bij_label}
        return bij_veld, [str(fout) for fout in antwoord if fout.veld not in bij_label]
