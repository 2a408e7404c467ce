"""De gids bekijken en aanpassen, en meenemen op papier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitvoer.document import Document, to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import MARKDOWN_TYPE
from lv_tools.basis.uitvoer.word import WORD_TYPE, to_docx
from lv_tools.gespreksprompter.model import bewerken
from lv_tools.gespreksprompter.model.gids import Gids, Regel
from lv_tools.gespreksprompter.model.kiezen import MINUTEN
from lv_tools.gespreksprompter.scherm.werk import Werkplek
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.gespreksprompter.verslag.document import about, guide_document, minutes
from lv_tools.schermdelen import (
    Actie,
    Afdruk,
    Bestand,
    Download,
    Formulier,
    Invoerveld,
    Kaart,
    Kaartlijst,
    Keuzelijst,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Tekst,
    Uitklap,
)
from lv_tools.schermdelen.kaartlijst import NAAR


class Gidspaneel:
    """De gids als rij kaarten met knoppen.

    Parameters
    ----------
    naar_gesprek
        Wordt geroepen als de gebruiker het gesprek begint.
    """

    def __init__(self, plek: Werkplek, naar_gesprek: Callable[[], object]) -> None:
        self.plek = plek
        bekend = inhoud()
        self.leeg = Tekst(bekend.text("scherm", "gids_leeg"))
        self.kop = Tekst()
        self.opmerkingen = Mededeling(toon="letop")
        self.kaarten = Kaartlijst("Vragen van de gids", self._act, sleepbaar=True)
        self.tekst = Invoerveld(
            Veld("gids-eigen", "Uw eigen vraag", lengte=bewerken.LANGSTE_VRAAG, verplicht=True)
        )
        self.waar = Keuzelijst("Waar komt deze vraag?", [("nieuw", "Als nieuwe vraag")])
        self.waar.naam = "gids-waar"
        self.fase = Keuzelijst(
            "Fase van een nieuwe vraag",
            [(f.code, f.naam) for f in bekend.fasen.values()],
            naam="gids-fase",
        )
        self.minuten = Invoerveld(
            Veld(
                "gids-minuten",
                "Minuten voor een nieuwe vraag",
                "geheel",
                minimum=bekend.number("vraag_min"),
                maximum=bekend.number("vraag_max"),
                verplicht=True,
            ),
            waarde="5",
        )
        self.eigen = Uitklap(
            "Een eigen vraag schrijven",
            Formulier(
                self.tekst,
                self.waar,
                Rij(self.fase, self.minuten),
                bij_inzenden=self._own,
                knop="Zet deze vraag in de gids",
                gelukt="De vraag staat in de gids.",
            ),
        )
        self.vol = Kolom(
            self.kop,
            self.opmerkingen,
            Rij(
                Knop("Begin het gesprek", naar_gesprek, hoofd=True),
                Knop("Kies andere vragen", self._again),
            ),
            Tekst(bekend.text("scherm", "gids_uitleg")),
            self.kaarten,
            self.eigen,
            Rij(
                Afdruk("Druk de gids af", self._document),
                Download("Gids voor Word", self._word),
                Download("Gids als Markdown", self._markdown),
            ),
        )
        self.deel = Kolom(self.leeg, self.vol)
        plek.na.append(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Toon de gids zoals hij nu is."""
        gids = self.plek.gids
        self.leeg.verborgen, self.vol.verborgen = gids is not None, gids is None
        if gids is None:
            self.kaarten.kaarten = ()
            return
        ruimte = f", {minutes(gids.ruimte)} vrij" if gids.ruimte else ""
        telling = aantal(len(gids.vragen), "vraag", "vragen")
        self.kop.alineas = (
            f"{self.plek.werk.current.naam}: {about(gids.opdracht)}.",
            f"{minutes(gids.opdracht.minuten)}, {telling}{ruimte}.",
        )
        self.opmerkingen.tekst = " ".join(gids.meldingen)
        self.kaarten.kaarten = _cards(gids)
        plekken = [
            (r.id, f"In plaats van: {_short(r.tekst)}") for r in gids.regels if r.soort != "pauze"
        ]
        self.waar.opties = [("nieuw", "Als nieuwe vraag"), *plekken]

    def _act(self, kenmerk: str, actie: str, doel: str = "") -> None:
        gids, plek = self.plek.gids, self.plek
        if gids is None or plek.gesprek is None:
            return
        verleden = plek.werk.current.history(plek.gesprek.id)
        regel = gids.row(kenmerk)
        acties: dict[str, Callable[[], Gids | Invoerfout]] = {
            "eerder": lambda: bewerken.move(gids, kenmerk, -1),
            "later": lambda: bewerken.move(gids, kenmerk, 1),
            "vast": lambda: bewerken.lock(gids, kenmerk, not regel.vast),
            "ruil": lambda: bewerken.swap(gids, kenmerk, verleden),
            "korter": lambda: bewerken.set_minutes(gids, kenmerk, regel.minuten - 1),
            "langer": lambda: bewerken.set_minutes(gids, kenmerk, regel.minuten + 1),
            "weg": lambda: bewerken.remove(gids, kenmerk),
            NAAR: lambda: bewerken.move_to(gids, kenmerk, doel),
        }
        if plek.keep_guide(acties[actie]()):
            self.refresh()
            self._tell(actie)

    def _tell(self, actie: str) -> None:
        scherm = self.deel.scherm
        if scherm is not None and self.plek.gids is not None:
            woorden = {"ruil": "Geruild.", "weg": "Weggelaten.", "eerder": "Verplaatst."}
            woorden |= {"later": "Verplaatst.", NAAR: "Verplaatst."}
            scherm.meld(f"{woorden.get(actie, '')} {minutes(self.plek.gids.ruimte)} vrij.".strip())

    def _again(self) -> None:
        gids, plek = self.plek.gids, self.plek
        if gids is not None and plek.gesprek is not None:
            verleden = plek.werk.current.history(plek.gesprek.id)
            if plek.keep_guide(bewerken.recompose(gids, verleden, gids.opdracht.zaad + 1)):
                self.refresh()

    def _own(self, waarden: Mapping[str, Any]) -> Mapping[Invoerveld, Invoerfout]:
        gids = self.plek.gids
        if gids is None:
            return {}
        if waarden["gids-waar"] == "nieuw":
            uit = bewerken.add(
                gids, waarden["gids-fase"], waarden["gids-eigen"], int(waarden["gids-minuten"])
            )
        else:
            uit = bewerken.rewrite(gids, waarden["gids-waar"], waarden["gids-eigen"])
        if isinstance(uit, Invoerfout):
            veld = self.minuten if uit.veld == MINUTEN else self.tekst
            return {veld: replace(uit, veld=veld.label)}
        self.plek.keep_guide(uit)
        self.tekst.waarde = ""
        self.refresh()
        return {}

    def _document(self) -> Document:
        gesprek = self.plek.gesprek
        if gesprek is None:
            raise ValueError("er is nog geen gids")
        return guide_document(self.plek.werk.current, gesprek, self.plek.vandaag)

    def _word(self) -> Bestand:
        return Bestand(self.plek.file_name("gids", "docx"), to_docx(self._document()), WORD_TYPE)

    def _markdown(self) -> Bestand:
        tekst = to_markdown(self._document())
        return Bestand(self.plek.file_name("gids", "md"), tekst.encode(), MARKDOWN_TYPE)


