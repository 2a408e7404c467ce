"""De tabel van een blad: voor de lezer met merken en noten, voor het bestand met kale getallen."""

from __future__ import annotations

from lv_tools.basis.beeld.tabel import Celwaarde, Tabelcel
from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.basis.onderzoek.aandeel import aantallen_bij
from lv_tools.basis.taal.notatie import getal, procent
from lv_tools.basis.taal.notatie import interval as schrijf_interval
from lv_tools.bevindingenverkenner.model.bronnen import kolomtitel
from lv_tools.bevindingenverkenner.model.filteren import Blad
from lv_tools.bevindingenverkenner.model.meetwijzen import METERS, Waarde
from lv_tools.bevindingenverkenner.model.meting import Meting
from lv_tools.bevindingenverkenner.model.regels import Regel
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.teksten import Weergave, teksten

#: Kolommen van de bron die in de tabel al als meting terugkomen.
IN_METING = frozenset(
    {"percentage", "n", "aantal", "trajecten", "totaal", "besturen", "afdelingen", "intake",
     "begeleiding"}
)  # fmt: skip
#: De twee oordelen van een controle die een merk geven, het zwaarste eerst.
ERNST = ("kan niet", "let op")


def kolommen(blad: Blad) -> tuple[str, ...]:
    """Geef de opschriften van de tabel voor de lezer."""
    namen = teksten().kolommen
    aantal = counted_title(blad.weergave)
    uit = [kolomtitel(blad.weergave.id, naam) for naam in _text_columns(blad)]
    if not _has_measures(blad):
        return tuple(uit)
    if _has_second(blad):
        return (
            *uit,
            kolomtitel(blad.weergave.id, "intake"),
            aantal,
            namen["interval"],
            kolomtitel(blad.weergave.id, "begeleiding"),
        )
    if blad.weergave.telling:
        return (*uit, aantal, namen["percentage"])
    return (*uit, namen["percentage"], aantal, namen["interval"])


def counted_title(blik: Weergave) -> str:
    """Geef het opschrift boven de aantallen; wat wij terugrekenden, heet ook zo."""
    return teksten().kolommen["aantal_terug" if blik.teruggerekend else "aantal"]


def rijen(blad: Blad) -> tuple[tuple[Celwaarde, ...], ...]:
    """Geef de rijen van de tabel voor de lezer, met merken en redenen."""
    return tuple(_row(blad, regel) for regel in blad.regels)


def merk(regel: Regel, meting: Meting | None) -> tuple[str, str]:
    """Geef het merk van een cijfer en de reden; twee lege teksten als er niets mee is."""
    redenen = [melding.uitleg for melding in regel.meldingen]
    teken = regel.ernst
    if meting is not None and not meting.past:
        kan_wel = aantallen_bij(meting.percentage or 0, meting.n or 1)
        reden = "groep_past_niet" if kan_wel else "geen_aantal"
        redenen = redenen or [zin(reden, percentage=procent(meting.percentage, 0), n=meting.n)]
        teken = teken or "let op"
    if not teken and meting is not None and meting.klein:
        return zin("merk_klein"), zin("zeker_klein")
    return teken, " ".join(redenen)


def counted(meting: Meting) -> Tabelcel | None:
    """Schrijf het aantal achter een percentage: ``34 van 39``."""
    if meting.n is None or meting.percentage is None:
        return None
    if not meting.aantallen:
        return Tabelcel(zin("past_niet", n=meting.n), float(meting.n))
    bereik = " of ".join(str(k) for k in meting.aantallen)
    return Tabelcel(f"{bereik} {zin('van')} {meting.n}", float(meting.aantallen[0]))


def written_interval(meting: Meting) -> Tabelcel | None:
    """Schrijf het interval: ``73% tot 94%``."""
    if meting.interval is None:
        return None
    tekst = schrijf_interval(meting.interval.onder, meting.interval.boven)
    return Tabelcel(tekst, meting.interval.onder)


