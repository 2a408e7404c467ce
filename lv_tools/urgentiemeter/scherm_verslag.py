"""Het verslag op het scherm: kiezen wat erin komt, en opslaan."""

from __future__ import annotations

from collections.abc import Callable

from lv_tools.basis.document import Document, to_markdown
from lv_tools.basis.uitvoer import (
    CSV_TYPE,
    EXCEL_TYPE,
    MARKDOWN_TYPE,
    file_name,
    to_csv,
    to_xlsx,
)
from lv_tools.basis.word import WORD_TYPE, to_docx
from lv_tools.schermdelen import (
    Afdruk,
    Bestand,
    Download,
    Keuzerondjes,
    Rij,
    Sectie,
    Tekst,
    Vinkje,
)
from lv_tools.urgentiemeter.model import Uitslag
from lv_tools.urgentiemeter.teksten import Instrument
from lv_tools.urgentiemeter.verslag import Wensen, report
from lv_tools.urgentiemeter.verslag_tabellen import all_tables


class Verslagvak:
    """Knoppen die een verslag maken van de uitslag van dat moment."""

    def __init__(self, uitslag: Callable[[], Uitslag], inhoud: Instrument) -> None:
        self.uitslag, self.inhoud = uitslag, inhoud
        self.omvang = Keuzerondjes(
            "Hoe uitgebreid?",
            [
                ("kort", "Eén bladzijde voor het overleg"),
                ("volledig", "Volledig, voor het dossier"),
            ],
            waarde="kort",
            naam="verslag-omvang",
        )
        self.namen = Vinkje(
            "Zet namen in het volledige verslag",
            hulp="Alleen als de groep op naam werkt en iedereen dat weet.",
            naam="verslag-namen",
        )
        self.deel = Sectie(
            "Verslag",
            Tekst("Elk verslag noemt de datum, het aantal mensen, de regels en hoe is gerekend."),
            self.omvang,
            self.namen,
            Rij(
                Afdruk("Druk het verslag af", self.document),
                Download("Verslag voor Word", self._word),
                Download("Verslag als Markdown", self._markdown),
                Download("Tabellen als Excel", self._excel),
                Download("Tabellen als CSV", self._csv),
            ),
            niveau=3,
        )

    def show(self, modus: str) -> None:
        """Toon de keuze voor namen alleen als de groep op naam werkt."""
        self.namen.verborgen = modus != "naam"

    def document(self) -> Document:
        """Maak het verslag zoals gekozen."""
        wensen = Wensen(volledig=self.omvang.waarde == "volledig", namen=bool(self.namen.waarde))
        return report(self.uitslag(), self.inhoud, wensen)

    def _word(self) -> Bestand:
        return Bestand("urgentiemeter-verslag.docx", to_docx(self.document()), WORD_TYPE)

    def _markdown(self) -> Bestand:
        tekst = to_markdown(self.document())
        return Bestand("urgentiemeter-verslag.md", tekst.encode(), MARKDOWN_TYPE)

    def _excel(self) -> Bestand:
        tabellen = all_tables(self.uitslag(), self.inhoud)
        return Bestand(file_name("urgentiemeter tabellen", "xlsx"), to_xlsx(tabellen), EXCEL_TYPE)

    def _csv(self) -> Bestand:
        tabellen = all_tables(self.uitslag(), self.inhoud)
        inhoud = b"\r\n".join(to_csv(t).removeprefix(b"\xef\xbb\xbf") for t in tabellen)
        return Bestand(
            file_name("urgentiemeter tabellen", "csv"), b"\xef\xbb\xbf" + inhoud, CSV_TYPE
        )
