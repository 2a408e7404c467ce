"""Leest wat er op een gebouwde pagina staat, zoals een lezer het ziet of hoort."""

from __future__ import annotations

from html.parser import HTMLParser


class Paginatekst(HTMLParser):
    """Leest een gebouwde pagina; wat code is of in een andere taal staat, telt niet mee."""

    STIL = frozenset({"script", "style", "code", "pre", "kbd"})
    LEEG = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "source", "col"})
    NAMEN = frozenset({"alt", "title", "aria-label", "placeholder"})
    BINNEN_EEN_REGEL = frozenset({"a", "abbr", "b", "em", "i", "span", "strong", "sub", "sup"})

    def __init__(self) -> None:
        super().__init__()
        self.delen: list[str] = []
        self.stil: list[bool] = [True]  # tot <body> telt niets mee

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Onthoud of wat volgt meetelt; een naam van een knop of beeld telt ook."""
        eigenschappen = dict(attrs)
        taal = eigenschappen.get("lang") or "nl"
        stil = (self.stil[-1] and tag != "body") or tag in self.STIL or not taal.startswith("nl")
        if not stil:
            self.delen += [f"\n{eigenschappen[n]}\n" for n in self.NAMEN & eigenschappen.keys()]
        if tag not in self.LEEG:
            self.stil.append(stil)
        if tag not in self.BINNEN_EEN_REGEL:
            self.delen.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Ga een laag terug."""
        if tag not in self.LEEG and len(self.stil) > 1:
            self.stil.pop()
        if tag not in self.BINNEN_EEN_REGEL:
            self.delen.append("\n")

    def handle_data(self, data: str) -> None:
        """Neem tekst mee die een lezer ziet."""
        if not self.stil[-1]:
            self.delen.append(data)
