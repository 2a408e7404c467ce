"""De eerste vijf stappen: waarom, doelen, aanpak, kijken en vertellen, nakijken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.uitvoer.document import Kop
from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.meenemen import Ophalen
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.tekst import Tekst
from lv_tools.verbeterplan.model.bewijs import take_evidence
from lv_tools.verbeterplan.model.plan import Boodschap, Doel, Kijkmoment, Maatregel, Punt
from lv_tools.verbeterplan.model.uitwisselen import MEESTE_PUNTEN, take, take_actions
from lv_tools.verbeterplan.scherm.kaarten import (
    Ambitiekaart,
    Boodschapkaart,
    Doelkaart,
    Maatregelkaart,
    Momentkaart,
    Puntkaart,
    activities,
)
from lv_tools.verbeterplan.scherm.paneel import Planpaneel
from lv_tools.verbeterplan.verslag.adviezen import advice
from lv_tools.verbeterplan.verslag.document import figures


class Waarompaneel(Planpaneel):
    """Waar het plan over gaat, wat beter moet en waar het heen moet."""

    def build(self) -> Iterable[Deel]:
        """De naam, de punten, de ambitie en wat blijft liggen."""
        zeg, text = self.inhoud.zeg, self.velden.text
        self.ophalen = Ophalen(self.werk, self._take)
        punten = self.add_series("kern/punten", Punt, Puntkaart, zeg("punt_erbij"), schuif=True)
        ambitie = Ambitiekaart(self.werk, self.inhoud, "kern/ambitie")
        return (
            Tekst(zeg("namen")),
            text("kern/titel", zeg("titel"), hulp=zeg("titel_hulp")),
            Sectie(zeg("ophalen"), Tekst(zeg("ophalen_uitleg")), self.ophalen.deel, niveau=3),
            Sectie(zeg("punten"), punten, niveau=3),
            Sectie(zeg("ambitie"), self.add(ambitie), niveau=3),
            text("kern/niet", zeg("niet"), hulp=zeg("niet_hulp")),
            Rij(
                text("kern/vastgesteld", zeg("vastgesteld")),
                text("kern/door", zeg("door"), hulp=zeg("door_hulp")),
            ),
        )

    def _take(self, pakket: Pakket) -> str:
        kern, nieuw, had = take(self.werk.staat.kern, pakket.stukken, pakket.van)
        kern, bewijs, bleef = take_evidence(kern, pakket.stukken)
        kern, acties = take_actions(kern, pakket.stukken)
        self.werk.change(lambda plan: replace(plan, kern=kern))
        zeg = self.inhoud.zeg
        over = zeg("had", n=had, meest=MEESTE_PUNTEN) if had else ""
        over += zeg("bewijs_erbij", n=bewijs) if bewijs else ""
        over += zeg("bewijs_had", n=bleef) if bleef else ""
        over += zeg("acties_erbij", n=acties) if acties else ""
        punten = zeg("meegenomen", n=nieuw) if nieuw or not over else ""
        return f"{punten}{over}".strip()


class Doelenpaneel(Planpaneel):
    """De streefdoelen met hun tussendoelen."""

    def build(self) -> Iterable[Deel]:
        """Een kaart per doel."""
        erbij = self.inhoud.zeg("doel_erbij")
        return (self.add_series("kern/doelen", Doel, Doelkaart, erbij, schuif=True),)


class Aanpakpaneel(Planpaneel):
    """De maatregelen met hun activiteiten, en wat nergens bij hoort."""

    def build(self) -> Iterable[Deel]:
        """Een kaart per maatregel."""
        zeg = self.inhoud.zeg
        pad = "kern/maatregelen"
        maatregelen = self.add_series(pad, self._make, Maatregelkaart, zeg("maatregel_erbij"))
        self.los = Sectie(zeg("los"), activities(self), niveau=3, verborgen=True)
        return maatregelen, self.los

    def show(self) -> None:
        """Laat losse activiteiten alleen zien als zij er zijn."""
        kern = self.werk.staat.kern
        maatregelen = {m.id for m in kern.maatregelen}
        self.los.verborgen = all(a.maatregel in maatregelen for a in kern.activiteiten)

    def _make(self, kenmerk: str) -> Maatregel:
        """Is er één doel zonder maatregel, dan hoort een nieuwe maatregel daar vanzelf bij."""
        kern = self.werk.staat.kern
        gehad = {m.doel for m in kern.maatregelen}
        vrij = [doel.id for doel in kern.doelen if doel.id not in gehad]
        return Maatregel(kenmerk, doel=vrij[0] if vrij else "")


class Kijkenpaneel(Planpaneel):
    """Wanneer iemand kijkt, en wie wat hoort."""

    def build(self) -> Iterable[Deel]:
        """De momenten en de berichten."""
        zeg, aan = self.inhoud.zeg, self.inhoud.aan

        def titel(boodschap: Boodschap) -> str:
            return f"{aan[boodschap.aan]}: {boodschap.wat}"

        momenten = self.add_series("kern/momenten", Kijkmoment, Momentkaart, zeg("moment_erbij"))
        pad = "kern/boodschappen"
        boodschappen = self.add_series(
            pad, Boodschap, Boodschapkaart, zeg("boodschap_erbij"), naam=titel
        )
        return (
            Sectie(zeg("momenten"), momenten, niveau=3),
            Sectie(zeg("boodschappen"), boodschappen, niveau=3),
        )


class Nakijkpaneel(Planpaneel):
    """Het plan in beeld, en wat eraan opvalt."""

    def build(self) -> Iterable[Deel]:
        """De figuren, de adviezen en de grenzen."""
        self.document = Documentdeel()
        zeg = self.inhoud.zeg
        return (
            self.document.deel,
            self.fold(zeg("regels"), Regelpaneel(self.werk, self.inhoud)),
        )

    def show(self) -> None:
        """Toon de uitkomst bij het plan van nu."""
        uitslag, inhoud = self.werk.uitslag, self.inhoud
        opvalt = Kop(inhoud.zeg("adviezen"))
        beeld = figures(uitslag, inhoud)
        kop = (Kop(inhoud.zeg("beeld")),) if beeld else ()
        self.document.show((opvalt, *advice(uitslag, inhoud), *kop, *beeld))


class Regelpaneel(Planpaneel):
    """De grenzen die te verzetten zijn, en de eigen woorden."""

    def build(self) -> Iterable[Deel]:
        """Een veld per grens."""
        zeg, text = self.inhoud.zeg, self.velden.text
        return (
            Tekst(zeg("regels_uitleg")),
            text("regels/speerpunten", zeg("speerpunten")),
            text("regels/deel", zeg("deel")),
            text("regels/stil", zeg("stil")),
            text("eigen_woorden", zeg("eigen_woorden"), hulp=zeg("eigen_woorden_hulp")),
        )
