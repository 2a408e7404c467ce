"""Intake: kloppen de percentages van de tekst met tabel 4.2, gewogen naar aantal afdelingen?"""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.controle.cijfers import (
    afdelingsgroottes,
    heel,
    intake_aantallen,
    kerncijfer,
    kerncijfers,
    tekst,
)
from lv_tools.controle.melding import Melding, Plaats
from lv_tools.controle.noemer import noemers

CONTROLE = "intake"


def gewogen(standaard: str) -> tuple[float, float]:
    """Reken tabel 4.2 om naar één percentage over alle soorten afdelingen.

    Parameters
    ----------
    standaard : str
        Code van een standaard in tabel 4.2.

    Returns
    -------
    tuple of float
        Kleinste en grootste percentage dat bij de afgeronde cellen past.
    """
    totaal = sum(afdelingsgroottes().values())
    laagst, hoogst = intake_aantallen()[standaard]
    return 100 * laagst / totaal, 100 * hoogst / totaal


def controleer() -> Iterator[Melding]:
    """Vergelijk de intakepercentages uit de tekst met tabel 4.2, en hun twee vermeldingen."""
    for regel in lees("intake_en_begeleiding").rijen:
        if regel["intake"] is None:
            continue
        standaard, gedrukt = tekst(regel, "standaard"), heel(regel, "intake")
        if standaard in intake_aantallen():
            yield _tegen_tabel(standaard, gedrukt)
        else:
            yield _niet_genoemd(standaard)
        herhaald = f"intake-{standaard.lower()}-herhaald"
        if herhaald in kerncijfers():
            yield _herhaald(standaard, gedrukt, herhaald)
    yield _meest_genoemd()


def _tegen_tabel(standaard: str, gedrukt: int) -> Melding:
    laagst, hoogst = gewogen(standaard)
    past = laagst - 0.5 <= gedrukt <= hoogst + 0.5
    aantal, _ = intake_aantallen()[standaard]
    totaal = sum(afdelingsgroottes().values())
    return Melding(
        controle=CONTROLE,
        ernst="klopt" if past else "kan niet",
        resource="intake_en_begeleiding",
        sleutel={"standaard": standaard},
        gevonden=f"{gedrukt}% in de tekst",
        verwacht=f"{round(laagst)}% volgens tabel 4.2",
        uitleg=(
            f"Tabel 4.2 geeft {aantal} van {totaal} afdelingen met een risico op {standaard}, dat "
            f"is {round(laagst)}%; de tekst noemt {gedrukt}%."
        ),
        ook=(Plaats("risico_per_afdeling", {"standaard": standaard}),),
    )


def _niet_genoemd(standaard: str) -> Melding:
    passend = noemers().get(standaard, ())
    if not passend:
        return Melding(
            controle=CONTROLE,
            ernst="klopt",
            resource="intake_en_begeleiding",
            sleutel={"standaard": standaard},
            gevonden="niet genoemd bij de intake",
            verwacht="geen kolom in tabel 4.2",
            uitleg=f"Geen afdeling noemt {standaard} bij de intake, en tabel 4.2 ook niet.",
        )
    groep = opsomming([str(n) for n in passend], "of")
    return Melding(
        controle=CONTROLE,
        ernst="let op",
        resource="intake_en_begeleiding",
        sleutel={"standaard": standaard},
        gevonden="niet genoemd bij de intake",
        verwacht=f"geen rijen in bijlage 2.1; het zijn er voor n = {groep}",
        uitleg=(
            f"Geen afdeling noemt {standaard} bij de intake, en toch geeft bijlage 2.1 uitdagingen "
            f"bij {groep} afdelingen met dat risico: de bijlage gaat dus niet over de intake."
        ),
        ook=(Plaats("uitdagingen", {"standaard": standaard}),),
    )


def _herhaald(standaard: str, gedrukt: int, sleutel: str) -> Melding:
    ander = kerncijfer(sleutel)
    return Melding(
        controle=CONTROLE,
        ernst="klopt" if ander == gedrukt else "kan niet",
        resource="intake_en_begeleiding",
        sleutel={"standaard": standaard},
        gevonden=f"{gedrukt}% in par. 4.1",
        verwacht=f"{ander}% in par. 4.2",
        uitleg=f"Paragraaf 4.1 noemt {gedrukt}% voor {standaard} en paragraaf 4.2 {ander}%.",
        ook=(Plaats("kerncijfers", {"id": sleutel}),),
    )


def _meest_genoemd() -> Melding:
    volgorde = sorted(intake_aantallen(), key=lambda code: -intake_aantallen()[code][0])
    genoemd = [
        tekst(r, "standaard")
        for r in lees("intake_en_begeleiding").rijen
        if (r["intake"] or 0) != 0
    ]
    top = volgorde[: len(genoemd)]
    return Melding(
        controle=CONTROLE,
        ernst="klopt" if set(top) == set(genoemd) else "kan niet",
        resource="risico_per_afdeling",
        sleutel={},
        gevonden=opsomming(sorted(genoemd)),
        verwacht=opsomming(sorted(top)),
        uitleg=(
            f"Tabel 4.2 geeft de meeste risico's op {opsomming(sorted(top))}; de tekst noemt "
            f"{opsomming(sorted(genoemd))} als meest genoemd."
        ),
    )
