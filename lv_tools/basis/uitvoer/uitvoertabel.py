"""Schrijf tabellen als CSV, Excel en Markdown, zo dat tekst tekst blijft.

Wat een gebruiker typt, kan met ``=`` beginnen of HTML bevatten. In geen van de bestanden wordt
daar iets van uitgevoerd: zie :func:`guard_formula` en :func:`escape_markdown`.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.taal.notatie import LEEG, datum_kort, getal

Uitvoercel = str | int | float | date | None

#: Langste tekst in een cel van Excel.
EXCEL_CEL = 32_767
CSV_TYPE, ZIP_TYPE = "text/csv;charset=utf-8", "application/zip"
#: Zo heet het blad met wat er bij de tabellen hoort.
TOELICHTING = "Toelichting"
EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MARKDOWN_TYPE = "text/markdown;charset=utf-8"
_GETAL = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
# Ook de brede vormen uit Oost-Aziatische lettertypen leest een rekenblad als formule.
_FORMULE = re.compile(r"^\s*[=+\-@|%\t\r\n＝＋－＠]")
_NIEUWE_CEL = re.compile(r"([,\n]\s*)(?=[=+\-@|%＝＋－＠])")
_MARKDOWN = re.compile(r"([\\`*_\[\](){}#+!|~$:^@-])")
#: Staat in een Excel-bestand als tijd van maken: wanneer dat echt was, gaat niemand iets aan.
_GEEN_TIJD = datetime(1980, 1, 1)
#: Hoogte van een regel en van de hoogste rij, in punten; met meer kolommen is een tabel breed.
REGELHOOGTE, HOOGSTE_RIJ, VEEL_KOLOMMEN = 15, 400, 7
#: Zo lang mag de naam van een blad in Excel zijn.
BLADNAAM_LENGTE = 31
_BLADNAAM = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Uitvoertabel:
    """Een tabel om weg te schrijven, met wat een lezer er later bij moet weten.

    ``toelichting`` houdt de bron, de filters en de noten vast. Zij staat nooit tussen de gegevens:
    in Excel heeft zij een eigen blad, en bij CSV een eigen bestand.
    """

    titel: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[Uitvoercel, ...], ...]
    toelichting: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for rij in self.rijen:
            if len(rij) != len(self.kolommen):
                raise ValueError(f"rij {rij!r} past niet bij {len(self.kolommen)} kolommen")


def to_csv(tabel: Uitvoertabel) -> bytes:
    """Schrijf CSV die een Nederlandse Excel met een dubbelklik goed opent.

    UTF-8 met BOM, puntkomma's, komma als decimaalteken, en tekst die op een formule lijkt met een
    apostrof ervoor. Een rekenblad dat op komma's splitst, begint ook na een komma of een nieuwe
    regel een cel; ook daar staat dan een apostrof. Een dag is jjjj-mm-dd: dat leest elk programma
    als dag. Wat er niet is, is leeg en geen nul.
    """
    buffer = io.StringIO()
    schrijver = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([_csv_cell(kolom) for kolom in tabel.kolommen])
    schrijver.writerows([_csv_cell(cel) for cel in rij] for rij in tabel.rijen)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def to_csv_zip(tabellen: Sequence[Uitvoertabel]) -> bytes:
    """Schrijf elke tabel als eigen CSV-bestand, met de toelichting ernaast, in één zip."""
    alle, gehad = with_notes(tabellen), set[str]()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        for nummer, tabel in enumerate(alle, start=1):
            naam = f"{nummer:02}-{_plain_name(sheet_name(tabel.titel, gehad))}.csv"
            gegevens = zipfile.ZipInfo(naam, _GEEN_TIJD.timetuple()[:6])
            gegevens.compress_type = zipfile.ZIP_DEFLATED
            archief.writestr(gegevens, to_csv(tabel))
    return buffer.getvalue()


def with_notes(tabellen: Sequence[Uitvoertabel]) -> list[Uitvoertabel]:
    """Zet achter de tabellen wat erbij hoort: de toelichting, en per kolom wat erin staat."""
    rijen = [rij for tabel in tabellen for rij in _notes(tabel)]
    gelijk: dict[str, list[str]] = {}
    for blad, regel in rijen:
        gelijk.setdefault(regel, []).append(blad)
    noten = tuple(
        ("alle bladen" if len(bladen) == len(tabellen) > 1 else "; ".join(bladen), "", regel)
        for regel, bladen in gelijk.items()
    )
    kolommen = tuple(
        (tabel.titel, kolom, _describe(tabel, plek))
        for tabel in tabellen
        for plek, kolom in enumerate(tabel.kolommen)
    )
    return [*tabellen, Uitvoertabel(TOELICHTING, ("Blad", "Kolom", "Uitleg"), noten + kolommen)]


def _notes(tabel: Uitvoertabel) -> Iterator[tuple[str, str]]:
    yield from ((tabel.titel, regel) for regel in tabel.toelichting if regel.strip())


def _describe(tabel: Uitvoertabel, plek: int) -> str:
    """Zeg wat er in een kolom staat, en hoeveel cellen leeg zijn."""
    cellen = [rij[plek] for rij in tabel.rijen]
    leeg = sum(cel is None or cel == "" for cel in cellen)
    gevuld = [cel for cel in cellen if cel is not None and cel != ""]
    soort = "leeg"
    if gevuld:
        soorten = {type(cel) for cel in gevuld}
        getallen = soorten <= {int, float}
        soort = "getal" if getallen else "dag" if soorten == {date} else "tekst"
    zonder = f"; {leeg} van {len(cellen)} leeg: daar is geen gegeven" if leeg and gevuld else ""
    return f"{soort}{zonder}"


def to_xlsx(tabellen: Sequence[Uitvoertabel]) -> bytes:
    """Schrijf een Excel-bestand met een blad per tabel; een getal is een getal en een dag een dag.

    Op een blad staat alleen de tabel; de toelichting en het codeboek hebben een eigen blad
    achteraan. Wat er niet is, is leeg: een gemiddelde of een draaitabel telt dat niet als nul.

    Dezelfde inhoud geeft dezelfde bytes: er staat geen tijd en geen naam van een maker in.

    Raises
    ------
    ModuleNotFoundError
        Als XlsxWriter hier niet is geïnstalleerd.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    keuzes = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False, "nan_inf_to_errors": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(buffer, keuzes) as boek:
        boek.set_properties({"created": _GEEN_TIJD})
        vet = boek.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        tekst = boek.add_format({"text_wrap": True, "valign": "top"})
        # Het aanhalingsteken blijft onzichtbaar en zorgt dat ook na bewerken niets gaat rekenen.
        getal_ = boek.add_format({"valign": "top"})
        kale = boek.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        gehad: set[str] = set()
        dag = boek.add_format({"valign": "top", "num_format": "d-m-yyyy", "align": "left"})
        for tabel in with_notes(tabellen):
            blad = boek.add_worksheet(sheet_name(tabel.titel, gehad))
            blad.freeze_panes(1, 0)
            # Op papier: liggend, alle kolommen op één vel breed, en de koppen op elk vel.
            blad.set_landscape()
            blad.set_paper(9)
            blad.set_margins(0.4, 0.4, 0.5, 0.5)
            blad.fit_to_pages(1, 0)
            blad.repeat_rows(0)
            if tabel.rijen:
                blad.autofilter(0, 0, len(tabel.rijen), len(tabel.kolommen) - 1)
            for plek, kolom in enumerate(tabel.kolommen):
                blad.write_string(0, plek, _excel_text(kolom), vet)
                blad.set_column(plek, plek, _width(tabel, plek))
            breedtes = [_width(tabel, plek) for plek in range(len(tabel.kolommen))]
            for nummer, rij in enumerate(tabel.rijen, 1):
                # Niet elk rekenblad maakt een rij vanzelf zo hoog als haar tekst.
                if (regels := _row_lines(rij, breedtes)) > 1:
                    blad.set_row(nummer, min(REGELHOOGTE * regels, HOOGSTE_RIJ))
                for plek, cel in enumerate(rij):
                    if cel == "":
                        continue
                    if isinstance(cel, str):
                        stijl = kale if is_formula(cel) else tekst
                        blad.write_string(nummer, plek, _excel_text(cel), stijl)
                    elif isinstance(cel, date):
                        blad.write_datetime(nummer, plek, cel, dag)
                    elif cel is not None:
                        blad.write_number(nummer, plek, cel, getal_)
    return buffer.getvalue()


