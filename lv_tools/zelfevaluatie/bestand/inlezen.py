"""Bestanden van mensen samenbrengen: elk gecontroleerd, niemand dubbel, elk weer weg te halen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lv_tools.basis.antwoorden.tabel import Inlezing, TabelError, read_rows
from lv_tools.basis.onderzoek.anoniem import bare, new_salt
from lv_tools.basis.onderzoek.samenvoegen import Bron, remove_source
from lv_tools.basis.opslag.werkbestand import clean_name
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.tabellen.tabelbestand import BestandError, read_table
from lv_tools.basis.verzamelen.toevoegen import Aanbod, Toevoeging, add
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.bestand.antwoorden import is_answers_file, read_answers
from lv_tools.zelfevaluatie.bestand.scan import scan_from_file
from lv_tools.zelfevaluatie.model.opzet import Opzet, groepen_van, vraagafdruk, vragenset
from lv_tools.zelfevaluatie.model.scan import Scan, fit_scan
from lv_tools.zelfevaluatie.teksten import Instrument


@dataclass(frozen=True)
class Bestandsverslag:
    """Wat er met een bestand gebeurde.

    Parameters
    ----------
    erbij, vernieuwd, dubbel
        Mensen die nieuw zijn, mensen van wie een latere versie kwam, en mensen die er al zo in
        stonden.
    zinnen
        Voor de lezer; de eerste zegt wat er gebeurde.
    sleutel
        Waarmee deze toevoeging ongedaan te maken is; leeg als er niets is toegevoegd.
    toevoeging
        Per persoon wat er gebeurde; ``None`` als het bestand niet te lezen was.
    """

    naam: str
    gelukt: bool
    erbij: int = 0
    vernieuwd: int = 0
    dubbel: int = 0
    zinnen: tuple[str, ...] = ()
    sleutel: str = ""
    toevoeging: Toevoeging | None = None


@dataclass(frozen=True)
class Oogst:
    """De scan met wat erbij kwam, en per bestand een verslag."""

    scan: Scan
    verslagen: tuple[Bestandsverslag, ...]


def read_file(naam: str, bytes_: bytes, opzet: Opzet, inhoud: Instrument) -> Inlezing:
    """Lees een bestand van een ander: antwoorden van één persoon, een hele scan of een tabel.

    Raises
    ------
    VormError, BestandError, TabelError
        Als het bestand niet te lezen is of niet bij deze scan hoort; de tekst zegt waarom.
    """
    kort = clean_name(naam)
    if bytes_.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        if is_answers_file(bytes_):
            bron = Bron(kort, (read_answers(bytes_, opzet, inhoud),))
        else:
            bron = _from_scan(kort, scan_from_file(bytes_, inhoud), opzet, inhoud)
        return Inlezing(bron, ())
    return read_rows(
        read_table(kort, bytes_),
        kort,
        vragenset(opzet, inhoud),
        met_namen=opzet.modus == "naam",
        toon_waarden=opzet.modus == "naam",
        groepen=[groep.code for groep in groepen_van(opzet, inhoud)],
    )


def collect(scan: Scan, bestanden: Sequence[tuple[str, bytes]], inhoud: Instrument) -> Oogst:
    """Voeg bestanden toe; wat niet klopt, wordt genoemd en raakt de andere niet.

    Parameters
    ----------
    bestanden
        Paren van naam en inhoud.
    """
    verslagen = []
    for naam, bytes_ in bestanden:
        scan, verslag = add_file(scan, naam, bytes_, inhoud)
        verslagen.append(verslag)
    return Oogst(scan, tuple(verslagen))


def add_file(
    scan: Scan, naam: str, bytes_: bytes, inhoud: Instrument
) -> tuple[Scan, Bestandsverslag]:
    """Voeg één bestand toe; een bestand dat niet klopt, laat de scan zoals hij was."""
    kort = clean_name(naam)
    try:
        inlezing = read_file(naam, bytes_, scan.opzet, inhoud)
    except (VormError, BestandError, TabelError) as fout:
        tekst = str(fout).rstrip(".")
        zin = tekst if kort in tekst else f"‘{kort}’ is niet gelezen: {tekst}"
        return scan, Bestandsverslag(kort, False, zinnen=(f"{zin}.",))
    if scan.opzet.modus == "anoniem":
        scan = replace(scan, zout=scan.zout or new_salt())
    scan = fit_scan(scan)
    aanbod = Aanbod(
        kort, (inlezing.bron,), inlezing.meldingen, inlezing.herkenning, inlezing.geweigerd
    )
    toevoeging = add(
        scan.bronnen,
        aanbod,
        lambda bron: bron if scan.opzet.modus == "naam" else bare(bron, scan.zout),
    )
    verslag = Bestandsverslag(
        kort,
        not toevoeging.leeg,
        len(toevoeging.nieuw),
        len(toevoeging.vernieuwd),
        len(toevoeging.dubbel) + len(toevoeging.ouder),
        toevoeging.zinnen,
        toevoeging.sleutel,
        toevoeging,
    )
    return fit_scan(replace(scan, bronnen=toevoeging.bronnen)), verslag


def remove(scan: Scan, sleutel: str) -> Scan:
    """Haal een toegevoegd bestand weer weg, met alles wat alleen daarin stond."""
    return replace(scan, bronnen=remove_source(scan.bronnen, sleutel))


def _from_scan(naam: str, ander: Scan, opzet: Opzet, inhoud: Instrument) -> Bron:
    if ander.opzet.id != opzet.id:
        dag = datum(date.fromisoformat(ander.opzet.datum))
        raise VormError(
            f"dit is een andere scan: ‘{ander.opzet.naam}’ van {dag}. Wilt u de "
            "twee vergelijken, open het bestand dan bij de stap Vergelijken"
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
