"""Bestanden van mensen samenbrengen: elk gecontroleerd, niemand dubbel, elk weer weg te halen."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.opslag.werkbestand import clean_name
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.verzamelen.groepsbestand import Gelezen, Lezer, Toegevoegd
from lv_tools.basis.verzamelen.groepsbestand import add_file as add_to_group
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.bestand.antwoorden import is_answers_file, read_answers
from lv_tools.zelfevaluatie.bestand.scan import state_from_file
from lv_tools.zelfevaluatie.model.opzet import Opzet, groepen_van, vraagafdruk, vragenset
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.staat import Staat, scan_of
from lv_tools.zelfevaluatie.teksten import Instrument


def reader(opzet: Opzet, inhoud: Instrument) -> Lezer:
    """Geef hoe bestanden voor deze scan gelezen worden."""
    return Lezer(
        lambda naam, bytes_: _read_own(naam, bytes_, opzet, inhoud),
        [groep.code for groep in groepen_van(opzet, inhoud)],
    )


def add_file(
    staat: Staat, naam: str, bytes_: bytes, inhoud: Instrument
) -> tuple[Staat, Toegevoegd]:
    """Voeg één bestand toe; een bestand dat niet klopt, laat de staat zoals hij was."""
    vragen = vragenset(staat.opzet, inhoud)
    gedaan = add_to_group(staat.groep, vragen, naam, bytes_, reader(staat.opzet, inhoud))
    return replace(staat, groep=gedaan.groep), gedaan


def _read_own(naam: str, bytes_: bytes, opzet: Opzet, inhoud: Instrument) -> Gelezen:
    """Lees de antwoorden van één persoon, of een hele scan.

    Raises
    ------
    VormError
        Als het bestand niet te lezen is of niet bij deze scan hoort; de tekst zegt waarom.
    """
    kort = clean_name(naam)
    if is_answers_file(bytes_):
        return (Bron(kort, (read_answers(bytes_, opzet, inhoud),)),), ()
    staat = state_from_file(bytes_, inhoud)
    if not staat.gemaakt and staat.opzet.id != opzet.id:
        raise VormError(inhoud.zeg("verzamel_heel_werk"))
    return (_from_scan(kort, scan_of(staat, inhoud), opzet, inhoud),), ()


def _from_scan(naam: str, ander: Scan, opzet: Opzet, inhoud: Instrument) -> Bron:
    if ander.opzet.id != opzet.id:
        raise VormError(
            f"dit is een andere scan: ‘{ander.opzet.naam}’ van {datum(ander.opzet.datum)}. Wilt u "
            "de twee vergelijken, open het bestand dan bij de stap Vergelijken"
        )
    if vraagafdruk(ander.opzet, inhoud) != vraagafdruk(opzet, inhoud):
        raise VormError("de stellingen van deze scan zijn veranderd nadat dit bestand is bewaard")
    if ander.opzet.modus == "anoniem" and opzet.modus == "naam":
        raise VormError(
            "de mensen in dit bestand antwoordden anoniem, en deze scan is op naam. Zet de scan op "
            "anoniem"
        )
    mensen = tuple(respondent for bron in ander.bronnen for respondent in bron.respondenten)
    tellingen = tuple(telling for bron in ander.bronnen for telling in bron.handtellingen)
    return Bron(naam, mensen, tellingen)
