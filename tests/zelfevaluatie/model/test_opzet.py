"""De opzet van een scan: controle van invoer, en de link die geen server nodig heeft."""

from __future__ import annotations

import base64
import html
import zlib
from dataclasses import replace
from datetime import date
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import INHOUD, KERN, OPZET, regel

from lv_tools.basis.opslag import adreslink
from lv_tools.zelfevaluatie.bestand.link import LinkError, from_fragment, has_scan, to_fragment
from lv_tools.zelfevaluatie.model.opzet import (
    MAX_EIGEN,
    MAX_GROEPEN,
    EigenStelling,
    Opzet,
    changes_questions,
    groepcode,
    groepen_van,
    new_setup,
    stellingen_van,
    vragenset,
)
from lv_tools.zelfevaluatie.model.opzet_invoer import check_setup, describe_setup

GOED = {
    "naam": "De Vaart 2026",
    "datum": "1-9-2026",
    "modus": "anoniem",
    "versie": "kern",
    "themas": ["cyclisch", "bka1"],
    "groepen": ["bestuur"],
    "eigen_groepen": "GMR\nIntern Toezicht\n\n",
    "eigen": [("bka1", "Wij vieren wat lukt."), ("bka1", "  ")],
}


@st.composite
def opzetten(draw):
    themas = draw(st.lists(st.sampled_from(list(INHOUD.themas)), min_size=1, unique=True))
    op_volgorde = tuple(code for code in INHOUD.themas if code in themas)
    groepen = draw(
        st.lists(
            st.sampled_from(list(INHOUD.rollen)) | regel,
            min_size=1,
            max_size=5,
            unique_by=groepcode,
        )
    )
    eigen = draw(st.lists(st.tuples(st.sampled_from(op_volgorde), regel), max_size=4))
    return Opzet(
        draw(st.text("0123456789abcdef", min_size=12, max_size=12)),
        draw(regel),
        draw(st.dates()),
        draw(st.sampled_from(["naam", "anoniem"])),
        draw(st.sampled_from(["kern", "volledig"])),
        op_volgorde,
        tuple(groep for groep in groepen if groep in INHOUD.rollen),
        tuple(EigenStelling(f"eigen-{nr}", *paar) for nr, paar in enumerate(eigen, start=1)),
        tuple(groep for groep in groepen if groep not in INHOUD.rollen),
    )


def test_goede_invoer():
    opzet = check_setup(GOED, INHOUD).opzet
    assert opzet.datum == date(2026, 9, 1)
    assert opzet.themas == ("bka1", "cyclisch")
    # Wie een vaste rol zelf typt, krijgt die rol.
    assert opzet.groepen == ("bestuur", "intern-toezicht")
    assert opzet.eigen_groepen == ("GMR",)
    assert opzet.eigen == (EigenStelling("eigen-1", "bka1", "Wij vieren wat lukt."),)
    assert list(stellingen_van(opzet, INHOUD)) == ["bka1-1", "eigen-1", "cyclisch-1"]
    assert all(zin.endswith(".") for zin in describe_setup(opzet, INHOUD))


@pytest.mark.parametrize(
    ("veld", "waarde", "in_zin"),
    [
        ("naam", "", "Naam van de scan"),
        ("naam", "x" * 81, "Naam van de scan"),
        ("datum", "31-2-2026", "Datum"),
        ("modus", "soms", "Op naam of anoniem"),
        ("versie", "", "Korte of volledige lijst"),
        ("themas", [], "Thema's"),
        ("themas", ["bka1", "bka9"], "Thema's"),
        ("groepen", ["koning"], "Groepen"),
        ("eigen_groepen", "x" * 41, "Eigen groepen"),
        ("eigen_groepen", [f"groep {i}" for i in range(MAX_GROEPEN)], "Groepen"),
        ("eigen", [("", "Een stelling")], "Eigen stelling"),
        ("eigen", [("rolbewust", "Een stelling")], "Eigen stelling"),
        ("eigen", [("bka1", "x" * 201)], "Eigen stelling"),
        ("eigen", [("bka1", f"s{i}") for i in range(MAX_EIGEN + 1)], "Eigen stellingen"),
    ],
)
def test_foute_invoer_noemt_het_veld_en_de_uitweg(veld, waarde, in_zin):
    gelezen = check_setup(GOED | {veld: waarde}, INHOUD)
    assert gelezen.opzet is None
    (fout,) = gelezen.fouten
    assert fout.veld == in_zin
    assert fout.uitweg


def test_zonder_groep_is_er_geen_scan():
    gelezen = check_setup(GOED | {"groepen": [], "eigen_groepen": ""}, INHOUD)
    assert [fout.veld for fout in gelezen.fouten] == ["Groepen"]


