"""Een bestand van de risicoscan lezen en openen, en antwoorden doorgeven."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout, from_json, now, to_json
from lv_tools.basis.verzamelen.groep import Groep, sources
from lv_tools.basis.verzamelen.groepsbestand import Gelezen, refuse_anonymous, rename
from lv_tools.basis.verzamelen.lijst import carry_list, list_of
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.risicoscan.model.scan import Scan
from lv_tools.risicoscan.teksten import Instrument

NAAM, VERSIE = "risicoscan", 1


def opened(scan: Scan, inhoud: Instrument) -> Scan:
    """Pas een gelezen scan aan de vragenlijst van nu aan.

    Raises
    ------
    Nieuwer
        Als hij bij een nieuwere vragenlijst hoort.
    VormError
        Als er iets in staat wat niet kan.
    """
    nu = list_of(inhoud.lijst, inhoud.vragen)
    groep, weg = carry_list(scan.groep, scan.toen, nu, inhoud.vragen)
    for reeks in (scan.punten, scan.signalen):
        if len({stuk.id for stuk in reeks}) != len(reeks):
            raise VormError("twee onderdelen hebben hetzelfde kenmerk")
    if any(len(paar) != 2 for paar in scan.overig):
        raise VormError("‘overig’ heeft niet de goede vorm")
    overig = tuple(dict.fromkeys((*scan.overig, *weg))) if weg else scan.overig
    return replace(scan, toen=nu, groep=groep, overig=overig)


def read_others(scan: Scan, naam: str, inhoud_bytes: bytes, inhoud: Instrument) -> Gelezen:
    """Lees de antwoorden uit het bestand van een ander.

    Raises
    ------
    VormError
        Als het bestand niet te lezen is of niet bij deze scan hoort.
    """
    bewaard = from_json(inhoud_bytes, NAAM, VERSIE, bestand=f"‘{naam}’")
    if isinstance(bewaard, Leesfout):
        raise VormError(str(bewaard))
    ander = opened(codec.read(Scan, bewaard.staat.get("staat")), inhoud)
    refuse_anonymous(scan.groep, ander.groep.modus)
    if scan.meting and ander.meting:  # ingevuld via een link: dan doet de naam er niet toe
        if scan.meting != ander.meting:
            raise VormError(
                f"het hoort bij een andere scan, met de naam ‘{ander.naam}’: het is ingevuld via "
                "een link die niet van deze scan is"
            )
    elif scan.naam.strip() and ander.naam.strip() and not _same(scan.naam, ander.naam):
        raise VormError(
            f"het hoort bij de scan ‘{ander.naam.strip()}’ en hier staat ‘{scan.naam.strip()}’ "
            "open. Maak de namen gelijk als het toch dezelfde scan is"
        )
    return rename(sources(ander.groep, inhoud.vragen), naam), ()


def own_answers(scan: Scan, inhoud: Instrument) -> bytes:
    """Schrijf alleen de eigen antwoorden, om door te geven."""
    alleen = Scan(
        naam=scan.naam,
        groep=Groep(eigen=scan.groep.eigen),
        regels=inhoud.regels,
        toen=list_of(inhoud.lijst, inhoud.vragen),
        meting=scan.meting,
    )
    staat = {"staat": codec.write(alleen)}
    return to_json(Bewaard(NAAM, VERSIE, "Antwoorden van een persoon", now(), staat)).encode()


def _same(een: str, ander: str) -> bool:
    return een.strip().casefold() == ander.strip().casefold()
