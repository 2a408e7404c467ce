"""Samen oordelen op het scherm: per thema één antwoord, met de losse antwoorden ernaast."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.uitvoer.document import Blok, Figuurblok, Opsomming, Vouw
from lv_tools.basis.vorm.typen import show
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen import (
    Deel,
    Formulier,
    Invoerveld,
    Keuzerondjes,
    Knop,
    Kolom,
    Mededeling,
    Tekst,
    Uitklap,
)
from lv_tools.zelfevaluatie.figuur.verdeling import draw_distribution
from lv_tools.zelfevaluatie.model.samenoordeel import (
    NIET_EENS,
    check_joint,
    options,
    remove_joint,
    set_joint,
    shift,
)
from lv_tools.zelfevaluatie.model.scan import TEKST_LENGTE, Samenoordeel
from lv_tools.zelfevaluatie.model.staat import Staat
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel
from lv_tools.zelfevaluatie.teksten import Instrument
from lv_tools.zelfevaluatie.verslag.uitslag import together

TEKSTEN = ("aanwezig", "overtuigd", "afspraak")


class Samenpaneel(Zelfpaneel):
    """Eerst alleen, dan samen: het gesprek per thema."""

    def build(self) -> Iterable[Deel]:
        """De uitleg, de keuze van het thema, en plekken voor wat daarbij hoort."""
        zeg, samen = self.zeg, self.inhoud.samen
        self.thema = self.velden.choice("weergave/samen", zeg("samen_thema"), self._options())
        self.melding = Mededeling()
        self.los, self.plaats, self.alles = Documentdeel(), Kolom(), Documentdeel()
        self._voor: tuple[str, str] | None = None
        return (
            Tekst(samen.uitleg),
            Uitklap(zeg("samen_zo"), Tekst(*samen.stappen, lijst=True), open=True),
            self.melding,
            self.thema,
            self.los.deel,
            self.plaats,
            self.alles.deel,
        )

    def show(self) -> None:
        """Toon het thema dat gekozen is, met de losse antwoorden van nu."""
        uitslag = self.werk.uitslag
        self.thema.offer(self._options(), self.staat.weergave.samen)
        thema = str(self.thema.waarde)
        self.melding.tekst = "" if uitslag.geheel else self.zeg("samen_nog_niets")
        if self._voor != (uitslag.scan.opzet.id, thema):
            self._voor = (uitslag.scan.opzet.id, thema)
            self.blad = Oordeelblad(self.werk, self.inhoud, thema)
            self.place(self.plaats, self.blad)
        self.los.follow((uitslag, thema), lambda: self._individual(thema, uitslag))
        self.alles.follow((uitslag,), lambda: together(uitslag, self.inhoud))

    def _options(self) -> list[tuple[str, str]]:
        klaar = {oordeel.thema for oordeel in self.staat.samen}
        titels = {code: self.inhoud.themas[code].titel for code in self.staat.opzet.themas}
        return [
            (code, self.zeg("samen_besproken", titel=titel) if code in klaar else titel)
            for code, titel in titels.items()
        ]

    def _individual(self, thema: str, uitslag: Uitslag) -> Iterable[Blok]:
        """Het beeld van de losse antwoorden, en vragen om mee te beginnen."""
        if uitslag.geheel is not None:
            yield Figuurblok(draw_distribution(thema, uitslag.geheel, uitslag, self.inhoud))
        vragen = tuple(vraag.tekst for vraag in self.inhoud.vragen_bij(thema))
        yield Vouw(self.zeg("samen_vragen"), (Opsomming(vragen),))


class Oordeelblad(Zelfpaneel):
    """Het blad waarop een groep samen één antwoord kiest bij een thema."""

    def __init__(self, werk: Werk[Staat, Uitslag], inhoud: Instrument, thema: str) -> None:
        super().__init__(werk, inhoud)
        self.thema = thema

    def build(self) -> Iterable[Deel]:
        """Wat er al geoordeeld is, en het formulier."""
        zeg, voor = self.zeg, f"+oordeel-{self.thema}"
        self.keuze = Keuzerondjes(
            zeg("oordeel_vraag"), options(self.inhoud), naam=f"{voor}/oordeel", verplicht=True
        )
        hulp = {
            "aanwezig": zeg("oordeel_aanwezig_hulp"),
            "overtuigd": self.inhoud.samen.toelichting_vraag,
        }
        velden = {
            naam: Veld(
                f"{voor}/{naam}",
                zeg(f"oordeel_{naam}"),
                "tekstvak",
                hulp=hulp.get(naam, ""),
                lengte=TEKST_LENGTE,
            )
            for naam in TEKSTEN
        }
        velden["datum"] = Veld(
            f"{voor}/datum", zeg("oordeel_datum"), "datum", hulp=zeg("oordeel_datum_hulp")
        )
        self.teksten = {naam: Invoerveld(veld) for naam, veld in velden.items()}
        for naam, deel in {"oordeel": self.keuze, **self.teksten}.items():
            self.velden.hold(deel, partial(self._decided, naam))
        self.stand = Mededeling(toon="goed")
        self.weg = Knop(zeg("oordeel_weg"), self._remove, verborgen=True)
        formulier = Formulier(
            self.keuze,
            Tekst(self.inhoud.privacy.vrije_tekst),
            *self.teksten.values(),
            bij_inzenden=self._decide,
            knop=zeg("oordeel_knop"),
            gelukt=zeg("oordeel_gelukt"),
        )
        return (self.stand, self.weg, formulier)

    def show(self) -> None:
        """Zeg wat er al geoordeeld is, naast de losse antwoorden van nu."""
        oordeel = self._joint()
        self.weg.verborgen = oordeel is None
        if oordeel is None:
            self.stand.tekst = ""
            return
        verschuiving = shift(oordeel, self.werk.uitslag, self.inhoud)
        zinnen = [verschuiving.zin]
        if verschuiving.n and oordeel.oordeel is not None:
            zinnen.append(
                self.zeg(
                    "oordeel_verdeling",
                    n=verschuiving.n,
                    hoger=verschuiving.hoger,
                    gelijk=verschuiving.gelijk,
                    lager=verschuiving.lager,
                )
            )
        zinnen.append(verschuiving.veranderd)
        self.stand.tekst = " ".join(filter(None, zinnen))

    def _joint(self) -> Samenoordeel | None:
        return next((o for o in self.staat.samen if o.thema == self.thema), None)

    def _decided(self, naam: str) -> str | None:
        """Geef wat er is vastgelegd, zoals het in een veld staat."""
        oordeel = self._joint()
        if naam == "oordeel":
            if oordeel is None:
                return None
            return NIET_EENS if oordeel.oordeel is None else str(oordeel.oordeel)
        return "" if oordeel is None else show(getattr(oordeel, naam))

    def _decide(self, _waarden: dict[str, Any]) -> tuple[Invoerfout, ...]:
        ruw = {naam: veld.waarde for naam, veld in self.teksten.items()}
        ruw["oordeel"] = self.keuze.waarde
        uitkomst = check_joint(self.thema, ruw, self.werk.uitslag, self.inhoud)
        if (oordeel := uitkomst.oordeel) is not None:
            self.werk.change(lambda staat: set_joint(staat, oordeel))
            self.velden.clear_form(f"oordeel-{self.thema}")
        return uitkomst.fouten

    def _remove(self) -> None:
        thema = self.thema
        self.velden.clear_form(f"oordeel-{thema}")
        self.werk.change(lambda staat: remove_joint(staat, thema))
