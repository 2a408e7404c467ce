"""Van een situatie naar de Markdown van haar pagina, en van alle naar de keuze vooraan."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from situatie.lijst import Lijst, Link, Raad, Rol, Situatie

#: Zo begint de klasse van een link die een keuze meegeeft; de bouw maakt er een hekje van.
KIES = "si-kies-"


@dataclass(frozen=True)
class Stuk:
    """Een deel van de pagina: een kop (leeg boven de eerste) met de Markdown eronder."""

    kop: str
    tekst: str


def page_parts(lijst: Lijst, situatie: Situatie) -> list[Stuk]:
    """Geef wat er onder de titel van een situatie staat.

    De raad voor de eerste rol staat open, die voor de andere rollen in uitklappers: zo is alles er
    ook zonder JavaScript. Het script van deze uitbreiding zet de gekozen rol vooraan.
    """
    eerste, *andere = lijst.rollen
    week = [f":::::{{container}} si-rol si-rol-{eerste.id}", *_advice(situatie.raad[eerste.id])]
    week += [":::::", ""]
    for rol in andere:
        week += [
            f":::::{{dropdown}} Bent u {rol.naam}?",
            f":class-container: si-rol si-rol-{rol.id}",
            "",
            *_advice(situatie.raad[rol.id]),
            ":::::",
            "",
        ]
    routes = " ".join(
        f"[{rol.naam}](../{rol.route}.md){{.si-route .si-route-{rol.id}}}" for rol in lijst.rollen
    )
    lezen = [
        *(f"- {_link(link)} ({link.minuten} minuten)" for link in situatie.lezen),
        "",
        ":::{container} si-herkomst",
        f"De hele leesroute: {routes}",
        "",
        "Deze raad is van ons, behalve waar een bron staat; ook de minuten.",
        ":::",
    ]
    return [
        Stuk("", f"{situatie.kern}\n\n:::{{rolkeuze}}\n:::"),
        Stuk("Deze week", "\n".join(week)),
        Stuk("Als u tijd hebt om te lezen", "\n".join(lezen)),
    ]


def _advice(raad: Raad) -> Iterator[str]:
    yield from (f"{nummer}. {ding}" for nummer, ding in enumerate(raad.doe, 1))
    yield ""
    yield f"**Met wie:** {_small_letter(raad.met)}"
    yield ""
    daad = raad.hulpmiddel
    kies = "".join(f" .{KIES}{naam}_{waarde}" for naam, waarde in daad.kies.items())
    yield f"[{daad.tekst}](../{daad.pagina}.ipynb){{.hs-daad{kies}}}"


def after_hash(kies: Mapping[str, str]) -> str:
    """Geef wat achter een adres komt om deze keuze klaar te zetten, of om deze stap te openen."""
    return f"#stap-{kies['stap']}" if "stap" in kies else f"#{urlencode(kies)}"


def _small_letter(zin: str) -> str:
    """Begin met een kleine letter, want de zin staat achter een dubbele punt."""
    eerste, *rest = zin.split(" ")
    klein = "één" if eerste == "Eén" else eerste[0].lower() + eerste[1:]
    return " ".join([eerste if eerste.isupper() else klein, *rest])


def _link(link: Link) -> str:
    doel = f"#{link.anker}" if link.anker else f"../{link.pagina}.md"
    return f"[{link.tekst}]({doel})"


def role_picker(rollen: tuple[Rol, ...]) -> str:
    """Geef de keuze van een rol als HTML; zonder JavaScript is zij er niet."""
    keuzes = "".join(f'<option value="{rol.id}">{html.escape(rol.naam)}</option>' for rol in rollen)
    return (
        '<p class="hs-rolkeuze" hidden><label>Ik ben <select class="hs-rolkeuze__veld" '
        f'autocomplete="off">{keuzes}</select></label></p>'
    )


def picker_html(lijst: Lijst, wortel: str = "") -> str:
    """Geef de keuze van de eerste pagina als HTML: één tegel per situatie, en de rol eronder."""
    tegels = "".join(
        f'<li><a href="{wortel}{situatie.pagina}.html">{html.escape(situatie.knop)}</a></li>'
        for situatie in lijst.situaties
    )
    return f'<ul class="si-keuze">{tegels}</ul>{role_picker(lijst.rollen)}'
