#!/usr/bin/env python3
"""Alle taken van dit boek: één opdracht per bedoeling, overal dezelfde.

    python3 taak.py lees       bouwt het boek, zet het klaar op deze computer en opent het
    python3 taak.py toets      voert alle toetsen uit, dezelfde als op de bouwserver
    python3 taak.py schrijf    bouwt bij elke wijziging opnieuw en ververst de pagina
    python3 taak.py bouw       bouwt het boek en stopt
    python3 taak.py druk       bouwt het boek met pdf's, bladen voor trainers en de zip erin
    python3 taak.py pak        maakt een zip van de site die zonder internet werkt
    python3 taak.py meet       meet hoe snel de hulpmiddelen in de pagina starten
    python3 taak.py verwijzingen kijkt of de verwijzingen naar andere sites nog werken
    python3 taak.py vergrendel legt de versies van alle pakketten opnieuw vast

Nodig is alleen Python 3.11 of nieuwer. De eerste keer maakt deze opdracht zelf een omgeving in
de map `.venv`; daarna alleen nog als de vastgelegde versies zijn veranderd.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import hashlib
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import webbrowser
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

WORTEL = Path(__file__).resolve().parent
BOEK = WORTEL / "book"
SITE = BOEK / "_build" / "html"
OMGEVING = WORTEL / ".venv"
JUPYTEROMGEVING = WORTEL / ".venv-jupyter"
SLOT = WORTEL / "requirements-bouw.txt"
#: Zo veel toetsen in de browser mogen de eerste keer mislukken: een echte browser op een drukke
#: machine is soms te laat. Wat de tweede keer lukt, staat als wankel in het overzicht.
HOOGSTENS_WANKEL = 4
#: Meer browsers tegelijk helpen niet: dan is het geheugen vol.
MEESTE_BROWSERS = 6
JUPYTERSLOT = WORTEL / "requirements.txt"
KLEINSTE_PYTHON = (3, 11)


def stop(zin: str) -> None:
    """Beëindig de opdracht met één zin die zegt wat er moet gebeuren."""
    sys.exit(f"\n{zin}")


def run(
    *opdracht: str | Path, extra: dict[str, str] | None = None, uit: IO[str] | None = None
) -> int:
    """Voer een opdracht uit vanuit de wortel van het project en geef de afloopcode.

    Wat zij zegt, komt op het scherm, of in het bestand ``uit``.
    """
    return subprocess.run(
        [str(deel) for deel in opdracht],
        cwd=WORTEL,
        env={**os.environ, **(extra or {})},
        stdout=uit,
        stderr=subprocess.STDOUT if uit else None,
        check=False,
    ).returncode


def is_debian_root() -> bool:
    """Zeg of hier pakketten van Debian of Ubuntu geïnstalleerd mogen worden."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def asks() -> bool:
    """Zeg of er iemand meekijkt die een vraag kan beantwoorden."""
    return not os.environ.get("CI") and sys.stdin.isatty()


def may_install(pakketten: Sequence[str]) -> bool:
    """Vraag of deze pakketten op deze computer mogen; waar niemand meekijkt, mag het."""
    if not asks():
        return True
    print(f"\nHiervoor is nodig, en hier nog niet geïnstalleerd: {', '.join(pakketten)}.")
    return input("Mag ik dat op deze computer installeren? [j/n] ").strip().lower() in ("j", "ja")


#: Debian installeert één ding tegelijk, en aan wie erbij zit komt één vraag tegelijk.
EEN_TEGELIJK = threading.Lock()


def install_debian(*pakketten: str) -> bool:
    """Installeer pakketten van Debian, na een vraag; `False` als dat hier niet kan of niet mag."""
    if not is_debian_root():
        return False
    stil = {"DEBIAN_FRONTEND": "noninteractive"}
    with EEN_TEGELIJK:
        if not may_install(pakketten):
            return False
        print(f"Ik installeer: {', '.join(pakketten)}", flush=True)
        return (
            run("apt-get", "update", "-qq", extra=stil) == 0
            and run("apt-get", "install", "-y", "-qq", *pakketten, extra=stil) == 0
        )


