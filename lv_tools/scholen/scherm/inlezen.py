"""Lees een bestand van welk hulpmiddel ook, en houd er alleen de uitkomsten van.

Een bestand gaat open bij de voordeur van zijn eigen hulpmiddel: dat leest het, rekent het uit en
zegt wat ernaast mag. Hier is geen enkel hulpmiddel bij naam bekend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.reservekopie import GEEN_WERK, SOORT, read_pieces
from lv_tools.basis.opslag.werkbestand import Leesfout, Onleesbaar, from_object
from lv_tools.basis.uitwisseling import dossier
from lv_tools.bouwdoos.openen import door, open_object, read_whole
from lv_tools.scholen.model.dossier import picture
from lv_tools.scholen.model.staat import NAAM_LENGTE, Stuk, guess_school
from lv_tools.scholen.teksten import Scholeninhoud


def read_file(naam: str, inhoud: bytes, teksten: Scholeninhoud) -> tuple[Stuk, ...]:
    """Geef wat er in een bestand zit; uit een reservekopie komt elk werk dat ernaast kan.

    Raises
    ------
    Onleesbaar
        Als er niets uit te halen is; de tekst zegt waarom en wat te doen.
    """
    heet = f"‘{naam}’"
    gelezen = read_whole(inhoud, heet)
    if gelezen.get("soort") == SOORT:
        stukken = tuple(_from_backup(inhoud, gelezen, naam, teksten))
        if not stukken:
            raise Onleesbaar(f"{heet}: in deze reservekopie zit niets wat hier naast elkaar kan")
        return stukken
    return (_read(gelezen, naam, heet, teksten),)


def _from_backup(
    inhoud: bytes, gelezen: Mapping[str, Any], naam: str, teksten: Scholeninhoud
) -> Iterator[Stuk]:
    for stuk in read_pieces(inhoud, gelezen, f"‘{naam}’"):
        hulpmiddel = stuk["instrument"]
        kan = hulpmiddel in teksten.soort and hulpmiddel != GEEN_WERK[1]
        if not kan or (hulpmiddel not in GEEN_WERK and door(hulpmiddel).naast is None):
            continue
        heet = f"‘{naam}’ ({hulpmiddel}, {stuk['naam']})"
        werk = read_whole(stuk["tekst"], heet, None)
        yield _read(werk, naam, heet, teksten, stuk.get("naloop"))


def _read(
    gelezen: Mapping[str, Any],
    naam: str,
    heet: str,
    teksten: Scholeninhoud,
    naloop: Mapping[str, Any] | None = None,
) -> Stuk:
    if gelezen.get("instrument") == dossier.INSTRUMENT and "soort" not in gelezen:
        return _read_dossier(gelezen, naam, heet)
    open_ = open_object(gelezen, heet, naloop)
    maak = open_.deur.naast
    if maak is None:
        raise Onleesbaar(
            f"{heet}: dit is werk uit ‘{open_.deur.inhoud().algemeen.titel}’, en dat gaat hier "
            f"niet naast elkaar. {teksten.zeg('wat_kan')}"
        )
    beeld = maak(open_.werk.staat, open_.deur.inhoud(), open_.tijd.date())
    school = guess_school(beeld.titel, open_.naam, naam)
    return Stuk(new_id(), school[:NAAM_LENGTE], naam[:200], open_.tijd, beeld)


def _read_dossier(gelezen: Mapping[str, Any], naam: str, heet: str) -> Stuk:
    bewaard = from_object(
        gelezen,
        dossier.INSTRUMENT,
        dossier.VERSIE,
        bestand=heet,
        omzettingen=dossier.OMZETTINGEN,
    )
    inhoud = bewaard if isinstance(bewaard, Leesfout) else dossier.from_saved(bewaard, heet)
    if isinstance(bewaard, Leesfout) or isinstance(inhoud, Leesfout):
        raise Onleesbaar(str(inhoud))
    school = guess_school(bewaard.naam, naam)
    return Stuk(new_id(), school, naam[:200], bewaard.tijd, picture(inhoud, bewaard.naam))
