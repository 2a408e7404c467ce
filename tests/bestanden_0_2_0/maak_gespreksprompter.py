"""Maakte de bestanden van de gespreksprompter in deze map, met de code van versie 0.2.0.

Draai dit niet opnieuw: de bestanden zijn wat lezers van 0.2.0 op hun apparaat hebben staan, en
blijven zoals zij zijn. Het script staat erbij om te laten zien wat erin zit, en hoe.
"""

from __future__ import annotations

import sys
from pathlib import Path

HIER = Path(__file__).parent
sys.path[:0] = [str(HIER.parent / "schermdelen"), str(HIER.parent / "bestanden_0_1_0")]

from maak import Lezer, houd_gesprek, maak_scan, vul_scan, zelf_lezer  # noqa: E402

from lv_tools.gespreksprompter.scherm.voordeur import Gespreksscherm  # noqa: E402
from lv_tools.zelfevaluatie.bestand.link import to_fragment  # noqa: E402


def schrijf(naam: str, inhoud: bytes) -> None:
    (HIER / naam).write_bytes(inhoud)
    print(naam, len(inhoud))


def gespreksvragen() -> None:
    """Een scan met vijf mensen die het niet eens zijn, en de vragen die daarbij horen."""
    scherm, lezer = zelf_lezer("Scan najaar")
    maak_scan(lezer, "Najaar 2026")
    bestanden = []
    fragment = to_fragment(scherm.werk.opzet, scherm.inhoud)
    for nr, rol in enumerate(["bestuur", "bestuur", "staf", "schoolleiding", "intern-toezicht"]):
        ander, hand = zelf_lezer("Invullen", f"#{fragment}")
        vul_scan(ander, hand, rol, nr % 4 + 1)
        ander.invullen.go(99)
        hand.klik("Bewaar mijn antwoorden als bestand")
        bestanden.append((f"persoon {nr}.json", hand.aangeboden()))
    lezer.laad("Voeg bestanden toe", *bestanden)
    lezer.zet("stap", 3)
    lezer.klik("Vragen voor de gespreksprompter")
    schrijf("gespreksvragen.json", lezer.aangeboden())


def kaart(lezer: Lezer, label: str, kenmerk: str, actie: str) -> None:
    lijst = next(d for d in lezer.scherm.walk() if d.eigenschappen.get("label") == label)
    # Een bericht met de hand: ‘naam’ is hier ook een gegeven van de handeling.
    lezer.pagina.nummer += 1
    gegevens = {"kaart": kenmerk, "naam": actie}
    bericht = {"soort": "gebeurtenis", "deel": lijst.id, "naam": "actie", "gegevens": gegevens}
    lezer.pagina.stuur({**bericht, "weergave": "hier", "nummer": lezer.pagina.nummer})


