"""De papieren versie: invulbladen, telblad en oordeelblad, uit dezelfde teksten als het scherm."""

from __future__ import annotations

from collections.abc import Sequence

from lv_tools.basis.beeld.invulblad import (
    LIJN,
    NIEUWE_BLADZIJDE,
    RONDJE,
    VAKJE,
    choices,
    grid,
    small_print,
    writing_space,
)
from lv_tools.basis.beeld.weergave import Html, ontsnap
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.zelfevaluatie.stellingen import Stelling, Thema
from lv_tools.zelfevaluatie.teksten import Instrument, instrument

# Procenten per kolom: de stelling, vier antwoorden op de schaal en twee daarbuiten.
_BREEDTES = (47, 7, 11, 12, 8, 8, 7)
_NVT = "n.v.t."


def toon_korte_lijst(rol: str = "") -> Html:
    """Geef de acht kernstellingen voor één persoon als één bladzijde om af te drukken.

    Met de code van een rol staan de stellingen er in de woorden van die rol, en van elke rol met
    dezelfde woorden.
    """
    inhoud = instrument()
    tabel = grid(
        _for(rol, "Zet bij elke stelling één kruis", inhoud),
        ("Stelling", *_answers(inhoud)),
        [
            (f"{nr}. {s.for_role(rol).tekst}", *_circles(inhoud))
            for nr, s in enumerate(_core(inhoud), 1)
        ],
        _BREEDTES,
    )
    uitleg = small_print(*inhoud.algemeen.lezen, *inhoud.schaal.uitleg)
    vraag = "Bij welke stelling kent u een duidelijk voorbeeld? Schrijf het nummer erbij."
    return Html(
        f"<div>{_head(inhoud, rol)}{uitleg}{tabel}{writing_space(vraag, 1)}{_foot(inhoud)}</div>"
    )


def toon_volledige_lijst(rol: str = "") -> Html:
    """Geef alle stellingen voor één persoon: een voorblad, en dan één thema per bladzijde.

    Met de code van een rol staat er alleen wat die rol krijgt, of een andere rol met dezelfde
    woorden.
    """
    inhoud = instrument()
    voorblad = (
        f"<div>{_head(inhoud, rol)}<p><strong>Zo leest u de stellingen</strong></p>"
        f"{_bullets(inhoud.algemeen.lezen)}"
        f"<p><strong>Dit betekenen de antwoorden</strong></p>{_bullets(_scale(inhoud))}"
        f"{_foot(inhoud)}</div>"
    )
    bladen = [_theme_sheet(thema, inhoud, rol) for thema in inhoud.themas.values()]
    return Html(voorblad + "".join(f"{NIEUWE_BLADZIJDE}{blad}</div>" for blad in bladen))


def toon_telblad() -> Html:
    """Geef de telbladen voor één groep: één voor de korte lijst, twee voor de volledige."""
    inhoud = instrument()
    kop = f"<p>Groep: {LIJN}{LIJN} Aantal: {LIJN}</p>"
    genummerd = list(enumerate(inhoud.stellingen.values(), start=1))
    codes = list(inhoud.themas)
    helft = (len(codes) + 1) // 2
    bladen = [_tally("Korte lijst", list(enumerate(_core(inhoud), 1)), inhoud, 2.6)]
    for deel in (codes[:helft], codes[helft:]):
        rijen = [(nr, s) for nr, s in genummerd if s.thema in deel]
        bladen.append(_tally(_span(deel, rijen, inhoud), rijen, inhoud))
    eerste, *rest = (f"{kop}{blad}" for blad in bladen)
    return Html(f"<div>{eerste}</div>" + "".join(f"{NIEUWE_BLADZIJDE}{r}</div>" for r in rest))


def toon_oordeelblad() -> Html:
    """Geef het blad waarop de groep na het gesprek per thema één antwoord kiest."""
    inhoud = instrument()
    tabel = grid(
        "Eerst alleen, daarna samen",
        ("Thema", "Zo dachten wij er los van elkaar over", "Samen kiezen wij", "Omdat"),
        [(thema.titel, "", "", "") for thema in inhoud.themas.values()],
        (26, 24, 18, 32),
        hoogte=3.6,
    )
    stappen = "".join(f"<li>{ontsnap(stap)}</li>" for stap in inhoud.samen.stappen)
    return Html(f"<div><ol>{stappen}</ol><p>Datum: {LIJN} Aanwezig: {LIJN}{LIJN}</p>{tabel}</div>")


