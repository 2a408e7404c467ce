"""Wie al antwoordde en wie nog mist, een tekst om te herinneren, en dezelfde naam die dubbel is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lv_tools.basis.onderzoek.respons import (
    Dubbel,
    Opkomst,
    attendance,
    expected_counts,
    expected_names,
)
from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.verzamelen.groep import own, sources
from lv_tools.basis.verzamelen.groepswijziging import keep_all
from lv_tools.bouwdoos.groep.stand import C, Groepsdeel, Groepswerk
from lv_tools.schermdelen.adres import Kopieerveld
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom, Rij, Sectie, Uitklap
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling, Nadruk, Tekst


class Responspaneel(Groepsdeel[C]):
    """De opkomst van een groep.

    Op naam staat er wie er antwoordde en wie er mist, als de verwachte namen zijn ingevuld.
    Anoniem staan er alleen aantallen per groep. Niets wordt verstuurd.

    Parameters
    ----------
    herinnering
        Geeft de tekst om mensen mee te herinneren.
    """

    def __init__(
        self,
        groep: Groepswerk,  # type: ignore[type-arg]  # elke staat
        inhoud: C,
        herinnering: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(groep, inhoud)
        self.teksten = inhoud.respons
        self.herinnering = herinnering or (lambda: self.teksten.herinnering)

    def build(self) -> Iterable[Deel]:
        """De velden en de stand."""
        teksten, pad = self.teksten, self.groep.onderzoek.pad
        self.namen = self.velden.text(f"{pad}/namen", teksten.namen, hulp=teksten.namen_hulp)
        self.aantallen = self.velden.text(
            f"{pad}/aantallen", teksten.aantallen, hulp=teksten.aantallen_hulp
        )
        self.stand = Mededeling()
        self.wie = Tekst(lijst=True)
        self.tekst = Tekst()
        self.kopie = Kopieerveld(teksten.kopie)
        self.herinner = Uitklap(
            teksten.herinner, Tekst(teksten.herinner_hulp), self.tekst, self.kopie
        )
        self.dubbel = Kolom()
        self._gevraagd: tuple[Dubbel, ...] = ()
        self.vak = Sectie(
            teksten.titel,
            self.dubbel,
            self.namen,
            self.aantallen,
            self.stand,
            self.wie,
            self.herinner,
            niveau=3,
        )
        return (self.vak,)

    def show(self) -> None:
        """Werk de opkomst bij."""
        groep = self.groep.nu
        op_naam = groep.modus == "naam"
        self.vak.verborgen = not groep.modus
        if not groep.modus:
            return
        self.namen.verborgen, self.aantallen.verborgen = not op_naam, op_naam
        if op_naam:
            self._by_name()
        else:
            self._by_count()
        tekst = self.herinnering()
        self.tekst.alineas, self.kopie.tekst = (tekst,), tekst
        if self._gevraagd != self.groep.dubbelen:
            self._gevraagd = self.groep.dubbelen
            self.dubbel.inhoud = tuple(self._question(dubbel) for dubbel in self._gevraagd)

    @property
    def complete(self) -> bool:
        """Is ieder die verwacht wordt er al? Zonder verwachting is dat niet te zeggen."""
        groep = self.groep.nu
        if groep.modus == "naam":
            return bool(expected_names(groep.namen)) and not self._attendance().missen
        per_groep = expected_counts(groep.aantallen, self.groep.vragen).per_groep
        tellingen = self.groep.tellingen
        return bool(per_groep) and all(
            rol in tellingen and tellingen[rol].personen >= aantal
            for rol, aantal in per_groep.items()
            if aantal
        )

    def _attendance(self) -> Opkomst:
        groep = self.groep.nu
        return attendance(expected_names(groep.namen), merge(sources(groep, self.groep.vragen)))

    def _by_name(self) -> None:
        opkomst, teksten = self._attendance(), self.teksten
        verwacht = len(opkomst.binnen) + len(opkomst.missen)
        regels: list[Any] = []
        if verwacht:
            self.stand.tekst = teksten.stand.format(binnen=len(opkomst.binnen), verwacht=verwacht)
            regels += _line("Mist nog", opkomst.missen)
            regels += _line("Is binnen", opkomst.binnen)
            regels += _line("Is binnen en staat niet op uw lijst", opkomst.niet_op_lijst)
        else:
            self.stand.tekst = teksten.zonder_lijst
            regels += _line("Is binnen", opkomst.niet_op_lijst)
        if opkomst.zonder_naam:
            regels.append((Nadruk("Zonder naam: "), f"{opkomst.zonder_naam}."))
        self.wie.alineas = tuple(regels)
        self.herinner.verborgen = not (opkomst.missen or not verwacht)

    def _by_count(self) -> None:
        vragen, tellingen = self.groep.vragen, self.groep.tellingen
        verwacht = expected_counts(self.groep.nu.aantallen, vragen)
        regels = []
        for rol in dict.fromkeys((*verwacht.per_groep, *tellingen)):
            hoeveel = tellingen[rol].personen if rol in tellingen else 0
            van = f" van {verwacht.per_groep[rol]}" if rol in verwacht.per_groep else ""
            regels.append(f"{vragen.rolnaam(rol)}: {hoeveel}{van}")
        if verwacht.onleesbaar:
            vreemd = opsomming([f"‘{regel[:40]}’" for regel in verwacht.onleesbaar[:3]])
            regels.append(self.teksten.aantallen_fout.format(regels=vreemd))
        self.wie.alineas = tuple(regels)
        self.stand.tekst = self.teksten.compleet if self.complete else self.teksten.anoniem
        self.herinner.verborgen = self.complete

    def _question(self, dubbel: Dubbel) -> Kolom:
        wie = f"{dubbel.naam} ({self.groep.vragen.rolnaam(dubbel.rol)})"
        vraag = self.teksten.dubbel.format(wie=wie, aantal=len(dubbel.mensen))
        allebei = Knop(f"{wie}: tel ze allemaal", lambda: self._keep(dubbel, nieuwste=False))
        if own(self.groep.nu, self.groep.vragen) in dubbel.mensen[:-1]:
            uitleg = Tekst(self.teksten.dubbel_eigen)
            return Kolom(Mededeling(vraag, "letop"), uitleg, allebei)
        nieuwste = Knop(f"{wie}: alleen het nieuwste telt", lambda: self._keep(dubbel))
        return Kolom(Mededeling(vraag, "letop"), Rij(nieuwste, allebei))

    def _keep(self, dubbel: Dubbel, *, nieuwste: bool = True) -> None:
        if nieuwste:
            self.groep.keep_newest(dubbel)
        else:
            self.groep.change(lambda groep, _vragen: keep_all(groep, dubbel))
        (self.namen if self.groep.nu.modus == "naam" else self.aantallen).focus()


def _line(wat: str, namen: tuple[str, ...]) -> Iterator[Any]:
    if namen:
        yield (Nadruk(f"{wat} ({len(namen)}): "), f"{opsomming(namen)}.")
