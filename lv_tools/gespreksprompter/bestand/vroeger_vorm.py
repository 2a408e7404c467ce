"""Zet werk van 0.1.0 en 0.2.0 om, ook wat er half getypt was.

Die versies bewaarden het werk onder ``extra``, en onder ``delen`` per veld wat er op het scherm
stond. Wat leesbaar was, stond in het werk; de rest komt nu als concept op het pad van zijn veld.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import product
from typing import Any

from lv_tools.basis.gegevens.datapakket import lees_tekst
from lv_tools.basis.invoer.velden import Invoerfout, clean_text, read_date, read_time
from lv_tools.basis.opslag.werkbestand import Omzetting, today
from lv_tools.basis.taal.notatie import datum_kort
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.pad import join
from lv_tools.gespreksprompter.model.perioden import write_periods
from lv_tools.gespreksprompter.model.ritme import Periode
from lv_tools.gespreksprompter.model.werk import Gesprekswerk, begin

Json = dict[str, Any]
_BLADEN = {
    "2. Gids": "gids",
    "3. Gesprek": "gesprek",
    "4. Afronden": "afronden",
    "Reeks": "reeks",
    "Ritme": "ritme",
}
#: Velden van een formulier: hoe zij heetten, waar zij nu staan, en wat er vanzelf stond.
_FORMULIEREN = {
    "gids-eigen": ("+eigen/tekst", ""),
    "gids-waar": ("+eigen/waar", "nieuw"),
    "gids-fase": ("+eigen/fase", "plan"),
    "gids-minuten": ("+eigen/minuten", "5"),
    "afspraak-wat": ("+afspraak/wat", ""),
    "afspraak-wie": ("+afspraak/wie", ""),
    "afspraak-wanneer": ("+afspraak/wanneer", ""),
    "afspraak-bewijs": ("+afspraak/bewijs", ""),
    "parkeer-tekst": ("+parkeer/tekst", ""),
    "overleg-dag": ("+verzet/dag", ""),
}
_AFRONDEN = {
    "afrond-dag": ("moment", "dag"),
    "afrond-tijd": ("moment", "tijd"),
    "volgende-dag": ("volgende", "dag"),
    "volgende-tijd": ("volgende", "tijd"),
    "volgende-plaats": ("volgende", "plaats"),
}
_KEUZES = ("doel", "standaard", "kenmerk", "fasen", "meegebracht")
#: De vakken waarin een afspraak te wijzigen was.
_VAKKEN = ("afspraak", "terugblik", "reeks")
_VELDEN = ("wat", "wie", "wanneer", "bewijs")
#: Hoe lang een tekst was die nog op zijn plek paste.
_LENGTE = {"wat": 300, "wie": 120, "bewijs": 300, "plaats": 120, "aanwezig": 400}


def _first(gegevens: Json) -> Json:
    """Versie 1 nam de woorden bij haar codes niet mee; zij staan in de gegevens van dit boek."""
    extra = gegevens.get("extra")
    if isinstance(extra, dict):
        woorden = json.loads(lees_tekst("instrumenten/lijsten-0.1.0.json"))["gespreksprompter"]
        gegevens = gegevens | {"extra": {"toen": woorden} | extra}
    return gegevens


def _second(gegevens: Json) -> Json:
    """Maak van delen en extra een staat met concepten."""
    extra = _clean(gegevens.get("extra"))
    delen, over = _clean(gegevens.get("delen") or {}), _clean(gegevens.get("over") or {})
    staat = _work(extra) if extra else codec.write(begin(today()))
    verhuizing = _Verhuizing(staat, dict(delen))
    verhuizing.move()
    # Wat nergens meer hoort, blijft onder zijn oude naam bewaard.
    concept = {**verhuizing.concept, **{n: w for n, w in over.items() if w or w is False}}
    return {"staat": staat, "concept": concept, "plek": verhuizing.plek}


OMZETTINGEN: Mapping[int, Omzetting] = {1: _first, 2: _second}
#: Waar een veld van toen nu in de staat staat, als dat altijd dezelfde plek is.
_PLEKKEN = {
    **{f"kies-{naam}": f"keuze/{naam}" for naam in (*_KEUZES, "onderwerp", "minuten")},
    **{oud: pad for oud, (pad, _begin) in _FORMULIEREN.items()},
    **{"tafel-naam": "keuze/naam", "tafel-niveaus": "keuze/niveaus"},
    **{"gesprek-letters": "weergave/letters", "reeks-jaar": "weergave/jaar"},
    "afrond-namen": "weergave/namen",
}


def to_path(naam: str, _waarde: object, werk: Gesprekswerk) -> str:
    """Geef bij de naam van een veld van toen het pad van nu; leeg als dat er niet is.

    Zo komt ook terecht wat een pagina van toen opschreef terwijl Python er niet was.
    """
    reeks, jaar, hier = werk.current, werk.ritme.jaar, werk.path
    plekken = {**_PLEKKEN, "afrond-aanwezig": f"{hier}/aanwezig", "reeks-naam": f"+naam/{reeks.id}"}
    plekken |= {oud: f"{hier}/{moment}/{veld}" for oud, (moment, veld) in _AFRONDEN.items()}
    plekken |= {f"ritme-{n}": f"+periode/{jaar}/{n}" for n in ("van", "tot", "vakanties")}
    for tempo in werk.ritme.tempos[:1]:
        for veld in ("soort", "weken", "maanden", "dag", "tijd", "minuten"):
            plekken[f"tempo-{veld}"] = join("+tempo", tempo.tafel.code, veld)
    for gesprek in reeks.gesprekken:
        pad = f"reeksen/{reeks.id}/gesprekken/{gesprek.id}"
        for regel in gesprek.gids.regels if gesprek.gids else ():
            notitie = f"{pad}/{join('notities', regel.id)}"
            plekken[f"notitie-{reeks.id}-{gesprek.id}-{regel.id}"] = notitie
        for afspraak, vak, veld in product(gesprek.afspraken, _VAKKEN, _VELDEN):
            oud = f"wijzig-{vak}-{afspraak.id}-{veld}"
            plekken[oud] = f"{pad}/afspraken/{afspraak.id}/{veld}"
    return plekken.get(naam, "")


def _clean(wat: Any) -> Any:
    if isinstance(wat, str):
        return clean_text(wat)
    if isinstance(wat, Mapping):
        return {clean_text(naam): _clean(deel) for naam, deel in wat.items()}
    return [_clean(deel) for deel in wat] if isinstance(wat, list) else wat


def _work(extra: Json) -> Json:
    """Het werk had al bijna deze vorm: alleen de agenda en wat verzet was, stonden anders."""
    agenda = extra.pop("agenda", None) or {"kenmerk": "", "uitgegeven": []}
    staat = {"lijst": 1, **extra, "kenmerk": agenda["kenmerk"]}
    staat["uitgegeven"] = [_published(rij) for rij in agenda["uitgegeven"]]
    for ritme in (staat["ritme"], *staat.get("andere_jaren", [])):
        ritme["zelf"] = [{"tafel": t, "bedoeld": b, "dag": dag} for t, b, dag in ritme["zelf"]]
    staat["keuze"] = _choice(staat)
    staat["weergave"] = {}
    return staat


def _published(rij: list[Any]) -> Json:
    namen = ("sleutel", "afdruk", "volgnummer", "gewijzigd", "dag", "tijd", "minuten", "opschrift")
    punt = dict(zip((*namen, "vervallen"), rij, strict=True))
    moment = datetime.strptime(f"{punt['gewijzigd']}+0000", "%Y%m%dT%H%M%SZ%z")
    return punt | {"gewijzigd": moment.isoformat(), "tijd": punt["tijd"] or None}


def _choice(staat: Json) -> Json:
    """Wat er bij ‘Kiezen’ stond, als de delen het niet zeggen: de opdracht van het gesprek."""
    for gesprek in _series(staat)["gesprekken"]:
        if gesprek["id"] == staat["gesprek"] and gesprek["gids"]:
            opdracht = gesprek["gids"]["opdracht"]
            return {n: w for n, w in opdracht.items() if n not in ("tafel", "zaad")}
    keuze: Json = codec.write(begin(today()).keuze)
    return keuze


def _series(staat: Json) -> Json:
    reeksen: list[Json] = staat["reeksen"]
    return next((r for r in reeksen if r["id"] == staat["reeks"]), reeksen[0])


@dataclass
class _Verhuizing:
    """Brengt wat op het scherm stond naar zijn plek in de staat, of naar een concept."""

    staat: Json
    delen: Json

    def __post_init__(self) -> None:
        self.concept: Json = {}
        self.plek: dict[str, str] = {}
        self.reeks = _series(self.staat)

    def move(self) -> None:
        self._places()
        self._choice()
        self._weergave()
        self._forms()
        self._rhythm()
        self._finish()
        self._agreements()
        self._notes()
        # Wat hier nog ligt, hoort bij iets wat er niet meer is.
        self.concept |= {naam: waarde for naam, waarde in self.delen.items() if waarde}

    def _places(self) -> None:
        if stap := _BLADEN.get(self.delen.pop("blad", "")):
            self.plek["stap"] = stap
        if vraag := self.delen.pop("gesprek-vraag", None):
            pad = join("reeksen", self.reeks["id"], "gesprekken", self.staat["gesprek"])
            self.plek["vraag"] = f"{pad}/{vraag}"
        for vak in _VAKKEN:
            kenmerk = self.delen.pop(f"wijzig-{vak}", None)
            for pad, afspraak in self._every("afspraken") if kenmerk else ():
                if pad.startswith(f"reeksen/{self.reeks['id']}/") and afspraak["id"] == kenmerk:
                    self.plek[f"wijzig-{vak}"] = pad

    def _choice(self) -> None:
        keuze = self.staat["keuze"]
        for naam in _KEUZES[:3]:
            if f"kies-{naam}" in self.delen:
                keuze[naam] = self.delen.pop(f"kies-{naam}") or ""
        for oud, naam in (
            ("kies-fasen", "fasen"),
            ("kies-meegebracht", "meegebracht"),
            ("tafel-niveaus", "niveaus"),
        ):
            if oud in self.delen:
                keuze[naam] = self.delen.pop(oud) or []
        for oud, naam, lengte in (("kies-onderwerp", "onderwerp", 200), ("tafel-naam", "naam", 80)):
            tekst = self.delen.pop(oud, keuze.get(naam, ""))
            self._text(keuze, naam, f"keuze/{naam}", tekst, lengte)
        minuten = str(self.delen.pop("kies-minuten", "")).strip()
        if minuten.isascii() and minuten.isdecimal() and 1 <= int(minuten) <= 10_000:
            keuze["minuten"] = int(minuten)
        elif minuten:
            keuze["minuten"], self.concept["keuze/minuten"] = None, minuten

    def _weergave(self) -> None:
        weergave = self.staat["weergave"]
        for oud, naam in (("gesprek-letters", "letters"), ("reeks-jaar", "jaar"),
                          ("afrond-namen", "namen")):  # fmt: skip
            if (waarde := self.delen.pop(oud, None)) is not None:
                weergave[naam] = waarde

    def _forms(self) -> None:
        for oud, (pad, begin_) in _FORMULIEREN.items():
            self._draft(oud, pad, begin_)
        self._draft("reeks-naam", f"+naam/{self.reeks['id']}", self.reeks["naam"])

    def _draft(self, oud: str, pad: str, begin_: Any) -> None:
        if (waarde := self.delen.pop(oud, begin_)) not in (begin_, None):
            self.concept[pad] = waarde

    def _rhythm(self) -> None:
        ritme = self.staat["ritme"]
        periode, voor = ritme["periode"], f"+periode/{ritme['jaar']}"
        for naam in ("van", "tot"):
            dag = datum_kort(date.fromisoformat(periode[naam]))
            self._draft(f"ritme-{naam}", f"{voor}/{naam}", dag)
        vakanties = write_periods([codec.read(Periode, p) for p in ritme.get("vakanties", [])])
        self._draft("ritme-vakanties", f"{voor}/vakanties", vakanties)
        for tempo in ritme["tempos"][:1]:
            tafel = tempo["tafel"] if isinstance(tempo["tafel"], str) else tempo["tafel"]["code"]
            uur, minuut = tempo["tijd"].split(":")[:2]
            stond = {
                "soort": tempo["soort"],
                "weken": str(tempo["weken"]),
                # In de volgorde van het schooljaar, zoals de vinkjes staan.
                "maanden": [str(m) for m in sorted(tempo["maanden"], key=lambda m: (m - 8) % 12)],
                "dag": str(tempo["weekdag"]),
                "tijd": f"{int(uur)}.{minuut}",
                "minuten": str(tempo["minuten"]),
            }
            for naam, waarde in stond.items():
                self._draft(f"tempo-{naam}", join("+tempo", tafel, naam), waarde)

    def _finish(self) -> None:
        for gesprek in self.reeks["gesprekken"]:
            if gesprek["id"] == self.staat["gesprek"]:
                pad = f"reeksen/{self.reeks['id']}/gesprekken/{gesprek['id']}"
                for oud, (moment, veld) in _AFRONDEN.items():
                    if oud in self.delen:
                        tekst = self.delen.pop(oud)
                        self._value(gesprek[moment], veld, f"{pad}/{moment}/{veld}", tekst)
                if "afrond-aanwezig" in self.delen:
                    tekst = self.delen.pop("afrond-aanwezig")
                    self._value(gesprek, "aanwezig", f"{pad}/aanwezig", tekst)

    def _agreements(self) -> None:
        for pad, afspraak in self._every("afspraken"):
            for vak in _VAKKEN:
                for veld in _VELDEN:
                    oud = f"wijzig-{vak}-{afspraak['id']}-{veld}"
                    if pad.startswith(f"reeksen/{self.reeks['id']}/") and oud in self.delen:
                        self._value(afspraak, veld, f"{pad}/{veld}", self.delen.pop(oud))

    def _every(self, soort: str) -> Iterator[tuple[str, Json]]:
        for reeks in self.staat["reeksen"]:
            for gesprek in reeks["gesprekken"]:
                for deel in gesprek[soort]:
                    pad = join("reeksen", reeks["id"], "gesprekken", gesprek["id"])
                    yield f"{pad}/{soort}/{deel['id']}", deel

    def _notes(self) -> None:
        """Een notitie stond ook in het werk; wat er op het scherm stond, is de laatste."""
        for reeks in self.staat["reeksen"]:
            for gesprek in reeks["gesprekken"]:
                begin_ = f"notitie-{reeks['id']}-{gesprek['id']}-"
                for oud in [naam for naam in self.delen if naam.startswith(begin_)]:
                    tekst = self.delen.pop(oud)
                    if isinstance(tekst, str) and tekst.strip():
                        gesprek["notities"][oud.removeprefix(begin_)] = tekst

    def _value(self, bij: Json, veld: str, pad: str, tekst: Any) -> None:
        """Zet wat leesbaar is in de staat; de rest is een concept, en er blijft staan wat gold."""
        tekst = str(tekst or "")
        if veld in _LENGTE:
            if veld != "wat" or tekst.strip():
                self._text(bij, veld, pad, tekst, _LENGTE[veld])
            return
        lees = read_time if veld == "tijd" else read_date
        gelezen: date | time | Invoerfout | None = lees(tekst, veld) if tekst.strip() else None
        if isinstance(gelezen, Invoerfout):
            self.concept[pad] = tekst
        elif isinstance(gelezen, time):
            bij[veld] = gelezen.isoformat("minutes")
        else:
            bij[veld] = gelezen.isoformat() if gelezen else None

    def _text(self, bij: Json, veld: str, pad: str, tekst: str, lengte: int) -> None:
        if len(tekst) <= lengte and "\n" not in tekst:
            bij[veld] = tekst
        else:
            self.concept[pad] = tekst
