"""De uitslag als tabellen, voor Excel en CSV, met een codeboek."""

from __future__ import annotations

from lv_tools.basis.figuurstijl import Figuurblad
from lv_tools.basis.notatie import LEEG
from lv_tools.basis.samenvoegen import merge
from lv_tools.basis.uitvoer import Uitvoercel, Uitvoertabel
from lv_tools.basis.weergave import Tabelcel
from lv_tools.zelfevaluatie import zinnen
from lv_tools.zelfevaluatie.figuur import dots
from lv_tools.zelfevaluatie.figuur_assen import counted
from lv_tools.zelfevaluatie.figuur_momenten import moments
from lv_tools.zelfevaluatie.figuur_samen import joint
from lv_tools.zelfevaluatie.gespreksvragen import questions
from lv_tools.zelfevaluatie.maten import Stellingbeeld
from lv_tools.zelfevaluatie.model import Uitslag
from lv_tools.zelfevaluatie.opzet import vragenset
from lv_tools.zelfevaluatie.teksten import Instrument
from lv_tools.zelfevaluatie.vergelijken import Vergelijking, compare
from lv_tools.zelfevaluatie.verslag import Wensen, retention, when


def account(uitslag: Uitslag, inhoud: Instrument) -> tuple[str, ...]:
    """Verantwoord de tabellen: wat ze niet zijn, waar ze op rusten en hoe lang men ze bewaart."""
    opzet = uitslag.scan.opzet
    return (
        f"{opzet.naam}, {when(uitslag)}. Aantal: {counted(uitslag)}.",
        *inhoud.wat_niet,
        *zinnen.describe_rules(anoniem=opzet.modus == "anoniem"),
        *retention(inhoud),
    )


def all_tables(
    uitslag: Uitslag, inhoud: Instrument, wensen: Wensen | None = None
) -> list[Uitvoertabel]:
    """Geef alle tabellen van de uitslag en het codeboek.

    Antwoorden per persoon staan er alleen bij in een scan op naam, en namen alleen als ``wensen``
    daarom vraagt.
    """
    voet = account(uitslag, inhoud)
    bladen = [(dots(uitslag, inhoud), "Themas"), (joint(uitslag, inhoud), "Samen")]
    tabellen = [from_sheet(blad, titel, voet) for blad, titel in bladen if blad is not None]
    if uitslag.scan.eerdere:
        tabellen += comparison_tables(compare(uitslag.scan, inhoud), inhoud, voet)
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
        *([_answers(uitslag, inhoud, wensen, voet)] if _may_show_answers(uitslag, wensen) else []),
        codebook(uitslag, inhoud),
    ]


def comparison_tables(
    vergelijking: Vergelijking, inhoud: Instrument, voet: tuple[str, ...] = ()
) -> list[Uitvoertabel]:
    """Geef per groep de scans naast elkaar, en wat niet naast elkaar staat."""
    kop = "Momenten" if vergelijking.tijd else "Scans"
    tabellen = []
    for sleutel, naam in dict.fromkeys((r.groep, r.groepsnaam) for r in vergelijking.themas):
        blad = moments(vergelijking, inhoud, sleutel)
        if blad is not None:
            tabellen.append(from_sheet(blad, f"{kop} {naam}", (vergelijking.inleiding, *voet)))
    weg = tuple((weg.wat, weg.reden) for weg in vergelijking.weggelaten)
    if weg:
        tabellen.append(Uitvoertabel("Niet naast elkaar", ("Wat", "Waarom"), weg, voet))
    return tabellen


def from_sheet(blad: Figuurblad, titel: str, voet: tuple[str, ...] = ()) -> Uitvoertabel:
    """Maak van de tabel bij een figuur een tabel om weg te schrijven."""
    rijen = tuple(
        tuple(cel.tekst if isinstance(cel, Tabelcel) else cel for cel in rij) for rij in blad.rijen
    )
    return Uitvoertabel(titel, blad.kolommen, rijen, (f"{blad.n}. {blad.zegt_niet}", *voet))


def codebook(uitslag: Uitslag, inhoud: Instrument) -> Uitvoertabel:
    """Leg elke kolom en elke code uit."""
    schaal = "; ".join(f"{nr} = {tekst}" for nr, tekst in enumerate(inhoud.schaal, start=1))
    vast = (
        ("antwoord", schaal, "Antwoord op een stelling."),
        ("?", inhoud.weet_niet, "Telt apart en staat buiten de schaal."),
        ("0", inhoud.nvt, "Telt apart en staat buiten de schaal."),
        (LEEG, "leeg", "Niet ingevuld, of er is niets te berekenen."),
        ("afgeschermd", "", "Minder dan vijf mensen vulden dit in (alleen anoniem)."),
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
        "Code", "Stelling", "Groep", *inhoud.schaal, inhoud.weet_niet, inhoud.nvt, "n", "Midden",
        "A",
    )  # fmt: skip
    return Uitvoertabel("Stellingen", kolommen, rijen, voet)


def _numbers(beeld: Stellingbeeld, inhoud: Instrument) -> tuple[Uitvoercel, ...]:
    if beeld.afgeschermd:
        return (*(None for _ in range(len(inhoud.schaal) + 3)), "afgeschermd", None)
    verdeling, a = beeld.verdeling, beeld.eensgezindheid
    return (
        *verdeling.aantallen,
        verdeling.weet_niet,
        verdeling.nvt,
        verdeling.n,
        zinnen.middle(beeld.midden, inhoud),
        None if a is None else round(a, 2),
    )


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


def _may_show_answers(uitslag: Uitslag, wensen: Wensen | None) -> bool:
    return uitslag.scan.opzet.modus == "naam" and (wensen or Wensen()).volledig


def _answers(
    uitslag: Uitslag, inhoud: Instrument, wensen: Wensen | None, voet: tuple[str, ...]
) -> Uitvoertabel:
    """Elke persoon een rij; alleen in een scan op naam, waar iedereen dit vooraf wist."""
    vragen = vragenset(uitslag.scan.opzet, inhoud)
    met_namen = (wensen or Wensen()).namen
    rijen: list[tuple[Uitvoercel, ...]] = []
    for nummer, persoon in enumerate(merge(uitslag.scan.bronnen), start=1):
        gegeven = persoon.antwoorden
        rijen.append(
            (
                nummer,
                *([persoon.naam] if met_namen else []),
                vragen.rolnaam(persoon.rol),
                *(
                    None if s.code not in gegeven else "?" if gegeven[s.code] is None
                    else gegeven[s.code]
                    for s in vragen.stellingen
                ),
                *(persoon.notities.get(veld.code) for veld in vragen.notitievelden),
            )
        )  # fmt: skip
    kolommen = (
        "nummer",
        *(["naam"] if met_namen else []),
        "rol",
        *(s.code for s in vragen.stellingen),
        *(veld.code for veld in vragen.notitievelden),
    )
    return Uitvoertabel("Antwoorden", kolommen, tuple(rijen), voet)
