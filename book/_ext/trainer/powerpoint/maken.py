"""Een bestand voor PowerPoint van een dek: elke dia met titel, tekst, vormen en notities."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tekeningen import letter

from trainer.powerpoint import sjabloon
from trainer.powerpoint.lezen import Bladdek, Bladdia, read_deck
from trainer.powerpoint.tekst import SMALLER, Alinea, Stuk, fit, run_xml, words
from trainer.powerpoint.vormen import NS, PX, box_xml, fill, group_xml, line

if TYPE_CHECKING:
    from pptx.slide import Slide

KAARTMATEN = (16, 18, 20, 22, 24, 26, 28, 30)
MATEN = (18, 20, 22, 24, 26, 28, 30, 32, 34, 36)
#: Eén punt is 4/3 CSS-pixel.
PUNT = 4 / 3
INDELING = {"titel": "Titeldia", "slot": "Slot", "pauze": "Pauze", "tekening": "Alleen titel",
            "kaarten": "Alleen titel", "balken": "Alleen titel", "tabel": "Alleen titel"}  # fmt: skip
BALK_DEEL = re.compile(r"(\d+)%")
TEKENVAK = (60, 128, 1160, 510)
BEELDVAK = (960, 265, 240, 240)
QRVAK = (925, 200, 280, 280)


def make_pptx(dek: Path, doel: Path) -> Path:
    """Maak van een dek in de site een bestand voor PowerPoint.

    Parameters
    ----------
    dek : Path
        De HTML van de dia's.
    doel : Path
        Het bestand dat er moet komen.

    Returns
    -------
    Path
        ``doel``.
    """
    gelezen = read_deck(dek)
    doel.parent.mkdir(parents=True, exist_ok=True)
    build(gelezen).save(str(doel))
    return doel


def build(dek: Bladdek) -> Any:
    """Geef het bestand van een dek, nog niet bewaard."""
    boek = dek.boek or dek.titel
    prs = sjabloon.empty_presentation(dek.titel, boek)
    indelingen = {indeling.name: indeling for indeling in prs.slide_layouts}
    for nr, dia in enumerate(dek.dias, 1):
        naam = INDELING.get(dia.soort, "Regels")
        if dia.soort == "tabel" and not dia.tabel:
            naam = "Regels"
        _Dia(prs.slides.add_slide(indelingen[naam]), dia, nr, len(dek.dias)).fill_in()
    sjabloon.notes_master(prs, boek)
    _dutch(prs)
    return prs


class _Dia:
    """Vult één dia."""

    def __init__(self, slide: Slide, dia: Bladdia, nr: int, totaal: int) -> None:
        self.slide, self.dia, self.nr = slide, dia, nr
        self.nummers = itertools.count(100)
        self.totaal = totaal

    def fill_in(self) -> None:
        dia = self.dia
        vakken = {ph.placeholder_format.idx: ph for ph in self.slide.placeholders}
        self._title(vakken[0])
        lijf = vakken.get(1)
        smal = dia.beeld is not None or dia.qr is not None
        if lijf is not None:
            self._body(lijf, smal)
        elif dia.soort == "kaarten":
            self._cards()
        elif dia.soort == "tabel":
            self._table()
        elif dia.soort == "balken":
            self._bars()
        if dia.boek:
            self._box("Boek", (77, 70, 1000, 40), [Alinea((Stuk(dia.boek),))], 20, "tx2")
        if dia.tekening is not None:
            woorden = str(dia.tekening.get("aria-label"))
            self._add(
                group_xml(dia.tekening, f"Tekening: {dia.titel}", woorden, self.nummers, TEKENVAK)
            )
        if dia.qr is not None:
            self._qr()
        elif dia.beeld is not None:
            self._picture()
        self._source(vakken.get(13))
        self._number()
        # python-pptx telt zelf ook; elk nummer mag maar één keer voorkomen.
        for nr, el in enumerate(self.slide._element.xpath(".//p:cNvPr"), 1):
            el.set("id", str(nr))
        self._notes()

    # --- vaste vakken -------------------------------------------------------------------------

    def _title(self, vak: Any) -> None:
        vak._element.nvSpPr.cNvPr.set("name", "Titel")
        vak.text_frame.text = self.dia.titel

    def _body(self, vak: Any, smal: bool) -> None:
        vak._element.nvSpPr.cNvPr.set("name", "Tekst")
        naam = self.slide.slide_layout.name
        x, y, b, h = sjabloon.INDELINGEN[naam][1] or sjabloon.LIJF
        if smal:
            b = sjabloon.LIJF_SMAL[2]
            vak.left, vak.top, vak.width, vak.height = (g * PX for g in (x, y, b, h))
        if not self.dia.regels:
            vak._element.getparent().remove(vak._element)
            return
        if naam == "Pauze":
            self._paragraphs(vak, self.dia.regels, None)
            return
        maat = fit(self.dia.regels, b / PUNT, h / PUNT, MATEN)
        self._paragraphs(vak, self.dia.regels, maat)

    def _paragraphs(self, vak: Any, alineas: Sequence[Alinea], maat: int | None) -> None:
        lijf = vak._element.txBody
        for oud in [el for el in lijf if el.tag.endswith("}p")]:
            lijf.remove(oud)
        for xml in self._xml(alineas, maat):
            lijf.append(sjabloon._parse(xml))

    def _xml(self, alineas: Sequence[Alinea], maat: int | None) -> Iterator[str]:
        for alinea in alineas:
            yield paragraph_xml(alinea, maat, self.dia.soort)

    def _source(self, vak: Any) -> None:
        if vak is None:
            return
        vak._element.nvSpPr.cNvPr.set("name", "Bron")
        if not self.dia.bron:
            vak._element.getparent().remove(vak._element)
            return
        samen = [
            Stuk(("" if nr == 0 else " ") * (plek == 0) + stuk.tekst, stuk.vet, stuk.schuin)
            for nr, alinea in enumerate(self.dia.bron)
            for plek, stuk in enumerate(alinea.stukken)
        ]
        self._paragraphs(vak, [Alinea(tuple(samen))], None)

    def _number(self) -> None:
        self._add(
            f'<p:sp {NS}><p:nvSpPr><p:cNvPr id="{next(self.nummers)}" name="Dianummer"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
            '</p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="4"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
            '<a:lstStyle/><a:p><a:fld id="{5F2A7C1E-6A1B-4B7E-9B7E-2C5D8E1F0A11}" type="slidenum"><a:rPr lang="nl-NL"/>'
            f"<a:t>{self.nr}</a:t></a:fld></a:p></p:txBody></p:sp>"
        )

    def _notes(self) -> None:
        blad = self.slide.notes_slide
        vakken = {
            str(v.placeholder_format.type).split(" ", maxsplit=1)[0]: v for v in blad.placeholders
        }
        namen = {"BODY": "Notities", "SLIDE_IMAGE": "Dia", "SLIDE_NUMBER": "Dianummer"}
        for soort, vak in vakken.items():
            vak._element.xpath("./p:nvSpPr/p:cNvPr")[0].set("name", namen.get(soort, "Vak"))
        lijf = vakken["BODY"]._element.txBody
        for oud in [el for el in lijf if el.tag.endswith("}p")]:
            lijf.remove(oud)
        tel = 0
        for alinea in self.dia.notities:
            tel = tel + 1 if alinea.soort == "nummer" else 0
            teken = {"punt": "• ", "nummer": f"{tel}. "}.get(alinea.soort, "")
            runs = "".join(run_xml(stuk) for stuk in alinea.stukken)
            inspring = f' marL="{228600 * (alinea.niveau + 1)}" indent="-228600"' if teken else ""
            lijf.append(sjabloon._parse(
                f'<a:p {NS}><a:pPr{inspring}><a:spcBef><a:spcPts val="300"/></a:spcBef></a:pPr>'
                f'{run_xml(Stuk(teken)) if teken else ""}{runs}</a:p>'
            ))  # fmt: skip

    # --- losse vormen -------------------------------------------------------------------------

    def _add(self, xml: str) -> None:
        self.slide.shapes._spTree.append(sjabloon._parse(xml))

    def _box(
        self, naam: str, vak: Sequence[float], alineas: Sequence[Alinea], maat: int, kleur: str
    ) -> None:
        tekst = "".join(
            f'<a:p><a:pPr><a:buNone/></a:pPr><a:r><a:rPr lang="nl-NL" sz="{maat * 100}">{fill(kleur)}</a:rPr>'
            f"<a:t>{escape(alinea.kaal, quote=False)}</a:t></a:r></a:p>"
            for alinea in alineas
        )
        self._add(box_xml(next(self.nummers), naam, vak, "rect", fill(None), line(None), tekst))

    def _cards(self) -> None:
        """Zet regels met een vet begin als kaarten naast elkaar, en wat eronder hoort eronder."""
        kaarten = [alinea for alinea in self.dia.regels if alinea.soort == "punt"]
        rest = [alinea for alinea in self.dia.regels if alinea.soort != "punt"]
        kolommen = 3 if len(kaarten) in (3, 6) else 2
        rijen = -(-len(kaarten) // kolommen)
        x0, y0, breed, hoog = sjabloon.LIJF
        hoog -= 70 if rest else 0
        gat = 18
        b = (breed - gat * (kolommen - 1)) / kolommen
        if self.dia.qr is not None or self.dia.beeld is not None:
            b = (sjabloon.LIJF_SMAL[2] - gat * (kolommen - 1)) / kolommen
        h = min(300.0 if rijen == 1 else 220.0, (hoog - gat * (rijen - 1)) / rijen)
        y0 += (hoog - rijen * h - gat * (rijen - 1)) / 2
        delen = [_split(kaart) for kaart in kaarten]
        alles = [[deel for deel in paar if deel is not None] for paar in delen]
        ruim = (b - 36) / PUNT
        maat = min(fit(paar, ruim, (h - 28) / PUNT, KAARTMATEN) for paar in alles)
        langste = max((w for paar in alles for w in words(paar)), key=len)
        # Een woord dat niet op een kaart past, zou midden in het woord afbreken.
        maat = next(
            (
                m
                for m in range(maat, 15, -1)
                if letter.width(langste, m, vet=True) * SMALLER <= ruim
            ),
            15,
        )
        for nr, paar in enumerate(alles):
            rij, kolom = divmod(nr, kolommen)
            plek = (x0 + kolom * (b + gat), y0 + rij * (h + gat), b, h)
            tekst = "".join(
                f'<a:p><a:pPr algn="l"><a:buNone/></a:pPr>{"".join(run_xml(s, f" sz={q}{maat * 100}{q}") for s in deel.stukken)}</a:p>'
                for deel in paar
                for q in ('"',)
            )
            self._add(
                box_xml(
                    next(self.nummers),
                    f"Kaart {nr + 1}",
                    plek,
                    "rect",
                    fill("bg2"),
                    line(None),
                    tekst,
                    inzet=152400,
                    anker="t",
                )
            )
            self._add(
                box_xml(
                    next(self.nummers),
                    f"Rand {nr + 1}",
                    (plek[0], plek[1], b, 5),
                    "rect",
                    fill("accent1"),
                    line(None),
                )
            )
        if rest:
            self._box(
                "Vraag",
                (x0, sjabloon.LIJF[1] + sjabloon.LIJF[3] - 60, breed, 56),
                rest,
                fit(rest, breed / PUNT, 45, MATEN),
                "tx1",
            )

    def _bars(self) -> None:
        """Zet regels met een percentage als balken; de lengte is dat percentage."""
        rijen = self.dia.regels
        x, y, breed, hoog = sjabloon.LIJF
        stap = min(110.0, hoog / len(rijen))
        y += (hoog - stap * len(rijen)) / 2
        maat = min(26, round((stap - 26) / PUNT / 1.25))
        for nr, alinea in enumerate(rijen):
            label, waarde = _bar_parts(alinea)
            boven = y + nr * stap
            letter_ = maat * PUNT * 1.25
            for naam, plek, stuk, kant in (
                ("Wat", (x, boven, breed * 0.7, letter_), Stuk(label), "l"),
                (
                    "Hoeveel",
                    (x + breed * 0.7, boven, breed * 0.3, letter_),
                    Stuk(waarde, vet=True),
                    "r",
                ),
            ):
                grootte = f' sz="{maat * 100}"'
                tekst = (
                    f'<a:p><a:pPr algn="{kant}"><a:buNone/></a:pPr>{run_xml(stuk, grootte)}</a:p>'
                )
                self._add(
                    box_xml(
                        next(self.nummers),
                        f"{naam} {nr + 1}",
                        plek,
                        "rect",
                        fill(None),
                        line(None),
                        tekst,
                    )
                )
            deel = int(BALK_DEEL.findall(waarde)[-1]) / 100
            for naam, lengte, kleur in (
                ("Geheel", breed, "accent5"),
                ("Balk", breed * deel, "accent1"),
            ):
                plek = (x, boven + letter_ + 2, lengte, 14)
                self._add(
                    box_xml(
                        next(self.nummers),
                        f"{naam} {nr + 1}",
                        plek,
                        "rect",
                        fill(kleur),
                        line(None),
                    )
                )

    def _table(self) -> None:
        from pptx.util import Pt

        rijen = self.dia.tabel
        x, y, breed, hoog = sjabloon.LIJF
        rest = list(self.dia.regels)
        if rest:
            hoog -= 60
            self._box(
                "Tekst",
                (x, y + hoog + 4, breed, 56),
                rest,
                fit(rest, breed / PUNT, 45, MATEN),
                "tx1",
            )
        kolommen = max(map(len, rijen))
        maat = next((m for m in (22, 20, 18, 16, 14) if len(rijen) * m * 1.9 * PUNT <= hoog), 14)
        vak = self.slide.shapes.add_table(
            len(rijen),
            kolommen,
            x * PX,
            y * PX,
            breed * PX,
            round(len(rijen) * maat * 1.9 * PUNT) * PX,
        )
        vak.name = "Tabel"
        vak._element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0].set(
            "descr", f"Tabel bij {self.dia.titel}: {', '.join(c.kaal for c in rijen[0])}"
        )
        tabel = vak.table
        langste = [
            max(len(r[k].kaal) if k < len(r) else 0 for r in rijen) + 4 for k in range(kolommen)
        ]
        for kolom, lengte in zip(tabel.columns, langste, strict=True):
            kolom.width = round(breed * PX * lengte / sum(langste))
        for rij, cellen in zip(tabel.rows, rijen, strict=True):
            for cel, alinea in zip(rij.cells, cellen, strict=False):
                cel.text = alinea.kaal
                for run in cel.text_frame.paragraphs[0].runs:
                    run.font.size = Pt(maat)
                cel.margin_top = cel.margin_bottom = Pt(3)

    def _picture(self) -> None:
        x, y, b, h = BEELDVAK
        self._add(
            box_xml(next(self.nummers), "Rondje", (x, y, b, h), "ellipse", fill("bg2"), line(None))
        )
        beeld = self.dia.beeld
        if beeld is not None:
            for pad in beeld.find_all("path"):
                pad["class"] = ["sa"]
                pad["stroke-width"] = "1.9"
            self._add(
                group_xml(beeld, "Pictogram", "", self.nummers, (x + 53, y + 53, b - 106, h - 106))
            )

    def _qr(self) -> None:
        qr = self.dia.qr
        if qr is None:
            return
        x, y, b, h = QRVAK
        self._add(
            box_xml(
                next(self.nummers),
                "Wit vlak",
                (x - 8, y - 8, b + 16, h + 16),
                "rect",
                fill("bg1"),
                line("accent4", 1),
            )
        )
        for pad in qr.find_all("path"):
            if pad.get("fill"):
                pad.extract()
            else:
                pad["stroke-width"] = "1"
                pad["class"] = ["qrline", "plat"]
        self._add(
            group_xml(qr, "QR-code", f"QR-code: {self.dia.onder_qr}", self.nummers, QRVAK).replace(
                'cap="rnd"', 'cap="flat"'
            )
        )
        self._add(box_xml(
            next(self.nummers), "Onder de code", (x - 8, y + h + 12, b + 16, 44), "rect", fill(None), line(None),
            f'<a:p><a:pPr algn="ctr"><a:buNone/></a:pPr>{run_xml(Stuk(self.dia.onder_qr, vet=True), " sz=" + chr(34) + "2000" + chr(34))}</a:p>',
        ))  # fmt: skip


def _bar_parts(alinea: Alinea) -> tuple[str, str]:
    """Verdeel een regel met een percentage in wat en hoeveel."""
    return alinea.stukken[0].tekst.strip(), alinea.stukken[-1].tekst.strip()


def _split(alinea: Alinea) -> tuple[Alinea, Alinea | None]:
    """Verdeel een kaart: het vette begin boven, de rest eronder."""
    kop, rest = alinea.stukken[:1], alinea.stukken[1:]
    if not rest:
        return Alinea(kop), None
    eerste = Stuk(rest[0].tekst.lstrip(), rest[0].vet, rest[0].schuin, rest[0].klein)
    stukken = tuple(stuk for stuk in (eerste, *rest[1:]) if stuk.tekst)
    return Alinea(kop), Alinea(stukken) if stukken else None


def paragraph_xml(alinea: Alinea, maat: int | None, soort: str) -> str:
    """Geef een alinea in een vak met tekst."""
    grootte = f' sz="{maat * 100}"' if maat else ""
    hang = round((maat or 24) * 1.5 * 12700)
    los = alinea.soort in ("tekst", "kop")
    niveau = f' lvl="{alinea.niveau}"' if alinea.niveau else ""
    links = (
        ' marL="0" indent="0"' if los else f' marL="{hang * (alinea.niveau + 1)}" indent="-{hang}"'
    )
    vanaf = f' startAt="{alinea.vanaf}"' if alinea.vanaf > 1 else ""
    teken = {
        "nummer": f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{vanaf}/>',
        "punt": "",
    }.get(alinea.soort, "<a:buNone/>")
    stukken = alinea.stukken
    tabs = ""
    if (
        soort in ("tijden", "nummers")
        and alinea.soort == "punt"
        and stukken[0].vet
        and len(stukken) > 1
    ):
        # Wat vooraan staat in een eigen kolom, met een tab: zo is het te veranderen.
        ruim = round((maat or 24) * (3.6 if soort == "tijden" else 1.9) * 12700)
        links, teken = f' marL="{ruim}" indent="-{ruim}"', "<a:buNone/>"
        stukken = (
            stukken[0],
            Stuk("\t" + stukken[1].tekst.lstrip(), stukken[1].vet, stukken[1].schuin),
            *stukken[2:],
        )
        tabs = f'<a:tabLst><a:tab pos="{ruim}" algn="l"/></a:tabLst>'
    runs = "".join(
        run_xml(
            stuk, f' sz="{max(12, round((maat or 20) * 0.6)) * 100}"' if stuk.klein else grootte
        )
        for stuk in stukken
    )
    if alinea.rechts:
        runs += run_xml(Stuk(f"  {alinea.rechts}".replace(" min", "\u00a0min"), vet=True), grootte)
    return f"<a:p {NS}><a:pPr{links}{niveau}>{teken}{tabs}</a:pPr>{runs}</a:p>"


def _dutch(prs: Any) -> None:
    """Geef elk stuk tekst de taal Nederlands, ook waar python-pptx het zelf schreef."""
    delen = [prs.slide_master, *prs.slide_layouts, prs.notes_master, *prs.slides]
    delen += [dia.notes_slide for dia in prs.slides if dia.has_notes_slide]
    for deel in delen:
        for el in list(deel._element.iter()):
            naam = str(el.tag).rpartition("}")[2]
            if naam in ("rPr", "endParaRPr", "defRPr"):
                el.set("lang", "nl-NL")
            elif naam in ("r", "fld") and not any(str(k.tag).endswith("}rPr") for k in el):
                el.insert(0, sjabloon._parse(f'<a:rPr {NS} lang="nl-NL"/>'))
