"""Stap 3 op het scherm: de uitslag, wat hij betekent en wat u nu kunt doen."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.uitvoer.document import Figuurblok
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.schermdelen import Deel, Deelbericht, Koppeling, Mededeling, Sectie, Tekst
from lv_tools.urgentiemeter.bestand.lezen import NAAM
from lv_tools.urgentiemeter.figuur.groep import all_groups, draw_distribution
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.scherm.paneel import Meterpaneel
from lv_tools.urgentiemeter.scherm.regels import Regelpaneel
from lv_tools.urgentiemeter.scherm.verslag import Verslagpaneel
from lv_tools.urgentiemeter.verslag.delen import share_text
from lv_tools.urgentiemeter.verslag.meegeven import origin_of, parcel
from lv_tools.urgentiemeter.verslag.uitkomst import opening, sections


class Uitslagpaneel(Meterpaneel):
    """De uitslag; zij wordt pas uitgerekend als de stap open is."""

    def build(self) -> Iterable[Deel]:
        """De uitslag, de regels, wat hij betekent, de verdeling en het verslag."""
        zeg = self.inhoud.zeg
        self.kop = Mededeling()
        self.begin, self.rest, self.verdeling = Documentdeel(), Documentdeel(), Documentdeel()
        self.groep = self.velden.choice("toon", zeg("welke_groep"), [])
        self.verdeling_vak = Sectie(zeg("verdeling"), self.groep, self.verdeling.deel, niveau=3)
        self.verslag = Verslagpaneel(self.werk, self.inhoud)
        geven = Klaarleggen(self.werk, self._gift, zeg("geef"), uitweg=zeg("geef_uitweg"))
        self.verslag_vak = Sectie(zeg("verslag"), self.verslag.deel, niveau=3)
        self.regels = self.fold(zeg("regels"), Regelpaneel(self.werk, self.inhoud))
        self.lees = Tekst()
        delen = Deelbericht(lambda: share_text(self.werk.uitslag, self.inhoud))
        self.verder = Sectie(zeg("verder"), self.lees, geven.deel, delen, niveau=3)
        return (
            self.kop,
            self.begin.deel,
            self.verder,
            self.regels,
            self.rest.deel,
            self.verdeling_vak,
            self.verslag_vak,
        )

    def show(self) -> None:
        """Laat de uitslag zien bij wat er nu is ingevuld."""
        uitslag = self.werk.uitslag
        self.kop.tekst = self._headline(uitslag)
        self.begin.show(tuple(opening(uitslag, self.inhoud)))
        self.rest.show(tuple(sections(uitslag, self.inhoud)))
        self._lead_on(uitslag)
        self.regels.verborgen = uitslag.alleen
        groepen = {groep.sleutel: groep for groep in all_groups(uitslag)}
        self.verdeling_vak.verborgen = not groepen or uitslag.alleen
        namen = [(sleutel, groep.naam) for sleutel, groep in groepen.items()]
        self.groep.offer(namen, self.werk.staat.toon)
        gekozen = groepen.get(self.groep.waarde or "")
        self.verdeling.show(
            (Figuurblok(draw_distribution(gekozen, uitslag, self.inhoud)),) if gekozen else ()
        )
        heeft_iets = bool(groepen) or any(feit.uitkomsten for feit in uitslag.feiten)
        self.verslag_vak.verborgen = self.verder.verborgen = not heeft_iets
        self.pick((self.verslag,), self.verslag if heeft_iets else None)

    def _lead_on(self, uitslag: Uitslag) -> None:
        """Zet de volgende stap bij wat er nu uitkomt."""
        # Zonder vorm is er net als bij één persoon nog geen beeld van de groep.
        advies = uitslag.advies or self.inhoud.alleen
        koppeling = Koppeling(advies.vervolg, f"../stappen/{advies.vervolg_stap}.html")
        self.lees.alineas = ((self.inhoud.zeg("verder_stap"), koppeling),)

    def _gift(self) -> Gift:
        uitslag = self.werk.uitslag
        return Gift(*origin_of(uitslag, NAAM), parcel(uitslag, self.inhoud))

    def _headline(self, uitslag: Uitslag) -> str:
        if uitslag.advies is self.inhoud.alleen:
            eigen = uitslag.scan.groep.eigen.is_answered
            return self.inhoud.alleen.titel if eigen else self.inhoud.zeg("alleen_ander")
        if uitslag.advies is not None:
            return self.inhoud.zeg("uitslag", titel=uitslag.advies.titel.lower())
        if uitslag.beleving.geheel is not None:
            return self.inhoud.zeg("te_weinig")
        return self.inhoud.zeg("te_klein" if uitslag.beleving.personen else "nog_niets")
