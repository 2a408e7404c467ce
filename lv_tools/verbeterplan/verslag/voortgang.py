"""De voortgang als tekst: kleuren met hun reden, wat er gezien is, en de midterm review."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop
from lv_tools.verbeterplan.model.advies import kind_of
from lv_tools.verbeterplan.model.plan import Activiteit, Kern, Knoop, Maat
from lv_tools.verbeterplan.model.uitkomst import Uitslag
from lv_tools.verbeterplan.model.voortgang import KLEUREN, Oordeel, latest, measure_of
from lv_tools.verbeterplan.model.woorden import amount, number, share
from lv_tools.verbeterplan.teksten import Planinhoud


def color_rule(uitslag: Uitslag, inhoud: Planinhoud) -> tuple[Blok, ...]:
    """Zeg hoe een kleur tot stand komt."""
    regels = (
        inhoud.zeg("kleurregel_doel"),
        inhoud.zeg("kleurregel_activiteit", stil=uitslag.plan.regels.stil),
        inhoud.zeg("kleurregel_zelf"),
    )
    return (Kop(inhoud.zeg("kleurregel"), 2), *(Alinea(regel, klein=True) for regel in regels))


def count_colors(uitslag: Uitslag, soort: str, inhoud: Planinhoud) -> str:
    """Zeg hoeveel doelen of activiteiten elke kleur hebben."""
    telling = uitslag.tally(soort)
    delen = [f"{telling[kleur]} {inhoud.kleur[kleur]}" for kleur in KLEUREN if telling[kleur]]
    return ", ".join(delen) or inhoud.zeg("geen_kleur")


def reason(oordeel: Oordeel, maat: Maat, inhoud: Planinhoud) -> str:
    """Zeg waarom iets deze kleur heeft, met de som als die er is."""
    zin = inhoud.oordeel[oordeel.code]
    bij = oordeel.bij
    if oordeel.verwacht is None or bij is None or bij.dag is None:
        return zin
    lijn = oordeel.verwacht
    verwacht = share(lijn) if maat.eenheid == "deel" else number(lijn)
    waarden = {"verwacht": verwacht, "gemeten": amount(bij.waarde, maat)}
    return f"{zin}. {inhoud.zeg('lijn', dag=datum(bij.dag), **waarden)}"


def progress(uitslag: Uitslag, inhoud: Planinhoud) -> Iterator[Blok]:
    """Geef per doel en activiteit de kleur, de reden en wat er gezien is."""
    zeg, kern = inhoud.zeg, uitslag.kern
    yield Kop(f"6. {zeg('verslag_voortgang')}")
    yield Alinea(zeg("stand_doelen", telling=count_colors(uitslag, "doel", inhoud)))
    yield Alinea(zeg("stand_activiteiten", telling=count_colors(uitslag, "activiteit", inhoud)))
    rijen = []
    for knoop, maat in goals_and_activities(kern):
        oordeel = uitslag.oordelen[knoop.id]
        rijen.append(
            (
                f"{inhoud.soort[kind_of(knoop)]}: {knoop.wat}",
                inhoud.kleur[oordeel.kleur],
                reason(oordeel, maat, inhoud),
                seen(knoop, maat, uitslag, inhoud),
            )
        )
    if rijen:
        kolommen = columns(inhoud, "wat_doen", "kleur", "waarom", "gezien")
        yield Bloktabel(zeg("tabel_voortgang"), kolommen, tuple(rijen), breedtes=(4, 1, 4, 4))


def goals_and_activities(kern: Kern) -> Iterator[tuple[Knoop, Maat]]:
    """Geef alles waarvan de voortgang gevolgd wordt, met de maat die erbij hoort."""
    for doel in kern.doelen:
        yield doel, doel.maat
        for tussen in doel.tussendoelen:
            yield tussen, measure_of(tussen, doel)
    yield from ((activiteit, activiteit.maat) for activiteit in kern.activiteiten)


def seen(knoop: Knoop, maat: Maat, uitslag: Uitslag, inhoud: Planinhoud) -> str:
    """Geef wat er het laatst gezien is: wat, waaruit dat blijkt, hoe zeker, en van welke dag."""
    meting = not isinstance(knoop, Activiteit)
    bij = latest(knoop, uitslag.peildag, gemeten=meting)
    if bij is None or bij.dag is None:
        return ""
    delen = (amount(bij.waarde, maat), bij.gezien, bij.bron, inhoud.zeker.get(bij.zeker, ""))
    return f"{'; '.join(deel for deel in delen if deel)} ({datum(bij.dag)})"


def midterm(kern: Kern, inhoud: Planinhoud) -> Iterator[Blok]:
    """Geef de midterm review, als er iets van is ingevuld."""
    zeg, review = inhoud.zeg, kern.midterm
    besluiten = [a for a in kern.activiteiten if a.besluit]
    vragen = [(v.tekst, t) for v in inhoud.bladvraag if (t := review.antwoorden.get(v.code, ""))]
    if review.dag is None and not besluiten and not vragen:
        return
    yield Kop(f"7. {zeg('verslag_midterm')}")
    kop = [datum(review.dag) if review.dag else "", review.met, review.vraag]
    if any(kop):
        yield Alinea(". ".join(deel.strip().rstrip(".") for deel in kop if deel.strip()))
    for vraag, antwoord in vragen:
        yield Alinea(vraag, nadruk=True)
        yield Alinea(antwoord)
    if besluiten:
        yield Bloktabel(
            zeg("tabel_besluiten"),
            columns(inhoud, "wat_doen", "besluit", "reden"),
            tuple((a.wat, inhoud.besluit[a.besluit], a.reden) for a in besluiten),
            breedtes=(4, 2, 4),
        )


def columns(inhoud: Planinhoud, *namen: str) -> tuple[str, ...]:
    """Geef de koppen van een tabel."""
    return tuple(inhoud.zeg(f"kolom_{naam}") for naam in namen)
