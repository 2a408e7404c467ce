"""Wat de ronde meegeeft: verbeterpunten met bewijs, en vragen voor het gesprek."""

from __future__ import annotations

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitwisseling.punt import Punt, pieces
from lv_tools.basis.uitwisseling.stukken import (
    ONDERWERP_LENGTE,
    VRAAG_LENGTE,
    Gespreksvraag,
    Verbeterpunt,
)
from lv_tools.lesbezoek.model.ronde import DUIDELIJK, WAS_ER_NIET, Ronde
from lv_tools.lesbezoek.model.uitkomst import Beeld, Uitkomst
from lv_tools.lesbezoek.teksten import Instrument


def evidence(beeld: Beeld, uit: Uitkomst, inhoud: Instrument) -> str:
    """Schrijf waaruit het blijkt: hoe vaak wel en niet, in hoeveel lessen, door hoeveel ogen."""
    telling = beeld.telling
    if telling is None or not telling.verdeling.n:
        return ""
    soort = next(s for s, t in beeld.tellingen.items() if t is telling)
    verdeling = telling.verdeling
    zin = inhoud.zeg(
        "bewijs",
        keer=verdeling.n,
        lessen=aantal(telling.lessen, "les", "lessen"),
        niet=verdeling.aantallen[WAS_ER_NIET - 1],
        duidelijk=verdeling.aantallen[DUIDELIJK - 1],
        wie=inhoud.zeg(f"door_{soort}", n=telling.kijkers),
        ronde=f" ‘{uit.ronde.naam.strip()}’" if uit.ronde.naam.strip() else "",
    )
    return _cut(zin, VRAAG_LENGTE)


def make_point(beeld: Beeld, uit: Uitkomst, inhoud: Instrument) -> Punt:
    """Begin een verbeterpunt bij een kijkpunt, met het bewijs uit de ronde."""
    code = beeld.punt.standaard
    return Punt(
        new_id(),
        _cut(beeld.punt.tekst, VRAAG_LENGTE),
        () if code == "eigen" else (code,),
        evidence(beeld, uit, inhoud),
        beeld.zekerheid,
    )


def points(ronde: Ronde) -> tuple[Verbeterpunt, ...]:
    """Geef de verbeterpunten voor het dossier; een punt zonder woorden gaat niet mee."""
    return pieces(ronde.punten)


def questions(uit: Uitkomst, inhoud: Instrument) -> tuple[Gespreksvraag, ...]:
    """Geef per kijkpunt dat te zien is een vraag; kijken twee soorten anders, dan daarover."""
    vragen = []
    for beeld in uit.beelden if uit.zichtbaar else ():
        if not beeld.aard:
            continue
        soort = "verschil" if beeld.verschil else beeld.aard
        wat = _cut(beeld.punt.tekst, 180)
        wie = {}
        if beeld.verschil:
            wie = {
                "een": inhoud.zeg(f"meer_{beeld.verschil.een}"),
                "ander": inhoud.zeg(f"meer_{beeld.verschil.ander}"),
            }
        vragen.append(
            Gespreksvraag(
                inhoud.zeg(f"vraag_{soort}", wat=wat, **wie),
                "borging" if soort == "veel" else "check",
                _cut(beeld.punt.tekst, ONDERWERP_LENGTE),
                evidence(beeld, uit, inhoud),
            )
        )
    return tuple(vragen)


def _cut(tekst: str, lengte: int) -> str:
    regel = " ".join(tekst.split())
    return regel if len(regel) <= lengte else f"{regel[: lengte - 1].rstrip()}…"
