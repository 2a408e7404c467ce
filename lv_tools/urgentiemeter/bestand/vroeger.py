"""Bestanden van 0.1.0 en 0.2.0: van losse delen van een scherm naar de ene staat van nu.

Toen stond in een bestand wat elk deel van het scherm liet zien (``delen``), en daarnaast wat eruit
volgde (``extra``). Wat iemand typte en toen niet te lezen was, wordt hier een concept bij het veld
waar het nu hoort. Wat nergens meer past, komt in ``overig``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from lv_tools.basis.antwoorden.bestand import checksum, earlier_from_data, from_state
from lv_tools.basis.gegevens.datapakket import lees_tekst
from lv_tools.basis.invoer.velden import Invoerfout, Veld, clean_text, read_field
from lv_tools.basis.onderzoek.vragenset import Keuzevraag, Optie, Vragenset
from lv_tools.basis.verzamelen.groep import EIGEN, Groep
from lv_tools.basis.verzamelen.handvel import Handvel
from lv_tools.basis.verzamelen.lijst import Lijst
from lv_tools.basis.verzamelen.vel import BLAD, Vel, from_respondent
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.pad import join
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.urgentiemeter.model.feiten import JAREN, MEESTE_LEERLINGEN, Indicator, Reeks, exact
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.scan import NAAM_LENGTE, Afdeling, Scan
from lv_tools.urgentiemeter.teksten import STANDAARDEN

_STAPPEN = ("", "beleving", "uitslag")
_AFDELING = re.compile(r"afdeling([0-9]+)-(.+)")
_GEHEEL = {"soort": "geheel", "minimum": 1, "maximum": MEESTE_LEERLINGEN}


def convert(staat: Mapping[str, Any]) -> dict[str, Any]:
    """Zet de staat van versie 2 om naar die van versie 3.

    Raises
    ------
    VormError
        Als de inhoud na het bewaren is veranderd.
    """
    extra = staat.get("extra")
    if not isinstance(extra, Mapping):
        raise VormError("de ingevulde gegevens ontbreken")
    if extra["controle"] != checksum(dict(extra)):
        raise VormError("de inhoud is na het bewaren veranderd of beschadigd")
    omzetter = _Omzetter(extra, dict(staat.get("delen") or {}), dict(staat.get("over") or {}))
    stap = re.match(r"[1-3]", str(omzetter.delen.pop("stap", "")))
    scan = omzetter.scan()
    code = _STAPPEN[int(stap[0]) - 1] if stap else ""
    return {
        "staat": codec.write(scan),
        "concept": omzetter.concept,
        "plek": {"stap": code} if code else {},
    }


class _Omzetter:
    """Leest één bestand; wat uit ``delen`` een plek krijgt, gaat daaruit weg."""

    def __init__(
        self, extra: Mapping[str, Any], delen: dict[str, Any], over: dict[str, Any]
    ) -> None:
        self.extra, self.delen, self.over = extra, delen, over
        self.concept: dict[str, Any] = {}
        self.lijst = extra.get("toen") or _first()
        self.toen = old_list(self.lijst)

    def scan(self) -> Scan:
        """Geef de hele staat."""
        regels = dict(self.extra["regels"])
        bekend = {veld.name for veld in fields(Regels)}
        weg = [(f"regel ‘{naam}’", str(regels.pop(naam))) for naam in sorted({*regels} - bekend)]
        overig = [(wat, inhoud) for wat, inhoud in self.extra.get("overig", [])]
        rest = [(naam, _as_text(waarde)) for naam, waarde in self.over.items()]
        scan = Scan(
            naam=self._text("meting-naam", "naam", self.extra["naam"], NAAM_LENGTE),
            afdelingen=tuple(self._departments()),
            groep=self._group(),
            regels=Regels(**regels),
            omvang="volledig" if self.delen.pop("verslag-omvang", "") == "volledig" else "kort",
            toen=self.toen,
        )
        rest += [(naam, _as_text(waarde)) for naam, waarde in self.delen.items() if waarde]
        return replace(scan, overig=tuple(dict.fromkeys((*overig, *weg, *rest))))

    # -- de groep ----------------------------------------------------------------------------

    def _group(self) -> Groep:
        vragen, delen = self.toen.vragen, self.delen
        vroeger = earlier_from_data(self.extra.get("vroeger", []))
        bronnen = from_state(self.extra["bronnen"], vragen, vroeger)
        eigen = next((r for b in bronnen if b.naam == EIGEN for r in b.respondenten), None)
        vel = from_respondent(eigen, vragen) if eigen else Vel()
        if "zelf-stellingen" in delen:
            # Op het scherm staat wat iemand koos zoals hij het koos, ook een rol zonder antwoord.
            vel = replace(self._sheet("zelf", "groep/eigen"), id=vel.id, versie=vel.versie,
                          rest=vel.rest)  # fmt: skip
        return Groep(
            modus=self.extra["modus"],
            eigen=vel,
            beurt=self._sheet("beurt", "groep/beurt"),
            hand=self._count(),
            bronnen=tuple(bron for bron in bronnen if bron.naam != EIGEN),
            zout=self.extra.get("zout", ""),
            meer_mensen=tuple(delen.pop("dubbel-akkoord", None) or ()),
            namen=self._text("verwacht-namen", "groep/namen", "", 20_000),
            aantallen=self._text("verwacht-aantallen", "groep/aantallen", "", 20_000),
            manier=delen.pop("manier", None) or "",
            los=bool(delen.pop("verslag-namen", False)),
            apart=bool(delen.pop("verslag-alleen", False)),
        )

    def _sheet(self, voor: str, pad: str) -> Vel:
        delen = self.delen
        antwoorden = delen.pop(f"{voor}-stellingen", None) or {}
        keuzes = tuple(delen.pop(f"{voor}-onderwerpen", None) or ())
        return Vel(
            rol=delen.pop(f"{voor}-rol", None) or "",
            andere=self._text(f"{voor}-andere-rol", f"{pad}/andere", "", 40),
            naam=self._text(f"{voor}-naam", f"{pad}/naam", "", 80),
            antwoorden={BLAD: antwoorden} if antwoorden else {},
            keuzes={STANDAARDEN: keuzes} if keuzes else {},
        )

    def _count(self) -> Handvel:
        pad, vragen = "groep/hand", self.toen.vragen
        geteld = {"soort": "geheel", "minimum": 0, "maximum": 10_000}
        opties = {
            f"{STANDAARDEN}:{o.code}": self._number(
                f"hand-{o.code}", f"{pad}/opties/{STANDAARDEN}:{o.code}", None, geteld
            )
            for o in vragen.keuzevragen[0].opties
        }
        stellingen = {
            s.code: self._text(f"hand-{s.code}", f"{pad}/stellingen/{s.code}", "", 60)
            for s in vragen.stellingen
        }
        n = self._number("hand-beantwoord", f"{pad}/beantwoord/{STANDAARDEN}", None, geteld)
        return Handvel(
            rol=self.delen.pop("hand-rol", None) or "",
            andere=self._text("hand-andere-rol", f"{pad}/andere", "", 40),
            personen=self._number(
                "hand-personen", f"{pad}/personen", None, geteld | {"minimum": 1}
            ),
            stellingen={code: tekst for code, tekst in stellingen.items() if tekst},
            beantwoord={} if n is None else {STANDAARDEN: n},
            opties={code: aantal for code, aantal in opties.items() if aantal is not None},
        )

    # -- de feiten ---------------------------------------------------------------------------

    def _departments(self) -> Iterator[Afdeling]:
        # Was er een afdeling weggehaald, dan sloegen de nummers van de velden er een over.
        nummers = sorted({int(m[1]) for naam in self.delen if (m := _AFDELING.fullmatch(naam))})
        for plek, gegevens in enumerate(self.extra["afdelingen"], start=1):
            nummer = nummers[plek - 1] if plek <= len(nummers) else plek
            yield self._department(str(plek), f"afdeling{nummer}", gegevens)

    def _department(self, kenmerk: str, voor: str, gegevens: Mapping[str, Any]) -> Afdeling:
        pad = join("afdelingen", kenmerk)
        formulier = {"naam": "", "richting": "hoger", "laagste": "", "hoogste": ""}
        for veld, leeg in formulier.items():
            waarde = self.delen.pop(f"{voor}-eigen-{veld}", None) or leeg
            if waarde != leeg:
                self.concept[f"+eigen/{kenmerk}/{veld}"] = waarde
        self.delen.pop(f"{voor}-soort", None)
        return Afdeling(
            self._text(f"{voor}-naam", f"{pad}/naam", gegevens["naam"], NAAM_LENGTE),
            gegevens["soort"],
            tuple(self._series(voor, pad, reeks) for reeks in gegevens["reeksen"]),
            kenmerk,
        )

    def _series(self, voor: str, pad: str, gegevens: Mapping[str, Any]) -> Reeks:
        indicator = self._indicator(gegevens["indicator"])
        voor, pad = f"{voor}-{indicator.code}", join(*pad.split("/"), "reeksen", indicator.code)
        laag, hoog = indicator.laagste, indicator.hoogste
        getal = {
            "soort": "getal",
            "minimum": None if laag is None else float(laag),
            "maximum": None if hoog is None else float(hoog),
        }

        def value(veld: str, plek: str, anders: Any) -> Fraction | None:
            gelezen = self._number(f"{voor}-{veld}", f"{pad}/{plek}", anders, getal)
            return None if gelezen is None else exact(gelezen)

        return Reeks(
            indicator,
            value("norm", "norm", gegevens["norm"]),
            tuple(
                value(f"jaar{nr}", f"resultaten/{nr}", gegevens["resultaten"][nr])
                for nr in range(JAREN)
            ),
            tuple(
                self._number(
                    f"{voor}-leerlingen{nr}", f"{pad}/leerlingen/{nr}",
                    gegevens["leerlingen"][nr], _GEHEEL,
                )
                for nr in range(JAREN)
            ),
            self._number(
                f"{voor}-leerlingen-volgend", f"{pad}/leerlingen_volgend",
                gegevens["leerlingen_volgend"], _GEHEEL,
            ),
        )  # fmt: skip

    def _indicator(self, gegevens: Any) -> Indicator:
        if isinstance(gegevens, str):
            rij = next(rij for rij in self.lijst["indicatoren"] if rij[0] == gegevens)
            code, titel, eenheid, laag, hoog, decimalen = rij
            return Indicator(code, titel, eenheid, exact(laag), exact(hoog), decimalen)
        laag, hoog = (
            None if gegevens[grens] is None else exact(gegevens[grens])
            for grens in ("laagste", "hoogste")
        )
        beter = gegevens["hoger_beter"]
        return Indicator(
            gegevens["code"], gegevens["naam"], laagste=laag, hoogste=hoog, hoger_beter=beter
        )

    # -- velden ------------------------------------------------------------------------------

    def _text(self, naam: str, pad: str, anders: str, lengte: int) -> str:
        tekst = self.delen.pop(naam, None)
        if not isinstance(tekst, str):
            return anders
        if len(tekst) > lengte:
            self.concept[pad] = tekst
            return anders if len(anders) <= lengte else ""
        return clean_text(tekst)

    def _number(self, naam: str, pad: str, anders: Any, veld: Mapping[str, Any]) -> Any:
        tekst = self.delen.pop(naam, None)
        if not isinstance(tekst, str):
            return anders
        gelezen = read_field(Veld(naam, naam, **veld), tekst)
        if isinstance(gelezen, Invoerfout):
            self.concept[pad] = tekst
            return None
        return gelezen


def old_list(lijst: Mapping[str, Any]) -> Lijst:
    """Lees de vragenlijst die in een bestand van 0.2.0 staat, of die van 0.1.0."""
    opties = tuple(Optie(*paar) for paar in lijst["standaarden"])
    vragen = Vragenset(
        schaal=tuple(lijst["schaal"]),
        stellingen=tuple(Optie(*paar) for paar in lijst["stellingen"]),
        keuzevragen=(Keuzevraag(STANDAARDEN, lijst["vraag"], opties),),
        rollen=tuple(Optie(*paar) for paar in lijst["rollen"]),
        weet_niet=lijst["weet_niet"],
    )
    return Lijst(lijst["lijst"], vragen)


@lru_cache(maxsize=1)
def _first() -> Mapping[str, Any]:
    lijsten: Mapping[str, Any] = json.loads(lees_tekst("instrumenten/lijsten-0.1.0.json"))
    eerste: Mapping[str, Any] = lijsten["urgentiemeter"]
    return eerste


def _as_text(waarde: Any) -> str:
    return waarde if isinstance(waarde, str) else json.dumps(waarde, ensure_ascii=False)
