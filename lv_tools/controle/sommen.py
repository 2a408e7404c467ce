"""Sommen: tellen de delen op tot het totaal dat de bron noemt, en past het deel in het geheel?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.controle.cijfers import afdelingsgroottes, heel, kerncijfer, tekst
from lv_tools.controle.melding import Ernst, Melding, Plaats

CONTROLE = "som"


@dataclass(frozen=True, slots=True)
class Verschil:
    """Wat een optelling oplevert naast het genoemde totaal.

    Attributes
    ----------
    som, totaal : int
        De opgetelde delen en het genoemde totaal.
    """

    som: int
    totaal: int

    @property
    def ontbreekt(self) -> int:
        """Hoeveel er aan de som ontbreekt; negatief als de delen samen te veel zijn."""
        return self.totaal - self.som


def tel_op(delen: Mapping[str, int], totaal: int) -> Verschil:
    """Vergelijk de som van de delen met het genoemde totaal.

    Examples
    --------
    >>> tel_op({"a": 8, "b": 23, "c": 21}, 52).ontbreekt
    0
    """
    return Verschil(sum(delen.values()), totaal)


def controleer() -> Iterator[Melding]:
    """Tel tabel 4.1, tabel 4.2 en de bestuursgroottes op, en leg delen naast hun geheel."""
    yield _plaatsen()
    yield _besturen()
    yield _soorten()
    yield from _interventies()
    yield _begeleid_in_schooljaar()
    yield from _zonder_anders()


def _plaatsen() -> Melding:
    delen = {tekst(r, "plaats"): heel(r, "afdelingen") for r in lees("plaatsen").rijen}
    verschil = tel_op(delen, kerncijfer("afdelingen-tabel-4-1"))
    uitleg = (
        f"De {len(delen)} plaatsen tellen samen {verschil.som} afdelingen, zoals het totaal zegt."
    )
    if verschil.ontbreekt:
        uitleg = (
            f"De {len(delen)} gedrukte plaatsen tellen samen {verschil.som} afdelingen en het "
            f"totaal eronder is {verschil.totaal}, dus {verschil.ontbreekt} afdelingen staan bij "
            f"geen plaats (elke gedrukte plaats heeft er ten minste {min(delen.values())})."
        )
    return _telling("plaatsen", verschil, "afdelingen-tabel-4-1", uitleg)


def _besturen() -> Melding:
    delen = {
        tekst(r, "bestuursgrootte"): heel(r, "besturen") for r in lees("bestuursgrootte").rijen
    }
    verschil = tel_op(delen, kerncijfer("besturen-totaal"))
    uitleg = (
        f"De {len(delen)} grootteklassen tellen samen {verschil.som} besturen; de tekst noemt er "
        f"{verschil.totaal}."
    )
    return _telling("bestuursgrootte", verschil, "besturen-totaal", uitleg, anders="kan niet")


def _soorten() -> Melding:
    verschil = tel_op(afdelingsgroottes(), kerncijfer("afdelingen-totaal"))
    uitleg = f"De soorten afdelingen tellen samen {verschil.som}, net zoveel als de tekst noemt."
    if verschil.ontbreekt:
        uitleg = (
            f"De soorten afdelingen in tabel 4.2 tellen samen {verschil.som} en de tekst noemt er "
            f"{verschil.totaal}, dus {verschil.ontbreekt} afdeling ontbreekt in de tabel."
        )
    return _telling("risico_per_afdeling", verschil, "afdelingen-totaal", uitleg)


def _telling(
    resource: str, verschil: Verschil, totaal: str, uitleg: str, *, anders: Ernst = "let op"
) -> Melding:
    """Geef de melding over een tabel waarvan de rijen optellen tot het kerncijfer `totaal`."""
    return Melding(
        controle=CONTROLE,
        ernst=anders if verschil.ontbreekt else "klopt",
        resource=resource,
        sleutel={},
        gevonden=str(verschil.som),
        verwacht=str(verschil.totaal),
        uitleg=uitleg,
        ook=(Plaats("kerncijfers", {"id": totaal}),),
    )


def _interventies() -> Iterator[Melding]:
    totaal = kerncijfer("trajecten-totaal")
    for regel in lees("interventies").rijen:
        trajecten, geheel = heel(regel, "trajecten"), heel(regel, "totaal")
        past = geheel == totaal and trajecten <= geheel
        yield Melding(
            controle=CONTROLE,
            ernst="klopt" if past else "kan niet",
            resource="interventies",
            sleutel={"interventie": tekst(regel, "interventie")},
            gevonden=f"{trajecten} van {geheel}",
            verwacht=f"ten hoogste {totaal}",
            uitleg=(
                f"De tekst telt {trajecten} van {geheel} trajecten; de toelichting bij de figuur "
                f"gaat uit van {totaal}."
            ),
            ook=(Plaats("kerncijfers", {"id": "trajecten-totaal"}),),
        )


def _begeleid_in_schooljaar() -> Melding:
    deel, geheel = kerncijfer("begeleid-2022-2023"), kerncijfer("afdelingen-totaal")
    return Melding(
        controle=CONTROLE,
        ernst="let op" if deel > geheel else "klopt",
        resource="kerncijfers",
        sleutel={"id": "begeleid-2022-2023"},
        gevonden=f"{deel} in één schooljaar",
        verwacht=f"ten hoogste {geheel} in de hele periode",
        uitleg=(
            f"Hoofdstuk 1 telt {deel} begeleide risicoafdelingen in één schooljaar, paragraaf 4.1 "
            f"telt er {geheel} sinds augustus 2021: de twee tellingen gebruiken dus niet dezelfde "
            "afbakening."
        ),
        ook=(Plaats("kerncijfers", {"id": "afdelingen-totaal"}),),
    )


def _zonder_anders() -> Iterator[Melding]:
    per_standaard: dict[str, list[str]] = {}
    for regel in lees("uitdagingen").rijen:
        per_standaard.setdefault(tekst(regel, "standaard"), []).append(tekst(regel, "uitdaging"))
    for standaard, uitdagingen in per_standaard.items():
        if not any(uitdaging.startswith("Anders") for uitdaging in uitdagingen):
            yield Melding(
                controle="volledigheid",
                ernst="let op",
                resource="uitdagingen",
                sleutel={"standaard": standaard},
                gevonden=f"{len(uitdagingen)} rijen",
                verwacht="ook een rij ‘Anders, namelijk...’",
                uitleg=(
                    f"Bij {standaard} ontbreekt de rij ‘Anders, namelijk...’, die elke andere "
                    "standaard wel heeft en die de vragenlijst ook hier had."
                ),
            )
