"""Per stelling: de verdeling, het midden, de eensgezindheid en wat één antwoord verandert."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lv_tools.basis.beeld.tabel import Celwaarde
from lv_tools.schermdelen import Deel, Figuur, Kolom, Rij, Sectie, Tabel, Tabelkolom, Tekst
from lv_tools.zelfevaluatie.figuur.verdeling import draw_distribution
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.groepen import GEHEEL, Groep
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel


class Stellingenpaneel(Zelfpaneel):
    """Kies een thema en een groep, en zie elke stelling."""

    def build(self) -> Iterable[Deel]:
        """De keuzes, en een plek voor het beeld."""
        zeg, (themas, groepen) = self.zeg, self._options()
        self.thema = self.velden.choice("weergave/thema", zeg("stellingen_thema"), themas)
        self.groep_keuze = self.velden.choice("weergave/groep", zeg("stellingen_groep"), groepen)
        self.beeld = Kolom()
        self._getoond: tuple[Uitslag, str, str] | None = None
        keuzes = Rij(self.thema, self.groep_keuze)
        return (Sectie(zeg("stellingen_titel"), keuzes, self.beeld, niveau=3),)

    def show(self) -> None:
        """Toon het thema en de groep die gekozen zijn; bestaan zij niet meer, dan de eerste."""
        uitslag, weergave = self.werk.uitslag, self.staat.weergave
        for keuze, opties, waarde in zip(
            (self.thema, self.groep_keuze),
            self._options(),
            (weergave.thema, weergave.groep),
            strict=True,
        ):
            if list(keuze.opties) != opties:
                keuze.opties = opties
                keuze.waarde = keuze.fit(waarde)
        nu = (uitslag, str(self.thema.waarde), str(self.groep_keuze.waarde))
        if self._getoond is not None and self._getoond[0] is uitslag and self._getoond == nu:
            return
        self._getoond = nu
        groep = uitslag.groep(nu[2])
        self.beeld.inhoud = () if groep is None else tuple(self._parts(nu[1], groep, uitslag))

    def _options(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        uitslag = self.werk.uitslag
        themas = [(t, self.inhoud.themas[t].titel) for t in uitslag.scan.opzet.themas]
        return themas, [(groep.sleutel, groep.naam) for groep in uitslag.alle_groepen]

    def _parts(self, thema: str, groep: Groep, uitslag: Uitslag) -> Iterator[Deel]:
        yield Figuur(draw_distribution(thema, groep, uitslag, self.inhoud))
        yield self._table(thema, groep, uitslag)
        teksten = uitslag.teksten[thema]
        if uitslag.scan.opzet.modus == "anoniem":
            yield Tekst(self.inhoud.privacy.teksten_anoniem)
        for kop in ("bewijs", "opmerkingen"):
            if regels := getattr(teksten, kop):
                yield Sectie(self.zeg(f"stellingen_{kop}"), Tekst(*regels, lijst=True), niveau=4)

    def _table(self, thema: str, groep: Groep, uitslag: Uitslag) -> Tabel:
        zeg, geheel = self.zeg, groep.sleutel == GEHEEL
        rijen: list[tuple[Celwaarde, ...]] = []
        for gewoon in uitslag.in_theme(thema):
            stelling = gewoon.for_role(groep.sleutel)
            beeld = groep.stellingen[stelling.code]
            if groep.sleutel in stelling.niet_voor and not beeld.verdeling.totaal:
                rijen.append((stelling.tekst, "niet gevraagd", None, None, None, None))
                continue
            if beeld.afgeschermd:
                rijen.append((stelling.tekst, "afgeschermd", None, None, None, None))
                continue
            rijen.append(
                (
                    stelling.tekst,
                    zinnen.middle(beeld.midden, self.inhoud),
                    beeld.eensgezindheid,
                    beeld.verdeling.n,
                    beeld.verdeling.weet_niet,
                    zinnen.sensitive(uitslag.gevoelig[stelling.code]) if geheel else None,
                )
            )
        kolommen: list[str | Tabelkolom] = [
            zeg("stellingen_kolom"),
            zeg("stellingen_midden"),
            Tabelkolom(zeg("stellingen_eens"), getallen=True, decimalen=2),
            "n",
            self.inhoud.schaal.weet_niet.capitalize(),
            zeg("stellingen_stap"),
        ]
        breed = len(kolommen) if geheel else len(kolommen) - 1
        return Tabel(
            f"{self.inhoud.themas[thema].titel}: {groep.naam}",
            kolommen[:breed],
            [rij[:breed] for rij in rijen],
            bron=zinnen.BRON,
        )
