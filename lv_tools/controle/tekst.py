"""Tekst en tabel: staat in de lopende tekst hetzelfde getal als in de tabel?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.controle.cijfers import heel, kerncijfer, obstakelkolommen, tekst
from lv_tools.controle.kleinste_n import passende_n
from lv_tools.controle.melding import Melding, Plaats

CONTROLE = "tekst en tabel"

_WISSELINGEN = "Veel personele wisselingen"
_OPSTELLEN = "Begeleiding opstellen verbeterplan"


@dataclass(frozen=True, slots=True)
class Paar:
    """Een getal in de tekst en de cel waar het over gaat.

    Attributes
    ----------
    id : str
        Kerncijfer met het getal uit de tekst.
    resource, kolom : str
        Tabel en kolom met het getal uit de tabel.
    sleutel : Mapping
        Welke rij: kolomnaam -> waarde. Een waarde hoeft maar het begin van de cel te zijn.
    """

    id: str
    resource: str
    kolom: str
    sleutel: dict[str, str] = field(default_factory=dict)


def _uitdaging(sleutel: str, standaard: str, begin: str) -> Paar:
    return Paar(
        f"uitdaging-{standaard.lower()}-{sleutel}",
        "uitdagingen",
        "percentage",
        {"standaard": standaard, "uitdaging": begin},
    )


def _wisselingen(sleutel: str, interventie: str) -> Paar:
    cel = {"obstakel": _WISSELINGEN, "interventie": interventie}
    return Paar(f"tekst-wisselingen-{sleutel}", "interventies_bij_obstakels", "percentage", cel)


def _risico(sleutel: str, afdeling: str, standaard: str) -> Paar:
    cel = {"afdeling": afdeling, "standaard": standaard}
    return Paar(f"tekst-{sleutel}", "risico_per_afdeling", "percentage", cel)


PAREN = (
    Paar("plaats-amsterdam", "plaatsen", "afdelingen", {"plaats": "Amsterdam"}),
    Paar("plaats-rotterdam", "plaatsen", "afdelingen", {"plaats": "Rotterdam"}),
    _risico("vmbo-k-op2", "vmbo-k", "OP2"),
    _risico("vmbo-b-op2", "vmbo-b", "OP2"),
    _uitdaging("cyclus", "OP2", "Goed werkende cyclus"),
    _uitdaging("afstemming", "OP2", "Afstemming onderwijs"),
    _uitdaging("leerklimaat", "OP3", "Creëren van een passend"),
    _uitdaging("lesverloop", "OP3", "Gestructureerd en efficiënt"),
    _uitdaging("stelsel", "SKA1", "Stelsel van kwaliteitszorg"),
    _uitdaging("sturing", "SKA1", "Sturing op het behalen"),
    _uitdaging("uitvoering", "SKA2", "Gezamenlijke uitvoering"),
    _uitdaging("leiderschap", "SKA2", "Onderwijskundig leiderschap"),
    _uitdaging("evalueren", "SKA3", "Evalueren, analyseren"),
    _uitdaging("analyses", "SKA3", "Gebruikmaking van analyses"),
    _wisselingen("directeur", "Coaching van de directeur"),
    _wisselingen("verbeterplan", _OPSTELLEN),
    Paar(
        "trajecten-coaching-managementteam",
        "interventies",
        "trajecten",
        {"interventie": "Coaching van het managementteam"},
    ),
)


def controleer() -> Iterator[Melding]:
    """Leg elk getal in de tekst naast de cel waar het over gaat."""
    for paar in PAREN:
        yield _vergelijk(paar)
    yield _toelichting_van_een_andere_groep()


def _vergelijk(paar: Paar) -> Melding:
    treffers = [
        regel
        for regel in lees(paar.resource).rijen
        if all(tekst(regel, kolom).startswith(begin) for kolom, begin in paar.sleutel.items())
    ]
    if len(treffers) != 1:
        raise LookupError(f"{paar.id} past op {len(treffers)} rijen van {paar.resource}, niet op 1")
    sleutel = {kolom: tekst(treffers[0], kolom) for kolom in paar.sleutel}
    in_tekst, in_tabel = kerncijfer(paar.id), heel(treffers[0], paar.kolom)
    teken = "%" if paar.kolom == "percentage" else ""
    gelijk = in_tekst == in_tabel
    return Melding(
        controle=CONTROLE,
        ernst="klopt" if gelijk else "kan niet",
        resource=paar.resource,
        sleutel=sleutel,
        gevonden=f"{in_tekst}{teken} in de tekst",
        verwacht=f"{in_tabel}{teken} in de tabel",
        uitleg=(
            f"Tekst en tabel geven hier allebei {in_tabel}{teken}."
            if gelijk
            else f"Voor hetzelfde noemt de tekst {in_tekst}{teken} en de tabel {in_tabel}{teken}."
        ),
        ook=(Plaats("kerncijfers", {"id": paar.id}),),
    )


def _toelichting_van_een_andere_groep() -> Melding:
    ids = [paar.id for paar in PAREN if paar.id.startswith("tekst-wisselingen")]
    percentages = [kerncijfer(i) for i in ids]
    kolom = next(k for k in obstakelkolommen() if k.obstakel == _WISSELINGEN)
    hoogste = kerncijfer("trajecten-totaal")
    passend = passende_n(percentages, hoogste)
    kolom_past = set(passende_n(tuple(kolom.percentages.values()), hoogste)) & set(passend)
    genoemd = opsomming([f"{p}%" for p in percentages])
    keus = opsomming([str(n) for n in passend], "of")
    uitleg = f"De percentages in de toelichting ({genoemd}) kunnen uit dezelfde groep komen."
    if not kolom_past and kolom.n not in passend:
        uitleg = (
            f"De toelichting noemt {genoemd}: samen kunnen die alleen bij n = {keus}, niet bij de "
            f"gedrukte n = {kolom.n} en ook niet bij een n die de kolom zelf verklaart."
        )
    return Melding(
        controle=CONTROLE,
        ernst="let op" if not kolom_past and kolom.n not in passend else "klopt",
        resource="interventies_bij_obstakels",
        sleutel={"obstakel": kolom.obstakel},
        gevonden=genoemd,
        verwacht=f"n = {keus}" if passend else "geen n",
        uitleg=uitleg,
        ook=tuple(Plaats("kerncijfers", {"id": i}) for i in ids),
    )
