"""Een bestand toevoegen aan wat er al is: wie is nieuw, wie is bijgewerkt, wie stond er al.

Van elk bestand is daarna per persoon te zeggen wat ermee gebeurde. Zie :mod:`.herkennen` voor wie
dezelfde persoon is, en :mod:`lv_tools.basis.onderzoek.samenvoegen` voor welke versie telt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lv_tools.basis.antwoorden.meldingen import quote, rows
from lv_tools.basis.onderzoek.respondenten import Herkenning, Respondent
from lv_tools.basis.onderzoek.respons import same_name
from lv_tools.basis.onderzoek.samenvoegen import Bron, add_source, merge
from lv_tools.basis.taal.momenten import rank
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.verzamelen.herkennen import Herkend, recognise

#: Hoeveel mensen een zin hoogstens bij naam of rij noemt.
_GENOEMD = 10


@dataclass(frozen=True)
class Toevoeging:
    """Wat er gebeurde toen een bestand erbij kwam.

    Parameters
    ----------
    bronnen
        Alle bronnen erna.
    nieuw
        Mensen die er nog niet waren.
    vernieuwd
        Mensen van wie nu een latere versie telt.
    dubbel
        Mensen die er al precies zo in stonden.
    ouder
        Mensen van wie er al een latere versie was; die blijft tellen.
    vermoed
        Mensen die nieuw zijn en dezelfde naam en groep hebben als iemand anders: telkens de nieuwe
        en de ander.
    geweigerd
        Nummers van rijen die geen persoon werden.
    sleutel
        Waarmee deze toevoeging ongedaan te maken is; leeg als er niets is toegevoegd.
    zinnen
        Voor de lezer; de eerste zegt hoeveel mensen erbij kwamen.
    """

    bronnen: tuple[Bron, ...]
    nieuw: tuple[Respondent, ...] = ()
    vernieuwd: tuple[Respondent, ...] = ()
    dubbel: tuple[Respondent, ...] = ()
    ouder: tuple[Respondent, ...] = ()
    vermoed: tuple[tuple[Respondent, Respondent], ...] = ()
    geweigerd: tuple[int, ...] = ()
    sleutel: str = ""
    zinnen: tuple[str, ...] = ()
    leeg: bool = False


@dataclass(frozen=True)
class Aanbod:
    """Wat er uit een bestand gelezen is en toegevoegd kan worden."""

    naam: str
    bronnen: tuple[Bron, ...]
    meldingen: tuple[str, ...] = ()
    herkenning: Mapping[str, Herkenning] = field(default_factory=dict)
    geweigerd: tuple[int, ...] = ()


def add(
    bronnen: Sequence[Bron], aanbod: Aanbod, pas: Callable[[Bron], Bron] = lambda bron: bron
) -> Toevoeging:
    """Voeg een gelezen bestand toe; een bestand zonder mensen verandert niets.

    Parameters
    ----------
    pas
        Maakt een bron passend bij de manier van werken van de groep, zoals zonder namen.
    """
    if not any(bron.respondenten or bron.handtellingen for bron in aanbod.bronnen):
        zin = f"‘{aanbod.naam}’ is niet toegevoegd: er staat geen ingevuld antwoord in."
        return Toevoeging(
            tuple(bronnen), geweigerd=aanbod.geweigerd, zinnen=(zin, *aanbod.meldingen), leeg=True
        )
    na: tuple[Bron, ...] = tuple(bronnen)
    herkend: list[Herkend] = []
    sleutel = ""
    for bron in aanbod.bronnen:
        uitkomst = recognise(na, bron, aanbod.herkenning, pas)
        herkend.append(uitkomst)
        langer = add_source(na, uitkomst.bron)
        sleutel = uitkomst.bron.sleutel if len(langer) > len(na) else sleutel
        na = langer
    verslag = _compare(bronnen, na, [r for h in herkend for r in h.bron.respondenten])
    verslag = replace(verslag, geweigerd=aanbod.geweigerd, sleutel=sleutel)
    zinnen = (_first(aanbod, verslag, herkend), *_doubts(aanbod, verslag, herkend))
    return replace(verslag, zinnen=(*zinnen, *aanbod.meldingen))


def _compare(
    eerder: Sequence[Bron], na: tuple[Bron, ...], gelezen: Sequence[Respondent]
) -> Toevoeging:
    """Vergelijk wat er telde met wat er nu telt."""
    oud = {r.id: r for r in merge(eerder)}
    nu = {r.id: r for r in merge(na)}
    gelezen = [r for r in gelezen if r.id in nu]  # wie niets meer heeft dat telt, doet niet mee
    anders = {r.id for r in gelezen} - {r.id for r in gelezen if r.inhoud == nu[r.id].inhoud}
    soorten: dict[str, list[Respondent]] = {"nieuw": [], "vernieuwd": [], "dubbel": [], "ouder": []}
    for kenmerk, versie in {r.id: r.versie for r in gelezen}.items():
        ander = oud.get(kenmerk)
        telt = nu[kenmerk]
        if ander is None:
            soorten["nieuw"].append(telt)
        elif ander.inhoud != telt.inhoud:
            soorten["vernieuwd"].append(telt)
        elif kenmerk in anders and rank(versie) < rank(telt.versie):
            soorten["ouder"].append(telt)
        else:
            soorten["dubbel"].append(telt)
    per_naam: dict[tuple[str, str], Respondent] = {}
    for respondent in oud.values():
        per_naam.setdefault((same_name(respondent.naam), respondent.rol), respondent)
    vermoed = []
    for respondent in soorten["nieuw"]:
        sleutel = (same_name(respondent.naam), respondent.rol)
        if sleutel[0] and sleutel in per_naam:
            vermoed.append((respondent, per_naam[sleutel]))
        per_naam.setdefault(sleutel, respondent)
    nieuw, vernieuwd, dubbel, ouder = (tuple(wie) for wie in soorten.values())
    return Toevoeging(na, nieuw, vernieuwd, dubbel, ouder, tuple(vermoed))


def _first(aanbod: Aanbod, verslag: Toevoeging, herkend: Sequence[Herkend]) -> str:
    """Zeg hoeveel mensen erbij kwamen en wat er met de andere gebeurde."""
    delen = [f"‘{aanbod.naam}’: {aantal(len(verslag.nieuw), 'persoon', 'mensen')} erbij."]
    if hoeveel := len(verslag.vernieuwd):
        wie = aantal(hoeveel, "persoon", "mensen")
        waar = _who(verslag.vernieuwd, herkend, aanbod)
        delen.append(f"Van {wie} staat er nu een latere versie in{waar}.")
    if hoeveel := len(verslag.dubbel):
        wie = aantal(hoeveel, "persoon stond", "mensen stonden")
        delen.append(f"{wie} er al en {'telt' if hoeveel == 1 else 'tellen'} niet dubbel.")
    if hoeveel := len(verslag.ouder):
        wie = aantal(hoeveel, "persoon", "mensen")
        waar = _who(verslag.ouder, herkend, aanbod)
        delen.append(f"Van {wie} stond er al een latere versie in{waar}; die blijft tellen.")
    return " ".join(delen)


def _doubts(aanbod: Aanbod, verslag: Toevoeging, herkend: Sequence[Herkend]) -> list[str]:
    """Noem wat niet zeker is, met wat de lezer kan doen."""
    naam, zinnen = aanbod.naam, []
    weg = "Haal dan het oude bestand weg."
    for uitkomst in herkend:
        if apart := uitkomst.apart:
            wie = aantal(len(apart), "persoon", "mensen")
            hetzelfde = (
                "precies dezelfde antwoorden"
                if uitkomst.apart_soort == "inhoud"
                else "hetzelfde nummer"
            )
            anders = (
                "maar de rest van de lijst is anders"
                if uitkomst.apart_soort == "inhoud"
                else "maar heel andere antwoorden"
            )
            tellen = (
                "Die telt mee als iemand anders."
                if len(apart) == 1
                else "Die tellen mee als andere mensen."
            )
            waar = _who(apart, herkend, aanbod)
            zinnen.append(
                f"{wie} in ‘{naam}’{waar}: {hetzelfde} als iemand die er al was, {anders}. "
                f"{tellen} Is ‘{naam}’ een nieuwere versie van een bestand "
                f"dat er al in staat? {weg}"
            )
        if wissel := [r for r in uitkomst.onzeker if r.id in {v.id for v in verslag.vernieuwd}]:
            hebben = "1 persoon heeft" if len(wissel) == 1 else f"{len(wissel)} mensen hebben"
            zinnen.append(
                f"{hebben} hetzelfde nummer als iemand die er al was, en andere antwoorden"
                f"{_who(wissel, herkend, aanbod)}. Nu tellen de antwoorden uit ‘{naam}’. Zijn het "
                "andere mensen? Zet dan een letter voor de nummers (zoals A1) en voeg het bestand "
                "opnieuw toe. Was het eerdere bestand juist nieuwer, haal dit dan weg."
            )
        if gelijk := uitkomst.gelijktijdig:
            zinnen.append(
                f"In ‘{naam}’ staan andere antwoorden dan er al waren, met dezelfde tijd van "
                f"voltooien{_who(gelijk, herkend, aanbod)}. Welke de laatste is, is niet te "
                "zeggen. Haal het bestand weg dat niet meer klopt."
            )
    zwak = {r.id for h in herkend for r in h.alleen_inhoud}
    if herkende := [r for r in verslag.dubbel if r.id in zwak]:
        zijn = "Wie er al stond, is" if len(herkende) == 1 else "Wie er al stonden, zijn"
        zinnen.append(
            f"{zijn} alleen aan dezelfde antwoorden herkend{_who(herkende, herkend, aanbod)}. Zijn "
            f"het toch andere mensen? Geef elke rij in ‘{naam}’ een eigen nummer, dat in geen "
            "ander bestand voorkomt, en voeg het opnieuw toe."
        )
    zinnen += [
        f"{quote(nieuw.naam)} staat er nu twee keer in met dezelfde groep. Is dat dezelfde "
        "persoon? Haal dan een van de twee bestanden weg."
        for nieuw, _ander in verslag.vermoed[:_GENOEMD]
    ]
    if (rest := len(verslag.vermoed) - _GENOEMD) > 0:
        zinnen.append(f"En nog {aantal(rest, 'naam staat', 'namen staan')} er twee keer in.")
    return zinnen


def _who(mensen: Sequence[Respondent], herkend: Sequence[Herkend], aanbod: Aanbod) -> str:
    """Noem mensen bij naam als de groep op naam werkt, en anders bij hun rij."""
    if all(r.naam for r in mensen) and len(mensen) <= _GENOEMD:
        return f" ({', '.join(r.naam for r in mensen)})"
    rij_van = {nieuw: aanbod.herkenning[oud].rij for h in herkend for nieuw, oud in h.was.items()
               if oud in aanbod.herkenning}  # fmt: skip
    nummers = [rij_van[r.id] for r in mensen if r.id in rij_van]
    return f" ({rows(nummers)})" if nummers else ""
