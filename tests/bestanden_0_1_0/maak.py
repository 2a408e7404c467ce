"""Maakte de voorbeelden in deze map, met de code van versie 0.1.0.

Draai dit niet opnieuw: de bestanden zijn wat lezers van 0.1.0 op hun apparaat hebben staan, en
blijven zoals zij zijn. Het script staat erbij om te laten zien wat erin zit, en hoe.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

HIER = Path(__file__).parent
sys.path.insert(0, str(HIER.parent / "schermdelen"))

from lv_tools.urgentiemeter.scherm.voordeur import Urgentiescherm  # noqa: E402
from lv_tools.zelfevaluatie.scherm.voordeur import Zelfevaluatiescherm  # noqa: E402
from pagina import Pagina  # noqa: E402

from lv_tools.bevindingenverkenner.scherm import open_scherm  # noqa: E402
from lv_tools.gespreksprompter.scherm.voordeur import Gespreksscherm  # noqa: E402
from lv_tools.schermdelen import Bewaren, Download, Formulier, Knop, Scherm, Upload  # noqa: E402
from lv_tools.zelfevaluatie.bestand.link import to_fragment  # noqa: E402

SITE = "https://voorbeeld.invalid/instrumenten/zelfevaluatie.html"


class Lezer:
    """Doet op een scherm wat een lezer doet, door dezelfde deur als de pagina."""

    def __init__(self, scherm: Scherm, naam: str) -> None:
        self.scherm, self.pagina = scherm, Pagina(scherm)
        (self.bewaren,) = [d for d in scherm.walk() if isinstance(d, Bewaren)]
        self.bewaren.plaats = "pagina"
        self.doe(self.bewaren, "open", bestand=naam)

    def doe(self, deel: Any, wat: str, *buffers: bytes, **gegevens: Any) -> None:
        storing = self.pagina.doe(deel, wat, *buffers, **gegevens)
        assert not storing, storing

    def deel(self, naam: str) -> Any:
        (deel,) = [d for d in self.scherm.walk() if d.naam == naam]
        return deel

    def vul(self, **waarden: Any) -> None:
        for naam, waarde in waarden.items():
            self.zet(naam.replace("_", "-"), waarde)

    def zet(self, naam: str, waarde: Any) -> None:
        self.doe(self.deel(naam), "wijziging", waarde=waarde)

    def kies(self, label: str, waarde: Any) -> None:
        deel = next(d for d in self.scherm.walk() if d.eigenschappen.get("label") == label)
        self.doe(deel, "wijziging", waarde=waarde)

    def klik(self, tekst: str) -> None:
        knop = next(
            d for d in self.scherm.walk() if isinstance(d, Knop | Download) and d.tekst == tekst
        )
        self.doe(knop, "klik")

    def zend(self, knop: str) -> None:
        vak = next(d for d in self.scherm.walk() if isinstance(d, Formulier) and d.knop == knop)
        self.doe(vak, "inzenden")
        assert not vak.fouten, vak.fouten

    def laad(self, label: str, *bestanden: tuple[str, bytes]) -> None:
        deel = next(
            d for d in self.scherm.walk()
            if isinstance(d, Upload) and d.eigenschappen["label"].startswith(label)
        )  # fmt: skip
        namen = [{"naam": naam, "type": ""} for naam, _ in bestanden]
        self.doe(deel, "bestanden", *(inhoud for _, inhoud in bestanden), bestanden=namen)

    def aangeboden(self) -> bytes:
        return bytes(self.pagina.opdrachten("bied-aan")[-1][1][0])

    def werk(self) -> bytes:
        self.doe(self.bewaren, "download")
        return self.aangeboden()


def schrijf(naam: str, inhoud: bytes) -> None:
    (HIER / naam).write_bytes(inhoud)
    print(naam, len(inhoud))


# ------------------------------------------------------------------------------ urgentiemeter


def forms(stellingen: list[str], schaal: list[str], extra: list[str] = ()) -> bytes:
    """Een uitvoer zoals Microsoft Forms haar schrijft, met nummer en begintijd."""
    kop = ["ID", "Begintijd", "Tijdstip van voltooien", "Uw rol", *stellingen, *extra]
    rollen = ["docent", "docent", "docent", "teamleider", "leerling", "docent", "ouder"]
    rijen = [";".join(kop)]
    for nr, rol in enumerate(rollen, 1):
        antwoorden = [schaal[(nr + plek) % len(schaal)] for plek in range(len(stellingen))]
        tijden = [f"11/20/26 09:0{nr}:1{nr}", f"11/20/26 09:1{nr}:4{nr}"]
        rijen.append(";".join([str(nr), *tijden, rol, *antwoorden, *["OP1;OP2"] * 0]))
    return "\n".join(rijen).encode("utf-8-sig")


def urgentie_feiten(lezer: Lezer) -> None:
    for nr, jaar in enumerate(("6,7", "6,4", "6,1")):
        lezer.zet(f"afdeling1-examencijfers-jaar{nr}", jaar)
        lezer.zet(f"afdeling1-examencijfers-leerlingen{nr}", str(90 + nr))
        lezer.zet(f"afdeling1-onderbouwsnelheid-jaar{nr}", str(96 + nr))
    lezer.vul(afdeling1_naam="havo Noord", afdeling1_soort="havo")
    lezer.zet("afdeling1-examencijfers-norm", "6,3")
    lezer.zet("afdeling1-onderbouwsnelheid-norm", "95,1")
    lezer.zet("afdeling1-eigen-naam", "Verzuim")
    lezer.zet("afdeling1-eigen-richting", "lager")
    lezer.zet("afdeling1-eigen-laagste", "0")
    lezer.zet("afdeling1-eigen-hoogste", "100")
    lezer.zend("Voeg indicator toe")
    for nr, jaar in enumerate(("5,5", "6", "7,25")):
        lezer.zet(f"afdeling1-eigen1-jaar{nr}", jaar)
    lezer.klik("Nog een afdeling")
    lezer.vul(afdeling2_naam="vwo", afdeling2_soort="vwo")
    lezer.zet("afdeling2-bovenbouwsucces-jaar2", "tweeëntachtig")  # een half getal: een klad


def urgentiemeter(modus: str) -> None:
    scherm = Urgentiescherm()
    lezer = Lezer(scherm.scherm, "Havo Noord")
    vragen = scherm.inhoud.vragen
    codes = [s.code for s in vragen.stellingen]
    urgentie_feiten(lezer)
    lezer.zet("stap", 1)
    lezer.zet("zelf-rol", "teamleider")
    lezer.zet("zelf-stellingen", {c: [1, 2, 3, 4, None][n % 5] for n, c in enumerate(codes)})
    lezer.zet("zelf-onderwerpen", ["OP1", "OR1", "SKA1"])
    lezer.klik("Bewaar alleen mijn antwoorden als bestand")
    if modus == "anoniem":
        schrijf("urgentiemeter-antwoorden.json", lezer.aangeboden())
    lezer.zet("manier", "bestand")
    lezer.kies("Werkt de groep op naam of anoniem? Kies dit voordat iemand begint.", "naam")
    ander = Lezer(Urgentiescherm().scherm, "x")
    ander.zet("zelf-rol", "ouder")
    ander.zet("zelf-stellingen", dict.fromkeys(codes, 2))
    ander.klik("Bewaar alleen mijn antwoorden als bestand")
    lezer.laad("Voeg bestanden toe", ("Beatrix van Dam.json", ander.aangeboden()))
    tabel = forms([s.tekst for s in vragen.stellingen], list(vragen.schaal))
    lezer.laad("Voeg bestanden toe", ("forms.csv", tabel))
    lezer.zet("manier", "beurt")
    lezer.zet("beurt-rol", "*anders")
    lezer.zet("beurt-andere-rol", "conciërge")
    lezer.zet("beurt-naam", "Anne de Wit")
    lezer.zet("beurt-stellingen", dict.fromkeys(codes, 3))
    lezer.zet("beurt-onderwerpen", ["*geen"])
    lezer.zend("Klaar, de volgende persoon")
    lezer.zet("beurt-rol", "docent")
    lezer.zet("beurt-stellingen", {"u1": 4, "o1": 1})
    lezer.zet("manier", "hand")
    lezer.zet("hand-rol", "leerling")
    lezer.zet("hand-personen", "20")
    lezer.zet("hand-u1", "2 5 8 3 1")
    lezer.zet("hand-u3", "0 5 8 3 1")
    lezer.zet("hand-OP1", "12")
    lezer.zend("Voeg deze telling toe")
    lezer.zet("hand-o2", "1 2 3")  # nog niet af
    lezer.kies("Gedeeld vanaf", "75")
    lezer.kies("Wie telt hoe zwaar?", "rol")
    if modus == "anoniem":
        lezer.kies("Werkt de groep op naam of anoniem? Kies dit voordat iemand begint.", "anoniem")
    schrijf(f"urgentiemeter-werk-{modus}.json", lezer.werk())


# -------------------------------------------------------------------------------- zelfevaluatie


def zelf_lezer(naam: str, hekje: str = "") -> tuple[Zelfevaluatiescherm, Lezer]:
    scherm = Zelfevaluatiescherm(in_pagina=True)
    pagina = Pagina(scherm.scherm)
    pagina.doe(scherm.adres, "adres", adres=SITE, hekje=hekje)
    return scherm, Lezer(scherm.scherm, naam)


def vul_scan(scherm: Zelfevaluatiescherm, lezer: Lezer, rol: str, antwoord: int | None) -> None:
    kenmerk = scherm.invullen.opzet.id
    lezer.zet("invul-rol", rol)
    for plek, blad in enumerate(scherm.invullen.vel.bladen):
        codes = [s.id for s in blad.lijst.stellingen]
        keuzes = {c: antwoord if (plek + n) % 4 else None for n, c in enumerate(codes)}
        lezer.zet(f"invul-{kenmerk}-{blad.thema.code}", keuzes)
    lezer.zet(f"invul-{kenmerk}-bka1-bewijs", f"Het jaarplan, blz. 3 ({rol})")
    lezer.zet(f"invul-{kenmerk}-cyclisch-opmerking", "De cyclus hapert\nin mei.")


def maak_scan(lezer: Lezer, naam: str) -> None:
    lezer.zet("scan-naam", naam)
    lezer.zet("scan-datum", "1-10-2026")
    lezer.zet("scan-eigen-groepen", "Ouderraad")
    lezer.zet("eigen-thema", "cyclisch")
    lezer.zet("eigen-tekst", "Wij bespreken de resultaten met de ouderraad.")
    lezer.zend("Voeg deze stelling toe")
    lezer.klik("Maak deze scan")


def zelfevaluatie() -> None:
    scherm, lezer = zelf_lezer("Scan najaar")
    maak_scan(lezer, "Najaar 2026")
    fragment = to_fragment(scherm.werk.opzet, scherm.inhoud)
    schrijf("zelfevaluatie-link.txt", f"{SITE}#{fragment}\n".encode())
    vul_scan(scherm, lezer, "bestuur", 3)
    lezer.zet("invul-naam", "Wilma de Maker")
    bestanden = []
    rollen = ["bestuur"] * 2 + ["intern-toezicht"] * 5 + ["schoolleiding"] * 3 + ["ouderraad"]
    for nr, rol in enumerate(rollen):
        ander, hand = zelf_lezer("Invullen", f"#{fragment}")
        vul_scan(ander, hand, rol, nr % 4 + 1)
        hand.zet("invul-naam", f"Persoon {nr}")
        ander.invullen.go(99)
        hand.klik("Bewaar mijn antwoorden als bestand")
        bestanden.append((f"Persoon {nr} geheim.json", hand.aangeboden()))
        if nr == 0:
            schrijf("zelfevaluatie-invuller.json", hand.werk())
    schrijf("zelfevaluatie-antwoorden.json", bestanden[0][1])
    lezer.laad("Voeg bestanden toe", *bestanden)
    kenmerk = scherm.werk.opzet.id
    lezer.zet("stap", 4)
    lezer.zet(f"samen-{kenmerk}-bka1-oordeel", "3")
    lezer.zet(f"samen-{kenmerk}-bka1-overtuigd", "Het voorbeeld van de havo.")
    lezer.zet(f"samen-{kenmerk}-bka1-afspraak", "In mei weer.")
    lezer.zend("Leg dit oordeel vast")
    lezer.zet("samen-thema", "cyclisch")
    lezer.zet(f"samen-{kenmerk}-cyclisch-overtuigd", "Nog een klad.")
    lezer.klik("Bewaar deze scan")
    schrijf("zelfevaluatie-scan.json", lezer.aangeboden())
    lezer.zet("stap", 3)
    lezer.zet("uitslag-groepen", ["intern-toezicht", "schoolleiding"])
    lezer.zet("uitslag-thema", "cyclisch")
    lezer.zet("uitslag-groep", "intern-toezicht")
    lezer.klik("Vragen voor de gespreksprompter")
    schrijf("gespreksvragen.json", lezer.aangeboden())
    lezer.zet("stap", 1)
    ander, hand = zelf_lezer("Andere scan")
    maak_scan(hand, "Scan van de buren")
    scherm.invullen.receive(ander.werk.opzet)
    vul_scan(scherm, lezer, "staf", 2)
    scherm.invullen._choose("")
    lezer.zet("stap", 4)
    schrijf("zelfevaluatie-werk-naam.json", lezer.werk())
    lezer.klik("Begin een volgende scan")
    lezer.kies("Werkt de groep op naam of anoniem? Kies dit voordat iemand begint.", "anoniem")
    vragen = scherm.werk.vragen
    tabel = forms([s.tekst for s in vragen.stellingen], list(vragen.schaal))
    tabel = tabel.replace(b"docent", b"bestuur").replace(b"teamleider", b"staf")
    lezer.laad("Voeg bestanden toe", ("Forms van Beatrix.csv", tabel))
    schrijf("zelfevaluatie-werk-anoniem.json", lezer.werk())


# ------------------------------------------------------------------------------- gespreksprompter


def houd_gesprek(lezer: Lezer, scherm: Gespreksscherm, dag: str, afspraak: str) -> None:
    lezer.zet("kies-fasen", ["plan", "check", "borging"])
    lezer.zet("kies-doel", "inspireren")
    lezer.zet("kies-standaard", "SKA2")
    lezer.zet("kies-onderwerp", "Lezen in alle vakken")
    lezer.zend("Maak de gids")
    eerste = next(r for r in scherm.plek.gids.regels if r.soort == "vraag")
    lezer.zet("gids-waar", eerste.id)
    lezer.zet("gids-eigen", "Wat zag u zelf in de les?")
    lezer.zend("Zet deze vraag in de gids")
    lezer.zet("blad", 2)
    reeks, gids = scherm.plek.werk.current.id, scherm.plek.gids
    for regel in gids.regels:
        if regel.soort != "pauze":
            lezer.zet("gesprek-vraag", regel.id)
            notitie = f"notitie-{reeks}-{scherm.plek.gesprek.id}-{regel.id}"
            lezer.zet(notitie, f"Wat werd gezegd bij {regel.id}.")
    lezer.zet("afspraak-wat", afspraak)
    lezer.zet("afspraak-wie", "teamleider")
    lezer.zet("afspraak-wanneer", "15-1-2027")
    lezer.zet("afspraak-bewijs", "Zes verslagen")
    lezer.zend("Leg deze afspraak vast")
    lezer.zet("parkeer-tekst", "Het rooster")
    lezer.zend("Parkeer dit punt")
    lezer.zet("blad", 3)
    lezer.vul(afrond_dag=dag, afrond_tijd="9.30", afrond_aanwezig="rector, teamleider")
    lezer.vul(volgende_dag="16-3-2027", volgende_tijd="10.30", volgende_plaats="kamer 12")
    lezer.zend("Rond het gesprek af")


def gespreksprompter() -> None:
    scherm = Gespreksscherm()
    lezer = Lezer(scherm.scherm, "Mijn jaar")
    lezer.laad("Open een bestand", ("vragen.json", (HIER / "gespreksvragen.json").read_bytes()))
    houd_gesprek(lezer, scherm, "24-11-2026", "Lesbezoeken")
    lezer.zet("blad", 0)
    lezer.kies("Met wie?", "nieuw:eigen")
    lezer.vul(tafel_naam="Taalgroep", tafel_niveaus=["school"])
    houd_gesprek(lezer, scherm, "25-11-2026", "Leesplan")
    lezer.zet("blad", 0)
    lezer.kies("Met wie?", "nieuw:team")
    lezer.zend("Maak de gids")
    lezer.zet("blad", 5)
    lezer.zet("ritme-vakanties", "19-10-2026 tot en met 23-10-2026 herfst")
    lezer.zend("Pas de periode toe")
    eerste = scherm.ritme.overleg.opties[0][0]
    lezer.kies("Overleg", eerste)
    lezer.klik("Laat dit overleg weg")
    lezer.zet("blad", 2)
    lezer.zet("afspraak-wat", "Een afspraak die nog niet af is")
    schrijf("gespreksprompter-werk.json", lezer.werk())


def bevindingenverkenner() -> None:
    lezer = Lezer(open_scherm(), "Mijn keuze")
    lezer.zet("weergave", "uitdagingen")
    lezer.zet("uitdagingen-zoek", "lezen")
    lezer.zet("uitdagingen-standaard", "OP1")
    lezer.zet("mijn-afdeling", "Vwo")
    lezer.zet("mijn-standaarden", ["OP1", "SKA1"])
    lezer.zet("mijn-obstakels", [lezer.deel("mijn-obstakels").opties[0][0]])
    lezer.zet("risico_per_afdeling-afdeling", ["Havo", "Vwo"])
    schrijf("bevindingenverkenner-werk.json", lezer.werk())


if __name__ == "__main__":
    urgentiemeter("anoniem")
    urgentiemeter("naam")
    zelfevaluatie()
    gespreksprompter()
    bevindingenverkenner()
