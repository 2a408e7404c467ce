"""Wat er over de kop van een tabel te zeggen is: waar zij stond en welke vragen ontbreken."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lv_tools.basis.antwoorden.kolommen import Kolommen
from lv_tools.basis.antwoorden.meldingen import Meldingen, quotes, rows
from lv_tools.basis.antwoorden.waarden import cell_text
from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.basis.tabellen.tabelvorm import Blad, TabelError
from lv_tools.basis.uitvoer.uitvoertabel import TOELICHTING


def tell_where(
    meldingen: Meldingen,
    naam: str,
    bladen: Sequence[Blad],
    beste: int,
    koppen: Sequence[tuple[int, Kolommen]],
) -> None:
    """Zeg van welk blad en vanaf welke rij gelezen is als dat niet vanzelf spreekt."""
    blad, (plek, _) = bladen[beste], koppen[beste]
    if not blad.raster:
        ook = []
    else:
        # Op het blad dat wij zelf achter tabellen zetten, staan de vragen alleen uitgelegd.
        ook = [
            b.naam
            for i, b in enumerate(bladen)
            if i != beste and koppen[i][1].vragen and b.naam != TOELICHTING
        ]
    if beste or blad.verborgen:
        wat = "het verborgen blad" if blad.verborgen else "blad"
        if blad.raster:
            meldingen.add("tabel", f"De antwoorden in ‘{naam}’ staan op {wat} ‘{blad.naam}’.")
    if ook:
        meldingen.add(
            "tabel",
            f"Alleen blad ‘{blad.naam}’ is gelezen. Ook op {quotes(ook)} staan vragen van dit "
            "hulpmiddel. Horen die antwoorden erbij, bewaar dat blad dan als eigen bestand.",
        )
    if plek:
        nummer = blad.begin[plek][0]
        erboven = rows(nr for nr, _cellen in blad.begin[:plek])
        meldingen.add(
            "tabel",
            f"De vragen staan in rij {nummer} van ‘{naam}’. Wat erboven staat ({erboven}), is niet "
            "gelezen.",
        )


def tell_columns(
    meldingen: Meldingen,
    naam: str,
    kop: Sequence[str],
    kolommen: Kolommen,
    vragen: Vragenset,
    *,
    rollen: Collection[str] = (),
) -> None:
    """Noem de vragen die er niet in staan, in hun eigen woorden.

    Een stelling die geen van de rollen in de tabel krijgt, ontbreekt niet.
    """
    mist: list[str] = []
    teksten = {o.code: o.tekst for o in (*vragen.stellingen, *vragen.notitievelden)}
    for vraag in vragen.keuzevragen:
        opties = kolommen.keuze_per_optie.get(vraag.code, {})
        teksten |= {optie.code: optie.tekst for optie in vraag.opties}
        if not opties and vraag.code not in kolommen.keuze_in_een:
            mist.append(vraag.tekst)
        elif opties and vraag.code not in kolommen.keuze_in_een and len(opties) < len(vraag.opties):
            weg = [o.tekst for o in vraag.opties if o.code not in opties]
            meldingen.add(
                "kolom",
                f"Bij de vraag ‘{vraag.tekst}’ staat in ‘{naam}’ geen kolom voor: "
                f"{quotes(weg)}. Die tellen als niet aangekruist.",
            )
    mist += [
        stelling.tekst
        for stelling in vragen.stellingen
        if stelling.code not in kolommen.stellingen
        and not (rollen and set(rollen) <= set(stelling.niet_voor))
    ]
    if mist:
        gebruikt = {p for plekken in _all_places(kolommen) for p in plekken}
        rest = [tekst for plek, tekst in enumerate(kop) if tekst and plek not in gebruikt]
        ander = f" Deze koppen zijn niet herkend: {quotes(rest)}." if rest else ""
        wat = "Deze vraag staat" if len(mist) == 1 else f"Deze {len(mist)} vragen staan"
        blijft = "blijft" if len(mist) == 1 else "blijven"
        meldingen.add(
            "kolom",
            f"{wat} niet in ‘{naam}’ en {blijft} leeg: {quotes(mist, 10, 200)}.{ander}",
        )
    for code, opschrift in kolommen.op_code.items():
        meldingen.add(
            "kolom",
            f"De kop ‘{opschrift}’ begint met een bekende code en is gelezen als de vraag "
            f"‘{teksten.get(code, code)}’. Klopt dat niet, wijzig dan de kop.",
        )


def _all_places(kolommen: Kolommen) -> list[tuple[int, ...]]:
    return [
        *kolommen.vast.values(),
        kolommen.rolvragen,
        *kolommen.stellingen.values(),
        *kolommen.keuze_in_een.values(),
        *kolommen.notities.values(),
        *(p for opties in kolommen.keuze_per_optie.values() for p in opties.values()),
    ]


def no_questions(naam: str, bladen: Sequence[Blad]) -> TabelError:
    """De fout als nergens een vraag staat, met wat er wel staat."""
    zinnen = [f"In ‘{naam}’ staat boven geen enkele kolom een vraag van dit hulpmiddel."]
    blad = next((b for b in bladen if b.begin), bladen[0])
    koppen = [tekst for cel in blad.begin[0][1] if (tekst := cell_text(cel))]
    if len(koppen) > 1 or not blad.raster:
        zinnen.append(f"Er staat: {quotes(koppen, 8)}.")
    if blad.raster:
        zinnen.append(f"Gezocht in de bladen: {quotes(b.naam for b in bladen)}.")
    zinnen.append(
        "Gebruik het sjabloon, of zet boven de kolommen de tekst van elke vraag, in één rij."
    )
    return TabelError(" ".join(zinnen))
