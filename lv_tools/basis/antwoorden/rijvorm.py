"""Past een rij bij de kop, of is zij verschoven, afgebroken of een samenvatting?

In een werkblad heeft elke cel een vaste plek. In een CSV-bestand niet: een los regeleinde breekt
een rij in tweeën, en een los scheidingsteken schuift alles op wat erna komt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lv_tools.basis.antwoorden.kolommen import Kolommen
from lv_tools.basis.antwoorden.meldingen import Meldingen, quote, rows
from lv_tools.basis.antwoorden.waarden import Antwoordlezer, OnleesbaarError

#: Zo heet een rij onder aan een tabel die over de andere rijen gaat.
_SAMENVATTING = {
    "totaal", "subtotaal", "eindtotaal", "gemiddelde", "gemiddeld", "gem", "aantal", "som",
    "mediaan", "standaarddeviatie", "total", "subtotal", "grand total", "average", "mean", "median",
}  # fmt: skip
_N_IS = re.compile(r"n\s*=.*")
#: Zo noemt een formulier een invulling waarmee de maker het uitprobeerde.
_PROEF = {"survey preview", "survey test", "preview", "test"}


class Rijvorm:
    """Zegt van elke rij of zij te lezen is, en waarom niet.

    Een rij die korter is dan de kop, telt alleen mee als alle vragen erin staan, of als het bestand
    lege cellen achteraan overal weglaat.
    """

    def __init__(
        self,
        kolommen: Kolommen,
        kop: Sequence[str],
        meldingen: Meldingen,
        waarden: Antwoordlezer,
        *,
        naam: str,
        raster: bool,
    ) -> None:
        self.kolommen, self.kop, self.meldingen = kolommen, kop, meldingen
        self.waarden, self.naam, self.raster = waarden, naam, raster
        self.breedte = max((i for i, tekst in enumerate(kop, 1) if tekst), default=0)
        groepen = [kolommen.stellingen.values(), kolommen.keuze_in_een.values()]
        groepen += [opties.values() for opties in kolommen.keuze_per_optie.values()]
        self.vragen = 1 + max((p for groep in groepen for ps in groep for p in ps), default=0)
        self.staart = 0
        self.laat_weg = False
        self.korter: list[int] = []
        self._afgebroken = False

    def prepare(self, rijen: Sequence[Sequence[str]]) -> None:
        """Kijk naar alle rijen samen: wat is in dit bestand gewoon?"""
        # Sommige programma's zetten achter elke rij dezelfde lege cellen.
        extra = Counter(len(rij) - len(self.kop) for rij in rijen if len(rij) > len(self.kop))
        meest = extra.most_common(1)
        self.staart = meest[0][0] if meest and 2 * meest[0][1] > len(rijen) > 1 else 0
        kort = sum(len(rij) < self.breedte for rij in rijen)
        self.laat_weg = 2 * kort > len(rijen) and all(rij[-1] for rij in rijen if rij)

    def fits(self, nummer: int, rij: Sequence[str]) -> bool:
        """Zeg of een rij te lezen is; zo niet, dan staat er een zin bij."""
        eerste = next((tekst for tekst in rij if tekst), "")
        if _is_summary(eerste):
            self.meldingen.add(
                "rij",
                f"Rij {nummer} begint met {quote(eerste)} en gaat dus over de andere rijen. Deze "
                "rij telt niet mee.",
                nummer,
            )
            return False
        for plek in self.kolommen.vast.get("status", ()):
            if plek < len(rij) and rij[plek].casefold() in _PROEF:
                self.meldingen.add(
                    "rij",
                    f"Rij {nummer} is volgens kolom ‘{self.kop[plek]}’ ({quote(rij[plek])}) een "
                    "proef van de maker. Deze rij telt niet mee. Is het een echt antwoord, maak "
                    "die cel dan leeg.",
                    nummer,
                )
                return False
        if self.raster:
            return self._beside(nummer, rij)
        if len(rij) < self.breedte:
            return self._short(nummer, rij)
        self._afgebroken = False
        teveel = len(rij) - len(self.kop)
        if not any(rij[self.breedte :]) and (teveel <= 0 or teveel == self.staart):
            return True
        self.meldingen.add(
            "rij",
            f"Rij {nummer} heeft {len(rij)} cellen en de kop {self.breedte}. Dan is niet te zeggen "
            "welk antwoord bij welke vraag hoort. Deze rij telt niet mee. Staat er een puntkomma "
            "of komma in een tekst? Zet die tekst tussen aanhalingstekens.",
            nummer,
        )
        return False

    def _beside(self, nummer: int, rij: Sequence[str]) -> bool:
        if any(rij[self.breedte :]):
            self.meldingen.add(
                "tekst",
                f"Rij {nummer}: rechts naast de tabel staat iets zonder kop erboven. Dat is "
                "niet gelezen, de rest van de rij wel.",
                nummer,
            )
        return True

    def _short(self, nummer: int, rij: Sequence[str]) -> bool:
        heel = self.laat_weg or len(rij) >= self.vragen
        # Wat op een afgebroken rij volgt, is de staart ervan.
        if heel and not self._afgebroken and self._readable(rij):
            self.korter.append(nummer)
            return True
        self._afgebroken = True
        cellen = "1 cel" if len(rij) == 1 else f"{len(rij)} cellen"
        self.meldingen.add(
            "rij",
            f"Rij {nummer} heeft {cellen} en de kop {self.breedte}. Dan is niet te zeggen welk "
            "antwoord bij welke vraag hoort. Deze rij telt niet mee. Staat er in een tekst een "
            "regeleinde? Zet die tekst tussen aanhalingstekens. Of is het bestand niet helemaal "
            "bewaard? Haal het dan opnieuw op.",
            nummer,
        )
        return False

    def _readable(self, rij: Sequence[str]) -> bool:
        """Zeg of elk antwoord op een stelling te lezen is, en de rol geen antwoord is."""
        plekken = [p for ps in self.kolommen.stellingen.values() for p in ps if p < len(rij)]
        gevuld = [rij[plek] for plek in plekken if rij[plek]]
        rollen = [rij[p] for p in self.kolommen.vast.get("rol", ()) if p < len(rij) and rij[p]]
        return (
            (bool(gevuld) or not self.kolommen.stellingen)
            and all(map(self._is_answer, gevuld))
            and not any(map(self._is_answer, rollen))
        )

    def _is_answer(self, tekst: str) -> bool:
        try:
            self.waarden.answer(tekst)
        except OnleesbaarError:
            return False
        return True

    def tell(self) -> None:
        """Zeg welke rijen korter waren en toch meetellen."""
        if self.korter:
            wat = "is" if len(self.korter) == 1 else "zijn"
            self.meldingen.add(
                "tabel",
                f"{rows(self.korter).capitalize()} van ‘{self.naam}’ {wat} korter dan de kop. Wat "
                "achteraan ontbreekt, is gelezen als niet ingevuld.",
            )


def _is_summary(tekst: str) -> bool:
    kaal = tekst.casefold().rstrip(" :.")
    return kaal in _SAMENVATTING or _N_IS.fullmatch(kaal) is not None
