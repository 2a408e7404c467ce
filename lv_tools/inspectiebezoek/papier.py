"""De papieren versie: een planblad, een verhaalblad, een aantekenblad en een blad voor erna."""

from __future__ import annotations

from lv_tools.basis.beeld.invulblad import LIJN, VAKJE, choices, grid, small_print, writing_space
from lv_tools.basis.beeld.weergave import Html, ontsnap
from lv_tools.inspectiebezoek.teksten import Voorstel, content

#: Zoveel lege rijen passen er op een blad.
RIJEN = 9


def toon_planblad() -> Html:
    """Geef het plan om in te vullen: een rij per taak, met onze afstand tot het bezoek."""
    inhoud = content()
    zeg = inhoud.zeg
    taken = [v for v in inhoud.voorstel if v.fase != "door"]
    kolommen = ("stap", "papier_rol", "papier_wanneer", "papier_dag", "wie", "stand")
    koppen = tuple(zeg(naam if naam.startswith("papier") else f"kolom_{naam}") for naam in kolommen)

    def table(titel: str, soort: str = "") -> str:
        rijen = [
            (v.stap, f"{v.wat} ({inhoud.rol[v.rol]})", _when(v), "", "", VAKJE)
            for v in taken
            if _special(v) == soort
        ]
        return grid(zeg(titel), koppen, rijen, (7, 41, 16, 12, 16, 8))

    tabel = table("tabel_plan") + table("papier_herstel", "herstel")
    tabel += table("papier_risico", "risico")
    dag = f"<p>{zeg('bezoekdag')}: {LIJN} {zeg('naam')}: {LIJN}{LIJN}</p>"
    soort = choices(zeg("soort"), [s.naam for s in inhoud.soort.values()], anders=False)
    return Html(f"<div>{dag}{soort}{tabel}{small_print(zeg('papier_termijnen'))}</div>")


def toon_verhaalblad() -> Html:
    """Geef het blad voor het verhaal: wat u vertelt, naast wat u weet."""
    zeg = content().zeg
    tabel = grid(
        zeg("naast_titel"),
        (zeg("kolom_vertellen"), zeg("voorbeeld"), zeg("kolom_weten"), zeg("gegeven_bron")),
        [("", "", "", "")] * 5,
        (28, 26, 28, 18),
        hoogte=5,
    )
    return Html(
        f"<div>{writing_space(zeg('opening'), 2)}{tabel}"
        f"{writing_space(zeg('papier_zonder'), 2)}</div>"
    )


def toon_aantekenblad() -> Html:
    """Geef het blad voor de dag zelf."""
    zeg = content().zeg
    kolommen = ("tijd", "bij_wie", "gezegd", "antwoord", "toezegging")
    tabel = grid(
        zeg("notities"),
        tuple(zeg(f"kolom_{naam}") for naam in kolommen),
        [("", "", "", "", "")] * RIJEN,
        (8, 14, 30, 28, 20),
        hoogte=5,
    )
    return Html(f"<div>{tabel}{small_print(zeg('papier_feiten'))}</div>")


def toon_ernablad() -> Html:
    """Geef het blad voor erna: gezegd naast genoteerd, en wat u meteen doet."""
    inhoud = content()
    zeg = inhoud.zeg
    naast = grid(
        zeg("gezegd_titel"),
        (zeg("kolom_gezegd"), zeg("kolom_genoteerd"), zeg("kolom_klopt")),
        [("", "", "")] * 5,
        (40, 40, 20),
        hoogte=4,
    )
    acties = grid(
        zeg("tabel_acties"),
        (zeg("kolom_actie"), zeg("kolom_wie"), zeg("kolom_klaar")),
        [("", "", "")] * 4,
        (56, 24, 20),
        hoogte=3,
    )
    weet = choices(ontsnap(zeg("contact_weet")), list(inhoud.rol.values()), anders=False)
    return Html(f"<div>{naast}{acties}{weet}</div>")


def _special(v: Voorstel) -> str:
    """Geef de enige soort bezoek waar een taak bij hoort; leeg als zij bij meer soorten hoort."""
    return v.soorten[0] if len(v.soorten) == 1 else ""


def _when(v: Voorstel) -> str:
    zeg = content().zeg
    if v.fase == "voor":
        return zeg("papier_ervoor", n=v.dagen)
    if v.fase == "tijdens" or (v.fase == "na" and not v.dagen):
        return zeg("papier_zelf")
    if v.fase == "na":
        return zeg("papier_erna", n=v.dagen)
    return zeg("papier_brief")
