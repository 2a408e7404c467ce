"""Wat er met een groep kan gebeuren: van een groep naar een andere groep, zonder geheugen."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.onderzoek.anoniem import bare, hide_files, new_salt
from lv_tools.basis.onderzoek.respondenten import Respondent, new_id
from lv_tools.basis.onderzoek.respons import Dubbel
from lv_tools.basis.onderzoek.samenvoegen import Bron, add_source, remove_source
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.verzamelen.groep import CODES, EIGEN, HIER, Groep, Modus
from lv_tools.basis.verzamelen.vel import Vel, follow_sheet, to_respondent


def follow(oud: Groep, nieuw: Groep) -> Groep:
    """Maak af wat uit een wijziging volgt.

    Nieuwe eigen antwoorden krijgen een kenmerk en een tijd, ‘geen’ sluit andere vinkjes uit, en
    anoniem blijft er niets herkenbaars over. Roep dit na elke wijziging van de staat, met de groep
    van ervoor; zie ``volg`` van :class:`~lv_tools.bouwdoos.hulpmiddel.Hulpmiddel`.
    """
    if nieuw is oud:
        return nieuw
    eigen = follow_own(oud.eigen, nieuw.eigen, nieuw.modus)
    beurt = follow_sheet(oud.beurt, nieuw.beurt)
    if eigen is not nieuw.eigen or beurt is not nieuw.beurt:
        nieuw = replace(nieuw, eigen=eigen, beurt=beurt)
    if not nieuw.is_anonymous:
        return nieuw
    if oud.is_anonymous and nieuw.bronnen is oud.bronnen:  # wie typt, verandert daar niets aan
        return _fit_sheets(nieuw)
    return fit(nieuw)


def follow_own(oud: Vel, nieuw: Vel, modus: str) -> Vel:
    """Geef een vel met nieuwe antwoorden een kenmerk en het moment van nu."""
    nieuw = follow_sheet(oud, nieuw)
    zonder = replace(nieuw, id=oud.id, versie=oud.versie)
    if not nieuw.is_answered or (zonder == oud and nieuw.id):
        return nieuw
    wie = Respondent(nieuw.id or new_id(), "", {}, versie=now().isoformat())
    if modus == "anoniem":
        (wie,) = bare(Bron("", (wie,)), "").respondenten
    return replace(nieuw, id=wie.id, versie=wie.versie)


def set_mode(groep: Groep, modus: Modus) -> Groep:
    """Kies op naam of anoniem; wie anoniem kiest, raakt namen kwijt, ook die van bestanden."""
    return fit(replace(groep, modus=modus))


def fit(groep: Groep) -> Groep:
    """Laat alles bij anoniem passen: geen namen, geen seconden, geen na te rekenen kenmerken.

    Op naam verandert er niets. Doe het gerust nog eens: dan verandert er ook niets.
    """
    if not groep.is_anonymous:
        return groep
    zout = groep.zout or new_salt()
    bronnen = hide_files((bare(bron, zout) for bron in groep.bronnen), (EIGEN, HIER, CODES))
    if (zout, bronnen) != (groep.zout, groep.bronnen):
        groep = replace(groep, zout=zout, bronnen=bronnen)
    return _fit_sheets(groep)


def _fit_sheets(groep: Groep) -> Groep:
    """Haal van de vellen en uit de verwachte namen wat iemand herkenbaar maakt."""
    nieuw = replace(
        groep,
        namen="",
        eigen=_bare_sheet(groep.eigen, groep.zout),
        beurt=_bare_sheet(groep.beurt, groep.zout),
    )
    return groep if nieuw == groep else nieuw


def _bare_sheet(vel: Vel, zout: str) -> Vel:
    if not vel.id:
        return replace(vel, naam="") if vel.naam else vel
    wie = Respondent(vel.id, "", {}, versie=vel.versie)
    (kaal,) = bare(Bron("", (wie,)), zout).respondenten
    return replace(vel, id=kaal.id, versie=kaal.versie, naam="")


def forget_own(groep: Groep) -> Groep:
    """Wis de eigen antwoorden, ook wat van een oudere vragenlijst over is."""
    return replace(groep, eigen=Vel())


def add_turn(groep: Groep, vragen: Vragenset) -> Groep:
    """Neem het vel dat rondgaat in, en maak het leeg voor de volgende persoon."""
    wie = to_respondent(
        replace(groep.beurt, id=new_id(), versie=now().isoformat()),
        vragen,
        op_naam=groep.modus == "naam",
    )
    groep = replace(groep, beurt=Vel())
    return groep if wie is None else _with_turns(groep, (*_turns(groep), wie))


def undo_turn(groep: Groep) -> Groep:
    """Haal de laatste persoon die op dit apparaat invulde weer weg, als die er is."""
    eerder = _turns(groep)
    return _with_turns(groep, eerder[:-1]) if eerder else groep


def _turns(groep: Groep) -> tuple[Respondent, ...]:
    return next((bron.respondenten for bron in groep.bronnen if bron.naam == HIER), ())


def _with_turns(groep: Groep, mensen: tuple[Respondent, ...]) -> Groep:
    rest = tuple(bron for bron in groep.bronnen if bron.naam != HIER)
    bronnen = (*rest, Bron(HIER, mensen)) if mensen else rest
    return fit(replace(groep, bronnen=bronnen))


def add_bron(groep: Groep, bron: Bron) -> Groep:
    """Voeg een bron toe, zoals een telling uit de zaal of wat iemand terugzet."""
    return fit(replace(groep, bronnen=add_source(groep.bronnen, bron)))


def remove(groep: Groep, sleutel: str) -> tuple[Groep, Bron | None]:
    """Haal een bron weg, en geef haar om terug te kunnen zetten met :func:`add_bron`."""
    weg = next((bron for bron in groep.bronnen if bron.sleutel == sleutel), None)
    return replace(groep, bronnen=remove_source(groep.bronnen, sleutel)), weg


def keep_all(groep: Groep, dubbel: Dubbel) -> Groep:
    """Laat alle invullingen onder deze naam meetellen: het zijn meer mensen."""
    return replace(groep, meer_mensen=(*groep.meer_mensen, dubbel.sleutel))


def keep_newest(groep: Groep, dubbel: Dubbel) -> tuple[Groep, Bron]:
    """Laat van deze naam alleen de nieuwste invulling meetellen; geef de oudere als bron."""
    oud = {r.id for r in dubbel.mensen[:-1]}
    over = (
        replace(bron, respondenten=tuple(r for r in bron.respondenten if r.id not in oud))
        for bron in groep.bronnen
    )
    bronnen = tuple(bron for bron in over if bron.respondenten or bron.handtellingen)
    weg = Bron(f"eerdere antwoorden van {dubbel.naam}"[:120], dubbel.mensen[:-1])
    return replace(groep, bronnen=bronnen), weg
