"""De uitslag in blokken: één beschrijving, voor het scherm, het verslag en het beeld vooraf."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from lv_tools.basis.beeld.tabel import Celwaarde, Tabelkolom
from lv_tools.basis.taal.notatie import LEEG, datum
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Bloktabel,
    Figuurblok,
    Kop,
    Opsomming,
    Tabelblok,
    Tweevorm,
    Vouw,
)
from lv_tools.zelfevaluatie.figuur.assen import legend_of_scale, spread
from lv_tools.zelfevaluatie.figuur.samenoordeel import draw_joint
from lv_tools.zelfevaluatie.figuur.stippen import draw_dots
from lv_tools.zelfevaluatie.figuur.verdeling import draw_distribution
from lv_tools.zelfevaluatie.figuur.web import draw_radar
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.gespreksvragen import questions
from lv_tools.zelfevaluatie.model.groepen import GEHEEL, Groep
from lv_tools.zelfevaluatie.model.ranglijst import PLAATSEN
from lv_tools.zelfevaluatie.model.samenoordeel import shift
from lv_tools.zelfevaluatie.model.uitkomstmaten import Themabeeld
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: De ranglijst die openstaat; de andere klapt de lezer zelf uit.
EERST_OPEN = "oneens"
#: Zoveel vragen staan er meteen; op het scherm klapt de lezer de rest uit.
METEEN = 8
AFGESCHERMD = "afgeschermd"


def rankings(
    uitslag: Uitslag,
    inhoud: Instrument,
    codes: Collection[str] | None = None,
    *,
    plaatsen: int = PLAATSEN,
) -> Iterator[Blok]:
    """Geef de ranglijsten, met de vraag die bij elke lijst past en of de volgorde vaststaat.

    Parameters
    ----------
    codes
        Welke lijsten; zonder opgave allemaal.
    plaatsen
        Hoeveel plaatsen van elke lijst.
    """
    lijsten = [lijst for lijst in uitslag.lijsten if codes is None or lijst.code in codes]
    for lijst in lijsten:
        if not lijst.plaatsen:
            continue
        getoond = lijst.plaatsen[:plaatsen]
        punten = Opsomming(
            tuple(
                f"{inhoud.themas[plaats.thema].titel}. {zinnen.sentence(plaats.zin)}."
                for plaats in getoond
            ),
            genummerd=True,
            koppen=tuple(uitslag.stellingen[plaats.code].tekst for plaats in getoond),
        )
        vraag = Alinea(f"{lijst.vraag}\n{lijst.zin}", kop=inhoud.zeg("uitslag_vraag"))
        yield Vouw(
            f"{lijst.titel} ({len(getoond)})",
            (Alinea(lijst.uitleg), punten, vraag),
            open=lijst.code == EERST_OPEN,
            niveau=2,
        )
    if leeg := [lijst.titel for lijst in lijsten if not lijst.plaatsen]:
        yield Alinea(inhoud.zeg("uitslag_lijst_leeg", titels="; ".join(leeg)))


def conversation(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef vragen voor het gesprek, met waarom zij bij deze uitslag horen."""
    vragen = questions(uitslag, inhoud)
    lijsten = [
        Opsomming(
            tuple(f"{vraag.onderwerp}. {vraag.reden}" for vraag in deel),
            koppen=tuple(vraag.tekst for vraag in deel),
        )
        for deel in (vragen[:METEEN], vragen[METEEN:])
        if deel
    ]
    yield from lijsten[:1]
    if len(lijsten) > 1:
        titel = inhoud.zeg("vragen_meer", hoeveel=len(vragen) - METEEN)
        yield Tweevorm(scherm=(Vouw(titel, (lijsten[1],)),))


def themes(
    uitslag: Uitslag, inhoud: Instrument, gekozen: Sequence[str] | None = None
) -> Iterator[Blok]:
    """Geef per thema het beeld van de groepen: op het scherm web, stippen en één tabel.

    Op papier staat er per thema een tabel; zo passen ook veel groepen op een bladzijde.

    Parameters
    ----------
    gekozen
        Sleutels van de groepen; zonder opgave allemaal.
    """
    groepen = [g for g in uitslag.alle_groepen if gekozen is None or g.sleutel in gekozen]
    themas = uitslag.scan.opzet.themas
    tabel = Tabelblok(
        inhoud.zeg("groepen_tabel"),
        (inhoud.zeg("groepen_thema"), *(groep.naam for groep in groepen)),
        tuple(
            (inhoud.themas[t].titel, *(_summary(g.themas[t], inhoud) for g in groepen))
            for t in themas
            if groepen
        ),
        bron=zinnen.BRON,
        leeg=inhoud.zeg("groepen_leeg"),
        sorteerbaar=False,
    )
    uitleg = Alinea(
        f"{legend_of_scale(inhoud)}. Helft: waartussen de middelste helft van de mensen ligt. "
        "A: hoe eens de groep het is, van -1 (twee kampen) via 0 (gelijk verdeeld) tot 1 (allemaal "
        "hetzelfde).",
        klein=True,
    )
    yield Tweevorm(
        scherm=(*pictures(uitslag, inhoud, gekozen), tabel),
        papier=(uitleg, *(_theme_table(thema, groepen, inhoud) for thema in themas)),
    )


