"""Een hoofdstuk als boom van docutils, zonder Sphinx: precies wat een toets nodig heeft."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document
from trainer.dia import dia


def alinea(tekst: str) -> nodes.paragraph:
    return nodes.paragraph("", tekst)


def lijst(*punten: str) -> nodes.bullet_list:
    return nodes.bullet_list("", *(nodes.list_item("", alinea(punt)) for punt in punten))


def deel(titel: str, *kinderen: nodes.Node) -> nodes.section:
    return nodes.section("", nodes.title("", titel), *kinderen)


def maak_dia(titel: str, *regels: str, tabel: bool = False, eigen: bool = False) -> dia:
    return dia("", lijst(*regels), titel=titel, tabel=tabel, eigen=eigen)


def tabel(*rijen: tuple[str, ...]) -> nodes.table:
    def rij(cellen: tuple[str, ...]) -> nodes.row:
        return nodes.row("", *(nodes.entry("", alinea(cel)) for cel in cellen))

    kop, *rest = rijen
    groep = nodes.tgroup("", nodes.thead("", rij(kop)), nodes.tbody("", *map(rij, rest)), cols=2)
    return nodes.table("", nodes.title("", "Bijschrift"), groep)


def hoofdstuk(*delen: nodes.Node, begin: tuple[nodes.Node, ...] | None = None) -> nodes.document:
    if begin is None:
        begin = (alinea("Na dit hoofdstuk kunt u:"), lijst("kijken", "kiezen"))
    boom = new_document("hoofdstuk.md")
    boom += nodes.meta("", name="description", content="Waar dit over gaat.")
    boom += deel("Het hoofdstuk", *begin, *delen)
    return boom


WEEK = deel("Deze week", alinea("Doe één ding."))