# --- omgevingen -------------------------------------------------------------------------------


def fingerprint(*bestanden: Path) -> str:
    """Vat samen waaruit een omgeving is gemaakt: deze Python en de vastgelegde versies."""
    som = hashlib.sha256(sys.version.encode())
    for bestand in bestanden:
        som.update(bestand.read_bytes())
    return som.hexdigest()


def create_venv(map_: Path) -> None:
    """Maak een lege virtuele omgeving; op een kale Debian ontbreekt daarvoor nog een pakket."""

    def probeer() -> bool:
        shutil.rmtree(map_, ignore_errors=True)
        return run(sys.executable, "-m", "venv", map_) == 0

    if not (probeer() or (install_debian("python3-venv") and probeer())):
        stop(
            "De virtuele omgeving kon niet worden gemaakt. Meestal mist Python dan het onderdeel "
            "'venv'; op Debian en Ubuntu helpt: sudo apt install python3-venv"
        )


def ensure_environment(map_: Path, stempel: str, installeer: Callable[[Path], int]) -> Path:
    """Zorg dat een omgeving er is en bij de vastgelegde versies hoort; geef haar Python."""
    python = map_ / "bin" / "python"
    merk = map_ / "stempel"
    if python.exists() and merk.exists() and merk.read_text() == stempel:
        return python
    print(f"Ik maak de omgeving {map_.name} (eenmalig, een paar minuten) ...", flush=True)
    create_venv(map_)
    if installeer(python) != 0:
        stop(
            "Niet alle pakketten konden worden geïnstalleerd. Controleer de internetverbinding "
            "en geef de opdracht opnieuw."
        )
    merk.write_text(stempel)
    return python


def ensure_build_environment() -> Path:
    """Geef de Python waarmee het boek wordt gebouwd en getoetst."""
    pip = ("-m", "pip", "--disable-pip-version-check", "install", "--quiet")

    def installeer(python: Path) -> int:
        return run(python, *pip, "--require-hashes", "-r", SLOT) or run(
            python, *pip, "--no-build-isolation", "--no-deps", "--editable", WORTEL
        )

    stempel = fingerprint(SLOT, WORTEL / "pyproject.toml")
    return ensure_environment(OMGEVING, stempel, installeer)


def ensure_jupyter_environment() -> Path:
    """Geef de Python van een verse omgeving met alleen `requirements.txt`, zoals in Binder.

    De toetsen van de schermen in Voilà en JupyterLab draaien hierin, zodat blijkt dat dat ene
    bestand genoeg is. `lv_tools` wordt er als gewoon pakket in gezet en telkens ververst.
    """
    pip = ("-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    python = ensure_environment(
        JUPYTEROMGEVING,
        fingerprint(JUPYTERSLOT, WORTEL / "pyproject.toml"),
        lambda python: run(python, *pip, "-r", JUPYTERSLOT),
    )
    if run(python, *pip, "--no-deps", "--force-reinstall", WORTEL) != 0:
        stop("Het pakket lv-tools kon niet in de Jupyter-omgeving worden gezet.")
    return python


BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


#: Chromium zonder venster: dezelfde motor, en per bladzijde drie keer zo weinig werk. Het echte
#: programma, want het script in /usr/bin laat bij het stoppen zijn browser achter.
SCHIL = "/usr/lib/chromium/chromium-headless-shell"


def ensure_chromium() -> str:
    """Geef het pad van een Chromium of Chrome; installeer die van Debian als dat mag.

    Waar niemand meekijkt, is dat de Chromium zonder venster. Op een eigen computer is elke Chromium
    of Chrome goed.
    """
    eigen = os.environ.get("LV_CHROMIUM")

    def find() -> str | None:
        keuzes = filter(None, (eigen, SCHIL, *BROWSERS))
        return next((pad for pad in map(shutil.which, keuzes) if pad), None)

    gevonden = find()
    if not eigen and not Path(SCHIL).exists() and (gevonden is None or not asks()):
        # Wat die zonder venster niet kan, doen de toetsen in de gewone.
        install_debian("chromium", "chromium-headless-shell") or install_debian("chromium")
        gevonden = find()
    if gevonden is None:
        stop(
            "Voor de toetsen in een echte browser is Chromium of Chrome nodig. Installeer een van "
            "beide (Debian: sudo apt install chromium), of wijs er een aan met LV_CHROMIUM."
        )
    return str(gevonden)


