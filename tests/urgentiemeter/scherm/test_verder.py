"""De uitslag leidt verder: voor wie alleen is, en voor een groep."""

from __future__ import annotations

from meterproef import BEURT, EXAMEN, INHOUD, ZELF, Meterproef

from lv_tools.schermdelen import Deelbericht, Koppeling


def links(proef):
    return [
        zinsdeel
        for deel in proef.scherm.walk()
        if deel.soort == "tekst" and not deel.verborgen
        for alinea in deel.alineas
        for zinsdeel in (alinea if isinstance(alinea, tuple) else (alinea,))
        if isinstance(zinsdeel, Koppeling)
    ]


def bericht(proef):
    """De tekst die iemand ziet als hij op ‘Deel met uw team’ drukt."""
    (deel,) = [d for d in proef.scherm.walk() if isinstance(d, Deelbericht)]
    proef.gebeur(deel, "klik")
    opdracht = next(
        b for b, _ in reversed(proef.gestuurd) if b["soort"] == "opdracht" and b["naam"] == "toon"
    )
    return opdracht["gegevens"]["tekst"]


def test_een_schoolleider_alleen_wordt_niet_voorbij_stap_2_gestuurd():
    proef = Meterproef()
    proef.manier("zelf")
    proef.vul(f"{ZELF}/rol", "schoolleiding")
    proef.vul(f"{ZELF}/antwoorden/stellingen", {"u5": 3, "u2": 3, "u3": 3, "u7": 2})
    proef.stap(2)
    beeld = proef.in_beeld
    assert INHOUD.alleen.titel in beeld
    assert INHOUD.wijzer["alleen_wel_niet"].titel in beeld
    assert bericht(proef) == INHOUD.zeg("delen_vraag")
    for woord in ("hele groep", "edeelde urgentie, ", "Verdeling per stelling", "%"):
        assert woord not in beeld.split("Uitslag'", 1)[-1], woord
    assert "../stappen/stap-2-bewustwording.html" in [link.adres for link in links(proef)]


def test_een_uitslag_van_een_groep_heeft_een_koppeling_een_gesprek_en_een_tekst():
    proef = Meterproef(modus="naam")
    for _ in range(5):
        proef.manier("beurt")
        proef.vul(f"{BEURT}/keuzes/standaarden", ["OR1"])
        proef.beurt()
    proef.stap(2)
    vorm = INHOUD.vormen["gedeeld-smal"]
    assert (vorm.vervolg, f"../stappen/{vorm.vervolg_stap}.html") in [
        (link.tekst, link.adres) for link in links(proef)
    ]
    assert "(5 mensen)" in bericht(proef)
    assert INHOUD.zeg("geef") in proef.in_beeld


def test_naast_het_signaal_staat_hoe_de_jaren_wegen():
    proef = Meterproef()
    for veld, waarde in (("norm", "6,3"), *((f"resultaten/{n}", "6,4") for n in range(3))):
        proef.vul(f"{EXAMEN}/{veld}", waarde)
    assert INHOUD.zeg("weegt_jaren") in proef.in_beeld
    (vak,) = [d for d in proef.scherm.walk() if getattr(d, "titel", "") == INHOUD.zeg("leerlingen")]
    proef.gebeur(vak, "wijziging", waarde=True)
    proef.vul(f"{EXAMEN}/leerlingen/0", "90")
    assert INHOUD.zeg("weegt_deels") in proef.in_beeld
    for jaar in (1, 2):
        proef.vul(f"{EXAMEN}/leerlingen/{jaar}", "90")
    assert INHOUD.zeg("weegt_leerlingen") in proef.in_beeld


def test_een_jaar_dat_niet_te_lezen_is_ontbreekt_niet():
    proef = Meterproef()
    for veld, waarde in (("norm", "6,3"), ("resultaten/0", "6,4,1"), ("resultaten/1", "6,4")):
        proef.vul(f"{EXAMEN}/{veld}", waarde)
    assert "Niet te lezen: het oudste jaar. Er ontbreekt: het laatste jaar." in proef.in_beeld
    proef.vul(f"{EXAMEN}/resultaten/2", "6,2")
    assert "Niet te lezen: het oudste jaar. Daarom" in proef.in_beeld
    assert "Er ontbreekt" not in proef.in_beeld
    proef.vul(f"{EXAMEN}/resultaten/0", "")
    assert "Er ontbreekt: het oudste jaar." in proef.in_beeld
    assert "Niet te lezen" not in proef.in_beeld
    proef.vul(f"{EXAMEN}/norm", "n.v.t.")
    assert "Niet te lezen: de norm. Er ontbreekt: het oudste jaar. Zonder norm" in proef.in_beeld


def kort(proef):
    """De lijst die iemand alleen invult, en de vakken die daar dicht onder staan."""
    (lijst,) = [d for d in proef.scherm.walk() if d.naam == f"{ZELF}/antwoorden/stellingen"]
    return lijst


def test_wie_twee_minuten_heeft_ziet_vier_stellingen_en_wat_zij_zeggen():
    proef = Meterproef(modus="naam")
    proef.stap(1)
    proef.manier("zelf")
    lijst = kort(proef)
    eerst = lijst.eigenschappen["stellingen"][: lijst.eigenschappen["eerst"]]
    assert len(eerst) == 4
    (vak,) = [
        d for d in proef.scherm.walk()
        if getattr(d, "titel", "") == INHOUD.zeg("kort_onderwerpen")
    ]  # fmt: skip
    assert not vak.open
    proef.vul(f"{ZELF}/rol", "schoolleiding")
    proef.vul(f"{ZELF}/antwoorden/stellingen", {s["id"]: 3 for s in eerst})
    zegt = next(
        d for d in proef.scherm.walk() if getattr(d, "titel", "") == INHOUD.zeg("kort_zegt")
    )
    assert not proef.bezwaar(zegt)
    assert INHOUD.zeg("alleen_noodzaak", eens=3, ingevuld=3) in str(zegt.to_tree())
    # Wie rustig leest en bij elke stelling acht seconden nadenkt, is in twee minuten klaar.
    tekst = [INHOUD.zeg("kort_uitleg"), *(f"{s['tekst']} {s['hulp']}" for s in eerst)]
    tekst += [*INHOUD.schaal.opties, INHOUD.schaal.weet_niet]
    woorden = sum(len(stuk.split()) for stuk in tekst)
    assert woorden / 180 * 60 + 5 * 8 < 120, woorden
    # Zodra een ander meedoet, zegt het vel niets meer over één mens.
    proef.manier("beurt")
    proef.beurt()
    proef.manier("zelf")
    assert proef.bezwaar(zegt)


def test_wat_al_is_ingevuld_staat_niet_dicht():
    eerst = Meterproef()
    eerst.manier("zelf")
    eerst.vul(f"{ZELF}/keuzes/standaarden", ["OR1"])
    proef = Meterproef(bewaard=eerst.bewaard())
    proef.stap(1)
    proef.manier("zelf")
    (vak,) = [
        d for d in proef.scherm.walk()
        if getattr(d, "titel", "") == INHOUD.zeg("kort_onderwerpen")
    ]  # fmt: skip
    assert vak.open
