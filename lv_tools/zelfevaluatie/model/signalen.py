"""Signalen uit de uitslag: per thema waar mensen laag antwoorden, of verschillend."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitwisseling.stukken import VRAAG_LENGTE, Signaal, Stuk, Zekerheid
from lv_tools.zelfevaluatie.model.gespreksvragen import questions
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: De ranglijsten die een signaal geven, de duidelijkste eerst, met waarop het dan rust. Wie laag
#: antwoordt en het eens is, ziet met meer mensen hetzelfde; zien mensen het verschillend, dan is er
#: nog maar één blik op.
_LIJSTEN: dict[str, tuple[str, Zekerheid]] = {
    "zwak-eens": ("signaal_laag", "meer-mensen"),
    "rolverschil": ("signaal_rollen", "een-blik"),
    "oneens": ("signaal_oneens", "een-blik"),
}


def signals(uitslag: Uitslag, inhoud: Instrument) -> tuple[Signaal, ...]:
    """Geef per thema hoogstens één signaal; wat niet te zien is, geeft er geen.

    De ranglijsten zijn leeg zolang de groep te klein is om te tonen, en noemen alleen groepen die
    zelf apart staan. Een signaal zegt dus nooit meer dan de uitslag.
    """
    per_thema: dict[str, list[tuple[str, Zekerheid, str]]] = {}
    for code, (sleutel, zeker) in _LIJSTEN.items():
        lijst = uitslag.lijst(code)
        for plaats in lijst.plaatsen if lijst else ():
            bewijs = f"‘{uitslag.stellingen[plaats.code].kort}’: {plaats.zin}"
            per_thema.setdefault(plaats.thema, []).append((sleutel, zeker, bewijs))
    uit = []
    for thema in uitslag.scan.opzet.themas:
        if gevonden := per_thema.get(thema):
            sleutel, zeker, _bewijs = gevonden[0]
            mensen = uitslag.geheel.personen if uitslag.geheel else 0
            zin = inhoud.zeg(sleutel, thema=inhoud.themas[thema].titel)
            uit.append(Signaal(f"thema-{thema}", zin, _evidence(gevonden, mensen), zeker))
    return tuple(uit)


def parcel(uitslag: Uitslag, inhoud: Instrument) -> tuple[Stuk, ...]:
    """Geef de vragen bij deze uitslag, en per thema dat opvalt een signaal."""
    return (*questions(uitslag, inhoud), *signals(uitslag, inhoud))


def _evidence(gevonden: list[tuple[str, Zekerheid, str]], mensen: int) -> str:
    """Zet er zoveel stellingen bij als er heel in passen, en altijd hoeveel mensen antwoordden."""
    slot = f"Antwoorden van {aantal(mensen, 'persoon', 'mensen')}."
    zin = ""
    for _sleutel, _zeker, bewijs in gevonden:
        langer = f"{zin}{bewijs}. "
        if len(langer) + len(slot) <= VRAAG_LENGTE:
            zin = langer
    return zin + slot
