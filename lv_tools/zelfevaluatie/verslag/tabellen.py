"""De uitslag als tabellen, voor Excel en CSV, met een codeboek."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import LEEG, genummerd
from lv_tools.basis.uitvoer.bladtabel import from_sheet
from lv_tools.basis.uitvoer.losse_antwoorden import NIET_VAN_TOEPASSING, WEET_NIET
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.zelfevaluatie.figuur.assen import counted
from lv_tools.zelfevaluatie.figuur.momenten import draw_moments
from lv_tools.zelfevaluatie.figuur.stippen import draw_dots
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.gespreksvragen import questions
from lv_tools.zelfevaluatie.model.opzet import vragenset
from lv_tools.zelfevaluatie.model.samenoordeel import shift
from lv_tools.zelfevaluatie.model.uitkomstmaten import Midden, Stellingbeeld
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.model.vergelijken import Vergelijking, compare
from lv_tools.zelfevaluatie.teksten import Instrument
from lv_tools.zelfevaluatie.verslag.document import hidden_lines, outgoing, retention, when
from lv_tools.zelfevaluatie.verslag.losse_antwoorden import answers_of


def account(uitslag: Uitslag, inhoud: Instrument) -> tuple[str, ...]:
    """Verantwoord de tabellen: wat ze niet zijn, waar ze op rusten en hoe lang men ze bewaart."""
    opzet = uitslag.scan.opzet
    return (
        f"{opzet.naam}, {when(uitslag)}. Aantal: {counted(uitslag)}.",
        *inhoud.wat_niet,
        *hidden_lines(uitslag, inhoud),
        *zinnen.describe_rules(anoniem=opzet.modus == "anoniem"),
        *retention(uitslag, inhoud),
    )


def all_tables(
    uitslag: Uitslag, inhoud: Instrument, wensen: Wensen | None = None
) -> list[Uitvoertabel]:
    """Geef alle tabellen van de uitslag en het codeboek.

    Antwoorden per persoon staan er alleen bij in een scan op naam, en alleen als ``wensen`` om
    namen en losse antwoorden vraagt.
    """
    wensen = wensen or Wensen()
    uitslag = outgoing(uitslag, inhoud, wensen)
    los = wensen.namen and uitslag.scan.opzet.modus == "naam"
    voet = account(uitslag, inhoud)
    bladen = [(draw_dots(uitslag, inhoud), "Themas")]
    tabellen = [from_sheet(blad, titel, voet) for blad, titel in bladen if blad is not None]
    if uitslag.geheel is not None and uitslag.scan.samen:
        tabellen.append(_joint(uitslag, inhoud, voet, los))
    if uitslag.scan.eerdere:
        naast = compare(uitslag.scan, inhoud, alleen_apart=uitslag.alleen_apart)
        tabellen += comparison_tables(naast, inhoud, voet)
    vragen = questions(uitslag, inhoud)
    return [
        *tabellen,
        _statements(uitslag, inhoud, voet),
        _lists(uitslag, inhoud, voet),
        _texts(uitslag, inhoud, voet),
        Uitvoertabel(
            "Gespreksvragen",
            ("Vraag", "Onderwerp", "Fase", "Waarom deze vraag"),
            tuple((v.tekst, v.onderwerp, v.fase, v.reden) for v in vragen),
            voet,
        ),
        *([answers_of(uitslag, inhoud)] if los else []),
        codebook(uitslag, inhoud),
    ]


def comparison_tables(
    vergelijking: Vergelijking, inhoud: Instrument, voet: tuple[str, ...] = ()
) -> list[Uitvoertabel]:
    """Geef per groep de scans naast elkaar, en wat niet naast elkaar staat."""
    kop = "Momenten" if vergelijking.tijd else "Scans"
    tabellen = []
    for sleutel, naam in dict.fromkeys((r.groep, r.groepsnaam) for r in vergelijking.themas):
        blad = draw_moments(vergelijking, inhoud, sleutel)
        if blad is not None:
            tabellen.append(from_sheet(blad, f"{kop} {naam}", (vergelijking.inleiding, *voet)))
    weg = tuple((weg.wat, weg.reden) for weg in vergelijking.weggelaten)
    if weg:
        tabellen.append(Uitvoertabel("Niet naast elkaar", ("Wat", "Waarom"), weg, voet))
    return tabellen


def codebook(uitslag: Uitslag, inhoud: Instrument) -> Uitvoertabel:
    """Leg elke kolom en elke code uit."""
    schaal = genummerd(inhoud.schaal.opties)
    vast = (
        ("antwoord", schaal, "Antwoord op een stelling."),
        (WEET_NIET, inhoud.schaal.weet_niet, "Telt apart en staat buiten de schaal."),
        (NIET_VAN_TOEPASSING, inhoud.schaal.nvt, "Telt apart en staat buiten de schaal."),
        (LEEG, "leeg", "Niet ingevuld, of er is niets te berekenen."),
        ("afgeschermd", "", "Minder dan vijf mensen van deze groep vulden dit in."),
        ("n", "aantal", "Aantal antwoorden op de schaal; bij een thema het aantal mensen."),
        ("midden", schaal, zinnen.describe_rules(anoniem=False)[0]),
        ("midden van een thema", schaal, zinnen.describe_rules(anoniem=False)[1]),
        ("A", "-1 tot 1", zinnen.describe_rules(anoniem=False)[2]),
        ("middelste helft", "1 tot 4", "Waartussen de middelste helft van de mensen ligt."),
    )
    stellingen = tuple(
        (s.code, inhoud.themas[s.thema].titel, s.tekst) for s in uitslag.stellingen.values()
    )
    teksten = tuple(
        (veld.code, "vrije tekst", veld.tekst)
        for veld in vragenset(uitslag.scan.opzet, inhoud).notitievelden
    )
    return Uitvoertabel("Codeboek", ("Code", "Waarden", "Betekenis"), vast + stellingen + teksten)


def _statements(uitslag: Uitslag, inhoud: Instrument, voet: tuple[str, ...]) -> Uitvoertabel:
    rijen = tuple(
        (
            stelling.code,
            stelling.tekst,
            groep.naam,
            *_numbers(groep.stellingen[stelling.code], inhoud),
        )
        for stelling in uitslag.stellingen.values()
        for groep in uitslag.alle_groepen
    )
    kolommen = (
        "Code", "Stelling", "Groep", *inhoud.schaal.opties, inhoud.schaal.weet_niet,
        inhoud.schaal.nvt, "n", "Midden", "Midden van (1 tot 4)", "Midden tot (1 tot 4)", "A",
    )  # fmt: skip
    return Uitvoertabel("Stellingen", kolommen, rijen, voet)


def _numbers(beeld: Stellingbeeld, inhoud: Instrument) -> tuple[Uitvoercel, ...]:
    if beeld.afgeschermd:
        return (
            *(None for _ in range(len(inhoud.schaal.opties) + 3)),
            "afgeschermd",
            None,
            None,
            None,
        )
    verdeling, a = beeld.verdeling, beeld.eensgezindheid
    return (
        *verdeling.aantallen,
        verdeling.weet_niet,
        verdeling.nvt,
        verdeling.n,
        zinnen.middle(beeld.midden, inhoud),
        *_bounds(beeld.midden),
        None if a is None else round(a, 2),
    )


def _bounds(midden: Midden | None) -> tuple[int | None, int | None]:
    """Geef de twee antwoorden waar het midden tussen ligt; een getal daartussen bestaat niet."""
    return (None, None) if midden is None else (midden.laag, midden.hoog)


def _joint(uitslag: Uitslag, inhoud: Instrument, voet: tuple[str, ...], noem: bool) -> Uitvoertabel:
    """Geef per thema het gezamenlijke oordeel, wat de doorslag gaf en wat is afgesproken."""
    rijen = []
    for oordeel in uitslag.scan.samen:
        verschuiving = shift(oordeel, uitslag, inhoud)
        rijen.append(
            (
                inhoud.themas[oordeel.thema].titel,
                oordeel.datum,
                inhoud.antwoord(oordeel.oordeel) if oordeel.oordeel else "niet eens geworden",
                oordeel.oordeel,
                *_bounds(verschuiving.vooraf),
                verschuiving.vooraf_n or None,
                verschuiving.stappen,
                oordeel.overtuigd or None,
                oordeel.afspraak or None,
                *((oordeel.aanwezig or None,) if noem else ()),
            )
        )
    kolommen = (
        "Thema", "Dag", "Oordeel", "Oordeel (1 tot 4)", "Midden vooraf van", "Midden vooraf tot",
        "n vooraf", "Stappen hoger of lager", "Wat de doorslag gaf", "Afgesproken",
        *(("Erbij waren",) if noem else ()),
    )  # fmt: skip
    return Uitvoertabel("Samen", kolommen, tuple(rijen), voet)


def _lists(uitslag: Uitslag, inhoud: Instrument, voet: tuple[str, ...]) -> Uitvoertabel:
    rijen = tuple(
        (
            lijst.titel,
            plek,
            plaats.code,
            uitslag.stellingen[plaats.code].tekst,
            inhoud.themas[plaats.thema].titel,
            plaats.zin,
            lijst.zin if plek == 1 else "",
        )
        for lijst in uitslag.lijsten
        for plek, plaats in enumerate(lijst.plaatsen, start=1)
    )
    kolommen = ("Lijst", "Plaats", "Code", "Stelling", "Thema", "Waarom", "Staat dit vast?")
    return Uitvoertabel("Ranglijsten", kolommen, rijen, voet)


def _texts(uitslag: Uitslag, inhoud: Instrument, voet: tuple[str, ...]) -> Uitvoertabel:
    rijen = tuple(
        (inhoud.themas[thema].titel, soort, regel)
        for thema, teksten in uitslag.teksten.items()
        for soort, regels in (("bewijs", teksten.bewijs), ("opmerking", teksten.opmerkingen))
        for regel in regels
    )
    return Uitvoertabel("Bewijs en opmerkingen", ("Thema", "Soort", "Tekst"), rijen, voet)
