"""De koppeling met Sphinx: twee aanwijzingen, en de bestanden in de site."""

from __future__ import annotations

import posixpath
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from voorbeeld.bestanden import MAP, calendar_name, make_files, word_name
from voorbeeld.controle import problems
from voorbeeld.knopen import to_nodes
from voorbeeld.lezen import BESTANDEN, GEGEVENS, school
from voorbeeld.papieren import Herkomst, Papier, papers
from voorbeeld.vak import heading, story
from voorbeeld.vorm import VormError

HULPMIDDELEN = "instrumenten"


def check_facts(_app: Sphinx) -> None:
    """Stop de bouw als de feiten elkaar tegenspreken."""
    try:
        gevonden = problems(school())
    except VormError as fout:
        raise ExtensionError(f"De voorbeeldschool is niet te lezen: {fout}") from fout
    if gevonden:
        regels = "\n".join(f"- {zin}" for zin in gevonden)
        raise ExtensionError(f"De feiten van de voorbeeldschool kloppen niet:\n{regels}")


class _Aanwijzing(SphinxDirective):
    """Een aanwijzing die de gegevens van de voorbeeldschool gebruikt."""

    required_arguments = 1

    def note_sources(self) -> None:
        """Laat de pagina opnieuw bouwen als de gegevens veranderen."""
        for naam in BESTANDEN:
            self.env.note_dependency(str(GEGEVENS / naam))

    def markdown(self, tekst: str, knoop: nodes.Element) -> None:
        """Lees een tekst als MyST en zet haar in de knoop."""
        from docutils.statemachine import StringList

        self.state.nested_parse(
            StringList(tekst.splitlines(), source="data/voorbeeld"), self.content_offset, knoop
        )

    def up(self, doel: str) -> str:
        """Geef het pad van deze pagina naar een plaats vanaf de wortel van het boek."""
        return posixpath.relpath(doel, posixpath.dirname(self.env.docname) or ".")


class Voorbeeldschool(_Aanwijzing):
    """Het verhaal bij een stap: ``{voorbeeldschool} 1``."""

    def run(self) -> list[nodes.Node]:
        """Geef het vak."""
        self.note_sources()
        nummer = directives.positive_int(self.arguments[0])
        anker = f"voorbeeldschool-stap-{nummer}"
        vak = nodes.section("", nodes.title("", heading()), ids=[anker], names=[anker])
        vak["classes"].append("vs-vak")
        try:
            self.markdown(story(nummer, self.up(HULPMIDDELEN)), vak)
        except VormError as fout:
            raise self.error(str(fout)) from fout
        return [vak]


class Voorbeeldpapier(_Aanwijzing):
    """Een papier om te lezen en te downloaden: ``{voorbeeldpapier} analyse``."""

    def run(self) -> list[nodes.Node]:
        """Geef de downloads, wie wat vraagt, en het papier zelf."""
        self.note_sources()
        code = self.arguments[0]
        try:
            papier = next((p for p in papers() if p.code == code), None)
        except VormError as fout:
            raise self.error(str(fout)) from fout
        if papier is None:
            namen = ", ".join(p.code for p in papers())
            raise self.error(f"er is geen papier {code!r}: kies uit {namen}")
        return [
            nodes.paragraph("", papier.kort),
            self._downloads(papier),
            *self._provenance(papier.herkomst),
            *to_nodes(papier.document, f"papier-{code}-blad"),
        ]

    def _downloads(self, papier: Papier) -> nodes.bullet_list:
        bestanden = [(word_name(papier), "Word")]
        if papier.code == "kalender":
            bestanden.append((calendar_name(papier), "agenda"))
        lijst = nodes.bullet_list(classes=["hs-vormen", "lv-niet-afdrukken"])
        for naam, soort in bestanden:
            link = nodes.reference(
                "", f"Voorbeeld: {papier.titel} ({soort})", refuri=self.up(f"{MAP}/{naam}")
            )
            link["internal"] = True
            lijst += nodes.list_item("", nodes.paragraph("", "", link))
        return lijst

    def _provenance(self, herkomst: tuple[Herkomst, ...]) -> list[nodes.Node]:
        regels = ["**Wie vraagt dit?**", "", *(f"- {_source(rij)}" for rij in herkomst)]
        blok = nodes.container(classes=["vs-herkomst"])
        self.markdown("\n".join(regels), blok)
        return [blok]


def _source(rij: Herkomst) -> str:
    if not rij.bron:
        return f"{rij.wat}: van ons."
    return f"{rij.wat} {{cite:p}}`{rij.bron}{f'{{{rij.plaats}}}' if rij.plaats else ''}`."


def write_files(app: Sphinx, fout: Exception | None) -> None:
    """Schrijf de bestanden in de site, en haal weg wat er niet meer bij hoort."""
    if fout is not None or app.builder.name != "html":
        return
    map_ = Path(app.outdir) / MAP
    map_.mkdir(parents=True, exist_ok=True)
    bestanden = make_files()
    for pad in map_.iterdir():
        if pad.name not in bestanden:
            pad.unlink()
    for naam, inhoud in bestanden.items():
        (map_ / naam).write_bytes(inhoud)
