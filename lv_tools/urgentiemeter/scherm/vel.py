"""Het vel dat één persoon invult: rol, stellingen en onderwerpen."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.verzamelen.vel import ANDERS, BLAD, GEEN, WEET_NIET
from lv_tools.bouwdoos.groep.vel import Velpaneel
from lv_tools.schermdelen import Deel, Schaalpunt, Stelling, Uitklap
from lv_tools.urgentiemeter.teksten import STANDAARDEN, Instrument

#: Zoveel stellingen gaan over de noodzaak; wie weinig tijd heeft, vult alleen die in.
EERST = 4


class Antwoordvel(Velpaneel[Instrument]):
    """De stellingen en de vraag naar onderwerpen.

    Met ``kort`` staan alleen de stellingen open die iets over de noodzaak zeggen.
    """

    kort = False

    def questions(self) -> Iterable[Deel]:
        """Maak de vragen."""
        inhoud, vraag = self.inhoud, self.inhoud.standaardvraag
        schaal = (Schaalpunt(i, tekst) for i, tekst in enumerate(inhoud.schaal.opties, start=1))
        self.lijst = self.velden.answers(
            f"{self.pad}/antwoorden/{BLAD}",
            inhoud.zeg("stellingen"),
            _statements(inhoud, ""),
            [*schaal, Schaalpunt(None, inhoud.schaal.weet_niet)],
            niveau=3,
            verplicht=self.verplicht,
            **({"eerst": EERST, "meer": inhoud.zeg("kort_meer")} if self.kort else {}),
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
        if self.kort:
            open_ = bool(self.wie.vel.keuzes.get(STANDAARDEN))
            return (self.lijst, Uitklap(inhoud.zeg("kort_onderwerpen"), standaarden, open=open_))
        return (self.lijst, standaarden)

    def show(self) -> None:
        """Zet de stellingen neer in de woorden van de gekozen rol."""
        super().show()
        vel, vragen = self.wie.vel, self.inhoud.vragen
        rol = vragen.find_role(vel.andere if vel.rol == ANDERS else vel.rol)
        uitleg = ""
        if vragen.own_words(rol):
            uitleg = self.inhoud.regeluitleg["eigen_woorden_vel"].format(rol=vragen.rolnaam(rol))
        self.lijst.say(_statements(self.inhoud, rol), uitleg)


class Kortvel(Antwoordvel):
    """Wat iemand voor zichzelf invult: eerst twee minuten, en de rest als er tijd is."""

    kort = True


def _statements(inhoud: Instrument, rol: str) -> list[Stelling]:
    """De stellingen in de woorden van een rol."""
    woorden = (stelling.for_role(rol) for stelling in inhoud.stelling)
    return [Stelling(s.code, s.tekst, s.hulp) for s in woorden]
