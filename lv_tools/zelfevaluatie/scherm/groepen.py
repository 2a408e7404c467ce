"""Per thema en groep: het web, de stippen en de tabel, altijd bij elkaar."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.schermdelen import Deel, Sectie, Tekst
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel
from lv_tools.zelfevaluatie.verslag.uitslag import themes

#: Zoveel groepen staan bij het openen aan; meer lijnen door elkaar leest niemand.
EERST_AAN = 3
KEUZE = "weergave/groepen"


class Groepenpaneel(Zelfpaneel):
    """Kies welke groepen in beeld zijn; dat geldt voor web, stippen en tabel tegelijk."""

    def build(self) -> Iterable[Deel]:
        """De keuze en een plek voor de beelden."""
        self.keuze = self.velden.checks(KEUZE, self.zeg("groepen_keuze"), self._options())
        self.stand = Tekst()
        self.beeld = Documentdeel()
        delen = (self.keuze, self.stand, self.beeld.deel)
        return (Sectie(self.zeg("groepen_titel"), *delen, niveau=3),)

    def show(self) -> None:
        """Toon de groepen die aanstaan."""
        uitslag, gekozen = self.werk.uitslag, self._chosen()
        if list(self.keuze.opties) != self._options():
            self.keuze.opties = self._options()
        if self.keuze.waarde != gekozen:
            self.keuze.waarde = gekozen
        uit = [g.naam for g in uitslag.alle_groepen if g.sleutel not in gekozen]
        niet = self.zeg("groepen_niet", groepen=opsomming(uit)) if uit else ""
        self.stand.alineas = (niet,) if niet else ()
        self.beeld.follow((uitslag, gekozen), lambda: themes(uitslag, self.inhoud, gekozen))

    def _options(self) -> list[tuple[str, str]]:
        return [(groep.sleutel, groep.naam) for groep in self.werk.uitslag.alle_groepen]

    def _chosen(self) -> tuple[str, ...]:
        """Geef wat aanstaat: wat de lezer koos en nog bestaat, en anders een voorstel."""
        sleutels = tuple(groep.sleutel for groep in self.werk.uitslag.alle_groepen)
        gekozen = self.staat.weergave.groepen
        over = tuple(sleutel for sleutel in sleutels if sleutel in (gekozen or ()))
        if over or gekozen == ():
            return over
        return sleutels[1 : 1 + EERST_AAN] or sleutels
