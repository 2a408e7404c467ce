"""Wat met 0.3.0 bewaard is, gaat open met alles erin: elk soort bestand van elk hulpmiddel."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hulpproef import Proef
from meterproef import Meterproef
from scanproef import Scanproef
from zelfproef import Zelfproef

from lv_tools.basis.uitwisseling.dossier import Dossier, from_text, to_text
from lv_tools.basis.uitwisseling.stukken import WOORDEN, Bewijs
from lv_tools.basis.uitwisseling.vragenbestand import read_file
from lv_tools.bouwdoos.schemas import all_tools, dossier_schema, file_schema
from lv_tools.schermdelen import Bestand

MAP = Path(__file__).parents[1] / "bestanden_0_3_0"
#: Werk van een hulpmiddel; ``-invuller`` is dat van iemand die alleen invult.
WERK = sorted(p.name for p in MAP.glob("*.json") if "-werk" in p.name or "-invuller" in p.name)

#: De hulpmiddelen van 0.3.0; wat later kwam, heeft zijn eerste bestand in een latere uitgave.
TOEN = {
    *("bevindingenverkenner", "urgentiemeter", "risicoscan", "verbeterplan"),
    *("gespreksprompter", "zelfevaluatie", "kwaliteitskalender"),
}


def lees(naam: str) -> str:
    return (MAP / naam).read_text("utf-8")


def bladeren(wat: Any) -> Iterator[str]:
    """Geef elke losse waarde, met de naam waaronder zij staat."""
    if isinstance(wat, dict):
        for sleutel, deel in wat.items():
            yield from (f"{sleutel}={blad}" for blad in bladeren(deel))
    elif isinstance(wat, list | tuple):
        for deel in wat:
            yield from bladeren(deel)
    else:
        yield repr(wat)


def answered(regel: str) -> Counter[Any]:
    """Tel de antwoorden van iemand uit een groep, ook die op stellingen die er niet meer zijn."""
    _id, _rol, _naam, _tijd, antwoorden, *_, rest = regel.split("\t")
    gegeven = [deel.partition("=")[2] for deel in antwoorden.split()]
    over = json.loads(rest or "{}").values()
    return Counter(gegeven) + Counter("?" if w is None else str(w) for w in over)


def lost(naam: str, nu: dict[str, Any]) -> list[str]:
    """Geef wat er stond en nu nergens meer staat.

    Is de lijst met stellingen sinds 0.3.0 veranderd, dan staat een antwoord op een stelling die weg
    is bij de rest, en volgen de woorden van toen de lijst van nu.
    """
    stond, nieuw = json.loads(lees(naam))["staat"], Counter(bladeren(nu))
    weg = Counter(bladeren(stond)) - nieuw
    if not any("=lijst=" in blad or "stellingen=" in blad for blad in weg):
        return list(weg)
    regels = {r.split("\t")[0]: r for r in texts(nu) if r.count("\t") > 4}
    over = sum(aantal for blad, aantal in nieuw.items() if "=rest=" in blad)
    eigen = 0
    uit = []
    for blad, aantal in weg.items():
        waarde = blad.rpartition("=")[2] if "\\t" not in blad else ""
        if "=toen=" in blad or (waarde == "0" and "=stellingen=" in blad):
            continue
        if "=antwoorden=stellingen=" in blad:
            eigen += aantal
            continue
        if nieuw[f"staat=overig={waarde}"]:
            continue
        oud = next((r for r in texts(stond) if r.count("\t") > 4 and repr(r) in blad), "")
        if not oud or answered(oud) != answered(regels[oud.split("\t")[0]]):
            uit.append(blad)
    return uit if eigen <= over else [*uit, "een eigen antwoord"]


def texts(wat: Any) -> Iterator[str]:
    """Geef elke losse tekst."""
    if isinstance(wat, str):
        yield wat
    elif isinstance(wat, dict | list | tuple):
        for deel in wat.values() if isinstance(wat, dict) else wat:
            yield from texts(deel)


@pytest.fixture(autouse=True)
def kast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))


def test_van_elk_hulpmiddel_van_toen_is_er_werk_en_het_bestaat_nog() -> None:
    assert {naam.partition("-")[0] for naam in WERK} == TOEN
    assert set(all_tools()) >= TOEN


@pytest.mark.parametrize("naam", WERK)
def test_werk_gaat_open_zonder_verlies_en_zonder_te_schrijven(naam: str) -> None:
    deur = all_tools()[naam.partition("-")[0]]
    proef = Proef(deur, bewaard=lees(naam))
    assert not [b for b, _ in proef.gestuurd if b.get("naam") == "onleesbaar"]
    assert proef.opstelling.bewaren.melding == ""
    assert proef.bewaard() == "", "alleen openen schrijft niets"
    assert not lost(naam, json.loads(json.dumps(proef.werk.to_data())))
    # Elke stap is te tekenen zonder iets te veranderen, en het bestand past in het schema.
    if len(deur.panelen) > 1:
        for nummer in range(len(deur.panelen)):
            proef.stap(nummer)
    proef.gebeur(proef.opstelling.bewaren, "download")
    tekst = next(bytes(b[0]) for i, b in reversed(proef.gestuurd) if i.get("naam") == "bied-aan")
    jsonschema.validate(json.loads(tekst), file_schema(deur))
    bewaard = {**json.loads(tekst)["staat"], "plek": json.loads(lees(naam))["staat"].get("plek")}
    assert not lost(naam, bewaard)


def test_antwoorden_van_een_persoon_en_een_scan_gaan_de_groep_in() -> None:
    meter = Meterproef(modus="naam")
    meter.laad(("tom.json", lees("urgentiemeter-antwoorden.json").encode()))
    assert [wie.rol for wie in meter.mensen] == ["teamleider"]
    assert len(meter.mensen[0].antwoorden) > 5
    zelf = Zelfproef()
    zelf.adres("#" + lees("zelfevaluatie-link.txt").strip().partition("#")[2])
    assert zelf.werk.staat.invulopzet.naam == "Voorjaar 2028"
    zelf = Zelfproef()
    zelf.naar("vergelijken")
    zelf.laad(
        zelf.opstelling.inhoud.zeg("vergelijk_open"),
        Bestand("scan.json", lees("zelfevaluatie-scan.json").encode()),
    )
    assert [scan.opzet.naam for scan in zelf.werk.staat.eerdere] == ["Voorjaar 2028"]
    zelf = Zelfproef(bewaard=lees("zelfevaluatie-scan.json"))
    assert (zelf.people, zelf.opzet.naam) == (12, "Voorjaar 2028")
    zelf.voeg_toe(Bestand("een.json", lees("zelfevaluatie-antwoorden.json").encode()))
    assert zelf.people == 13
    scan = Scanproef()
    scan.groep("naam")
    scan.vul("groep/manier", "bestand")
    vak = next(d for d in scan.scherm.walk() if d.soort == "upload" and "Voeg" in d.label)
    inhoud = lees("risicoscan-antwoorden.json").encode()
    scan.gebeur(vak, "bestanden", inhoud, bestanden=[{"naam": "ans.json", "type": ""}])
    (bron,) = scan.scan.groep.bronnen
    assert bron.respondenten[0].naam == "Ans"
    assert bron.respondenten[0].antwoorden["OP3"] == 3


def test_het_dossier_heeft_van_elk_soort_stuk_iets_en_gaat_heel_open() -> None:
    tekst = lees("dossier.json")
    dossier = from_text(tekst)
    assert isinstance(dossier, Dossier)
    jsonschema.validate(json.loads(to_text(dossier)), dossier_schema())
    stond = Counter(bladeren(json.loads(tekst)["staat"]))
    assert not stond - Counter(bladeren(json.loads(to_text(dossier))["staat"]))
    assert {type(stuk) for pakket in dossier.klaar for stuk in pakket.stukken} == set(WOORDEN) - {
        Bewijs  # bestond toen nog niet
    }
    assert len(dossier.pakketten) == len(dossier.klaar) + 1, "wat is weggehaald, blijft onthouden"
    van, vragen = read_file(lees("gespreksvragen.json").encode())
    assert van.titel == "Voorjaar 2028"
    assert vragen
