"""Wat de gegevens over zichzelf vertellen: bron, opschriften, kerncijfers en namen."""

from __future__ import annotations

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.basis.taal.notatie import MAANDEN
from lv_tools.bevindingenverkenner.teksten import teksten


def bron_van(naam: str) -> str:
    """Noem document, uitgever, datum en plaats van een tabel."""
    return "; ".join(
        f"{bron.titel}, {bron.uitgever}, {_date(bron.datum)}, {bron.plaats}"
        for bron in lees(naam).bronnen
    )


def bron_kort(naam: str) -> str:
    """Noem een tabel zo kort dat het onder een figuur past: titel, uitgever, datum en plaats."""
    return "; ".join(
        f"{bron.titel.split('. ')[0]} "
        f"({bron.uitgever.split(' (')[0]}, {_date(bron.datum)}), {bron.plaats}"
        for bron in lees(naam).bronnen
    )


def _date(tekst: str) -> str:
    """Schrijf een datum als jaar-maand(-dag) voluit; andere tekst blijft zoals hij is."""
    jaar, *rest = tekst.split("-")
    if not jaar.isdigit() or not rest or not all(deel.isdigit() for deel in rest):
        return tekst
    maand = MAANDEN[int(rest[0]) - 1]
    return " ".join([*(str(int(dag)) for dag in rest[1:]), maand, jaar])


def kerncijfer(id_: str) -> float:
    """Geef een kerncijfer als getal.

    Raises
    ------
    KeyError
        Als er geen kerncijfer met die naam is.
    """
    for rij in lees("kerncijfers").rijen:
        if rij["id"] == id_:
            return float(str(rij["waarde"]))
    raise KeyError(f"kerncijfer {id_!r} staat niet in de tabel kerncijfers")


def group_size(eenheid: str) -> int:
    """Geef hoeveel afdelingen, scholen of besturen de onderzoeksgroep telt."""
    return int(kerncijfer(teksten().kerncijfers[eenheid]))


def kolomtitel(naam: str, kolom: str) -> str:
    """Geef het opschrift van een kolom, of haar naam als de tabel haar niet kent."""
    titels = {k.naam: k.titel for k in lees(naam).kolommen}
    return titels.get(kolom, kolom)


def standaardnaam(code: str) -> str:
    """Geef de naam van een standaard in het onderzoek, of een lege tekst bij een onbekende code."""
    return next((str(rij["naam"]) for rij in lees("standaarden").rijen if rij["code"] == code), "")


def standaardlabel(code: str) -> str:
    """Geef code en naam van een standaard."""
    return f"{code} {standaardnaam(code)}"
