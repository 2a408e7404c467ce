"""Invullen op het scherm: thema voor thema, en aan het eind één bestand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.vragenset import ONBEKENDE_ROL
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import aantal, datum
from lv_tools.schermdelen import (
    Keuzelijst,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Tekst,
)
from lv_tools.zelfevaluatie.bestand.antwoorden import progress
from lv_tools.zelfevaluatie.model.opzet import Opzet
from lv_tools.zelfevaluatie.model.opzet_invoer import describe_setup
from lv_tools.zelfevaluatie.scherm.begin import start_page, who_sees
from lv_tools.zelfevaluatie.scherm.invulling import Invulgeheugen, Invulling
from lv_tools.zelfevaluatie.scherm.ontvangen import Ontvangvak
from lv_tools.zelfevaluatie.scherm.slot import Slotblad
from lv_tools.zelfevaluatie.scherm.vel import Vel
from lv_tools.zelfevaluatie.scherm.werk import Werk


class Invulpaneel:
    """Eén persoon vult een scan in: de eigen scan of die van een ander.

    Parameters
    ----------
    bij_alles
        Functie zonder argumenten: de lezer wil ook de andere stappen zien.
    """

    def __init__(self, werk: Werk, bij_alles: Callable[[], object]) -> None:
        self.werk, self.inhoud = werk, werk.inhoud
        self.geheugen = Invulgeheugen(werk.inhoud, self.load)
        self._laden = False
        self.plek = 0
        self.welke = Keuzelijst("Welke scan vult u in?", [], bij_wijziging=self._choose)
        self.over = Tekst()
        self.ziet = Tekst(lijst=True)
        self.alles = Knop("Toon ook de andere stappen", bij_alles, verborgen=True)
        self.ontvangen = Ontvangvak(werk.inhoud, self.receive)
        self.vel = Vel("invul", werk.opzet, werk.inhoud, bij_wijziging=self._changed)
        self.fout = Mededeling(toon="fout")
        self.naar_fout = Knop("Ga naar deze tekst", self._to_fault, verborgen=True)
        # Gewone tekst, geen mededeling: na elk antwoord voorlezen hoe ver u bent, is te veel.
        self.stand = Tekst()
        self._af: frozenset[str] = frozenset()
        self.naar = Keuzelijst("Ga naar", [], bij_wijziging=self._jump)
        self.vorige = Knop("Vorige", lambda: self.go(self.plek - 1))
        self.volgende = Knop("Volgende", lambda: self.go(self.plek + 1), hoofd=True)
        self.begin = start_page(self.inhoud, self.over, self.ziet, self.vel.wie)
        self.slot = Slotblad(werk.inhoud, self._wipe)
        self.deel = Kolom(
            self.fout,
            self.naar_fout,
            self.welke,
            self.stand,
            self.begin,
            self.vel.plaats,
            self.slot.deel,
            Rij(self.vorige, self.volgende),
            self.naar,
            self.ontvangen.deel,
            self.alles,
        )
        werk.luisteraars.append(self.follow)
        self.load()

    @property
    def opzet(self) -> Opzet:
        """De scan die openstaat."""
        ander = self.geheugen.scans.get(self.geheugen.open)
        return self.werk.opzet if ander is None else ander.opzet

    @property
    def own_scan(self) -> bool:
        """Vult de gebruiker de scan in die op dit apparaat is gemaakt?"""
        return self.opzet.id == self.werk.opzet.id

    def simple(self, alleen: bool) -> None:
        """Toon wie een link kreeg alleen wat voor die scan nodig is."""
        self.alles.verborgen = not alleen
        self.ontvangen.deel.verborgen = alleen
        self.welke.verborgen = alleen or len(self.welke.opties) < 2

    def take_own(self) -> None:
        """Neem de eigen antwoorden uit de scan over als het geheugen ze niet kent.

        Zo gaat een scanbestand open met de eigen antwoorden erin, ook zonder delen van het scherm.
        """
        eigen, opzet = self.werk.own(), self.werk.opzet
        if eigen is not None and opzet.id not in self.geheugen.scans:
            rol = "" if eigen.rol == ONBEKENDE_ROL else eigen.rol
            self.geheugen.put(
                Invulling(
                    opzet,
                    eigen.id,
                    eigen.versie,
                    rol=rol,
                    naam=eigen.naam,
                    antwoorden=eigen.antwoorden,
                    notities=eigen.notities,
                    rest=eigen.rest,
                )
            )
            self.load()

    def receive(self, opzet: Opzet) -> None:
        """Open een scan van een ander (of de eigen) om in te vullen."""
        if opzet.id == self.werk.opzet.id:
            self.geheugen.open = ""
        else:
            self.geheugen.put(self.geheugen.of(opzet))
            self.geheugen.open = opzet.id
        self.fout.tekst = ""
        self.load()

    def follow(self) -> None:
        """Volg een wijziging in de eigen scan; wordt die anoniem, dan vervalt hier de naam."""
        bekend = self.geheugen.scans.get(self.werk.opzet.id)
        if bekend is not None and bekend.opzet != self.werk.opzet and not self.werk.restoring:
            self.geheugen.put(self.geheugen.of(self.werk.opzet))
        if self.own_scan and self.vel.opzet != self.werk.opzet:
            self.load()
        else:
            self._options()

    def load(self) -> None:
        """Zet de scan die openstaat op het scherm, met wat er al was ingevuld."""
        invulling = self.geheugen.of(self.opzet)
        self._laden = True
        try:
            self.vel.clear()
            self.vel.set_setup(self.opzet)
            self.vel.wie.rol.waarde = self.vel.wie.rol.fit(invulling.rol or None)
            self.vel.wie.naam.waarde = invulling.naam
            self.vel.fill(invulling.antwoorden, invulling.notities)
        finally:
            self._laden = False
        self.over.alineas = describe_setup(self.opzet, self.inhoud)
        self.ziet.alineas = who_sees(self.opzet.modus, self.inhoud)
        self.ontvangen.close()
        self._options()
        self.go(invulling.plek, focus=False)

    def go(self, plek: int, *, focus: bool = True) -> None:
        """Ga naar een blad: 0 is het begin, na het laatste thema komt het overzicht."""
        bladen = self.vel.bladen
        self.plek = max(0, min(plek, len(bladen) + 1))
        self.begin.verborgen = self.plek != 0
        for nummer, blad in enumerate(bladen, start=1):
            blad.deel.verborgen = nummer != self.plek
        self.slot.deel.verborgen = self.plek != len(bladen) + 1
        self.vorige.verborgen = self.plek == 0
        self.volgende.verborgen = not self.slot.deel.verborgen
        self.volgende.tekst = (
            "Begin" if not self.plek else "Naar het overzicht" if self.plek == len(bladen)
            else "Volgende thema"
        )  # fmt: skip
        if not self._laden and (bekend := self.geheugen.scans.get(self.opzet.id)):
            self.geheugen.put(replace(bekend, plek=self.plek))
        self._refresh()
        if focus:
            doel = (self.begin, *(blad.deel for blad in bladen), self.slot.deel)
            doel[self.plek].focus()

    def sync(self) -> None:
        """Neem over wat er op het scherm staat, zoals na het terugzetten van een bestand."""
        if self.opzet.modus != "naam":
            self.vel.wie.naam.waarde = ""  # een bestand van vroeger kan hier nog een naam hebben
        self._changed()

    def _changed(self) -> None:
        """Onthoud wat er is ingevuld, en tel de eigen antwoorden mee in de eigen scan."""
        if self._laden or self.werk.restoring:
            return
        oud = self.geheugen.of(self.opzet)
        nieuw = replace(
            oud,
            plek=self.plek,
            rol=self.vel.wie.gekozen,
            naam=self.vel.wie.naam.waarde,
            antwoorden=self.vel.answers(),
            notities=self.vel.notes(),
        )
        if nieuw != oud:
            self.geheugen.put(replace(nieuw, tijd=now().isoformat(timespec="seconds")))
        if self.own_scan and self.vel.too_long() is None:
            self.werk.set_own(self._respondent() if self.vel.wie.gekozen else None)
        self._refresh()

    def _respondent(self) -> Respondent | None:
        invulling = self.geheugen.of(self.opzet)
        return self.vel.respondent(invulling.kenmerk, invulling.tijd, invulling.rest)

    def _refresh(self) -> None:
        """Werk de voortgang bij, en het overzicht als dat in beeld is."""
        te_lang = self.vel.too_long()
        self.fout.tekst = te_lang.zin if te_lang else ""
        self.naar_fout.verborgen = te_lang is None
        stand = self._progress()
        klaar, totaal = (sum(deel) for deel in zip(*stand.values(), strict=True))
        titels = {code: self.inhoud.themas[code].titel for code in stand}
        self.naar.opties = [
            ("0", "Voordat u begint"),
            *(
                (str(nr), f"{titels[code]} ({gedaan} van {alle})")
                for nr, (code, (gedaan, alle)) in enumerate(stand.items(), start=1)
            ),
            (str(len(stand) + 1), "Klaar: kijk na en bewaar"),
        ]
        self.naar.waarde = str(self.plek)
        begin = f"Thema {self.plek} van {len(stand)}. " if 0 < self.plek <= len(stand) else ""
        vulde = f"U beantwoordde {klaar} van de {aantal(totaal, 'stelling', 'stellingen')}."
        self.stand.alineas = (begin + vulde,)
        self._tell(stand, vulde)
        if not self.slot.deel.verborgen:
            respondent = None if te_lang else self._respondent()
            self.slot.show(
                self.opzet,
                respondent if self.vel.wie.gekozen else None,
                groep=bool(self.vel.wie.gekozen),
                open_=totaal - klaar,
                telt_mee=self.own_scan and not self.werk.vers,
            )

    def _tell(self, stand: Mapping[str, tuple[int, int]], vulde: str) -> None:
        """Zeg hoe ver het is zodra een thema af is, niet na elk antwoord."""
        af = frozenset(code for code, (gedaan, alle) in stand.items() if gedaan == alle)
        scherm = self.deel.scherm if not self._laden else None
        if scherm is not None and af > self._af:
            scherm.meld(f"Dit thema is af. {vulde}")
        self._af = af

    def _to_fault(self) -> None:
        """Ga naar de tekst die te lang is."""
        te_lang = self.vel.too_long()
        if te_lang is not None:
            self.go(te_lang.plek, focus=False)
            te_lang.veld.focus()

    def _progress(self) -> dict[str, tuple[int, int]]:
        leeg = Respondent("", self.vel.wie.gekozen, self.vel.answers())
        return progress(leeg, self.vel.opzet, self.inhoud)

    def _options(self) -> None:
        anderen = [
            i.opzet for i in self.geheugen.scans.values() if i.opzet.id != self.werk.opzet.id
        ]
        eigen = "mijn eigen scan" if self.werk.vers else f"mijn eigen scan: {self.werk.opzet.naam}"
        self.welke.opties = [
            ("", eigen),
            *((o.id, f"{o.naam} ({datum(date.fromisoformat(o.datum))})") for o in anderen),
        ]
        self.welke.waarde = self.geheugen.open
        self.welke.verborgen = not anderen or not self.alles.verborgen

    def _choose(self, kenmerk: str) -> None:
        self.geheugen.open = kenmerk if kenmerk in self.geheugen.scans else ""
        self.load()

    def _jump(self, plek: str) -> None:
        self.go(int(plek))

    def _wipe(self) -> None:
        self.geheugen.scans[self.opzet.id] = Invulling(self.opzet)
        if self.own_scan:
            self.werk.forget_own()
        self.load()
        self.begin.focus()
