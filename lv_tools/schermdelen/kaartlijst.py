"""Kaarten op volgorde, elk met knoppen om er iets mee te doen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lv_tools.schermdelen.deel import Deel, Eigenschap

#: Wat de pagina meldt als een kaart op een andere kaart is gesleept.
NAAR = "naar"


@dataclass(frozen=True)
class Actie:
    """Een knop op een kaart; ``aan`` maakt er een knop van die ingedrukt kan zijn."""

    naam: str
    tekst: str
    uit: bool = False
    aan: bool | None = None


@dataclass(frozen=True)
class Kaart:
    """Een kaart.

    Parameters
    ----------
    titel
        Waar de kaart om draait; de knoppen heten daarnaar voor wie ze hoort.
    boven, onder, meer
        Tekst erboven, eronder en daaronder.
    uitleg, uitlegtitel
        Tekst achter een knop die haar uitklapt.
    merk
        Kleur van de rand, zoals een fase.
    sleepbaar
        Mag deze kaart gesleept worden?
    """

    id: str
    titel: str
    acties: tuple[Actie, ...] = ()
    boven: str = ""
    onder: str = ""
    meer: tuple[str, ...] = ()
    uitleg: str = ""
    uitlegtitel: str = ""
    merk: str = ""
    sleepbaar: bool = False

    def to_page(self) -> dict[str, Any]:
        """Schrijf de kaart als JSON."""
        kaart = {k: v for k, v in vars(self).items() if k not in ("acties", "meer")}
        knoppen = []
        for actie in self.acties:
            knop: dict[str, Any] = {"naam": actie.naam, "tekst": actie.tekst, "uit": actie.uit}
            if actie.aan is not None:
                knop["aan"] = actie.aan
            knoppen.append(knop)
        return {**kaart, "meer": list(self.meer), "acties": knoppen}


class Kaartlijst(Deel):
    """Een rij kaarten op volgorde.

    Na een handeling blijft de focus bij de kaart en de knop waar zij was.

    Parameters
    ----------
    label
        Naam van de rij, voor schermlezers.
    bij_actie
        Functie die de id van de kaart en de naam van de actie krijgt. Bij slepen is de naam
        :data:`NAAR` en krijgt zij ook de id van de kaart waar zij op viel.
    leeg
        Zin als er geen kaarten zijn.
    """

    soort = "kaartlijst"
    kaarten: Eigenschap[tuple[Kaart, ...]] = Eigenschap(())

    def __init__(
        self,
        label: str,
        bij_actie: Callable[..., object],
        *,
        kaarten: Sequence[Kaart] = (),
        sleepbaar: bool = False,
        leeg: str = "",
        **eigenschappen: Any,
    ) -> None:
        self.bij_actie = bij_actie
        super().__init__(
            label=label, kaarten=tuple(kaarten), sleepbaar=sleepbaar, leeg=leeg, **eigenschappen
        )

    def to_page(self, naam: str, waarde: Any) -> Any:
        """Schrijf de kaarten uit."""
        if naam == "kaarten":
            return [kaart.to_page() for kaart in waarde]
        return super().to_page(naam, waarde)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Geef de handeling door, als kaart en knop bestaan."""
        if naam != "actie":
            super().receive(naam, gegevens, bron)
            return
        kaart = self._find(str(gegevens["kaart"]))
        actie = str(gegevens["naam"])
        if actie == NAAR and kaart.sleepbaar:
            self.bij_actie(kaart.id, NAAR, self._find(str(gegevens["doel"])).id)
        elif any(knop.naam == actie and not knop.uit for knop in kaart.acties):
            self.bij_actie(kaart.id, actie)
        else:
            raise ValueError(f"op kaart {kaart.id!r} kan {actie!r} niet")

    def _find(self, kenmerk: str) -> Kaart:
        for kaart in self.kaarten:
            if kaart.id == kenmerk:
                return kaart
        raise LookupError(f"kaart {kenmerk!r} staat niet in de rij")
