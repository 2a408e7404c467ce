"""De hele lijn, zoals een teamleider haar loopt: van dalende cijfers naar bewijs halverwege.

Wat op de computer gebeurt, gaat met alleen het toetsenbord. Daarna gaat het dossier als bestand
naar een telefoon, en daar gaat het verder met tikken.
"""

from __future__ import annotations

import re
from pathlib import Path

from hulpmiddel import (
    KLAAR_MS,
    SCHERM,
    active_name,
    choose,
    next_radio_group,
    press,
    save,
    tab_to,
    visible,
)
from hulpmiddel import start as start_tool
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.risicoscan.teksten import instrument

SCAN = instrument()
SCHOOL = lees_toml("voorbeeld/school.toml")
PUNTEN = {rij["standaard"]: rij["tekst"] for rij in SCHOOL["verbeterpunt"]}
#: Vier mensen, met per standaard waar zij zorg zien wat zij als bewijs noemen.
MENSEN = [
    (rij["wie"], {zorg["standaard"]: zorg["bewijs"] for zorg in rij["zorgen"]})
    for rij in SCHOOL["scan"]["invulling"]
]
ACHT = SCHOOL["activiteit"][:8]
ACTIVITEITEN = [rij["wat"].replace("$lessen_2", "14") for rij in ACHT]
MIDTERM = "9-2-2026"


# -- op de computer, met het toetsenbord -----------------------------------------------------------


def start(pagina: Page, adres: str, naam: str) -> None:
    """Open een hulpmiddel op zijn bladzijde, met het toetsenbord."""
    pagina.goto(f"{adres}instrumenten/{naam}.html")
    start_tool(pagina)
    expect(pagina.get_by_role("tab").first).to_be_visible(timeout=KLAAR_MS)


def falling_figures(pagina: Page) -> None:
    """Zet drie jaren naast de norm, en leg het signaal klaar."""
    tab_to(pagina, "Naam van de afdeling")
    pagina.keyboard.type("De voorbeeldschool, havo")
    tab_to(pagina, "Soort afdeling")
    choose(pagina, "havo")
    jaren = (("Norm", "6,3"), ("Oudste jaar", "6,47"), ("Jaar daarna", "6,42"))
    for label, getal in (*jaren, ("Laatste jaar", "6,21")):
        tab_to(pagina, label)
        pagina.keyboard.type(getal)
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_text("Signaal: attendering.")).to_be_visible(timeout=KLAAR_MS)
    press(pagina, "Verder naar 2. Beleving")
    press(pagina, "Verder naar 3. Uitslag")
    press(pagina, "Maak hiervan een gesprek")
    expect(pagina.get_by_text("1 signaal").locator("visible=true")).to_be_visible(timeout=KLAAR_MS)


def take(pagina: Page) -> None:
    """Neem mee wat er klaarligt."""
    press(pagina, "Neem mee")


def scan_begins(pagina: Page) -> None:
    """Neem het signaal mee, en laat de eerste twee van vier mensen invullen."""
    tab_to(pagina, SCAN.zeg("naam"))
    pagina.keyboard.type("De voorbeeldschool, havo")
    take(pagina)
    tab_to(pagina, SCAN.zeg("soort"))
    choose(pagina, "Havo")
    press(pagina, "Verder naar 2. Kijken")
    next_radio_group(pagina)
    pagina.keyboard.press("ArrowDown")
    expect(visible(pagina, "Op naam")).to_be_visible(timeout=KLAAR_MS)
    next_radio_group(pagina)
    pagina.keyboard.press("Space")
    for nummer in (0, 1):
        person(pagina, nummer)


def person(pagina: Page, nummer: int) -> None:
    """Vul het vel in voor één van de vier."""
    rol, zorgen = MENSEN[nummer]
    expect(visible(pagina, "Uw rol")).to_be_visible(timeout=KLAAR_MS)
    if "Uw rol" not in active_name(pagina):  # na een persoon staat de lezer er al
        tab_to(pagina, "Uw rol")
    choose(pagina, rol.replace("mentorcoordinator", "mentor"))
    for code in SCAN.standaarden:
        next_radio_group(pagina)
        pagina.keyboard.press("Space")
        for _ in range(2 if code in zorgen else 0):
            pagina.keyboard.press("ArrowDown")
    for code in SCAN.standaarden:
        if code in zorgen:
            tab_to(pagina, SCAN.zeg("bewijs", code=code, naam=SCAN.standaarden[code].naam))
            pagina.keyboard.type(zorgen[code])
    press(pagina, "Klaar, de volgende persoon")
    telling = "Er telt nu 1 persoon" if nummer == 0 else f"Nu tellen {nummer + 1} mensen"
    expect(pagina.get_by_text(telling)).to_be_visible(timeout=KLAAR_MS)


