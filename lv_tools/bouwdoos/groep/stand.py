"""De groep in het werk dat open is: kijken, wijzigen, en terugzetten wat net is weggehaald."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from lv_tools.basis.onderzoek.respons import Dubbel
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.telling import Groepstelling
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.verzamelen.antwoordcode import (
    Codevorm,
    Gevonden,
    find_codes,
    grouped,
    write_code,
)
from lv_tools.basis.verzamelen.codes import Binnen, add_codes, drop_codes
from lv_tools.basis.verzamelen.groep import Groep, counts, open_doubles, own
from lv_tools.basis.verzamelen.groepsbestand import Lezer, add_file
from lv_tools.basis.verzamelen.groepswijziging import (
    add_bron,
    keep_newest,
    remove,
    set_mode,
    undo_turn,
)
from lv_tools.basis.vorm.pad import get_at, replace_at
from lv_tools.bouwdoos.groep.inhoud import Groepsinhoud
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.werk import Werk

S = TypeVar("S")
C = TypeVar("C", bound=Groepsinhoud)


@dataclass(frozen=True, kw_only=True)
class Onderzoek(Generic[S]):
    """Wat een hulpmiddel over zijn groep zegt.

    Parameters
    ----------
    naam
        De ene naam van het hulpmiddel, voor bestandsnamen.
    vragen
        Geeft de vragen en rollen bij een staat.
    lezer
        Geeft bij een staat hoe een bestand van een ander gelezen wordt.
    titel
        Hoe de meting heet, voor de naam van een bestand.
    pad
        Waar de :class:`~lv_tools.basis.verzamelen.groep.Groep` in de staat staat.
    code
        Geeft de vorm van een code met antwoorden; ``None`` zolang de meting nog geen kenmerk heeft.
    """

    naam: str
    vragen: Callable[[S], Vragenset]
    lezer: Callable[[S], Lezer]
    titel: Callable[[S], str]
    pad: str = "groep"
    code: Callable[[S], Codevorm | None] = lambda _staat: None


class Groepswerk(Generic[S]):
    """De groep in een werk; alle panelen van een scherm delen er een.

    Wat het laatst is weggehaald, blijft bij dit bestand; het is terug te zetten.
    """

    def __init__(self, werk: Werk[S, Any], onderzoek: Onderzoek[S]) -> None:
        self.werk, self.onderzoek = werk, onderzoek
        self._geteld: tuple[Groep, Vragenset, Mapping[str, Groepstelling]] | None = None
        self._dubbel: tuple[Groep, Vragenset, tuple[Dubbel, ...]] | None = None

    @property
    def nu(self) -> Groep:
        """De groep van nu."""
        groep: Groep = get_at(self.werk.staat, self.onderzoek.pad)
        return groep

    @property
    def weggehaald(self) -> Bron | None:
        """Wat het laatst is weggehaald."""
        return self.werk.weg.get(self.onderzoek.pad)

    @weggehaald.setter
    def weggehaald(self, bron: Bron | None) -> None:
        self.werk.weg[self.onderzoek.pad] = bron

    @property
    def vragen(self) -> Vragenset:
        """De vragen en rollen van nu."""
        return self.onderzoek.vragen(self.werk.staat)

    @property
    def tellingen(self) -> Mapping[str, Groepstelling]:
        """Wie er meedoen, per rol; eenmaal per groep geteld."""
        groep, vragen = self.nu, self.vragen
        if self._geteld is None or self._geteld[0] is not groep or self._geteld[1] is not vragen:
            self._geteld = (groep, vragen, counts(groep, vragen))
        return self._geteld[2]

    @property
    def dubbelen(self) -> tuple[Dubbel, ...]:
        """Namen die er vaker in staan en waarover nog niets is gekozen."""
        groep, vragen = self.nu, self.vragen
        if self._dubbel is None or self._dubbel[0] is not groep or self._dubbel[1] is not vragen:
            self._dubbel = (groep, vragen, open_doubles(groep, vragen))
        return self._dubbel[2]

    @property
    def people(self) -> int:
        """Aantal mensen dat nu meedoet."""
        return sum(telling.personen for telling in self.tellingen.values())

    def who(self) -> str:
        """Zeg wie er meedoen, per rol."""
        if not self.tellingen:
            return "Er doet nog niemand mee."
        rollen = [f"{self.vragen.rolnaam(rol)} {t.personen}" for rol, t in self.tellingen.items()]
        mensen = self.people
        begin = "Er telt nu 1 persoon" if mensen == 1 else f"Nu tellen {mensen} mensen"
        return f"{begin} mee: {opsomming(rollen)}."

    # -- wijzigen ----------------------------------------------------------------------------

    def change(self, functie: Callable[[Groep, Vragenset], Groep]) -> None:
        """Vervang de groep door wat de functie ervan maakt."""
        pad, vragen = self.onderzoek.pad, self.onderzoek.vragen
        self.werk.change(
            lambda staat: replace_at(staat, pad, functie(get_at(staat, pad), vragen(staat)))
        )

    def set_mode(self, modus: Any) -> None:
        """Kies op naam of anoniem."""
        self.weggehaald = None  # wat werd weggehaald, kan nog namen bevatten
        if modus == "anoniem":
            for plek in ("eigen/naam", "beurt/naam", "namen"):  # ook niet als zij te lang waren
                self.werk.clear_drafts(f"{self.onderzoek.pad}/{plek}")
        self.change(lambda groep, _vragen: set_mode(groep, modus))

    def undo_turn(self) -> bool:
        """Haal de laatste persoon die op dit apparaat invulde weg, en zeg of die er was."""
        voor = self.nu
        self.change(lambda groep, _vragen: undo_turn(groep))
        return self.nu.bronnen != voor.bronnen

    def remove(self, sleutel: str) -> None:
        """Haal een bron weg; :meth:`undo_remove` zet haar terug."""
        self.weggehaald = remove(self.nu, sleutel)[1]
        self.change(lambda groep, _vragen: remove(groep, sleutel)[0])

    def keep_newest(self, dubbel: Dubbel) -> None:
        """Laat van een naam alleen de nieuwste tellen; :meth:`undo_remove` zet de rest terug."""
        self.weggehaald = keep_newest(self.nu, dubbel)[1]
        self.change(lambda groep, _vragen: keep_newest(groep, dubbel)[0])

    def undo_remove(self) -> None:
        """Zet terug wat het laatst is weggehaald."""
        if (bron := self.weggehaald) is not None:
            self.weggehaald = None
            self.change(lambda groep, _vragen: add_bron(groep, bron))

    def add_file(self, naam: str, inhoud: bytes) -> tuple[str, ...]:
        """Voeg een bestand van een ander toe; geef zinnen over wat er gebeurde."""
        bekend = {dubbel.sleutel for dubbel in self.dubbelen}
        lezer = self.onderzoek.lezer(self.werk.staat)
        nu = self.nu
        gedaan = add_file(nu, self.vragen, naam, inhoud, lezer)
        if gedaan.groep is nu:
            return gedaan.zinnen

        def erbij(groep: Groep, vragen: Vragenset) -> Groep:
            # Ging er intussen een bestand open, dan komt het bij wat daarin stond.
            return (gedaan if groep is nu else add_file(groep, vragen, naam, inhoud, lezer)).groep

        self.change(erbij)
        nieuw = [d.naam for d in self.dubbelen if d.sleutel not in bekend]
        if not nieuw:
            return gedaan.zinnen
        staan = "staat" if len(nieuw) == 1 else "staan"
        return (
            *gedaan.zinnen,
            f"{opsomming(nieuw)} {staan} er nu vaker in. Kies onder ‘Wie is er al?’ of dat "
            "dezelfde persoon is.",
        )

    # -- codes -------------------------------------------------------------------------------

    @property
    def code_form(self) -> Codevorm | None:
        """Hoe een code van deze meting eruitziet; ``None`` als er nog geen is."""
        return self.onderzoek.code(self.werk.staat)

    def add_codes(self, tekst: str) -> tuple[Binnen, Gevonden]:
        """Voeg alle codes uit een tekst toe; zeg wat er binnenkwam en wat er niet klopte."""
        vorm = self.code_form
        gevonden = Gevonden() if vorm is None else find_codes(tekst, vorm, now())
        binnen = add_codes(self.nu, self.vragen, gevonden.mensen)
        if binnen.nieuw or binnen.vernieuwd:
            self.change(lambda groep, vragen: add_codes(groep, vragen, gevonden.mensen).groep)
        return binnen, gevonden

    def own_code(self) -> str:
        """Geef de eigen antwoorden als code in groepjes; leeg als er niets te geven is."""
        vorm, zelf = self.code_form, own(self.nu, self.vragen)
        if vorm is None or zelf is None or not (zelf.antwoorden or zelf.keuzes):
            return ""
        return grouped(write_code(zelf, vorm))

    def drop_codes(self, kenmerken: Sequence[str]) -> None:
        """Haal mensen weg die met een code binnenkwamen."""
        self.change(lambda groep, _vragen: drop_codes(groep, kenmerken))

    def own_only(self) -> bool:
        """Is de gebruiker de enige die meedoet?"""
        return self.people == 1 and own(self.nu, self.vragen) is not None

    def lone(self) -> list[str]:
        """Namen van rollen met precies één persoon."""
        return [self.vragen.rolnaam(rol) for rol, t in self.tellingen.items() if t.personen == 1]


def shared(werk: Werk[S, Any], maak: Callable[[], Onderzoek[S]]) -> Groepswerk[S]:
    """Geef de groep in dit werk; elk paneel van een scherm krijgt dezelfde."""
    if "groep" not in werk.gedeeld:
        werk.gedeeld["groep"] = Groepswerk(werk, maak())
    groep: Groepswerk[S] = werk.gedeeld["groep"]
    return groep


class Groepsdeel(Paneel[Any, Any, C]):
    """Een paneel dat over de groep gaat."""

    def __init__(self, groep: Groepswerk[Any], inhoud: C) -> None:
        super().__init__(groep.werk, inhoud)
        self.groep = groep
