"""Eén verhaal: een bestuur met vier scholen, door twee Q-gesprekken, door de voordeuren.

De bestuurssecretaris opent bestanden die de hulpmiddelen zelf schreven, legt de scholen naast
elkaar, maakt van elk dossier een blad, bereidt alle gesprekken voor, houdt ze, en doet dat een half
jaar later nog eens. Wat een school schreef, heeft haar merk; dat mag nergens anders opduiken.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hulpproef import Proef
from maak_scholenvoorbeeld import bestanden
from prompterproef import AFRONDEN, GIDS, KIEZEN, afspraak, doorlopen, rond_af
from prompterproef import Proef as Prompter
from scholenproef import map_

from lv_tools.kwaliteitsrapportage.hulpmiddel import KWALITEITSRAPPORTAGE
from lv_tools.kwaliteitsrapportage.teksten import content
from lv_tools.schermdelen import Uitklap, Upload
from lv_tools.scholen.hulpmiddel import SCHOLEN

ZEG = content().zeg
STAPPEN = [stap.code for stap in content().stap]
SCHOLEN_VAN_HET_BESTUUR = tuple(f"Verzonnen school {letter}" for letter in "ABCD")
EERSTE, TWEEDE, DERDE = date(2027, 1, 12), date(2027, 6, 8), date(2027, 11, 9)
#: Wat elke school met het bestuur afspreekt; drie scholen gebruiken dezelfde woorden.
UREN = "De uren voor lesbezoek in het jaarplan zetten"


@pytest.fixture(autouse=True)
def apparaat(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))


class Blad(Proef):
    """De kwaliteitsrapportage van één school."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(KWALITEITSRAPPORTAGE, **rest)

    @property
    def blad(self) -> Any:
        return self.werk.staat.blad

    def ga(self, code: str) -> Any:
        self.stap(STAPPEN.index(code))
        return self.opstelling.panelen[STAPPEN.index(code)]

    def download(self, knop: str) -> bytes:
        self.klik(knop)
        return next(bytes(f[0]) for b, f in reversed(self.gestuurd) if b.get("naam") == "bied-aan")


def kies_bestanden(proef: Proef, begin: str, *bestanden_: tuple[str, bytes]) -> None:
    uploads = [d for d in proef.scherm.walk() if isinstance(d, Upload)]
    upload = next(d for d in uploads if str(d.eigenschappen["label"]).startswith(begin))
    meta = [{"naam": naam, "type": "application/json"} for naam, _ in bestanden_]
    proef.gebeur(upload, "bestanden", *(inhoud for _, inhoud in bestanden_), bestanden=meta)


def neem_mee(proef: Proef, ophalen: Any, begin: str) -> str:
    """Haal op wat een hulpmiddel klaarlegde, en geef wat er dan gezegd wordt."""
    kaart = next(k for k in ophalen.kaarten.kaarten if k.titel.startswith(begin))
    proef.gebeur(ophalen.kaarten, "actie", kaart=kaart.id, naam="neem")
    return str(ophalen.melding.tekst)


def dossier(proef: Proef, keuze: Any, naam: str) -> None:
    proef.gebeur(keuze.keuze, "wijziging", waarde=naam)


def merk(school: str) -> str:
    return f"merk{school[-1]}merk"


def elders(school: str) -> set[str]:
    """Geef de merken en de namen van de andere scholen."""
    anders = [s for s in SCHOLEN_VAN_HET_BESTUUR if s != school]
    return {*map(merk, anders), *anders}


def kaal(tekst: str) -> str:
    """Geef de letters en cijfers van een tekst, zonder opmaak."""
    return re.sub(r"\W|_", "", tekst)


def op_elk_papier(hulp: Blad) -> Iterator[str]:
    """Geef het blad zoals het op het scherm, in Word, in Markdown en in Excel staat."""
    paneel = hulp.ga("blad")
    yield json.dumps([d.eigenschappen for d in paneel.blad.deel.walk()], default=repr)
    with zipfile.ZipFile(io.BytesIO(hulp.download("Verslag voor Word"))) as pak:
        yield re.sub(r"<[^>]+>", "", pak.read("word/document.xml").decode())
    yield hulp.download("Verslag als Markdown").decode()
    boek = openpyxl.load_workbook(io.BytesIO(hulp.download("Tabellen als Excel")))
    yield " ".join(str(cel.value) for rij in boek.active.iter_rows() for cel in rij)


