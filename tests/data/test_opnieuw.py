"""De tabellen opnieuw gemaakt langs een andere weg, en cel voor cel vergeleken.

`data/maak.py` leest regel voor regel en zoekt een correctie op aan de gedrukte tekst. Hier wordt
elke tabel als raster gelezen, staan de standaarden en de afdelingen los van `maak.py`, en wordt een
correctie toegepast op de plaats die haar sleutel noemt. Klopt de sleutel niet, dan faalt de toets.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
Tabel = list[list[str]]

GETALWOORD = {"een": "1", "twee": "2", "drie": "3", "vier": "4", "zes": "6", "zeven": "7"}
MAAND = {"januari": "01", "maart": "03", "mei": "05", "augustus": "08", "oktober": "10",
         "november": "11"}  # fmt: skip


def raster(naam: str) -> Tabel:
    """Lees een ruw bestand als raster, zonder opmaaktekens."""
    with (DATA / "ruw" / naam).open(encoding="utf-8", newline="") as bestand:
        lezer = csv.reader(bestand, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [[cel.replace("<b>", "").replace("</b>", "") for cel in rij] for rij in lezer]


def gemaakt(naam: str) -> Tabel:
    """Lees een gemaakte tabel, zonder kop."""
    paden = [*(DATA / "bevindingen").glob(f"{naam}.csv"), *(DATA / "kader").glob(f"{naam}.csv")]
    with paden[0].open(encoding="utf-8", newline="") as bestand:
        return list(csv.reader(bestand))[1:]


class Lijst:
    """De correcties van één tabel, op sleutel; telt welke aan bod kwamen."""

    def __init__(self, resource: str) -> None:
        with (DATA / "correcties.csv").open(encoding="utf-8", newline="") as bestand:
            self.regels = [r for r in csv.DictReader(bestand) if r["resource"] == resource]
        self.toegepast: Counter[int] = Counter()

    def op(self, sleutel: str, gedrukt: str) -> str:
        """Geef de verbeterde cel op deze plaats."""
        for nummer, regel in enumerate(self.regels):
            if regel["sleutel"] == sleutel and regel["gedrukt"] == gedrukt:
                self.toegepast[nummer] += 1
                return regel["verbeterd"]
        return gedrukt

    def controleer_alles_gebruikt(self) -> None:
        """Faal als een correctie niet op de plaats van haar sleutel paste."""
        over = [r for nummer, r in enumerate(self.regels) if nummer not in self.toegepast]
        assert over == []


def getal(gedrukt: str) -> str:
    """Geef het getal in een gedrukte cel als tekst."""
    woord = next((w for w in gedrukt.split() if w in GETALWOORD), None)
    cijfers = "".join(teken for teken in gedrukt.replace(",", ".") if teken in "0123456789.")
    return GETALWOORD[woord] if woord and not cijfers else cijfers.strip(".")


def test_plaatsen() -> None:
    kop, *rijen, totaal = raster("tabel-4.1.tsv")
    assert kop == ["Plaats", "Aantal afdelingen"]
    assert totaal[0] == "Totaal"
    assert gemaakt("plaatsen") == rijen


def test_risico_per_afdeling() -> None:
    vel = raster("tabel-4.2.tsv")
    verwacht = []
    for afdeling, n in [
        ("Vwo", 44),
        ("Havo", 45),
        ("vmbo-(g)t", 33),
        ("vmbo-k", 14),
        ("vmbo-b", 9),
    ]:
        (rij,) = [rij for rij in vel if rij[0] == f"{afdeling} (n={n})"]
        for kolom in range(1, 12):
            verwacht.append([afdeling, str(n), vel[0][kolom], rij[kolom].removesuffix("%")])
    assert gemaakt("risico_per_afdeling") == verwacht


def test_uitdagingen() -> None:
    lijst = Lijst("uitdagingen")
    rijen = [rij for rij in raster("bijlage-2.1.tsv") if rij[0] != "Standaard"]
    beginnen = [plek for plek, rij in enumerate(rijen) if rij[0]]
    codes = ["OP0", "OP1", "OP2", "OP3", "OP6", "VS1", "VS2", "OR1", "OR2", "SKA1", "SKA2", "SKA3"]
    assert len(beginnen) == len(codes)
    verwacht = []
    for code, begin, eind in zip(codes, beginnen, [*beginnen[1:], len(rijen)], strict=True):
        assert lijst.op("standaard vanaf rij 1", rijen[begin][0]) == code
        for nummer, (_, label, aantal, percentage) in enumerate(rijen[begin:eind], start=1):
            tekst = lijst.op(f"{code}, rij {nummer}", label)
            verwacht.append([code, tekst, aantal, percentage.removesuffix("%")])
    assert gemaakt("uitdagingen") == verwacht
    lijst.controleer_alles_gebruikt()


def test_interventies_bij_obstakels() -> None:
    lijst = Lijst("interventies_bij_obstakels")
    vel = raster("bijlage-2.2.tsv")
    koppen = [plek for plek, rij in enumerate(vel) if rij[0] == ""]
    namen: list[list[tuple[str, str]]] = []
    for deel, plek in enumerate(koppen, start=1):
        regel = []
        for kolom, kop in enumerate(vel[plek][1:], start=1):
            label, n = kop.removesuffix(")").rsplit(" (n = ", 1)
            regel.append((lijst.op(f"kop van deel {deel}, kolom {kolom}", label), n))
        namen.append(regel)
    assert namen[0] == namen[1]  # na herstel zijn beide koppen gelijk
    interventies = [rij for plek, rij in enumerate(vel) if plek not in koppen]
    verwacht = {}
    for kolom, (obstakel, n) in enumerate(namen[0], start=1):  # kolom voor kolom
        for nummer, rij in enumerate(interventies, start=1):
            interventie = lijst.op(f"interventie in rij {nummer}", rij[0])
            verwacht[interventie, obstakel] = (n, rij[kolom].removesuffix("%"))
    cellen = {(r[0], r[1]): (r[2], r[3]) for r in gemaakt("interventies_bij_obstakels")}
    assert len(gemaakt("interventies_bij_obstakels")) == len(cellen) == 160
    assert cellen == verwacht
    lijst.controleer_alles_gebruikt()


def test_elementen() -> None:
    lijst = Lijst("elementen")
    cellen = [rij[0] for rij in raster("tabel-4.3.tsv")]
    scheiding = cellen.index("Belemmerende elementen")
    soorten = {cellen[0]: cellen[1:scheiding], cellen[scheiding]: cellen[scheiding + 1 :]}
    uitleg = tomllib.loads((DATA / "toelichtingen.toml").read_text(encoding="utf-8"))
    assert gemaakt("elementen") == [
        [lijst.op("soort", kop), element, uitleg[element]]
        for kop, elementen in soorten.items()
        for element in elementen
    ]
    assert {len(elementen) for elementen in soorten.values()} == {5, 6}
    lijst.controleer_alles_gebruikt()


def test_bestuursgrootte() -> None:
    lijst = Lijst("bestuursgrootte")
    rijen = raster("tekst-bestuursgrootte.tsv")[1:]
    assert gemaakt("bestuursgrootte") == [[lijst.op("bestuursgrootte", r[0]), r[1]] for r in rijen]
    lijst.controleer_alles_gebruikt()


def test_interventies() -> None:
    lijst = Lijst("interventies")
    verwacht = []
    for label, gedrukt in raster("tekst-interventies.tsv")[1:]:
        trajecten, _, _, totaal = gedrukt.split(" ")
        verwacht.append([lijst.op("interventie", label), trajecten, totaal])
    assert gemaakt("interventies") == verwacht
    lijst.controleer_alles_gebruikt()


def test_intake_en_begeleiding() -> None:
    lijst = Lijst("intake_en_begeleiding")
    cellen = {rij[0]: ["", ""] for rij in gemaakt("intake_en_begeleiding")}
    assert list(cellen) == [
        *("OP0", "OP1", "OP2", "OP3", "OP4", "OP6", "VS1", "VS2"),
        *("OR1", "OR2", "SKA1", "SKA2", "SKA3"),
    ]
    for moment, code, gedrukt in raster("tekst-intake-begeleiding.tsv")[1:]:
        kolom = ("intake", "begeleiding").index(moment)
        cellen[code][kolom] = lijst.op(f"{moment}, {code}", gedrukt).removesuffix("%")
    assert gemaakt("intake_en_begeleiding") == [[code, *paar] for code, paar in cellen.items()]
    lijst.controleer_alles_gebruikt()


def test_kerncijfers() -> None:
    lijst = Lijst("kerncijfers")
    verwacht = []
    for sleutel, bron, gedrukt, eenheid, label in raster("tekst-kerncijfers.tsv")[1:]:
        samen = "helft-ska1-ska2-or1 en helft-ska1-ska2"
        plek = samen if sleutel in samen.split(" en ") else sleutel
        waarde = float(getal(lijst.op(plek, gedrukt)))
        verwacht.append((sleutel, lijst.op(sleutel, label), waarde, eenheid, bron))
    cellen = [(r[0], r[1], float(r[2]), r[3], r[4]) for r in gemaakt("kerncijfers")]
    assert cellen == verwacht
    lijst.controleer_alles_gebruikt()


def test_tijdlijn() -> None:
    lijst = Lijst("tijdlijn")
    verwacht = []
    for sleutel, bron, gedrukt, label in raster("tekst-tijdlijn.tsv")[1:]:
        delen = lijst.op(sleutel, gedrukt).split()[::-1]
        datum = [MAAND.get(deel, deel.zfill(2)) for deel in delen]
        verwacht.append([sleutel, label, "-".join(datum), bron])
    assert gemaakt("tijdlijn") == verwacht
    lijst.controleer_alles_gebruikt()


def test_standaarden() -> None:
    heel = (DATA / "kader" / "kader.toml").read_text(encoding="utf-8")
    van_onderzoek = re.search(r'^onderzoek = "(.+)"$', heel, flags=re.MULTILINE)
    assert van_onderzoek
    (tekst,) = [
        deel for deel in re.split(r"^\[\[kader\]\]$", heel, flags=re.MULTILINE)
        if f'\ncode = "{van_onderzoek[1]}"\n' in deel
    ]  # fmt: skip
    paren = re.findall(r'^  \["([A-Z]+\d)", "(.+)"\],$', tekst, flags=re.MULTILINE)
    assert [rij[:2] for rij in gemaakt("standaarden")] == [list(paar) for paar in paren]
    niveaus = {rij[0].rstrip("0123456789"): rij[3] for rij in gemaakt("standaarden")}
    assert niveaus == {"OP": "school", "VS": "school", "OR": "school", "SKA": "school",
                       "BKA": "bestuur"}  # fmt: skip
    gebieden = {rij[0].rstrip("0123456789"): rij[2] for rij in gemaakt("standaarden")}
    assert gebieden["VS"] == "Veiligheid en schoolklimaat"
    assert len(set(gebieden.values())) == 5


def test_elke_tabel_is_hier_opnieuw_gemaakt() -> None:
    tabellen = {
        pad.stem for map_ in ("bevindingen", "kader") for pad in (DATA / map_).glob("*.csv")
    }
    toetsen = {naam.removeprefix("test_") for naam in globals() if naam.startswith("test_")}
    assert tabellen <= toetsen


@pytest.mark.parametrize(
    ("naam", "kolom", "som"),
    # Rechtstreeks in de bron opgeteld, buiten dit project om: de som van een kolom.
    [
        ("uitdagingen", 2, 727),
        ("uitdagingen", 3, 3104),
        ("interventies_bij_obstakels", 3, 7592),
        ("risico_per_afdeling", 3, 1257),
        ("plaatsen", 1, 93),
    ],
)
def test_controletotalen(naam: str, kolom: int, som: int) -> None:
    assert sum(int(rij[kolom]) for rij in gemaakt(naam)) == som
