"""De aanwijzing ``{tekening}``: een tekening op de bladzijde, op een dia, of op allebei."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from tekeningen.figuur import draw, make_figure
from tekeningen.gegevens import TekeningError, path_of, read_drawing

#: Waar het blad staat dat iemand kan ophangen (zie de uitbreiding trainer).
POSTER = "_uitdeel/poster/{naam}.html"
SAMENVATTING = "Deze tekening in woorden"
#: Verandert de kit, dan worden de bladzijden met een tekening opnieuw gemaakt.
KIT = tuple(sorted(Path(__file__).parent.rglob("*.py")))


class tekening(nodes.General, nodes.Element):  # noqa: N801 -- knopen van docutils heten zo
    """Een tekening: kenmerken ``naam``, ``dia`` (haar titel op de dia) en ``pagina``."""


class tekening_bron(nodes.General, nodes.Element):  # noqa: N801 -- idem
    """Van wie het is, in één regel; alleen op een dia."""


class tekening_bij(nodes.General, nodes.Element):  # noqa: N801 -- idem
    """Het bijschrift."""


class tekening_woorden(nodes.General, nodes.Element):  # noqa: N801 -- idem
    """Dezelfde inhoud in woorden."""


class TekeningDirective(SphinxDirective):
    """Een tekening uit ``data/tekeningen``.

    Met ``:dia:`` staat zij ook op een dia van dit hoofdstuk, na de dia van de tekst waar zij bij
    staat; achter ``:dia:`` mag een eigen titel. Met ``:alleen-dia:`` staat zij niet op de
    bladzijde.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "dia": directives.unchanged,
        "alleen-dia": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Geef de knoop, met bijschrift en woorden erin."""
        naam = self.arguments[0]
        for pad in (path_of(naam), *KIT):
            self.env.note_dependency(str(pad))
        try:
            gegevens = read_drawing(naam)
            for breed in (True, False):
                draw(gegevens, breed=breed)
        except TekeningError as fout:
            raise self.error(str(fout)) from fout
        alleen = "alleen-dia" in self.options
        titel = self.options.get("alleen-dia" if alleen else "dia")
        knoop = tekening(
            naam=naam,
            titel=gegevens.titel,
            dia="" if titel is None else titel.strip() or gegevens.titel,
            pagina=not alleen,
        )
        self.set_source_info(knoop)
        for soort, tekst in (
            (tekening_bron, gegevens.bron),
            (tekening_bij, gegevens.bijschrift),
            (tekening_woorden, gegevens.woorden),
        ):
            deel = soort()
            regels = StringList(tekst.splitlines(), source=str(path_of(naam)))
            self.state.nested_parse(regels, 0, deel)
            knoop += deel
        return [knoop]


def visit_drawing(schrijver: HTML5Translator, knoop: tekening) -> None:
    """Schrijf het begin van de figuur: titel en beide indelingen."""
    if not knoop["pagina"]:
        raise nodes.SkipNode
    naam = knoop["naam"]
    kenmerken = f'aria-labelledby="tk-{naam}" aria-describedby="tk-{naam}-woorden"'
    figuur = make_figure(read_drawing(naam), kenmerken, _address(schrijver, knoop))
    schrijver.body.append(
        f'<figure class="tk" id="tekening-{naam}">'
        f'<figcaption class="tk-titel" id="tk-{naam}">{html.escape(knoop["titel"])}</figcaption>'
        f"{figuur}\n"
    )


def _address(schrijver: HTML5Translator, knoop: tekening) -> Callable[[str], str]:
    """Geef wat van een pagina een adres maakt, vanaf de bladzijde die nu geschreven wordt."""
    hier = schrijver.builder.current_docname

    def adres(doel: str) -> str:
        pagina, hekje, plek = doel.partition("#")
        if pagina == hier and plek:
            return f"#{plek}"
        if pagina not in schrijver.builder.env.found_docs:
            raise TekeningError(
                f"{knoop['naam']}.toml wijst naar de pagina '{pagina}', en die is er niet."
            )
        return f"{schrijver.builder.get_relative_uri(hier, pagina)}{hekje}{plek}"

    return adres


def depart_drawing(schrijver: HTML5Translator, knoop: tekening) -> None:
    """Schrijf het einde van de figuur, met de link naar het blad om op te hangen."""
    wortel = "../" * schrijver.builder.current_docname.count("/")
    poster = wortel + POSTER.format(naam=knoop["naam"])
    schrijver.body.append(
        f'<p class="tk-los lv-niet-afdrukken"><a href="{poster}">Als blad om op te hangen'
        f'<span class="hs-alleen-hoorbaar">: {html.escape(knoop["titel"])}</span></a></p>'
        "</figure>\n"
    )


def skip_source(_schrijver: HTML5Translator, _knoop: tekening_bron) -> None:
    """Laat de regel voor op een dia weg."""
    raise nodes.SkipNode


def visit_caption(schrijver: HTML5Translator, _knoop: tekening_bij) -> None:
    """Schrijf het begin van het bijschrift."""
    schrijver.body.append('<div class="tk-bij">')


def visit_words(schrijver: HTML5Translator, knoop: tekening_woorden) -> None:
    """Schrijf het begin van de uitklapper met woorden."""
    naam = knoop.parent["naam"]
    schrijver.body.append(
        f'<details class="tk-woorden"><summary>{SAMENVATTING}</summary><div id="tk-{naam}-woorden">'
    )


def depart_caption(schrijver: HTML5Translator, _knoop: tekening_bij) -> None:
    """Schrijf het einde van het bijschrift."""
    schrijver.body.append("</div>")


def depart_words(schrijver: HTML5Translator, _knoop: tekening_woorden) -> None:
    """Schrijf het einde van de uitklapper."""
    schrijver.body.append("</div></details>")
