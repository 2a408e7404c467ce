"""Wat er van een ronde naast die van een andere school komt: over lessen, nooit over een docent."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitwisseling.naast import Maat, Schoolbeeld
from lv_tools.lesbezoek.model.ronde import SOORTEN, Ronde, title
from lv_tools.lesbezoek.model.uitkomst import Beeld, Uitkomst, compute
from lv_tools.lesbezoek.teksten import Instrument


def picture(ronde: Ronde, inhoud: Instrument, _bewaard: date) -> Schoolbeeld:
    """Geef per kijkpunt wat elke soort kijkers zag, voor zover dat is vrijgegeven."""
    uit = compute(ronde)
    dagen = [vrij.dag for vrij in ronde.vrijgaven if vrij.dag is not None]
    lessen = aantal(uit.lessen, "les", "lessen")
    kijkers = aantal(uit.bezoekers, "bezoeker", "bezoekers")
    return Schoolbeeld(
        "lesbezoek",
        title(ronde),
        max(dagen, default=None),
        ronde.ronde or ronde.kenmerk,
        wie=f"{lessen}, {kijkers}" if uit.zichtbaar else "",
        noten=(ronde.vraag,) if ronde.vraag else (),
        maten=tuple(_measures(uit, inhoud)),
    )


def _measures(uit: Uitkomst, inhoud: Instrument) -> Iterator[Maat]:
    for beeld in uit.beelden:
        for soort in SOORTEN:
            if maat := _seen(beeld, soort, uit, inhoud):
                yield maat


def _seen(beeld: Beeld, soort: str, uit: Uitkomst, inhoud: Instrument) -> Maat | None:
    punt, leerlingen = beeld.punt, soort == "leerlingen"
    # Een eigen of gewijzigd kijkpunt heeft in elke ronde een ander kenmerk: de woorden tellen.
    code = punt.bank or f"eigen-{zlib.crc32(punt.tekst.strip().encode()):08x}"
    vraag = punt.leerling if leerlingen else punt.tekst
    schaal = inhoud.schaal
    opties = schaal.leerlingen if leerlingen else schaal.opties
    maat = Maat(
        f"{code}:{soort}",
        f"{punt.tekst} ({inhoud.zeg(f'meer_{soort}')})"[:400],
        "antwoorden",
        hoofd=soort == "bezoeker",
        vragen=tuple(tekst for tekst in (vraag, punt.begin, punt.sterk) if tekst),
        opties=opties,
        eenheid="blikken",
    )
    telling = next((t for s, t in beeld.tellingen.items() if s == soort), None)
    if not uit.zichtbaar:
        return replace(maat, dicht="er is nog niets vrijgegeven") if maat.hoofd else None
    if telling is None:
        return replace(maat, dicht="te weinig lessen") if soort in beeld.klein else None
    verdeling = telling.verdeling
    midden = verdeling.middelste
    laag, hoog = (opties[plek - 1] for plek in midden) if midden else ("", "")
    niet = schaal.leerlingen_niet if leerlingen else schaal.niet_gezien
    return replace(
        maat,
        uitkomst=laag if laag == hoog else f"tussen {laag} en {hoog}",
        n=verdeling.n,
        aantallen=verdeling.aantallen,
        buiten=f"{verdeling.weet_niet} × {niet}" if verdeling.weet_niet else "",
    )
