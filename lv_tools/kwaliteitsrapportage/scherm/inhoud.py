"""Wat er op het blad komt: uit het dossier, en in eigen woorden."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.basis.vorm.pad import get_at
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.meenemen import Ophalen
from lv_tools.bouwdoos.reeks import shorten
from lv_tools.kwaliteitsrapportage.bestand import NAAM
from lv_tools.kwaliteitsrapportage.model.rapportage import Deelcode, Punt
from lv_tools.kwaliteitsrapportage.model.uitwisselen import take
from lv_tools.kwaliteitsrapportage.scherm.paneel import Kaart, Rapportpaneel, Rapportreeks
from lv_tools.kwaliteitsrapportage.teksten import Deeltekst
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.tekst import Tekst


class Puntkaart(Kaart):
    """Eén punt, met de velden van het deel waar het in staat."""

    def build(self) -> Iterable[Deel]:
        """De velden, waar het hoort, en of het op het blad staat."""
        punt: Punt = get_at(self.staat, self.pad)
        zeg, inhoud, deel = self.inhoud.zeg, self.inhoud, self.inhoud.part(punt.deel)
        text, choice, pad = self.velden.text, self.velden.choice, self.pad
        keuzes = {"stand": inhoud.stand, "zekerheid": inhoud.zekerheid}
        bij: list[Deel] = []
        for naam in deel.velden:
            label = deel.bij.get(naam, zeg(f"veld_{naam}"))
            if naam in keuzes:
                bij.append(choice(f"{pad}/{naam}", label, keuzes[naam], leeg=zeg("kies")))
            else:
                bij.append(text(f"{pad}/{naam}", label))
        delen = [(d.code, d.titel) for d in inhoud.deel]
        herkomst = [Tekst(zeg("uit", van=punt.van), klein=True)] if punt.van else []
        return (
            text(f"{pad}/wat", deel.wat),
            text(f"{pad}/eigen", deel.eigen),
            Rij(*bij),
            *herkomst,
            self.velden.check(f"{pad}/op_blad", zeg("op_blad")),
            self.select("deel", "waar", delen),
            self.weg,
        )


class Inhoudpaneel(Rapportpaneel):
    """Wat klaarligt in het dossier, en de vijf delen van het blad."""

    def build(self) -> Iterable[Deel]:
        """Het ophalen, en per deel een reeks punten."""
        zeg = self.inhoud.zeg
        self.ophalen = Ophalen(self.werk, self._take, leeg=zeg("ophalen_leeg"))
        self.reeksen = {deel.code: self._series(deel) for deel in self.inhoud.deel}
        self._was = self._places()
        delen = (
            Sectie(
                deel.titel,
                Tekst(deel.uitleg),
                Tekst(zeg("naar", bron=deel.bron), klein=True),
                self.add(self.reeksen[deel.code]),
                niveau=3,
            )
            for deel in self.inhoud.deel
        )
        ophalen = Sectie(zeg("ophalen"), Tekst(zeg("ophalen_uitleg")), self.ophalen.deel, niveau=3)
        return (ophalen, *delen)

    def show(self) -> None:
        """Verhuisde een punt naar een ander deel, ga er dan achteraan."""
        nu = self._places()
        for kenmerk, deel in nu.items():
            if self._was.get(kenmerk, deel) != deel:
                self.reeksen[deel].refresh()
                self.reeksen[deel].vakken[kenmerk].focus()
        self._was = nu

    def _places(self) -> dict[str, Deelcode]:
        return {p.id: p.deel for p in self.staat.blad.punten}

    def _series(self, deel: Deeltekst) -> Rapportreeks:
        return self.series(
            "blad/punten",
            lambda kenmerk: Punt(kenmerk, deel.code),
            Puntkaart,
            deel.erbij,
            kies=lambda punt: punt.deel == deel.code,
            kop=self._title,
        )

    def _title(self, nummer: int, punt: Punt) -> str:
        zeg = self.inhoud.zeg
        wat = shorten(" ".join(punt.wat.split()) or zeg("zonder"))
        return f"{nummer}. {wat}" if punt.op_blad else f"{nummer}. {wat} ({zeg('niet_op_blad')})"

    def _take(self, pakket: Pakket) -> str:
        zeg, dossier = self.inhoud.zeg, self.ophalen.lade.bestand
        if pakket.plek == (NAAM, self.staat.kenmerk):
            raise VormError(zeg("eigen_werk"))
        was = self.staat
        _, erbij, had = take(was, pakket, dossier)
        self.werk.change(lambda nu: take(nu, pakket, dossier)[0])
        if not erbij and not had:
            return zeg("niets_bruikbaar")
        if not erbij:
            return zeg("opgehaald_niets")
        punten = len(self.staat.blad.punten) - len(was.blad.punten)
        vragen = len(self.staat.voorraad) - len(was.voorraad)
        tellingen = (
            ("punten", punten, "punt", "punten"),
            ("afspraken", erbij - punten - vragen, "afspraak", "afspraken"),
            ("vragen", vragen, "vraag", "vragen"),
        )
        delen = [zeg(f"opgehaald_{naam}", n=aantal(n, *wat)) for naam, n, *wat in tellingen if n]
        # Met meer dossiers op het apparaat kan dat van een andere school open zijn.
        meer = len(self.ophalen.lade.namen) > 1
        return zeg("opgehaald_uit" if meer else "opgehaald", wat=opsomming(delen), dossier=dossier)
