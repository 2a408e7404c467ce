"""Tellen in de zaal: per rol de aantallen van handen of stickers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.onderzoek.telling import Groepstelling, Handtelling, Keuzetelling
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.schermdelen import Formulier, Invoerveld, Kolom, Rolkeuze, Tekst, Uitklap
from lv_tools.urgentiemeter.teksten import STANDAARDEN, Instrument

_GROOTST = 10_000


class Handpaneel:
    """Een formulier voor één rol; na het toevoegen is het leeg voor de volgende rol.

    ``bij_telling`` krijgt elke telling als bron.
    """

    def __init__(self, inhoud: Instrument, bij_telling: Callable[[Bron], object]) -> None:
        self.inhoud, self.bij_telling = inhoud, bij_telling
        self.wie = Rolkeuze(
            "hand",
            inhoud.vragen.rollen,
            vraag="Welke rol telt u nu?",
            eigen_vraag="Hoe heet deze rol?",
            leeg="Kies een rol",
            uitweg="Vul de naam van de rol in",
            verplicht=True,
        )
        self.personen = Invoerveld(
            Veld(
                "hand-personen",
                "Hoeveel mensen met deze rol doen mee?",
                "geheel",
                verplicht=True,
                minimum=1,
                maximum=_GROOTST,
            )
        )
        self.stellingen = {
            code: Invoerveld(Veld(f"hand-{code}", f"{nummer}. {stelling.kort}", lengte=60))
            for nummer, (code, stelling) in enumerate(inhoud.stellingen.items(), start=1)
        }
        self.beantwoord = Invoerveld(
            Veld(
                "hand-beantwoord",
                "Hoeveel mensen kruisten onderwerpen aan, of kozen ‘geen’?",
                "geheel",
                minimum=0,
                maximum=_GROOTST,
                hulp="Laat leeg als iedereen dat deed.",
            )
        )
        self.standaarden = {
            code: Invoerveld(
                Veld(
                    f"hand-{code}",
                    f"{code} {standaard.naam}",
                    "geheel",
                    minimum=0,
                    maximum=_GROOTST,
                )
            )
            for code, standaard in inhoud.standaarden.items()
        }
        opties = [*inhoud.vragen.schaal, inhoud.vragen.weet_niet]
        self.deel = Formulier(
            self.wie.rol,
            self.wie.andere,
            self.personen,
            Tekst(
                f"Typ bij elke stelling vijf aantallen met een spatie ertussen: {opsomming(opties)}"
                ". Bijvoorbeeld: 2 5 8 3 1. Een stelling die u niet telde, laat u leeg."
            ),
            Kolom(*self.stellingen.values()),
            Uitklap(
                "Onderwerpen: hoeveel mensen kruisten ze aan?",
                self.beantwoord,
                *self.standaarden.values(),
                open=True,
            ),
            bij_inzenden=self._add,
            knop="Voeg deze telling toe",
            gelukt="De telling is toegevoegd. U kunt nu een volgende rol tellen.",
        )

    def carry_drafts(self, herschreven: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Maak velden leeg waar nu een andere stelling bij staat; geef wat er was getypt."""
        weg = []
        for code, tekst in herschreven.items():
            if getypt := self.stellingen[code].waarde.strip():
                weg.append((f"nog niet ingezonden telling: {tekst}", getypt))
                self.stellingen[code].waarde = ""
        return tuple(weg)

    def _add(self, waarden: dict[str, Any]) -> list[Invoerfout]:
        personen = int(waarden["hand-personen"])
        fouten = self.wie.missing()
        stellingen = {}
        for code, veld in self.stellingen.items():
            gelezen = self._counts(veld, str(waarden.get(f"hand-{code}") or ""), personen)
            if isinstance(gelezen, Invoerfout):
                fouten.append(gelezen)
            else:
                stellingen[code] = gelezen
        genoemd = [int(waarden.get(f"hand-{code}") or 0) for code in self.standaarden]
        beantwoord = waarden.get("hand-beantwoord")
        n = int(beantwoord) if beantwoord is not None else (personen if any(genoemd) else 0)
        if n > personen:
            fouten.append(_too_many(self.beantwoord, n, personen, "mensen die meedoen"))
        for veld, aantal in zip(self.standaarden.values(), genoemd, strict=True):
            if aantal > n:
                fouten.append(_too_many(veld, aantal, n, "mensen die deze vraag invulden"))
        if not fouten and not any(v.totaal for v in stellingen.values()) and not n:
            fouten.append(
                Invoerfout(
                    next(iter(self.stellingen.values())).label,
                    "",
                    "er is nog niets geteld",
                    "Vul bij ten minste één stelling vijf aantallen in",
                )
            )
        if fouten:
            return fouten
        telling = Groepstelling(
            personen, stellingen, {STANDAARDEN: Keuzetelling(n, 0, tuple(genoemd))}
        )
        rol = self.inhoud.vragen.find_role(self.wie.gekozen)
        hand = Handtelling(new_id(), rol, telling, now().isoformat())
        naam = f"geteld in de zaal: {self.inhoud.vragen.rolnaam(rol)}, {personen}"
        self.bij_telling(Bron(naam, (), (hand,)))
        self._clear()
        return []

    def _counts(self, veld: Invoerveld, tekst: str, personen: int) -> Verdeling | Invoerfout:
        opties = len(self.inhoud.vragen.schaal)
        if not tekst.strip():
            return Verdeling.empty(opties)
        delen = re.findall(r"\d+", tekst)
        vreemd = re.sub(r"[\d\s,;/.-]", "", tekst)
        if vreemd or len(delen) != opties + 1 or any(len(deel) > 5 for deel in delen):
            return Invoerfout(
                veld.label,
                tekst,
                f"‘{tekst[:40]}’ zijn geen {opties + 1} aantallen",
                "Typ vijf hele getallen met een spatie ertussen, bijvoorbeeld 2 5 8 3 1",
            )
        aantallen = [int(deel) for deel in delen]
        if sum(aantallen) > personen:
            return _too_many(veld, sum(aantallen), personen, "mensen die meedoen")
        return Verdeling(tuple(aantallen[:-1]), aantallen[-1])

    def _clear(self) -> None:
        self.wie.clear()
        velden = (*self.stellingen.values(), *self.standaarden.values())
        for veld in (self.personen, self.beantwoord, *velden):
            veld.waarde = ""


def _too_many(veld: Invoerveld, aantal: int, grens: int, waarvan: str) -> Invoerfout:
    return Invoerfout(
        veld.label,
        str(aantal),
        f"{aantal} is meer dan de {grens} {waarvan}",
        "Tel opnieuw, of verbeter het aantal mensen bovenaan",
    )
