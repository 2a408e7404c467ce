"""Vragen uit een bestand: zij komen bovenaan, blijven bewaard, en rommel komt er niet in."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompterproef import GIDS, KIEZEN, Proef, afgerond, lees
from prompterproef import schrijf as schrijf_werk
from strategieen import BANK, TEKST, meegebracht, opdrachten

from lv_tools.basis.antwoorden.bestand import checksum
from lv_tools.basis.invoer.velden import Invoerfout, clean_text
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.uitwisseling.vragenbestand import MEESTE as MEESTE_IN_BESTAND
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht, place
from lv_tools.gespreksprompter.model.kiezen import compose
from lv_tools.gespreksprompter.model.meegebracht import (
    MEESTE,
    Meegebracht,
    bring,
    read_questions_file,
    to_rows,
)
from lv_tools.gespreksprompter.model.voorbereiden import prepare
from lv_tools.gespreksprompter.model.werk import Gesprekswerk, begin
from lv_tools.gespreksprompter.verslag.document import guide_document
from lv_tools.zelfevaluatie.model.gespreksvragen import questions, to_file
from lv_tools.zelfevaluatie.model.opzet import example_setup
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.uitslag import compute
from lv_tools.zelfevaluatie.teksten import instrument as zelfevaluatie

ZIN = "Wie ziet dat dit werkt?"
REGEL = TEKST.map(lambda tekst: " ".join(clean_text(tekst).split()))


def vragen(*teksten: str, fase: str = "check") -> list[dict[str, str]]:
    onderwerp = "BKA3: Evaluatie, verantwoording en dialoog"
    reden = "de groep is het hier oneens"
    return [{"tekst": t, "fase": fase, "onderwerp": onderwerp, "reden": reden} for t in teksten]


def gegevens(*teksten: str, **anders: Any) -> dict[str, Any]:
    vorm: dict[str, Any] = {
        "formaat": "lv-tools",
        "soort": "gespreksvragen",
        "versie": 1,
        "van": "zelfevaluatie",
        "titel": "Najaarsscan",
        "datum": "2026-11-22",
        "vragen": vragen(*teksten),
    }
    vorm |= anders
    return {**vorm, "controle": checksum(vorm)}


def schrijf(vorm: object) -> bytes:
    return json.dumps(vorm, ensure_ascii=False).encode()


# --- Het bestand ---------------------------------------------------------------------------


def test_een_goed_bestand() -> None:
    (een, twee) = read_questions_file(schrijf(gegevens(ZIN, "En wie niet?")))
    assert (een.tekst, een.fase, twee.tekst) == (ZIN, "check", "En wie niet?")
    assert een.onderwerp.startswith("BKA3")
    assert een.herkomst == "zelfevaluatie ‘Najaarsscan’ (22 november 2026)"


def test_titel_datum_fase_onderwerp_en_reden_mogen_leeg_zijn() -> None:
    kaal = [{"tekst": ZIN, "fase": "", "onderwerp": "", "reden": ""}]
    (vraag,) = read_questions_file(schrijf(gegevens(titel="", datum="", vragen=kaal)))
    assert vraag == Meegebracht("", ZIN, herkomst="zelfevaluatie")


@pytest.mark.parametrize(
    ("anders", "woord"),
    [
        ({"soort": "antwoorden"}, "geen bestand met gespreksvragen"),
        ({"formaat": "iets"}, "geen bestand met gespreksvragen"),
        ({"versie": 2}, "nieuwere versie"),
        ({"versie": True}, "versienummer"),
        ({"versie": "1"}, "versienummer"),
        ({"van": "Zelf Evaluatie"}, "naam van een hulpmiddel"),
        ({"van": "<b>"}, "naam van een hulpmiddel"),
        ({"titel": "a\nb"}, "één regel"),
        ({"titel": "x" * 81}, "titel"),
        ({"datum": "22-11-2026"}, "geen dag"),
        ({"datum": "2026-02-30"}, "geen dag"),
        ({"vragen": []}, "geen vragen"),
        ({"vragen": "x"}, "lijst"),
        ({"vragen": vragen("")}, "zonder tekst"),
        ({"vragen": vragen("x" * 301)}, "tekst van een vraag"),
        ({"vragen": vragen("a\u202eb")}, "tekst van een vraag"),
        ({"vragen": vragen(ZIN, fase="later")}, "fase"),
        ({"vragen": [{"tekst": ZIN}]}, "vraag"),
        ({"vragen": vragen(*["x"] * (MEESTE_IN_BESTAND + 1))}, str(MEESTE_IN_BESTAND)),
        ({"extra": 1}, "vorm"),
    ],
)
def test_wat_niet_past_wordt_geweigerd_met_de_reden(anders: dict[str, Any], woord: str) -> None:
    with pytest.raises(VormError, match=woord) as fout:
        read_questions_file(schrijf(gegevens(ZIN, **anders)))
    zin = str(fout.value)
    assert not zin.endswith(".")
    assert zin[:1] == zin[:1].lower()


@pytest.mark.parametrize(
    "bytes_", [b"", b"   ", b"\xff\xfe\x00", b"[]", b"3", b"{", b"[" * 50_000, b'{"a":NaN}']
)
def test_geen_bestand_van_dit_boek(bytes_: bytes) -> None:
    with pytest.raises(VormError, match=r"\w+"):
        read_questions_file(bytes_)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_een_veranderd_teken_wordt_gezien_of_verandert_niets(data: st.DataObject) -> None:
    goed = schrijf(gegevens(ZIN, "En wie niet?"))
    plek = data.draw(st.integers(0, len(goed) - 1))
    anders = data.draw(st.integers(0, 255))
    fout = goed[:plek] + bytes([anders]) + goed[plek + 1 :]
    try:
        gelezen = read_questions_file(fout)
    except VormError:
        return
    assert gelezen == read_questions_file(goed)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2_000))
def test_een_afgebroken_bestand_wordt_geweigerd(lengte: int) -> None:
    goed = schrijf(gegevens(ZIN))
    if lengte < len(goed):
        with pytest.raises(VormError):
            read_questions_file(goed[:lengte])


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEKST,
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(TEKST, deel, max_size=3),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(gegevens(ZIN))), _JSON)
def test_vijandige_waarden_geven_een_weigering_of_gewone_tekst(sleutel: str, waarde: Any) -> None:
    vorm = {**gegevens(ZIN), sleutel: waarde}
    if sleutel != "controle":
        vorm["controle"] = checksum(vorm)
    zin, gelezen = "", ()
    try:
        gelezen = read_questions_file(schrijf(vorm))
    except VormError as fout:
        zin = str(fout)
    assert bool(zin) != bool(gelezen)
    assert "\n" not in zin
    for vraag in gelezen:
        assert clean_text(vraag.tekst) == vraag.tekst != ""
        assert "\n" not in vraag.tekst + vraag.herkomst


@settings(max_examples=60, deadline=None)
@given(st.lists(REGEL.filter(bool), min_size=1, max_size=6))
def test_elke_gewone_tekst_komt_heel_binnen(teksten: list[str]) -> None:
    gelezen = read_questions_file(schrijf(gegevens(*teksten)))
    assert [vraag.tekst for vraag in gelezen] == teksten


# --- Opnemen en in de gids -----------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.lists(meegebracht, max_size=8), st.lists(meegebracht, max_size=8))
def test_twee_keer_opnemen_verandert_niets(een: list[Meegebracht], twee: list[Meegebracht]) -> None:
    lijst = bring(bring((), een), twee)
    assert bring(lijst, een) == lijst == bring(lijst, twee)
    assert len({v.id for v in lijst}) == len(lijst)
    # Dezelfde vraag uit ander werk, zoals van een andere school, is een andere vraag.
    gelezen = {(v.tekst.casefold(), v.herkomst) for v in [*een, *twee]}
    assert len({(v.tekst.casefold(), v.herkomst) for v in lijst}) == len(lijst)
    assert {(v.tekst.casefold(), v.herkomst) for v in lijst} <= gelezen
    assert {v.tekst.casefold() for v in lijst} == {tekst for tekst, _ in gelezen}


def test_dezelfde_vraag_van_twee_scholen_staat_er_twee_keer_en_van_een_latere_dag_niet() -> None:
    noord, zuid = "kwaliteitsrapportage ‘Noord’ (1 mei 2027)", "kwaliteitsrapportage ‘Zuid’"
    lijst = bring((), [Meegebracht("", ZIN, herkomst=h) for h in (noord, zuid, zuid)])
    assert [v.herkomst for v in lijst] == [noord, zuid]
    later = Meegebracht("", ZIN, herkomst="kwaliteitsrapportage ‘Noord’ (2 mei 2027)")
    assert bring(lijst, [later]) == lijst


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=4))
def test_in_de_gids_voor_een_school_staat_nooit_de_agenda_van_een_andere(hoeveel) -> None:
    """Ook als alle gidsen klaar zijn voordat er een gesprek is geweest, en zij hetzelfde vragen."""
    werk, tafel = begin(date(2026, 9, 1)), BANK.tafels["bestuur-scholen"]
    for nummer, n in enumerate(hoeveel):
        bron = f"kwaliteitsrapportage ‘School {nummer}’"
        vragen = [Meegebracht("", f"Vraag {i}?", herkomst=bron) for i in range(n)]
        werk = werk.for_table("bestuur-scholen").bring(vragen)
        straks = prepare(werk, Opdracht(tafel, tuple(BANK.fasen), 90))
        assert isinstance(straks, Gesprekswerk)
        werk = straks
        assert werk.guide is not None
        bronnen = [r.bron for r in werk.guide.regels if r.meegebracht]
        assert bronnen == [bron] * min(3, n)
    assert len(werk.reeksen) == len(hoeveel)


@pytest.mark.parametrize("onderwerp", ["uren in het  jaarplan", "Uren in het…"])
def test_wat_al_bij_de_terugblik_komt_staat_niet_aan(onderwerp: str) -> None:
    werk = begin(date(2026, 9, 1))
    gesprek = Gesprek("g1", afspraken=(Afspraak("a1", "Uren in het jaarplan."),), gehouden=True)
    werk = werk.put(werk.current.put(gesprek))
    over = Meegebracht("", "Wat is er gekomen van ‘Uren’?", "check", onderwerp)
    ander = Meegebracht("", ZIN, "check", "Iets anders")
    uit = werk.bring([over, ander])
    assert uit.keuze.meegebracht == ("mee-2",)
    assert [uit.looks_back(v) for v in uit.meegebracht] == [True, False]


def test_een_nieuwe_vraag_krijgt_nooit_een_naam_die_in_een_gids_staat() -> None:
    (vraag,) = bring((), [Meegebracht("", ZIN)], ["mee-7", "plan-inspireren-1", "mee-x"])
    assert vraag.id == "mee-8"


def test_te_veel_vragen() -> None:
    veel = [Meegebracht("", f"Vraag {nr}?") for nr in range(MEESTE + 1)]
    with pytest.raises(VormError, match=str(MEESTE)):
        bring((), veel)


@settings(max_examples=80, deadline=None)
@given(opdrachten, st.lists(meegebracht, min_size=1, max_size=4))
def test_gekozen_vragen_staan_vooraan_in_hun_fase(
    opdracht: Opdracht, los: list[Meegebracht]
) -> None:
    gekozen = bring((), los)
    regels = to_rows(gekozen, opdracht)
    gids = compose(opdracht, vast=regels)
    if isinstance(gids, Invoerfout):
        begin_en_slot = sum(
            max(v.minuten for v in deel.values()) for deel in (BANK.openingen, BANK.sluitingen)
        )
        rust = BANK.number("pauze") if opdracht.minuten >= BANK.number("pauze_vanaf") else 0
        assert sum(r.minuten for r in regels) + begin_en_slot + rust > opdracht.minuten
        return
    assert {r.id for r in regels} <= gids.ids
    for fase in BANK.fasen:
        in_fase = [r for r in gids.vragen if r.fase == fase]
        mee = [r for r in in_fase if r.meegebracht]
        assert in_fase[: len(mee)] == mee
    assert all(r.vast and r.bron == v.herkomst for r, v in zip(regels, gekozen, strict=True))
    assert list(gids.regels) == sorted(gids.regels, key=place)


def test_een_vraag_zonder_fase_gaat_naar_de_eerste_fase_van_het_gesprek() -> None:
    opdracht = Opdracht(BANK.tafels["school"], ("check", "act"), 60)
    (regel,) = to_rows([Meegebracht("mee-1", ZIN)], opdracht)
    assert regel.fase == "check"
    assert "meegebracht" not in regel.bron
    assert regel.reden.endswith(".")


def test_wat_al_in_de_gids_stond_houdt_zijn_tijd() -> None:
    opdracht = Opdracht(BANK.tafels["school"], ("check",), 60)
    vraag = Meegebracht("mee-1", ZIN, "check")
    (regel,) = to_rows([vraag], opdracht)
    langer = replace(regel, minuten=9)
    assert to_rows([vraag], opdracht, [langer]) == [langer]


def test_werk_van_voor_de_meegebrachte_vragen_is_te_lezen() -> None:
    staat = schrijf_werk(begin(date(2026, 9, 1)))
    assert "meegebracht" not in staat
    assert lees(staat).meegebracht == ()


def test_een_bewaarde_vraag_uit_een_fase_die_er_niet_meer_is_blijft() -> None:
    goed = schrijf_werk(begin(date(2026, 9, 1)).bring([Meegebracht("", ZIN)]))
    goed["meegebracht"][0]["fase"] = "later"
    werk = lees(goed)
    assert (werk.meegebracht[0].tekst, werk.meegebracht[0].fase) == (ZIN, "")
    assert werk.overig == ((f"fase bij meegebrachte vraag ‘{ZIN}’", "later"),)


@pytest.mark.parametrize(
    "rij",
    [
        {"id": "x-1"},
        {"tekst": ""},
        {"tekst": 3},
        {"herkomst": None},
    ],
)
def test_een_bewaarde_vraag_die_niet_kan(rij: dict[str, Any]) -> None:
    goed = schrijf_werk(begin(date(2026, 9, 1)).bring([Meegebracht("", ZIN)]))
    assert lees(goed).meegebracht[0].tekst == ZIN
    goed["meegebracht"][0] |= rij
    with pytest.raises(ValueError, match=r"\w+"):
        lees(goed)


# --- Het scherm ----------------------------------------------------------------------------

VIER = ("Eerste vraag?", "Tweede vraag?", "Derde vraag?", "Vierde vraag?")


def open_bestand(proef: Proef, inhoud: bytes, naam: str = "vragen.json") -> Any:
    vak = proef.paneel(KIEZEN).mee
    bericht = {"soort": "gebeurtenis", "deel": vak.upload.id, "naam": "bestanden"}
    gegevens = {"bestanden": [{"naam": naam, "type": ""}]}
    proef.scherm._on_message(None, {**bericht, "gegevens": gegevens}, [memoryview(inhoud)])
    assert proef.gestuurd[-1][0]["storing"] == ""
    return vak


def test_de_eerste_drie_staan_aan_en_komen_in_de_gids(proef: Proef) -> None:
    vak = open_bestand(proef, schrijf(gegevens(*VIER)))
    assert vak.melding.toon == "goed"
    assert "4 vragen" in vak.melding.tekst
    assert vak.kiezen.opties[0][1] == (
        "Eerste vraag? (Check; BKA3: Evaluatie, verantwoording en dialoog)"
    )
    assert vak.herkomst.alineas == (
        "Deze vragen komen uit zelfevaluatie ‘Najaarsscan’ (22 november 2026).",
    )
    assert vak.kiezen.waarde == ("mee-1", "mee-2", "mee-3")
    proef.zend("Maak de gids")
    assert proef.blad == GIDS
    gids = proef.gids
    assert isinstance(gids, Gids)
    assert [r.tekst for r in gids.vragen if r.meegebracht] == list(VIER[:3])
    kaart = next(k for k in proef.paneel(GIDS).kaarten.kaarten if k.id == "mee-1")
    assert "uit zelfevaluatie ‘Najaarsscan’" in kaart.boven
    assert proef.gesprek is not None
    tekst = to_markdown(guide_document(proef.staat.current, proef.gesprek))
    assert tekst.count("Uit zelfevaluatie ‘Najaarsscan’") == 3


@pytest.mark.parametrize("versie", ["0_1_0", "0_2_0"])
def test_gespreksvragen_van_een_eerdere_uitgave_komen_heel_binnen(
    proef: Proef, versie: str
) -> None:
    pad = Path(__file__).parents[2] / f"bestanden_{versie}" / "gespreksvragen.json"
    open_bestand(proef, pad.read_bytes())
    verwacht = json.loads(pad.read_text("utf-8"))["vragen"]
    mee = proef.staat.meegebracht
    assert [(v.tekst, v.fase, v.onderwerp, v.reden) for v in mee] == [
        (v["tekst"], v["fase"], v["onderwerp"], v["reden"]) for v in verwacht
    ]
    assert proef.staat.keuze.meegebracht == ("mee-1", "mee-2", "mee-3")


def test_bij_twee_bestanden_staat_bij_elke_vraag_waar_zij_vandaan_komt(proef: Proef) -> None:
    open_bestand(proef, schrijf(gegevens(ZIN)))
    vak = open_bestand(proef, schrijf(gegevens("Andere vraag?", titel="Voorjaarsscan", datum="")))
    # Wat het laatst is meegebracht, staat bovenaan.
    twee, een = (opschrift for _id, opschrift in vak.kiezen.opties)
    assert een.endswith("; uit zelfevaluatie ‘Najaarsscan’ (22 november 2026))")
    assert twee.endswith("; uit zelfevaluatie ‘Voorjaarsscan’)")


def test_een_vinkje_eraf_haalt_de_vraag_uit_de_gids(proef: Proef) -> None:
    open_bestand(proef, schrijf(gegevens(*VIER)))
    proef.zend("Maak de gids")
    proef.go(KIEZEN)
    proef.vul("keuze/meegebracht", ["mee-2", "mee-4"])
    proef.zend("Maak de gids")
    assert proef.gids is not None
    assert {r.id for r in proef.gids.vragen if r.meegebracht} == {"mee-2", "mee-4"}


def test_wat_in_de_gids_is_weggelaten_staat_niet_meer_aan(proef: Proef) -> None:
    vak = open_bestand(proef, schrijf(gegevens(*VIER)))
    proef.zend("Maak de gids")
    proef.kaart(proef.paneel(GIDS).kaarten, "mee-2", "weg")
    proef.go(KIEZEN)
    assert vak.kiezen.waarde == ("mee-1", "mee-3")


def test_na_het_gesprek_staan_gestelde_vragen_uit(proef: Proef) -> None:
    vak = open_bestand(proef, schrijf(gegevens(*VIER)))
    proef.zend("Maak de gids")
    afgerond(proef)
    proef.go(KIEZEN)
    assert vak.kiezen.waarde == ()
    opschriften = dict(vak.kiezen.opties)
    assert "al gesteld" in opschriften["mee-1"]
    assert "al gesteld" not in opschriften["mee-4"]
    proef.vul("keuze/meegebracht", ["mee-4"])
    proef.zend("Maak de gids")
    assert len(proef.staat.current.gesprekken) == 2
    assert proef.gids is not None
    assert [r.id for r in proef.gids.vragen if r.meegebracht] == ["mee-4"]


def test_te_weinig_tijd_noemt_de_uitweg(proef: Proef) -> None:
    open_bestand(proef, schrijf(gegevens(*VIER)))
    proef.vul("keuze/minuten", "15")
    formulier = proef.zend("Maak de gids")
    assert proef.gids is None
    assert any("vink minder" in fout["zin"] for fout in formulier.fouten)


@pytest.mark.parametrize("inhoud", [b"", b"{}", b"\x00" * 40, schrijf(gegevens(ZIN, versie=9))])
def test_een_verkeerd_bestand_wordt_gezegd_en_verandert_niets(proef: Proef, inhoud: bytes) -> None:
    open_bestand(proef, schrijf(gegevens(*VIER)))
    voor = proef.staat
    vak = open_bestand(proef, inhoud, "ko\u202ept\n.json")
    assert vak.mislukt.toon == "fout"
    assert vak.melding.tekst == ""  # wat over het vorige bestand ging, staat er niet meer naast
    assert vak.mislukt.tekst.startswith("kopt .json: ")
    assert vak.mislukt.tekst.endswith("uit dit boek.")
    assert proef.staat == voor


def test_hetzelfde_bestand_nog_eens_en_daarna_alles_weg(proef: Proef) -> None:
    open_bestand(proef, schrijf(gegevens(*VIER)))
    vak = open_bestand(proef, schrijf(gegevens(*VIER)))
    assert len(proef.staat.meegebracht) == 4
    assert "staan er al" in vak.melding.tekst
    proef.zend("Maak de gids")
    proef.go(KIEZEN)
    proef.klik("Haal de meegebrachte vragen weg")
    assert proef.staat.meegebracht == ()
    assert vak.vak.verborgen
    assert proef.gids is not None
    assert "mee-1" in proef.gids.ids


def test_meegebrachte_vragen_komen_terug_na_herladen(proef: Proef) -> None:
    open_bestand(proef, schrijf(gegevens(*VIER)))
    proef.zend("Maak de gids")
    ander = proef.heropend()
    ander.go(KIEZEN)
    vak = ander.paneel(KIEZEN).mee
    assert [tekst.split(" (")[0] for _id, tekst in vak.kiezen.opties] == list(VIER)
    assert vak.kiezen.waarde == ("mee-1", "mee-2", "mee-3")


def test_de_vragen_van_een_zelfevaluatie_komen_heel_binnen(proef: Proef) -> None:
    instrument = zelfevaluatie()
    bron = Bron("voorbeeld", instrument.voorbeeldmensen)
    uitslag = compute(Scan(example_setup(instrument), (bron,)), instrument)
    vak = open_bestand(proef, to_file(uitslag, instrument))
    assert vak.melding.toon == "goed"
    verwacht = [vraag.tekst for vraag in questions(uitslag, instrument)]
    assert [vraag.tekst for vraag in proef.staat.meegebracht] == verwacht
    herkomst = {vraag.herkomst for vraag in proef.staat.meegebracht}
    assert herkomst == {"zelfevaluatie ‘Verzonnen voorbeeld’ (15 september 2026)"}
    proef.zend("Maak de gids")
    assert proef.gids is not None
    gekozen = {regel.tekst for regel in proef.gids.vragen if regel.meegebracht}
    assert gekozen == set(verwacht[:3])


def test_de_vorm_staat_in_een_schema() -> None:
    pad = Path(__file__).parents[3] / "data" / "instrumenten" / "gespreksvragen.schema.json"
    schema = json.loads(pad.read_text(encoding="utf-8"))
    assert set(schema["required"]) == set(gegevens(ZIN))
    assert set(schema["properties"]) == set(gegevens(ZIN))
