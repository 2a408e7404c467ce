"""De vraag in grote letters, de klok, de kaarten en het afdrukken, in een echte browser."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from gastheer import Gastheer, Proef
from playwright.sync_api import BrowserContext, expect

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Bloktabel,
    Document,
    Figuurblok,
    Kop,
    Opsomming,
)
from lv_tools.schermdelen import Actie, Afdruk, Groot, Kaart, Kaartlijst, Knop, Scherm, Wekker

KWAAD = '<img src=x onerror="window.mis=1"><b>vet</b>'


@pytest.fixture
def open_(gastheer: Gastheer, context: BrowserContext) -> Callable[..., Proef]:
    return lambda *delen, **rest: gastheer.open(context, Scherm(*delen), **rest)


def kaarten(volgorde: str) -> tuple[Kaart, ...]:
    def acties(plek: int) -> tuple[Actie, ...]:
        return (
            Actie("later", "Later", uit=plek == len(volgorde) - 1),
            Actie("vast", "Zet vast", aan=False),
            Actie("weg", "Laat weg"),
        )

    return tuple(
        Kaart(n, f"Vraag {n}", acties(p), uitleg="Omdat.", uitlegtitel="Waarom?", sleepbaar=True)
        for p, n in enumerate(volgorde)
    )


class Rij:
    """Een lijst die echt verplaatst en weghaalt."""

    def __init__(self, volgorde: str) -> None:
        self.volgorde = volgorde
        self.lijst = Kaartlijst(
            "Vragen", self.doe, kaarten=kaarten(volgorde), sleepbaar=True, leeg="Niets."
        )

    def doe(self, kaart: str, actie: str, doel: str = "") -> None:
        rij = [n for n in self.volgorde if n != kaart]
        if actie == "later":
            rij.insert(self.volgorde.index(kaart) + 1, kaart)
        elif actie == "naar":
            rij.insert(self.volgorde.index(doel), kaart)
        self.volgorde = "".join(rij) if actie != "vast" else self.volgorde
        self.lijst.kaarten = kaarten(self.volgorde)


def test_verplaatsen_met_het_toetsenbord_houdt_de_focus(open_: Callable[..., Proef]) -> None:
    rij = Rij("abc")
    proef = open_(rij.lijst)
    knop = proef.page.get_by_role("button", name="Later: Vraag a")
    knop.focus()
    proef.page.keyboard.press("Enter")
    proef.wacht(lambda: rij.volgorde == "bac")
    expect(proef.page.get_by_role("button", name="Later: Vraag a")).to_be_focused()
    proef.page.keyboard.press("Enter")
    proef.wacht(lambda: rij.volgorde == "bca")
    # De knop staat nu uit: de focus gaat naar de eerste knop van dezelfde kaart die het doet.
    expect(proef.page.get_by_role("button", name="Zet vast: Vraag a")).to_be_focused()
    assert proef.axe() == []
    assert proef.fouten == []


def test_een_kaart_weg_laat_de_focus_op_dezelfde_plek(open_: Callable[..., Proef]) -> None:
    rij = Rij("ab")
    proef = open_(rij.lijst)
    proef.page.get_by_role("button", name="Laat weg: Vraag a").press("Enter")
    proef.wacht(lambda: rij.volgorde == "b")
    expect(proef.page.get_by_role("button", name="Laat weg: Vraag b")).to_be_focused()
    proef.page.keyboard.press("Enter")
    expect(proef.page.get_by_text("Niets.")).to_be_visible()


def test_slepen_kan_ook(open_: Callable[..., Proef]) -> None:
    rij = Rij("abc")
    proef = open_(rij.lijst)
    kaart = proef.page.locator(".lvs-kaart")
    kaart.nth(2).drag_to(kaart.nth(0))
    proef.wacht(lambda: rij.volgorde == "cab")


def test_een_actie_die_er_niet_is_wordt_geweigerd() -> None:
    rij = Rij("ab")
    for gegevens in ({"kaart": "b", "naam": "later"}, {"kaart": "a", "naam": "x"}):
        with pytest.raises(ValueError, match="kan"):
            rij.lijst.receive("actie", gegevens, "")
    with pytest.raises(LookupError, match="'z'"):
        rij.lijst.receive("actie", {"kaart": "z", "naam": "weg"}, "")


def test_de_klok_waarschuwt_zacht_en_is_te_negeren(open_: Callable[..., Proef]) -> None:
    klok = Wekker(3 / 60, sleutel="een", totaal=45, waarschuw=2)
    proef = open_(klok)
    pagina = proef.page
    expect(pagina.get_by_role("timer")).to_contain_text("Nog 1 minuut")
    pagina.get_by_role("button", name="Start de klok").press("Enter")
    status = pagina.locator(".lvs-wekker [role=status]")
    expect(status).to_have_text("Deze vraag loopt naar het einde.")
    expect(status).to_have_text(
        "De tijd voor deze vraag is om. Rond af als het kan, of ga gerust door."
    )
    expect(pagina.locator(".lvs-wekker")).to_have_attribute("data-stand", "om")
    assert proef.axe() == []
    with proef.vanuit_python():
        klok.sleutel = "twee"
    expect(status).to_have_text("")
    expect(pagina.get_by_role("button", name="Zet de klok stil")).to_be_visible()
    with proef.vanuit_python():
        klok.sleutel = "een"
    expect(pagina.locator(".lvs-wekker")).to_have_attribute("data-stand", "om")
    pagina.get_by_role("button", name="Zet de klok stil").click()
    pagina.get_by_role("button", name="Begin deze vraag opnieuw").click()
    expect(pagina.locator(".lvs-wekker")).to_have_attribute("data-stand", "rustig")
    pagina.get_by_role("button", name="Verberg de tijd").click()
    expect(pagina.get_by_role("timer")).to_be_hidden()
    expect(pagina.get_by_role("button", name="Toon de tijd")).to_be_visible()


def test_een_klok_met_een_naam_gaat_verder_waar_zij_was(open_: Callable[..., Proef]) -> None:
    nu = int(time.time() * 1000)
    standen: list[dict[str, Any]] = []
    klok = Wekker(
        4,
        sleutel="b",
        totaal=15,
        naam="klok",
        waarde={"sinds": nu - 60_000, "duren": {"a": 120_000}},
        bij_wijziging=standen.append,
        dit="dit onderdeel",
        geheel="Sessie",
        precies=True,
    )
    proef = open_(klok)
    pagina = proef.page
    tijd = pagina.get_by_role("timer")
    expect(tijd).to_have_text(re.compile(r"^Nog 2:5\d van 4 minuten$"))
    expect(pagina.get_by_text("Sessie: 3 van 15 minuten")).to_be_visible()
    # Tikken is geen nieuws voor wie luistert: alleen een zin aan het eind.
    expect(pagina.locator(".lvs-wekker [role=status]")).to_have_text("")
    assert standen == []
    pagina.get_by_role("button", name="Zet de klok stil").click()
    proef.wacht(lambda: bool(standen))
    assert standen[-1]["sinds"] == 0
    assert standen[-1]["duren"]["a"] == 120_000
    assert 60_000 <= standen[-1]["duren"]["b"] < 90_000
    with proef.vanuit_python():
        klok.waarde = {"sinds": nu - 5 * 3_600_000, "duren": {}}
    # Wie uren later terugkomt, vindt de klok stil.
    expect(pagina.get_by_role("button", name="Start de klok")).to_be_visible()
    expect(tijd).to_contain_text("Nog 4:00")
    # Ook bij een laptop die dichtklapte terwijl de klok liep.
    pagina.get_by_role("button", name="Start de klok").click()
    expect(pagina.get_by_role("button", name="Zet de klok stil")).to_be_visible()
    pagina.evaluate("(() => { const nu = Date.now; Date.now = () => nu() + 2 * 3600000; })()")
    expect(pagina.get_by_role("button", name="Start de klok")).to_be_visible()
    expect(tijd).to_have_text(re.compile(r"^Nog (4:00|3:5\d) van 4 minuten$"))


@pytest.mark.parametrize("waarde", [{"sinds": -1}, {"sinds": "nu"}, {"duren": 3}])
def test_een_stand_die_geen_stand_is_wordt_geweigerd(waarde) -> None:
    with pytest.raises(ValueError, match="stand van een klok"):
        Wekker(1, naam="klok", waarde=waarde)


def test_een_klok_zonder_tijd_kan_niet() -> None:
    with pytest.raises(ValueError, match="0 minuten"):
        Wekker(0)


@pytest.mark.parametrize("pad", ["/licht", "/donker"])
def test_grote_letters(open_: Callable[..., Proef], pad: str) -> None:
    vraag = Groot("Wat gaat goed?", Knop("Verder", lambda: None), boven="Do", onder=KWAAD, niveau=2)
    proef = open_(vraag, pad=pad, breed=390)
    kop = proef.page.get_by_role("heading", name="Wat gaat goed?")

    def grootte() -> float:
        return float(kop.evaluate("el => parseFloat(getComputedStyle(el).fontSize)"))

    begin = grootte()
    proef.page.get_by_role("button", name="Grotere letters").click()
    proef.wacht(lambda: vraag.maat == "heel groot")
    assert grootte() > begin
    expect(proef.page.get_by_role("button", name="Grotere letters")).to_be_disabled()
    with proef.vanuit_python():
        vraag.tekst = "En nu?"
        vraag.focus()
    expect(proef.page.get_by_role("heading", name="En nu?")).to_be_focused()
    assert KWAAD in proef.page.locator(".lvs-groot-onder").inner_text()
    assert proef.page.evaluate("window.mis") is None
    assert proef.axe() == []
    with pytest.raises(ValueError, match="reusachtig"):
        vraag.receive("wijziging", {"waarde": "reusachtig"}, "")


def test_het_hele_scherm_en_terug(open_: Callable[..., Proef]) -> None:
    proef = open_(Groot("Wat gaat goed?", Knop("Verder", lambda: None), niveau=2))
    proef.page.get_by_role("button", name="Vul het scherm").click()
    expect(proef.page.get_by_role("button", name="Terug naar de notities")).to_be_visible()
    assert proef.page.evaluate("document.fullscreenElement.className") == "lvs-groot"
    assert proef.axe() == []
    proef.page.get_by_role("button", name="Terug naar de notities").click()
    expect(proef.page.get_by_role("button", name="Vul het scherm")).to_be_visible()


FIGUUR = Figuurblad(
    {
        "data": [{"mode": "markers", "x": [1], "y": [1], "marker": {"color": stijl.ACCENT}}],
        "layout": stijl.layout(hoogte=200),
    },
    KWAAD, "Een zin.", ("Wat",), ((1,),), "deze toets", "1", "niets",
)  # fmt: skip


def test_afdrukken_maakt_een_vel_van_tekst(open_: Callable[..., Proef]) -> None:
    document = Document(
        KWAAD,
        (
            Kop("Afspraken"),
            Bloktabel("Wie doet wat", ("Wat", "Wie"), ((KWAAD, "rector"),), breedtes=(3, 1)),
            Alinea(f"een\n{KWAAD}", klein=True),
            Opsomming((KWAAD,)),
            Figuurblok(FIGUUR),
        ),
    )
    proef = open_(Afdruk("Druk af", lambda: document))
    proef.page.get_by_role("button", name="Druk af").click()
    vel = proef.page.frame_locator(".lvs-papier")
    assert vel.locator("h1").text_content() == KWAAD
    assert vel.locator("tbody th[scope=row]").first.text_content() == KWAAD
    assert vel.locator("li").text_content() == KWAAD
    assert vel.locator("b, script").count() == 0
    plaat = vel.locator("img")
    assert plaat.get_attribute("alt").startswith(KWAAD)
    assert plaat.evaluate("(beeld) => beeld.naturalWidth") > 600, "het beeld is er echt"
    assert vel.locator("html").get_attribute("lang") == "nl"
    assert proef.page.evaluate("window.mis") is None
    expect(proef.page.get_by_role("status").filter(has_text="afdrukvenster")).to_be_visible()
