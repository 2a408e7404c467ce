"""De bladzijde ‘Uw netwerkdag’: kiezen wat u doet, en alle bladen van de printmap."""

from __future__ import annotations

import csv
import functools
import html
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from trainer.lezen import Kaart

from netwerkdag.gegevens import MAP, Dag

HIER = Path(__file__).parent
#: Waar de bladzijde in de site staat.
PLAATS = "_netwerkdag/index.html"
#: Voor deze aantallen staat er een printmap als pdf klaar.
MENSEN = (24, 40)
#: Bladen voor vóór de dag: die zitten niet in de printmap.
VOORAF = ("aanmelding", "kosten")
#: Acht gesprekskaarten op een vel, in rijen van twee.
PER_VEL, PER_RIJ = 8, 2
#: Wie op de achterkant van een lijst een eigen bewoording heeft.
TOEZICHT = "intern-toezicht"


@dataclass(frozen=True)
class Teksten:
    """Wat er uit de bladzijden van het boek op een blad komt.

    Attributes
    ----------
    kaarten : mapping of str to Kaart
        Per werkvorm de hele uitleg, voor de leider.
    stappen : mapping of str to str
        Per titel van een dia de stappen als HTML, voor op tafel.
    opening, tabelblad, antwoorden : str
        HTML van een paragraaf.
    """

    kaarten: Mapping[str, Kaart]
    stappen: Mapping[str, str]
    opening: str
    tabelblad: str
    antwoorden: str


def make_page(dag: Dag, teksten: Teksten, boek: str) -> str:
    """Maak de bladzijde, met van elk blad één exemplaar in een sjabloon voor het script."""
    gegevens = dag.as_json().replace("</", "<\\/")
    return _templates().get_template("dag.html").render(
        boek=boek, wortel="../", bladen=sheets(dag, teksten, boek), gegevens=gegevens,
        programmas=dag.programmas, aantallen=MENSEN,
        stijl=Markup(_style()), script=Markup(_script()),  # noqa: S704 -- eigen bestanden
    )  # fmt: skip


def sheets(dag: Dag, teksten: Teksten, boek: str) -> dict[str, str]:
    """Geef elk blad dat niet van het aantal mensen afhangt, bij de code van zijn materiaal.

    Kaarten die per werkvorm verschillen, heten ``tafelkaart--<anker>`` en
    ``werkvormkaart--<anker>``; een set gesprekskaarten heet ``gesprekskaarten--<set>``.
    """
    deel = _templates().get_template("bladen.html").make_module(
        {
            "boek": boek, "b": read_toml("bladen"), "v": read_toml("vragen"),
            "u": _urgency(), "z": _self_evaluation(), "gebieden": _standards(),
            "elementen": _elements(),
        }
    )  # fmt: skip
    gewoon = {
        code: code.replace("-", "")
        for code in (
            "kenmerken", "tijdborden", "naamkaart", "zes-gesprekken", "rolkaarten", "stapkaarten",
            "ingredientkaarten", "elementkaarten", "gevallen", "kringenvel", "goed-genoeg-vel",
            "geheelvel", "twaalf-maanden", "doorvraagvel", "cijfervel", "profielblad",
            "maandagkaart", "evaluatie", "nabespreking", "stappen-antwoorden", "standaarden",
            "urgentiemeter", "zelfevaluatie", *VOORAF,
        )
    }  # fmt: skip
    gewoon["urgentiemeter-telblad"] = "urgentietelblad"
    gewoon["zelfevaluatie-telblad"] = "zelftelblad"
    bladen = {code: str(getattr(deel, macro)()) for code, macro in gewoon.items()}
    voor_leider = "Voor de leider"
    bladen["openingstekst"] = str(deel.tekst("Openingstekst", teksten.opening, voor_leider, True))
    bladen["tabelblad"] = str(deel.tekst("De tabel kritisch lezen", teksten.tabelblad, ""))
    bladen["tabel-antwoorden"] = str(
        deel.tekst("Antwoorden bij de tabel", teksten.antwoorden, voor_leider)
    )
    for code, vragen in _conversations(dag).items():
        bladen[f"gesprekskaarten--{code}"] = str(deel.gesprekskaarten(card_sheets(vragen)))
    for anker, vorm in dag.werkvormen.items():
        bladen[f"tafelkaart--{anker}"] = str(deel.tafelkaart(vorm, teksten.stappen[vorm.dia.titel]))
        bladen[f"werkvormkaart--{anker}"] = str(deel.leiderskaart(teksten.kaarten[vorm.naam]))
    return bladen


def card_sheets(kaarten: Sequence[Any]) -> list[dict[str, list[Any]]]:
    """Verdeel kaarten over vellen van acht; lege plaatsen zijn ``None``.

    Op de achterkant staan links en rechts verwisseld: bij omslaan over de lange kant valt elke
    achterkant achter haar eigen voorkant.
    """
    rij = [*kaarten, *[None] * (-len(kaarten) % PER_VEL)]
    vellen = [rij[plek : plek + PER_VEL] for plek in range(0, len(rij), PER_VEL)]
    return [
        {
            "voor": vel,
            "achter": [
                kaart
                for plek in range(0, PER_VEL, PER_RIJ)
                for kaart in reversed(vel[plek : plek + PER_RIJ])
            ],
        }
        for vel in vellen
    ]


