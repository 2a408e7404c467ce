"""De gespreksprompter zonder pagina: doe wat een gebruiker doet, en zie wat ervan komt."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hulpproef import Proef as Hulpproef

from lv_tools.basis.vorm import codec
from lv_tools.gespreksprompter.bestand.keuren import judge
from lv_tools.gespreksprompter.hulpmiddel import GESPREKSPROMPTER
from lv_tools.gespreksprompter.model.werk import Gesprekswerk
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.schermdelen import Deel, Formulier

KIEZEN, GIDS, GESPREK, AFRONDEN, REEKS, RITME = GESPREKSPROMPTER.panelen


def lees(gegevens: Any) -> Gesprekswerk:
    """Lees een staat zoals zij in een bestand staat."""
    return judge(codec.read(Gesprekswerk, gegevens), inhoud())


def schrijf(werk: Gesprekswerk) -> Any:
    """Schrijf het werk zoals het in een bestand komt."""
    return json.loads(json.dumps(codec.write(werk)))


class Proef(Hulpproef):
    """Een scherm dat onthoudt wat het naar de pagina zou sturen."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(GESPREKSPROMPTER, **rest)

    @property
    def staat(self) -> Gesprekswerk:
        return self.werk.staat

    @property
    def gesprek(self):
        return self.staat.conversation

    @property
    def gids(self):
        return self.staat.guide

    @property
    def blad(self) -> str:
        return (KIEZEN, GIDS, GESPREK, AFRONDEN, REEKS, RITME)[self.opstelling.stappen.gekozen]

    def paneel(self, code: str) -> Any:
        """Het paneel van een blad dat al eens open was."""
        return self.opstelling.panelen[list(GESPREKSPROMPTER.panelen).index(code)]

    def go(self, code: str) -> Any:
        """Ga naar een blad, zoals met een klik op de tab."""
        self.stap(list(GESPREKSPROMPTER.panelen).index(code))
        return self.paneel(code)

    def zet(self, wijzig: Callable[[Gesprekswerk], Gesprekswerk]) -> None:
        """Wijzig het werk buiten het scherm om."""
        self.werk.change(wijzig)
        self.opstelling.refresh()

    def zend(self, knop: str) -> Formulier:
        (formulier,) = [
            d for d in self.scherm.walk() if isinstance(d, Formulier) and d.knop == knop
        ]
        self.gebeur(formulier, "inzenden")
        return formulier

    def kies(self, label: str, waarde: Any) -> None:
        """Maak een keuze in een deel dat alleen een opschrift heeft, op het blad dat open is."""
        blad = self.opstelling.stappen.inhoud[self.opstelling.stappen.gekozen]
        (deel,) = [
            d
            for d in blad.walk()
            if d.eigenschappen.get("label") == label and "opties" in d.eigenschappen
        ]
        self.gebeur(deel, "wijziging", waarde=waarde)

    def kaart(self, lijst: Deel, kaart: str, actie: str, **meer: object) -> None:
        self.gebeur(lijst, "actie", kaart=kaart, naam=actie, **meer)

    def bestand(self) -> bytes:
        return next(b[0] for i, b in reversed(self.gestuurd) if i.get("naam") == "bied-aan")

    def heropend(self, **naloop: Any) -> Proef:
        """Een nieuw scherm met hetzelfde werk, zoals na herladen."""
        self.gebeur(self.opstelling.bewaren, "download")
        ander = Proef()
        ander.open(self.bestand().decode(), naloop=naloop)
        assert ander.opstelling.bewaren.melding == ""
        return ander


def doorlopen(proef: Proef) -> None:
    """Houd het gesprek: elke vraag van de gids komt in beeld."""
    proef.go(GESPREK)
    assert proef.gids is not None
    for regel in proef.gids.regels:
        proef.kies("Ga naar", regel.id)


def afspraak(proef: Proef, wat: str, **rest: str) -> None:
    """Leg een afspraak vast; het gesprek is open."""
    for naam, waarde in {"wat": wat, **rest}.items():
        proef.vul(f"+afspraak/{naam}", waarde)
    proef.zend("Leg deze afspraak vast")


def rond_af(proef: Proef, **velden: str) -> None:
    """Vul in wanneer het was en rond het gesprek af."""
    proef.go(AFRONDEN)
    for naam, waarde in velden.items():
        proef.vul(f"reeksen/*/gesprekken/*/{naam.replace('_', '/')}", waarde)
    proef.zend("Rond het gesprek af")


def afgerond(proef: Proef) -> None:
    doorlopen(proef)
    afspraak(proef, "Lesbezoeken", wie="teamleider", wanneer="15-1-2027")
    proef.vul("+parkeer/tekst", "Het rooster")
    proef.zend("Parkeer dit punt")
    rond_af(
        proef,
        moment_dag="24-11-2026",
        moment_tijd="9.30",
        volgende_dag="16-3-2027",
        volgende_tijd="10.30",
    )
