"""De meldingen als geheel: vorm, taal, opzoeken en afdrukken."""

from __future__ import annotations

import csv
import html.parser
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.controle import (
    CONTROLES,
    ERNSTEN,
    Plaats,
    afdruk,
    controleer,
    meldingen_bij,
    verslag,
)
from lv_tools.controle.__main__ import main

VERBODEN = re.compile(r"\b(fraude|gelogen|liegen|bedrog|opzet|verzonnen|misleid\w*|slordig\w*)\b")


def test_elke_controle_levert_meldingen() -> None:
    for controle in CONTROLES:
        assert list(controle.controleer()), controle.__name__


@pytest.mark.parametrize("melding", controleer(), ids=lambda m: f"{m.controle}:{m.gevonden}")
def test_elke_melding_wijst_naar_bestaande_cellen(melding) -> None:
    for resource, sleutel in ((melding.resource, melding.sleutel), *melding.ook):
        rijen = lees(resource).rijen
        assert any(all(rij.get(k) == v for k, v in sleutel.items()) for rij in rijen)
    assert melding.ernst in ERNSTEN


#: Een melding komt ook als noot onder een andere tabel: daar slaat dit op een ander getal.
ALLEEN_TER_PLEKKE = re.compile(r"\b(?:het percentage|dit percentage|hier)\b", re.IGNORECASE)


def test_een_melding_die_elders_meegaat_noemt_haar_eigen_plek() -> None:
    mee = [m for m in controleer() if m.ook and m.ernst != "klopt"]
    assert len(mee) > 20
    assert [m.uitleg for m in mee if ALLEEN_TER_PLEKKE.search(m.uitleg)] == []


def test_elke_uitleg_is_een_zin_zonder_verwijt() -> None:
    for melding in controleer():
        assert re.fullmatch(r"[‘A-Z0-9][^\n]*\.", melding.uitleg), melding.uitleg
        assert not re.search(r"[a-z)%]\. [A-Z]", melding.uitleg), melding.uitleg
        assert not VERBODEN.search(melding.uitleg.lower()), melding.uitleg
        assert melding.gevonden
        assert melding.verwacht


def test_geen_melding_staat_er_twee_keer() -> None:
    gezien = [
        (m.controle, m.resource, tuple(sorted(m.sleutel.items())), m.gevonden, m.uitleg)
        for m in controleer()
    ]
    assert len(gezien) == len(set(gezien))


def test_een_kolommelding_hoort_ook_bij_de_cel() -> None:
    cel = meldingen_bij(
        "interventies_bij_obstakels",
        obstakel="Wisseling in leiderschap",
        interventie="Scholing",
    )
    assert {"GRIM", "kleinste n"} <= {m.controle for m in cel}
    assert [ERNSTEN.index(m.ernst) for m in cel] == sorted(ERNSTEN.index(m.ernst) for m in cel)
    andere = [m for m in cel if m.sleutel.get("interventie", "Scholing") != "Scholing"]
    assert andere == []


def test_een_melding_is_van_twee_kanten_te_vinden() -> None:
    via_tabel = meldingen_bij("risico_per_afdeling", afdeling="vmbo-(g)t", standaard="OR1")
    via_tekst = meldingen_bij("kerncijfers", id="helft-ska1-ska2-or1")
    gedeeld = [m for m in via_tabel if m in via_tekst]
    assert [m.ernst for m in gedeeld] == ["kan niet"]


def test_zonder_melding_is_het_antwoord_leeg() -> None:
    assert meldingen_bij("elementen") == ()


@given(
    st.dictionaries(st.sampled_from("abc"), st.sampled_from("xy")),
    st.dictionaries(st.sampled_from("abc"), st.sampled_from("xy")),
)
def test_raken_is_wederzijds(een: dict[str, str], ander: dict[str, str]) -> None:
    assert Plaats("t", een).raakt("t", ander) == Plaats("t", ander).raakt("t", een)
    assert Plaats("t", een).raakt("t", een)
    assert not Plaats("t", een).raakt("u", een)


class Lezer(html.parser.HTMLParser):
    """Telt rijen en koppen van tabellen."""

    def __init__(self) -> None:
        super().__init__()
        self.elementen: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elementen.append(tag)


def telling(inhoud: str) -> Lezer:
    lezer = Lezer()
    lezer.feed(inhoud)
    return lezer


def test_het_overzicht_telt_alle_meldingen() -> None:
    inhoud = verslag.toon_overzicht()._repr_html_()
    controles = {m.controle for m in controleer()}
    assert telling(inhoud).elementen.count("tr") == len(controles) + 2
    assert f"{len(controleer())} uitkomsten" in inhoud


def test_de_meldingen_staan_allemaal_op_de_bladzijde() -> None:
    lezer = telling(verslag.toon_meldingen()._repr_html_())
    assert lezer.elementen.count("tr") == len(controleer()) + len(ERNSTEN)
    assert lezer.elementen.count("caption") == len(ERNSTEN)
    assert lezer.elementen.count("summary") == 1


def test_een_lange_lijst_kan_dicht() -> None:
    inhoud = verslag.toon_meldingen("GRIM", dicht=True)._repr_html_()
    assert telling(inhoud).elementen.count("details") == 2
    assert inhoud.index("<details") < inhoud.index("<table")


def test_per_tabel_de_meeste_problemen_eerst() -> None:
    inhoud = verslag.toon_tabellen()._repr_html_()
    assert inhoud.index("Interventies bij obstakels") < inhoud.index("Risico&#x27;s per soort")
    assert "Werkende en belemmerende" not in inhoud  # daar gaat geen controle over