def test_wijzigen_houdt_kenmerk_en_codes():
    eerst = check_setup(GOED, INHOUD).opzet
    later = GOED | {"naam": "Anders", "eigen": [("cyclisch", "Nieuw."), *GOED["eigen"]]}
    opzet = check_setup(later, INHOUD, eerst).opzet
    assert opzet.id == eerst.id
    assert {e.tekst: e.code for e in opzet.eigen} == {
        "Wij vieren wat lukt.": "eigen-1",
        "Nieuw.": "eigen-2",
    }
    assert changes_questions(eerst, opzet, INHOUD)
    assert not changes_questions(eerst, replace(eerst, naam="x", groepen=("gmr",)), INHOUD)


def test_korte_en_volledige_lijst():
    assert len(stellingen_van(KERN, INHOUD)) == len(INHOUD.themas) == 8
    vol = stellingen_van(new_setup(INHOUD), INHOUD)
    assert list(vol) == list(INHOUD.stellingen)


@given(opzetten())
def test_een_groep_is_te_vinden_hoe_iemand_haar_ook_typt(opzet):
    vragen = vragenset(opzet, INHOUD)
    for groep in groepen_van(opzet, INHOUD):
        assert vragen.find_role(groep.tekst) == groep.code
        assert vragen.rolnaam(groep.code) == groep.tekst


# ---------------------------------------------------------------- de link


@settings(max_examples=100, deadline=None)
@given(opzetten(), st.sampled_from(["", "#", "https://voorbeeld.nl/a.html#", "x=1&"]))
def test_link_heen_en_terug(opzet, ervoor):
    fragment = to_fragment(opzet, INHOUD)
    assert has_scan(ervoor + fragment)
    assert from_fragment(ervoor + fragment, INHOUD) == opzet
    assert set(fragment) <= set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.="
    )


def test_de_link_van_een_gewone_scan_is_kort():
    assert len(to_fragment(new_setup(INHOUD), INHOUD)) < 300


FRAGMENT = to_fragment(OPZET, INHOUD)


def read(fragment):
    try:
        return from_fragment(fragment, INHOUD)
    except LinkError as fout:
        return str(fout)


def test_elk_teken_van_de_link_veranderd_of_weg_wordt_geweigerd():
    begin = len("scan=")
    for plek in range(begin, len(FRAGMENT)):
        assert isinstance(read(FRAGMENT[:plek]), str)
        assert isinstance(read(FRAGMENT[:plek] + FRAGMENT[plek + 1 :]), str)
        for teken in "aZ0-_.%":
            if teken != FRAGMENT[plek]:
                assert isinstance(read(FRAGMENT[:plek] + teken + FRAGMENT[plek + 1 :]), str)


@given(st.text(max_size=200))
def test_wat_voor_tekst_dan_ook_geeft_een_zin(tekst):
    uitkomst = read(f"scan={tekst}")
    assert isinstance(uitkomst, str)
    assert uitkomst.endswith(".")


def packed(gegevens: bytes) -> str:
    """Pak in zoals een aanvaller die de vorm kent: het controlegetal klopt."""
    pakker = zlib.compressobj(9, zlib.DEFLATED, -15)
    bytes_ = pakker.compress(gegevens) + pakker.flush()
    letters = base64.urlsafe_b64encode(bytes_).decode().rstrip("=")
    return f"scan=1.{letters}.{adreslink.check(letters)}"


@pytest.mark.parametrize(
    ("gegevens", "zin"),
    [
        (b"0" * 5_000_000, "niet te lezen"),  # klein ingepakt, uitgepakt enorm
        (b"[" * 9_000, "niet te lezen"),
        (b"{}", "niet te lezen"),
        (b"[1]", "niet te lezen"),
        (b"\xff", "niet te lezen"),
        (b'[99,"","","","","",[],[],[]]', "nieuwere vragenlijst"),
        (b'[1,"<script>","","","","",[],[],[]]', "klopt iets niet"),
        (b"[1,null,null,null,null,null,null,null,null]", "klopt iets niet"),
    ],
)
def test_vijandige_link_wordt_geweigerd(gegevens, zin):
    assert zin in read(packed(gegevens))


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("", "geen scan"),
        ("#iets=1", "geen scan"),
        ("scan=" + "a" * 9_000, "te lang"),
        ("scan=2.abc.12345678", "andere versie van het hulpmiddel"),
        ("scan=1.abc", "niet compleet"),
    ],
)
def test_geen_goede_link(tekst, zin):
    assert zin in read(tekst)


SAFELINK = "https://eur03.safelinks.protection.outlook.com/?url={}&data=05%7C02%7Cx%40y&sdata=a%3D"
ADRES = "https://voorbeeld.invalid/instrumenten/zelfevaluatie.html#"


PROOFPOINT = "https://urldefense.proofpoint.com/v2/url?u={}&d=DwMFaQ&c=abc_D-e&r=x&m=y&s=z&e="


