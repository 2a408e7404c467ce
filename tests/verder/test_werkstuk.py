"""Bewaard werk openen: elk bestand, elke tabel en figuur, en wat er geweigerd wordt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from verderproef import SCHOOL, VROEGER, kopie, scan, stuk

import lv_tools.verder as lv
from lv_tools.basis.beeld.figuurstijl import with_colors
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.bouwdoos.openen import door

ALLES = [*lv.voorbeeld(), *lv.open_alles(VROEGER)]
NAAM = [f"{werk.hulpmiddel}-{plek}" for plek, werk in enumerate(ALLES)]


def test_elk_bewaard_werk_van_vroeger_gaat_open() -> None:
    werk = {pad.name for pad in VROEGER.glob("*.json")}
    open_ = {stuk.bestand for stuk in lv.open_alles(VROEGER)}
    # Wat overblijft, is geen werk van een hulpmiddel; daar staat bij wat het wel is.
    assert werk - open_ == {"dossier.json", "gespreksvragen.json", "zelfevaluatie-antwoorden.json"}
    assert len(lv.open_alles(VROEGER).onleesbaar) == 3
    assert not lv.voorbeeld().onleesbaar


def test_elk_hulpmiddel_is_te_openen_en_geeft_iets() -> None:
    assert {werk.hulpmiddel for werk in ALLES} >= {
        *("urgentiemeter", "risicoscan", "zelfevaluatie", "verbeterplan", "kwaliteitskalender"),
        *("gespreksprompter", "bevindingenverkenner", "lesbezoek", "kwaliteitsprofiel"),
        *("verbeterbord", "inspectiebezoek", "kwaliteitsrapportage"),
    }


@pytest.mark.parametrize("werk", ALLES, ids=NAAM)
def test_een_tabel_is_gelijk_aan_die_van_het_hulpmiddel(werk: lv.Werkstuk) -> None:
    deur = door(werk.hulpmiddel)
    echt = {t.titel: t for t in deur.tabellen(werk.uitslag, deur.inhoud())}
    frames = werk.tabellen()
    assert list(frames) == list(echt)
    for titel, frame in frames.items():
        assert list(frame.columns) == list(echt[titel].kolommen)
        gelezen = [
            tuple(
                None if pd.isna(cel) else cel.date() if isinstance(cel, pd.Timestamp) else cel
                for cel in rij
            )
            for rij in frame.itertuples(index=False, name=None)
        ]
        assert gelezen == list(echt[titel].rijen)


@pytest.mark.parametrize("werk", ALLES, ids=NAAM)
def test_een_figuur_is_die_van_het_scherm(werk: lv.Werkstuk) -> None:
    figuren = werk.figuren()
    assert set(figuren) == set(werk.bladen())
    for titel, blad in werk.bladen().items():
        verwacht = with_colors(blad.figuur)
        assert len(figuren[titel].data) == len(verwacht["data"])
        assert figuren[titel].layout.title.text
        assert "var(--" not in figuren[titel].to_json()


@pytest.mark.parametrize("extensie", ["docx", "md", "xlsx", "json"])
@pytest.mark.parametrize("werk", ALLES, ids=NAAM)
def test_schrijven_kan_in_elke_vorm(werk: lv.Werkstuk, extensie: str, tmp_path: Path) -> None:
    doel = tmp_path / f"uit.{extensie}"
    assert werk.schrijf(doel) == doel
    assert doel.stat().st_size > 20


@pytest.mark.parametrize("werk", ALLES, ids=NAAM)
def test_wat_geschreven_is_gaat_weer_open(werk: lv.Werkstuk, tmp_path: Path) -> None:
    terug = lv.open_werk(werk.schrijf(tmp_path / "weer.lv.json"))
    assert terug.staat == werk.staat
    assert (terug.naam, terug.tijd, terug.titel) == (werk.naam, werk.tijd, werk.titel)


def test_half_getypte_velden_gaan_mee_als_werk_weer_wordt_bewaard(tmp_path: Path) -> None:
    pad = VROEGER / "urgentiemeter-werk-anoniem.json"
    concept = json.loads(pad.read_text())["staat"]["concept"]
    lv.open_werk(pad).schrijf(tmp_path / "w.json")
    assert json.loads((tmp_path / "w.json").read_text())["staat"]["concept"] == concept


def test_een_andere_extensie_wordt_geweigerd(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.docx"):
        ALLES[0].schrijf(tmp_path / "verslag.pdf")


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "leeg"),
        (b"{", "afgebroken of beschadigd"),
        (b"[]", "komt niet uit dit boek"),
        (b'{"formaat": "lv-tools", "instrument": "iets"}', "geen bewaard werk"),
        (b'{"formaat": "x", "instrument": "risicoscan"}', "komt niet uit dit boek"),
        (kopie(stuk(scan())), "open_alles"),
        ((VROEGER / "dossier.json").read_bytes(), "lees_dossier"),
        ((VROEGER / "gespreksvragen.json").read_bytes(), "vragen voor een gesprek"),
        ((VROEGER / "zelfevaluatie-antwoorden.json").read_bytes(), "één persoon"),
        (scan().replace('"versie": 1', '"versie": 99', 1).encode(), "nieuwere versie"),
        (scan(naam="A").replace('"A"', '"B"').encode(), "veranderd of beschadigd"),
    ],
)
def test_wat_geen_heel_werk_is_zegt_waarom(inhoud: bytes, zin: str) -> None:
    with pytest.raises(lv.Onleesbaar, match=zin):
        lv.open_werk(inhoud)


def test_een_bestand_dat_er_niet_is_is_een_gewone_fout(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        lv.open_werk(tmp_path / "weg.lv.json")
    with pytest.raises(FileNotFoundError, match="controleer de naam"):
        lv.open_alles(tmp_path / "weg")


def test_een_werkstuk_laat_in_beeld_geen_antwoorden_zien() -> None:
    werk = lv.open_werk(scan(Respondent("p", "docent", {"OP3": 3}, naam="Ans")).encode())
    assert "Ans" not in repr(werk)


# -- veel bestanden -----------------------------------------------------------------------------


def fill(map_: Path, aantal: int) -> None:
    for nummer in range(1, aantal + 1):
        mensen = [Respondent(f"p{i}", "docent", {"OP3": 1 + i % 3}) for i in range(nummer)]
        (map_ / f"school {nummer:02}.lv.json").write_text(scan(*mensen, naam=f"School {nummer}"))


def test_zestig_bestanden_onder_elkaar(tmp_path: Path) -> None:
    fill(tmp_path, 60)
    (tmp_path / "notities.txt").write_text("geen werk")
    alles = lv.open_alles(tmp_path)
    assert (len(alles), alles.onleesbaar) == (60, ())
    overzicht = alles.overzicht()
    assert list(overzicht["naam"]) == [f"School {n}" for n in range(1, 61)]
    mensen = alles.antwoorden().groupby("bestand")["persoon"].nunique()
    assert list(mensen) == list(range(1, 61))
    profiel = alles.tabel("Profiel").query("Standaard == 'OP3'")
    aantallen = profiel[["geen zorg", "let op", "zorg"]].sum(axis=1, min_count=3)
    # Een groep van één staat niet in een tabel om weg te geven, en wordt dus ook geen nul.
    assert pd.isna(aantallen.iloc[0])
    assert list(aantallen[1:]) == list(range(2, 61))


def test_kapotte_bestanden_houden_de_goede_niet_tegen(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    (tmp_path / "a leeg.json").write_text("")
    (tmp_path / "school 01b.json").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "school 02b.json").write_text(scan(naam="A").replace('"A"', '"B"'))
    (tmp_path / "z kopie.json").write_bytes(kopie(stuk("{"), stuk(scan(naam="Goed"))))
    (tmp_path / "map.json").mkdir()
    alles = lv.open_alles(tmp_path)
    assert [werk.naam for werk in alles] == ["School 1", "School 2", "School 3", "Goed"]
    assert [zin.partition(":")[0] for zin in alles.onleesbaar] == [
        *("a leeg.json", "school 01b.json", "school 02b.json", "z kopie.json (risicoscan, Werk)")
    ]


def test_wat_weggelaten_is_uit_de_antwoorden_staat_erbij(tmp_path: Path) -> None:
    (tmp_path / "anoniem.json").write_text(scan(Respondent("p", "docent", {}), modus="anoniem"))
    (tmp_path / "naam.json").write_text(scan(Respondent("p", "docent", {"OP3": 2})))
    samen = lv.open_alles(tmp_path).antwoorden()
    assert set(samen["bestand"]) == {"naam.json"}
    (zin,) = samen.attrs["weggelaten"]
    assert zin.startswith("anoniem.json")
    assert "anoniem" in zin


def test_een_lege_verzameling_heeft_de_gewone_kolommen() -> None:
    leeg, vol = lv.Verzameling(()), lv.voorbeeld()
    assert list(leeg.antwoorden().columns) == list(vol.antwoorden().columns)
    assert list(leeg.antwoorden().dtypes) == list(vol.antwoorden().dtypes)
    assert leeg.overzicht().empty
    with pytest.raises(LookupError, match="geen enkele tabel"):
        leeg.tabel("Profiel")
    with pytest.raises(LookupError, match="Profiel"):
        vol.tabel("Profielen")


# -- reservekopie en dossier --------------------------------------------------------------------


def test_de_reservekopie_van_de_voorbeeldschool_gaat_helemaal_open() -> None:
    stukken = json.loads(SCHOOL.read_text())["stukken"]
    verwacht = [s["instrument"] for s in stukken if s["instrument"] != "dossier"]
    assert [werk.hulpmiddel for werk in lv.open_alles(SCHOOL)] == verwacht


def test_uit_een_reservekopie_komt_ook_wat_daarna_nog_getypt_is(tmp_path: Path) -> None:
    tekst = (VROEGER / "verbeterplan-werk.json").read_text()
    pad = "kern/titel"
    werk = lv.open_werk(tekst.encode())
    assert werk.staat.kern.titel != "Ons plan"
    doel = tmp_path / "kopie.json"
    doel.write_bytes(kopie(stuk(tekst, "verbeterplan", **{pad: "Ons plan"})))
    (uit,) = lv.open_alles(doel)
    assert uit.staat.kern.titel == "Ons plan"


@pytest.mark.parametrize(
    "inhoud",
    [
        kopie(stuk(scan()))[:-3] + b"}\n",
        kopie(stuk(scan())).replace(b"Werk", b"Verk", 1),
        kopie({"instrument": "risicoscan"}),
        kopie("tekst"),  # type: ignore[arg-type]
        kopie(stuk(scan()), versie=2),
        b'{"formaat": "lv-tools", "soort": "reservekopie", "stukken": 3}',
    ],
)
def test_een_kapotte_reservekopie_wordt_in_een_zin_geweigerd(inhoud: bytes, tmp_path: Path) -> None:
    (tmp_path / "kopie.json").write_bytes(inhoud)
    alles = lv.open_alles(tmp_path)
    assert len(alles) == 0
    (zin,) = alles.onleesbaar
    assert zin.startswith("kopie.json: ")


@pytest.mark.parametrize("pad", [VROEGER / "dossier.json", SCHOOL], ids=lambda pad: pad.name)
def test_een_dossier_is_een_rij_per_stuk(pad: Path) -> None:
    frame = lv.lees_dossier(pad)
    assert list(frame.columns[:4]) == ["hulpmiddel", "titel", "dag", "soort"]
    gelezen: Any = json.loads(pad.read_text())
    if "stukken" in gelezen:
        (tekst,) = [s["tekst"] for s in gelezen["stukken"] if s["instrument"] == "dossier"]
        gelezen = json.loads(tekst)
    pakketten = gelezen["staat"]["pakketten"]
    assert len(frame) == sum(len(p.get("stukken", ())) for p in pakketten)
    assert frame["soort"].notna().all()
    assert not frame.isin([""]).any(axis=None)
    assert lv.lees_dossier(pad.read_bytes()).equals(frame)


def test_wat_geen_dossier_is_wordt_geweigerd() -> None:
    for inhoud in (b"", b"{", scan().encode()):
        with pytest.raises(lv.Onleesbaar):
            lv.lees_dossier(inhoud)
