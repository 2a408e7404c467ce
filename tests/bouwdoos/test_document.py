"""Eén beschrijving van een uitkomst: op scherm, papier en bladzijde staat hetzelfde."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tabel import Tabelcel
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Figuurblok,
    Kop,
    Opsomming,
    Tabelblok,
    Tweevorm,
    Vouw,
    on_paper,
    to_blocks,
    to_html,
    to_markdown,
)
from lv_tools.basis.uitvoer.word import to_docx
from lv_tools.bouwdoos.document import Documentdeel, to_parts
from lv_tools.schermdelen import Deel, Figuur, Tabel, Uitklap
from lv_tools.schermdelen.exporteren import OPSCHRIFTEN, export_row

KAN_NIET = Tabelcel("61%", 61.0, "kan niet", "Bij n = 21 bestaat 61% niet.")
TABEL = Tabelblok(
    "Wie <deed> wat",
    ("Wie", "Deel"),
    (("havo", KAN_NIET), ("vwo", Tabelcel("12%", 12.0, "n < 10")), ("mavo", None)),
    bron="onderzoek, tabel 4.2",
    zegt_niet="Wie het niet deed.",
    samenvatting="Havo staat bovenaan.",
)
DOCUMENT = Document(
    "Proef",
    (
        Kop("Uitkomst"),
        TABEL,
        Opsomming(("een", "twee"), genummerd=True),
        Vouw("Dit valt op (1)", (Opsomming(("Let op de <noot>.",)), TABEL), open=True),
    ),
)


def test_een_merk_staat_op_papier_achter_zijn_cel_met_de_uitleg_als_noot() -> None:
    zin, tabel, kop, noten, voet = TABEL.to_text()
    assert zin == Alinea("Havo staat bovenaan.")
    assert isinstance(tabel, Bloktabel)
    assert tabel.rijen[0] == ("havo", "61% kan niet (noot 1)")
    assert tabel.rijen[1] == ("vwo", "12% n < 10")
    assert kop == Alinea("Noten", klein=True)
    assert noten == Opsomming(("Bij n = 21 bestaat 61% niet.",), genummerd=True)
    assert isinstance(voet, Alinea)
    assert voet.tekst == "Bron: onderzoek, tabel 4.2. Wat dit niet zegt: Wie het niet deed."


def test_een_lege_tabel_zegt_dat_zij_leeg_is() -> None:
    leeg = Tabelblok(
        "Niets", ("a",), (), leeg="Geen enkele rij past.", samenvatting="Nooit te zien."
    )
    assert leeg.to_text() == (Alinea("Geen enkele rij past."),)
    assert "Nooit te zien" not in to_html((leeg,))
    (tabel,) = to_parts((leeg,))
    assert tabel.eigenschappen["leeg"] == "Geen enkele rij past."


def test_papier_markdown_en_word_kennen_geen_dichte_vakken() -> None:
    plat = on_paper(DOCUMENT.blokken, platen=False)
    assert not any(isinstance(blok, Vouw | Tabelblok) for blok in plat)
    assert Alinea("Dit valt op (1)", nadruk=True) in plat
    markdown = to_markdown(DOCUMENT)
    assert markdown.count("kan niet \\(noot 1\\)") == 2
    assert json.dumps(to_blocks(DOCUMENT)).count("noot 1") == 2
    with zipfile.ZipFile(BytesIO(to_docx(DOCUMENT))) as archief:
        tekst = archief.read("word/document.xml").decode()
        nummers = archief.read("word/numbering.xml").decode()
    assert tekst.count("noot 1") == 2
    # Elke genummerde lijst begint bij 1, ook de noten van een tabel in een dicht vak.
    gebruikt = {n for n in range(2, 9) if f'<w:numId w:val="{n}"/>' in tekst}
    assert gebruikt == {2, 3, 4}
    assert all(f'<w:num w:numId="{n}">' in nummers for n in gebruikt)


def test_de_bladzijde_laat_het_vak_dicht_en_leest_geen_opmaak() -> None:
    html = to_html(DOCUMENT.blokken)
    assert '<details class="lvs lvs-uitklap"><summary>Dit valt op (1)</summary>' in html
    assert "Let op de &lt;noot&gt;." in html
    assert html.count("<strong>Wat dit niet zegt:</strong>") == 2
    assert "61% kan niet" not in html  # het merk is een eigen element
    assert "kan niet (noot 1)" in html


def test_het_scherm_sorteert_en_houdt_zijn_delen_zolang_er_niets_verandert() -> None:
    document = Documentdeel(niveau=2)
    document.show(DOCUMENT.blokken)
    eerst = document.deel.walk()
    document.show(DOCUMENT.blokken)
    assert document.deel.walk() == eerst
    (sectie,) = document.deel.inhoud
    assert sectie.eigenschappen["niveau"] == 2
    tabellen = [deel for deel in eerst if isinstance(deel, Tabel)]
    assert [tabel.eigenschappen["sorteerbaar"] for tabel in tabellen] == [True, True]
    (vak,) = [deel for deel in eerst if isinstance(deel, Uitklap)]
    assert vak.open


def blad(titel: str) -> Figuurblok:
    return Figuurblok(Figuurblad({}, titel, "Zin.", ("a",), ((1,),), "bron", "3 mensen", "Veel."))


def test_een_figuur_die_blijft_houdt_haar_plaats_op_het_scherm() -> None:
    document = Documentdeel()
    document.show((blad("een"), Kop("Meer"), Alinea("eerst"), blad("twee")))
    eerst = [deel for deel in document.deel.walk() if isinstance(deel, Figuur)]
    document.show((blad("een"), Kop("Meer"), blad("drie"), blad("vier")))
    een, _drie, vier = (deel for deel in document.deel.walk() if isinstance(deel, Figuur))
    assert [een, vier] == eerst, "ook in een sectie die dezelfde kop houdt"
    assert vier.blad is not None
    assert vier.blad.titel == "vier"
    document.show((Alinea("niets"), Kop("Anders"), blad("vijf")))
    assert not set(eerst) & set(document.deel.walk())


def test_wat_de_lezer_openklapte_of_sorteerde_blijft_zo() -> None:
    document = Documentdeel()
    document.show((Alinea("voor"), TABEL, Vouw("Meer", (Alinea("x"),))))
    _, _, tabel, _, vak = document.deel.inhoud
    assert isinstance(tabel, Tabel)
    tabel.receive("sortering", {"waarde": [0, "af"]}, "")
    vak.receive("wijziging", {"waarde": True}, "")
    document.show((Alinea("na"), TABEL, Vouw("Meer", (Alinea("y"),))))
    assert document.deel.inhoud[2] is tabel
    assert tabel.sortering == (0, "af")
    assert document.deel.inhoud[4] is vak
    assert vak.eigenschappen["open"]
    assert vak.inhoud[0].eigenschappen["alineas"] == ("y",)


def test_wat_twee_vormen_heeft_staat_op_het_scherm_en_op_papier_elk_in_zijn_vorm() -> None:
    figuur = blad("web")
    getallen = Bloktabel("Getallen", ("a",), (("1",),))
    blokken = (
        Kop("Beeld"),
        Tweevorm(scherm=(figuur, Kop("Meer", 2), Alinea("scherm")), papier=(getallen,)),
        Vouw("Later", (Alinea("binnen"),), niveau=2),
    )
    (sectie,) = to_parts(blokken)
    figuur_deel, meer, vak = sectie.inhoud
    assert isinstance(figuur_deel, Figuur)
    assert meer.eigenschappen["titel"] == "Meer"
    assert isinstance(vak, Uitklap), "een vak met een niveau hoort niet meer bij de kop ervoor"
    assert on_paper(blokken, platen=False) == (
        Kop("Beeld"), getallen, Kop("Later", 2), Alinea("binnen"),
    )  # fmt: skip
    document = Document("Proef", blokken)
    markdown, html = to_markdown(document), to_html(blokken)
    assert ("scherm" in markdown, "Getallen" in markdown) == (False, True)
    assert ("scherm" in html, "Getallen" in html) == (True, False)
    with zipfile.ZipFile(BytesIO(to_docx(document))) as archief:
        assert "Getallen" in archief.read("word/document.xml").decode()


def test_zolang_er_niets_anders_is_wordt_er_niets_gemaakt() -> None:
    keren: list[int] = []

    def maak() -> list[Blok]:
        keren.append(1)
        return [Alinea(f"{len(keren)}")]

    document = Documentdeel()
    for bij in (("a", 1), ("a", 1), ("a", 2)):
        document.follow(bij, maak)
    assert len(keren) == 2
    assert document.deel.inhoud[0].eigenschappen["alineas"] == ("2",)


WOORD = st.sampled_from(["een", "twee"])
BLOK = st.recursive(
    st.one_of(
        st.builds(Alinea, WOORD, klein=st.booleans(), nadruk=st.booleans()),
        st.builds(Opsomming, st.tuples(WOORD), genummerd=st.booleans()),
        st.builds(Kop, WOORD, st.integers(1, 3)),
        st.builds(blad, WOORD),
        st.just(TABEL),
    ),
    lambda binnen: st.one_of(
        st.builds(Vouw, WOORD, st.lists(binnen, max_size=2).map(tuple), niveau=st.integers(0, 3)),
        st.builds(Tweevorm, st.lists(binnen, max_size=2).map(tuple), st.tuples(binnen)),
    ),
    max_leaves=4,
)
BLOKKEN = st.lists(BLOK, max_size=6)


def plain(deel: Deel) -> object:
    """Geef een deel zoals de pagina het ziet, zonder zijn kenmerk."""
    boom = json.loads(json.dumps(deel.to_tree()))
    wachtrij = [boom]
    while wachtrij:
        nu = wachtrij.pop()
        del nu["id"]
        wachtrij += nu["eigenschappen"].get("inhoud", [])
    return boom


@settings(deadline=None)
@given(BLOKKEN, BLOKKEN)
def test_wat_er_eerst_stond_is_nergens_meer_te_zien(eerst: list[Blok], nu: list[Blok]) -> None:
    document, vers = Documentdeel(), Documentdeel()
    document.show(eerst)
    document.show(nu)
    vers.show(nu)
    assert plain(document.deel) == plain(vers.deel)


def test_een_hulpmiddel_kiest_zijn_knoppen_en_hun_volgorde() -> None:
    gewoon = export_row(lambda soort, extensie: f"{soort}.{extensie}", lambda: DOCUMENT, list)
    assert [knop.tekst for knop in gewoon.inhoud[0].inhoud] == list(OPSCHRIFTEN.values())
    eigen = export_row(
        lambda soort, extensie: f"{soort}.{extensie}",
        lambda: DOCUMENT,
        list,
        {"markdown": "Als tekst", "word": "Voor Word"},
    )
    assert [(knop.tekst, knop.maak().naam) for knop in eigen.inhoud[0].inhoud] == [
        ("Als tekst", "verslag.md"),
        ("Voor Word", "verslag.docx"),
    ]
