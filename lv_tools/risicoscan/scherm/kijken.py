"""Stap 2 op het scherm: wat iemand per standaard ziet, alleen of met een groep."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.verzamelen.groepswijziging import forget_own
from lv_tools.basis.verzamelen.vel import BLAD, GEEN, WEET_NIET, Vel
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.groep.codes import Codepaneel
from lv_tools.bouwdoos.groep.hand import Handpaneel
from lv_tools.bouwdoos.groep.respons import Responspaneel
from lv_tools.bouwdoos.groep.uitnodigen import Uitdeelpaneel, link_of
from lv_tools.bouwdoos.groep.vel import Velpaneel
from lv_tools.bouwdoos.groep.verzamelen import Verzamelpaneel
from lv_tools.risicoscan.bestand import NAAM, own_answers
from lv_tools.risicoscan.model.regels import LET_OP
from lv_tools.risicoscan.scherm.paneel import UITNODIGEN, Scanpaneel, group_of
from lv_tools.risicoscan.teksten import BRONNEN, HERKENNING, OBSTAKELS, Instrument, more, note
from lv_tools.risicoscan.verslag.delen import on_the_wall
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Download,
    Inlevercode,
    Knop,
    Rij,
    Schaalpunt,
    Sectie,
    Stelling,
    Tekst,
    Uitklap,
)


class Kijkvel(Velpaneel[Instrument]):
    """De standaarden, het bewijs bij zorgen, en wat men herkent."""

    def questions(self) -> Iterable[Deel]:
        """Maak de vragen."""
        inhoud, zeg, pad = self.inhoud, self.inhoud.zeg, self.pad
        schaal = (Schaalpunt(i, tekst) for i, tekst in enumerate(inhoud.schaal.opties, start=1))
        self.lijst = self.velden.answers(
            f"{pad}/antwoorden/{BLAD}",
            zeg("kijkvraag"),
            [Stelling(c, inhoud.full(c), inhoud.bij[c].uitleg) for c in inhoud.standaarden],
            [*schaal, Schaalpunt(None, inhoud.schaal.weet_niet)],
            niveau=3,
            verplicht=self.verplicht,
        )
        self.bewijs = {
            code: self.velden.text(
                f"{pad}/notities/{note(code)}",
                zeg("bewijs", code=code, naam=standaard.naam),
                hulp=zeg("bewijs_hulp"),
            )
            for code, standaard in inhoud.standaarden.items()
        }
        self.nog = Tekst(zeg("bewijs_nog"))
        los = [(GEEN, zeg("geen")), (WEET_NIET, zeg("weet_niet"))]
        self.bronnen = self.velden.checks(
            f"{pad}/keuzes/{BRONNEN}",
            zeg("bronnen"),
            [*((more(code), inhoud.full(code)) for code in inhoud.standaarden), los[0]],
            hulp=zeg("bronnen_hulp"),
        )
        return (
            self.lijst,
            Sectie(
                zeg("bewijs_titel"),
                Tekst(zeg("bewijs_uitleg")),
                self.nog,
                *self.bewijs.values(),
                self.bronnen,
                niveau=3,
            ),
            *(
                deel
                for vraag in HERKENNING
                for deel in (
                    self.velden.checks(
                        f"{pad}/keuzes/{vraag}",
                        zeg(vraag),
                        [*((h.code, h.naam) for h in inhoud.herkenningen[vraag]), *los],
                    ),
                    self._explain(vraag),
                )
            ),
        )

    def _explain(self, vraag: str) -> Deel:
        """Leg achter een knop uit wat er te herkennen is."""
        zeg = self.inhoud.zeg
        van = "uitleg_obstakels_van" if vraag == OBSTAKELS else "uitleg_element_van"
        regels = [f"{h.naam}: {h.uitleg}" for h in self.inhoud.herkenningen[vraag]]
        return Uitklap(zeg(f"uitleg_{vraag}"), Tekst(zeg(van)), Tekst(*regels, lijst=True))

    def show(self) -> None:
        """Vraag bewijs waar iemand zorg of ‘let op’ zag, en waar al iets staat."""
        super().show()
        vel: Vel = get_at(self.werk.staat, self.pad)
        for code, veld in self.bewijs.items():
            zien = (vel.gegeven.get(code) or 0) >= LET_OP
            veld.verborgen = not (zien or self.werk.text(veld.naam))
        self.nog.verborgen = not all(veld.verborgen for veld in self.bewijs.values())


class Kijkpaneel(Scanpaneel):
    """De link voor collega's, de manieren om te kijken, en wie er al is."""

    def build(self) -> Iterable[Deel]:
        """De link, het verzamelen en de opkomst."""
        inhoud, groep = self.inhoud, group_of(self.werk, self.inhoud)
        kort = {code: inhoud.full(code) for code in inhoud.standaarden}
        verzamelen = Verzamelpaneel(
            groep,
            inhoud,
            Kijkvel,
            manieren=inhoud.manier,
            vakken={
                "zelf": Zelfpaneel(self.werk, inhoud),
                "code": Codepaneel(
                    groep,
                    inhoud,
                    link=lambda: link_of(self.werk, inhoud, UITNODIGEN),
                    uitkomst=lambda: on_the_wall(self.werk.uitslag, inhoud),
                ),
                "hand": Handpaneel(groep, inhoud, kort, (BRONNEN, *HERKENNING)),
            },
            zonder_modus=("zelf",),
        )
        return (
            self.add(Uitdeelpaneel(self.werk, inhoud, UITNODIGEN)),
            self.add(verzamelen),
            self.add(Responspaneel(groep, inhoud)),
        )


class Zelfpaneel(Scanpaneel):
    """Wat de gebruiker zelf antwoordt, met de knop om alleen dat door te geven."""

    def build(self) -> Iterable[Deel]:
        """Het vel en de knoppen."""
        zeg, groep = self.inhoud.zeg, group_of(self.werk, self.inhoud)
        self.code = Inlevercode(verborgen=True)
        self.vel = Kijkvel(groep, self.inhoud, "groep/eigen", op_naam=False)
        return (
            self.add(self.vel),
            self.code,
            Tekst(zeg("eigen_bestand")),
            Rij(Download(zeg("bewaar_eigen"), self._own_file), Knop(zeg("wis_eigen"), self._wipe)),
        )

    def show(self) -> None:
        """Laat de eigen antwoorden als code zien, als de scan een link heeft."""
        code = group_of(self.werk, self.inhoud).own_code()
        self.code.toon(code, self.werk.staat.naam)
        self.code.verborgen = not code

    def _own_file(self) -> Bestand:
        scan = self.werk.staat
        # Willekeurig: wie de naam van het bestand ziet, kan daarmee niets terugzoeken.
        merk = secrets.token_hex(3)
        naam = export_name(NAAM, "antwoorden", scan.naam, now().date(), "json", merk=merk)
        return Bestand(naam, own_answers(scan, self.inhoud), "application/json")

    def _wipe(self) -> None:
        self.werk.clear_drafts("groep/eigen")
        group_of(self.werk, self.inhoud).change(lambda groep, _vragen: forget_own(groep))
        self.vel.wie.rol.focus()