def ensure_firefox() -> None:
    """Zorg dat er een Firefox is: daarin worden de hulpmiddelen ook getoetst."""

    def found() -> bool:
        return any(map(shutil.which, ("firefox-esr", "firefox")))

    if not found() and not (install_debian("firefox-esr") and found()):
        stop(
            "Voor de toetsen is ook Firefox nodig. Installeer Firefox "
            "(Debian: sudo apt install firefox-esr) en geef de opdracht opnieuw."
        )


# --- het boek ---------------------------------------------------------------------------------


def quiet_kernel(python: Path) -> dict[str, str]:
    """Geef een omgeving waarin de kernel alleen meldt wat misgaat.

    Een kernel die op deze computer zelf draait, waarschuwt in het Engels dat zijn verbinding niet
    versleuteld is; daar kan wie het boek bouwt niets mee.
    """
    map_ = python.parent.parent / "ipython"
    instelling = map_ / "profile_default" / "ipython_kernel_config.py"
    instelling.parent.mkdir(parents=True, exist_ok=True)
    instelling.write_text('get_config().IPKernelApp.log_level = "ERROR"\n')
    return {"IPYTHONDIR": str(map_)}


def build(python: Path, *opties: str) -> int:
    """Bouw het boek; elke waarschuwing telt als fout."""
    pad = f"{python.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return run(
        python.parent / "jupyter-book", "build", "-n", "-W", "--keep-going", "-q", *opties, BOEK,
        extra={"PATH": pad, **quiet_kernel(python)},
    )  # fmt: skip


class StilleServer(http.server.SimpleHTTPRequestHandler):
    """Levert de gebouwde site zonder elke aanvraag te melden en zonder verouderde kopieën."""

    extensions_map = {  # noqa: RUF012 -- zo heet en werkt het in de standaardbibliotheek
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self) -> None:
        """Laat de browser bij elke aanvraag vragen of er iets nieuws is."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Zwijg: een lezer heeft niets aan het logboek."""


def open_server(poort: int) -> http.server.ThreadingHTTPServer:
    """Open een server op deze computer, op de eerste vrije poort vanaf `poort`."""
    soort = functools.partial(StilleServer, directory=str(SITE))
    for probeer in range(poort, poort + 50):
        with contextlib.suppress(OSError):
            return http.server.ThreadingHTTPServer(("127.0.0.1", probeer), soort)
    stop(f"Tussen {poort} en {poort + 50} is geen poort vrij. Kies er zelf een met --poort.")
    raise AssertionError


def has_screen() -> bool:
    """Zeg of hier een browser zichtbaar geopend kan worden."""
    return sys.platform == "darwin" or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


# --- de taken ---------------------------------------------------------------------------------


def task_lees(keuze: argparse.Namespace) -> int:
    """Bouw het boek, zet het klaar op deze computer en open het."""
    if build(ensure_build_environment()) != 0:
        stop("Het boek kon niet worden gebouwd; de meldingen hierboven zeggen waarom.")
    with open_server(keuze.poort) as server:
        adres = f"http://127.0.0.1:{server.server_port}/"
        print(f"\nHet boek staat klaar op {adres}\nStoppen: Ctrl+C", flush=True)
        if has_screen() and not keuze.niet_openen:
            webbrowser.open(adres)
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()
    return 0


def task_bouw(_: argparse.Namespace) -> int:
    """Bouw het boek en stop."""
    return build(ensure_build_environment())


