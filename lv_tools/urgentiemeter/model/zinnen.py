"""Zinnen en getallen die figuur, verslag en scherm op dezelfde manier schrijven."""

from __future__ import annotations

from fractions import Fraction

from lv_tools.basis.onderzoek.onthulling import explain_hidden
from lv_tools.basis.onderzoek.spreiding import Kloof
from lv_tools.basis.taal.notatie import LEEG, aantal, getal, opsomming, procent
from lv_tools.urgentiemeter.model.beleving import Beleving, Groep
from lv_tools.urgentiemeter.model.feiten import (
    Indicator,
    Uitkomst,
    is_certain,
    is_reachable,
    round_safe,
)
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.teksten import Instrument

#: Bron onder een figuur over de antwoorden.
BRON = "antwoorden van deze groep"
JAARNAMEN = ("oudste jaar", "jaar daarna", "laatste jaar")


def percent(aandeel: Fraction | None) -> str:
    """Schrijf een aandeel als heel percentage."""
    return LEEG if aandeel is None else procent(float(aandeel * 100), 0)


def people(hoeveel: int) -> str:
    """Schrijf een aantal mensen."""
    return aantal(hoeveel, "persoon", "mensen")


def write_value(waarde: Fraction | None, indicator: Indicator) -> str:
    """Schrijf een resultaat met zijn eenheid."""
    if waarde is None:
        return LEEG
    return getal(float(waarde), indicator.decimalen) + indicator.eenheid


def signal(uitkomst: Uitkomst, inhoud: Instrument) -> str:
    """Noem het signaal, of het bereik als er jaren ontbreken."""
    laag, hoog = uitkomst.gunstigst, uitkomst.ongunstigst
    if laag is None or hoog is None:
        return "niet te zeggen"
    titel = inhoud.signalen[laag.code].titel
    if laag == hoog:
        return titel
    return f"tussen ‘{titel}’ en ‘{inhoud.signalen[hoog.code].titel}’"


def missing(uitkomst: Uitkomst) -> str:
    """Zeg wat er ontbreekt en wat daardoor niet te zeggen is; leeg als alles er is."""
    reeks = uitkomst.reeks
    ontbreekt = ["de norm"] if reeks.norm is None else []
    ontbreekt += [f"het {JAARNAMEN[jaar]}" for jaar in reeks.missing_years]
    if not ontbreekt:
        return ""
    gevolg = "Zonder norm is er geen signaal." if reeks.norm is None else ""
    if reeks.missing_years and uitkomst.signaal is not None:
        gevolg = "Het signaal staat toch vast: geen enkel resultaat in dat jaar verandert het."
    elif reeks.missing_years and reeks.norm is not None:
        gevolg = "Daarom staat hier het lichtste en het zwaarste signaal dat nog kan."
    return f"Er ontbreekt: {opsomming(ontbreekt)}. {gevolg}".strip()


def needed(uitkomst: Uitkomst) -> str:
    """Zeg wat het volgende jaar ten minste moet zijn, en of dat kan."""
    nodig, indicator = uitkomst.nodig, uitkomst.reeks.indicator
    if nodig is None:
        return "Voor een som over volgend jaar zijn de norm en de laatste twee jaren nodig."
    minstens = "ten minste" if indicator.hoger_beter else "ten hoogste"
    if is_certain(nodig.gemiddelde, indicator):
        eerste = "Elk resultaat houdt het gemiddelde van drie jaar volgend jaar op de norm"
    elif not is_reachable(nodig.gemiddelde, indicator):
        eerste = (
            f"Het gemiddelde van drie jaar haalt de norm volgend jaar niet meer: daarvoor is "
            f"{write_value(round_safe(nodig.gemiddelde, indicator), indicator)} nodig, "
            "en dat kan niet"
        )
    else:
        eerste = (
            f"Om het gemiddelde van drie jaar op de norm te houden, is volgend jaar {minstens} "
            f"{write_value(round_safe(nodig.gemiddelde, indicator), indicator)} nodig"
        )
    tweede = ""
    if is_reachable(nodig.zonder_signaal, indicator):
        tweede = (
            f" Zonder enig signaal: {minstens} "
            f"{write_value(round_safe(nodig.zonder_signaal, indicator), indicator)}."
        )
    aanname = (
        " We gingen uit van even veel leerlingen als in het laatste jaar."
        if nodig.leerlingen_aangenomen
        else ""
    )
    return f"{eerste}.{tweede}{aanname}"


def weighted(uitkomst: Uitkomst) -> str:
    """Zeg of het gemiddelde naar leerlingen gewogen is."""
    if uitkomst.reeks.is_weighted:
        return "gewogen naar leerlingen"
    return "elk jaar even zwaar"


def write_distance(groep: Groep, regels: Regels) -> str:
    """Zeg hoe dicht een groep bij een andere vorm zit."""
    positie = groep.positie
    delen = []
    if positie.omslag_gedeeld is not None:
        ander = "beperkt" if positie.gedeeld else "gedeeld"
        hoeveel = aantal(positie.omslag_gedeeld, "antwoord", "antwoorden")
        delen.append(f"Met {hoeveel} anders heette de urgentie {ander}.")
    if positie.omslag_breed is not None:
        ander = "smal" if positie.breed else "breed"
        hoeveel = aantal(positie.omslag_breed, "kruisje", "kruisjes")
        delen.append(f"Met {hoeveel} anders heette de focus {ander}.")
    if regels.weging == "rol":
        delen.append("Elke rol telt even zwaar; in een kleine rol weegt een antwoord dus zwaarder.")
    return " ".join(delen)


