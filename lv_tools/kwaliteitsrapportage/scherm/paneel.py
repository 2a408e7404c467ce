"""Wat de panelen van de kwaliteitsrapportage gemeen hebben."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.reeks import Element, Reeks, Woorden
from lv_tools.bouwdoos.werk import Werk
from lv_tools.kwaliteitsrapportage.bestand import NAAM
from lv_tools.kwaliteitsrapportage.model.rapportage import Rapportage
from lv_tools.kwaliteitsrapportage.model.uitkomst import Beeld
from lv_tools.kwaliteitsrapportage.teksten import Rapportinhoud
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij
from lv_tools.schermdelen.keuze import Keuzelijst
from lv_tools.schermdelen.tekst import Mededeling

Rapportwerk = Werk[Rapportage, Beeld]
Rapportreeks = Reeks[Rapportage, Beeld, Rapportinhoud]


class Rapportpaneel(Paneel[Rapportage, Beeld, Rapportinhoud]):
    """Een paneel van de kwaliteitsrapportage."""

    @property
    def staat(self) -> Rapportage:
        """De rapportage van nu."""
        return self.werk.staat

    def series(
        self,
        pad: str,
        maak: Callable[[str], Any],
        kaart: Callable[[Rapportwerk, Rapportinhoud, str], Kaart],
        erbij: str,
        *,
        kies: Callable[[Any], bool] = lambda _element: True,
        kop: Callable[[int, Any], str] | None = None,
    ) -> Rapportreeks:
        """Maak een reeks; ``erbij`` is wat er op de knop staat, leeg is zonder knop."""
        werk, inhoud, zeg = self.werk, self.inhoud, self.inhoud.zeg
        return Rapportreeks(
            werk,
            inhoud,
            pad,
            maak=maak,
            rij=lambda element: kaart(werk, inhoud, element),
            naam=lambda element: str(getattr(element, "wat", "")),
            woorden=Woorden(
                erbij=erbij,
                weg=zeg("weg"),
                terug=inhoud.tekst["terug"],
                zonder=zeg("zonder"),
                vol=zeg("vol"),
            ),
            kop=kop,
            kies=kies,
        )

    def name_file(self, soort: str, extensie: str) -> str:
        """Geef de naam van een bestand dat van deze school is."""
        blad = self.staat.blad
        waarvan = f"{blad.school} {blad.periode}".strip()
        return export_name(NAAM, soort, waarvan, now().date(), extensie)


class Kaart(Element[Rapportage, Beeld, Rapportinhoud], Rapportpaneel):
    """De velden van één element, met een knop om het weg te halen."""

    def field(self, naam: str, label: str, hulp: str = "") -> Deel:
        """Maak een veld."""
        return self.velden.text(f"{self.pad}/{naam}", label, hulp=hulp)

    def select(self, naam: str, label: str, opties: Any, leeg: str = "") -> Keuzelijst:
        """Maak een keuzelijst."""
        return self.velden.choice(f"{self.pad}/{naam}", label, opties, leeg=leeg)


class Afspraakkaart(Kaart):
    """Een afspraak: wat, wie en wanneer. Van een eerdere ook wat ervan kwam."""

    eerder = False

    def build(self) -> tuple[Deel, ...]:
        """De velden."""
        zeg = self.inhoud.zeg
        ervan = (
            self.select("afloop", zeg("afloop"), self.inhoud.afloop),
            self.field("ervan", zeg("ervan"), zeg("ervan_hulp")),
        )
        return (
            self.field("wat", zeg("afspraak")),
            Rij(self.field("wie", zeg("wie")), self.field("klaar", zeg("klaar"))),
            *(ervan if self.eerder else ()),
            self.weg,
        )


class Eerdere(Afspraakkaart):
    """Een afspraak van de vorige keer."""

    eerder = True


def say(melding: Mededeling, toon: str, zin: str) -> None:
    """Zet een mededeling neer."""
    melding.toon, melding.tekst = toon, zin
