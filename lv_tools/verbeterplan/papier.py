"""De papieren versie: een doelblad, een actieblad en het blad van de midterm review."""

from __future__ import annotations

from lv_tools.basis.beeld.invulblad import LIJN, choices, grid, writing_space
from lv_tools.basis.beeld.weergave import Html, ontsnap
from lv_tools.verbeterplan.teksten import content

#: Zoveel lege rijen passen er op een blad.
RIJEN = 7


def toon_doelblad() -> Html:
    """Geef het blad voor één doel: van punt tot tussendoel, met wat de les merkt."""
    zeg = content().zeg
    vragen = [("punt", 2), ("bewijs", 2), ("wat_doel", 2), ("maat", 2), ("les", 2)]
    rijen = [(zeg(f"kolom_{naam}"), "", "", "") for naam in ("nu", "tussen", "streef")]
    waarden = grid(
        zeg("verslag_zien"),
        ("", zeg("bericht_getal"), zeg("kolom_dag"), zeg("kolom_wie")),
        rijen,
        (25, 25, 25, 25),
        hoogte=2.6,
    )
    regels = "".join(writing_space(zeg(sleutel), aantal) for sleutel, aantal in vragen)
    return Html(f"<div><p>{zeg('titel')}: {LIJN}{LIJN}</p>{regels}{waarden}{_advice()}</div>")


def toon_actieblad() -> Html:
    """Geef het blad met de maatregel en de activiteiten bij één doel."""
    zeg = content().zeg
    kolommen = ("wat_doen", "wie", "begin", "klaar", "indicator")
    tabel = grid(
        zeg("activiteiten_kop"),
        tuple(zeg(f"kolom_{naam}") for naam in kolommen),
        [("", "", "", "", "")] * RIJEN,
        (34, 16, 14, 14, 22),
        hoogte=4,
    )
    maatregel = writing_space(zeg("wat_maatregel"), 2)
    doel = f"<p>{zeg('kolom_doel')}: {LIJN}{LIJN}{LIJN}</p>"
    return Html(f"<div>{doel}{maatregel}{tabel}</div>")


def toon_midtermblad() -> Html:
    """Geef het blad van de midterm review: de vragen, en per activiteit een besluit."""
    inhoud = content()
    zeg = inhoud.zeg
    vragen = "".join(writing_space(vraag.tekst, 2) for vraag in inhoud.bladvraag)
    besluit = " / ".join(inhoud.besluit.values())
    tabel = grid(
        zeg("midterm_besluiten"),
        (zeg("soort_activiteit"), besluit, zeg("kolom_reden")),
        [("", "", "")] * RIJEN,
        (38, 26, 36),
        hoogte=2.6,
    )
    kop = f"<p>{zeg('midterm_dag')}: {LIJN} {zeg('midterm_met')}: {LIJN}{LIJN}</p>"
    return Html(f"<div>{kop}{vragen}{tabel}</div>")


def _advice() -> str:
    """Geef de vragen van de adviezen die op elk doel passen, als vakjes."""
    codes = ("vaag", "geen-getal", "geen-datum", "geen-wie", "geen-les", "geen-tussendoel")
    titels = {advies.code: advies.titel for advies in content().advies}
    vraag = content().zeg("papier_let_op")
    return choices(ontsnap(vraag), [titels[code] for code in codes], anders=False)
