"""Keur gelezen werk aan wat de gespreksprompter nu kent.

Wat klopt en nu niet meer bestaat, zoals een tafel of een doel van een oudere lijst, gaat mee in de
woorden van toen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.vorm.vormcontrole import Nieuwer, VormError
from lv_tools.gespreksprompter.model.gesprek import Gesprek
from lv_tools.gespreksprompter.model.gids import Gids, Regel
from lv_tools.gespreksprompter.model.meegebracht import VOORVOEGSEL, Meegebracht
from lv_tools.gespreksprompter.model.reeks import Reeks
from lv_tools.gespreksprompter.model.ritme import Tempo
from lv_tools.gespreksprompter.model.tafel import own_table
from lv_tools.gespreksprompter.model.tafelcodes import untangle
from lv_tools.gespreksprompter.model.toen import words_now
from lv_tools.gespreksprompter.model.werk import EIGEN, Gesprekswerk, Keuze, Ritme
from lv_tools.gespreksprompter.teksten import Gespreksinhoud, Tafel


def judge(werk: Gesprekswerk, inhoud: Gespreksinhoud) -> Gesprekswerk:
    """Geef het werk zoals het nu kan.

    Raises
    ------
    Nieuwer
        Als het met een nieuwere lijst is gemaakt.
    VormError
        Als er iets ontbreekt of dubbel is.
    """
    if werk.lijst > inhoud.lijst:
        raise Nieuwer(inhoud.zeg("nieuwer"))
    _unique("reeks", (r.id for r in werk.reeksen))
    _unique("meegebrachte vraag", (v.id for v in werk.meegebracht))
    _unique("agendapunt", (u.sleutel for u in werk.uitgegeven))
    for reeks in werk.reeksen:
        _unique("gesprek", (g.id for g in reeks.gesprekken))
        for gesprek in reeks.gesprekken:
            _unique("afspraak", (a.id for a in gesprek.afspraken))
            _unique("geparkeerd punt", (p.id for p in gesprek.parkeer))
    if not werk.reeksen:
        raise VormError("er is geen enkele reeks")
    if not all(v.id.startswith(VOORVOEGSEL) for v in werk.meegebracht):
        raise VormError("een meegebrachte vraag heeft geen naam")
    return _Keuring(werk, inhoud).work()


def _unique(soort: str, kenmerken: Iterable[str]) -> None:
    gehad: set[str] = set()
    for kenmerk in kenmerken:
        if kenmerk in gehad:
            raise VormError(f"‘{kenmerk}’ staat er twee keer in ({soort})")
        gehad.add(kenmerk)


class _Keuring:
    """Keurt het werk, en onthoudt in de woorden van toen wat geen plaats meer heeft."""

    def __init__(self, werk: Gesprekswerk, inhoud: Gespreksinhoud) -> None:
        self.werk, self.inhoud, self.toen = werk, inhoud, werk.toen
        self.overig: dict[tuple[str, str], None] = dict.fromkeys(werk.overig)
        self.bekend: dict[str, Mapping[str, Any]] = {
            "fase": inhoud.fasen,
            "doel": inhoud.doelen,
            "kenmerk": inhoud.kenmerken,
            "standaard": inhoud.standaarden,
            "niveau": inhoud.niveaus,
            "situatie": inhoud.situaties,
        }

    def work(self) -> Gesprekswerk:
        werk = replace(
            self.werk,
            reeksen=untangle(tuple(map(self._series, self.werk.reeksen))),
            ritme=self._rhythm(self.werk.ritme),
            andere_jaren=tuple(map(self._rhythm, self.werk.andere_jaren)),
            meegebracht=tuple(map(self._brought, self.werk.meegebracht)),
            keuze=self._choice(),
            lijst=self.inhoud.lijst,
            toen=words_now(),
        )
        return replace(werk, overig=tuple(self.overig))

    def _known(self, soort: str, code: str, waar: str) -> str:
        """Geef de code als zij nog bestaat; anders leeg, en onthoud wat er stond."""
        if not code or code in self.bekend[soort]:
            return code
        self.overig[f"{soort} bij {waar}", self.toen.name(soort, code)] = None
        return ""

    def _series(self, reeks: Reeks) -> Reeks:
        gesprekken = tuple(map(self._conversation, reeks.gesprekken))
        return replace(reeks, tafel=self._table(reeks.tafel), gesprekken=gesprekken)

    def _conversation(self, gesprek: Gesprek) -> Gesprek:
        return gesprek if gesprek.gids is None else replace(gesprek, gids=self._guide(gesprek.gids))

    def _guide(self, gids: Gids) -> Gids:
        tafel = self._table(gids.opdracht.tafel)
        waar = f"een gesprek met ‘{tafel.naam}’"
        fasen = [self._known("fase", fase, waar) for fase in gids.opdracht.fasen]
        opdracht = replace(
            gids.opdracht,
            tafel=tafel,
            fasen=self.inhoud.in_order(fasen) or tuple(self.inhoud.fasen),
            doel=self._known("doel", gids.opdracht.doel, waar),
            standaard=self._known("standaard", gids.opdracht.standaard, waar),
            kenmerk=self._known("kenmerk", gids.opdracht.kenmerk, waar),
            situatie=self._known("situatie", gids.opdracht.situatie, waar),
        )
        regels = tuple(self._row(regel, opdracht.fasen[0]) for regel in gids.regels)
        return replace(gids, opdracht=opdracht, regels=regels)

    def _row(self, regel: Regel, anders: str) -> Regel:
        """Een vraag uit een fase die er niet meer is, komt bij ``anders``."""
        fase = self._known("fase", regel.fase, f"vraag ‘{regel.tekst}’")
        if not fase and (regel.fase or regel.soort == "vraag"):
            fase = anders
        doel = self._known("doel", regel.doel, "vragen in uw gesprekken")
        return replace(regel, fase=fase, doel=doel)

    def _table(self, tafel: Tafel) -> Tafel:
        """Bestaat een tafel niet meer, dan gaat zij verder als eigen tafel."""
        if tafel.eigen:
            waar = f"tafel ‘{tafel.naam}’"
            over = [n for n in tafel.niveaus if self._known("niveau", n, waar)]
            return own_table(tafel.naam, over or self._levels(), tafel.code)
        if tafel.naam:
            return tafel
        naam, niveaus = self.toen.tafel.get(tafel.code, (tafel.code, ()))
        over = [n for n in niveaus if n in self.inhoud.niveaus]
        self.overig["tafel die u nu als eigen tafel hebt", naam] = None
        return own_table(naam, over or self._levels(), tafel.code)

    def _levels(self) -> tuple[str, ...]:
        return tuple(niveau.code for niveau in self.inhoud.eigen_niveaus)

    def _rhythm(self, ritme: Ritme) -> Ritme:
        return replace(ritme, tempos=tuple(map(self._pace, ritme.tempos)))

    def _pace(self, tempo: Tempo) -> Tempo:
        return replace(tempo, tafel=self._table(tempo.tafel))

    def _brought(self, vraag: Meegebracht) -> Meegebracht:
        waar = f"meegebrachte vraag ‘{vraag.tekst}’"
        return replace(vraag, fase=self._known("fase", vraag.fase, waar))

    def _choice(self) -> Keuze:
        keuze, waar = self.werk.keuze, "‘Kiezen’"
        return replace(
            keuze,
            fasen=self.inhoud.in_order([self._known("fase", f, waar) for f in keuze.fasen]),
            doel=self._known("doel", keuze.doel, waar),
            standaard=self._known("standaard", keuze.standaard, waar),
            kenmerk=self._known("kenmerk", keuze.kenmerk, waar),
            situatie=self._known("situatie", keuze.situatie, waar),
            niveaus=tuple(n for n in keuze.niveaus if self._known("niveau", n, waar)),
            met=keuze.met if keuze.met in {EIGEN, *self.inhoud.tafels} else "",
            meegebracht=tuple(
                vraag.id for vraag in self.werk.meegebracht if vraag.id in keuze.meegebracht
            ),
        )
