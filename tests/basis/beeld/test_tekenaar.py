"""De tekenaar zonder plotly: elk getal staat op zijn plek, en wat zij niet kent, weigert zij."""

from __future__ import annotations

import re
import struct
import zlib
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.letters import shapes, text_width
from lv_tools.basis.beeld.prent import Lijn, Prent, Schrift, Vlak, box
from lv_tools.basis.beeld.prent_png import PUNTEN, to_png
from lv_tools.basis.beeld.prent_svg import to_svg
from lv_tools.basis.beeld.sporen import GROEPEN, fill_answer, marker, stack
from lv_tools.basis.beeld.tekenaar.figuur import draw
from lv_tools.basis.beeld.tekenaar.vormen import TekenError
from lv_tools.basis.beeld.tekening import PROCENTEN, Rijen, layout_rows
from lv_tools.verder.verzameling import voorbeeld

SVG = "{http://www.w3.org/2000/svg}"
FIGUREN = [
    pytest.param(blad, id=f"{werk.hulpmiddel}: {titel}")
    for werk in voorbeeld()
    for titel, blad in werk.bladen().items()
]


def read_png(inhoud: bytes) -> tuple[int, int, list[tuple[int, int, int]], bytes]:
    """Lees breedte, hoogte, palet en punten terug; elk controlegetal moet kloppen."""
    assert inhoud.startswith(b"\x89PNG\r\n\x1a\n")
    plek, delen = 8, {}
    while plek < len(inhoud):
        (lengte,) = struct.unpack(">I", inhoud[plek : plek + 4])
        soort, deel = inhoud[plek + 4 : plek + 8], inhoud[plek + 8 : plek + 8 + lengte]
        (som,) = struct.unpack(">I", inhoud[plek + 8 + lengte : plek + 12 + lengte])
        assert som == zlib.crc32(soort + deel)
        delen[soort] = deel
        plek += 12 + lengte
    breed, hoog, diepte, kleur = struct.unpack(">IIBB", delen[b"IHDR"][:10])
    assert (diepte, kleur) == (8, 3)
    palet = [tuple(delen[b"PLTE"][i : i + 3]) for i in range(0, len(delen[b"PLTE"]), 3)]
    ruw = zlib.decompress(delen[b"IDAT"])
    assert len(ruw) == hoog * (breed + 1)
    punten = b"".join(ruw[i + 1 : i + 1 + breed] for i in range(0, len(ruw), breed + 1))
    return breed, hoog, palet, punten


def texts(prent: Prent) -> str:
    return " ".join(deel.tekst for deel in prent.delen if isinstance(deel, Schrift))


def labels(figuur) -> list[str]:
    """Alle tekst die in een figuur hoort te staan."""
    layout = figuur["layout"]
    alle = [o["text"] for o in layout.get("annotations", ())]
    for as_ in ("xaxis", "yaxis"):
        zichtbaar = layout[as_].get("showticklabels", True) and layout[as_].get("visible", True)
        # Zonder grenzen valt een streepje buiten wat er is; daar staat dan terecht niets.
        if zichtbaar and "range" in layout[as_]:
            alle += layout[as_].get("ticktext", ())
    for reeks in figuur["data"]:
        if layout.get("showlegend") and reeks.get("showlegend", True):
            alle.append(reeks.get("name", ""))
        if "text" in reeks.get("mode", "") or (
            reeks.get("type") == "bar" and reeks.get("textposition") not in (None, "none")
        ):
            alle += [str(t) for t in reeks.get("text", ())]
    woorden = (w for t in alle for w in re.split(r"<[^>]*>|\s+", unescape(t)))
    return [woord for woord in woorden if woord]


@pytest.mark.parametrize("blad", FIGUREN)
def test_elke_figuur_van_de_voorbeeldschool_staat_heel_op_papier(blad) -> None:
    prent = draw(blad.figuur)
    getekend = texts(prent)
    assert [woord for woord in labels(blad.figuur) if woord not in getekend] == []
    # Niets valt buiten het blad: een opschrift dat wegvalt, mist niemand tot het te laat is.
    for deel in prent.delen:
        if isinstance(deel, Schrift):
            breed = text_width(deel.tekst, deel.maat)
            links = deel.x - {"start": 0, "middle": breed / 2, "end": breed}[deel.anker]
            assert links >= -1, deel
            assert links + breed <= prent.breedte + 1, deel
            assert 0 < deel.y <= prent.hoogte + 1, deel
    boom = ElementTree.fromstring(to_svg(prent))
    in_svg = " ".join(t.text or "" for t in boom.iter(f"{SVG}text"))
    assert in_svg == getekend


