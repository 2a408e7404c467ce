"""Maakte de bestanden van de urgentiemeter in deze map, met de code van versie 0.2.0.

Draai dit niet opnieuw: de bestanden zijn wat lezers van 0.2.0 op hun apparaat hebben staan, en
blijven zoals zij zijn. Het script staat erbij om te laten zien wat erin zit, en hoe.
"""

from __future__ import annotations

import sys
from pathlib import Path

HIER = Path(__file__).parent
sys.path[:0] = [str(HIER.parent / "schermdelen"), str(HIER.parent / "bestanden_0_1_0")]

from maak import Lezer, forms, urgentie_feiten  # noqa: E402

from lv_tools.urgentiemeter.scherm.voordeur import Urgentiescherm  # noqa: E402

MODUS = "Werkt de groep op naam of anoniem? Kies dit voordat iemand begint."


def schrijf(naam: str, inhoud: bytes) -> None:
    (HIER / naam).write_bytes(inhoud)
    print(naam, len(inhoud))


def eigen_bestand(rol: str, meting: str, antwoord: int | None) -> bytes:
    """De antwoorden van één persoon, zoals die ze doorstuurt."""
    scherm = Urgentiescherm()
    lezer = Lezer(scherm.scherm, "Zonder naam")
    codes = [s.code for s in scherm.inhoud.vragen.stellingen]
    lezer.zet("meting-naam", meting)
    lezer.zet("zelf-rol", rol)
    lezer.zet("zelf-stellingen", {c: antwoord if n % 5 else None for n, c in enumerate(codes)})
    lezer.zet("zelf-onderwerpen", ["OP1", "OR1"])
    lezer.klik("Bewaar alleen mijn antwoorden als bestand")
    return lezer.aangeboden()


def werk(modus: str) -> None:
    scherm = Urgentiescherm()
    lezer = Lezer(scherm.scherm, "Havo Noord")
    vragen = scherm.inhoud.vragen
    codes = [s.code for s in vragen.stellingen]
    urgentie_feiten(lezer)
    lezer.zet("afdeling1-bovenbouwsucces-norm", "zeven-en-tachtig")  # klad
    lezer.zet("afdeling2-eigen-naam", "Nog niet toegevoegd")  # klad van een formulier
    lezer.zet("afdeling2-eigen-laagste", "tien")
    lezer.zet("stap", 1)
    lezer.zet("meting-naam", "Havo, najaar 2026")
    lezer.zet("zelf-rol", "*anders")
    lezer.zet("zelf-andere-rol", " Decaan ")
    lezer.zet("zelf-stellingen", {c: [1, 2, 3, 4, None][n % 5] for n, c in enumerate(codes[:9])})
    lezer.zet("zelf-onderwerpen", ["*weet-niet"])
    lezer.zet("manier", "bestand")
    lezer.kies(MODUS, "naam")
    for nr, (naam, rol) in enumerate((("Beatrix van Dam", "ouder"), ("Cor Bos", "docent"))):
        bestand = eigen_bestand(rol, "havo,  NAJAAR 2026", nr + 2)
        lezer.laad("Voeg bestanden toe", (f"{naam}.json", bestand))
    tabel = forms([s.tekst for s in vragen.stellingen], list(vragen.schaal))
    lezer.laad("Voeg bestanden toe", ("forms.csv", tabel))
    lezer.zet("manier", "beurt")
    for antwoord in (3, 2):  # dezelfde naam twee keer
        lezer.zet("beurt-rol", "teamleider")
        lezer.zet("beurt-naam", "Anne de Wit")
        lezer.zet("beurt-stellingen", dict.fromkeys(codes, antwoord))
        lezer.zet("beurt-onderwerpen", ["*geen"] if antwoord == 3 else ["OP2", "VS1"])
        lezer.zend("Klaar, de volgende persoon")
    lezer.klik("Anne de Wit (teamleider): tel ze allemaal")
    lezer.zet("verwacht-namen", "Anne de Wit\nKees Klaas")
    lezer.zet("beurt-rol", "*anders")
    lezer.zet("beurt-andere-rol", "mentor")
    lezer.zet("beurt-naam", "Half Af")
    lezer.zet("beurt-stellingen", {"u1": 4, "o1": 1})
    lezer.zet("beurt-onderwerpen", ["OP3"])
    lezer.zet("manier", "hand")
    lezer.zet("hand-rol", "leerling")
    lezer.zet("hand-personen", "20")
    lezer.zet("hand-u1", "2 5 8 3 1")
    lezer.zet("hand-u3", "0 5 8 3 1")
    lezer.zet("hand-OP1", "12")
    lezer.zend("Voeg deze telling toe")
    lezer.zet("hand-rol", "*anders")
    lezer.zet("hand-andere-rol", "stagiairs")
    lezer.zet("hand-personen", "een stuk of tien")
    lezer.zet("hand-o2", "1 2 3")  # nog niet af
    lezer.zet("hand-SKA2", "4")
    lezer.kies("Gedeeld vanaf", "75")
    lezer.kies("Wie telt hoe zwaar?", "rol")
    lezer.kies("‘Weet ik niet’ telt mee in het totaal", False)
    lezer.zet("verslag-omvang", "volledig")
    if modus == "naam":
        lezer.zet("verslag-namen", True)
        lezer.zet("verslag-alleen", True)
    else:
        lezer.kies(MODUS, "anoniem")
        lezer.zet("verwacht-aantallen", "docent 8\nouder 2")
    schrijf(f"urgentiemeter-werk-{modus}.json", lezer.werk())


if __name__ == "__main__":
    schrijf("urgentiemeter-antwoorden.json", eigen_bestand("teamleider", "Havo, najaar 2026", 3))
    werk("naam")
    werk("anoniem")
