"""De dia's van een dek op papier: boven op elk blad een dia, eronder de spreektekst."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from tekeningen import stylesheet

from trainer.mee import HIER

#: Wordt waar als elke dia haar letter heeft.
KLAAR = "document.documentElement.dataset.klaar === 'ja'"
#: Eerst de letter van elke dia. Lopen de notities daarna net over, dan komen zij met een kleinere
#: letter op één bladzijde; past dat ook niet, dan gaan zij gewoon door op de volgende.
_METEN = """
(async () => {
  void document.body.offsetHeight; // nu vraagt de bladzijde haar letters op
  await document.fonts.ready;
  for (const dia of document.querySelectorAll(".slides > section")) {
    for (const groei of Schikking.LETTERS) {
      dia.style.setProperty("--tr-groei", groei);
      dia.style.overflowWrap = groei > 1 ? "normal" : "break-word"; // zoals in dek.js
      if (Schikking.past(dia)) break;
    }
  }
  const HOOG = 265 * 96 / 25.4;
  for (const blad of document.querySelectorAll(".tr-blad")) {
    const maten = ["", "tr-krap", "tr-krapper"];
    blad.style.width = "174mm";
    const gekozen = maten.find((maat) => {
      blad.className = `tr-blad ${maat}`.trim();
      return blad.getBoundingClientRect().height <= HOOG;
    });
    blad.className = `tr-blad ${gekozen ?? ""}`.trim();
    blad.style.width = "";
  }
  document.documentElement.dataset.klaar = "ja";
})();
"""


def make_notes_sheet(html: str) -> str:
    """Maak van de HTML van een dek een blad om te drukken.

    Parameters
    ----------
    html : str
        Het dek zoals het in de site staat.

    Returns
    -------
    str
        De hele pagina; zij laadt niets.
    """
    soep = BeautifulSoup(html, "html.parser")
    titel = soep.h1.get_text().removesuffix(": de dia's") if soep.h1 else ""
    uit = BeautifulSoup(
        '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title></title><style></style>'
        '</head><body><main><h1></h1></main><div class="slides" hidden></div></body></html>',
        "html.parser",
    )
    naam = f"{titel}: dia's met notities"
    for el in (uit.title, uit.h1):
        if el is not None:
            el.string = naam
    if uit.style is not None:
        uit.style.string = _style(naam)
    for sectie in soep.select(".slides > section"):
        if uit.main is not None:
            uit.main.append(_sheet(uit, sectie))
    schikken = (HIER / "mee" / "schikken.js").read_text("utf-8")
    script = uit.new_tag("script")
    script.string = f"{schikken}{_METEN}"
    if uit.body is not None:
        uit.body.append(script)
    return str(uit)


def _sheet(uit: BeautifulSoup, sectie: Tag) -> Tag:
    blad = uit.new_tag("article", attrs={"class": "tr-blad"})
    notities = sectie.select_one("aside.notes")
    for knop in sectie.select("button"):
        knop.name = "span"
        knop.attrs = {"class": knop.get("class", "")}
    for weg in sectie.select(".tk-smal, .tr-qr[hidden]"):
        weg.extract()
    vak = uit.new_tag("div", attrs={"class": "tr-notities"})
    if notities is not None:
        vak.extend(list(notities.extract().children))
    wand = uit.new_tag("div", attrs={"class": "tr-wand reveal"})
    houder = uit.new_tag("div", attrs={"class": "slides"})
    houder.append(sectie.extract())
    wand.append(houder)
    blad.extend([wand, vak])
    return blad


def _style(naam: str) -> str:
    from trainer.mee import assets

    dek = assets()["dek.css"].decode()
    # Wat het dek over een smal scherm en over papier zegt, gaat niet over dit blad.
    dek = dek[: dek.index("/* Smal scherm")]
    eigen = (
        (HIER / "stijl" / "notitieblad.css")
        .read_text("utf-8")
        .replace("NAAM", naam.replace('"', "'"))
    )
    return dek + stylesheet() + eigen
