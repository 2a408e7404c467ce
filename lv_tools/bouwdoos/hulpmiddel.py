"""De voordeur: een hulpmiddel staat op één plek beschreven, en daaruit volgt al het andere.

Uit de beschrijving volgen het scherm met zijn stappen, het bewaren en terugzetten, de rij om mee te
nemen, het stilstaande beeld in het boek, en het JSON-schema van het bestand.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from lv_tools.basis.beeld.weergave import Html, ontsnap
from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel
from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import Omzetting, now
from lv_tools.basis.uitvoer.document import Document, to_html
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel
from lv_tools.basis.uitwisseling.naast import Schoolbeeld
from lv_tools.basis.uitwisseling.stukken import Stuk
from lv_tools.bouwdoos.inhoud import Inhoud, Staptekst
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.bewaren import Bewaren
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.exporteren import export_row
from lv_tools.schermdelen.hulpmiddel import STIL, origin
from lv_tools.schermdelen.indeling import Kolom, Sectie, Tabbladen
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.projectie import Projectie, has_outcome
from lv_tools.schermdelen.restvak import Restvak
from lv_tools.schermdelen.scherm import Scherm
from lv_tools.schermdelen.tekst import Koppeling, Tekst

if TYPE_CHECKING:
    from lv_tools.basis.beeld.figuurstijl import Figuurblad
    from lv_tools.basis.onderzoek.vragenset import Vragenset
    from lv_tools.basis.verzamelen.groep import Groep

S = TypeVar("S")
U = TypeVar("U")
C = TypeVar("C", bound=Inhoud)

#: Onder deze naam onthoudt een bestand welke stap open was.
STAP = "stap"
UITVOER = "Neem mee wat hier staat"
HEEN = "Klaar hier? Dan kunt u zo verder:"

Paneelmaker = Callable[[Werk[S, U], C], Paneel[S, U, C]]


@dataclass(frozen=True, kw_only=True)
class Hulpmiddel(Generic[S, U, C]):
    """Alles wat een hulpmiddel is.

    Parameters
    ----------
    naam
        De ene naam van het hulpmiddel: van de map, het TOML-bestand en het bewaarde bestand.
    versie
        Versie van de staat, vanaf 1.
    inhoud
        Geeft de teksten en vragen.
    leeg
        Geeft de staat waarmee een nieuw bestand begint. De klasse van die staat is de vorm van het
        bestand.
    reken
        Maakt van een staat de uitkomst; zij wordt pas geroepen als iemand kijkt.
    panelen
        Per stap uit de inhoud het paneel dat erbij hoort.
    boven
        Een paneel boven de stappen, dat altijd in beeld is.
    onder
        Een paneel onder de stappen, dat altijd in beeld is.
    uitvoerrij
        Zet de rij om mee te nemen onder de laatste stap; zonder rij doet een paneel dat zelf.
    titel
        Waar het werk over gaat, voor de naam van een bestand.
    verslag, tabellen
        Beschrijven de uitkomst; samen zijn zij de rij om mee te nemen onder de laatste stap.
    voorbeeld
        Een ingevulde staat voor het stilstaande beeld; zonder ``stilbeeld`` is dat het verslag.
    stilbeeld
        Geeft de HTML van het stilstaande beeld.
    keur
        Past een gelezen staat aan wat het hulpmiddel nu kent, of weigert met een ``VormError``.
    volg
        Krijgt na elke wijziging de staat van ervoor en die van erna, en maakt die laatste af.
    omzettingen
        Per oudere versie een functie die de bewaarde gegevens een versie verder brengt.
    oude_naam
        Zie :class:`lv_tools.bouwdoos.werk.Werk`.
    over
        Geeft wat er in een staat over is van een oudere versie; dat staat dan boven de stappen.
    neemt, geeft
        Welke soorten stukken het van andere hulpmiddelen overneemt en klaarlegt; zie
        :mod:`lv_tools.bouwdoos.meenemen`.
    kenmerk
        Het veld van de staat waaraan het dossier dit werk terugkent. Een kopie krijgt een eigen.
    kopie
        Haalt uit een staat wat een kopie niet meeneemt, zoals wat er al naar een agenda ging.
    vormen
        Andere bestanden die het hulpmiddel schrijft: per soort het type, voor het schema.
    figuren
        De figuren bij de uitkomst, voor zover zij niet al in het verslag staan.
    groep
        Geeft bij een staat de groep die antwoordt, met haar vragen; voor wie er in een notebook
        mee verder rekent.
    naast
        Maakt van een staat, de inhoud en de dag van bewaren wat er naast een andere school komt;
        zie :mod:`lv_tools.basis.uitwisseling.naast`.
    """

    naam: str
    versie: int = 1
    inhoud: Callable[[], C]
    leeg: Callable[[C], S]
    reken: Callable[[S, C], U]
    panelen: Mapping[str, Paneelmaker[S, U, C]]
    boven: Paneelmaker[S, U, C] | None = None
    onder: Paneelmaker[S, U, C] | None = None
    uitvoerrij: bool = True
    titel: Callable[[S], str] = lambda _staat: ""
    verslag: Callable[[U, C], Document] | None = None
    tabellen: Callable[[U, C], Sequence[Uitvoertabel]] = lambda _uitslag, _inhoud: ()
    voorbeeld: Callable[[C], S] | None = None
    stilbeeld: Callable[[C], str] | None = None
    keur: Callable[[S, C], S] = lambda staat, _inhoud: staat
    volg: Callable[[S, S], S] = lambda _oud, nieuw: nieuw
    omzettingen: Mapping[int, Omzetting] = field(default_factory=dict)
    oude_naam: Callable[[str, Any, S], str] = lambda _naam, _waarde, _staat: ""
    over: Callable[[S, C], Sequence[Overblijfsel]] | None = None
    neemt: tuple[type[Stuk], ...] = ()
    geeft: tuple[type[Stuk], ...] = ()
    kenmerk: str = "kenmerk"
    kopie: Callable[[S], S] = lambda staat: staat
    vormen: Mapping[str, type] = field(default_factory=dict)
    figuren: Callable[[U, C], Sequence[Figuurblad | None]] = lambda _uitslag, _inhoud: ()
    groep: Callable[[S, C], tuple[Groep, Vragenset]] | None = None
    naast: Callable[[S, C, date], Schoolbeeld] | None = None

    def own_copy(self, staat: S) -> S:
        """Geef wat iemand in een kopie heeft: hetzelfde, als werk van zichzelf."""
        staat = self.kopie(staat)
        if not hasattr(staat, self.kenmerk):
            return staat
        return cast(S, replace(cast(Any, staat), **{self.kenmerk: new_id()}))

    def new_work(self) -> Werk[S, U]:
        """Begin leeg werk.

        Raises
        ------
        TypeError
            Als het hulpmiddel iets geeft, en de staat geen kenmerk heeft.
        """
        inhoud = self.inhoud()
        leeg = self.leeg(inhoud)
        if self.geeft and not hasattr(leeg, self.kenmerk):
            raise TypeError(
                f"{self.naam} geeft iets, maar {type(leeg).__name__} heeft geen veld "
                f"‘{self.kenmerk}’; zonder kenmerk is in het dossier niet te zien van welk werk "
                "iets komt. Geef de staat dat veld, en maak het in ‘leeg’ met new_id()"
            )
        return Werk(
            leeg,
            lambda staat: self.reken(staat, inhoud),
            lambda staat: self.keur(staat, inhoud),
            volg=self.volg,
            oude_naam=self.oude_naam,
            nieuw=lambda: self.leeg(inhoud),
            kopie=self.own_copy,
            neemt=self.neemt,
            geeft=self.geeft,
        )

    def file_name(self, werk: Werk[S, U], soort: str, extensie: str) -> str:
        """Geef de naam van een bestand dat uit dit werk komt."""
        return export_name(self.naam, soort, self.titel(werk.staat), now().date(), extensie)

    def open(self) -> Scherm | Html:
        """Open het hulpmiddel; bij het bouwen van het boek is dat het stilstaande beeld."""
        if os.environ.get(STIL) == "1":
            return Html(
                f'<div class="lvs" data-lv-hulpmiddel="{ontsnap(self.naam)}">{self.still()}</div>'
            )
        return Opstelling(self).scherm

    def still(self) -> str:
        """Geef de HTML voor een bladzijde waarop nog geen Python draait."""
        inhoud = self.inhoud()
        if self.stilbeeld is not None:
            return self.stilbeeld(inhoud)
        if self.voorbeeld is None or self.verslag is None:
            raise ValueError(f"{self.naam}: een stilbeeld vraagt om een voorbeeld met een verslag")
        document = self.verslag(self.reken(self.voorbeeld(inhoud), inhoud), inhoud)
        return f"<h2>{ontsnap(document.titel)}</h2>{to_html(document.blokken, 3)}"


class Opstelling(Generic[S, U, C]):
    """Het scherm van een hulpmiddel: de stappen, wat erboven en eronder staat, en het bewaren.

    Parameters
    ----------
    hulpmiddel
        De beschrijving.
    werk
        Het werk dat open is; zonder opgave begint er leeg werk.
    """

    def __init__(self, hulpmiddel: Hulpmiddel[S, U, C], werk: Werk[S, U] | None = None) -> None:
        self.hulpmiddel = hulpmiddel
        self.werk = werk or hulpmiddel.new_work()
        self.inhoud = hulpmiddel.inhoud()
        _check_steps(hulpmiddel.naam, [s.code for s in self.inhoud.stap], list(hulpmiddel.panelen))
        self.panelen = [
            hulpmiddel.panelen[stap.code](self.werk, self.inhoud) for stap in self.inhoud.stap
        ]
        self.boven = hulpmiddel.boven(self.werk, self.inhoud) if hulpmiddel.boven else None
        self.onder = hulpmiddel.onder(self.werk, self.inhoud) if hulpmiddel.onder else None
        for paneel in (*self.panelen, self.boven, self.onder):
            if paneel is not None:
                paneel.gang = self
        self._uitgave = self.werk.uitgave
        #: Per stap de knop waarmee haar uitkomst op het grote scherm komt.
        self.projecties = [Projectie(stap.titel, verborgen=True) for stap in self.inhoud.stap]
        bladen = [
            (f"{nummer}. {stap.titel}" if stap.nummer else stap.titel, self._page(nummer, stap))
            for nummer, stap in enumerate(self.inhoud.stap, start=1)
        ]
        algemeen = self.inhoud.algemeen
        self.stappen = Tabbladen(
            *bladen,
            label=algemeen.stappen,
            bij_wijziging=self._switched,
            adressen=[stap.code for stap in self.inhoud.stap],
        )
        bron = f" ({algemeen.waarom_bron})" if algemeen.waarom_bron else ""
        waarom = f"{algemeen.waarom}{bron}"
        self.waarom = Tekst(waarom, verborgen=not algemeen.waarom or algemeen.waarom_onder)
        herkomst = [waarom] if algemeen.waarom and algemeen.waarom_onder else []
        herkomst += [zin for zin in (algemeen.eigen, algemeen.aanspreken) if zin]
        self.bewaren = Bewaren(
            hulpmiddel.naam,
            versie=hulpmiddel.versie,
            omzettingen=hulpmiddel.omzettingen,
            werk=self.werk,
            bestandsnaam=lambda: hulpmiddel.titel(self.werk.staat),
            titel=algemeen.bewaren,
            niveau=3 if algemeen.kop else 2,
        )
        self.rest = Restvak(lambda soort, ext: hulpmiddel.file_name(self.werk, soort, ext))
        vandaan = origin(vars(algemeen), *herkomst)
        self.scherm = Scherm(
            *([] if self.waarom.verborgen else [self.waarom]),
            *([self.boven.deel] if self.boven else []),
            *([self.rest.deel] if hulpmiddel.over is not None else []),
            self.stappen if len(bladen) > 1 else bladen[0][1],
            vandaan if algemeen.origineel else Tekst(*herkomst),
            *([Tekst(algemeen.privacy)] if algemeen.privacy else []),
            *([self.onder.deel] if self.onder else []),
            self.bewaren,
            titel=algemeen.kop,
        )
        self.scherm.voor_verzenden(self.refresh)
        self._switched(self.stappen.waarde)

    def go(self, code: str) -> None:
        """Ga naar een stap.

        Raises
        ------
        LookupError
            Als die stap niet bestaat.
        """
        codes = [stap.code for stap in self.inhoud.stap]
        if code not in codes:
            raise LookupError(f"stap {code!r} bestaat niet; kies uit {', '.join(codes)}")
        self.stappen.go(self.stappen.opschriften[codes.index(code)])

    @property
    def alleen(self) -> bool:
        """Is er nu maar één stap te zien?"""
        return self.stappen.zonder_tabs

    def only(self, code: str) -> None:
        """Toon alleen één stap; leeg toont ze weer allemaal, met de focus op de stappen."""
        self.stappen.zonder_tabs = self.waarom.verborgen = bool(code)
        if not code:
            self.stappen.focus()

    def refresh(self) -> None:
        """Werk bij wat in beeld is, na een wijziging of op een andere dag."""
        self.werk.look_at_clock()
        if self.boven is not None:
            self.boven.open()  # eerst: een paneel boven de stappen kan de weg wijzen
        if self.werk.plek.get(STAP, "") != self._code():
            self._open_saved_step()
            if self._uitgave == self.werk.uitgave:  # een paneel wees de weg
                self.stappen.focus()
        self._uitgave = self.werk.uitgave
        if self.hulpmiddel.over is not None:
            self.rest.show(self.hulpmiddel.over(self.werk.staat, self.inhoud))
        for nummer, paneel in enumerate(self.panelen):
            if nummer == self.stappen.gekozen:
                paneel.open()
                self._offer_screen(self.projecties[nummer], paneel.deel)
            else:
                paneel.close()
        if self.onder is not None:
            self.onder.open()

    def _offer_screen(self, knop: Projectie, deel: Deel) -> None:
        """Laat de knop naar het grote scherm zien zolang er iets te laten zien is."""
        if knop.verborgen is has_outcome(deel):
            knop.verborgen = not knop.verborgen

    def _code(self) -> str:
        """De code van de stap die open is; leeg voor de eerste, zodat die niets bewaart."""
        return self.inhoud.stap[self.stappen.gekozen].code if self.stappen.gekozen else ""

    def _open_saved_step(self) -> None:
        codes = [stap.code for stap in self.inhoud.stap]
        code = self.werk.plek.get(STAP, "")
        self.stappen.gekozen = codes.index(code) if code in codes else 0

    def _switched(self, _opschrift: str) -> None:
        self.werk.go(STAP, self._code())
        self.panelen[self.stappen.gekozen].arrive()
        self.refresh()

    def _page(self, nummer: int, stap: Staptekst) -> Kolom:
        paneel = self.panelen[nummer - 1]
        uitleg = [Tekst(stap.uitleg)] if stap.uitleg else []
        delen: list[Deel] = [*uitleg, self.projecties[nummer - 1], paneel.deel]
        if stap.heen:
            links = [Koppeling(heen.tekst, heen.adres) for heen in stap.heen]
            delen += [Tekst(HEEN), Tekst(*links, lijst=True)]
        if nummer < len(self.panelen) and stap.verder != "geen":
            volgende = self.inhoud.stap[nummer]
            voor = f"{nummer + 1}. " if volgende.nummer else ""
            opschrift = f"Verder naar {voor}{volgende.titel}"
            hoofd = stap.verder == "hoofd"
            delen.append(Knop(opschrift, lambda: self.go(volgende.code), hoofd=hoofd))
        elif nummer == len(self.panelen) and self.hulpmiddel.uitvoerrij and self.hulpmiddel.verslag:
            delen.append(Sectie(UITVOER, self._export_row(self.hulpmiddel.verslag), niveau=3))
        return Kolom(*delen)

    def _export_row(self, verslag: Callable[[U, C], Document]) -> Deel:
        werk, inhoud, deur = self.werk, self.inhoud, self.hulpmiddel
        return export_row(
            lambda soort, extensie: deur.file_name(werk, soort, extensie),
            lambda: verslag(werk.uitslag, inhoud),
            lambda: deur.tabellen(werk.uitslag, inhoud),
        )


def _check_steps(naam: str, stappen: Sequence[str], panelen: Sequence[str]) -> None:
    """Bij elke stap hoort een paneel en bij elk paneel een stap; anders is er iets niet te zien."""
    for codes, andere, wat in ((stappen, panelen, "stap"), (panelen, stappen, "paneel")):
        if los := [code for code in codes if code not in andere]:
            raise ValueError(
                f"{naam}: {wat} ‘{los[0]}’ staat alleen. Geef bij de voordeur elk paneel de ‘code’ "
                "van een [[stap]] uit de TOML, en elke stap een paneel"
            )