def to_markdown(tabel: Uitvoertabel) -> str:
    """Schrijf een kop, een tabel en de toelichting als Markdown."""
    regels = [f"## {escape_markdown(tabel.titel)}", ""]
    regels.append(_markdown_row(tabel.kolommen))
    regels.append("| " + " | ".join("---" for _ in tabel.kolommen) + " |")
    regels += [_markdown_row(rij) for rij in tabel.rijen]
    for regel in tabel.toelichting:
        regels += ["", escape_markdown(regel)]
    return "\n".join(regels) + "\n"


def guard_formula(tekst: str) -> str:
    """Zet een apostrof voor tekst die een rekenblad als formule zou lezen.

    Examples
    --------
    Een los getal, zoals ``-0,04``, is geen formule en blijft een getal.

    >>> guard_formula("=HYPERLINK(1)"), guard_formula("gewoon"), guard_formula("-0,04")
    ("'=HYPERLINK(1)", 'gewoon', '-0,04')
    """
    schoon = clean_text(tekst)
    return f"'{schoon}" if is_formula(schoon) else schoon


def is_formula(tekst: str) -> bool:
    """Zou een rekenblad deze tekst als formule lezen?"""
    return bool(_FORMULE.match(tekst)) and not _GETAL.fullmatch(tekst)


