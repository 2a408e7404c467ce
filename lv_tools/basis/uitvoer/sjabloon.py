"""Zet een verslag in het Wordsjabloon van een school: haar logo, letters, kleuren en randen.

Van het sjabloon blijft alles wat niet de tekst is: wat er boven en onder een bladzijde staat, de
marges en de stijlen. De koppen van het verslag krijgen de stijl die daar zo heet, in welke taal
Word ook staat: in het bestand is dat altijd ``heading 1``. Staat er in het sjabloon een alinea met
alleen ``[verslag]``, dan komt het verslag daar; anders komt het in de plaats van de tekst.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree import ElementTree

from lv_tools.basis.beeld.kleuren import office
from lv_tools.basis.uitvoer.document import Document
from lv_tools.basis.uitvoer.word import BREEDTE, Lijf, body, core, numbering, zip_parts
from lv_tools.basis.uitvoer.word_stijl import STIJLEN

#: Grootste sjabloon, ingepakt en uitgepakt, in bytes.
GROOTSTE, GROOTSTE_UITGEPAKT = 5_000_000, 60_000_000
#: Wat een lezer in zijn sjabloon zet op de plek van het verslag.
PLEK = "[verslag]"
_DOCUMENT, _STIJLEN, _LIJSTEN = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_SOORTEN, _BANDEN = "[Content_Types].xml", "word/_rels/document.xml.rels"
_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ALINEA = re.compile(r"<w:p(?: [^>]*)?>(?:(?!</?w:p[ >/]).)*</w:p>", re.DOTALL)
_STIJL = re.compile(r"<w:style [^>]*>.*?</w:style>", re.DOTALL)


class SjabloonError(ValueError):
    """Een bestand dat niet als sjabloon te gebruiken is; de tekst zegt waarom, en wat wel kan."""


@dataclass(frozen=True)
class Sjabloon:
    """Een sjabloon dat gelezen en bruikbaar is; zie :func:`read_template`."""

    delen: dict[str, bytes]

    def text(self, naam: str) -> str:
        """Geef een deel als tekst."""
        return self.delen[naam].decode("utf-8-sig")


def read_template(inhoud: bytes) -> Sjabloon:
    """Lees een sjabloon (.docx of .dotx).

    Raises
    ------
    SjabloonError
        Als het geen Wordbestand is, macro's heeft of te groot is.
    """
    if len(inhoud) > GROOTSTE:
        raise SjabloonError("Dit sjabloon is groter dan 5 MB. Maak het logo erin kleiner.")
    try:
        delen = _unpack(inhoud)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, EOFError) as fout:
        raise SjabloonError(
            "Dit is geen Wordbestand dat hier te lezen is. Sla het in Word op als .docx, zonder "
            "wachtwoord."
        ) from fout
    sjabloon = Sjabloon(delen)
    _check(sjabloon)
    return sjabloon


def _unpack(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        if sum(deel.file_size for deel in archief.infolist()) > GROOTSTE_UITGEPAKT:
            raise SjabloonError("Dit sjabloon is uitgepakt te groot.")
        return {naam: archief.read(naam) for naam in archief.namelist()}


def fill_template(document: Document, sjabloon: Sjabloon) -> bytes:
    """Zet een document in een sjabloon; dezelfde invoer geeft dezelfde bytes."""
    delen: dict[str, str | bytes] = dict(sjabloon.delen)
    tekst = sjabloon.text(_DOCUMENT)
    lijf = body(document, _text_width(tekst))
    stijlen, vertaling = _merge_styles(sjabloon.text(_STIJLEN))
    verder = _last_number(sjabloon)
    binnen = _translate(lijf.xml, vertaling, verder)
    delen[_DOCUMENT] = _place(tekst, binnen)
    delen[_STIJLEN] = stijlen
    delen[_LIJSTEN] = _merge_numbering(sjabloon, lijf, verder)
    delen[_BANDEN] = _merge_rels(sjabloon, lijf)
    delen[_SOORTEN] = _merge_types(sjabloon)
    if "docProps/core.xml" in delen:  # de naam van wie het sjabloon maakte, hoort er niet bij
        delen["docProps/core.xml"] = core(document.titel)
    return zip_parts({**delen, **lijf.platen.beelden})


def _check(sjabloon: Sjabloon) -> None:
    nodig = (_DOCUMENT, _STIJLEN, _SOORTEN, _BANDEN)
    if any(naam not in sjabloon.delen for naam in nodig):
        raise SjabloonError("Dit is geen Wordbestand. Kies een .docx of een .dotx.")
    if "word/vbaProject.bin" in sjabloon.delen:
        raise SjabloonError(
            "In dit sjabloon zitten macro's. Sla het in Word op als gewoon sjabloon (.dotx)."
        )
    for naam in (*nodig, *([_LIJSTEN] if _LIJSTEN in sjabloon.delen else [])):
        try:
            tekst = sjabloon.text(naam)
            if "<!DOCTYPE" in tekst:  # Word schrijft dat nooit, en het kan een bom zijn
                raise SjabloonError("Dit is geen Wordbestand. Kies een .docx of een .dotx.")
            ElementTree.fromstring(tekst)  # noqa: S314 - zonder DOCTYPE zijn er geen entiteiten
        except (ElementTree.ParseError, UnicodeDecodeError) as fout:
            raise SjabloonError(
                "Dit Wordbestand is beschadigd. Sla het in Word opnieuw op."
            ) from fout
    tekst = sjabloon.text(_DOCUMENT)
    if f'xmlns:w="{_W}"' not in tekst or "<w:sectPr" not in tekst or "<w:body>" not in tekst:
        raise SjabloonError(
            "Dit Wordbestand heeft een vorm die hier niet past. Sla het in Word op als gewoon "
            "document (.docx)."
        )


def _text_width(tekst: str) -> int:
    """Geef hoe breed de tekst van het sjabloon is, in twintigsten van een punt."""
    blad = tekst[tekst.rindex("<w:sectPr") :]
    breed = re.search(r'<w:pgSz [^>]*w:w="(\d+)"', blad)
    randen = [re.search(rf'<w:pgMar [^>]*w:{kant}="(\d+)"', blad) for kant in ("left", "right")]
    if breed is None or None in randen:
        return BREEDTE
    return max(3_000, int(breed[1]) - sum(int(rand[1]) for rand in randen if rand))


def _merge_styles(tekst: str) -> tuple[str, dict[str, str]]:
    """Geef de stijlen met wat er mist erbij, en per stijl van ons hoe zij in het sjabloon heet."""
    ids, standaard, kleur = dict[str, str](), "Normal", ""
    for blok in _STIJL.findall(tekst):
        eigen, naam = (
            re.search(r'w:styleId="([^"]*)"', blok),
            re.search(r'<w:name w:val="([^"]*)"', blok),
        )
        if eigen is None or naam is None:
            continue
        ids.setdefault(naam[1].casefold(), eigen[1])
        if 'w:type="paragraph"' in blok and re.search(r'w:default="(1|true)"', blok):
            standaard = eigen[1]
        if naam[1].casefold() == STIJLEN["Heading1"][0] and (
            kop := re.search(r'<w:color w:val="(\w{6})"', blok)
        ):
            kleur = kop[1]
    bezet, vertaling, erbij = set(ids.values()), dict[str, str](), []
    for onze, (naam_, stijl) in STIJLEN.items():
        if naam_.casefold() in ids:
            vertaling[onze] = ids[naam_.casefold()]
            continue
        vertaling[onze] = onze if onze not in bezet else f"Verslag{onze}"
        erbij.append(_adopt(stijl, onze, vertaling[onze], standaard, kleur))
    return tekst.replace("</w:styles>", "".join(erbij) + "</w:styles>"), vertaling


def _adopt(stijl: str, onze: str, nieuw: str, standaard: str, kleur: str) -> str:
    """Maak van een stijl van ons een die bij het sjabloon past."""
    stijl = stijl.replace(f'w:styleId="{onze}"', f'w:styleId="{nieuw}"')
    stijl = stijl.replace('<w:basedOn w:val="Normal"/>', f'<w:basedOn w:val="{standaard}"/>')
    if onze == "Tabel":  # grijs: onze kleur hoort niet bij die van de school
        return re.sub(r'w:fill="\w{6}"', f'w:fill="{office("vlak-2")}"', stijl)
    if not kleur:
        return stijl
    return re.sub(r'<w:color w:val="\w{6}"/>', f'<w:color w:val="{kleur}"/>', stijl)


def _translate(xml: str, vertaling: dict[str, str], verder: int) -> str:
    def stijl(gevonden: re.Match[str]) -> str:
        return f'<w:{gevonden[1]} w:val="{vertaling[gevonden[2]]}"/>'

    xml = re.sub(r'<w:(pStyle|tblStyle) w:val="(\w+)"/>', stijl, xml)
    return re.sub(
        r'<w:numId w:val="(\d+)"/>', lambda g: f'<w:numId w:val="{int(g[1]) + verder}"/>', xml
    )


def _place(tekst: str, binnen: str) -> str:
    """Zet het verslag op zijn plek in de tekst van het sjabloon."""
    for alinea in _ALINEA.finditer(tekst):
        woorden = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", alinea[0]))
        if woorden.strip().casefold() == PLEK:
            return tekst[: alinea.start()] + binnen + tekst[alinea.end() :]
    begin, eind = tekst.index("<w:body>") + len("<w:body>"), tekst.rindex("<w:sectPr")
    return tekst[:begin] + binnen + tekst[eind:]


def _last_number(sjabloon: Sjabloon) -> int:
    if _LIJSTEN not in sjabloon.delen:
        return 0
    tekst = sjabloon.text(_LIJSTEN)
    nummers = re.findall(r'w:(?:abstractNumId|numId)="(\d+)"', tekst)
    return max(map(int, nummers), default=0)


def _merge_numbering(sjabloon: Sjabloon, lijf: Lijf, verder: int) -> str:
    eigen = numbering(lijf.lijsten, verder)
    if _LIJSTEN not in sjabloon.delen:
        return eigen
    tekst = sjabloon.text(_LIJSTEN)
    vormen = "".join(re.findall(r"<w:abstractNum .*?</w:abstractNum>", eigen, re.DOTALL))
    nummers = "".join(re.findall(r"<w:num .*?</w:num>", eigen, re.DOTALL))
    if tekst.rstrip().endswith("/>"):  # een leeg deel
        return eigen
    # Eerst alle vormen, dan alle nummers: zo wil de norm het (ECMA-376, 17.9.17).
    plek = re.search(r"<w:num [^>]*>|<w:numIdMacAtCleanup|</w:numbering>", tekst)
    begin = plek.start() if plek else len(tekst)
    tekst = tekst[:begin] + vormen + tekst[begin:]
    laatste = re.search(r"<w:numIdMacAtCleanup|</w:numbering>", tekst)
    eind = laatste.start() if laatste else len(tekst)
    return tekst[:eind] + nummers + tekst[eind:]


def _merge_rels(sjabloon: Sjabloon, lijf: Lijf) -> str:
    banden = sjabloon.text(_BANDEN)
    nieuw = list(lijf.platen.relaties)
    if _LIJSTEN not in sjabloon.delen:
        nieuw.append(
            f'<Relationship Id="lvlijsten" Type="{_RELATIE}/numbering" Target="numbering.xml"/>'
        )
    return banden.replace("</Relationships>", "".join(nieuw) + "</Relationships>")


def _merge_types(sjabloon: Sjabloon) -> str:
    """Maak van een sjabloon een document, en noem de beelden."""
    soorten = sjabloon.text(_SOORTEN).replace(
        f"{_SOORT}.template.main+xml", f"{_SOORT}.document.main+xml"
    )
    nieuw = [
        f'<Default Extension="{kort}" ContentType="image/{soort}"/>'
        for kort, soort in (("png", "png"), ("svg", "svg+xml"))
        if f'extension="{kort}"' not in soorten.casefold()
    ]
    if _LIJSTEN not in sjabloon.delen:
        nieuw.append(
            f'<Override PartName="/word/numbering.xml" ContentType="{_SOORT}.numbering+xml"/>'
        )
    return soorten.replace("</Types>", "".join(nieuw) + "</Types>")
