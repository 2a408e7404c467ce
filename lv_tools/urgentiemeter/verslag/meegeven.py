"""Wat de urgentiemeter een ander hulpmiddel meegeeft: vragen voor een gesprek, en signalen."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.opslag.bestandsnaam import slug
from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, Herkomst, Signaal, Stuk
from lv_tools.urgentiemeter.model import feiten, zinnen
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.model.welke_meting import title
from lv_tools.urgentiemeter.teksten import Instrument
from lv_tools.urgentiemeter.verslag.uitkomst import tell


def parcel(uitslag: Uitslag, inhoud: Instrument) -> tuple[Stuk, ...]:
    """Geef de vragen bij deze uitslag, en per indicator die om aandacht vraagt een signaal."""
    return (*dict.fromkeys(_questions(uitslag, inhoud)), *_signals(uitslag, inhoud))


def origin_of(uitslag: Uitslag, hulpmiddel: str) -> tuple[Herkomst, str]:
    """Zeg waar het vandaan komt, met het kenmerk van deze meting."""
    naam = title(uitslag.scan)
    return Herkomst(hulpmiddel, naam), uitslag.scan.kenmerk or slug(naam)[:60] or "meting"


def _questions(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Gespreksvraag]:
    if uitslag.advies is not None:
        for vraag in uitslag.advies.vragen:
            yield Gespreksvraag(vraag, "", inhoud.zeg("geef_onderwerp"), uitslag.advies.titel)
    for vergelijking in uitslag.vergelijkingen:
        vlek = inhoud.blinde_vlekken[vergelijking.vak]
        for vraag in vlek.vragen:
            yield Gespreksvraag(vraag, "", inhoud.zeg("naast_gevoel"), vlek.titel)


def _signals(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Signaal]:
    for feit in uitslag.feiten:
        for uitkomst in feit.uitkomsten:
            if uitkomst.gunstigst in (None, feiten.Signaal.OP):
                continue
            indicator = uitkomst.reeks.indicator
            wat = f"{indicator.naam}: {zinnen.signal(uitkomst, inhoud)}"
            yield Signaal(
                f"{feit.afdeling.id}-{indicator.code}"[:64],
                f"{feit.afdeling.naam}. {wat}" if feit.afdeling.naam else wat,
                " ".join(tell(uitkomst, inhoud)[1:]),
                "een-blik",
            )
