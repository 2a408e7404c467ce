"""De gids en het verslag als document, met de afspraken als tabel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from lv_tools.basis.taal.notatie import LEEG, aantal, datum, datum_kort, opsomming
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Document, Kop, Opsomming
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek, Moment
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht, Regel
from lv_tools.gespreksprompter.model.reeks import Reeks
from lv_tools.gespreksprompter.teksten import inhoud

_BREEDTES = (4, 2, 2, 3, 2)
#: Zoveel regels om een afspraak op te schrijven staan er onder een gids.
LEGE_AFSPRAKEN = 4


def minutes(getal: int) -> str:
    """Schrijf een aantal minuten."""
    return aantal(getal, "minuut", "minuten")


def when(moment: Moment) -> str:
    """Schrijf dag, tijd en plaats van een moment; leeg als er niets bekend is."""
    delen = []
    if moment.dag:
        delen.append(datum(moment.dag))
    if moment.tijd:
        delen.append(f"{moment.tijd.hour}.{moment.tijd.minute:02d} uur")
    if moment.plaats:
        delen.append(moment.plaats)
    return ", ".join(delen)


def about(opdracht: Opdracht) -> str:
    """Vat samen waar een gesprek over gaat: fasen, doel en onderwerp."""
    bekend = inhoud()
    delen = []
    if opdracht.fasen:
        delen.append(opsomming([bekend.fasen[fase].naam for fase in opdracht.fasen]))
    if opdracht.situatie:
        delen.insert(0, bekend.situaties[opdracht.situatie].naam.rstrip("?"))
    if opdracht.doel:
        delen.append(f"doel: {bekend.doelen[opdracht.doel].naam.lower()}")
    if opdracht.standaard:
        delen.append(f"{opdracht.standaard} {bekend.standaarden[opdracht.standaard].naam}")
    if opdracht.kenmerk:
        delen.append(f"kenmerk: {bekend.kenmerken[opdracht.kenmerk].naam.lower()}")
    if opdracht.onderwerp:
        delen.append(opdracht.onderwerp)
    return "; ".join(delen)


def guide_document(reeks: Reeks, gesprek: Gesprek, vandaag: date | None = None) -> Document:
    """Geef de gids als document om uit te delen: vragen met tijden en doorvragen.

    Wat er van de vorige keer openstaat, staat waar het gesprek ermee begint.

    Parameters
    ----------
    vandaag
        De dag waarop een open afspraak te laat kan zijn; zonder dag staat dat er niet bij.

    Raises
    ------
    ValueError
        Als er nog geen gids is.
    """
    gids = _guide(gesprek)
    teksten = inhoud()
    titel = f"{teksten.text('verslag', 'gids')}: {reeks.naam}"
    blokken: list[Blok] = [Alinea(_headline(gesprek, gids))]
    if instructie := gids.opdracht.tafel.instructie:
        blokken += [Kop(teksten.text("verslag", "instructie"), 2), Opsomming(instructie)]
    fase = None
    eerder = _left_open(reeks, gesprek, vandaag)
    if "terugblik" not in gids.ids:
        blokken += eerder
    for begin, regel in zip(gids.starts(), gids.regels, strict=True):
        if regel.soort == "vraag" and regel.fase != fase:
            fase = regel.fase
            begrip = teksten.fasen[fase]
            blokken.append(Kop(f"{begrip.naam}: {begrip.uitleg}", 2))
        elif regel.soort in ("terugblik", "slot"):
            blokken.append(Kop(_section(regel), 2))
        blokken.append(Alinea(regel.tekst, nadruk=True))
        tijd = f"Vanaf minuut {begin}, {minutes(regel.minuten)}."
        door = f" Doorvragen: {regel.doorvragen}" if regel.doorvragen else ""
        mee = f" Uit {regel.bron}." if regel.meegebracht else ""
        blokken.append(Alinea(f"{tijd}{door}{mee}", klein=True))
        if regel.soort == "terugblik":
            blokken += eerder
    blokken.append(_room_for_agreements())
    blokken.append(Alinea(teksten.text("verslag", "slotzin"), klein=True))
    return Document(titel, tuple(blokken))


def _room_for_agreements() -> Bloktabel:
    """Geef een lege tabel: wie de gids op papier heeft, schrijft er de afspraken in."""
    tekst = inhoud()
    kolommen = tekst.kolommen["afspraken"][:-1]  # hoe het ermee staat, weet nog niemand
    rij = ("\u00a0\n\u00a0", *("" for _kolom in kolommen[1:]))
    return Bloktabel(
        tekst.text("verslag", "tabel"),
        kolommen,
        (rij,) * LEGE_AFSPRAKEN,
        rijkop=False,
        breedtes=_BREEDTES[:-1],
    )


def minutes_document(
    reeks: Reeks, gesprek: Gesprek, nu: datetime, *, namen: bool = True
) -> Document:
    """Geef het verslag van een gesprek.

    Parameters
    ----------
    nu
        Wanneer het verslag is gemaakt.
    namen
        Noem wie er was en wie wat doet; zonder namen blijven die cellen leeg.
    """
    gids = _guide(gesprek)
    tekst = inhoud().text
    blokken: list[Blok] = [Alinea(_headline(gesprek, gids))]
    if gesprek.aanwezig and namen:
        blokken.append(Alinea(f"Aanwezig: {gesprek.aanwezig}"))
    blokken.append(Kop(tekst("verslag", "afspraken")))
    if gesprek.afspraken:
        blokken.append(agreements_table(gesprek.afspraken, namen=namen, vandaag=nu.date()))
    else:
        blokken.append(Alinea(tekst("verslag", "geen_afspraken")))
    if volgende := when(gesprek.volgende):
        blokken.append(Alinea(f"Volgend gesprek: {volgende}."))
    if gesprek.parkeer:
        blokken.append(Kop(tekst("verslag", "parkeer")))
        blokken.append(Opsomming(tuple(p.tekst for p in gesprek.parkeer)))
    eerder = _earlier(reeks, gesprek)
    if eerder:
        blokken.append(Kop(tekst("verslag", "eerder")))
        titel = tekst("verslag", "eerder")
        blokken.append(agreements_table(eerder, namen=namen, bijschrift=titel, vandaag=nu.date()))
    blokken.append(Kop(tekst("verslag", "notities")))
    blokken += _notes(gesprek, gids)
    if not namen:
        blokken.append(Alinea(tekst("verslag", "namen_weg"), klein=True))
    blokken.append(Alinea(tekst("verslag", "bewaren"), klein=True))
    gemaakt = f"{tekst('verslag', 'slotzin')} {datum(nu)}."
    blokken.append(Alinea(gemaakt, klein=True))
    return Document(f"{tekst('verslag', 'verslag')}: {reeks.naam}", tuple(blokken))


def agreements_table(
    afspraken: Sequence[Afspraak],
    *,
    namen: bool = True,
    bijschrift: str = "",
    vandaag: date | None = None,
) -> Bloktabel:
    """Geef afspraken als tabel: wat, wie, wanneer, waaraan we het zien en de stand."""
    tekst = inhoud()
    rijen = tuple(
        (
            a.wat,
            (a.wie if namen else "") or LEEG,
            datum_kort(a.wanneer) if a.wanneer else LEEG,
            a.bewijs or LEEG,
            _standing(a, vandaag),
        )
        for a in afspraken
    )
    kolommen = tekst.kolommen["afspraken"]
    titel = bijschrift or tekst.text("verslag", "tabel")
    return Bloktabel(titel, kolommen, rijen, breedtes=_BREEDTES)


def _standing(afspraak: Afspraak, vandaag: date | None) -> str:
    tekst = inhoud().text
    laat = vandaag is not None and afspraak.is_late(vandaag)
    erbij = f"; {tekst('status', 'te_laat')}" if laat else ""
    return f"{tekst('status', afspraak.stand)}{erbij}"


def _left_open(reeks: Reeks, gesprek: Gesprek, vandaag: date | None) -> list[Blok]:
    """De open afspraken en geparkeerde punten waar het gesprek mee begint."""
    tekst = inhoud().text
    blokken: list[Blok] = []
    if open_ := reeks.open_agreements(gesprek.id):
        titel = tekst("verslag", "eerder")
        blokken += [Kop(titel, 3), agreements_table(open_, bijschrift=titel, vandaag=vandaag)]
    if punten := reeks.parked(gesprek.id):
        blokken += [Kop(tekst("verslag", "parkeer"), 3), Opsomming(tuple(p.tekst for p in punten))]
    return blokken


def _guide(gesprek: Gesprek) -> Gids:
    if gesprek.gids is None:
        raise ValueError("dit gesprek heeft nog geen gids; maak die eerst bij ‘Kiezen’")
    return gesprek.gids


def _headline(gesprek: Gesprek, gids: Gids) -> str:
    delen = [when(gesprek.moment), f"{minutes(gids.opdracht.minuten)}", gids.opdracht.tafel.naam]
    kop = "; ".join(deel for deel in delen if deel)
    return f"{kop}.\n{about(gids.opdracht)}."


def _earlier(reeks: Reeks, gesprek: Gesprek) -> tuple[Afspraak, ...]:
    """De afspraken uit het vorige gesprek, en wat uit nog eerdere gesprekken openstaat."""
    voor = reeks.before(gesprek.id)
    laatste = voor[-1].afspraken if voor else ()
    ouder = [a for g in voor[:-1] for a in g.afspraken if a.stand == "open"]
    return (*ouder, *laatste)


def _notes(gesprek: Gesprek, gids: Gids) -> Iterator[Blok]:
    """De vragen met een notitie, per fase; daarna kort welke vragen er geen hebben."""
    tekst = inhoud().text
    met = [r for r in gids.regels if _note(gesprek, r)]
    los = [t for naam, t in gesprek.notities.items() if t.strip() and naam not in gids.ids]
    if not met and not los:
        yield Alinea(tekst("verslag", "niets"))
    kop = ""
    for regel in met:
        nieuw = _section(regel)
        if nieuw != kop:
            kop = nieuw
            yield Kop(kop, 2)
        yield Alinea(regel.tekst, nadruk=True)
        yield Alinea(_note(gesprek, regel))
    if los:
        yield Kop(tekst("verslag", "los"), 2)
        yield from (Alinea(t) for t in los)
    zonder = [r for r in gids.te_stellen if not _note(gesprek, r)]
    wel, misschien = gesprek.gesteld, gesprek.misschien
    for naam, vragen in (
        ("zonder", [r.tekst for r in zonder if r.id in wel]),
        ("misschien", [r.tekst for r in zonder if r.id in misschien]),
        ("niet_aan_bod", [r.tekst for r in zonder if r.id not in wel | misschien]),
    ):
        if vragen:
            yield Kop(tekst("verslag", naam), 2)
            if naam == "misschien":
                yield Alinea(tekst("verslag", "misschien_uitleg"))
            yield Opsomming(tuple(vragen))


def _note(gesprek: Gesprek, regel: Regel) -> str:
    return gesprek.notities.get(regel.id, "").strip()


def _section(regel: Regel) -> str:
    return inhoud().part_of(regel.soort, regel.fase)
