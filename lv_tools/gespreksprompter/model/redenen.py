"""Zeg in een zin waarom een vraag in de gids staat."""

from __future__ import annotations

from lv_tools.gespreksprompter.model.geschiedenis import Geschiedenis
from lv_tools.gespreksprompter.model.gids import Opdracht
from lv_tools.gespreksprompter.model.vragen import Vraag
from lv_tools.gespreksprompter.teksten import inhoud

#: Een vraag voor zoveel tafels gaat zelden over één standaard; dan zeggen wij dat erbij.
BREDE_VRAAG = 8


def reason(vraag: Vraag, opdracht: Opdracht, verleden: Geschiedenis, soort: str = "vraag") -> str:
    """Geef de redenen waarom deze vraag past, als een zin."""
    tekst = inhoud().text
    if soort != "vraag":
        return _sentence([tekst("reden", soort)])
    fase, doel = inhoud().fasen[vraag.fase].naam, inhoud().doelen[vraag.doel].naam.lower()
    delen = [tekst("reden", "fase", fase=fase)]
    situatie = inhoud().situaties.get(opdracht.situatie)
    if situatie and (plek := situatie.turn(vraag.id)) < len(situatie.beurt):
        beurt = situatie.beurt[plek].naam
        delen.insert(0, tekst("reden", "situatie", situatie=situatie.naam, beurt=beurt))
    if not opdracht.doel:
        delen.append(tekst("reden", "zonder_doel", doel=doel))
    elif vraag.doel == opdracht.doel:
        delen.append(tekst("reden", "doel", doel=doel))
    else:
        delen.append(tekst("reden", "ander_doel", doel=doel))
    if opdracht.standaard and opdracht.standaard in vraag.standaarden:
        breed = len(vraag.tafels) >= BREDE_VRAAG
        naam = "standaard_breed" if breed else "standaard"
        delen.append(tekst("reden", naam, standaard=opdracht.standaard))
    if opdracht.kenmerk and opdracht.kenmerk == vraag.kenmerk:
        naam = inhoud().kenmerken[vraag.kenmerk].naam
        delen.append(tekst("reden", "kenmerk", kenmerk=naam))
    delen.append(tekst("reden", vraag.soort))
    if vraag.id in verleden.kort:
        delen.append(tekst("reden", "herhaald"))
    elif verleden.ooit and vraag.id not in verleden.ooit:
        delen.append(tekst("reden", "nieuw"))
    return _sentence(delen)


def _sentence(delen: list[str]) -> str:
    zin = "; ".join(delen)
    return f"{zin[:1].upper()}{zin[1:]}."
