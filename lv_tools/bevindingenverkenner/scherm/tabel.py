"""Het paneel van een tabel: filters, zoeken en volgorde, en twee soorten naast elkaar."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.bevindingenverkenner.model.bronnen import kolomtitel, standaardlabel
from lv_tools.bevindingenverkenner.model.filteren import Blad
from lv_tools.bevindingenverkenner.model.keuze import Keuze
from lv_tools.bevindingenverkenner.model.regels import options
from lv_tools.bevindingenverkenner.model.samenvatting import stand
from lv_tools.bevindingenverkenner.model.vergelijking import Vergelijking
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.scherm.uitkomst import Uitkomstpaneel
from lv_tools.bevindingenverkenner.teksten import VERGELIJKING
from lv_tools.schermdelen import Deel, Keuzelijst, Knop, Kolom, Mededeling, Rij, Uitklap


class Tabelpaneel(Uitkomstpaneel):
    """Filters en uitkomst van één tabel."""

    @property
    def pad(self) -> str:
        """Waar de keuze van deze weergave in de staat staat."""
        return f"keuzes/{self.blik.id}"

    @property
    def keuze(self) -> Keuze:
        """De keuze zoals de lezer haar nu heeft ingesteld."""
        return self.werk.staat.in_view(self.blik.id)

    def choices(self) -> Iterable[Deel]:
        """De vorm, de twee soorten of de filters, en hoeveel rijen er in beeld zijn."""
        zeg, velden, blik = self.inhoud.zeg, self.velden, self.blik
        vormen = {naam: self.inhoud.vormen[naam] for naam in blik.vormen}
        volgordes = {naam: self.inhoud.sorteringen[naam] for naam in blik.sorteringen}
        #: Per kolom de keuzelijsten: de eerste, en zo nodig een om ernaast te leggen.
        self.lijsten = {
            kolom: self._lists(kolom) for kolom in blik.filters if kolom not in blik.meervoud
        }
        vakken = [self._checks(kolom) for kolom in blik.meervoud]
        keuzes: list[Deel] = [lijst for lijsten in self.lijsten.values() for lijst in lijsten]
        if blik.zoeken:
            keuzes.append(velden.text(f"{self.pad}/zoek", zeg("zoek"), hulp=zeg("zoek_hulp")))
        sorteer = velden.choice(f"{self.pad}/sorteer", zeg("sorteer"), volgordes, kijken=True)
        wis = Knop(zeg("knop_wis"), self.reset, verborgen=not (vakken or keuzes))
        self.paar = self._pair() if VERGELIJKING in vormen else Rij()
        self.instelling = Kolom(*vakken, Rij(*keuzes, sorteer), wis)
        self.stand = Mededeling()
        if vormen:
            yield velden.radios(f"{self.pad}/vorm", zeg("vorm"), vormen, kijken=True)
        if self.paar.inhoud:
            yield self.paar
        yield from (self.instelling, self.stand)

    def show(self) -> None:
        """Laat alleen zien wat bij deze vorm te kiezen valt."""
        vergelijkt = self.keuze.vorm == VERGELIJKING
        self.paar.verborgen, self.instelling.verborgen = not vergelijkt, vergelijkt
        for kolom, (_eerste, *verder) in self.lijsten.items():
            for tweede in verder:
                tweede.verborgen = not self.keuze.allowed(kolom)
        self.stand.tekst = self._status()
        super().show()

    def has_figures(self) -> bool:
        """Twee keer dezelfde soort geeft geen cijfers."""
        uitkomst = self.werk.uitslag
        return not isinstance(uitkomst, Vergelijking) or bool(uitkomst.paren)

    def reset(self) -> None:
        """Zet alle filters terug op alles."""
        self.werk.clear_drafts(f"{self.pad}/zoek")
        self.werk.change(lambda staat: staat.without_filters(self.blik.id))

    def _status(self) -> str:
        uitkomst = self.werk.uitslag
        if isinstance(uitkomst, Blad):
            return stand(uitkomst)
        if isinstance(uitkomst, Vergelijking) and not uitkomst.paren:
            return zin("zelfde_soort", afdeling=uitkomst.eerste)
        return ""

    def _pair(self) -> Rij:
        soorten = options(self.blik.id, "afdeling")
        return Rij(
            *(
                self.velden.choice(
                    f"{self.pad}/paar/{plek}", self.inhoud.zeg(veld), soorten, kijken=True
                )
                for plek, veld in enumerate(("vergelijk_a", "vergelijk_b"))
            )
        )

    def _options(self, kolom: str) -> list[tuple[str, str]]:
        waarden = options(self.blik.id, kolom)
        return [(w, standaardlabel(w) if kolom == "standaard" else w) for w in waarden]

    def _checks(self, kolom: str) -> Uitklap:
        titel, pad = kolomtitel(self.blik.id, kolom), f"{self.pad}/filters/{kolom}"
        vinkjes = self.velden.checks(pad, titel, self._options(kolom), kijken=True)
        return Uitklap(zin("filter_op", kolom=titel.lower()), vinkjes)

    def _lists(self, kolom: str) -> list[Keuzelijst]:
        titel, opties = kolomtitel(self.blik.id, kolom), self._options(kolom)
        teksten = [(titel, "alle")]
        if kolom in self.blik.vergelijk:
            teksten.append((zin("vergelijk_met", kolom=titel.lower()), "niet_vergelijken"))
        return [
            self.velden.choice(
                f"{self.pad}/filters/{kolom}/{plek}",
                label,
                opties,
                leeg=self.inhoud.zeg(leeg),
                kijken=True,
            )
            for plek, (label, leeg) in enumerate(teksten)
        ]
