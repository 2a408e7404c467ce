"""Het verslag en de tabellen: dezelfde delen als op het scherm, op volgorde."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Document, Kop, Tweevorm
from lv_tools.basis.uitvoer.losse_antwoorden import answers_table, names_of
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.basis.verzamelen.groep import sources
from lv_tools.risicoscan.figuur import judgement, sureness
from lv_tools.risicoscan.model.uitkomst import Uitkomst, compute
from lv_tools.risicoscan.teksten import HERKENNING, Instrument, note
from lv_tools.risicoscan.verslag import delen


def report(uitkomst: Uitkomst, inhoud: Instrument) -> Document:
    """Beschrijf de hele scan, met wat er van mensen in mag."""
    uit = compute(uitkomst.scan, inhoud, uitvoer=True)
    scan = uit.scan
    titel = f"{inhoud.zeg('verslag')}: {scan.naam}" if scan.naam else inhoud.zeg("verslag")
    return Document(titel, tuple(_blocks(uit, inhoud)))


def _blocks(uit: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    scan = uit.scan
    yield delen.in_short(uit, inhoud)
    if scan.soort:
        yield Alinea(inhoud.zeg("verslag_soort", soort=scan.soort))
    yield Tweevorm(scherm=(Alinea(delen.headline(uit, inhoud), nadruk=True),))
    for deel in (
        *(delen.profile, delen.evidence, delen.research, delen.deeper),
        *(delen.unknown, delen.recognised, delen.first, delen.points),
    ):
        yield from deel(uit, inhoud)
    yield Kop(inhoud.zeg("regels"))
    uitleg = inhoud.regeluitleg
    grenzen = inhoud.zeg("regels_nu", grens=scan.regels.grens, mensen=scan.regels.mensen)
    yield Alinea("\n".join((uitleg.bron, grenzen, uitleg.weet_niet)))
    yield Alinea(inhoud.algemeen.eigen, klein=True)
    if scan.groep.los and scan.groep.modus == "naam":
        yield Kop(inhoud.zeg("los_titel"))
        yield _separate(uit, inhoud)


def all_tables(uitkomst: Uitkomst, inhoud: Instrument) -> tuple[Uitvoertabel, ...]:
    """Geef het profiel, wat herkend is, de verbeterpunten, en op verzoek de losse antwoorden."""
    uit = compute(uitkomst.scan, inhoud, uitvoer=True)
    scan, opties = uit.scan, (*inhoud.schaal.opties, inhoud.schaal.weet_niet)
    profiel = Uitvoertabel(
        inhoud.zeg("profiel"),
        ("Standaard", "Naam", *opties, "Beeld", "Hoe zeker", "Bewijs"),
        tuple(
            (
                code,
                inhoud.standaarden[code].naam,
                *((*b.verdeling.aantallen, b.verdeling.weet_niet) if b.verdeling else (None,) * 4),
                judgement(b, inhoud),
                sureness(b, inhoud),
                b.evidence,
            )
            for code, b in uit.beelden.items()
        ),
    )
    herkend = Uitvoertabel(
        "Herkend",
        ("Wat", "Soort", "Herkend door", "Van", "Aanpak", "Wie"),
        tuple(
            (
                h.naam,
                inhoud.zeg(f"{vraag}_kort"),
                h.aantal,
                h.n,
                scan.aanpak.get(h.code, ""),
                scan.wie.get(h.code, ""),
            )
            for vraag in HERKENNING
            for h in uit.herkend[vraag]
        ),
    )
    punten = Uitvoertabel(
        inhoud.zeg("punten_titel"),
        ("Nr.", "Wat", "Standaarden", "Bewijs", "Hoe zeker", "Anders als"),
        tuple(
            (
                nummer,
                p.wat,
                ", ".join(p.standaarden),
                p.bewijs,
                inhoud.zekerheid.get(p.zekerheid, ""),
                p.anders_als,
            )
            for nummer, p in enumerate(scan.punten, start=1)
        ),
    )
    los = (_answers(uit, inhoud),) if scan.groep.los and scan.groep.modus == "naam" else ()
    return (profiel, herkend, punten, *los)


def _people(uit: Uitkomst, inhoud: Instrument) -> tuple[Respondent, ...]:
    return tuple(merge(sources(uit.scan.groep, inhoud.vragen)))


def _answers(uit: Uitkomst, inhoud: Instrument) -> Uitvoertabel:
    """Geef elke persoon een rij, met een vak per standaard en per bewijs."""
    codes = tuple(inhoud.standaarden)
    koppen = [optie.tekst for optie in inhoud.vragen.notitievelden]
    bewijs = [(kop, partial(_evidence, code=code)) for kop, code in zip(koppen, codes, strict=True)]
    return answers_table(_people(uit, inhoud), inhoud.vragen, codes, bewijs)


def _evidence(wie: Respondent, code: str) -> Uitvoercel:
    return wie.notities.get(note(code), "")


def _separate(uit: Uitkomst, inhoud: Instrument) -> Bloktabel:
    schaal = inhoud.schaal.opties
    rijen, mensen = [], _people(uit, inhoud)
    for naam, wie in zip(names_of(mensen), mensen, strict=True):
        per: dict[str, list[str]] = {}
        for code, antwoord in wie.antwoorden.items():
            woord = schaal[antwoord - 1] if antwoord else inhoud.schaal.weet_niet
            per.setdefault(woord, []).append(code)
        wat = "; ".join(f"{w}: {opsomming(per[w])}" for w in (*schaal, "weet niet") if w in per)
        rijen.append((naam, inhoud.vragen.rolnaam(wie.rol), wat))
    return Bloktabel(
        inhoud.zeg("los_titel"), ("Wie", "Rol", "Wat die zag"), tuple(rijen), breedtes=(2, 2, 6)
    )
