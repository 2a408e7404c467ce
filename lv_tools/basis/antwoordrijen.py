"""Van elke rij een respondent maken, en onthouden wat niet klopte."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

from lv_tools.basis.antwoordbestand import NAAM_LENGTE, NOTITIE_LENGTE
from lv_tools.basis.antwoordkolommen import Kolommen
from lv_tools.basis.antwoordrollen import Rollenlezer
from lv_tools.basis.antwoordwaarden import (
    Antwoordlezer,
    OnleesbaarError,
    cell_text,
    first_filled,
    is_failed,
    is_marked,
    listed_choices,
)
from lv_tools.basis.momenten import Schrijfwijze, as_moment, as_text, find_order
from lv_tools.basis.respondenten import Herkenning, Respondent, Sterkte, table_key
from lv_tools.basis.spreiding import Antwoord
from lv_tools.basis.tabelmeldingen import Meldingen, quote, quotes
from lv_tools.basis.tabelvorm import Rij
from lv_tools.basis.vragenset import Keuzevraag, Vragenset

_TIJDVELDEN = ("begin", "eind", "gewijzigd")


class Rijlezer:
    """Leest alle rijen van een tabel.

    Na :meth:`read` staan de uitkomsten in :attr:`respondenten`, :attr:`herkenning` en
    :attr:`geweigerd`.
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
        self.met_namen, self.toon, self.raster = met_namen, toon_waarden, raster
        self.waarden = Antwoordlezer(vragen)
        self.rollen = Rollenlezer(vragen, kolommen, kop, meldingen, naam=naam, groepen=groepen)
        self.teksten = {s.code: s.tekst for s in vragen.stellingen}
        self.veldnamen = {v.code: v.tekst for v in vragen.notitievelden}
        self.breedte = max((i for i, tekst in enumerate(kop, 1) if tekst), default=0)
        self.schrijfwijze = Schrijfwijze()
        self.eerder: Counter[str] = Counter()
        self.geen_minuten = True
        self.respondenten: list[Respondent] = []
        self.herkenning: dict[str, Herkenning] = {}
        self.geweigerd: list[int] = []

    def read(self, rijen: Sequence[Rij]) -> None:
        """Lees alle rijen na de kop."""
        gelezen = [(nr, cellen, [cell_text(cel) for cel in cellen]) for nr, cellen in rijen]
        staart = self._usual_tail([rij for _nr, _cellen, rij in gelezen])
        goed = []
        for nummer, cellen, rij in gelezen:
            if self._fits(nummer, rij, staart):
                goed.append((nummer, cellen, rij))
            else:
                self.geweigerd.append(nummer)
        self._dates(goed)
        self.rollen.prepare([rij for _nr, _cellen, rij in goed])
        for nummer, cellen, rij in goed:
            if (respondent := self._person(nummer, cellen, rij)) is None:
                self.geweigerd.append(nummer)
            else:
                self.respondenten.append(respondent)
        self.rollen.tell()
        self.geweigerd.sort()

    # ---------------------------------------------------------------- past de rij onder de kop?

    def _usual_tail(self, rijen: Sequence[Sequence[str]]) -> int:
        """Geef hoeveel lege cellen bijna elke rij meer heeft dan de kop."""
        extra = Counter(len(rij) - len(self.kop) for rij in rijen if len(rij) > len(self.kop))
        meest = extra.most_common(1)
        return meest[0][0] if meest and 2 * meest[0][1] > len(rijen) > 1 else 0

    def _fits(self, nummer: int, rij: Sequence[str], staart: int) -> bool:
        teveel = len(rij) - len(self.kop)
        erbuiten = [tekst for tekst in rij[self.breedte :] if tekst]
        if self.raster:
            if erbuiten:
                self.meldingen.add(
                    "tekst",
                    f"Rij {nummer}: rechts naast de tabel staat iets zonder kop erboven. Dat is "
                    "niet gelezen, de rest van de rij wel.",
                    nummer,
                )
            return True
        if not erbuiten and teveel in {staart, *range(-len(self.kop), 1)}:
            return True
        self.meldingen.add(
            "rij",
            f"Rij {nummer} heeft {len(rij)} cellen en de kop {self.breedte}. Dan is niet te zeggen "
            "welk antwoord bij welke vraag hoort. Deze rij telt niet mee. Staat er een puntkomma "
            "of komma in een tekst? Zet die tekst tussen aanhalingstekens.",
            nummer,
        )
        return False

    # ---------------------------------------------------------------- tijden

    def _dates(self, rijen: Sequence[tuple[int, Sequence[object], Sequence[str]]]) -> None:
        plekken = [p for veld in _TIJDVELDEN for p in self.kolommen.vast.get(veld, ())]
        cellen = [
            rij[plek] for _nr, _cellen, rij in rijen for plek in plekken if plek < len(rij)
        ]  # fmt: skip
        self.schrijfwijze = find_order(cellen)
        voorbeeld = quote(self.schrijfwijze.gegokt)
        if not self.schrijfwijze.volgorde:
            self.meldingen.add(
                "tijd",
                f"In ‘{self.naam}’ staan tijden met de dag voorop en tijden met de maand voorop "
                f"door elkaar. Een tijd als {voorbeeld} is daardoor niet te lezen. Zet de tijden "
                "in één vorm, bijvoorbeeld 1-9-2026 10:00.",
            )
        elif self.schrijfwijze.gegokt:
            wat = "de maand voorop" if self.schrijfwijze.volgorde == "md" else "de dag voorop"
            self.meldingen.add(
                "tijd",
                f"Een tijd als {voorbeeld} in ‘{self.naam}’ kan twee dingen betekenen. Hij is "
                f"gelezen met {wat}. Klopt dat niet, schrijf de tijden dan als 2026-09-01 10:00.",
            )
        begin = self.kolommen.vast.get("begin", ())
        momenten = [
            moment
            for _nr, ruw, _rij in rijen
            for plek in begin
            if plek < len(ruw) and (moment := as_moment(ruw[plek], self.schrijfwijze))
        ]
        self.geen_minuten = any(moment.second for moment in momenten)

    def _time(self, nummer: int, cellen: Sequence[object], veld: str) -> tuple[str, str]:
        """Geef een tijd als vaste tekst, en zoals zij er stond."""
        for plek in self.kolommen.vast.get(veld, ()):
            ruw = cell_text(cellen[plek]) if plek < len(cellen) else ""
            if not ruw:
                continue
            cel = cellen[plek]
            moment = as_moment(cel if isinstance(cel, datetime) else ruw, self.schrijfwijze)
            if moment is not None:
                return as_text(moment), ruw
            wat = f" {quote(ruw)}" if self.toon else ""
            self.meldingen.add(
                "tijd",
                f"Rij {nummer}: de tijd{wat} in kolom ‘{self.kop[plek]}’ is niet te lezen. De "
                "antwoorden tellen mee, maar een latere versie ervan is zo niet te herkennen. "
                "Schrijf de tijd bijvoorbeeld als 1-9-2026 10:00.",
                nummer,
            )
            return "", ruw
        return "", ""

    # ---------------------------------------------------------------- één persoon

    def _person(
        self, nummer: int, cellen: Sequence[object], rij: Sequence[str]
    ) -> Respondent | None:
        voor = sum(map(len, self.meldingen.per_soort.values()))
        antwoorden = self._answers(nummer, rij)
        keuzes = self._choices(nummer, rij)
        notities = self._notes(nummer, rij)
        if not antwoorden and not keuzes and not notities:
            anders = sum(map(len, self.meldingen.per_soort.values())) > voor
            wat = "geen antwoord dat te lezen is" if anders else "geen enkel antwoord ingevuld"
            self.meldingen.add(
                "rij", f"Rij {nummer}: er is {wat}. Deze rij telt niet mee.", nummer
            )  # fmt: skip
            return None
        rol = self.rollen.read(nummer, rij)
        naam = self._name(nummer, rij)
        if not antwoorden and not keuzes:
            self.meldingen.add(
                "tekst",
                f"Rij {nummer}: er is geen antwoord ingevuld, alleen een opmerking. Die opmerking "
                "is overgenomen. Deze persoon doet mee, maar telt bij geen enkele vraag.",
                nummer,
            )
        eind, _ = self._time(nummer, cellen, "eind")
        gewijzigd, _ = self._time(nummer, cellen, "gewijzigd")
        begin = self._time(nummer, cellen, "begin")
        nr, _ = first_filled(rij, self.kolommen.vast.get("nummer", ()))
        nr = "" if is_failed(nr) else nr
        versie = max(eind, gewijzigd)
        inhoud = [antwoorden, keuzes, *([notities] if notities else [])]
        kern = [rol, naam, json.dumps(inhoud, sort_keys=True)]
        kenmerk = self._key(nummer, nr, begin, eind, kern)
        return Respondent(kenmerk, rol, antwoorden, keuzes, naam, versie, notities)

    def _key(
        self, rij: int, nummer: str, begin: tuple[str, str], eind: str, kern: list[str]
    ) -> str:
        """Maak het kenmerk van een rij, en onthoud waaraan zij te herkennen is."""
        tijd, ruw = begin
        oud = [nummer, ruw] if nummer and ruw else [nummer, ruw, *kern]
        sterkte: Sterkte
        if nummer and ruw:
            delen = [nummer, tijd or ruw]
            sterkte = "seconde" if self.geen_minuten else "minuut"
        elif nummer:
            delen, sterkte = [nummer], "nummer"
        elif ruw or eind:
            delen, sterkte = ["", tijd or ruw or eind, *kern], "tijd"
        else:
            delen, sterkte = ["", "", *kern], "inhoud"
        afdruk = table_key(delen)
        self.eerder[afdruk] += 1
        volgnummer = self.eerder[afdruk]
        if volgnummer > 1 and sterkte in {"seconde", "minuut", "nummer"}:
            volgnummer = self._again(rij, f"{afdruk}-1", volgnummer, sterkte)
        kenmerk = f"{afdruk}-{volgnummer}"
        vroeger = () if oud == delen else (table_key(oud),)
        self.herkenning.setdefault(
            kenmerk, Herkenning(rij, sterkte, volgnummer, nummer, tijd, vroeger)
        )
        return kenmerk

    def _again(self, rij: int, eerste: str, volgnummer: int, sterkte: Sterkte) -> int:
        """Beslis wat een nummer betekent dat al eerder in dit bestand stond."""
        waar = f"Rij {rij} heeft hetzelfde nummer als rij {self.herkenning[eerste].rij}"
        if sterkte == "seconde":
            zin = f"{waar} en dezelfde begintijd. Dat is één persoon: de laatste versie telt."
            volgnummer = 1
        else:
            zin = (
                f"{waar}. Beide rijen tellen mee. Is het dezelfde persoon, haal dan een van de "
                "rijen weg."
            )
        self.meldingen.add("rij", zin, rij)
        return volgnummer

    def _name(self, nummer: int, rij: Sequence[str]) -> str:
        if not self.met_namen:
            return ""
        naam, _ = first_filled(rij, self.kolommen.vast.get("naam", ()))
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
            delen = dict.fromkeys(rij[plek] for plek in plekken if plek < len(rij) and rij[plek])
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

    # ---------------------------------------------------------------- keuzevragen

    def _choices(self, nummer: int, rij: Sequence[str]) -> dict[str, tuple[str, ...] | None]:
        keuzes: dict[str, tuple[str, ...] | None] = {}
        for vraag in self.vragen.keuzevragen:
            per_optie = self.kolommen.keuze_per_optie.get(vraag.code, {})
            try:
                tekst = self._one_of(
                    nummer, rij, self.kolommen.keuze_in_een.get(vraag.code, ()), vraag.tekst
                )
                if tekst:
                    keuzes[vraag.code] = self._listed(nummer, tekst, vraag)
                # Alle vakjes leeg kan "niets" zijn of "overgeslagen": dan telt de vraag niet mee.
                elif any(first_filled(rij, plekken)[0] for plekken in per_optie.values()):
                    keuzes[vraag.code] = self._marked(rij, vraag, per_optie)
            except OnleesbaarError as fout:
                self.meldingen.add(
                    "keuze",
                    f"Rij {nummer}, {quote(vraag.tekst)}: {fout}. Deze vraag telt bij deze persoon "
                    "niet mee, de rest wel.",
                    nummer,
                )
        return keuzes

    def _marked(
        self, rij: Sequence[str], vraag: Keuzevraag, per_optie: dict[str, tuple[int, ...]]
    ) -> tuple[str, ...]:
        gevonden = []
        for optie in vraag.opties:
            for plek in per_optie.get(optie.code, ()):
                tekst = rij[plek] if plek < len(rij) else ""
                try:
                    gekozen = is_marked(tekst, optie.code, optie.tekst)
                except OnleesbaarError as fout:
                    wat = f"{quote(tekst, 40)}: " if self.toon else ""
                    raise OnleesbaarError(
                        f"bij {quote(optie.tekst)} staat {wat}{fout}. Zet een x, of laat het vak "
                        "leeg"
                    ) from fout
                if gekozen and optie.code not in gevonden:
                    gevonden.append(optie.code)
        return tuple(gevonden)

    def _listed(self, nummer: int, tekst: str, vraag: Keuzevraag) -> tuple[str, ...] | None:
        codes, over = listed_choices(tekst, vraag)
        wat = quotes(over) if self.toon else "een deel van het antwoord"
        if over and not codes:
            raise OnleesbaarError(f"{wat} is geen keuze van deze vraag")
        if over:
            self.meldingen.add(
                "keuze",
                f"Rij {nummer}, {quote(vraag.tekst)}: {wat} is geen keuze van deze vraag. Dat deel "
                "telt niet mee, de andere keuzes wel.",
                nummer,
            )
        return codes
