"""Vragen van elders meenemen: bovenaan bij het kiezen, met waar zij vandaan komen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, of_kind
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.meenemen import Ophalen
from lv_tools.gespreksprompter.model.meegebracht import (
    Meegebracht,
    from_elsewhere,
    read_questions_file,
)
from lv_tools.gespreksprompter.scherm.paneel import Gesprekspaneel
from lv_tools.schermdelen import Bestand, Deel, Knop, Kolom, Mededeling, Tekst, Uitklap, Upload

GROOTSTE_BESTAND = 500_000


class Meegebrachtpaneel(Gesprekspaneel):
    """Een bestand openen, en de vragen eruit aanvinken.

    ``vak`` met de vinkjes hoort in het formulier waarmee de gids begint, het paneel zelf staat
    erbuiten. ``bij_vragen`` wordt geroepen als er vragen bij of weg zijn.
    """

    bij_vragen: Callable[[], object] = staticmethod(lambda: None)

    def build(self) -> Iterable[Deel]:
        """Een vak om een bestand te openen, met wat daarvan kwam."""
        zeg = self.inhoud.zeg
        self.melding, self.mislukt = Mededeling(toon="goed"), Mededeling(toon="fout")
        self.upload = Upload(
            zeg("mee_openen"),
            self._opened,
            soorten=".json",
            meer=True,
            grens=GROOTSTE_BESTAND,
            hulp=zeg("mee_hulp"),
        )
        self.weg = Knop(zeg("mee_haal_weg"), self._remove)
        self.kiezen = self.velden.checks(
            "keuze/meegebracht", zeg("mee_kiezen"), self._options(), snel=True
        )
        self.herkomst = Tekst()
        self.vak = Kolom(self.herkomst, self.kiezen)
        self._over = self._about()
        self.ophalen = Ophalen(self.werk, self._from_dossier)
        return (
            self.ophalen.vak,
            Uitklap(
                zeg("mee_titel"),
                Tekst(zeg("mee_uitleg")),
                self.upload,
                self.ophalen.beheer,
                self.weg,
            ),
            self.melding,
            self.mislukt,
        )

    def show(self) -> None:
        """Toon wat er is meegebracht; wat al in een gehouden gesprek zat, staat er niet aan."""
        if self._over != self._about():  # wat hier gemeld stond, ging over iets anders
            self._over = self._about()
            self.melding.tekst = self.mislukt.tekst = ""
        bronnen = opsomming(self._sources())
        self.herkomst.alineas = (self.inhoud.zeg("mee_bron", bronnen=bronnen),)
        self.kiezen.offer(self._options(), self.staat.keuze.meegebracht)
        self.vak.verborgen = self.weg.verborgen = not self.staat.meegebracht

    def take(self, vragen: Sequence[Meegebracht]) -> str:
        """Neem vragen van elders op, en zeg wat er gebeurde.

        Raises
        ------
        VormError
            Als het er te veel worden.
        """
        eerder = len(self.staat.meegebracht)
        self.change(lambda werk: werk.bring(vragen))
        self._over = self._about()
        self.bij_vragen()
        nieuw = self.staat.meegebracht[eerder:]
        if not nieuw:
            return self.inhoud.zeg("mee_al")
        telling = aantal(len(nieuw), "vraag", "vragen")
        aan = sum(vraag.id in self.staat.keuze.meegebracht for vraag in nieuw)
        return self.inhoud.zeg("mee_erbij", vragen=telling, herkomst=nieuw[0].herkomst, n=aan)

    def _from_dossier(self, pakket: Pakket) -> str:
        vragen = of_kind(pakket.stukken, Gespreksvraag)
        return self.take(from_elsewhere(pakket.van, vragen))

    def _about(self) -> tuple[object, ...]:
        return (self.staat.kenmerk, self.staat.meegebracht)

    def _sources(self) -> list[str]:
        return list(dict.fromkeys(v.herkomst for v in self.staat.meegebracht))

    def _options(self) -> list[tuple[str, str]]:
        bronnen = self._sources()
        met_bron = len(bronnen) > 1
        gesteld, misschien = self.staat.asked, self.staat.maybe_asked
        uit = []
        # Wat het laatst is meegebracht, staat bovenaan: daar is de lezer mee bezig.
        for vraag in sorted(self.staat.meegebracht, key=lambda v: -bronnen.index(v.herkomst)):
            stand = "mee_gesteld" if vraag.id in gesteld else "mee_misschien"
            bekend = vraag.id in gesteld | misschien
            delen = (
                self.inhoud.fasen[vraag.fase].naam if vraag.fase else "",
                vraag.onderwerp,
                f"uit {vraag.herkomst}" if met_bron else "",
                self.inhoud.zeg(stand) if bekend else "",
                self.inhoud.zeg("mee_terugblik") if self.staat.looks_back(vraag) else "",
            )
            erbij = "; ".join(deel for deel in delen if deel)
            uit.append((vraag.id, f"{vraag.tekst} ({erbij})" if erbij else vraag.tekst))
        return uit

    def _opened(self, bestanden: Sequence[Bestand]) -> None:
        zinnen, mis = [], []
        for bestand in bestanden:
            naam = " ".join(clean_text(bestand.naam).split())[:80]
            try:
                zinnen.append(f"{naam}: {self.take(read_questions_file(bestand.inhoud))}")
            except VormError as fout:
                mis.append(f"{naam}: {fout}. {self.inhoud.zeg('mee_uitweg')}")
        self.melding.toon = "goed"
        self.melding.tekst, self.mislukt.tekst = " ".join(zinnen), " ".join(mis)

    def _remove(self) -> None:
        self.change(lambda werk: werk.leave_behind())
        self._over = self._about()
        self.melding.toon, self.melding.tekst = "gewoon", self.inhoud.zeg("mee_weg")
        self.mislukt.tekst = ""
        self.bij_vragen()
        self.upload.focus()
