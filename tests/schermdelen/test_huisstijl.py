"""Een eigen Wordsjabloon kiezen, gebruiken en weghalen, onder de knoppen van een verslag."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
import pytest

from lv_tools.basis.uitvoer.document import Alinea, Document
from lv_tools.schermdelen import Bestand, export_row
from lv_tools.schermdelen.bestanden import Download, Upload
from lv_tools.schermdelen.huisstijl import Huisstijl, word_file
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling

VERSLAG = Document("Verslag", (Alinea("Tekst."),))


@pytest.fixture(autouse=True)
def leeg() -> Iterator[None]:
    yield
    Huisstijl().weg.bij_klik()


def template(voet: str) -> bytes:
    word = docx.Document()
    word.sections[0].footer.paragraphs[0].text = voet
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def foot_of(inhoud: bytes) -> str:
    return docx.Document(io.BytesIO(inhoud)).sections[0].footer.paragraphs[0].text


def test_wat_de_lezer_kiest_geldt_voor_elk_word_bestand_en_is_weg_te_halen() -> None:
    rij = export_row(lambda soort, ext: f"{soort}.{ext}", lambda: VERSLAG, list)
    delen = list(rij.walk())
    (keuze,) = [d for d in delen if isinstance(d, Upload)]
    (weg,) = [d for d in delen if isinstance(d, Knop)]
    (melding,) = [d for d in delen if isinstance(d, Mededeling)]
    (word,) = [d for d in delen if isinstance(d, Download) and d.tekst == "Verslag voor Word"]
    assert weg.verborgen
    assert foot_of(word.maak().inhoud).startswith("Gemaakt op")
    keuze.bij_bestanden((Bestand("school.dotx", template("De Vaart")),))
    assert melding.toon == "goed"
    assert "school.dotx" in melding.tekst
    assert not weg.verborgen
    assert foot_of(word.maak().inhoud) == "De Vaart"
    assert foot_of(word_file("ander.docx", VERSLAG).inhoud) == "De Vaart"
    weg.bij_klik()
    assert weg.verborgen
    assert foot_of(word.maak().inhoud).startswith("Gemaakt op")


def test_een_fout_bestand_laat_het_sjabloon_van_ervoor_staan() -> None:
    vak = Huisstijl()
    vak.keuze.bij_bestanden((Bestand("school.docx", template("De Vaart")),))
    vak.keuze.bij_bestanden((Bestand("foto.jpg", b"geen word"),))
    assert vak.melding.toon == "fout"
    assert vak.melding.tekst.startswith("foto.jpg: Dit is geen Wordbestand")
    assert not vak.weg.verborgen
    assert foot_of(word_file("x.docx", VERSLAG).inhoud) == "De Vaart"
