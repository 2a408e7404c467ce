"""Stap 1: voor wie het profiel is, wie meedoen, en eigen taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.kwaliteitsprofiel.model.profiel import TEKENAARS, Beeld, Eigentaak, Profiel
from lv_tools.kwaliteitsprofiel.scherm.paneel import (
    Profielelement,
    Profielpaneel,
    Profielreeks,
    words,
)
from lv_tools.schermdelen import Deel, Knop, Mededeling, Rij, Sectie, Tekst


class Mensrij(Profielelement):
    """De rol en de naam van iemand die meedoet."""

    def build(self) -> Iterable[Deel]:
        """De velden."""
        zeg, velden = self.inhoud.zeg, self.velden
        rol = velden.choice(
            f"{self.pad}/rol",
            zeg("mens_rol"),
            list(self.inhoud.rol.items()),
            leeg=zeg("mens_rol_leeg"),
        )
        naam = velden.text(f"{self.pad}/naam", zeg("mens_naam"), hulp=zeg("mens_naam_hulp"))
        return Rij(rol, naam), self.weg


class Taakrij(Profielelement):
    """Een eigen taak."""

    def build(self) -> Iterable[Deel]:
        """Het veld."""
        return self.velden.text(f"{self.pad}/tekst", self.inhoud.zeg("eigen_taak_tekst")), self.weg


class Voorafpaneel(Profielpaneel):
    """Voor wie, wie en wat."""

    def build(self) -> Iterable[Deel]:
        """De velden, de mensen en de eigen taken."""
        zeg, velden, werk, inhoud = self.inhoud.zeg, self.velden, self.werk, self.inhoud
        self.mensen = Profielreeks(
            werk,
            inhoud,
            "kern/beelden",
            maak=Beeld,
            rij=Mensrij,
            naam=lambda beeld: beeld.naam or inhoud.rol.get(beeld.rol, ""),
            kop=lambda nummer, _beeld: zeg("mens", nummer=nummer),
            woorden=words(inhoud, "mens"),
            niveau=4,
        )
        taken = Profielreeks(
            werk,
            inhoud,
            "kern/taken",
            maak=Eigentaak,
            rij=Taakrij,
            naam=lambda taak: taak.tekst,
            kop=lambda nummer, _taak: zeg("eigen_taak", nummer=nummer),
            woorden=words(inhoud, "eigen_taak"),
            niveau=4,
        )
        self.drie = Knop(zeg("drie_erbij"), self._three)
        return (
            Mededeling(zeg("vooraf_namen")),
            velden.text("kern/titel", zeg("titel")),
            velden.text("kern/jaar", zeg("jaar"), hulp=zeg("jaar_hulp")),
            velden.radios(
                "kern/niveau",
                zeg("niveau"),
                [(code, niveau.naam) for code, niveau in inhoud.niveau.items()],
                hulp=zeg("niveau_hulp"),
            ),
            Sectie(
                zeg("mensen"),
                Tekst(zeg("mensen_uitleg")),
                self.drie,
                self.add(self.mensen),
                niveau=3,
            ),
            Sectie(zeg("eigen_taken"), Tekst(zeg("eigen_taken_uitleg")), self.add(taken), niveau=3),
            velden.text("kern/weken", zeg("weken"), hulp=zeg("weken_hulp"), houd=True),
        )

    def show(self) -> None:
        """De knop voor drie rollen is er zolang er niemand staat."""
        self.drie.verborgen = bool(self.werk.staat.kern.beelden)

    def _three(self) -> None:
        def zet(staat: Profiel) -> Profiel:
            mensen = tuple(Beeld(new_id(), rol) for rol in TEKENAARS)
            return replace(staat, kern=replace(staat.kern, beelden=mensen))

        self.werk.change(zet)
        self.refresh()
        next(iter(self.mensen.vakken.values())).focus()
