"""De punten: ophalen uit het dossier, zelf toevoegen, en wijzigen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.taal.notatie import aantal, datum, opsomming
from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.meenemen import Ophalen
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.kwaliteitskalender.figuur import table_row
from lv_tools.kwaliteitskalender.model.bronnen import (
    Kalenderpunt,
    adopt,
    follow_again,
    forms,
    release,
    take,
    unfollow,
    values,
)
from lv_tools.kwaliteitskalender.model.kalender import BESPREKING, GEGEVENS, Kalender, Punt
from lv_tools.kwaliteitskalender.model.uitkomst import order
from lv_tools.kwaliteitskalender.scherm.paneel import (
    NAAM,
    Kalenderdeel,
    Volger,
    form_fields,
)
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.formulier import Formulier
from lv_tools.schermdelen.indeling import Rij, Sectie, Uitklap
from lv_tools.schermdelen.kaartlijst import Actie, Kaart, Kaartlijst
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Tekst

#: Zoveel kaarten staan er hoogstens op het scherm; wie er meer heeft, kiest een soort of persoon.
MEESTE_KAARTEN = 80


class Puntenpaneel(Kalenderdeel):
    """Alles wat op de kalender komt, met één punt tegelijk open om te wijzigen."""

    def build(self) -> Iterable[Deel]:
        """Wat er klaarligt, het punt dat open is, een nieuw punt, en de lijst."""
        zeg = self.inhoud.zeg
        self.volger = Volger(self)
        self.ophalen = Ophalen(self.werk, self._take)
        self.gevolgd = Kaartlijst(zeg("volgt"), self._unfollow)
        self.open_punt = Lijst[Kalenderpunt](lambda k: k.punt.id, self._fields)
        self.bron = Tekst(klein=True)
        velden = self.velden.form(
            "punt",
            [
                Veld("wat", zeg("wat"), verplicht=True, lengte=300),
                Veld("aard", zeg("aard"), "keuze", opties=tuple(self.inhoud.aard.items())),
                Veld("dag", zeg("dag"), "datum"),
                Veld("wie", zeg("wie"), lengte=300, hulp=zeg("wie_hulp")),
            ],
        )
        self.soort = self.velden.choice(
            "weergave/aard", zeg("toon_soort"), self.inhoud.aard, leeg=zeg("alles"), kijken=True
        )
        self.wie = self.velden.choice(
            "weergave/wie", zeg("toon_wie"), (), leeg=zeg("iedereen"), kijken=True
        )
        self.kaarten = Kaartlijst(zeg("alle_punten"), self._act, leeg=zeg("geen_punten"))
        self.meer = Tekst()
        self.weg = Kaartlijst(zeg("weggehaald"), self._put_back)
        self.prullenbak = Uitklap(zeg("weggehaald"), self.weg)
        return (
            self.volger.deel,
            Sectie(
                zeg("klaarligt"),
                Tekst(zeg("klaarligt_uitleg")),
                self.ophalen.deel,
                self.gevolgd,
                niveau=3,
            ),
            self.open_punt.deel,
            self.bron,
            Sectie(
                zeg("punt_erbij"),
                Formulier(
                    velden[0],
                    Rij(*velden[1:]),
                    bij_inzenden=self._add,
                    knop=zeg("punt_knop"),
                    gelukt=zeg("punt_gelukt"),
                ),
                niveau=3,
            ),
            Sectie(
                zeg("alle_punten"),
                Rij(self.soort, self.wie),
                self.kaarten,
                self.meer,
                self.prullenbak,
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Laat zien wat er is; een punt dat open is, gaat mee met zijn bron."""
        self.volger.look()
        zeg, beeld = self.inhoud.zeg, self.werk.uitslag
        self.gevolgd.kaarten = tuple(
            Kaart(
                werk.id,
                werk.van,
                (Actie("weg", zeg("volg_niet")),),
                onder=zeg(
                    "gevolgd",
                    n=aantal(len(werk.stukken), "punt", "punten"),
                    dag=datum(werk.tijd.date()),
                ),
            )
            for werk in self.staat.gevolgd
        )
        self.gevolgd.verborgen = not self.staat.gevolgd
        self.wie.opties = [(naam, f"{naam} ({n})") for naam, n in beeld.mensen]
        self.wie.waarde = self.wie.fit(self.staat.weergave.wie)
        self._show_open()
        getoond = (*beeld.shown(), *beeld.zonder_dag)
        self.kaarten.kaarten = tuple(self._card(k) for k in getoond[:MEESTE_KAARTEN])
        over = len(getoond) > MEESTE_KAARTEN
        self.meer.alineas = (zeg("meer_punten", n=len(getoond)),) if over else ()
        weg = [punt for punt in self.staat.punten if punt.weg]
        self.weg.kaarten = tuple(
            Kaart(punt.id, punt.wat, (Actie("terug", zeg("zet_terug", wat="").rstrip(": ")),))
            for punt in weg
        )
        self.prullenbak.verborgen = not weg

    def _show_open(self) -> None:
        zeg, k = self.inhoud.zeg, self.werk.uitslag.find(self.staat.weergave.open)
        if k and k.punt.bron and k.punt.id not in {p.id for p in self.staat.punten}:
            k = None
        self.open_punt.show([k] if k else [])
        if k:
            self.bespreek.opties = self._talks(k)
            self.bespreek.waarde = self.bespreek.fit(k.punt.bespreek)
            self.bespreek.verborgen = k.punt.aard not in GEGEVENS and not k.punt.bespreek
        zinnen = []
        if k and k.herkomst != "eigen":
            zinnen.append(zeg("uit_bron", van=k.van or zeg("herkomst_reeks")))
            if k.los:
                zinnen.append(zeg("niet_meer"))
            elif k.anders and k.punt.was:
                wat = opsomming([self.inhoud.groep[groep] for groep in k.anders])
                was = replace(k, punt=Punt(**values(k.punt.was), id=k.punt.id))
                bron = ", ".join(table_row(was, self.inhoud))
                zinnen.append(zeg("anders_dan", wat=wat, bron=bron))
        self.bron.alineas = tuple(zinnen)
        self.bron.verborgen = not zinnen

    def _fields(self, k: Kalenderpunt) -> Deel:
        zeg, velden, pad = self.inhoud.zeg, self.velden, f"punten/{k.punt.id}"
        self.bespreek = velden.choice(
            f"{pad}/bespreek", zeg("bespreek"), self._talks(k), leeg=zeg("bespreek_leeg")
        )
        knoppen = [Knop(zeg("klaar"), self._done, hoofd=True)]
        if k.herkomst != "eigen" and not k.los:
            knoppen.append(Knop(zeg("volg_bron"), lambda: self._follow_again(k.punt.id)))
        knoppen.append(Knop(zeg("weg"), lambda: self._remove(k.punt.id)))
        return Sectie(
            zeg("wijzigen"),
            Rij(
                velden.text(f"{pad}/dag", zeg("dag")),
                velden.text(f"{pad}/tot", zeg("tot_dag")),
            ),
            *form_fields(velden, self.inhoud, pad, k.punt.tijd),
            velden.text(f"{pad}/plaats", zeg("plaats")),
            self.bespreek,
            Rij(*knoppen),
            niveau=3,
        )

    def _talks(self, k: Kalenderpunt) -> list[tuple[str, str]]:
        """Geef de gesprekken van dit jaar, en het gesprek dat al gekozen is."""
        alle = self.werk.uitslag.alle
        return [
            (g.punt.id, f"{datum(g.punt.dag)}: {g.punt.wat}" if g.punt.dag else g.punt.wat)
            for g in sorted(alle, key=order)
            if (g.punt.aard in BESPREKING and g.punt.dag and g.punt.dag in self.staat.year)
            or g.punt.id == k.punt.bespreek
        ]

    def _card(self, k: Kalenderpunt) -> Kaart:
        zeg = self.inhoud.zeg
        dag, tijd, wat, aard, wie = table_row(k, self.inhoud)
        boven = f"{dag}, {tijd}" if k.punt.begin else dag
        van = k.van if k.herkomst == "dossier" else zeg(f"herkomst_{k.herkomst}")
        acties = (Actie("wijzig", zeg("wijzig")), Actie("weg", zeg("weg")))
        return Kaart(k.punt.id, wat, acties, boven=boven, onder=f"{aard} · {wie} · {van}")

    # -- wat de lezer doet -----------------------------------------------------------------------

    def _take(self, pakket: Pakket) -> str:
        zeg = self.inhoud.zeg
        if pakket.plek == (NAAM, self.staat.kenmerk):
            raise VormError(zeg("eigen_kalender"))
        n = len(forms(pakket.stukken))
        if not n:
            raise VormError(zeg("niets_te_nemen"))
        self.werk.change(lambda kalender: take(kalender, pakket))
        return zeg("overgenomen", van=str(pakket.van), n=aantal(n, "punt", "punten"))

    def _unfollow(self, kaart: str, _actie: str) -> None:
        self.werk.change(lambda kalender: unfollow(kalender, kaart))

    def _add(self, ingezonden: Mapping[str, Any]) -> None:
        waarden = self.velden.values("punt", ingezonden)
        punt = Punt(
            wat=waarden["wat"],
            aard=waarden["aard"] or "anders",
            dag=waarden["dag"],
            wie=waarden["wie"] or "",
            id=new_id(),
        )
        self.velden.clear_form("punt")
        self.werk.change(lambda kalender: replace(kalender, punten=(*kalender.punten, punt)))

    def _act(self, kaart: str, actie: str) -> None:
        if actie == "weg":
            self._remove(kaart)
            return
        self._edit(kaart)
        self._show_open()
        self.open_punt[kaart].focus()

    def _edit(self, kenmerk: str) -> None:
        """Open een punt om te wijzigen; wat niet gewijzigd werd, volgt zijn bron weer gewoon."""

        def doe(kalender: Kalender) -> Kalender:
            gekozen = replace(kalender, weergave=replace(kalender.weergave, open=kenmerk))
            return adopt(release(gekozen), kenmerk)

        self.werk.change(doe)

    def _done(self) -> None:
        self._edit("")
        self.kaarten.focus()

    def _follow_again(self, kenmerk: str) -> None:
        self.werk.clear_drafts(f"punten/{kenmerk}")
        self.werk.change(lambda kalender: follow_again(kalender, kenmerk))

    def _remove(self, kenmerk: str) -> None:
        """Haal een punt weg; het is altijd terug te zetten."""
        self._set_weg(kenmerk, True)
        if self.staat.weergave.open == kenmerk:
            self._edit("")
        self.kaarten.focus()

    def _put_back(self, kaart: str, _actie: str) -> None:
        self._set_weg(kaart, False)
        self.kaarten.focus()

    def _set_weg(self, kenmerk: str, weg: bool) -> None:
        def doe(kalender: Kalender) -> Kalender:
            over = adopt(kalender, kenmerk)
            punten = tuple(replace(p, weg=weg) if p.id == kenmerk else p for p in over.punten)
            return release(replace(over, punten=punten))

        self.werk.change(doe)