def headline(groep: Groep, inhoud: Instrument) -> str:
    """Vat de uitkomst van een groep samen in een zin met aantallen."""
    positie = groep.positie
    if positie.urgentie is None:
        return "Niemand beantwoordde stelling 1, 2 of 3. Daarom is er nog geen uitslag."
    urgentie = (
        f"{percent(positie.urgentie)} van {aantal(positie.antwoorden, 'antwoord', 'antwoorden')} "
        "op stelling 1, 2 en 3 is ‘eens’"
    )
    if positie.breed is None:
        return f"{urgentie}. Over de onderwerpen is nog niets ingevuld."
    if not positie.genoemd:
        return f"{urgentie}. Geen onderwerp is door genoeg mensen genoemd."
    noemt = opsomming([f"{code} {inhoud.standaarden[code].naam}" for code in positie.genoemd])
    return f"{urgentie}. Genoemd door genoeg mensen: {noemt}."


def largest_gap(beleving: Beleving, inhoud: Instrument) -> str:
    """Noem de stelling waarop twee groepen het verst uit elkaar liggen; leeg als dat er niet is."""
    if not beleving.verschillen or not beleving.verschillen[0].verschil:
        return ""
    kloof = beleving.verschillen[0]
    groepen = {groep.naam: groep for groep in beleving.groepen}
    delen = [
        f"{naam} {percent(groepen[naam].eens[kloof.vraag])} "
        f"(n = {groepen[naam].telling.stellingen[kloof.vraag].totaal})"
        for naam in (kloof.hoog, kloof.laag)
    ]
    return (
        f"Grootste verschil tussen groepen, bij stelling {numbered(kloof.vraag, inhoud)}: "
        f"‘eens’ zegt van {opsomming(delen)}.{_other_words(kloof, beleving, inhoud)}"
    )


def _other_words(kloof: Kloof, beleving: Beleving, inhoud: Instrument) -> str:
    """Zeg het erbij als een van de twee groepen de stelling in andere woorden kreeg."""
    codes = {inhoud.vragen.rolnaam(rol): rol for rol in beleving.eigen_woorden}
    anders = [
        naam
        for naam in (kloof.hoog, kloof.laag)
        if naam in codes
        and inhoud.stellingen[kloof.vraag].for_role(codes[naam]) != inhoud.stellingen[kloof.vraag]
    ]
    return f" Let op: {opsomming(anders)} kreeg hier andere woorden." if anders else ""


def counted(beleving: Beleving) -> str:
    """Zeg op hoeveel mensen de uitslag rust, en welke rollen niet apart staan."""
    tekst = people(beleving.personen)
    if beleving.verborgen:
        tekst += f"; niet apart getoond, om mensen te beschermen: {opsomming(beleving.verborgen)}"
    return tekst


def hidden(uitslag: Uitslag) -> str:
    """Zeg welke rollen niet apart te zien zijn en waarom; leeg als elke rol apart staat."""
    reden = "één persoon"
    if uitslag.scan.groep.modus == "anoniem":
        reden = "minder dan vijf mensen, of minder dan vijf antwoorden op een vraag"
    return explain_hidden(uitslag.beleving.verborgen, uitslag.beleving.aanvullend, reden)


def nothing_to_show(uitslag: Uitslag) -> str:
    """Zeg waarom er geen uitslag in het verslag staat."""
    if uitslag.beleving.personen == 1 and uitslag.scan.groep.modus != "anoniem":
        return (
            "Er is één persoon, dus de uitslag is wat die persoon antwoordde. Zij staat hier "
            "alleen als u daarom vraagt."
        )
    return "Er zijn te weinig antwoorden om een uitslag te tonen."


def own_words(beleving: Beleving, inhoud: Instrument) -> str:
    """Zeg welke rollen stellingen in eigen woorden kregen; leeg als niemand dat had."""
    rollen = opsomming([inhoud.vragen.rolnaam(rol) for rol in beleving.eigen_woorden])
    if not rollen:
        return ""
    return inhoud.regeluitleg["eigen_woorden"].format(rollen=rollen)


def group_heading(groep: Groep, beleving: Beleving) -> str:
    """Zet boven een kolom wie het zijn, met hoeveel, en of zij eigen woorden kregen."""
    eigen = ", eigen woorden" if groep.sleutel in beleving.eigen_woorden else ""
    return f"{groep.naam} (n = {groep.telling.personen}{eigen})"


def not_saying(uitslag: Uitslag) -> str:
    """Zeg wat uit de beleving niet volgt."""
    klein = uitslag.beleving.personen < 10
    zin = (
        "Dit is wat deze mensen op dit moment zeggen. Of het klopt, en wat anderen vinden, zegt "
        "de uitslag niet."
    )
    return f"{zin} Met zo weinig mensen verandert één antwoord al veel." if klein else zin


def numbered(code: str, inhoud: Instrument, rol: str = "") -> str:
    """Schrijf een stelling kort, met haar nummer, in de woorden van een rol."""
    nummer = list(inhoud.stellingen).index(code) + 1
    return f"{nummer}. {inhoud.stellingen[code].for_role(rol).kort}"


def write_standard(code: str, inhoud: Instrument) -> str:
    """Schrijf een standaard met code en naam."""
    return f"{code} {inhoud.standaarden[code].naam}"
