"""De papieren versie: een invulblad per persoon, en een blad voor het profiel dat u samen maakt."""

from __future__ import annotations

from lv_tools.basis.beeld.invulblad import (
    LIJN,
    NIEUWE_BLADZIJDE,
    RONDJE,
    choices,
    grid,
    small_print,
    writing_space,
)
from lv_tools.basis.beeld.weergave import Html
from lv_tools.kwaliteitsprofiel.model.profiel import Kern, Niveaucode, points
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud, content

#: De breedte van het punt; de rest is voor de antwoorden.
BREED = 40
#: Zo veel lege rijen zijn er voor eigen taken en afspraken.
LEGE_RIJEN = 2


def toon_invulblad(niveau: Niveaucode = "school") -> Html:
    """Geef het blad voor één persoon als drie bladzijden om af te drukken."""
    inhoud, kern = content(), Kern(niveau=niveau)
    zeg = inhoud.zeg
    rollen = choices(zeg("papier_rol"), list(inhoud.rol.values()), anders=False)
    functie = writing_space(zeg("functie"), 1)
    cultuur = "".join(writing_space(vraag.tekst, 2) for vraag in inhoud.open)
    taken = grid(
        _caption(zeg("deel_taken"), niveau),
        (zeg("kolom_taak"), zeg("papier_wie"), zeg("papier_straks"), zeg("kolom_uren")),
        [
            *((punt.tekst, "", "", "") for punt in points(kern, inhoud, "taken")),
            *((post.tekst, "", "", "") for post in inhoud.post),
            *(("", "", "", ""),) * LEGE_RIJEN,
        ],
        (55, 15, 15, 15),
        hoogte=2,
    )
    uitleg = small_print(f"{zeg('papier_codes')}.", zeg("papier_uren"))
    wens = writing_space(zeg("ambitie"), 1)
    vragen = "".join(_question(code, kern, inhoud) for code in ("gesprek", "erbij", "erbij_straks"))
    rest = "".join(_question(code, kern, inhoud) for code in ("invloed", "informatie", "afblijven"))
    return Html(
        f"<div>{rollen}{functie}{cultuur}</div>{NIEUWE_BLADZIJDE}<div>{uitleg}{taken}{wens}</div>"
        f"{NIEUWE_BLADZIJDE}<div>{vragen}</div>{NIEUWE_BLADZIJDE}<div>{rest}</div>"
    )


def toon_profielblad(niveau: Niveaucode = "school") -> Html:
    """Geef het blad voor wat u samen afspreekt, met ruimte om te tekenen."""
    inhoud, kern = content(), Kern(niveau=niveau)
    zeg = inhoud.zeg
    kop = f"<p>{zeg('titel')}: {LIJN}{LIJN} {zeg('jaar')}: {LIJN}</p>"
    zin = writing_space(zeg("zin"), 2)
    taken = grid(
        _caption(zeg("samen_taken"), niveau),
        (zeg("kolom_taak"), zeg("kolom_wie"), zeg("kolom_uren")),
        [(punt.tekst, "", "") for punt in points(kern, inhoud, "taken")],
        (55, 30, 15),
        hoogte=2,
    )
    afspraken = grid(
        _caption(zeg("afspraken_kop"), niveau),
        tuple(zeg(f"kolom_{k}") for k in ("wat", "wie", "wanneer")),
        [("", "", "")] * (2 * LEGE_RIJEN),
        (55, 25, 20),
        hoogte=2.6,
    )
    tekenen = grid(
        _caption(zeg("teken_kop"), niveau),
        tuple(zeg(f"kolom_{k}") for k in ("rol", "naam", "datum", "teken")),
        [(rol, "", "", "") for rol in inhoud.rol.values()],
        (25, 25, 15, 35),
        hoogte=4,
    )
    terug = writing_space(zeg("terug_dag"), 1)
    slot = small_print(zeg("profiel_uitleg"))
    return Html(
        f"<div>{kop}{zin}{taken}</div>{NIEUWE_BLADZIJDE}<div>{afspraken}{terug}{tekenen}{slot}</div>"
    )


def _caption(tekst: str, niveau: Niveaucode) -> str:
    """Op één bladzijde staan de bladen van beide niveaus: geef elke tabel een naam van zichzelf."""
    return f"{tekst} ({niveau})"


def _question(code: str, kern: Kern, inhoud: Profielinhoud) -> str:
    vraag = inhoud.question(code)
    opties = (*vraag.opties, inhoud.zeg("weet_niet"))
    breed = (100 - BREED) // len(opties)
    eerste = 100 - breed * len(opties)
    return grid(
        _caption(vraag.titel, kern.niveau),
        (inhoud.zeg("kolom_punt"), *opties),
        [(p.tekst, *(RONDJE for _ in opties)) for p in points(kern, inhoud, vraag.lijst)],
        (eerste, *(breed for _ in opties)),
    )
