"""De hulpmiddelen in Firefox: het proefboek, en elk hulpmiddel van het gebouwde boek."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from axeloper import find_violations
from levend.serveer import Lijn, serveer
from playwright.sync_api import Page
from vuurvos import Vuurvos, raak_aan

VAK = "document.querySelector('#hulpmiddel-1')"
KLAAR = f"{VAK}.dataset.lvToestand === 'klaar'"
STAND = "document.querySelector('.stand')?.textContent"


def knop(naam: str) -> str:
    return f"[...document.querySelectorAll('button')].find((k) => k.textContent === '{naam}')"


def test_van_knop_tot_uitvoer(browser: Vuurvos, proefsite: Path) -> None:
    with serveer({"/een/map/": proefsite}) as basis:
        browser.ga_naar(f"{basis}/een/map/map/hulp.html")
        browser.wacht_op(f"!{VAK}.querySelector('.lv-start').hidden")
        browser.klik(f"{VAK}.querySelector('.lv-knop')")
        browser.wacht_op(KLAAR)
        assert browser.bereken("document.activeElement.className") == "lv-levend"
        browser.klik(knop("Verhoog"))
        browser.wacht_op(f"{STAND} === '2'")
        browser.klik(knop("Naar Excel"))
        browser.wacht_op(f"{STAND} === 'xlsx PK'")
        vreemd = browser.bereken(
            "performance.getEntriesByType('resource').map((r) => r.name)"
            ".filter((n) => !n.startsWith(location.origin) && !/^(data|blob):/.test(n))"
        )
        assert vreemd == []


def test_netwerk_valt_weg_en_komt_terug(browser: Vuurvos, proefsite: Path) -> None:
    lijn = Lijn()
    with serveer({"/": proefsite}, lijn) as basis:
        browser.ga_naar(f"{basis}/map/hulp.html")
        browser.wacht_op(f"!{VAK}.querySelector('.lv-start').hidden")
        lijn.breuk = 300_000
        browser.bereken(f"{VAK}.querySelector('.lv-knop').click()")
        browser.wacht_op(f"{VAK}.dataset.lvToestand === 'mislukt'")
        assert "verbinding viel weg" in browser.bereken(
            f"{VAK}.querySelector('.lv-melding').textContent"
        )
        lijn.breuk = None
        browser.bereken(f"{VAK}.querySelector('.lv-melding button').click()")
        browser.wacht_op(KLAAR)


def test_zonder_internet_na_bewaren(browser: Vuurvos, proefsite: Path) -> None:
    lijn = Lijn()
    with serveer({"/": proefsite}, lijn) as basis:
        browser.ga_naar(f"{basis}/map/hulp.html")
        browser.wacht_op(f"!{VAK}.querySelector('.lv-bewaar').hidden")
        browser.bereken(f"{VAK}.querySelector('.lv-bewaar').click()")
        browser.wacht_op(f"{VAK}.querySelector('.lv-bewaar').textContent === 'Niet meer bewaren'")
        lijn.dicht = True
        browser.ga_naar(f"{basis}/map/hulp.html")
        browser.wacht_op(f"!{VAK}.querySelector('.lv-start').hidden")
        browser.bereken(f"{VAK}.querySelector('.lv-knop').click()")
        browser.wacht_op(KLAAR)


@pytest.mark.parametrize(
    ("hulpmiddel", "velden", "knoppen", "uitkomst"),
    [
        pytest.param(
            "bevindingenverkenner",
            {"Wat wilt u zien?": "Mijn afdeling", "Soort afdeling": "vmbo-k"},
            ("OP3 Pedagogisch-didactisch handelen",),
            "OP3: bij vmbo-k 6 van de 14 afdelingen",
            id="bevindingenverkenner",
        ),
        pytest.param(
            "urgentiemeter",
            {
                "Naam van de afdeling": "havo",
                "Soort afdeling": "havo",
                "Norm": "6,3",
                "Oudste jaar": "6,7",
                "Jaar daarna": "6,4",
                "Laatste jaar": "6,1",
            },
            (),
            "Signaal: waarschuwing.",
            id="urgentiemeter",
        ),
        pytest.param(
            "gespreksprompter",
            {"Doel": "Waarderen"},
            ("Maak de gids",),
            "Ruil",
            id="gespreksprompter",
        ),
        pytest.param(
            "zelfevaluatie",
            {"Naam van de scan": "Proefscan"},
            ("Maak deze scan",),
            "Scanbestand om door te geven",
            id="zelfevaluatie",
        ),
        pytest.param(
            "kwaliteitsrapportage",
            {"School of afdeling": "De Linde"},
            ("4. Het blad",),
            "Kwaliteitsrapportage: De Linde",
            id="kwaliteitsrapportage",
        ),
        pytest.param(
            "scholen",
            {},
            ("Laat vier verzonnen scholen zien", "2. Naast elkaar"),
            "Verzonnen school B",
            id="scholen",
        ),
    ],
)
def test_hulpmiddel_van_het_boek(
    browser: Vuurvos,
    site: Path,
    hulpmiddel: str,
    velden: dict[str, str],
    knoppen: tuple[str, ...],
    uitkomst: str,
    axe: str,
) -> None:
    """Starten, gebruiken, een uitkomst zien, de pagina opnieuw laden en alles terugvinden."""
    te_zien = f"document.querySelector('.lvs-scherm').innerText.includes('{uitkomst}')"
    with serveer({"/": site}) as basis:
        adres = f"{basis}/instrumenten/{hulpmiddel}.html"
        browser.ga_naar(adres)
        browser.wacht_op(f"{VAK}.matches('.lv-meteen')")
        # Wat er om het eerste scherm staat, is overal gelijk; in Chromium kijkt axe bij elk.
        eerste = hulpmiddel == "bevindingenverkenner"
        assert not eerste or violations(browser, axe) == [], "voordat Python er is"
        raak_aan(browser)
        assert browser.bereken(f"{VAK}.dataset.lvToestand") == "laden"
        assert not eerste or violations(browser, axe) == [], "terwijl Python komt"
        open_is(browser)
        assert violations(browser, axe) == [], "nadat Python overnam"
        assert not browser.bereken(te_zien)
        for label, waarde in velden.items():
            vul(browser, label, waarde)
        for naam in knoppen:
            browser.klik(f"{knop(naam)} ?? {veld(naam)}")
        browser.wacht_op(te_zien)
        browser.wacht_op(
            "/^Bewaard op dit apparaat/.test(document.querySelector('.lvs-stand').textContent)"
        )
        open_hulpmiddel(browser, adres)
        browser.wacht_op(te_zien)
        vreemd = browser.bereken(
            "performance.getEntriesByType('resource').map((r) => r.name)"
            ".filter((n) => !n.startsWith(location.origin) && !/^(data|blob):/.test(n))"
        )
        assert vreemd == []


def open_hulpmiddel(browser: Vuurvos, adres: str) -> None:
    """Open de pagina, start het hulpmiddel en wacht tot het te bedienen is."""
    browser.ga_naar(adres)
    raak_aan(browser)
    open_is(browser)


def violations(browser: Vuurvos, axe: str) -> list[str]:
    """Laat axe de bladzijde nalopen, met dezelfde regels als in Chromium."""

    def evaluate(tekst: str) -> Any:
        functie = tekst.startswith("async ")
        return browser.bereken(f"({tekst})()" if functie else tekst)

    return find_violations(cast(Page, SimpleNamespace(evaluate=evaluate)), axe)


def open_is(browser: Vuurvos) -> None:
    browser.wacht_op(f"{KLAAR} && {VAK}.querySelector('.lvs-scherm:not([inert])')?.className")


def veld(label: str) -> str:
    """Geef een uitdrukking voor het zichtbare veld met dit label."""
    return (
        "[...document.querySelectorAll('.lvs-scherm label')]"
        ".find((l) => l.control?.checkVisibility()"
        f" && l.textContent.trim().startsWith('{label}')).control"
    )


def vul(browser: Vuurvos, label: str, waarde: str) -> None:
    """Vul een veld, of kies in een keuzelijst het opschrift dat zo begint."""
    browser.wacht_op(f"Boolean({veld(label)})")
    browser.bereken(
        f"""((v) => {{
          v.focus();
          const keuze = [...(v.options ?? [])].find((o) => o.text.startsWith('{waarde}'));
          v.value = v.options ? keuze.value : '{waarde}';
          v.dispatchEvent(new Event('input', {{ bubbles: true }}));
          v.dispatchEvent(new Event('change', {{ bubbles: true }}));
          v.blur();
          return true;
        }})({veld(label)})"""
    )
    browser.wacht_op("!lvKern.lopend.size")  # Python heeft het verwerkt
