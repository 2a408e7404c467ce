"""Velden die aan een pad van de staat vastzitten: wat er staat komt uit de staat, en gaat erheen.

Het pad is ook de naam van het schermdeel. Daardoor weet de pagina waar iets hoort als Python er
even niet is, en is de naam van een veld geen tweede bestandsvorm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.codec import split
from lv_tools.basis.vorm.pad import find_at, type_at
from lv_tools.basis.vorm.typen import bare, field_of, may_be_empty
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.deel import Invoerdeel
from lv_tools.schermdelen.keuze import Keuzelijst, Keuzerondjes, Opties, Vinkje, Vinkjes
from lv_tools.schermdelen.veld import Invoerveld, field_part
from lv_tools.schermdelen.vragenlijst import Schaalpunt, Stelling, Vragenlijst

D = TypeVar("D", bound=Invoerdeel)
K = TypeVar("K", Keuzelijst, Keuzerondjes, Vinkjes, Vinkje, Vragenlijst)

KEUZES = (Keuzelijst, Keuzerondjes, Vinkjes)
#: Zo begint het pad van een veld in een formulier dat nog niet is ingezonden.
FORMULIER = "+"


class Koppeling:
    """Houdt een schermdeel gelijk aan de staat, als iets anders dan dat deel de staat wijzigt."""

    def __init__(self, deel: Invoerdeel, waarde: Callable[[], Any]) -> None:
        self.deel, self.waarde = deel, waarde

    def sync(self) -> None:
        """Zet in het deel wat er nu hoort te staan; een pad dat weg is, verandert niets."""
        try:
            nu = self.waarde()
        except LookupError:
            return
        if nu != self.deel.waarde:
            self.deel.waarde = nu
            self.deel.fout = ""


class Velden:
    """Maakt velden bij paden van één werk, en houdt ze gelijk aan de staat."""

    def __init__(self, werk: Werk[Any, Any]) -> None:
        self.werk = werk
        #: Per pad: een deel dat opnieuw gebouwd wordt, vervangt het vorige.
        self._koppelingen: dict[str, Koppeling] = {}
        self._uitgave = werk.uitgave

    def sync(self) -> None:
        """Werk alle velden bij als de staat als geheel is vervangen."""
        if self._uitgave != self.werk.uitgave:
            self._uitgave = self.werk.uitgave
            for koppeling in self._koppelingen.values():
                koppeling.sync()

    def text(
        self,
        pad: str,
        label: str,
        *,
        hulp: str = "",
        houd: bool = False,
        ruim: bool = False,
        **rest: Any,
    ) -> Invoerveld:
        """Maak een veld om in te typen; welk soort veld volgt uit het type op het pad.

        Parameters
        ----------
        houd
            Laat bij wat niet te lezen is de waarde van ervoor gelden.
        ruim
            Geef tekst van één alinea een vak dat meegroeit met wat iemand schrijft.
        rest
            Wat het type niet zegt; zie :func:`lv_tools.basis.vorm.typen.field_of`.
        """
        werk = self.werk
        veld = field_of(type_at(type(werk.staat), pad), pad, label, hulp=hulp, **rest)
        werk.velden[pad] = veld
        deel = Invoerveld(
            veld,
            waarde=werk.text(pad),
            bij_tekst=lambda tekst: werk.type(pad, tekst, veld, houd=houd),
            laat=lambda: self._exists(pad),
            ruim=ruim,
        )
        return self._keep(deel, lambda: werk.text(pad))

    def choice(
        self, pad: str, label: str, opties: Opties, *, leeg: str = "", **rest: Any
    ) -> Keuzelijst:
        """Maak een keuzelijst; met ``leeg`` is ``None`` (of lege tekst) ook een keuze.

        Staat er op het pad een heel getal, dan zijn de sleutels van de opties cijfers.
        """
        zonder, soort = self._empty(pad), split(bare(type_at(type(self.werk.staat), pad)))[0]
        zet = self._setter(pad, zonder)
        deel = Keuzelijst(
            label,
            opties,
            leeg=leeg,
            naam=pad,
            bij_wijziging=(lambda w: zet(None if w is None else int(w))) if soort is int else zet,
            **rest,
        )
        return self._fill(deel, pad)

    def radios(self, pad: str, label: str, opties: Opties, **rest: Any) -> Keuzerondjes:
        """Maak keuzerondjes."""
        deel = Keuzerondjes(
            label, opties, naam=pad, bij_wijziging=self._setter(pad, self._empty(pad)), **rest
        )
        return self._fill(deel, pad)

    def checks(
        self,
        pad: str,
        label: str,
        opties: Opties,
        *,
        mag: Callable[[tuple[str, ...]], bool] | None = None,
        **rest: Any,
    ) -> Vinkjes:
        """Maak een groep vinkjes; op het pad staat een reeks sleutels.

        Parameters
        ----------
        mag
            Zegt of een keuze kan; zo niet, dan blijft in de staat wat er stond.
        """
        zet = self._setter(pad, ())

        def kies(waarde: tuple[str, ...]) -> None:
            if mag is None or mag(waarde):
                zet(waarde)
            else:
                self.werk.touch()

        deel = Vinkjes(label, opties, naam=pad, bij_wijziging=kies, **rest)
        return self._fill(deel, pad)

    def offer(
        self, keuze: Keuzelijst | Keuzerondjes | Vinkjes, opties: Iterable[tuple[str, str]]
    ) -> None:
        """Vernieuw de opties van een keuze, en laat daarvan zien wat er in de staat staat."""
        keuze.opties = tuple(opties)
        keuze.waarde = self._koppelingen[keuze.naam].waarde()

    def check(self, pad: str, label: str, **rest: Any) -> Vinkje:
        """Maak een enkel vinkje."""
        deel = Vinkje(label, naam=pad, bij_wijziging=self._setter(pad, False), **rest)
        return self._fill(deel, pad)

    def answers(
        self,
        pad: str,
        label: str,
        stellingen: Iterable[Stelling],
        schaal: Iterable[Schaalpunt],
        **rest: Any,
    ) -> Vragenlijst:
        """Maak een vragenlijst; op het pad staat per stelling een antwoord."""
        deel = Vragenlijst(
            label,
            tuple(stellingen),
            tuple(schaal),
            naam=pad,
            bij_wijziging=self._setter(pad, {}),
            **rest,
        )
        return self._fill(deel, pad)

    def part(self, deel: D) -> D:
        """Maak een eigen deel vast aan het pad dat zijn naam is; zijn waarde is JSON.

        Zo bewaart een deel dat geen gewoon veld is, zoals een klok, wat het weet in de staat.
        """
        pad, werk = deel.naam, self.werk
        soort = type_at(type(werk.staat), pad)
        deel.bij_wijziging = lambda waarde: werk.enter(pad, codec.read(soort, waarde))
        deel.laat = lambda: self._exists(pad)
        return self._keep(deel, lambda: codec.write(find_at(werk.staat, pad)))

    def form(self, naam: str, velden: Iterable[Veld], **delen: Any) -> tuple[Invoerdeel, ...]:
        """Maak velden van een formulier dat pas bij het inzenden de staat verandert.

        Tot dan bewaart het werk wat er staat als concept. De namen in de uitkomst van het
        formulier zijn die van ``velden``, met het pad ervoor; zie :meth:`values`.
        """
        return tuple(self._form_field(naam, veld, **delen) for veld in velden)

    def form_radios(
        self, naam: str, veld: str, label: str, opties: Opties, waarde: str
    ) -> Keuzerondjes:
        """Maak keuzerondjes in een formulier; ``waarde`` is de keuze waarmee het begint."""
        deel = Keuzerondjes(label, opties, waarde=waarde, naam=f"{FORMULIER}{naam}/{veld}")
        return self.hold(deel)

    def values(self, naam: str, ingezonden: Mapping[str, Any]) -> dict[str, Any]:
        """Haal het pad weer van de namen in de uitkomst van een formulier."""
        voor = f"{FORMULIER}{naam}/"
        return {sleutel.removeprefix(voor): waarde for sleutel, waarde in ingezonden.items()}

    def clear_form(self, naam: str) -> None:
        """Maak een formulier leeg, zoals na het inzenden."""
        self.werk.clear_drafts(f"{FORMULIER}{naam}")
        for pad, koppeling in self._koppelingen.items():
            if pad.startswith(f"{FORMULIER}{naam}/"):
                koppeling.sync()

    def _form_field(self, naam: str, veld: Veld, **rest: Any) -> Invoerdeel:
        return self.hold(field_part(replace(veld, naam=f"{FORMULIER}{naam}/{veld.naam}"), **rest))

    def hold(
        self,
        deel: D,
        begin: Callable[[], Any] | None = None,
        bij_wijziging: Callable[[Any], object] | None = None,
    ) -> D:
        """Bewaar wat in een deel van een formulier staat als concept, onder de naam van dat deel.

        Parameters
        ----------
        begin
            Geeft wat er staat zolang niemand iets anders invulde; zonder opgave is dat wat er nu in
            het deel staat.
        bij_wijziging
            Krijgt wat iemand invult, ook al geldt het nog niet.
        """
        pad, werk, leeg = deel.naam, self.werk, deel.waarde
        eerst = begin or (lambda: leeg)

        def keep(waarde: Any) -> None:
            werk.draft(pad, waarde, eerst())
            if bij_wijziging is not None:
                bij_wijziging(waarde)

        if isinstance(deel, Invoerveld):
            deel.bij_tekst = keep
        else:
            deel.bij_wijziging = keep
        deel.laat = lambda: True
        return self._keep(deel, lambda: _fit(deel, werk.drafted(pad, eerst()), leeg))

    def _setter(self, pad: str, zonder: Any) -> Callable[[Any], None]:
        return lambda waarde: self.werk.enter(pad, zonder if waarde is None else waarde)

    def _empty(self, pad: str) -> Any:
        return None if may_be_empty(type_at(type(self.werk.staat), pad)) else ""

    def _fill(self, deel: K, pad: str) -> K:
        deel.laat = lambda: self._exists(pad)
        return self._keep(deel, lambda: _fit(deel, find_at(self.werk.staat, pad), deel.check(None)))

    def _keep(self, deel: D, waarde: Callable[[], Any]) -> D:
        koppeling = Koppeling(deel, waarde)
        self._koppelingen[deel.naam] = koppeling
        koppeling.sync()
        return deel

    def _exists(self, pad: str) -> bool:
        try:
            find_at(self.werk.staat, pad)
        except LookupError:
            return False
        return True


def _fit(deel: Invoerdeel, waarde: Any, anders: Any) -> Any:
    """Geef een bewaarde waarde als zij hier nog kan; van een reeks wat ervan kan."""
    if type(waarde) is int and isinstance(deel, Keuzelijst):
        waarde = str(waarde)
    if isinstance(deel, Vinkjes) and isinstance(waarde, list | tuple):
        waarde = deel.fit(w for w in waarde if isinstance(w, str))
    try:
        return deel.check(tuple(waarde) if isinstance(waarde, list) else waarde)
    except (ValueError, TypeError):
        # De opties kunnen intussen anders zijn: dan kan ook wat er eerst stond niet meer.
        return deel.fit(anders) if isinstance(deel, KEUZES) else anders