def getalkolommen(blik: Weergave | None = None) -> tuple[str, ...]:
    """Geef de opschriften van de getallen achter een percentage, voor een bestand."""
    geteld = "aantal_terug" if blik and blik.teruggerekend else "geteld"
    return tuple(teksten().kolommen[naam] for naam in (geteld, "groep", "onder", "boven"))


def getallen(regel: Regel) -> tuple[Waarde, ...]:
    """Geef percentage, aantal, n, grenzen, merk en reden van een regel, elk als kale waarde."""
    meting = regel.meting or Meting(None, None)
    percentage = None if meting.percentage is None else round(meting.percentage, 1)
    heel = int(percentage) if percentage is not None and percentage.is_integer() else percentage
    return (heel, *_measure_cells(meting), *merk(regel, regel.meting))


def uitvoerkolommen(blad: Blad) -> tuple[str, ...]:
    """Geef de opschriften voor een bestand: elk getal in een eigen kolom."""
    namen = teksten().kolommen
    bron = [kolomtitel(blad.weergave.id, kolom.naam) for kolom in lees(blad.weergave.id).kolommen]
    meting = getalkolommen(blad.weergave) if _has_measures(blad) else ()
    return (*bron, *meting, namen["controle"], namen["reden"])


def uitvoerrijen(blad: Blad) -> tuple[tuple[Waarde, ...], ...]:
    """Geef de rijen voor een bestand; een leeg vak is ``None``."""
    namen = [kolom.naam for kolom in lees(blad.weergave.id).kolommen]
    uit = []
    for regel in blad.regels:
        bron = (regel.waarden[naam] for naam in namen)
        cellen = _measure_cells(regel.meting or Meting(None, None)) if _has_measures(blad) else ()
        uit.append((*bron, *cellen, *merk(regel, regel.meting)))
    return tuple(uit)


def _measure_cells(meting: Meting) -> tuple[Waarde, ...]:
    grenzen = meting.interval
    return (
        meting.aantal,
        meting.n,
        round(100 * grenzen.onder, 1) if grenzen else None,
        round(100 * grenzen.boven, 1) if grenzen else None,
    )


def _row(blad: Blad, regel: Regel) -> tuple[Celwaarde, ...]:
    tekstcellen: list[Celwaarde] = [regel.waarden[naam] for naam in _text_columns(blad)]
    teken, reden = merk(regel, regel.meting)
    if not _has_measures(blad):
        if teken:
            tekstcellen[-1] = Tabelcel(regel.text(_text_columns(blad)[-1]), None, teken, reden)
        return tuple(tekstcellen)
    meting = regel.meting or Meting(None, None)
    percentage = share(meting, teken, reden)
    if _has_second(blad):
        tweede = share(regel.tweede or Meting(None, None))
        return (*tekstcellen, percentage, counted(meting), written_interval(meting), tweede)
    if blad.weergave.telling:
        aantal = Tabelcel(getal(meting.aantal), float(meting.aantal or 0), teken, reden)
        return (*tekstcellen, aantal, share(meting))
    return (*tekstcellen, percentage, counted(meting), written_interval(meting))


def share(meting: Meting, teken: str = "", reden: str = "") -> Tabelcel | None:
    """Schrijf het percentage, met het merk dat erbij hoort."""
    if meting.percentage is None:
        return None
    return Tabelcel(procent(meting.percentage, 0), float(meting.percentage), teken, reden)


def _text_columns(blad: Blad) -> tuple[str, ...]:
    """Kolommen met tekst, de sleutel van de weergave voorop en de codes voor het programma weg."""
    alle = [kolom.naam for kolom in lees(blad.weergave.id).kolommen]
    sleutel = [naam for naam in blad.weergave.sleutel if naam != "id"]
    rest = [naam for naam in alle if naam not in sleutel and naam != "id"]
    if _has_measures(blad):
        rest = [naam for naam in rest if naam not in IN_METING]
    return (*sleutel, *rest)


def _has_measures(blad: Blad) -> bool:
    return blad.weergave.id in METERS


def _has_second(blad: Blad) -> bool:
    return blad.weergave.id == "intake_en_begeleiding"
