"""Het plan als document: voor het bestuur om te tekenen, en de stand op het scherm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lv_tools.basis.beeld.weergave import ontsnap
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Figuurblok,
    Kop,
    Opsomming,
    Paginaeinde,
    to_html,
)
from lv_tools.basis.uitvoer.kort import first_page
from lv_tools.verbeterplan.figuur.boom import tree
from lv_tools.verbeterplan.figuur.tijdlijn import timeline
from lv_tools.verbeterplan.model.boom import branches
from lv_tools.verbeterplan.model.plan import Activiteit, Doel, Kern, Knoop, Maat
from lv_tools.verbeterplan.model.uitkomst import Uitslag, compute, example
from lv_tools.verbeterplan.model.voortgang import measure_of
from lv_tools.verbeterplan.model.woorden import amount
from lv_tools.verbeterplan.teksten import Planinhoud
from lv_tools.verbeterplan.verslag.adviezen import advice
from lv_tools.verbeterplan.verslag.voortgang import (
    color_rule,
    columns,
    count_colors,
    midterm,
    progress,
)

#: Waarmee een tak op papier inspringt, en het teken van elke kleur: dezelfde vormen als de figuur.
INSPRING = "\u2003"
TEKENS = {"groen": "●", "oranje": "▲", "rood": "✕", "grijs": "○"}


def report(uitslag: Uitslag, inhoud: Planinhoud) -> Document:
    """Het hele plan, in de volgorde van de inhoudsopgave in het boek, met plaats om te tekenen."""
    kern, zeg = uitslag.kern, inhoud.zeg
    blokken: list[Blok] = [
        Alinea(zeg("verslag_regel", dag=datum(uitslag.peildag)), klein=True),
        in_short(uitslag, inhoud),
        *_now(kern, inhoud),
        *_goals(kern, inhoud),
        *_doing(kern, inhoud),
        *_seeing(kern, inhoud),
        *_telling(kern, inhoud),
        *progress(uitslag, inhoud),
        *midterm(kern, inhoud),
        *_signing(inhoud),
        *_picture(uitslag, inhoud),
        Alinea(zeg("verslag_eigen"), klein=True),
        Alinea(inhoud.algemeen.eigen, klein=True),
    ]
    return Document(title(kern, inhoud), tuple(blokken))


def in_short(uitslag: Uitslag, inhoud: Planinhoud) -> Blok:
    """Geef de eerste bladzijde: wat wij willen, hoe ver wij zijn, en wat er wanneer gebeurt."""
    kern, zeg = uitslag.kern, inhoud.zeg
    blad = timeline(uitslag, inhoud) if kern != Kern(titel=kern.titel) else None
    ambitie = (Alinea(kern.ambitie.wat),) if kern.ambitie.wat.strip() else ()
    stand = (
        f"{zeg('stand_doelen', telling=count_colors(uitslag, 'doel', inhoud))} "
        f"{zeg('stand_activiteiten', telling=count_colors(uitslag, 'activiteit', inhoud))}"
    )
    rijen = tuple(
        (
            doel.wat,
            amount(doel.maat.nu, doel.maat),
            _when(amount(doel.maat.dan, doel.maat), doel),
            inhoud.kleur[uitslag.oordelen[doel.id].kleur],
        )
        for doel in kern.doelen
    )
    kolommen = columns(inhoud, "doel", "nu", "streef", "kleur")
    tabel = Bloktabel(zeg("verslag_doelen"), kolommen, rijen, breedtes=(6, 2, 4, 2))
    verder = (*ambitie, Alinea(stand), *((tabel,) if rijen else ()))
    return first_page(_decided(kern, inhoud), blad, verder=verder)


def outcome(uitslag: Uitslag, inhoud: Planinhoud) -> Document:
    """Het plan in beeld, met wat opvalt en de stand: wat een lezer op het scherm ziet."""
    kern = uitslag.kern
    blokken = [
        Alinea(_decided(kern, inhoud)),
        *figures(uitslag, inhoud),
        Kop(inhoud.zeg("adviezen")),
        *advice(uitslag, inhoud),
        *_goals(kern, inhoud),
        *progress(uitslag, inhoud),
        *color_rule(uitslag, inhoud),
    ]
    return Document(title(kern, inhoud), tuple(blokken))


def still(inhoud: Planinhoud) -> str:
    """Geef de HTML van het plan van de voorbeeldschool, voor een bladzijde zonder Python."""
    document = outcome(compute(example(inhoud), inhoud), inhoud)
    blokken = (Alinea(inhoud.zeg("voorbeeld_verzonnen")), *document.blokken)
    return f"<h2>{ontsnap(document.titel)}</h2>{to_html(blokken, 3)}"


def title(kern: Kern, inhoud: Planinhoud) -> str:
    """Geef de titel van het plan."""
    return inhoud.zeg("verslag_titel", titel=kern.titel).strip()


def figures(uitslag: Uitslag, inhoud: Planinhoud) -> tuple[Blok, ...]:
    """Geef de doelenboom en de tijdlijn; een leeg plan heeft er geen."""
    if uitslag.kern == Kern(titel=uitslag.kern.titel):
        return ()
    bladen = (tree(uitslag, inhoud), timeline(uitslag, inhoud))
    return tuple(Figuurblok(blad) for blad in bladen if blad is not None)


def _decided(kern: Kern, inhoud: Planinhoud) -> str:
    if kern.vastgesteld is None:
        return inhoud.zeg("verslag_concept")
    door = f" door {kern.door.strip().rstrip('.')}" if kern.door.strip() else ""
    return inhoud.zeg("verslag_vast", dag=datum(kern.vastgesteld), door=door)


def _now(kern: Kern, inhoud: Planinhoud) -> Iterator[Blok]:
    zeg = inhoud.zeg
    yield Kop(f"1. {zeg('verslag_nu')}")
    if not kern.punten:
        yield Alinea(zeg("geen_punten"))
        return
    yield Bloktabel(
        zeg("verslag_punten"),
        columns(inhoud, "punt", "bewijs", "zekerheid"),
        tuple(
            (
                " ".join([*punt.standaarden, punt.wat]),
                punt.bewijs,
                inhoud.zekerheid.get(punt.zekerheid, ""),
            )
            for punt in kern.punten
        ),
        breedtes=(3, 3, 2),
    )
    anders = tuple(f"{p.wat} {zeg('anders')} {p.anders_als}" for p in kern.punten if p.anders_als)
    if anders:
        yield Opsomming(anders)


def _goals(kern: Kern, inhoud: Planinhoud) -> Iterator[Blok]:
    zeg = inhoud.zeg
    yield Kop(f"2. {zeg('verslag_wil')}")
    if kern.ambitie.wat.strip():
        yield Alinea(kern.ambitie.wat, nadruk=True)
        yield Alinea(_line(kern.ambitie, kern.ambitie.maat, inhoud))
    if not kern.doelen:
        yield Alinea(zeg("geen_doelen"))
        return
    yield Bloktabel(
        zeg("verslag_doelen"),
        columns(inhoud, "doel", "wie", "nu", "tussen", "streef"),
        tuple(_goal_row(doel) for doel in kern.doelen),
        breedtes=(5, 2, 2, 3, 3),
    )


def _goal_row(doel: Doel) -> tuple[str, ...]:
    maat = doel.maat
    tussen = "; ".join(_when(amount(t.maat.dan, measure_of(t, doel)), t) for t in doel.tussendoelen)
    nu = amount(maat.nu, maat)
    return (doel.wat, doel.wie, nu, tussen, _when(amount(maat.dan, maat), doel))


def _when(waarde: str, knoop: Knoop) -> str:
    return ", ".join(deel for deel in (waarde, datum(knoop.klaar) if knoop.klaar else "") if deel)


def _line(knoop: Knoop, maat: Maat, inhoud: Planinhoud) -> str:
    zeg = inhoud.zeg
    delen = [
        f"{zeg('kolom_wie')}: {knoop.wie}" if knoop.wie else "",
        f"{zeg('kolom_indicator')}: {maat.wat}" if maat.wat else "",
        f"{zeg('kolom_nu')}: {amount(maat.nu, maat)}" if maat.nu.getal is not None else "",
        f"{zeg('kolom_streef')}: {_when(amount(maat.dan, maat), knoop)}"
        if maat.dan.getal is not None
        else "",
    ]
    return ". ".join(deel for deel in delen if deel)


def _doing(kern: Kern, inhoud: Planinhoud) -> Iterator[Blok]:
    zeg = inhoud.zeg
    yield Kop(f"3. {zeg('verslag_doen')}")
    gehad = set[str]()
    doelen = {doel.id: doel for doel in kern.doelen}
    volgorde = sorted(kern.maatregelen, key=lambda m: [*doelen, m.doel].index(m.doel))
    for maatregel in volgorde:
        onder = [a for a in kern.activiteiten if a.maatregel == maatregel.id]
        gehad |= {a.id for a in onder}
        yield Kop(maatregel.wat.strip() or zeg("zonder"), 2)
        doel = doelen.get(maatregel.doel)
        bij = f"{zeg('doel_bij')}: {doel.wat.rstrip('. ') if doel else zeg('nergens')}"
        wie = f"{zeg('kolom_wie')}: {_when(maatregel.wie, maatregel)}" if maatregel.wie else ""
        yield Alinea(". ".join(deel for deel in (bij, wie) if deel))
        yield from _activities(onder, zeg("verslag_activiteiten", maatregel=maatregel.wat), inhoud)
    rest = [a for a in kern.activiteiten if a.id not in gehad]
    yield from _activities(rest, zeg("onder_geen"), inhoud)
    if not kern.maatregelen and not kern.activiteiten:
        yield Alinea(zeg("geen_activiteiten"))


def _activities(reeks: list[Activiteit], titel: str, inhoud: Planinhoud) -> Iterator[Blok]:
    if reeks:
        yield Bloktabel(
            titel,
            columns(inhoud, "wat_doen", "wie", "met", "wanneer", "indicator", "uren"),
            tuple(
                (a.wat, a.wie, a.met, _period(a), a.maat.wat, "" if a.uren is None else str(a.uren))
                for a in reeks
            ),
            breedtes=(6, 3, 3, 3, 5, 1),
        )


def _period(activiteit: Activiteit) -> str:
    dagen = [datum(dag) for dag in (activiteit.begin, activiteit.klaar) if dag]
    return " tot ".join(dagen)


def _seeing(kern: Kern, inhoud: Planinhoud) -> Iterator[Blok]:
    zeg = inhoud.zeg
    yield Kop(f"4. {zeg('verslag_zien')}")
    regels = [f"{d.wat} {zeg('kolom_indicator')}: {d.maat.wat}" for d in kern.doelen if d.maat.wat]
    if regels:
        yield Opsomming(tuple(regels))
    les = tuple(k.in_de_les for k in kern.nodes() if k.in_de_les.strip())
    if les:
        yield Kop(zeg("verslag_les"), 2)
        yield Opsomming(les)
    if kern.momenten:
        yield Bloktabel(
            zeg("tabel_kijken"),
            columns(inhoud, "dag", "wat_doen", "wie"),
            tuple(
                (datum(m.dag) if m.dag else "", f"{m.wat} ({inhoud.aard[m.aard]})", m.wie)
                for m in sorted(kern.momenten, key=lambda m: m.dag or date.max)
            ),
            breedtes=(2, 5, 2),
        )


def _telling(kern: Kern, inhoud: Planinhoud) -> Iterator[Blok]:
    zeg = inhoud.zeg
    yield Kop(f"5. {zeg('verslag_wie')}")
    if kern.boodschappen:
        yield Bloktabel(
            zeg("tabel_wie"),
            columns(inhoud, "aan", "wat_doen", "dag", "wie"),
            tuple(
                (inhoud.aan[b.aan], b.wat, datum(b.dag) if b.dag else "", b.wie)
                for b in kern.boodschappen
            ),
            breedtes=(2, 5, 2, 2),
        )
    niet = tuple(regel.strip() for regel in kern.niet.splitlines() if regel.strip())
    if niet:
        yield Kop(zeg("verslag_niet"), 2)
        yield Opsomming(niet)


def _picture(uitslag: Uitslag, inhoud: Planinhoud) -> Iterator[Blok]:
    """Geef de doelenboom om te lezen: op papier springt hij in, met een merk per kleur."""
    takken = branches(uitslag)
    if len(takken) < 2:
        return
    yield Paginaeinde()
    yield Kop(inhoud.zeg("boom_titel"))
    yield Alinea(tree(uitslag, inhoud).samenvatting)
    yield Bloktabel(
        inhoud.zeg("boom_titel"),
        columns(inhoud, "tekst", "wie", "klaar", "kleur"),
        tuple(
            (
                f"{INSPRING * tak.diepte}{inhoud.soort[tak.soort].capitalize()}: "
                f"{tak.knoop.wat.strip() or inhoud.zeg('zonder')}",
                tak.knoop.wie,
                datum(tak.knoop.klaar) if tak.knoop.klaar else "",
                f"{TEKENS[tak.oordeel.kleur]} {inhoud.kleur[tak.oordeel.kleur]}",
            )
            for tak in takken
        ),
        rijkop=False,
        breedtes=(9, 3, 3, 2),
    )


def _signing(inhoud: Planinhoud) -> Iterator[Blok]:
    zeg = inhoud.zeg
    yield Kop(zeg("verslag_teken"))
    yield Alinea(zeg("verslag_teken_regel"))
    rollen = ("rol_bestuur", "rol_leiding", "rol_mr")
    yield Bloktabel(
        zeg("tabel_teken"),
        columns(inhoud, "rol", "naam", "datum", "teken"),
        tuple((zeg(rol), "", "", "\n\n") for rol in rollen),
        breedtes=(2, 3, 2, 4),
    )
