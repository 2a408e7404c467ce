"""Maakte de voorbeelden van de zelfevaluatie in deze map, met de code van versie 0.2.0.

Draai dit niet opnieuw: de bestanden zijn wat lezers van 0.2.0 op hun apparaat hebben staan, en
blijven zoals zij zijn. Het script staat erbij om te laten zien wat erin zit, en hoe. Het draait met
de code van 0.2.0 en ``tests/bestanden_0_1_0/maak.py`` ernaast op het zoekpad.
"""

from __future__ import annotations

import sys
from pathlib import Path

HIER = Path(__file__).parent
sys.path.insert(0, str(HIER.parent / "bestanden_0_1_0"))

import maak  # noqa: E402  # de handelingen van een lezer
from lv_tools.zelfevaluatie.scherm.voordeur import Zelfevaluatiescherm  # noqa: E402
from maak import SITE, Lezer, forms, maak_scan, vul_scan, zelf_lezer  # noqa: E402

from lv_tools.zelfevaluatie.bestand.link import to_fragment  # noqa: E402

MODUS = "Werkt de groep op naam of anoniem? Kies dit voordat iemand begint."


def schrijf(naam: str, inhoud: bytes) -> None:
    (HIER / naam).write_bytes(inhoud)
    print(naam, len(inhoud))


def half_af(scherm: Zelfevaluatiescherm, lezer: Lezer) -> None:
    """Alles wat half ingevuld kan zijn: formulieren, een vel om de beurt en onleesbare velden."""
    kenmerk = scherm.werk.opzet.id
    lezer.zet("scan-datum", "31-2-2026")
    lezer.zet("eigen-thema", "bka2")
    lezer.zet("eigen-tekst", "Een eigen stelling die nog niet af is")
    lezer.zet("ontvangen-link", "https://voorbeeld.invalid/half geplakt")
    lezer.zet("manier", "beurt")
    lezer.zet("beurt-rol", "staf")
    lezer.zet("beurt-naam", "Bert om de Beurt")
    lezer.zet(f"beurt-{kenmerk}-bka1", {"bka1-1": 2, "bka1-2": None})
    lezer.zet(f"beurt-{kenmerk}-bka1-bewijs", "Bert zag het\nin de les.")
    lezer.zet(f"invul-{kenmerk}-bka2-opmerking", "Veel te lang. " * 150)
    lezer.zet(f"samen-{kenmerk}-bka3-oordeel", "2")
    lezer.zet(f"samen-{kenmerk}-bka3-datum", "32-1-2026")
    lezer.zet(f"samen-{kenmerk}-bka3-aanwezig", "Half opgeschreven wie er was")


def zelfevaluatie() -> None:
    scherm, lezer = zelf_lezer("Scan voorjaar")
    maak_scan(lezer, "Voorjaar 2027")
    fragment = to_fragment(scherm.werk.opzet, scherm.inhoud)
    schrijf("zelfevaluatie-link.txt", f"{SITE}#{fragment}\n".encode())
    vul_scan(scherm, lezer, "bestuur", 3)
    lezer.zet("invul-naam", "Wilma de Maker")
    bestanden = []
    rollen = ["bestuur"] * 2 + ["intern-toezicht"] * 5 + ["schoolleiding"] * 3 + ["ouderraad"] * 2
    for nr, rol in enumerate(rollen):
        ander, hand = zelf_lezer("Invullen", f"#{fragment}")
        vul_scan(ander, hand, rol, nr % 4 + 1)
        hand.zet("invul-naam", "Dubbele Dora" if rol == "ouderraad" else f"Persoon {nr}")
        ander.invullen.go(99)
        hand.klik("Bewaar mijn antwoorden als bestand")
        bestanden.append((f"Persoon {nr} geheim.json", hand.aangeboden()))
        if nr == 0:
            schrijf("zelfevaluatie-invuller.json", hand.werk())
    schrijf("zelfevaluatie-antwoorden.json", bestanden[0][1])
    lezer.laad("Voeg bestanden toe", *bestanden)
    lezer.klik("Dubbele Dora (Ouderraad): tel ze allemaal")
    lezer.zet("verwacht-namen", "Persoon 0\nNadia Nog Niet")
    lezer.zet("manier", "beurt")
    kenmerk = scherm.werk.opzet.id
    lezer.zet("beurt-rol", "staf")
    lezer.zet("beurt-naam", "Eerste aan de Beurt")
    for blad in scherm.samenbrengen.vel.bladen:
        lezer.zet(
            f"beurt-{kenmerk}-{blad.thema.code}",
            {s.id: [1, 4, 0, None][n % 4] for n, s in enumerate(blad.lijst.stellingen)},
        )
    lezer.zend("Klaar, de volgende persoon")
    lezer.zet("stap", 4)
    lezer.zet(f"samen-{kenmerk}-bka1-oordeel", "3")
    lezer.zet(f"samen-{kenmerk}-bka1-overtuigd", "Het voorbeeld van de havo.")
    lezer.zet(f"samen-{kenmerk}-bka1-afspraak", "In mei weer.")
    lezer.zet(f"samen-{kenmerk}-bka1-aanwezig", "Ans en Bob")
    lezer.zend("Leg dit oordeel vast")
    lezer.zet("samen-thema", "cyclisch")
    lezer.zet(f"samen-{kenmerk}-cyclisch-oordeel", "niet-eens")
    lezer.doe(
        next(d for d in scherm.samen.bladen["cyclisch"].deel.walk() if d.soort == "formulier"),
        "inzenden",
    )
    lezer.klik("Bewaar deze scan")
    schrijf("zelfevaluatie-scan.json", lezer.aangeboden())
    lezer.zet("stap", 3)
    lezer.zet("uitslag-groepen", ["intern-toezicht", "schoolleiding"])
    lezer.zet("uitslag-thema", "cyclisch")
    lezer.zet("uitslag-groep", "intern-toezicht")
    lezer.zet("verslag-omvang", "volledig")
    lezer.zet("verslag-alleen", True)
    ander, hand = zelf_lezer("Andere scan")
    maak_scan(hand, "Scan van de buren")
    scherm.invullen.receive(ander.werk.opzet)
    vul_scan(scherm, lezer, "staf", 2)
    scherm.invullen.go(3)
    scherm.invullen._choose("")
    half_af(scherm, lezer)
    lezer.zet("stap", 4)
    schrijf("zelfevaluatie-werk-naam.json", lezer.werk())
    lezer.klik("Begin een volgende scan")
    lezer.kies(MODUS, "anoniem")
    vragen = scherm.werk.vragen
    tabel = forms([s.tekst for s in vragen.stellingen], list(vragen.schaal))
    tabel = tabel.replace(b"docent", b"bestuur").replace(b"teamleider", b"staf")
    lezer.laad("Voeg bestanden toe", ("Forms van Beatrix.csv", tabel))
    lezer.zet("verwacht-aantallen", "bestuur 3\nstaf 2")
    lezer.zet("stap", 5)
    schrijf("zelfevaluatie-werk-anoniem.json", lezer.werk())


if __name__ == "__main__":
    assert maak.HIER != HIER
    zelfevaluatie()
