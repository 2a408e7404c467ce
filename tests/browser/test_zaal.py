"""Veertig antwoorden uit een zaal: een paar voor de camera, de rest uit een chat, elk één keer."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from axeloper import find_violations
from codeproef import verzin
from nepcamera import arguments, film
from playwright.sync_api import Browser, expect
from starten import VAK, start
from wachten import wacht_tot

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.verzamelen.antwoordcode import form_of, grouped, write_code
from lv_tools.basis.verzamelen.uitnodiging import from_fragment
from lv_tools.urgentiemeter.teksten import instrument

INHOUD = instrument()
#: Zoveel codes komen voor de camera; de rest van de veertig staat in een chat.
VOOR_DE_CAMERA = 3
TEKENING = "document.querySelector('.lvs-groot .lvs-tekening')"
#: De kleinste letter die de zaal leest, en wat er buiten beeld of zijn vak valt. Wat bedient en de
#: regel met de bron zijn voor wie ernaast staat.
MAAT = """() => {
  const bord = document.querySelector('.lvs-groot:fullscreen');
  const doek = bord.querySelector('.js-plotly-plot');
  const maal = () => doek.getBoundingClientRect().width / doek.offsetWidth;
  const letter = (el) =>
    parseFloat(getComputedStyle(el).fontSize) * (el.ownerSVGElement ? maal() : 1);
  const kiezer = '.lvs-groot-boven, .lvs-groot-vraag, .lvs-figuur-titel, .lvs-figuur-zin, '
    + '.lvs-tekening text';
  const teksten = [...bord.querySelectorAll(kiezer)]
    .filter((el) => el.textContent.trim() && el.getClientRects().length);
  const vak = bord.querySelector('.lvs-tekening').getBoundingClientRect();
  const scherm = new DOMRect(0, 0, innerWidth, innerHeight);
  const buiten = teksten.filter((el) => {
    const [r, rand] = [el.getBoundingClientRect(), el.ownerSVGElement ? vak : scherm];
    return r.left < rand.left - 1 || r.top < rand.top - 1
      || r.right > rand.right + 1 || r.bottom > rand.bottom + 1;
  });
  return {
    letter: Math.min(...teksten.map(letter)),
    hoeveel: teksten.length,
    buiten: buiten.map((el) => el.textContent),
    schuift: bord.scrollHeight > bord.clientHeight + 1,
  };
}"""


def test_veertig_antwoorden_in_twee_minuten_met_camera_en_chat(
    chromium_met: Callable[[Iterable[str]], Browser], adres: str, axe: str, tmp_path: Path
) -> None:
    band = tmp_path / "camera.y4m"
    browser = chromium_met(arguments(band))
    context = browser.new_context(
        viewport={"width": 1280, "height": 720}, locale="nl-NL", service_workers="block"
    )
    pagina = context.new_page()
    gevraagd: list[str] = []
    pagina.on("request", lambda vraag: gevraagd.append(vraag.url))
    pagina.goto(f"{adres}instrumenten/urgentiemeter.html")
    start(pagina)
    pagina.get_by_role("tab", name="2.").click()
    pagina.get_by_label(INHOUD.zeg("meting"), exact=True).fill("Havo, najaar 2026")
    pagina.get_by_text(INHOUD.zeg("uitdelen_titel")).click()
    pagina.get_by_role("button", name=INHOUD.zeg("uitdelen_maak")).click()
    link = pagina.get_by_label(INHOUD.zeg("uitdelen_link"), exact=True)
    expect(link).not_to_have_value("")
    meting = from_fragment("meting", link.input_value().partition("#")[2], INHOUD.lijst).meting
    vorm = form_of("urgentiemeter", meting, INHOUD.lijst, INHOUD.vragen)
    mensen = [verzin(vorm, random.Random(n)) for n in range(40)]
    codes = [write_code(replace(wie, versie=now().isoformat()), vorm) for wie in mensen]
    vreemde = write_code(mensen[0], replace(vorm, meting="0" * 12))
    pagina.get_by_text("Codes van telefoons").click()
    pagina.get_by_text("Op naam", exact=True).click()

    begin = time.monotonic()
    film(codes[:VOOR_DE_CAMERA], band)  # de film begint steeds opnieuw: niemand telt dubbel
    pagina.get_by_role("button", name="Zet de camera aan").click()
    binnen = pagina.locator(".lvs-groot-vraag")
    expect(binnen).to_have_text(f"{VOOR_DE_CAMERA} antwoorden binnen", timeout=60_000)
    assert find_violations(pagina, axe, binnen=VAK) == []
    pagina.get_by_role("button", name="Zet de camera uit").click()
    wacht_tot(pagina, "!document.querySelector('.lvs-camera video').srcObject")

    ander = grouped(write_code(verzin(vorm, random.Random(99)), vorm))
    stuk = ander[:-1] + ("7" if ander[-1] != "7" else "8")
    chat = [f"[14:0{n % 10}] Collega {n}: {grouped(code)}" for n, code in enumerate(codes)]
    pagina.get_by_label("Codes en berichten").fill("\n".join([*chat, stuk, vreemde, "Tot zo!"]))
    pagina.get_by_role("button", name="Lees de codes").click()
    expect(binnen).to_have_text("40 antwoorden binnen", timeout=60_000)
    assert time.monotonic() - begin < 120
    zegt = pagina.locator(".lvs-groot").get_by_text("antwoorden erbij")
    expect(zegt).to_contain_text(f"{VOOR_DE_CAMERA} codes waren er al")
    expect(zegt).to_contain_text("niet heel aangekomen")
    expect(zegt).to_contain_text("hoort bij een andere link")

    # Op het grote scherm leest de hele zaal mee, ook wat in een volgend deel van de uitkomst staat.
    pagina.get_by_role("button", name="Vul het scherm").locator("visible=true").first.click()
    wacht_tot(pagina, f"Number({TEKENING}?.dataset.maal) > 1")
    delen = pagina.locator(".lvs-muurdelen [role=status]")
    for nummer in (1, 2):
        expect(delen).to_have_text(f"Deel {nummer} van 2")
        maat = pagina.evaluate(MAAT)
        assert maat["letter"] >= 29.9, maat
        assert maat["hoeveel"] > (20 if nummer == 1 else 3), maat
        assert not maat["buiten"], maat
        assert not maat["schuift"], maat
        pagina.keyboard.press("PageDown")
    bord = pagina.locator(".lvs-groot")
    assert bord.evaluate("b => b.getBoundingClientRect().width === innerWidth")
    pagina.get_by_role("button", name="Terug naar het verzamelen").click()
    wacht_tot(pagina, f"!{TEKENING}.dataset.maal && !{TEKENING}.firstElementChild.style.transform")
    expect(pagina.locator(".lvs-groot .lvs-figuur-zin")).to_be_visible()
    assert all(url.startswith((adres, "blob:", "data:")) for url in gevraagd)
