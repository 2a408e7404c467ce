"""Het paneel 'Mijn afdeling': drie vragen, en wat in deze groep is geteld."""

from __future__ import annotations

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.bevindingenverkenner.figuur.persoonlijk import figuren_profiel
from lv_tools.bevindingenverkenner.model.bronnen import standaardnaam
from lv_tools.bevindingenverkenner.model.mijn_afdeling import Profiel, profile
from lv_tools.bevindingenverkenner.model.regels import options
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.scherm.bestanden import downloads
from lv_tools.bevindingenverkenner.scherm.onderdeel import Onderdeel
from lv_tools.bevindingenverkenner.teksten import Weergave, teksten
from lv_tools.bevindingenverkenner.verslag import opvallende_zinnen, uitvoertabel_profiel
from lv_tools.schermdelen import (
    Deel,
    Figuur,
    Keuzelijst,
    Kolom,
    Nadruk,
    Sectie,
    Tekst,
    Uitklap,
    Vinkjes,
)


class PaneelAfdeling(Onderdeel):
    """Kies soort afdeling, standaarden en belemmeringen; zie wat in deze groep is geteld."""

    def __init__(self, blik: Weergave) -> None:
        self.blik = blik
        velden = teksten().velden
        begin = blik.begin or {}
        self.afdeling = Keuzelijst(
            velden["afdeling"],
            options("risico_per_afdeling", "afdeling"),
            waarde=begin["afdeling"][0],
            naam="mijn-afdeling",
            bij_wijziging=self._renew,
        )
        self.standaarden = Vinkjes(
            velden["standaarden"],
            [(code, f"{code} {standaardnaam(code)}") for code in _standards()],
            waarde=begin["standaard"],
            hulp=velden["standaarden_hulp"],
            naam="mijn-standaarden",
            bij_wijziging=self._renew,
        )
        self.obstakels = Vinkjes(
            velden["obstakels"],
            options("interventies_bij_obstakels", "obstakel"),
            hulp=velden["obstakels_hulp"],
            naam="mijn-obstakels",
            bij_wijziging=self._renew,
        )
        self.uitkomst = Kolom()
        self.deel = Kolom(
            Tekst((Nadruk(blik.vraag), f" {blik.lees}")),
            self.afdeling,
            self.standaarden,
            Uitklap(velden["obstakels"], self.obstakels),
            self.uitkomst,
        )

    @property
    def profiel(self) -> Profiel:
        """Wat de gegevens over de keuze van nu vertellen."""
        return profile(str(self.afdeling.waarde), self.standaarden.waarde, self.obstakels.waarde)

    def show(self) -> None:
        """Reken de uitkomst uit en zet haar in beeld."""
        if not self.standaarden.waarde and not self.obstakels.waarde:
            self.uitkomst.inhoud = (Tekst(zin("mijn_geen_keuze")),)
            return
        profiel = self.profiel
        figuren = figuren_profiel(profiel)
        self.uitkomst.inhoud = (
            *_risks(profiel, figuren.get("risico")),
            *_together(profiel),
            *_challenges(profiel, figuren.get("uitdagingen")),
            *_done(profiel, figuren["gedaan"]),
            Tekst(*self.blik.zegt_niet, lijst=True),
            downloads(lambda: uitvoertabel_profiel(self.profiel)),
        )


def _standards() -> tuple[str, ...]:
    """Alle standaarden waarover de tabellen iets tellen, in de volgorde van het kader."""
    codes = dict.fromkeys(
        (*options("risico_per_afdeling", "standaard"), *options("uitdagingen", "standaard"))
    )
    volgorde = options("standaarden", "code")
    return tuple(sorted(codes, key=volgorde.index))


def _risks(profiel: Profiel, figuur: Figuurblad | None) -> list[Deel]:
    delen: list[Deel] = [Figuur(figuur)] if figuur else []
    if profiel.zonder_risico:
        delen.append(Tekst(zin("mijn_zonder_risico", standaarden=opsomming(profiel.zonder_risico))))
    return [Sectie(zin("mijn_kop_risico"), *delen, niveau=2)] if delen else []


def _together(profiel: Profiel) -> list[Deel]:
    zinnen = [f"{verband.tekst} ({verband.bron})" for verband in profiel.verbanden]
    paren = [
        zin(
            "mijn_samen",
            eerste=paar.eerste,
            tweede=paar.tweede,
            minstens=paar.minstens,
            hoogstens=paar.hoogstens,
            n=paar.n,
        )
        for paar in profiel.samen
    ]
    delen: list[Deel] = []
    if zinnen:
        delen.append(Tekst(*zinnen, lijst=True))
    if paren:
        delen += [Tekst(zin("mijn_samen_uitleg")), Tekst(*paren, lijst=True)]
    return [Sectie(zin("mijn_kop_samen"), *delen, niveau=2)] if delen else []


def _challenges(profiel: Profiel, figuur: Figuurblad | None) -> list[Deel]:
    delen: list[Deel] = [Figuur(figuur)] if figuur else []
    zinnen = opvallende_zinnen("uitdagingen", profiel.uitdagingen)
    if zinnen:
        delen.append(Tekst(*zinnen, lijst=True))
    if profiel.zonder_uitdagingen:
        codes = opsomming(profiel.zonder_uitdagingen)
        delen.append(Tekst(zin("mijn_zonder_uitdagingen", standaarden=codes)))
    return [Sectie(zin("mijn_kop_uitdagingen"), *delen, niveau=2)] if delen else []


def _done(profiel: Profiel, figuur: Figuurblad) -> list[Deel]:
    delen: list[Deel] = [] if profiel.obstakels else [Tekst(zin("mijn_geen_obstakel"))]
    delen.append(Figuur(figuur))
    if profiel.bij_obstakels:
        zinnen = opvallende_zinnen(
            "interventies_bij_obstakels", profiel.bij_obstakels, alleen_groep=True
        )
        if zinnen:
            delen.append(Tekst(*zinnen, lijst=True))
    return [Sectie(zin("mijn_kop_gedaan"), *delen, niveau=2)]
