"""Het verbeterplan door dezelfde deur als de pagina: van leeg plan tot besluit en versie."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

from beschadigen import every_change, is_read_wrong
from hulpproef import Proef
from plannen import PEIL, activiteit, kern

from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN
from lv_tools.verbeterplan.model.plan import MEESTE_VERSIES, Plan

STAPPEN = ("waarom", "doelen", "aanpak", "kijken", "nakijken", "voortgang", "meenemen")


def proef(**rest) -> Proef:
    return Proef(VERBETERPLAN, **rest)


def stap(p: Proef, code: str) -> None:
    p.stap(STAPPEN.index(code))


def klap_open(p: Proef, begin: str) -> None:
    """Klap het vak open waarvan de titel zo begint."""
    vak = next(d for d in p.scherm.walk() if d.soort == "uitklap" and begin in d.titel)
    p.gebeur(vak, "wijziging", waarde=True)


def haal_weg(p: Proef) -> None:
    """Haal weg wat onderaan in beeld staat."""
    paneel = p.opstelling.panelen[p.opstelling.stappen.gekozen]
    knoppen = [d for d in paneel.deel.walk() if d.eigenschappen.get("tekst") == "Haal dit weg"]
    p.gebeur(knoppen[-1], "klik")


def gevuld() -> Proef:
    """Vul een plan met een punt, een doel, een maatregel en een activiteit."""
    p = proef()
    p.vul("kern/titel", "Havo")
    p.klik("Nog een punt")
    p.vul("kern/punten/*/wat", "Te laat zicht op wie het niet begrijpt")
    stap(p, "doelen")
    p.klik("Nog een doel")
    (doel,) = p.werk.staat.kern.doelen
    pad = f"kern/doelen/{doel.id}"
    p.vul(f"{pad}/wat", "De docent gaat bij iedereen na of het begrepen is")
    p.vul(f"{pad}/punt", p.werk.staat.kern.punten[0].id)
    p.vul(f"{pad}/wie", "teamleider")
    p.vul(f"{pad}/klaar", "19-6-2026")
    p.vul(f"{pad}/maat/nu/getal", "4")
    p.vul(f"{pad}/maat/nu/van", "12")
    p.vul(f"{pad}/maat/nu_dag", "3 oktober 2025")
    p.vul(f"{pad}/maat/dan/getal", "75")
    p.klik("Nog een tussendoel")
    p.vul(f"{pad}/tussendoelen/*/wat", "Halverwege")
    p.vul(f"{pad}/tussendoelen/*/klaar", "30-1-2026")
    p.vul(f"{pad}/tussendoelen/*/maat/dan/getal", "60")
    stap(p, "aanpak")
    p.klik("Nog een maatregel")
    p.vul("kern/maatregelen/*/wat", "Van elkaar leren")
    p.klik("Nog een activiteit")
    p.vul("kern/activiteiten/*/wat", "Lesbezoek in tweetallen")
    p.vul("kern/activiteiten/*/wie", "teamleider")
    p.vul("kern/activiteiten/*/klaar", "23-1-2026")
    return p


def met(plan: Plan) -> Proef:
    """Open een plan zoals het bewaard zou zijn."""
    p = proef()
    p.werk.change(lambda _leeg: VERBETERPLAN.keur(plan, VERBETERPLAN.inhoud()))
    p.opstelling.refresh()
    return p


def zinnen(p: Proef) -> str:
    """Geef alles wat er te lezen is."""
    paneel = p.opstelling.panelen[p.opstelling.stappen.gekozen]
    return json.dumps([d.to_tree() for d in paneel.deel.walk()], ensure_ascii=False, default=str)


def test_van_punt_tot_activiteit_hangt_alles_aan_elkaar() -> None:
    kern_ = gevuld().werk.staat.kern
    (punt,), (doel,), (maatregel,) = kern_.punten, kern_.doelen, kern_.maatregelen
    assert doel.punt == punt.id
    assert maatregel.doel == doel.id  # het enige doel zonder maatregel
    assert kern_.activiteiten[0].maatregel == maatregel.id
    assert doel.maat.nu.getal == 4
    assert doel.maat.nu_dag == date(2025, 10, 3)
    assert doel.tussendoelen[0].maat.dan.getal == Fraction(60)


def test_alles_staat_een_keer_in_het_bestand_en_komt_terug_met_de_stap() -> None:
    eerst = gevuld()
    tekst = eerst.bewaard()
    assert tekst.count("Lesbezoek in tweetallen") == 1
    daarna = proef(bewaard=tekst)
    assert daarna.werk.staat == eerst.werk.staat
    assert daarna.opstelling.stappen.gekozen == 2
    assert daarna.bewaard() == ""


def test_half_getypt_blijft_en_telt_als_leeg() -> None:
    eerst = gevuld()
    eerst.vul("kern/activiteiten/*/klaar", "eind januari")
    daarna = proef(bewaard=eerst.bewaard())
    assert daarna.werk.staat.kern.activiteiten[0].klaar is None
    klap_open(daarna, "Van elkaar leren")
    klap_open(daarna, "Lesbezoek")
    assert daarna.deel("kern/activiteiten/*/klaar").waarde == "eind januari"


def test_het_nieuwe_onderdeel_krijgt_de_focus() -> None:
    p = proef()
    p.klik("Nog een punt")
    focus = [b for b, _ in p.gestuurd if b["soort"] == "opdracht" and b["naam"] == "focus"]
    assert focus[-1]["deel"] == p.deel("kern/punten/*/wat").id


def test_weghalen_en_terugzetten_laat_alles_zoals_het_was() -> None:
    p = gevuld()
    voor = p.werk.staat
    haal_weg(p)  # de maatregel
    assert p.werk.staat.kern.maatregelen == ()
    (los,) = p.werk.staat.kern.activiteiten
    assert los.wat == "Lesbezoek in tweetallen"  # de activiteit blijft, en staat nu los
    assert "Nog nergens bij" in zinnen(p)
    p.klik("Zet terug: Van elkaar leren")
    assert p.werk.staat == voor


def test_een_doel_weg_laat_zijn_maatregel_staan_en_dat_valt_op() -> None:
    p = gevuld()
    stap(p, "doelen")
    haal_weg(p)
    stap(p, "nakijken")
    tekst = zinnen(p)
    assert "Maatregel zonder doel" in tekst
    assert "Punt zonder doel" in tekst
    assert p.werk.staat.kern.maatregelen[0].wat == "Van elkaar leren"


def test_een_advies_houdt_niets_tegen() -> None:
    """Een plan vol adviezen wordt bewaard en gaat in elk bestand mee."""
    p = gevuld()
    stap(p, "nakijken")
    assert len(p.werk.uitslag.adviezen) > 3
    assert "SMART heeft grenzen" in zinnen(p)
    stap(p, "meenemen")
    for knop in [d for d in p.scherm.walk() if d.soort == "download" and not p.bezwaar(d)]:
        p.gebeur(knop, "klik")
    namen = [b["gegevens"]["naam"] for b, _ in p.gestuurd if b.get("naam") == "bied-aan"]
    soorten = {naam.rsplit(".", 1)[-1] for naam in namen}
    assert {"html", "xlsx", "ics", "docx", "md", "zip"} <= soorten
    assert json.loads(p.bewaard())["staat"]["staat"]["kern"]["titel"] == "Havo"


def test_een_bericht_geeft_een_kleur_met_de_som() -> None:
    p = gevuld()
    stap(p, "voortgang")
    p.vul("peildag", "10-2-2026")
    klap_open(p, "streefdoel: De docent")
    p.klik("Nieuw bericht")
    p.vul("kern/doelen/*/waarnemingen/*/dag", "23-1-2026")
    p.vul("kern/doelen/*/waarnemingen/*/waarde/getal", "9")
    p.vul("kern/doelen/*/waarnemingen/*/waarde/van", "14")
    tekst = zinnen(p)
    assert "groen – streefdoel: De docent gaat" in tekst
    assert "Op 23 januari 2026 was de lijn bij 51%; gemeten is 9 van de 14 (64%)." in tekst
    assert "rood – activiteit: Lesbezoek in tweetallen" in tekst


def test_de_midterm_review_besluit_per_activiteit() -> None:
    p = gevuld()
    stap(p, "voortgang")
    klap_open(p, "Midterm review")
    p.vul("kern/midterm/antwoorden/niet", "De leerlingen die het nodig hebben, komen niet.")
    p.vul("kern/activiteiten/*/besluit", "stoppen")
    p.vul("kern/activiteiten/*/reden", "Te laat op de dag.")
    assert p.werk.staat.kern.activiteiten[0].besluit == "stoppen"
    assert "grijs – activiteit" in zinnen(p)
    daarna = proef(bewaard=p.bewaard())
    assert daarna.werk.staat.kern.midterm.antwoorden["niet"].startswith("De leerlingen")


def test_versies_naast_elkaar_en_weer_weg() -> None:
    p = gevuld()
    stap(p, "meenemen")
    p.vul("+versie/naam", "Vastgesteld")
    knop = p.opstelling.inhoud.zeg("versie_bewaar")
    formulier = next(d for d in p.scherm.walk() if d.eigenschappen.get("knop") == knop)
    p.gebeur(formulier, "inzenden")
    (versie,) = p.werk.staat.versies
    assert (versie.naam, versie.kern) == ("Vastgesteld", p.werk.staat.kern)
    assert "Er is geen verschil" in zinnen(p)
    stap(p, "aanpak")
    p.vul("kern/activiteiten/*/wie", "rector")
    stap(p, "meenemen")
    tekst = zinnen(p)
    assert "activiteit: Lesbezoek in tweetallen" in tekst
    assert "teamleider" in tekst
    assert "rector" in tekst
    p.klik("Haal deze versie weg")
    assert p.werk.staat.versies == ()
    for nummer in range(MEESTE_VERSIES + 1):
        p.vul("+versie/naam", f"versie {nummer}")
        p.gebeur(formulier, "inzenden")
    assert len(p.werk.staat.versies) == MEESTE_VERSIES
    assert p.deel("+versie/naam").waarde == f"versie {MEESTE_VERSIES}"  # niet kwijt


def test_de_keuze_bij_een_doel_volgt_de_punten() -> None:
    p = gevuld()
    stap(p, "waarom")
    haal_weg(p)
    stap(p, "doelen")
    assert p.deel("kern/doelen/*/punt").waarde is None
    stap(p, "waarom")
    p.klik("Zet terug: Te laat zicht op wie het niet begrijpt")
    stap(p, "doelen")
    assert p.deel("kern/doelen/*/punt").waarde == p.werk.staat.kern.punten[0].id


def test_eigen_grenzen_en_woorden() -> None:
    p = gevuld()
    stap(p, "nakijken")
    klap_open(p, "Grenzen en eigen woorden")
    p.vul("eigen_woorden", "tweetallen")
    assert "In activiteit ‘Lesbezoek in tweetallen’ staat ‘tweetallen’" in zinnen(p)
    p.vul("regels/stil", "0")
    assert p.werk.staat.regels.stil == 42  # te klein: blijft staan als concept
    assert p.deel("regels/stil").fout


def test_meer_dan_er_passen_zegt_dat_het_vol_is() -> None:
    vol = kern(activiteiten=tuple(activiteit(f"a{nr}") for nr in range(300)))
    p = met(Plan(vol, peildag=PEIL))
    stap(p, "aanpak")
    klap_open(p, "Van elkaar leren")
    p.klik("Nog een activiteit")
    assert len(p.werk.staat.kern.activiteiten) == 300
    assert "haal eerst iets weg" in zinnen(p)


def test_een_groot_plan_bouwt_alleen_wat_openstaat() -> None:
    vol = kern(activiteiten=tuple(activiteit(f"a{nr}") for nr in range(300)))
    p = met(Plan(vol, peildag=PEIL))
    stap(p, "aanpak")
    klap_open(p, "Van elkaar leren")
    velden = [d for d in p.scherm.walk() if d.naam.startswith("kern/activiteiten/")]
    assert velden == []
    klap_open(p, "7. Lesbezoek")
    velden = {d.naam.split("/")[2] for d in p.scherm.walk() if "kern/activiteiten/" in d.naam}
    assert velden == {"a6"}


def test_een_gewijzigde_byte_wordt_geweigerd_of_goed_gelezen() -> None:
    eerst = gevuld()
    eerst.vul("kern/activiteiten/*/uren", "veel")
    tekst, staat = eerst.bewaard(), eerst.werk.to_data()
    assert is_read_wrong(tekst, VERBETERPLAN) == []
    for anders in every_change(tekst):
        daarna = proef()
        daarna.open(anders)
        dicht = any(b.get("naam") == "onleesbaar" for b, _ in daarna.gestuurd)
        assert dicht or daarna.werk.to_data() == staat


VIJANDIG = '=HYPERLINK("x")<script>alert(1)</script>\u202e👩‍🏫;END:VEVENT'


def test_vijandige_tekst_blijft_tekst_op_elk_scherm() -> None:
    p = gevuld()
    p.vul("kern/activiteiten/*/wat", VIJANDIG)
    for code in STAPPEN:
        stap(p, code)
        paneel = p.opstelling.panelen[STAPPEN.index(code)]
        assert all(d.to_tree() for d in paneel.deel.walk())
    assert p.werk.staat.kern.activiteiten[0].wat == VIJANDIG.replace("\u202e", "")
