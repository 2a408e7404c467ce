"""De voorbeeldschool uit het boek als ingevulde scan: haar eigen feiten, verder niets."""

from __future__ import annotations

from typing import Any

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.uitwisseling.punt import Punt
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.risicoscan.model.regels import ZORG
from lv_tools.risicoscan.model.scan import Scan, empty
from lv_tools.risicoscan.model.uitkomst import compute
from lv_tools.risicoscan.teksten import BRONNEN, OBSTAKELS, Instrument, more, note


def example(inhoud: Instrument) -> Scan:
    """Geef de scan van de voorbeeldschool: vier mensen, en de drie punten die zij kozen."""
    school = lees_toml("voorbeeld/school.toml")
    mensen = tuple(
        _person(nummer, rij, inhoud) for nummer, rij in enumerate(school["scan"]["invulling"], 1)
    )
    soort = next(s for s in inhoud.soorten if s.casefold() == school["school"]["soort"])
    leeg = empty(inhoud)
    groep = Groep("naam", bronnen=(Bron("voorbeeld", mensen),))
    scan = Scan(school["school"]["naam"], soort, groep, regels=leeg.regels, toen=leeg.toen)
    beelden = compute(scan, inhoud).beelden
    punten = tuple(
        Punt(
            rij["id"],
            rij["tekst"],
            (rij["standaard"],),
            beelden[rij["standaard"]].evidence[:300],
            beelden[rij["standaard"]].zekerheid,
        )
        for rij in school["verbeterpunt"]
    )
    return Scan(
        scan.naam, soort, groep, punten=punten, regels=leeg.regels, werk="voorbeeld", toen=leeg.toen
    )


def _person(nummer: int, rij: dict[str, Any], inhoud: Instrument) -> Respondent:
    """Een zorg is een zorg; wat iemand zeker noemt, rust op meer dan één bron."""
    code = {h.naam: h.code for h in inhoud.obstakel}
    zeker = {z["standaard"] for z in rij["zorgen"] if z["zekerheid"] == "zeker"}
    bewijs: dict[str, list[str]] = {}
    for zorg in rij["zorgen"]:
        bewijs.setdefault(zorg["standaard"], []).append(zorg["bewijs"])
    return Respondent(
        f"voorbeeld-{nummer}",
        rij["wie"],
        dict.fromkeys(bewijs, ZORG),
        {
            BRONNEN: tuple(more(c) for c in inhoud.standaarden if c in zeker),
            OBSTAKELS: tuple(code[naam] for naam in rij["obstakels"]),
        },
        notities={note(c): "; ".join(dict.fromkeys(teksten)) for c, teksten in bewijs.items()},
    )
