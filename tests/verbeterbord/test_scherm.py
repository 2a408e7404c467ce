"""Het bord door de deur van de pagina: jaarbord, doelen, drie weken sessies, en wat eruit gaat."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from hulpproef import Proef, read_damaged

from lv_tools.basis.opslag import werkbestand
from lv_tools.basis.opslag.opslagmap import Opslagmap
from lv_tools.basis.opslag.werkbestand import Bewaard, now
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitwisseling import dossier as dossiers
from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket
from lv_tools.basis.uitwisseling.stukken import Actie as Actiestuk
from lv_tools.basis.uitwisseling.stukken import Bewijs, Gespreksvraag, Herkomst
from lv_tools.basis.uitwisseling.stukken import Doel as Doelstuk
from lv_tools.basis.vorm import codec
from lv_tools.bouwdoos import schemas
from lv_tools.verbeterbord.hulpmiddel import VERBETERBORD
from lv_tools.verbeterbord.model.bord import Klok
from lv_tools.verbeterbord.teksten import content

ZEG = content().zeg
MAANDAG = datetime(2026, 11, 30, 8, 45, tzinfo=UTC)


class Dag:
    """De klok van de toets, om een week vooruit te zetten."""

    def __init__(self) -> None:
        self.nu = MAANDAG

    def __call__(self) -> datetime:
        return self.nu

    def next_week(self) -> None:
        self.nu += timedelta(weeks=1)


@pytest.fixture(autouse=True)
def kast(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    return tmp_path


@pytest.fixture
def dag(monkeypatch: pytest.MonkeyPatch) -> Dag:
    klok, echt = Dag(), werkbestand.now
    for naam, module in list(sys.modules.items()):
        if naam.startswith("lv_tools.") and getattr(module, "now", None) is echt:
            monkeypatch.setattr(module, "now", klok)
    return klok


def lees_dossier(kast: Path) -> Dossier:
    map_ = Opslagmap(kast / dossiers.INSTRUMENT, dossiers.INSTRUMENT, dossiers.VERSIE)
    gelezen = map_.read(dossiers.NAAM)
    assert isinstance(gelezen, Bewaard), gelezen
    dossier = dossiers.from_saved(gelezen)
    assert isinstance(dossier, Dossier), dossier
    return dossier


def leg_klaar(kast: Path) -> None:
    """Leg een doel klaar, zoals het verbeterplan dat doet."""
    map_ = Opslagmap(kast / dossiers.INSTRUMENT, dossiers.INSTRUMENT, dossiers.VERSIE)
    van = Herkomst("verbeterplan", "Havo 2026", date(2026, 9, 1))
    doel = Doelstuk("p1", "Minder leerlingen lopen vast", klaar=date(2027, 6, 18))
    inhoud = codec.write(Dossier((Pakket(van, "plan1", MAANDAG, (doel,)),)))
    bewaard = Bewaard(dossiers.INSTRUMENT, dossiers.VERSIE, dossiers.NAAM, MAANDAG, inhoud)
    map_.write(bewaard, map_.stamp(dossiers.NAAM))


def met(hulp: Proef, **kenmerk: Any) -> Any:
    """Zoek een deel dat in beeld is, op een eigenschap."""
    ((naam, waarde),) = kenmerk.items()
    delen = [d for d in hulp.scherm.walk() if d.eigenschappen.get(naam) == waarde]
    assert delen, f"er is niets met {naam} {waarde!r}"
    return next((d for d in delen if not hulp.bezwaar(d)), delen[0])


def klap(hulp: Proef, titel: str) -> None:
    """Klap open wat achter deze titel zit."""
    hulp.gebeur(met(hulp, titel=titel), "wijziging", waarde=True)


def doe(hulp: Proef, lijst: str, tekst: str, actie: str) -> None:
    deel = met(hulp, label=lijst)
    kaart = next(k for k in deel.kaarten if tekst in k.titel)
    hulp.gebeur(deel, "actie", kaart=kaart.id, naam=actie)


def zend(hulp: Proef, knop: str, **velden: Any) -> None:
    for naam, waarde in velden.items():
        hulp.vul(naam.replace("__", "/"), waarde)
    hulp.gebeur(met(hulp, knop=ZEG(knop)), "inzenden")


def download(hulp: Proef, knop: str) -> tuple[str, bytes]:
    hulp.klik(knop)
    bericht, buffers = next(
        (b, f) for b, f in reversed(hulp.gestuurd) if b.get("naam") == "bied-aan"
    )
    return bericht["gegevens"]["naam"], bytes(buffers[0])


def word_text(inhoud: bytes) -> str:
    """Geef de tekst van een Word-bestand."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bundel:
        xml = bundel.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml)


