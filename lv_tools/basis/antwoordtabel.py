"""Respondenten uit een tabel: een eigen sjabloon (CSV of Excel) of een export van Microsoft Forms.

Wat goed is, telt mee. Wat niet klopt, levert een zin op met rij, kolom, waarde en wat u kunt doen.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from lv_tools.basis.antwoordbestand import NOTITIE_LENGTE
from lv_tools.basis.antwoordkolommen import Kolommen, find_columns, matches, plain
from lv_tools.basis.invoer import clean_text
from lv_tools.basis.respondenten import Respondent
from lv_tools.basis.samenvoegen import Bron
from lv_tools.basis.spreiding import NVT, Antwoord
from lv_tools.basis.vragenset import Keuzevraag, Vragenset

#: Hoeveel rijen een tabel hoogstens mag hebben.
MAX_RIJEN = 20_000
#: Hoeveel zinnen over fouten een lezer hoogstens krijgt.
MAX_MELDINGEN = 20
#: Hoeveel verschillende eigen rollen een tabel mag hebben.
MAX_ROLLEN = 20

_WEET_NIET = {"weet niet", "weet ik niet", "geen mening", "?", "kan ik niet beoordelen"}
_NVT = {"n.v.t.", "nvt", "n.v.t", "niet van toepassing"}
_JA = {"x", "ja", "1", "waar", "true", "v"}
_NEE = {"", "nee", "0", "onwaar", "false", "-"}
_GEEN = {"geen", "geen van deze"}


class TabelError(ValueError):
    """De tabel als geheel is niet te lezen; de tekst zegt waarom en wat te doen."""


@dataclass(frozen=True)
class Inlezing:
    """Wat een bestand opleverde: de bron met respondenten, en de meldingen."""

    bron: Bron
    meldingen: tuple[str, ...]


def template(vragen: Vragenset) -> list[list[str]]:
    """Geef de kopregel en een uitlegrij van het sjabloon.

    Elke rij is een persoon. De uitlegrij begint met ``#`` en wordt bij het inlezen overgeslagen.
    """
    kop = ["nummer", "rol", *(f"{s.code} {s.tekst}" for s in vragen.stellingen)]
    schaal = [*(f"{i} = {tekst}" for i, tekst in enumerate(vragen.schaal, 1)), vragen.weet_niet]
    if vragen.nvt:
        schaal.append(vragen.nvt)
    uitleg = ["# een nummer per persoon", f"bijvoorbeeld {vragen.rollen[0].tekst}"]
    uitleg += ["; ".join(schaal)] * len(vragen.stellingen)
    for vraag in vragen.keuzevragen:
        kop += [f"{optie.code} {optie.tekst}" for optie in vraag.opties]
        uitleg += ["x = hoort erbij; zet 0 als er niets bij hoort"] * len(vraag.opties)
    for veld in vragen.notitievelden:
        kop.append(f"{veld.code} {veld.tekst}")
        uitleg.append("eigen woorden; mag leeg blijven")
    return [kop, uitleg]


def read_rows(
    rijen: Sequence[Sequence[object]], naam: str, vragen: Vragenset, *, met_namen: bool = False
) -> Inlezing:
    """Lees respondenten uit rijen; de eerste niet-lege rij is de kopregel.

    Parameters
    ----------
    rijen
        Cellen als tekst, getal of ``None``.
    naam
        Naam van het bestand, zoals de lezer die kent.
    vragen
        De vragen die erin kunnen staan.
    met_namen
        Neem namen over. Zonder deze keuze gaat een naam nergens heen.

    Raises
    ------
    TabelError
        Als er geen enkele stelling of keuze in staat, of meer dan :data:`MAX_RIJEN` rijen.
    """
    gevuld = [(nr, [_text(cel) for cel in rij]) for nr, rij in enumerate(rijen, start=1)]
    gevuld = [(nr, rij) for nr, rij in gevuld if any(rij) and not rij[0].startswith("#")]
    if not gevuld:
        raise TabelError(f"In '{naam}' staat niets. Kies een ander bestand.")
    if len(gevuld) > MAX_RIJEN + 1:
        raise TabelError(
            f"'{naam}' heeft {len(gevuld) - 1} rijen; er passen er {MAX_RIJEN} in. "
            "Splits het bestand."
        )
    kolommen = find_columns(gevuld[0][1], vragen)
    if not (kolommen.stellingen or kolommen.keuze_in_een or kolommen.keuze_per_optie):
        raise TabelError(
            f"In '{naam}' staat boven geen enkele kolom een vraag van dit hulpmiddel. "
            "Gebruik het sjabloon, of zet in de eerste rij de tekst van elke vraag."
        )
    lezer = _Lezer(vragen, kolommen, met_namen)
    respondenten = tuple(
        respondent for nr, rij in gevuld[1:] if (respondent := lezer.read(nr, rij)) is not None
    )
    ontbreekt = [s.code for s in vragen.stellingen if s.code not in kolommen.stellingen]
    if ontbreekt:
        lezer.meldingen.insert(
            0, f"Deze stellingen staan niet in '{naam}' en blijven leeg: {', '.join(ontbreekt)}."
        )
    return Inlezing(Bron(naam, respondenten), _shorten(lezer.meldingen))


class _Lezer:
    """Maakt van elke rij een respondent en onthoudt wat niet klopte."""

    def __init__(self, vragen: Vragenset, kolommen: Kolommen, met_namen: bool) -> None:
        self.vragen = vragen
        self.kolommen = kolommen
        self.met_namen = met_namen
        self.meldingen: list[str] = []
        self.eerder: Counter[str] = Counter()
        self.rollen: dict[str, str] = {}
        self.schaal = {tekst.casefold(): i for i, tekst in enumerate(vragen.schaal, start=1)}
        #: Teksten die al eens een antwoord bleken.
        self.bekend: dict[str, Antwoord] = {}

    def read(self, nr: int, rij: list[str]) -> Respondent | None:
        kol = self.kolommen
        antwoorden: dict[str, Antwoord] = {}
        lengte, bekend = len(rij), self.bekend
        for code, plek in kol.stellingen.items():
            tekst = rij[plek] if plek < lengte else ""
            if tekst in bekend:
                antwoorden[code] = bekend[tekst]
            elif tekst:
                try:
                    antwoorden[code] = self.bekend[tekst] = self._answer(tekst)
                except ValueError as fout:
                    self.meldingen.append(f"Rij {nr}, kolom '{code}': {fout}")
        keuzes = self._choices(nr, rij)
        notities = self._notes(nr, rij)
        rol = self._role(nr, _at(rij, kol.rol))
        if not antwoorden and not keuzes:
            self.meldingen.append(
                f"Rij {nr}: er is geen enkel antwoord ingevuld. Deze rij telt niet mee."
            )
            return None
        naam = _at(rij, kol.naam)[:80] if self.met_namen else ""
        herkenning = [_at(rij, kol.nummer), _at(rij, kol.begin)]
        if not all(herkenning):
            # Zonder nummer én begintijd bepaalt de inhoud wie het is.
            inhoud = [antwoorden, keuzes, *([notities] if notities else [])]
            herkenning += [rol, naam, json.dumps(inhoud, sort_keys=True)]
        afdruk = hashlib.sha256(json.dumps(herkenning).encode()).hexdigest()[:24]
        self.eerder[afdruk] += 1
        volgnummer = self.eerder[afdruk]
        eind = _moment(_at(rij, kol.eind))
        return Respondent(f"{afdruk}-{volgnummer}", rol, antwoorden, keuzes, naam, eind, notities)

    def _notes(self, nr: int, rij: list[str]) -> dict[str, str]:
        notities = {}
        for code, plek in self.kolommen.notities.items():
            tekst = _at(rij, plek)
            if len(tekst) > NOTITIE_LENGTE:
                self.meldingen.append(
                    f"Rij {nr}, kolom '{code}': deze tekst heeft {len(tekst)} tekens; er passen er "
                    f"{NOTITIE_LENGTE}. Kort hem in. De tekst is niet overgenomen, de rest wel."
                )
            elif tekst:
                notities[code] = tekst
        return notities

    def _role(self, nr: int, tekst: str) -> str:
        sleutel = tekst.casefold()
        if sleutel not in self.rollen:
            rol = self.vragen.find_role(tekst)
            eigen = [r for r in self.rollen.values() if r not in self.vragen.rolnamen]
            if rol not in self.vragen.rolnamen and rol not in eigen and len(eigen) >= MAX_ROLLEN:
                self.meldingen.append(
                    f"Rij {nr}: '{_short(tekst)}' is de zoveelste eigen rol; er passen er "
                    f"{MAX_ROLLEN}. Deze persoon telt mee zonder rol."
                )
                return self.vragen.find_role("")
            self.rollen[sleutel] = rol
        return self.rollen[sleutel]

    def _answer(self, tekst: str) -> Antwoord:
        klein = tekst.casefold()
        if klein in self.schaal:
            return self.schaal[klein]
        if self.vragen.weet_niet and (
            klein == self.vragen.weet_niet.casefold() or klein in _WEET_NIET
        ):
            return None
        if self.vragen.nvt and (klein == self.vragen.nvt.casefold() or klein in _NVT):
            return NVT
        getal = re.fullmatch(r"(\d{1,2})(?:[.,]0+)?(?:\s*[=:–-].*)?", klein)
        if getal and 1 <= int(getal[1]) <= len(self.schaal):
            return int(getal[1])
        raise ValueError(
            f"'{_short(tekst)}' past niet. Kies 1 tot en met {len(self.schaal)}, een antwoord "
            f"van de schaal of '{self.vragen.weet_niet}'. Dit antwoord telt niet mee, de rest wel."
        )

    def _choices(self, nr: int, rij: list[str]) -> dict[str, tuple[str, ...] | None]:
        keuzes: dict[str, tuple[str, ...] | None] = {}
        for vraag in self.vragen.keuzevragen:
            if plekken := self.kolommen.keuze_per_optie.get(vraag.code):
                # Alle vakjes leeg kan "niets" zijn of "overgeslagen": dan telt de vraag niet mee.
                if any(_at(rij, plek) for plek in plekken.values()):
                    keuzes[vraag.code] = self._marked(nr, rij, plekken)
            elif tekst := _at(rij, self.kolommen.keuze_in_een.get(vraag.code)):
                if tekst.casefold() in _WEET_NIET:
                    keuzes[vraag.code] = None
                else:
                    keuzes[vraag.code] = self._listed(nr, tekst, vraag)
        return keuzes

    def _marked(self, nr: int, rij: list[str], plekken: dict[str, int]) -> tuple[str, ...]:
        gevonden = []
        for code, plek in plekken.items():
            tekst = _at(rij, plek)
            if not tekst:
                continue
            klein = tekst.casefold()
            if klein in _JA:
                gevonden.append(code)
            elif klein not in _NEE:
                self.meldingen.append(
                    f"Rij {nr}, kolom '{code}': '{_short(klein)}' is geen kruisje. "
                    "Zet een x of laat het vak leeg. Dit vak telt niet mee, de rest wel."
                )
        return tuple(gevonden)

    def _listed(self, nr: int, tekst: str, vraag: Keuzevraag) -> tuple[str, ...]:
        if tekst.casefold() in _GEEN:
            return ()
        gevonden = []
        for deel in filter(None, (d.strip() for d in re.split(r"[;\n]", tekst))):
            passend = [o.code for o in vraag.opties if matches(plain(deel), o.code, o.tekst)]
            if passend:
                gevonden.append(passend[0])
            else:
                self.meldingen.append(
                    f"Rij {nr}, vraag '{vraag.code}': '{_short(deel)}' is geen keuze van deze "
                    "vraag. Gebruik de code. Deze keuze telt niet mee, de rest wel."
                )
        return tuple(dict.fromkeys(gevonden))


def _text(cel: object) -> str:
    if type(cel) is str:
        return _clean(cel) if cel else ""
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float) and cel.is_integer():
        cel = int(cel)
    return _clean(str(cel))


@lru_cache(maxsize=4096)  # in een tabel staan steeds dezelfde antwoorden
def _clean(tekst: str) -> str:
    # Een apostrof vooraan beschermt in een rekenblad tegen formules en hoort niet bij de tekst.
    return " ".join(clean_text(tekst).split()).removeprefix("'")


def _at(rij: list[str], plek: int | None) -> str:
    return rij[plek] if plek is not None and plek < len(rij) else ""


def _moment(tekst: str) -> str:
    return re.sub(r"[^0-9A-Za-z :.+/-]", "", tekst)[:40]


def _short(tekst: str) -> str:
    return tekst if len(tekst) <= 40 else f"{tekst[:39]}…"


def _shorten(meldingen: list[str]) -> tuple[str, ...]:
    if len(meldingen) <= MAX_MELDINGEN:
        return tuple(meldingen)
    over = len(meldingen) - MAX_MELDINGEN
    return (*meldingen[:MAX_MELDINGEN], f"En nog {over} meldingen van dezelfde soort.")
