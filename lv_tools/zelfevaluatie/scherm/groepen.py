"""Per thema en groep: het web, de stippen en de tabel, altijd bij elkaar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.schermdelen import Deel, Figuur, Kolom, Sectie, Tabel, Tekst
from lv_tools.zelfevaluatie.figuur.stippen import draw_dots
from lv_tools.zelfevaluatie.figuur.web import draw_radar
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.uitkomstmaten import Themabeeld
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel

#: Zoveel groepen staan bij het openen aan; meer lijnen door elkaar leest niemand.
EERST_AAN = 3
KEUZE = "weergave/groepen"


class Groepenpaneel(Zelfpaneel):
    """Kies welke groepen in beeld zijn; dat geldt voor web, stippen en tabel tegelijk."""

    def build(self) -> Iterable[Deel]:
        """De keuze en een plek voor de beelden."""
        self.keuze = self.velden.checks(KEUZE, self.zeg("groepen_keuze"), self._options())
        self.stand = Tekst()
        self.beeld = Kolom()
        self._getoond: tuple[Uitslag, tuple[str, ...]] | None = None
        delen = (self.keuze, self.stand, self.beeld)
        return (Sectie(self.zeg("groepen_titel"), *delen, niveau=3),)

    def show(self) -> None:
        """Toon de groepen die aanstaan."""
        uitslag, gekozen = self.werk.uitslag, self._chosen()
        if list(self.keuze.opties) != self._options():
            self.keuze.opties = self._options()
        if self.keuze.waarde != gekozen:
            self.keuze.waarde = gekozen
        if (
            self._getoond is not None
            and self._getoond[0] is uitslag
            and self._getoond[1] == gekozen
        ):
            return
        self._getoond = (uitslag, gekozen)
        uit = [g.naam for g in uitslag.alle_groepen if g.sleutel not in gekozen]
        niet = self.zeg("groepen_niet", groepen=opsomming(uit)) if uit else ""
        self.stand.alineas = (niet,) if niet else ()
        bladen = [teken(uitslag, self.inhoud, gekozen) for teken in (draw_radar, draw_dots)]
        figuren = [Figuur(blad) for blad in bladen if blad is not None]
        self.beeld.inhoud = (*figuren, self._table(uitslag, gekozen))

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

    def _table(self, uitslag: Uitslag, gekozen: Sequence[str]) -> Tabel:
        groepen = [groep for groep in uitslag.alle_groepen if groep.sleutel in gekozen]
        rijen = [
            (self.inhoud.themas[thema].titel, *(self._cell(g.themas[thema]) for g in groepen))
            for thema in uitslag.scan.opzet.themas
        ]
        return Tabel(
            self.zeg("groepen_tabel"),
            (self.zeg("groepen_thema"), *(groep.naam for groep in groepen)),
            rijen if groepen else (),
            sorteerbaar=False,
            bron=zinnen.BRON,
            leeg=self.zeg("groepen_leeg"),
        )

    def _cell(self, beeld: Themabeeld) -> str:
        if beeld.afgeschermd:
            return "afgeschermd"
        midden = zinnen.middle(beeld.midden, self.inhoud)
        return f"{midden} (n = {beeld.n}, A = {zinnen.agreement(beeld.eensgezindheid)})"
