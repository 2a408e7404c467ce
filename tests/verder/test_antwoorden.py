"""Antwoorden als DataFrame: gelijk aan het scherm, en geen soort loopt in een andere over."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from verderproef import INHOUD, SCHOOL, VROEGER, bestand, scan

import lv_tools.verder as lv
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron, merge
from lv_tools.basis.onderzoek.telling import Handtelling, count
from lv_tools.basis.verzamelen.groep import Groep, sources
from lv_tools.bouwdoos.openen import door
from lv_tools.risicoscan.teksten import OBSTAKELS
from lv_tools.urgentiemeter.hulpmiddel import URGENTIEMETER
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.teksten import STANDAARDEN

CODES = list(INHOUD.standaarden)
METER = URGENTIEMETER.inhoud()
OPTIES = [optie.code for optie in INHOUD.obstakel]


@st.composite
def mensen(draw: st.DrawFn, codes: Any = CODES, opties: Any = (OBSTAKELS, OPTIES)) -> Any:
    keuze = st.none() | st.lists(st.sampled_from(opties[1]), unique=True).map(tuple)
    antwoord = st.sampled_from([1, 2, 3, None])
    return tuple(
        Respondent(
            f"p{nummer:02}",
            draw(st.sampled_from(["docent", "teamleider", "leerling"])),
            draw(st.dictionaries(st.sampled_from(codes), antwoord)),
            draw(st.dictionaries(st.just(opties[0]), keuze)),
            naam=f"Mens {nummer}",
        )
        for nummer in range(draw(st.integers(1, 9)))
    )


@settings(max_examples=25, deadline=None)
@given(mensen())
def test_frame_en_scherm_van_de_risicoscan_zijn_gelijk(groep: tuple[Respondent, ...]) -> None:
    werk = lv.open_werk(scan(*groep).encode())
    echt = werk.antwoorden()
    tabel = werk.tabellen()[INHOUD.zeg("profiel")].set_index("Standaard")
    schaal = echt.attrs["schaal"]
    for code in CODES:
        van = echt[echt["vraag"] == code]
        antwoord = van["soort"] == "antwoord"
        zelf = [int((antwoord & (van["waarde"] == waarde)).sum()) for waarde in schaal]
        zelf.append(int((van["soort"] == "weet niet").sum()))
        beeld = werk.uitslag.beelden[code].verdeling
        assert zelf == [*beeld.aantallen, beeld.weet_niet]
        geschreven = tabel.loc[code, [*schaal.values(), "weet niet"]]
        # Een groep van één staat niet in een tabel om weg te geven: leeg, en geen nul.
        verborgen = len(groep) == 1
        assert list(geschreven.isna()) == [verborgen] * 4
        assert verborgen or list(geschreven) == zelf


@settings(max_examples=25, deadline=None)
@given(mensen(list(METER.stellingen), (STANDAARDEN, list(METER.standaarden))))
def test_frame_en_scherm_van_de_urgentiemeter_zijn_gelijk(groep: tuple[Respondent, ...]) -> None:
    staat = Scan(groep=Groep("naam", bronnen=(Bron("b", groep),)))
    werk = lv.open_werk(bestand(URGENTIEMETER, staat).encode())
    echt = werk.antwoorden()
    geheel = werk.uitslag.beleving.geheel
    if geheel is None:
        assert not (echt["soort"] == "antwoord").any()
        return
    for code, verdeling in geheel.telling.stellingen.items():
        van = echt[echt["vraag"] == code]
        waarden = van.loc[van["soort"] == "antwoord", "waarde"]
        assert tuple((waarden == optie).sum() for optie in range(1, 5)) == verdeling.aantallen
        assert (van["soort"] == "weet niet").sum() == verdeling.weet_niet
        midden = None if waarden.empty else float(waarden.median())
        assert midden == verdeling.mediaan
    genoemd = echt[(echt["vraag"] == STANDAARDEN) & (echt["soort"] == "genoemd")]
    telling = geheel.telling.keuzes[STANDAARDEN]
    assert sum(telling.genoemd) == len(genoemd)


@settings(max_examples=40, deadline=None)
@given(mensen())
def test_elk_soort_antwoord_blijft_apart(groep: tuple[Respondent, ...]) -> None:
    frame = lv.open_werk(scan(*groep).encode()).antwoorden()
    assert str(frame["waarde"].dtype) == "Int64"
    met_waarde = frame["soort"].isin(["antwoord", "genoemd", "niet genoemd"])
    assert (frame["waarde"].notna() == met_waarde).all()
    assert set(frame.loc[frame["soort"] == "antwoord", "waarde"]) <= {1, 2, 3}
    stellingen = frame[frame["optie"].isna()]
    geteld = Counter(stellingen["soort"])
    gegeven = [r.antwoorden.get(code, "leeg") for r in groep for code in CODES]
    assert geteld["weet niet"] == gegeven.count(None)
    assert geteld["niet ingevuld"] == gegeven.count("leeg")
    assert geteld["antwoord"] == sum(isinstance(g, int) for g in gegeven)


@settings(max_examples=25, deadline=None)
@given(mensen())
def test_lang_en_breed_vertellen_hetzelfde(groep: tuple[Respondent, ...]) -> None:
    werk = lv.open_werk(scan(*groep).encode())
    lang, breed = werk.antwoorden(), werk.antwoorden("breed").set_index("persoon")
    for rij in lang.itertuples():
        vak = rij.vraag if pd.isna(rij.optie) else f"{rij.vraag}:{rij.optie}"
        waarde = breed.loc[rij.persoon, vak]
        assert breed.loc[rij.persoon, f"{vak}_soort"] == rij.soort
        assert pd.isna(waarde) == pd.isna(rij.waarde)
        assert pd.isna(waarde) or waarde == rij.waarde


def test_niet_van_toepassing_is_geen_nul() -> None:
    werk = lv.open_werk(VROEGER / "zelfevaluatie-werk-naam.json")
    nvt = werk.antwoorden().query("soort == 'n.v.t.'")
    assert len(nvt) > 0
    assert nvt["waarde"].isna().all()


def test_wie_een_vraag_niet_krijgt_staat_er_lang_niet_en_breed_apart() -> None:
    werk = lv.open_werk(VROEGER / "zelfevaluatie-werk-naam.json")
    lang, breed = werk.antwoorden(), werk.antwoorden("breed")
    soorten = breed[[kolom for kolom in breed if kolom.endswith("_soort")]].to_numpy()
    gevraagd = int((soorten != "niet gevraagd").sum())
    assert gevraagd < soorten.size
    assert gevraagd == len(lang)


def test_wie_met_de_hand_is_geteld_staat_erbij_als_aantal() -> None:
    telling = count([Respondent(f"h{i}", "docent", {"OP3": 3}) for i in range(7)], INHOUD.vragen)
    hand = (Handtelling("h", "docent", telling),)
    werk = lv.open_werk(scan(Respondent("p", "docent", {"OP3": 1}), hand=hand).encode())
    frame = werk.antwoorden()
    assert frame["persoon"].nunique() == 1
    assert frame.attrs["met_de_hand_geteld"] == 7
    profiel = werk.tabellen()[INHOUD.zeg("profiel")].set_index("Standaard")
    assert (profiel.loc["OP3", "geen zorg"], profiel.loc["OP3", "zorg"]) == (1, 7)


def test_een_vorm_die_niet_bestaat_noemt_wat_er_wel_is() -> None:
    with pytest.raises(ValueError, match="‘lang’ of ‘breed’"):
        lv.open_werk(scan().encode()).antwoorden("hoog")


def test_zonder_antwoorden_van_mensen_zegt_de_fout_wat_er_wel_is() -> None:
    with pytest.raises(LookupError, match="tabellen"):
        lv.open_werk(VROEGER / "verbeterplan-werk.json").antwoorden()


# -- wat niet naar buiten mag -------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(mensen(), st.sampled_from(["anoniem", ""]))
def test_losse_antwoorden_komen_er_alleen_uit_op_naam(groep: Any, modus: str) -> None:
    werk = lv.open_werk(scan(*groep, modus=modus).encode())
    for vorm in ("lang", "breed"):
        with pytest.raises(PermissionError):
            werk.antwoorden(vorm, namen=True)


@pytest.mark.parametrize("pad", sorted(VROEGER.glob("*anoniem*.json")), ids=lambda pad: pad.stem)
def test_een_anoniem_bestand_geeft_alleen_wat_het_scherm_toont(pad: Any) -> None:
    (werk,) = lv.open_alles(pad)
    assert lv.open_alles(pad).antwoorden().empty
    deur = door(werk.hulpmiddel)
    kenmerken = {mens.id for mens in merge(sources(*deur.groep(werk.staat, deur.inhoud())))}
    assert len(kenmerken) > 1
    for titel, frame in werk.tabellen().items():
        # Geen tabel heeft een rij per mens, en niets wijst naar iemand.
        assert titel != "Antwoorden"
        assert not {"persoon", "nummer"} & {str(kop).lower() for kop in frame}
        assert not any(kenmerk in frame.to_csv() for kenmerk in kenmerken)


def test_namen_komen_er_alleen_op_verzoek() -> None:
    werk = lv.open_werk(scan(Respondent("p", "docent", {"OP3": 3}, naam="Ans")).encode())
    for vorm in ("lang", "breed"):
        assert werk.antwoorden(vorm)["naam"].isna().all()
        assert set(werk.antwoorden(vorm, namen=True)["naam"]) == {"Ans"}
        assert "Ans" not in werk.antwoorden(vorm).to_csv()
    assert "p" not in set(werk.antwoorden()["persoon"].astype(str))
    zestig = lv.Verzameling((werk,))
    assert "Ans" not in zestig.antwoorden().to_csv()
    assert "Ans" in zestig.antwoorden(namen=True).to_csv()


def test_elk_werkstuk_van_de_voorbeeldschool_op_naam_geeft_zijn_mensen() -> None:
    samen = lv.open_alles(SCHOOL).antwoorden()
    assert set(samen["soort"]) >= {"antwoord", "niet ingevuld", "genoemd", "niet genoemd"}
    assert samen.groupby("bestand")["persoon"].nunique().to_dict() == {
        "voorbeeldschool.lv.json (risicoscan, Voorbeeldschool)": 4,
        "voorbeeldschool.lv.json (urgentiemeter, Voorbeeldschool)": 12,
    }
