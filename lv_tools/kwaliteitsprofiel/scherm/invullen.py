"""Stap 2: om de beurt invullen, en beelden van anderen erbij."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.paneel import Wissel
from lv_tools.kwaliteitsprofiel.bestand import Bijeen, bring_together, read_file, take_back
from lv_tools.kwaliteitsprofiel.model.profiel import Beeld, Profiel
from lv_tools.kwaliteitsprofiel.model.uitkomst import Uitkomst
from lv_tools.kwaliteitsprofiel.scherm.beeld import Beeldpaneel
from lv_tools.kwaliteitsprofiel.scherm.paneel import Profielpaneel
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud
from lv_tools.schermdelen import Bestand, Deel, Knop, Mededeling, Sectie, Tekst, Upload

#: Onder deze naam ligt wat er was voordat er een bestand bijkwam.
ERVOOR = "kwaliteitsprofiel/ervoor"


class Niemand(Profielpaneel):
    """Er is niemand aan de beurt."""

    def build(self) -> Iterable[Deel]:
        """Niets."""
        return ()


class Invulpaneel(Profielpaneel):
    """Kiezen wie invult, het beeld van die persoon, de stand, en bestanden van anderen."""

    def build(self) -> Iterable[Deel]:
        """De keuze, het beeld en wat eronder hoort."""
        zeg, werk, inhoud = self.inhoud.zeg, self.werk, self.inhoud
        self.wie = self.velden.choice("open", zeg("kies_wie"), [], leeg=zeg("kies_wie_leeg"))
        self.geen = Tekst(zeg("kies_niemand"))
        self.klaar = Knop(zeg("klaar"), self._done, hoofd=True)
        self.melding = Mededeling(toon="goed", kijken=True)
        beeld = Wissel[Profiel, Uitkomst, Profielinhoud](
            werk,
            inhoud,
            _path,
            lambda pad: Beeldpaneel(werk, inhoud, pad) if pad else Niemand(werk, inhoud),
        )
        self.stand = Tekst(lijst=True)
        self.samen = Mededeling(kijken=True)
        self.terug = Knop(zeg("samen_terug"), self._undo, verborgen=True, kijken=True)
        return (
            self.geen,
            self.wie,
            self.melding,
            self.add(beeld),
            self.klaar,
            Sectie(zeg("stand"), self.stand, niveau=3),
            Sectie(
                zeg("samen"),
                Tekst(zeg("samen_uitleg")),
                Upload(
                    zeg("samen_upload"),
                    self.take,
                    soorten=".json",
                    meer=True,
                    hulp=zeg("samen_hulp"),
                ),
                self.samen,
                self.terug,
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Werk bij wie er zijn en hoe ver zij zijn."""
        staat, uit, zeg = self.werk.staat, self.werk.uitslag, self.inhoud.zeg
        self.geen.verborgen = bool(staat.kern.beelden)
        self.wie.verborgen = not staat.kern.beelden
        opties = [(b.id, uit.label(b)) for b in staat.kern.beelden]
        self.wie.offer(opties, staat.open)
        self.klaar.verborgen = not _path(staat)
        regels = []
        for beeld in staat.kern.beelden:
            gedaan, alle = uit.answered(beeld)
            soort = "stand_regel" if beeld.is_filled else "stand_leeg"
            regels.append(zeg(soort, wie=uit.label(beeld), gedaan=gedaan, alle=alle))
        if self.stand.alineas != tuple(regels):
            self.stand.alineas = tuple(regels)
        self.terug.verborgen = ERVOOR not in self.werk.weg

    def arrive(self) -> None:
        """Wie terugkomt, leest geen oude melding."""
        if hasattr(self, "melding"):
            self.melding.tekst = ""

    def _done(self) -> None:
        uit = self.werk.uitslag
        beeld = next(b for b in uit.kern.beelden if b.id == uit.profiel.open)
        (gedaan, alle), wie = uit.answered(beeld), uit.label(beeld)
        self.werk.change(lambda nu: replace(nu, open=""))
        self.melding.tekst = self.inhoud.zeg("klaar_melding", wie=wie, gedaan=gedaan, alle=alle)
        self.wie.focus()

    # -- bestanden van anderen --------------------

    def take(self, bestanden: Sequence[Bestand]) -> None:
        """Voeg de beelden uit bestanden toe, en zeg van elk bestand wat ermee gebeurde."""
        eerst, kern, zinnen, mis = self.werk.staat.kern, self.werk.staat.kern, list[str](), False
        for bestand in bestanden:
            try:
                ander = read_file(bestand.naam, bestand.inhoud, self.inhoud)
                bijeen = bring_together(kern, ander.kern, self.inhoud)
            except VormError as fout:
                mis = True
                reden = str(fout).rstrip(".")
                zin = self.inhoud.zeg("bestand_niet", bestand=bestand.naam, reden=reden)
                zinnen.append(f"{reden}." if f"‘{bestand.naam}’" in reden else zin)
                continue
            kern = bijeen.kern
            zinnen += self._tell(bestand.naam, bijeen)
        if kern is not eerst and kern != eerst:
            self.werk.weg[ERVOOR] = (eerst, kern)
            self.werk.change(lambda nu: replace(nu, kern=kern))
        self.samen.toon = "letop" if mis else "goed"
        self.samen.tekst = "\n".join(zinnen)

    def _tell(self, bestand: str, bijeen: Bijeen) -> list[str]:
        zinnen = []
        for soort in ("erbij", "vernieuwd", "dubbel", "ouder"):
            mensen: tuple[Beeld, ...] = getattr(bijeen, soort)
            if not mensen:
                continue
            wie = opsomming([f"de {self._who(beeld)}" for beeld in mensen])
            zinnen.append(self.inhoud.zeg(f"bestand_{soort}", bestand=bestand, wie=wie))
        return zinnen

    def _who(self, beeld: Beeld) -> str:
        rol = self.inhoud.rol.get(beeld.rol, self.inhoud.zeg("zonder_rol"))
        return f"{rol} ({beeld.naam.strip()})" if beeld.naam.strip() else rol

    def _undo(self) -> None:
        eerst, erna = self.werk.weg.pop(ERVOOR)

        def terug(nu: Profiel) -> Profiel:
            return replace(nu, kern=take_back(eerst, erna, nu.kern))

        self.werk.change(terug)
        self.samen.toon, self.samen.tekst = "goed", self.inhoud.zeg("samen_teruggehaald")


def _path(staat: Profiel) -> str:
    """Waar het beeld staat van wie aan de beurt is; leeg als er niemand is."""
    if any(beeld.id == staat.open for beeld in staat.kern.beelden):
        return f"kern/beelden/{staat.open}"
    return ""
