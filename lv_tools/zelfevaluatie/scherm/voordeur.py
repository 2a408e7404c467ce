"""Het scherm van de zelfevaluatie: van scan maken tot vergelijken, in zes stappen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel
from lv_tools.basis.onderzoek.vroeger import sorted_rest
from lv_tools.schermdelen import (
    Adres,
    Bewaren,
    Deel,
    Knop,
    Kolom,
    Mededeling,
    Nadruk,
    Scherm,
    Tabbladen,
    Tekst,
    hulpmiddel,
    origin,
)
from lv_tools.schermdelen.restvak import Restvak
from lv_tools.zelfevaluatie.bestand.antwoorden import NAAM
from lv_tools.zelfevaluatie.bestand.link import LinkError, from_fragment, has_scan
from lv_tools.zelfevaluatie.bestand.scan import OMZETTINGEN, VERSIE
from lv_tools.zelfevaluatie.scherm.invullen import Invulpaneel
from lv_tools.zelfevaluatie.scherm.maken import Maakpaneel
from lv_tools.zelfevaluatie.scherm.samenbrengen import Samenbrengpaneel
from lv_tools.zelfevaluatie.scherm.samenoordeel import Samenpaneel
from lv_tools.zelfevaluatie.scherm.uitslag import Uitslagpaneel
from lv_tools.zelfevaluatie.scherm.vergelijken import Vergelijkpaneel
from lv_tools.zelfevaluatie.scherm.werk import Werk
from lv_tools.zelfevaluatie.stilbeeld import stilbeeld
from lv_tools.zelfevaluatie.teksten import instrument


@hulpmiddel(NAAM, stilbeeld=stilbeeld)
def open_scherm() -> Scherm:
    """Open de zelfevaluatie.

    Returns
    -------
    Scherm
        Het hulpmiddel zelf; bij het bouwen van het boek het stilstaande beeld.
    """
    return Zelfevaluatiescherm().scherm


class Zelfevaluatiescherm:
    """Zet de stappen in elkaar en verbindt ze met wat er is ingevuld."""

    def __init__(self, *, in_pagina: bool | None = None) -> None:
        self.inhoud = instrument()
        self.werk = Werk(self.inhoud)
        self.maken = Maakpaneel(self.werk)
        self.invullen = Invulpaneel(self.werk, self._show_all)
        self.samenbrengen = Samenbrengpaneel(self.werk, lambda: self.maken.uitdelen.link.tekst)
        self.uitslag = Uitslagpaneel(self.werk, lambda: self.samenbrengen.respons.complete)
        self.samen = Samenpaneel(self.werk)
        self.vergelijken = Vergelijkpaneel(self.werk, lambda: self._go("maken"))
        self.melding = Mededeling(toon="fout")
        self.in_bestand = Tekst(verborgen=True)
        self.werk.luisteraars.append(self._tell_file)
        self.rest = Restvak(self.werk.file_name)
        self.werk.luisteraars.append(self._leftovers)
        panelen: dict[str, Deel] = {
            "maken": self.maken.deel,
            "invullen": self.invullen.deel,
            "verzamelen": self.samenbrengen.deel,
            "uitslag": self.uitslag.deel,
            "samen": self.samen.deel,
            "vergelijken": self.vergelijken.deel,
        }
        self.titels = {
            code: f"{nr}. {self.inhoud.stappen[code].titel}" for nr, code in enumerate(panelen, 1)
        }
        self.stappen = Tabbladen(
            *((self.titels[code], self._page(code, deel)) for code, deel in panelen.items()),
            label="Stappen",
            naam="stap",
            bij_wijziging=self._switch,
        )
        #: Wat achter het hekje van het adres staat en nog niet is geopend.
        self._hekje = ""
        self._hersteld = False
        self.adres = Adres(self._address, in_pagina=in_pagina)
        algemeen = self.inhoud.inhoud["algemeen"]
        self.waarom = Tekst(f"{algemeen['waarom']} ({algemeen['waarom_bron']})")
        self.scherm = Scherm(
            self.adres,
            self.invullen.geheugen,
            self.waarom,
            self.melding,
            self.rest.deel,
            self.stappen,
            origin(algemeen, algemeen["eigen"]),
            self.in_bestand,
            Bewaren(
                NAAM,
                versie=VERSIE,
                omzettingen=OMZETTINGEN,
                extra=self.werk.to_state,
                bij_extra=self._restore,
                bij_herstel=self._restored,
                bestandsnaam=lambda: self.werk.titel,
            ),
            titel="Aan de slag",
        )

    def _page(self, code: str, paneel: Deel) -> Kolom:
        delen: list[Deel] = [Tekst(self.inhoud.stappen[code].uitleg), paneel]
        codes = list(self.titels)
        if code in ("maken", "verzamelen", "uitslag"):
            volgende = codes[codes.index(code) + 1]
            knop = Knop(f"Verder naar {self.titels[volgende]}", lambda: self._go(volgende))
            delen.append(knop)
        return Kolom(*delen)

    def _tell_file(self) -> None:
        """Zeg wat er in het bestand van dit werk staat, zodra er anderen in zitten."""
        privacy = self.inhoud.inhoud["privacy"]
        self.in_bestand.verborgen = not self.werk.has_group
        self.in_bestand.alineas = (
            (Nadruk("‘Opslaan als bestand’. "), str(privacy[f"bestand_{self.werk.modus}"])),
        )

    def _go(self, code: str) -> None:
        self.stappen.go(self.titels[code])

    def _switch(self, opschrift: str) -> None:
        """Reken alleen wat er in beeld komt."""
        for code, paneel in (
            ("uitslag", self.uitslag),
            ("samen", self.samen),
            ("vergelijken", self.vergelijken),
        ):
            paneel.show(open_=opschrift == self.titels[code])

    def _restore(self, staat: Mapping[str, Any] | None) -> None:
        self.werk.restore(staat)
        self.werk.restoring = True
        self.melding.tekst = ""
        self.maken.show()
        self.invullen.load()
        self.werk.tell()

    def _restored(self) -> None:
        self.invullen.take_own()
        if self.werk.zetter is not None or self.invullen.geheugen.ouder:
            # De delen van het scherm kennen de woorden van toen niet: het geheugen wel.
            # Naam en datum hangen niet van de lijst af: wat daar getypt stond, blijft staan.
            naam, datum = self.maken.naam.waarde, self.maken.datum.waarde
            self.maken.show()
            self.maken.naam.waarde, self.maken.datum.waarde = naam, datum
            self.invullen.load()
        if self.werk.zetter is not None:
            vel = self.samenbrengen.vel
            blijft, weg = self.werk.zetter.draft(vel.answers(), vel.wie.gekozen)
            vel.fill(blijft, vel.notes())
            self.werk.overig, self.werk.zetter = (*self.werk.overig, *weg), None
        self.werk.restoring = False
        self.maken.sync()
        self.invullen.sync()
        self.samenbrengen.paneel.refresh()
        self.samenbrengen.respons.refresh()
        self._leftovers()
        self._hersteld = True
        self._switch(self.stappen.waarde)
        self._open_link()

    def _leftovers(self) -> None:
        """Toon wat uit een oudere vragenlijst over is, van de scan en van eigen invullingen."""
        hier = {self.werk.opzet.id, *(scan.opzet.id for scan in self.werk.eerdere)}
        eigen = (
            Overblijfsel(f"{invulling.opzet.naam}: {vraag.tekst}", vraag.words(waarde))
            for invulling in self.invullen.geheugen.scans.values()
            if invulling.opzet.id not in hier
            for vraag, waarde in sorted_rest(invulling.rest)
        )
        self.rest.show((*self.werk.leftovers(), *eigen))

    def _address(self, adres: str, hekje: str) -> None:
        """Onthoud waar de bladzijde staat; een scan achter het hekje gaat meteen open."""
        self.maken.uitdelen.set_address(adres)
        self._hekje = hekje if has_scan(hekje) else ""
        if self._hersteld:
            self._open_link()

    def _open_link(self) -> None:
        """Ga met een scan uit een link meteen naar invullen; doe dat per link één keer."""
        hekje, self._hekje = self._hekje, ""
        if not hekje:
            return
        try:
            opzet = from_fragment(hekje, self.inhoud)
        except LinkError as fout:
            self.melding.tekst = str(fout)
            return
        self.melding.tekst = ""
        self.invullen.receive(opzet)
        self._only_fill_in(self.werk.vers and not self.invullen.own_scan)
        self.stappen.waarde = self.titels["invullen"]
        self._switch(self.stappen.waarde)
        self.scherm.meld(f"U vult de scan ‘{opzet.naam}’ in.")

    def _only_fill_in(self, alleen: bool) -> None:
        """Wie een link kreeg en zelf geen scan heeft, ziet alleen het invullen."""
        self.stappen.zonder_tabs = alleen
        self.waarom.verborgen = alleen
        self.invullen.simple(alleen)

    def _show_all(self) -> None:
        self._only_fill_in(False)
        self.stappen.focus()
