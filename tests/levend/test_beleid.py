from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from levend import beleid, offline

KOP = '<!doctype html><html lang="nl"><head><meta charset="utf-8">'


def beleid_in(html: str) -> dict[str, list[str]]:
    """Lees het beleid van een pagina zoals een browser dat doet."""
    (tekst,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    return {regel.split()[0]: regel.split()[1:] for regel in tekst.split("; ")}


def som(tekst: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(tekst.encode()).digest()).decode()}'"


def test_elk_script_in_de_pagina_staat_in_het_beleid_en_gegevens_niet() -> None:
    html = beleid.zet_in_pagina(
        f"{KOP}<script>\n een('é') </script><script type=module>twee()</script>"
        '<script nomodule>drie()</script><script src="vier.js"></script>'
        '<script type="application/json">{"vijf": 5}</script></head></html>'
    )
    scripts = beleid_in(html)["script-src"]
    assert scripts == ["'self'", *map(som, ("\n een('é') ", "twee()", "drie()"))]


def test_zonder_hulpmiddel_geen_webassembly_en_geen_blob() -> None:
    zonder = beleid_in(beleid.zet_in_pagina(f"{KOP}</head></html>"))
    met = beleid_in(beleid.zet_in_pagina(f'{KOP}</head><section class="lv-hulpmiddel"></html>'))
    assert zonder["script-src"] == ["'self'"]
    assert met["script-src"] == ["'self'", "'wasm-unsafe-eval'", "blob:"]
    assert zonder["worker-src"] == ["'self'"]
    assert met["worker-src"] == ["'self'", "blob:"]


def test_alleen_de_eigen_host() -> None:
    regels = beleid_in(beleid.zet_in_pagina(f"{KOP}</head></html>"))
    assert regels["default-src"] == ["'none'"]
    assert regels["connect-src"] == regels["form-action"] == ["'self'"]
    overal = {waarde for waarden in regels.values() for waarde in waarden}
    assert overal <= {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}
    assert "'unsafe-inline'" not in regels["script-src"]


def test_kop_voor_servers_is_voor_elke_pagina_ruim_genoeg() -> None:
    html = f'{KOP}<script>een()</script></head><section class="lv-hulpmiddel"></html>'
    pagina = beleid_in(beleid.zet_in_pagina(html))
    kop = {regel.split()[0]: regel.split()[1:] for regel in beleid.beleid_als_kop().split("; ")}
    assert kop.keys() == pagina.keys()
    for naam, waarden in pagina.items():
        sommen = {waarde for waarde in waarden if waarde.startswith("'sha256-")}
        assert set(waarden) - sommen <= set(kop[naam]), naam
    assert kop["connect-src"] == ["'self'"]


@given(st.lists(st.text("abc <>'\"/\n=é", max_size=20), max_size=4))
def test_twee_keer_zetten_is_een_keer_zetten(scripts: list[str]) -> None:
    romp = "".join(f"<script>{tekst.replace('<', '')}</script>" for tekst in scripts)
    eerst = beleid.zet_in_pagina(f"{KOP}{romp}</head></html>")
    assert beleid.zet_in_pagina(eerst) == eerst
    # Wie een script wijzigt en opnieuw zet, heeft weer precies een beleid, met het nieuwe getal.
    later = beleid.zet_in_pagina(eerst.replace("</head>", "<script>nieuw()</script></head>"))
    assert beleid_in(later)["script-src"][-1] == som("nieuw()")


def test_beleid_staat_na_de_tekenset_en_voor_al_het_andere() -> None:
    met = beleid.zet_in_pagina(f"{KOP}<title>x</title></head></html>")
    assert met.index("charset") < met.index("Content-Security-Policy") < met.index("<title>")
    zonder = beleid.zet_in_pagina("<html><head><title>x</title></head></html>")
    assert zonder.index("Content-Security-Policy") < zonder.index("<title>")


def test_pagina_zonder_kop_zegt_wat_te_doen() -> None:
    with pytest.raises(beleid.BeleidError, match=r"dia\.html heeft geen <head>"):
        beleid.zet_in_pagina("<html><p>tekst</p></html>", "dia.html")


def test_wie_een_pagina_wijzigt_houdt_een_kloppend_beleid(tmp_path: Path) -> None:
    """Ook drukwerk past pagina's aan, lang nadat het boek is gebouwd (zie druk/verwijzing.py)."""
    pagina = tmp_path / "index.html"
    pagina.write_text(f"{KOP}{offline.LEEG.decode()}<script>een()</script></head></html>", "utf-8")
    offline.schrijf_dienst(tmp_path)
    pagina.write_text(pagina.read_text("utf-8").replace("een()", "twee()"), "utf-8")
    offline.schrijf_dienst(tmp_path)
    tekst = pagina.read_text("utf-8")
    assert beleid_in(tekst)["script-src"] == ["'self'", som("twee()")]
    assert (tmp_path / "_headers").read_text("utf-8").startswith("/*\n  Content-Security-Policy: ")
