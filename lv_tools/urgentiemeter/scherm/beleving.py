"""Stap 2 op het scherm: vijf manieren om antwoorden te verzamelen."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import today
from lv_tools.basis.verzamelen.groep import has_others
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.groep.codes import Codepaneel
from lv_tools.bouwdoos.groep.hand import Handpaneel
from lv_tools.bouwdoos.groep.respons import Responspaneel
from lv_tools.bouwdoos.groep.uitnodigen import Uitdeelpaneel, link_of
from lv_tools.bouwdoos.groep.verzamelen import Verzamelpaneel
from lv_tools.schermdelen import Bestand, Deel, Download, Inlevercode, Sectie, Tekst
from lv_tools.urgentiemeter.bestand.lezen import NAAM, own_answers
from lv_tools.urgentiemeter.scherm.paneel import UITNODIGEN, Meterpaneel, group_of
from lv_tools.urgentiemeter.scherm.vel import Antwoordvel, Kortvel
from lv_tools.urgentiemeter.verslag.uitkomst import beginning, opening


class Belevingpaneel(Meterpaneel):
    """Zelf invullen en tellen in de zaal, naast wat elke groep kan."""

    def build(self) -> Iterable[Deel]:
        """De naam van de meting, het verzamelen, en wie er al is."""
        inhoud, groep = self.inhoud, group_of(self.werk, self.inhoud)
        kort = {stelling.code: stelling.kort for stelling in inhoud.stelling}
        verzamelen = Verzamelpaneel(
            groep,
            inhoud,
            Antwoordvel,
            manieren=inhoud.manier,
            vakken={
                "zelf": Zelfpaneel(self.werk, inhoud),
                "code": Codepaneel(
                    groep,
                    inhoud,
                    link=lambda: link_of(self.werk, inhoud, UITNODIGEN),
                    uitkomst=lambda: opening(self.werk.uitslag, inhoud),
                ),
                "hand": Handpaneel(groep, inhoud, kort),
            },
            zonder_modus=("zelf",),
        )
        return (
            self.velden.text("naam", inhoud.zeg("meting"), hulp=inhoud.zeg("meting_hulp")),
            self.add(Uitdeelpaneel(self.werk, inhoud, UITNODIGEN)),
            self.add(verzamelen),
            self.add(Responspaneel(groep, inhoud)),
        )


class Zelfpaneel(Meterpaneel):
    """Wat de gebruiker zelf antwoordt, met de knop om alleen dat door te geven."""

    def build(self) -> Iterable[Deel]:
        """Het vel, wat het zegt, en de knop."""
        groep, zeg = group_of(self.werk, self.inhoud), self.inhoud.zeg
        self.zegt = Documentdeel()
        self.vak = Sectie(zeg("kort_zegt"), self.zegt.deel, niveau=3)
        self.code = Inlevercode(verborgen=True)
        return (
            Tekst(zeg("kort_uitleg")),
            self.add(Kortvel(groep, self.inhoud, "groep/eigen", op_naam=False)),
            self.vak,
            self.code,
            Tekst(self.inhoud.zeg("eigen_bestand")),
            Download(self.inhoud.zeg("bewaar_eigen"), self._own_file),
        )

    def show(self) -> None:
        """Zeg meteen wat iemand alleen al antwoordde; wat een groep zegt, staat bij de uitslag."""
        groep, werk = self.werk.staat.groep, group_of(self.werk, self.inhoud)
        self.code.toon(werk.own_code(), self.werk.staat.naam)
        self.code.verborgen = not self.code.code
        alleen = groep.eigen.is_answered and not has_others(groep)  # anders is er niets te rekenen
        zinnen = tuple(beginning(self.werk.uitslag, self.inhoud)) if alleen else ()
        self.zegt.show(zinnen)
        self.vak.verborgen = not zinnen

    def _own_file(self) -> Bestand:
        scan, merk = self.werk.staat, self._mark()
        naam = export_name(NAAM, "antwoorden", scan.naam, today(), "json", merk=merk)
        return Bestand(naam, own_answers(scan, self.inhoud), "application/json")

    def _mark(self) -> str:
        """Houd bestanden van verschillende mensen uit elkaar: met de naam, of met een kort stukje.

        Werkt de groep anoniem, of typte iemand geen naam, dan is het stukje willekeurig: wie de
        naam van het bestand ziet, kan daarmee niets terugzoeken.
        """
        groep = self.werk.staat.groep
        if not groep.eigen.is_answered:
            return ""
        if groep.eigen.naam and not groep.is_anonymous:
            return groep.eigen.naam
        return secrets.token_hex(3)
