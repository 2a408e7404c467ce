"""Antwoorden op een oudere vragenlijst overzetten naar die van nu.

Een antwoord telt mee zolang de vraag nog hetzelfde betekent: dezelfde tekst (of een tekst die bij
de vraag van nu als ``eerder`` staat) en dezelfde schaal. De code maakt niet uit. Al het andere
blijft staan als rest, in de woorden van toen, en telt niet mee.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
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
        self._per_rol: dict[tuple[str, str], dict[str, str]] = {}
        #: Per code van toen de code van nu, in de gewone woorden; leeg als de vraag nu iets anders
        #: of niets is.
        self.stellingen = self._statements("", "")
        self._vragen = {s.code: s for s in toen.stellingen}
        self._keuzes = {vraag.code: self._options(vraag) for vraag in toen.keuzevragen}
        self._notities = {veld.code for veld in nu.notitievelden}
        self._velden = {veld.code: veld.tekst for veld in toen.notitievelden}

    def targets(self, rol: str) -> dict[str, str]:
        """Per code van toen de code van nu, in de woorden van een rol van toen."""
        return self._statements(rol, self.role(rol))

    def statement(self, code: str, rol: str = "") -> Vroeger:
        """De stelling met deze code, als vraag van vroeger, in de woorden van een rol."""
        tekst = self._vragen[code].for_role(rol).tekst if code in self._vragen else code
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
        rol = self.role(wie.rol)
        doelen = self.targets(wie.rol)
        for code, antwoord in wie.antwoorden.items():
            doel = doelen.get(code)
            if doel and doel not in antwoorden:
                antwoorden[doel] = antwoord
            else:
                rest[self.statement(code, wie.rol)] = antwoord
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
        self._take_back(wie.rest, rol, (antwoorden, notities, rest))
        return replace(
            wie,
            rol=rol,
            antwoorden=antwoorden,
            keuzes=keuzes,
            notities=notities,
            rest=rest,
        )

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
        doelen = self.targets(hand.rol)
        for code, verdeling in hand.telling.stellingen.items():
            doel = doelen.get(code)
            if doel and not stellingen[doel].totaal:
                stellingen[doel] = verdeling
            elif verdeling.totaal:
                aantallen = (*verdeling.aantallen, verdeling.weet_niet, verdeling.nvt)
                rest.append((self.statement(code, hand.rol), aantallen))
        keuzes = {
            vraag.code: Keuzetelling(0, 0, (0,) * len(vraag.opties))
            for vraag in self.nu.keuzevragen
        }
        for vraag in self.toen.keuzevragen:
            telling = hand.telling.keuzes[vraag.code]
            opties = self._keuzes[vraag.code]
            for optie, genoemd in zip(vraag.opties, telling.genoemd, strict=True):
                if genoemd and not opties.get(optie.code):
                    rest.append((_named(vraag, optie), (genoemd, 0, 0)))
            if vraag.code in keuzes:
                nieuw = next(v for v in self.nu.keuzevragen if v.code == vraag.code)
                per_code = {
                    opties[optie.code]: genoemd
                    for optie, genoemd in zip(vraag.opties, telling.genoemd, strict=True)
                    if opties.get(optie.code)
                }
                geteld = tuple(per_code.get(optie.code, 0) for optie in nieuw.opties)
                keuzes[vraag.code] = Keuzetelling(telling.n, telling.weet_niet, geteld)
        groep = Groepstelling(hand.telling.personen, stellingen, keuzes)
        return replace(hand, rol=self.role(hand.rol), telling=groep, rest=tuple(rest))

    def _statements(self, toen: str, nu: str) -> dict[str, str]:
        """Per code van toen de code van nu, voor wie toen en nu deze rol heeft."""
        if (toen, nu) not in self._per_rol:
            zelfde = _same_scale(self.toen.schaal, self.nu)
            self._per_rol[toen, nu] = _match(
                (s.for_role(toen) for s in self.toen.stellingen),
                (s.for_role(nu) for s in self.nu.stellingen if zelfde),
            )
        return self._per_rol[toen, nu]

    def _options(self, vraag: Keuzevraag) -> dict[str, str]:
        nieuw = next((v for v in self.nu.keuzevragen if v.code == vraag.code), None)
        if nieuw is None:
            return {}
        return _match(vraag.opties, nieuw.opties)

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
        rol: str,
        naar: tuple[dict[str, Antwoord], dict[str, str], dict[Vroeger, Restwaarde]],
    ) -> None:
        """Laat weer meetellen wat al eens overbleef en nu weer hetzelfde betekent."""
        antwoorden, notities, rest = naar
        bekend = _by_text(s.for_role(rol) for s in self.nu.stellingen) if over else {}
        for vraag, waarde in over.items():
            kan = bekend.get(plain(vraag.tekst), [])
            doel = _own_or_free(vraag.code, kan, antwoorden)
            zelfde = _same_scale(vraag.schaal, self.nu)
            if isinstance(waarde, str) and vraag.code in self._notities:
                notities.setdefault(vraag.code, waarde)
            elif doel and zelfde and not isinstance(waarde, str) and doel not in antwoorden:
                antwoorden[doel] = waarde
            else:
                rest.setdefault(vraag, waarde)


def _named(vraag: Keuzevraag, optie: Optie) -> Vroeger:
    return Vroeger(f"{vraag.code}:{optie.code}", f"{optie.code} {optie.tekst}", (GENOEMD,))


def _by_text(opties: Iterable[Optie]) -> dict[str, list[str]]:
    """Geef bij elke tekst, ook een vroegere, de codes van nu."""
    opties = tuple(opties)
    codes: dict[str, list[str]] = {}
    for optie in opties:
        codes.setdefault(plain(optie.tekst), []).append(optie.code)
    eerder: dict[str, list[str]] = {}
    for optie in reversed(opties):
        for tekst in optie.eerder:
            eerder.setdefault(plain(tekst), []).append(optie.code)
    return eerder | codes


def _match(toen: Iterable[Optie], nu: Iterable[Optie]) -> dict[str, str]:
    """Geef per code van toen de code van nu met dezelfde tekst; leeg als die er niet is.

    Een school mag twee eigen stellingen dezelfde tekst geven. Dan houdt elk zijn eigen code, of
    krijgt zij er een die nog vrij is.
    """
    toen, bekend = tuple(toen), _by_text(nu)
    kan = {optie.code: bekend.get(plain(optie.tekst), []) for optie in toen}
    bezet = {code for code, codes in kan.items() if code in codes}
    doelen = {}
    for code, codes in kan.items():
        doelen[code] = _own_or_free(code, codes, bezet)
        bezet.add(doelen[code])
    return doelen


def _own_or_free(code: str, codes: Sequence[str], bezet: Collection[str]) -> str:
    """Kies bij een tekst de eigen code, anders een die vrij is, anders de eerste."""
    if code in codes:
        return code
    return next((vrij for vrij in codes if vrij not in bezet), codes[0] if codes else "")


def _same_scale(schaal: tuple[str, ...], nu: Vragenset) -> bool:
    gelijk = [[plain(label) for label in ander] for ander in (nu.schaal, *nu.schaal_eerder)]
    return [plain(label) for label in schaal] in gelijk