def _cards(gids: Gids) -> tuple[Kaart, ...]:
    return tuple(
        _card(gids, begin, regel) for begin, regel in zip(gids.starts(), gids.regels, strict=True)
    )


def _card(gids: Gids, begin: int, regel: Regel) -> Kaart:
    soort = {"start": "Begin", "terugblik": "Terugblik", "pauze": "Pauze", "slot": "Slot"}
    deel = inhoud().fasen[regel.fase].naam if regel.soort == "vraag" else soort[regel.soort]
    acties = [
        Actie("korter", "Korter", uit=regel.minuten <= 2),
        Actie("langer", "Langer", uit=not gids.ruimte),
    ]
    if regel.soort in ("vraag", "start", "slot"):
        acties.insert(0, Actie("ruil", "Ruil"))
        acties.insert(1, Actie("vast", "Zet vast", aan=regel.vast))
    if regel.soort in ("vraag", "pauze"):
        acties[:0] = [
            Actie("eerder", "Eerder", uit=not bewerken.can_move(gids, regel.id, -1)),
            Actie("later", "Later", uit=not bewerken.can_move(gids, regel.id, 1)),
        ]
        acties.append(Actie("weg", "Laat weg"))
    elif regel.soort == "terugblik":
        acties.append(Actie("weg", "Laat weg"))
    bron = f" Bron: {regel.bron}." if regel.bron else ""
    return Kaart(
        regel.id,
        regel.tekst,
        tuple(acties),
        boven=f"{deel} · minuut {begin} tot {begin + regel.minuten} ({minutes(regel.minuten)})"
        + (f" · uit {regel.bron}" if regel.meegebracht else ""),
        onder=f"Doorvragen: {regel.doorvragen}" if regel.doorvragen else "",
        uitleg=f"{regel.reden}{bron}",
        uitlegtitel="Waarom deze vraag?",
        merk=regel.fase,
        sleepbaar=regel.soort == "vraag",
    )


def _short(tekst: str) -> str:
    return tekst if len(tekst) <= 60 else f"{tekst[:59]}…"
