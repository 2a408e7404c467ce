"""De rij knoppen waarmee een uitslag het hulpmiddel uit gaat: verslag en tabellen.

Onder de rij kan de lezer een Word-sjabloon van zijn school kiezen. Dat geldt voor elk Word-bestand
van deze bladzijde, en gaat niet mee in wat bewaard wordt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lv_tools.basis.uitvoer.document import Document, to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import (
    CSV_TYPE,
    EXCEL_TYPE,
    MARKDOWN_TYPE,
    ZIP_TYPE,
    Uitvoertabel,
    to_csv,
    to_csv_zip,
    to_xlsx,
)
from lv_tools.schermdelen.afdruk import Afdruk
from lv_tools.schermdelen.bestanden import Bestand, Download
from lv_tools.schermdelen.huisstijl import Huisstijl, word_file
from lv_tools.schermdelen.indeling import Kolom, Rij

#: Wat er op de knoppen staat, in de volgorde waarin zij staan.
OPSCHRIFTEN = {
    "afdruk": "Druk het verslag af",
    "word": "Verslag voor Word",
    "markdown": "Verslag als Markdown",
    "excel": "Tabellen als Excel",
    "csv": "Tabellen als CSV",
}


def export_row(
    naam: Callable[[str, str], str],
    document: Callable[[], Document],
    tabellen: Callable[[], Sequence[Uitvoertabel]],
    opschriften: Mapping[str, str] = OPSCHRIFTEN,
) -> Kolom:
    """Maak knoppen om een verslag af te drukken of op te slaan, en tabellen op te slaan.

    Parameters
    ----------
    naam
        Functie die van een soort (``"verslag"`` of ``"tabellen"``) en een extensie de naam van het
        bestand maakt; zie :func:`lv_tools.basis.opslag.werkbestand.bestandsnaam.export_name`.
    document, tabellen
        Functies die pas bij de klik maken wat er wordt opgeslagen.
    opschriften
        Per soort wat er op de knop staat, in volgorde; zie :data:`OPSCHRIFTEN`.
    """

    def word() -> Bestand:
        return word_file(naam("verslag", "docx"), document())

    def markdown() -> Bestand:
        tekst = to_markdown(document())
        return Bestand(naam("verslag", "md"), tekst.encode(), MARKDOWN_TYPE)

    def excel() -> Bestand:
        return Bestand(naam("tabellen", "xlsx"), to_xlsx(tabellen()), EXCEL_TYPE)

    def csv() -> Bestand:
        alle = tabellen()
        if len(alle) == 1 and not alle[0].toelichting:
            return Bestand(naam("tabellen", "csv"), to_csv(alle[0]), CSV_TYPE)
        return Bestand(naam("tabellen", "zip"), to_csv_zip(alle), ZIP_TYPE)

    bestanden = {"word": word, "markdown": markdown, "excel": excel, "csv": csv}
    rij = Rij(
        *(
            Afdruk(tekst, document) if soort == "afdruk" else Download(tekst, bestanden[soort])
            for soort, tekst in opschriften.items()
        )
    )
    return Kolom(rij, *([Huisstijl().deel] if "word" in opschriften else []))
