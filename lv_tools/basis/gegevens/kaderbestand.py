"""Lees de kaders uit ``data/kader/kader.toml``, en weiger een bestand dat zichzelf tegenspreekt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from lv_tools.basis.gegevens.datapakket import lees_toml, standards_of
from lv_tools.basis.gegevens.kader import Bijstelling, Kader, Kaders, Overgang


@cache
def kaders() -> Kaders:
    """Geef de kaders van dit project."""
    return read_frames(lees_toml("kader/kader.toml"))


def read_frames(gegevens: Mapping[str, Any]) -> Kaders:
    """Lees de kaders zoals zij in het gegevensbestand staan.

    Raises
    ------
    LookupError
        Als ``in_gebruik`` een kader noemt dat er niet is.
    ValueError
        Als iets niet klopt; de melding noemt het kader, de waarde en wat u kunt doen.
    """
    alle = tuple(_read_frame(rij) for rij in gegevens["kader"])
    for vorige, kader in zip((None, *alle), alle, strict=False):
        _check_days(vorige, kader)
        _check_codes(vorige, kader)
    gelezen = Kaders(alle, gegevens["in_gebruik"], gegevens["onderzoek"], gegevens["gecontroleerd"])
    for veld in ("in_gebruik", "onderzoek"):
        if not gelezen.get(gegevens[veld]).standaarden:
            raise ValueError(
                f"`{veld}` wijst naar kader {gegevens[veld]!r}, en dat heeft nog geen standaarden: "
                "vul ze in of kies een ander kader"
            )
    return gelezen


def _read_frame(rij: Mapping[str, Any]) -> Kader:
    bijstellingen = tuple(
        Bijstelling(
            b["vanaf"],
            b["tekst"],
            b["adres"],
            b["gelezen"],
            *(tuple(b.get(soort, ())) for soort in ("nieuw", "vervallen", "verduidelijkt")),
        )
        for b in rij.get("bijstelling", ())
    )
    return Kader(
        code=rij["code"],
        naam=rij["naam"],
        vanaf=rij["vanaf"],
        adres=rij["adres"],
        toelichting=rij["toelichting"],
        standaarden=standards_of(rij),
        bijstellingen=bijstellingen,
        overgangen=tuple(
            Overgang(tuple(o["van"]), tuple(o["naar"]), o.get("uitleg", ""))
            for o in rij.get("overgang", ())
        ),
        lees=MappingProxyType(dict(rij.get("lees", {}))),
    )


def _check_days(vorige: Kader | None, kader: Kader) -> None:
    if vorige and kader.vanaf <= vorige.vanaf:
        raise ValueError(
            f"kader {kader.code!r} gaat niet later in dan {vorige.code!r}: zet ze van oud naar "
            "nieuw"
        )
    dagen = [kader.vanaf, *(b.vanaf for b in kader.bijstellingen)]
    if dagen != sorted(set(dagen)):
        raise ValueError(
            f"de bijstellingen van kader {kader.code!r} staan niet op volgorde van de dag: zet de "
            "oudste eerst"
        )


def _check_codes(vorige: Kader | None, kader: Kader) -> None:
    if len(set(kader.codes)) != len(kader.codes):
        raise ValueError(f"kader {kader.code!r} noemt een code twee keer: laat er een staan")
    for waar, codes, waarin in _mentions(vorige, kader):
        bekend = waarin.codes if waarin else ()
        for code in codes:
            if code not in bekend:
                plaats = f"kader {waarin.code!r}" if waarin else "een kader daarvoor"
                raise ValueError(
                    f"{waar} van kader {kader.code!r} noemt {code!r}, en die standaard staat niet "
                    f"in {plaats}: controleer de code"
                )


def _mentions(
    vorige: Kader | None, kader: Kader
) -> Iterator[tuple[str, Sequence[str], Kader | None]]:
    """Elke plek die een code noemt, met het kader waarin die code hoort te staan."""
    for bijstelling in kader.bijstellingen:
        yield "een bijstelling", bijstelling.nieuw, kader
        yield "een bijstelling", bijstelling.vervallen, kader
        yield "een bijstelling", bijstelling.verduidelijkt, kader
    for overgang in kader.overgangen:
        yield "een overgang", overgang.van, vorige
        yield "een overgang", overgang.naar, kader
    yield "`lees`", tuple(kader.lees), kader
