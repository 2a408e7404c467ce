"""De pers: maakt van HTML een getagde PDF, met de Chromium van deze computer.

Wat gedrukt wordt, komt van de gebouwde site zelf: een bestand daarvan, of eigen HTML die doet
alsof hij op een plaats in de site staat. Er gaat geen aanvraag naar een andere host.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from levend.serveer import serveer
from levend.vendor import npm_pakket
from playwright.sync_api import Browser, Route, sync_playwright

from druk.drukproef import VOORAF, Drukproef, PersError, maak_klaar

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/usr/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
VLAGGEN = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
#: Zo breed is een blad A4 tussen marges van 18 mm, in CSS-pixels; figuren tekenen zich daarop.
BREEDTE, HOOGTE = 658, 986
#: Zo lang mag het laden en tekenen van alles samen duren, in milliseconden.
GEDULD_MS = 120_000
LETTERPAKKET = "@fontsource/source-sans-3"
#: Op dit pad van de server staan de letters; zij horen bij het drukken, niet bij de site.
LETTERPAD = "/_letters/"
#: Regels voor in de kop van eigen HTML: de letter van drukwerk, font-family "Source Sans 3".
LETTERS = "\n".join(
    f'<link rel="stylesheet" href="{LETTERPAD}{naam}.css">'
    for naam in ("400", "400-italic", "600", "600-italic", "700")
)


def zoek_chromium() -> str:
    """Geef het pad van Chromium of Chrome op deze computer.

    Returns
    -------
    str
        ``$LV_CHROMIUM`` als die is gezet en bestaat, anders de eerste die gevonden wordt.

    Raises
    ------
    PersError
        Als er geen is.
    """
    keuzes = filter(None, (os.environ.get("LV_CHROMIUM"), *BROWSERS))
    pad = next((gevonden for keuze in keuzes if (gevonden := shutil.which(keuze))), None)
    if pad is None:
        raise PersError(
            "Voor een pdf is Chromium of Chrome nodig, en die is niet gevonden. Installeer een "
            "van beide (Debian: sudo apt install chromium), of wijs er een aan met LV_CHROMIUM."
        )
    return pad


class Pers(contextlib.AbstractContextManager["Pers"]):
    """Eén Chromium met een server voor de site; te gebruiken met ``with``.

    Parameters
    ----------
    site : Path
        De gebouwde site.
    browser : Browser, optional
        Een Chromium van Playwright die al draait; zonder opgave start de pers er zelf een.

    Attributes
    ----------
    adres : str
        Waar de site staat, met een schuine streep achteraan.

    Raises
    ------
    PersError
        Als er geen gebouwde site of geen Chromium is.
    """

    def __init__(self, site: Path, browser: Browser | None = None) -> None:
        if not (site / "index.html").is_file():
            raise PersError(f"In {site} staat geen index.html; bouw eerst het boek.")
        self.site = site
        self.adres = ""
        self._browser = browser
        self._stapel = contextlib.ExitStack()

    def __enter__(self) -> Pers:
        wortels = {LETTERPAD: npm_pakket(LETTERPAKKET), "/": self.site}
        self.adres = self._stapel.enter_context(serveer(wortels)) + "/"
        if self._browser is None:
            chromium = zoek_chromium()
            playwright = self._stapel.enter_context(sync_playwright())
            self._browser = playwright.chromium.launch(executable_path=chromium, args=list(VLAGGEN))
            self._stapel.callback(self._browser.close)
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self._stapel.close()

    def druk(self, bestand: str, doel: Path, *, klaar_als: str | None = None) -> Path:
        """Druk een bestand van de site.

        Parameters
        ----------
        bestand : str
            Pad vanaf de wortel van de site, zoals ``"handreiking/alignment.html"``.
        doel : Path
            De PDF die er moet komen.
        klaar_als : str, optional
            Een uitdrukking in JavaScript die waar wordt als er gedrukt mag worden.

        Returns
        -------
        Path
            ``doel``.

        Raises
        ------
        PersError
            Als het bestand er niet is, als taal of titel ontbreekt, als een figuur of beeld niet
            lukt, of als de pagina iets van een andere host wil.
        """
        if not (self.site / bestand).is_file():
            raise PersError(f"{bestand} staat niet in {self.site}; bouw eerst het boek.")
        with self.proef(bestand, klaar_als=klaar_als) as proef:
            return proef.bewaar(doel)

    def druk_html(
        self, html: str, doel: Path, *, plaats: str, klaar_als: str | None = None
    ) -> Path:
        """Druk eigen HTML, alsof die op een plaats in de site staat.

        Parameters
        ----------
        html : str
            De hele pagina, met ``lang`` en ``<title>``.
        doel : Path
            De PDF die er moet komen.
        plaats : str
            Pad vanaf de wortel van de site; relatieve adressen in de HTML gelden vanaf daar.
        klaar_als : str, optional
            Een uitdrukking in JavaScript die waar wordt als er gedrukt mag worden.

        Returns
        -------
        Path
            ``doel``.

        Raises
        ------
        PersError
            Zie :meth:`druk`.
        """
        with self.proef(plaats, html, klaar_als=klaar_als) as proef:
            return proef.bewaar(doel)

    @contextlib.contextmanager
    def proef(
        self, plaats: str, html: str | None = None, *, klaar_als: str | None = None
    ) -> Iterator[Drukproef]:
        """Zet een pagina klaar om te drukken, een keer of vaker.

        Parameters
        ----------
        plaats : str
            Pad vanaf de wortel van de site.
        html : str, optional
            De pagina zelf; zonder opgave het bestand van de site.
        klaar_als : str, optional
            Een uitdrukking in JavaScript die waar wordt als er gedrukt mag worden.

        Yields
        ------
        Drukproef
            De pagina, met letters, beelden en figuren.

        Raises
        ------
        PersError
            Zie :meth:`druk`.
        """
        if self._browser is None:
            raise PersError("De pers staat niet aan. Gebruik: with Pers(site) as pers: ...")
        context = self._browser.new_context(
            viewport={"width": BREEDTE, "height": HOOGTE},
            locale="nl-NL",
            color_scheme="light",
            reduced_motion="reduce",
            service_workers="block",
            bypass_csp=True,  # de pers bereidt de pagina voor, en let zelf op vreemde adressen
        )
        context.set_default_timeout(GEDULD_MS)
        vreemd: list[str] = []
        weg: list[str] = []

        def bewaak(route: Route) -> None:
            adres = route.request.url
            if html is not None and adres == self.adres + plaats:
                route.fulfill(body=html, content_type="text/html; charset=utf-8")
            elif adres.startswith((self.adres, "data:", "blob:")):
                route.continue_()
            else:
                vreemd.append(adres)
                route.abort()

        try:
            context.route("**/*", bewaak)
            context.add_init_script(VOORAF)
            page = context.new_page()
            page.on(
                "response",
                lambda antwoord: weg.append(antwoord.url) if antwoord.status >= 400 else None,
            )
            page.emulate_media(media="print", color_scheme="light")
            page.goto(self.adres + plaats, wait_until="load")
            maak_klaar(page, plaats, klaar_als)
            if weg:
                namen = ", ".join(adres.removeprefix(self.adres) for adres in weg)
                raise PersError(
                    f"{plaats} vraagt iets dat er niet is: {namen}. Bouw het boek opnieuw, "
                    "met alle pagina's."
                )
            yield Drukproef(page, plaats, vreemd)
        finally:
            context.close()