def read_toml(naam: str) -> dict[str, Any]:
    """Lees een bestand met wat er op bladen staat."""
    return tomllib.loads((MAP / f"{naam}.toml").read_text("utf-8"))


def _conversations(dag: Dag) -> dict[str, list[dict[str, str]]]:
    from lv_tools.gespreksprompter.teksten import inhoud

    bekend = inhoud()
    return {
        code: [
            {
                "fase": bekend.fasen[bekend.vragen[id_].fase].naam,
                "tekst": bekend.vragen[id_].tekst,
                "doorvragen": bekend.vragen[id_].doorvragen,
                "bron": bekend.vragen[id_].bron,
            }
            for id_ in kaartenset.vragen
        ]
        for code, kaartenset in dag.sets.items()
    }


def _urgency() -> dict[str, Any]:
    """Geef het korte blad: de stellingen die meetellen voor de uitslag, en de onderwerpen."""
    from lv_tools.urgentiemeter.teksten import instrument

    inhoud = instrument()
    tellen = [stelling for stelling in inhoud.stelling if stelling.telt]
    rollen = [r.tekst for r in inhoud.vragen.rollen if not inhoud.vragen.own_words(r.code)]
    return {
        "opties": (*inhoud.vragen.schaal, inhoud.vragen.weet_niet),
        "vraag": inhoud.standaardvraag.tekst,
        "kanten": (
            {"groep": "", "rollen": rollen, "stellingen": [s.tekst for s in tellen]},
            {
                "groep": f"Alleen voor {inhoud.vragen.rolnaam(TOEZICHT)}",
                "rollen": [],
                "stellingen": [s.for_role(TOEZICHT).tekst for s in tellen],
            },
        ),
        "kort": [s.kort for s in tellen],
        "onderwerpen": [
            {"code": code, "naam": s.naam, "uitleg": inhoud.standaard_uitleg(code)}
            for code, s in inhoud.standaarden.items()
        ],
        "onderwerp_kort": [f"{code} {s.naam}" for code, s in inhoud.standaarden.items()],
        "extra": (inhoud.standaardvraag.geen, inhoud.standaardvraag.weet_niet),
    }


def _self_evaluation() -> dict[str, Any]:
    from lv_tools.zelfevaluatie.teksten import instrument

    inhoud = instrument()
    kern = [s for s in inhoud.stellingen.values() if s.kern]
    eigen = {r for s in inhoud.stellingen.values() for b in s.anders for r in b.rollen}
    return {
        "opties": (*inhoud.schaal.opties, inhoud.schaal.weet_niet, "n.v.t."),
        "uitleg": (
            "Zonder naam. Denk aan uw eigen bestuur en zijn scholen. "
            "Antwoord met wat u zelf zag, las of hoorde.",
            " ".join(inhoud.schaal.uitleg),
        ),
        "kanten": (
            {
                "groep": "",
                "rollen": [r.tekst for r in inhoud.rollen.values() if r.code not in eigen],
                "stellingen": [s.tekst for s in kern],
            },
            {
                "groep": f"Alleen voor {inhoud.rollen[TOEZICHT].tekst}",
                "rollen": [],
                "stellingen": [s.for_role(TOEZICHT).tekst for s in kern],
            },
        ),
        "kort": [s.kort for s in kern],
    }


def _standards() -> list[tuple[str, list[dict[str, str]]]]:
    gebieden: dict[str, list[dict[str, str]]] = {}
    with (MAP.parent / "kader" / "standaarden.csv").open(encoding="utf-8") as bestand:
        for rij in csv.DictReader(bestand):
            gebieden.setdefault(rij["gebied"], []).append(rij)
    return list(gebieden.items())


def _elements() -> list[str]:
    pad = MAP.parent / "bevindingen" / "elementen.csv"
    with pad.open(encoding="utf-8") as bestand:
        return [f"**{rij['element']}**" for rij in csv.DictReader(bestand)]


_VET = re.compile(r"\*\*(.+?)\*\*")
_SCHUIN = re.compile(r"\*(.+?)\*")


def _bold(tekst: str) -> Markup:
    return Markup(_VET.sub(r"<strong>\1</strong>", html.escape(tekst)))  # noqa: S704 -- ontsnapt


def _slanted(tekst: str) -> Markup:
    return Markup(_SCHUIN.sub(r"<em>\1</em>", html.escape(tekst)))  # noqa: S704 -- ontsnapt


@functools.cache
def _templates() -> jinja2.Environment:
    omgeving = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HIER / "sjablonen"),
        autoescape=True,
        undefined=jinja2.Undefined,
        trim_blocks=True,
    )
    omgeving.filters["vet"] = _bold
    omgeving.filters["schuin"] = _slanted
    return omgeving


def _style() -> str:
    blad = HIER.parent / "trainer" / "stijl" / "blad.css"
    return blad.read_text("utf-8") + (HIER / "stijl" / "dag.css").read_text("utf-8")


def _script() -> str:
    return "".join(
        (HIER / "script" / f"{deel}.js").read_text("utf-8") for deel in ("regels", "staat", "dag")
    )