def is_van(school: str, hulp: Blad, verwacht: list[str]) -> None:
    """Alles staat op elk papier, in dezelfde volgorde, en niets is van een andere school."""
    for papier in op_elk_papier(hulp):
        tekst = kaal(papier)
        assert not [wat for wat in elders(school) if kaal(wat) in tekst]
        plekken = [tekst.index(kaal(wat)) for wat in verwacht]
        assert all(een < twee for een, twee in pairwise(plekken)), verwacht


def maak_blad(school: str, inhoud: bytes) -> Blad:
    """Maak het eerste blad: uit het dossier van de school, met eigen woorden erbij."""
    hulp, zin = Blad(), merk(school)
    for naam, waarde in (("school", school), ("periode", "najaar 2026"), ("dag", "12-1-2027")):
        hulp.vul(f"blad/{naam}", waarde)
    ophalen = hulp.ga("inhoud").ophalen
    kies_bestanden(hulp, "Open een dossier", ("dossier.lv.json", inhoud))
    hulp.klik("Zet het ernaast als eigen dossier")
    assert ophalen.lade.bestand == school  # de naam in het bestand, niet die van het bestand
    assert "punten hieronder" in neem_mee(hulp, ophalen, "verbeterplan")
    hulp.klik(content().part("nodig").erbij)
    hulp.vul(f"blad/punten/{hulp.blad.punten[-1].id}/wat", f"{zin}: 2 uur per week")
    hulp.ga("vragen")
    vragen(hulp, zin)
    hulp.ga("gesprek")
    hulp.klik(ZEG("klaarleg_knop"))
    return hulp


def vragen(hulp: Blad, zin: str) -> None:
    for nummer in ("een", "twee", "drie"):
        hulp.vul(f"blad/vragen/{nummer}", f"{zin}: vraag {nummer} van {hulp.blad.dag}?")


def zet_afloop(hulp: Blad, wat: str, afloop: str) -> None:
    """Klap een afspraak van de vorige keer open, en zeg wat ervan kwam."""
    vakken = [d for d in hulp.scherm.walk() if isinstance(d, Uitklap) and not hulp.bezwaar(d)]
    vak = next(d for d in vakken if wat[:20] in str(d.eigenschappen["titel"]))
    hulp.gebeur(vak, "wijziging", waarde=True)
    afspraak_ = next(a for a in hulp.blad.vorige if a.wat == wat)
    hulp.vul(f"blad/vorige/{afspraak_.id}/afloop", afloop)


def bereid_voor(prompter: Prompter, school: str, *, nieuw: bool) -> None:
    """Maak de gids voor het gesprek met een school: haar drie vragen, en van niemand anders."""
    paneel = prompter.go(KIEZEN)
    ophalen = paneel.mee.ophalen
    dossier(prompter, ophalen.dossiers.keuze, school)
    assert f"Dit komt uit het dossier ‘{school}’." in ophalen.welk.alineas
    if nieuw:
        prompter.gebeur(paneel.reeks, "wijziging", waarde="nieuw:bestuur-scholen")
        prompter.vul("keuze/groep", school)
    else:
        reeks = next(r for r in prompter.staat.reeksen if r.naam.endswith(school))
        prompter.gebeur(paneel.reeks, "wijziging", waarde=reeks.id)
        prompter.go(AFRONDEN)
        prompter.klik("Bereid het volgende gesprek voor")
        prompter.go(KIEZEN)
    neem_mee(prompter, ophalen, "kwaliteitsrapportage")
    prompter.zend("Maak de gids")
    assert prompter.staat.current.naam == f"Bestuur met rectoren of directeuren {school}"
    dag = TWEEDE if not nieuw else EERSTE
    van_school = [f"{merk(school)}: vraag {n} van {dag}?" for n in ("een", "twee", "drie")]
    assert [r.tekst for r in prompter.gids.regels if r.meegebracht] == van_school
    gids = repr(prompter.paneel(GIDS).document())
    assert not [m for m in elders(school) if m in gids]


