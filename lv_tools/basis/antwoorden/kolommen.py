"""Welke kolom van een tabel bij welke vraag hoort, hoe een export de kop ook schrijft.

Een kop telt als hij na het wegpoetsen van opmaak precies een vraag is. Wat ervoor of erachter
staat, is alleen toegestaan in vormen die formulieren echt maken: een nummer (``1. vraag``), de
vraag van een raster (``raster? [vraag]``, ``raster.vraag``), een hint (``vraag (meer antwoorden
mogelijk)``) of een volgnummer bij een vraag die vaker voorkomt (``vraag2``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.taal.vergelijkbaar import plain

#: Kolommen die iets over de rij zelf zeggen, zoals formulieren ze noemen in de taal van hun maker.
_VAST = {
    "nummer": {
        "nummer", "nr", "volgnummer", "id", "respondent", "respondent id", "respondentid",
        "respondentnummer", "response id", "responseid", "antwoord id", "antwoord-id", "#",
    },
    "begin": {
        "begintijd", "start time", "starttijd", "startdate", "start date", "date started",
    },
    "eind": {
        "tijd van voltooien", "tijdstip van voltooien", "voltooiingstijd", "eindtijd",
        "completion time", "enddate", "end date", "recordeddate", "recorded date",
        "date submitted", "submitdate", "submit date (utc)", "tijdstempel", "timestamp",
    },
    "gewijzigd": {
        "tijd van laatste wijziging", "last modified time", "date last action", "datestamp",
    },
    "adres": {
        "e-mail", "email", "e-mailadres", "emailadres", "mailadres", "email address",
        "e-mail address", "uw e-mailadres", "je e-mailadres", "jouw e-mailadres",
        "wat is uw e-mailadres", "wat is je e-mailadres", "gebruikersnaam", "username",
    },
    "status": {"status", "response type", "responsetype", "distributionchannel"},
    "naam": {
        "naam", "name", "uw naam", "je naam", "jouw naam", "mijn naam", "wat is uw naam",
        "wat is je naam", "wat is jouw naam", "voor- en achternaam", "naam invuller",
    },
    "rol": {
        "rol", "uw rol", "je rol", "jouw rol", "mijn rol", "wat is uw rol", "wat is je rol",
        "wat is jouw rol", "role", "functie", "uw functie", "groep", "doelgroep",
        "bij welke groep hoort u", "rol of groep", "groep of rol",
    },
}  # fmt: skip
#: Zo begint een vraag naar iemands rol als zij niet letterlijk in de lijst staat.
_ROLVRAAG = re.compile(
    r"(?:(?:wat|welke|bij welke|in welke|tot welke|uit welke|vanuit welke|namens welke|wie|kies|"
    r"selecteer|geef|mijn|uw|jouw|je|ik)\b.*|(?:\S+ ){0,2})"
    r"\b(?:rol|rollen|functie|functies|groep|doelgroep|role)\b.*"
)
_ROL_WOORDEN = 12
_ROLWOORD = r"(?:rol|functie|groep|doelgroep|role)"
#: Zo vraagt een kop naar iemands eigen rol, en niet naar een mening over een rol of een groep.
_EIGEN_ROL = re.compile(
    rf"(?:(?:wat (?:is|was)|selecteer|kies|geef|vul in) )?(?:uw|je|jouw|mijn|your) {_ROLWOORD}"
    r"(?! (?:en|of) )\b.*"
    rf"|(?:(?:bij|in|tot|uit|vanuit|namens) )?welke {_ROLWOORD} (?:be?)?(?:hoort|hoor|zit|val|valt|"
    r"werkt|werk|vult|vul|spreekt|antwoordt|doet|neemt|heeft|hebt|heb|vervult|vervul|bent|ben)"
    r" (?:u|je|jij|ik)\b.*"
)

_NUMMER = re.compile(r"(?:(?:vraag|stelling|question|v|q)\s*)?\(?\d{1,3}(?:[.)\]:]+|\s*-)\s*")
_HINT = re.compile(r"\s*\([^()]*\)$")
_HERHALING = re.compile(r"(?:\s*\(\d{1,2}\)|[.\s_]*\d{1,2})$")
_HAAKJE = re.compile(r"^(.*)\[(.+)\]$")
_CODE = re.compile(r"^\[([^\]]+)\]\s*(.*)$")
_SCHEIDING = re.compile(r"[.?!:>|\]]|\s-\s")
#: Zo begint een kolom die over een vraag gaat en niet haar antwoord bevat.
_ERBIJ = re.compile(
    r"\b(?:points?|punten|feedback|toelicht\w*|opmerking\w*|waarom|comments?|licht .* toe)\b"
    r"|^(?:score|uitleg|tijd|time|anders)\b"
)


@dataclass
class Kolommen:
    """Welke kolom wat bevat, als plaatsen vanaf 0.

    Een vraag die vaker in de kop staat, heeft meer plaatsen: per rij telt de eerste die gevuld is.
    ``op_code`` zijn koppen die alleen aan hun code herkend zijn, met de tekst die er staat.
    ``rolvragen`` zijn koppen die op een vraag naar de rol lijken; ``eigen_rol`` zijn die waarin
    iemand naar zijn eigen rol gevraagd wordt. Wat eronder staat, moet het bevestigen.
    """

    vast: dict[str, tuple[int, ...]] = field(default_factory=dict)
    stellingen: dict[str, tuple[int, ...]] = field(default_factory=dict)
    keuze_in_een: dict[str, tuple[int, ...]] = field(default_factory=dict)
    keuze_per_optie: dict[str, dict[str, tuple[int, ...]]] = field(default_factory=dict)
    notities: dict[str, tuple[int, ...]] = field(default_factory=dict)
    op_code: dict[str, str] = field(default_factory=dict)
    rolvragen: tuple[int, ...] = ()
    eigen_rol: frozenset[int] = frozenset()
    aantal: int = 0

    @property
    def vragen(self) -> int:
        """Hoeveel vragen er herkend zijn."""
        return (
            len(self.stellingen)
            + len(self.keuze_in_een)
            + sum(len(opties) for opties in self.keuze_per_optie.values())
        )


#: Wat een kop kan aanwijzen: de soort vraag, haar code, en bij een keuzevraag de optie.
_Doel = tuple[str, str, str]


@dataclass(frozen=True)
class Koppenlijst:
    """Alles waar een kop bij kan horen, opzoekbaar op vergelijkbare tekst en op code."""

    teksten: dict[str, list[_Doel]]
    codes: dict[str, list[_Doel]]

    @classmethod
    def of(cls, vragen: Vragenset) -> Koppenlijst:
        """Maak de lijst van een vragenset."""
        lijst = cls({}, {})
        for stelling in vragen.stellingen:
            doel = ("stelling", stelling.code, "")
            lijst._add(doel, stelling.code, stelling.tekst)
            # Een formulier met vertakkingen heeft ook de woorden voor andere rollen.
            for eigen in stelling.anders:
                if doel not in lijst.teksten.setdefault(plain(eigen.tekst), []):
                    lijst.teksten[plain(eigen.tekst)].append(doel)
        for veld in vragen.notitievelden:
            lijst._add(("notitie", veld.code, ""), veld.code, veld.tekst)
        for vraag in vragen.keuzevragen:
            lijst._add(("keuze", vraag.code, ""), vraag.code, vraag.tekst)
            for optie in vraag.opties:
                lijst._add(("optie", vraag.code, optie.code), optie.code, optie.tekst)
        return lijst

    def _add(self, doel: _Doel, code: str, tekst: str) -> None:
        self.codes.setdefault(plain(code), []).append(doel)
        self.teksten.setdefault(plain(tekst), []).append(doel)

    def find(self, opschrift: str) -> tuple[int, list[_Doel]]:
        """Zoek waar een kop bij hoort; een lager getal is een zekerder herkenning."""
        kaal = plain(opschrift)
        if not kaal:
            return 9, []
        for vorm in _forms(kaal):
            if doelen := self.teksten.get(vorm) or self.codes.get(vorm):
                return 0, doelen
            if doelen := self._with_code(vorm, alleen_gelijk=True):
                return 0, doelen
        if doelen := self._with_code(kaal, alleen_gelijk=False):
            return 1, doelen
        for vooraf, deel in _tails(kaal):
            if _ERBIJ.search(vooraf):
                continue
            for vorm in _forms(deel):
                if doelen := self.teksten.get(vorm):
                    return 2, doelen
        return 9, []

    def _with_code(self, kaal: str, *, alleen_gelijk: bool) -> list[_Doel]:
        """Zoek een kop die met een code begint: ``u1 tekst``, ``u1: tekst`` of ``[u1] tekst``."""
        if gevonden := _CODE.match(kaal):
            code, rest = gevonden[1], gevonden[2]
        else:
            eerste, _spatie, rest = kaal.partition(" ")
            code = eerste.rstrip(".:)")
            if code not in self.codes:
                code, _teken, rest = kaal.partition(":")
            rest = rest.lstrip("-:. ")
        doelen = self.codes.get(plain(code), [])
        if not alleen_gelijk:
            return [] if _ERBIJ.search(rest) else doelen
        zelfde = self.teksten.get(plain(rest), [])
        return [doel for doel in doelen if doel in zelfde]


def find_columns(kop: Sequence[str], vragen: Vragenset) -> Kolommen:
    """Zoek bij elke vraag de kolommen."""
    return columns_from(kop, Koppenlijst.of(vragen))


def columns_from(kop: Sequence[str], lijst: Koppenlijst) -> Kolommen:
    """Zoek bij elke vraag de kolommen, met een lijst die al gemaakt is."""
    kolommen = Kolommen(aantal=len(kop))
    gevonden: dict[_Doel, list[tuple[int, int]]] = {}
    for plek, opschrift in enumerate(kop):
        zekerheid, doelen = lijst.find(opschrift)
        for doel in doelen:
            gevonden.setdefault(doel, []).append((zekerheid, plek))
        if doelen:
            continue
        vormen = list(_forms(plain(opschrift)))
        veld = next((veld for veld, namen in _VAST.items() if namen & set(vormen)), "")
        if veld:
            kolommen.vast[veld] = (*kolommen.vast.get(veld, ()), plek)
        elif _asks_role(vormen):
            kolommen.rolvragen += (plek,)
            if any(_EIGEN_ROL.fullmatch(vorm) for vorm in vormen):
                kolommen.eigen_rol |= {plek}
    per_soort = {
        "stelling": kolommen.stellingen,
        "notitie": kolommen.notities,
        "keuze": kolommen.keuze_in_een,
    }
    for (soort, code, optie), treffers in gevonden.items():
        beste = min(zekerheid for zekerheid, _plek in treffers)
        plekken = tuple(plek for zekerheid, plek in treffers if zekerheid == beste)
        if soort == "optie":
            kolommen.keuze_per_optie.setdefault(code, {})[optie] = plekken
        else:
            per_soort[soort][code] = plekken
        if beste == 1:
            kolommen.op_code[optie or code] = kop[plekken[0]]
    return kolommen


def _asks_role(vormen: Sequence[str]) -> bool:
    return any(len(v.split()) <= _ROL_WOORDEN and _ROLVRAAG.fullmatch(v) for v in vormen)


def _forms(kaal: str) -> Iterator[str]:
    """Geef de vormen waarin een kop een vraag kan zijn, de meest letterlijke eerst."""
    gehad: set[str] = set()
    rij = [kaal]
    while rij:
        vorm = rij.pop(0).strip(" .:?!*;,")
        if not vorm or vorm in gehad:
            continue
        gehad.add(vorm)
        yield vorm
        if gevonden := _NUMMER.match(vorm):
            rij.append(vorm[gevonden.end() :])
        if (gevonden := _HAAKJE.match(vorm)) and not _ERBIJ.search(gevonden[1]):
            rij.append(gevonden[2])
        for patroon in (_HINT, _HERHALING):
            if (gevonden := patroon.search(vorm)) and gevonden.start():
                rij.append(vorm[: gevonden.start()])


def _tails(kaal: str) -> Iterator[tuple[str, str]]:
    """Geef bij elk scheidingsteken wat ervoor en erna staat: de naam van een raster en de vraag."""
    for gevonden in _SCHEIDING.finditer(kaal):
        if deel := kaal[gevonden.end() :].strip(" -"):
            yield kaal[: gevonden.start()], deel
