"""De gespreksprompter legt vast wat er gebeurde, en niet wat er had kunnen gebeuren."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from prompterproef import (
    AFRONDEN,
    GESPREK,
    GIDS,
    KIEZEN,
    REEKS,
    RITME,
    Proef,
    afgerond,
    afspraak,
    doorlopen,
    lees,
    rond_af,
    schrijf,
)
from strategieen import BANK, gesprekken

from lv_tools.basis.opslag.werkbestand import Bewaard, now, to_json
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.gespreksprompter.figuur import draw_thread
from lv_tools.gespreksprompter.model.gesprek import Gesprek
from lv_tools.gespreksprompter.model.reeks import thread
from lv_tools.gespreksprompter.scherm.paneel import Gesprekspaneel
from lv_tools.gespreksprompter.verslag.document import minutes_document
from lv_tools.schermdelen import Kaartlijst

NU = datetime(2026, 11, 24, 15, tzinfo=UTC)


def verslag(proef: Proef) -> str:
    gesprek = proef.gesprek
    assert gesprek is not None
    # Markdown zet een streep voor een leesteken, zoals de dubbele punt in een slotvraag.
    return to_markdown(minutes_document(proef.staat.current, gesprek, NU)).replace("\\", "")


def deel_van(tekst: str, kop: str) -> str:
    """Wat er onder een kop staat."""
    return tekst.partition(f"{kop}\n")[2].partition("\n#")[0]


def test_na_een_vraag_naar_afronden_is_er_een_vraag_gesteld(gids: Proef) -> None:
    gids.go(GESPREK)
    gids.klik("Volgende vraag")
    gids.go(AFRONDEN)
    gids.zend("Rond het gesprek af")
    vragen = gids.gids.vragen
    assert len(vragen) > 5
    assert gids.gesprek.gesteld & {r.id for r in vragen} == {vragen[0].id}
    tekst = verslag(gids)
    aan_bod = deel_van(tekst, "Ook aan bod, zonder notitie").replace("\\", "")
    assert vragen[0].tekst in aan_bod
    niet = deel_van(tekst, "Stond in de gids, kwam niet aan bod")
    assert all(r.tekst in niet for r in vragen[1:])
    assert vragen[0].tekst not in niet
    # Ook de slotvraag was niet in beeld; de opening wel.
    (begin,) = [r for r in gids.gids.regels if r.soort == "start"]
    (slot,) = [r for r in gids.gids.regels if r.soort == "slot"]
    assert slot.tekst in niet
    assert begin.tekst not in niet
    assert begin.tekst in deel_van(tekst, "Ook aan bod, zonder notitie")
    gids.go(REEKS)
    blad = gids.paneel(REEKS).draad.deel.inhoud[0].blad
    assert blad.samenvatting == "Nog niet aan bod: Do, Check, Act en Borging."
    # Wat niet gesteld is, mag de volgende keer gewoon weer.
    assert {r.id for r in vragen[1:]}.isdisjoint(gids.staat.current.history().kort)


def test_een_blik_vooraf_telt_als_gesteld_tot_iemand_dat_uitvinkt(gids: Proef) -> None:
    doorlopen(gids)
    gids.go(AFRONDEN)
    vink = gids.paneel(AFRONDEN).aan_bod
    vragen = [r.id for r in gids.gids.te_stellen]
    assert list(vink.waarde) == vragen
    gids.gebeur(vink, "wijziging", waarde=vragen[:2])
    gids.zend("Rond het gesprek af")
    assert gids.gesprek.gesteld & set(vragen) == set(vragen[:2])
    # Terugbladeren in een afgerond gesprek verandert niets meer.
    doorlopen(gids)
    assert gids.gesprek.gesteld & set(vragen) == set(vragen[:2])


def test_een_gesprek_vanaf_papier_vinkt_iemand_achteraf_aan(gids: Proef) -> None:
    gids.go(AFRONDEN)
    vink = gids.paneel(AFRONDEN).aan_bod
    assert vink.waarde == ()
    vragen = [r.id for r in gids.gids.vragen]
    gids.gebeur(vink, "wijziging", waarde=vragen)
    gids.zend("Rond het gesprek af")
    assert thread(gids.staat.current).nooit == ()


def test_een_notitie_is_gesteld_en_overgeslagen_gaat_voor(gids: Proef) -> None:
    een, twee = gids.gids.vragen[:2]
    gesprek = gids.gesprek.note(een.id, "Goed gesprek").show(twee.id).skip(twee.id, True)
    assert een.id in gesprek.gesteld
    assert twee.id not in gesprek.gesteld
    # Wie een vraag met een notitie uitvinkt, houdt de notitie.
    uit = gesprek.mark(frozenset(), frozenset({een.id, twee.id}))
    assert een.id not in uit.gesteld
    assert uit.notities[een.id] == "Goed gesprek"


def oud(proef: Proef) -> Proef:
    """Hetzelfde werk, zoals de vorige versie het bewaarde."""
    staat = schrijf(proef.staat)
    for reeks in staat["reeksen"]:
        for gesprek in reeks["gesprekken"]:
            del gesprek["aan_bod"]
    nieuw = Proef()
    nieuw.open(to_json(Bewaard(nieuw.hulpmiddel.naam, 3, "x", now(), {"staat": staat})))
    return nieuw


def test_een_gesprek_van_een_eerdere_versie_heet_wat_het_is(gids: Proef) -> None:
    een, twee = gids.gids.vragen[:2]
    gesprek = gids.gesprek.note(een.id, "Dit zeiden zij.").skip(twee.id, True)
    gids.zet(lambda w: w.put_conversation(gesprek))
    afgerond(gids)
    proef = oud(gids)
    gesprek = proef.gesprek
    assert gesprek.aan_bod is None
    tekst = verslag(proef)
    assert "niet vastgelegd welke vragen zijn gesteld" in tekst
    assert "Ook aan bod, zonder notitie" not in tekst
    assert twee.tekst in deel_van(tekst, "Stond in de gids, kwam niet aan bod")
    draad = thread(proef.staat.current)
    assert draad.punten == ((een.fase, 0),)
    assert draad.onbekend == 1
    blad = draw_thread(draad)
    assert blad is not None
    assert "Elke fase kwam aan bod" not in blad.samenvatting
    assert "Van 1 gesprek is niet vastgelegd" in blad.samenvatting
    assert set(blad.rijen[0][1:]) == {"aan bod", "in de gids"}
    # Kijken verandert niets; alleen wat iemand zelf aanvinkt, ligt voortaan vast.
    doorlopen(proef)
    assert proef.gesprek.aan_bod is None
    proef.go(AFRONDEN)
    vink = proef.paneel(AFRONDEN).aan_bod
    assert vink.waarde == (een.id,)
    assert "niet vastgelegd" in vink.hulp
    proef.gebeur(vink, "wijziging", waarde=[een.id, proef.gids.vragen[3].id])
    assert proef.gesprek.misschien == frozenset()


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
    gids.go(GESPREK)
    gids.klik("Volgende vraag")
    (veld,) = [d for d in gids.scherm.walk() if "/notities/" in d.naam]
    gids.vul(veld.naam, "  Een half woord ")
    gids.go(KIEZEN)
    gids.go(GESPREK)
    (ander,) = [d for d in gids.scherm.walk() if "/notities/" in d.naam]
    assert ander.waarde == "  Een half woord "
    weer = lees(schrijf(gids.staat))
    assert "  Een half woord " in weer.conversation.notities.values()
    assert "\nEen half woord\n" in verslag(gids)  # in het verslag staat zij er niet


def test_tekst_die_laat_komt_hoort_nog_bij_haar_vraag(gids: Proef) -> None:
    gids.go(GESPREK)
    gids.klik("Volgende vraag")
    vraag = gids.gids.vragen[0]
    (veld,) = [d for d in gids.scherm.walk() if "/notities/" in d.naam]
    gids.klik("Volgende vraag")
    gids.gebeur(veld, "wijziging", waarde="Nog net getypt", verlaten=False)
    assert gids.gesprek.notities == {vraag.id: "Nog net getypt"}
    # In ander werk hoort die tekst niet; dan krijgt de lezer haar terug.
    gids.open()
    bericht = {"soort": "gebeurtenis", "deel": veld.id, "naam": "wijziging", "nummer": 9}
    gids.scherm._on_message(None, {**bericht, "gegevens": {"waarde": "Te laat"}}, [])
    assert gids.gestuurd[-1][0]["vervallen"]
    assert gids.gestuurd[-1][0]["storing"] == ""


def test_half_getypte_velden_overleven_een_ander_blad(gids: Proef) -> None:
    half = {
        AFRONDEN: {"reeksen/*/gesprekken/*/moment/dag": "24-11-20x"},
        KIEZEN: {"keuze/onderwerp": "Leesbegrip "},
        REEKS: {"+naam/*": "Nieuwe na"},
        RITME: {"+periode/*/vakanties": "12-10-2026 t/m ", "+tempo/*/weken": "vier"},
    }
    for blad, velden in half.items():
        gids.go(blad)
        for naam, waarde in velden.items():
            gids.vul(naam, waarde)
    # Ook na herladen, en ook als de bladen in een andere volgorde langskomen.
    for proef in (gids, gids.heropend()):
        for blad in reversed(list(proef.hulpmiddel.panelen)):
            proef.go(blad)
        for velden in half.values():
            for naam, waarde in velden.items():
                assert proef.deel(naam).waarde == waarde, naam


def test_wat_bij_afronden_leesbaar_is_geldt_meteen(gids: Proef) -> None:
    gids.go(AFRONDEN)
    gids.vul("reeksen/*/gesprekken/*/moment/dag", "24-11-2026")
    gids.vul("reeksen/*/gesprekken/*/moment/tijd", "half tien")
    gids.vul("reeksen/*/gesprekken/*/aanwezig", "rector, staf")
    gesprek = gids.gesprek
    assert (gesprek.moment.dag, gesprek.moment.tijd) == (date(2026, 11, 24), None)
    assert (gesprek.aanwezig, gesprek.gehouden) == ("rector, staf", False)
    formulier = gids.zend("Rond het gesprek af")
    assert [f["deel"] for f in formulier.fouten] == [
        gids.deel("reeksen/*/gesprekken/*/moment/tijd").id
    ]
    assert not gids.gesprek.gehouden


def test_een_bericht_over_het_vorige_gesprek_staat_niet_bij_het_volgende(gids: Proef) -> None:
    afgerond(gids)

    def bericht() -> str:
        vakken = gids.paneel(AFRONDEN).formulieren.deel.inhoud
        return str(vakken[0].bericht)

    assert bericht() == "Het gesprek is afgerond."
    gids.klik("Bereid het volgende gesprek voor")
    gids.go(AFRONDEN)
    assert bericht() == ""


def test_een_notitie_die_te_lang_is_gaat_weer_open(gids: Proef) -> None:
    vraag = gids.gids.vragen[0]
    lang = "x" * 1_000_001
    gids.zet(lambda w: w.put_conversation(w.conversation.note(vraag.id, lang)))
    weer = lees(schrijf(gids.staat))
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
    gids.go(GESPREK)
    afspraak(gids, "Lesbezoeken")
    gids.vul("+afspraak/wat", "Half getypt")
    lijst = kaarten(gids, "Afspraken van dit gesprek")
    gids.kaart(lijst, "a1", "wijzig")
    vak = gids.paneel(GESPREK).afspraken.wijzigen
    wat, wie, dag, bewijs = [d for d in vak.deel.walk() if d.soort == "invoerveld"]
    assert (wat.waarde, dag.waarde) == ("Lesbezoeken", "")
    focus = [i["deel"] for i, _b in gids.gestuurd if i.get("naam") == "focus"]
    assert focus[-1] == wat.id  # de focus staat in het eerste veld
    gids.gebeur(dag, "wijziging", waarde="15-1-2027", verlaten=True)
    gids.gebeur(wie, "wijziging", waarde="teamleider", verlaten=True)
    gids.gebeur(bewijs, "wijziging", waarde="acht verslagen", verlaten=True)
    gids.gebeur(wat, "wijziging", waarde="", verlaten=True)  # zonder wat is het geen afspraak
    gids.klik("Klaar met wijzigen")
    assert "vul dit veld in" in wat.fout.lower()  # en dan sluit het vak niet
    assert vak.vak.deel.inhoud
    (nu,) = gids.gesprek.afspraken
    assert (nu.wat, nu.wie) == ("Lesbezoeken", "teamleider")
    assert (nu.wanneer, nu.bewijs) == (date(2027, 1, 15), "acht verslagen")
    assert "voor 15 januari 2027" in lijst.kaarten[0].boven
    gids.gebeur(wat, "wijziging", waarde="Lesbezoeken", verlaten=True)
    gids.klik("Klaar met wijzigen")
    assert not vak.vak.deel.inhoud
    assert gids.deel("+afspraak/wat").waarde == "Half getypt"


def test_een_open_afspraak_van_vroeger_is_te_wijzigen_en_zegt_dat_de_dag_voorbij_is(
    gids: Proef, monkeypatch: pytest.MonkeyPatch
) -> None:
    afgerond(gids)
    monkeypatch.setattr(Gesprekspaneel, "vandaag", date(2027, 1, 16))
    gids.klik("Bereid het volgende gesprek voor")
    gids.go(GESPREK)
    gids.klik("Volgende vraag")
    lijst = gids.paneel(GESPREK).open_punten.lijst
    assert "de dag is voorbij" in lijst.kaarten[0].boven
    gids.kaart(lijst, "a1", "wijzig")
    vak = gids.paneel(GESPREK).open_punten.wijzigen
    dag = [d for d in vak.deel.walk() if d.soort == "invoerveld"][2]
    gids.gebeur(dag, "wijziging", waarde="1-2-2027", verlaten=True)
    assert "de dag is voorbij" not in lijst.kaarten[0].boven
    eerste = gids.staat.current.gesprekken[0]
    assert eerste.afspraken[0].wanneer == date(2027, 2, 1)
    assert eerste.afspraken[0].stand == "open"


def plat(proef: Proef) -> str:
    """Alle tekst van de gids op volgorde."""
    return "\n".join(str(blok) for blok in proef.paneel(GIDS).document().blokken)


def test_de_gids_begint_met_wat_er_openstaat(gids: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    afgerond(gids)
    monkeypatch.setattr(Gesprekspaneel, "vandaag", date(2027, 1, 16))
    gids.klik("Bereid het volgende gesprek voor")
    md = plat(gids)
    begin, eerste_vraag = md.index("Lesbezoeken"), md.index(gids.gids.vragen[0].tekst)
    terugblik = md.index(BANK.terugblik["tekst"])
    assert terugblik < begin < eerste_vraag
    assert "open; de dag is voorbij" in md
    assert terugblik < md.index("Het rooster") < eerste_vraag
    # Ook wie de terugblik weglaat, ziet vooraan wat er openstaat.
    gids.kaart(gids.paneel(GIDS).kaarten, "terugblik", "weg")
    zonder = plat(gids)
    assert zonder.index("Lesbezoeken") < zonder.index(gids.gids.regels[0].tekst)


def test_een_afgeronde_afspraak_is_nooit_te_laat(gids: Proef) -> None:
    afgerond(gids)
    (afspraak,) = gids.gesprek.afspraken
    assert not afspraak.is_late(date(2027, 1, 15))
    assert afspraak.is_late(date(2027, 1, 16))
    for stand in ("gedaan", "vervallen"):
        assert not replace(afspraak, stand=stand).is_late(date(2099, 1, 1))


def test_een_dag_die_half_gewijzigd_is_verandert_nog_niets_aan_de_afspraak(gids: Proef) -> None:
    afgerond(gids)
    gids.vul("reeksen/*/gesprekken/*/moment/dag", "24-11-2026 of later")
    assert gids.gesprek.moment.dag == date(2026, 11, 24)
    ander = gids.heropend()
    assert ander.gesprek.moment.dag == date(2026, 11, 24)
    assert ander.deel("reeksen/*/gesprekken/*/moment/dag").waarde == "24-11-2026 of later"
    assert ander.zend("Rond het gesprek af").fouten


def test_wat_per_ongeluk_weg_is_kan_terug_met_alles_erbij(gids: Proef) -> None:
    vak = gids.go(GESPREK).afspraken
    afspraak(gids, "Lesbezoeken", wie="teamleider", wanneer="15-1-2027")
    gids.vul("+parkeer/tekst", "Het rooster")
    gids.zend("Parkeer dit punt")
    eerst = gids.gesprek
    for lijst, kenmerk, wat in ((vak.afspraken, "a1", "Lesbezoeken"), (vak.parkeer, "p1", "Het r")):
        gids.kaart(lijst, kenmerk, "weg")
        assert gids.gesprek != eerst
        assert wat in vak.gemeld.tekst
        assert not vak.terug.verborgen
        gids.klik("Zet terug")
        assert gids.gesprek == eerst
        assert vak.terug.verborgen
    # In een ander gesprek is er niets terug te zetten.
    gids.kaart(vak.afspraken, "a1", "weg")
    rond_af(gids)
    gids.klik("Bereid het volgende gesprek voor")
    gids.go(GESPREK)
    assert vak.terug.verborgen
