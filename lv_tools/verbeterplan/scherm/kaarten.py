"""De kaarten van het plan: punt, doel, tussendoel, maatregel, activiteit, moment en bericht."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.vorm.pad import get_at
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.tekst import Tekst
from lv_tools.verbeterplan.model.plan import Activiteit, Knoop
from lv_tools.verbeterplan.scherm.paneel import Kaart, Planpaneel


class Puntkaart(Kaart):
    """Wat beter moet, en waaruit dat blijkt."""

    def build(self) -> Iterable[Deel]:
        """De velden van een punt."""
        bron = get_at(self.werk.staat, self.pad).bron
        return (
            self.field("wat", "punt"),
            self.field("bewijs", "bewijs"),
            self.select("zekerheid", "zekerheid", self.inhoud.zekerheid, "keuze_leeg"),
            self.field("anders_als", "anders"),
            *([Tekst(self.inhoud.zeg("bron", bron=bron), klein=True)] if bron else []),
            self.weg,
        )


class Meerkaart(Kaart):
    """Waaraan iets te zien is, met de waarde nu en straks, en wat de les merkt."""

    def build(self) -> Iterable[Deel]:
        """De velden van een maat."""
        return (*numbers(self), self.field("in_de_les", "les"))


class Ambitiekaart(Kaart):
    """De ambitie."""

    def build(self) -> Iterable[Deel]:
        """De velden van de ambitie."""
        return (
            Tekst(self.inhoud.zeg("ambitie_uitleg")),
            self.field("wat", "wat_ambitie"),
            who_when(self),
            self.fold(self.inhoud.zeg("meer"), Meerkaart(self.werk, self.inhoud, self.pad)),
        )


class Doelkaart(Kaart):
    """Een streefdoel met zijn tussendoelen."""

    def build(self) -> Iterable[Deel]:
        """De velden van een doel."""
        zeg = self.inhoud.zeg
        self.punt = self.select("punt", "punt_bij", leeg="nergens")
        pad = f"{self.pad}/tussendoelen"
        tussen = self.add_series(pad, Knoop, Tussenkaart, zeg("tussendoel_erbij"))
        return (
            self.field("wat", "wat_doel"),
            self.punt,
            who_when(self, "klaar_doel"),
            *numbers(self),
            self.field("in_de_les", "les"),
            Sectie(zeg("tussendoelen"), tussen, niveau=3),
            self.weg,
        )

    def show(self) -> None:
        """Werk de punten bij waar dit doel bij kan horen."""
        punten = self.werk.staat.kern.punten
        self.velden.offer(self.punt, ((p.id, p.wat or self.inhoud.zeg("zonder")) for p in punten))


class Tussenkaart(Kaart):
    """Een tussendoel."""

    def build(self) -> Iterable[Deel]:
        """De velden van een tussendoel."""
        return (
            self.field("wat", "wat_tussendoel"),
            who_when(self, "klaar_doel"),
            Rij(self.field("maat/dan/getal", "dan"), self.field("maat/dan/van", "dan_van")),
            self.fold(self.inhoud.zeg("meer"), Eigenmaat(self.werk, self.inhoud, self.pad)),
            self.weg,
        )


class Eigenmaat(Kaart):
    """Een tussendoel dat iets anders telt dan zijn doel."""

    def build(self) -> Iterable[Deel]:
        """De velden van een eigen maat."""
        return (*numbers(self, "maat_tussendoel", dan=False), self.field("in_de_les", "les"))


class Maatregelkaart(Kaart):
    """Een maatregel met haar activiteiten."""

    def build(self) -> Iterable[Deel]:
        """De velden van een maatregel."""
        zeg = self.inhoud.zeg
        self.doel = self.select("doel", "doel_bij", leeg="nergens")
        kenmerk = self.pad.rsplit("/", 1)[-1]
        return (
            self.field("wat", "wat_maatregel"),
            self.doel,
            who_when(self),
            self.fold(zeg("meer"), Meerkaart(self.werk, self.inhoud, self.pad)),
            Sectie(zeg("activiteiten_kop"), activities(self, kenmerk), niveau=3),
            self.weg,
        )

    def show(self) -> None:
        """Werk de doelen bij waar deze maatregel bij kan horen."""
        doelen = self.werk.staat.kern.doelen
        self.velden.offer(self.doel, ((d.id, d.wat or self.inhoud.zeg("zonder")) for d in doelen))


class Activiteitkaart(Kaart):
    """Een activiteit."""

    def build(self) -> Iterable[Deel]:
        """De velden van een activiteit."""
        self.bij = self.select("maatregel", "maatregel_bij", leeg="nergens")
        return (
            self.field("wat", "wat_activiteit"),
            Rij(self.field("wie", "wie", "wie_hulp"), self.field("met", "met")),
            Rij(self.field("begin", "begin"), self.field("klaar", "klaar")),
            self.field("maat/wat", "maat_activiteit"),
            Rij(self.field("uren", "uren"), self.bij),
            self.field("in_de_les", "les"),
            self.weg,
        )

    def show(self) -> None:
        """Werk de maatregelen bij waar deze activiteit bij kan horen."""
        maatregelen = self.werk.staat.kern.maatregelen
        zonder = self.inhoud.zeg("zonder")
        self.velden.offer(self.bij, ((m.id, m.wat or zonder) for m in maatregelen))


class Momentkaart(Kaart):
    """Een dag waarop iemand kijkt."""

    def build(self) -> Iterable[Deel]:
        """De velden van een moment."""
        return (
            self.field("wat", "moment"),
            self.select("aard", "moment_aard", self.inhoud.aard),
            Rij(self.field("dag", "moment_dag"), self.field("wie", "wie", "wie_hulp")),
            self.weg,
        )


class Boodschapkaart(Kaart):
    """Wie hoort wat, en wanneer."""

    def build(self) -> Iterable[Deel]:
        """De velden van een bericht aan een groep."""
        return (
            self.select("aan", "aan", self.inhoud.aan),
            self.field("wat", "boodschap"),
            Rij(self.field("dag", "boodschap_dag"), self.field("wie", "boodschap_wie")),
            self.velden.check(f"{self.pad}/verteld", self.inhoud.zeg("verteld")),
            self.weg,
        )


def activities(paneel: Planpaneel, maatregel: str = "") -> Deel:
    """Neem de activiteiten van een maatregel op; zonder maatregel die nergens bij horen."""

    def here(activiteit: Activiteit) -> bool:
        if maatregel:
            return activiteit.maatregel == maatregel
        return activiteit.maatregel not in {m.id for m in paneel.staat.kern.maatregelen}

    return paneel.add_series(
        "kern/activiteiten",
        lambda kenmerk: Activiteit(kenmerk, maatregel=maatregel),
        Activiteitkaart,
        paneel.inhoud.zeg("activiteit_erbij") if maatregel else "",
        kies=here,
    )


def who_when(kaart: Kaart, klaar: str = "klaar") -> Rij:
    """Maak de velden voor wie en wanneer."""
    return Rij(kaart.field("wie", "wie", "wie_hulp"), kaart.field("klaar", klaar))


def numbers(kaart: Kaart, label: str = "maat", *, dan: bool = True) -> tuple[Deel, ...]:
    """Maak de velden van een maat."""
    inhoud = kaart.inhoud
    return (
        kaart.field("maat/wat", label, "maat_hulp"),
        Rij(
            kaart.select("maat/eenheid", "eenheid", inhoud.eenheid),
            kaart.select("maat/richting", "richting", inhoud.richting),
        ),
        Rij(
            kaart.field("maat/nu/getal", "nu"),
            kaart.field("maat/nu/van", "nu_van"),
            kaart.field("maat/nu_dag", "nu_dag"),
        ),
        *(
            [Rij(kaart.field("maat/dan/getal", "dan"), kaart.field("maat/dan/van", "dan_van"))]
            if dan
            else []
        ),
    )
