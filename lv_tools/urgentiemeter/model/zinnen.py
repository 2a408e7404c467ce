"""Zinnen en getallen die figuur, verslag en scherm op dezelfde manier schrijven."""

from __future__ import annotations

from collections.abc import Collection
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
from lv_tools.urgentiemeter.model.uitslag import Feitenbeeld, Uitslag
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


def missing(uitkomst: Uitkomst, onleesbaar: Collection[str] = ()) -> str:
    """Zeg wat er ontbreekt en wat daardoor niet te zeggen is; leeg als alles er is.

    Parameters
    ----------
    onleesbaar
        Waar wel iets staat maar geen getal: ``"norm"``, of het nummer van een jaar.
    """
    reeks = uitkomst.reeks
    namen = {"norm": "de norm"} if reeks.norm is None else {}
    namen |= {str(jaar): f"het {JAARNAMEN[jaar]}" for jaar in reeks.missing_years}
    if not namen:
        return ""
    mis = opsomming([naam for plek, naam in namen.items() if plek in onleesbaar])
    weg = opsomming([naam for plek, naam in namen.items() if plek not in onleesbaar])
    gevolg = "Zonder norm is er geen signaal." if reeks.norm is None else ""
    if reeks.missing_years and uitkomst.signaal is not None:
        gevolg = "Het signaal staat toch vast: geen enkel resultaat in dat jaar verandert het."
    elif reeks.missing_years and reeks.norm is not None:
        gevolg = "Daarom staat hier het lichtste en het zwaarste signaal dat nog kan."
    zinnen = (f"Niet te lezen: {mis}." if mis else "", f"Er ontbreekt: {weg}." if weg else "")
    return " ".join(zin for zin in (*zinnen, gevolg) if zin)


def needed(uitkomst: Uitkomst, inhoud: Instrument) -> str:
    """Zeg wat het volgende jaar moet zijn voor geen enkel signaal, en wat nog net de norm is."""
    nodig, indicator = uitkomst.nodig, uitkomst.reeks.indicator
    if nodig is None:
        return "Voor een som over volgend jaar zijn de norm en de laatste twee jaren nodig."
    minstens = "ten minste" if indicator.hoger_beter else "ten hoogste"
    doel, net = needed_values(uitkomst)
    if not is_reachable(nodig.gemiddelde, indicator):
        zinnen = [
            "Het gemiddelde van drie jaar haalt de norm volgend jaar niet meer: daarvoor is "
            f"{net} nodig, en dat kan niet."
        ]
    else:
        zinnen = [f"Om volgend jaar geen enkel signaal te hebben, is {minstens} {doel} nodig."]
        if not is_reachable(nodig.zonder_signaal, indicator):
            zinnen = [
                f"Volgend jaar blijft er een signaal: zonder signaal is {doel} nodig, en dat kan "
                "niet."
            ]
        if is_certain(nodig.gemiddelde, indicator):
            zinnen.append(
                "Elk resultaat houdt het gemiddelde van drie jaar volgend jaar op de norm."
            )
        elif net != doel:
            signaal = inhoud.signalen[nodig.signaal.code].titel
            zinnen.append(
                f"Met {net} blijft het gemiddelde van drie jaar nog net op de norm, maar met een "
                f"{signaal}."
            )
    if nodig.leerlingen_aangenomen:
        zinnen.append("We gingen uit van even veel leerlingen als in het laatste jaar.")
    return " ".join(zinnen)


def needed_values(uitkomst: Uitkomst) -> tuple[str, str]:
    """Schrijf het doel (geen signaal) en wat nog net de norm is, veilig afgerond."""
    nodig, indicator = uitkomst.nodig, uitkomst.reeks.indicator
    if nodig is None:
        return LEEG, LEEG
    doel, net = (
        write_value(round_safe(waarde, indicator), indicator)
        for waarde in (nodig.zonder_signaal, nodig.gemiddelde)
    )
    return doel, net


def target_in_short(uitkomst: Uitkomst) -> str:
    """Schrijf het doel van volgend jaar, en zo nodig wat nog net de norm is."""
    nodig, indicator = uitkomst.nodig, uitkomst.reeks.indicator
    if nodig is None:
        return LEEG
    doel, net = needed_values(uitkomst)
    delen = [doel if is_reachable(nodig.zonder_signaal, indicator) else "geen signaal kan niet"]
    if not is_reachable(nodig.gemiddelde, indicator):
        delen = ["de norm kan niet"]
    elif net != doel and not is_certain(nodig.gemiddelde, indicator):
        delen.append(f"net: {net}")
    return "; ".join(delen)


