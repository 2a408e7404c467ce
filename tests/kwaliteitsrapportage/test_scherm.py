"""De kwaliteitsrapportage door de deur van de pagina: twee Q-gesprekken, en vier scholen."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from bladen import blad
from hulpproef import Proef, read_damaged

from lv_tools.basis.opslag.opslagmap import Opslagmap
from lv_tools.basis.opslag.werkbestand import Bewaard
from lv_tools.basis.uitwisseling import dossier as dossiers
from lv_tools.basis.uitwisseling import stukken as s
from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket
from lv_tools.basis.vorm import codec
from lv_tools.bouwdoos import schemas
from lv_tools.kwaliteitsrapportage.bestand import write_page
from lv_tools.kwaliteitsrapportage.hulpmiddel import KWALITEITSRAPPORTAGE
from lv_tools.kwaliteitsrapportage.teksten import content
from lv_tools.schermdelen.bestanden import Upload

INHOUD = content()
ZEG = INHOUD.zeg
TIJD = datetime(2026, 11, 1, 12, tzinfo=UTC)
DOEL = "Minder leerlingen lopen vast"
SIGNAAL = "Minder havisten op hun niveau"
BELOFTE = "Een tweede mentor leert de lijst maken"


@pytest.fixture(autouse=True)
def kast(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    return tmp_path


def map_van(kast: Path) -> Opslagmap:
    return Opslagmap(kast / dossiers.INSTRUMENT, dossiers.INSTRUMENT, dossiers.VERSIE)


def leg_klaar(kast: Path, *stukken: s.Stuk) -> None:
    """Leg iets klaar, zoals een ander hulpmiddel dat doet."""
    van = s.Herkomst("verbeterplan", "Havo 2026", date(2026, 9, 1))
    inhoud = codec.write(Dossier((Pakket(van, "plan1", TIJD, stukken),)))
    map_ = map_van(kast)
    bewaard = Bewaard(dossiers.INSTRUMENT, dossiers.VERSIE, dossiers.NAAM, TIJD, inhoud)
    map_.write(bewaard, map_.stamp(dossiers.NAAM))


def lees_dossier(kast: Path) -> Dossier:
    gelezen = map_van(kast).read(dossiers.NAAM)
    assert isinstance(gelezen, Bewaard), gelezen
    dossier = dossiers.from_saved(gelezen)
    assert isinstance(dossier, Dossier), dossier
    return dossier


def stap(hulp: Proef, code: str) -> None:
    hulp.stap([stap.code for stap in INHOUD.stap].index(code))


def met(hulp: Proef, **kenmerk: Any) -> Any:
    """Zoek een deel op een eigenschap; liefst een dat nu te bedienen is."""
    ((naam, waarde),) = kenmerk.items()
    delen = [d for d in hulp.scherm.walk() if d.eigenschappen.get(naam) == waarde]
    assert delen, f"er is niets met {naam} {waarde!r}"
    return next((d for d in delen if not hulp.bezwaar(d)), delen[0])


def kies(hulp: Proef, lijst: str, tekst: str, actie: str) -> None:
    deel = met(hulp, label=lijst)
    kaart = next(k for k in deel.kaarten if tekst in k.titel)
    hulp.gebeur(deel, "actie", kaart=kaart.id, naam=actie)


def klap(hulp: Proef, deel: str, kenmerk: str) -> None:
    """Klap een punt open."""
    vak = hulp.opstelling.panelen[1].reeksen[deel].vakken[kenmerk]  # type: ignore[attr-defined]
    hulp.gebeur(vak, "wijziging", waarde=True)


def open_bestanden(hulp: Proef, label: str, *bestanden: tuple[str, bytes]) -> None:
    upload = next(
        d for d in hulp.scherm.walk() if isinstance(d, Upload) and d.eigenschappen["label"] == label
    )
    meta = [{"naam": naam, "type": "application/json"} for naam, _ in bestanden]
    hulp.gebeur(upload, "bestanden", *(i for _, i in bestanden), **{"bestanden": meta})


def download(hulp: Proef, knop: str) -> tuple[str, bytes]:
    hulp.klik(knop)
    bericht, buffers = next(
        (b, f) for b, f in reversed(hulp.gestuurd) if b.get("naam") == "bied-aan"
    )
    return bericht["gegevens"]["naam"], bytes(buffers[0])


def word_text(inhoud: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bundel:
        xml = bundel.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml)


def zinnen(hulp: Proef) -> str:
    return json.dumps([b for b, _ in hulp.gestuurd], ensure_ascii=False)


@pytest.fixture
def vol(kast: Path) -> Proef:
    """Een blad met wat er in het dossier lag, en met eigen woorden."""
    leg_klaar(
        kast,
        s.Signaal("s1", SIGNAAL, "63 van de 90"),
        s.Doel("d1", DOEL, "teamleider", date(2027, 6, 18), "van 32 naar 26"),
        s.Actie("x1", "Lijst maken", "mentor", None, date(2026, 9, 10)),
        s.Gespreksvraag("Wat merken leerlingen ervan?", "check"),
    )
    hulp = Proef(KWALITEITSRAPPORTAGE)
    for naam, waarde in (("school", "De Linde"), ("periode", "najaar 2026"), ("dag", "5-11-2026")):
        hulp.vul(f"blad/{naam}", waarde)
    stap(hulp, "inhoud")
    kies(hulp, "Wat er voor u klaarligt", "Havo 2026", "neem")
    punt = next(p for p in hulp.werk.staat.blad.punten if p.deel == "doelen")
    klap(hulp, "doelen", punt.id)
    hulp.vul(f"blad/punten/{punt.id}/eigen", "31 van de 94, nog te veel")
    hulp.vul(f"blad/punten/{punt.id}/stand", "achter")
    return hulp


def test_van_het_dossier_naar_een_blad_en_na_het_gesprek_naar_het_volgende(
    vol: Proef, kast: Path
) -> None:
    assert "2 punten hieronder, 1 afspraak bij de afspraken en 1 vraag bij stap 3" in zinnen(vol)
    stap(vol, "vragen")
    kies(vol, ZEG("voorstellen"), DOEL, "kies")
    kies(vol, ZEG("voorstellen"), "Wat merken leerlingen ervan?", "kies")
    vol.vul("blad/vragen/drie", "Wat kan het bestuur doen?")
    kies(vol, ZEG("voorstellen"), SIGNAAL, "kies")
    assert ZEG("al_drie") in zinnen(vol)
    assert vol.werk.staat.blad.vragen.alle == (
        f"Wat helpt ons verder met ‘{DOEL}’?",
        "Wat merken leerlingen ervan?",
        "Wat kan het bestuur doen?",
    )
    stap(vol, "blad")
    naam, word = download(vol, "Verslag voor Word")
    assert re.fullmatch(r"kwaliteitsrapportage-verslag-de-linde-najaar-2026-.*\.docx", naam)
    markdown = download(vol, "Verslag als Markdown")[1].decode()
    boek = openpyxl.load_workbook(io.BytesIO(download(vol, "Tabellen als Excel")[1]))
    cellen = {str(cel.value) for rij in boek.active.iter_rows() for cel in rij}
    for tekst in (DOEL, SIGNAAL, "31 van de 94, nog te veel", "Loopt achter", "Lijst maken"):
        assert tekst in word_text(word)
        assert tekst in markdown
        assert any(tekst in cel for cel in cellen)
    assert markdown.index("Lijst maken") < markdown.index(SIGNAAL)  # wat is afgesproken, eerst

    stap(vol, "gesprek")
    vol.klik(ZEG("afspraak_erbij"))
    vol.vul("blad/afspraken/*/wat", BELOFTE)
    vol.vul("blad/afspraken/*/wie", "rector")
    vol.vul("blad/volgende", "24-6-2027")
    vol.klik(ZEG("klaarleg_knop"))
    klaar = next(p for p in lees_dossier(kast).klaar if p.van.hulpmiddel == "kwaliteitsrapportage")
    assert f"Wat is er gekomen van ‘{BELOFTE}’?" in {
        v.tekst for v in s.of_kind(klaar.stukken, s.Gespreksvraag)
    }
    assert [a.wat for a in s.of_kind(klaar.stukken, s.Actie)] == [BELOFTE]

    vol.klik(ZEG("volgende_knop"))
    assert vol.opstelling.stappen.gekozen == 0
    staat = vol.werk.staat
    assert [a.wat for a in staat.blad.vorige] == ["Lijst maken", BELOFTE]
    assert (staat.blad.dag, staat.blad.vorige_dag) == (date(2027, 6, 24), date(2026, 11, 5))
    assert [(p.wat, p.was) for p in staat.blad.punten] == [(DOEL, "achter")]
    assert staat.eerder[0].periode == "najaar 2026"

    terug = Proef(KWALITEITSRAPPORTAGE, bewaard=vol.bewaard())
    assert terug.werk.to_data() == vol.werk.to_data()


def test_uit_het_eigen_werk_en_uit_een_ander_dossier_komt_niets(vol: Proef, kast: Path) -> None:
    stap(vol, "gesprek")
    vol.klik(ZEG("klaarleg_knop"))
    vol = Proef(KWALITEITSRAPPORTAGE, bewaard=vol.bewaard())
    stap(vol, "inhoud")
    kies(vol, "Wat er voor u klaarligt", "kwaliteitsrapportage", "neem")
    assert ZEG("eigen_werk") in zinnen(vol)
    voor = vol.werk.staat
    ander = vol.opstelling.panelen[1].ophalen.lade  # type: ignore[attr-defined]
    ander.bestand = "School Zuid"
    kies(vol, "Wat er voor u klaarligt", "Havo 2026", "neem")
    assert "School Zuid" in zinnen(vol)
    assert vol.werk.staat == voor


def test_een_punt_verhuist_naar_een_ander_deel_en_de_lezer_gaat_mee(vol: Proef) -> None:
    punt = next(p for p in vol.werk.staat.blad.punten if p.wat == SIGNAAL)
    klap(vol, "resultaten", punt.id)
    vol.vul(f"blad/punten/{punt.id}/deel", "mensen")
    assert [p.wat for p in vol.werk.staat.blad.part("mensen")] == [SIGNAAL]
    reeks = vol.opstelling.panelen[1].reeksen["mensen"]  # type: ignore[attr-defined]
    focus = [b for b, _ in vol.gestuurd if b.get("naam") == "focus"]
    assert focus[-1]["deel"] == reeks.vakken[punt.id].id
    klap(vol, "mensen", punt.id)
    vol.vul(f"blad/punten/{punt.id}/op_blad", False)
    assert ZEG("niet_op_blad") in reeks.vakken[punt.id].titel
    stap(vol, "blad")
    assert SIGNAAL not in download(vol, "Verslag als Markdown")[1].decode()


def test_het_blad_van_een_collega_begint_het_volgende_en_dat_van_een_ander_niet() -> None:
    hulp = Proef(KWALITEITSRAPPORTAGE)
    open_bestanden(hulp, ZEG("vorig_knop"), ("oud.json", write_page(blad("K"), "oud", TIJD)))
    nu = hulp.werk.staat.blad
    assert (nu.school, [a.wat for a in nu.vorige]) == ("K school", ["K beloofd", "K doen"])
    assert "Overgenomen: 2 afspraken" in zinnen(hulp)
    open_bestanden(hulp, ZEG("vorig_knop"), ("z.json", write_page(blad("Z"), "z", TIJD)))
    assert "dat blad is van ‘Z school’" in zinnen(hulp)
    open_bestanden(hulp, ZEG("vorig_knop"), ("kapot.json", b"{"))
    assert "kapot.json" in zinnen(hulp)
    assert hulp.werk.staat.blad == nu


def test_een_bestuur_leest_vier_scholen_naast_elkaar_onderdeel_voor_onderdeel() -> None:
    hulp = Proef(KWALITEITSRAPPORTAGE)
    stap(hulp, "bestuur")
    bestanden = [(f"{n}.json", write_page(blad(n), n, TIJD)) for n in ("Zuid", "Noord", "Oost")]
    open_bestanden(hulp, ZEG("scholen_knop"), *bestanden, ("stuk.json", b"niets"))
    assert "3 bladen erbij gelegd" in zinnen(hulp)
    assert "stuk.json" in zinnen(hulp)
    west = write_page(blad("West", punten=()), "w", TIJD)
    open_bestanden(hulp, ZEG("scholen_knop"), ("west.json", west))
    tabel = met(hulp, bijschrift=INHOUD.onderdeel["nodig"])
    assert [rij[0] for rij in tabel.rijen] == [
        f"{n} school ({n} periode)" for n in ("Noord", "Oost", "West", "Zuid")
    ]
    assert "Op 3 van 4 bladen" in zinnen(hulp)
    hulp.vul("kijk", "vragen")
    assert met(hulp, bijschrift=INHOUD.onderdeel["vragen"])
    school = hulp.werk.staat.scholen[0]
    hulp.gebeur(met(hulp, titel="Noord school, Noord periode"), "wijziging", waarde=True)
    hulp.vul(f"scholen/{school.id}/notitie", "Vraag naar de uren")
    hulp.klik(ZEG("weg"))
    assert len(hulp.werk.staat.scholen) == 3
    hulp.klik(ZEG("terug", wat="Noord school, Noord periode"))
    assert hulp.werk.staat.scholen[0] == replace(school, notitie="Vraag naar de uren")
    naam, markdown = download(hulp, "Verslag als Markdown")
    tekst = markdown.decode()
    assert naam.startswith("kwaliteitsrapportage-bestuur-verslag")
    assert "Vraag naar de uren" in tekst
    for titel in INHOUD.onderdeel.values():
        assert f"## {titel}" in tekst
    boek = openpyxl.load_workbook(io.BytesIO(download(hulp, "Tabellen als Excel")[1]))
    assert boek.worksheets[0].cell(2, 1).value == "Noord school"
    assert boek.worksheets[1].cell(2, 3).value == "Vraag naar de uren"
    # Het eigen blad van wie dit bekijkt, blijft leeg.
    assert not hulp.werk.staat.blad.punten


def test_het_bestand_voor_het_bestuur_heeft_geen_eerder_blad_en_geen_voorraad(vol: Proef) -> None:
    stap(vol, "blad")
    naam, inhoud = download(vol, ZEG("voor_bestuur_knop"))
    assert "bestuur-de-linde" in naam
    staat = json.loads(inhoud)["staat"]["staat"]
    assert set(staat) <= {"blad"}
    assert DOEL in inhoud.decode()


def test_wat_bewaard_is_past_bij_het_schema_en_beschadigd_wordt_het_geweigerd(vol: Proef) -> None:
    bewaard = vol.bewaard()
    jsonschema.validate(json.loads(bewaard), schemas.file_schema(KWALITEITSRAPPORTAGE))
    lengte = len(bewaard)
    read_damaged(KWALITEITSRAPPORTAGE, vol, range(0, lengte, max(1, lengte // 25)))


def test_vijandige_tekst_blijft_tekst() -> None:
    hulp = Proef(KWALITEITSRAPPORTAGE)
    hulp.vul("blad/school", "=HYPERLINK(1) <script>alert(1)</script>")
    stap(hulp, "inhoud")
    hulp.klik(INHOUD.deel[0].erbij)
    hulp.vul("blad/punten/*/wat", "=1+1 <b>vet</b>")
    stap(hulp, "blad")
    markdown = download(hulp, "Verslag als Markdown")[1].decode()
    assert "<script" not in markdown
    assert "<b>" not in markdown
    boek = openpyxl.load_workbook(io.BytesIO(download(hulp, "Tabellen als Excel")[1]))
    cellen = [cel for blad_ in boek for rij in blad_.iter_rows() for cel in rij]
    assert [cel.data_type for cel in cellen if str(cel.value).startswith("=1+1")] == ["s"]
