"""De koppeling met Sphinx: draaiboek en vragen in de tekst, en de bladzijde ‘Uw netwerkdag’."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective, SphinxRole
from trainer.dek import Dek
from trainer.dia import dia
from trainer.lezen import Hoofdstuk, read_cards
from trainer.opmaak import to_html

from netwerkdag.bladen import PLAATS, Teksten, make_page, read_toml
from netwerkdag.dek import own_deck, programme_decks
from netwerkdag.gegevens import MAP, read_day
from netwerkdag.tabellen import cost_table, programme_slides, question_list, script_table

WERKVORMEN, TEKSTEN = "netwerkdag/werkvormen", "netwerkdag/teksten"


class _Uit(SphinxDirective):
    """Maakt gewone Markdown van het boek uit de gegevens."""

    required_arguments = 1

    def lines(self) -> list[str]:
        """Geef de regels."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Geef wat er in de regels staat."""
        for pad in sorted(MAP.glob("*.toml")):
            self.env.note_dependency(str(pad))
        vak = nodes.Element()
        self.state.nested_parse(StringList(self.lines(), str(MAP)), 0, vak)
        return vak.children


class Draaiboek(_Uit):
    """``{draaiboek} middag``: het programma als tabel."""

    def lines(self) -> list[str]:
        """Geef de tabel."""
        dag = read_day()
        if self.arguments[0] not in dag.programmas:
            raise self.error(f"Er is geen programma {self.arguments[0]}.")
        return script_table(dag.programmas[self.arguments[0]], dag)


class DagVragen(_Uit):
    """``{dag-vragen} evaluatie``: de vragen van een formulier als lijst."""

    def lines(self) -> list[str]:
        """Geef de lijst."""
        return question_list(read_toml("vragen")[self.arguments[0]]["vraag"])


class DagKosten(_Uit):
    """``{dag-kosten} kosten``: de posten als tabel, met daaronder de vragen."""

    def lines(self) -> list[str]:
        """Geef de tabel en de lijst."""
        kosten = read_toml("vragen")[self.arguments[0]]
        return [*cost_table(kosten), "", *question_list(kosten["vraag"])]


class DagDias(_Uit):
    """``{dag-dias} middag``: wat er wanneer gebeurt, als dia's."""

    def run(self) -> list[nodes.Node]:
        """Geef een dia per dagdeel."""
        dag = read_day()
        gemaakt: list[nodes.Node] = []
        for titel, regels in programme_slides(dag.programmas[self.arguments[0]], dag):
            knoop = dia(titel=titel, tabel=False, eigen=True)
            self.set_source_info(knoop)
            self.state.nested_parse(StringList(regels, str(MAP)), 0, knoop)
            gemaakt.append(knoop)
        return gemaakt


class PrintmapRol(SphinxRole):
    """``{printmap}`tekst```: een link naar de bladzijde waar u een dag samenstelt en afdrukt."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Geef de link."""
        diepte = self.env.docname.count("/")
        adres = "../" * diepte + PLAATS
        return [nodes.reference("", self.text, refuri=adres, internal=True)], []


def make_decks(app: Sphinx, hoofdstukken: dict[str, Hoofdstuk]) -> tuple[Dek, ...]:
    """Maak de dia's van elk programma, in de volgorde van de dag."""
    if WERKVORMEN not in app.env.found_docs:
        return ()
    dag = read_day()
    return (*programme_decks(hoofdstukken, dag), own_deck(hoofdstukken, dag))


def write_page(app: Sphinx, fout: Exception | None) -> None:
    """Schrijf de bladzijde; de tekst van de werkvormen komt uit het boek zelf."""
    if fout is not None or app.builder.name != "html" or WERKVORMEN not in app.env.found_docs:
        return
    hoofdstukken = getattr(app, "trainer_hoofdstukken", {})
    boom = app.env.get_and_resolve_doctree(WERKVORMEN, app.builder)
    teksten = app.env.get_and_resolve_doctree(TEKSTEN, app.builder)
    inhoud = Teksten(
        kaarten={kaart.naam: kaart for kaart in read_cards(boom)},
        stappen={
            # Een regel breekt daar niet af; de bron staat eronder, want op tafel ligt geen boek.
            d.titel: d.inhoud.replace(" min)", "\u00a0min)") + d.bron
            for d in hoofdstukken[WERKVORMEN].dias
            if not d.tekening
        },
        opening=_quote(teksten, "openingstekst"),
        tabelblad=_section(boom, "blad-bij-de-tabel"),
        antwoorden=_section(boom, "antwoorden-bij-de-tabel"),
    )
    doel = Path(app.outdir) / PLAATS
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_text(make_page(read_day(), inhoud, app.config.html_title), "utf-8")


def _find(boom: nodes.document, anker: str) -> nodes.section:
    for deel in boom.findall(nodes.section):
        if anker in deel["ids"]:
            return deel
    raise ExtensionError(f"De printmap zoekt een paragraaf {anker}, en die is er niet.")


def _section(boom: nodes.document, anker: str) -> str:
    return to_html(
        kind for kind in _find(boom, anker).children if not isinstance(kind, nodes.title)
    )


def _quote(boom: nodes.document, anker: str) -> str:
    return to_html(k for k in _find(boom, anker).children if isinstance(k, nodes.block_quote))


def setup(app: Sphinx) -> dict[str, Any]:
    """Meld de uitbreiding aan."""
    app.add_directive("draaiboek", Draaiboek)
    app.add_directive("dag-vragen", DagVragen)
    app.add_directive("dag-dias", DagDias)
    app.add_directive("dag-kosten", DagKosten)
    app.add_role("printmap", PrintmapRol())
    app.setup_extension("trainer")
    app.connect("trainer-dekken", make_decks)
    # Na de dia's (800), waaruit de kaarten voor op tafel komen; voor de voorraad (900).
    app.connect("build-finished", write_page, priority=850)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
