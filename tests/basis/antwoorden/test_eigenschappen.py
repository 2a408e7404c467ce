"""Wat altijd geldt: niemand verdwijnt stil, en niets wordt verkeerd gelezen."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tabelproef import CODES, STELLINGEN, as_csv, as_ods, as_xlsx, bring, form, plain_list

from lv_tools.basis.onderzoek.samenvoegen import merge

SCHRIJVERS = {"csv": as_csv, "xlsx": as_xlsx, "ods": lambda r: as_ods(r, staart=9)}
GOED = ["1", "2", "3", "4", "voldoende", "(Heel) goed", "weet ik niet", "nvt", "3 = voldoende"]
FOUT = ["3-4", "5", "ja", "3-apr", "1 - (heel) goed", "#N/B", "2,5", "4=niet"]
cel = st.sampled_from([*GOED, *FOUT, "", ""])
rol = st.sampled_from(["bestuur", "Staf kwaliteit", "docenten", "", "bestuur;", "#N/B"])
rijen = st.lists(
    st.tuples(
        st.sampled_from(["1", "2", "3", "", "#4", "#N/B"]),
        rol,
        st.lists(cel, min_size=8, max_size=8),
        st.lists(st.sampled_from(["", "x"]), max_size=2),
    ),
    max_size=7,
)


def named(zinnen: str) -> set[int]:
    """De rijen die in een zin genoemd worden."""
    nummers: set[int] = set()
    for lijst in re.findall(r"[Rr]ij (\d+(?:(?:,| en| tot en met) \d+)*)", zinnen):
        for begin, eind in re.findall(r"(\d+)(?: tot en met (\d+))?", lijst):
            nummers |= set(range(int(begin), int(eind or begin) + 1))
    return nummers


@settings(max_examples=150)
@given(rijen, st.sampled_from(sorted(SCHRIJVERS)), st.sampled_from(["naam", "anoniem"]))
def test_elke_rij_telt_mee_of_wordt_genoemd(lijst, soort, modus):
    tabel = plain_list()
    tabel += [[nr, groep, *antwoorden, *extra] for nr, groep, antwoorden, extra in lijst]
    proef = bring((f"lijst.{soort}", SCHRIJVERS[soort](tabel)), modus=modus)
    gevuld = {nr for nr, rij in enumerate(tabel[1:], 2) if any(rij)}
    toevoeging = proef.laatste.toevoeging
    geweigerd = set(toevoeging.geweigerd) if toevoeging else gevuld
    assert len(proef.mensen) + len(geweigerd) == len(gevuld)
    assert geweigerd <= named(proef.zinnen) or not gevuld


@settings(max_examples=150)
@given(rijen)
def test_elke_cel_telt_mee_of_wordt_geteld_in_een_melding(lijst):
    tabel = plain_list(*((nr, groep, antwoorden) for nr, groep, antwoorden, _ in lijst))
    proef = bring(("lijst.csv", as_csv(tabel)))
    gevuld = sum(bool(c) for rij in tabel[1:] for c in rij[2:])
    gelezen = sum(len(p.antwoorden) for p in proef.mensen)
    gemeld = proef.zinnen.count("Dit antwoord telt niet mee")
    rest = re.search(r"En nog (\d+) melding(?:en)? over antwoorden", proef.zinnen)
    assert gelezen + gemeld + (int(rest[1]) if rest else 0) == gevuld
    assert gelezen == sum(c in GOED for rij in tabel[1:] for c in rij[2:])


@settings(max_examples=60)
@given(rijen)
def test_anoniem_noemt_een_zin_geen_antwoord(lijst):
    tabel = plain_list(*((nr, groep, antwoorden) for nr, groep, antwoorden, _ in lijst))
    zinnen = bring(("lijst.csv", as_csv(tabel)), modus="anoniem").zinnen
    for waarde in ("3-4", "3-apr", "1 - (heel) goed", "2,5", "4=niet"):
        assert waarde not in zinnen


BEGIN = datetime(2026, 9, 25, 9, 0, 7)
#: Zo schrijven programma's een tijd; in elke vorm ligt de volgorde vast door een dag boven de 12.
TIJDEN = {
    "cel": lambda m: m,
    "iso": lambda m: m.isoformat(" "),
    "nl": lambda m: f"{m.day}-{m.month}-{m.year} {m.hour}:{m:%M:%S}",
    "us": lambda m: f"{m.month}/{m.day}/{m:%y} {m.hour}:{m:%M:%S}",
}
KOPPEN = {
    "nl": ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Wat is uw rol?\xa0"],
    "en": ["ID", "Start time", "Completion time", "Email", "Name", "Bij welke groep hoort u?\xa0"],
}


@st.composite
def verloop(draw):
    """Een formulier dat in de loop van de dagen gevuld wordt en waarin mensen zich bedenken."""
    mensen = draw(st.integers(1, 5))
    stand: dict[int, tuple[datetime, list[int]]] = {}
    exporten = []
    tijd = BEGIN
    for _ in range(draw(st.integers(1, 4))):
        for wie in draw(st.lists(st.integers(1, mensen), min_size=1, max_size=4)):
            tijd += timedelta(minutes=draw(st.integers(1, 900)), seconds=1)
            keuze = draw(st.lists(st.integers(1, 4), min_size=8, max_size=8))
            stand[wie] = (tijd, keuze)
        exporten.append(dict(stand))
    return exporten


def export(stand, tijdvorm, taal, soort):
    schrijf = TIJDEN["iso" if tijdvorm == "cel" and soort != "xlsx" else tijdvorm]
    rijen = [
        (wie, schrijf(BEGIN + timedelta(minutes=7 * wie)), schrijf(tijd), "staf", keuze)
        for wie, (tijd, keuze) in sorted(stand.items())
    ]
    return f"antwoorden {len(stand)}.{soort}", SCHRIJVERS[soort](form(*rijen, kop=KOPPEN[taal]))


@settings(max_examples=120)
@given(verloop(), st.data())
def test_in_welke_volgorde_ook_de_laatste_versie_telt(exporten, data):
    bestanden = []
    for stand in exporten:
        vorm = data.draw(st.sampled_from(sorted(TIJDEN)))
        taal, soort = (
            data.draw(st.sampled_from(["nl", "en"])),
            data.draw(st.sampled_from(["csv", "xlsx"])),
        )
        bestanden.append(export(stand, vorm, taal, soort))
    bestanden = data.draw(st.permutations(bestanden)) + data.draw(
        st.lists(st.sampled_from(bestanden), max_size=2)
    )
    modus = data.draw(st.sampled_from(["naam", "anoniem"]))
    proef = bring(*bestanden, modus=modus)
    laatste = exporten[-1]
    assert sorted(list(p.antwoorden.values()) for p in proef.mensen) == sorted(
        keuze for _tijd, keuze in laatste.values()
    )
    assert sum(v.erbij for v in proef.verslagen) == len(laatste)


@settings(max_examples=60)
@given(verloop(), st.booleans(), st.sampled_from(["naam", "anoniem"]))
def test_dezelfde_export_met_en_zonder_seconden_telt_een_keer(exporten, eerst_xlsx, modus):
    stand = exporten[-1]
    heel = export(stand, "cel", "nl", "xlsx")
    minuten = [
        (wie, f"{begin.day}-{begin.month}-{begin.year} {begin:%H:%M}",
         f"{tijd.day}-{tijd.month}-{tijd.year} {tijd:%H:%M}", "staf", keuze)
        for wie, (tijd, keuze) in sorted(stand.items())
        for begin in [BEGIN + timedelta(minutes=7 * wie)]
    ]  # fmt: skip
    kort = ("antwoorden.csv", as_csv(form(*minuten)))
    proef = bring(*((heel, kort) if eerst_xlsx else (kort, heel)), modus=modus)
    assert len(proef.mensen) == len(stand)
    assert (proef.laatste.dubbel, proef.laatste.erbij, proef.laatste.vernieuwd) == (
        len(stand), 0, 0
    )  # fmt: skip


getallen = st.lists(st.integers(1, 4), min_size=8, max_size=8)


@settings(max_examples=80)
@given(st.lists(getallen, min_size=2, max_size=6), st.data())
def test_een_verbeterde_rij_van_een_genummerde_lijst_vervangt_de_oude(lijst, data):
    plek = data.draw(st.integers(0, len(lijst) - 1))
    nieuw = [*lijst]
    nieuw[plek] = data.draw(getallen.filter(lambda g: g != lijst[plek]))
    tabel = [plain_list(*((str(i), "staf", rij) for i, rij in enumerate(alle, 1)))
             for alle in (lijst, nieuw)]  # fmt: skip
    namen = data.draw(
        st.sampled_from([("a.csv", "a.csv"), ("a.csv", "a (1).csv"), ("a.csv", "b.csv")])
    )
    bestanden = list(zip(namen, map(as_csv, tabel), strict=True))
    modus = data.draw(st.sampled_from(["naam", "anoniem"]))
    proef = bring(*bestanden, modus=modus)
    assert [list(p.antwoorden.values()) for p in proef.mensen].count(nieuw[plek]) >= 1
    assert sorted(list(p.antwoorden.values()) for p in proef.mensen) == sorted(nieuw)
    assert proef.laatste.vernieuwd == 1
    assert f"rij {plek + 2}" in proef.zinnen
    nog = bring(*bestanden, bestanden[0], bestanden[1], modus=modus)
    assert nog.antwoorden() == proef.antwoorden()


@settings(max_examples=80)
@given(st.lists(getallen, min_size=1, max_size=5), st.lists(getallen, min_size=1, max_size=5))
def test_twee_lijsten_zonder_nummer_verliezen_niemand_zonder_zin(een, ander):
    tabellen = [
        plain_list(*(("staf", rij) for rij in lijst), kop=("rol",)) for lijst in (een, ander)
    ]
    proef = bring(("een.csv", as_csv(tabellen[0])), ("ander.csv", as_csv(tabellen[1])))
    weg = len(een) + len(ander) - len(proef.mensen)
    assert weg == proef.laatste.dubbel
    assert weg == 0 or "eigen nummer" in proef.zinnen


@settings(max_examples=80)
@given(st.lists(st.lists(getallen, min_size=1, max_size=4), min_size=1, max_size=3), st.data())
def test_wat_erbij_komt_is_wat_er_telt(lijsten, data):
    soort = data.draw(st.sampled_from([("nummer", "rol"), ("rol",)]))
    bestanden = [
        (f"{nr}.csv", as_csv(plain_list(*(([str(i)] if len(soort) == 2 else []) + ["staf", rij]
                                          for i, rij in enumerate(lijst)), kop=soort)))
        for nr, lijst in enumerate(lijsten)
    ]  # fmt: skip
    proef = bring(*bestanden)
    assert sum(v.erbij for v in proef.verslagen) == len(proef.mensen)
    for verslag, lijst in zip(proef.verslagen, lijsten, strict=True):
        assert verslag.erbij + verslag.vernieuwd + verslag.dubbel == len(lijst)


@settings(max_examples=40)
@given(st.permutations(range(8)), st.sampled_from(sorted(SCHRIJVERS)))
def test_de_volgorde_van_kolommen_maakt_niet_uit(volgorde, soort):
    tabel = [["rol", *(STELLINGEN[i] for i in volgorde)], ["staf", *(i % 4 + 1 for i in volgorde)]]
    (persoon,) = merge(bring(("l", SCHRIJVERS[soort](tabel))).scan.bronnen)
    assert persoon.antwoorden == {code: i % 4 + 1 for i, code in enumerate(CODES)}
