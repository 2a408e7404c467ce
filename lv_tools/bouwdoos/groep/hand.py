"""Tellen in de zaal: per rol de aantallen van handen of stickers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.verzamelen.groepswijziging import add_bron
from lv_tools.basis.verzamelen.handvel import Handvel, incomplete, read_count, tally
from lv_tools.basis.verzamelen.vel import ANDERS
from lv_tools.bouwdoos.groep.stand import C, Groepsdeel, Groepswerk
from lv_tools.schermdelen.deel import Deel, Invoerdeel
from lv_tools.schermdelen.formulier import Formulier
from lv_tools.schermdelen.indeling import Kolom, Uitklap
from lv_tools.schermdelen.keuze import Keuzelijst
from lv_tools.schermdelen.tekst import Tekst
from lv_tools.schermdelen.veld import Invoerveld

_WOORDEN = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_VOORBEELD = ("2", "5", "8", "3", "1", "4", "6", "2", "1", "3")

_GELUKT = "De telling is toegevoegd. U kunt nu een volgende rol tellen."


def _minder(stellingen: tuple[int, ...]) -> str:
    """Zeg waar minder mensen geteld zijn dan er meedoen; dat kan kloppen of een telfout zijn."""
    if not stellingen:
        return ""
    if len(stellingen) > 3:
        waar = f"Bij {aantal(len(stellingen), 'stelling', 'stellingen')}"
    else:
        woord = "stelling" if len(stellingen) == 1 else "stellingen"
        waar = f"Bij {woord} {opsomming([str(nummer) for nummer in stellingen])}"
    return (
        f"{waar} telde u minder mensen dan er meedoen. Sloegen zij haar over, dan klopt dat; "
        "anders haalt u deze telling hieronder weg en telt u opnieuw. "
    )


class Handpaneel(Groepsdeel[C]):
    """Een formulier voor één rol; na het toevoegen is het leeg voor de volgende rol.

    Parameters
    ----------
    kort
        Hoe elke stelling hier heet, per code.
    zonder_code
        Keuzevragen waarvan de codes een lezer niets zeggen.
    """

    def __init__(
        self,
        groep: Groepswerk,  # type: ignore[type-arg]  # elke staat
        inhoud: C,
        kort: Mapping[str, str],
        zonder_code: Collection[str] = (),
    ) -> None:
        super().__init__(groep, inhoud)
        self.kort, self.zonder_code = kort, zonder_code
        self.pad = f"{groep.onderzoek.pad}/hand"

    def build(self) -> Iterable[Deel]:
        """Het formulier."""
        vragen = self.groep.vragen
        #: Elk veld bij zijn plek op het vel.
        self.delen: dict[str, Invoerdeel] = {}
        rollen = [*((r.code, r.tekst) for r in vragen.rollen), (ANDERS, "een andere rol")]
        self.rol: Keuzelijst = self.velden.choice(
            f"{self.pad}/rol", "Welke rol telt u nu?", rollen, leeg="Kies een rol", verplicht=True
        )
        self.andere = self._field("andere", "Hoe heet deze rol?")
        wie = "Hoeveel mensen met deze rol doen mee?"
        personen = self._field("personen", wie, verplicht=True)
        opties = [*vragen.schaal, vragen.weet_niet]
        stellingen = [
            self._field(f"stellingen/{s.code}", f"{nummer}. {self.kort[s.code]}")
            for nummer, s in enumerate(vragen.stellingen, start=1)
        ]
        self.formulier = Formulier(
            self.rol,
            self.andere,
            personen,
            Tekst(
                f"Typ bij elke stelling {_WOORDEN[len(opties)]} aantallen met een spatie ertussen: "
                f"{opsomming(opties)}. Bijvoorbeeld: {' '.join(_VOORBEELD[: len(opties)])}. Een "
                "stelling die u niet telde, laat u leeg."
            ),
            Kolom(*stellingen),
            *(self._choices(vraag.code) for vraag in vragen.keuzevragen),
            bij_inzenden=self._add,
            knop="Voeg deze telling toe",
            gelukt=_GELUKT,
        )
        return (self.formulier,)

    def show(self) -> None:
        """Vraag hoe een andere rol heet, en tel mee met wie typt."""
        vel, vragen = self.groep.nu.hand, self.groep.vragen
        self.andere.verborgen = vel.rol != ANDERS
        hoeveel = len(vragen.schaal) + 1
        for stelling in vragen.stellingen:
            veld = self.delen[f"stellingen/{stelling.code}"]
            zin = tally(self.werk.text(veld.naam), vel.personen, hoeveel)
            if veld.hulp != zin:
                veld.hulp = zin

    def _choices(self, code: str) -> Uitklap:
        vragen = self.groep.vragen.keuzevragen
        vraag, enige = next(v for v in vragen if v.code == code), len(vragen) == 1
        met_code = code not in self.zonder_code
        return Uitklap(
            "Onderwerpen: hoeveel mensen kruisten ze aan?" if enige else vraag.tekst,
            self._field(
                f"beantwoord/{code}",
                "Hoeveel mensen kruisten onderwerpen aan, of kozen ‘geen’?",
                hulp="Laat leeg als iedereen dat deed.",
            ),
            *(
                self._field(
                    f"opties/{code}:{o.code}", f"{o.code} {o.tekst}" if met_code else o.tekst
                )
                for o in vraag.opties
            ),
            open=enige,
        )

    def _field(self, plek: str, label: str, **rest: Any) -> Invoerveld:
        deel = self.velden.text(f"{self.pad}/{plek}", label, **rest)
        self.delen[plek] = deel
        return deel

    def _add(self, _waarden: dict[str, Any]) -> dict[Invoerdeel, Invoerfout]:
        vel = self.groep.nu.hand
        bron = read_count(vel, self.groep.vragen, {p: d.label for p, d in self.delen.items()})
        fouten = {} if not isinstance(bron, dict) else {self.delen[p]: f for p, f in bron.items()}
        if vel.rol == ANDERS and not vel.andere.strip():
            label, uitweg = self.andere.label, "Vul de naam van de rol in"
            nog = Invoerfout(label, "", "er is nog niets ingevuld", uitweg)
            fouten = {self.andere: nog, **fouten}
        if fouten or isinstance(bron, dict):
            return fouten

        def add(groep: Groep, _vragen: object) -> Groep:
            return add_bron(replace(groep, hand=Handvel()), bron)

        minder = incomplete(vel, self.groep.vragen)
        self.formulier.gelukt = f"{_minder(minder)}{_GELUKT}"
        self.werk.clear_drafts(self.pad)
        self.groep.change(add)
        return {}
