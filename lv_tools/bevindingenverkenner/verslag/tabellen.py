"""Een uitkomst als tabel om op te slaan: elk getal apart, met bron, merken en redenen."""

from __future__ import annotations

from collections.abc import Sequence

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.bevindingenverkenner.figuur.figuren import titel_van
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_van
from lv_tools.bevindingenverkenner.model.filteren import Blad
from lv_tools.bevindingenverkenner.model.mijn_afdeling import Profiel
from lv_tools.bevindingenverkenner.model.regels import Regel
from lv_tools.bevindingenverkenner.model.samenvatting import samenvatting
from lv_tools.bevindingenverkenner.model.uitkomst import Uitkomst
from lv_tools.bevindingenverkenner.model.vergelijking import Paar, Vergelijking
from lv_tools.bevindingenverkenner.model.zinnen import lower, zin
from lv_tools.bevindingenverkenner.teksten import Verkennerinhoud, teksten, weergave
from lv_tools.bevindingenverkenner.verslag.zekerheid import opvallende_zinnen, zekerheid


def tables(uitkomst: Uitkomst, _inhoud: Verkennerinhoud) -> tuple[Uitvoertabel, ...]:
    """Maak van een uitkomst de tabel die de lezer opslaat."""
    if isinstance(uitkomst, Blad):
        return (uitvoertabel(uitkomst),)
    if isinstance(uitkomst, Vergelijking):
        return (uitvoertabel_verschil(uitkomst.paren, uitkomst.eerste, uitkomst.tweede),)
    return (uitvoertabel_profiel(uitkomst),)


def uitvoertabel(blad: Blad) -> Uitvoertabel:
    """Maak van een blad een tabel om op te slaan: elk getal apart, met bron, merken en redenen."""
    stand = zin("rijen_getoond", aantal=len(blad.regels), totaal=blad.totaal)
    return Uitvoertabel(
        titel=titel_van(blad),
        kolommen=tabellen.uitvoerkolommen(blad),
        rijen=tabellen.uitvoerrijen(blad),
        toelichting=_notes(
            (blad.weergave.id,),
            (*blad.weergave.zegt_niet, *opvallende_zinnen(blad.weergave.id, blad.regels)),
            f"{stand} {samenvatting(blad)}",
            telling=blad.weergave.telling,
        ),
    )


def uitvoertabel_profiel(profiel: Profiel) -> Uitvoertabel:
    """Maak van 'Mijn afdeling' één tabel, met per rij waar hij over gaat."""
    blik = weergave("mijn_afdeling")
    namen = teksten().kolommen
    gedaan = "interventies_bij_obstakels" if profiel.obstakels else "interventies"
    rijen = [
        (weergave(regel.resource).kort, *_names(regel), *tabellen.getallen(regel))
        for regel in (*(r.eigen for r in profiel.risicos), *profiel.uitdagingen, *_done(profiel))
    ]
    return Uitvoertabel(
        titel=f"{blik.kort}: {lower(profiel.afdeling)}, {opsomming(profiel.standaarden)}",
        kolommen=(
            namen["onderdeel"], namen["wat"], namen["waarbij"], namen["percentage"],
            *tabellen.getalkolommen(), namen["controle"], namen["reden"],
        ),
        rijen=tuple(rijen),
        toelichting=_notes(
            ("risico_per_afdeling", "uitdagingen", gedaan),
            (*(f"{v.tekst} ({v.bron})" for v in profiel.verbanden), *blik.zegt_niet),
        ),
    )  # fmt: skip


def uitvoertabel_verschil(paren: Sequence[Paar], eerste: str, tweede: str) -> Uitvoertabel:
    """Maak van een vergelijking een tabel om op te slaan."""
    namen = teksten().kolommen
    rijen = []
    for paar in paren:
        v = paar.verschil
        cellen = [round(x, 1) for x in (v.punten, v.onder, v.boven)] if v else [None, None, None]
        percentages = [
            m.percentage if m else None for m in (paar.eerste.meting, paar.tweede.meting)
        ]
        rijen.append((paar.standaard, *percentages, *cellen))
    return Uitvoertabel(
        titel=zin("verschil_titel", eerste=lower(eerste), tweede=lower(tweede)),
        kolommen=(
            "Standaard",
            f"{eerste} (%)",
            f"{tweede} (%)",
            namen["verschil"],
            namen["onder"],
            namen["boven"],
        ),
        rijen=tuple(rijen),
        toelichting=_notes(("risico_per_afdeling",), (zin("verschil_zegt_niet"),)),
    )


def _done(profiel: Profiel) -> tuple[Regel, ...]:
    return profiel.bij_obstakels or profiel.interventies


def _names(regel: Regel) -> tuple[str, str]:
    """Noem de rij en de groep waar hij bij hoort."""
    eerste, *verder = weergave(regel.resource).sleutel
    return regel.text(eerste), ", ".join(regel.text(kolom) for kolom in verder)


def _notes(
    namen: Sequence[str], zegt_niet: Sequence[str], vooraf: str = "", *, telling: bool = False
) -> tuple[str, ...]:
    """Zet samenvatting, bron, uitleg over zekerheid en voorbehoud onder een bestand."""
    bronnen = [f"{zin('bestand_bron')} {bron_van(naam)}." for naam in namen]
    rest = [*zegt_niet, *zekerheid(telling=telling), teksten().algemeen.eigen]
    return tuple(regel for regel in (vooraf, *bronnen, *rest) if regel)
