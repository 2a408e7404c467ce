"""Een scherm zonder pagina: doe wat een gebruiker doet, en zie wat er naar de pagina zou gaan."""

from __future__ import annotations

import json

from lv_tools.gespreksprompter.scherm.voordeur import AFRONDEN, GESPREK, Gespreksscherm
from lv_tools.schermdelen import Afdruk, Deel, Download, Formulier, Knop, Scherm


class Proef:
    """Een scherm dat onthoudt wat het naar de pagina zou sturen."""

    def __init__(self) -> None:
        self.prompter = Gespreksscherm()
        self.gestuurd: list[tuple[dict, list[bytes]]] = []
        self.scherm.send = lambda inhoud, buffers=None: self.gestuurd.append(  # type: ignore[method-assign]
            (json.loads(json.dumps(inhoud)), list(buffers or []))
        )

    @property
    def scherm(self) -> Scherm:
        return self.prompter.scherm

    @property
    def plek(self):
        return self.prompter.plek

    def gebeur(self, deel: Deel, naam: str, /, **gegevens: object) -> None:
        bericht = {"soort": "gebeurtenis", "deel": deel.id, "naam": naam, "gegevens": gegevens}
        self.scherm._on_message(None, {**bericht, "weergave": "w", "nummer": 1}, [])
        assert self.gestuurd[-1][0]["storing"] == ""

    def klik(self, tekst: str) -> None:
        soorten = (Knop, Download, Afdruk)
        (knop,) = [d for d in self.scherm.walk() if isinstance(d, soorten) and d.tekst == tekst]
        self.gebeur(knop, "klik")

    def zend(self, knop: str) -> Formulier:
        (formulier,) = [
            d for d in self.scherm.walk() if isinstance(d, Formulier) and d.knop == knop
        ]
        self.gebeur(formulier, "inzenden")
        return formulier

    def vul(self, naam: str, waarde: object) -> None:
        (veld,) = [d for d in self.scherm.walk() if d.naam == naam]
        self.gebeur(veld, "wijziging", waarde=waarde, verlaten=True)

    def kaart(self, lijst: Deel, kaart: str, actie: str, **meer: object) -> None:
        self.gebeur(lijst, "actie", kaart=kaart, naam=actie, **meer)

    def bestand(self) -> bytes:
        return next(b[0] for i, b in reversed(self.gestuurd) if i.get("naam") == "bied-aan")

    @property
    def blad(self) -> str:
        return self.prompter.bladen.waarde


def doorlopen(proef: Proef) -> None:
    """Houd het gesprek: elke vraag van de gids komt in beeld."""
    proef.prompter._go(GESPREK)
    assert proef.plek.gids is not None
    for regel in proef.plek.gids.regels:
        proef.gebeur(proef.prompter.gesprek.keuze, "wijziging", waarde=regel.id)


def afgerond(proef: Proef) -> None:
    doorlopen(proef)
    proef.vul("afspraak-wat", "Lesbezoeken")
    proef.vul("afspraak-wie", "teamleider")
    proef.vul("afspraak-wanneer", "15-1-2027")
    proef.zend("Leg deze afspraak vast")
    proef.vul("parkeer-tekst", "Het rooster")
    proef.zend("Parkeer dit punt")
    proef.prompter._go(AFRONDEN)
    proef.vul("afrond-dag", "24-11-2026")
    proef.vul("afrond-tijd", "9.30")
    proef.vul("volgende-dag", "16-3-2027")
    proef.vul("volgende-tijd", "10.30")
    proef.zend("Rond het gesprek af")
