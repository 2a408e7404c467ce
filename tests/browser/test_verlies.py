"""In het boek zelf: een browser die midden in het typen wordt afgebroken, verliest geen werk.

Alle manieren om abrupt te stoppen staan in tests/verlies, zonder Pyodide; hier een keer met alles
erop en eraan. Meer keren, in elk hulpmiddel: ``python tests/browser/meting_verlies.py``.
"""

from __future__ import annotations

from pathlib import Path

from meting_verlies import session, work_in
from playwright.sync_api import Browser


def test_een_afgebroken_browser_verliest_niets_van_voor_de_laatste_seconde(
    chromium: Browser, adres: str, tmp_path: Path
) -> None:
    werk = work_in("urgentiemeter", adres.rstrip("/"), chromium.browser_type, tmp_path / "profiel")
    with session(werk) as zitting:
        oud, weg = zitting.play("door", "kill -9", zaad=1)
        assert oud > 10, "er is te weinig getypt om iets te meten"
        assert weg == 0, f"{weg} van {oud} tekens die ouder waren dan een seconde zijn weg"
