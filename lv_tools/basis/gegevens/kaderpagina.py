"""De kaders als tekst voor een bladzijde van het boek.

De bladzijde krijgt Markdown terug, zodat elke standaard een anker heeft waar andere bladzijden naar
verwijzen: ``[SKA2](#standaard-ska2)``. Een oordeel staat er nooit in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from lv_tools.basis.gegevens.datapakket import Standaard, lees
from lv_tools.basis.gegevens.kader import Bijstelling, Kader, Kaders, Overgang
from lv_tools.basis.gegevens.kaderbestand import kaders
from lv_tools.basis.taal.notatie import datum, opsomming

RESTGROEP = "Anders, namelijk..."


class Markdown:
    """Tekst in Markdown die een notebook en het boek zelf opmaken."""

    def __init__(self, inhoud: str) -> None:
        self.inhoud = inhoud

    def _repr_markdown_(self) -> str:
        return self.inhoud

    def __repr__(self) -> str:
        return f"Markdown({len(self.inhoud)} tekens)"


def anker(code: str) -> str:
    """Geef het anker van een standaard.

    Examples
    --------
    >>> anker("SKA2")
    'standaard-ska2'
    """
    return f"standaard-{code.lower()}"


def toon_kaders(alle: Kaders | None = None) -> Markdown:
    """Geef per kader wat er wanneer veranderde, en wat van het ene kader in het andere werd.

    Parameters
    ----------
    alle : Kaders or None
        De kaders; zonder opgave die van dit project.

    Returns
    -------
    Markdown
        De versie waarmee wij werken, een lijst per kader, en de overgangen als die er zijn.
    """
    alle = alle or kaders()
    delen = [f"Wij werken met het *{alle.current.naam}*, nagekeken op {datum(alle.gecontroleerd)}."]
    for vorige, kader in zip((None, *alle.alle), alle.alle, strict=False):
        vindplaats = f"[Vindplaats van kader {kader.code}]({kader.adres})."
        delen.append(f"**{_title(kader)}**\n{kader.toelichting}\n{vindplaats}")
        if kader.bijstellingen:
            delen.append("\n".join(_change(bijstelling) for bijstelling in kader.bijstellingen))
        if vorige and kader.standaarden:
            delen.append(_transitions(vorige, kader))
    return Markdown("\n\n".join(delen) + "\n")


def toon_standaarden() -> Markdown:
    """Geef alle standaarden van het kader dat in gebruik is, per gebied.

    Returns
    -------
    Markdown
        Een wegwijzer, en per gebied een kop met de standaarden: anker, code, naam, sinds wanneer,
        en de uitdagingen die het onderzoek noemt (bijlage 2.1, zonder restgroep en aantallen).
    """
    kader = kaders().current
    gebieden = [
        (gebied, list(groep)) for gebied, groep in groupby(kader.standaarden, attrgetter("gebied"))
    ]
    delen = ["\n".join(_signpost(*deel) for deel in gebieden)]
    for gebied, groep in gebieden:
        delen.append(f"## {gebied}")
        for standaard in groep:
            delen += _parts(kader, standaard)
    return Markdown("\n\n".join(delen) + "\n")


def _title(kader: Kader) -> str:
    wanneer = "geldt vanaf" if kader.standaarden else "gepland voor"
    return f"{kader.naam}, {wanneer} {datum(kader.vanaf)}."


def _change(bijstelling: Bijstelling) -> str:
    slot = "De uitleg lazen wij" if bijstelling.gelezen else "De tekst ervan zagen wij niet zelf"
    return (
        f"- *{datum(bijstelling.vanaf)}.* {bijstelling.tekst}\n"
        f"  {slot}: [naar de Inspectie over {bijstelling.vanaf.year}]({bijstelling.adres})."
    )


def _transitions(vorige: Kader, kader: Kader) -> str:
    regels = [_transition(overgang) for overgang in kader.overgangen]
    van = {code for overgang in kader.overgangen for code in overgang.van}
    naar = {code for overgang in kader.overgangen for code in overgang.naar}
    weg = [code for code in vorige.codes if code not in van and code not in kader.codes]
    erbij = [code for code in kader.codes if code not in naar and code not in vorige.codes]
    regels += [f"- {code} vervalt." for code in weg] + [f"- {code} is nieuw." for code in erbij]
    return f"Van kader {vorige.code} naar kader {kader.code}:\n\n" + "\n".join(regels)


def _transition(overgang: Overgang) -> str:
    van, naar = opsomming(overgang.van), opsomming(overgang.naar)
    een = len(overgang.van) == 1
    if naar:
        zin = f"{van} {'wordt' if een else 'worden'} {naar}."
    else:
        zin = f"{van} {'vervalt' if een else 'vervallen'}."
    return f"- {zin} {overgang.uitleg}".rstrip()


def _signpost(gebied: str, groep: Sequence[Standaard]) -> str:
    links = opsomming([f"[{s.code}](#{anker(s.code)})" for s in groep])
    return f"- {gebied} ({groep[0].niveau}): {links}"


def _parts(kader: Kader, standaard: Standaard) -> Iterator[str]:
    code = standaard.code
    yield f"({anker(code)})=\n### {code}: {standaard.naam}"
    if (sinds := kader.since(code)) > kader.vanaf:
        yield f"In het kader sinds {datum(sinds)}."
    if tot := kader.until(code):
        yield f"In het kader tot {datum(tot)}."
    if code in kader.lees:
        yield kader.lees[code]
    uitdagingen = [
        str(rij["uitdaging"])
        for rij in lees("uitdagingen").rijen
        if rij["standaard"] == code and rij["uitdaging"] != RESTGROEP
    ]
    if uitdagingen:
        yield "Uitdagingen die het onderzoek hier noemt:"
        yield "\n".join(f"- {uitdaging}" for uitdaging in uitdagingen)
    elif standaard.niveau == "bestuur":
        yield "Het onderzoek vroeg niet naar deze standaard: het ging over afdelingen."
    else:
        yield "Het onderzoek noemt bij deze standaard geen uitdagingen."
