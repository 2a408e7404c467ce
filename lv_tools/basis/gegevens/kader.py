"""De kaders van de Inspectie: welke standaarden golden wanneer, en wat werd wat.

Een kader heeft bijstellingen (binnen dezelfde codes) en kan overgangen hebben (van de codes van het
vorige kader naar de zijne). Een kader zonder standaarden is alleen aangekondigd.

Deze module kent geen regels voor een oordeel. Die zijn alleen van de Inspectie.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lv_tools.basis.gegevens.datapakket import Standaard
from lv_tools.basis.taal.notatie import datum, opsomming

Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bijstelling:
    """Wat er op één dag in een kader veranderde.

    Attributes
    ----------
    vanaf : date
        De dag waarop het ging gelden.
    tekst, adres : str
        Wat wij erover weten, en waar dat staat.
    gelezen : bool
        Of wij de tekst zelf zagen.
    nieuw, vervallen, verduidelijkt : tuple of str
        Codes van standaarden.
    """

    vanaf: date
    tekst: str
    adres: str
    gelezen: bool
    nieuw: Codes = ()
    vervallen: Codes = ()
    verduidelijkt: Codes = ()


@dataclass(frozen=True, slots=True)
class Overgang:
    """Standaarden van het vorige kader (``van``) en wat daarvoor in de plaats kwam (``naar``)."""

    van: Codes
    naar: Codes
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Kader:
    """Een kader met zijn standaarden, bijstellingen en overgangen.

    Attributes
    ----------
    code, naam : str
        Korte naam zoals ``"2021"``, en de volle naam.
    vanaf : date
        De dag waarop het ging gelden, of gepland staat.
    adres, toelichting : str
        Waar het staat, en wat wij erover weten.
    standaarden : tuple of Standaard
        Alle standaarden die er op enige dag in stonden; leeg als het kader is aangekondigd.
    bijstellingen : tuple of Bijstelling
        In de volgorde van de dagen.
    overgangen : tuple of Overgang
        Vanuit het vorige kader.
    lees : Mapping
        Code -> een zin die de lezer bij die standaard verder helpt.
    """

    code: str
    naam: str
    vanaf: date
    adres: str
    toelichting: str
    standaarden: tuple[Standaard, ...]
    bijstellingen: tuple[Bijstelling, ...]
    overgangen: tuple[Overgang, ...]
    lees: Mapping[str, str]

    @property
    def codes(self) -> Codes:
        """Codes van alle standaarden."""
        return tuple(standaard.code for standaard in self.standaarden)

    def since(self, code: str) -> date:
        """Geef de dag waarop een standaard in dit kader kwam."""
        return next((b.vanaf for b in self.bijstellingen if code in b.nieuw), self.vanaf)

    def until(self, code: str) -> date | None:
        """Geef de dag waarop een standaard uit dit kader ging, of ``None``."""
        return next((b.vanaf for b in self.bijstellingen if code in b.vervallen), None)

    def standards_on(self, dag: date) -> tuple[Standaard, ...]:
        """Geef de standaarden die op een dag in dit kader stonden."""
        return tuple(
            standaard
            for standaard in self.standaarden
            if self.since(standaard.code) <= dag
            and ((tot := self.until(standaard.code)) is None or dag < tot)
        )


@dataclass(frozen=True, slots=True)
class Kaders:
    """Alle kaders die dit project kent, van oud naar nieuw.

    Attributes
    ----------
    alle : tuple of Kader
        De kaders.
    in_gebruik, onderzoek : str
        Korte naam van het kader waarmee de hulpmiddelen werken, en van dat in het onderzoek.
    gecontroleerd : date
        De dag waarop dit is nagekeken.

    Examples
    --------
    >>> from datetime import date
    >>> from lv_tools.basis.gegevens.kaderbestand import kaders
    >>> "OP0" in {s.code for s in kaders().on(date(2022, 9, 1)).standards_on(date(2022, 9, 1))}
    False
    >>> kaders().translate("OP3", "2021", "2021")
    ('OP3',)
    """

    alle: tuple[Kader, ...]
    in_gebruik: str
    onderzoek: str
    gecontroleerd: date

    def get(self, code: str) -> Kader:
        """Geef een kader bij zijn korte naam.

        Raises
        ------
        LookupError
            Als het kader er niet is; de melding noemt welke er wel zijn.
        """
        for kader in self.alle:
            if kader.code == code:
                return kader
        bekend = opsomming([kader.code for kader in self.alle])
        raise LookupError(f"kader {code!r} is hier niet bekend: kies uit {bekend}")

    @property
    def current(self) -> Kader:
        """Het kader waarmee het boek en de hulpmiddelen werken."""
        return self.get(self.in_gebruik)

    @property
    def announced(self) -> tuple[Kader, ...]:
        """Kaders waarvan de standaarden nog niet bekend zijn."""
        return tuple(kader for kader in self.alle if not kader.standaarden)

    def on(self, dag: date) -> Kader:
        """Geef het kader dat op een dag gold, voor zover de standaarden hier bekend zijn.

        Raises
        ------
        LookupError
            Als de dag voor het oudste kader ligt.
        """
        geldig = [kader for kader in self.alle if kader.standaarden and kader.vanaf <= dag]
        if not geldig:
            raise LookupError(
                f"voor {datum(dag)} kennen wij geen kader: het oudste gaat in op "
                f"{datum(self.alle[0].vanaf)}"
            )
        return geldig[-1]

    def translate(self, code: str, van: str, naar: str) -> Codes:
        """Geef wat een standaard van het ene kader in een ander kader is.

        Parameters
        ----------
        code : str
            Code in het kader ``van``.
        van, naar : str
            Korte namen; ``naar`` mag ook ouder zijn.

        Returns
        -------
        tuple of str
            Geen, een of meer codes, in de volgorde van het kader ``naar``.

        Raises
        ------
        LookupError
            Als een kader of de code niet bekend is, of ``naar`` nog geen standaarden heeft.
        """
        begin, eind = self.alle.index(self.get(van)), self.alle.index(self.get(naar))
        if code not in self.alle[begin].codes:
            raise LookupError(f"standaard {code!r} staat niet in kader {van!r}")
        stap = 1 if eind >= begin else -1
        gevonden = {code}
        for plek in range(begin, eind, stap):
            oud, nieuw = sorted((plek, plek + stap))
            if not self.alle[nieuw].standaarden:
                raise LookupError(
                    f"van kader {self.alle[nieuw].code!r} zijn de standaarden nog niet bekend"
                )
            paren = _pairs(self.alle[oud], self.alle[nieuw])
            gevonden = {paar[stap > 0] for paar in paren if paar[stap < 0] in gevonden}
        return tuple(ander for ander in self.alle[eind].codes if ander in gevonden)


def _pairs(oud: Kader, nieuw: Kader) -> set[tuple[str, str]]:
    """Welke code van het oude kader bij welke van het nieuwe hoort."""
    genoemd = {code for overgang in nieuw.overgangen for code in overgang.van}
    gelijk = {(code, code) for code in oud.codes if code in nieuw.codes and code not in genoemd}
    return gelijk | {(van, naar) for o in nieuw.overgangen for van in o.van for naar in o.naar}