def pictures(
    uitslag: Uitslag, inhoud: Instrument, gekozen: Sequence[str] | None = None
) -> tuple[Figuurblok, ...]:
    """Geef het web en de stippen; het web staat er nooit zonder de stippen."""
    bladen = (teken(uitslag, inhoud, gekozen) for teken in (draw_radar, draw_dots))
    return tuple(Figuurblok(blad) for blad in bladen if blad is not None)


def statements(thema: str, groep: Groep, uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef elke stelling van een thema bij een groep, en wat mensen erbij schreven."""
    geheel = groep.sleutel == GEHEEL
    rijen = []
    for gewoon in uitslag.in_theme(thema):
        stelling = gewoon.for_role(groep.sleutel)
        beeld = groep.stellingen[stelling.code]
        rij: tuple[Celwaarde, ...] = (
            zinnen.middle(beeld.midden, inhoud),
            beeld.eensgezindheid,
            beeld.verdeling.n,
            beeld.verdeling.weet_niet,
            zinnen.sensitive(uitslag.gevoelig[stelling.code]) if geheel else None,
        )
        if groep.sleutel in stelling.niet_voor and not beeld.verdeling.totaal:
            rij = ("niet gevraagd", *(None for _ in rij[1:]))
        elif beeld.afgeschermd:
            rij = (AFGESCHERMD, *(None for _ in rij[1:]))
        rijen.append((stelling.tekst, *rij))
    kolommen: tuple[str | Tabelkolom, ...] = (
        inhoud.zeg("stellingen_kolom"),
        inhoud.zeg("stellingen_midden"),
        Tabelkolom(inhoud.zeg("stellingen_eens"), getallen=True, decimalen=2),
        "n",
        inhoud.schaal.weet_niet.capitalize(),
        inhoud.zeg("stellingen_stap"),
    )
    breed = len(kolommen) if geheel else -1
    yield Figuurblok(draw_distribution(thema, groep, uitslag, inhoud))
    yield Tabelblok(
        f"{inhoud.themas[thema].titel}: {groep.naam}",
        kolommen[:breed],
        tuple(rij[:breed] for rij in rijen),
        bron=zinnen.BRON,
    )
    if uitslag.scan.opzet.modus == "anoniem":
        yield Alinea(inhoud.privacy.teksten_anoniem)
    yield from written(thema, uitslag, inhoud)


def written(thema: str, uitslag: Uitslag, inhoud: Instrument) -> Iterator[Blok]:
    """Geef het bewijs en de opmerkingen bij een thema."""
    teksten = uitslag.teksten[thema]
    for soort, regels in (("bewijs", teksten.bewijs), ("opmerkingen", teksten.opmerkingen)):
        if regels:
            yield Kop(inhoud.zeg(f"stellingen_{soort}"), 3)
            yield Opsomming(regels)


def together(uitslag: Uitslag, inhoud: Instrument, *, noem: bool = False) -> Iterator[Blok]:
    """Geef wat het gesprek deed met de losse antwoorden; leeg zonder gezamenlijk oordeel.

    Parameters
    ----------
    noem
        Zet erbij wie er bij het gesprek waren; dat zijn vaak namen.
    """
    if (blad := draw_joint(uitslag, inhoud)) is None:
        return
    yield Kop(inhoud.zeg("samen_deed"))
    yield Alinea(inhoud.samen.verschil)
    papier: list[Blok] = []
    for oordeel in uitslag.scan.samen:
        verschuiving = shift(oordeel, uitslag, inhoud)
        regels = [
            f"{datum(oordeel.datum)}. {verschuiving.zin} {verschuiving.veranderd}".strip(),
            f"Erbij waren: {oordeel.aanwezig}" if oordeel.aanwezig and noem else "",
            f"Wat de doorslag gaf: {oordeel.overtuigd}" if oordeel.overtuigd else "",
            f"Afgesproken: {oordeel.afspraak}" if oordeel.afspraak else "",
        ]
        papier += [
            Kop(inhoud.themas[oordeel.thema].titel, 2),
            Opsomming(tuple(regel for regel in regels if regel)),
        ]
    yield Tweevorm(scherm=(Figuurblok(blad),), papier=tuple(papier))


def _summary(beeld: Themabeeld, inhoud: Instrument) -> str:
    if beeld.afgeschermd:
        return AFGESCHERMD
    midden = zinnen.middle(beeld.midden, inhoud)
    return f"{midden} (n = {beeld.n}, A = {zinnen.agreement(beeld.eensgezindheid)})"


def _theme_table(thema: str, groepen: Sequence[Groep], inhoud: Instrument) -> Bloktabel:
    rijen = []
    for groep in groepen:
        beeld = groep.themas[thema]
        rijen.append(
            (
                groep.naam,
                LEEG if beeld.afgeschermd else str(beeld.n),
                AFGESCHERMD if beeld.afgeschermd else zinnen.middle(beeld.midden, inhoud),
                spread(beeld.kwart) or "",
                zinnen.agreement(beeld.eensgezindheid),
                str(beeld.weet_niet),
            )
        )
    return Bloktabel(
        inhoud.themas[thema].titel,
        ("Groep", "n", "Midden", "Helft", "A", "Weet ik niet"),
        tuple(rijen),
        breedtes=(6, 2, 7, 3, 3, 3),
    )