def houd(prompter: Prompter, school: str, dag: date, volgende: date, wat: str) -> None:
    """Houd het gesprek met een school, en leg de afspraak in haar dossier."""
    paneel = prompter.go(KIEZEN)
    reeks = next(r for r in prompter.staat.reeksen if r.naam.endswith(school))
    prompter.gebeur(paneel.reeks, "wijziging", waarde=reeks.id)
    dossier(prompter, paneel.mee.ophalen.dossiers.keuze, school)
    doorlopen(prompter)
    afspraak(prompter, wat, wie="rector", wanneer="1-4-2027")
    rond_af(
        prompter,
        moment_dag=f"{dag.day}-{dag.month}-{dag.year}",
        volgende_dag=f"{volgende.day}-{volgende.month}-{volgende.year}",
    )
    klaar = prompter.paneel(AFRONDEN).klaar
    assert f"Dit gaat naar het dossier ‘{school}’." in klaar.welk.alineas
    prompter.klik("Leg bewijs en afspraken klaar")
    assert f"in ‘{school}’" in klaar.melding.tekst


def naast_elkaar(alles: dict[str, bytes]) -> None:
    """Leg de scholen naast elkaar: op alfabet, en elke school op haar eigen rij."""
    proef = Proef(SCHOLEN)
    kies_bestanden(proef, "Kies de bestanden", *alles.items())
    assert f"{len(alles)} uitkomsten erbij" in proef.opstelling.panelen[0].melding.tekst
    proef.stap(1)
    uit = proef.werk.uitslag
    assert uit.scholen == SCHOLEN_VAN_HET_BESTUUR
    for beeld in uit.soorten.values():
        assert {rij.naam for rij in beeld.rijen} <= set(SCHOLEN_VAN_HET_BESTUUR)
        assert all(rij.naam == rij.stuk.school for rij in beeld.rijen)


def bestuur_leest(bladen: dict[str, bytes]) -> str:
    """Leg de bladen naast elkaar, en geef het verslag van het bestuur."""
    bestuur = Blad()
    bestuur.ga("bestuur")
    kies_bestanden(
        bestuur, ZEG("scholen_knop"), *((f"{s}.json", inhoud) for s, inhoud in bladen.items())
    )
    assert f"{len(bladen)} bladen erbij gelegd" in json.dumps(
        [b for b, _ in bestuur.gestuurd], ensure_ascii=False
    )
    for school in bestuur.werk.staat.scholen:  # elk blad houdt wat van die school is
        assert not [m for m in elders(school.blad.school) if m in repr(school.blad)]
    assert [s.blad.school for s in bestuur.werk.staat.scholen] == list(SCHOLEN_VAN_HET_BESTUUR)
    return bestuur.download("Verslag als Markdown").decode()


