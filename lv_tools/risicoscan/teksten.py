"""De vragen en teksten van de risicoscan, getypt, met de namen uit de gegevens erbij."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lv_tools.basis.gegevens.datapakket import Standaard, lees, standaarden
from lv_tools.basis.onderzoek.vragenset import Keuzevraag, Optie, Vragenset
from lv_tools.bouwdoos.groep.inhoud import Groepsinhoud, Rol
from lv_tools.bouwdoos.inhoud import Alinea, Verband, Zin, read_content
from lv_tools.risicoscan.model.regels import Regels

#: Codes van de keuzevragen.
BRONNEN, OBSTAKELS, BELEMMEREND, WERKEND = "bronnen", "obstakels", "belemmerend", "werkend"
#: Vragen waarbij mensen herkennen wat er speelt.
HERKENNING = (OBSTAKELS, BELEMMEREND, WERKEND)


@dataclass(frozen=True)
class Schaal:
    """De antwoorden, van geen zorg naar zorg."""

    opties: tuple[Zin, ...]
    weet_niet: Zin


@dataclass(frozen=True)
class Standaardtekst:
    """Wat wij bij een standaard zeggen: in gewone woorden, waar te kijken, wie het weet."""

    code: Zin
    uitleg: Zin
    kijk: Zin
    wie: Zin


@dataclass(frozen=True)
class Herkenning:
    """Een obstakel of element, met wat wij eronder verstaan.

    ``eerst`` is ons voorstel om het voor het plan te bespreken.
    """

    code: Zin
    naam: Zin
    uitleg: Zin = ""
    eerst: Zin = ""
    eerst_bron: Zin = ""


@dataclass(frozen=True)
class Regeluitleg:
    """Waarom de regels zo staan, met een som."""

    bron: Alinea
    grens: Alinea
    mensen: Alinea
    som: Alinea
    weet_niet: Alinea


@dataclass(frozen=True)
class Aanpak:
    """Wat een school met een obstakel kan doen."""

    code: Zin
    tekst: Zin


@dataclass(frozen=True, kw_only=True)
class Instrument(Groepsinhoud):
    """Alle vragen, regels en teksten."""

    rol: tuple[Rol, ...]
    schaal: Schaal
    standaard: tuple[Standaardtekst, ...]
    obstakel: tuple[Herkenning, ...]
    element: tuple[Herkenning, ...]
    verband: tuple[Verband, ...]
    regels: Regels
    regeluitleg: Regeluitleg
    zekerheid: Mapping[str, Zin]
    beeld: Mapping[str, Zin]
    aanpak: tuple[Aanpak, ...]

    @cached_property
    def standaarden(self) -> Mapping[str, Standaard]:
        """De standaarden van een school in het kader van nu."""
        return {s.code: s for s in standaarden() if s.niveau == "school"}

    @cached_property
    def bij(self) -> Mapping[str, Standaardtekst]:
        """Wat wij bij elke standaard zeggen."""
        return {s.code: s for s in self.standaard}

    def full(self, code: str) -> str:
        """Code en naam van een standaard."""
        return f"{code} {self.standaarden[code].naam}"

    @cached_property
    def herkenningen(self) -> Mapping[str, tuple[Herkenning, ...]]:
        """Per vraag wat te herkennen is."""
        bron = {str(r["element"]): r for r in lees("elementen").rijen}
        elementen = [replace(e, uitleg=str(bron[e.naam]["toelichting"])) for e in self.element]
        return {
            OBSTAKELS: self.obstakel,
            BELEMMEREND: tuple(e for e in elementen if bron[e.naam]["soort"] == "belemmerend"),
            WERKEND: tuple(e for e in elementen if bron[e.naam]["soort"] == "werkend"),
        }

    @cached_property
    def obstakels(self) -> Mapping[str, Herkenning]:
        """Alles wat in de weg kan staan, per code."""
        return {h.code: h for vraag in (OBSTAKELS, BELEMMEREND) for h in self.herkenningen[vraag]}

    @cached_property
    def soorten(self) -> tuple[str, ...]:
        """De soorten afdelingen waarover het onderzoek telt."""
        rijen = lees("risico_per_afdeling").rijen
        return tuple(dict.fromkeys(str(rij["afdeling"]) for rij in rijen))

    @cached_property
    def vragen(self) -> Vragenset:
        """Alles wat een respondent kan invullen."""
        codes = self.standaarden
        bronnen = tuple(Optie(more(code), f"{code}: meer dan één bron") for code in codes)
        return Vragenset(
            schaal=self.schaal.opties,
            stellingen=tuple(Optie(code, self.full(code)) for code in codes),
            keuzevragen=(
                Keuzevraag(BRONNEN, self.zeg(BRONNEN), bronnen),
                *(
                    Keuzevraag(
                        vraag,
                        self.zeg(vraag),
                        tuple(Optie(h.code, h.naam) for h in self.herkenningen[vraag]),
                    )
                    for vraag in HERKENNING
                ),
            ),
            rollen=tuple(Optie(rol.code, rol.naam) for rol in self.rol),
            weet_niet=self.schaal.weet_niet,
            notitievelden=tuple(Optie(note(code), f"Bewijs bij {code}") for code in codes),
        )


def note(code: str) -> str:
    """Geef de code van het veld voor bewijs bij een standaard."""
    return f"bewijs-{code}"


def more(code: str) -> str:
    """Geef de code van het kruisje ‘meer dan één bron’ bij een standaard."""
    return f"bron-{code}"


def instrument() -> Instrument:
    """Lees alle teksten (eenmaal)."""
    gelezen: Instrument = read_content("instrumenten/risicoscan.toml", Instrument)
    return gelezen
