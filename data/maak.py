"""Maakt de tabellen en `datapackage.json` uit de ruwe regels.

Gebruik::

    python data/maak.py               # schrijf de tabellen, de controlesommen en datapackage.json
    python data/maak.py --controleer  # schrijf niets; meld elk bestand dat niet meer klopt

Wat hier in gaat: `ruw/` (regels zoals ze uit de bron kwamen, alleen labels en getallen),
`correcties.csv` (elke herstelde letter), `toelichtingen.toml` en `kader/kader.toml` (eigen tekst)
en `beschrijving.toml` (titels, kolommen en bronnen). Dezelfde invoer geeft altijd dezelfde bytes.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HIER = Path(__file__).resolve().parent
Rij = tuple[object, ...]

TELWOORDEN = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


class Correcties:
    """De herstelde cellen; onthoudt welke gebruikt zijn, zodat geen correctie voor niets staat."""

    def __init__(self, pad: Path) -> None:
        with pad.open(encoding="utf-8", newline="") as bestand:
            self._regels = {
                (regel["resource"], regel["gedrukt"]): regel["verbeterd"]
                for regel in csv.DictReader(bestand)
            }
        self._gebruikt: set[tuple[str, str]] = set()

    def herstel(self, resource: str, gedrukt: str) -> str:
        """Geef de verbeterde cel, of de gedrukte als er niets te verbeteren is."""
        sleutel = (resource, gedrukt)
        if sleutel not in self._regels:
            return gedrukt
        self._gebruikt.add(sleutel)
        return self._regels[sleutel]

    def ongebruikt(self) -> set[tuple[str, str]]:
        """Geef de correcties waarvan de gedrukte cel nergens voorkwam."""
        return set(self._regels) - self._gebruikt


def _lees_ruw(naam: str) -> list[list[str]]:
    tekst = (HIER / "ruw" / naam).read_text(encoding="utf-8")
    tekst = re.sub(r"</?b>", "", tekst)
    return [regel.split("\t") for regel in tekst.splitlines()]


def _lees_getal(gedrukt: str) -> int | float:
    """Het eerste getal in een gedrukte vermelding: '7,2', 'meer dan 90%', 'drie'."""
    if cijfers := re.search(r"\d+(?:,\d+)?", gedrukt):
        tekst = cijfers.group().replace(",", ".")
        return float(tekst) if "." in tekst else int(tekst)
    for woord in gedrukt.split():
        if woord in TELWOORDEN:
            return TELWOORDEN.index(woord)
    raise ValueError(f"geen getal gevonden in {gedrukt!r}")


def _lees_datum(gedrukt: str) -> str:
    """'1 augustus 2021' -> '2021-08-01', 'mei 2024' -> '2024-05', '2021' -> '2021'."""
    delen = gedrukt.split()
    jaar = delen[-1]
    if len(delen) == 1:
        return jaar
    maand = MAANDEN.index(delen[-2]) + 1
    return f"{jaar}-{maand:02}" + (f"-{int(delen[0]):02}" if len(delen) == 3 else "")


def _splits_n(kop: str) -> tuple[str, int]:
    """'Verwaarlozing (n = 21)' -> ('Verwaarlozing', 21)."""
    if not (delen := re.fullmatch(r"(.+?)\s*\(n\s*=\s*(\d+)\)", kop)):
        raise ValueError(f"geen n gevonden in kop {kop!r}")
    return delen.group(1), int(delen.group(2))


def _maak_plaatsen(_: Correcties) -> Iterable[Rij]:
    for plaats, aantal in _lees_ruw("tabel-4.1.tsv")[1:]:
        if plaats != "Totaal":
            yield plaats, int(aantal)


def _maak_risico(_: Correcties) -> Iterable[Rij]:
    kop, *regels = _lees_ruw("tabel-4.2.tsv")
    for cel, *waarden in regels:
        afdeling, n = _splits_n(cel)
        for standaard, waarde in zip(kop[1:], waarden, strict=True):
            yield afdeling, n, standaard, _lees_getal(waarde)


def _maak_elementen(correcties: Correcties) -> Iterable[Rij]:
    toelichtingen = tomllib.loads((HIER / "toelichtingen.toml").read_text(encoding="utf-8"))
    soort = ""
    for (cel,) in _lees_ruw("tabel-4.3.tsv"):
        if cel in toelichtingen:
            yield soort, cel, toelichtingen[cel]
        else:
            soort = correcties.herstel("elementen", cel)


def _maak_uitdagingen(correcties: Correcties) -> Iterable[Rij]:
    standaard = ""
    for code, uitdaging, aantal, percentage in _lees_ruw("bijlage-2.1.tsv"):
        if code == "Standaard":  # de kop keert terug boven elk deel van de tabel
            continue
        standaard = correcties.herstel("uitdagingen", code) if code else standaard
        hersteld = correcties.herstel("uitdagingen", uitdaging)
        yield standaard, hersteld, int(aantal), _lees_getal(percentage)


def _maak_interventies_bij_obstakels(correcties: Correcties) -> Iterable[Rij]:
    naam = "interventies_bij_obstakels"
    koppen: list[tuple[str, int]] = []
    for cel, *waarden in _lees_ruw("bijlage-2.2.tsv"):
        if not cel:  # de kop keert terug boven elk deel van de tabel
            gesplitst = [_splits_n(waarde) for waarde in waarden]
            koppen = [(correcties.herstel(naam, label), n) for label, n in gesplitst]
            continue
        interventie = correcties.herstel(naam, cel)
        for (obstakel, n), waarde in zip(koppen, waarden, strict=True):
            yield interventie, obstakel, n, _lees_getal(waarde)


def _maak_bestuursgrootte(correcties: Correcties) -> Iterable[Rij]:
    for label, gedrukt in _lees_ruw("tekst-bestuursgrootte.tsv")[1:]:
        yield correcties.herstel("bestuursgrootte", label), int(gedrukt)


def _maak_intake(correcties: Correcties) -> Iterable[Rij]:
    gevonden: dict[tuple[str, str], int | float] = {}
    for moment, standaard, gedrukt in _lees_ruw("tekst-intake-begeleiding.tsv")[1:]:
        hersteld = correcties.herstel("intake_en_begeleiding", gedrukt)
        gevonden[moment, standaard] = _lees_getal(hersteld)
    for rij in _maak_standaarden(correcties):
        code, niveau = str(rij[0]), rij[3]
        if niveau == "school":
            yield code, gevonden.get(("intake", code)), gevonden.get(("begeleiding", code))


def _maak_interventies(correcties: Correcties) -> Iterable[Rij]:
    for label, gedrukt in _lees_ruw("tekst-interventies.tsv")[1:]:
        trajecten, totaal = re.findall(r"\d+", gedrukt)
        yield correcties.herstel("interventies", label), int(trajecten), int(totaal)


def _maak_kerncijfers(correcties: Correcties) -> Iterable[Rij]:
    for sleutel, bron, gedrukt, eenheid, label in _lees_ruw("tekst-kerncijfers.tsv")[1:]:
        waarde = _lees_getal(correcties.herstel("kerncijfers", gedrukt))
        yield sleutel, correcties.herstel("kerncijfers", label), waarde, eenheid, bron


def _maak_tijdlijn(correcties: Correcties) -> Iterable[Rij]:
    for sleutel, bron, gedrukt, label in _lees_ruw("tekst-tijdlijn.tsv")[1:]:
        yield sleutel, label, _lees_datum(correcties.herstel("tijdlijn", gedrukt)), bron


def _maak_standaarden(_: Correcties) -> Iterable[Rij]:
    gelezen = tomllib.loads((HIER / "kader" / "kader.toml").read_text(encoding="utf-8"))
    (kader,) = [rij for rij in gelezen["kader"] if rij["code"] == gelezen["onderzoek"]]
    for gebied in kader["gebied"]:
        for code, naam in gebied["standaarden"]:
            yield code, naam, gebied["naam"], gebied["niveau"], kader["naam"]


MAKERS = {
    "risico_per_afdeling": _maak_risico,
    "uitdagingen": _maak_uitdagingen,
    "interventies_bij_obstakels": _maak_interventies_bij_obstakels,
    "plaatsen": _maak_plaatsen,
    "bestuursgrootte": _maak_bestuursgrootte,
    "intake_en_begeleiding": _maak_intake,
    "interventies": _maak_interventies,
    "elementen": _maak_elementen,
    "kerncijfers": _maak_kerncijfers,
    "tijdlijn": _maak_tijdlijn,
    "standaarden": _maak_standaarden,
}


def _schrijf_csv(kolommen: list[str], rijen: Iterable[Rij]) -> bytes:
    blad = io.StringIO()
    schrijver = csv.writer(blad, lineterminator="\n")
    schrijver.writerow(kolommen)
    schrijver.writerows(rijen)
    return blad.getvalue().encode()


def _sha256(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()


def maak_alles() -> dict[str, bytes]:
    """Alle gemaakte bestanden: pad ten opzichte van `data/` -> inhoud."""
    correcties = Correcties(HIER / "correcties.csv")
    beschrijving = tomllib.loads((HIER / "beschrijving.toml").read_text(encoding="utf-8"))
    bestanden: dict[str, bytes] = {}
    resources = []
    for naam, resource in beschrijving.pop("resource").items():
        kolommen = [kolom["name"] for kolom in resource["schema"]["fields"]]
        pad = resource["path"]
        if naam in MAKERS:
            bestanden[pad] = _schrijf_csv(kolommen, MAKERS[naam](correcties))
        inhoud = bestanden.get(pad) or (HIER / pad).read_bytes()
        resources.append(_beschrijf(naam, resource, inhoud, beschrijving))
    if ongebruikt := correcties.ongebruikt():
        raise ValueError(f"correcties die nergens op slaan: {sorted(ongebruikt)}")

    pakket = {**beschrijving["pakket"], "licenses": beschrijving["licentie"]["eigen"]}
    pakket["resources"] = resources
    bestanden["datapackage.json"] = (
        json.dumps(pakket, ensure_ascii=False, indent=2) + "\n"
    ).encode()
    ruw = sorted((HIER / "ruw").glob("*.tsv"))
    regels = [f"{_sha256(pad.read_bytes())}  {pad.name}\n" for pad in ruw]
    bestanden["ruw/SHA256SUMS"] = "".join(regels).encode()
    return bestanden


def _beschrijf(
    naam: str, resource: dict[str, Any], inhoud: bytes, beschrijving: dict[str, Any]
) -> dict[str, Any]:
    bronnen = [
        {**beschrijving["bron"][bron["bron"]], "section": bron["plaats"]}
        for bron in resource["bronnen"]
    ]
    return {
        "profile": "tabular-data-resource",
        "name": naam,
        "path": resource["path"],
        "title": resource["title"],
        "description": resource["description"],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(inhoud),
        "hash": f"sha256:{_sha256(inhoud)}",
        "licenses": beschrijving["licentie"]["eigen"],
        "sources": bronnen,
        "schema": resource["schema"],
    }


def main(argumenten: list[str]) -> int:
    """Schrijf alles, of meld met `--controleer` wat afwijkt (uitgangscode 1)."""
    bestanden = maak_alles()
    if "--controleer" not in argumenten:
        for pad, inhoud in bestanden.items():
            (HIER / pad).write_bytes(inhoud)
        print(f"{len(bestanden)} bestanden gemaakt in {HIER}")
        return 0
    afwijkend = [
        pad
        for pad, inhoud in bestanden.items()
        if not (HIER / pad).is_file() or (HIER / pad).read_bytes() != inhoud
    ]
    for pad in afwijkend:
        print(f"{pad} klopt niet meer: draai `python data/maak.py`")
    return 1 if afwijkend else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