def zinnen(hulp: Proef) -> str:
    return json.dumps([b for b, _ in hulp.gestuurd], ensure_ascii=False)


def jaarbord(hulp: Proef, school: str = "De Linde", team: str = "Team havo 4") -> None:
    hulp.vul("jaarbord/school", school)
    hulp.vul("jaarbord/jaar", "2026-2027")
    hulp.vul("team", team)
    hulp.vul("mensen", "7")
    hulp.klik(ZEG("ambitie_erbij"))
    hulp.vul("jaarbord/ambities/*/wat", "Hulp komt op tijd")
    hulp.klik(ZEG("thema_erbij"))
    hulp.vul("jaarbord/themas/*/wat", "Wij zien in de les wie het snapt")
    hulp.vul("jaarbord/themas/*/ambitie", hulp.werk.staat.jaarbord.ambities[0].id)


def gevuld(kast: Path) -> Proef:
    leg_klaar(kast)
    hulp = Proef(VERBETERBORD)
    jaarbord(hulp)
    hulp.stap(1)
    doe(hulp, "Wat er voor u klaarligt", "Havo 2026", "neem")
    doe(hulp, ZEG("plan_lijst"), "Minder leerlingen", "maak")
    pad = f"doelen/{hulp.werk.staat.doelen[0].id}"
    hulp.vul(f"{pad}/wat", "Iedereen schrijft het antwoord op")
    hulp.vul(f"{pad}/merken", "Ik weet in de les of ik het snap")
    hulp.vul(f"{pad}/thema", hulp.werk.staat.jaarbord.themas[0].id)
    hulp.vul(f"{pad}/plek", "nu")
    return hulp


def sessie(hulp: Proef, *, terug: str = "", zag: str, actie: str, succes: str) -> None:
    """Houd een sessie, van inchecken tot vieren."""
    hulp.stap(2)
    hulp.klik(ZEG("begin"))
    hulp.klik("Goed: 0")
    hulp.klik("Goed: 1")
    hulp.klik("Lastig: 0")
    hulp.klik(ZEG("volgende"))
    if terug:
        naam, keuze = terug.split("|")
        doe(hulp, ZEG("terug_lijst"), naam, keuze)
    hulp.klik(ZEG("volgende"))
    zend(hulp, "zien_knop", **{"+gezien__wat": zag})
    hulp.klik(ZEG("volgende"))
    zend(hulp, "verder_knop", **{"+actie__wat": actie, "+actie__wie": "Sanne"})
    hulp.klik(ZEG("volgende"))
    zend(hulp, "succes_knop", **{"+succes__wat": succes})
    hulp.klik(ZEG("afsluiten"))


def drie_weken(kast: Path, dag: Dag) -> Proef:
    hulp = gevuld(kast)
    sessie(hulp, zag="Drie leerlingen vroegen om hulp", actie="Wisbordjes halen", succes="Begonnen")
    dag.next_week()
    sessie(
        hulp, terug="Wisbordjes halen|door", zag="In 4 van de 6 lessen schreef iedereen mee",
        actie="Bij elkaar kijken", succes="Een leerling noemde het zelf",
    )  # fmt: skip
    dag.next_week()
    sessie(
        hulp, terug="Wisbordjes halen|gedaan", zag="Een leerling: nu zie je het meteen",
        actie="Exitkaartje maken", succes="De hele sectie doet mee",
    )  # fmt: skip
    return hulp


