"""Een groep laten antwoorden, door de deur van de pagina: vel, beurt, bestanden, zaal, opkomst."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from groepsproef import GROEPSPROEF, VRAGEN, Meting
from hulpproef import Proef
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.antwoorden.bronvorm import read_sources, sources_schema, write_sources
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.telling import Handtelling, count
from lv_tools.basis.onderzoek.vroeger import Vroeger
from lv_tools.basis.taal.notatie import getal
from lv_tools.basis.verzamelen.groep import Groep, own, sources
from lv_tools.basis.verzamelen.groepsbestand import check_group
from lv_tools.basis.verzamelen.groepswijziging import fit
from lv_tools.basis.verzamelen.handvel import tally
from lv_tools.basis.verzamelen.vel import ANDERS, GEEN, WEET_NIET, Vel, from_respondent
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.schema import schema
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.groep.verzamelen import ANONIEM_BLIJFT

VEL = "groep/beurt"


class Groepsproef(Proef):
    """Doet met de groep wat een lezer doet."""

    def __init__(self, modus: str = "", bewaard: str = "") -> None:
        super().__init__(GROEPSPROEF, bewaard=bewaard)
        if modus:
            self.vul("groep/manier", "bestand")
            self.vul("groep/modus", modus)

    @property
    def groep(self) -> Groep:
        return self.werk.staat.groep

    @property
    def mensen(self) -> list[Respondent]:
        return [r for bron in sources(self.groep, VRAGEN) for r in bron.respondenten]

    @property
    def in_beeld(self) -> str:
        return str(_visible(self.scherm.to_tree()))

    def stuur(self, *bestanden: tuple[str, bytes]) -> str:
        """Voeg bestanden toe en geef wat er dan staat."""
        self.vul("groep/manier", "bestand")
        vak = next(d for d in self.scherm.walk() if d.soort == "upload")
        meta = [{"naam": naam, "type": ""} for naam, _ in bestanden]
        self.gebeur(vak, "bestanden", *(b for _, b in bestanden), bestanden=meta)
        return self.opstelling.panelen[0].verzamelen.vakken["bestand"].melding.tekst

    def lever_in(self, rol: str, naam: str = "") -> list[str]:
        """Vul het vel dat rondgaat in en geef het terug; geeft de fouten."""
        self.vul("groep/manier", "beurt")
        self.vul(f"{VEL}/rol", rol)
        if naam:
            self.vul(f"{VEL}/naam", naam)
        self.vul(f"{VEL}/antwoorden/stellingen", {"s1": 2, "s2": None})
        return self.zend("Klaar, de volgende persoon")

    def zend(self, knop: str) -> list[str]:
        vak = next(d for d in self.scherm.walk() if getattr(d, "knop", "") == knop)
        self.gebeur(vak, "inzenden")
        return [fout["zin"] for fout in vak.fouten]

    def haal_weg(self, begin: str) -> None:
        lijst = next(
            d for d in self.scherm.walk()
            if d.eigenschappen.get("label") == "Welk onderdeel haalt u weg?"
        )  # fmt: skip
        sleutel = next(s for s, naam in lijst.opties if naam.startswith(begin))
        self.gebeur(lijst, "wijziging", waarde=sleutel)
        self.klik("Haal dit weg")


def _visible(wat):
    if isinstance(wat, list):
        return [_visible(deel) for deel in wat]
    if not isinstance(wat, dict):
        return wat
    verborgen = dict(wat.get("eigenschappen") or {}).get("verborgen") is True
    return None if verborgen else {naam: _visible(deel) for naam, deel in wat.items()}


def file(kenmerk: str = "a", **rest: str) -> tuple[str, bytes]:
    return f"{kenmerk}.json", json.dumps({"id": kenmerk, "rol": "docent", **rest}).encode()


def test_wat_in_een_formulier_staat_bestaat_pas_na_de_keuze_op_naam_of_anoniem() -> None:
    proef = Groepsproef()
    proef.vul("groep/manier", "beurt")
    assert not any(d.naam.startswith(VEL) for d in proef.scherm.walk() if d.naam)
    proef.vul("groep/modus", "naam")
    assert not proef.deel(f"{VEL}/naam").verborgen
    proef.vul("groep/modus", "anoniem")
    assert proef.deel(f"{VEL}/naam").verborgen


def test_per_bestand_een_regel_en_het_goede_telt() -> None:
    proef = Groepsproef("naam")
    melding = proef.stuur(file("a", naam="Anna"), ("b.json", b"{"), file("a"), file("c"))
    assert melding.split("\n") == [
        "‘a.json’: 1 persoon erbij.",
        "‘b.json’ is niet gelezen: het bestand is afgebroken.",
        "‘a.json’: 0 mensen erbij. 1 persoon stond er al en telt niet dubbel.",
        "‘c.json’: 1 persoon erbij.",
    ]
    assert "Nu tellen 2 mensen mee: docent 2." in proef.in_beeld


def test_weghalen_en_terugzetten() -> None:
    proef = Groepsproef("naam")
    proef.stuur(file("a"), file("b"))
    proef.haal_weg("a.json")
    assert len(proef.mensen) == 1
    proef.klik("Zet ‘a.json’ weer terug")
    assert len(proef.mensen) == 2
    assert "weer terug" not in proef.in_beeld


def test_wie_anoniem_kiest_haalt_ook_uit_de_prullenbak_geen_namen_terug() -> None:
    proef = Groepsproef("naam")
    proef.stuur(file("a", naam="Anna"), file("b", naam="Bert"))
    proef.haal_weg("a.json")
    proef.vul("groep/modus", "anoniem")
    assert "weer terug" not in proef.in_beeld
    assert [r.naam for r in proef.mensen] == [""]
    assert [bron.naam for bron in proef.groep.bronnen] == ["bestand 1"]
    proef.vul("groep/modus", "naam")
    assert ANONIEM_BLIJFT in proef.in_beeld
    assert proef.groep.modus == "anoniem"


def test_anoniem_bestand_wordt_op_naam_geweigerd() -> None:
    proef = Groepsproef("naam")
    assert "anoniem gegeven" in proef.stuur(file("a", modus="anoniem"))
    assert proef.mensen == []


def test_om_de_beurt_en_weer_terug() -> None:
    proef = Groepsproef("naam")
    assert proef.lever_in(ANDERS) == [
        "Hoe heet uw rol?: er is nog niets ingevuld. Vul de naam van uw rol in."
    ]
    proef.vul(f"{VEL}/andere", " Decaan ")
    proef.vul(f"{VEL}/naam", "Anna   de Wit")
    assert proef.zend("Klaar, de volgende persoon") == []
    (wie,) = proef.mensen
    assert (wie.rol, wie.naam, wie.antwoorden) == ("decaan", "Anna de Wit", {"s1": 2, "s2": None})
    assert proef.groep.beurt == Vel()
    assert proef.deel(f"{VEL}/rol").waarde is None
    assert proef.deel(f"{VEL}/antwoorden/stellingen").waarde == {}
    proef.klik("Haal de laatste persoon weer weg")
    assert proef.mensen == []
    proef.klik("Haal de laatste persoon weer weg")
    assert "nog niemand" in proef.in_beeld


def test_een_vel_dat_niet_af_is_blijft_ook_na_opnieuw_openen() -> None:
    proef = Groepsproef("naam")
    proef.vul("groep/manier", "beurt")
    proef.vul(f"{VEL}/antwoorden/stellingen", {"s1": 1})
    proef.vul(f"{VEL}/naam", "n" * 90)  # te lang: een concept
    proef.vul("groep/manier", "hand")
    proef.vul("groep/hand/personen", "een stuk of tien")
    proef.vul("groep/hand/stellingen/s1", "1 2")
    weer = Groepsproef(bewaard=proef.bewaard())
    assert weer.deel("groep/hand/personen").waarde == "een stuk of tien"
    assert weer.deel("groep/hand/stellingen/s1").waarde == "1 2"
    weer.vul("groep/manier", "beurt")
    assert weer.deel(f"{VEL}/naam").waarde == "n" * 90
    assert weer.deel(f"{VEL}/antwoorden/stellingen").waarde == {"s1": 1}
    assert weer.groep == replace(proef.groep, manier="beurt")


def test_eigen_antwoorden_houden_hun_kenmerk_en_zijn_geen_onderdeel_om_weg_te_halen() -> None:
    proef = Groepsproef()
    proef.vul("groep/eigen/rol", "docent")
    assert proef.mensen == []
    proef.vul("groep/eigen/antwoorden/stellingen", {"s1": 1})
    (eerst,) = proef.mensen
    assert eerst.id
    assert eerst.versie
    proef.vul("groep/eigen/antwoorden/stellingen", {"s1": 2})
    (wie,) = proef.mensen
    assert (wie.id, wie.antwoorden) == (eerst.id, {"s1": 2})
    assert "Welk onderdeel haalt u weg?" not in proef.in_beeld
    assert proef.bewaard().count('"s1": 2') == 1


def test_geen_en_weet_niet_sluiten_de_rest_uit() -> None:
    proef = Groepsproef()
    pad = "groep/eigen/keuzes/onderwerpen"
    for gekozen, blijft, gegeven in (
        (["OP1"], ("OP1",), ("OP1",)),
        (["OP1", WEET_NIET], (WEET_NIET,), None),
        (["OP1", WEET_NIET], ("OP1",), ("OP1",)),
        (["OP1", GEEN], (GEEN,), ()),
    ):
        proef.vul(pad, gekozen)
        assert proef.deel(pad).waarde == blijft
        assert proef.mensen[0].keuzes == {"onderwerpen": gegeven}
    proef.vul(pad, [])
    assert proef.mensen == []


def test_anoniem_blijft_er_niets_herkenbaars_in_het_bestand() -> None:
    proef = Groepsproef("naam")
    proef.lever_in("docent", "Wilma de Maker")
    proef.vul(f"{VEL}/naam", "Half Ingevuld")
    proef.vul("groep/namen", "Wilma de Maker")
    proef.vul("groep/manier", "zelf")
    proef.vul("groep/eigen/naam", "Ik Zelf")
    proef.vul("groep/eigen/antwoorden/stellingen", {"s1": 1})
    kenmerk = proef.groep.eigen.id
    proef.vul("groep/manier", "bestand")
    proef.vul("groep/modus", "anoniem")
    for _ in range(2):
        staat = json.loads(proef.bewaard())["staat"]
        tekst = json.dumps(staat)
        for woord in ("Wilma", "Half", "Ik Zelf", kenmerk):
            assert woord not in tekst
        assert staat["staat"]["groep"]["eigen"]["versie"].count(":") == 2  # geen seconden
        proef.vul("groep/manier", "zelf")
        proef.vul("groep/eigen/antwoorden/stellingen", {"s1": 2})


def test_tellen_in_de_zaal() -> None:
    proef = Groepsproef("naam")
    proef.vul("groep/manier", "hand")
    proef.vul("groep/hand/rol", "docent")
    proef.vul("groep/hand/personen", "9")
    assert "nog niets geteld" in proef.zend("Voeg deze telling toe")[0]
    proef.vul("groep/hand/stellingen/s1", "2 5 1")
    proef.vul("groep/hand/stellingen/s2", "2 5")
    proef.vul("groep/hand/opties/onderwerpen:OP1", "20")
    fouten = proef.zend("Voeg deze telling toe")
    assert "geen 3 aantallen" in fouten[0]
    assert "20 is meer dan de 9 mensen" in fouten[1]
    proef.vul("groep/hand/stellingen/s2", "")
    proef.vul("groep/hand/opties/onderwerpen:OP1", "4")
    assert proef.zend("Voeg deze telling toe") == []
    (hand,) = proef.groep.bronnen[0].handtellingen
    assert hand.telling.personen == 9
    assert hand.telling.stellingen["s1"].aantallen == (2, 5)
    assert (hand.telling.keuzes["onderwerpen"].n, hand.telling.keuzes["onderwerpen"].genoemd) == (
        9,
        (4,),
    )
    assert proef.deel("groep/hand/personen").waarde == ""
    assert Groepsproef(bewaard=proef.bewaard()).groep == proef.groep


def test_tijdens_het_tellen_staat_de_som_naast_het_aantal_mensen() -> None:
    proef = Groepsproef("naam")
    proef.vul("groep/manier", "hand")
    veld = proef.deel("groep/hand/stellingen/s1")
    assert veld.hulp == "Samen 0."
    proef.vul("groep/hand/rol", "docent")
    proef.vul("groep/hand/personen", "8")
    assert veld.hulp == "Samen 0 van 8."
    proef.vul("groep/hand/stellingen/s1", "2 5")
    assert veld.hulp == "Samen 7 van 8, en nog 1 aantal te typen."
    proef.vul("groep/hand/stellingen/s1", "2 5 2")
    assert veld.hulp == "Samen 9 van 8: dat is 1 te veel."
    proef.vul("groep/hand/stellingen/s1", "2 5 0")
    assert veld.hulp == "Samen 7 van 8: van 1 mens is er geen antwoord."
    assert proef.zend("Voeg deze telling toe") == []
    assert "Bij stelling 1 telde u minder mensen dan er meedoen." in proef.in_beeld
    assert veld.hulp == "Samen 0."
    proef.vul("groep/hand/rol", "bestuur")
    proef.vul("groep/hand/personen", "3")
    proef.vul("groep/hand/stellingen/s1", "1 1 1")
    assert veld.hulp == "Samen 3 van 3: iedereen."
    assert proef.zend("Voeg deze telling toe") == []
    assert "telde u minder mensen" not in proef.in_beeld


@given(st.lists(st.integers(0, 400), max_size=6), st.none() | st.integers(1, 1000))
def test_de_som_is_die_van_wat_er_staat_en_alleen_precies_iedereen_heet_iedereen(
    aantallen: list[int], personen: int | None
) -> None:
    zin = tally(" ".join(map(str, aantallen)), personen, 4)
    assert zin.startswith(f"Samen {getal(sum(aantallen))}")
    heel = len(aantallen) == 4 and sum(aantallen) == personen
    assert (": iedereen." in zin) == heel
    te_veel = personen is not None and sum(aantallen) > personen and len(aantallen) <= 4
    assert zin.endswith(" te veel.") == te_veel


def test_de_vragen_voor_een_formulier_zijn_die_van_de_groep() -> None:
    proef = Groepsproef("naam")
    knop = next(
        d for d in proef.scherm.walk()
        if d.eigenschappen.get("tekst") == "Laat de vragen voor een formulier zien"
    )  # fmt: skip

    def laat_zien() -> str:
        proef.gebeur(knop, "klik")
        bericht = next(b for b, _ in reversed(proef.gestuurd) if b["soort"] == "opdracht")
        tekst: str = bericht["gegevens"]["tekst"]
        return tekst

    tekst = laat_zien()
    assert tekst.startswith("Groepsproef\nVoor: docent en bestuur.")
    assert "\nWij leren van elkaar.\nWij kijken terug." in tekst
    assert "\nWaarom?" in tekst
    proef.vul("groep/modus", "anoniem")
    assert "\nWaarom?" not in laat_zien()


def test_opkomst_en_dubbele_namen() -> None:
    proef = Groepsproef("naam")
    proef.lever_in("docent", "Anna")
    proef.vul("groep/namen", "Anna\nBert")
    assert "1 van 2" in proef.in_beeld
    proef.lever_in("docent", "Anna")
    assert "Anna (docent): alleen het nieuwste telt" in proef.in_beeld
    knop = next(
        d for d in proef.scherm.walk() if str(getattr(d, "tekst", "")).endswith("nieuwste telt")
    )
    proef.gebeur(knop, "klik")
    assert len(proef.mensen) == 1
    # Binnen dezelfde seconde ingeleverd: welke van de twee schrijfwijzen wijkt, ligt niet vast.
    terug = next(
        d for d in proef.scherm.walk() if str(getattr(d, "tekst", "")).endswith("’ weer terug")
    )
    assert "eerdere antwoorden van anna" in terug.tekst.casefold()
    proef.gebeur(terug, "klik")
    assert len(proef.mensen) == 2
    knop = next(
        d for d in proef.scherm.walk() if str(getattr(d, "tekst", "")).endswith("tel ze allemaal")
    )
    proef.gebeur(knop, "klik")
    assert len(proef.mensen) == 2
    assert "alleen het nieuwste telt" not in Groepsproef(bewaard=proef.bewaard()).in_beeld


def test_wat_er_uitgaat() -> None:
    proef = Groepsproef("naam")
    proef.lever_in("docent", "Anna")
    proef.lever_in("docent", "Bert")
    proef.lever_in("bestuur", "Cor")
    assert "bestuur telt samen" in proef.in_beeld
    proef.vul("groep/apart", True)
    assert "bestuur staat apart" in proef.in_beeld
    proef.vul("groep/los", True)
    assert "'tekst': 'met'" in proef.in_beeld
    proef.vul("groep/modus", "anoniem")
    assert "'tekst': 'anoniem'" in proef.in_beeld
    assert proef.deel("groep/los").verborgen


# ------------------------------------------------------------------------- de vorm in het bestand

tekst = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=20)
vroeger = st.builds(
    Vroeger, tekst, tekst, st.just(("a", "b")), st.sampled_from(["", "w"]), st.just("")
)
respondenten = st.builds(
    Respondent,
    st.text("abc0123456789-", min_size=1, max_size=20),
    tekst.filter(str.strip),
    st.dictionaries(st.sampled_from(["s1", "s2"]), st.sampled_from([1, 2, None])),
    st.dictionaries(st.just("onderwerpen"), st.sampled_from([None, (), ("OP1",)])),
    tekst,
    st.sampled_from(["", "2026-11-22T10:00:00+01:00"]),
    st.dictionaries(st.just("waarom"), tekst.filter(str.strip)),
    st.dictionaries(vroeger, st.sampled_from([None, 1, 2, "zomaar"]), max_size=2),
)
handtellingen = st.builds(
    lambda groep, rest: Handtelling("h", "docent", count(groep, VRAGEN), "1", tuple(rest)),
    st.lists(respondenten, max_size=3),
    st.lists(st.tuples(vroeger, st.just((1, 2, 0, 0))), max_size=1),
)
bronnen = st.lists(
    st.builds(
        Bron,
        tekst,
        st.lists(respondenten, max_size=3).map(tuple),
        st.lists(handtellingen, max_size=1).map(tuple),
    ),
    max_size=3,
).map(tuple)


@settings(max_examples=80, deadline=None)
@given(bronnen)
def test_bronnen_heen_en_terug_zonder_vragenlijst_en_volgens_het_schema(alle) -> None:
    geschreven = json.loads(json.dumps(write_sources(alle)))
    assert read_sources(geschreven) == alle
    jsonschema.validate(geschreven, sources_schema())
    check_group(Groep(bronnen=alle), VRAGEN)


@settings(max_examples=60, deadline=None)
@given(bronnen, respondenten)
def test_een_groep_heen_en_terug_en_anoniem_is_een_vast_punt(alle, wie) -> None:
    groep = Groep("naam", from_respondent(wie, VRAGEN), bronnen=alle)
    kaal = fit(Groep("anoniem", from_respondent(wie, VRAGEN), bronnen=alle, namen="Anna"))
    for stand in (groep, kaal):
        geschreven = json.loads(json.dumps(codec.write(Meting(groep=stand))))
        assert codec.read(Meting, geschreven).groep == stand
        jsonschema.validate(geschreven, schema(Meting))
    assert fit(kaal) == kaal
    assert not any(r.naam for bron in kaal.bronnen for r in bron.respondenten)
    eigen = own(groep, VRAGEN)
    if eigen is not None:
        assert (eigen.antwoorden, eigen.rest) == (wie.antwoorden, wie.rest)


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("s1=2", "s9=2"),
        ("s1=2", "s1=3"),
        ("s1=2", "s1=-"),
        ("s1=2", "s1=2 s1=1"),
        ("s1=2", "s1"),
        ("onderwerpen=OP1", "onderwerpen=OP9"),
        ("onderwerpen=OP1", "onderwerpen=OP1,OP1"),
        ("waarom", "anders"),
        ("docent", " "),
        ("k1\t", "<b>\t"),
    ],
)
def test_een_regel_die_niet_klopt_wordt_geweigerd(oud: str, nieuw: str) -> None:
    wie = Respondent("k1", "docent", {"s1": 2}, {"onderwerpen": ("OP1",)}, notities={"waarom": "x"})
    geschreven = write_sources((Bron("a", (wie,)),))
    check_group(Groep(bronnen=read_sources(geschreven)), VRAGEN)
    (regel,) = geschreven["bronnen"][0]["respondenten"]
    assert oud in regel
    kapot = {"bronnen": [{"naam": "a", "respondenten": [regel.replace(oud, nieuw)]}]}
    with pytest.raises(VormError):
        check_group(Groep(bronnen=read_sources(kapot)), VRAGEN)


@settings(max_examples=150, deadline=None)
@given(respondenten, st.data())
def test_een_beschadigde_regel_gaat_alleen_open_als_zij_in_het_schema_past(wie, data) -> None:
    """Lezen gaat per antwoord, het schema per regel: zij laten hetzelfde toe."""
    geschreven = json.loads(json.dumps(write_sources((Bron("a", (wie,)),))))
    (regel,) = geschreven["bronnen"][0]["respondenten"]
    plek = data.draw(st.integers(0, len(regel)))
    weg = data.draw(st.integers(0, 2))
    erbij = data.draw(st.text(st.sampled_from("s12=?-, \t\n\xa0\u2028\x1fé{}"), max_size=2))
    kapot = f"{regel[:plek]}{erbij}{regel[plek + weg :]}"
    geschreven["bronnen"][0]["respondenten"] = [kapot]
    past = jsonschema.Draft202012Validator(sources_schema()).is_valid(geschreven)
    zin = ""
    try:
        read_sources(geschreven)
    except VormError as fout:
        zin = str(fout)
    # Het schema zegt niets over een rol van alleen spaties, en ziet een laatste nieuwe regel niet.
    goed = past and kapot.split("\t")[1].strip() != "" and not kapot.endswith("\n")
    assert goed == (zin != "een regel met antwoorden heeft niet de goede vorm")


def test_een_telling_die_niet_bij_de_vragen_past_wordt_geweigerd() -> None:
    hand = Handtelling("h", "docent", count([], VRAGEN))
    geschreven = write_sources((Bron("a", (), (hand,)),))
    for wijzig in (
        {"personen": -1},
        {"stellingen": {}},
        {"stellingen": {c: {"aantallen": [1]} for c in ("s1", "s2")}},
        {"keuzes": {"onderwerpen": {"n": 0, "weet_niet": 0, "genoemd": [1]}}},
    ):
        kapot = json.loads(json.dumps(geschreven))
        kapot["bronnen"][0]["handtellingen"][0]["telling"] |= wijzig
        with pytest.raises(VormError):
            check_group(Groep(bronnen=read_sources(kapot)), VRAGEN)


def test_tellen_in_de_zaal_noemt_zoveel_aantallen_als_er_antwoorden_zijn() -> None:
    proef = Groepsproef("naam")
    proef.vul("groep/manier", "hand")
    assert "drie aantallen met een spatie ertussen: oneens, eens en weet ik niet" in proef.in_beeld
    assert "Bijvoorbeeld: 2 5 8." in proef.in_beeld
    assert "OP1 Aanbod" in proef.in_beeld
