"""Invullen op het scherm: thema voor thema, en aan het eind één bestand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.antwoorden.bestand import NAAM_LENGTE, NOTITIE_LENGTE
from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.taal.notatie import aantal, datum, getal
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Formulier,
    Keuzelijst,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Tekst,
    Upload,
)
from lv_tools.zelfevaluatie.bestand.antwoorden import progress
from lv_tools.zelfevaluatie.bestand.link import LinkError, from_fragment
from lv_tools.zelfevaluatie.bestand.linkzoeker import MAX_TEKST
from lv_tools.zelfevaluatie.bestand.scan import scan_from_file
from lv_tools.zelfevaluatie.model.opzet import Opzet, themas_van
from lv_tools.zelfevaluatie.model.staat import receive
from lv_tools.zelfevaluatie.scherm.bladen import Beginblad, Blad, Slotblad, Themablad, name_too_long
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel

Stand = Mapping[str, tuple[int, int]]


class Invulpaneel(Zelfpaneel):
    """Eén persoon vult een scan in: de eigen scan of die van een ander."""

    def build(self) -> Iterable[Deel]:
        """De keuze van de scan, het blad dat openstaat, en de weg naar de andere bladen."""
        zeg = self.zeg
        self.fout = Mededeling(toon="fout")
        self.naar_fout = Knop(zeg("invul_naar_fout"), self._to_fault, verborgen=True)
        self.welke = Keuzelijst(zeg("invul_welke"), [], bij_wijziging=self._choose)
        # Gewone tekst, geen mededeling: na elk antwoord voorlezen hoe ver u bent, is te veel.
        self.stand = Tekst()
        self.plaats = Kolom()
        self.vorige = Knop(zeg("invul_vorige"), lambda: self.turn(self.staat.invulplek - 1))
        self.volgende = Knop("", lambda: self.turn(self.staat.invulplek + 1), hoofd=True)
        self.naar = Keuzelijst(zeg("invul_naar"), [], bij_wijziging=lambda p: self.turn(int(p)))
        self.ontvangen = Ontvangpaneel(self.werk, self.inhoud)
        self.ontvang_vak = self.fold(zeg("ontvang_titel"), self.ontvangen)
        self.alles = Knop(zeg("invul_alles"), self._show_all, verborgen=True)
        self.blad: Blad | None = None
        self._voor: tuple[Opzet, int] | None = None
        self._af: frozenset[str] = frozenset()
        #: Het veld waar de lezer heen wil, als dat niet de kop van een blad is.
        self._veld = ""
        return (
            self.fout,
            self.naar_fout,
            self.welke,
            self.stand,
            self.plaats,
            Rij(self.vorige, self.volgende),
            self.naar,
            self.ontvang_vak,
            self.alles,
        )

    def turn(self, plek: int) -> None:
        """Ga naar een blad: 0 is het begin, na het laatste thema komt het overzicht."""
        hoogste = len(self.staat.invulopzet.themas) + 1
        self.werk.enter(f"{self.staat.invulpad}plek", max(0, min(plek, hoogste)))

    def show(self) -> None:
        """Toon het blad dat openstaat, en hoe ver het invullen is."""
        staat, opzet = self.staat, self.staat.invulopzet
        alleen = self.gang is not None and self.gang.alleen
        _put(self.alles, "verborgen", not alleen)
        _put(self.ontvang_vak, "verborgen", alleen)
        self._options(alleen)
        stand = progress(staat.invulvel.gegeven, opzet, self.inhoud, staat.invulvel.rol)
        plek = min(staat.invulplek, len(stand) + 1)
        af = frozenset(code for code, (gedaan, alle) in stand.items() if gedaan == alle)
        zelfde = self._voor is not None and self._voor[0] == opzet
        vulde = self._progress(stand, plek)
        if self._voor != (opzet, plek):
            self._voor = (opzet, plek)
            self.blad = self._page(plek)
            self.place(self.plaats, self.blad)
            self._buttons(plek, len(stand))
            if zelfde and not self._veld:
                self.blad.focus()
            elif not zelfde:
                self.ontvang_vak.open = False
                self.ontvangen.close()
        if zelfde and af > self._af and self.deel.scherm is not None:
            # Pas als een thema af is, niet na elk antwoord.
            self.deel.scherm.meld(self.zeg("invul_af", stand=vulde))
        self._af = af
        self._faults()
        self._to_field()

    def _page(self, plek: int) -> Blad:
        themas = themas_van(self.staat.invulopzet, self.inhoud)
        if plek == 0:
            return Beginblad(self.werk, self.inhoud)
        if plek > len(themas):
            return Slotblad(self.werk, self.inhoud)
        return Themablad(self.werk, self.inhoud, themas[plek - 1])

    def _buttons(self, plek: int, themas: int) -> None:
        self.vorige.verborgen, self.volgende.verborgen = plek == 0, plek > themas
        self.volgende.tekst = self.zeg(
            "invul_begin_knop" if not plek else "invul_overzicht" if plek == themas
            else "invul_volgende"
        )  # fmt: skip

    def _progress(self, stand: Stand, plek: int) -> str:
        """Werk de voortgang bij, en geef haar als zin."""
        zeg = self.zeg
        klaar, totaal = (sum(deel) for deel in zip(*stand.values(), strict=True))
        opties = [("0", zeg("invul_begin"))]
        for nummer, (code, (gedaan, alle)) in enumerate(stand.items(), start=1):
            titel = self.inhoud.themas[code].titel
            opties.append(
                (str(nummer), zeg("invul_thema_stand", titel=titel, gedaan=gedaan, alle=alle))
            )
        _fill(self.naar, [*opties, (str(len(stand) + 1), zeg("slot_titel"))], str(plek))
        vulde = zeg("invul_stand", klaar=klaar, stellingen=aantal(totaal, "stelling", "stellingen"))
        begin = zeg("invul_stand_begin", nummer=plek, alle=len(stand))
        _put(self.stand, "alineas", ((begin if 0 < plek <= len(stand) else "") + vulde,))
        return vulde

    def _options(self, alleen: bool) -> None:
        zeg, staat = self.zeg, self.staat
        eigen = zeg("invul_eigen")
        if staat.gemaakt:
            eigen = zeg("invul_eigen_naam", naam=staat.opzet.naam)
        anderen = [
            (a.id, zeg("invul_andere", naam=a.opzet.naam, dag=datum(a.opzet.datum)))
            for a in staat.andere
        ]
        _fill(self.welke, [("", eigen), *anderen], staat.open)
        _put(self.welke, "verborgen", alleen or not anderen)

    def _faults(self) -> None:
        """Zeg welke tekst te lang is.

        De lengte staat al bij het veld terwijl iemand typt; hoeveel er te veel is, zegt dat veld
        zelf. Deze zin blijft daarom gelijk, zodat een schermlezer haar één keer voorleest.
        """
        pad = self._too_long()
        zin = ""
        if pad.endswith("/naam"):
            zin = self.zeg("invul_naam_te_lang", hoeveel=getal(NAAM_LENGTE))
        elif pad:
            code, soort = pad.rsplit("/", 1)[1].split(":")
            thema = self.inhoud.themas[code]
            veld = thema.bewijs_vraag if soort == "bewijs" else thema.opmerking_vraag
            hoeveel = getal(NOTITIE_LENGTE)
            zin = self.zeg("invul_te_lang", thema=thema.titel, veld=veld, hoeveel=hoeveel)
        _put(self.fout, "tekst", zin)
        _put(self.naar_fout, "verborgen", not pad)

    def _too_long(self) -> str:
        """Geef het pad van de eerste tekst die te lang is; leeg als alles past."""
        if name_too_long(self.werk):
            return f"{self.staat.velpad}/naam"
        themas = self.staat.invulopzet.themas
        paden = [
            pad
            for pad in self.werk.drafts(f"{self.staat.velpad}/notities")
            if pad.rsplit("/", 1)[1].split(":")[0] in themas
        ]
        return min(paden, key=lambda pad: _place(pad, themas), default="")

    def _to_fault(self) -> None:
        """Ga naar de tekst die te lang is."""
        if pad := self._too_long():
            self._veld = pad
            self.werk.touch()
            naam = pad.endswith("/naam")  # staat op het eerste blad
            self.turn(0 if naam else 1 + _place(pad, self.staat.invulopzet.themas)[0])

    def _to_field(self) -> None:
        naar, self._veld = self._veld, ""
        if naar and self.blad is not None:
            veld = next((deel for deel in self.blad.deel.walk() if deel.naam == naar), None)
            if veld is not None:
                veld.focus()

    def _choose(self, kenmerk: str) -> None:
        self.werk.change(lambda staat: replace(staat, open=kenmerk))

    def _show_all(self) -> None:
        if self.gang is not None:
            self.gang.only("")
        self.werk.touch()


class Ontvangpaneel(Zelfpaneel):
    """Twee wegen om de scan van een ander in te vullen: een geplakte link of een scanbestand."""

    def build(self) -> Iterable[Deel]:
        """Het veld voor de link, en de plek voor een bestand."""
        zeg = self.zeg
        veld = Veld(
            "link",
            zeg("ontvang_link"),
            verplicht=True,
            lengte=MAX_TEKST,
            hulp=zeg("ontvang_link_hulp"),
        )
        (self.veld,) = self.velden.form("ontvangen", [veld])
        self.melding = Mededeling(toon="fout")
        formulier = Formulier(
            self.veld, bij_inzenden=self._paste, knop=zeg("ontvang_knop"), gelukt=""
        )
        upload = Upload(
            zeg("ontvang_bestand"),
            self._file,
            soorten=".json",
            hulp=zeg("ontvang_bestand_hulp"),
        )
        return (Tekst(zeg("ontvang_uitleg")), formulier, upload, self.melding)

    def _paste(self, waarden: dict[str, Any]) -> dict[Deel, str]:
        tekst = str(self.velden.values("ontvangen", waarden)["link"])
        try:
            opzet = from_fragment(tekst, self.inhoud)
        except LinkError as fout:
            return {self.veld: f"{self.zeg('ontvang_link')}: {fout}"}
        self._take(opzet)
        return {}

    def _file(self, bestanden: tuple[Bestand, ...]) -> None:
        for bestand in bestanden:
            try:
                opzet = scan_from_file(bestand.inhoud, self.inhoud, bestand.naam).opzet
            except VormError as fout:
                waarom = str(fout).rstrip(".")
                self.melding.tekst = self.zeg("ontvang_mis", naam=bestand.naam, waarom=waarom)
                continue
            self._take(opzet)

    def _take(self, opzet: Opzet) -> None:
        """Open de scan, en klap dit vak dicht."""
        self.werk.change(lambda staat: receive(staat, opzet))
        self.velden.clear_form("ontvangen")
        self.melding.tekst = ""


def _place(pad: str, themas: tuple[str, ...]) -> tuple[int, str]:
    thema, soort = pad.rsplit("/", 1)[1].split(":")
    return themas.index(thema), soort


def _put(deel: Deel, naam: str, waarde: Any) -> None:
    """Zet een eigenschap alleen als zij anders is: dat scheelt een bericht naar de pagina."""
    if deel.eigenschappen.get(naam) != waarde:
        deel.zet(naam, waarde)


def _fill(lijst: Keuzelijst, opties: list[tuple[str, str]], waarde: str) -> None:
    if list(lijst.opties) != opties:
        lijst.opties = opties
    if (lijst.waarde or "") != waarde:
        lijst.waarde = waarde
