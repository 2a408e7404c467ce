"""De bladzijde van één school: zij kent alleen het blad van die school."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lv_tools.basis.beeld.weergave import ontsnap
from lv_tools.basis.taal.notatie import datum, opsomming
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
from lv_tools.kwaliteitsrapportage.model.rapportage import DELEN, Afspraak, Blad, Punt
from lv_tools.kwaliteitsrapportage.model.uitkomst import Beeld
from lv_tools.kwaliteitsrapportage.teksten import Rapportinhoud


@dataclass(frozen=True)
class Regel:
    """Eén punt op het blad: de eerste woorden, en wat erbij staat."""

    kop: str
    tekst: str = ""

    @property
    def geheel(self) -> str:
        """De hele regel."""
        return f"{self.kop} {self.tekst}".rstrip()


def report(beeld: Beeld, inhoud: Rapportinhoud) -> Document:
    """Beschrijf de bladzijde."""
    return page(beeld.blad, inhoud)


def page(blad: Blad, inhoud: Rapportinhoud) -> Document:
    """Beschrijf de bladzijde van een school, met wat de vorige keer is afgesproken voorop.

    Op papier is zij één tabel: met een kop per deel past het niet op één bladzijde.
    """
    vormen = Tweevorm(tuple(blocks(blad, inhoud)), tuple(_paper(blad, inhoud)))
    return Document(title(blad, inhoud), (vormen,))


def title(blad: Blad, inhoud: Rapportinhoud) -> str:
    """Zeg van welke school het blad is."""
    school, titel = blad.school.strip(), inhoud.algemeen.titel
    return f"{titel}: {school}" if school else titel


def parts(blad: Blad, inhoud: Rapportinhoud) -> Iterator[tuple[str, tuple[Regel, ...]]]:
    """Geef elk onderdeel met zijn regels; afspraken van nu staan er pas als zij er zijn."""
    for onderdeel, naam in inhoud.onderdeel.items():
        regels = tuple(lines(blad, onderdeel, inhoud))
        if regels or onderdeel != "afspraken":
            yield naam, regels


def blocks(blad: Blad, inhoud: Rapportinhoud) -> Iterator[Blok]:
    """Geef wat op het blad staat voor het scherm, met een kop per deel."""
    yield from _occasion(blad, inhoud)
    for naam, regels in parts(blad, inhoud):
        yield Kop(naam)
        if regels:
            yield Opsomming(tuple(r.tekst for r in regels), koppen=tuple(r.kop for r in regels))
        else:
            yield Alinea(inhoud.zeg("deel_leeg"), klein=True)
    yield from _foot(blad, inhoud)


def _paper(blad: Blad, inhoud: Rapportinhoud) -> Iterator[Blok]:
    """Geef het blad zoals het op één vel past: een rij per deel, met de punten onder elkaar."""
    rijen = tuple(
        (naam, written(regels) or inhoud.zeg("deel_leeg")) for naam, regels in parts(blad, inhoud)
    )
    koppen = (inhoud.zeg("kolom_onderdeel"), inhoud.zeg("kolom_staat"))
    yield from _occasion(blad, inhoud)
    yield Bloktabel(inhoud.zeg("tabel_papier"), koppen, rijen, breedtes=(3, 12))
    yield from _foot(blad, inhoud)


def written(regels: tuple[Regel, ...]) -> str:
    """Zet regels onder elkaar in een cel."""
    return "\n".join(f"• {regel.geheel}" for regel in regels)


def lines(blad: Blad, onderdeel: str, inhoud: Rapportinhoud) -> Iterator[Regel]:
    """Geef per punt van een onderdeel één regel."""
    zeg = inhoud.zeg
    if onderdeel == "vragen":
        yield from (Regel(_stop(vraag)) for vraag in blad.vragen.alle)
    elif onderdeel in DELEN:
        yield from (Regel(_stop(p.wat), _about(p, inhoud)) for p in blad.part(onderdeel))
    else:
        for a in blad.vorige if onderdeel == "vorige" else blad.afspraken:
            if a.wat.strip():
                yield Regel(_stop(a.wat), _agreed(a, onderdeel == "vorige", inhoud))
        if blad.volgende and onderdeel == "afspraken":
            yield Regel(zeg("volgende_op", dag=datum(blad.volgende)))


def _agreed(afspraak: Afspraak, eerder: bool, inhoud: Rapportinhoud) -> str:
    """Zeg wie het doet en wanneer, en van een eerdere afspraak ook wat ervan kwam."""
    delen = [_comma(afspraak.wie, _day(afspraak.klaar))]
    if eerder:
        delen += [f"{inhoud.afloop[afspraak.afloop]}.", _stop(afspraak.ervan)]
    return " ".join(deel for deel in delen if deel)


def _about(punt: Punt, inhoud: Rapportinhoud) -> str:
    """Schrijf wat bij een punt staat: hoe ver, eigen woorden, waaruit het blijkt, en wie."""
    zeg, dag = inhoud.zeg, _day(punt.dag)
    delen = [state(punt, inhoud), _stop(punt.eigen)]
    toen = dag if punt.deel == "gezien" else ""
    bron = ", ".join(d for d in (_stop(punt.bewijs, ""), toen) if d)
    bewijs = "; ".join(d for d in (bron, ZEKER_IN_WOORDEN.get(punt.zekerheid, "")) if d)
    if bewijs:
        delen.append(zeg("gemeten" if punt.deel == "doelen" else "blijkt_uit", wat=bewijs))
    if punt.deel == "nodig":
        aan = zeg("nodig_aan", wie=punt.wie.strip()) if punt.wie.strip() else ""
        delen.append(_comma(aan, zeg("nodig_voor", dag=dag) if dag else ""))
    elif punt.deel == "doelen":
        delen.append(_comma(punt.wie, zeg("doel_klaar", dag=dag) if dag else ""))
    return " ".join(deel for deel in delen if deel)


def state(punt: Punt, inhoud: Rapportinhoud) -> str:
    """Zeg hoe ver het met een doel is, en hoe dat de vorige keer was."""
    nu = inhoud.stand.get(punt.stand, "")
    was = inhoud.zeg("was", stand=inhoud.stand[punt.was].lower()) if punt.was else ""
    return _stop(f"{nu} ({was})" if nu and was else nu or f"{was[:1].upper()}{was[1:]}")


def _occasion(blad: Blad, inhoud: Rapportinhoud) -> Iterator[Blok]:
    """Over welke periode het gaat, wanneer het gesprek is, met wie, en wanneer het vorige was."""
    zeg = inhoud.zeg
    regel = [zeg("over_periode", periode=blad.periode.strip())] if blad.periode.strip() else []
    regel += [zeg("gesprek_op", dag=datum(blad.dag))] if blad.dag else []
    regel += [zeg("gesprek_met", met=blad.met.strip())] if blad.met.strip() else []
    regel += [zeg("vorige_op", dag=datum(blad.vorige_dag))] if blad.vorige_dag else []
    if regel:
        yield Alinea(" ".join(regel))


def _foot(blad: Blad, inhoud: Rapportinhoud) -> Iterator[Blok]:
    """Waar het vandaan komt, en dat het geen oordeel is."""
    zeg = inhoud.zeg
    if bronnen := list(dict.fromkeys(p.van for p in blad.punten if p.op_blad and p.van)):
        yield Alinea(zeg("uit_dossier", bronnen=opsomming(bronnen)), klein=True)
    yield Alinea(zeg("blad_voet"), klein=True)


def _comma(*delen: str) -> str:
    zin = ", ".join(deel.strip() for deel in delen if deel.strip())
    return _stop(f"{zin[:1].upper()}{zin[1:]}")


def _day(dag: date | None) -> str:
    return datum(dag) if dag else ""


def _stop(tekst: str, teken: str = ".") -> str:
    """Schrijf een tekst op één regel, met een punt erachter als daar nog niets staat."""
    regel = " ".join(tekst.split())
    if not teken:
        return regel.removesuffix(".")
    return regel if not regel or regel.endswith((".", "?", "!", "…", "’")) else f"{regel}{teken}"


def still(inhoud: Rapportinhoud) -> str:
    """Geef de HTML van het blad van de voorbeeldschool, voor een bladzijde zonder Python."""
    document = page(inhoud.voorbeeld, inhoud)
    blokken = (Alinea(inhoud.zeg("voorbeeld_verzonnen")), *document.blokken)
    return f"<h2>{ontsnap(document.titel)}</h2>{to_html(blokken, 3)}"