def test_drie_weken_bij_het_bord_en_na_terugzetten_hetzelfde(kast: Path, dag: Dag) -> None:
    hulp = drie_weken(kast, dag)
    bord = hulp.werk.staat
    assert [s.dag for s in bord.sessies] == [
        date(2026, 11, 30), date(2026, 12, 7), date(2026, 12, 14),
    ]  # fmt: skip
    wis, kijken, exit_ = bord.acties
    assert (wis.stand, wis.keren, wis.klaar) == ("gedaan", 1, date(2026, 12, 14))
    assert (kijken.stand, kijken.klaar) == ("open", date(2026, 12, 14))
    assert exit_.klaar == date(2026, 12, 21)
    assert [g.dag for g in bord.gezien] == [s.dag for s in bord.sessies]
    assert {g.doel for g in bord.gezien} == {bord.doelen[0].id}
    assert len(bord.successen) == 3
    daarna = Proef(VERBETERBORD, bewaard=hulp.bewaard())
    assert daarna.werk.staat == bord
    assert daarna.opstelling.stappen.gekozen == 2
    jsonschema.validate(json.loads(hulp.bewaard()), schemas.file_schema(VERBETERBORD))


def test_voor_de_sessie_staat_er_in_goed_nederlands_wat_er_openstaat(kast: Path, dag: Dag) -> None:
    hulp = gevuld(kast)
    for acties, zin in (
        (0, "Er staat geen actie open."),
        (1, "Er staat 1 actie open."),
        (2, "Er staan 2 acties open."),
    ):
        hulp.stap(2)
        hulp.klik(ZEG("begin"))
        hulp.klik(ZEG("volgende"))
        hulp.klik(ZEG("volgende"))
        zend(hulp, "zien_knop", **{"+gezien__wat": "Iets"})
        hulp.klik(ZEG("volgende"))
        if acties:
            zend(hulp, "verder_knop", **{"+actie__wat": f"Actie {acties}"})
        hulp.klik(ZEG("afsluiten"))
        begin = met(hulp, alineas=(f"De vorige keer was op {datum(dag.nu.date())}. {zin}",))
        assert not hulp.bezwaar(begin)
    assert met(hulp, tekst="Verder naar Naast elkaar")  # deze stap heeft geen nummer


def test_hoe_mensen_erbij_zitten_wordt_niet_bewaard(kast: Path) -> None:
    hulp = gevuld(kast)
    hulp.stap(2)
    hulp.klik(ZEG("begin"))
    voor = hulp.bewaard()
    hulp.klik("Goed: 0")
    hulp.klik("Lastig: 0")
    assert ZEG("gezicht_stand", goed=1, gaat=0, lastig=1) in zinnen(hulp)
    assert json.loads(hulp.bewaard())["staat"] == json.loads(voor)["staat"]
    hulp.klik(ZEG("gezicht_wis"))
    assert met(hulp, tekst="Goed: 0")


def test_een_sessie_die_bezig_is_overleeft_het_opnieuw_laden_met_haar_klok(kast: Path) -> None:
    hulp = gevuld(kast)
    hulp.stap(2)
    hulp.klik(ZEG("begin"))
    hulp.klik(ZEG("volgende"))
    sleutel = f"{hulp.werk.staat.loop.sessie}-inchecken"
    stand = {"sinds": 1_796_000_000_000, "duren": {sleutel: 61_000}}
    hulp.gebeur(hulp.deel("loop/klok"), "wijziging", waarde=stand)
    assert hulp.werk.staat.loop.klok == Klok(stand["sinds"], {sleutel: 61_000})
    daarna = Proef(VERBETERBORD, bewaard=hulp.bewaard())
    assert daarna.werk.staat.loop == hulp.werk.staat.loop
    klok = daarna.deel("loop/klok")
    assert klok.waarde == stand
    assert klok.sleutel.endswith("-terug")
    assert met(daarna, label=ZEG("terug_lijst"))
    daarna.klik(ZEG("afsluiten"))
    assert daarna.werk.staat.loop.klok == Klok()
    assert daarna.werk.staat.sessies == ()  # er was niets opgeschreven


def test_een_klok_die_niet_te_lezen_is_wordt_geweigerd() -> None:
    hulp = Proef(VERBETERBORD)
    hulp.stap(2)
    hulp.klik(ZEG("begin"))
    with pytest.raises(AssertionError):
        hulp.gebeur(hulp.deel("loop/klok"), "wijziging", waarde={"sinds": "nu", "duren": {}})
    assert hulp.werk.staat.loop.klok == Klok()


