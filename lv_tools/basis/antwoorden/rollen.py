"""De rol of groep van elke rij: welke kolom haar bevat, en wat er van een rol wordt gemaakt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from lv_tools.basis.antwoorden.kolommen import Kolommen
from lv_tools.basis.antwoorden.meldingen import Meldingen, quote, quotes, rows
from lv_tools.basis.antwoorden.waarden import clean_role, first_filled, is_failed
from lv_tools.basis.onderzoek.vragenset import ANDERE_ROL, ONBEKENDE_ROL, ROL_LENGTE, Vragenset
from lv_tools.basis.taal.notatie import aantal
from lv_tools.basis.taal.vergelijkbaar import plain

#: Hoeveel verschillende eigen rollen een tabel mag hebben.
MAX_ROLLEN = 20
#: Welk deel van de waarden een vaste rol moet zijn om een kolom zonder goede kop te nemen.
_DEEL = 0.8
#: Welk deel dat is als de kop op een vraag naar de rol lijkt.
_DEEL_ROLVRAAG = 0.5
#: Hoeveel woorden een eigen rol heeft, en hoeveel soorten er zijn, als de kop alleen erop lijkt.
_KORT, _SOORTEN = 3, 8


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
        anoniem: bool = False,
    ) -> None:
        self.vragen, self.kolommen, self.kop = vragen, kolommen, kop
        self.meldingen, self.naam, self.anoniem = meldingen, naam, anoniem
        self.groepen = set(vragen.rolnamen if groepen is None else groepen) - {ONBEKENDE_ROL}
        self.plekken: tuple[int, ...] = ()
        self.rollen: dict[str, str] = {}
        self.vreemd: Counter[str] = Counter()
        self.dubbel: list[int] = []
        self.teveel: list[int] = []
        self.leeg: list[int] = []
        self.anders: list[int] = []

    def prepare(self, rijen: Sequence[Sequence[str]]) -> None:
        """Kies de kolom: aan een kop die vaststaat, en anders aan wat erin staat.

        Een kop die op een vraag naar de rol lijkt, is niet genoeg: onder ‘Wat is uw naam en
        functie?’ staan namen, en die worden nooit een groep.
        """
        if kandidaten := self.kolommen.vast.get("rol", ()):
            self._take(rijen, kandidaten)
            return
        vrij = self._unused()
        rolvragen = [p for p in self.kolommen.rolvragen if p in vrij]
        zeker = [p for p in vrij if self._full_of_roles(rijen, p, _DEEL)]
        half = [p for p in rolvragen if self._full_of_roles(rijen, p, _DEEL_ROLVRAAG)]
        lijkt = [p for p in rolvragen if p in self.kolommen.eigen_rol and self._short(rijen, p)]
        for keuze, reden in (
            ([p for p in zeker if p in rolvragen], "daar staan rollen in"),
            (zeker[:1], "daar staan rollen in"),
            (half, "daar staan vooral rollen in"),
            (lijkt, "daar vult men een rol in, en dezelfde antwoorden komen er vaker voor"),
        ):
            if keuze:
                beste = self._take(rijen, keuze)
                opschrift = quote(self.kop[beste] or f"nummer {beste + 1}")
                self.meldingen.add(
                    "rol", f"De rol komt uit kolom {opschrift} van ‘{self.naam}’, want {reden}."
                )
                return
        koppen = [tekst for tekst in self.kop if tekst]
        twijfel = ""
        if rolvragen:
            wat = "lijkt" if len(rolvragen) == 1 else "lijken"
            die = quotes(self.kop[p] for p in rolvragen)
            twijfel = (
                f" Op een vraag naar de rol {wat}: {die}. Daar staan geen of te weinig rollen uit "
                "de lijst in, dus worden de antwoorden geen groepen."
            )
        self.meldingen.add(
            "rol",
            f"In ‘{self.naam}’ is geen kolom met de rol of groep gevonden.{twijfel} Iedereen telt "
            f"mee als ‘{self.vragen.rolnaam(ONBEKENDE_ROL)}’. Zet boven die kolom bijvoorbeeld "
            f"‘Wat is uw rol?’ of ‘Bij welke groep hoort u?’. Deze koppen staan er wel: "
            f"{quotes(koppen)}.",
        )

    def _take(self, rijen: Sequence[Sequence[str]], kandidaten: Sequence[int]) -> int:
        """Neem van de kolommen die kunnen die met de meeste rollen, en wat net zo heet."""
        beste = max(kandidaten, key=lambda plek: (self._known(rijen, plek)[0], -plek))
        zelfde = plain(self.kop[beste]).rstrip("0123456789 ")
        self.plekken = tuple(
            p for p in kandidaten if plain(self.kop[p]).rstrip("0123456789 ") == zelfde
        )
        return beste

    def _unused(self) -> list[int]:
        kolommen = self.kolommen
        groepen = (kolommen.vast, kolommen.stellingen, kolommen.notities, kolommen.keuze_in_een)
        gebruikt = {p for groep in groepen for plekken in groep.values() for p in plekken}
        for opties in kolommen.keuze_per_optie.values():
            gebruikt |= {p for plekken in opties.values() for p in plekken}
        return [plek for plek in range(len(self.kop)) if plek not in gebruikt]

    def _full_of_roles(self, rijen: Sequence[Sequence[str]], plek: int, deel: float) -> bool:
        bekend, gevuld = self._known(rijen, plek)
        return gevuld > 0 and bekend >= deel * gevuld

    def _short(self, rijen: Sequence[Sequence[str]], plek: int) -> bool:
        """Staan er enkele korte woorden in die telkens terugkomen, zoals bij een keuzelijst?"""
        waarden = [clean_role(rij[plek]).casefold() for rij in rijen if plek < len(rij)]
        keer = Counter(filter(None, waarden))
        kort = all(len(w) <= ROL_LENGTE and len(w.split()) <= _KORT and w.isprintable()
                   and not set(w) & set(",.;:!?@0123456789") for w in keer)  # fmt: skip
        return bool(keer) and kort and len(keer) <= _SOORTEN and min(keer.values()) > 1

    def _known(self, rijen: Sequence[Sequence[str]], plek: int) -> tuple[int, int]:
        """Tel hoeveel waarden van een kolom een vaste rol zijn, en hoeveel er gevuld zijn."""
        waarden = [clean_role(rij[plek]) for rij in rijen if plek < len(rij) and rij[plek]]
        vast = {*self.vragen.rolnamen, *self.groepen} - {ONBEKENDE_ROL}
        return sum(self.vragen.find_role(w) in vast for w in waarden), len(waarden)

    def read(self, nummer: int, rij: Sequence[str]) -> tuple[str, str]:
        """Geef de code van de rol van een rij, en wat er stond om de rij aan te herkennen.

        In een anonieme groep kan een eigen rol een naam zijn. Daar telt zij als "andere rol".
        """
        rol = self._read(nummer, rij)
        if rol in self.groepen or rol == ONBEKENDE_ROL:
            return rol, rol
        if self.anoniem and rol not in self.vragen.rolnamen:
            self.anders.append(nummer)
            return ANDERE_ROL, rol
        self.vreemd[rol] += 1
        return rol, rol

    def _read(self, nummer: int, rij: Sequence[str]) -> str:
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
            nieuw = rol not in self.vragen.rolnamen and rol not in eigen
            if nieuw and len(eigen) >= MAX_ROLLEN and not self.anoniem:
                self.teveel.append(nummer)
                return ONBEKENDE_ROL
            self.rollen[sleutel] = rol
        return self.rollen[sleutel]

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
        if self.anders:
            wie = aantal(len(self.anders), "persoon", "mensen")
            telt = "Die telt" if len(self.anders) == 1 else "Die tellen"
            self.meldingen.add(
                "rol",
                f"De rol van {wie} staat niet in de lijst ({rows(self.anders)}). {telt} mee als "
                f"‘{ANDERE_ROL}’, want in een anonieme groep kan een eigen rol een naam zijn. In "
                f"de lijst staan: {quotes(self.vragen.rolnaam(c) for c in sorted(self.groepen))}.",
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
