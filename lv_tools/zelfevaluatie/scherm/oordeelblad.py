"""Het blad waarop een groep samen één antwoord kiest bij een thema."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.schermdelen import (
    Formulier,
    Invoerveld,
    Keuzerondjes,
    Knop,
    Kolom,
    Mededeling,
    Tekst,
)
from lv_tools.zelfevaluatie.model.samenoordeel import NIET_EENS, check_joint, options, shift
from lv_tools.zelfevaluatie.model.scan import TEKST_LENGTE, Samenoordeel
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.scherm.werk import Werk


class Oordeelblad:
    """De vraag, de toelichting en wat er al geoordeeld is.

    Parameters
    ----------
    bij_oordeel
        Functie die het vastgelegde oordeel krijgt.
    bij_weg
        Functie die de code van het thema krijgt als het oordeel weg moet.
    """

    def __init__(
        self,
        thema: str,
        scan_id: str,
        werk: Werk,
        bij_oordeel: Callable[[Samenoordeel], object],
        bij_weg: Callable[[str], object],
    ) -> None:
        self.thema, self.werk, self.bij_oordeel = thema, werk, bij_oordeel
        inhoud = werk.inhoud
        voor = f"samen-{scan_id}-{thema}"
        self.oordeel = Keuzerondjes(
            "Gezamenlijk oordeel", options(inhoud), naam=f"{voor}-oordeel", verplicht=True
        )
        teksten = {
            "aanwezig": (
                "Wie waren erbij?",
                "Rollen of namen, zoals u dat afspreekt. Dit komt alleen in een verslag met namen.",
            ),
            "overtuigd": ("Wat gaf de doorslag?", inhoud.inhoud["samen"]["toelichting_vraag"]),
            "afspraak": ("Wat spraken we af?", ""),
        }
        self.datum = Invoerveld(
            Veld(f"{voor}-datum", "Datum van het gesprek", "datum", hulp="Leeg is vandaag.")
        )
        self.teksten = {
            naam: Invoerveld(
                Veld(f"{voor}-{naam}", label, "tekstvak", hulp=str(hulp), lengte=TEKST_LENGTE)
            )
            for naam, (label, hulp) in teksten.items()
        }
        self.stand = Mededeling(toon="goed")
        self.weg = Knop("Haal dit oordeel weg", lambda: bij_weg(thema), verborgen=True)
        self.deel = Kolom(
            self.stand,
            self.weg,
            Formulier(
                self.oordeel,
                Tekst(inhoud.inhoud["privacy"]["vrije_tekst"]),
                *self.teksten.values(),
                self.datum,
                bij_inzenden=self._decide,
                knop="Leg dit oordeel vast",
                gelukt="Het oordeel is vastgelegd.",
            ),
        )
        self._fill()

    def show(self, uitslag: Uitslag) -> None:
        """Zeg wat er al geoordeeld is, naast de losse antwoorden van nu."""
        oordeel = uitslag.samen(self.thema)
        self.weg.verborgen = oordeel is None
        if oordeel is None:
            self.stand.tekst = ""
            return
        verschuiving = shift(oordeel, uitslag, self.werk.inhoud)
        zinnen = [verschuiving.zin]
        if verschuiving.n and oordeel.oordeel is not None:
            zinnen.append(
                f"Van {verschuiving.n} mensen lag het eigen midden bij {verschuiving.hoger} hoger, "
                f"bij {verschuiving.gelijk} gelijk en bij {verschuiving.lager} lager."
            )
        zinnen.append(verschuiving.veranderd)
        self.stand.tekst = " ".join(filter(None, zinnen))

    def _fill(self) -> None:
        """Zet een eerder vastgelegd oordeel in de velden."""
        oordeel = next((o for o in self.werk.samen if o.thema == self.thema), None)
        if oordeel is None:
            return
        self.oordeel.waarde = NIET_EENS if oordeel.oordeel is None else str(oordeel.oordeel)
        dag = date.fromisoformat(oordeel.datum)
        self.datum.waarde = f"{dag.day}-{dag.month}-{dag.year}"
        for naam, veld in self.teksten.items():
            veld.waarde = getattr(oordeel, naam)

    def _decide(self, _waarden: dict[str, Any]) -> tuple[Invoerfout, ...]:
        ruw = {naam: veld.waarde for naam, veld in self.teksten.items()}
        ruw |= {"oordeel": self.oordeel.waarde, "datum": self.datum.waarde}
        uitkomst = check_joint(self.thema, ruw, self.werk.results(), self.werk.inhoud)
        if uitkomst.oordeel is not None:
            self.bij_oordeel(uitkomst.oordeel)
        return uitkomst.fouten
