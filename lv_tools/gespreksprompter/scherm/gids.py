"""De gids bekijken en aanpassen, en meenemen op papier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitvoer.document import Document
from lv_tools.gespreksprompter.model import bewerken
from lv_tools.gespreksprompter.model.gids import Gids, Regel
from lv_tools.gespreksprompter.model.kiezen import MINUTEN
from lv_tools.gespreksprompter.scherm.paneel import Gesprekspaneel
from lv_tools.gespreksprompter.teksten import Gespreksinhoud
from lv_tools.gespreksprompter.verslag.bericht import invitation
from lv_tools.gespreksprompter.verslag.document import about, guide_document, minutes
from lv_tools.schermdelen import (
    Actie,
    Afdruk,
    Deel,
    Deelbericht,
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

FORMULIER = "eigen"
NIEUW = "nieuw"


class Gidspaneel(Gesprekspaneel):
    """De gids als rij kaarten met knoppen."""

    def build(self) -> Iterable[Deel]:
        """De kaarten, met een formulier voor een eigen vraag en de knoppen om mee te nemen."""
        zeg, bekend, velden = self.inhoud.zeg, self.inhoud, self.velden
        self.leeg, self.kop = Tekst(zeg("gids_leeg")), Tekst()
        self.opmerkingen, self.melding = Mededeling(toon="letop"), Mededeling(toon="fout")
        self.kaarten = Kaartlijst(zeg("gids_kaarten"), self._act, sleepbaar=True)
        lengte = bewerken.LANGSTE_VRAAG
        (self.tekst,) = velden.form(
            FORMULIER, [Veld("tekst", zeg("eigen_vraag"), verplicht=True, lengte=lengte)]
        )
        self.waar = velden.hold(
            Keuzelijst(zeg("eigen_waar"), self._places(), naam=f"+{FORMULIER}/waar")
        )
        self.fase = velden.hold(
            Keuzelijst(
                zeg("eigen_fase"),
                [(f.code, f.naam) for f in bekend.fase],
                naam="+eigen/fase",
            )
        )
        minuten = Veld(
            "minuten",
            zeg("eigen_minuten"),
            "geheel",
            minimum=bekend.number("vraag_min"),
            maximum=bekend.number("vraag_max"),
            verplicht=True,
        )
        (self.minuten,) = velden.form(FORMULIER, [minuten], waarde="5")
        delen = (self.tekst, self.waar, Rij(self.fase, self.minuten))
        eigen = self.form(FORMULIER, self._own, *delen)
        self.vol = Kolom(
            self.kop,
            self.opmerkingen,
            self.melding,
            Rij(
                Knop(zeg("begin_gesprek"), lambda: self.go("gesprek"), hoofd=True),
                Knop(zeg("andere_vragen"), self._again),
            ),
            Tekst(zeg("gids_uitleg")),
            self.kaarten,
            Uitklap(zeg("eigen_titel"), eigen),
            Rij(
                Afdruk(zeg("druk_gids"), self.document),
                *self.downloads("gids", self.document, zeg("gids")),
            ),
            Deelbericht(self._invitation, zeg("deel_gids")),
        )
        return (self.leeg, self.vol)

    def _invitation(self) -> str:
        gesprek = self.staat.conversation
        return invitation(gesprek) if gesprek else ""

    def show(self) -> None:
        """Toon de gids zoals hij nu is."""
        gids = self.staat.guide
        self.leeg.verborgen, self.vol.verborgen = gids is not None, gids is None
        if gids is not None:
            fasen = self.inhoud.phases(gids.opdracht.tafel)
            self.fase.offer([(f, self.inhoud.fasen[f].naam) for f in fasen], self.fase.waarde)
        self.melding.tekst = ""
        if gids is None:
            self.kaarten.kaarten = ()
            return
        ruimte = f", {minutes(gids.ruimte)} vrij" if gids.ruimte else ""
        telling = aantal(len(gids.vragen), "vraag", "vragen")
        self.kop.alineas = (
            f"{self.staat.current.naam}: {about(gids.opdracht)}.",
            f"{minutes(gids.opdracht.minuten)}, {telling}{ruimte}.",
        )
        self.opmerkingen.tekst = " ".join(gids.meldingen)
        self.kaarten.kaarten = tuple(
            _card(gids, begin, regel, self.inhoud)
            for begin, regel in zip(gids.starts(), gids.regels, strict=True)
        )
        self.waar.opties = self._places()

    def document(self) -> Document:
        """Geef de gids als document."""
        gesprek = self.staat.conversation
        if gesprek is None:
            raise ValueError("er is nog geen gids")
        return guide_document(self.staat.current, gesprek, self.vandaag)

    def _places(self) -> list[tuple[str, str]]:
        zeg, regels = self.inhoud.zeg, self.staat.guide.regels if self.staat.guide else ()
        plekken = [
            (r.id, zeg("eigen_plek", vraag=_short(r.tekst))) for r in regels if r.soort != "pauze"
        ]
        return [(NIEUW, zeg("eigen_nieuw")), *plekken]

    def _act(self, kenmerk: str, actie: str, doel: str = "") -> None:
        gids, gesprek = self.staat.guide, self.staat.conversation
        if gids is None or gesprek is None:
            return
        verleden = self.staat.current.history(gesprek.id)
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
        if self._keep(acties[actie]()):
            self._tell(actie)

    def _keep(self, uitkomst: Gids | Invoerfout) -> bool:
        """Neem een nieuwe gids over, of toon waarom dat niet kan."""
        if isinstance(uitkomst, Invoerfout):
            self.melding.tekst = str(uitkomst)
            return False
        self.change(lambda werk: werk.put_guide(uitkomst))
        return True

    def _tell(self, actie: str) -> None:
        scherm, gids = self.deel.scherm, self.staat.guide
        if scherm is not None and gids is not None:
            woord = self.inhoud.tekst.get(f"gedaan_{actie}", "")
            scherm.meld(f"{woord} {minutes(gids.ruimte)} vrij.".strip())

    def _again(self) -> None:
        gids, gesprek = self.staat.guide, self.staat.conversation
        if gids is not None and gesprek is not None:
            verleden = self.staat.current.history(gesprek.id)
            self._keep(bewerken.recompose(gids, verleden, gids.opdracht.zaad + 1))

    def _own(self, ingezonden: Mapping[str, Any]) -> Mapping[Deel, Invoerfout]:
        gids, waarden = self.staat.guide, self.velden.values(FORMULIER, ingezonden)
        if gids is None:
            return {}
        if waarden["waar"] == NIEUW:
            minuten = int(waarden["minuten"])
            uit = bewerken.add(gids, waarden["fase"], waarden["tekst"], minuten)
        else:
            uit = bewerken.rewrite(gids, waarden["waar"], waarden["tekst"])
        if isinstance(uit, Invoerfout):
            veld = self.minuten if uit.veld == MINUTEN else self.tekst
            return {veld: replace(uit, veld=veld.label)}
        self.werk.clear_drafts(self.tekst.naam)
        self._keep(uit)
        return {}


def _card(gids: Gids, begin: int, regel: Regel, inhoud: Gespreksinhoud) -> Kaart:
    def knop(naam: str, **rest: bool | None) -> Actie:
        return Actie(naam, inhoud.zeg(f"knop_{naam}"), **rest)  # type: ignore[arg-type]  # uit en aan

    acties = [knop("korter", uit=regel.minuten <= 2), knop("langer", uit=not gids.ruimte)]
    if regel.soort in ("vraag", "start", "slot"):
        acties[:0] = [knop("ruil"), knop("vast", aan=regel.vast)]
    if regel.soort in ("vraag", "pauze"):
        acties[:0] = [
            knop("eerder", uit=not bewerken.can_move(gids, regel.id, -1)),
            knop("later", uit=not bewerken.can_move(gids, regel.id, 1)),
        ]
    if regel.soort in ("vraag", "pauze", "terugblik"):
        acties.append(knop("weg"))
    deel, tijd = inhoud.part_of(regel.soort, regel.fase), minutes(regel.minuten)
    bron = f" Bron: {regel.bron}." if regel.bron else ""
    return Kaart(
        regel.id,
        regel.tekst,
        tuple(acties),
        boven=f"{deel} · minuut {begin} tot {begin + regel.minuten} ({tijd})"
        + (f" · uit {regel.bron}" if regel.meegebracht else ""),
        onder=f"Doorvragen: {regel.doorvragen}" if regel.doorvragen else "",
        uitleg=f"{regel.reden}{bron}",
        uitlegtitel=inhoud.zeg("waarom_vraag"),
        merk=regel.fase,
        sleepbaar=regel.soort == "vraag",
    )


def _short(tekst: str) -> str:
    return tekst if len(tekst) <= 60 else f"{tekst[:59]}…"
