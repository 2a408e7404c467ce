"""Een paneel: de filters van een weergave, met eronder figuur of tabel, noten en bestanden."""

from __future__ import annotations

from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.bevindingenverkenner.figuur.figuren import figuur_van, titel_van
from lv_tools.bevindingenverkenner.figuur.persoonlijk import figuur_verschil
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.bronnen import bron_kort
from lv_tools.bevindingenverkenner.model.filteren import Blad, Keuze, apply, begin
from lv_tools.bevindingenverkenner.model.regels import options
from lv_tools.bevindingenverkenner.model.samenvatting import samenvatting
from lv_tools.bevindingenverkenner.model.vergelijking import compare
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.scherm.bestanden import downloads
from lv_tools.bevindingenverkenner.scherm.filters import Filters
from lv_tools.bevindingenverkenner.scherm.onderdeel import Onderdeel
from lv_tools.bevindingenverkenner.teksten import Weergave, teksten
from lv_tools.bevindingenverkenner.verslag import (
    opvallende_zinnen,
    uitvoertabel,
    uitvoertabel_verschil,
)
from lv_tools.schermdelen import (
    Deel,
    Figuur,
    Keuzelijst,
    Keuzerondjes,
    Knop,
    Kolom,
    Mededeling,
    Nadruk,
    Rij,
    Tabel,
    Tekst,
    Uitklap,
)

VERGELIJKING = "vergelijking"
#: Zo weinig opmerkingen mogen meteen in beeld staan.
OPEN_TOT = 2


class Paneel(Onderdeel):
    """Filters en uitkomst van één weergave."""

    def __init__(self, blik: Weergave) -> None:
        self.blik = blik
        velden = teksten().velden
        self.filters = Filters(blik, self._renew)
        self.vorm = Keuzerondjes(
            velden["vorm"],
            {naam: teksten().vormen[naam] for naam in blik.vormen},
            waarde=begin(blik.id).vorm or None,
            naam=f"{blik.id}-vorm" if blik.vormen else "",
            bij_wijziging=self._renew,
        )
        self.sorteer = Keuzelijst(
            velden["sorteer"],
            {naam: teksten().sorteringen[naam] for naam in blik.sorteringen},
            naam=f"{blik.id}-volgorde",
            bij_wijziging=self._renew,
        )
        self.paar = self._build_pair()
        vakken, keuzes = self.filters.vakken, self.filters.velden
        wis = Knop(teksten().knoppen["wis"], self.reset, verborgen=not (vakken or keuzes))
        self.instelling = Kolom(*vakken, Rij(*keuzes, self.sorteer), wis)
        self.stand = Mededeling()
        self.uitkomst = Kolom()
        self.deel = Kolom(
            Tekst((Nadruk(blik.vraag), f" {blik.lees}")),
            *([self.vorm] if blik.vormen else []),
            *([Rij(*self.paar)] if self.paar else []),
            self.instelling,
            self.stand,
            self.uitkomst,
        )

    @property
    def keuze(self) -> Keuze:
        """De keuze zoals de lezer haar nu heeft ingesteld."""
        return Keuze(
            self.blik.id,
            self.filters.gekozen,
            self.filters.zoek,
            str(self.sorteer.waarde),
            self.vorm.waarde or "",
        )

    @property
    def vergelijkt(self) -> bool:
        """Kijkt de lezer naar twee soorten afdelingen naast elkaar?"""
        return bool(self.vorm.waarde == VERGELIJKING)

    @property
    def tabel(self) -> Uitvoertabel:
        """De tabel die nu in beeld is, om op te slaan."""
        if self.vergelijkt:
            eerste, tweede = self._pair_values()
            return uitvoertabel_verschil(compare(eerste, tweede), eerste, tweede)
        return uitvoertabel(apply(self.keuze))

    def show(self) -> None:
        """Reken de uitkomst uit en zet haar in beeld."""
        self.filters.update()
        for lijst in self.paar:
            lijst.verborgen = not self.vergelijkt
        self.instelling.verborgen = self.vergelijkt
        if self.vergelijkt:
            self._show_pair()
            return
        blad = apply(self.keuze)
        self.stand.tekst = zin("rijen_getoond", aantal=len(blad.regels), totaal=blad.totaal)
        self.uitkomst.inhoud = (*_body(blad), *_notes(blad), downloads(lambda: self.tabel))

    def reset(self) -> None:
        """Zet alle filters terug op alles."""
        self.filters.reset()
        self._renew()

    def _build_pair(self) -> tuple[Keuzelijst, ...]:
        """Maak de twee keuzelijsten om soorten afdelingen naast elkaar te leggen."""
        if VERGELIJKING not in self.blik.vormen:
            return ()
        velden = teksten().velden
        soorten = options(self.blik.id, "afdeling")
        return tuple(
            Keuzelijst(
                velden[veld],
                soorten,
                waarde=waarde,
                naam=f"{self.blik.id}-{veld}",
                bij_wijziging=self._renew,
            )
            for veld, waarde in (("vergelijk_a", soorten[0]), ("vergelijk_b", soorten[-1]))
        )

    def _pair_values(self) -> tuple[str, str]:
        eerste, tweede = (str(lijst.waarde) for lijst in self.paar)
        return eerste, tweede

    def _show_pair(self) -> None:
        eerste, tweede = self._pair_values()
        if eerste == tweede:
            self.stand.tekst = zin("zelfde_soort", afdeling=eerste)
            self.uitkomst.inhoud = ()
            return
        self.stand.tekst = ""
        figuur = figuur_verschil(compare(eerste, tweede), eerste, tweede)
        self.uitkomst.inhoud = (Figuur(figuur), downloads(lambda: self.tabel))


def _body(blad: Blad) -> list[Deel]:
    """Geef de figuur met haar tabel, of alleen een tabel waar niets te tekenen valt."""
    figuur = figuur_van(blad)
    if figuur is not None:
        return [Figuur(figuur)]
    zinnen = samenvatting(blad)
    tabel = Tabel(
        titel_van(blad),
        tabellen.kolommen(blad),
        tabellen.rijen(blad),
        bron=bron_kort(blad.weergave.id),
        leeg=zin("leeg"),
    )
    grens = Tekst((Nadruk(f"{zin('zegt_niet_kop')}:"), f" {' '.join(blad.weergave.zegt_niet)}"))
    return [*([Tekst(zinnen)] if zinnen and blad.regels else []), tabel, grens]


def _notes(blad: Blad) -> list[Deel]:
    """Geef wat over de hele tabel of een hele groep opvalt, open als het er weinig zijn."""
    zinnen = opvallende_zinnen(blad.weergave.id, blad.regels)
    if not zinnen:
        return []
    kop = f"{teksten().controle['samen_kop']} ({len(zinnen)})"
    return [Uitklap(kop, Tekst(*zinnen, lijst=True), open=len(zinnen) <= OPEN_TOT)]
