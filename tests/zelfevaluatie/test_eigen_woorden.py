"""Elke groep krijgt wat zij kan zien, en de uitslag zegt wie andere woorden of minder kreeg."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from scans import INHOUD, KERN, scan_of
from zelfproef import Zelfproef

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.basis.vorm import codec
from lv_tools.zelfevaluatie import papier
from lv_tools.zelfevaluatie.bestand.antwoorden import (
    answers_to_file,
    clean_answers,
    describe_answers,
    read_answers,
)
from lv_tools.zelfevaluatie.bestand.overzetten import carry_scan
from lv_tools.zelfevaluatie.figuur.verdeling import draw_distribution
from lv_tools.zelfevaluatie.model.eigen_woorden import own_words
from lv_tools.zelfevaluatie.model.lijst import (
    Lijst,
    first_list,
    instrument_of,
    list_now,
    read_list,
    write_list,
)
from lv_tools.zelfevaluatie.model.opzet import vragenset
from lv_tools.zelfevaluatie.model.uitslag import compute
from lv_tools.zelfevaluatie.verslag.document import report

TOEZICHT = "intern-toezicht"
PAPIER = "book/instrumenten/zelfevaluatie-papier.md"
VOL = replace(KERN, versie="volledig")
VRAGEN = vragenset(VOL, INHOUD)
STELLINGEN = INHOUD.stellingen
#: Wat een toezichthouder niet zelf kan zien: het werk op de scholen en binnen de staf.
ONZICHTBAAR = re.compile(
    r"\b(docenten (krijgen|kennen|praten)|stafafdelingen|elke laag|teamleiders|collega's weten|"
    r"een school hoort|gebruikt eerst gegevens|nieuwe collega|dagelijks werk|"
    r"schoolleider kan zeggen|van bestuur tot sectie|"
    r"volgende overleg terug|op de scholen ook echt|alle lagen)\b",
    re.I,
)


def test_intern_toezicht_krijgt_alleen_wat_het_kan_zien() -> None:
    krijgt = VRAGEN.for_role(TOEZICHT)
    assert [s.tekst for s in krijgt if ONZICHTBAAR.search(s.tekst)] == []
    # En de toets ziet het: wie de gewone woorden krijgt, krijgt zulke stellingen wel.
    gewoon = VRAGEN.for_role("staf")
    assert len([s for s in gewoon if ONZICHTBAAR.search(s.tekst)]) >= 10
    assert len(gewoon) == len(STELLINGEN)


def test_een_schoolleider_krijgt_niet_wat_bestuur_en_toezicht_met_elkaar_bespreken() -> None:
    weg = STELLINGEN.keys() - {s.code for s in VRAGEN.for_role("schoolleiding")}
    assert weg == {"alignment-6", "rolbewust-3"}


def test_elk_thema_houdt_voor_elke_groep_een_kern_en_genoeg_over() -> None:
    for rol in INHOUD.rollen:
        for thema in INHOUD.themas:
            over = [s for s in STELLINGEN.values() if s.thema == thema and rol not in s.niet_voor]
            assert len(over) >= 3, (rol, thema)
            assert sum(s.kern for s in over) == 1, (rol, thema)


def test_elke_bewoording_is_een_nette_stelling() -> None:
    teksten = [s.tekst for s in STELLINGEN.values()]
    for stelling in STELLINGEN.values():
        assert set(stelling.niet_voor) <= set(INHOUD.rollen)
        rollen = [rol for eigen in stelling.anders for rol in eigen.rollen]
        assert len(set(rollen)) == len(rollen), "een rol heeft twee bewoordingen"
        for eigen in stelling.anders:
            teksten.append(eigen.tekst)
            assert set(eigen.rollen) <= set(INHOUD.rollen) - set(stelling.niet_voor)
            assert 5 <= len(eigen.tekst.split()) <= 18
            assert not re.search(r"\b(niet|geen|nooit|of|maar|zodat)\b", eigen.tekst)
            assert eigen.hulp.endswith(".")
            assert len(eigen.kort) <= 45
    assert len(set(teksten)) == len(teksten)


def test_een_getal_of_termijn_van_ons_staat_er_als_van_ons() -> None:
    """Wat geen bron als norm noemt, mag geen eis lijken."""
    norm = re.compile(
        r"\b(hoogstens \w+|binnen (een|twee|drie) (week|weken|maand)|afgelopen (twee|drie) jaar)\b"
    )
    for stelling in STELLINGEN.values():
        assert not norm.search(stelling.tekst), stelling.code
        if norm.search(stelling.hoog):
            assert re.search(r"onze keuze|van ons", stelling.hoog), stelling.code
    assert any("is geen norm" in zin for zin in INHOUD.algemeen.lezen)


def test_een_stelling_is_in_grade_te_beantwoorden() -> None:
    """'Past op één bladzijde' is ja of nee; 'een klein aantal' gaat van niet tot heel goed."""
    janee = re.compile(r"\b(passen op|één keer|op vaste momenten|binnen twee weken)\b")
    assert [s.code for s in STELLINGEN.values() if janee.search(s.tekst)] == []


@pytest.mark.parametrize(
    "woord",
    [
        "kwaliteitszorg vormt één geheel",
        "wettelijke eisen",
        "personeelsbeleid",
        "jaarverslag",
        "medezeggenschap",
        "sectie werken mensen in een ronde",
        "weet wat er in de lessen speelt",
    ],
)
def test_wat_de_bronnen_noemen_komt_aan_bod(woord: str) -> None:
    assert any(woord in s.tekst for s in STELLINGEN.values())


# --- De uitslag zegt het ------------------------------------------------------------------


def mensen(rol: str, hoeveel: int, antwoord: int) -> list[Respondent]:
    codes = [s.code for s in VRAGEN.for_role(rol)]
    return [Respondent(f"{rol}-{nr}", rol, dict.fromkeys(codes, antwoord)) for nr in range(hoeveel)]


def test_de_uitslag_zegt_wie_andere_woorden_of_minder_kreeg() -> None:
    groep = [*mensen("bestuur", 3, 4), *mensen(TOEZICHT, 3, 2)]
    uitslag = compute(scan_of(groep, opzet=VOL), INHOUD)
    zin = own_words(uitslag, INHOUD)
    assert "intern toezicht" in zin
    for volledig in (False, True):
        wensen = Wensen(volledig=volledig)
        verslag = to_markdown(report(uitslag, INHOUD, wensen)).replace("\\", "")
        assert zin in verslag
    assert "intern toezicht (eigen woorden)" in verslag
    assert "intern toezicht (niet gevraagd)" in verslag
    verschil = uitslag.lijst("rolverschil")
    assert verschil is not None
    for plaats in verschil.plaatsen:
        anders = bool(STELLINGEN[plaats.code].anders)
        assert ("andere woorden voor intern toezicht" in plaats.zin) == anders
    toezicht = uitslag.groep(TOEZICHT)
    assert toezicht is not None
    blad = draw_distribution("alignment", toezicht, uitslag, INHOUD)
    assert "mensen op de scholen zelf" in str(blad.rijen[0][0])
    assert len(blad.rijen) == sum(
        s.thema == "alignment" and TOEZICHT not in s.niet_voor for s in STELLINGEN.values()
    )


def test_zonder_zon_groep_staat_er_niets() -> None:
    uitslag = compute(scan_of(mensen("bestuur", 3, 4), opzet=VOL), INHOUD)
    assert own_words(uitslag, INHOUD) == ""


# --- Bestanden ----------------------------------------------------------------------------


def test_het_bestand_van_een_toezichthouder_heeft_zijn_woorden() -> None:
    codes = [s.code for s in VRAGEN.for_role(TOEZICHT)]
    wie = clean_answers(TOEZICHT, dict.fromkeys(codes, 3), VOL, INHOUD)
    bestand = answers_to_file(wie, VOL, INHOUD)
    teksten = json.loads(bestand)["stellingen"]
    assert teksten == {s.code: s.tekst for s in VRAGEN.for_role(TOEZICHT)}
    assert read_answers(bestand, VOL, INHOUD) == wie
    regels = {regel.wat for regel in describe_answers(wie, VOL, INHOUD)}
    assert set(teksten.values()) <= regels
    assert not any(ONZICHTBAAR.search(regel) for regel in regels)


def test_oude_antwoorden_van_toezicht_tellen_bij_dezelfde_woorden() -> None:
    eerste = instrument_of(first_list(), INHOUD)
    oud = vragenset(VOL, eerste)
    codes = [s.code for s in oud.stellingen]
    wie = Respondent("t", TOEZICHT, dict.fromkeys(codes, 2))
    (bron,) = carry_scan(scan_of([wie], opzet=VOL), eerste, INHOUD).bronnen
    (nu,) = bron.respondenten
    assert len(nu.antwoorden) + len(nu.rest) == len(codes)
    for code in nu.antwoorden:
        assert not STELLINGEN[code].anders, "die stelling heeft voor toezicht nu andere woorden"
    # Een antwoord op een stelling die nu niet meer gevraagd wordt, is niet weg.
    assert "alignment-2" in nu.antwoorden


def test_een_lijst_van_voor_de_woorden_per_groep_opent() -> None:
    """Zo schreef 0.2.0: de vragenlijst zat erin, nog zonder woorden per groep."""
    gegevens = dict(write_list(list_now(INHOUD)))
    del gegevens["bewoordingen"]
    toen = instrument_of(read_list(gegevens), INHOUD)
    assert not any(s.anders for s in toen.stellingen.values())
    assert "bewoordingen" not in write_list(first_list())


def test_de_vragenlijst_in_een_bestand_kent_de_woorden_van_elke_groep() -> None:
    nu = list_now(INHOUD)
    toen = instrument_of(replace(codec.read(Lijst, codec.write(nu)), lijst=nu.lijst - 1), INHOUD)
    assert {s.code: s.for_role(TOEZICHT).tekst for s in toen.stellingen.values()} == {
        s.code: s.for_role(TOEZICHT).tekst for s in STELLINGEN.values()
    }


# --- Scherm en papier ---------------------------------------------------------------------


def shown(proef) -> list[str]:
    """Wat er op alle bladen staat."""
    uit = []
    for nummer in range(1, len(INHOUD.themas) + 1):
        proef.blad(nummer)
        lijst = proef.soort("vragenlijst")
        uit += [rij["tekst"] for rij in lijst.eigenschappen["stellingen"] if not rij.get("weg")]
    return uit


def kies(proef, rol: str) -> None:
    proef.blad(0)
    proef.vul("groep/eigen/rol", rol)


def test_de_groep_bepaalt_welke_stellingen_er_staan():
    proef = Zelfproef()
    proef.naar("maken")
    proef.vul("opzet/versie", "volledig")
    proef.vul_in("bestuur")
    assert len(proef.scan.bronnen[0].respondenten[0].antwoorden) == len(STELLINGEN)
    kies(proef, TOEZICHT)
    vragen = [s.tekst for s in VRAGEN.for_role(TOEZICHT)]
    assert shown(proef) == vragen
    assert f"van de {len(vragen)} stellingen" in proef.paneel.stand.alineas[0]
    assert "intern toezicht" in proef.soort("vragenlijst").eigenschappen["hulp"]
    (eigen,) = proef.scan.bronnen[0].respondenten
    assert set(eigen.antwoorden) == {s.code for s in VRAGEN.for_role(TOEZICHT)}
    # Een vergissing in de groep kost niets: de andere antwoorden staan er nog.
    kies(proef, "bestuur")
    (eigen,) = proef.scan.bronnen[0].respondenten
    assert len(eigen.antwoorden) == len(STELLINGEN)


def test_om_de_beurt_vraagt_toezicht_niet_naar_wat_er_niet_staat():
    proef = Zelfproef()
    proef.naar("verzamelen")
    proef.kies("Hoe verzamelt u de antwoorden?", "beurt")
    proef.vul("groep/beurt/rol", TOEZICHT)
    lijsten = [d for d in proef.scherm.walk() if d.soort == "vragenlijst"]
    assert len(lijsten) == len(INHOUD.themas)
    for lijst in lijsten:
        gevraagd = {s.id: 2 for s in lijst.stellingen if not s.weg}
        proef.gebeur(lijst, "wijziging", waarde=gevraagd)
        assert lijst.open_stellingen == ()


def test_na_een_gesloten_tabblad_staan_de_woorden_van_de_groep_er_weer():
    proef = Zelfproef()
    kies(proef, TOEZICHT)
    proef.blad(1)
    proef.vul("groep/eigen/antwoorden/bka1", {"bka1-1": 3})
    weer = Zelfproef(bewaard=proef.bewaard())
    assert shown(weer) == [s.tekst for s in VRAGEN.for_role(TOEZICHT)]


def test_papier_voor_intern_toezicht() -> None:
    kort = papier.toon_korte_lijst(TOEZICHT)._repr_html_()
    lang = papier.toon_volledige_lijst(TOEZICHT)._repr_html_()
    for stelling in VRAGEN.for_role(TOEZICHT):
        assert stelling.tekst in lang
        assert (stelling.tekst in kort) == STELLINGEN[stelling.code].kern
    for stelling in STELLINGEN.values():
        if TOEZICHT in stelling.niet_voor:
            assert stelling.tekst not in lang
    assert "Groep: intern toezicht" in kort
    assert "intern toezicht" not in papier.toon_korte_lijst()._repr_html_().split("</p>")[1]


def test_elke_groep_heeft_een_lijst_op_papier() -> None:
    bladzijde = (Path(__file__).parents[2] / PAPIER).read_text(encoding="utf-8")
    for naam in ("korte", "volledige"):
        maak = getattr(papier, f"toon_{naam}_lijst")
        lijsten = ["", *re.findall(rf'toon_{naam}_lijst\("([a-z-]+)"\)', bladzijde)]
        koppen = " ".join(maak(rol)._repr_html_().split("</p>")[1] for rol in lijsten)
        assert not [r.tekst for r in INHOUD.rollen.values() if r.tekst not in koppen], naam


def test_papier_voor_groepen_met_dezelfde_woorden() -> None:
    lang = html.unescape(papier.toon_volledige_lijst("docent")._repr_html_())
    samen = {"teamleider", "docent", "medezeggenschap"}
    for stelling in STELLINGEN.values():
        krijgt = not samen <= set(stelling.niet_voor)
        assert (f". {stelling.for_role('docent').tekst}" in lang) == krijgt, stelling.code
