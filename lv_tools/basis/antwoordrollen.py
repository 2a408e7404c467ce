"""De rol of groep van elke rij: welke kolom haar bevat, en wat er van een rol wordt gemaakt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from lv_tools.basis.antwoordkolommen import Kolommen, plain
from lv_tools.basis.antwoordwaarden import clean_role, first_filled, is_failed
from lv_tools.basis.notatie import aantal
from lv_tools.basis.tabelmeldingen import Meldingen, quote, quotes, rows
from lv_tools.basis.vragenset import ONBEKENDE_ROL, Vragenset

#: Hoeveel verschillende eigen rollen een tabel mag hebben.
MAX_ROLLEN = 20
#: Welk deel van de waarden een vaste rol moet zijn om een kolom zonder goede kop te nemen.
_DEEL = 0.8


class Rollenlezer:
    """Kiest de kolom met de rol en leest hem; wat opvalt, wordt per rol één zin."""

    def __init__(
        self,
        vragen: Vragenset,
        kolommen: Kolommen,
        kop: Sequence[str],
        meldingen: Meldingen,
        *,
        naam: str,
        groepen: Collection[str] | None,
    ) -> None:
        self.vragen, self.kolommen, self.kop = vragen, kolommen, kop
        self.meldingen, self.naam = meldingen, naam
        self.groepen = set(vragen.rolnamen if groepen is None else groepen) - {ONBEKENDE_ROL}
        self.plekken: tuple[int, ...] = ()
        self.rollen: dict[str, str] = {}
        self.vreemd: Counter[str] = Counter()
        self.dubbel: list[int] = []
        self.teveel: list[int] = []
        self.leeg: list[int] = []

    def prepare(self, rijen: Sequence[Sequence[str]]) -> None:
        """Kies de kolom, aan de kop of anders aan wat erin staat."""
        kandidaten = self.kolommen.vast.get("rol", ())
        if kandidaten:
            beste = max(kandidaten, key=lambda plek: (self._known(rijen, plek)[0], -plek))
            zelfde = plain(self.kop[beste]).rstrip("0123456789 ")
            self.plekken = tuple(
                p for p in kandidaten if plain(self.kop[p]).rstrip("0123456789 ") == zelfde
            )
            return
        gebruikt = {p for plekken in self.kolommen.vast.values() for p in plekken}
        gebruikt |= {p for plekken in self.kolommen.stellingen.values() for p in plekken}
        gebruikt |= {p for plekken in self.kolommen.notities.values() for p in plekken}
        for plek, opschrift in enumerate(self.kop):
            if plek in gebruikt:
                continue
            bekend, gevuld = self._known(rijen, plek)
            if gevuld and bekend >= _DEEL * gevuld:
                self.plekken = (plek,)
                self.meldingen.add(
                    "rol",
                    f"De rol komt uit kolom {quote(opschrift or f'nummer {plek + 1}')} van "
                    f"‘{self.naam}’, want daar staan rollen in.",
                )
                return
        koppen = [tekst for tekst in self.kop if tekst]
        self.meldingen.add(
            "rol",
            f"In ‘{self.naam}’ is geen kolom met de rol of groep gevonden. Iedereen telt mee als "
            f"‘{self.vragen.rolnaam(ONBEKENDE_ROL)}’. Zet boven die kolom bijvoorbeeld ‘Wat is uw "
            f"rol?’ of ‘Bij welke groep hoort u?’. Deze koppen staan er wel: {quotes(koppen)}.",
        )

    def _known(self, rijen: Sequence[Sequence[str]], plek: int) -> tuple[int, int]:
        """Tel hoeveel waarden van een kolom een vaste rol zijn, en hoeveel er gevuld zijn."""
        waarden = [clean_role(rij[plek]) for rij in rijen if plek < len(rij) and rij[plek]]
        vast = set(self.vragen.rolnamen) - {ONBEKENDE_ROL}
        return sum(self.vragen.find_role(w) in vast for w in waarden), len(waarden)

    def read(self, nummer: int, rij: Sequence[str]) -> str:
        """Geef de code van de rol van een rij."""
        ruw, meer = first_filled(rij, self.plekken)
        tekst = "" if is_failed(ruw) else clean_role(ruw)
        if meer or self._several(tekst):
            self.dubbel.append(nummer)
            return ONBEKENDE_ROL
        if not tekst:
            if self.plekken:
                self.leeg.append(nummer)
            return ONBEKENDE_ROL
        sleutel = tekst.casefold()
        if sleutel not in self.rollen:
            rol = self.vragen.find_role(tekst)
            eigen = {r for r in self.rollen.values() if r not in self.vragen.rolnamen}
            if rol not in self.vragen.rolnamen and rol not in eigen and len(eigen) >= MAX_ROLLEN:
                self.teveel.append(nummer)
                return ONBEKENDE_ROL
            self.rollen[sleutel] = rol
        rol = self.rollen[sleutel]
        if rol not in self.groepen and rol != ONBEKENDE_ROL:
            self.vreemd[rol] += 1
        return rol

    def _several(self, tekst: str) -> bool:
        """Zeg of iemand meer rollen aankruiste."""
        delen = [clean_role(deel) for deel in tekst.split(";")]
        bekend = [d for d in delen if d and self.vragen.find_role(d) in self.vragen.rolnamen]
        return len(bekend) > 1

    def tell(self) -> None:
        """Zeg wat er aan de rollen opviel."""
        for rol, keer in sorted(self.vreemd.items()):
            wie = aantal(keer, "persoon telt", "mensen tellen")
            lijst = quotes(self.vragen.rolnaam(code) for code in sorted(self.groepen))
            self.meldingen.add(
                "rol",
                f"De rol {quote(self.vragen.rolnaam(rol))} staat niet in de lijst. {wie} mee als "
                f"eigen groep. Hoort die bij een andere groep, wijzig de rol dan in het bestand. "
                f"In de lijst staan: {lijst}.",
            )
        zonder = f"mee als ‘{self.vragen.rolnaam(ONBEKENDE_ROL)}’"
        if self.leeg:
            telt = "telt" if len(self.leeg) == 1 else "tellen"
            self.meldingen.add(
                "rol", f"In {rows(self.leeg)} is geen rol ingevuld. Die {telt} {zonder}."
            )  # fmt: skip
        if self.dubbel:
            telt = "telt" if len(self.dubbel) == 1 else "tellen"
            self.meldingen.add(
                "rol",
                f"In {rows(self.dubbel)} staan meer rollen bij één persoon. Die {telt} {zonder}. "
                "Laat één rol staan.",
            )
        if self.teveel:
            self.meldingen.add(
                "rol",
                f"Er staan meer dan {MAX_ROLLEN} eigen rollen in ‘{self.naam}’. De mensen in "
                f"{rows(self.teveel)} tellen {zonder}.",
            )
