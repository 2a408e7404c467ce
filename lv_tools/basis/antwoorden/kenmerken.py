"""Waaraan een rij uit een tabel te herkennen is, en welke versie van een persoon zij is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from lv_tools.basis.antwoorden.kolommen import Kolommen
from lv_tools.basis.antwoorden.meldingen import Meldingen, quote
from lv_tools.basis.antwoorden.waarden import cell_text, first_filled, is_failed
from lv_tools.basis.onderzoek.respondenten import Herkenning, Sterkte, table_key
from lv_tools.basis.taal.momenten import Schrijfwijze, as_moment, as_text, find_order
from lv_tools.basis.taal.vergelijkbaar import plain

_TIJDVELDEN = ("begin", "eind", "gewijzigd")
_ADRES = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
#: Een kop van een tijd in een Engelse export.
_ENGELS = re.compile(r"\b(?:time|timestamp|date|started|submitted|startdate|enddate)\b")
#: Een gevulde rij: haar nummer, de cellen zelf en hun tekst.
Gelezenrij = tuple[int, Sequence[object], Sequence[str]]


class Kenmerken:
    """Leest nummers en tijden, en maakt er per rij een vast kenmerk van.

    Na :meth:`identify` staat in :attr:`herkenning` waaraan elk kenmerk te herkennen is.
    """

    def __init__(
        self,
        kolommen: Kolommen,
        kop: Sequence[str],
        meldingen: Meldingen,
        naam: str,
        *,
        toon_waarden: bool,
    ) -> None:
        self.kolommen, self.kop = kolommen, kop
        self.meldingen, self.naam, self.toon = meldingen, naam, toon_waarden
        self.schrijfwijze = Schrijfwijze()
        self.op_de_seconde = True
        self.eerder: Counter[str] = Counter()
        self.herkenning: dict[str, Herkenning] = {}
        self.eerste_rij: dict[str, int] = {}
        self.adressen: dict[str, tuple[str, int]] = {}
        self.vragen = sorted(
            [*kolommen.stellingen, *kolommen.keuze_in_een, *kolommen.keuze_per_optie]
        )

    def prepare(self, rijen: Sequence[Gelezenrij]) -> None:
        """Bepaal over alle rijen samen hoe de tijden geschreven zijn."""
        plekken = [p for veld in _TIJDVELDEN for p in self.kolommen.vast.get(veld, ())]
        cellen = [
            rij[plek] for _nr, _cellen, rij in rijen for plek in plekken if plek < len(rij)
        ]  # fmt: skip
        engels = any(_ENGELS.search(plain(self.kop[plek])) for plek in plekken)
        self.schrijfwijze = find_order(cellen, engels=engels)
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
        self.op_de_seconde = any(moment.second for moment in momenten)

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

    def identify(self, rij: Gelezenrij, kern: Sequence[str]) -> tuple[str, str]:
        """Geef het kenmerk en de versie van een rij; ``kern`` is wat zij antwoordt."""
        nummer, cellen, tekst = rij
        eind, _ = self._time(nummer, cellen, "eind")
        gewijzigd, _ = self._time(nummer, cellen, "gewijzigd")
        begin = self._time(nummer, cellen, "begin")
        nr, _ = first_filled(tekst, self.kolommen.vast.get("nummer", ()))
        nr = "" if is_failed(nr) else nr
        adres = self._address(tekst)
        versie = max(eind, gewijzigd)
        if adres and versie and adres in self.adressen:
            kenmerk, eerste = self.adressen[adres]
            self.meldingen.add(
                "rij",
                f"Rij {nummer} heeft hetzelfde e-mailadres als rij {eerste}. Dat is één persoon: "
                "de laatste versie telt. Vulden meer mensen in met dit adres? Haal dan de kolom "
                "met het adres weg en voeg het bestand opnieuw toe.",
                nummer,
            )
            return kenmerk, versie
        kenmerk = self._key(nummer, nr, (begin, eind), kern, adres)
        if adres and versie:
            self.adressen[adres] = kenmerk, nummer
        if adres:
            self._tell_address(nummer, self.eerste_rij.setdefault(adres, nummer))
        return kenmerk, versie

    def _tell_address(self, nummer: int, eerste: int) -> None:
        """Zeg dat een adres er al stond als niet te zien is welke versie de laatste is."""
        if nummer != eerste:
            self.meldingen.add(
                "rij",
                f"Rij {nummer} heeft hetzelfde e-mailadres als rij {eerste}, en welke de laatste "
                "is, is niet te zien. Beide rijen tellen mee. Is het dezelfde persoon, haal dan "
                "een van de rijen weg.",
                nummer,
            )

    def _address(self, tekst: Sequence[str]) -> str:
        """Geef een afdruk van het mailadres bij deze vragen; het adres zelf gaat nergens heen."""
        adres, _ = first_filled(tekst, self.kolommen.vast.get("adres", ()))
        adres = adres.casefold()
        return table_key(["adres", adres, *self.vragen]) if _ADRES.fullmatch(adres) else ""

    def _key(
        self,
        rij: int,
        nummer: str,
        tijden: tuple[tuple[str, str], str],
        kern: Sequence[str],
        adres: str,
    ) -> str:
        """Maak het kenmerk van een rij, en onthoud waaraan zij te herkennen is."""
        (tijd, ruw), eind = tijden
        oud = [nummer, ruw] if nummer and ruw else [nummer, ruw, *kern]
        sterkte: Sterkte
        if nummer and ruw:
            delen = [nummer, tijd or ruw]
            sterkte = "seconde" if self.op_de_seconde else "minuut"
        elif nummer:
            delen, sterkte = [nummer], "nummer"
        elif ruw or eind:
            delen, sterkte = ["", tijd or ruw or eind, *kern], "tijd"
        else:
            delen, sterkte = ["", "", *kern], "inhoud"
        afdruk = table_key(delen)
        self.eerder[afdruk] += 1
        volgnummer = self.eerder[afdruk]
        eerste = self.eerste_rij.setdefault(afdruk, rij)
        if volgnummer > 1 and sterkte in {"seconde", "minuut", "nummer"}:
            volgnummer = self._again(rij, eerste, volgnummer, sterkte)
        vroeger = () if oud == delen else (f"{table_key(oud)}-{volgnummer}",)
        if adres and eind and sterkte == "tijd":
            # Wie zijn antwoord verbetert, krijgt in deze export een andere tijd.
            vroeger = (f"{afdruk}-{volgnummer}", *vroeger)
            delen, sterkte, afdruk, volgnummer = ["adres", adres], "adres", adres, 1
        kenmerk = f"{afdruk}-{volgnummer}"
        self.herkenning.setdefault(
            kenmerk, Herkenning(rij, sterkte, volgnummer, tuple(delen), vroeger)
        )
        return kenmerk

    def _again(self, rij: int, eerste: int, volgnummer: int, sterkte: Sterkte) -> int:
        """Beslis wat een nummer betekent dat al eerder in dit bestand stond."""
        waar = f"Rij {rij} heeft hetzelfde nummer als rij {eerste}"
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