def test_met_twee_doelen_moet_iemand_kiezen_waar_het_bij_hoort(kast: Path) -> None:
    hulp = gevuld(kast)
    hulp.klik(ZEG("doel_erbij"))
    tweede = hulp.werk.staat.doelen[1].id
    hulp.vul(f"doelen/{tweede}/wat", "Mentor vraagt ernaar")
    hulp.vul(f"doelen/{tweede}/plek", "nu")
    hulp.stap(2)
    hulp.klik(ZEG("begin"))
    hulp.klik(ZEG("volgende"))
    hulp.klik(ZEG("volgende"))
    zend(hulp, "zien_knop", **{"+gezien__wat": "Iets"})
    assert hulp.werk.staat.gezien == ()
    assert hulp.deel("+gezien/doel").fout == ZEG("zien_kies")
    zend(hulp, "zien_knop", **{"+gezien__doel": tweede, "+gezien__door": "telling"})
    (gezien,) = hulp.werk.staat.gezien
    assert (gezien.doel, gezien.wat, gezien.door) == (tweede, "Iets", "telling")
    doe(hulp, ZEG("zien_lijst"), "Mentor", "af")
    assert [d.id for d in hulp.werk.staat.at("af")] == [tweede]
    assert len(met(hulp, label=ZEG("zien_lijst")).kaarten) == 1


def test_wat_in_een_sessie_wordt_weggehaald_is_terug_te_zetten(kast: Path) -> None:
    hulp = gevuld(kast)
    sessie(hulp, zag="Iets", actie="Eerste", succes="Iets")
    hulp.klik(ZEG("begin"))
    for _ in range(3):
        hulp.klik(ZEG("volgende"))
    zend(hulp, "verder_knop", **{"+actie__wat": "Tweede", "+actie__klaar": "11-12-2026"})
    assert [k.titel for k in met(hulp, label=ZEG("verder_lijst")).kaarten] == ["Tweede"]
    doe(hulp, ZEG("verder_lijst"), "Tweede", "weg")
    assert [a.wat for a in hulp.werk.staat.acties] == ["Eerste"]
    hulp.klik(ZEG("terug", wat="Tweede"))
    assert [a.wat for a in hulp.werk.staat.acties] == ["Eerste", "Tweede"]
    assert hulp.werk.staat.acties[1].klaar == date(2026, 12, 11)


def test_een_doel_dat_weg_en_weer_terug_is_staat_er_een_keer(kast: Path) -> None:
    hulp = gevuld(kast)
    hulp.klik(ZEG("weg"))
    assert hulp.werk.staat.doelen == ()
    hulp.klik(ZEG("terug", wat="Iedereen schrijft het antwoord op"))
    (doel,) = hulp.werk.staat.doelen
    hulp.klik(ZEG("rond_af"))
    klap(hulp, f"{datum(now().date())}: Iedereen schrijft het antwoord op")
    hulp.klik(ZEG("terug_op_bord"))
    assert hulp.opstelling.stappen.gekozen == 1
    assert len(hulp.werk.staat.doelen) == 1
    hulp.stap(3)
    assert [k.id for k in met(hulp, label=ZEG("bord_doelen")).kaarten] == [doel.id]


def test_wat_ervan_kwam_gaat_als_bewijs_naar_het_plan(kast: Path, dag: Dag) -> None:
    hulp = drie_weken(kast, dag)
    pad = f"doelen/{hulp.werk.staat.doelen[0].id}"
    hulp.stap(1)
    hulp.klik(ZEG("rond_af"))
    assert hulp.opstelling.stappen.gekozen == 4
    klap(hulp, "14 december 2026: Iedereen schrijft het antwoord op")
    hulp.vul(f"{pad}/uitkomst", "deels")
    hulp.vul(f"{pad}/merkten", "Zij vragen zelf om een wisbordje")
    hulp.vul(f"{pad}/zeker", "meer-bronnen")
    hulp.klik(ZEG("klaarleg_knop"))
    pakket = next(p for p in lees_dossier(kast).klaar if p.van.hulpmiddel == "verbeterbord")
    bewijs = [s for s in pakket.stukken if isinstance(s, Bewijs)]
    assert len(bewijs) == 4
    assert {b.over for b in bewijs} == {"p1"}
    assert "Zij vragen zelf om een wisbordje" in bewijs[-1].wat
    acties = [s for s in pakket.stukken if isinstance(s, Actiestuk)]
    assert [(a.wat, a.wie, a.doel) for a in acties] == [
        ("Bij elkaar kijken", "Sanne", "p1"), ("Exitkaartje maken", "Sanne", "p1"),
    ]  # fmt: skip
    assert any(isinstance(s, Gespreksvraag) for s in pakket.stukken)


