"""Het vel dat iemand invult: rol en naam, en daaronder de vragen van het hulpmiddel."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.basis.onderzoek.vragenset import Optie
from lv_tools.basis.verzamelen.vel import ANDERS, Vel
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.groep.stand import C, Groepsdeel, Groepswerk
from lv_tools.bouwdoos.veld import Velden
from lv_tools.schermdelen.deel import Deel


class Rolvelden:
    """Drie velden van een vel die bij elkaar horen: rol, andere rol en naam.

    Parameters
    ----------
    pad
        Waar het vel in de staat staat.
    rollen
        De vaste rollen.
    vraag, eigen_vraag, leeg, uitweg
        De vraag naar de rol, naar een andere rol, de tekst zolang er niets gekozen is, en wat te
        doen als een andere rol geen naam heeft.
    eigen
        Mag iemand een rol noemen die niet in de lijst staat?
    """

    def __init__(
        self,
        velden: Velden,
        pad: str,
        rollen: Sequence[Optie],
        *,
        vraag: str = "Uw rol",
        eigen_vraag: str = "Hoe heet uw rol?",
        leeg: str = "Kies uw rol",
        uitweg: str = "Vul de naam van uw rol in",
        eigen: bool = True,
        verplicht: bool = False,
    ) -> None:
        self.pad, self.eigen, self.uitweg = pad, eigen, uitweg
        self._werk = velden.werk
        self.rol = velden.choice(
            f"{pad}/rol", vraag, self._options(rollen), leeg=leeg, verplicht=verplicht
        )
        self.andere = velden.text(f"{pad}/andere", eigen_vraag)
        self.naam = velden.text(f"{pad}/naam", "Uw naam")

    @property
    def delen(self) -> tuple[Deel, ...]:
        """De velden van boven naar beneden."""
        return (self.rol, self.andere, self.naam)

    @property
    def vel(self) -> Vel:
        """Het vel van nu."""
        vel: Vel = get_at(self._werk.staat, self.pad)
        return vel

    def show(self, *, naam: bool, rollen: Sequence[Optie] | None = None) -> None:
        """Toon wat er gevraagd wordt.

        Parameters
        ----------
        naam
            Vraag ook een naam.
        rollen
            De rollen van nu, als die kunnen veranderen.
        """
        if rollen is not None:
            self.rol.offer(self._options(rollen), self.vel.rol)
        for veld, nodig in ((self.andere, self.vel.rol == ANDERS), (self.naam, naam)):
            if veld.verborgen == nodig:
                veld.verborgen = not nodig

    def missing(self) -> list[Invoerfout]:
        """Geef een fout als iemand een andere rol koos en die niet noemde."""
        if self.vel.rol != ANDERS or self.vel.andere.strip():
            return []
        return [Invoerfout(self.andere.label, "", "er is nog niets ingevuld", self.uitweg)]

    def _options(self, rollen: Sequence[Optie]) -> list[tuple[str, str]]:
        anders = [(ANDERS, "een andere rol")] if self.eigen else []
        return [*((rol.code, rol.tekst) for rol in rollen), *anders]


class Velpaneel(Groepsdeel[C]):
    """Wat één persoon invult; een hulpmiddel maakt er een klasse van met :meth:`questions`.

    Parameters
    ----------
    pad
        Waar het vel in de staat staat, zoals ``"groep/eigen"``.
    verplicht
        Vraag een rol en een antwoord op elke stelling voordat het vel ingeleverd kan worden.
    op_naam
        Vraag een naam als de groep op naam werkt.
    """

    def __init__(
        self,
        groep: Groepswerk,  # type: ignore[type-arg]  # elke staat
        inhoud: C,
        pad: str,
        *,
        verplicht: bool = False,
        op_naam: bool = True,
    ) -> None:
        super().__init__(groep, inhoud)
        self.pad, self.verplicht, self.op_naam = pad, verplicht, op_naam

    def build(self) -> Iterable[Deel]:
        """Rol en naam, en dan de vragen."""
        self.wie = self.who()
        return (*self.wie.delen, *self.questions())

    def show(self) -> None:
        """Vraag een naam als dat hoort."""
        self.wie.show(naam=self.op_naam and self.groep.nu.modus == "naam")

    def who(self) -> Rolvelden:
        """Maak de velden voor rol en naam."""
        return Rolvelden(self.velden, self.pad, self.groep.vragen.rollen, verplicht=self.verplicht)

    @abstractmethod
    def questions(self) -> Iterable[Deel]:
        """Maak de vragen; hun paden beginnen met :attr:`pad`."""
