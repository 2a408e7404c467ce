"""Wat er in een cel staat, als antwoord lezen; bij twijfel zeggen dat het niet past.

Een antwoord telt alleen als het precies één van de antwoorden is: het cijfer (``3``), de tekst
(``voldoende``), of allebei zonder tegenspraak (``3 = voldoende``). ``2-3``, ``3-apr`` en
``1 - (heel) goed`` kunnen twee dingen betekenen, of zijn door een rekenblad veranderd.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.onderzoek.spreiding import NVT, Antwoord
from lv_tools.basis.onderzoek.vragenset import Keuzevraag, Optie, Vragenset
from lv_tools.basis.taal.vergelijkbaar import fold

_WEET_NIET = {
    "weet niet", "weet ik niet", "dit weet ik niet", "geen mening", "kan ik niet beoordelen",
}  # fmt: skip
_NVT = {"n.v.t", "nvt", "niet van toepassing"}
_JA = {"x", "ja", "1", "waar", "true", "v", "y", "yes", "✓", "✔", "☑", "☒", "✗", "checked", "aan"}
_NEE = {"", "nee", "0", "onwaar", "false", "-", "n", "no", "☐", "not selected", "unchecked"}
_GEEN = {"geen", "geen van deze", "niets", "geen enkele", "geen van deze onderwerpen"}
_CIJFER = re.compile(r"0?([0-9])(?:[.,]0+)?")
_CIJFER_EN_TEKST = re.compile(r"([0-9])\s*[=:.)–—-]?\s*(\D.*)")
_TEKST_EN_CIJFER = re.compile(r"(\D.*?)\s*[=:–—-]?\s*\(?([0-9])\)?")
#: Wat :func:`~lv_tools.basis.uitvoer.uitvoertabel.guard_formula` een apostrof geeft.
_BESCHERMD = re.compile(r"'\s*[=+\-@|%\t\r\n＝＋－＠]")
_MISLUKT = re.compile(r"#(?:N/[AB]|NV|[A-Z]+(?:/0)?[!?])")
_ONZICHTBAAR = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


class OnleesbaarError(ValueError):
    """Deze cel is geen antwoord op deze vraag; de tekst zegt wat er mis is."""


def cell_text(cel: object) -> str:
    """Geef de tekst van een cel op één regel; wat iemand schreef blijft heel.

    Examples
    --------
    >>> cell_text("'s Ochtends"), cell_text("'=1+1"), cell_text(3.0)
    ("'s Ochtends", '=1+1', '3')
    """
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
    if _BESCHERMD.match(tekst):
        tekst = tekst[1:]  # deze apostrof beschermt tegen formules en hoort niet bij de tekst
    return " ".join(_ONZICHTBAAR.sub("", clean_text(tekst)).split())


class Antwoordlezer:
    """Leest de cellen van één vragenset."""

    def __init__(self, vragen: Vragenset) -> None:
        self.vragen = vragen
        self._schaal = {_bare(tekst): i for i, tekst in enumerate(vragen.schaal, start=1)}
        self._gelezen: dict[str, Antwoord | OnleesbaarError] = {}

    def answer(self, tekst: str) -> Antwoord:
        """Lees een antwoord op de schaal.

        Raises
        ------
        OnleesbaarError
            Als het niet precies één van de antwoorden is.
        """
        if tekst not in self._gelezen:
            try:
                self._gelezen[tekst] = self._answer(tekst)
            except OnleesbaarError as fout:
                self._gelezen[tekst] = fout
        uitkomst = self._gelezen[tekst]
        if isinstance(uitkomst, OnleesbaarError):
            raise uitkomst
        return uitkomst

    def _answer(self, tekst: str) -> Antwoord:
        bekend = self._known(tekst)
        if bekend is not _GEEN_ANTWOORD:
            return bekend  # type: ignore[return-value]
        for patroon, cijfer, woorden in ((_CIJFER_EN_TEKST, 1, 2), (_TEKST_EN_CIJFER, 2, 1)):
            gevonden = patroon.fullmatch(_bare(tekst))
            if gevonden and (gelezen := self._schaal.get(_bare(gevonden[woorden]))):
                if gelezen == int(gevonden[cijfer]):
                    return gelezen
                raise OnleesbaarError("het cijfer en de tekst spreken elkaar tegen")
        raise OnleesbaarError("dat past niet bij de schaal")

    def _known(self, tekst: str) -> object:
        kaal = _bare(tekst)
        if kaal in self._schaal:
            return self._schaal[kaal]
        vragen = self.vragen
        if vragen.weet_niet and (
            kaal == _bare(vragen.weet_niet) or kaal in _WEET_NIET or tekst.strip() == "?"
        ):
            return None
        if vragen.nvt and (kaal == _bare(vragen.nvt) or kaal in _NVT):
            return NVT
        if gevonden := _CIJFER.fullmatch(kaal):
            cijfer = int(gevonden[1])
            if 1 <= cijfer <= len(vragen.schaal):
                return cijfer
        return _GEEN_ANTWOORD

    def remedy(self) -> str:
        """Zeg wat er wel in een cel mag staan."""
        weet_niet = f" of ‘{self.vragen.weet_niet}’" if self.vragen.weet_niet else ""
        return f"Kies 1 tot en met {len(self.vragen.schaal)}, een antwoord van de schaal{weet_niet}"


#: Teken dat een cel geen bekend antwoord is; ``None`` betekent al "weet ik niet".
_GEEN_ANTWOORD = object()

#: De genoemde opties, of ``None`` voor "weet ik niet", en de delen die geen optie zijn.
Keuzes = tuple[tuple[str, ...] | None, tuple[str, ...]]


def listed_choices(tekst: str, vraag: Keuzevraag) -> Keuzes:
    """Lees keuzes die samen in één cel staan.

    Returns
    -------
    tuple
        De codes (of ``None``), en wat geen keuze van deze vraag is. Is er iets over en geen enkele
        code gelezen, dan is de vraag niet te lezen.

    Raises
    ------
    OnleesbaarError
        Als "geen" of "weet ik niet" samen met een andere keuze gegeven is.
    """
    bekend = {_bare(vorm): o.code for o in vraag.opties for vorm in _option_forms(o)}
    codes: list[str] = []
    over: list[str] = []
    apart: set[str] = set()
    for deel in filter(None, (d.strip() for d in re.split(r"[;\n]", tekst))):
        kaal = _bare(deel)
        if kaal in _WEET_NIET or deel == "?":
            apart.add("weet ik niet")
        elif kaal in _GEEN:
            apart.add("geen")
        elif gelezen := _segments(deel, bekend):
            codes += gelezen
        else:
            over.append(deel)
    if apart and (codes or len(apart) > 1):
        wat = sorted(apart)[0]
        raise OnleesbaarError(f"‘{wat}’ en een andere keuze spreken elkaar tegen")
    if "weet ik niet" in apart:
        return None, tuple(over)
    return tuple(dict.fromkeys(codes)), tuple(over)


def _option_forms(optie: Optie) -> tuple[str, ...]:
    code, tekst = optie.code, optie.tekst
    return (code, tekst, *(f"{code}{teken}{tekst}" for teken in (" ", ": ", " - ", ". ", " = ")))


def _segments(deel: str, bekend: dict[str, str]) -> list[str]:
    """Lees één keuze, of keuzes met komma's ertussen als elk stuk een keuze is."""
    stukken = deel.split(",")
    codes: list[str] = []
    begin = 0
    while begin < len(stukken):
        # Ook in een optie zelf kan een komma staan: het langste stuk dat past, gaat voor.
        for eind in range(len(stukken), begin, -1):
            kaal = _bare(",".join(stukken[begin:eind]))
            if code := bekend.get(kaal):
                codes.append(code)
                begin = eind
                break
        else:
            return []
    return codes


