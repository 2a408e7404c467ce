"""Het scherm: het ene widget waarin alle schermdelen van een hulpmiddel staan.

Afspraken tussen Python en de pagina
------------------------------------
De pagina bouwt de boom uit ``boom`` en stuurt daarna gebeurtenissen. Python antwoordt met bundels
wijzigingen met een volgnummer; mist een weergave er een, dan vraagt zij de hele boom opnieuw.
Elke gebeurtenis krijgt een ontvangstbericht, ook als er iets misging: zo weet de pagina wat Python
al heeft, en wat zij zelf nog moet vasthouden.

Terwijl Python bezig is, kan de lezer doortypen in een veld dat net verdwijnt. Zo'n late wijziging
is geen storing. Zij gaat naar het deel dat nu zo heet, of naar het weggehaalde deel als dat zelf
weet waar zijn tekst hoort (``laat``). Kan dat niet, dan zegt het ontvangstbericht ``vervallen`` en
toont de pagina wat er getypt was.
"""

from __future__ import annotations

import contextlib
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lv_tools.schermdelen.bewaarplaats import drawn_by_page
from lv_tools.schermdelen.deel import Deel, Invoerdeel

if TYPE_CHECKING:
    from lv_tools.schermdelen.jupyterwidget import Widget
elif drawn_by_page():
    from lv_tools.schermdelen.paginawidget import Widget
else:  # bij naam: zo telt het niet mee in wat een pagina ophaalt
    Widget = import_module("lv_tools.schermdelen.jupyterwidget").Widget

#: Zoveel weggehaalde velden blijven bekend, voor wat iemand er nog in typte.
WEG_BEKEND = 500
#: Staat in een kenmerk voor het hoeveelste deel dit is met dezelfde naam of plek.
VOLGEND = "~"


class _Bladzijde(Deel):
    """De wortel van de boom."""

    soort = "bladzijde"


