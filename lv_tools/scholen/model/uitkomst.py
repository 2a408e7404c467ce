"""Wat naast elkaar mag: per soort bestand een rij per school, en een school door de tijd apart.

De volgorde volgt nooit uit een uitkomst. Alleen wat op dezelfde vragen, schaal en regels rust,
staat in één vak; wat daar niet bij past, staat apart met de reden.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lv_tools.basis.taal.notatie import aantal, datum, opsomming
from lv_tools.basis.uitwisseling.naast import Maat
from lv_tools.scholen.model.staat import Stuk, Vergelijking, order
from lv_tools.scholen.teksten import Scholeninhoud

#: Tussen code en groep in de keuze van een maat.
SCHEIDING = "|"
#: Liggen metingen verder uit elkaar dan dit, dan staat dat erbij.
VER_UIT_ELKAAR = 92
ZELFDE_DAG = (
    "er is nog een bestand van deze school op dezelfde dag; is het een andere afdeling, geef die "
    "dan een eigen naam"
)


@dataclass(frozen=True)
class Rij:
    """Een school, of bij één school een moment."""

    naam: str
    stuk: Stuk


@dataclass(frozen=True)
class Opzij:
    """Wat er niet naast staat, en waarom."""

    wie: str
    reden: str


@dataclass(frozen=True)
class Vak:
    """Rijen die op hetzelfde rusten."""

    rijen: tuple[tuple[Rij, Maat], ...]

    @property
    def maat(self) -> Maat:
        """Wat de rijen gemeen hebben."""
        return self.rijen[0][1]


@dataclass(frozen=True)
class Naast:
    """Eén maat van alle rijen: in vakken, en wat nergens naast past."""

    maat: Maat
    vakken: tuple[Vak, ...]
    los: tuple[Opzij, ...]


@dataclass(frozen=True)
class Beeld:
    """Alle rijen van één soort bestand.

    Parameters
    ----------
    opzij
        Bestanden die niet meedoen, met de reden.
    letop
        Wat er bij de rijen te weten is.
    """

    hulpmiddel: str
    rijen: tuple[Rij, ...]
    opzij: tuple[Opzij, ...] = ()
    letop: tuple[str, ...] = ()

    @cached_property
    def maten(self) -> Mapping[str, Maat]:
        """Elke maat die een van de rijen heeft, bij haar sleutel; de eerste rij geeft de orde."""
        alle: dict[str, Maat] = {}
        for rij in self.rijen:
            for maat in rij.stuk.beeld.maten:
                alle.setdefault(key(maat), maat)
        return alle

    @cached_property
    def keuzes(self) -> tuple[str, ...]:
        """De sleutels om uit te kiezen: eerst wat een lezer het eerst wil zien, van iedereen.

        Wat al als kolom bij de rijen staat, hoort er niet bij.
        """
        kan = [(s, m) for s, m in self.maten.items() if not (m.hoofd and m.vorm == "woorden")]
        return tuple(s for s, m in sorted(kan, key=lambda k: (not k[1].hoofd, bool(k[1].groep))))

    @cached_property
    def _per_rij(self) -> tuple[Mapping[str, Maat], ...]:
        return tuple({key(m): m for m in rij.stuk.beeld.maten} for rij in self.rijen)

    def lay(self, sleutel: str) -> Naast:
        """Leg één maat van alle rijen naast elkaar."""
        vakken: dict[object, list[tuple[Rij, Maat]]] = {}
        los = []
        for rij, maten in zip(self.rijen, self._per_rij, strict=True):
            if maat := maten.get(sleutel):
                vakken.setdefault(maat.voorwaarden, []).append((rij, maat))
            else:
                los.append(Opzij(rij.naam, _absent(self.maten[sleutel])))
        # Het grootste vak voorop; zijn zij even groot, dan dat met de eerste rij.
        op_volgorde = sorted(vakken.values(), key=lambda vak: -len(vak))
        heel, *rest = (Vak(tuple(vak)) for vak in op_volgorde)
        mee = [heel]
        for vak in rest:
            if len(vak.rijen) > 1:
                mee.append(vak)
            else:
                los.append(Opzij(vak.rijen[0][0].naam, difference(heel.maat, vak.maat)))
        return Naast(self.maten[sleutel], tuple(mee), tuple(los))


@dataclass(frozen=True)
class Uitkomst:
    """Wat er uit een vergelijking volgt.

    Parameters
    ----------
    soorten
        Per soort bestand de scholen naast elkaar; van elke school een moment.
    tijd
        Per school en soort de momenten; alleen waar het er meer dan een zijn.
    """

    staat: Vergelijking
    inhoud: Scholeninhoud
    soorten: Mapping[str, Beeld]
    tijd: Mapping[tuple[str, str], Beeld]

    @property
    def scholen(self) -> tuple[str, ...]:
        """De namen van de scholen, op volgorde."""
        namen = _names(self.staat.stukken)
        volgorde = dict.fromkeys(s.sleutel for s in order(self.staat, self.staat.stukken))
        return tuple(namen[sleutel] for sleutel in volgorde)

    def chosen(self) -> tuple[Beeld, str] | None:
        """Geef wat er naast elkaar ligt: de gekozen soort en maat, of de eerste."""
        return pick(self.soorten, self.staat.soort, self.staat.maat)

    def series(self) -> tuple[Beeld, str] | None:
        """Geef wat er van één school door de tijd ligt."""
        eigen = {s: b for (school, s), b in self.tijd.items() if school == self.school}
        return pick(eigen, self.staat.tijdsoort, self.staat.tijdmaat)

    @property
    def school(self) -> str:
        """De school die door de tijd te zien is: de gekozene, of de eerste met meer momenten."""
        namen = tuple(dict.fromkeys(school for school, _ in self.tijd))
        return self.staat.school if self.staat.school in namen else next(iter(namen), "")


def compute(staat: Vergelijking, inhoud: Scholeninhoud) -> Uitkomst:
    """Leg scholen naast elkaar, en momenten van een school apart."""
    stukken = order(staat, staat.stukken)
    namen = _names(staat.stukken)
    soorten, tijd = {}, {}
    for hulpmiddel in inhoud.soort:
        van = [stuk for stuk in stukken if stuk.beeld.hulpmiddel == hulpmiddel]
        if not van:
            continue
        per: dict[str, list[Stuk]] = {}
        for stuk in van:
            per.setdefault(stuk.sleutel, []).append(stuk)
        soorten[hulpmiddel] = _schools(hulpmiddel, per, namen)
        for sleutel, eigen in per.items():
            if (beeld := _moments(hulpmiddel, eigen)) is not None:
                tijd[namen[sleutel], hulpmiddel] = beeld
    return Uitkomst(staat, inhoud, soorten, tijd)


def pick(beelden: Mapping[str, Beeld], soort: str, maat: str) -> tuple[Beeld, str] | None:
    """Geef het gekozen beeld met de gekozen maat, of van elk het eerste; leeg is geen maat."""
    if not beelden:
        return None
    beeld = beelden[soort] if soort in beelden else next(iter(beelden.values()))
    return beeld, maat if maat in beeld.keuzes else next(iter(beeld.keuzes), "")


def key(maat: Maat) -> str:
    """Geef de sleutel van een maat: haar code met haar groep."""
    return SCHEIDING.join(maat.wat)


def difference(een: Maat, ander: Maat) -> str:
    """Zeg waarom twee maten niet naast elkaar mogen."""
    if een.opties != ander.opties:
        return "er waren andere antwoorden om uit te kiezen"
    if een.vragen != ander.vragen:
        anders = len(set(een.vragen) ^ set(ander.vragen))
        if max(len(een.vragen), len(ander.vragen)) == 1:
            return "de vraag had daar andere woorden"
        stellingen = aantal(anders, "stelling is", "stellingen zijn")
        return f"{stellingen} daar anders; wat gelijk is, staat wel per stelling naast elkaar"
    return f"er gelden andere regels: {ander.regels}"


def _absent(maat: Maat) -> str:
    if maat.groep:
        return f"de groep ‘{maat.groep}’ is daar niet apart te zien, of deed niet mee"
    return "dit is daar niet gevraagd of niet ingevuld"


def _names(stukken: Iterable[Stuk]) -> dict[str, str]:
    """Geef bij elke school haar naam, zoals zij het eerst geschreven is."""
    namen: dict[str, str] = {}
    for stuk in stukken:
        naam = " ".join(stuk.school.split()) or f"zonder naam ({stuk.bestand})"
        namen.setdefault(stuk.sleutel, naam)
    return namen


def _schools(hulpmiddel: str, per: Mapping[str, Sequence[Stuk]], namen: Mapping[str, str]) -> Beeld:
    rijen, opzij, eerder = list[Rij](), list[Opzij](), list[str]()
    for sleutel, eigen in per.items():
        laatste, naam = max(eigen, key=_when), namen[sleutel]
        rijen.append(Rij(naam, laatste))
        for stuk in eigen:
            if stuk is not laatste and stuk.dag == laatste.dag:
                opzij.append(Opzij(f"{naam}: {stuk.bestand}", ZELFDE_DAG))
        if len({stuk.dag for stuk in eigen}) > 1:
            eerder.append(naam)
    mee, samen = _apart(rijen)
    letop = (
        f"Van {opsomming(eerder)} ligt hier alleen het laatste moment. Eerdere momenten staan bij "
        "de stap over de tijd.",
    )
    return Beeld(
        hulpmiddel,
        tuple(mee),
        (*opzij, *samen),
        (*(letop if eerder else ()), *_far_apart(mee)),
    )


def _moments(hulpmiddel: str, eigen: Sequence[Stuk]) -> Beeld | None:
    """Geef de momenten van één school, op volgorde van de tijd."""
    per_dag: dict[object, Stuk] = {}
    for stuk in sorted(eigen, key=_when):
        per_dag[stuk.dag] = stuk
    if len(per_dag) < 2:
        return None
    rijen, samen = _apart([Rij(datum(stuk.dag), stuk) for stuk in per_dag.values()])
    return Beeld(hulpmiddel, tuple(rijen), tuple(samen))


def _when(stuk: Stuk) -> tuple[object, ...]:
    return stuk.dag, stuk.bewaard, stuk.id


def _apart(rijen: Sequence[Rij]) -> tuple[list[Rij], list[Opzij]]:
    """Haal eruit wat invullingen deelt met een ander bestand, als een van beide anoniem is.

    Het verschil tussen twee zulke bestanden is wat een enkeling antwoordde. Wat het laatst bewaard
    is, blijft staan.
    """
    mee: list[tuple[Rij, frozenset[str]]] = []
    opzij = []
    for rij in sorted(rijen, key=lambda r: (r.stuk.bewaard, r.stuk.id), reverse=True):
        hier = rij.stuk.beeld.afdrukken
        botst = next(
            (
                ander
                for ander, daar in mee
                if (rij.stuk.beeld.anoniem or ander.stuk.beeld.anoniem)
                and not hier.isdisjoint(daar)
            ),
            None,
        )
        if botst is None:
            mee.append((rij, hier))
            continue
        reden = (
            f"hierin zitten deels dezelfde invullingen als in {botst.naam}, en een van beide is "
            "anoniem: uit het verschil was te zien wat een enkeling antwoordde"
        )
        opzij.append(Opzij(rij.naam, reden))
    blijft = {rij.stuk.id for rij, _ in mee}
    return [rij for rij in rijen if rij.stuk.id in blijft], opzij


def _far_apart(rijen: Sequence[Rij]) -> tuple[str, ...]:
    dagen = sorted(rij.stuk.dag for rij in rijen)
    if not dagen or (dagen[-1] - dagen[0]).days <= VER_UIT_ELKAAR:
        return ()
    return (
        f"De momenten liggen uit elkaar, van {datum(dagen[0])} tot {datum(dagen[-1])}. Een "
        "verschil tussen scholen kan ook daardoor komen.",
    )
