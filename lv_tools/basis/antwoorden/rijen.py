"""Van elke rij een respondent maken, en onthouden wat niet klopte."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from lv_tools.basis.antwoorden.bestand import NAAM_LENGTE, NOTITIE_LENGTE
from lv_tools.basis.antwoorden.kenmerken import Kenmerken
from lv_tools.basis.antwoorden.keuzes import Keuzelezer
from lv_tools.basis.antwoorden.kolommen import Kolommen
from lv_tools.basis.antwoorden.meldingen import Meldingen, quote, quotes
from lv_tools.basis.antwoorden.rijvorm import Rijvorm
from lv_tools.basis.antwoorden.rollen import Rollenlezer
from lv_tools.basis.antwoorden.sjabloon import UITLEG_TEKST
from lv_tools.basis.antwoorden.waarden import (
    Antwoordlezer,
    OnleesbaarError,
    cell_text,
    first_filled,
)
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import Antwoord
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.tabellen.tabelvorm import Rij

#: Wat een formulier invult als iemand geen naam gaf.
_GEEN_NAAM = {"anonymous", "anoniem", "anonieme gebruiker", "gast", "guest"}


class Rijlezer:
    """Leest alle rijen van een tabel.

    Na :meth:`read` staan de uitkomsten in :attr:`respondenten` en :attr:`geweigerd`, en in
    ``kenmerken.herkenning`` waaraan elke respondent te herkennen is.
    """

    def __init__(
        self,
        vragen: Vragenset,
        kolommen: Kolommen,
        kop: Sequence[str],
        meldingen: Meldingen,
        naam: str,
        *,
        met_namen: bool,
        toon_waarden: bool,
        groepen: Collection[str] | None,
        raster: bool,
    ) -> None:
        self.vragen, self.kolommen, self.kop = vragen, kolommen, kop
        self.meldingen, self.naam = meldingen, naam
        self.met_namen, self.toon = met_namen, toon_waarden
        self.waarden = Antwoordlezer(vragen)
        self.keuzes = Keuzelezer(vragen, kolommen, meldingen, toon_waarden=toon_waarden)
        self.kenmerken = Kenmerken(kolommen, kop, meldingen, naam, toon_waarden=toon_waarden)
        self.rollen = Rollenlezer(
            vragen, kolommen, kop, meldingen, naam=naam, groepen=groepen,
            anoniem=not toon_waarden,
        )  # fmt: skip
        self.teksten = {s.code: s.tekst for s in vragen.stellingen}
        self.veldnamen = {v.code: v.tekst for v in vragen.notitievelden}
        self.vorm = Rijvorm(kolommen, kop, meldingen, self.waarden, naam=naam, raster=raster)
        self.respondenten: list[Respondent] = []
        self.geweigerd: list[int] = []

    def read(self, rijen: Sequence[Rij]) -> None:
        """Lees alle rijen na de kop."""
        gelezen = [(nr, cellen, [cell_text(cel) for cel in cellen]) for nr, cellen in rijen]
        self.vorm.prepare([rij for _nr, _cellen, rij in gelezen])
        goed = []
        for nummer, cellen, rij in gelezen:
            if self.vorm.fits(nummer, rij):
                goed.append((nummer, cellen, rij))
            else:
                self.geweigerd.append(nummer)
        self.vorm.tell()
        self.kenmerken.prepare(goed)
        self.rollen.prepare([rij for _nr, _cellen, rij in goed])
        for nummer, cellen, rij in goed:
            if (respondent := self._person(nummer, cellen, rij)) is None:
                self.geweigerd.append(nummer)
            else:
                self.respondenten.append(respondent)
        self.rollen.tell()
        self.geweigerd.sort()

    def _person(
        self, nummer: int, cellen: Sequence[object], rij: Sequence[str]
    ) -> Respondent | None:
        voor = sum(map(len, self.meldingen.per_soort.values()))
        antwoorden = self._answers(nummer, rij)
        keuzes = self.keuzes.read(nummer, rij)
        notities = self._notes(nummer, rij)
        if not antwoorden and not keuzes and not notities:
            anders = sum(map(len, self.meldingen.per_soort.values())) > voor
            wat = "geen antwoord dat te lezen is" if anders else "geen enkel antwoord ingevuld"
            self.meldingen.add(
                "rij", f"Rij {nummer}: er is {wat}. Deze rij telt niet mee.", nummer
            )  # fmt: skip
            return None
        rol, genoemd = self.rollen.read(nummer, rij)
        naam = self._name(nummer, rij)
        if not antwoorden and not keuzes:
            self.meldingen.add(
                "tekst",
                f"Rij {nummer}: er is geen antwoord ingevuld, alleen een opmerking. Die opmerking "
                "is overgenomen. Deze persoon doet mee, maar telt bij geen enkele vraag.",
                nummer,
            )
        inhoud = [antwoorden, keuzes, *([notities] if notities else [])]
        kern = [genoemd, naam, json.dumps(inhoud, sort_keys=True)]
        kenmerk, versie = self.kenmerken.identify((nummer, cellen, rij), kern)
        return Respondent(kenmerk, rol, antwoorden, keuzes, naam, versie, notities)

    def _name(self, nummer: int, rij: Sequence[str]) -> str:
        if not self.met_namen:
            return ""
        naam, _ = first_filled(rij, self.kolommen.vast.get("naam", ()))
        if naam.casefold() in _GEEN_NAAM:
            return ""
        if len(naam) > NAAM_LENGTE:
            self.meldingen.add(
                "tekst",
                f"Rij {nummer}: de naam heeft {len(naam)} tekens; er passen er {NAAM_LENGTE}. "
                "De rest is weggelaten.",
                nummer,
            )
        return naam[:NAAM_LENGTE].strip()

    def _answers(self, nummer: int, rij: Sequence[str]) -> dict[str, Antwoord]:
        antwoorden: dict[str, Antwoord] = {}
        lengte, lees = len(rij), self.waarden.answer
        for code, plekken in self.kolommen.stellingen.items():
            if len(plekken) == 1:
                tekst = rij[plekken[0]] if plekken[0] < lengte else ""
            else:
                tekst = self._one_of(nummer, rij, plekken, self.teksten[code])
            if not tekst:
                continue
            try:
                antwoorden[code] = lees(tekst)
            except OnleesbaarError as fout:
                wat = f"{quote(tekst, 40)}: {fout}" if self.toon else str(fout)
                self.meldingen.add(
                    "antwoord",
                    f"Rij {nummer}, {quote(self.teksten[code])}: {wat}. {self.waarden.remedy()}. "
                    "Dit antwoord telt niet mee, de rest wel.",
                    nummer,
                )
        return antwoorden

    def _one_of(self, nummer: int, rij: Sequence[str], plekken: Sequence[int], vraag: str) -> str:
        """Geef het antwoord als een vraag meer kolommen heeft, zoals bij een vertakking."""
        tekst, meer = first_filled(rij, plekken)
        if meer:
            wat = f" ({quotes(meer)})" if self.toon else ""
            self.meldingen.add(
                "antwoord",
                f"Rij {nummer}, {quote(vraag)}: deze vraag heeft meer kolommen, en daar staan "
                f"verschillende antwoorden in{wat}. Het eerste telt.",
                nummer,
            )
        return tekst

    def _notes(self, nummer: int, rij: Sequence[str]) -> dict[str, str]:
        notities = {}
        for code, plekken in self.kolommen.notities.items():
            delen = dict.fromkeys(
                rij[plek]
                for plek in plekken
                if plek < len(rij) and rij[plek] not in {"", UITLEG_TEKST}
            )
            tekst = "\n".join(delen)
            if len(tekst) > NOTITIE_LENGTE:
                self.meldingen.add(
                    "tekst",
                    f"Rij {nummer}, {quote(self.veldnamen[code])}: deze tekst heeft {len(tekst)} "
                    f"tekens; er passen er {NOTITIE_LENGTE}. Kort hem in. De tekst is niet "
                    "overgenomen, de rest wel.",
                    nummer,
                )
            elif tekst:
                notities[code] = tekst
        return notities