def test_word_en_excel_zeggen_wat_er_gebeurde(kast: Path, dag: Dag) -> None:
    hulp = drie_weken(kast, dag)
    hulp.stap(4)
    naam, word = download(hulp, "Verslag voor Word")
    assert naam.endswith(".docx")
    tekst = word_text(word)
    for wat in ("3 sessies", "Wisbordjes halen", "De hele sectie doet mee", "Hulp komt op tijd"):
        assert wat in tekst
    _naam, excel = download(hulp, "Tabellen als Excel")
    boek = openpyxl.load_workbook(io.BytesIO(excel))
    assert len(boek.sheetnames) == 5
    assert boek.sheetnames[-1] == "Toelichting"
    cellen = {str(c.value) for blad in boek for rij in blad.iter_rows() for c in rij}
    assert {"In 4 van de 6 lessen schreef iedereen mee", "Begonnen"} <= cellen


def test_het_bord_op_papier_heeft_ruimte_om_te_schrijven(kast: Path) -> None:
    hulp = gevuld(kast)
    hulp.stap(3)
    hulp.klik(ZEG("druk_a3"))
    bericht = next(b for b, _ in reversed(hulp.gestuurd) if b.get("naam") == "druk-af")
    assert bericht["gegevens"]["papier"] == "A3 liggend"
    blad = json.dumps(bericht, ensure_ascii=False)
    assert "Iedereen schrijft het antwoord op" in blad
    # Een lege regel van niets heeft op papier geen hoogte; een vaste spatie wel.
    assert blad.count("\u00a0\\n\u00a0") >= 4


def test_de_schoolleider_hangt_het_jaarbord_op(kast: Path) -> None:
    hulp = gevuld(kast)
    hulp.stap(0)
    hulp.vul("jaarbord/niet", "Een nieuw rapport")
    hulp.klik(ZEG("druk_jaarbord"))
    bericht = next(b for b, _ in reversed(hulp.gestuurd) if b.get("naam") == "druk-af")
    blad = json.dumps(bericht, ensure_ascii=False)
    for wat in ("Het jaarbord van De Linde", "Hulp komt op tijd", "Wij zien in de les", "rapport"):
        assert wat in blad
    assert "Iedereen schrijft het antwoord op" not in blad  # dat is van één team


# -- naast elkaar ------------------------------


def bestand_van(school: str, team: str, kast: Path) -> tuple[str, bytes]:
    hulp = Proef(VERBETERBORD)
    jaarbord(hulp, school, team)
    hulp.stap(1)
    hulp.klik(ZEG("doel_erbij"))
    pad = f"doelen/{hulp.werk.staat.doelen[0].id}"
    hulp.vul(f"{pad}/wat", f"Het doel van {team}")
    hulp.vul(f"{pad}/merken", f"Wat leerlingen merken van {team}")
    hulp.vul(f"{pad}/thema", hulp.werk.staat.jaarbord.themas[0].id)
    hulp.vul(f"{pad}/plek", "nu")
    sessie(hulp, zag=f"Gezien door {team}", actie=f"Geheim van {team}", succes=f"Succes van {team}")
    hulp.stap(4)
    return download(hulp, ZEG("voor_bestuur_knop"))


def lees_in(hulp: Proef, *bestanden: tuple[str, bytes]) -> None:
    meta = [{"naam": naam, "type": "application/json"} for naam, _ in bestanden]
    upload = met(hulp, label=ZEG("borden_knop"))
    bericht = {
        "soort": "gebeurtenis", "deel": upload.id, "naam": "bestanden",
        "gegevens": {"bestanden": meta}, "weergave": "w", "nummer": 1,
    }  # fmt: skip
    hulp.scherm._on_message(None, bericht, [inhoud for _, inhoud in bestanden])