def is_marked(tekst: str, code: str, optie: str) -> bool:
    """Lees een vakje van één optie.

    Raises
    ------
    OnleesbaarError
        Als het geen kruisje en geen leeg vak is.
    """
    kaal = tekst.strip().casefold()
    if kaal in _JA or _bare(tekst) in map(_bare, _option_forms(Optie(code, optie))):
        return True
    if kaal in _NEE:
        return False
    raise OnleesbaarError("dat is geen kruisje")


def clean_role(tekst: str) -> str:
    """Haal van een rol af wat een formulier eraan toevoegt, zoals een puntkomma of een punt.

    Examples
    --------
    >>> clean_role("bestuur;"), clean_role("docent.")
    ('bestuur', 'docent')
    """
    zichtbaar = "".join(t for t in tekst if unicodedata.category(t) != "Cf")
    return " ".join(zichtbaar.split()).strip(" ;,.:")


def is_failed(tekst: str) -> bool:
    """Zeg of dit de uitkomst van een mislukte formule is, zoals ``#N/B`` of ``#VERW!``."""
    return bool(_MISLUKT.fullmatch(tekst))


def first_filled(rij: Sequence[str], plekken: Sequence[int]) -> tuple[str, tuple[str, ...]]:
    """Geef de eerste gevulde cel, en alle verschillende waarden als er meer gevuld zijn."""
    gevuld = [rij[plek] for plek in plekken if plek < len(rij) and rij[plek]]
    verschillend = tuple(dict.fromkeys(gevuld))
    return (gevuld[0] if gevuld else ""), (verschillend if len(verschillend) > 1 else ())


@lru_cache(maxsize=4096)
def _bare(tekst: str) -> str:
    """Maak een antwoord vergelijkbaar, zonder cijfers of streepjes te veranderen.

    Alleen een punt of puntkomma achteraan en aanhalingstekens eromheen gaan eraf. Een vraagteken of
    een uitroepteken blijft staan: wie ``3?`` schrijft, koos niet.
    """
    kaal = fold(tekst if tekst.isascii() else _keep_digits(tekst)).rstrip(" ;")
    if kaal.endswith(".") and not kaal.endswith(".."):
        kaal = kaal[:-1].rstrip(" ;")
    if len(kaal) > 2 and kaal[0] == kaal[-1] and kaal[0] in "\"'":
        return kaal[1:-1].strip()
    return kaal


def _keep_digits(tekst: str) -> str:
    # Een klein cijfer (³) of een breuk (½) is geen gewoon cijfer; dat mag het ook niet worden.
    return "".join("\ufffd" if unicodedata.category(t) == "No" else t for t in tekst)
