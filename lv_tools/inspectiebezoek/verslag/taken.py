"""Het plan in woorden: de taken per fase en per rol, en wat er over een dag te zeggen is."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.taal.datumtaal import write_with_weekday
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Kop, Opsomming
from lv_tools.inspectiebezoek.figuur import state_of
from lv_tools.inspectiebezoek.model.bezoek import ROLLEN, Bezoek
from lv_tools.inspectiebezoek.model.planning import Regel
from lv_tools.inspectiebezoek.model.uitkomst import Beeld
from lv_tools.inspectiebezoek.model.uitwisselen import visit_name
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud

#: Van deze meldingen staat er een zin bij de taak; dat het bezoek geweest is, zegt haar stand, en
#: over te weinig tijd gaat een zin bij het plan.
GEZEGD = ("voorbij", "na-bezoek", "voor-bezoek", "voor-begin", "vrij", "verschoven")


def remark_of(regel: Regel, inhoud: Bezoekinhoud) -> str:
    """Zeg in één zin wat er over de dag van een taak te zeggen is; leeg is niets."""
    # Wat gedaan is, hoeft niemand meer te verzetten.
    hier = () if regel.klaar else regel.meldingen
    zinnen = [inhoud.zeg(f"melding_{m}") for m in hier if m in GEZEGD]
    if regel.eerst and "ingekort" in hier:
        zinnen.insert(0, inhoud.zeg("melding_eerst"))
    if regel.vast:
        zinnen.insert(0, inhoud.zeg("melding_vast"))
    return " ".join(zinnen)


def day_of(regel: Regel, inhoud: Bezoekinhoud) -> str:
    """Geef de dag van een taak, of wanneer die te zeggen is."""
    return write_with_weekday(regel.dag) if regel.dag else inhoud.zeg(f"zonder_dag_{regel.fase}")


def title(beeld: Beeld, inhoud: Bezoekinhoud) -> str:
    """Geef hoe het bezoek heet, met de school en de dag."""
    bezoek = beeld.bezoek
    dag = datum(bezoek.dag) if bezoek.dag else ""
    delen = (visit_name(bezoek, inhoud), bezoek.naam.strip(), dag)
    regel = ", ".join(deel for deel in delen if deel)
    return f"{regel[:1].upper()}{regel[1:]}"


def phases(beeld: Beeld, inhoud: Bezoekinhoud) -> Iterator[Blok]:
    """Geef per fase een tabel met de taken."""
    kolommen = tuple(inhoud.zeg(f"kolom_{k}") for k in ("dag", "wat", "wie", "stap", "stand"))
    for fase, naam in inhoud.fase.items():
        rijen = tuple(_row(r, inhoud) for r in beeld.plan if r.fase == fase)
        if rijen:
            breedtes = (3, 8, 4, 2, 3)
            kop = naam[:1].upper() + naam[1:]
            yield Bloktabel(kop, kolommen, rijen, rijkop=False, breedtes=breedtes)


def _row(regel: Regel, inhoud: Bezoekinhoud) -> tuple[str, ...]:
    zin = remark_of(regel, inhoud)
    wat = f"{regel.wat}\n({zin})" if zin else regel.wat
    stand = inhoud.zeg(f"stand_{state_of(regel)}")
    return day_of(regel, inhoud), wat, regel.wie, regel.stap, stand


def per_role(beeld: Beeld, inhoud: Bezoekinhoud) -> Iterator[Blok]:
    """Geef per rol wie dat is, wat de rol doet, en welke taken open zijn."""
    yield Kop(inhoud.zeg("kop_rollen"))
    for rol in ROLLEN:
        yield Alinea(inhoud.rol_doet[rol], kop=_role_name(rol, beeld.bezoek, inhoud))
        open_ = [r for r in beeld.to_come() if r.rol == rol and r.fase != "door"]
        if open_:
            yield Opsomming(tuple(f"{day_of(r, inhoud)}: {r.wat}" for r in open_))


def _role_name(rol: str, bezoek: Bezoek, inhoud: Bezoekinhoud) -> str:
    naam, wie = inhoud.rol[rol].capitalize(), bezoek.rollen.get(rol, "").strip()
    return f"{naam} ({wie})" if wie and wie.casefold() != naam.casefold() else naam
