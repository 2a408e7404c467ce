"""Wie al antwoordde en wie nog mist, een tekst om te herinneren, en dezelfde naam die dubbel is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.onderzoek.respons import (
    Dubbel,
    Opkomst,
    attendance,
    expected_counts,
    expected_names,
)
from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.verzamelen.verzameling import Verzameling
from lv_tools.schermdelen.adres import Kopieerveld
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom, Rij, Sectie, Uitklap
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling, Nadruk, Tekst
from lv_tools.schermdelen.veld import Invoerveld

#: Langste lijst met namen of aantallen, in tekens.
_LIJST_LENGTE = 20_000


class Responsvak:
    """De opkomst van een groep.

    Op naam staat er wie er antwoordde en wie er mist, als de verwachte namen zijn ingevuld.
    Anoniem staan er alleen aantallen per groep. Niets wordt verstuurd.

    Parameters
    ----------
    werk
        De groep.
    teksten
        Het deel ``respons`` van de gegevens van het hulpmiddel.
    herinnering
        Functie die de tekst geeft om mensen mee te herinneren.
    """

    def __init__(
        self,
        werk: Verzameling,
        teksten: Mapping[str, Any],
        herinnering: Callable[[], str],
    ) -> None:
        self.werk, self.teksten, self.herinnering = werk, teksten, herinnering
        self.namen = self._field("namen")
        self.aantallen = self._field("aantallen")
        self.stand = Mededeling()
        self.wie = Tekst(lijst=True)
        self.tekst = Tekst()
        self.kopie = Kopieerveld(str(teksten["kopie"]))
        self.herinner = Uitklap(
            str(teksten["herinner"]), Tekst(str(teksten["herinner_hulp"])), self.tekst, self.kopie
        )
        self.akkoord = Dubbelgeheugen(werk, self.refresh)
        self.dubbel = Kolom()
        self.deel = Sectie(
            str(teksten["titel"]),
            self.akkoord,
            self.dubbel,
            self.namen,
            self.aantallen,
            self.stand,
            self.wie,
            self.herinner,
            niveau=3,
        )
        werk.luisteraars.append(self.refresh)
        self.refresh()

    def refresh(self, *_waarde: Any) -> None:
        """Werk de opkomst bij."""
        op_naam, anoniem = self.werk.modus == "naam", self.werk.modus == "anoniem"
        self.deel.verborgen = not (op_naam or anoniem)
        self.namen.verborgen, self.aantallen.verborgen = not op_naam, not anoniem
        if anoniem and self.namen.waarde:
            self.namen.waarde = ""  # wie anoniem werkt, bewaart ook geen lijst met namen
        if op_naam:
            self._by_name()
        else:
            self._by_count()
        self.tekst.alineas = (self.herinnering(),)
        self.kopie.tekst = self.herinnering()
        self.dubbel.inhoud = tuple(self._questions())

    @property
    def complete(self) -> bool:
        """Is ieder die verwacht wordt er al? Zonder verwachting is dat niet te zeggen."""
        if self.werk.modus == "naam":
            verwacht = expected_names(self.namen.waarde)
            return bool(verwacht) and not self._attendance().missen
        per_groep = expected_counts(self.aantallen.waarde, self.werk.vragen).per_groep
        tellingen = self.werk.counts()
        return bool(per_groep) and all(
            rol in tellingen and tellingen[rol].personen >= aantal
            for rol, aantal in per_groep.items()
            if aantal
        )

    def _field(self, welke: str) -> Invoerveld:
        return Invoerveld(
            Veld(
                f"verwacht-{welke}",
                str(self.teksten[welke]),
                "tekstvak",
                hulp=str(self.teksten[f"{welke}_hulp"]),
                lengte=_LIJST_LENGTE,
            ),
            bij_wijziging=self.refresh,
        )

    def _attendance(self) -> Opkomst:
        return attendance(expected_names(self.namen.waarde), merge(self.werk.bronnen))

    def _by_name(self) -> None:
        opkomst = self._attendance()
        verwacht = len(opkomst.binnen) + len(opkomst.missen)
        regels: list[Any] = []
        if verwacht:
            self.stand.tekst = str(self.teksten["stand"]).format(
                binnen=len(opkomst.binnen), verwacht=verwacht
            )
            regels += _line("Mist nog", opkomst.missen)
            regels += _line("Is binnen", opkomst.binnen)
            regels += _line("Is binnen en staat niet op uw lijst", opkomst.niet_op_lijst)
        else:
            self.stand.tekst = str(self.teksten["zonder_lijst"])
            regels += _line("Is binnen", opkomst.niet_op_lijst)
        if opkomst.zonder_naam:
            regels.append((Nadruk("Zonder naam: "), f"{opkomst.zonder_naam}."))
        self.wie.alineas = tuple(regels)
        self.herinner.verborgen = not (opkomst.missen or not verwacht)

    def _by_count(self) -> None:
        verwacht = expected_counts(self.aantallen.waarde, self.werk.vragen)
        tellingen = self.werk.counts()
        regels = []
        for rol in dict.fromkeys((*verwacht.per_groep, *tellingen)):
            hoeveel = tellingen[rol].personen if rol in tellingen else 0
            van = f" van {verwacht.per_groep[rol]}" if rol in verwacht.per_groep else ""
            regels.append(f"{self.werk.vragen.rolnaam(rol)}: {hoeveel}{van}")
        if verwacht.onleesbaar:
            vreemd = opsomming([f"‘{regel[:40]}’" for regel in verwacht.onleesbaar[:3]])
            regels.append(str(self.teksten["aantallen_fout"]).format(regels=vreemd))
        self.wie.alineas = tuple(regels)
        self.stand.tekst = str(self.teksten["compleet" if self.complete else "anoniem"])
        self.herinner.verborgen = self.complete

    def _questions(self) -> Iterator[Deel]:
        for dubbel in self.werk.open_doubles():
            yield self._question(dubbel)

    def _question(self, dubbel: Dubbel) -> Kolom:
        wie = f"{dubbel.naam} ({self.werk.vragen.rolnaam(dubbel.rol)})"
        vraag = str(self.teksten["dubbel"]).format(wie=wie, aantal=len(dubbel.mensen))
        allebei = Knop(f"{wie}: tel ze allemaal", lambda: self._keep(dubbel, nieuwste=False))
        if self.werk.own() in dubbel.mensen[:-1]:
            uitleg = Tekst(str(self.teksten["dubbel_eigen"]))
            return Kolom(Mededeling(vraag, "letop"), uitleg, allebei)
        nieuwste = Knop(f"{wie}: alleen het nieuwste telt", lambda: self._keep(dubbel))
        return Kolom(Mededeling(vraag, "letop"), Rij(nieuwste, allebei))

    def _keep(self, dubbel: Dubbel, *, nieuwste: bool = True) -> None:
        if nieuwste:
            self.werk.keep_newest(dubbel)
        else:
            self.werk.keep_all(dubbel)
        (self.namen if self.werk.modus == "naam" else self.aantallen).focus()


class Dubbelgeheugen(Deel):
    """Onthoudt van welke dubbele namen de lezer zei dat het echt meer mensen zijn."""

    soort = "kolom"
    naam = "dubbel-akkoord"

    def __init__(self, werk: Verzameling, bij_herstel: Callable[[], object]) -> None:
        self.werk, self.bij_herstel = werk, bij_herstel
        super().__init__(verborgen=True)

    def keep(self) -> list[str]:
        """Bewaar de kenmerken; er staat geen naam in."""
        return sorted(self.werk.meer_mensen)

    def restore(self, bewaard: Any) -> None:
        """Zet terug wat de lezer koos."""
        self.werk.meer_mensen = {str(sleutel) for sleutel in bewaard or ()}
        self.bij_herstel()


def _line(wat: str, namen: tuple[str, ...]) -> list[Any]:
    return [(Nadruk(f"{wat} ({len(namen)}): "), f"{opsomming(namen)}.")] if namen else []
