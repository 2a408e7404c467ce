"""De bladzijde van één school: zij kent alleen het blad van die school."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.beeld.weergave import ontsnap
from lv_tools.basis.taal.notatie import LEEG, datum, opsomming
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Document,
    Kop,
    Opsomming,
    Tweevorm,
    to_html,
)
from lv_tools.basis.uitwisseling.stukken import ZEKER_IN_WOORDEN
from lv_tools.kwaliteitsrapportage.model.rapportage import Afspraak, Blad, Punt
from lv_tools.kwaliteitsrapportage.model.uitkomst import Beeld
from lv_tools.kwaliteitsrapportage.teksten import Deeltekst, Rapportinhoud


def report(beeld: Beeld, inhoud: Rapportinhoud) -> Document:
    """Beschrijf de bladzijde."""
    return page(beeld.blad, inhoud)


def page(blad: Blad, inhoud: Rapportinhoud) -> Document:
    """Beschrijf de bladzijde van een school, met wat de vorige keer is afgesproken voorop.

    Op papier is zij één tabel: met een kop per deel past het niet op één bladzijde.
    """
    vormen = Tweevorm(tuple(blocks(blad, inhoud)), tuple(paper(blad, inhoud)))
    return Document(title(blad, inhoud), (vormen,))


def title(blad: Blad, inhoud: Rapportinhoud) -> str:
    """Zeg van welke school het blad is."""
    school, titel = blad.school.strip(), inhoud.algemeen.titel
    return f"{titel}: {school}" if school else titel


def blocks(blad: Blad, inhoud: Rapportinhoud, niveau: int = 1) -> Iterator[Blok]:
    """Geef wat op het blad staat, deel voor deel."""
    zeg = inhoud.zeg
    yield from _occasion(blad, inhoud)
    yield Kop(inhoud.onderdeel["vorige"], niveau)
    yield from _previous(blad, inhoud)
    for deel in inhoud.deel:
        yield Kop(deel.titel, niveau)
        punten = blad.part(deel.code)
        if not punten:
            yield Alinea(zeg("deel_leeg"), klein=True)
        elif deel.code == "doelen":
            yield _goals(punten, inhoud)
        else:
            yield Opsomming(
                tuple(_about(p, deel, inhoud) for p in punten),
                koppen=tuple(_stop(p.wat) for p in punten),
            )
    yield Kop(inhoud.onderdeel["vragen"], niveau)
    vragen = blad.vragen.alle
    yield Opsomming(vragen, genummerd=True) if vragen else Alinea(zeg("deel_leeg"), klein=True)
    if any(a.wat.strip() for a in blad.afspraken):
        yield Kop(inhoud.onderdeel["afspraken"], niveau)
        yield agreements(blad.afspraken, inhoud)
    if blad.volgende:
        yield Alinea(zeg("volgende_op", dag=datum(blad.volgende)))
    yield from _foot(blad, inhoud)


def paper(blad: Blad, inhoud: Rapportinhoud) -> Iterator[Blok]:
    """Geef het blad zoals het op één vel past: een regel per deel, met de punten onder elkaar."""
    rijen = tuple(
        (naam, "\n".join(_lines(blad, onderdeel, inhoud)) or inhoud.zeg("deel_leeg"))
        for onderdeel, naam in inhoud.onderdeel.items()
        if onderdeel != "afspraken" or any(_lines(blad, onderdeel, inhoud))
    )
    koppen = (inhoud.zeg("kolom_onderdeel"), inhoud.zeg("kolom_staat"))
    yield from _occasion(blad, inhoud)
    yield Bloktabel(inhoud.zeg("tabel_papier"), koppen, rijen, breedtes=(3, 12))
    yield from _foot(blad, inhoud)


def _lines(blad: Blad, onderdeel: str, inhoud: Rapportinhoud) -> Iterator[str]:
    """Geef per punt één regel."""
    zeg = inhoud.zeg
    if onderdeel == "vorige":
        for a in blad.vorige:
            if a.wat.strip():
                yield f"• {_who(a)}: {_stop(came_of(a, inhoud))}"
    elif onderdeel == "afspraken":
        yield from (f"• {_stop(_who(a))}" for a in blad.afspraken if a.wat.strip())
        if blad.volgende:
            yield zeg("volgende_op", dag=datum(blad.volgende))
    elif onderdeel == "vragen":
        yield from (f"{n}. {vraag}" for n, vraag in enumerate(blad.vragen.alle, start=1))
    elif onderdeel == "doelen":
        for p in blad.part(onderdeel):
            delen = [_goal(p, inhoud)]
            delen[0] += f": {_stop(state(p, inhoud))}" if p.stand or p.was else "."
            delen += [_stop(_line(p.eigen))] if p.eigen.strip() else []
            delen += [zeg("gemeten", wat=_stop(p.bewijs, ""))] if p.bewijs.strip() else []
            yield "• " + " ".join(delen)
    else:
        deel = inhoud.part(onderdeel)
        yield from (
            f"• {_stop(p.wat)} {_about(p, deel, inhoud)}".rstrip() for p in blad.part(onderdeel)
        )


def _who(afspraak: Afspraak) -> str:
    dag = datum(afspraak.klaar) if afspraak.klaar else ""
    erbij = ", ".join(deel for deel in (afspraak.wie.strip(), dag) if deel)
    return f"{_stop(afspraak.wat, '')} ({erbij})" if erbij else _stop(afspraak.wat, "")


def _occasion(blad: Blad, inhoud: Rapportinhoud) -> Iterator[Blok]:
    """Over welke periode het gaat, wanneer het gesprek is, en met wie."""
    zeg = inhoud.zeg
    regel = [zeg("over_periode", periode=blad.periode.strip())] if blad.periode.strip() else []
    regel += [zeg("gesprek_op", dag=datum(blad.dag))] if blad.dag else []
    regel += [zeg("gesprek_met", met=blad.met.strip())] if blad.met.strip() else []
    if regel:
        yield Alinea(" ".join(regel))


def _foot(blad: Blad, inhoud: Rapportinhoud) -> Iterator[Blok]:
    """Waar het vandaan komt, en dat het geen oordeel is."""
    zeg = inhoud.zeg
    if bronnen := list(dict.fromkeys(p.van for p in blad.punten if p.op_blad and p.van)):
        yield Alinea(zeg("uit_dossier", bronnen=opsomming(bronnen)), klein=True)
    yield Alinea(zeg("blad_voet"), klein=True)


def _previous(blad: Blad, inhoud: Rapportinhoud) -> Iterator[Blok]:
    if not any(a.wat.strip() for a in blad.vorige):
        yield Alinea(inhoud.zeg("vorige_geen"), klein=True)
        return
    if blad.vorige_dag:
        yield Alinea(inhoud.zeg("vorige_op", dag=datum(blad.vorige_dag)))
    rijen = tuple(
        (_stop(a.wat, ""), a.wie or LEEG, when(a), came_of(a, inhoud))
        for a in blad.vorige
        if a.wat.strip()
    )
    koppen = tuple(inhoud.zeg(f"kolom_{k}") for k in ("afspraak", "wie", "klaar", "ervan"))
    yield Bloktabel(inhoud.zeg("tabel_vorige"), koppen, rijen, breedtes=(5, 2, 2, 5))


def agreements(afspraken: tuple[Afspraak, ...], inhoud: Rapportinhoud) -> Bloktabel:
    """Schrijf wat er in het gesprek is afgesproken."""
    koppen = tuple(inhoud.zeg(f"kolom_{k}") for k in ("afspraak", "wie", "klaar"))
    rijen = tuple((_stop(a.wat, ""), a.wie or LEEG, when(a)) for a in afspraken if a.wat.strip())
    return Bloktabel(inhoud.zeg("tabel_afspraken"), koppen, rijen, breedtes=(6, 3, 3))


def when(afspraak: Afspraak) -> str:
    """Schrijf voor wanneer een afspraak is."""
    return datum(afspraak.klaar) if afspraak.klaar else LEEG


def came_of(afspraak: Afspraak, inhoud: Rapportinhoud) -> str:
    """Zeg wat er van een afspraak kwam."""
    afloop = inhoud.afloop[afspraak.afloop]
    return f"{afloop}. {_stop(afspraak.ervan)}" if afspraak.ervan.strip() else afloop


def _goals(punten: tuple[Punt, ...], inhoud: Rapportinhoud) -> Bloktabel:
    koppen = tuple(inhoud.zeg(f"kolom_{k}") for k in ("doel", "waaraan", "stand", "ver"))
    rijen = tuple(
        (_goal(p, inhoud), p.bewijs or LEEG, state(p, inhoud), _line(p.eigen) or LEEG)
        for p in punten
    )
    return Bloktabel(inhoud.zeg("tabel_doelen"), koppen, rijen, breedtes=(5, 4, 3, 5))


def _goal(punt: Punt, inhoud: Rapportinhoud) -> str:
    dag = inhoud.zeg("doel_klaar", dag=datum(punt.dag)) if punt.dag else ""
    erbij = ", ".join(deel for deel in (punt.wie.strip(), dag) if deel)
    return f"{_stop(punt.wat, '')} ({erbij})" if erbij else _stop(punt.wat, "")


def state(punt: Punt, inhoud: Rapportinhoud) -> str:
    """Zeg hoe ver het met een doel is, en hoe dat de vorige keer was."""
    nu = inhoud.stand.get(punt.stand, LEEG)
    return f"{nu} ({inhoud.zeg('was', stand=inhoud.stand[punt.was].lower())})" if punt.was else nu


def _about(punt: Punt, deel: Deeltekst, inhoud: Rapportinhoud) -> str:
    """Schrijf wat bij een punt staat: eigen woorden, waaruit het blijkt, en wie en wanneer."""
    zeg = inhoud.zeg
    delen = [_stop(_line(punt.eigen))] if punt.eigen.strip() else []
    dag = datum(punt.dag) if punt.dag else ""
    toen = dag if deel.code == "gezien" else ""
    bron = ", ".join(d for d in (punt.bewijs.strip().rstrip("."), toen) if d)
    bewijs = "; ".join(d for d in (bron, ZEKER_IN_WOORDEN.get(punt.zekerheid, "")) if d)
    if bewijs:
        delen.append(zeg("blijkt_uit", wat=bewijs))
    if deel.code == "nodig":
        aan = zeg("nodig_aan", wie=punt.wie.strip()) if punt.wie.strip() else ""
        voor = zeg("nodig_voor", dag=dag) if dag else ""
        delen += [_stop(", ".join(d for d in (aan, voor) if d))] if aan or voor else []
    return " ".join(delen)


def _line(tekst: str) -> str:
    return " ".join(tekst.split())


def _stop(tekst: str, teken: str = ".") -> str:
    """Schrijf een tekst op één regel, met een punt erachter als daar nog niets staat."""
    regel = _line(tekst)
    if not teken:
        return regel.removesuffix(".")
    return regel if regel.endswith((".", "?", "!", "…", "’")) else f"{regel}{teken}"


def still(inhoud: Rapportinhoud) -> str:
    """Geef de HTML van het blad van de voorbeeldschool, voor een bladzijde zonder Python."""
    document = page(inhoud.voorbeeld, inhoud)
    blokken = (Alinea(inhoud.zeg("voorbeeld_verzonnen")), *document.blokken)
    return f"<h2>{ontsnap(document.titel)}</h2>{to_html(blokken, 3)}"
