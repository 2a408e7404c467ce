"""Bewaar wat iemand invult: op het apparaat in de pagina, naast het notebook in Jupyter.

In de pagina houdt de browser de bestanden vast (js/opslag.js); dit deel levert de tekst ervan en
zet haar terug. In Voilà en JupyterLab schrijft dit deel zelf, in een map naast het notebook.

Openen lukt helemaal of niet. Gaat er halverwege iets mis, dan staat het scherm weer zoals het was,
en het bestand ook: over wat niet gelezen kon worden, wordt nooit geschreven.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.opslagmap import Botsing, Opslagmap, why_not
from lv_tools.basis.opslag.werkbestand import (
    GROOTSTE,
    WAARSCHUW_VANAF,
    Bewaard,
    Leesfout,
    Omzetting,
    Onleesbaar,
    clean_name,
    from_json,
    now,
    to_json,
)
from lv_tools.basis.vorm.enkel import ONBEKEND, PlekError
from lv_tools.basis.vorm.jsontekst import json_text
from lv_tools.basis.vorm.vormcontrole import Nieuwer, VormError
from lv_tools.schermdelen.bewaarbaar import Bewaarbaar, Laag
from lv_tools.schermdelen.bewaarplaats import describe_place, in_page
from lv_tools.schermdelen.deel import Deel, Eigenschap, Verbinding

_HERLAAD = (
    "Is het met een nieuwere uitgave van het boek gemaakt, laad dan de pagina opnieuw. Het bestand "
    "blijft zoals het is."
)
#: Map naast het notebook, tenzij deze omgevingsvariabele een andere noemt.
MAP = "LV_TOOLS_MAP"


class Bewaren(Deel):
    """Bewaar en herstel het werk van een hulpmiddel.

    Zet dit deel op het scherm; verder is er niets te doen. Wat iemand typt, is binnen 0,3 seconde
    bewaard, ook zonder hulp van Python. De gebruiker kan meer bestanden met eigen namen hebben, ze
    als bestand opslaan en openen, en alles wissen.

    Parameters
    ----------
    instrument
        De ene naam van het hulpmiddel.
    werk
        Wat bewaard wordt.
    versie
        Versie van de staat. Verandert de betekenis van wat bewaard wordt, verhoog haar dan en geef
        een omzetting mee.
    omzettingen
        Zie :func:`lv_tools.basis.opslag.werkbestand.from_json`.
    bestandsnaam
        Functie die woorden geeft voor de naam van het bestand bij *Opslaan als bestand*; leeg is de
        naam waaronder het open is. De dag van opslaan komt erachter.
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
        werk: Bewaarbaar,
        versie: int = 1,
        omzettingen: Mapping[int, Omzetting] | None = None,
        bestandsnaam: Callable[[], str] | None = None,
        titel: str = "Uw gegevens",
        niveau: int = 3,
        plaats: str = "",
        map: Path | None = None,
    ) -> None:
        self.instrument = instrument
        self.versie = versie
        self.omzettingen = dict(omzettingen or {})
        self.werk = werk
        self.bestandsnaam = bestandsnaam
        self.plaats = plaats or ("pagina" if in_page() else "map")
        kast = map or Path(os.environ.get(MAP) or Path.cwd() / "bewaard")
        basis = kast / instrument
        self.map = Opslagmap(basis, instrument, versie, self.omzettingen)
        self.bestand = ""
        #: Waaraan de pagina herkent bij welk open bestand een tekst hoort, ook na een andere naam.
        self._merk: Any = None
        self._laatst = ""
        self._stempel = ""
        self._dicht = False
        zinnen = describe_place(self.plaats, basis)
        super().__init__(
            titel=titel,
            niveau=niveau,
            instrument=instrument,
            versie=versie,
            grens=GROOTSTE,
            waarschuw=WAARSCHUW_VANAF,
            plaats=self.plaats,
            waar=list(zinnen),
            melding="",
        )

    def attach(self, scherm: Verbinding | None, ouder: Deel | None = None) -> None:
        """Kijk na elke gebeurtenis of er iets te bewaren is."""
        if scherm is not None and scherm is not self.scherm:
            scherm.na_afloop(self.save)
        super().attach(scherm, ouder)

    def state(self) -> dict[str, Any]:
        """Geef wat er nu bewaard zou worden."""
        return self.werk.to_data()

    def save(self) -> None:
        """Bewaar als er iets veranderd is sinds de vorige keer."""
        if not self.bestand or self._dicht:
            return
        staat = self.state()
        nu = _dump(staat)
        if nu == self._laatst:
            return
        bewaard = self._snapshot(staat)
        if self.plaats == "pagina":
            self._laatst = nu
            self.command("schrijf", merk=self._merk, tekst=to_json(bewaard))
            return
        try:
            uitkomst = self.map.write(bewaard, self._stempel)
        except OSError as fout:
            self.command("mislukt", reden=why_not(fout))
            return
        if isinstance(uitkomst, Botsing):
            self._dicht = True
            self.command("botsing")
            return
        self._laatst, self._stempel = nu, uitkomst
        self.command("bewaard", omvang=len(to_json(bewaard).encode()))

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Verwerk een vraag van het paneel in de pagina."""
        vragen: dict[str, Callable[[Mapping[str, Any]], None]] = {
            "open": self._open,
            "naam": self._continue_as,
            "hernoem": self._rename,
            "lees": self._import,
            "download": self._export,
            "lijst": lambda _gegevens: self.command("antwoord", namen=list(self.map.names())),
            "verwijder": self._remove,
            "wis": lambda _gegevens: self.map.wipe(),
        }
        if naam not in vragen:
            super().receive(naam, gegevens, bron)
            return
        try:
            vragen[naam](gegevens)
        except OSError as fout:
            raise ValueError(why_not(fout)) from fout

    def _open(self, gegevens: Mapping[str, Any]) -> None:
        """Begin met een bestand: zet terug wat erin stond, of begin leeg."""
        self.bestand = clean_name(str(gegevens.get("bestand", "")))
        self._merk = gegevens.get("merk")
        self.melding, self._dicht = "", False
        # Eerst wat er al stond, dan wat Python voor het openen kreeg, dan wat de pagina nog had.
        lagen = (gegevens.get("naloop") or {}, self.werk.early(), gegevens.get("vroeg") or {})
        inhoud: Bewaard | Leesfout | None = None
        if self.plaats == "map":
            inhoud = self.map.read(self.bestand)
            self._stempel = self.map.stamp(self.bestand)
        elif gegevens.get("tekst"):
            inhoud = self._parse(str(gegevens["tekst"]), self.bestand, grens=None)
        if isinstance(inhoud, Leesfout):
            self._close(str(inhoud))
            return
        try:
            self._fill({} if inhoud is None else inhoud.staat, *lagen)
        except Exception as fout:
            self._close(f"{self.bestand}: {_why(fout)}")
            try:
                self._fill({})
            except Exception:  # het scherm is dan niet te vertrouwen; het bestand blijft dicht
                traceback.print_exc()
            return
        # Alleen openen schrijft niets; wat Python nog niet had, is wel een wijziging.
        self._laatst = "" if any(lagen) else _dump(self.state())

    def _close(self, zin: str) -> None:
        """Schrijf niet meer in dit bestand; de pagina biedt de lezer uitwegen."""
        self._dicht = True
        self.command("onleesbaar", zin=zin)

    def _fill(self, staat: Mapping[str, Any], *lagen: Laag) -> None:
        """Zet terug wat bewaard was, met wat daarna nog getypt is."""
        self.melding = ""
        self.werk.from_data(staat, *lagen)
        self.melding = self.werk.melding

    def _continue_as(self, gegevens: Mapping[str, Any]) -> None:
        """Ga verder onder een andere naam; wat er nu staat, wordt daar meteen bewaard."""
        if gegevens.get("kopie"):
            self.werk.become_own()
        self.bestand, self._merk = clean_name(str(gegevens["bestand"])), gegevens.get("merk")
        self.melding, self._dicht, self._laatst, self._stempel = "", False, "", ""

    def _rename(self, gegevens: Mapping[str, Any]) -> None:
        """Geef het bestand in de map een andere naam, in één handeling."""
        oud, self.bestand = self.bestand, clean_name(str(gegevens["bestand"]))
        staat = self.state()
        nu = _dump(staat)
        try:
            uitkomst = self.map.rename(self._snapshot(staat), oud, self._stempel)
        except OSError:
            self.bestand = oud
            raise
        if isinstance(uitkomst, Botsing):
            self.bestand = oud
            self.command("botsing")
            raise ValueError(f"‘{uitkomst.naam}’ is intussen ergens anders gewijzigd")
        self._laatst, self._stempel = nu, uitkomst

    def _remove(self, gegevens: Mapping[str, Any]) -> None:
        """Verwijder een bestand uit de map, als het nog is wat hier op het scherm staat."""
        if isinstance(self.map.remove(str(gegevens["bestand"]), self._stempel), Botsing):
            self.command("botsing")
            raise ValueError("dit bestand is intussen ergens anders gewijzigd")

    def _import(self, gegevens: Mapping[str, Any]) -> None:
        """Open een bestand dat de gebruiker koos; lukt dat niet, dan blijft alles zoals het was."""
        naam = str(gegevens["bestand"])
        gelezen = self._parse(bytes(gegevens["buffers"][0]), naam, grens=GROOTSTE)
        if isinstance(gelezen, Leesfout):
            self.melding = str(gelezen)
            return
        eerst = _dump(self.state())
        try:
            self._fill(gelezen.staat, gelezen.naloop)
        except Exception as fout:
            zin = f"{naam}: {_why(fout)}"
            if self._goes_back(json.loads(eerst)):
                self.melding = f"{zin} Wat u had, staat er nog."
            else:
                self._close(
                    f"{zin} Het scherm kon daarna niet helemaal terug. Uw eigen bestand is niet "
                    "gewijzigd: laad de pagina opnieuw."
                )
            return
        self.bestand = ""  # de pagina kiest een vrije naam en meldt die met "naam"
        self.command("geopend", bestand=gelezen.naam)

    def _goes_back(self, eerst: Mapping[str, Any]) -> bool:
        """Zet het scherm terug zoals het was, en zeg of dat helemaal gelukt is."""
        try:
            self._fill(eerst)
        except Exception:
            traceback.print_exc()
            return False
        return bool(json.loads(_dump(self.state())) == eerst)

    def _export(self, _gegevens: Mapping[str, Any]) -> None:
        """Bied de stand van nu aan als bestand."""
        tekst = to_json(self._snapshot(self.state()))
        woorden = (self.bestandsnaam() if self.bestandsnaam is not None else "") or self.bestand
        naam = export_name(self.instrument, "", woorden, now().date(), "lv.json")
        self.command("bied-aan", [tekst.encode()], naam=naam, type="application/json")

    def _snapshot(self, staat: Mapping[str, Any]) -> Bewaard:
        return Bewaard(self.instrument, self.versie, clean_name(self.bestand), now(), staat)

    def _parse(self, inhoud: str | bytes, bestand: str, *, grens: int | None) -> Bewaard | Leesfout:
        return from_json(
            inhoud,
            self.instrument,
            self.versie,
            bestand=bestand or "Dit bestand",
            omzettingen=self.omzettingen,
            grens=grens,
        )


def _dump(staat: Mapping[str, Any]) -> str:
    """Schrijf de staat als tekst om te vergelijken, zo diep als zij ook in het bestand staat."""
    return json_text(staat, 1)


def _why(fout: Exception) -> str:
    """Zeg waarom een bestand niet kon worden teruggezet."""
    if isinstance(fout, Onleesbaar | Nieuwer):
        return str(fout)
    if isinstance(fout, VormError):
        zin = f"de gegevens in dit bestand zijn niet te lezen: {str(fout).rstrip('.')}."
        nieuwer = isinstance(fout, PlekError) and fout.probleem == ONBEKEND
        return f"{zin} {_HERLAAD}" if nieuwer else zin
    traceback.print_exception(fout)
    return "dit kon niet worden teruggezet. Het past niet bij dit hulpmiddel, of het is beschadigd."
