"""Elk woord staat in een Nederlands woordenboek, of in de eigen lijst met de reden erbij.

Het woordenboek is dat van OpenTaal, gelezen volgens de regels van hunspell: ook een samenstelling
die het niet kent maar wel mag maken, is goed. Staat een woord er terecht niet in, zet het dan in
``woorden.txt`` onder de reden; is het een tikfout, verbeter die dan.
"""

from __future__ import annotations

from pathlib import Path

import pytest

HIER = Path(__file__).parent

import paginatekst  # noqa: E402 - eerst het pad naar de hulpmodules
import woorden  # noqa: E402 - eerst het pad naar de hulpmodules

EIGEN = woorden.eigen_lijst()


def test_elk_woord_is_nederlands_of_met_reden_toegestaan(site: Path) -> None:
    eigen = {woord for groep in EIGEN.values() for woord in groep}
    gelezen = woorden.alle_woorden(site)
    assert len(gelezen) > 4000, "er is veel minder tekst gelezen dan het boek heeft"
    fout = [
        f"{woord!r}: {', '.join(plekken[:3])}"
        for woord, plekken in sorted(gelezen.items())
        if eigen.isdisjoint(woorden.schrijfwijzen(woord)) and not woorden.in_woordenboek(woord)
    ]
    assert not fout, "\n".join(fout)


def test_eigen_lijst_bevat_alleen_wat_nodig_is(site: Path) -> None:
    gebruikt = {
        vorm for woord in woorden.alle_woorden(site) for vorm in woorden.schrijfwijzen(woord)
    }
    ongebruikt = [w for groep in EIGEN.values() for w in groep if w not in gebruikt]
    assert not ongebruikt, "staat nergens meer in het boek"
    bekend = [w for groep in EIGEN.values() for w in groep if woorden.in_woordenboek(w)]
    assert not bekend, "staat al in het woordenboek"


def test_eigen_lijst_is_op_volgorde_en_zonder_dubbele() -> None:
    alle = [woord for groep in EIGEN.values() for woord in groep]
    assert len(alle) == len(set(alle))
    for kop, groep in EIGEN.items():
        assert list(groep) == sorted(groep, key=lambda woord: (woord.casefold(), woord)), kop
        assert len(kop) > 10, "een kop zegt waarom deze woorden mogen"


# --- De toets zelf -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "woord", ["onderwijskwaliteit", "kwaliteitszorgmedewerker", "dia's", "Eerst"]
)
def test_woordenboek_kent_ook_samenstellingen(woord: str) -> None:
    assert woorden.in_woordenboek(woord)


@pytest.mark.parametrize(
    "woord", ["onderwijskwaliteid", "onderwijs-kwaliteits", "leidraadt", "proffesioneel", "quality"]
)
def test_woordenboek_weigert_fouten(woord: str) -> None:
    assert not woorden.in_woordenboek(woord)


def test_woorden_van_een_zin_zonder_adres_code_en_getal() -> None:
    zin = "Zie ‘vmbo-(g)t’ op https://x.nl/a-b: 12,5% of `code`, m.b.t. ’s avonds en OP3/OR1."
    assert list(woorden.woorden_in(zin)) == [
        *("Zie", "vmbo-(g)t", "op", "of", "m.b.t", "'s", "avonds", "en", "OP3", "OR1")
    ]


def test_teksten_uit_python_zonder_docstring_en_half_woord() -> None:
    bron = '"""Docstring hier."""\nx = f"Er zijn {n} school{meer} gekozen."\ny = "Kies een rol."\n'
    teksten = [tekst for _, tekst in woorden.python_teksten(bron) if woorden.is_zin(tekst)]
    gelezen = [woord for tekst in teksten for woord in woorden.woorden_in(tekst)]
    assert gelezen == ["Er", "zijn", "gekozen", "Kies", "een", "rol"]


def test_teksten_uit_javascript_zonder_commentaar() -> None:
    bron = '/* "niet dit hier" */\nconst a = "Probeer het opnieuw";\nf(`${n} van de tien`);\n'
    assert [t for t in woorden.javascript_teksten(bron) if woorden.is_zin(t)] == [
        "Probeer het opnieuw",
        f"{woorden.GAT} van de tien",
    ]


def test_pagina_zonder_code_en_andere_taal() -> None:
    lezer = paginatekst.Paginatekst()
    lezer.feed(
        "<head><title>x</title></head><body><p>Een <b>z</b>in<br>en <code>kode</code>"
        "<span lang='en'>of <i>this</i></span> meer</p><img alt='beeld'></body>"
    )
    assert list(woorden.woorden_in("".join(lezer.delen))) == ["Een", "zin", "en", "meer", "beeld"]
