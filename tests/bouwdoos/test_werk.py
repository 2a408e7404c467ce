"""Eén waarheid per bestand: door de deur van de pagina, met het voorbeeld uit CONTRIBUTING.md."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import afsprakenlijst as LIJST  # noqa: N812 - het hulpmiddel onder toets
import pytest
from hulpproef import Proef, read_damaged
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel
from lv_tools.basis.opslag.werkbestand import Bewaard, now, to_json
from lv_tools.bouwdoos.paneel import Wissel
from lv_tools.schermdelen import Sectie


def proef(**rest) -> Proef:
    return Proef(LIJST.AFSPRAKENLIJST, **rest)


def gevuld() -> Proef:
    nieuw = proef()
    nieuw.klik("Nog een afspraak")
    nieuw.vul("afspraken/*/wat", "Lesbezoeken plannen")
    nieuw.vul("afspraken/*/wanneer", "15-1-2027")
    nieuw.vul("afspraken/*/uren", "6,40")
    nieuw.vul("peildag", "1 februari 2027")
    return nieuw


def test_wat_getypt_is_staat_een_keer_in_het_bestand() -> None:
    tekst = gevuld().bewaard()
    assert tekst.count("Lesbezoeken plannen") == 1
    staat = json.loads(tekst)["staat"]
    assert set(staat) == {"staat"}
    (afspraak,) = staat["staat"]["afspraken"]
    assert afspraak["uren"] == 6.4
    assert afspraak["wanneer"] == "2027-01-15"


def test_terugzetten_geeft_hetzelfde_scherm() -> None:
    eerst = gevuld()
    daarna = proef(bewaard=eerst.bewaard())
    assert daarna.werk.staat == eerst.werk.staat
    assert daarna.deel("afspraken/*/wat").waarde == "Lesbezoeken plannen"
    assert daarna.deel("afspraken/*/uren").waarde == "6,4"
    assert daarna.bewaard() == ""  # alleen openen schrijft niets


def test_wat_niet_te_lezen_is_blijft_als_concept_en_telt_als_leeg() -> None:
    eerst = gevuld()
    eerst.vul("afspraken/*/uren", "6,4x")
    assert eerst.werk.staat.afspraken[0].uren is None
    assert "geen getal" in eerst.deel("afspraken/*/uren").fout
    daarna = proef(bewaard=eerst.bewaard())
    assert daarna.deel("afspraken/*/uren").waarde == "6,4x"
    daarna.vul("afspraken/*/uren", "7")
    assert daarna.werk.staat.afspraken[0].uren == 7
    assert "concept" not in json.loads(daarna.bewaard())["staat"]


def test_naloop_van_de_pagina_komt_op_zijn_pad_ook_als_het_paneel_dicht_is() -> None:
    eerst = gevuld()
    eerst.stap(1)
    pad = f"afspraken/{eerst.werk.staat.afspraken[0].id}/wie"
    daarna = proef()
    daarna.open(eerst.bewaard(), naloop={pad: "teamleider", "peildag": "2-2-2027", "weg/x": "rest"})
    assert daarna.opstelling.stappen.gekozen == 1
    assert daarna.werk.staat.afspraken[0].wie == "teamleider"
    assert daarna.werk.staat.peildag == date(2027, 2, 2)
    assert json.loads(daarna.bewaard())["staat"]["concept"] == {"weg/x": "rest"}


def test_een_concept_zonder_plek_wordt_gemeld_en_blijft_in_het_bestand() -> None:
    eerst = proef()
    eerst.open(naloop={"vroeger/veld": "een half verhaal"})
    daarna = proef(bewaard=eerst.bewaard())
    assert "een half verhaal" in daarna.opstelling.bewaren.melding
    daarna.klik("Nog een afspraak")
    assert "een half verhaal" in daarna.bewaard()


def test_wat_voor_het_openen_gebeurde_gebeurt_daarna_opnieuw() -> None:
    eerst = gevuld()
    daarna = Proef.__new__(Proef)
    daarna.__init__(LIJST.AFSPRAKENLIJST)  # opent leeg
    los = LIJST.AFSPRAKENLIJST.new_work()
    los.change(lambda lijst: replace(lijst, afspraken=(LIJST.Afspraak("nieuw"),)))
    los.enter("afspraken/nieuw/wat", "te vroeg getypt")
    los.enter("peildag", date(2026, 1, 1))
    los.from_data(json.loads(eerst.bewaard())["staat"], los.early())
    assert los.staat.peildag == date(2026, 1, 1)
    assert [a.wat for a in los.staat.afspraken] == ["te vroeg getypt"]


def test_een_paneel_dat_niet_te_zien_is_bestaat_niet_en_rekent_niet() -> None:
    eerst = proef()
    assert not eerst.opstelling.panelen[1].deel.inhoud
    geroepen = []
    echt = eerst.werk._reken
    eerst.werk._reken = lambda staat: geroepen.append(1) or echt(staat)
    eerst.klik("Nog een afspraak")
    eerst.vul("afspraken/*/wat", "iets")
    assert not geroepen
    eerst.stap(1)
    eerst.stap(0)
    eerst.stap(1)
    assert len(geroepen) == 1


def test_een_element_dat_blijft_houdt_zijn_deel() -> None:
    eerst = proef()
    for _ in range(3):
        eerst.klik("Nog een afspraak")
    eerste, _, derde = (a.id for a in eerst.werk.staat.afspraken)
    deel = eerst.deel(f"afspraken/{derde}/wat")
    eerst.klik("Haal deze afspraak weg", 1)
    assert [a.id for a in eerst.werk.staat.afspraken] == [eerste, derde]
    assert eerst.deel(f"afspraken/{derde}/wat") is deel


def test_late_tekst_van_een_weggehaald_element_komt_nergens_anders_terecht() -> None:
    eerst = proef()
    eerst.klik("Nog een afspraak")
    eerst.klik("Nog een afspraak")
    veld = eerst.deel(f"afspraken/{eerst.werk.staat.afspraken[0].id}/wat")
    eerst.klik("Haal deze afspraak weg", 0)
    with pytest.raises(AssertionError, match="bestaat niet meer"):
        eerst.gebeur(veld, "wijziging", waarde="te laat")
    assert [a.wat for a in eerst.werk.staat.afspraken] == [""]


@pytest.mark.parametrize("stap", range(0, 60))
def test_een_gewijzigde_byte_wordt_geweigerd_of_goed_gelezen(stap: int) -> None:
    eerst = gevuld()
    eerst.vul("afspraken/*/uren", "half")
    read_damaged(LIJST.AFSPRAKENLIJST, eerst, range(stap, 5_000, 60))


WOORD = st.text(max_size=40)
HANDELING = st.one_of(
    st.just(("erbij",)),
    st.tuples(st.just("weg"), st.integers(0, 4)),
    st.tuples(st.sampled_from(["wat", "wie", "wanneer", "uren"]), st.integers(0, 4), WOORD),
    st.tuples(st.just("stap"), st.integers(0, 1)),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(HANDELING, max_size=12))
def test_wat_iemand_ook_doet_het_bestand_geeft_het_terug(handelingen) -> None:
    eerst = proef()
    for soort, *rest in handelingen:
        afspraken = eerst.werk.staat.afspraken
        in_beeld = eerst.opstelling.stappen.gekozen == 0
        if soort == "stap":
            eerst.stap(rest[0])
        elif soort == "erbij" and in_beeld:
            eerst.klik("Nog een afspraak")
        elif soort == "weg" and in_beeld and rest[0] < len(afspraken):
            eerst.klik("Haal deze afspraak weg", rest[0])
        elif soort not in ("erbij", "weg") and in_beeld and rest[0] < len(afspraken):
            eerst.vul(f"afspraken/{afspraken[rest[0]].id}/{soort}", rest[1])
    tekst = eerst.bewaard()
    daarna = proef(bewaard=tekst)
    if tekst:
        assert daarna.werk.to_data() == eerst.werk.to_data()
    assert daarna.opstelling.stappen.gekozen == eerst.opstelling.stappen.gekozen


def test_het_stilbeeld_is_het_verslag_van_het_voorbeeld() -> None:
    beeld = LIJST.AFSPRAKENLIJST.still()
    assert "Lesbezoeken plannen" in beeld
    assert "Stand op 1 februari 2027" in beeld


def test_de_uitvoerrij_hoort_bij_de_laatste_stap() -> None:
    eerst = gevuld()
    eerst.stap(1)
    eerst.klik("Verslag als Markdown")
    (inhoud,) = next(
        b for bericht, b in reversed(eerst.gestuurd) if bericht.get("naam") == "bied-aan"
    )
    assert "1 van de 1 afspraken" in inhoud.decode()


def test_breuk_en_datum_blijven_precies() -> None:
    werk = LIJST.AFSPRAKENLIJST.new_work()
    werk.change(lambda lijst: replace(lijst, afspraken=(LIJST.Afspraak("a"),)))
    werk.enter("afspraken/a/uren", Fraction(1, 3))
    ander = LIJST.AFSPRAKENLIJST.new_work()
    ander.from_data(json.loads(json.dumps(werk.to_data())))
    assert ander.staat == werk.staat


def test_een_formulier_bewaart_wat_nog_niet_is_ingezonden_en_een_dicht_vak_bestaat_niet() -> None:
    gebouwd = []

    class Dicht(LIJST.Paneel):
        def build(self):
            gebouwd.append(1)
            return ()

    class Met(LIJST.Paneel):
        def build(self):
            self.vak = self.fold("Meer", Dicht(self.werk, self.inhoud))
            (self.veld,) = self.velden.form("nieuw", [Veld("wat", "Wat", verplicht=True)])
            return (self.vak, self.veld)

    werk, inhoud = LIJST.AFSPRAKENLIJST.new_work(), LIJST.content()
    paneel = Met(werk, inhoud)
    paneel.open()
    assert not gebouwd
    paneel.vak.receive("wijziging", {"waarde": True}, "")
    assert gebouwd == [1]
    paneel.veld.receive("wijziging", {"waarde": "half"}, "")
    assert werk.to_data()["concept"] == {"+nieuw/wat": "half"}
    ander = Met(LIJST.AFSPRAKENLIJST.new_work(), inhoud)
    ander.werk.from_data(json.loads(json.dumps(werk.to_data())))
    ander.open()
    assert ander.veld.waarde == "half"
    assert ander.velden.values("nieuw", {"+nieuw/wat": "half"}) == {"wat": "half"}
    ander.velden.clear_form("nieuw")
    assert (ander.veld.waarde, ander.werk.to_data()) == ("", {"staat": {}})


def test_wat_de_pagina_nog_had_onder_een_oude_naam_komt_op_het_pad_van_nu() -> None:
    deur = replace(
        LIJST.AFSPRAKENLIJST,
        oude_naam=lambda naam, waarde, staat: (
            f"afspraken/{staat.afspraken[0].id}/wat"
            if (naam, waarde) == ("oud-wat", "laat")
            else ""
        ),
        keur=lambda lijst, _inhoud: replace(
            lijst, afspraken=tuple(a for a in lijst.afspraken if a.wat != "verboden")
        ),
    )
    eerst = gevuld()
    (afspraak,) = eerst.werk.staat.afspraken
    daarna = Proef(deur)
    daarna.open(eerst.bewaard(), vroeg={"oud-wat": "laat", "onbekend": "blijft"})
    assert [a.wat for a in daarna.werk.staat.afspraken] == ["laat"]
    assert daarna.werk.drafted("onbekend") == "blijft"
    # Wat nu niet meer kan, gaat ook bij late invulling langs de keuring.
    daarna.open(eerst.bewaard(), vroeg={f"afspraken/{afspraak.id}/wat": "verboden"})
    assert daarna.werk.staat.afspraken == ()


def test_een_lijst_die_de_pagina_leeg_koos_wordt_leeg() -> None:
    eerst = gevuld()
    pad = f"afspraken/{eerst.werk.staat.afspraken[0].id}"
    eerst.open(eerst.bewaard(), vroeg={f"{pad}/wat": None, f"{pad}/wanneer": None})
    (afspraak,) = eerst.werk.staat.afspraken
    assert (afspraak.wat, afspraak.wanneer) == ("", None)
    assert "concept" not in eerst.werk.to_data()


def test_van_een_wissel_bestaat_alleen_wat_in_beeld_kwam_en_blijft_wat_open_was() -> None:
    getoond: list[str] = []

    class Een(LIJST.Paneel):
        def __init__(self, werk, inhoud, naam):
            super().__init__(werk, inhoud)
            self.naam = naam

        def build(self):
            return (Sectie(self.naam),)

        def show(self):
            getoond.append(self.naam)

    werk, inhoud = LIJST.AFSPRAKENLIJST.new_work(), LIJST.content()
    wissel = Wissel(
        werk, inhoud, lambda lijst: str(len(lijst.afspraken)), lambda n: Een(werk, inhoud, n)
    )
    wissel.open()
    (nul,) = wissel.deel.inhoud
    nieuw = LIJST.Afspraak("a")
    werk.change(lambda lijst: replace(lijst, afspraken=(nieuw,)))
    wissel.refresh()
    assert [deel.verborgen for deel in wissel.deel.inhoud] == [True, False]
    werk.enter("afspraken/a/wat", "x")
    wissel.refresh()
    werk.change(lambda lijst: replace(lijst, afspraken=()))
    wissel.refresh()
    assert wissel.deel.inhoud[0] is nul
    assert not nul.verborgen
    assert getoond == ["0", "1", "1", "0"]


def test_wat_over_is_van_een_oudere_versie_staat_boven_de_stappen() -> None:
    deur = replace(
        LIJST.AFSPRAKENLIJST,
        over=lambda lijst, _inhoud: [Overblijfsel("Wie", a.wie) for a in lijst.afspraken if a.wie],
    )
    eerst = Proef(deur)
    (vak,) = [d for d in eerst.scherm.walk() if d is eerst.opstelling.rest.deel]
    assert vak.verborgen
    eerst.klik("Nog een afspraak")
    eerst.vul("afspraken/*/wie", "de rector")
    assert not vak.verborgen
    assert "de rector" in json.dumps(vak.to_tree())


def test_een_hulpmiddel_kan_zonder_kop_en_zonder_rij_zijn() -> None:
    algemeen = replace(LIJST.content().algemeen, kop="", bewaren="Uw lijst bewaren")
    inhoud = replace(LIJST.content(), algemeen=algemeen)
    deur = replace(LIJST.AFSPRAKENLIJST, inhoud=lambda: inhoud, uitvoerrij=False)
    eerst = Proef(deur)
    boom = eerst.scherm.to_tree()["wortel"]["eigenschappen"]
    assert boom["titel"] == ""
    assert (eerst.opstelling.bewaren.eigenschappen["titel"],) == ("Uw lijst bewaren",)
    assert eerst.opstelling.bewaren.eigenschappen["niveau"] == 2
    eerst.stap(1)
    assert not [
        d for d in eerst.scherm.walk() if d.eigenschappen.get("tekst") == "Verslag voor Word"
    ]


def test_een_veld_uit_een_nieuwere_uitgave_houdt_het_bestand_dicht_met_een_uitweg() -> None:
    staat = {"staat": {"afspraken": [], "locatie": "Noord"}}
    tekst = to_json(Bewaard("afsprakenlijst", 1, "Nieuwer", now(), staat))
    daarna = proef(bewaard=tekst)
    (zin,) = [b["gegevens"]["zin"] for b, _ in daarna.gestuurd if b.get("naam") == "onleesbaar"]
    assert "‘locatie’ kent deze versie niet" in zin
    assert "laad dan de pagina opnieuw" in zin
    daarna.vul("peildag", "1-2-2027")
    assert daarna.bewaard() == ""
