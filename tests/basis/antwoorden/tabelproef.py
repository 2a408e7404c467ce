"""Tabellen maken zoals programma's dat doen, en ze toevoegen zoals een gebruiker dat doet."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook
from samenbrengen import Bestandsverslag, add_file

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron, merge
from lv_tools.basis.onderzoek.telling import Groepstelling
from lv_tools.basis.verzamelen.groep import Groep, counts, has_others
from lv_tools.basis.verzamelen.groepsbestand import Lezer
from lv_tools.basis.verzamelen.groepsbestand import add_file as add_to_group
from lv_tools.urgentiemeter.bestand.lezen import read_others
from lv_tools.urgentiemeter.model.scan import Scan as Urgentiescan
from lv_tools.urgentiemeter.teksten import instrument as urgentie_inhoud
from lv_tools.zelfevaluatie.model.opzet import new_setup, vragenset
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.teksten import instrument

INVOER = Path(__file__).parent / "invoer"
INHOUD = instrument()
URGENTIE = urgentie_inhoud()
KERN = replace(new_setup(INHOUD), versie="kern")
VRAGEN = vragenset(KERN, INHOUD)
STELLINGEN = [stelling.tekst for stelling in VRAGEN.stellingen]
CODES = [stelling.code for stelling in VRAGEN.stellingen]


@dataclass
class Proef:
    """Een scan waar bestanden bij komen."""

    scan: Scan
    verslagen: list[Bestandsverslag]

    @property
    def mensen(self) -> tuple[Respondent, ...]:
        return merge(self.scan.bronnen)

    @property
    def zinnen(self) -> str:
        return "\n".join(zin for verslag in self.verslagen for zin in verslag.zinnen)

    @property
    def laatste(self) -> Bestandsverslag:
        return self.verslagen[-1]

    def antwoorden(self) -> list[list[object]]:
        """De antwoorden van iedereen, los van kenmerken en volgorde."""
        return sorted([r.rol, *(repr(r.antwoorden.get(c, "")) for c in CODES)] for r in self.mensen)


def bring(*bestanden: str | tuple[str, bytes], modus: str = "naam", versie: str = "kern") -> Proef:
    """Voeg bestanden toe: namen van kant-en-klare invoer, of paren van naam en inhoud."""
    proef = Proef(Scan(replace(KERN, modus=modus, versie=versie)), [])
    for bestand in bestanden:
        naam, inhoud = (
            (bestand, (INVOER / bestand).read_bytes()) if isinstance(bestand, str) else bestand
        )
        proef.scan, verslag = add_file(proef.scan, naam, inhoud, INHOUD)
        proef.verslagen.append(verslag)
    return proef


@dataclass
class Urgentiegroep:
    """De groep van een urgentiemeter."""

    groep: Groep

    @property
    def bronnen(self) -> tuple[Bron, ...]:
        return self.groep.bronnen

    @property
    def has_group(self) -> bool:
        return has_others(self.groep)

    @property
    def people(self) -> int:
        return sum(telling.personen for telling in self.counts().values())

    def counts(self) -> Mapping[str, Groepstelling]:
        return counts(self.groep, URGENTIE.vragen)


def urgency(*bestanden: tuple[str, bytes], modus: str = "naam") -> tuple[Urgentiegroep, str]:
    """Voeg bestanden toe aan de urgentiemeter; geeft de stand en alle zinnen."""
    groep, zinnen = Groep(modus), []
    lezer = Lezer(lambda naam, bytes_: read_others(Urgentiescan(), naam, bytes_, URGENTIE))
    for naam, inhoud in bestanden:
        gedaan = add_to_group(groep, URGENTIE.vragen, naam, inhoud, lezer)
        groep, zinnen = gedaan.groep, [*zinnen, *gedaan.zinnen]
    return Urgentiegroep(groep), "\n".join(zinnen)


def as_csv(rijen, scheiding=";", tekenset="utf-8-sig", regeleinde="\r\n") -> bytes:
    uit = io.StringIO()
    csv.writer(uit, delimiter=scheiding, lineterminator=regeleinde).writerows(rijen)
    return uit.getvalue().encode(tekenset)


def as_xlsx(*bladen, verborgen=()) -> bytes:
    """Maak een Excelbestand; elk blad is een lijst rijen."""
    boek = Workbook()
    boek.remove(boek.active)
    for nummer, rijen in enumerate(bladen):
        blad = boek.create_sheet(f"Blad{nummer + 1}")
        for rij in rijen:
            blad.append(rij)
        if nummer in verborgen:
            blad.sheet_state = "hidden"
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_RUIMTES = " ".join(
    f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{lang}:1.0"'
    for kort, lang in (("office", "office"), ("table", "table"), ("text", "text"))
)


def as_ods(rijen, *, staart=1_048_000) -> bytes:
    """Maak een OpenDocument-rekenblad, met de miljoen lege rijen waar LibreOffice mee eindigt."""
    xml = []
    for rij in rijen:
        cellen = []
        for cel in rij:
            if cel is None or cel == "":
                cellen.append("<table:table-cell/>")
            elif isinstance(cel, int | float):
                cellen.append(
                    f'<table:table-cell office:value-type="float" office:value="{cel}">'
                    f"<text:p>{cel}</text:p></table:table-cell>"
                )
            else:
                cellen.append(
                    '<table:table-cell office:value-type="string">'
                    f"<text:p>{escape(str(cel))}</text:p></table:table-cell>"
                )
        leeg = '<table:table-cell table:number-columns-repeated="16000"/>'
        xml.append(f"<table:table-row>{''.join(cellen)}{leeg}</table:table-row>")
    leeg = '<table:table-cell table:number-columns-repeated="16384"/>'
    xml.append(f'<table:table-row table:number-rows-repeated="{staart}">{leeg}</table:table-row>')
    inhoud = (
        f'<?xml version="1.0"?><office:document-content {_RUIMTES}><office:body>'
        f'<office:spreadsheet><table:table table:name="Blad1">{"".join(xml)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("mimetype", _ODS, zipfile.ZIP_STORED)
        archief.writestr("content.xml", inhoud)
        archief.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:'
            '1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
            "</manifest:manifest>",
        )
    return uit.getvalue()


def rewrite(inhoud: bytes, deel: str, maak) -> bytes:
    """Verander één onderdeel van een zip-bestand."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            ruw = oud.read(naam)
            nieuw.writestr(naam, maak(ruw.decode()).encode() if naam == deel else ruw)
    return uit.getvalue()


def form(*rijen, kop=None):
    """Maak een export van Microsoft Forms: per rij (id, begin, eind, rol, antwoorden)."""
    vast = kop or ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Wat is uw rol?\xa0"]
    return [
        [*vast, *STELLINGEN],
        *([nr, begin, eind, "anonymous", "", rol, *antwoorden]
          for nr, begin, eind, rol, antwoorden in rijen),
    ]  # fmt: skip


def plain_list(*rijen, kop=("nummer", "rol")):
    return [[*kop, *STELLINGEN], *([*voor, *antwoorden] for *voor, antwoorden in rijen)]