def on_weights(uitkomst: Uitkomst, inhoud: Instrument) -> str:
    """Zeg naast het signaal hoe de jaren wegen, en wat dat uitmaakt."""
    reeks = uitkomst.reeks
    if reeks.is_weighted:
        return inhoud.zeg("weegt_leerlingen")
    deels = any(aantal is not None for aantal in reeks.leerlingen)
    return inhoud.zeg("weegt_deels" if deels else "weegt_jaren")


def series_in_short(uitkomst: Uitkomst, inhoud: Instrument) -> str:
    """Schrijf de drie resultaten, de norm, het signaal en wat nodig is, in een paar zinnen."""
    reeks, indicator = uitkomst.reeks, uitkomst.reeks.indicator
    waarden = opsomming([write_value(waarde, indicator) for waarde in reeks.resultaten])
    return (
        f"{signal(uitkomst, inhoud)}. Van oud naar nieuw {waarden}; de norm is "
        f"{write_value(reeks.norm, indicator)} ({weighted(uitkomst)}). "
        f"{needed(uitkomst, inhoud)}"
    )


def indicators_together(feit: Feitenbeeld, inhoud: Instrument) -> str:
    """Zeg in één zin wat de indicatoren samen laten zien, zonder oordeel; leeg zonder signaal."""
    per_signaal: dict[str, list[str]] = {}
    for uitkomst in feit.uitkomsten:
        if uitkomst.gunstigst is not None:
            per_signaal.setdefault(signal(uitkomst, inhoud), []).append(
                uitkomst.reeks.indicator.naam.lower()
            )
    if not per_signaal:
        return ""
    bekend = sum(map(len, per_signaal.values()))
    delen = "; ".join(f"{wat} bij {opsomming(namen)}" for wat, namen in per_signaal.items())
    return inhoud.zeg("samen_feiten", bekend=bekend, alle=len(feit.uitkomsten), delen=delen)


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


def lead(uitslag: Uitslag, inhoud: Instrument) -> tuple[str, ...]:
    """Geef de eerste zinnen van een uitslag: wat er is gezegd, en wat zoveel mensen kunnen dragen.

    Van één persoon staat er geen percentage, en niets over een groep.
    """
    beeld = uitslag.beleving
    if beeld.geheel is None:
        return ()
    draagt = inhoud.carries(beeld.personen)
    if not uitslag.alleen:
        rust = inhoud.zeg("rust_op", mensen=counted(beeld))
        return (
            headline(beeld.geheel, inhoud),
            write_distance(beeld.geheel, uitslag.scan.regels),
            f"{rust} {draagt}",
        )
    tellend = [beeld.geheel.telling.stellingen[code] for code in inhoud.tellende]
    eens = sum(v.count_from(inhoud.eens_vanaf) for v in tellend)
    ingevuld = sum(v.totaal for v in tellend)
    genoemd = [write_standard(code, inhoud) for code in beeld.geheel.positie.genoemd]
    return (
        draagt,
        inhoud.zeg("alleen_noodzaak", eens=eens, ingevuld=ingevuld) if ingevuld else "",
        inhoud.zeg("alleen_onderwerpen", namen=opsomming(genoemd)) if genoemd else "",
    )


def own_answers(groep: Groep, inhoud: Instrument) -> tuple[str, ...]:
    """Schrijf wat één persoon antwoordde, bij elke stelling waar iets is ingevuld."""
    regels = []
    for code, verdeling in groep.telling.stellingen.items():
        antwoord = inhoud.vragen.weet_niet if verdeling.weet_niet else ""
        for aantal_hier, optie in zip(verdeling.aantallen, inhoud.vragen.schaal, strict=True):
            antwoord = optie if aantal_hier else antwoord
        if antwoord:
            regels.append(f"{numbered(code, inhoud, groep.sleutel)}: {antwoord}")
    return tuple(regels)


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
    if uitslag.alleen:
        return "Dit is wat één persoon op dit moment zegt. Wat anderen vinden, staat hier niet."
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
