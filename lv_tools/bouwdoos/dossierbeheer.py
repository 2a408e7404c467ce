"""De dossiers op dit apparaat: kiezen, maken, samenvoegen en opruimen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import GROOTSTE, Leesfout, now
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitvoer.document import Bloktabel
from lv_tools.basis.uitwisseling.dossier import (
    INSTRUMENT,
    NAAM,
    Dossier,
    Pakket,
    from_text,
    name_in,
    to_text,
)
from lv_tools.basis.uitwisseling.stukken import count_in_words
from lv_tools.basis.uitwisseling.verschil import Verschil, compare, describe, take_over
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.deuren import doors
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.dossierkeuze import Dossierkeuze
from lv_tools.schermdelen.bestanden import Bestand, Download, Upload
from lv_tools.schermdelen.dossierlade import Dossierlade
from lv_tools.schermdelen.indeling import Kolom, Rij, Uitklap
from lv_tools.schermdelen.kaartlijst import Actie, Kaart, Kaartlijst
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst

WAAR = {"pagina": "op dit apparaat", "map": "naast het notebook"}
#: Zo veel regels met verschillen staan in beeld; de rest telt mee en is in woorden te lezen.
MEESTE_REGELS = 200
_KANT = {"hier": "in dit dossier", "daar": "in het bestand"}


class Dossierbeheer:
    """Alles over het dossier zelf; wat erin klaarligt voor een hulpmiddel, staat ergens anders.

    Parameters
    ----------
    lade
        Het dossier dat open is.
    verwijder
        Haalt pakketten weg en zegt de zin; wie dit beheer gebruikt, biedt het terugzetten aan.
    """

    def __init__(
        self, lade: Dossierlade, verwijder: Callable[[tuple[Pakket, ...], str], object]
    ) -> None:
        self.lade, self._remove = lade, verwijder
        self._nieuw: Dossier | None = None
        self._eigen_naam = ""
        self._voor: tuple[str, Dossier, Dossier] | None = None
        self.keuze = Dossierkeuze(lade, self._switched)
        self.melding = Mededeling(kijken=True)
        self.bestand = Download("Sla het dossier op als bestand", self._file)
        self.leeg = Knop("Maak het dossier leeg", self._empty, kijken=True)
        self.hoofdstukken = Kaartlijst("Hoofdstukken in dit dossier", self._chapter, kijken=True)
        self.tabel = Documentdeel()
        self.houd = Knop("Neem over, en houd wat hier anders is", self._keep, kijken=True)
        self.vraag = Kolom(
            Tekst("Kijk eerst wat er verschilt. Er is nog niets veranderd."),
            self.tabel.deel,
            Rij(
                Knop("Neem over", self._take, hoofd=True, kijken=True),
                self.houd,
                Knop("Zet het ernaast als eigen dossier", self._beside, kijken=True),
                Knop("Laat alles zoals het is", self._leave, kijken=True),
            ),
            verborgen=True,
        )
        self.ongedaan = Knop("Maak het overnemen ongedaan", self._undo, verborgen=True, kijken=True)
        self.deel = Uitklap(
            "Dossier: kiezen, als bestand, samenvoegen",
            Tekst(
                "In een dossier ligt wat u in een ander hulpmiddel hebt klaargelegd, voor één "
                f"school of afdeling. Het staat {WAAR[lade.plaats]}. Met een bestand neemt u het "
                "mee naar een ander apparaat, of naar een collega."
            ),
            self.keuze.deel,
            self.bestand,
            Upload("Open een dossier (.lv.json)", self.read, soorten=".json", grens=GROOTSTE),
            self.melding,
            self.vraag,
            self.ongedaan,
            self.hoofdstukken,
            self.leeg,
        )

    def show(self) -> None:
        """Laat zien welk dossier open is, en wat erin zit."""
        lade = self.lade
        self.keuze.show()
        klaar = lade.dossier.klaar
        self.bestand.verborgen = self.leeg.verborgen = not klaar
        per: dict[str, list[Pakket]] = {}
        for pakket in klaar:
            per.setdefault(pakket.van.hulpmiddel, []).append(pakket)
        self.hoofdstukken.verborgen = not per
        # Een leeg dossier vraagt bij het openen van een hulpmiddel niets uit de gegevens.
        titels = {deur.naam: deur.titel for deur in doors()} if per else {}
        self.hoofdstukken.kaarten = tuple(
            Kaart(
                naam,
                titels.get(naam, naam),
                (Actie("weg", "Haal dit hoofdstuk weg"),),
                onder=count_in_words(tuple(s for p in reeks for s in p.stukken)),
                meer=tuple(p.van.titel for p in reeks if p.van.titel),
            )
            for naam, reeks in sorted(per.items())
        )

    def read(self, bestanden: Sequence[Bestand]) -> None:
        """Lees een dossier uit een bestand, en laat zien wat er verschilt."""
        for bestand in bestanden[:1]:
            gelezen = from_text(bestand.inhoud or b"{}", bestand.naam)
            if isinstance(gelezen, Leesfout):
                self.say("", str(gelezen).rstrip("."))
                continue
            stam = bestand.naam.removesuffix(".json").removesuffix(".lv")
            # Zo heet het dossier bij wie het opsloeg; de naam van het bestand kan iets anders zijn.
            heet = name_in(bestand.inhoud)
            self._eigen_naam = heet if heet not in ("", NAAM) else stam
            self._compare(gelezen, bestand.naam)

    def say(self, zin: str, reden: str = "") -> None:
        """Zeg wat er gebeurde, of waarom iets niet lukte."""
        self.melding.toon = "fout" if reden else "goed"
        self.melding.tekst = f"Dat is niet gelukt: {reden}." if reden else zin

    def _compare(self, ander: Dossier, naam: str) -> None:
        self._nieuw = ander
        try:
            verschillen = compare(self.lade.dossier, ander)
        except VormError as fout:
            self.say("", str(fout))
            return
        alleen_hier = all(not v.daar for v in verschillen)
        if alleen_hier:
            self._leave()
            self.say(f"{naam}: alles uit dit bestand ligt hier al. Er is niets veranderd.")
            return
        self.houd.verborgen = not any(_clash(v) for v in verschillen)
        self.tabel.show((_table(verschillen),))
        self.vraag.verborgen = False
        self.ongedaan.verborgen = True
        anders = sum(len(v.stukken) for v in verschillen)
        self.say(f"{naam}: {aantal(anders, 'verschil', 'verschillen')}.")

    def _take(self) -> None:
        self._merge(frozenset())

    def _keep(self) -> None:
        if self._nieuw is not None:
            botst = [v.plek for v in compare(self.lade.dossier, self._nieuw) if _clash(v)]
            self._merge(frozenset(botst))

    def _merge(self, houd: frozenset[tuple[str, str]]) -> None:
        ander = self._nieuw
        if ander is None:
            return
        gedaan: list[tuple[Dossier, Dossier]] = []

        def doe(dossier: Dossier) -> Dossier:
            samen = take_over(dossier, ander, houd)
            gedaan.append((dossier, samen))
            return samen

        def klaar(reden: str) -> None:
            self.say("Overgenomen. Wat hier al lag, ligt er nog.", reden)
            if not reden:
                self._voor = (self.lade.bestand, *gedaan[-1])
                self.vraag.verborgen, self._nieuw = True, None
                self.ongedaan.verborgen = False
                self.ongedaan.focus()

        self.lade.change(doe, klaar)

    def _beside(self) -> None:
        if self._nieuw is None:
            return
        stam = self._eigen_naam
        naam = self.lade.free_name(stam)

        def klaar(reden: str) -> None:
            self.say(f"Het staat ernaast als ‘{naam}’, en dat is nu open.", reden)
            if not reden:
                self.vraag.verborgen, self._nieuw = True, None

        self.lade.start(stam, klaar, self._nieuw)

    def _leave(self) -> None:
        self.vraag.verborgen, self._nieuw = True, None
        self.say("Er is niets veranderd.")

    def _undo(self) -> None:
        """Zet terug wat er voor het overnemen lag, als er daarna niets anders is gebeurd."""
        if self._voor is None:
            return
        naam, voor, na = self._voor

        def doe(dossier: Dossier) -> Dossier:
            if self.lade.bestand != naam or dossier != na:
                raise VormError("er is daarna iets anders in het dossier veranderd")
            return voor

        def klaar(reden: str) -> None:
            self.say("Het dossier is weer zoals het was.", reden)
            self._voor, self.ongedaan.verborgen = None, True

        self.lade.change(doe, klaar)

    def _switched(self, zin: str, reden: str) -> None:
        """Een vergelijking of wat ongedaan te maken was, hoort bij het vorige dossier."""
        self.vraag.verborgen, self._nieuw = True, None
        self.ongedaan.verborgen, self._voor = True, None
        self.say(zin, reden)

    def _chapter(self, kaart: str, _actie: str) -> None:
        weg = tuple(p for p in self.lade.dossier.klaar if p.van.hulpmiddel == kaart)
        titel = next((d.titel for d in doors() if d.naam == kaart), kaart)
        self._remove(weg, f"Het hoofdstuk {titel} is weggehaald. De rest ligt er nog.")

    def _empty(self) -> None:
        self._remove(self.lade.dossier.klaar, "Het dossier is leeg.")

    def _file(self) -> Bestand:
        naam = export_name(INSTRUMENT, "", self.lade.bestand, now().date(), "lv.json")
        tekst = to_text(self.lade.dossier, self.lade.bestand)
        return Bestand(naam, tekst.encode(), "application/json")


def _clash(verschil: Verschil) -> bool:
    """Is een stuk werk aan beide kanten, en telt straks wat in het bestand staat?"""
    return verschil.hier is not None and verschil.telt == "daar"


def _table(verschillen: Sequence[Verschil]) -> Bloktabel:
    rijen = [
        (str(v.pakket.van), describe(s.hier), describe(s.daar), f"wat {_KANT[v.telt]} staat")
        for v in verschillen
        for s in v.stukken
    ]
    if len(rijen) > MEESTE_REGELS:
        rest = len(rijen) - MEESTE_REGELS
        rijen = [*rijen[:MEESTE_REGELS], (f"en nog {rest}", "", "", "")]
    kolommen = ("Uit", "In dit dossier", "In het bestand", "Wat telt na overnemen")
    return Bloktabel("Wat er verschilt", kolommen, tuple(rijen))
