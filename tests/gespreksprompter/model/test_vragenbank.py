"""De vragenbank: compleet, dekkend, zonder dubbele vragen en trouw aan de bron."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bronvragen import BRONVRAGEN, ONDERZOEK

from lv_tools.basis.gegevens.datapakket import lees_toml, standaarden
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht
from lv_tools.gespreksprompter.model.kiezen import compose
from lv_tools.gespreksprompter.model.vragen import Vraag, read_questions
from lv_tools.gespreksprompter.teksten import Tafel, inhoud

BANK = inhoud()
VRAGEN = tuple(BANK.vragen.values())
#: Tafels met de hele cyclus, en tafels met een eigen vragenlijst in de je-vorm.
HEEL = [code for code, tafel in BANK.tafels.items() if not tafel.fasen]
EIGEN_LIJST = [code for code, tafel in BANK.tafels.items() if tafel.fasen]
ZES = tuple(BANK.tafels)[:6]
STOP = frozenset(
    (
        *("de", "het", "een", "en", "of", "in", "op", "van", "voor", "met", "aan", "is", "zijn"),
        *("wat", "welke", "welk", "wie", "waar", "hoe", "dat", "die", "dit", "we", "wij", "ons"),
        *("onze", "er", "nu", "te", "niet", "om", "bij", "als", "uit", "daar", "over", "zo"),
        *("nog", "al", "wordt", "worden", "maar", "ook", "kan"),
    )
)


def woorden(tekst: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[a-zé]+", tekst.lower()) if w not in STOP)


def gelijkenis(een: str, ander: str) -> float:
    """Deel van de woorden met betekenis dat twee vragen delen (Jaccard)."""
    a, b = woorden(een), woorden(ander)
    return len(a & b) / len(a | b) if a | b else 1.0


def test_genoeg_vragen() -> None:
    assert len(VRAGEN) >= 120
    assert len(BANK.openingen) >= 5
    assert len(BANK.sluitingen) >= 3


@pytest.mark.parametrize("vraag", BANK.alle.values(), ids=lambda v: v.id)
def test_elke_vraag_is_helemaal_ingedeeld(vraag: Vraag) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)?-\d+", vraag.id)
    assert vraag.tekst[0].isupper()
    assert vraag.tekst[-1] in "?."
    assert "?" in vraag.tekst or vraag.tekst.startswith(("Noem", "Stel"))
    assert 2 <= vraag.minuten <= 8
    assert vraag.bron
    assert vraag.kenmerk in BANK.kenmerken
    assert vraag.tafels
    assert set(vraag.tafels) <= set(BANK.tafels)
    if vraag.id in BANK.vragen:
        assert vraag.fase in BANK.fasen
        assert vraag.doel in BANK.doelen
        assert vraag.niveaus
        assert set(vraag.niveaus) <= set(BANK.niveaus)
        assert vraag.soort in ("opening", "verdieping")
        assert vraag.doorvragen.endswith(("?", "."))
        assert vraag.standaarden
        assert set(vraag.standaarden) <= {s.code for s in standaarden()}


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda v: v.id)
def test_tafels_en_niveaus_horen_bij_elkaar(vraag: Vraag) -> None:
    for tafel in vraag.tafels:
        assert set(BANK.tafels[tafel].niveaus) & set(vraag.niveaus), tafel


@pytest.mark.parametrize("vraag", BANK.alle.values(), ids=lambda v: v.id)
def test_een_vraag_is_in_een_adem_te_stellen(vraag: Vraag) -> None:
    assert len(vraag.tekst.split()) <= 24
    assert len(vraag.doorvragen.split()) <= 14


def test_geen_twee_vragen_lijken_sterk_op_elkaar() -> None:
    bijna = [
        (a.id, b.id, round(gelijkenis(a.tekst, b.tekst), 2))
        for a, b in itertools.combinations(BANK.alle.values(), 2)
        if gelijkenis(a.tekst, b.tekst) >= 0.5
    ]
    assert bijna == []


def test_de_toets_op_gelijkenis_ziet_een_bijna_dubbele_vraag() -> None:
    een = "Welke afspraak staat op papier maar niet in de praktijk?"
    assert gelijkenis(een, "Welke afspraken staan op papier, en niet in de praktijk?") < 1
    assert gelijkenis(een, "Welke afspraak staat er op papier en niet in onze praktijk?") >= 0.5
    assert gelijkenis(een, "Wat lukt er al, ook al is het klein?") < 0.5


@pytest.mark.parametrize("sleutel", BRONVRAGEN)
def test_elke_vraag_uit_de_bron_is_verwoord(sleutel: str) -> None:
    _trefwoord, onze = BRONVRAGEN[sleutel]
    assert onze
    for naam in onze:
        assert "presentatie" in BANK.alle[naam].bron, naam


def test_wat_naar_de_presentatie_verwijst_staat_in_de_tabel() -> None:
    gemapt = {naam for _trefwoord, onze in BRONVRAGEN.values() for naam in onze}
    assert {v.id for v in BANK.alle.values() if "presentatie" in v.bron} == gemapt


@pytest.mark.parametrize("sleutel", ONDERZOEK)
def test_de_bank_vraagt_waar_het_onderzoek_naar_laat_zoeken(sleutel: str) -> None:
    plek, onze = ONDERZOEK[sleutel]
    for naam in onze:
        assert f"eigen, bij onderzoek, {plek.split(':')[0]}" in BANK.alle[naam].bron, naam


def test_wat_naar_het_onderzoek_verwijst_staat_in_die_tabel() -> None:
    gemapt = {naam for _plek, onze in ONDERZOEK.values() for naam in onze}
    assert {v.id for v in BANK.alle.values() if "onderzoek" in v.bron} == gemapt


def test_doelen_staan_onder_de_fase_van_het_blad() -> None:
    assert [doel.fase for doel in BANK.doelen.values()] == list(BANK.fasen)
    kolommen = dict(zip("PDCAB", BANK.fasen, strict=True))
    for sleutel, (_trefwoord, onze) in BRONVRAGEN.items():
        if re.fullmatch(r"[PDCAB]\d", sleutel):
            assert any(BANK.alle[n].fase == kolommen[sleutel[0]] for n in onze), sleutel


@pytest.mark.parametrize("code", [s.code for s in standaarden()])
def test_elke_standaard_heeft_vragen(code: str) -> None:
    assert sum(code in vraag.standaarden for vraag in VRAGEN) >= 3


COMBINATIES = list(itertools.product(BANK.fasen, BANK.doelen))


@pytest.mark.parametrize("tafel", HEEL)
def test_elke_tafel_en_fase_vult_een_gesprek(tafel: str) -> None:
    """Een combinatie met weinig vragen mag; een fase zonder genoeg vragen niet."""
    for fase in BANK.fasen:
        passend = [v for v in VRAGEN if tafel in v.tafels and v.fase == fase and v.fits("")]
        assert len(passend) >= 9, fase
        assert any(v.soort == "opening" for v in passend), fase


@pytest.mark.parametrize("tafel", EIGEN_LIJST)
def test_een_eigen_lijst_is_kort_en_vult_wat_zij_belooft(tafel: str) -> None:
    """Acht tot veertien vragen, alleen in de fasen die de tafel noemt, en van haar alleen."""
    ronde = BANK.tafels[tafel]
    assert BANK.in_order(ronde.fasen) == ronde.fasen
    assert ronde.instructie
    vragen = [v for v in BANK.alle.values() if tafel in v.tafels]
    assert all(v.tafels == (tafel,) and set(v.niveaus) == set(ronde.niveaus) for v in vragen)
    assert not set(ronde.niveaus) & {n.code for n in BANK.eigen_niveaus}
    uit_fasen = [v for v in vragen if v.fase]
    assert 8 <= len(uit_fasen) <= 14
    assert all(v.fits("") for v in uit_fasen)
    assert {v.fase for v in uit_fasen} == set(ronde.fasen)
    for fase in ronde.fasen:
        gids = compose(Opdracht(ronde, (fase,), ronde.minuten).check())
        assert isinstance(gids, Gids)
        assert len(gids.vragen) >= 3
        assert any(v.soort == "opening" for v in uit_fasen if v.fase == fase)
    for deel in (BANK.openingen, BANK.sluitingen):  # er is ook iets om te ruilen
        assert sum(ronde.suits(v) for v in deel.values()) >= 2


@pytest.mark.parametrize("tafel", EIGEN_LIJST)
def test_een_vraag_van_een_eigen_lijst_komt_aan_geen_andere_tafel(tafel: str) -> None:
    eigen = Tafel("t1", "Eigen", niveaus=tuple(n.code for n in BANK.eigen_niveaus), eigen=True)
    for vraag in (v for v in BANK.alle.values() if tafel in v.tafels):
        assert not eigen.suits(vraag), vraag.id
    with pytest.raises(ValueError, match="geen vragen uit"):
        Opdracht(BANK.tafels[tafel], tuple(BANK.fasen), 60).check()


def _a_full_guide(tafel: Tafel, fase: str, doel: str, minuten: int) -> None:
    gids = compose(Opdracht(tafel, (fase,), minuten, doel))
    assert isinstance(gids, Gids)
    assert len(gids.vragen) >= 3
    gewoon = [v for v in VRAGEN if tafel.suits(v) and v.fits("")]
    passend = [v for v in gewoon if (v.fase, v.doel) == (fase, doel)]
    met_doel = [r for r in gids.vragen if r.doel == doel]
    # Wat er met dit doel is, gaat voor; pas als dat op is, komt er iets anders bij, met de reden.
    assert len(met_doel) >= min(len(passend), len(gids.vragen))
    for regel in gids.vragen:
        if regel.doel != doel:
            assert "waren op" in regel.reden


@pytest.mark.parametrize("tafel", HEEL)
def test_elke_tafel_fase_en_doel_geeft_een_gids(tafel: str) -> None:
    for (fase, doel), minuten in itertools.product(COMBINATIES, (30, 45, 60)):
        _a_full_guide(BANK.tafels[tafel], fase, doel, minuten)


def test_wie_terugkijkt_heeft_meer_dan_een_gewone_opening() -> None:
    """Een klacht of een tegenvaller mag niet de enige manier zijn om te beginnen."""
    for tafel in HEEL:
        openingen = [
            v
            for v in VRAGEN
            if tafel in v.tafels
            and (v.fase, v.doel, v.soort) == ("check", "reflecteren", "opening")
            and v.fits("")
        ]
        assert len(openingen) >= 2, tafel


@pytest.mark.parametrize("niveau", [n.code for n in BANK.eigen_niveaus])
def test_een_eigen_tafel_geeft_een_gids(niveau: str) -> None:
    eigen = Tafel("t1", "Eigen tafel", niveaus=(niveau,), eigen=True)
    for fase, doel in COMBINATIES:
        _a_full_guide(eigen, fase, doel, 45)


#: Een tweede vraag achter de eerste: "en wie ...", "of praten we ...".
TWEE = re.compile(
    r",? (en|of) (wie|wat|waar\w*|welke?|hoe\w*|wanneer|is|zijn|doen|doet|durven|gaan|gaat|hangt|"
    r"helpen|hoort|klopt|kan|komt|krijgen|leert|moet|nemen|praten|weten|willen|zien|ziet|zou)\b",
    re.I,
)
#: Wie zo begint, heeft het antwoord al gegeven.
STUREND = re.compile(
    r"^(vindt u ook|vinden we ook|is het niet|zijn we het eens|moeten we niet|zou(den)? we niet|"
    r"willen we niet)\b|, toch\?|\b(ook wel|of alleen|of vooral|eens dat)\b",
    re.I,
)
#: Zonder de vraag ervoor weet op een losse kaart niemand waar dit naar wijst.
LOS = re.compile(
    r"\b(dat|dit) terug\?|\b(die stap|hiermee|hiervoor|hierbij|hierover)\b|"
    r"\bdit (verhaal|zelf|vinden)|"
    r"^(en|maar|dan)\b",
    re.I,
)


#: Wie de tafel aanspreekt, en hoe niet: leerlingen met ‘je’, alle anderen met ‘we’.
NIET_WE = re.compile(r"\b(u|uw|je|jij|jouw|jullie)\b", re.I)
NIET_JE = re.compile(r"\b(u|uw|we|wij|ons|onze)\b", re.I)


def bezwaren(tekst: str, *, je: bool = False) -> list[str]:
    uit = []
    if tekst.count("?") > 1 or TWEE.search(tekst):
        uit.append("vraagt twee dingen")
    if STUREND.search(tekst):
        uit.append("stuurt naar een antwoord")
    if (NIET_JE if je else NIET_WE).search(tekst):
        uit.append(f"spreekt de tafel niet aan met {'je' if je else 'we'!r}")
    return uit


@pytest.mark.parametrize("vraag", BANK.alle.values(), ids=lambda v: v.id)
def test_een_vraag_vraagt_een_ding_en_stuurt_niet(vraag: Vraag) -> None:
    je = bool(set(vraag.tafels) & set(EIGEN_LIJST))
    assert bezwaren(vraag.tekst, je=je) == []
    assert LOS.search(vraag.tekst) is None
    if vraag.doorvragen:
        assert bezwaren(vraag.doorvragen, je=je) == []


def test_een_vraag_aan_leerlingen_gaat_nooit_over_een_docent() -> None:
    """Wie een docent bij naam noemt, hoort in de vraag geen uitnodiging daartoe."""
    over_iemand = re.compile(r"\b(docent|leraar|leraren|mentor|juf|meester|meneer|mevrouw)", re.I)
    vragen = [v for v in BANK.alle.values() if set(v.tafels) & set(EIGEN_LIJST)]
    assert vragen
    assert [v.id for v in vragen if over_iemand.search(f"{v.tekst} {v.doorvragen}")] == []


#: Wat andere hulpmiddelen als vraag naar de gespreksprompter sturen: in welk bestand, en waar.
MEEGEGEVEN = (
    ("kwaliteitsprofiel", r"gesprek\.vraag"),
    ("kwaliteitsrapportage", r"tekst\.vraag_(afspraak|nodig)|voorstel\..+"),
    ("lesbezoek", r"tekst\.vraag_(weinig|wisselend|veel)"),
    ("urgentiemeter", r"(vorm|blinde_vlek)\.vragen"),
    ("verbeterbord", r"tekst\.vraag_(nu|af)"),
    ("verbeterplan", r"gespreksvraag\..+|tekst\.vraag_(begin|les)"),
    ("zelfevaluatie", r"thema\.vraag\.tekst"),
)


def _sentences(waarde: Any, pad: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from _sentences(deel, f"{pad}.{naam}".strip("."))
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _sentences(deel, pad)
    elif isinstance(waarde, str):
        yield pad, waarde


@pytest.mark.parametrize(("naam", "plek"), MEEGEGEVEN)
def test_ook_een_meegegeven_vraag_vraagt_een_ding(naam: str, plek: str) -> None:
    """De gids stelt haar als één vraag, op een losse kaart."""
    teksten = _sentences(lees_toml(f"instrumenten/{naam}.toml"))
    vragen = [tekst for pad, tekst in teksten if re.fullmatch(plek, pad)]
    assert len(vragen) >= 2
    for vraag in vragen:
        fout = set(bezwaren(vraag)) - {"spreekt de tafel niet aan met 'we'"}
        assert not fout, vraag
        # Wat het hulpmiddel zelf invult, zegt waar zij over gaat.
        assert "{" in vraag or LOS.search(vraag) is None, vraag


@pytest.mark.parametrize(
    ("tekst", "bezwaar"),
    [
        ("Wie houdt dit op gang, en hoe laten we merken dat we dat zien?", "twee dingen"),
        ("Wat zie je? Wat hoor je?", "twee dingen"),
        ("Zitten de juiste mensen aan tafel, of praten we over hen?", "twee dingen"),
        ("Kijken we breed genoeg, of alleen naar het cijfer dat tegenvalt?", "stuurt"),
        ("Vindt u ook dat dit beter moet?", "stuurt"),
        ("Welk gesprek gaat u uit de weg?", "'we'"),
    ],
)
def test_de_toets_op_de_vorm_ziet_het(tekst: str, bezwaar: str) -> None:
    assert any(bezwaar in gezien for gezien in bezwaren(tekst))


@pytest.mark.parametrize(
    "tekst",
    [
        "Waar zien, horen of lezen we dat terug?",
        "Wat verwachten we van die stap?",
        "In welke les hebben we dit zelf zien gebeuren?",
    ],
)
def test_de_toets_op_een_losse_kaart_ziet_het(tekst: str) -> None:
    assert LOS.search(tekst)


@pytest.mark.parametrize("vraag", BANK.alle.values(), ids=lambda v: v.id)
def test_elke_vraag_noemt_een_bron_of_is_van_ons(vraag: Vraag) -> None:
    for deel in vraag.bron.split("; "):
        assert re.fullmatch(
            r"eigen|(eigen, bij )?(presentatie|waaier|webpagina|blog|onderzoek), .+", deel
        ), vraag.bron


#: Wat een vraag ten minste moet noemen om over zo'n standaard te gaan: de gids zegt het als reden.
GAAT_OVER = {
    "OP0": r"taal|reken|burgerschap",
    "OP3": r"\bles|klas",
    "OP4": r"lestijd|lesuren|onderwijstijd",
    "OP6": r"toets|PTA|examen",
    "VS1": r"veilig|pest",
    "VS2": r"omga|thuis|sfeer|reactie van een leerling",
    "OR1": r"resulta|cijfer|vooruit",
    "OR2": r"sociale|maatschappelijk|initiatief",
}


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda v: v.id)
def test_een_standaard_bij_een_vraag_is_in_haar_woorden_te_lezen(vraag: Vraag) -> None:
    for code in set(vraag.standaarden) & set(GAAT_OVER):
        assert re.search(GAAT_OVER[code], f"{vraag.tekst} {vraag.doorvragen}"), code


@pytest.mark.parametrize("tafel", BANK.tafels)
def test_een_standaard_past_bij_de_laag_van_de_tafel(tafel: str) -> None:
    """Wie alleen met het bestuur spreekt, krijgt een vraag over BKA; een docent niet."""
    for vraag in VRAGEN:
        if set(vraag.niveaus) == {"bestuur"}:
            assert any(code.startswith("BKA") for code in vraag.standaarden), vraag.id
        if not set(vraag.niveaus) & {"bestuur", "school"}:
            assert not any(code.startswith("BKA") for code in vraag.standaarden), vraag.id


def test_bestuur_toezicht_en_medezeggenschap_hebben_eigen_vragen() -> None:
    for tafel, minste in (("bestuur", 8), ("toezicht", 8), ("medezeggenschap", 8)):
        eigen = [v for v in VRAGEN if v.tafels == (tafel,)]
        assert len(eigen) >= minste, tafel
    # Een gesprek van eens per jaar vraagt niet naar deze week of naar het vorige overleg.
    kort = r"\b(deze week|afgelopen weken|vandaag|volgende gesprek|deze maand|twee weken)\b"
    gevonden = [
        v.id
        for v in VRAGEN
        if "toezicht" in v.tafels and re.search(kort, f"{v.tekst} {v.doorvragen}")
    ]
    assert gevonden == ["check-waarderen-3"], "vandaag laten zien kan ook een keer per jaar"


#: Wat het hoofdstuk over de kwaliteitscultuur aan een team vraagt, en de netwerkdag aan elke laag.
BELOOFD = {
    "KC1": ("team", "sectie", "docent"),
    "KC3": ("team", "sectie", "docent"),
    "KC4": ("team", "sectie", "docent"),
    "KC8": ("team", "sectie", "docent"),
    "KC10": ("team", "sectie", "docent"),
    "KC11": ("team", "sectie", "docent"),
    "KC12": ("team", "sectie", "docent"),
    "D3": ("team", "sectie", "docent"),
    "D4": ("team", "sectie", "docent"),
    "C5": ("team", "sectie", "docent"),
    "A9": ("team", "sectie", "docent"),
    "IN1": ("bestuur-scholen", "bestuur", "school"),
    "TH4": ("toezicht",),
}


@pytest.mark.parametrize("sleutel", BELOOFD)
def test_wat_de_bron_aan_een_laag_vraagt_is_daar_te_kiezen(sleutel: str) -> None:
    for tafel in BELOOFD[sleutel]:
        assert any(tafel in BANK.alle[n].tafels for n in BRONVRAGEN[sleutel][1]), tafel


def test_een_tegenvallend_resultaat_heeft_vragen_voor_wie_lesgeeft() -> None:
    for tafel in ("sectie", "docent"):
        fasen = {v.fase for v in VRAGEN if tafel in v.tafels and "tegenval" in _plain(v)}
        assert {"check", "act"} <= fasen


def _plain(vraag: Vraag) -> str:
    return vraag.tekst.replace("valt tegen", "tegenvalt").replace("vallen ons tegen", "tegenvallen")


def test_zes_tafels_met_de_frequentie_van_de_presentatie() -> None:
    frequenties = [BANK.tafels[code].frequentie for code in ZES]
    assert frequenties == [
        "eens per 4 tot 6 weken",
        "twee keer per jaar",
        "twee keer per jaar",
        "eens per jaar, in juni of juli",
        "tweewekelijks",
        "eens per 4 tot 6 weken",
    ]
    assert all(BANK.tafels[code].bron.startswith("presentatie") for code in ZES)


def test_een_fout_in_het_bestand_noemt_de_vraag() -> None:
    goed = {"id": "a-1", "tekst": "X?", "tafels": [], "minuten": 3, "kenmerk": "c", "bron": "eigen"}
    with pytest.raises(ValueError, match=r"a-1.*twee keer"):
        read_questions({"vraag": [goed, goed]}, "vraag")
    with pytest.raises(ValueError, match=r"a-1.*bron"):
        read_questions({"vraag": [{k: v for k, v in goed.items() if k != "bron"}]}, "vraag")
    with pytest.raises(ValueError, match=r"a-1.*kleur"):
        read_questions({"vraag": [goed | {"kleur": "rood"}]}, "vraag")


def test_de_bestanden_staan_bij_de_andere_hulpmiddelen() -> None:
    map_ = Path(__file__).parents[3] / "data" / "instrumenten"
    assert (map_ / "gespreksprompter.toml").is_file()
    assert (map_ / "gespreksprompter-vragen.toml").is_file()
