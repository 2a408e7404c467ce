"""De tabellen van het onderzoek als DataFrame: gelijk aan wat er gedrukt is."""

from __future__ import annotations

import pandas as pd
import pytest

import lv_tools.verder as lv
from lv_tools.basis.gegevens import datapakket
from lv_tools.controle import meldingen_bij

NAMEN = lv.tabelnamen()


@pytest.mark.parametrize("naam", NAMEN)
def test_een_tabel_is_gelijk_aan_wat_er_gedrukt_is(naam: str) -> None:
    frame, tabel = lv.lees(naam), datapakket.lees(naam)
    assert list(frame.columns) == [kolom.naam for kolom in tabel.kolommen]
    gelezen = [
        {k: None if pd.isna(v) else v for k, v in rij.items()} for rij in frame.to_dict("records")
    ]
    assert gelezen == [dict(rij) for rij in tabel.rijen]


@pytest.mark.parametrize("naam", NAMEN)
def test_eenheid_uitleg_en_bron_reizen_mee(naam: str) -> None:
    frame, tabel = lv.lees(naam), datapakket.lees(naam)
    assert frame.attrs["titel"] == tabel.titel
    assert frame.attrs["bronnen"]
    for kolom in tabel.kolommen:
        assert frame.attrs["eenheden"].get(kolom.naam) == kolom.eenheid
        geheel = kolom.type == "integer"
        assert (str(frame[kolom.naam].dtype) == "Int64") == geheel


@pytest.mark.parametrize("naam", NAMEN)
def test_het_merk_is_het_zwaarste_van_de_meldingen(naam: str) -> None:
    frame, alle = lv.lees(naam, met_merk=True), lv.merken(naam)
    assert list(frame.columns)[:-1] == list(lv.lees(naam).columns)
    per_rij = alle.groupby("rij")["ernst"].agg(set)
    for plek, merk in enumerate(frame["merk"]):
        soorten = per_rij.get(plek, set())
        assert merk == ("kan niet" if "kan niet" in soorten else "let op" if soorten else "")


def test_wat_klopt_is_geen_merk_en_wat_niet_kan_wel() -> None:
    soorten = {soort for naam in NAMEN for soort in lv.merken(naam)["ernst"]}
    assert soorten == {"kan niet", "let op"}
    meldingen = meldingen_bij("risico_per_afdeling", afdeling="Vwo", standaard="OP0")
    verwacht = {m.uitleg for m in meldingen if m.ernst != "klopt"}
    alle = lv.merken("risico_per_afdeling")
    assert set(alle.loc[alle["rij"] == 0, "uitleg"]) == verwacht


def test_een_naam_die_niet_bestaat_noemt_wat_er_wel_is() -> None:
    with pytest.raises(LookupError, match="risico_per_afdeling"):
        lv.lees("risicos")
    with pytest.raises(LookupError, match="risico_per_afdeling"):
        lv.merken("risicos")
