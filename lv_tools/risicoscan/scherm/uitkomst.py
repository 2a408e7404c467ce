"""Stap 3 op het scherm: de uitkomst, met wat de groep daarbij afspreekt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.risicoscan.model.uitkomst import Beeld, Herkend
from lv_tools.risicoscan.scherm.paneel import Scanpaneel
from lv_tools.risicoscan.verslag import delen
from lv_tools.schermdelen import Deel, Knop, Kolom, Mededeling, Rij, Tekst


class Uitkomstpaneel(Scanpaneel):
    """De uitkomst; zij wordt pas uitgerekend als de stap open is."""

    def build(self) -> Iterable[Deel]:
        """De delen van het verslag, met de velden die erbij horen."""
        zeg = self.inhoud.zeg
        self.kop = Mededeling()
        self.begin, self.rest, self.herkend = Documentdeel(), Documentdeel(), Documentdeel()
        self.wie = self.fold(zeg("onbekend_vraag"), Wiepaneel(self.werk, self.inhoud))
        self.aanpak = Lijst[Herkend](lambda h: h.code, self._obstacle)
        return (
            self.kop,
            self.begin.deel,
            self.fold(zeg("regels"), Regelpaneel(self.werk, self.inhoud)),
            self.rest.deel,
            self.wie,
            self.herkend.deel,
            self.aanpak.deel,
        )

    def show(self) -> None:
        """Laat de uitkomst zien bij wat er nu is ingevuld."""
        uit, inhoud = self.werk.uitslag, self.inhoud
        self.kop.tekst = delen.headline(uit, inhoud)
        iets = uit.has_content
        self.begin.show((*delen.profile(uit, inhoud), *delen.evidence(uit, inhoud)) if iets else ())
        rest = (delen.research, delen.deeper, delen.unknown) if iets else ()
        self.rest.show(tuple(blok for deel in rest for blok in deel(uit, inhoud)))
        onder = (delen.recognised, delen.first) if iets else ()
        self.herkend.show(tuple(blok for deel in onder for blok in deel(uit, inhoud)))
        self.wie.verborgen = not iets
        self.aanpak.show(uit.hindering)

    def _obstacle(self, herkend: Herkend) -> Deel:
        zeg, velden = self.inhoud.zeg, self.velden
        voorstel = self.inhoud.obstakels[herkend.code]
        hulp = f"{voorstel.eerst} ({voorstel.eerst_bron})" if voorstel.eerst else ""
        return Rij(
            velden.choice(
                f"aanpak/{herkend.code}",
                zeg("aanpak_vraag", naam=herkend.naam),
                [(a.code, a.tekst) for a in self.inhoud.aanpak],
                leeg=zeg("aanpak_leeg"),
                hulp=hulp,
            ),
            velden.text(f"wie/{herkend.code}", zeg("aanpak_wie_bij", naam=herkend.naam)),
        )


class Wiepaneel(Scanpaneel):
    """Per standaard die wij nog niet kennen: wie het kan vertellen."""

    def build(self) -> Iterable[Deel]:
        """Een veld per onbekende standaard."""
        self.lijst = Lijst[Beeld](lambda beeld: beeld.code, self._field)
        return (self.lijst.deel,)

    def show(self) -> None:
        """Laat zien wat nu onbekend is."""
        self.lijst.show(b for b in self.werk.uitslag.beelden.values() if b.is_unknown)

    def _field(self, beeld: Beeld) -> Deel:
        zeg, code = self.inhoud.zeg, beeld.code
        return self.velden.text(
            f"wie/{code}",
            zeg("onbekend_wie", code=self.inhoud.full(code)),
            hulp=zeg("onbekend_voorstel", wie=self.inhoud.bij[code].wie),
        )


class Regelpaneel(Scanpaneel):
    """De twee regels, waarom ze zo staan, en een som met de hand."""

    def build(self) -> Iterable[Deel]:
        """De velden en de uitleg."""
        zeg, uitleg = self.inhoud.zeg, self.inhoud.regeluitleg
        return (
            Tekst(uitleg.bron),
            Kolom(
                self.velden.text("regels/grens", zeg("regel_grens"), hulp=uitleg.grens),
                self.velden.text("regels/mensen", zeg("regel_mensen"), hulp=uitleg.mensen),
            ),
            Knop(zeg("regels_terug"), self._reset),
            Tekst(uitleg.weet_niet, uitleg.som),
        )

    def _reset(self) -> None:
        self.werk.clear_drafts("regels")
        self.werk.change(lambda scan: replace(scan, regels=self.inhoud.regels))
