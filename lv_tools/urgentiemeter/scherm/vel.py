"""Het vel dat één persoon invult: rol, stellingen en onderwerpen."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.verzamelen.vel import BLAD, GEEN, WEET_NIET
from lv_tools.bouwdoos.groep.vel import Velpaneel
from lv_tools.schermdelen import Deel, Schaalpunt, Stelling
from lv_tools.urgentiemeter.teksten import STANDAARDEN, Instrument


class Antwoordvel(Velpaneel[Instrument]):
    """De stellingen en de vraag naar onderwerpen."""

    def questions(self) -> Iterable[Deel]:
        """Maak de vragen."""
        inhoud, vraag = self.inhoud, self.inhoud.standaardvraag
        schaal = (Schaalpunt(i, tekst) for i, tekst in enumerate(inhoud.schaal.opties, start=1))
        self.lijst = self.velden.answers(
            f"{self.pad}/antwoorden/{BLAD}",
            inhoud.zeg("stellingen"),
            [Stelling(s.code, s.tekst, s.hulp) for s in inhoud.stelling],
            [*schaal, Schaalpunt(None, inhoud.schaal.weet_niet)],
            niveau=3,
            verplicht=self.verplicht,
        )
        standaarden = self.velden.checks(
            f"{self.pad}/keuzes/{STANDAARDEN}",
            vraag.tekst,
            [
                *(
                    (code, f"{code} {s.naam}: {inhoud.standaard_uitleg(code)}")
                    for code, s in inhoud.standaarden.items()
                ),
                (GEEN, vraag.geen),
                (WEET_NIET, vraag.weet_niet),
            ],
            hulp=vraag.hulp,
        )
        return (self.lijst, standaarden)
