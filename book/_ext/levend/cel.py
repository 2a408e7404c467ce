"""De cel met het label ``levend``: van notebookcel naar stilbeeld met een knop."""

from __future__ import annotations

import html
import json
import os
from collections.abc import Mapping
from typing import Any

from docutils import nodes  # type: ignore[import-untyped]  # docutils levert geen typen mee
from sphinx.util import logging
from sphinx.util.osutil import relative_uri

from levend.lading import Lading

LABEL = "levend"
WIDGET = "application/vnd.jupyter.widget-view+json"
log = logging.getLogger(__name__)


class levend(nodes.General, nodes.Element):  # type: ignore[misc]  # noqa: N801 (docutils noemt bezoekers naar de klasse)
    """Een hulpmiddel in de pagina; de kinderen zijn het stilbeeld."""


def vervang_cellen(doctree: nodes.document, docnaam: str) -> list[str]:
    """Vervang elke cel met het label ``levend`` door een :class:`levend`-knoop.

    De code verdwijnt uit beeld en gaat mee in de knoop; de uitvoer wordt het stilbeeld.

    Parameters
    ----------
    doctree : nodes.document
        De pagina.
    docnaam : str
        Naam van de pagina, voor de waarschuwing.

    Returns
    -------
    list of str
        De code van elke vervangen cel.
    """
    cellen = [
        cel
        for cel in doctree.findall(nodes.container)
        if cel.get("nb_element") == "cell_code" and f"tag_{LABEL}" in cel["classes"]
    ]
    codes = []
    for nummer, cel in enumerate(cellen, start=1):
        invoer = [k for k in cel.children if k.get("nb_element") == "cell_code_source"]
        uitvoer = [k for k in cel.children if k.get("nb_element") == "cell_code_output"]
        code = "\n".join(
            blok.astext() for deel in invoer for blok in deel.findall(nodes.literal_block)
        )
        if not code:
            log.warning(
                "levende cel %s heeft geen code: haal het label remove-input weg, dat doet het "
                "label %s zelf al",
                nummer,
                LABEL,
                location=docnaam,
            )
        if any(bundel.get("mime_type") == WIDGET for bundel in cel.findall(nodes.Element)):
            log.warning(
                "levende cel %s geeft bij het bouwen een widget in plaats van een stilbeeld: "
                "let in het scherm op LV_TOOLS_STIL",
                nummer,
                location=docnaam,
            )
        codes.append(code)
        instelling = dict(cel.get("cell_metadata", {})).get(LABEL) or {}
        cel.replace_self(
            levend(
                "",
                *(kind for deel in uitvoer for kind in deel.children),
                code=code,
                nummer=nummer,
                instelling=instelling,
                pagina=docnaam,
            )
        )
    return codes


def bezoek(vertaler: Any, knoop: levend) -> None:
    """Schrijf alles voor het stilbeeld."""
    bouwer = vertaler.builder
    pagina: str = knoop["pagina"]
    lading: Lading = bouwer.app.levend_lading
    hulpmiddelen = bouwer.env.levend_paginas[pagina]
    titel = knoop["instelling"].get("titel") or bouwer.env.titles[pagina].astext()
    if knoop["nummer"] == 1:
        vertaler.body.append(_lading(lading.voor_pagina(hulpmiddelen), wortel(bouwer, pagina)))
    vertaler.body.append(
        KOP.format(
            id=f"hulpmiddel-{knoop['nummer']}",
            titel=html.escape(titel, quote=True),
            megabytes=f"{lading.omvang(hulpmiddelen) / 1e6:.0f}",
            anders=_anders(bouwer, knoop),
            wacht=WACHT_OP_SCHERM if knoop["code"] in bouwer.app.levend_bomen else "",
        )
    )


def vertrek(vertaler: Any, knoop: levend) -> None:
    """Sluit het stilbeeld; schrijf het eerste scherm en de code erachter, onzichtbaar."""
    code = json.dumps(knoop["code"], ensure_ascii=False).replace("<", "\\u003c")
    boom = vertaler.builder.app.levend_bomen.get(knoop["code"])
    eerste = f'<script type="application/json" class="lv-boom">{boom}</script>\n' if boom else ""
    vertaler.body.append(
        f'</div>\n{eerste}<script type="application/json" class="lv-code">{code}</script>\n'
        "</section>\n"
    )


def sla_over(_vertaler: Any, _knoop: levend) -> None:
    """Andere uitvoer dan HTML: alleen het stilbeeld."""


def wortel(bouwer: Any, pagina: str) -> str:
    """Geef het pad van een pagina naar de wortel van de site, zoals ``"../"``."""
    return relative_uri(bouwer.get_target_uri(pagina), "") or "./"


