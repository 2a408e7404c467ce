"""Stap 1 op het scherm: welke afdeling, en wat er al opviel."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.basis.uitwisseling.stukken import Signaal, of_kind
from lv_tools.basis.verzamelen.groep import rest_of
from lv_tools.bouwdoos.groep.rest import Restpaneel
from lv_tools.bouwdoos.meenemen import Ophalen
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.risicoscan.bestand import NAAM
from lv_tools.risicoscan.model.scan import Meegebracht, drop_signal, take, title
from lv_tools.risicoscan.scherm.paneel import Scanpaneel
from lv_tools.schermdelen import Deel, Knop, Kolom, Rij, Sectie, Tekst


class Voorafpaneel(Scanpaneel):
    """Naam en soort van de afdeling, en de signalen uit het dossier."""

    def build(self) -> Iterable[Deel]:
        """De velden, wat er klaarligt, en wat al meegenomen is."""
        zeg, inhoud = self.inhoud.zeg, self.inhoud
        self.ophalen = Ophalen(self.werk, self._take)
        self.signalen = Lijst[Meegebracht](lambda s: s.id, self._signal)
        self.geen = Tekst(zeg("signalen_geen"))
        rest = Restpaneel(
            self.werk,
            inhoud,
            lambda scan: rest_of(
                scan.groep, inhoud.vragen, tuple((wat, stond) for wat, stond in scan.overig)
            ),
            lambda soort, ext: export_name(NAAM, soort, title(self.werk.staat), now().date(), ext),
        )
        return (
            self.add(rest),
            Rij(
                self.velden.text("naam", zeg("naam"), hulp=zeg("naam_hulp")),
                self.velden.choice(
                    "soort",
                    zeg("soort"),
                    [(soort, soort) for soort in inhoud.soorten],
                    leeg=zeg("soort_leeg"),
                    hulp=zeg("soort_hulp"),
                ),
            ),
            Sectie(
                zeg("signalen"),
                Tekst(zeg("signalen_uitleg")),
                self.geen,
                self.signalen.deel,
                self.ophalen.deel,
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Laat zien wat er is meegenomen."""
        self.signalen.show(self.werk.staat.signalen)
        self.geen.verborgen = bool(self.werk.staat.signalen)

    def _signal(self, mee: Meegebracht) -> Deel:
        signaal, codes = mee.signaal, self.inhoud.standaarden
        bij = [self.inhoud.full(c) for c in signaal.standaarden if c in codes]
        regels = [
            signaal.wat,
            *([signaal.bewijs] if signaal.bewijs else []),
            "; ".join(bij) or self.inhoud.zeg("signaal_zonder"),
            str(mee.van),
        ]
        weg = self.inhoud.zeg("signaal_weg", wat=signaal.wat[:40])
        return Kolom(Tekst(*regels), Knop(weg, partial(self._drop, mee.id)))

    def _take(self, pakket: Pakket) -> str:
        nieuw = take(self.werk.staat, pakket)  # te veel weigert voordat er iets verandert
        self.werk.change(lambda _scan: nieuw)
        n = len(of_kind(pakket.stukken, Signaal))
        sleutel = "signaal_erbij" if n == 1 else "signalen_erbij"
        wat = aantal(n, "signaal", "signalen")
        return self.inhoud.zeg(sleutel, wat=wat, van=pakket.van.hulpmiddel)

    def _drop(self, kenmerk: str) -> None:
        self.werk.change(lambda scan: drop_signal(scan, kenmerk))
        self.ophalen.kaarten.focus()
