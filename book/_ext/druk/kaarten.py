"""Gesprekskaarten in het boek: geen vellen om te knippen, maar een lijst om te lezen."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

#: Komt in de plaats van de uitleg over afdrukken, die op papier niets meer zegt.
OM_TE_KNIPPEN = (
    "Op de site staan ze als kaarten om uit te knippen: vier per vel, met hun achterkant."
)


def kaarten_als_lijst(artikel: Tag) -> None:
    """Vervang elke stapel kaarten door een lijst met vraag, doorvraag en herkomst.

    Op een vel staat de achterkant van een kaart in spiegelbeeld; de eerste regel van elke
    achterkant is de vraag van de voorkant, en daarmee horen ze bij elkaar.

    Parameters
    ----------
    artikel : Tag
        De tekst van een pagina; wordt zelf veranderd.
    """
    maak = BeautifulSoup("", "html.parser").new_tag
    for stapel in artikel.select("details.lv-kaartenbak"):
        achterkanten = {
            _tekst(kaart, ".lv-fase"): kaart
            for kaart in stapel.select(".lv-achter .lv-kaart")
            if kaart.select_one(".lv-fase")
        }
        vragen = [vraag.get_text(" ", strip=True) for vraag in stapel.select(".lv-vraag")]
        if not vragen or not set(vragen) <= set(achterkanten):
            continue
        lijst = maak("ul", attrs={"class": "bk-kaarten"})
        for vraag in vragen:
            regel = maak("li")
            kop = maak("p")
            kop.append(maak("strong", string=vraag))
            regel.append(kop)
            doorvraag, *herkomst = achterkanten[vraag].select("p:not(.lv-fase)") or [maak("p")]
            regel.append(doorvraag.extract())
            onder = maak("p", attrs={"class": "bk-herkomst"})
            for deel in herkomst:
                punt = "" if deel.get_text().endswith(".") else "."
                onder.extend([*list(deel.contents), f"{punt} "])
            regel.append(onder)
            lijst.append(regel)
        for vel in stapel.select(".lv-vel"):
            vel.decompose()
        stapel.append(lijst)
        if (bak := stapel.find_parent(class_="lv-kaarten")) and (uitleg := bak.p):
            uitleg.string = OM_TE_KNIPPEN
    # De vellen zijn weg, dus ook de stijl die er een blad per vel van maakt.
    for stijl in artikel.select("style"):
        if ".lv-kaart" in stijl.get_text():
            stijl.decompose()


def _tekst(kaart: Tag, kiezer: str) -> str:
    gevonden = kaart.select_one(kiezer)
    return gevonden.get_text(" ", strip=True) if gevonden else ""