def _theme_sheet(thema: Thema, inhoud: Instrument, rol: str) -> str:
    # De nummers blijven die van het telblad, ook als een rol een stelling niet krijgt.
    genummerd = [
        (nr, s.for_role(rol))
        for nr, s in enumerate(inhoud.stellingen.values(), 1)
        if s.thema == thema.code and not (rol and set(_alike(rol, inhoud)) <= {*s.niet_voor})
    ]
    tabel = grid(
        _for(rol, thema.titel, inhoud),
        ("Stelling", *_answers(inhoud)),
        [(f"{nr}. {s.tekst}", *_circles(inhoud)) for nr, s in genummerd],
        _BREEDTES,
        uitleg=[f"Een hoog antwoord: {_lower_first(s.hoog)}" for _nr, s in genummerd],
    )
    return (
        f"<p>{ontsnap(thema.uitleg)}</p>{tabel}"
        f"{writing_space(thema.bewijs_vraag, 2)}{writing_space(thema.opmerking_vraag, 1)}"
    )


def _tally(
    bijschrift: str, rijen: Sequence[tuple[int, Stelling]], inhoud: Instrument, hoogte: float = 0
) -> str:
    antwoorden = _answers(inhoud)
    return grid(
        bijschrift,
        ("Stelling", *antwoorden),
        [(f"{nr}. {s.kort}", *("" for _ in antwoorden)) for nr, s in rijen],
        _BREEDTES,
        hoogte=hoogte,
    )


def _span(codes: Sequence[str], rijen: Sequence[tuple[int, Stelling]], inhoud: Instrument) -> str:
    """Noem per thema welke nummers erbij horen."""
    delen = []
    for code in codes:
        nummers = [nr for nr, s in rijen if s.thema == code]
        delen.append(f"{inhoud.themas[code].kort} ({nummers[0]}-{nummers[-1]})")
    return ", ".join(delen)


def _core(inhoud: Instrument) -> list[Stelling]:
    return [stelling for stelling in inhoud.stellingen.values() if stelling.kern]


def _answers(inhoud: Instrument) -> tuple[str, ...]:
    return (*inhoud.schaal.opties, inhoud.schaal.weet_niet, _NVT)


def _circles(inhoud: Instrument) -> list[str]:
    return [RONDJE for _ in _answers(inhoud)]


def _scale(inhoud: Instrument) -> list[str]:
    """Geef de betekenis van elk antwoord, ook van de twee buiten de schaal."""
    schaal = inhoud.schaal
    return [
        *schaal.uitleg,
        f"{schaal.weet_niet.capitalize()}: {_lower_first(schaal.weet_niet_uitleg)}",
        f"N.v.t. ({schaal.nvt}): {_lower_first(schaal.nvt_uitleg)}",
    ]


def _for(rol: str, titel: str, inhoud: Instrument) -> str:
    """Zet de groep achter een titel: op één bladzijde staan lijsten voor meer groepen."""
    if not rol:
        return titel
    namen = [inhoud.rollen[code].tekst.lower() for code in _alike(rol, inhoud)]
    return f"{titel} ({opsomming(namen, 'of')})"


def _alike(rol: str, inhoud: Instrument) -> tuple[str, ...]:
    """Geef de rollen die overal dezelfde woorden krijgen als deze rol."""
    woorden = {r: [s.for_role(r).tekst for s in inhoud.stellingen.values()] for r in inhoud.rollen}
    return tuple(r for r in inhoud.rollen if woorden[r] == woorden[rol])


def _head(inhoud: Instrument, rol: str) -> str:
    if rol:
        namen = [inhoud.rollen[code].tekst for code in _alike(rol, inhoud)]
        rollen = (
            choices("Bij welke groep hoort u?", namen, anders=False)
            if len(namen) > 1
            else f"<p>Groep: {namen[0]}</p>"
        )
    else:
        eigen = {r for s in inhoud.stellingen.values() for b in s.anders for r in b.rollen}
        namen = [r.tekst for r in inhoud.rollen.values() if r.code not in eigen]
        rollen = choices("Bij welke groep hoort u?", namen)
    return (
        f"<p>Scan: {LIJN}{LIJN} Datum: {LIJN}<br>"
        f"Naam (alleen als u op naam werkt): {LIJN}{LIJN}</p>{rollen}"
    )


def _foot(inhoud: Instrument) -> str:
    alleen = f"{VAKJE} Ik vul dit alleen in, vóór het gesprek."
    return small_print(alleen, inhoud.privacy.vrije_tekst)


def _bullets(regels: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{ontsnap(regel)}</li>' for regel in regels)}</ul>"


def _lower_first(zin: str) -> str:
    """Begin met een kleine letter, tenzij het eerste woord een afkorting is."""
    eerste = zin.split(" ", 1)[0]
    if eerste == "Eén":  # een hoofdletter draagt geen accent, een kleine letter wel
        return f"één{zin[3:]}"
    return zin if eerste.upper() == eerste and len(eerste) > 1 else zin[:1].lower() + zin[1:]
