"""Een uitkomst als tabel om op te slaan: elk getal apart, met bron, merken en redenen."""

from __future__ import annotations

from collections.abc import Sequence

from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_van
from lv_tools.bevindingenverkenner.model.filteren import Blad
from lv_tools.bevindingenverkenner.model.mijn_afdeling import Profiel
from lv_tools.bevindingenverkenner.model.regels import Regel
from lv_tools.bevindingenverkenner.model.samenvatting import samenvatting, stand
from lv_tools.bevindingenverkenner.model.uitkomst import Uitkomst
from lv_tools.bevindingenverkenner.model.vergelijking import Vergelijking
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.teksten import MIJN_AFDELING, Verkennerinhoud, teksten, weergave
from lv_tools.bevindingenverkenner.verslag.zekerheid import opvallende_zinnen, zekerheid


def tables(uitkomst: Uitkomst, _inhoud: Verkennerinhoud) -> tuple[Uitvoertabel, ...]:
    """Maak van een uitkomst de tabel die de lezer opslaat."""
    if isinstance(uitkomst, Blad):
        return (uitvoertabel(uitkomst),)
    if isinstance(uitkomst, Vergelijking):
        return (uitvoertabel_verschil(uitkomst),)
    return (uitvoertabel_profiel(uitkomst),)


def uitvoertabel(blad: Blad) -> Uitvoertabel:
    """Maak van een blad een tabel om op te slaan: elk getal apart, met bron, merken en redenen."""
    return Uitvoertabel(
        titel=blad.titel,
        kolommen=tabellen.uitvoerkolommen(blad),
        rijen=tabellen.uitvoerrijen(blad),
        toelichting=_notes(
            (blad.weergave.id,),
            (*blad.weergave.zegt_niet, *opvallende_zinnen(blad.weergave.id, blad.regels)),
            f"{stand(blad)} {samenvatting(blad)}",
            telling=blad.weergave.telling,
        ),
    )


def uitvoertabel_profiel(profiel: Profiel) -> Uitvoertabel:
    """Maak van 'Mijn afdeling' één tabel, met per rij waar hij over gaat."""
    blik = weergave(MIJN_AFDELING)
    namen = teksten().kolommen
    gedaan = "interventies_bij_obstakels" if profiel.obstakels else "interventies"
    rijen = [
        (weergave(regel.resource).kort, *_names(regel), *tabellen.getallen(regel))
        for regel in (*(r.eigen for r in profiel.risicos), *profiel.uitdagingen, *_done(profiel))
    ]
    return Uitvoertabel(
        titel=profiel.titel,
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


def uitvoertabel_verschil(samen: Vergelijking) -> Uitvoertabel:
    """Maak van een vergelijking een tabel om op te slaan."""
    rijen = []
    for paar in samen.paren:
        v = paar.verschil
        cellen = [round(x, 1) for x in (v.punten, v.onder, v.boven)] if v else [None, None, None]
        metingen = (paar.eerste.meting, paar.tweede.meting)
        rijen.append((paar.standaard, *(m and m.percentage for m in metingen), *cellen))
    soorten = (f"{samen.eerste} (%)", f"{samen.tweede} (%)")
    namen = (teksten().kolommen[naam] for naam in ("verschil", "onder", "boven"))
    return Uitvoertabel(
        titel=samen.titel,
        kolommen=("Standaard", *soorten, *namen),
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
