"""Antwoorden op een oudere vragenlijst overzetten naar die van nu.

Een antwoord telt mee zolang de vraag nog hetzelfde betekent: dezelfde tekst (of een tekst die bij
de vraag van nu als ``eerder`` staat) en dezelfde schaal. De code maakt niet uit. Al het andere
blijft staan als rest, in de woorden van toen, en telt niet mee.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.spreiding import Antwoord, Verdeling
from lv_tools.basis.onderzoek.telling import Groepstelling, Handtelling, Keuzetelling
from lv_tools.basis.onderzoek.vragenset import Keuzevraag, Optie, Vragenset
from lv_tools.basis.onderzoek.vroeger import Restwaarde, Vroeger
from lv_tools.basis.taal.vergelijkbaar import plain

GENOEMD = "genoemd"
GEEN = "geen van deze"


class Overzetting:
    """De weg van de vragen van toen naar die van nu."""

    def __init__(self, toen: Vragenset, nu: Vragenset) -> None:
        self.toen, self.nu = toen, nu
        self._nu = _by_text(nu.stellingen)
        bekend = self._nu if _same_scale(toen.schaal, nu) else {}
        #: Per code van toen de code van nu; leeg als de vraag nu iets anders of niets is.
        self.stellingen = {s.code: bekend.get(plain(s.tekst), "") for s in toen.stellingen}
        self._vragen = {s.code: s for s in toen.stellingen}
        self._keuzes = {vraag.code: self._options(vraag) for vraag in toen.keuzevragen}
        self._notities = {veld.code for veld in nu.notitievelden}
        self._velden = {veld.code: veld.tekst for veld in toen.notitievelden}

    @property
    def herschreven(self) -> dict[str, str]:
        """Codes die nu bij een andere vraag horen, met de tekst van toen."""
        nu = {s.code for s in self.nu.stellingen}
        return {
            code: self._vragen[code].tekst
            for code, doel in self.stellingen.items()
            if doel != code and code in nu
        }

    def statement(self, code: str) -> Vroeger:
        """De stelling met deze code, als vraag van vroeger."""
        tekst = self._vragen[code].tekst if code in self._vragen else code
        toen = self.toen
        return Vroeger(code, tekst, toen.schaal, toen.weet_niet, toen.nvt)

    def sources(self, bronnen: Iterable[Bron]) -> tuple[Bron, ...]:
        """Zet alle antwoorden en tellingen van bronnen over."""
        return tuple(
            replace(
                bron,
                respondenten=tuple(self.respondent(r) for r in bron.respondenten),
                handtellingen=tuple(self.count(h) for h in bron.handtellingen),
            )
            for bron in bronnen
        )

    def respondent(self, wie: Respondent) -> Respondent:
        """Zet de antwoorden van één persoon over."""
        rest: dict[Vroeger, Restwaarde] = {}
        antwoorden: dict[str, Antwoord] = {}
        for code, antwoord in wie.antwoorden.items():
            if doel := self.stellingen.get(code):
                antwoorden[doel] = antwoord
            else:
                rest[self.statement(code)] = antwoord
        keuzes: dict[str, tuple[str, ...] | None] = {}
        for vraag in self.toen.keuzevragen:
            if vraag.code in wie.keuzes:
                self._choose(vraag, wie.keuzes[vraag.code], keuzes, rest)
        notities = {}
        for code, tekst in wie.notities.items():
            if code in self._notities:
                notities[code] = tekst
            else:
                rest[Vroeger(code, self._velden.get(code, code))] = tekst
        self._take_back(wie.rest, antwoorden, notities, rest)
        return replace(
            wie,
            rol=self.role(wie.rol),
            antwoorden=antwoorden,
            keuzes=keuzes,
            notities=notities,
            rest=rest,
        )

    def draft(
        self, antwoorden: Mapping[str, Antwoord]
    ) -> tuple[Mapping[str, Antwoord], tuple[tuple[str, str], ...]]:
        """Zet een half ingevuld vel over: wat blijft, en in woorden wat nergens meer past."""
        over = self.respondent(Respondent("", self.nu.find_role(""), antwoorden))
        weg = ((f"nog niet ingezonden: {v.tekst}", v.words(w)) for v, w in over.rest.items())
        return over.antwoorden, tuple(weg)

    def role(self, rol: str) -> str:
        """Geef de rol zoals zij nu heet; een vaste rol die er niet meer is, houdt haar naam."""
        if rol in self.nu.rolnamen and rol in self.toen.rolnamen:
            return rol
        return self.nu.find_role(self.toen.rolnamen.get(rol, rol))

    def option(self, vraag: str, code: str) -> str:
        """Geef de code van nu van een optie van een keuzevraag; leeg als zij er niet meer is."""
        return self._keuzes.get(vraag, {}).get(code, "")

    def count(self, hand: Handtelling) -> Handtelling:
        """Zet een telling met de hand over."""
        leeg = Verdeling.empty(len(self.nu.schaal))
        stellingen = {s.code: leeg for s in self.nu.stellingen}
        rest = list(hand.rest)
        for code, verdeling in hand.telling.stellingen.items():
            if doel := self.stellingen.get(code):
                stellingen[doel] = verdeling
            elif verdeling.totaal:
                aantallen = (*verdeling.aantallen, verdeling.weet_niet, verdeling.nvt)
                rest.append((self.statement(code), aantallen))
        keuzes = {
            vraag.code: Keuzetelling(0, 0, (0,) * len(vraag.opties))
            for vraag in self.nu.keuzevragen
        }
        for vraag in self.toen.keuzevragen:
            telling = hand.telling.keuzes[vraag.code]
            doelen = self._keuzes[vraag.code]
            for optie, genoemd in zip(vraag.opties, telling.genoemd, strict=True):
                if genoemd and not doelen.get(optie.code):
                    rest.append((_named(vraag, optie), (genoemd, 0, 0)))
            if vraag.code in keuzes:
                nieuw = next(v for v in self.nu.keuzevragen if v.code == vraag.code)
                per_code = {
                    doelen[optie.code]: genoemd
                    for optie, genoemd in zip(vraag.opties, telling.genoemd, strict=True)
                    if doelen.get(optie.code)
                }
                geteld = tuple(per_code.get(optie.code, 0) for optie in nieuw.opties)
                keuzes[vraag.code] = Keuzetelling(telling.n, telling.weet_niet, geteld)
        groep = Groepstelling(hand.telling.personen, stellingen, keuzes)
        return replace(hand, rol=self.role(hand.rol), telling=groep, rest=tuple(rest))

    def _options(self, vraag: Keuzevraag) -> dict[str, str]:
        nieuw = next((v for v in self.nu.keuzevragen if v.code == vraag.code), None)
        if nieuw is None:
            return {}
        codes = _by_text(nieuw.opties)
        return {optie.code: codes.get(plain(optie.tekst), "") for optie in vraag.opties}

    def _choose(
        self,
        vraag: Keuzevraag,
        gekozen: tuple[str, ...] | None,
        keuzes: dict[str, tuple[str, ...] | None],
        rest: dict[Vroeger, Restwaarde],
    ) -> None:
        bestaat = any(v.code == vraag.code for v in self.nu.keuzevragen)
        if not gekozen:
            if bestaat:
                keuzes[vraag.code] = gekozen
            else:
                geen = Vroeger(vraag.code, vraag.tekst, (GEEN,), self.toen.weet_niet)
                rest[geen] = None if gekozen is None else 1
            return
        doelen = self._keuzes[vraag.code]
        opties = {optie.code: optie for optie in vraag.opties}
        over = tuple(doelen[code] for code in gekozen if doelen.get(code))
        for code in gekozen:
            if not doelen.get(code):
                rest[_named(vraag, opties[code])] = 1
        # Blijft er niets over, dan is dat geen ‘geen van deze’: dan is de vraag nu niet beantwoord.
        if over:
            keuzes[vraag.code] = over

    def _take_back(
        self,
        over: Mapping[Vroeger, Restwaarde],
        antwoorden: dict[str, Antwoord],
        notities: dict[str, str],
        rest: dict[Vroeger, Restwaarde],
    ) -> None:
        """Laat weer meetellen wat al eens overbleef en nu weer hetzelfde betekent."""
        for vraag, waarde in over.items():
            doel = self._nu.get(plain(vraag.tekst), "")
            zelfde = _same_scale(vraag.schaal, self.nu)
            if isinstance(waarde, str) and vraag.code in self._notities:
                notities.setdefault(vraag.code, waarde)
            elif doel and zelfde and not isinstance(waarde, str) and doel not in antwoorden:
                antwoorden[doel] = waarde
            else:
                rest.setdefault(vraag, waarde)


def _named(vraag: Keuzevraag, optie: Optie) -> Vroeger:
    return Vroeger(f"{vraag.code}:{optie.code}", f"{optie.code} {optie.tekst}", (GENOEMD,))


def _by_text(opties: Iterable[Optie]) -> dict[str, str]:
    """Geef bij elke tekst, ook een vroegere, de code van nu."""
    opties = tuple(opties)
    codes = {plain(eerder): optie.code for optie in opties for eerder in optie.eerder}
    return codes | {plain(optie.tekst): optie.code for optie in opties}


def _same_scale(schaal: tuple[str, ...], nu: Vragenset) -> bool:
    gelijk = [[plain(label) for label in ander] for ander in (nu.schaal, *nu.schaal_eerder)]
    return [plain(label) for label in schaal] in gelijk
