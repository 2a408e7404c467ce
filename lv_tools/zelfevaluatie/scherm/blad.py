"""Het vel dat één persoon invult: rol en naam, en per thema stellingen, bewijs en een opmerking."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.onderzoek.spreiding import NVT
from lv_tools.bouwdoos.groep.vel import Rolvelden, Velpaneel
from lv_tools.bouwdoos.veld import Velden
from lv_tools.schermdelen import Deel, Mededeling, Schaalpunt, Sectie, Stelling, Tekst, Uitklap
from lv_tools.zelfevaluatie.model.opzet import (
    Opzet,
    groepen_van,
    notitiecode,
    stellingen_in,
    themas_van,
    vragenset,
)
from lv_tools.zelfevaluatie.stellingen import Thema
from lv_tools.zelfevaluatie.teksten import Instrument


def role_fields(
    velden: Velden, pad: str, opzet: Opzet, inhoud: Instrument, *, verplicht: bool = False
) -> Rolvelden:
    """Maak de velden voor groep en naam."""
    return Rolvelden(
        velden,
        pad,
        groepen_van(opzet, inhoud),
        vraag=inhoud.zeg("invul_groep"),
        leeg=inhoud.zeg("invul_groep_leeg"),
        eigen=False,
        verplicht=verplicht,
    )


class Themavragen:
    """De stellingen en de tekstvelden van één thema."""

    def __init__(
        self,
        velden: Velden,
        pad: str,
        thema: Thema,
        opzet: Opzet,
        inhoud: Instrument,
        *,
        verplicht: bool = False,
    ) -> None:
        self.inhoud, self.opzet = inhoud, opzet
        self.gevraagd = stellingen_in(thema.code, opzet, inhoud)
        schaal = inhoud.schaal
        self.lijst = velden.answers(
            f"{pad}/antwoorden/{thema.code}",
            schaal.vraag,
            self._statements(""),
            [
                *(Schaalpunt(nr, tekst) for nr, tekst in enumerate(schaal.opties, start=1)),
                Schaalpunt(None, schaal.weet_niet),
                Schaalpunt(NVT, schaal.nvt),
            ],
            niveau=4,
            verplicht=verplicht,
        )
        vragen = {"bewijs": thema.bewijs_vraag, "opmerking": thema.opmerking_vraag}
        notities = [
            velden.text(f"{pad}/notities/{notitiecode(thema.code, soort)}", vraag)
            for soort, vraag in vragen.items()
        ]
        meer = Uitklap(
            inhoud.zeg("invul_meer"),
            Mededeling(inhoud.privacy.vrije_tekst, "letop"),
            *notities,
            open=any(veld.waarde for veld in notities),
        )
        self.deel = Sectie(thema.titel, Tekst(thema.uitleg), self.lijst, meer, niveau=3)

    def say(self, groep: str) -> None:
        """Zet de stellingen neer in de woorden van een groep; wat zij niet krijgt, verdwijnt."""
        nieuw, naam = self._statements(groep), vragenset(self.opzet, self.inhoud).rolnaam(groep)
        zin = self.inhoud.bewoording.vel.format(groep=naam)
        self.lijst.say(nieuw, zin if nieuw != self._statements("") else "")

    def _statements(self, groep: str) -> list[Stelling]:
        zeg, woorden = self.inhoud.zeg, [(s, s.for_role(groep)) for s in self.gevraagd]
        return [
            Stelling(
                w.code,
                w.tekst,
                zeg("invul_hoog", hoog=w.hoog) if w.hoog else "",
                groep in s.niet_voor,
            )
            for s, w in woorden
        ]


class Beurtvel(Velpaneel[Instrument]):
    """Alle thema's onder elkaar, voor wie om de beurt op dit apparaat invult."""

    def who(self) -> Rolvelden:
        """Vraag de groep en de naam."""
        opzet = self.werk.staat.opzet
        return role_fields(self.velden, self.pad, opzet, self.inhoud, verplicht=self.verplicht)

    def questions(self) -> Iterable[Deel]:
        """Elk thema met zijn vragen."""
        opzet = self.werk.staat.opzet
        self.themas = [
            Themavragen(self.velden, self.pad, thema, opzet, self.inhoud, verplicht=self.verplicht)
            for thema in themas_van(opzet, self.inhoud)
        ]
        return [thema.deel for thema in self.themas]

    def show(self) -> None:
        """Zet de stellingen neer in de woorden van de gekozen groep."""
        super().show()
        for thema in self.themas:
            thema.say(self.wie.vel.rol)
