"""Een klein hulpmiddel waarin een groep antwoordt, om de gedeelde delen te toetsen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.vragenset import Keuzevraag, Optie, Vragenset
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.verzamelen.groepsbestand import Gelezen, Lezer, check_group, refuse_anonymous
from lv_tools.basis.verzamelen.groepswijziging import fit, follow
from lv_tools.basis.verzamelen.vel import BLAD, GEEN, WEET_NIET
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.groep.hand import Handpaneel
from lv_tools.bouwdoos.groep.inhoud import Groepsinhoud, Keus, Responstekst, Uitvoertekst
from lv_tools.bouwdoos.groep.respons import Responspaneel
from lv_tools.bouwdoos.groep.stand import Groepsdeel, Groepswerk, Onderzoek
from lv_tools.bouwdoos.groep.uitvoer import Uitvoerpaneel
from lv_tools.bouwdoos.groep.vel import Velpaneel
from lv_tools.bouwdoos.groep.verzamelen import Verzamelpaneel
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.bouwdoos.inhoud import Algemeen, Staptekst
from lv_tools.schermdelen import Deel, Schaalpunt, Stelling

VRAGEN = Vragenset(
    schaal=("oneens", "eens"),
    stellingen=(Optie("s1", "Wij leren van elkaar."), Optie("s2", "Wij kijken terug.")),
    keuzevragen=(Keuzevraag("onderwerpen", "Waarover?", (Optie("OP1", "Aanbod"),)),),
    rollen=(Optie("docent", "docent"), Optie("bestuur", "bestuur")),
    notitievelden=(Optie("waarom", "Waarom?"),),
)


@dataclass(frozen=True)
class Meting:
    """De staat: een naam en een groep."""

    naam: str = ""
    groep: Groep = field(default_factory=Groep)


def texts(klasse: type) -> Any:
    """Elke tekst is haar eigen naam, met de plekken die erin horen."""
    plekken = {
        "stand": "{binnen} van {verwacht}",
        "aantallen_fout": "niet gelezen: {regels}",
        "dubbel": "{wie} staat er {aantal} keer in",
        "enkel_samen": "{groepen} telt samen",
        "enkel_apart": "{groepen} staat apart",
    }
    return klasse(**{naam: plekken.get(naam, naam) for naam in klasse.__dataclass_fields__})


INHOUD = Groepsinhoud(
    algemeen=Algemeen("Groepsproef", "", ""),
    stap=(Staptekst("groep", "Groep"),),
    modus=(Keus("naam", "Op naam", "Met namen."), Keus("anoniem", "Anoniem", "Zonder namen.")),
    manier=tuple(Keus(c, c, f"Uitleg {c}.") for c in ("zelf", "beurt", "bestand", "hand")),
    uitvoer=texts(Uitvoertekst),
    respons=texts(Responstekst),
)


def read_own(meting: Meting, naam: str, inhoud: bytes) -> Gelezen:
    try:
        gegevens = json.loads(inhoud)
    except ValueError as fout:
        raise VormError("het bestand is afgebroken") from fout
    refuse_anonymous(meting.groep, gegevens.get("modus", ""))
    wie = Respondent(gegevens["id"], gegevens["rol"], {"s1": 2}, naam=gegevens.get("naam", ""))
    return (Bron(naam, (wie,)),), ()


ONDERZOEK = Onderzoek[Meting](
    naam="groepsproef",
    vragen=lambda _meting: VRAGEN,
    lezer=lambda meting: Lezer(lambda naam, inhoud: read_own(meting, naam, inhoud)),
    titel=lambda meting: meting.naam,
)


class Vel(Velpaneel[Groepsinhoud]):
    """Twee stellingen, een keuzevraag en een tekst."""

    def questions(self) -> Iterable[Deel]:
        return (
            self.velden.answers(
                f"{self.pad}/antwoorden/{BLAD}",
                "Stellingen",
                [Stelling(s.code, s.tekst) for s in VRAGEN.stellingen],
                [
                    *(Schaalpunt(i, t) for i, t in enumerate(VRAGEN.schaal, 1)),
                    Schaalpunt(None, "?"),
                ],
                verplicht=self.verplicht,
            ),
            self.velden.checks(
                f"{self.pad}/keuzes/onderwerpen",
                "Waarover?",
                [("OP1", "Aanbod"), (GEEN, "geen"), (WEET_NIET, "weet niet")],
            ),
            self.velden.text(f"{self.pad}/notities/waarom", "Waarom?"),
        )


class Paneel(Groepsdeel[Groepsinhoud]):
    """Alles onder elkaar."""

    def __init__(self, werk: Any, inhoud: Groepsinhoud) -> None:
        super().__init__(Groepswerk(werk, ONDERZOEK), inhoud)

    def build(self) -> Iterable[Deel]:
        self.verzamelen = Verzamelpaneel(
            self.groep,
            self.inhoud,
            Vel,
            manieren=self.inhoud.manier,
            vakken={
                "zelf": Vel(self.groep, self.inhoud, "groep/eigen"),
                "hand": Handpaneel(self.groep, self.inhoud, {"s1": "leren", "s2": "kijken"}),
            },
            zonder_modus=("zelf",),
        )
        self.respons = Responspaneel(self.groep, self.inhoud)
        self.uitvoer = Uitvoerpaneel(self.groep, self.inhoud)
        return [self.add(p) for p in (self.verzamelen, self.respons, self.uitvoer)]


def opened(meting: Meting, _inhoud: object) -> Meting:
    check_group(meting.groep, VRAGEN)
    return replace(meting, groep=fit(meting.groep))


GROEPSPROEF = Hulpmiddel(
    naam="groepsproef",
    inhoud=lambda: INHOUD,
    leeg=lambda _inhoud: Meting(),
    reken=lambda meting, _inhoud: meting,
    panelen={"groep": Paneel},
    keur=opened,
    volg=lambda oud, nieuw: replace(nieuw, groep=follow(oud.groep, nieuw.groep)),
)
