"""De tabellen voor Excel en CSV, en het agendabestand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from lv_tools.basis.uitvoer.agenda import Agendapunt, to_ics
from lv_tools.basis.uitvoer.agendageheugen import publish
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel
from lv_tools.inspectiebezoek.figuur import state_of
from lv_tools.inspectiebezoek.model.bezoek import Bezoek
from lv_tools.inspectiebezoek.model.nakijken import open_promises, write_time
from lv_tools.inspectiebezoek.model.uitkomst import Beeld
from lv_tools.inspectiebezoek.model.uitwisselen import moments, note_line
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud
from lv_tools.inspectiebezoek.verslag.draaiboek import sent, sort_notes, told, yes
from lv_tools.inspectiebezoek.verslag.taken import remark_of


def tables(beeld: Beeld, inhoud: Bezoekinhoud) -> tuple[Uitvoertabel, ...]:
    """Geef het plan, de stukken, de aantekeningen en wat erna komt."""
    zeg, bezoek = inhoud.zeg, beeld.bezoek

    def tabel(
        titel: str, kolommen: tuple[str, ...], rijen: Iterator[tuple[Uitvoercel, ...]]
    ) -> Uitvoertabel:
        koppen = tuple(zeg(f"kolom_{naam}") for naam in kolommen)
        return Uitvoertabel(zeg(titel), koppen, tuple(rijen), (zeg("verslag_eigen"),))

    notities = {n.id: n for n in bezoek.notities}
    return (
        tabel(
            "tabel_plan",
            ("dag", "fase", "stap", "wat", "wie", "rol", "stand", "opmerking"),
            (
                (
                    r.dag,
                    inhoud.fase[r.fase],
                    int(r.stap),
                    r.wat,
                    r.wie,
                    inhoud.rol[r.rol],
                    zeg(f"stand_{state_of(r)}"),
                    remark_of(r, inhoud),
                )
                for r in beeld.plan
            ),
        ),
        tabel(
            "tabel_stukken",
            ("stuk", "waar", "kent", "van", "actueel", "verstuurd"),
            (
                (
                    s.wat,
                    s.waar,
                    s.kent,
                    s.van,
                    inhoud.actueel.get(s.actueel, ""),
                    sent(s.gevraagd, s.verstuurd, inhoud),
                )
                for s in bezoek.stukken
            ),
        ),
        tabel(
            "tabel_contacten",
            ("dag", "contact", "met", "uitkomst", "nog_horen"),
            ((c.dag, c.wat, c.met, c.uitkomst, told(c, inhoud)) for c in bezoek.contacten),
        ),
        tabel(
            "tabel_dag",
            ("dag", "tijd", "bij_wie", "gezegd", "antwoord", "toezegging", "wie", "voor", "gedaan"),
            (
                (
                    n.dag,
                    write_time(n.tijd),
                    n.bij,
                    n.gezegd,
                    n.antwoord,
                    n.toezegging,
                    n.wie,
                    n.voor,
                    yes(n.gedaan, inhoud) if n.toezegging else "",
                )
                for n in sort_notes(bezoek)
            ),
        ),
        tabel(
            "tabel_erna",
            ("gezegd", "plaats", "klopt", "genoteerd", "reactie", "actie", "wie", "klaar"),
            (
                (
                    b.wat,
                    b.plaats,
                    inhoud.klopt.get(b.klopt, ""),
                    "; ".join(note_line(notities[n]) for n in b.notities if n in notities),
                    b.reactie,
                    a.wat if a else "",
                    a.wie if a else "",
                    a.klaar if a else None,
                )
                for b in bezoek.bevindingen
                for a in (b.acties or (None,))
            ),
        ),
    )


def calendar(beeld: Beeld, inhoud: Bezoekinhoud, nu: datetime) -> tuple[bytes, Bezoek]:
    """Schrijf het agendabestand, en geef het bezoek dat onthoudt wat erin stond.

    Een taak houdt haar sleutel als het bezoek verschuift; wat er niet meer is, gaat nog mee als
    vervallen.
    """
    bezoek = beeld.bezoek
    punten = tuple(_events(beeld, inhoud))
    levend = {punt.sleutel for punt in punten}
    # Wat het bezoek inhaalde, blijft in de agenda staan zoals het er stond.
    ingehaald = {f"{bezoek.kenmerk}/taak-{r.id}" for r in beeld.plan if "geweest" in r.meldingen}
    weg = {v.sleutel for v in bezoek.uitgegeven} - levend - ingehaald
    uitgave = publish(punten, bezoek.uitgegeven, weg, nu)
    naam = inhoud.zeg("agenda_naam", naam=bezoek.naam).strip()
    return to_ics(uitgave.punten, naam, nu), replace(bezoek, uitgegeven=uitgave.geheugen)


def _events(beeld: Beeld, inhoud: Bezoekinhoud) -> Iterator[Agendapunt]:
    bezoek, zeg, soort = beeld.bezoek, inhoud.zeg, inhoud.zeg("agenda_opschrift")
    for m in moments(beeld, inhoud):
        uitleg = [zeg("agenda_wie", wie=m.wie)] if m.wie else []
        tot = bezoek.laatste if m.id == "bezoek" and bezoek.laatste != bezoek.dag else None
        regel = beeld.rule(m.id.removeprefix("taak-"))
        if regel is not None:
            uitleg += [zeg("stap_nummer", n=regel.stap), *([regel.hoe] if regel.hoe else [])]
        sleutel = f"{bezoek.kenmerk}/{m.id}"
        tekst = "\n".join(uitleg)
        yield Agendapunt(sleutel, m.wat, m.dag, uitleg=tekst, opschrift=soort, tot=tot)
    for b in bezoek.bevindingen:
        for a in b.acties:
            if a.klaar is not None and a.wat.strip():
                wie = zeg("agenda_wie", wie=a.wie) if a.wie else ""
                sleutel = f"{bezoek.kenmerk}/{a.id}"
                yield Agendapunt(sleutel, a.wat, a.klaar, uitleg=wie, opschrift=soort)
    for n in open_promises(bezoek):
        if n.voor is not None:
            wie = zeg("agenda_wie", wie=n.wie) if n.wie else ""
            sleutel = f"{bezoek.kenmerk}/toezegging-{n.id}"
            yield Agendapunt(sleutel, n.toezegging, n.voor, uitleg=wie, opschrift=soort)
