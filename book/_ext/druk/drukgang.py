"""Druk het hele boek: vullen, drukken en nakijken tot elk bladzijdenummer klopt."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from playwright.sync_api import Browser

from druk.bladzijden import bladzijden, herstel_bladwijzers, nearly_empty
from druk.boek import PLAATS, maak_boek
from druk.drukproef import Drukproef, PersError
from druk.inhoud import Boek
from druk.pers import Pers
from druk.toegankelijk import make_accessible
from druk.voorwerk import ONDERTITEL

#: Andere nummers kunnen een regel verschuiven; vaker dan dit is er iets anders aan de hand.
MEESTE_GANGEN = 5
#: Zoveel kladden gaan voor de PDF zelf: na de eerste worden hoofdstukken krapper gezet.
KLADDEN = 2
#: Zet hoofdstukken krapper, zodat hun laatste paar regels geen blad voor zich hebben.
_MAAK_KRAP = """(sleutels) => {
  for (const sleutel of sleutels) document.getElementById(sleutel).classList.add("bk-krap");
}"""
#: Vul elk nummer in, en geef de ankers waarvan geen bladzijde bekend is.
_VUL = """(nummers) => [...document.querySelectorAll("[data-blz]")].filter((vak) => {
  const nummer = nummers[vak.dataset.blz];
  if (nummer) vak.textContent = nummer;
  return !nummer;
}).map((vak) => vak.dataset.blz)"""
#: Wat rechts buiten de tekst steekt, wordt op papier afgekapt.
_TE_BREED = """() => {
  const rand = document.body.getBoundingClientRect().right + 1;
  return [...document.querySelectorAll("article *:not(.lvs-tekening *)")]
    .filter((deel) => deel.getBoundingClientRect().right > rand)
    .map((deel) => `${deel.closest("article").id}: ${deel.tagName.toLowerCase()}`
      + ` ${deel.textContent.trim().slice(0, 40)}`);
}"""
#: De tekst van elke kop.
_KOPPEN = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .map((kop) => kop.textContent)"""


@dataclass(frozen=True)
class Uitslag:
    """Wat er gedrukt is.

    Attributes
    ----------
    doel : Path
        De PDF.
    bladen : int
        Aantal bladzijden.
    gangen : int
        Hoeveel kladden er nodig waren voordat elk nummer klopte.
    """

    doel: Path
    bladen: int
    gangen: int


def druk_boek(site: Path, doel: Path, *, browser: Browser | None = None) -> Uitslag:
    """Maak van de gebouwde site één getagde PDF.

    Parameters
    ----------
    site : Path
        De gebouwde site.
    doel : Path
        De PDF die er moet komen.
    browser : Browser, optional
        Een Chromium van Playwright die al draait.

    Returns
    -------
    Uitslag
        Waar de PDF staat en hoeveel bladzijden zij heeft.

    Raises
    ------
    PersError
        Als er niet gedrukt kan worden, als iets niet op het blad past, of als een nummer niet
        klopt.
    ValueError
        Als de site niet compleet is.
    """
    boek, tekst = maak_boek(site)
    with Pers(site, browser) as pers, pers.proef(PLAATS, tekst) as proef:
        if te_breed := proef.page.evaluate(_TE_BREED):
            raise PersError(f"Dit past niet op een blad A4: {'; '.join(te_breed)}.")
        koppen = proef.page.evaluate(_KOPPEN)
        pdf, gangen = _druk_tot_het_klopt(proef, boek)
    bladen = _werk_af(pdf, koppen, doel)
    return Uitslag(doel, bladen, gangen)


def _druk_tot_het_klopt(proef: Drukproef, boek: Boek) -> tuple[bytes, int]:
    """Vul nummers in, druk, en kijk of elk nummer klopt; zo niet, dan nog eens.

    De eerste gangen zijn kladden zonder structuur: die zijn twee keer zo snel.
    """
    ingevuld: dict[str, int] = {}
    for gang in range(1, MEESTE_GANGEN + 1):
        pdf = proef.afdruk(getagd=gang > KLADDEN)
        gevonden = bladzijden(pdf)
        if gang > KLADDEN and gevonden == ingevuld:
            return pdf, gang - 1
        if gang == 1:
            proef.page.evaluate(_MAAK_KRAP, nearly_empty(pdf, boek, gevonden))
        ingevuld = gevonden
        if onbekend := proef.page.evaluate(_VUL, gevonden):
            raise PersError(f"Deze plaatsen staan niet in de pdf: {', '.join(sorted(onbekend))}.")
    raise PersError(f"De bladzijdenummers klopten na {MEESTE_GANGEN} keer drukken nog niet.")


def _werk_af(pdf: bytes, koppen: list[str], doel: Path) -> int:
    """Zet onderwerp en bladwijzers goed, maak de PDF toegankelijk en schrijf haar."""
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.Root.PageMode = pikepdf.Name.UseOutlines
        document.docinfo["/Subject"] = ONDERTITEL
        document.docinfo["/Creator"] = "Chromium"
        herstel_bladwijzers(document, koppen)
        document.save(uit)
        bladen = len(document.pages)
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_bytes(make_accessible(uit.getvalue()))
    return bladen
