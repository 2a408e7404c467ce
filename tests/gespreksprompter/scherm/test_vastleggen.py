"""De gespreksprompter legt vast wat er gebeurde, en niet wat er had kunnen gebeuren."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from prompterproef import Proef, afgerond, doorlopen
from strategieen import BANK, gesprekken

from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.gespreksprompter.bestand.lezen import from_json
from lv_tools.gespreksprompter.bestand.schrijven import to_json
from lv_tools.gespreksprompter.figuur import draw_thread
from lv_tools.gespreksprompter.model.gesprek import Gesprek
from lv_tools.gespreksprompter.model.reeks import thread
from lv_tools.gespreksprompter.scherm.voordeur import AFRONDEN, GESPREK, KIEZEN, REEKS
from lv_tools.gespreksprompter.verslag.document import minutes_document
from lv_tools.schermdelen import Kaartlijst

NU = datetime(2026, 11, 24, 15, tzinfo=UTC)


def verslag(proef: Proef) -> str:
    gesprek = proef.plek.gesprek
    assert gesprek is not None
    return to_markdown(minutes_document(proef.plek.werk.current, gesprek, NU))


def deel_van(tekst: str, kop: str) -> str:
    """Wat er onder een kop staat."""
    return tekst.partition(f"{kop}\n")[2].partition("\n#")[0]


def test_na_een_vraag_naar_afronden_is_er_een_vraag_gesteld(gids: Proef) -> None:
    gids.prompter._go(GESPREK)
    gids.klik("Volgende vraag")
    gids.prompter._go(AFRONDEN)
    gids.zend("Rond het gesprek af")
    vragen = gids.plek.gids.vragen
    assert len(vragen) > 5
    assert gids.plek.gesprek.gesteld & {r.id for r in vragen} == {vragen[0].id}
    tekst = verslag(gids)
    assert vragen[0].tekst in deel_van(tekst, "Ook aan bod, zonder notitie")
    niet = deel_van(tekst, "Stond in de gids, kwam niet aan bod")
    assert all(r.tekst in niet for r in vragen[1:])
    assert vragen[0].tekst not in niet
    # Ook de slotvraag was niet in beeld; de opening wel.
    (begin,) = [r for r in gids.plek.gids.regels if r.soort == "start"]
    (slot,) = [r for r in gids.plek.gids.regels if r.soort == "slot"]
    assert slot.tekst in niet
    assert begin.tekst not in niet
    assert begin.tekst in deel_van(tekst, "Ook aan bod, zonder notitie")
    gids.prompter._go(REEKS)
    blad = gids.prompter.reeks.draad.inhoud[0].blad
    assert blad.samenvatting == "Nog niet aan bod: Do, Check, Act en Borging."
    # Wat niet gesteld is, mag de volgende keer gewoon weer.
    assert {r.id for r in vragen[1:]}.isdisjoint(gids.plek.werk.current.history().kort)


def test_een_blik_vooraf_telt_als_gesteld_tot_iemand_dat_uitvinkt(gids: Proef) -> None:
    doorlopen(gids)
    gids.prompter._go(AFRONDEN)
    vink = gids.prompter.afronden.aan_bod
    vragen = [r.id for r in gids.plek.gids.te_stellen]
    assert list(vink.waarde) == vragen
    gids.gebeur(vink, "wijziging", waarde=vragen[:2])
    gids.zend("Rond het gesprek af")
    assert gids.plek.gesprek.gesteld & set(vragen) == set(vragen[:2])
    # Terugbladeren in een afgerond gesprek verandert niets meer.
    doorlopen(gids)
    assert gids.plek.gesprek.gesteld & set(vragen) == set(vragen[:2])


def test_een_gesprek_vanaf_papier_vinkt_iemand_achteraf_aan(gids: Proef) -> None:
    gids.prompter._go(AFRONDEN)
    vink = gids.prompter.afronden.aan_bod
    assert vink.waarde == ()
    vragen = [r.id for r in gids.plek.gids.vragen]
    gids.gebeur(vink, "wijziging", waarde=vragen)
    gids.zend("Rond het gesprek af")
    assert thread(gids.plek.werk.current).nooit == ()


def test_een_notitie_is_gesteld_en_overgeslagen_gaat_voor(gids: Proef) -> None:
    een, twee = gids.plek.gids.vragen[:2]
    gesprek = gids.plek.gesprek.note(een.id, "Goed gesprek").show(twee.id).skip(twee.id, True)
    assert een.id in gesprek.gesteld
    assert twee.id not in gesprek.gesteld
    # Wie een vraag met een notitie uitvinkt, houdt de notitie.
    uit = gesprek.mark(frozenset(), frozenset({een.id, twee.id}))
    assert een.id not in uit.gesteld
    assert uit.notities[een.id] == "Goed gesprek"


def oud(proef: Proef) -> Proef:
    """Hetzelfde werk, zoals de vorige versie het bewaarde."""
    staat = json.loads(json.dumps(to_json(proef.plek.werk)))
    for reeks in staat["reeksen"]:
        for gesprek in reeks["gesprekken"]:
            del gesprek["aan_bod"]
    del staat["andere_jaren"]
    nieuw = Proef()
    nieuw.plek.restore(staat)
    return nieuw


def test_een_gesprek_van_een_eerdere_versie_heet_wat_het_is(gids: Proef) -> None:
    een, twee = gids.plek.gids.vragen[:2]
    gids.plek.keep(gids.plek.gesprek.note(een.id, "Dit zeiden zij.").skip(twee.id, True))
    afgerond(gids)
    proef = oud(gids)
    gesprek = proef.plek.gesprek
    assert gesprek.aan_bod is None
    tekst = verslag(proef)
    assert "niet vastgelegd welke vragen zijn gesteld" in tekst
    assert "Ook aan bod, zonder notitie" not in tekst
    assert twee.tekst in deel_van(tekst, "Stond in de gids, kwam niet aan bod")
    draad = thread(proef.plek.werk.current)
    assert draad.punten == ((een.fase, 0),)
    assert draad.onbekend == 1
    blad = draw_thread(draad)
    assert blad is not None
    assert "Elke fase kwam aan bod" not in blad.samenvatting
    assert "Van 1 gesprek is niet vastgelegd" in blad.samenvatting
    assert set(blad.rijen[0][1:]) == {"aan bod", "in de gids"}
    # Kijken verandert niets; alleen wat iemand zelf aanvinkt, ligt voortaan vast.
    doorlopen(proef)
    assert proef.plek.gesprek.aan_bod is None
    proef.prompter._go(AFRONDEN)
    vink = proef.prompter.afronden.aan_bod
    assert vink.waarde == (een.id,)
    assert "niet vastgelegd" in vink.hulp
    proef.gebeur(vink, "wijziging", waarde=[een.id, proef.plek.gids.vragen[3].id])
    assert proef.plek.gesprek.misschien == frozenset()


@settings(max_examples=100, deadline=None)
@given(gesprekken())
def test_een_vraag_is_gesteld_of_misschien_of_niet(gesprek: Gesprek) -> None:
    ids = gesprek.gids.ids if gesprek.gids else frozenset()
    assert gesprek.gesteld <= ids - gesprek.overgeslagen
    assert not gesprek.gesteld & gesprek.misschien
    if gesprek.aan_bod is not None:
        assert gesprek.misschien == frozenset()
        assert gesprek.gesteld <= gesprek.aan_bod | set(gesprek.notities)
    vragen = frozenset(r.id for r in gesprek.gids.vragen) if gesprek.gids else frozenset()
    assert gesprek.mark(gesprek.gesteld & vragen, vragen).gesteld & vragen == (
        gesprek.gesteld & vragen
    )


# --- Wat iemand typte ---------------------------------------------------------------------------


def test_een_spatie_aan_het_eind_blijft_staan(gids: Proef) -> None:
    gids.prompter._go(GESPREK)
    gids.klik("Volgende vraag")
    (veld,) = [d for d in gids.scherm.walk() if d.naam.startswith("notitie-")]
    gids.vul(veld.naam, "  Een half woord ")
    gids.prompter._go(KIEZEN)
    gids.prompter._go(GESPREK)
    (ander,) = [d for d in gids.scherm.walk() if d.naam.startswith("notitie-")]
    assert ander.waarde == "  Een half woord "
    weer = from_json(json.loads(json.dumps(to_json(gids.plek.werk))))
    assert "  Een half woord " in weer.conversation.notities.values()
    assert "\nEen half woord\n" in verslag(gids)  # in het verslag staat zij er niet


def test_tekst_die_laat_komt_hoort_nog_bij_haar_vraag(gids: Proef) -> None:
    gids.prompter._go(GESPREK)
    gids.klik("Volgende vraag")
    vraag = gids.plek.gids.vragen[0]
    (veld,) = [d for d in gids.scherm.walk() if d.naam.startswith("notitie-")]
    gids.klik("Volgende vraag")
    gids.gebeur(veld, "wijziging", waarde="Nog net getypt", verlaten=False)
    assert gids.plek.gesprek.notities == {vraag.id: "Nog net getypt"}
    assert "vervallen" not in gids.gestuurd[-1][0]
    # In ander werk hoort die tekst niet; dan krijgt de lezer haar terug.
    gids.plek.restore(None)
    bericht = {"soort": "gebeurtenis", "deel": veld.id, "naam": "wijziging", "nummer": 9}
    gids.scherm._on_message(None, {**bericht, "gegevens": {"waarde": "Te laat"}}, [])
    assert gids.gestuurd[-1][0]["vervallen"]
    assert gids.gestuurd[-1][0]["storing"] == ""


def test_half_getypte_velden_overleven_een_ander_blad(gids: Proef) -> None:
    proef = gids
    proef.vul("afrond-dag", "24-11-20")
    proef.vul("kies-onderwerp", "Leesbegrip ")
    proef.vul("reeks-naam", "Nieuwe na")
    proef.vul("ritme-vakanties", "12-10-2026 t/m ")
    proef.vul("tempo-weken", "vier")
    for blad in proef.prompter.bladen.opschriften:
        proef.prompter._go(blad)
    for naam, waarde in {
        "afrond-dag": "24-11-20",
        "kies-onderwerp": "Leesbegrip ",
        "reeks-naam": "Nieuwe na",
        "ritme-vakanties": "12-10-2026 t/m ",
        "tempo-weken": "vier",
    }.items():
        (veld,) = [d for d in proef.scherm.walk() if d.naam == naam]
        assert veld.waarde == waarde, naam


def test_wat_bij_afronden_leesbaar_is_geldt_meteen(gids: Proef) -> None:
    gids.prompter._go(AFRONDEN)
    gids.vul("afrond-dag", "24-11-2026")
    gids.vul("afrond-tijd", "half tien")
    gids.vul("afrond-aanwezig", "rector, staf")
    gesprek = gids.plek.gesprek
    assert (gesprek.moment.dag, gesprek.moment.tijd) == (date(2026, 11, 24), None)
    assert (gesprek.aanwezig, gesprek.gehouden) == ("rector, staf", False)
    formulier = gids.zend("Rond het gesprek af")
    assert [f["deel"] for f in formulier.fouten] == [gids.prompter.afronden.tijd.id]
    assert not gids.plek.gesprek.gehouden


def test_een_bericht_over_het_vorige_gesprek_staat_niet_bij_het_volgende(gids: Proef) -> None:
    afgerond(gids)
    formulier = gids.prompter.afronden.formulier
    assert formulier.bericht == "Het gesprek is afgerond."
    gids.klik("Bereid het volgende gesprek voor")
    gids.prompter._go(AFRONDEN)
    assert formulier.bericht == ""


def test_een_notitie_die_te_lang_is_gaat_weer_open(gids: Proef) -> None:
    vraag = gids.plek.gids.vragen[0]
    lang = "x" * 1_000_001
    gids.plek.keep(gids.plek.gesprek.note(vraag.id, lang))
    weer = from_json(json.loads(json.dumps(to_json(gids.plek.werk))))
    assert weer.conversation.notities[vraag.id] == lang


# --- Afspraken ----------------------------------------------------------------------------------


def kaarten(proef: Proef, label: str) -> Kaartlijst:
    (lijst,) = [
        d
        for d in proef.scherm.walk()
        if isinstance(d, Kaartlijst) and d.eigenschappen["label"] == label
    ]
    return lijst


def test_een_afspraak_is_te_wijzigen(gids: Proef) -> None:
    gids.vul("afspraak-wat", "Lesbezoeken")
    gids.zend("Leg deze afspraak vast")
    gids.vul("afspraak-wat", "Half getypt")
    lijst = kaarten(gids, "Afspraken van dit gesprek")
    gids.kaart(lijst, "a1", "wijzig")
    vak = gids.prompter.gesprek.afspraken.wijzigvak
    wat, wie, dag, bewijs = [d for d in vak.deel.walk() if d.soort == "invoerveld"]
    assert (wat.waarde, dag.waarde) == ("Lesbezoeken", "")
    assert gids.gestuurd[-2][0]["deel"] == wat.id  # de focus staat in het eerste veld
    gids.gebeur(dag, "wijziging", waarde="15-1-2027", verlaten=True)
    gids.gebeur(wie, "wijziging", waarde="teamleider", verlaten=True)
    gids.gebeur(bewijs, "wijziging", waarde="acht verslagen", verlaten=True)
    gids.gebeur(wat, "wijziging", waarde="", verlaten=True)  # zonder wat is het geen afspraak
    (afspraak,) = gids.plek.gesprek.afspraken
    assert (afspraak.wat, afspraak.wie) == ("Lesbezoeken", "teamleider")
    assert (afspraak.wanneer, afspraak.bewijs) == (date(2027, 1, 15), "acht verslagen")
    assert "voor 15 januari 2027" in lijst.kaarten[0].boven
    gids.klik("Klaar met wijzigen")
    assert vak.deel.verborgen
    (veld,) = [d for d in gids.scherm.walk() if d.naam == "afspraak-wat"]
    assert veld.waarde == "Half getypt"


def test_een_open_afspraak_van_vroeger_is_te_wijzigen_en_zegt_dat_de_dag_voorbij_is(
    gids: Proef,
) -> None:
    afgerond(gids)
    gids.plek.vandaag = date(2027, 1, 16)
    gids.klik("Bereid het volgende gesprek voor")
    gids.prompter._go(GESPREK)
    gids.klik("Volgende vraag")
    lijst = gids.prompter.gesprek.open.lijst
    assert "de dag is voorbij" in lijst.kaarten[0].boven
    gids.kaart(lijst, "a1", "wijzig")
    vak = gids.prompter.gesprek.open.wijzigvak
    dag = [d for d in vak.deel.walk() if d.soort == "invoerveld"][2]
    gids.gebeur(dag, "wijziging", waarde="1-2-2027", verlaten=True)
    assert "de dag is voorbij" not in lijst.kaarten[0].boven
    eerste = gids.plek.werk.current.gesprekken[0]
    assert eerste.afspraken[0].wanneer == date(2027, 2, 1)
    assert eerste.afspraken[0].stand == "open"


def plat(proef: Proef) -> str:
    """Alle tekst van de gids op volgorde."""
    return "\n".join(str(blok) for blok in proef.prompter.gids._document().blokken)


def test_de_gids_begint_met_wat_er_openstaat(gids: Proef) -> None:
    afgerond(gids)
    gids.plek.vandaag = date(2027, 1, 16)
    gids.klik("Bereid het volgende gesprek voor")
    md = plat(gids)
    begin, eerste_vraag = md.index("Lesbezoeken"), md.index(gids.plek.gids.vragen[0].tekst)
    terugblik = md.index(BANK.gegevens["terugblik"]["tekst"])
    assert terugblik < begin < eerste_vraag
    assert "open; de dag is voorbij" in md
    assert terugblik < md.index("Het rooster") < eerste_vraag
    # Ook wie de terugblik weglaat, ziet vooraan wat er openstaat.
    gids.kaart(gids.prompter.gids.kaarten, "terugblik", "weg")
    zonder = plat(gids)
    assert zonder.index("Lesbezoeken") < zonder.index(gids.plek.gids.regels[0].tekst)


def test_een_afgeronde_afspraak_is_nooit_te_laat(gids: Proef) -> None:
    afgerond(gids)
    (afspraak,) = gids.plek.gesprek.afspraken
    assert not afspraak.is_late(date(2027, 1, 15))
    assert afspraak.is_late(date(2027, 1, 16))
    for stand in ("gedaan", "vervallen"):
        assert not replace(afspraak, stand=stand).is_late(date(2099, 1, 1))
