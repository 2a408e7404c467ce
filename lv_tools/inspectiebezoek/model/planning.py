"""Het plan, teruggerekend vanaf het bezoek.

Een taak zonder vaste dag hangt aan het bezoek: verschuift dat, dan verschuift zij mee. Is er minder
tijd dan wij voorstellen, dan schuiven de taken ervoor in verhouding in elkaar, in dezelfde
volgorde. Het plan hangt af van de dag waarop de voorbereiding begint en niet van vandaag: zo
verspringt er niets vanzelf. Wat voorbij is en niet gedaan, staat er met dat woord bij.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from lv_tools.inspectiebezoek.model.bezoek import Bezoek, Fase, Rol, Stap
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud

DAG = timedelta(days=1)
#: Verder dan dit zoeken wij niet naar een dag waarop er school is.
VERSTE = 120
Melding = Literal[
    "voorbij",
    "geweest",
    "na-bezoek",
    "voor-bezoek",
    "voor-begin",
    "vrij",
    "verschoven",
    "ingekort",
    "geen-dag",
]


@dataclass(frozen=True)
class Regel:
    """Een taak zoals zij in het plan staat.

    Parameters
    ----------
    dag
        Wanneer; ``None`` als dat niet te zeggen is, of als de taak de hele tijd loopt.
    vast
        De gebruiker zette de dag vast.
    afstand
        Zoveel dagen voor of na het bezoek, voordat er iets in elkaar schoof.
    team
        Het team merkt er iets van.
    meldingen
        Wat er over die dag te zeggen is.
    """

    id: str
    stap: Stap
    fase: Fase
    rol: Rol
    wat: str
    hoe: str
    wie: str
    dag: date | None
    vast: bool
    klaar: bool
    eerst: bool
    eigen: bool
    afstand: int = 0
    team: bool = False
    meldingen: tuple[Melding, ...] = ()


def plan(bezoek: Bezoek, inhoud: Bezoekinhoud, vandaag: date) -> tuple[Regel, ...]:
    """Geef elke taak van dit bezoek met haar dag, op volgorde."""
    regels = _lay_out(tuple(tasks(bezoek, inhoud)), bezoek, vandaag)
    return tuple(sorted(regels, key=_order))


def _order(regel: Regel) -> tuple[object, ...]:
    """Zet taken op volgorde; wat op één dag valt, staat zoals het met meer tijd zou staan."""
    fasen = {"voor": 0, "tijdens": 1, "na": 2, "rapport": 2, "door": 3}
    afstand = regel.afstand if regel.fase == "na" else -regel.afstand
    return fasen[regel.fase], regel.dag or date.max, afstand, int(regel.stap), regel.id


def tasks(bezoek: Bezoek, inhoud: Bezoekinhoud) -> Iterator[Regel]:
    """Geef de taken die meedoen; een vaste dag staat er al bij."""
    for taak in bezoek.taken:
        if taak.niet:
            continue
        v = inhoud.proposal(taak.id)
        if v is not None and v.soorten and bezoek.soort not in v.soorten:
            continue
        if v is None and not taak.wat.strip():
            continue
        rol: Rol = taak.rol or (v.rol if v else "kwaliteit")
        yield Regel(
            taak.id,
            v.stap if v else taak.stap,
            v.fase if v else taak.fase,
            rol,
            taak.wat.strip() or (v.wat if v else ""),
            v.hoe if v else "",
            taak.wie.strip() or bezoek.rollen.get(rol, "").strip() or inhoud.rol[rol],
            taak.dag,
            taak.dag is not None,
            taak.klaar,
            v.eerst if v else False,
            v is None,
            taak.afstand if taak.afstand is not None else (v.dagen if v else 7),
            rol == "teams" or (v is not None and v.team),
        )


def shortage(bezoek: Bezoek, inhoud: Bezoekinhoud) -> tuple[int, int] | None:
    """Geef hoeveel dagen er zijn en hoeveel wij voorstellen, als er te weinig zijn."""
    ruimte = _room(bezoek)
    nodig = _longest(tuple(tasks(bezoek, inhoud)))
    return (ruimte, nodig) if ruimte is not None and ruimte < nodig else None


def _room(bezoek: Bezoek) -> int | None:
    """Geef de dagen tussen het begin van de voorbereiding en het bezoek."""
    if bezoek.dag is None or bezoek.begin is None or bezoek.begin > bezoek.dag:
        return None
    return (bezoek.dag - bezoek.begin).days


def _longest(taken: tuple[Regel, ...]) -> int:
    return max((r.afstand for r in taken if r.fase == "voor" and not r.vast), default=0)


def _lay_out(taken: tuple[Regel, ...], bezoek: Bezoek, vandaag: date) -> Iterator[Regel]:
    ruimte, langst = _room(bezoek), _longest(taken)
    for regel in taken:
        dag, afstand, meldingen = regel.dag, regel.afstand, list[Melding]()
        if dag is not None:
            if bezoek.is_free(dag):
                meldingen.append("vrij")
        elif regel.fase == "voor" and bezoek.dag is not None:
            kort = afstand
            if ruimte is not None and ruimte < langst:
                # Is er nog een dag, dan hoeft niets wat ervoor hoort op de dag zelf.
                kort = max(afstand * ruimte // langst, min(1, ruimte, afstand))
                meldingen += ["ingekort"] if kort < afstand else []
            dag = shift(bezoek.dag, -kort)
            schuif = _before(dag, bezoek) if kort else dag
            meldingen += ["verschoven"] if schuif != dag else []
            dag = schuif
        elif regel.fase in ("tijdens", "na") and bezoek.dag is not None:
            van = bezoek.dag if regel.fase == "tijdens" else bezoek.laatste or bezoek.dag
            dag = shift(van, afstand) if regel.fase == "na" else van
            schuif = _after(dag, bezoek) if dag > van else dag
            meldingen += ["verschoven"] if schuif != dag else []
            dag = schuif
        elif regel.fase == "rapport" and bezoek.rapport.reageren is not None:
            dag = _for_report(afstand, bezoek)
        meldingen += _remarks(regel, dag, bezoek, vandaag)
        yield replace(regel, dag=dag, meldingen=tuple(meldingen))


def _remarks(regel: Regel, dag: date | None, bezoek: Bezoek, vandaag: date) -> Iterator[Melding]:
    """Zeg wat er aan een dag schort."""
    if dag is None:
        if regel.fase != "door":
            yield "geen-dag"
        return
    laatste = bezoek.laatste
    ervoor = regel.fase in ("voor", "tijdens")
    if dag < vandaag and not regel.klaar:
        yield "geweest" if ervoor and laatste is not None and laatste < vandaag else "voorbij"
    if ervoor and laatste is not None and dag > laatste:
        yield "na-bezoek"
    if regel.fase == "na" and bezoek.dag is not None and dag < bezoek.dag:
        yield "voor-bezoek"
    if regel.vast and regel.fase == "voor" and bezoek.begin is not None and dag < bezoek.begin:
        yield "voor-begin"


def _before(dag: date, bezoek: Bezoek) -> date:
    """Geef de laatste schooldag op of voor een dag, of anders de eerste erna tot het bezoek."""
    begin = bezoek.begin or date.min
    eerder = _school_day(dag, -1, bezoek)
    # Begint de voorbereiding na het bezoek, dan is er geen begin om rekening mee te houden.
    if eerder is not None and (eerder >= begin or (bezoek.dag and begin > bezoek.dag)):
        return eerder
    return min(_after(dag, bezoek), bezoek.dag or date.max)


def _after(dag: date, bezoek: Bezoek) -> date:
    """Geef de eerste schooldag op of na een dag; is er lang geen, dan blijft het die dag."""
    return _school_day(dag, 1, bezoek) or dag


def shift(dag: date, dagen: int) -> date:
    """Verzet een dag; wat buiten de kalender valt, blijft waar het was."""
    try:
        return dag + dagen * DAG
    except OverflowError:
        return dag


def _school_day(dag: date, kant: int, bezoek: Bezoek) -> date | None:
    """Geef de eerste schooldag vanaf een dag, een kant op; ``None`` als die ver weg is."""
    dagen = (shift(dag, kant * n) for n in range(VERSTE))
    return next((d for d in dagen if not bezoek.is_free(d)), None)


def _for_report(afstand: int, bezoek: Bezoek) -> date | None:
    """Geef de dag van een taak bij het conceptrapport: op tijd, en niet voordat het er was."""
    uiterlijk, kwam = bezoek.rapport.reageren, bezoek.rapport.ontvangen
    if uiterlijk is None:
        return None
    dag = shift(uiterlijk, -afstand)
    dag = _school_day(dag, -1, bezoek) or dag
    return max(dag, kwam) if kwam is not None and kwam <= uiterlijk else dag
