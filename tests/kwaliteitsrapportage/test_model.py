"""Het blad: wat er uit het dossier komt, wat eruit gaat, en hoe het volgende begint."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from bladen import AFSPRAKEN, BLADEN, GESPREK, STUKKEN, TIJD, WOORDEN, blad, pakket, rapportage
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.opslag.werkbestand import Leesfout
from lv_tools.basis.uitvoer.document import Bloktabel, on_paper, to_markdown
from lv_tools.basis.uitwisseling import stukken as s
from lv_tools.basis.uitwisseling.dossier import Dossier
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.document import to_parts
from lv_tools.kwaliteitsrapportage.bestand import read_page, write_page
from lv_tools.kwaliteitsrapportage.hulpmiddel import KWALITEITSRAPPORTAGE
from lv_tools.kwaliteitsrapportage.model.rapportage import Afspraak, Blad, Drietal, Punt, Rapportage
from lv_tools.kwaliteitsrapportage.model.uitkomst import Beeld, choose, count_lines, remarks
from lv_tools.kwaliteitsrapportage.model.uitwisselen import (
    begin_next,
    can_return,
    give,
    go_back,
    next_page,
    take,
    take_previous,
)
from lv_tools.kwaliteitsrapportage.teksten import content
from lv_tools.kwaliteitsrapportage.verslag.bericht import share_text
from lv_tools.kwaliteitsrapportage.verslag.blad import page
from lv_tools.kwaliteitsrapportage.verslag.tabellen import tables

INHOUD = content()
LEEG = Rapportage("k", Blad("b"))
OPEN = ("open", "deels")


def beeld(rapportage_: Rapportage, dag: date = GESPREK) -> Beeld:
    return Beeld(rapportage_, dag, INHOUD)


# -- uit het dossier ------------------------------------------------------------------------------


def test_elk_stuk_komt_bij_het_deel_van_zijn_soort() -> None:
    komt = pakket(
        s.Signaal("s1", "Minder op niveau", "63 van de 90"),
        s.Doel("d1", "Minder zittenblijvers", "teamleider", GESPREK, "van 12 naar 8"),
        s.Bewijs("e1", "In 9 van de 14 lessen te zien", "d1", GESPREK, "lesbezoek"),
        s.Verbeterpunt("v1", "Te laat gezien", standaarden=("OP3",)),
        s.Verbeterpunt("v2", "Mentoren horen het laat", standaarden=("OP2",)),
        s.Actie("a1", "Oefenen", doel="d1"),
        s.Actie("a2", "Brief sturen", "rector", None, GESPREK),
        s.Gespreksvraag("Wat zien wij?", "check"),
        s.Moment("m1", "Overleg", GESPREK),
    )
    uit, erbij, had = take(LEEG, komt, "De Linde")
    assert (erbij, had, uit.dossier) == (7, 0, "De Linde")
    assert [(p.deel, p.wat) for p in uit.blad.punten] == [
        ("resultaten", "Minder op niveau"),
        ("doelen", "Minder zittenblijvers"),
        ("gezien", "In 9 van de 14 lessen te zien"),
        ("gezien", "Te laat gezien"),
        ("mensen", "Mentoren horen het laat"),
    ]
    assert [a.wat for a in uit.blad.vorige] == ["Brief sturen"]  # niet die bij een doel
    assert [v.tekst for v in uit.voorraad] == ["Wat zien wij?"]
    assert {p.van for p in uit.blad.punten} == {str(komt.van)}


@given(STUKKEN)
@settings(deadline=None, max_examples=40)
def test_twee_keer_ophalen_is_een_keer_en_wat_iemand_schreef_blijft(stukken) -> None:
    een, erbij, _ = take(LEEG, pakket(*stukken), "A")
    eigen = tuple(replace(p, wat="zelf geschreven", eigen="zo") for p in een.blad.punten)
    bewerkt = replace(een, blad=replace(een.blad, punten=eigen))
    twee, weer, had = take(bewerkt, pakket(*stukken), "A")
    assert (weer, twee) == (0, bewerkt)
    assert had >= erbij
    codec.read(Rapportage, codec.write(twee))  # kenmerken kunnen nooit botsen


@given(STUKKEN, STUKKEN)
@settings(deadline=None, max_examples=40)
def test_een_blad_haalt_nooit_iets_uit_een_tweede_dossier(eerst, daarna) -> None:
    een, erbij, _ = take(LEEG, pakket(*eerst), "School A")
    if erbij:
        with pytest.raises(VormError, match=r"School A.*School B"):
            take(een, pakket(*daarna, werk="w2"), "School B")
    else:  # zolang er niets op staat, kan de lezer nog van dossier wisselen
        assert take(een, pakket(*daarna), "School B")[0].dossier == "School B"


@given(st.integers(-400, 400))
def test_een_actie_van_de_gespreksdag_of_later_is_een_afspraak_van_dit_gesprek(dagen) -> None:
    dag = GESPREK + timedelta(dagen)
    met_dag = replace(LEEG, blad=replace(LEEG.blad, dag=GESPREK))
    uit, _, _ = take(met_dag, pakket(s.Actie("a1", "Brief"), dag=dag), "A")
    assert bool(uit.blad.afspraken) is (dag >= GESPREK)
    assert bool(uit.blad.vorige) is (dag < GESPREK)
    weer, erbij, _ = take(uit, pakket(s.Actie("a1", "Brief"), dag=GESPREK), "A")
    assert (weer, erbij) == (uit, 0)  # ook niet in de andere rij


def test_wat_op_een_eerder_blad_gedaan_is_komt_niet_nog_eens_als_open_terug() -> None:
    komt = pakket(s.Actie("a1", "Brief"), s.Actie("a2", "Oefenen"))
    eerst, _, _ = take(LEEG, komt, "A")
    gedaan = tuple(
        replace(a, afloop="gedaan") if a.wat == "Brief" else a for a in eerst.blad.vorige
    )
    verder = begin_next(replace(eerst, blad=replace(eerst.blad, vorige=gedaan)), "volgend")
    assert [a.wat for a in take(verder, komt, "A")[0].blad.vorige] == ["Oefenen"]


def test_een_afspraak_die_hier_al_is_opgeschreven_komt_niet_nog_eens() -> None:
    """In een gesprek schrijft de een haar hier op, en de ander in de gespreksprompter."""
    zelf = (Afspraak("a1", "Een brief  sturen."), Afspraak("a2", "Oefenen", van="werk"))
    hier = replace(LEEG, blad=replace(LEEG.blad, dag=GESPREK, afspraken=zelf))
    komt = pakket(s.Actie("x1", "een brief sturen"), s.Actie("x2", "Oefenen"), dag=GESPREK)
    uit, erbij, had = take(hier, komt, "A")
    assert [a.wat for a in uit.blad.afspraken] == ["Een brief  sturen.", "Oefenen", "Oefenen"]
    assert (erbij, had) == (1, 1)


# -- het volgende blad ----------------------------------------------------------------------------


@given(BLADEN)
@settings(deadline=None, max_examples=40)
def test_wat_niet_af_is_staat_op_het_volgende_blad_en_wat_af_is_niet(oud) -> None:
    nieuw = next_page(oud, "volgend")
    open_ = [a for a in (*oud.vorige, *oud.afspraken) if a.afloop in OPEN and a.wat.strip()]
    assert {a.id for a in nieuw.vorige} == {a.id for a in open_}
    assert all(a in open_ for a in nieuw.vorige)  # woord voor woord
    lopend = {
        p.id: p
        for p in oud.punten
        if p.deel == "doelen" and p.wat.strip() and p.stand not in ("bereikt", "gestopt")
    }
    assert {p.id: p.was for p in nieuw.punten} == {p.id: p.stand for p in lopend.values()}
    assert all(not p.stand and not p.eigen for p in nieuw.punten)
    assert (nieuw.school, nieuw.dag, nieuw.vorige_dag) == (oud.school, oud.volgende, oud.dag)
    assert not nieuw.vragen.alle
    assert not nieuw.afspraken


@given(BLADEN)
@settings(deadline=None, max_examples=40)
def test_het_oude_blad_blijft_en_een_vergissing_is_terug_te_draaien(oud) -> None:
    begin = Rapportage("k", oud)
    verder = begin_next(begin, "volgend")
    assert verder.eerder[-1] == oud
    assert can_return(verder)
    assert go_back(verder) == begin
    geschreven = replace(verder, blad=replace(verder.blad, periode="voorjaar 2027"))
    assert not can_return(geschreven)
    assert go_back(geschreven) == geschreven


@given(BLADEN, AFSPRAKEN)
@settings(deadline=None, max_examples=40)
def test_afspraken_uit_een_ouder_bestand_komen_erbij_en_niets_gaat_weg(oud, eigen) -> None:
    hier = Rapportage("k", Blad("nu", oud.school, vorige=eigen))
    uit = take_previous(hier, oud)
    assert set(eigen) <= set(uit.blad.vorige)
    assert {a.id for a in uit.blad.vorige} == {a.id for a in eigen} | {
        a.id for a in next_page(oud, "").vorige
    }
    assert take_previous(uit, oud) == uit
    with pytest.raises(VormError, match="Andere school"):
        take_previous(replace(hier, blad=replace(hier.blad, school="Andere school")), oud)


# -- wat eruit gaat -------------------------------------------------------------------------------


def test_de_agenda_begint_met_de_drie_vragen_en_eindigt_met_wat_de_school_vraagt() -> None:
    stukken = give(replace(blad("K"), volgende=date(2027, 6, 24)), INHOUD)
    vragen = s.of_kind(stukken, s.Gespreksvraag)
    assert [v.tekst for v in vragen] == [
        "K vraag een",
        "K vraag twee",
        "K vraag drie",
        "Wat is er gekomen van ‘K beloofd’?",
        "Wat is er gekomen van ‘K doen’?",
        "Wat kan het bestuur doen met de vraag ‘K nodig’?",
    ]
    assert s.of_kind(stukken, s.Actie) == (s.Actie("a1", "K doen", "K wie", None, GESPREK),)
    momenten = s.of_kind(stukken, s.Moment)
    assert [(m.dag, m.aard) for m in momenten] == [
        (GESPREK, "gesprek"),
        (date(2027, 6, 24), "gesprek"),
    ]


@given(BLADEN)
@settings(deadline=None, max_examples=40)
def test_wat_klaarligt_kan_in_elk_dossier_en_past_bij_de_deur(bron) -> None:
    stukken = give(bron, INHOUD)
    assert {type(stuk) for stuk in stukken} <= set(KWALITEITSRAPPORTAGE.geeft)
    uit = Dossier().give(s.Herkomst("kwaliteitsrapportage", bron.school), "w", stukken)
    open_ = [a for a in bron.afspraken if a.afloop in OPEN and a.wat.strip()]
    acties = [stuk for p in uit.klaar for stuk in s.of_kind(p.stukken, s.Actie)]
    # Wie, wat en wanneer komen elk bij de kalender; tekst wordt hoogstens op één regel gezet.
    assert len(acties) == len(
        {s.shorten(s.Actie(a.id, a.wat, a.wie, None, a.klaar)) for a in open_}
    )


@given(BLADEN)
@settings(deadline=None, max_examples=40)
def test_een_bestand_voor_het_bestuur_leest_terug_en_heeft_alleen_de_bladzijde(bron) -> None:
    gelezen = read_page("b.json", write_page(bron, "blad", TIJD))
    assert not isinstance(gelezen, Leesfout)
    kwam, tijd = gelezen
    assert tijd == TIJD
    assert page(kwam, INHOUD) == page(bron, INHOUD)
    assert all(p.op_blad and p.wat.strip() for p in kwam.punten)


def test_een_bestand_zonder_school_of_van_iets_anders_wordt_geweigerd_met_een_uitweg() -> None:
    leeg = read_page("x.json", write_page(Blad("b"), "x", TIJD))
    assert isinstance(leeg, Leesfout)
    assert "geen school" in str(leeg)
    assert isinstance(read_page("x.json", b"{}"), Leesfout)
    assert isinstance(read_page("x.json", b"\x00 kapot"), Leesfout)


# -- de bladzijde van een school ------------------------------------------------------------------


@given(st.sampled_from(["vorige", "resultaten", "vragen", "nodig"]), WOORDEN)
@settings(deadline=None, max_examples=40)
def test_op_het_blad_van_een_school_staat_nooit_iets_van_een_andere(kijk, woord) -> None:
    from lv_tools.kwaliteitsrapportage.model.scholen import lay_beside, look

    ander = replace(look(blad("XANDERX"), TIJD), notitie=f"XANDERX {woord}")
    alleen = rapportage("eigen")
    samen = replace(lay_beside(alleen, [ander]), kijk=kijk)
    for maak in (
        lambda r: to_markdown(KWALITEITSRAPPORTAGE.verslag(beeld(r), INHOUD)),
        lambda r: tables(beeld(r), INHOUD),
        lambda r: give(r.blad, INHOUD),
        lambda r: share_text(beeld(r), INHOUD),
        lambda r: write_page(r.blad, "blad", TIJD),
        lambda r: beeld(r).voorstellen,
        lambda r: beeld(r).opvalt,
        lambda r: begin_next(r, "volgend").blad,
    ):
        assert maak(samen) == maak(alleen)
        assert "XANDERX" not in repr(maak(samen))
    assert "XANDERX" in repr(samen)  # het lag er wel naast


def test_het_blad_begint_met_wat_de_vorige_keer_is_afgesproken() -> None:
    document = page(blad("K"), INHOUD)
    koppen = [d.eigenschappen["titel"] for d in to_parts(document.blokken)[1:] if d.inhoud]
    assert koppen == [*INHOUD.onderdeel.values()]
    assert koppen[0] == "Afgesproken, de vorige keer"
    (papier,) = [b for b in on_paper(document.blokken) if isinstance(b, Bloktabel)]
    assert [rij[0] for rij in papier.rijen] == koppen


def test_een_doel_dat_al_op_het_blad_staat_komt_niet_nog_eens() -> None:
    eigen = replace(LEEG, blad=replace(LEEG.blad, punten=(Punt("p1", "doelen", "Minder uitval"),)))
    komt = pakket(s.Doel("d1", "minder  uitval."), s.Bewijs("e1", "Minder uitval", "d1"))
    uit, erbij, had = take(eigen, komt, "A")
    assert (erbij, had) == (1, 1)
    assert [p.deel for p in uit.blad.punten] == ["doelen", "gezien"]


@given(BLADEN)
@settings(deadline=None, max_examples=40)
def test_wat_niet_op_het_blad_staat_komt_nergens_op(bron) -> None:
    geheim = tuple(replace(p, wat=f"GEHEIM{p.id}", op_blad=False) for p in bron.punten)
    verborgen = replace(bron, punten=geheim)
    r = Rapportage("k", verborgen)
    for uit in (
        to_markdown(page(verborgen, INHOUD)),
        tables(beeld(r), INHOUD),
        give(verborgen, INHOUD),
        write_page(verborgen, "b", TIJD),
        beeld(r).voorstellen,
    ):
        assert "GEHEIM" not in repr(uit)


@given(BLADEN)
@settings(deadline=None, max_examples=40)
def test_blad_en_tabel_vertellen_hetzelfde(bron) -> None:
    tabel = tables(beeld(Rapportage("k", bron)), INHOUD)[0]
    # In de bladzijde zijn tekens beschermd en spaties samengevoegd; vergelijk letters en cijfers.
    kaal = re.sub(r"\W|_", "", to_markdown(page(bron, INHOUD)))
    for rij in tabel.rijen:
        wat = str(rij[3])
        if wat.isascii() and wat.replace(" ", "").isalnum():
            assert re.sub(r"\W|_", "", wat) in kaal
    verwacht = sum(len(bron.part(deel.code)) for deel in INHOUD.deel) + len(bron.vragen.alle)
    verwacht += sum(bool(a.wat.strip()) for a in (*bron.vorige, *bron.afspraken))
    assert len(tabel.rijen) == verwacht


# -- vragen en opmerkingen ------------------------------------------------------------------------


def test_er_passen_drie_vragen_en_een_vierde_verdringt_niets() -> None:
    vragen = Drietal("Een?", "", "Drie?")
    vol = choose(vragen, "Twee?")
    assert vol == Drietal("Een?", "Twee?", "Drie?")
    assert choose(vol, "Vier?") is None


@given(BLADEN)
@settings(deadline=None, max_examples=40)
def test_een_voorstel_staat_er_een_keer_en_niet_als_het_al_gekozen_is(bron) -> None:
    r = Rapportage("k", bron)
    teksten = [v.tekst.casefold() for v in beeld(r).voorstellen]
    assert len(set(teksten)) == len(teksten)
    if teksten:
        keus = replace(bron, vragen=Drietal(beeld(r).voorstellen[0].tekst))
        assert teksten[0] not in [
            v.tekst.casefold() for v in beeld(replace(r, blad=keus)).voorstellen
        ]


def test_wat_bleef_liggen_wordt_als_eerste_gevraagd() -> None:
    te_laat = Afspraak("w2", "Lijst maken", klaar=GESPREK - timedelta(1))
    op_tijd = Afspraak("w3", "Later doen", klaar=GESPREK + timedelta(9))
    r = Rapportage("k", replace(blad("K"), vorige=(te_laat, op_tijd)))
    eerste = beeld(r).voorstellen[0]
    assert eerste.tekst == "Wat is er nodig om ‘Lijst maken’ af te maken?"
    assert all("Later doen" not in v.tekst for v in beeld(r).voorstellen)


def test_een_leeg_blad_heeft_geen_opmerkingen_en_een_te_vol_blad_wel() -> None:
    assert list(remarks(Blad(), INHOUD)) == []
    lang = tuple(Punt(f"p{n}", "resultaten", "woord", "woord " * 60) for n in range(9))
    vol = Blad(punten=lang)
    zinnen = " ".join(remarks(vol, INHOUD))
    assert "staan 9 punten" in zinnen
    assert f"{count_lines(vol)} regels" in zinnen
    assert "nog niet waaruit het blijkt" in zinnen
    assert "0 van de drie vragen" in zinnen


def test_het_voorbeeld_past_op_een_bladzijde_en_klopt_met_de_voorbeeldschool() -> None:
    from voorbeeld.lezen import school

    feiten, voorbeeld = school(), INHOUD.voorbeeld
    assert list(remarks(voorbeeld, INHOUD)) == []
    assert count_lines(voorbeeld) <= INHOUD.regels.regels
    tekst = repr(voorbeeld)
    d1, d2, d3 = feiten.doel
    denken = next(k for k in feiten.kijkpunt if k.code == "denken")
    examen = next(i for i in feiten.indicator if i.code == "examencijfers").meting
    for wat in (
        f"{d1.einde.k} van de {d1.einde.n} lessen",
        f"{d1.begin.k} van de {d1.begin.n}",
        f"{d1.streefdoel.percentage}%",
        f"{d2.halverwege.k} van de {d2.halverwege.n} leerlingen",
        f"{d2.begin.k} van de {d2.begin.n}",
        f"naar {d2.streefdoel.aantal} van de {d2.streefdoel.van}",
        f"naar {d3.streefdoel.aantal} van de {d3.streefdoel.van}",
        f"{denken.gezien[2]} van de {feiten.ronde[2].lessen} lessen",
        f"{denken.gezien[0]} van de {feiten.ronde[0].lessen}",
        f"{examen[-1].leerlingen} leerlingen",
        f"{feiten.plan.uren_bestuur} uur",
        f"ronde tafel met {feiten.rondetafel[1].leerlingen} leerlingen",
        *(str(m.waarde).replace(".", ",") for m in examen[-2:]),
    ):
        assert wat in tekst, wat
    gesprekken = {
        dag for m in feiten.moment for dag in m.dagen if m.titel.startswith("Bestuur en r")
    }
    assert {voorbeeld.vorige_dag, voorbeeld.dag} <= gesprekken
    assert (d3.einde.k, d3.einde.n) == (6, 7)
    assert "Zes van de zeven secties" in tekst
    assert feiten.borging.kan_cijfers_lezen == (1, 8)
    assert "Acht mensen kunnen nu" in tekst
