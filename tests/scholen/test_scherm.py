"""Door de deur van de pagina: bestanden kiezen, namen verbeteren, kijken en meenemen."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hulpproef import Proef, read_damaged
from maak_scholenvoorbeeld import voorbeeld
from scholenproef import INHOUD, TEAM, map_, meting, risico, scan

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.bouwdoos.openen import door, open_object, read_whole
from lv_tools.schermdelen import Figuur, Tabel, Uitklap, Upload
from lv_tools.scholen.hulpmiddel import SCHOLEN
from lv_tools.scholen.model.voorbeeld import example

TOETSEN = Path(__file__).parents[1]
OUD = TOETSEN / "bestanden_0_3_0"
KIEZEN, NAAST, TIJD = range(3)


class Scholenproef(Proef):
    def __init__(self, **rest: object) -> None:
        super().__init__(SCHOLEN, **rest)  # type: ignore[arg-type]

    def kies(self, *bestanden: tuple[str, bytes]) -> None:
        upload = next(d for d in self.scherm.walk() if isinstance(d, Upload))
        meta = [{"naam": naam, "type": "application/json"} for naam, _ in bestanden]
        self.gebeur(upload, "bestanden", *(inhoud for _, inhoud in bestanden), bestanden=meta)

    def klap(self, nummer: int = 0) -> str:
        """Klap een bestand in de lijst open, en geef zijn kenmerk."""
        stuk = self.werk.staat.stukken[nummer]
        vakken = [d for d in self.scherm.walk() if isinstance(d, Uitklap)]
        begin = f"{nummer + 1}. {stuk.school}"
        vak = next(d for d in vakken if str(d.eigenschappen["titel"]).startswith(begin))
        self.gebeur(vak, "wijziging", waarde=True)
        return str(stuk.id)

    @property
    def melding(self) -> str:
        return str(self.opstelling.panelen[KIEZEN].melding.tekst)

    def tekst(self) -> str:
        """Alles wat er op de open stap staat."""
        paneel = self.opstelling.panelen[self.opstelling.stappen.gekozen]
        return json.dumps(
            [d.eigenschappen for d in paneel.deel.walk()], default=repr, ensure_ascii=False
        )

    def figuren(self) -> list[Figuur]:
        paneel = self.opstelling.panelen[self.opstelling.stappen.gekozen]
        return [d for d in paneel.deel.walk() if isinstance(d, Figuur)]

    def aangeboden(self) -> bytes:
        return next(bytes(b[0]) for i, b in reversed(self.gestuurd) if i.get("naam") == "bied-aan")


@pytest.fixture
def proef() -> Scholenproef:
    return Scholenproef()


def vier() -> Sequence[tuple[str, bytes]]:
    return (
        ("noord.lv.json", scan("Noord, najaar 2026", TEAM)),
        ("zuid.lv.json", scan("Zuid", TEAM[:8], modus="anoniem")),
        ("west.lv.json", scan("West", TEAM)),
        ("oost.lv.json", risico("Oost", TEAM)),
    )


def test_bestanden_in_een_keer_kiezen_en_naast_elkaar_zien(proef: Scholenproef) -> None:
    proef.kies(*vier())
    assert "4 uitkomsten erbij" in proef.melding
    assert "4 bestanden van 4 scholen" in proef.tekst()
    assert "Noord: Zelfevaluatie, 2 november 2026" in proef.tekst()
    proef.stap(NAAST)
    (figuur,) = proef.figuren()
    assert [rij[0] for rij in figuur.blad.rijen] == ["Noord", "West", "Zuid"]
    proef.vul("soort", "risicoscan")
    proef.vul("maat", "OP2|")
    assert "nog maar één school" in proef.tekst()


def test_geen_tabel_is_te_sorteren(proef: Scholenproef) -> None:
    proef.kies(*vier())
    proef.stap(NAAST)
    tabellen = [d for d in proef.scherm.walk() if isinstance(d, Tabel)]
    assert tabellen
    assert not any(d.eigenschappen["sorteerbaar"] for d in tabellen)


def test_de_naam_van_de_school_verbeteren_en_twee_momenten_samenbrengen(
    proef: Scholenproef,
) -> None:
    proef.kies(("a.json", meting("Noord", TEAM)), ("b.json", meting("Noord vorig jaar", TEAM[1:])))
    proef.stap(TIJD)
    assert "Van geen enkele school" in proef.tekst()
    proef.stap(KIEZEN)
    tweede = proef.werk.staat.stukken[1]
    dagen = replace(tweede.beeld, dag=tweede.dag.replace(year=2025))
    proef.werk.change(
        lambda nu: replace(nu, stukken=(nu.stukken[0], replace(nu.stukken[1], beeld=dagen)))
    )
    proef.vul(f"stukken/{proef.klap(1)}/school", " noord ")
    assert proef.werk.uitslag.scholen == ("Noord",)
    proef.stap(TIJD)
    (figuur,) = proef.figuren()
    assert [rij[0] for rij in figuur.blad.rijen] == ["5 oktober 2025", "5 oktober 2026"]


def test_de_eigen_volgorde(proef: Scholenproef) -> None:
    proef.kies(*vier())
    proef.vul("volgorde", "eigen")
    proef.klap(0)
    proef.klik("Zet later")
    assert proef.werk.uitslag.scholen == ("Zuid", "Noord", "West", "Oost")


def test_wat_niet_kan_wordt_genoemd_en_de_rest_telt(proef: Scholenproef) -> None:
    kapot = scan("Kapot", TEAM).replace(b'"naam": "Zonder naam"', b'"naam": "Zonder naaM"')
    kalender = (OUD / "kwaliteitskalender-werk.json").read_bytes()
    antwoord = (OUD / "zelfevaluatie-antwoorden.json").read_bytes()
    proef.kies(
        *vier(), ("kapot.json", kapot), ("kalender.json", kalender), ("een.json", antwoord),
        ("leeg.json", b""), ("foto.json", b"\x89PNG"), ("x.json", b'{"instrument": "os"}'),
    )  # fmt: skip
    assert "4 uitkomsten erbij" in proef.melding
    for zin in ("‘kapot.json’: de inhoud is na het bewaren veranderd",
                "werk uit ‘Kwaliteitskalender’", "Wel kan: zelfevaluatie",
                "antwoorden van één persoon", "het bestand is leeg",
                "‘foto.json’", "‘x.json’: dit is geen bewaard werk"):  # fmt: skip
        assert zin in proef.melding, zin


@pytest.mark.parametrize(
    "naam",
    [
        *("dossier", "urgentiemeter-werk-naam", "urgentiemeter-werk-anoniem"),
        *("urgentiemeter-antwoorden", "risicoscan-werk-naam", "risicoscan-werk-anoniem"),
        *("zelfevaluatie-werk-naam", "zelfevaluatie-werk-anoniem", "verbeterplan-werk"),
    ],
)
def test_bestanden_van_0_3_0_gaan_open(proef: Scholenproef, naam: str) -> None:
    proef.kies((f"{naam}.json", (OUD / f"{naam}.json").read_bytes()))
    assert "1 uitkomst erbij" in proef.melding, proef.melding
    proef.stap(NAAST)
    assert proef.werk.staat.stukken[0].beeld.maten


def test_een_reservekopie_geeft_alles_wat_hier_past(proef: Scholenproef) -> None:
    kopie = TOETSEN.parent / "data" / "voorbeeld" / "voorbeeldschool.lv.json"
    proef.kies(("kopie.lv.json", kopie.read_bytes()))
    soorten = {stuk.beeld.hulpmiddel for stuk in proef.werk.staat.stukken}
    assert soorten == {"urgentiemeter", "risicoscan", "verbeterplan", "lesbezoek", "dossier"}


def test_wat_bewaard_wordt_heeft_geen_antwoord_naam_of_opmerking(proef: Scholenproef) -> None:
    deur = door("zelfevaluatie")
    open_ = open_object(read_whole(scan("Noord", TEAM), "n"), "n")
    staat = open_.werk.staat
    (bron,) = staat.groep.bronnen
    wie = replace(bron.respondenten[0], naam="Ans Verhulst", notities={"bka1:opmerking": "Geheim"})
    ander = Respondent("kenmerk-van-iemand", "docent", dict(bron.respondenten[1].antwoorden))
    mensen = (wie, ander, *bron.respondenten[1:])
    open_.werk.change(
        lambda nu: replace(nu, groep=replace(nu.groep, bronnen=(Bron("ans.json", mensen),)))
    )
    from lv_tools.basis.opslag.werkbestand import Bewaard, now, to_json

    werk = to_json(Bewaard(deur.naam, deur.versie, "n", now(), open_.werk.to_data()))
    assert "Ans Verhulst" in werk
    proef.kies(("noord.lv.json", werk.encode()))
    assert "1 uitkomst erbij" in proef.melding
    tekst = proef.bewaard()
    for woord in ("Ans", "Geheim", "kenmerk-van-iemand", wie.id):
        assert woord not in tekst, woord


def test_de_school_meenemen_als_excel_word_en_csv(proef: Scholenproef) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    proef.kies(*vier(), ("noord-dossier.json", map_("Noord")))
    proef.vul("titel", "Ons bestuur")
    proef.stap(NAAST)
    proef.klik("Tabellen als Excel")
    boek = openpyxl.load_workbook(io.BytesIO(proef.aangeboden()))
    blad = boek["Uitkomsten"]
    kop = [cel.value for cel in next(blad.iter_rows())]
    rij = dict(zip(kop, (cel.value for cel in list(blad.iter_rows())[1]), strict=True))
    assert (rij["School"], rij["n"], rij["Vak"]) == ("Noord", 11, 1)
    assert isinstance(rij["Eensgezindheid A"], int | float)
    proef.klik("Verslag voor Word")
    with zipfile.ZipFile(io.BytesIO(proef.aangeboden())) as bestand:
        tekst = bestand.read("word/document.xml").decode()
    assert "Noord" in tekst
    assert "nooit op volgorde van de uitkomst" in tekst
    naam = next(i["gegevens"]["naam"] for i, _ in reversed(proef.gestuurd)
                if i.get("naam") == "bied-aan")  # fmt: skip
    assert naam.startswith("scholen-verslag-ons-bestuur-")


def test_vijandige_tekst_blijft_tekst(proef: Scholenproef) -> None:
    kwaad = "=HYPERLINK(1)<script>"
    proef.kies(("a.json", scan("A", TEAM)), ("b.json", scan("B", TEAM)))
    proef.vul(f"stukken/{proef.klap(0)}/school", kwaad)
    proef.stap(NAAST)
    (figuur,) = proef.figuren()
    assert "<script>" not in json.dumps(figuur.blad.figuur, default=str)
    proef.klik("Tabellen als CSV")
    assert b"\n=HYPERLINK" not in proef.aangeboden()


def test_alles_weghalen_en_terugzetten(proef: Scholenproef) -> None:
    proef.kies(*vier())
    proef.klik("Haal alle bestanden weg")
    assert proef.werk.staat.stukken == ()
    proef.klik("Zet terug wat er lag")
    assert len(proef.werk.staat.stukken) == 4


def test_het_voorbeeld_is_wat_de_hulpmiddelen_nu_schrijven(proef: Scholenproef) -> None:
    """Verandert een hulpmiddel, draai dan ``python tests/scholen/maak_scholenvoorbeeld.py``."""
    assert example(INHOUD) == voorbeeld()
    proef.klik("Laat vier verzonnen scholen zien")
    assert {s.school for s in proef.werk.staat.stukken} == {
        f"Verzonnen school {letter}" for letter in "ABCD"
    }
    proef.stap(NAAST)
    assert len(proef.figuren()) == 1
    proef.stap(TIJD)
    assert len(proef.figuren()) == 1
    assert "Verzonnen school B" not in proef.tekst()


def test_een_beschadigd_bestand_wordt_geweigerd_of_goed_gelezen(proef: Scholenproef) -> None:
    proef.kies(("a.json", scan("A", TEAM[:6])))
    tekst = proef.bewaard()
    read_damaged(SCHOLEN, proef, range(3, len(tekst), max(1, len(tekst) // 25)))


def test_wie_niets_opende_laadt_geen_ander_hulpmiddel() -> None:
    """In de pagina komt een hulpmiddel pas binnen als er een bestand van is."""
    import subprocess

    code = (
        "import sys; from lv_tools.scholen.hulpmiddel import SCHOLEN as s; "
        "from lv_tools.bouwdoos.hulpmiddel import Opstelling; Opstelling(s); "
        "print([m for m in sys.modules if m.endswith('.hulpmiddel')])"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        cwd=TOETSEN.parent,
    )  # fmt: skip
    geladen = klaar.stdout
    assert "lv_tools.scholen.hulpmiddel" in geladen
    assert "zelfevaluatie" not in geladen


def test_twee_keer_hetzelfde_bestand_telt_een_keer(proef: Scholenproef) -> None:
    een = vier()[0]
    proef.kies(een)
    proef.kies(een)
    assert "lag er al" in proef.melding
    assert len(proef.werk.staat.stukken) == 1