def task_schrijf(keuze: argparse.Namespace) -> int:
    """Bouw bij elke wijziging opnieuw en ververs de pagina in de browser."""
    python = ensure_build_environment()
    if run(python.parent / "jupyter-book", "config", "sphinx", BOEK) != 0:
        stop("De instellingen van het boek konden niet worden gelezen; zie de melding hierboven.")
    openen = ["--open-browser"] if has_screen() and not keuze.niet_openen else []
    with contextlib.suppress(KeyboardInterrupt):
        return run(
            python, "-m", "sphinx_autobuild", "-q", "-n", "-b", "html", *openen,
            "--port", str(keuze.poort), "--watch", WORTEL / "lv_tools", "--watch", WORTEL / "data",
            "--ignore", "*/_build/*", "--ignore", "*/__pycache__/*", "--ignore", "*.mo",
            "--ignore", "*/conf.py", "-d", BOEK / "_build" / ".schrijf",
            BOEK, BOEK / "_build" / "schrijf",
            extra={"PYTHONPATH": str(BOEK / "_ext"), **quiet_kernel(python)},
        )  # fmt: skip
    return 0


def run_extension(python: Path, *opdracht: str | Path) -> int:
    """Voer een van de eigen uitbreidingen van het boek uit als opdracht."""
    return run(
        python, "-m", *opdracht,
        extra={"LV_CHROMIUM": ensure_chromium(), "PYTHONPATH": str(BOEK / "_ext")},
    )  # fmt: skip


def print_book(python: Path) -> int:
    """Zet drukwerk in de gebouwde site: het boek, printmappen, en bladen en kaarten voor trainers.

    De zip komt het laatst, want daar zit het drukwerk in.
    """
    return (
        run_extension(python, "druk", SITE)
        or run_extension(python, "netwerkdag", SITE)
        or run_extension(python, "trainer", SITE, "--zip")
    )


def task_druk(_: argparse.Namespace) -> int:
    """Bouw het boek, met alles erbij wat op papier kan, en de zip van de site."""
    python = ensure_build_environment()
    return build(python) or print_book(python)


def task_pak(_: argparse.Namespace) -> int:
    """Maak een zip van de hele site."""
    python = ensure_build_environment()
    omgeving = {"PYTHONPATH": str(BOEK / "_ext")}
    return build(python) or run(python, "-m", "trainer", SITE, "--alleen-zip", extra=omgeving)


def task_meet(keuze: argparse.Namespace) -> int:
    """Meet de starttijd van de hulpmiddelen, als verhouding tot kale Pyodide."""
    python = ensure_build_environment()
    chromium = ensure_chromium()
    pagina = "instrumenten/bevindingenverkenner.html"
    omgeving = {"LV_CHROMIUM": chromium, "PYTHONPATH": str(BOEK / "_ext")}
    return build(python) or run(
        python, "-m", "levend.meting", SITE, pagina, *keuze.rest, extra=omgeving
    )


def task_verwijzingen(_: argparse.Namespace) -> int:
    """Kijk of de verwijzingen naar andere sites nog werken (hiervoor is internet nodig)."""
    return build(ensure_build_environment(), "--builder", "linkcheck")


def task_vergrendel(_: argparse.Namespace) -> int:
    """Leg de versies van alle pakketten opnieuw vast in de twee requirements-bestanden."""
    python = ensure_build_environment()
    uv: Sequence[str | Path] = (
        python, "-m", "uv", "pip", "compile", "pyproject.toml", "--universal", "--quiet",
        "--python-version", ".".join(map(str, KLEINSTE_PYTHON)), "--no-header", "--no-annotate",
    )  # fmt: skip
    groepen = ("--group", "jupyter", "--group", "bouw", "--group", "toets")
    if run(*uv, "--upgrade", "--all-extras", *groepen, "--generate-hashes", "-o", SLOT) != 0:
        return 1
    # Dezelfde versies in beide bestanden: het eerste slot is de grens van het tweede.
    grens = WORTEL / ".venv" / "grens.txt"
    regels = re.findall(r"^[\w.-]+==[^\\\n]+", SLOT.read_text(), flags=re.MULTILINE)
    grens.write_text("\n".join(regel.strip() for regel in regels))
    extras = (
        "--extra",
        "scherm",
        "--extra",
        "uitvoer",
        "--extra",
        "notebook",
        "--group",
        "jupyter",
    )
    if run(*uv, *extras, "-c", grens, "-o", JUPYTERSLOT) != 0:
        return 1
    JUPYTERSLOT.write_text(
        "# Wat Binder en een eigen Jupyter nodig hebben, met vaste versies.\n"
        "# Gemaakt met: python3 taak.py vergrendel\n"
        f"{JUPYTERSLOT.read_text()}"
        "# het pakket van dit boek zelf\n.\n"
    )
    return 0