def scan_ends(pagina: Page) -> None:
    """Na een gesloten tabblad: de andere twee mensen, de uitkomst, drie punten, en klaarleggen."""
    expect(pagina.get_by_text("Nu tellen 2 mensen")).to_be_visible(timeout=KLAAR_MS)
    for nummer in (2, 3):
        person(pagina, nummer)
    press(pagina, "Verder naar 3. Uitkomst")
    expect(pagina.get_by_text("Dit rust op 4 mensen.").locator("visible=true")).to_be_visible(
        timeout=KLAAR_MS
    )
    expect(pagina.get_by_text("Examencijfers").first).to_be_attached(timeout=KLAAR_MS)
    press(pagina, "Verder naar 4. Verbeterpunten")
    for code, wat in PUNTEN.items():
        tab_to(pagina, SCAN.zeg("punten_kies"), 200)
        choose(pagina, code)
        press(pagina, SCAN.zeg("punten_maak"))
        expect(active(pagina)).to_have_accessible_name(re.compile(SCAN.zeg("punt_wat")[:-1]))
        pagina.keyboard.type(wat)
    press(pagina, SCAN.zeg("klaarleggen"))
    expect(pagina.get_by_text("3 verbeterpunten liggen klaar")).to_be_visible(timeout=KLAAR_MS)


def dossier_to_file(pagina: Page, map_: Path) -> Path:
    """Sla in het verbeterplan het dossier op als bestand, voor een ander apparaat."""
    expect(pagina.get_by_text("3 verbeterpunten, klaargelegd").first).to_be_visible(
        timeout=KLAAR_MS
    )
    tab_to(pagina, "Dossier: kiezen, als bestand, samenvoegen")
    pagina.keyboard.press("Enter")
    with pagina.expect_download() as wacht:
        press(pagina, "Sla het dossier op als bestand")
    doel = map_ / wacht.value.suggested_filename
    wacht.value.save_as(doel)
    return doel


def active(pagina: Page) -> Locator:
    """Geef wat de focus heeft."""
    return pagina.locator(":focus")


# -- op de telefoon, met tikken --------------------------------------------------------------------


class Telefoon:
    """Een duim op een klein scherm: alleen wat in beeld te tikken is."""

    def __init__(self, pagina: Page, adres: str) -> None:
        self.pagina, self.adres = pagina, adres

    def start(self, naam: str) -> None:
        """Open een hulpmiddel."""
        self.pagina.goto(f"{self.adres}instrumenten/{naam}.html")
        start_tool(self.pagina)
        expect(self.pagina.get_by_role("tab").first).to_be_visible(timeout=KLAAR_MS)

    def tap(self, opschrift: str | re.Pattern[str], laatste: bool = False) -> None:
        """Tik op een knop."""
        knoppen = self.screen.get_by_role("button", name=opschrift, exact=True)
        zichtbaar = knoppen.locator("visible=true")
        (zichtbaar.last if laatste else zichtbaar.first).tap()

    def unfold(self, tekst: str) -> None:
        """Klap een vak open."""
        vak = self.screen.locator("summary", has_text=tekst).locator("visible=true").first
        vak.tap()

    def fill(self, label: str, tekst: str) -> None:
        """Vul het laatste veld met dit opschrift dat in beeld is."""
        patroon = re.compile(rf"^{re.escape(label)}( \(mag leeg blijven\))?$")
        veld = self.screen.get_by_label(patroon).locator("visible=true").last
        veld.tap()
        veld.fill(tekst)

    def choose(self, label: str, optie: str | re.Pattern[str]) -> None:
        """Kies in de laatste keuzelijst met dit opschrift."""
        patroon = re.compile(rf"^{re.escape(label)}( \(mag leeg blijven\))?$")
        lijst = self.screen.get_by_label(patroon).locator("visible=true").last
        gevonden = lijst.locator("option").filter(has_text=optie).first
        lijst.select_option(value=gevonden.get_attribute("value"))

    def step(self, naam: str) -> None:
        """Ga naar een stap."""
        self.pagina.get_by_role("tab", name=naam).tap()

    def sees(self, tekst: str | re.Pattern[str]) -> None:
        """Wacht tot er iets staat."""
        expect(self.screen.get_by_text(tekst).locator("visible=true").first).to_be_visible(
            timeout=KLAAR_MS
        )

    def fits(self) -> None:
        """Niets steekt buiten het scherm."""
        smal = "document.documentElement.scrollWidth <= innerWidth"
        assert self.pagina.evaluate(smal)

    @property
    def screen(self) -> Locator:
        """Het hulpmiddel zelf."""
        return self.pagina.locator(SCHERM)


