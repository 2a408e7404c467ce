"""Stap 1: bestanden kiezen, zien wat elk is, en zeggen van welke school het is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lv_tools.basis.opslag.werkbestand import GROOTSTE, Onleesbaar
from lv_tools.basis.taal.notatie import aantal, datum, opsomming
from lv_tools.basis.vorm.pad import get_at
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.reeks import Woorden
from lv_tools.schermdelen import Bestand, Deel, Knop, Mededeling, Rij, Sectie, Tekst, Upload
from lv_tools.scholen.model.staat import Stuk, Vergelijking, put
from lv_tools.scholen.model.voorbeeld import example
from lv_tools.scholen.scherm.inlezen import read_file
from lv_tools.scholen.scherm.paneel import Scholenelement, Scholenpaneel, Scholenreeks
from lv_tools.scholen.verslag.document import headline

#: Onder deze naam ligt wat er lag voordat alles werd weggehaald of een voorbeeld kwam.
ERVOOR = "scholen/ervoor"
#: Zoveel bestanden die niet gingen, worden bij naam genoemd.
_BIJ_NAAM = 12


class Stukrij(Scholenelement):
    """De school van één bestand, en wat het bestand is."""

    def build(self) -> Iterable[Deel]:
        """Het veld voor de school, en waar dit uit komt."""
        zeg, stuk = self.inhoud.zeg, get_at(self.werk.staat, self.pad)
        return (
            Tekst(describe(stuk, self.inhoud.kind(stuk.beeld.hulpmiddel))),
            self.velden.text(f"{self.pad}/school", zeg("school"), hulp=zeg("school_hulp")),
            self.weg,
        )


class Kiespaneel(Scholenpaneel):
    """De knop om bestanden te kiezen, en de lijst."""

    def build(self) -> Iterable[Deel]:
        """De knop, de meldingen, de lijst en de volgorde."""
        zeg, werk, inhoud = self.inhoud.zeg, self.werk, self.inhoud
        self.melding, self.kop = Mededeling(kijken=True), Tekst()
        self.terug = Knop(zeg("terug"), self._undo, verborgen=True, kijken=True)
        self.leeg = Knop(zeg("leeg"), self._empty)
        reeks = Scholenreeks(
            werk,
            inhoud,
            "stukken",
            maak=lambda _kenmerk: None,
            rij=Stukrij,
            naam=lambda stuk: stuk.school or stuk.bestand,
            kop=lambda nummer, stuk: f"{nummer}. {self._title(stuk)}",
            woorden=Woorden(weg=zeg("weg"), zonder=zeg("zonder_naam")),
            schuif=True,
        )
        self.lijst = Sectie(
            zeg("lijst"),
            self.kop,
            Tekst(zeg("lijst_uitleg")),
            self.velden.radios(
                "volgorde",
                zeg("volgorde"),
                [(code, zeg(f"volgorde_keuze_{code}")) for code in ("alfabet", "eigen")],
                hulp=zeg("volgorde_hulp"),
            ),
            self.velden.text("titel", zeg("titel"), hulp=zeg("titel_hulp")),
            self.add(reeks),
            self.leeg,
            niveau=3,
        )
        return (
            Upload(
                zeg("upload"),
                self.take,
                soorten=".json",
                meer=True,
                grens=GROOTSTE,
                hulp=zeg("upload_hulp"),
            ),
            self.melding,
            Rij(Knop(zeg("voorbeeld_knop"), self._example), self.terug),
            self.lijst,
        )

    def show(self) -> None:
        """Werk de lijst bij."""
        self.lijst.verborgen = not self.werk.staat.stukken
        self.terug.verborgen = ERVOOR not in self.werk.weg
        kop = headline(self.werk.uitslag, self.inhoud)
        if self.kop.alineas != (kop,):
            self.kop.alineas = (kop,)

    def arrive(self) -> None:
        """Wie terugkomt, leest geen oude melding."""
        if hasattr(self, "melding"):
            self.melding.tekst = ""

    def take(self, bestanden: Sequence[Bestand]) -> None:
        """Lees bestanden, en zeg van allemaal wat ermee gebeurde."""
        begin = staat = self.werk.staat
        telling, mis = Counter[str](), list[str]()
        for bestand in bestanden:
            try:
                for stuk in read_file(bestand.naam, bestand.inhoud, self.inhoud):
                    gedaan = put(staat, stuk)
                    staat = gedaan.staat
                    telling[gedaan.wat] += 1
            except Onleesbaar as fout:
                mis.append(str(fout))
            except VormError as fout:
                mis.append(f"‘{bestand.naam}’ is niet gelezen: {fout}.")
        erbij = staat.stukken
        if staat is not begin:
            self.werk.change(lambda nu: replace(nu, stukken=erbij))
        self.melding.toon = "letop" if mis else "goed"
        self.melding.tekst = "\n".join(self._told(telling, mis))

    def _told(self, telling: Counter[str], mis: Sequence[str]) -> list[str]:
        zeg = self.inhoud.zeg
        zinnen = [
            zeg(f"gelezen_{wat}", n=aantal(telling[wat], "uitkomst", "uitkomsten"))
            for wat in ("erbij", "bijgewerkt", "stond-er-al")
            if telling[wat]
        ]
        if telling["erbij"]:
            zinnen.append(zeg("kijk_na"))
        zinnen += mis[:_BIJ_NAAM]
        if rest := len(mis) - _BIJ_NAAM:
            zinnen += [zeg("meer_mis", n=rest)] if rest > 0 else []
        return zinnen

    def _title(self, stuk: Stuk) -> str:
        school = stuk.school or self.inhoud.zeg("zonder_naam")
        return f"{school}: {self.inhoud.kind(stuk.beeld.hulpmiddel)}, {datum(stuk.dag)}"

    def _replace(self, nieuw: Vergelijking, zin: str) -> None:
        self.werk.weg[ERVOOR] = self.werk.staat
        self.werk.change(lambda _nu: nieuw)
        self.melding.toon, self.melding.tekst = "goed", self.inhoud.zeg(zin)

    def _example(self) -> None:
        self._replace(example(self.inhoud), "voorbeeld_ligt_er")

    def _empty(self) -> None:
        self._replace(replace(self.werk.staat, stukken=()), "leeg_gedaan")
        self.terug.focus()

    def _undo(self) -> None:
        eerst = self.werk.weg.pop(ERVOOR)
        self.werk.change(lambda _nu: eerst)
        self.melding.toon, self.melding.tekst = "goed", self.inhoud.zeg("terug_gedaan")


def describe(stuk: Stuk, soort: str) -> str:
    """Zeg wat een bestand is: de soort, de titel, het moment en waar het uit komt."""
    beeld = stuk.beeld
    delen = [f"{soort} ‘{beeld.titel}’" if beeld.titel else soort]
    delen.append(datum(beeld.dag) if beeld.dag else f"bewaard op {datum(stuk.dag)}")
    if beeld.personen is not None:
        delen.append(aantal(beeld.personen, "persoon", "mensen"))
    return f"{opsomming(delen)}. Uit het bestand ‘{stuk.bestand}’."
