"""Vragen uit een bestand meenemen: bovenaan bij het kiezen, met waar zij vandaan komen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.gespreksprompter.model.meegebracht import Meegebracht, read_questions_file
from lv_tools.gespreksprompter.scherm.werk import Werkplek
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.schermdelen import Bestand, Knop, Kolom, Mededeling, Tekst, Uitklap, Upload, Vinkjes

#: Zoveel vragen uit een nieuw bestand staan meteen aangevinkt.
EERSTE = 3
GROOTSTE_BESTAND = 500_000


class Meegebrachtvak:
    """Een bestand openen, en de vragen eruit aanvinken.

    ``vak`` met de vinkjes hoort in het formulier waarmee de gids begint, ``openen`` staat erbuiten.
    ``bij_vragen`` wordt geroepen als er een bestand is gelezen.
    """

    def __init__(self, plek: Werkplek, bij_vragen: Callable[[], object]) -> None:
        self.plek, self.bij_vragen = plek, bij_vragen
        self._ronde = plek.ronde
        tekst = inhoud().text
        self.melding = Mededeling(toon="goed")
        self.mislukt = Mededeling(toon="fout")
        self.upload = Upload(
            "Open een bestand met gespreksvragen (.json)",
            self._opened,
            soorten=".json",
            meer=True,
            grens=GROOTSTE_BESTAND,
            hulp=tekst("scherm", "mee_hulp"),
        )
        self.weg = Knop("Haal de meegebrachte vragen weg", self._remove)
        self.openen = Kolom(
            Uitklap(
                "Vragen uit een ander hulpmiddel meenemen",
                Tekst(tekst("scherm", "mee_uitleg")),
                self.upload,
                self.weg,
            ),
            self.melding,
            self.mislukt,
        )
        self.kiezen = Vinkjes(
            "Meegebrachte vragen voor dit gesprek", [], snel=True, naam="kies-meegebracht"
        )
        self.herkomst = Tekst()
        self.vak = Kolom(self.herkomst, self.kiezen)
        plek.na.append(self.refresh)
        self.refresh()

    @property
    def chosen(self) -> tuple[Meegebracht, ...]:
        """De aangevinkte vragen, in de volgorde van het bestand."""
        return tuple(v for v in self.plek.werk.meegebracht if v.id in self.kiezen.waarde)

    def refresh(self) -> None:
        """Toon wat er is meegebracht; wat al in een gehouden gesprek zat, staat er niet aan."""
        if (
            self._ronde != self.plek.ronde
        ):  # ander werk: wat hier gemeld stond, ging over het vorige
            self._ronde = self.plek.ronde
            self.melding.tekst = self.mislukt.tekst = ""
        vragen, gesteld, misschien = self.plek.werk.meegebracht, self._asked(), self._maybe()
        gids = self.plek.gids if self.plek.gesprek and not self.plek.gesprek.gehouden else None
        in_gids, geweerd = (gids.ids, gids.geweerd) if gids else (frozenset(), frozenset())
        aan = set(self.kiezen.waarde) - gesteld - misschien - geweerd
        bronnen = list(dict.fromkeys(v.herkomst for v in vragen))
        self.herkomst.alineas = (inhoud().text("scherm", "mee_bron", bronnen=opsomming(bronnen)),)
        self.kiezen.opties = [
            (v.id, _label(v, _status(v, gesteld, misschien), met_bron=len(bronnen) > 1))
            for v in vragen
        ]
        self.kiezen.waarde = tuple(v.id for v in vragen if v.id in aan or v.id in in_gids)
        self.vak.verborgen = self.weg.verborgen = not vragen

    def _asked(self) -> frozenset[str]:
        gehouden = [g.gesteld for g in self.plek.werk.current.gesprekken if g.gehouden]
        return frozenset().union(*gehouden)

    def _maybe(self) -> frozenset[str]:
        gehouden = [g.misschien for g in self.plek.werk.current.gesprekken if g.gehouden]
        return frozenset().union(*gehouden)

    def _opened(self, bestanden: Sequence[Bestand]) -> None:
        zinnen, mis = [], []
        for bestand in bestanden:
            naam = " ".join(clean_text(bestand.naam).split())[:80]
            try:
                zinnen.append(f"{naam}: {self._add(bestand.inhoud)}")
            except VormError as fout:
                mis.append(f"{naam}: {fout}. {inhoud().text('scherm', 'mee_uitweg')}")
        self.melding.toon = "goed"
        self.melding.tekst, self.mislukt.tekst = " ".join(zinnen), " ".join(mis)
        if zinnen:
            self.bij_vragen()

    def _add(self, inhoud_bytes: bytes) -> str:
        eerder = len(self.plek.werk.meegebracht)
        self.plek.werk = self.plek.werk.bring(read_questions_file(inhoud_bytes))
        nieuw = self.plek.werk.meegebracht[eerder:]
        aan = (*self.kiezen.waarde, *(v.id for v in nieuw[:EERSTE]))
        self.refresh()
        self.kiezen.waarde = aan
        if not nieuw:
            return inhoud().text("scherm", "mee_al")
        telling = aantal(len(nieuw), "vraag", "vragen")
        return inhoud().text("scherm", "mee_erbij", vragen=telling, herkomst=nieuw[0].herkomst)

    def _remove(self) -> None:
        self.plek.werk = self.plek.werk.leave_behind()
        self.melding.toon, self.melding.tekst = "gewoon", inhoud().text("scherm", "mee_weg")
        self.mislukt.tekst = ""
        self.bij_vragen()
        self.refresh()
        self.upload.focus()


def _status(vraag: Meegebracht, gesteld: frozenset[str], misschien: frozenset[str]) -> str:
    if vraag.id in gesteld:
        return inhoud().text("scherm", "mee_gesteld")
    return inhoud().text("scherm", "mee_misschien") if vraag.id in misschien else ""


def _label(vraag: Meegebracht, stand: str, *, met_bron: bool) -> str:
    fase = inhoud().fasen[vraag.fase].naam if vraag.fase else ""
    bron = f"uit {vraag.herkomst}" if met_bron else ""
    erbij = [deel for deel in (fase, vraag.onderwerp, bron, stand) if deel]
    return f"{vraag.tekst} ({'; '.join(erbij)})" if erbij else vraag.tekst