def escape_markdown(tekst: str) -> str:
    r"""Maak tekst veilig binnen Markdown: geen opmaak, geen HTML, geen koppeling, een regel.

    Examples
    --------
    >>> escape_markdown("<b>a|b</b>")
    '&lt;b&gt;a\\|b&lt;/b&gt;'
    """
    regel = " ".join(clean_text(tekst).split())
    veilig = regel.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    veilig = _MARKDOWN.sub(r"\\\1", veilig)
    veilig = re.sub(r"^(\d+)([.)])", r"\1\\\2", veilig)  # geen genummerde lijst
    return re.sub(r"(?i)\bwww\.", "www&#46;", veilig)  # geen koppeling die vanzelf ontstaat


def sheet_name(titel: str, gehad: set[str]) -> str:
    """Geef een naam die Excel als bladnaam aanneemt en die nog niet in ``gehad`` staat."""
    stam = " ".join(_BLADNAAM.sub(" ", clean_text(titel)).split()).strip("'")
    stam = _cut(stam, BLADNAAM_LENGTE) or "Blad"
    if stam.casefold() == "history":  # deze naam houdt Excel voor zichzelf
        stam = "Blad history"
    naam, nummer = stam, 1
    while naam.casefold() in gehad:
        nummer += 1
        achter = f" ({nummer})"
        naam = _cut(stam, BLADNAAM_LENGTE - len(achter)) + achter
    gehad.add(naam.casefold())
    return naam


def _plain_name(naam: str) -> str:
    """Geef een naam met alleen gewone letters, cijfers en streepjes."""
    plat = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plat).strip("-") or "tabel"


def _cut(tekst: str, lengte: int) -> str:
    """Kort tekst in zoals Excel telt: in eenheden van UTF-16, waarvan een emoji er twee heeft."""
    return tekst.encode("utf-16-le")[: 2 * lengte].decode("utf-16-le", "ignore")


def _csv_cell(cel: Uitvoercel) -> str:
    if cel is None:
        return ""
    if isinstance(cel, str):
        return _NIEUWE_CEL.sub(r"\1'", guard_formula(cel))
    if isinstance(cel, date):
        return cel.isoformat()
    exact = Decimal(str(cel))
    kort = exact.quantize(Decimal(1)) if exact == exact.to_integral() else exact
    return f"{kort:f}".replace(".", ",")  # geen punten tussen duizendtallen


def _excel_text(tekst: str) -> str:
    schoon = clean_text(tekst)
    slot = "… (afgekapt)"
    return schoon if len(schoon) <= EXCEL_CEL else schoon[: EXCEL_CEL - len(slot)] + slot


def _markdown_row(cellen: Iterable[Uitvoercel]) -> str:
    uit = []
    for cel in cellen:
        if isinstance(cel, str):
            uit.append(escape_markdown(cel))
        elif isinstance(cel, date):
            uit.append(escape_markdown(datum_kort(cel)))
        else:
            uit.append(LEEG if cel is None else getal(cel))
    return f"| {' | '.join(uit)} |"


def _row_lines(rij: Sequence[Uitvoercel], breedtes: Sequence[int]) -> int:
    """Schat hoeveel regels een rij hoog is: zo veel als haar langste cel."""
    return max(
        (
            sum(-(-max(len(regel), 1) // max(breed - 2, 1)) for regel in cel.split("\n"))
            for cel, breed in zip(rij, breedtes, strict=True)
            if isinstance(cel, str)
        ),
        default=1,
    )


def _width(tabel: Uitvoertabel, plek: int) -> int:
    """Geef de breedte van een kolom; in een brede tabel breekt lange tekst eerder af."""
    langste = max((len(str(rij[plek] or "")) for rij in tabel.rijen), default=0)
    hoogstens = 60 if len(tabel.kolommen) <= VEEL_KOLOMMEN else 34
    kop = max(map(len, tabel.kolommen[plek].split()), default=0)
    return max(min(hoogstens, max(8, langste) + 2), kop + 2)