def test_alleen_de_gevraagde_controles() -> None:
    inhoud = verslag.toon_meldingen("Fréchet")._repr_html_()
    gekozen = [m for m in controleer() if m.controle == "Fréchet"]
    tabellen = len({m.ernst for m in gekozen})
    assert telling(inhoud).elementen.count("tr") == len(gekozen) + tabellen
    with pytest.raises(LookupError, match="controle Frechet bestaat niet: kies uit"):
        verslag.toon_meldingen("Frechet")


def test_de_kolommen_staan_er_alle_zestien() -> None:
    inhoud = verslag.toon_kolommen()._repr_html_()
    assert telling(inhoud).elementen.count("tr") == 17
    assert "Bij 5 van de 16 kolommen" in inhoud


def test_de_noemers_staan_naast_de_intake() -> None:
    inhoud = verslag.toon_noemers()._repr_html_()
    assert telling(inhoud).elementen.count("tr") == 13
    assert "Bij 12 van de 12 standaarden is er een groep" in inhoud
    assert "Bij 1 daarvan is die groep even groot" in inhoud
    assert re.search(r"OR1</th>\s*<td[^>]*>21</td>\s*<td[^>]*>73</td>\s*<td>niet alle<", inhoud)
    assert re.search(r"VS2</th>\s*<td[^>]*>5</td>\s*<td[^>]*>0</td>\s*<td>andere groep<", inhoud)
    assert re.search(r"OR2</th>\s*<td[^>]*>5</td>\s*<td[^>]*>5</td>\s*<td>even groot", inhoud)


def test_de_tabel_van_de_noemers_zegt_alles_wat_de_meldingen_per_standaard_zeggen() -> None:
    """De bladzijde toont die meldingen niet nog eens."""
    tabel = verslag.toon_noemers()._repr_html_()
    per_standaard = [m for m in controleer() if m.controle == "noemer" and m.sleutel]
    assert len(per_standaard) == 24
    for melding in per_standaard:
        rij = next(r for r in tabel.split("<tr>") if f">{melding.sleutel['standaard']}<" in r)
        for n in re.findall(
            r"\b\d+\b", f"{melding.gevonden} {melding.verwacht}".replace("2.1", "")
        ):
            assert f">{n}<" in rij, melding
        if melding.ernst == "let op":
            assert (">andere groep<" in rij) == ("kan dus niet" in melding.uitleg)
            assert (">niet alle<" in rij) == ("niet over al" in melding.uitleg)


def test_een_tabel_en_een_oordeel_apart() -> None:
    alleen = verslag.toon_meldingen("noemer", tabel="intake_en_begeleiding")._repr_html_()
    assert telling(alleen).elementen.count("tr") == 2
    assert "past alleen een totaal van 57" in alleen
    inhoud = verslag.toon_meldingen("tekst en tabel", dicht=("let op",))._repr_html_()
    assert telling(inhoud).elementen.count("details") == 2
    assert inhoud.index("Kan niet: 3 keer") < inhoud.index("<details")


def test_een_oordeel_dat_niet_voorkomt_blijft_uit_de_zin() -> None:
    alleen = [m for m in controleer() if m.controle == "kleinste n"]
    assert verslag.samenvatting(alleen) == f"{len(alleen)} uitkomsten: {len(alleen)} keer ‘let op’."
    assert verslag.samenvatting(alleen[:1]) == "1 uitkomst: 1 keer ‘let op’."


def test_waar_noemt_plaats_en_cellen() -> None:
    plekken = {verslag.waar(m) for m in controleer()}
    assert "tabel 4.2: vmbo-(g)t, OR1" in plekken
    assert "tabel 4.1: Begeleide afdelingen per plaats (als geheel)" in plekken
    assert "par. 3.3: Scholen gekozen voor een focusgroep" in plekken


@settings(deadline=None, max_examples=20)  # een volle tabel afdrukken duurt even
@given(st.integers(100, 220))
def test_de_afgedrukte_tabel_past_in_de_breedte(breedte: int) -> None:
    regels = afdruk.to_text(controleer()[:30], breedte).splitlines()
    assert max(map(len, regels)) <= breedte


def test_afdrukken_toont_wat_opvalt_en_met_alles_ook_wat_klopt(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 0
    kort = capsys.readouterr().out
    assert kort.startswith("Oordeel")
    assert "\nklopt" not in kort
    assert "Met --alles" in kort
    assert main(["--alles"]) == 0
    lang = capsys.readouterr().out
    assert lang.count("\nklopt") == sum(m.ernst == "klopt" for m in controleer())


def test_de_opdracht_drukt_een_tabel_af() -> None:
    uitkomst = subprocess.run(
        [sys.executable, "-m", "lv_tools.controle"], capture_output=True, text=True, check=True
    )
    assert "kan niet" in uitkomst.stdout
    assert verslag.samenvatting(controleer()) in uitkomst.stdout


def test_wie_niet_verder_leest_krijgt_geen_foutmelding() -> None:
    opdracht = f"{sys.executable} -m lv_tools.controle --alles | head -1"
    uit = subprocess.run(
        ["bash", "-o", "pipefail", "-c", opdracht], capture_output=True, text=True, check=False
    )
    assert uit.stderr == ""
    assert uit.returncode == 0
    assert uit.stdout.startswith("Oordeel")


def test_csv_heeft_een_regel_per_melding(capsys) -> None:
    main(["--csv", "--alles"])
    regels = capsys.readouterr().out.splitlines()
    assert regels[0] == ";".join(afdruk.KOPPEN)
    assert len(regels) == len(controleer()) + 1
    gelezen = list(csv.reader(regels, delimiter=";"))
    assert {len(rij) for rij in gelezen} == {len(afdruk.KOPPEN)}
