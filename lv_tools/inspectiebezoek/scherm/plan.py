"""Het plan: de tijdlijn, en elke taak als kaart om af te vinken of te wijzigen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.uitvoer.document import Figuurblok
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.inspectiebezoek.figuur import state_of, timeline
from lv_tools.inspectiebezoek.model.bezoek import Bezoek, Fase, Taak
from lv_tools.inspectiebezoek.model.planning import Regel
from lv_tools.inspectiebezoek.scherm.deel import Bezoekdeel
from lv_tools.inspectiebezoek.verslag.taken import day_of, remark_of
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij, Sectie, Uitklap
from lv_tools.schermdelen.kaartlijst import Actie, Kaart, Kaartlijst
from lv_tools.schermdelen.keuze import Knop

FASEN: tuple[Fase, ...] = ("voor", "tijdens", "na", "rapport", "door")
#: Onder deze naam onthoudt het werk welke taak open is.
OPEN = "taak"
#: Zoveel taken die nog moeten, staan er meteen; op een telefoon is een lange rij niet te overzien.
EERST = 6


class Planpaneel(Bezoekdeel):
    """Wie doet wat, en wanneer."""

    def build(self) -> Iterable[Deel]:
        """De tijdlijn, wat opvalt, de taak die open is, en de taken per fase."""
        zeg = self.inhoud.zeg
        self.opvalt, self.beeld = Documentdeel(), Documentdeel()
        self.taak = Lijst[Taak](lambda t: t.id, self._fields)
        self.lijsten = {fase: Kaartlijst(self.inhoud.fase[fase], self._act) for fase in FASEN}
        self.verder = {fase: Kaartlijst(self.inhoud.fase[fase], self._act) for fase in FASEN}
        self.daarna = {fase: Uitklap("", lijst) for fase, lijst in self.verder.items()}
        self.nu: Fase = "voor"
        self.vakken = {
            fase: Uitklap(self.inhoud.fase[fase], lijst, self.daarna[fase], open=fase == self.nu)
            for fase, lijst in self.lijsten.items()
        }
        self.niet = Kaartlijst(zeg("niet_kop"), self._act)
        self.prullenbak = Uitklap(zeg("niet_kop"), self.niet)
        rollen = self.inhoud.rol
        return (
            self.opvalt.deel,
            Uitklap(zeg("figuur_titel"), self.beeld.deel),
            Rij(
                self.velden.choice(
                    "toonrol", zeg("toon_rol"), rollen, leeg=zeg("iedereen"), kijken=True
                ),
                Knop(zeg("taak_erbij"), self._add),
            ),
            self.taak.deel,
            *self.vakken.values(),
            self.prullenbak,
        )

    def _open_now(self) -> None:
        """Open de taken van nu: ervoor, op de dag zelf, of erna."""
        beeld = self.werk.uitslag
        dag = beeld.bezoek.dag
        begonnen = dag is not None and dag <= beeld.vandaag
        nu: Fase = "na" if beeld.is_over else "tijdens" if begonnen else "voor"
        if nu != self.nu:
            self.nu = nu
            for fase, vak in self.vakken.items():
                vak.open = fase == nu

    def show(self) -> None:
        """Laat het plan van nu zien."""
        self._open_now()
        beeld, bezoek = self.werk.uitslag, self.werk.staat
        self.opvalt.show(self.remarks("plan"))
        blad = timeline(beeld, self.inhoud)
        self.beeld.show((Figuurblok(blad),) if blad else ())
        getoond = [r for r in beeld.plan if bezoek.toonrol in (None, r.rol)]
        for fase, vak in self.vakken.items():
            hier = [r for r in getoond if r.fase == fase]
            vak.verborgen, vak.titel = not hier, self._heading(fase, hier)
            self._divide(fase, hier)
        weg = [t for t in bezoek.taken if t.niet]
        terug = (Actie("terug", self.inhoud.zeg("taak_terug")),)
        self.niet.kaarten = tuple(Kaart(t.id, self._name(t), terug) for t in weg)
        self.prullenbak.verborgen = not weg
        open_ = self.werk.plek.get(OPEN, "")
        self.taak.show([t for t in bezoek.taken if t.id == open_ and not t.niet])

    def _divide(self, fase: Fase, hier: list[Regel]) -> None:
        """Laat de eerste taken zien, en zet de andere achter een knop."""
        nog = [plek for plek, r in enumerate(hier) if not r.klaar]
        grens = nog[EERST - 1] + 1 if len(nog) > EERST + 2 else len(hier)
        kaarten = tuple(self._card(r) for r in hier)
        self.lijsten[fase].kaarten, self.verder[fase].kaarten = kaarten[:grens], kaarten[grens:]
        meer = aantal(len(kaarten) - grens, "taak", "taken")
        self.daarna[fase].verborgen = grens == len(hier)
        self.daarna[fase].titel = self.inhoud.zeg("fase_verder", n=meer)

    def _heading(self, fase: Fase, hier: list[Regel]) -> str:
        """Zeg hoeveel taken er in een fase zijn, en hoeveel daarvan gedaan."""
        naam, klaar = self.inhoud.fase[fase], sum(r.klaar for r in hier)
        n = aantal(len(hier), "taak", "taken")
        return self.inhoud.zeg("fase_kop", fase=f"{naam[:1].upper()}{naam[1:]}", n=n, klaar=klaar)

    def _card(self, r: Regel) -> Kaart:
        zeg = self.inhoud.zeg
        dag = day_of(r, self.inhoud)
        if state_of(r) == "geweest":
            dag = f"{dag} · {zeg('stand_geweest')}"
        acties = (
            Actie("klaar", zeg("gedaan"), aan=r.klaar),
            Actie("wijzig", zeg("wijzig")),
            Actie("niet", zeg("niet")),
        )
        onder = f"{r.wie} · {zeg('stap_nummer', n=r.stap)}"
        meer = tuple(zin for zin in (r.hoe, remark_of(r, self.inhoud)) if zin)
        return Kaart(r.id, r.wat, acties, boven=dag, onder=onder, meer=meer)

    def _fields(self, taak: Taak) -> Deel:
        zeg, velden, pad = self.inhoud.zeg, self.velden, f"taken/{taak.id}"
        v = self.inhoud.proposal(taak.id)
        stappen = {nr: f"{nr}. {naam}" for nr, naam in self.inhoud.stapnaam.items()}
        eigen: tuple[Deel, ...] = ()
        if v is None:
            eigen = (
                Rij(
                    velden.choice(f"{pad}/fase", zeg("fase"), self.inhoud.fase),
                    velden.choice(f"{pad}/stap", zeg("stap"), stappen),
                ),
            )
        wat_hulp = zeg("wat_hulp", wat=v.wat) if v else ""
        afstand = zeg("afstand_hulp", n=v.dagen) if v else zeg("afstand_eigen")
        leeg = zeg("rol_voorstel", rol=self.inhoud.rol[v.rol] if v else zeg("kies"))
        return Sectie(
            zeg("taak_wijzigen", wat=v.wat if v else zeg("taak_eigen")),
            velden.text(f"{pad}/wat", zeg("taak_wat"), hulp=wat_hulp),
            *eigen,
            Rij(
                velden.choice(f"{pad}/rol", zeg("rol"), self.inhoud.rol, leeg=leeg),
                velden.text(f"{pad}/wie", zeg("wie")),
            ),
            Rij(
                velden.text(f"{pad}/dag", zeg("vaste_dag"), hulp=zeg("vaste_dag_hulp")),
                velden.text(f"{pad}/afstand", zeg("afstand"), hulp=afstand),
            ),
            Rij(Knop(zeg("klaar"), self._done, hoofd=True)),
            niveau=3,
        )

    # -- wat de lezer doet -----------------------------------------------------------------------

    def _act(self, kaart: str, actie: str) -> None:
        if actie == "wijzig":
            self._edit(kaart)
        elif actie == "klaar":
            self._change(kaart, klaar=not self._task(kaart).klaar)
        elif actie == "terug":
            self._change(kaart, niet=False)
        elif self.inhoud.proposal(kaart) is None and not self._task(kaart).wat.strip():
            self.werk.change(lambda b: replace(b, taken=_without(b, kaart)))
        else:
            self._change(kaart, niet=True)
            self.prullenbak.focus()

    def _add(self) -> None:
        taak = Taak(new_id(), self.inhoud.zeg("taak_nieuw"), rol="kwaliteit", afstand=7)
        self.werk.change(lambda b: replace(b, taken=(*b.taken, taak)))
        self._edit(taak.id)

    def _edit(self, kenmerk: str) -> None:
        self.werk.go(OPEN, kenmerk)
        self.show()
        self.taak[kenmerk].focus()

    def _done(self) -> None:
        kenmerk = self.werk.plek.get(OPEN, "")
        self.werk.go(OPEN, "")
        self.show()
        regel = self.werk.uitslag.rule(kenmerk)
        fase: Fase = regel.fase if regel else "voor"
        self.vakken[fase].open = True
        self.lijsten[fase].focus()

    def _change(self, kenmerk: str, **rest: bool) -> None:
        def doe(b: Bezoek) -> Bezoek:
            taken = tuple(
                replace(t, **rest) if t.id == kenmerk else t  # type: ignore[arg-type]
                for t in b.taken
            )
            return replace(b, taken=taken)

        self.werk.change(doe)

    def _task(self, kenmerk: str) -> Taak:
        return next(t for t in self.werk.staat.taken if t.id == kenmerk)

    def _name(self, taak: Taak) -> str:
        v = self.inhoud.proposal(taak.id)
        return taak.wat.strip() or (v.wat if v else self.inhoud.zeg("zonder"))


def _without(bezoek: Bezoek, kenmerk: str) -> tuple[Taak, ...]:
    return tuple(t for t in bezoek.taken if t.id != kenmerk)