def test_een_plaatje_van_punten_heeft_de_maat_en_de_kleuren_van_de_prent() -> None:
    rood, groen = "#a3182c", "#1f6b3a"
    prent = Prent(
        20,
        10,
        (Vlak(box(2, 2, 8, 8), rood), Lijn(((10, 5), (18, 5)), groen, 2), Vlak(box(12, 7, 14, 9))),
    )
    breed, hoog, palet, punten = read_png(to_png(prent))
    assert (breed, hoog) == (20 * PUNTEN, 10 * PUNTEN)

    def kleur(x: float, y: float) -> str:
        r, g, b = palet[punten[int(y * PUNTEN) * breed + int(x * PUNTEN)]]
        return f"#{r:02x}{g:02x}{b:02x}"

    assert [kleur(5, 5), kleur(14, 5), kleur(1, 1), kleur(13, 8)] == [
        rood, groen, "#ffffff", "#ffffff",
    ]  # fmt: skip
    assert to_png(prent) == to_png(prent)


def test_een_letter_heeft_een_vorm_en_een_gat() -> None:
    breed, _hoog, _palet, punten = read_png(
        to_png(Prent(20, 20, (Schrift(2, 16, "o", 20, "#000000"),)))
    )
    rij = punten[breed * 11 * PUNTEN :][:breed]
    kaal = re.sub(rb"(.)\1*", rb"\1", rij)
    assert kaal == b"\0\1\0\1\0", "wit, lijn, gat, lijn, wit"


def test_letters_van_een_gewone_tekst_zijn_er() -> None:
    assert set("Zoölogie, één % van ‘de’ 12 – à ç (n = 3)…".replace(" ", "")) <= set(shapes())


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=30), st.sampled_from(["start", "middle", "end"]), st.booleans())
def test_elke_tekst_is_te_tekenen(tekst: str, anker, vet: bool) -> None:
    veilig = "".join(t for t in tekst if t.isprintable())
    prent = Prent(60, 20, (Schrift(30, 15, veilig, 12, "#000000", anker, vet),))
    read_png(to_png(prent))
    boom = ElementTree.fromstring(to_svg(prent))
    assert [t.text or "" for t in boom.iter(f"{SVG}text")] == [veilig]


@settings(deadline=None, max_examples=25)
@given(st.lists(st.lists(st.integers(0, 40), min_size=3, max_size=3), min_size=1, max_size=5))
def test_elk_aantal_staat_in_zijn_staaf_en_staven_zijn_zo_lang_als_hun_aandeel(aantallen) -> None:
    rijen = Rijen()
    plekken = [rijen.add(f"Rij {nr}") for nr in range(len(aantallen))]
    data = stack(plekken, ("a", "b", "c"), aantallen, lambda nr: fill_answer(nr, 3))
    figuur = {"data": data, "layout": layout_rows(rijen, PROCENTEN, legenda=40, barmode="stack")}
    prent = draw(figuur)
    gezet = [d.tekst for d in prent.delen if isinstance(d, Schrift) and d.tekst.isdigit()]
    assert sorted(gezet) == sorted(str(n) for rij in aantallen for n in rij if n)
    staven = [d for d in prent.delen if isinstance(d, Vlak) and len(d.punten) == 4 and d.rand]
    breedtes = [d.punten[1][0] - d.punten[0][0] for d in staven[: -3 or None]]
    heel = prent.breedte - 6 - 26  # de randen van de indeling
    verwacht = [
        n / sum(rij) * 100 / 104 * heel for kolom in range(3) for rij in aantallen
        if (n := rij[kolom])
    ]  # fmt: skip
    assert breedtes[: len(verwacht)] == pytest.approx(verwacht, rel=0.01)


def test_elk_teken_van_een_groep_is_te_tekenen() -> None:
    reeksen = [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [1],
            "y": [1],
            "name": "g",
            "marker": marker(nr),
        }
        for nr in range(len(GROEPEN))
    ]
    figuur = {"data": reeksen, "layout": stijl.layout(hoogte=200, legenda=True)}
    vlakken = [d for d in draw(figuur).delen if isinstance(d, Vlak)]
    assert len(vlakken) >= 2 * len(GROEPEN), "in het vlak en in de legenda"


@pytest.mark.parametrize(
    "reeks",
    [
        {"type": "pie", "labels": ["a"], "values": [1]},
        {"x": [1], "y": [1], "fill": "tozeroy"},
        {"x": [1, 2], "y": [1, 2], "line": {"dash": "dashdot"}},
        {"mode": "markers", "x": [1], "y": [1], "marker": {"symbol": "hourglass", "color": "#000"}},
    ],
)
def test_wat_niet_te_tekenen_is_wordt_geweigerd(reeks) -> None:
    with pytest.raises(TekenError):
        draw({"data": [reeks], "layout": stijl.layout(hoogte=200)})