def _lading(beschrijving: Mapping[str, Any], pad: str) -> str:
    tekst = json.dumps(beschrijving, separators=(",", ":")).replace("<", "\\u003c")
    return (
        f'<script type="application/json" id="lv-lading" data-lv-wortel="{pad}">{tekst}</script>\n'
        f"{WACHT}\n"
    )


def _anders(bouwer: Any, knoop: levend) -> str:
    """Geef de andere manieren: papier als die er is, Binder als bekend is waar het boek staat."""
    instelling: Mapping[str, str] = knoop["instelling"]
    wegen = []
    if papier := instelling.get("papier"):
        doel = bouwer.get_relative_uri(knoop["pagina"], papier)
        wegen.append(
            f'<a class="lv-papier" href="{html.escape(doel)}">Gebruik de papieren versie</a>'
        )
    plek = str(bouwer.env.doc2path(knoop["pagina"], base=False))
    repository = os.environ.get("BOEK_REPOSITORY")
    if repository and plek.endswith(".ipynb"):
        tak = os.environ.get("BOEK_TAK", "main")
        map_ = bouwer.config.levend_boekmap
        adres = f"https://mybinder.org/v2/gh/{repository}/{tak}?urlpath=voila/render/{map_}/{plek}"
        wegen.append(
            f'<a href="{html.escape(adres)}">Open het in Binder</a> (dat kan minuten duren)'
        )
    return f'<p class="lv-anders">Liever anders? {" of ".join(wegen)}.</p>' if wegen else ""


#: Komen de modules van de pagina niet of niet heel binnen, dan zegt dit script dat er iets mis is
#: en haalt het de zin met de oorzaak op. Het staat in de pagina: een bestand kan ook ontbreken.
WACHT = """<script>(function () {
  function kijk() {
    if (self.lvBegonnen || !("noModule" in HTMLScriptElement.prototype)) return;
    var hulp = document.querySelector('script[src$="/pagina/pagina.mjs"]').getAttribute("src");
    document.querySelectorAll(".lv-stuk").forEach(function (vak) {
      vak.hidden = false;
      vak.closest(".lv-hulpmiddel").classList.remove("lv-wacht");
      vak.querySelector("button").onclick = function () { location.reload(); };
    });
    var script = document.createElement("script");
    script.src = hulp.replace("pagina.mjs", "oorzaak.js");
    script.dataset.lvScript = hulp;
    document.head.append(script);
  }
  addEventListener("load", kijk);
  setTimeout(kijk, 30000);
})()</script>"""

#: Komt het scherm zelf zo, dan is het stilbeeld er alleen voor wie geen scripts heeft. Wat er niet
#: meteen kan komen (een link met een scan, een script dat faalt), haalt de klasse weer weg.
WACHT_OP_SCHERM = (
    '<script>"noModule" in HTMLScriptElement.prototype && '
    'document.currentScript.parentElement.classList.add("lv-wacht")</script>\n'
)

KOP = """<section class="lv-hulpmiddel" id="{id}" aria-label="Hulpmiddel: {titel}">
{wacht}<div class="lv-paneel">
<div class="lv-start" hidden>
<button type="button" class="lv-knop">Start het hulpmiddel</button>
</div>
<progress class="lv-balk" max="1" value="0" aria-label="Voortgang van het laden" hidden></progress>
<p class="lv-status" role="status"></p>
<p class="lv-zondernet" hidden>U hebt nu geen internet. Hieronder staat een voorbeeld; starten \
kan zodra u weer verbinding hebt.</p>
<p class="lv-zonderjs">In uw browser staat JavaScript uit. Daarom ziet u hier een voorbeeld in \
plaats van het hulpmiddel zelf. Zet JavaScript aan om het te gebruiken.</p>
<script>document.currentScript.previousElementSibling.hidden = true</script>
<div class="lv-stuk" role="alert" hidden><p>Het hulpmiddel kon niet worden geladen.</p>
<p class="lv-knoppen"><button type="button" class="lv-knop-klein">Laad de pagina opnieuw\
</button></p></div>
<p class="lv-oud" hidden>Uw browser is te oud voor dit hulpmiddel; hieronder staat een voorbeeld. \
Werk uw browser bij, of gebruik een andere.</p>
<script nomodule>(function(p){{for(var i=0;i<p.length;i++)p[i].removeAttribute("hidden")}})\
(document.querySelectorAll(".lv-oud"))</script>
<p>Wat u invult, blijft op dit apparaat: het hulpmiddel rekent in uw eigen browser. De eerste keer \
haalt die ongeveer {megabytes} MB op van deze site; daarna gaat het sneller.</p>
{anders}<p class="lv-bewaarregel"><button type="button" class="lv-bewaar" hidden></button>
<span class="lv-bewaarstand" role="status"></span></p>
</div>
<div class="lv-melding" role="alert" hidden></div>
<div class="lv-levend" tabindex="-1" role="group" aria-label="{titel}" hidden></div>
<div class="lv-stil">
"""
