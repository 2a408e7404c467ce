"""Wat een veld, een rij panelen en een wissel van stap doen, door de deur van de pagina."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, ClassVar

import pytest
from hulpproef import Proef

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.uitvoer.document import Alinea, Document, Opsomming, to_html, to_markdown
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import KENMERK, Getal, Tekst
from lv_tools.basis.vorm.pad import find_at
from lv_tools.bouwdoos.document import to_parts
from lv_tools.bouwdoos.hulpmiddel import STAP, Hulpmiddel
from lv_tools.bouwdoos.inhoud import Algemeen, Inhoud, Staptekst
from lv_tools.bouwdoos.paneel import Paneel, Panelenlijst
from lv_tools.schermdelen import Deel, Formulier, Knop, Kolom, Schaalpunt, Stelling
from lv_tools.schermdelen.tekst import Nadruk


@dataclass(frozen=True)
class Rij:
    id: Annotated[str, KENMERK]
    wat: Annotated[str, Tekst(40)] = ""


@dataclass(frozen=True)
class Staat:
    jaar: Annotated[int, Getal(1, 9)] = 3
    cijfer: Annotated[int | None, Getal(0, 100)] = None
    groot: bool = False
    teksten: Mapping[str, Annotated[str, Tekst(10)]] = field(default_factory=dict)
    antwoorden: Mapping[str, int | None] = field(default_factory=dict)
    rijen: tuple[Rij, ...] = ()
    soort: str = ""


def follow(_oud: Staat, nieuw: Staat) -> Staat:
    """Een cijfer vanaf tien maakt iets groot, en dan is het jaar altijd 9."""
    groot = nieuw.cijfer is not None and nieuw.cijfer >= 10
    if groot == nieuw.groot:
        return nieuw
    return replace(nieuw, groot=groot, jaar=9 if groot else nieuw.jaar)


class Rijpaneel(Paneel[Staat, None, Inhoud]):
    gebouwd: ClassVar[list[str]] = []

    def __init__(self, werk, inhoud, rij: Rij) -> None:
        super().__init__(werk, inhoud)
        self.rij = rij

    def build(self) -> Iterable[Deel]:
        self.gebouwd.append(self.rij.id)
        return (self.velden.text(f"rijen/{self.rij.id}/wat", "Wat?"),)

    def show(self) -> None:
        next(r for r in self.werk.staat.rijen if r.id == self.rij.id)  # mag nooit ontbreken


class Eerste(Paneel[Staat, None, Inhoud]):
    def build(self) -> Iterable[Deel]:
        self.rijen = Panelenlijst[Rij](
            self, lambda rij: rij.id, lambda rij: Rijpaneel(self.werk, self.inhoud, rij)
        )
        formulier = Formulier(
            self.velden.form_radios("nieuw", "soort", "Soort?", [("a", "A"), ("b", "B")], "a"),
            bij_inzenden=self._send,
            knop="Neem over",
        )
        return (
            self.velden.choice("jaar", "Jaar?", [(str(n), f"jaar {n}") for n in range(1, 10)]),
            self.velden.text("cijfer", "Cijfer?", maximum=50),
            self.velden.check("groot", "Groot?"),
            self.velden.text("teksten/een", "Een?"),
            self.velden.answers(
                "antwoorden", "Vragen", [Stelling("s1", "Eén")], [Schaalpunt(1, "nee")]
            ),
            self.rijen.deel,
            formulier,
            Knop("Rij erbij", self._add),
            Knop("Eerste rij weg", self._remove),
            Knop("Naar twee", lambda: self.werk.go(STAP, "twee")),
        )

    def show(self) -> None:
        self.rijen.show(self.werk.staat.rijen)

    def _add(self) -> None:
        rij = Rij(new_id())
        self.werk.change(lambda staat: replace(staat, rijen=(*staat.rijen, rij)))

    def _remove(self) -> None:
        self.werk.change(lambda staat: replace(staat, rijen=staat.rijen[1:]))

    def _send(self, waarden: dict[str, object]) -> None:
        soort = str(self.velden.values("nieuw", waarden)["soort"])
        self.velden.clear_form("nieuw")
        self.werk.change(lambda staat: replace(staat, soort=soort))


class Tweede(Paneel[Staat, None, Inhoud]):
    def build(self) -> Iterable[Deel]:
        self.delen = {naam: Leeg(self.werk, self.inhoud) for naam in ("x", "y")}
        return (Kolom(*(paneel.deel for paneel in self.delen.values())),)

    def show(self) -> None:
        self.pick(self.delen.values(), self.delen.get(self.werk.staat.soort))


class Leeg(Paneel[Staat, None, Inhoud]):
    is_gebouwd = False

    def build(self) -> Iterable[Deel]:
        self.is_gebouwd = True
        return ()


INHOUD = Inhoud(
    algemeen=Algemeen("Veldproef", "", ""),
    stap=(Staptekst("een", "Een"), Staptekst("twee", "Twee")),
)
VELDPROEF = Hulpmiddel[Staat, None, Inhoud](
    naam="veldproef",
    inhoud=lambda: INHOUD,
    leeg=lambda _inhoud: Staat(),
    reken=lambda _staat, _inhoud: None,
    panelen={"een": Eerste, "twee": Tweede},
    volg=follow,
)


@pytest.fixture
def proef() -> Proef:
    return Proef(VELDPROEF)


def test_wat_uit_een_wijziging_volgt_is_meteen_te_zien(proef) -> None:
    proef.vul("cijfer", "12")
    assert proef.deel("groot").waarde is True
    assert proef.deel("jaar").waarde == "9"
    assert Proef(VELDPROEF, bewaard=proef.bewaard()).werk.staat == proef.werk.staat


def test_een_keuzelijst_bij_een_heel_getal(proef) -> None:
    assert proef.deel("jaar").waarde == "3"
    proef.vul("jaar", "7")
    assert proef.werk.staat.jaar == 7
    proef.open(proef.bewaard(), vroeg={"jaar": "5"})
    assert proef.werk.staat.jaar == 5
    assert proef.deel("jaar").waarde == "5"


def test_een_grens_van_het_veld_geldt_ook_voor_wat_de_pagina_alleen_had(proef) -> None:
    proef.open(proef.bewaard(), vroeg={"cijfer": "70"})
    assert proef.werk.staat.cijfer is None
    assert proef.deel("cijfer").waarde == "70"


def test_een_sleutel_die_er_nog_niet_is_is_een_leeg_veld(proef) -> None:
    assert find_at(Staat(), "teksten/een") is None
    with pytest.raises(LookupError):
        find_at(Staat(), "onzin/een")
    assert proef.deel("teksten/een").waarde == ""
    proef.vul("teksten/een", "veel te lange tekst")
    assert proef.werk.staat.teksten == {"een": ""}
    weer = Proef(VELDPROEF, bewaard=proef.bewaard())
    assert weer.deel("teksten/een").waarde == "veel te lange tekst"
    assert weer.opstelling.bewaren.melding == ""
    weer.vul("teksten/een", "kort")
    weer.vul("antwoorden", {"s1": 1})
    assert weer.werk.staat.antwoorden == {"s1": 1}
    weer.werk.change(lambda staat: replace(staat, teksten={}, antwoorden={}))
    weer.vul("jaar", "1")
    assert weer.deel("teksten/een").waarde == ""
    assert weer.deel("antwoorden").waarde == {}


def test_keuzerondjes_in_een_formulier_zijn_een_concept_tot_het_inzenden(proef) -> None:
    proef.vul("+nieuw/soort", "b")
    assert proef.werk.staat.soort == ""
    assert Proef(VELDPROEF, bewaard=proef.bewaard()).deel("+nieuw/soort").waarde == "b"
    vak = next(d for d in proef.scherm.walk() if getattr(d, "knop", "") == "Neem over")
    proef.gebeur(vak, "inzenden")
    assert proef.werk.staat.soort == "b"
    assert proef.deel("+nieuw/soort").waarde == "a"


def test_een_rij_panelen_laat_los_wat_weg_is_en_houdt_wat_blijft(proef) -> None:
    Rijpaneel.gebouwd.clear()
    proef.klik("Rij erbij")
    proef.klik("Rij erbij")
    een, twee = (rij.id for rij in proef.werk.staat.rijen)
    blijft = proef.deel(f"rijen/{twee}/wat")
    proef.klik("Eerste rij weg")
    proef.vul("jaar", "2")
    assert proef.deel(f"rijen/{twee}/wat") is blijft
    assert Rijpaneel.gebouwd == [een, twee]


def test_een_paneel_wijst_de_weg_naar_een_stap(proef) -> None:
    proef.klik("Naar twee")
    assert proef.opstelling.stappen.waarde == "2. Twee"
    focus = [b["deel"] for b, _ in proef.gestuurd if b.get("naam") == "focus"]
    assert focus[-1] == proef.opstelling.stappen.id
    weer = Proef(VELDPROEF, bewaard=proef.bewaard())
    assert weer.opstelling.stappen.waarde == "2. Twee"
    assert not [b for b, _ in weer.gestuurd if b.get("naam") == "focus"], "openen zet geen focus"


def test_van_een_rij_panelen_bestaat_alleen_wat_gekozen_is(proef) -> None:
    proef.werk.change(lambda staat: replace(staat, soort="y"))
    proef.stap(1)
    paneel = proef.opstelling.panelen[1]
    assert [p.is_gebouwd for p in paneel.delen.values()] == [False, True]
    assert [p.deel.verborgen for p in paneel.delen.values()] == [True, False]


def test_een_geschreven_waarde_is_een_kopie_tenzij_zij_gedeeld_wordt() -> None:
    staat = Staat(rijen=(Rij("a", "x"),))
    codec.write(staat)["rijen"][0]["wat"] = "kapot"
    assert codec.write(staat)["rijen"][0]["wat"] == "x"
    gedeeld = codec.write_shared(staat)
    anders = codec.write_shared(replace(staat, jaar=4))
    assert anders["rijen"][0] is gedeeld["rijen"][0], "wat gelijk bleef, is niet opnieuw geschreven"
    assert staat == Staat(rijen=(Rij("a", "x"),))


def test_de_eerste_woorden_van_een_alinea_hebben_nadruk_waar_dat_kan() -> None:
    blokken = (
        Alinea("lees verder.\nEn nog een.", kop="Hierna."),
        Opsomming(("eerste punt",), koppen=("Let op.",)),
    )
    html = to_html(blokken)
    assert "<p><strong>Hierna.</strong> lees verder.<br>En nog een.</p>" in html
    markdown = to_markdown(Document("x", blokken)).replace("\\", "")
    assert "Hierna. lees verder." in markdown
    assert "- Let op. eerste punt" in markdown
    alinea, punten = to_parts(blokken)
    assert alinea.alineas == ((Nadruk("Hierna. "), "lees verder."), "En nog een.")
    assert punten.alineas == ((Nadruk("Let op. "), "eerste punt"),)