def test_een_bord_voor_het_bestuur_heeft_geen_namen_en_geen_acties(kast: Path) -> None:
    naam, inhoud = bestand_van("De Linde", "havo 4", kast)
    assert naam.endswith(".json")
    tekst = inhoud.decode()
    assert "Sanne" not in tekst
    assert "Geheim" not in tekst
    assert "Het doel van havo 4" in tekst
    assert Proef(VERBETERBORD, bewaard=tekst).werk.staat.team == "havo 4"


def test_borden_naast_elkaar_op_het_alfabet_met_vragen_en_zonder_telling(kast: Path) -> None:
    borden = [bestand_van(*wie, kast) for wie in (("Zuid", "a"), ("Noord", "b"), ("Noord", "a"))]
    hulp = Proef(VERBETERBORD)
    hulp.klik(ZEG("ambitie_erbij"))
    hulp.vul("jaarbord/ambities/*/wat", "Hulp komt op tijd")
    hulp.klik(ZEG("ambitie_erbij"))
    tweede = hulp.werk.staat.jaarbord.ambities[1].id
    hulp.vul(f"jaarbord/ambities/{tweede}/wat", "Scholen leren van elkaar")
    hulp.stap(5)
    lees_in(hulp, *borden)
    namen = [(b.jaarbord.school, b.team) for b in hulp.werk.staat.borden]
    assert namen == [("Noord", "a"), ("Noord", "b"), ("Zuid", "a")]
    # Nog eens hetzelfde bestand: er komt niets bij.
    lees_in(hulp, borden[1])
    assert len(hulp.werk.staat.borden) == 3
    klap(hulp, "Noord, b")
    hulp.vul("borden/*/notitie", "Vragen wij hier ook naar?")
    tekst = hulp.bewaard()
    assert "Geheim" not in tekst
    assert ZEG("gaan_stil", ambitie="Scholen leren van elkaar") in zinnen(hulp)
    hulp.klik(ZEG("vragen_knop"))
    pakket = lees_dossier(kast).klaar[0]
    vragen = [s.tekst for s in pakket.stukken if isinstance(s, Gespreksvraag)]
    assert any("Wat leerlingen merken van b" in vraag for vraag in vragen)
    _naam, word = download(hulp, "Verslag voor Word")
    assert "Vragen wij hier ook naar?" in word_text(word)
    daarna = Proef(VERBETERBORD, bewaard=hulp.bewaard())
    assert daarna.werk.staat == hulp.werk.staat


def test_een_bestand_dat_geen_bord_is_wordt_geweigerd_en_de_rest_gaat_door(kast: Path) -> None:
    goed = bestand_van("Noord", "a", kast)
    hulp = Proef(VERBETERBORD)
    hulp.stap(5)
    lees_in(hulp, ("kapot.json", b'{"formaat": "lv-tools"'), goed)
    assert len(hulp.werk.staat.borden) == 1
    assert "kapot.json" in zinnen(hulp)


def test_een_team_neemt_het_jaarbord_over_uit_een_bestand(kast: Path) -> None:
    naam, inhoud = bestand_van("De Linde", "schoolleiding", kast)
    hulp = Proef(VERBETERBORD)
    hulp.vul("team", "Sectie Engels")
    upload = met(hulp, label=ZEG("overnemen_knop"))
    bericht = {
        "soort": "gebeurtenis", "deel": upload.id, "naam": "bestanden",
        "gegevens": {"bestanden": [{"naam": naam, "type": ""}]}, "weergave": "w", "nummer": 1,
    }  # fmt: skip
    hulp.scherm._on_message(None, bericht, [inhoud])
    bord = hulp.werk.staat
    assert bord.jaarbord.school == "De Linde"
    assert [t.wat for t in bord.jaarbord.themas] == ["Wij zien in de les wie het snapt"]
    assert (bord.team, bord.doelen) == ("Sectie Engels", ())


def test_een_beschadigd_bestand_wordt_geweigerd_of_goed_gelezen(kast: Path) -> None:
    hulp = gevuld(kast)
    read_damaged(VERBETERBORD, hulp, range(0, len(hulp.bewaard()), 97))


def test_een_kopie_krijgt_een_eigen_kenmerk(kast: Path) -> None:
    hulp = gevuld(kast)
    voor = hulp.werk.staat.kenmerk
    hulp.werk.become_own()
    assert hulp.werk.staat.kenmerk not in ("", voor)
