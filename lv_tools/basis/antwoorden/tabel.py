"""Respondenten uit een tabel: een eigen sjabloon of een export van een formulier.

Elke rij met iets erin is een persoon die meetelt, of een rij die in een zin genoemd wordt. Wat goed
is, telt mee; wat niet klopt, levert een zin op met rij, vraag, waarde en wat u kunt doen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from lv_tools.basis.antwoorden.kolommen import Kolommen, Koppenlijst, columns_from
from lv_tools.basis.antwoorden.kopmeldingen import no_questions, tell_columns, tell_where
from lv_tools.basis.antwoorden.meldingen import Meldingen, rows
from lv_tools.basis.antwoorden.rijen import Rijlezer
from lv_tools.basis.antwoorden.sjabloon import is_explanation, template
from lv_tools.basis.antwoorden.waarden import cell_text
from lv_tools.basis.onderzoek.respondenten import Herkenning
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.tabellen.tabelvorm import MAX_RIJEN, Blad, Rij, Tabel, TabelError, too_many

__all__ = ["MAX_RIJEN", "Inlezing", "TabelError", "read_rows", "template"]

_IMPORTID = '{"importid"'


@dataclass(frozen=True)
class Inlezing:
    """Wat een bestand opleverde.

    Parameters
    ----------
    bron
        De respondenten.
    meldingen
        Zinnen voor de lezer.
    herkenning
        Per kenmerk van een respondent waar hij stond en waaraan hij te herkennen is; leeg als het
        geen tabel was.
    geweigerd
        Nummers van rijen met iets erin die geen respondent werden.
    """

    bron: Bron
    meldingen: tuple[str, ...]
    herkenning: Mapping[str, Herkenning] = field(default_factory=dict)
    geweigerd: tuple[int, ...] = ()


def read_rows(
    rijen: Sequence[Sequence[object]] | Tabel,
    naam: str,
    vragen: Vragenset,
    *,
    met_namen: bool = False,
    toon_waarden: bool = True,
    groepen: Collection[str] | None = None,
) -> Inlezing:
    """Lees respondenten uit een tabel.

    De kop is de rij met de meeste vragen, in het blad waar de meeste vragen staan.

    Parameters
    ----------
    rijen
        De tabel, of cellen als tekst, getal, moment of ``None``.
    naam
        Naam van het bestand, zoals de lezer die kent.
    vragen
        De vragen die erin kunnen staan.
    met_namen
        Neem namen over. Zonder deze keuze gaat een naam nergens heen.
    toon_waarden
        Noem in een zin ook wat er stond. In een anonieme groep hoort dat niet.
    groepen
        Codes van de rollen die bij deze groep horen; zonder opgave alle vaste rollen.

    Raises
    ------
    TabelError, BestandError
        Als er geen enkele stelling of keuze in staat, of als de tabel niet te lezen is.
    """
    bladen = rijen.bladen if isinstance(rijen, Tabel) else (_listed(rijen),)
    lijst = Koppenlijst.of(vragen)
    koppen = [_find_head(blad, lijst) for blad in bladen]
    beste = max(
        range(len(bladen)),
        key=lambda i: (koppen[i][1].vragen > 0 and not bladen[i].verborgen, koppen[i][1].vragen),
    )
    blad, (plek, kolommen) = bladen[beste], koppen[beste]
    if not kolommen.vragen:
        bladen[0].rows(naam)  # is er iets mis met het bestand zelf, dan is dat de fout
        if not any(blad.begin for blad in bladen):
            raise TabelError(f"In ‘{naam}’ staat niets. Kies een ander bestand.")
        raise no_questions(naam, bladen)
    meldingen = Meldingen()
    for zin in blad.meldingen:
        meldingen.add("tabel", zin)
    tell_where(meldingen, naam, bladen, beste, koppen)
    alle = blad.rows(naam)
    if len(alle) - plek - 1 > MAX_RIJEN:
        raise too_many(naam)
    kop = [cell_text(cel) for cel in alle[plek][1]]
    lezer = Rijlezer(
        vragen, kolommen, kop, meldingen, naam,
        met_namen=met_namen, toon_waarden=toon_waarden, groepen=groepen, raster=blad.raster,
    )  # fmt: skip
    lezer.read(
        _without_heads(alle[plek + 1 :], kop, kolommen, vragen, lijst=lijst, meldingen=meldingen)
    )
    # Pas nu is bekend wie er antwoordden: wat niemand van hen gevraagd wordt, ontbreekt niet.
    rollen = {wie.rol for wie in lezer.respondenten}
    tell_columns(meldingen, naam, kop, kolommen, vragen, rollen=rollen)
    return Inlezing(
        Bron(naam, tuple(lezer.respondenten)),
        meldingen.sentences(),
        lezer.kenmerken.herkenning,
        tuple(lezer.geweigerd),
    )


def _listed(rijen: Sequence[Sequence[object]]) -> Blad:
    gevuld = [
        (nummer, list(rij))
        for nummer, rij in enumerate(rijen, start=1)
        if any(cell_text(cel) for cel in rij)
    ]
    return Blad(lambda: iter(gevuld))


def _find_head(blad: Blad, lijst: Koppenlijst) -> tuple[int, Kolommen]:
    """Zoek de rij met de meeste vragen; bij gelijk aantal de bovenste."""
    beste = (0, Kolommen())
    for plek, (_nummer, cellen) in enumerate(blad.begin):
        kolommen = columns_from([cell_text(cel) for cel in cellen], lijst)
        if kolommen.vragen > beste[1].vragen:
            beste = (plek, kolommen)
    return beste


def _without_heads(
    rijen: Sequence[Rij],
    kop: Sequence[str],
    kolommen: Kolommen,
    vragen: Vragenset,
    *,
    lijst: Koppenlijst,
    meldingen: Meldingen,
) -> list[Rij]:
    """Laat weg wat geen persoon is: de uitlegrij van het sjabloon en koppen die terugkomen."""
    vraagplekken = [plekken[0] for plekken in kolommen.stellingen.values()]
    vraagplekken += [plekken[0] for plekken in kolommen.keuze_in_een.values()]
    over, koppen = [], []
    for volgorde, (nummer, cellen) in enumerate(rijen):
        soort = is_explanation([cell_text(cel) for cel in cellen], vragen)
        if soort == "ingevuld":
            meldingen.add(
                "rij",
                f"Rij {nummer} is de uitlegrij van het sjabloon, maar er is ook iets in ingevuld. "
                "Deze rij telt niet mee. Zet de antwoorden op een eigen rij.",
                nummer,
            )
        elif soort == "gewist":
            meldingen.add(
                "rij",
                f"Rij {nummer} is de uitlegrij van het sjabloon. Deze rij telt niet mee.",
                nummer,
            )
        elif _is_head(cellen, kop, vraagplekken, lijst if volgorde < 2 else None):
            koppen.append(nummer)
        elif not soort:
            over.append((nummer, cellen))
    if koppen:
        wat = "is nog een kopregel" if len(koppen) == 1 else "zijn nog kopregels"
        zijn = "Die is" if len(koppen) == 1 else "Die zijn"
        meldingen.add("tabel", f"{rows(koppen).capitalize()} {wat}. {zijn} overgeslagen.")
    return over


def _is_head(
    cellen: Sequence[object],
    kop: Sequence[str],
    plekken: Sequence[int],
    lijst: Koppenlijst | None,
) -> bool:
    """Zeg of een rij de kop herhaalt, zoals de drie kopregels van Qualtrics."""
    gelijk = gevuld = 0
    for plek in plekken:
        tekst = cell_text(cellen[plek]) if plek < len(cellen) else ""
        if not tekst:
            continue
        gevuld += 1
        herhaald = tekst == kop[plek] or tekst.casefold().startswith(_IMPORTID)
        if herhaald or (lijst is not None and len(tekst) > 15 and lijst.find(tekst)[0] < 9):
            gelijk += 1
        elif gevuld > 2 and not gelijk:
            return False
    return gelijk > 0 and 2 * gelijk >= gevuld