def _proofpoint(tekst: str) -> str:
    """Schrijf een adres zoals Proofpoint: / wordt _, en al het andere wordt -XX."""
    letters = quote(tekst, safe="/.").replace("-", "%2D").replace("_", "%5F")
    return letters.replace("%", "-").replace("/", "_")


def _quoted(tekst: str) -> str:
    return quote(tekst, safe="")


#: Wat mail met een link doet; elke bewerking krijgt de hele link.
MAILWERK = {
    "hekje": lambda t: t.replace("#", "%23"),
    "hekje dubbel": lambda t: t.replace("#", "%2523"),
    "alles gecodeerd": _quoted,
    "safelink": lambda t: SAFELINK.format(_quoted(t)),
    "safelink in safelink": lambda t: SAFELINK.format(_quoted(SAFELINK.format(_quoted(t)))),
    "proofpoint": lambda t: PROOFPOINT.format(_proofpoint(t)),
    "bewaarde mail": lambda t: t.replace("=", "=3D"),
    "webpagina": lambda t: f'<a href="{html.escape(t).replace("=", "&#61;")}">scan</a>',
    "hoofdletters": lambda t: t.replace("scan=", "SCAN="),
    "punt": lambda t: f"{t}.",
    "haakje": lambda t: f"({t})",
    "vishaak": lambda t: f"<{t}>",
    "aanhaling": lambda t: f"‘{t}’",
    "komma en groet": lambda t: f"{t}, groet Jan",
    "tekst eromheen": lambda t: f"Beste collega,\n\nVul dit in: {t}\n\nGroet,\nAnnie",
    "opmaak": lambda t: f"[hier]({t})",
    "spaties": lambda t: f"  {t}\u00a0",
    "zonder breedte": lambda t: t.replace("=", "=\u200b"),
    "vast streepje": lambda t: t.replace("-", "\u2011"),
}


@settings(max_examples=150, deadline=None)
@given(
    opzetten(),
    st.lists(st.sampled_from(sorted(MAILWERK)), max_size=3, unique=True),
    st.sampled_from(["\n", "\r\n", " ", "=\r\n", "\n> ", "\n>> ", "\u2028"]),
    st.lists(st.integers(0, 400), max_size=4),
)
def test_wat_mail_ook_met_de_link_doet_het_blijft_dezelfde_scan(opzet, werk, breuk, plekken):
    fragment = to_fragment(opzet, INHOUD)
    for plek in sorted({1 + p % (len(fragment) - 1) for p in plekken}, reverse=True):
        fragment = fragment[:plek] + breuk + fragment[plek:]
    tekst = ADRES + fragment
    for naam in werk:
        tekst = MAILWERK[naam](tekst)
    assert from_fragment(tekst, INHOUD) == opzet
    assert has_scan(tekst)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(MAILWERK)),
    st.integers(0, 10_000),
    st.characters(codec="ascii", categories=["L", "N", "P", "S"]),
)
def test_een_letter_anders_geeft_nooit_een_andere_scan(werk, plek, letter):
    begin = len("scan=")
    plek = begin + plek % (len(FRAGMENT) - begin)
    uitkomst = read(MAILWERK[werk](ADRES + FRAGMENT[:plek] + letter + FRAGMENT[plek + 1 :]))
    assert isinstance(uitkomst, str) or uitkomst == OPZET


def test_twee_links_dezelfde_scan_mag_en_twee_scans_niet():
    ander = to_fragment(replace(OPZET, naam="Een andere scan"), INHOUD)
    assert read(f"{ADRES}{FRAGMENT} en nog eens {SAFELINK.format(_quoted(FRAGMENT))}") == OPZET
    assert "verschillende scans" in read(f"{FRAGMENT}\n\nOp 3 mei schreef Jan:\n> {ander}")
    # Een kapotte link ernaast doet er niet toe.
    assert read(f"{FRAGMENT[:-3]}\n{ADRES}{FRAGMENT}") == OPZET


@pytest.mark.parametrize(
    "tekst",
    [
        "scan=1." * 3_000 + "x",
        "%25" * 6_600 + "23scan=1.a.12345678",
        ("scan=1.a.12345678 " * 1_111)[:20_000],
        "scan=1." + "a" * 19_000 + ".12345678",
        "x" * 200_000 + "scan=1.a.12345678",
        ("/v2/url?a=" * 2_000)[:19_000] + "scan=1.a.12345678",
        "/v2/url?" + "a=&amp;" * 2_500 + "scan=1.a.12345678",
        "&amp;" * 3_900 + "scan=1.a.12345678",
    ],
)
def test_vijandige_tekst_kost_weinig_en_geeft_een_zin(tekst, monkeypatch):
    sommen = []
    echt = adreslink.check
    monkeypatch.setattr(adreslink, "check", lambda letters: sommen.append(letters) or echt(letters))
    assert read(tekst).endswith(".")
    assert len(sommen) <= 80
    assert all(len(letters) <= 8_000 for letters in sommen)