def failed_tests(cache: Path, begin: str) -> list[str]:
    """Geef de toetsen die de laatste keer faalden en zo beginnen; pytest houdt die bij.

    Faalde er iets anders, zoals een bestand dat niet te laden is, dan staat dat er ook bij.
    """
    lijst = cache / "v" / "cache" / "lastfailed"
    if not lijst.is_file():
        return []
    namen = (naam for naam in json.loads(lijst.read_text()) if naam.startswith(begin))
    # Achter een toets die bij een groep hoort, zet xdist de naam van die groep.
    return sorted({re.sub(r"@[a-z_]+$", "", naam) for naam in namen})


class Verloop:
    """De stappen van een toets: wat ze zeiden, of ze lukten en hoe lang ze duurden."""

    def __init__(self, omgeving: dict[str, str]) -> None:
        self.omgeving = omgeving
        self.uitslag: dict[str, tuple[bool, float]] = {}

    def step(self, naam: str, *opdracht: str | Path) -> bool:
        """Voer een stap uit; wat zij zegt, komt meteen op het scherm."""
        print(f"\n=== {naam}", flush=True)
        return self._note(naam, time.monotonic(), run(*opdracht, extra=self.omgeving) == 0)

    def step_beside(self, naam: str, *opdracht: str | Path) -> bool:
        """Voer een stap uit naast een andere; wat zij zegt, komt op het scherm als zij klaar is."""
        begin = time.monotonic()
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as uit:
            gelukt = run(*opdracht, extra=self.omgeving, uit=uit) == 0
            uit.seek(0)
            print(f"\n=== {naam} (liep ernaast)\n{uit.read()}", flush=True)
        return self._note(naam, begin, gelukt)

    def _note(self, naam: str, begin: float, gelukt: bool) -> bool:
        self.uitslag[naam] = (gelukt, time.monotonic() - begin)
        return gelukt


#: De stap waarvan een enkele toets nog eens mag.
IN_DE_BROWSER = "in de browser"
#: Mappen met toetsen die een browser openen, en dus vaak wachten terwijl de computer niets doet.
MET_BROWSER = ("tests/browser", "tests/schermdelen", "tests/verlies")

#: Een browser die nooit meer antwoordt, kost zo één toets en niet de hele opdracht.
NIET_BLIJVEN_HANGEN = (
    *("-o", "faulthandler_timeout=900"),
    *("-o", "faulthandler_exit_on_timeout=true"),
)


def workers() -> int:
    """Geef het aantal werkers voor toetsen die alleen rekenen: één per kern."""
    return max(2, os.cpu_count() or 2)


def browser_workers() -> int:
    """Geef het aantal werkers in de browser: een meer, want een toets wacht daar vaak ergens op."""
    return min(workers() + 1, MEESTE_BROWSERS)