def plan(duim: Telefoon, dossier: Path) -> None:
    """Haal de punten uit het bestand, en maak er een plan met acht activiteiten van."""
    duim.fill("Naam van het plan", "Havo 2025-2026")
    duim.unfold("Dossier: kiezen, als bestand, samenvoegen")
    visible(duim.pagina, "Open een dossier").set_input_files(dossier)
    duim.tap("Neem over")
    duim.sees("Overgenomen. Wat hier al lag, ligt er nog.")
    duim.tap(re.compile("Neem mee.*risicoscan"))
    duim.sees("3. Secties bespreken cijfers, en hun afspraak komt daarna niet terug.")
    duim.fits()
    duim.step("2. Doelen")
    for doel in SCHOOL["doel"]:
        duim.tap("Nog een doel")
        duim.fill("Wat is er dan bereikt?", doel["tekst"])
        punt = next(p for p in SCHOOL["verbeterpunt"] if p["id"] == doel["punt"])
        duim.choose("Hoort bij punt", punt["tekst"])
        duim.fill("Wie zorgt ervoor?", "teamleider")
        duim.fill("Bereikt op", "19-6-2026")
        duim.fill("Waaraan ziet u dat?", doel["maat"])
        begin = doel["begin"]
        duim.fill("Nu", str(begin["k"]))
        duim.fill("geteld op", f"{begin['dag']:%d-%m-%Y}")
        duim.fill("Straks", "75" if doel["id"] == "d1" else "26" if doel["id"] == "d2" else "7")
    duim.step("3. Aanpak")
    for doel in SCHOOL["doel"]:
        duim.tap("Nog een maatregel")
        duim.fill("Hoe pakt u het aan?", f"Aanpak bij {doel['id']}")
        for rij, wat in zip(ACHT, ACTIVITEITEN, strict=True):
            if rij["doel"] == doel["id"]:
                duim.tap("Nog een activiteit", laatste=True)
                duim.fill("Wat doet iemand?", wat[:300])
                duim.fill("Wie zorgt ervoor?", rij["trekker"])
                duim.fill("Begint op", f"{rij['van']:%d-%m-%Y}")
                duim.fill("Klaar op", f"{rij['klaar']:%d-%m-%Y}")
    duim.step("6. Voortgang")
    duim.unfold("Midterm review")
    duim.fill("Dag", MIDTERM)
    duim.step("5. Nakijken")
    duim.sees("3 doelen, 3 maatregelen en 8 activiteiten")
    duim.fits()
    duim.step("7. Meenemen")
    duim.tap("Leg doelen, acties, momenten en vragen klaar")
    duim.sees(re.compile("8 acties"))


def year(duim: Telefoon, map_: Path) -> set[str]:
    """Maak een jaar met het ritme van de tafels en het plan, en geef de agenda."""
    duim.fill("Naam van de school of het bestuur", "De voorbeeldschool")
    duim.choose("Schooljaar", "2025-2026")
    duim.step("2. Ritme")
    for tafel in ("Bestuur met rectoren of directeuren", "Ronde lesbezoek"):
        duim.screen.get_by_label(re.compile(f"^{tafel}:")).tap()
    duim.sees("Ronde lesbezoek (")
    duim.step("3. Punten")
    duim.tap(re.compile("Neem mee.*verbeterplan"))
    duim.sees("De kalender volgt dit werk vanaf nu.")
    duim.step("4. Kalender")
    duim.sees("Wat opvalt")
    duim.fits()
    return events(duim, map_)


def events(duim: Telefoon, map_: Path) -> set[str]:
    """Geef wat er in het agendabestand doorgaat."""
    agenda = Calendar.from_ical(save(duim.pagina, "Agenda (.ics)", map_).read_bytes())
    return {
        f"{punt['SUMMARY']} {punt['DTSTART'].dt:%d-%m-%Y}"
        for punt in agenda.walk("VEVENT")
        if punt["STATUS"] == "CONFIRMED"
    }


def conversation(duim: Telefoon) -> None:
    """Voer het voortgangsgesprek met de vragen uit het plan, en spreek iets af."""
    duim.tap(re.compile("Neem mee.*verbeterplan"))
    duim.sees("vragen")
    duim.tap("Maak de gids")
    duim.tap("Begin het gesprek")
    duim.tap("Volgende vraag")
    duim.fill("Notities", "Bij wiskunde schrijft nu iedereen het antwoord op.")
    duim.unfold("Afspraken (")
    duim.fill("Wat", "Steunuur verplaatsen naar de ochtend")
    duim.fill("Wie", "teamleider")
    duim.fill("Wanneer", "2-3-2026")
    duim.tap("Leg deze afspraak vast")
    duim.sees("Afspraken (1)")


def evidence(duim: Telefoon) -> None:
    """Schrijf halverwege op wat er gezien is, besluit, en leg het plan weer klaar."""
    duim.step("6. Voortgang")
    duim.fill("Kleuren op welke dag?", MIDTERM)
    duim.sees("Stand op 9 februari 2026")
    doel = SCHOOL["doel"][0]["tekst"]
    duim.unfold(f"streefdoel: {doel}")
    duim.tap("Nieuw bericht")
    duim.fill("Dag", "23-1-2026")
    duim.fill("Geteld", "9")
    duim.fill("van de", "14")
    duim.fill("Wat is er gezien?", "bij wiskunde schrijft iedereen het antwoord op")
    duim.sees(f"groen – streefdoel: {doel}")
    duim.unfold("Midterm review")
    duim.choose(f"{ACTIVITEITEN[4]}: wat doet u ermee?", "stoppen")
    duim.step("7. Meenemen")
    duim.tap("Leg doelen, acties, momenten en vragen klaar")
    duim.sees(re.compile("7 acties"))
