"""Wat iemand voor een scan invult, gecontroleerd; en de opzet in gewone zinnen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld, clean_text, read_field
from lv_tools.basis.onderzoek.vragenset import ROL_LENGTE
from lv_tools.basis.taal.notatie import aantal, datum, datum_kort, opsomming
from lv_tools.zelfevaluatie.model.opzet import (
    MAX_EIGEN,
    MAX_GROEPEN,
    MODI,
    NAAM_LENGTE,
    STELLING_LENGTE,
    VERSIES,
    EigenStelling,
    Opzet,
    groepcode,
    groepen_van,
    new_scan_id,
    stellingen_van,
)
from lv_tools.zelfevaluatie.teksten import Instrument


@dataclass(frozen=True)
class Opzetting:
    """De gelezen opzet, of wat er niet klopt; een opzet is er alleen zonder fouten."""

    opzet: Opzet | None
    fouten: tuple[Invoerfout, ...] = ()


def check_setup(
    ruw: Mapping[str, object], inhoud: Instrument, eerder: Opzet | None = None
) -> Opzetting:
    """Controleer wat iemand voor een scan invulde.

    Parameters
    ----------
    ruw
        ``naam``, ``datum``, ``modus``, ``versie``; ``themas`` en ``groepen`` als codes;
        ``eigen_groepen`` als namen of als tekst met een naam per regel; ``eigen`` als paren van
        thema en tekst.
    eerder
        De opzet die gewijzigd wordt; de scan houdt dan zijn kenmerk, en een eigen stelling die
        gelijk bleef haar code.
    """
    lezer = _Lezer(inhoud, eerder)
    opzet = Opzet(
        id=eerder.id if eerder else new_scan_id(),
        naam=lezer.name(ruw.get("naam", "")),
        datum=lezer.day(ruw.get("datum", "")),
        modus=lezer.choice("modus", "Op naam of anoniem", ruw.get("modus", ""), MODI),
        versie=lezer.choice("versie", "Korte of volledige lijst", ruw.get("versie", ""), VERSIES),
        themas=lezer.themes(_texts(ruw.get("themas", ()))),
        groepen=(),
        eigen=lezer.statements(ruw.get("eigen", ())),
    )
    vast, zelf = lezer.groups(_texts(ruw.get("groepen", ())), _texts(ruw.get("eigen_groepen", ())))
    opzet = replace(opzet, groepen=vast, eigen_groepen=zelf)
    if not lezer.fouten:
        lezer.every_statement_has_a_theme(opzet)
    return Opzetting(None if lezer.fouten else opzet, tuple(lezer.fouten))


def raw_setup(opzet: Opzet) -> dict[str, Any]:
    """Geef een opzet zoals iemand hem zou invullen; :func:`check_setup` leest hem terug."""
    velden = ("naam", "modus", "versie", "themas", "groepen", "eigen_groepen")
    eigen = [(stelling.thema, stelling.tekst) for stelling in opzet.eigen]
    return {naam: getattr(opzet, naam) for naam in velden} | {
        "datum": datum_kort(opzet.datum),
        "eigen": eigen,
    }


def describe_setup(opzet: Opzet, inhoud: Instrument) -> tuple[str, ...]:
    """Vertel een respondent in gewone zinnen wat voor scan dit is."""
    hoeveel = len(stellingen_van(opzet, inhoud))
    themas = aantal(len(opzet.themas), "thema", "thema's")
    groepen = opsomming([groep.tekst for groep in groepen_van(opzet, inhoud)])
    manier = inhoud.manier_van(opzet.modus)
    return (
        f"‘{opzet.naam}’ van {datum(opzet.datum)}: "
        f"{aantal(hoeveel, 'stelling', 'stellingen')} over "
        f"{themas}.",
        f"Wie meedoet: {groepen}.",
        f"{manier.titel}. {manier.uitleg}",
    )


class _Lezer:
    """Leest de velden een voor een en onthoudt wat niet klopt."""

    def __init__(self, inhoud: Instrument, eerder: Opzet | None) -> None:
        self.inhoud = inhoud
        self.eerder = eerder
        self.fouten: list[Invoerfout] = []

    def name(self, ruw: object) -> str:
        veld = Veld("naam", "Naam van de scan", verplicht=True, lengte=NAAM_LENGTE)
        return str(self._field(veld, ruw) or "")

    def day(self, ruw: object) -> date:
        veld = Veld(
            "datum",
            "Datum",
            "datum",
            verplicht=True,
            minimum="2000-01-01",
            maximum="2100-12-31",
        )
        gelezen = self._field(veld, ruw)
        return gelezen if isinstance(gelezen, date) else date.min

    def choice(self, naam: str, label: str, ruw: object, keuzes: Sequence[str]) -> Any:
        opties = tuple((keuze, keuze) for keuze in keuzes)
        veld = Veld(naam, label, "keuze", verplicht=True, opties=opties)
        return self._field(veld, ruw)

    def themes(self, ruw: Sequence[str]) -> tuple[str, ...]:
        if vreemd := [code for code in ruw if code not in self.inhoud.themas]:
            self._fault("Thema's", vreemd[0], "dit thema bestaat niet", "Kies uit de lijst")
        gekozen = tuple(code for code in self.inhoud.themas if code in ruw)
        if not gekozen:
            self._fault("Thema's", "", "er is geen thema gekozen", "Kies ten minste één thema")
        return gekozen

    def groups(
        self, codes: Sequence[str], namen: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if vreemd := [code for code in codes if code not in self.inhoud.rollen]:
            self._fault("Groepen", vreemd[0], "deze groep bestaat niet", "Kies uit de lijst")
        gekozen = [code for code in self.inhoud.rollen if code in codes]
        bekend = {optie.tekst.casefold(): code for code, optie in self.inhoud.rollen.items()}
        for naam in namen:
            schoon, klein = " ".join(naam.split()), groepcode(naam)
            if max(len(klein), len(schoon)) > ROL_LENGTE:
                self._fault(
                    "Eigen groepen", naam, f"de naam telt {len(klein)} tekens en er passen er "
                    f"{ROL_LENGTE}", "Kies een kortere naam",
                )  # fmt: skip
            elif klein and bekend.get(klein, klein) not in {groepcode(g) for g in gekozen}:
                gekozen.append(bekend.get(klein, schoon))
        if not gekozen:
            self._fault("Groepen", "", "er is geen groep gekozen", "Kies ten minste één groep")
        if len(gekozen) > MAX_GROEPEN:
            self._fault(
                "Groepen", str(len(gekozen)), f"er passen hoogstens {MAX_GROEPEN} groepen in een "
                "scan", "Haal groepen weg of voeg ze samen",
            )  # fmt: skip
        vast = tuple(groep for groep in gekozen if groep in self.inhoud.rollen)
        return vast, tuple(groep for groep in gekozen if groep not in self.inhoud.rollen)

    def statements(self, ruw: object) -> tuple[EigenStelling, ...]:
        gelezen: list[tuple[str, str]] = []
        for deel in ruw if isinstance(ruw, list | tuple) else ():
            thema, tekst = str(deel[0] or ""), " ".join(clean_text(deel[1]).split())
            if not tekst:
                continue
            if thema not in self.inhoud.themas:
                self._fault(
                    "Eigen stelling", tekst, f"bij ‘{tekst[:40]}’ is geen thema gekozen",
                    "Kies het thema waar zij bij hoort",
                )  # fmt: skip
            elif len(tekst) > STELLING_LENGTE:
                self._fault(
                    "Eigen stelling", tekst, f"‘{tekst[:40]}…’ telt {len(tekst)} tekens en er "
                    f"passen er {STELLING_LENGTE}", "Maak de stelling korter",
                )  # fmt: skip
            elif (thema, tekst) not in gelezen:
                gelezen.append((thema, tekst))
        if len(gelezen) > MAX_EIGEN:
            self._fault(
                "Eigen stellingen", str(len(gelezen)), f"er passen hoogstens {MAX_EIGEN} eigen "
                "stellingen in een scan", "Haal er een paar weg",
            )  # fmt: skip
        return self._numbered(gelezen)

    def every_statement_has_a_theme(self, opzet: Opzet) -> None:
        for eigen in opzet.eigen:
            if eigen.thema not in opzet.themas:
                titel = self.inhoud.themas[eigen.thema].titel
                self._fault(
                    "Eigen stelling", eigen.tekst, f"‘{eigen.tekst[:40]}’ hoort bij ‘{titel}’, en "
                    "dat thema doet niet mee", "Kies dat thema ook, of haal de stelling weg",
                )  # fmt: skip

    def _numbered(self, gelezen: Sequence[tuple[str, str]]) -> tuple[EigenStelling, ...]:
        """Geef codes uit; een stelling die gelijk bleef, houdt de hare."""
        oud = {(e.thema, e.tekst): e.code for e in (self.eerder.eigen if self.eerder else ())}
        laatste = max((int(code.removeprefix("eigen-")) for code in oud.values()), default=0)
        uit = []
        for thema, tekst in gelezen:
            code = oud.get((thema, tekst))
            if code is None:
                laatste += 1
                code = f"eigen-{laatste}"
            uit.append(EigenStelling(code, thema, tekst))
        return tuple(uit)

    def _field(self, veld: Veld, ruw: object) -> object:
        gelezen = read_field(veld, ruw)
        if isinstance(gelezen, Invoerfout):
            self.fouten.append(gelezen)
            return None
        return gelezen

    def _fault(self, veld: str, waarde: str, probleem: str, uitweg: str) -> None:
        self.fouten.append(Invoerfout(veld, waarde, probleem, uitweg))


def _texts(ruw: object) -> tuple[str, ...]:
    if isinstance(ruw, str):
        return tuple(clean_text(ruw).split("\n"))
    if isinstance(ruw, list | tuple | set | frozenset | dict):
        return tuple(clean_text(deel) for deel in ruw)
    return ()
