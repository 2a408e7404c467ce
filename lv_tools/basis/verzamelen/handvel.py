"""Een telling in de zaal, zoals zij wordt ingevuld: per rol de aantallen van handen of stickers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.onderzoek.telling import Groepstelling, Handtelling, Keuzetelling
from lv_tools.basis.onderzoek.vragenset import ROL_LENGTE, Vragenset
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import aantal, getal
from lv_tools.basis.verzamelen.vel import ANDERS
from lv_tools.basis.vorm.grenzen import Getal, Hoogstens, Tekst

_GROOTST = 10_000
_Aantal = Annotated[int | None, Getal(0, _GROOTST)]
_Rij = Annotated[str, Tekst(60)]


@dataclass(frozen=True)
class Handvel:
    """Een telling die nog niet is toegevoegd.

    Parameters
    ----------
    rol, andere
        Zoals bij een :class:`~lv_tools.basis.verzamelen.vel.Vel`.
    personen
        Hoeveel mensen met deze rol meedoen.
    stellingen
        Per stelling de aantallen zoals getypt, zoals ``"2 5 8 3 1"``.
    beantwoord
        Per keuzevraag hoeveel mensen haar invulden; leeg is iedereen.
    opties
        Hoe vaak een optie is aangekruist, onder ``vraag:optie``.
    """

    rol: Annotated[str, Tekst(ROL_LENGTE)] = ""
    andere: Annotated[str, Tekst(ROL_LENGTE)] = ""
    personen: Annotated[int | None, Getal(1, _GROOTST)] = None
    stellingen: Annotated[Mapping[str, _Rij], Hoogstens(500)] = field(default_factory=dict)
    beantwoord: Annotated[Mapping[str, _Aantal], Hoogstens(100)] = field(default_factory=dict)
    opties: Annotated[Mapping[str, _Aantal], Hoogstens(2_000)] = field(default_factory=dict)


#: Bij een plek op het vel (pad van een veld) wat er niet klopt; het veld heet naar dat label.
Bezwaren = dict[str, Invoerfout]


def read_count(vel: Handvel, vragen: Vragenset, labels: Mapping[str, str]) -> Bron | Bezwaren:
    """Maak een telling van een vel, of zeg per veld wat er niet klopt.

    Parameters
    ----------
    labels
        Hoe elk veld heet, per pad: ``"stellingen/u1"``.
    """
    personen, fouten = vel.personen or 0, Bezwaren()
    stellingen = {}
    for stelling in vragen.stellingen:
        pad = f"stellingen/{stelling.code}"
        tekst = vel.stellingen.get(stelling.code, "")
        gelezen = _counts(tekst, labels[pad], personen, len(vragen.schaal))
        if isinstance(gelezen, Invoerfout):
            fouten[pad] = gelezen
        else:
            stellingen[stelling.code] = gelezen
    keuzes = {}
    for vraag in vragen.keuzevragen:
        genoemd = tuple(vel.opties.get(f"{vraag.code}:{o.code}") or 0 for o in vraag.opties)
        opgegeven = vel.beantwoord.get(vraag.code)
        n = opgegeven if opgegeven is not None else personen if any(genoemd) else 0
        if n > personen:
            pad = f"beantwoord/{vraag.code}"
            fouten[pad] = _too_many(labels[pad], n, personen, "mensen die meedoen")
        for optie, keren in zip(vraag.opties, genoemd, strict=True):
            if keren > n:
                pad = f"opties/{vraag.code}:{optie.code}"
                fouten[pad] = _too_many(labels[pad], keren, n, "mensen die deze vraag invulden")
        if not fouten:
            keuzes[vraag.code] = Keuzetelling(n, 0, genoemd)
    geteld = any(v.totaal for v in stellingen.values()) or any(k.n for k in keuzes.values())
    if not fouten and not geteld:
        pad = f"stellingen/{vragen.stellingen[0].code}"
        fouten[pad] = Invoerfout(
            labels[pad],
            "",
            "er is nog niets geteld",
            "Vul bij ten minste één stelling de aantallen in",
        )
    if fouten:
        return fouten
    rol = vragen.find_role(vel.andere if vel.rol == ANDERS else vel.rol)
    telling = Groepstelling(personen, stellingen, keuzes)
    hand = Handtelling(new_id(), rol, telling, now().isoformat())
    return Bron(f"geteld in de zaal: {vragen.rolnaam(rol)}, {personen}", (), (hand,))


def tally(tekst: str, personen: int | None, hoeveel: int) -> str:
    """Zeg tijdens het typen hoeveel er samen is, naast het aantal mensen dat meedoet.

    Parameters
    ----------
    tekst
        Wat er tot nu toe getypt is.
    personen
        Hoeveel mensen er meedoen; ``None`` zolang dat er niet staat.
    hoeveel
        Zoveel aantallen horen er te staan.

    Examples
    --------
    >>> tally("2 5", 8, 5)
    'Samen 7 van 8, en nog 3 aantallen te typen.'
    >>> tally("2 5 0 0 0", 8, 5)
    'Samen 7 van 8: van 1 mens is er geen antwoord.'
    >>> tally("2 5 1 0 0", 8, 5)
    'Samen 8 van 8: iedereen.'
    >>> tally("2 5 1 1 0", 8, 5)
    'Samen 9 van 8: dat is 1 te veel.'
    """
    delen = re.findall(r"\d+", tekst)
    som, nog = sum(int(deel[:5]) for deel in delen), hoeveel - len(delen)
    if personen is None:
        stand = f"Samen {getal(som)}"
        over = "."
    else:
        stand = f"Samen {getal(som)} van {getal(personen)}"
        mist = personen - som
        over = ": iedereen." if not mist else "."
        if mist < 0:
            over = f": dat is {getal(-mist)} te veel."
        elif mist and not nog:
            over = f": van {aantal(mist, 'mens', 'mensen')} is er geen antwoord."
    if nog < 0:
        return f"{stand}, met {aantal(-nog, 'aantal', 'aantallen')} te veel getypt."
    if nog and delen and (personen is None or som <= personen):
        return f"{stand}, en nog {aantal(nog, 'aantal', 'aantallen')} te typen."
    return f"{stand}{over}"


def incomplete(vel: Handvel, vragen: Vragenset) -> tuple[int, ...]:
    """Geef de nummers van de stellingen waar minder mensen geteld zijn dan er meedoen."""
    personen, weg = vel.personen or 0, []
    for nummer, stelling in enumerate(vragen.stellingen, start=1):
        delen = re.findall(r"\d+", vel.stellingen.get(stelling.code, ""))
        if delen and sum(map(int, delen)) < personen:
            weg.append(nummer)
    return tuple(weg)


def carry_count(vel: Handvel, zetter: Overzetting) -> tuple[Handvel, tuple[tuple[str, str], ...]]:
    """Zet een half ingevulde telling over; geef in woorden wat nergens meer past."""
    stellingen, weg = {}, []
    doelen = zetter.targets(vel.rol)
    for code, tekst in vel.stellingen.items():
        doel = doelen.get(code)
        if doel and doel not in stellingen:
            stellingen[doel] = tekst
        elif tekst.strip():
            oud = zetter.statement(code, vel.rol)
            weg.append((f"nog niet ingezonden telling: {oud.tekst}", tekst))
    opties: dict[str, int | None] = {}
    for vraag in zetter.toen.keuzevragen:
        for optie in vraag.opties:
            keren = vel.opties.get(f"{vraag.code}:{optie.code}")
            if keren is None:
                continue
            if doel := zetter.option(vraag.code, optie.code):
                opties[f"{vraag.code}:{doel}"] = keren
            else:
                wat = f"nog niet ingezonden telling: {optie.code} {optie.tekst}"
                weg.append((wat, str(keren)))
    rol = zetter.role(vel.rol) if vel.rol not in {"", ANDERS} else vel.rol
    bekend = {"", ANDERS, *(r.code for r in zetter.nu.rollen)}
    return Handvel(
        rol if rol in bekend else ANDERS,
        vel.andere if rol in bekend else rol,
        vel.personen,
        stellingen,
        {v.code: vel.beantwoord[v.code] for v in zetter.nu.keuzevragen if v.code in vel.beantwoord},
        opties,
    ), tuple(weg)


def _counts(tekst: str, label: str, personen: int, opties: int) -> Verdeling | Invoerfout:
    if not tekst.strip():
        return Verdeling.empty(opties)
    delen = re.findall(r"\d+", tekst)
    vreemd = re.sub(r"[\d\s,;/.-]", "", tekst)
    if vreemd or len(delen) != opties + 1 or any(len(deel) > 5 for deel in delen):
        return Invoerfout(
            label,
            tekst,
            f"‘{tekst[:40]}’ zijn geen {opties + 1} aantallen",
            f"Typ {opties + 1} hele getallen met een spatie ertussen, zoals erboven staat",
        )
    aantallen = [int(deel) for deel in delen]
    if sum(aantallen) > personen:
        return _too_many(label, sum(aantallen), personen, "mensen die meedoen")
    return Verdeling(tuple(aantallen[:-1]), aantallen[-1])


def _too_many(label: str, geteld: int, grens: int, waarvan: str) -> Invoerfout:
    return Invoerfout(
        label,
        str(geteld),
        f"{geteld} is meer dan de {grens} {waarvan}",
        "Tel opnieuw, of verbeter het aantal mensen bovenaan",
    )