class Scherm(Widget):
    """Een scherm vol schermdelen, overal hetzelfde: in de pagina, in Voilà en in JupyterLab.

    Parameters
    ----------
    inhoud
        De delen van boven naar beneden.
    titel
        Kop boven het scherm; leeg is geen kop.
    kopniveau
        Niveau van die kop, 2 tot en met 5.

    Notes
    -----
    Een fout in een functie van het hulpmiddel komt als Nederlandse melding in beeld. De waarde die
    de lezer invulde is dan al overgenomen en gaat dus niet verloren.
    """

    def __init__(self, *inhoud: Deel, titel: str = "", kopniveau: int = 2) -> None:
        self._wortel = _Bladzijde(titel=titel, kopniveau=kopniveau, inhoud=inhoud)
        self._versie = 0
        self._wachtend: dict[str, dict[str, Any]] = {}
        self._behalve: dict[str, dict[str, str]] = {}
        #: Delen die uit een inhoud zijn gehaald; misschien staan zij intussen ergens anders.
        self._los: list[Deel] = []
        self._weg: dict[str, Invoerdeel] = {}
        #: Hoe vaak een kenmerk al is gegeven.
        self._uitgegeven: Counter[str] = Counter()
        #: Alle delen die aan dit scherm hangen, bij hun kenmerk.
        self._delen: dict[str, Deel] = {}
        self._bezig = 0
        #: Waarom een handeling niet lukte, als de pagina daar een eigen zin bij heeft.
        self._reden = ""
        #: De weergave die nu aan het woord is; leeg als Python zelf iets wijzigt.
        self._bron = ""
        self._voor_verzenden: list[Callable[[], object]] = []
        self._na_afloop: list[Callable[[], object]] = []
        self._name_all(self._wortel, None)  # eerst: hierna gaat de boom naar de pagina
        super().__init__()
        self._wortel.attach(self)
        self.on_msg(self._on_message)

    @property
    def inhoud(self) -> tuple[Deel, ...]:
        """De delen van dit scherm; te vervangen door een andere reeks delen."""
        return self._wortel.inhoud

    @inhoud.setter
    def inhoud(self, delen: Sequence[Deel]) -> None:
        self._wortel.inhoud = tuple(delen)

    def to_tree(self) -> dict[str, Any]:
        """Geef de boom zoals hij nu is, met het volgnummer waar hij bij hoort."""
        return {"versie": self._versie, "wortel": self._wortel.to_tree()}

    def walk(self) -> list[Deel]:
        """Geef alle delen van het scherm, van boven naar beneden."""
        return self._wortel.walk()

    def register(self, deel: Deel, ouder: Deel | None) -> None:
        """Dit deel hangt nu aan dit scherm; schermdelen roepen dit zelf.

        Notes
        -----
        Een kenmerk volgt uit de naam van het deel, of uit zijn plek. Zo heet een deel overal
        hetzelfde: bij het bouwen van het boek, in de browser, en morgen weer. Een kenmerk komt op
        een scherm maar een keer voor, ook als het deel al weg is.
        """
        if not deel.id:
            stam = deel.naam or f"{ouder.id if ouder else ''}/{deel.sleutel or deel.soort[:3]}"
            self._uitgegeven[stam] += 1
            keer = self._uitgegeven[stam]
            deel.id = stam if keer == 1 else f"{stam}{VOLGEND}{keer}"
        self._delen[deel.id] = deel

    def _name_all(self, deel: Deel, ouder: Deel | None) -> None:
        self.register(deel, ouder)
        for kind in deel.inhoud:
            self._name_all(kind, deel)

    def find(self, kenmerk: str) -> Deel:
        """Zoek een deel op zijn kenmerk.

        Raises
        ------
        LookupError
            Als het deel niet (meer) op het scherm staat.
        """
        self._detach_gone()  # Python kan ook buiten een gebeurtenis om iets hebben weggehaald
        if kenmerk not in self._delen:
            raise LookupError(f"deel {kenmerk} staat niet meer op het scherm")
        return self._delen[kenmerk]

    def meld(self, tekst: str) -> None:
        """Laat een schermlezer een korte mededeling voorlezen, zonder dat er iets in beeld komt."""
        self.send({"soort": "meld", "tekst": tekst})

    def na_afloop(self, functie: Callable[[], object]) -> None:
        """Roep deze functie na elke gebeurtenis; het bewaren gebruikt dit."""
        self._na_afloop.append(functie)

    def voor_verzenden(self, functie: Callable[[], object]) -> None:
        """Roep deze functie na elke gebeurtenis, voordat de wijzigingen naar de pagina gaan."""
        self._voor_verzenden.append(functie)

    @contextlib.contextmanager
    def bundle(self) -> Iterator[None]:
        """Stuur alle wijzigingen binnen dit blok in een keer."""
        self._bezig += 1
        try:
            yield
        finally:
            self._bezig -= 1
            if not self._bezig:
                self._flush()

    def wijzig(self, deel: Deel, naam: str, behalve: str) -> None:
        """Zet een wijziging klaar voor de pagina; schermdelen roepen dit zelf."""
        self._wachtend.setdefault(deel.id, {})[naam] = deel.to_page(naam, deel.eigenschappen[naam])
        self._behalve.setdefault(deel.id, {})[naam] = behalve
        if not self._bezig:
            self._flush()

    def stuur_opdracht(
        self, deel: Deel, naam: str, gegevens: Mapping[str, Any], buffers: Sequence[bytes]
    ) -> None:
        """Stuur een eenmalige opdracht, na de wijzigingen die er al klaarstaan."""
        self._flush()
        bericht = {
            "soort": "opdracht",
            "deel": deel.id,
            "naam": naam,
            "gegevens": dict(gegevens),
            "weergave": self._bron,
        }
        self.send(bericht, buffers=list(buffers) or None)

    def let_go(self, delen: Sequence[Deel]) -> None:
        """Deze delen zijn uit een inhoud gehaald; schermdelen roepen dit zelf."""
        self._los += delen

    def _detach_gone(self) -> None:
        """Maak los wat nergens meer staat, en onthoud de velden voor wie er nog in typte."""
        los, self._los = self._los, []
        if not los:
            return
        aanwezig = {deel.id for deel in self.walk()}
        for deel in (d for wortel in los for d in wortel.walk() if d.id not in aanwezig):
            deel.scherm = None
            self._delen.pop(deel.id, None)
            if isinstance(deel, Invoerdeel):
                self._weg.pop(deel.id, None)
                self._weg[deel.id] = deel
        while len(self._weg) > WEG_BEKEND:
            del self._weg[next(iter(self._weg))]

    def _late(self, kenmerk: str, naam: str, gegevens: Mapping[str, Any]) -> bool:
        """Verwerk een gebeurtenis van een deel dat weg is; geeft of dat lukte."""
        if naam != "wijziging":
            return False
        weg = self._weg.get(kenmerk)
        heet = weg.naam if weg else kenmerk.rpartition(VOLGEND)[0] or kenmerk
        nu = next((d for d in self.walk() if heet and d.naam == heet), None)
        if weg is None:  # het scherm in beeld is van een vorige keer
            doel = nu if isinstance(nu, Invoerdeel) else None
        else:
            doel = nu if type(nu) is type(weg) else weg if weg.laat and weg.laat() else None
        if doel is None:
            return False
        doel.receive(naam, gegevens, "")  # geen weergave heeft deze waarde al in beeld
        return True

    def _flush(self) -> None:
        if not self._wachtend:
            return
        self._versie += 1
        lijst = [
            {"deel": kenmerk, "eigenschappen": nieuw, "behalve": self._behalve[kenmerk]}
            for kenmerk, nieuw in self._wachtend.items()
        ]
        self._wachtend, self._behalve = {}, {}
        self.send({"soort": "wijzigingen", "versie": self._versie, "lijst": lijst})

    def _on_message(self, _widget: object, inhoud: Mapping[str, Any], buffers: list[Any]) -> None:
        if inhoud.get("soort") == "hallo":
            if inhoud.get("versie") != self._versie:
                self.send({"soort": "boom", "boom": self.to_tree()})
            return
        storing, vervallen, self._reden = "", False, ""
        self._bron = str(inhoud.get("weergave", ""))
        kenmerk, naam = str(inhoud.get("deel")), str(inhoud.get("naam"))
        deel: Deel | None = None
        with self.bundle():
            try:
                gegevens = {**inhoud.get("gegevens", {}), "buffers": buffers}
                self._detach_gone()
                deel = self._delen.get(kenmerk)
                if deel is None:
                    vervallen = not self._late(kenmerk, naam, gegevens)
                else:
                    deel.receive(naam, gegevens, self._bron)
            except Exception as fout:
                traceback.print_exc()
                storing, self._reden = f"{type(fout).__name__}: {fout}", _reason(fout)
            storing = self._run(self._voor_verzenden, storing)
            self._detach_gone()
            if deel is not None and deel.soort == "bewaren":
                self._weg.clear()  # in een ander bestand hoort late tekst van dit bestand niet
        storing = self._run(self._na_afloop, storing)
        klaar = {"nummer": inhoud.get("nummer"), "storing": storing, "weergave": self._bron}
        klaar |= {"reden": self._reden} if storing and self._reden else {}
        self.send({"soort": "klaar", **klaar, **({"vervallen": True} if vervallen else {})})
        self._bron = ""

    def _run(self, functies: Sequence[Callable[[], object]], storing: str) -> str:
        """Roep functies; geef de eerste storing, ook als die er al was."""
        for functie in functies:
            try:
                functie()
            except Exception as fout:
                traceback.print_exc()
                if not storing:
                    storing, self._reden = f"{type(fout).__name__}: {fout}", _reason(fout)
        return storing


def _reason(fout: BaseException | None) -> str:
    """Geef de reden die een fout zelf noemt, ook als een ander er een eigen fout van maakte."""
    while fout is not None:
        if reden := getattr(fout, "reden", ""):
            return str(reden)
        fout = fout.__cause__ or fout.__context__
    return ""
