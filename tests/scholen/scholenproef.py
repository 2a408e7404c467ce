"""Echte bestanden van verzonnen scholen: elk hulpmiddel schrijft ze zelf, door zijn eigen deur."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.opslag.werkbestand import Bewaard, to_json
from lv_tools.basis.uitwisseling.dossier import INSTRUMENT, VERSIE, Dossier, Pakket
from lv_tools.basis.uitwisseling.stukken import Actie, Doel, Herkomst, Signaal
from lv_tools.basis.vorm import codec
from lv_tools.bouwdoos.openen import door
from lv_tools.scholen.model.staat import Vergelijking, put
from lv_tools.scholen.scherm.inlezen import read_file
from lv_tools.scholen.teksten import content

INHOUD = content()
#: Een antwoord op elke stelling, per mens: zijn rol, en hoe hoog hij ongeveer antwoordt.
Mens = tuple[str, int]


def moment(dag: date) -> datetime:
    return datetime(dag.year, dag.month, dag.day, 12, tzinfo=UTC)


def schrijf(hulpmiddel: str, staat: Any, dag: date, naam: str = "Zonder naam") -> bytes:
    """Schrijf een staat zoals het hulpmiddel haar bewaart."""
    deur = door(hulpmiddel)
    werk = deur.new_work()
    werk.change(lambda _nu: staat)
    bewaard = Bewaard(hulpmiddel, deur.versie, naam, moment(dag), werk.to_data())
    return to_json(bewaard).encode()


def mensen(
    codes: Sequence[str], wie: Sequence[Mens], hoogste: int, dag: date, zaad: str
) -> tuple[Respondent, ...]:
    """Geef mensen die ongeveer zo antwoorden; met hetzelfde zaad altijd dezelfde."""
    r = random.Random(zaad)
    return tuple(
        Respondent(
            f"{r.getrandbits(128):032x}",
            rol,
            {c: min(hoogste, max(1, hoogte + r.choice((-1, 0, 0, 1)))) for c in codes},
            versie=moment(dag).isoformat(),
        )
        for rol, hoogte in wie
    )


def scan(
    naam: str,
    wie: Sequence[Mens],
    *,
    dag: date = date(2026, 11, 2),
    modus: str = "naam",
    versie: str = "kern",
    zaad: str = "",
    bewaard: date | None = None,
    uit: slice = slice(None),
) -> bytes:
    """Schrijf een zelfevaluatie."""
    from lv_tools.zelfevaluatie.model.opzet import stellingen_van

    deur = door("zelfevaluatie")
    inhoud = deur.inhoud()
    leeg = deur.leeg(inhoud)
    kenmerk = f"{random.Random(f'{naam}{dag}{zaad}').getrandbits(48):012x}"
    opzet = replace(leeg.opzet, id=kenmerk, naam=naam, datum=dag, modus=modus, versie=versie)
    alle = mensen(list(stellingen_van(opzet, inhoud)), wie, 4, dag, zaad or naam)
    groep = replace(leeg.groep, modus=modus, zout="0" * 32, bronnen=(Bron("bestand 1", alle[uit]),))
    staat = replace(leeg, opzet=opzet, groep=groep, gemaakt=True)
    return schrijf("zelfevaluatie", staat, bewaard or dag)


def meting(
    naam: str, wie: Sequence[Mens], *, dag: date = date(2026, 10, 5), modus: str = "naam",
    cijfers: Sequence[str] = (),
) -> bytes:  # fmt: skip
    """Schrijf een urgentiemeter; ``cijfers`` zijn drie jaren examencijfers, met norm 6,2."""
    from lv_tools.urgentiemeter.model.feiten import exact

    deur = door("urgentiemeter")
    inhoud = deur.inhoud()
    leeg = deur.leeg(inhoud)
    alle = tuple(
        replace(m, keuzes={"standaarden": ("OP2", "OR1")[: 1 + nummer % 2]})
        for nummer, m in enumerate(mensen(list(inhoud.stellingen), wie, 4, dag, naam))
    )
    afdeling = leeg.afdelingen[0]
    if cijfers:
        laatste = afdeling.reeksen[-1]
        reeks = replace(laatste, norm=exact("6.2"), resultaten=tuple(map(exact, cijfers)))
        afdeling = replace(afdeling, reeksen=(*afdeling.reeksen[:-1], reeks))
    groep = replace(leeg.groep, modus=modus, zout="0" * 32, bronnen=(Bron("bestand 1", alle),))
    kenmerk = f"meting{abs(hash_of(naam))}"
    staat = replace(leeg, naam=naam, afdelingen=(afdeling,), groep=groep, kenmerk=kenmerk)
    return schrijf("urgentiemeter", staat, dag)


def risico(
    naam: str, wie: Sequence[Mens], *, dag: date = date(2026, 10, 12), modus: str = "naam",
    grens: int = 50,
) -> bytes:  # fmt: skip
    """Schrijf een risicoscan."""
    deur = door("risicoscan")
    inhoud = deur.inhoud()
    leeg = deur.leeg(inhoud)
    alle = mensen(list(inhoud.standaarden), wie, 3, dag, naam)
    groep = replace(leeg.groep, modus=modus, zout="0" * 32, bronnen=(Bron("bestand 1", alle),))
    staat = replace(
        leeg, naam=naam, groep=groep, werk=f"scan{hash_of(naam)}",
        regels=replace(leeg.regels, grens=grens),
    )  # fmt: skip
    return schrijf("risicoscan", staat, dag)


def plan(naam: str, *, dag: date = date(2026, 2, 2), kenmerk: str = "") -> bytes:
    """Schrijf een verbeterplan: dat van de voorbeeldschool, onder een andere naam."""
    deur = door("verbeterplan")
    voorbeeld = deur.voorbeeld(deur.inhoud())
    kern = replace(voorbeeld.kern, titel=naam)
    staat = replace(voorbeeld, kern=kern, kenmerk=kenmerk or f"plan{hash_of(naam)}", peildag=None)
    return schrijf("verbeterplan", staat, dag)


def ronde(naam: str, *, dag: date = date(2026, 12, 1)) -> bytes:
    """Schrijf een ronde lesbezoek: die van de voorbeeldschool, onder een andere naam."""
    deur = door("lesbezoek")
    voorbeeld = deur.voorbeeld(deur.inhoud())
    nummer = hash_of(naam)
    staat = replace(voorbeeld, naam=naam, ronde=f"ronde{nummer}", kenmerk=f"werk{nummer}")
    return schrijf("lesbezoek", staat, dag)


def map_(naam: str, doelen: int = 2, *, dag: date = date(2026, 12, 15)) -> bytes:
    """Schrijf een dossier."""
    stukken = (
        Signaal("s1", f"Iets van {naam}"),
        *(Doel(f"d{n}", f"Doel {n} van {naam}") for n in range(1, doelen + 1)),
        Actie("a1", "Afspraak", "teamleider"),
    )
    pakket = Pakket(Herkomst("verbeterplan", naam, dag), "w1", moment(dag), stukken)
    staat = codec.write(Dossier((pakket,)))
    return to_json(Bewaard(INSTRUMENT, VERSIE, naam, moment(dag), staat)).encode()


def hash_of(tekst: str) -> int:
    return random.Random(tekst).getrandbits(40)


def open_alle(bestanden: Mapping[str, bytes]) -> Vergelijking:
    """Leg bestanden neer zoals de eerste stap dat doet."""
    staat = Vergelijking()
    for naam, inhoud in bestanden.items():
        for stuk in read_file(naam, inhoud, INHOUD):
            staat = put(staat, stuk).staat
    return staat


#: Groepen die bij elk hulpmiddel bestaan.
TEAM: Sequence[Mens] = (
    *(("bestuur", 3),) * 2, *(("schoolleiding", 3),) * 3, *(("docent", 2),) * 6,
)  # fmt: skip
