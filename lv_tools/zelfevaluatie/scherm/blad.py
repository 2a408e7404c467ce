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


def theme_section(
    velden: Velden,
    pad: str,
    thema: Thema,
    opzet: Opzet,
    inhoud: Instrument,
    *,
    verplicht: bool = False,
) -> Sectie:
    """Maak de stellingen en de tekstvelden van één thema."""
    schaal = inhoud.schaal
    lijst = velden.answers(
        f"{pad}/antwoorden/{thema.code}",
        schaal.vraag,
        [
            Stelling(s.code, s.tekst, inhoud.zeg("invul_hoog", hoog=s.hoog) if s.hoog else "")
            for s in stellingen_in(thema.code, opzet, inhoud)
        ],
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
    return Sectie(thema.titel, Tekst(thema.uitleg), lijst, meer, niveau=3)


class Beurtvel(Velpaneel[Instrument]):
    """Alle thema's onder elkaar, voor wie om de beurt op dit apparaat invult."""

    def who(self) -> Rolvelden:
        """Vraag de groep en de naam."""
        opzet = self.werk.staat.opzet
        return role_fields(self.velden, self.pad, opzet, self.inhoud, verplicht=self.verplicht)

    def questions(self) -> Iterable[Deel]:
        """Elk thema met zijn vragen."""
        opzet = self.werk.staat.opzet
        for thema in themas_van(opzet, self.inhoud):
            yield theme_section(
                self.velden, self.pad, thema, opzet, self.inhoud, verplicht=self.verplicht
            )
