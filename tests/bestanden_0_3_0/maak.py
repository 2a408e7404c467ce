"""Maakte de bestanden in deze map, met de code van versie 0.3.0.

Draai dit niet opnieuw: de bestanden zijn wat lezers van 0.3.0 op hun apparaat hebben staan, en
blijven zoals zij zijn. Het script staat erbij om te laten zien wat erin zit, en hoe. Vier
hulpmiddelen gaan verder met hun volste bestand van 0.2.0, zoals een lezer dat deed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

HIER = Path(__file__).parent
TOETSEN = HIER.parent
for map_ in ("bouwdoos", "gespreksprompter", "kwaliteitskalender", "risicoscan", "schermdelen",
             "urgentiemeter", "verbeterplan", "zelfevaluatie"):  # fmt: skip
    sys.path.insert(0, str(TOETSEN / map_))

from hulpproef import Proef  # noqa: E402
from meterproef import INHOUD as METERTEKST  # noqa: E402
from meterproef import Meterproef  # noqa: E402
from prompterproef import GESPREK, KIEZEN  # noqa: E402
from prompterproef import Proef as Prompterproef  # noqa: E402
from scanproef import BEURT, EIGEN, INHOUD, Scanproef, read_dossier, write_dossier  # noqa: E402
from zelfproef import SITE, Zelfproef, twelve  # noqa: E402

from lv_tools.basis.uitwisseling.dossier import Dossier, to_text  # noqa: E402
from lv_tools.basis.uitwisseling.stukken import (  # noqa: E402
    Actie,
    Doel,
    Gespreksvraag,
    Herkomst,
    Moment,
    Signaal,
    Verbeterpunt,
)
from lv_tools.bevindingenverkenner.hulpmiddel import VERKENNER  # noqa: E402
from lv_tools.kwaliteitskalender.hulpmiddel import KWALITEITSKALENDER  # noqa: E402
from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN  # noqa: E402
from lv_tools.zelfevaluatie.bestand.link import to_fragment  # noqa: E402
from lv_tools.zelfevaluatie.teksten import instrument  # noqa: E402


def schrijf(naam: str, inhoud: bytes | str) -> None:
    gegevens = inhoud.encode() if isinstance(inhoud, str) else inhoud
    assert gegevens, naam
    (HIER / naam).write_bytes(gegevens)
    print(naam, len(gegevens))


def oud(naam: str) -> str:
    return (TOETSEN / "bestanden_0_2_0" / naam).read_text("utf-8")


def aangeboden(proef: Proef) -> bytes:
    return next(bytes(b[0]) for i, b in reversed(proef.gestuurd) if i.get("naam") == "bied-aan")


def met_label(proef: Proef, label: str) -> Any:
    return next(d for d in proef.scherm.walk() if d.eigenschappen.get("label") == label)


def kaart(proef: Proef, label: str, tekst: str, actie: str) -> None:
    lijst = met_label(proef, label)
    gekozen = next(k for k in lijst.kaarten if tekst in k.titel)
    proef.gebeur(lijst, "actie", kaart=gekozen.id, naam=actie)


def zend(proef: Proef, knop: str) -> None:
    formulier = next(d for d in proef.scherm.walk() if d.eigenschappen.get("knop") == knop)
    proef.gebeur(formulier, "inzenden")


def klap_open(proef: Proef) -> None:
    """Klap alles open op de stap die open is."""
    paneel = proef.opstelling.panelen[proef.opstelling.stappen.gekozen]
    for vak in [d for d in paneel.deel.walk() if d.soort == "uitklap" and not d.open]:
        proef.gebeur(vak, "wijziging", waarde=True)


def bevindingenverkenner() -> None:
    for naam in ("bevindingenverkenner-werk.json", "bevindingenverkenner-werk-over.json"):
        proef = Proef(VERKENNER, bewaard=oud(naam))
        proef.vul("weergave", "mijn_afdeling")
        schrijf(naam, proef.bewaard())


def gespreksprompter() -> None:
    proef = Prompterproef(bewaard=oud("gespreksprompter-werk.json"))
    proef.go(KIEZEN)
    kaarten = next(d for d in proef.scherm.walk() if d.soort == "kaartlijst" and d.kaarten)
    proef.gebeur(kaarten, "actie", kaart=kaarten.kaarten[0].id, naam="neem")
    proef.go(GESPREK)
    proef.vul("+parkeer/tekst", "Het rooster, nog niet geparkeerd")
    proef.vul("+afspraak/wat", "Half opgeschreven\nin twee regels ")
    schrijf("gespreksprompter-werk.json", proef.bewaard())


def urgentiemeter() -> None:
    for modus in ("naam", "anoniem"):
        proef = Meterproef(bewaard=oud(f"urgentiemeter-werk-{modus}.json"))
        proef.stap(0)
        proef.vul("afdelingen/*/reeksen/examencijfers/resultaten/1", "zes en een half")
        proef.vul("+eigen/*/naam", "Verzuim, nog niet toegevoegd")
        proef.stap(2)
        proef.vul("omvang", "volledig")
        schrijf(f"urgentiemeter-werk-{modus}.json", proef.bewaard())
        if modus == "naam":
            proef.klik(METERTEKST.zeg("geef"))
    proef = Meterproef()
    proef.zelf("teamleider", 3)
    proef.vul("naam", "Havo, najaar 2026")
    proef.vul("groep/eigen/keuzes/standaarden", ["OP1", "OR1"])
    schrijf("urgentiemeter-antwoorden.json", proef.download(METERTEKST.zeg("bewaar_eigen")).inhoud)


def zelfevaluatie() -> None:
    inhoud = instrument()
    for naam in ("werk-naam", "werk-anoniem", "invuller"):
        proef = Zelfproef(bewaard=oud(f"zelfevaluatie-{naam}.json"))
        proef.naar("verzamelen")
        if naam == "werk-naam":
            proef.vul("groep/manier", "beurt")
            proef.vul("groep/beurt/naam", "Half Af")
        proef.naar("maken")
        proef.vul("opzet/datum", "31-2-2027")
        schrijf(f"zelfevaluatie-{naam}.json", proef.bewaard())
    proef = Zelfproef()
    proef.naar("maken")
    proef.vul("opzet/naam", "Voorjaar 2028")
    fragment = to_fragment(proef.opzet, inhoud)
    schrijf("zelfevaluatie-link.txt", f"{SITE}#{fragment}\n")
    proef.voeg_toe(*twelve(proef.opzet))
    schrijf("zelfevaluatie-antwoorden.json", twelve(proef.opzet)[4].inhoud)
    proef.naar("vergelijken")
    schrijf("zelfevaluatie-scan.json", proef.neem(inhoud.zeg("volgende_bewaar")).inhoud)
    proef.naar("uitslag")
    schrijf("gespreksvragen.json", proef.neem(inhoud.zeg("vragen_bestand")).inhoud)
    proef.klik(inhoud.zeg("vragen_klaar"))


def dossier_vooraf() -> None:
    """Van elke soort stukken iets, zoals hulpmiddelen het klaarleggen; en iets weggehaald."""
    meter = Herkomst("urgentiemeter", "Havo, najaar", date(2026, 10, 5))
    plan = Herkomst("verbeterplan", "Plan van vorig jaar")
    signaal = Signaal("s1", "Het bovenbouwsucces daalt", "drie jaar onder elkaar", "", ("OR1",))
    punt = Verbeterpunt("p1", "Zicht in de les", "4 van 12", "meer-bronnen", ("OP3",), "meer zien")
    dossier = Dossier().give(meter, "havo-najaar", (signaal, Gespreksvraag("Waarom daalt het?")))
    dossier = dossier.give(Herkomst("risicoscan", "Team havo"), "scan1", (punt,))
    dossier = dossier.give(
        plan,
        "plan1",
        (
            Doel("d1", "Iedereen begrepen", "teamleider", date(2027, 6, 18), "lessen: naar 75%"),
            Actie("a1", "Lesbezoek", "team", date(2027, 1, 11), date(2027, 1, 22), "d1"),
            Moment("m1", "Midterm review", date(2027, 2, 9), "rector", "terugblik"),
            Gespreksvraag("Wat lukt al?", "check", "Plan", "Het doel is groen."),
        ),
    )
    dossier = dossier.give(Herkomst("risicoscan", "Weg"), "scan2", (punt,))
    write_dossier(dossier.remove(next(p for p in dossier.klaar if p.werk == "scan2")))


def risicoscan() -> None:
    proef = Scanproef()
    proef.vul("naam", "Havo")
    proef.vul("soort", "Havo")
    proef.neem("urgentiemeter/havo-najaar")
    proef.stap(1)
    proef.zie(OP3=3, OR1=2, VS1=1, SKA1=None)
    proef.vul(f"{EIGEN}/naam", "Ans")
    proef.bewijs("OP3", "vier van de twaalf lessen")
    proef.bron("OP3")
    proef.vul(f"{EIGEN}/keuzes/obstakels", ("leiding-wisselt", "geld"))
    proef.vul(f"{EIGEN}/keuzes/belemmerend", ("b-planning",))
    knop = next(d for d in proef.scherm.walk()
                if d.eigenschappen.get("tekst") == INHOUD.zeg("bewaar_eigen"))  # fmt: skip
    schrijf("risicoscan-antwoorden.json", knop.maak().inhoud)
    proef.groep("naam")
    for rol, wie, antwoord in (("docent", "Bo", 3), ("docent", "Cas", 2), ("teamleider", "D", 1)):
        proef.lever_in(rol, wie, OP3=antwoord, OP2=4 - antwoord)
    proef.zie(BEURT, OP3=2)
    proef.vul(f"{BEURT}/naam", "Half Af")
    proef.stap(2)
    proef.vul("aanpak/leiding-wisselt", "eerst")
    proef.vul("wie/leiding-wisselt", "rector")
    proef.stap(3)
    proef.vul("kies", "OP3")
    proef.klik(INHOUD.zeg("punten_maak"))
    proef.klik(INHOUD.zeg("punten_leeg"))
    proef.vul("punten/*/wat", "Zicht op wie het niet begrijpt")
    proef.vul("punten/*/anders_als", "als wij het vaker zien")
    schrijf("risicoscan-werk-naam.json", proef.bewaard())
    proef.klik(INHOUD.zeg("klaarleggen"))
    anoniem = Scanproef()
    anoniem.groep("anoniem")
    for nr in range(5):
        anoniem.lever_in("docent", OP3=nr % 3 + 1, VS1=2)
    anoniem.vul("groep/manier", "hand")
    anoniem.vul("groep/hand/personen", "een stuk of tien")
    schrijf("risicoscan-werk-anoniem.json", anoniem.bewaard())


def verbeterplan() -> None:
    proef = Proef(VERBETERPLAN)
    inhoud = VERBETERPLAN.inhoud()
    voorbeeld = VERBETERPLAN.voorbeeld(inhoud)
    proef.werk.change(lambda _leeg: voorbeeld)
    stap = list(VERBETERPLAN.panelen).index
    proef.stap(stap("waarom"))
    kaart(proef, "Wat er voor u klaarligt", "risicoscan ‘Team havo’", "neem")
    proef.stap(stap("nakijken"))
    klap_open(proef)
    proef.vul("eigen_woorden", "Onze woorden\nin twee regels ")
    proef.stap(stap("waarom"))
    proef.vul("kern/ambitie/klaar", "ergens in mei")
    proef.stap(stap("meenemen"))
    proef.vul("+versie/naam", "Voor de vakantie")
    zend(proef, inhoud.zeg("versie_bewaar"))
    proef.klik(inhoud.zeg("agenda_knop"))
    proef.klik(inhoud.zeg("klaarleg_knop"))
    proef.vul("+versie/naam", "Nog niet bewaard")
    proef.stap(stap("voortgang"))
    proef.vul("peildag", "10-2-2027")
    schrijf("verbeterplan-werk.json", proef.bewaard())


def kwaliteitskalender() -> None:
    zeg = KWALITEITSKALENDER.inhoud().zeg
    proef = Proef(KWALITEITSKALENDER)
    proef.gebeur(met_label(proef, zeg("schooljaar")), "wijziging", waarde="2026")
    proef.vul("naam", "De voorbeeldschool")
    proef.klik(zeg("periode_erbij"))
    for veld, waarde in (("naam", "herfst"), ("van", "12-10-2026"), ("tot", "nog onbekend")):
        proef.vul(f"jaren/2026/perioden/*/{veld}", waarde)
    proef.stap(1)
    proef.gebeur(met_label(proef, zeg("voorstellen")), "wijziging",
                 waarde=["tafel-bestuur-scholen", "tafel-school", "lesbezoek"])  # fmt: skip
    proef.stap(2)
    kaart(proef, "Wat er voor u klaarligt", "Plan van vorig jaar", "neem")
    for wat, dag, aard in (("Rapport 1 tellen", "11-12-2026", "meting"),
                           ("Bespreken met de rector", "18-12-2026", "gesprek")):  # fmt: skip
        for veld, waarde in (("wat", wat), ("aard", aard), ("dag", dag), ("wie", "rector")):
            proef.vul(f"+punt/{veld}", waarde)
        zend(proef, zeg("punt_knop"))
    kaart(proef, zeg("alle_punten"), "Midterm review", "wijzig")
    proef.vul("punten/*/dag", "11-2-2027")
    kaart(proef, zeg("alle_punten"), "Lesbezoek", "weg")
    proef.stap(3)
    proef.klik(zeg("koppel"))
    proef.klik(zeg("agenda"))
    proef.klik(zeg("leg_klaar"))
    proef.vul("weergave/wie", "rector")
    proef.stap(2)
    kaart(proef, zeg("alle_punten"), "Rapport 1", "wijzig")
    proef.vul("punten/*/dag", "31-2-2027")
    proef.vul("+punt/wat", "half")
    schrijf("kwaliteitskalender-werk.json", proef.bewaard())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as kast:
        os.environ["LV_TOOLS_MAP"] = kast
        dossier_vooraf()
        bevindingenverkenner()
        gespreksprompter()
        urgentiemeter()
        zelfevaluatie()
        risicoscan()
        verbeterplan()
        kwaliteitskalender()
        schrijf("dossier.json", to_text(read_dossier()))