def werk() -> None:
    scherm = Gespreksscherm()
    lezer = Lezer(scherm.scherm, "Mijn jaar")
    lezer.laad("Open een bestand", ("vragen.json", (HIER / "gespreksvragen.json").read_bytes()))
    lezer.zet("kies-meegebracht", ["mee-1", "mee-3"])
    houd_gesprek(lezer, scherm, "24-11-2026", "Lesbezoeken")
    lezer.klik("Afspraken voor de agenda")
    lezer.klik("Bereid het volgende gesprek voor")
    vragen = scherm.plek.gids.vragen
    kaart(lezer, "Vragen van de gids", vragen[0].id, "ruil")
    kaart(lezer, "Vragen van de gids", scherm.plek.gids.vragen[1].id, "vast")
    lezer.klik("Begin het gesprek")
    lezer.klik("Volgende vraag")
    kaart(lezer, "Wat er openstaat", "p1", "gedaan")
    lezer.zet("afspraak-wat", "Nog een lesbezoek")
    lezer.zend("Leg deze afspraak vast")
    lezer.zet("blad", 3)
    lezer.vul(afrond_dag="16-3-2027", volgende_plaats="aula")
    lezer.zend("Rond het gesprek af")
    lezer.klik("Afspraken voor de agenda")
    # Een derde gesprek, weer weggehaald; zijn nummers komen nooit terug.
    lezer.klik("Bereid het volgende gesprek voor")
    lezer.zet("blad", 4)
    lezer.kies("Gesprek", "g3")
    lezer.klik("Haal dit gesprek weg")
    lezer.klik("Ja, haal dit gesprek weg")
    lezer.zet("blad", 0)
    lezer.kies("Met wie?", "nieuw:eigen")
    lezer.vul(tafel_naam="Taalgroep", tafel_niveaus=["school", "team"])
    lezer.zet("kies-minuten", "100")
    lezer.zend("Maak de gids")
    lezer.zet("blad", 2)
    vraag = scherm.plek.gids.vragen[0]
    lezer.zet("gesprek-vraag", vraag.id)
    lezer.zet(f"notitie-r2-g1-{vraag.id}", "  Met een spatie aan het eind ")
    over = scherm.plek.gids.vragen[1]
    lezer.zet("gesprek-vraag", over.id)
    vinkje = next(d for d in scherm.scherm.walk() if d.soort == "vinkje" and not d.naam)
    lezer.doe(vinkje, "wijziging", waarde=True)
    lezer.zet("afspraak-wat", "Leesplan schrijven")
    lezer.zet("afspraak-wie", "Anne")
    lezer.zend("Leg deze afspraak vast")
    # Het ritme: een eigen tafel erbij, een ander tempo, vakanties, en een jaar verder.
    lezer.zet("blad", 5)
    lezer.kies("Tafels", ["staf", "school", "eigen-1"])
    lezer.kies("Tafel", "staf")
    lezer.zet("tempo-weken", "6")
    lezer.zet("tempo-tijd", "14.15")
    lezer.zend("Pas dit tempo toe")
    lezer.zet("ritme-vakanties", "19-10-2026 tot en met 23-10-2026 herfst\n5-5-2027 vrij")
    lezer.zend("Pas de periode toe")
    eerste, tweede = (optie for optie, _ in scherm.ritme.overleg.opties[:2])
    lezer.kies("Overleg", eerste)
    lezer.klik("Laat dit overleg weg")
    lezer.kies("Overleg", tweede)
    lezer.zet("overleg-dag", "15-9-2026")
    lezer.zend("Verzet dit overleg")
    lezer.klik("Het hele ritme voor de agenda")
    lezer.kies("Schooljaar", "2027")
    # En dan alles wat nog half getypt is.
    lezer.vul(ritme_vakanties="18-10-2027 t/m ", overleg_dag="een dinsdag", tempo_weken="vier")
    lezer.vul(tempo_maanden=["9", "11"], ritme_van="1-9-27 of zo")
    lezer.vul(kies_onderwerp="Rekenen ", kies_minuten="drie kwartier", kies_fasen=["do", "act"])
    lezer.vul(kies_kenmerk="cyclisch", tafel_naam="Ouderra", gids_eigen="Wat denkt de kl")
    lezer.vul(gids_fase="act", gids_minuten="7", reeks_naam="Taalgroep van de onderbo")
    lezer.vul(afspraak_wat="Half opgeschreven", afspraak_wanneer="ergens in mei")
    lezer.vul(parkeer_tekst="Het rooster van Ke", afrond_namen=False)
    lezer.vul(afrond_dag="24-11-20", afrond_tijd="half tien", afrond_aanwezig="Anne, Bert")
    lezer.vul(volgende_tijd="elf uur")
    lezer.zet("blad", 2)
    kaart(lezer, "Afspraken van dit gesprek", "a1", "wijzig")
    lezer.zet("wijzig-afspraak-a1-wanneer", "volgende week dinsdag")
    lezer.zet("wijzig-afspraak-a1-wie", "Anne en Bert")
    schrijf("gespreksprompter-werk.json", lezer.werk())


if __name__ == "__main__":
    gespreksvragen()
    werk()
