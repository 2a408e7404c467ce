"""Bewaar wat iemand invult: op het apparaat in de pagina, naast het notebook in Jupyter.

In de pagina houdt de browser de bestanden vast (js/opslag.js); dit deel levert de tekst ervan en
zet haar terug. In Voilà en JupyterLab schrijft dit deel zelf, in een map naast het notebook.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lv_tools.basis.notatie import opsomming
from lv_tools.basis.opslag import (
    Bewaard,
    Leesfout,
    Omzetting,
    clean_name,
    from_json,
    now,
    to_json,
)
from lv_tools.basis.opslagmap import Botsing, Opslagmap
from lv_tools.basis.uitvoer import file_name
from lv_tools.schermdelen.deel import Deel, Eigenschap
from lv_tools.schermdelen.waar import where

if TYPE_CHECKING:
    from lv_tools.schermdelen.scherm import Scherm

#: Map naast het notebook, tenzij deze omgevingsvariabele een andere noemt.
MAP = "LV_TOOLS_MAP"


class Bewaren(Deel):
    """Bewaar en herstel de delen van een scherm die een ``naam`` hebben.

    Zet dit deel op het scherm; verder is er niets te doen. Elke wijziging is binnen een seconde
    bewaard. De gebruiker kan meer bestanden met eigen namen hebben, ze als bestand opslaan en
    openen, en alles wissen.

    Parameters
    ----------
    instrument
        De ene naam van het hulpmiddel.
    versie
        Versie van de staat. Verandert de betekenis van wat bewaard wordt, verhoog haar dan en geef
        een omzetting mee.
    omzettingen
        Zie :func:`lv_tools.basis.opslag.from_json`.
    extra, bij_extra
        Voor wat niet in een deel met een naam zit: een functie die JSON geeft, en een functie die
        het terugzet (``None`` voor een nieuw bestand).
    bij_herstel
        Functie zonder argumenten, geroepen als een bestand is teruggezet.
    plaats
        ``"pagina"`` of ``"map"``; zonder opgave volgt dat uit waar Python draait.
    map
        Waar de bestanden komen als ``plaats`` een map is, elk hulpmiddel in een eigen map erin.
    """

    soort = "bewaren"
    melding = Eigenschap("")

    def __init__(
        self,
        instrument: str,
        *,
        versie: int = 1,
        omzettingen: Mapping[int, Omzetting] | None = None,
        extra: Callable[[], Any] | None = None,
        bij_extra: Callable[[Any], object] | None = None,
        bij_herstel: Callable[[], object] | None = None,
        titel: str = "Uw gegevens",
        niveau: int = 3,
        plaats: str = "",
        map: Path | None = None,
    ) -> None:
        self.instrument = instrument
        self.versie = versie
        self.omzettingen = dict(omzettingen or {})
        self.extra, self.bij_extra, self.bij_herstel = extra, bij_extra, bij_herstel
        self.plaats = plaats or ("pagina" if sys.platform == "emscripten" else "map")
        kast = map or Path(os.environ.get(MAP) or Path.cwd() / "bewaard")
        basis = kast / instrument
        self.map = Opslagmap(basis, instrument, versie, self.omzettingen)
        self.bestand = ""
        self._begin = "{}"
        self._laatst = ""
        self._stempel = ""
        self._dicht = self._geopend = False
        zinnen = where(self.plaats, basis)
        super().__init__(
            titel=titel,
            niveau=niveau,
            instrument=instrument,
            plaats=self.plaats,
            waar=list(zinnen),
            melding="",
        )

    def attach(self, scherm: Scherm | None) -> None:
        """Kijk na elke gebeurtenis of er iets te bewaren is."""
        if scherm is not None and scherm is not self.scherm:
            scherm.bij_begin(self._remember_begin)
            scherm.na_afloop(self.save)
        super().attach(scherm)

    def state(self) -> dict[str, Any]:
        """Geef wat er nu bewaard zou worden."""
        staat: dict[str, Any] = {}
        if self.scherm is not None:
            staat["delen"] = {deel.naam: deel.keep() for deel in self.scherm.walk() if deel.naam}
        if self.extra is not None:
            staat["extra"] = self.extra()
        return staat

    def save(self) -> None:
        """Bewaar als er iets veranderd is sinds de vorige keer."""
        if not self.bestand or self._dicht:
            return
        nu = _dump(self.state())
        if nu == self._laatst:
            return
        bewaard = self._snapshot(nu)
        if self.plaats == "pagina":
            self._laatst = nu
            self.command("schrijf", bestand=self.bestand, tekst=to_json(bewaard))
            return
        try:
            uitkomst = self.map.write(bewaard, self._stempel)
        except OSError as fout:
            self.command("mislukt", reden=fout.strerror or str(fout))
            return
        if isinstance(uitkomst, Botsing):
            self._dicht = True
            self.command("botsing")
            return
        self._laatst, self._stempel = nu, uitkomst
        self.command("bewaard")

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Verwerk een vraag van het paneel in de pagina."""
        vragen: dict[str, Callable[[Mapping[str, Any]], None]] = {
            "open": self._open,
            "naam": self._rename,
            "lees": self._import,
            "download": self._export,
            "lijst": lambda _gegevens: self.command("antwoord", namen=list(self.map.names())),
            "verwijder": lambda gegevens: self.map.remove(str(gegevens["bestand"])),
            "wis": lambda _gegevens: self.map.wipe(),
        }
        if naam in vragen:
            vragen[naam](gegevens)
        else:
            super().receive(naam, gegevens, bron)

    def _remember_begin(self) -> None:
        """Onthoud het lege scherm, om naar terug te gaan bij een nieuw bestand."""
        self._begin = _dump(self.state())

    def _open(self, gegevens: Mapping[str, Any]) -> None:
        """Begin met een bestand: zet terug wat erin stond, of begin leeg."""
        # Wie al iets koos voordat het bewaren begon, houdt dat.
        vroeg = {} if self._geopend else self._changed_parts()
        self._geopend = True
        self.bestand = clean_name(str(gegevens.get("bestand", "")))
        self.melding, self._dicht = "", False
        naloop = {**vroeg, **dict(gegevens.get("naloop") or {})}
        inhoud: Bewaard | Leesfout | None = None
        if self.plaats == "map":
            inhoud = self.map.read(self.bestand)
            self._stempel = self.map.stamp(self.bestand)
        elif gegevens.get("tekst"):
            inhoud = self._parse(str(gegevens["tekst"]), self.bestand)
        if isinstance(inhoud, Leesfout):
            self._dicht = True  # wat er staat, blijft staan; de pagina biedt een nieuw bestand aan
            self.command("onleesbaar", zin=str(inhoud))
            return
        self._apply(json.loads(self._begin))
        bewaard = None if inhoud is None else dict(inhoud.staat)
        self._apply(bewaard or {})
        self._laatst = _dump(self.state() if bewaard is None else bewaard)
        # Wat de pagina nog had en Python niet meer bereikte, telt als de laatste wijziging.
        self._apply({"delen": naloop})
        if self.bij_herstel is not None:
            self.bij_herstel()

    def _changed_parts(self) -> dict[str, Any]:
        """Geef de delen die niet meer zijn zoals toen het scherm begon."""
        begin = json.loads(self._begin).get("delen", {})
        nu = json.loads(_dump(self.state())).get("delen", {})
        return {naam: waarde for naam, waarde in nu.items() if waarde != begin.get(naam, waarde)}

    def _rename(self, gegevens: Mapping[str, Any]) -> None:
        """Ga verder onder een andere naam; wat er nu staat, wordt daar meteen bewaard."""
        self.bestand = clean_name(str(gegevens["bestand"]))
        self.melding, self._dicht, self._laatst, self._stempel = "", False, "", ""

    def _import(self, gegevens: Mapping[str, Any]) -> None:
        """Open een bestand dat de gebruiker koos."""
        gelezen = self._parse(bytes(gegevens["buffers"][0]), str(gegevens["bestand"]))
        if isinstance(gelezen, Leesfout):
            self.melding = str(gelezen)
            return
        self.melding = ""
        self._apply(json.loads(self._begin))
        self._apply(dict(gelezen.staat))
        if self.bij_herstel is not None:
            self.bij_herstel()
        self.bestand = ""  # de pagina kiest een vrije naam en meldt die met "naam"
        self.command("geopend", bestand=gelezen.naam)

    def _export(self, _gegevens: Mapping[str, Any]) -> None:
        """Bied de stand van nu aan als bestand."""
        tekst = to_json(self._snapshot(_dump(self.state())))
        naam = file_name(f"{self.instrument} {self.bestand}", "lv.json")
        self.command("bied-aan", [tekst.encode()], naam=naam, type="application/json")

    def _snapshot(self, staat: str) -> Bewaard:
        naam = clean_name(self.bestand)
        return Bewaard(self.instrument, self.versie, naam, now(), json.loads(staat))

    def _parse(self, inhoud: str | bytes, bestand: str) -> Bewaard | Leesfout:
        return from_json(
            inhoud,
            self.instrument,
            self.versie,
            bestand=bestand or "Dit bestand",
            omzettingen=self.omzettingen,
        )

    def _apply(self, staat: Mapping[str, Any]) -> None:
        """Zet terug wat past; wat niet past, wordt gemeld en houdt de rest niet tegen."""
        if self.bij_extra is not None and "extra" in staat:
            self.bij_extra(staat["extra"])
        delen = dict(staat.get("delen") or {})
        mislukt: list[str] = []
        # Een hersteld deel kan andere delen tevoorschijn halen: ga door tot er niets nieuws is.
        while self.scherm is not None:
            deel = next((d for d in self.scherm.walk() if d.naam and d.naam in delen), None)
            if deel is None:
                break
            try:
                deel.restore(delen.pop(deel.naam))
            except (ValueError, TypeError, LookupError, AttributeError):
                mislukt.append(str(deel.eigenschappen.get("label") or deel.naam))
        if mislukt:
            wat = opsomming(mislukt)
            self.melding = (
                f"Niet alles kon worden teruggezet: {wat}. Kijk dat na; de rest staat er."
            )


def _dump(staat: Mapping[str, Any]) -> str:
    """Schrijf de staat als tekst om te vergelijken; alleen wat JSON kent, mag erin."""
    return json.dumps(staat, allow_nan=False)