def test_een_bestuur_met_vier_scholen_door_twee_q_gesprekken() -> None:
    alles = dict(bestanden())
    mappen = {f"{s[-1].lower()}-dossier.lv.json": s for s in SCHOLEN_VAN_HET_BESTUUR}
    alles |= {naam: map_(school, 2) for naam, school in mappen.items()}
    naast_elkaar(alles)

    # Het eerste gesprek: een blad per school, en alle gidsen voordat er een gesprek is geweest.
    bladen = {school: maak_blad(school, alles[naam]) for naam, school in mappen.items()}
    for school, hulp in bladen.items():
        is_van(school, hulp, [f"Iets van {school}", f"Doel 1 van {school}", merk(school)])
    verslag = bestuur_leest({s: h.download(ZEG("voor_bestuur_knop")) for s, h in bladen.items()})
    for onderdeel in ("nodig", "vragen"):
        stuk = verslag.split(f"## {content().onderdeel[onderdeel]}")[1].split("## ")[0]
        plekken = [stuk.index(merk(school)) for school in bladen]
        assert plekken == sorted(plekken)
    prompter = Prompter()
    for school in bladen:
        bereid_voor(prompter, school, nieuw=True)
    for school in bladen:
        eigen = UREN if school[-1] != "D" else f"{merk(school)}: een gesprek met ouders"
        houd(prompter, school, EERSTE, TWEEDE, eigen)

    # Het dossier van de laatste school is open: daar hoort het blad van een andere niet in.
    eerste = bladen[SCHOLEN_VAN_HET_BESTUUR[0]]
    klaar = eerste.ga("gesprek").klaar
    eerste.gebeur(klaar.lade, "kijk")
    voor = klaar.lade.dossier
    eerste.klik(ZEG("klaarleg_knop"))
    assert "gaat over het dossier ‘Verzonnen school A’" in klaar.melding.tekst
    assert klaar.lade.dossier == voor

    # Een half jaar later: wat is afgesproken, staat voorop op het blad van die school.
    for school, hulp in bladen.items():
        eigen = UREN if school[-1] != "D" else f"{merk(school)}: een gesprek met ouders"
        ophalen = hulp.ga("inhoud").ophalen
        dossier(hulp, ophalen.dossiers.keuze, school)
        hulp.gebeur(ophalen.lade, "kijk")
        hulp.ga("gesprek")
        hulp.ga("inhoud")
        zin = neem_mee(hulp, ophalen, "gespreksprompter")
        assert zin == f"Overgenomen uit het dossier ‘{school}’: 1 afspraak bij de afspraken."
        assert [a.wat for a in hulp.blad.afspraken] == [eigen]
        hulp.ga("gesprek")
        hulp.vul("blad/volgende", "8-6-2027")
        hulp.klik(ZEG("volgende_knop"))
        assert [a.wat for a in hulp.blad.vorige] == ["Afspraak", eigen]
        assert (hulp.blad.dag, hulp.blad.vorige_dag) == (TWEEDE, EERSTE)
        hulp.vul("blad/periode", "voorjaar 2027")
        zet_afloop(hulp, "Afspraak", "gedaan")
        zet_afloop(hulp, eigen, "deels")
        hulp.ga("vragen")
        vragen(hulp, merk(school))
        is_van(school, hulp, ["Afspraak", eigen, f"Doel 1 van {school}", merk(school)][:-1])
        hulp.ga("gesprek")
        hulp.klik(ZEG("klaarleg_knop"))
    verslag = bestuur_leest({s: _voor_bestuur(h) for s, h in bladen.items()})
    eerst = verslag.index(content().onderdeel["vorige"])
    assert eerst < verslag.index(UREN) < verslag.index(content().onderdeel["doelen"])

    # Het tweede gesprek opent met wat er openstaat; dat staat er geen twee keer in.
    for school in bladen:
        bereid_voor(prompter, school, nieuw=False)
        open_ = [a.wat for a in prompter.staat.current.open_agreements(prompter.staat.gesprek)]
        eigen = UREN if school[-1] != "D" else f"{merk(school)}: een gesprek met ouders"
        assert open_ == [eigen]
        assert [r.soort for r in prompter.gids.regels[:2]] == ["start", "terugblik"]
        assert repr(prompter.paneel(GIDS).document()).count(eigen) == 1
    for school, hulp in bladen.items():
        houd(prompter, school, TWEEDE, DERDE, f"{merk(school)}: tweede afspraak")
        ophalen = hulp.ga("inhoud").ophalen
        dossier(hulp, ophalen.dossiers.keuze, school)
        hulp.gebeur(ophalen.lade, "kijk")
        neem_mee(hulp, ophalen, "gespreksprompter")
        assert f"{merk(school)}: tweede afspraak" in [a.wat for a in hulp.blad.afspraken]
        is_van(school, hulp, [f"{merk(school)}: tweede afspraak"])


def _voor_bestuur(hulp: Blad) -> bytes:
    hulp.ga("blad")
    return hulp.download(ZEG("voor_bestuur_knop"))
