"""Het ritme: reeksen die elk jaar terugkomen, uit een voorstel of zelf gemaakt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.taal.notatie import MAANDEN
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.kwaliteitskalender.model.kalender import Kalender, Reeks
from lv_tools.kwaliteitskalender.model.ritme import lay_out
from lv_tools.kwaliteitskalender.scherm.paneel import (
    WEEKDAGEN,
    Kalenderdeel,
    form_fields,
    without,
)
from lv_tools.kwaliteitskalender.teksten import Voorstel
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.kaartlijst import Actie, Kaart, Kaartlijst
from lv_tools.schermdelen.keuze import Knop, Vinkjes
from lv_tools.schermdelen.tekst import Tekst

#: Onder deze naam onthoudt het werk welke reeks open is.
OPEN = "reeks"


class Ritmepaneel(Kalenderdeel):
    """De reeksen van de kalender."""

    def build(self) -> Iterable[Deel]:
        """De voorstellen, de reeks die open is, en alle reeksen."""
        zeg = self.inhoud.zeg
        opties = [
            (v.code, zeg("voorstel_regel", wat=v.wat, vaak=v.vaak, bron=v.bron))
            for v in self.inhoud.voorstellen
        ]
        self.voorstellen = Vinkjes(zeg("voorstellen"), opties, bij_wijziging=self._choose)
        self.reeks = Lijst[Reeks](lambda r: r.id, self._fields)
        self.kaarten = Kaartlijst(zeg("reeksen"), self._act, leeg=zeg("geen_reeksen"))
        self.terug = Knop("", self._put_back, verborgen=True)
        return (
            Tekst(zeg("voorstellen_uitleg")),
            self.voorstellen,
            Sectie(
                zeg("reeksen"),
                Knop(zeg("reeks_erbij"), self._add),
                self.terug,
                self.reeks.deel,
                self.kaarten,
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Laat zien welke reeksen er zijn."""
        zeg, jaar = self.inhoud.zeg, self.staat.year
        weg = self._weg
        self.terug.tekst = zeg("zet_terug", wat=weg.wat) if weg else ""
        self.terug.verborgen = weg is None
        self.voorstellen.waarde = self.voorstellen.fit([r.voorstel for r in self.staat.reeksen])
        open_ = self.werk.plek.get(OPEN, "")
        soort = {r.id: r for r in self.staat.reeksen}
        self.reeks.show([soort[open_]] if open_ in soort else [])
        if open_ in soort:
            self.weken.verborgen = soort[open_].soort != "weken"
            self.maanden.verborgen = self.jaren.verborgen = soort[open_].soort != "jaar"
            self.vanaf.verborgen = self.jaren.verborgen or (soort[open_].jaren or 1) == 1
        kaarten = []
        for reeks in self.staat.reeksen:
            keren = lay_out(reeks, jaar).vormen
            titel = zeg(
                "reeks_naam", wat=reeks.wat or zeg("reeks_nieuw"), n=len(keren), jaar=jaar.naam
            )
            acties = (Actie("wijzig", zeg("wijzig")), Actie("weg", zeg("weg")))
            onder = f"{self.inhoud.aard[reeks.aard]}. {reeks.wie}".rstrip(". ")
            kaarten.append(Kaart(reeks.id, titel, acties, onder=onder))
        self.kaarten.kaarten = tuple(kaarten)

    def _fields(self, reeks: Reeks) -> Deel:
        zeg, velden, pad = self.inhoud.zeg, self.velden, f"reeksen/{reeks.id}"
        maanden = [(str(nr), MAANDEN[nr - 1]) for nr in (*range(8, 13), *range(1, 8))]
        self.weken = velden.text(f"{pad}/weken", zeg("weken"))
        self.maanden = velden.checks(f"{pad}/maanden", zeg("maanden"), maanden)
        self.jaren = velden.text(f"{pad}/jaren", zeg("jaren"), hulp=zeg("jaren_hulp"))
        self.vanaf = velden.text(f"{pad}/vanaf", zeg("vanaf"))
        soorten = [("weken", zeg("elke_weken")), ("jaar", zeg("vaste_maanden"))]
        return Sectie(
            zeg("reeks_wijzigen"),
            *form_fields(velden, self.inhoud, pad, reeks.tijd),
            velden.radios(f"{pad}/soort", zeg("hoe_vaak"), soorten),
            self.weken,
            self.maanden,
            Rij(self.jaren, self.vanaf),
            Rij(velden.choice(f"{pad}/weekdag", zeg("weekdag"), WEEKDAGEN)),
            Knop(zeg("klaar"), self._done),
            niveau=4,
        )

    def _choose(self, codes: tuple[str, ...]) -> None:
        heeft = {r.voorstel for r in self.staat.reeksen if r.voorstel}
        bekend = {v.code: v for v in self.inhoud.voorstellen}
        nieuw = tuple(
            _series(v, self.staat.year.begint)
            for code, v in bekend.items()
            if code in {*codes} - heeft
        )
        weg = {r.id for r in self.staat.reeksen if r.voorstel in bekend.keys() - {*codes}}
        for reeks in self.staat.reeksen:
            if reeks.id in weg:
                self._weg = reeks

        def doe(kalender: Kalender) -> Kalender:
            over = without(kalender.reeksen, lambda r: r.id in weg)
            return replace(kalender, reeksen=(*over, *nieuw))

        self.werk.change(doe)

    def _add(self) -> None:
        self._put(Reeks(new_id(), vanaf=self.staat.year.begint))

    def _put(self, reeks: Reeks) -> None:
        self.werk.change(lambda k: replace(k, reeksen=(*k.reeksen, reeks)))
        self._edit(reeks.id)

    def _edit(self, kenmerk: str) -> None:
        self.werk.go(OPEN, kenmerk)
        self.show()
        self.reeks[kenmerk].focus()

    def _done(self) -> None:
        self.werk.go(OPEN, "")
        self.kaarten.focus()

    def _act(self, kaart: str, actie: str) -> None:
        if actie == "wijzig":
            self._edit(kaart)
            return
        self._weg = next(r for r in self.staat.reeksen if r.id == kaart)
        self.werk.change(lambda k: replace(k, reeksen=without(k.reeksen, lambda r: r.id == kaart)))
        self.terug.focus()

    @property
    def _weg(self) -> Reeks | None:
        """De reeks die het laatst is weggehaald."""
        return self.werk.weg.get("reeksen")

    @_weg.setter
    def _weg(self, reeks: Reeks | None) -> None:
        self.werk.weg["reeksen"] = reeks

    def _put_back(self) -> None:
        weg, self._weg = self._weg, None
        if weg is not None:
            self.werk.change(lambda k: replace(k, reeksen=(*k.reeksen, weg)))
            self.kaarten.focus()


def _series(voorstel: Voorstel, jaar: int) -> Reeks:
    return Reeks(
        new_id(),
        voorstel.wat,
        voorstel.aard,
        voorstel.wie,
        "weken" if voorstel.weken else "jaar",
        voorstel.weken or 5,
        voorstel.maanden,
        voorstel.weekdag,
        voorstel.tijd,
        voorstel.minuten,
        voorstel.cijfers,
        voorstel.code,
        voorstel.jaren,
        jaar,
    )