def task_toets(keuze: argparse.Namespace) -> int:
    """Voer alle toetsen uit en geef aan het eind één overzicht.

    Wat elkaar niet nodig heeft, loopt naast elkaar: het boek bouwen naast de regels en gegevens, de
    gebouwde site naast de browser.
    """
    begin = time.monotonic()
    with ThreadPoolExecutor(1) as ernaast:
        omgeving = ernaast.submit(ensure_build_environment)
        ensure_firefox()
        chromium = ensure_chromium()
        python = omgeving.result()
    verloop = Verloop(
        {
            "LV_CHROMIUM": chromium,
            "BOEK_SITE": str(SITE),
            "PATH": f"{python.parent}{os.pathsep}{os.environ.get('PATH', '')}",
        }
    )
    verloop.uitslag["omgeving om te bouwen"] = (True, time.monotonic() - begin)
    pytest = (python, "-m", "pytest", "-q")
    wankel: list[str] = []
    with ThreadPoolExecutor(1) as ernaast:
        gebouwd = ernaast.submit(build_beside, verloop, python)
        verloop.step("opmaak van de code", python, "-m", "ruff", "format", "--check", ".")
        verloop.step("stijl van de code", python, "-m", "ruff", "check", ".")
        verloop.step("typen", python, "-m", "mypy")
        verloop.step(
            "regels en gegevens",
            *pytest,
            *("-n", str(workers()), "tests", "--ignore=tests/book"),
            *(f"--ignore={map_}" for map_ in MET_BROWSER),
        )
        if gebouwd.result():
            site = ernaast.submit(
                verloop.step_beside,
                "gebouwde site",
                *pytest,
                "-p",
                "no:cacheprovider",
                "tests/book",
            )
            wankel = run_in_browser(verloop, pytest, keuze.rest)
            site.result()
    print("\n=== overzicht")
    for naam, (gelukt, duur) in verloop.uitslag.items():
        print(f"{'goed ' if gelukt else 'FOUT '} {duur:7.1f} s  {naam}")
    for naam in wankel:
        print(f"WANKEL: lukte pas de tweede keer, zoek uit waarom: {naam}")
    print(f"totaal {time.monotonic() - begin:6.1f} s (stappen lopen deels naast elkaar)")
    alles = IN_DE_BROWSER in verloop.uitslag and all(
        gelukt for gelukt, _ in verloop.uitslag.values()
    )
    return 0 if alles else 1


def build_beside(verloop: Verloop, python: Path) -> bool:
    """Maak de Jupyter-omgeving, bouw en druk het boek, en voer de notebooks uit."""
    begin = time.monotonic()
    jupyter = str(ensure_jupyter_environment())
    verloop.omgeving = {**verloop.omgeving, "LV_JUPYTER_PYTHON": jupyter}
    verloop.uitslag["omgeving van Jupyter"] = (True, time.monotonic() - begin)
    gebouwd = verloop.step_beside("boek bouwen en drukken", python, __file__, "druk")
    pytest = (python, "-m", "pytest", "-q", "--nbval-lax", "-p", "no:cacheprovider")
    paden = (BOEK / "instrumenten", BOEK / "naslag")
    verloop.step_beside("notebooks", *pytest, *paden)
    return gebouwd


def run_in_browser(
    verloop: Verloop, pytest: Sequence[str | Path], rest: Sequence[str]
) -> list[str]:
    """Toets in de browser; geef de toetsen die pas de tweede keer lukten."""
    with tempfile.TemporaryDirectory() as geheugen:
        soort = ("-n", str(browser_workers()), "--dist", "loadgroup", "-o", f"cache_dir={geheugen}")
        if verloop.step(IN_DE_BROWSER, *pytest, *soort, *NIET_BLIJVEN_HANGEN, *MET_BROWSER, *rest):
            return []
        mis = failed_tests(Path(geheugen), "tests/")
    if 0 < len(mis) <= HOOGSTENS_WANKEL and verloop.step("nog eens alleen", *pytest, *mis):
        verloop.uitslag[IN_DE_BROWSER] = (True, verloop.uitslag[IN_DE_BROWSER][1])
        return mis
    return []


def main() -> int:
    """Lees de opdracht en voer de taak uit."""
    if sys.version_info < KLEINSTE_PYTHON:
        stop(
            f"Dit boek heeft Python 3.11 of nieuwer nodig; dit is Python {sys.version.split()[0]}."
        )
    taken = {
        naam.removeprefix("task_"): f for naam, f in globals().items() if naam.startswith("task_")
    }
    lezer = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, add_help=True
    )
    lezer.add_argument("taak", choices=sorted(taken), help="wat er moet gebeuren")
    lezer.add_argument("--poort", type=int, default=8000, help="voorkeurspoort (standaard 8000)")
    lezer.add_argument("--niet-openen", action="store_true", help="open geen browser")
    keuze, keuze_rest = lezer.parse_known_args()
    keuze.rest = keuze_rest
    return int(taken[keuze.taak](keuze))


if __name__ == "__main__":
    raise SystemExit(main())
