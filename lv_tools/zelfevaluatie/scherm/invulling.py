"""Wat iemand per scan invulde, ook voor scans van een ander; onthouden per scan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lv_tools.basis.antwoorden.bestand import rest_from_data, rest_to_data
from lv_tools.basis.onderzoek.anoniem import without_seconds
from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.onderzoek.respondenten import Respondent, new_id
from lv_tools.basis.onderzoek.vroeger import Restwaarde, Vroeger
from lv_tools.schermdelen import Deel
from lv_tools.zelfevaluatie.bestand.lijst import list_of, to_data
from lv_tools.zelfevaluatie.bestand.link import LinkError, from_fragment, to_fragment
from lv_tools.zelfevaluatie.bestand.overzetten import carry_setup
from lv_tools.zelfevaluatie.model.opzet import Opzet, vragenset
from lv_tools.zelfevaluatie.teksten import Instrument

#: Zoveel scans van anderen onthoudt dit apparaat; de oudste gaat er dan uit.
MAX_SCANS = 20


@dataclass(frozen=True)
class Invulling:
    """De antwoorden van een persoon op één scan, en hoe ver die is.

    ``plek`` is het nummer van het blad: 0 is het begin, na het laatste thema komt het overzicht.
    ``rest`` zijn antwoorden op een oudere vragenlijst die nu geen plaats meer hebben.
    """

    opzet: Opzet
    kenmerk: str = field(default_factory=new_id)
    tijd: str = ""
    plek: int = 0
    rol: str = ""
    naam: str = ""
    antwoorden: Mapping[str, int | None] = field(default_factory=dict)
    notities: Mapping[str, str] = field(default_factory=dict)
    rest: Mapping[Vroeger, Restwaarde] = field(default_factory=dict)


class Invulgeheugen(Deel):
    """Onthoudt de invullingen in het bewaarde bestand; zelf is dit deel niet te zien.

    Parameters
    ----------
    bij_herstel
        Functie zonder argumenten, nadat bewaarde invullingen zijn teruggezet.
    """

    soort = "kolom"
    naam = "invullingen"

    def __init__(self, inhoud: Instrument, bij_herstel: Callable[[], object]) -> None:
        self.inhoud_, self.bij_herstel = inhoud, bij_herstel
        self.scans: dict[str, Invulling] = {}
        #: Kenmerk van de scan die openstaat; leeg is de eigen scan.
        self.open = ""
        #: Kwam het laatst teruggezette van een andere vragenlijst dan die van nu?
        self.ouder = False
        super().__init__(verborgen=True)

    def of(self, opzet: Opzet) -> Invulling:
        """Geef de invulling bij een scan, met de instellingen van nu."""
        bekend = self.scans.get(opzet.id)
        return replace(bekend, opzet=opzet) if bekend else Invulling(opzet)

    def put(self, invulling: Invulling) -> None:
        """Onthoud een invulling; bij een anonieme scan zonder naam en zonder seconden."""
        if invulling.opzet.modus == "anoniem":
            invulling = replace(invulling, naam="", tijd=without_seconds(invulling.tijd))
        self.scans[invulling.opzet.id] = invulling
        while len(self.scans) > MAX_SCANS:
            del self.scans[next(iter(self.scans))]

    def keep(self) -> dict[str, Any]:
        """Bewaar alle invullingen, elk met de instellingen van haar scan, en de vragenlijst."""
        if not self.scans:
            return {"open": self.open, "scans": []}
        return {
            "open": self.open,
            "toen": to_data(self.inhoud_),
            "scans": [
                {
                    "opzet": to_fragment(invulling.opzet, self.inhoud_),
                    **{veld: getattr(invulling, veld) for veld in _VELDEN},
                    "antwoorden": dict(invulling.antwoorden),
                    "notities": dict(invulling.notities),
                    "rest": rest_to_data(invulling.rest),
                }
                for invulling in self.scans.values()
            ],
        }

    def restore(self, bewaard: Any) -> None:
        """Zet terug wat bewaard was, ook van een oudere vragenlijst.

        Raises
        ------
        ValueError, TypeError, LookupError
            Als de vorm niet klopt; wat wel te lezen was, staat er dan.
        """
        self.scans, self.open = {}, ""
        try:
            toen = list_of(bewaard.get("toen"), self.inhoud_) if bewaard["scans"] else self.inhoud_
            self.ouder = toen is not self.inhoud_
            for rij in list(bewaard["scans"]):
                self.put(self._read(rij, toen))
            if bewaard["open"] in self.scans:
                self.open = str(bewaard["open"])
        finally:
            self.bij_herstel()

    def _read(self, rij: Any, toen: Instrument) -> Invulling:
        try:
            opzet = from_fragment(str(rij["opzet"]), toen)
        except LinkError as fout:
            raise ValueError(str(fout)) from fout
        nu, _overig = carry_setup(opzet, toen, self.inhoud_)
        teksten = {veld: str(rij[veld]) for veld in _VELDEN if veld != "plek"}
        gegeven = Respondent(
            "",
            teksten["rol"],
            dict(rij["antwoorden"]),
            notities={str(code): str(tekst) for code, tekst in rij["notities"].items()},
            rest=rest_from_data(rij.get("rest", [])),
        )
        zetter = Overzetting(vragenset(opzet, toen), vragenset(nu, self.inhoud_))
        over = gegeven if toen is self.inhoud_ else zetter.respondent(gegeven)
        rol = over.rol if teksten["rol"] else ""
        return Invulling(
            nu,
            plek=int(rij["plek"]),
            antwoorden=over.antwoorden,
            notities=over.notities,
            rest=over.rest,
            **(teksten | {"rol": rol}),
        )


_VELDEN = ("kenmerk", "tijd", "plek", "rol", "naam")
