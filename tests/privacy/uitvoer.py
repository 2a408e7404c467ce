"""Alles wat een hulpmiddel de deur uit doet, als bytes per soort: meer heeft een aanvaller niet."""

from __future__ import annotations

import io
import zipfile
from datetime import date

from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import to_csv, to_xlsx
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.basis.uitvoer.word import to_docx
from lv_tools.urgentiemeter.model import uitslag as urgentie_model
from lv_tools.urgentiemeter.teksten import instrument as urgentie_instrument
from lv_tools.urgentiemeter.verslag import document as urgentie_verslag
from lv_tools.urgentiemeter.verslag import tabellen as urgentie_tabellen
from lv_tools.zelfevaluatie.model import gespreksvragen
from lv_tools.zelfevaluatie.model.uitslag import compute
from lv_tools.zelfevaluatie.teksten import instrument
from lv_tools.zelfevaluatie.verslag.document import outgoing, report
from lv_tools.zelfevaluatie.verslag.tabellen import all_tables

INHOUD = instrument()
URGENTIE = urgentie_instrument()


def leaving(scan, wensen: Wensen) -> dict[str, bytes]:
    """Geef elk bestand dat de zelfevaluatie van deze scan maakt."""
    uitslag = compute(scan, INHOUD)
    document, tabellen = report(uitslag, INHOUD, wensen), all_tables(uitslag, INHOUD, wensen)
    uit = _files(document, tabellen)
    te_delen = outgoing(uitslag, INHOUD, wensen)
    if gespreksvragen.questions(te_delen, INHOUD):
        uit["vragen"] = gespreksvragen.to_file(te_delen, INHOUD)
    return uit


def leaving_urgency(scan, wensen: Wensen) -> dict[str, bytes]:
    """Geef elk bestand dat de urgentiemeter van deze scan maakt."""
    uitslag = urgentie_model.compute(scan, URGENTIE, date(2026, 11, 22))
    return _files(
        urgentie_verslag.report(uitslag, URGENTIE, wensen),
        urgentie_tabellen.all_tables(uitslag, URGENTIE, wensen),
    )


def _files(document, tabellen) -> dict[str, bytes]:
    return {
        "word": to_docx(document),
        "markdown": to_markdown(document).encode(),
        "excel": to_xlsx(tabellen),
        "csv": b"".join(to_csv(tabel) for tabel in tabellen),
    }


def unzipped(bestanden: dict[str, bytes]) -> str:
    """Geef alles als doorzoekbare tekst, ook wat in een zip zit en de eigenschappen ervan."""
    delen = []
    for bytes_ in bestanden.values():
        if not bytes_.startswith(b"PK"):
            delen.append(bytes_.decode("utf-8-sig"))
            continue
        with zipfile.ZipFile(io.BytesIO(bytes_)) as zak:
            # Een plaatje van punten heeft dezelfde woorden als de SVG ernaast.
            delen += [zak.read(naam).decode() for naam in zak.namelist() if naam[-4:] != ".png"]
    return "\n".join(delen).replace("\\", "")
