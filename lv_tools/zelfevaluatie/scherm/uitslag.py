"""De uitslag op het scherm: wat hij niet is, ranglijsten, beelden per groep, vragen en verslag."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.groep.respons import Responspaneel
from lv_tools.schermdelen import Deel, Kolom, Mededeling, Sectie, Tekst
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.eigen_woorden import own_words
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel
from lv_tools.zelfevaluatie.scherm.groepen import Groepenpaneel
from lv_tools.zelfevaluatie.scherm.meenemen import Verslagpaneel, Vragenpaneel
from lv_tools.zelfevaluatie.scherm.stellingen import Stellingenpaneel
from lv_tools.zelfevaluatie.verslag.uitslag import rankings


class Uitslagpaneel(Zelfpaneel):
    """Wat de groep vindt; de delen eronder staan er pas als er iets te laten zien is."""

    def build(self) -> Iterable[Deel]:
        """Wat de uitslag niet is, en een plek voor de rest."""
        self.kop = Mededeling()
        self.tussenstand = Mededeling(toon="letop")
        self.vol = Volpaneel(self.werk, self.inhoud)
        self.plaats = Kolom()
        self._opkomst = Responspaneel(self.groep, self.inhoud)
        niet = Tekst(*self.inhoud.wat_niet, lijst=True)
        return (
            Sectie(self.zeg("uitslag_niet"), niet, niveau=3),
            self.kop,
            self.tussenstand,
            self.plaats,
        )

    def show(self) -> None:
        """Toon de uitslag van nu."""
        uitslag = self.werk.uitslag
        self._warn(uitslag)
        eigen = own_words(uitslag, self.inhoud) if uitslag.geheel else ""
        self.kop.tekst = f"{self._headline(uitslag)} {eigen}".strip()
        self.kop.toon = "letop" if uitslag.personen and uitslag.geheel is None else "gewoon"
        vol = None if uitslag.geheel is None else self.vol
        if bool(self.plaats.inhoud) != (vol is not None):
            self.place(self.plaats, vol)

    def _warn(self, uitslag: Uitslag) -> None:
        """Zeg wat een tussenstand verraadt, en welke naam er nog dubbel in staat."""
        privacy = self.inhoud.privacy
        regels = []
        anoniem = uitslag.scan.opzet.modus == "anoniem"
        if uitslag.personen and anoniem and not self._opkomst.complete:
            regels.append(privacy.tussenstand)
        if dubbel := self.groep.dubbelen:
            regels.append(privacy.dubbel.format(namen=opsomming([d.naam for d in dubbel])))
        self.tussenstand.tekst = " ".join(regels)

    def _headline(self, uitslag: Uitslag) -> str:
        """Zeg op hoeveel mensen de uitslag rust, en welke groepen niet apart te zien zijn."""
        if not uitslag.personen:
            return self.zeg("uitslag_nog_niets")
        if uitslag.geheel is None:
            return self.zeg("uitslag_te_klein")
        namen = "; ".join(f"{groep.naam} {groep.personen}" for groep in uitslag.groepen)
        zin = self.zeg("uitslag_rust", mensen=zinnen.people(uitslag.personen))
        zin += f": {namen}." if namen else "."
        anoniem = uitslag.scan.opzet.modus == "anoniem"
        verborgen = zinnen.hidden(uitslag.verborgen, uitslag.aanvullend, anoniem=anoniem)
        return f"{zin} {verborgen}".strip()


class Volpaneel(Zelfpaneel):
    """Alles van een uitslag die te zien is."""

    def build(self) -> Iterable[Deel]:
        """De ranglijsten, en de panelen eronder."""
        self.lijsten = Documentdeel()
        soorten = (Groepenpaneel, Stellingenpaneel, Vragenpaneel, Verslagpaneel)
        panelen = [soort(self.werk, self.inhoud) for soort in soorten]
        self.groepen, self.stellingen, self.vragen, self.verslag = panelen
        lijsten = Sectie(self.zeg("uitslag_lijsten"), self.lijsten.deel, niveau=3)
        return (lijsten, *(self.add(paneel) for paneel in panelen))

    def show(self) -> None:
        """Toon de ranglijsten."""
        uitslag = self.werk.uitslag
        self.lijsten.follow((uitslag,), lambda: rankings(uitslag, self.inhoud))
