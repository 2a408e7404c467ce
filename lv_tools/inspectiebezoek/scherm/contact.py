"""Stap 4, de hele tijd: na elk contact met de Inspectie, wie weet al wat eruit kwam?"""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.werkbestand import today
from lv_tools.basis.taal.notatie import aantal, datum
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.inspectiebezoek.model.bezoek import Contact
from lv_tools.inspectiebezoek.model.nakijken import still_to_tell
from lv_tools.inspectiebezoek.scherm.deel import Bezoekdeel, Kaart
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij
from lv_tools.schermdelen.tekst import Tekst


class Contactkaart(Kaart):
    """Een contact, met wat eruit kwam en wie het weet."""

    def build(self) -> Iterable[Deel]:
        """Wat, wanneer en met wie, wat eruit kwam, en wie het hoorde."""
        zeg, pad = self.inhoud.zeg, self.pad
        return (
            self.field("wat", "contact_wat"),
            Rij(self.field("dag", "dag", terug=True), self.field("met", "contact_met")),
            self.field("uitkomst", "contact_uitkomst"),
            self.velden.checks(f"{pad}/weet", zeg("contact_weet"), self.inhoud.rol),
            self.weg,
        )


class Contactenlijst(Bezoekdeel):
    """Alle contacten."""

    def build(self) -> Iterable[Deel]:
        """De uitleg, de contacten, en wie nog iets moet horen."""
        zeg = self.inhoud.zeg
        self.opvalt = Documentdeel(niveau=4)
        contacten = self.add_series(
            "contacten",
            lambda kenmerk: Contact(kenmerk, today()),
            Contactkaart,
            zeg("contact_erbij"),
            kop=self._title,
        )
        return Tekst(zeg("contact_uitleg")), self.opvalt.deel, contacten

    def show(self) -> None:
        """Laat zien wie nog iets moet horen."""
        self.opvalt.show(self.remarks("contact"))

    def _title(self, nummer: int, contact: Contact) -> str:
        dag = f"{datum(contact.dag)}: " if contact.dag else ""
        return f"{nummer}. {dag}{contact.wat or self.inhoud.zeg('zonder')}"


class Contactpaneel(Bezoekdeel):
    """De contacten achter een knop, boven elke stap."""

    def build(self) -> Iterable[Deel]:
        """Eén vak dat open kan."""
        self.vak = self.fold("", Contactenlijst(self.werk, self.inhoud))
        return (self.vak,)

    def show(self) -> None:
        """Zeg op de knop hoeveel contacten nog niet aan iedereen verteld zijn."""
        zeg, contacten = self.inhoud.zeg, [c for c in self.werk.staat.contacten if c.wat.strip()]
        open_ = sum(bool(still_to_tell(c)) for c in contacten)
        stand = ""
        if open_:
            stand = zeg("contact_open", n=aantal(open_, "contact", "contacten"))
        elif contacten:
            stand = zeg("contact_klaar")
        titel = f"{zeg('contact_kop')}{stand}"
        if self.vak.titel != titel:
            self.vak.titel = titel
