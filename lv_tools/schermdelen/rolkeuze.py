"""Met welke rol iemand invult, een eigen rol als die er niet bij staat, en een naam."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.onderzoek.vragenset import ROL_LENGTE, Optie
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.keuze import Keuzelijst
from lv_tools.schermdelen.veld import Invoerveld

#: Keuze voor een rol die niet in de lijst staat.
ANDERS = "*anders"
NAAM_LENGTE = 80


class Rolkeuze:
    """Drie velden die bij elkaar horen: rol, eigen rol en naam.

    Parameters
    ----------
    voor
        Begin van de namen waaronder de velden bewaard worden.
    rollen
        De vaste rollen.
    vraag, eigen_vraag, leeg, uitweg
        De vraag naar de rol, naar een eigen rol, de tekst zolang er niets gekozen is, en wat te
        doen als een eigen rol geen naam heeft.
    eigen
        Mag iemand een rol noemen die niet in de lijst staat?
    """

    def __init__(
        self,
        voor: str,
        rollen: Sequence[Optie],
        *,
        vraag: str = "Uw rol",
        eigen_vraag: str = "Hoe heet uw rol?",
        leeg: str = "Kies uw rol",
        uitweg: str = "Vul de naam van uw rol in",
        eigen: bool = True,
        verplicht: bool = False,
        bij_wijziging: Callable[[], object] | None = None,
    ) -> None:
        self.bij_wijziging = bij_wijziging
        self.eigen, self.uitweg = eigen, uitweg
        self.rol = Keuzelijst(
            vraag,
            self._options(rollen),
            leeg=leeg,
            naam=f"{voor}-rol",
            verplicht=verplicht,
            bij_wijziging=self._choose,
        )
        self.andere = Invoerveld(
            Veld(f"{voor}-andere-rol", eigen_vraag, lengte=ROL_LENGTE),
            bij_wijziging=self._tell,
            verborgen=True,
        )
        self.naam = Invoerveld(
            Veld(f"{voor}-naam", "Uw naam", lengte=NAAM_LENGTE),
            bij_wijziging=self._tell,
            verborgen=True,
        )

    @property
    def delen(self) -> tuple[Deel, ...]:
        """De velden van boven naar beneden."""
        return (self.rol, self.andere, self.naam)

    def set_roles(self, rollen: Sequence[Optie]) -> None:
        """Vervang de rollen waaruit te kiezen is."""
        self.rol.opties = self._options(rollen)
        self.andere.verborgen = self.rol.waarde != ANDERS

    @property
    def gekozen(self) -> str:
        """De rol zoals gekozen of getypt; leeg als er nog niets staat."""
        return str(self.andere.waarde if self.rol.waarde == ANDERS else self.rol.waarde or "")

    @property
    def getypte_naam(self) -> str:
        """De naam, zonder overbodige spaties; leeg als er niet naar gevraagd is."""
        return "" if self.naam.verborgen else " ".join(self.naam.waarde.split())[:NAAM_LENGTE]

    def missing(self) -> list[Invoerfout]:
        """Geef een fout als iemand een andere rol koos en die niet noemde."""
        if self.rol.waarde != ANDERS or self.andere.waarde.strip():
            return []
        return [Invoerfout(self.andere.label, "", "er is nog niets ingevuld", self.uitweg)]

    def fill(self, rol: str, naam: str) -> None:
        """Zet een rol en een naam in de velden; een rol die er niet bij staat, is een eigen rol."""
        bekend = any(rol == code for code, _opschrift in self.rol.opties)
        eigen = bool(rol) and not bekend and self.eigen
        self.rol.waarde = ANDERS if eigen else rol if bekend else None
        self.andere.waarde = rol if eigen else ""
        self.andere.verborgen = not eigen
        self.naam.waarde = naam

    def clear(self) -> None:
        """Maak de velden leeg voor de volgende persoon."""
        self.rol.waarde = None
        self.andere.waarde = self.naam.waarde = ""
        self.andere.verborgen = True

    def _options(self, rollen: Sequence[Optie]) -> list[tuple[str, str]]:
        anders = [(ANDERS, "een andere rol")] if self.eigen else []
        return [*((rol.code, rol.tekst) for rol in rollen), *anders]

    def _choose(self, rol: str | None) -> None:
        self.andere.verborgen = rol != ANDERS
        self._tell()

    def _tell(self, *_waarde: Any) -> None:
        if self.bij_wijziging is not None:
            self.bij_wijziging()
