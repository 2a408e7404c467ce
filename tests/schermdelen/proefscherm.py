"""Een scherm met elk schermdeel erin, voor de toetsen in de browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lv_tools.basis.beeld import figuurstijl as fs
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Download,
    Figuur,
    Figuurblad,
    Formulier,
    Keuzelijst,
    Keuzerondjes,
    Knop,
    Kolom,
    Koppeling,
    Mededeling,
    Nadruk,
    Rij,
    Schaalpunt,
    Scherm,
    Sectie,
    Stelling,
    Tabbladen,
    Tabel,
    Tabelcel,
    Tabelkolom,
    Tekst,
    Uitklap,
    Upload,
    Veld,
    Vinkje,
    Vinkjes,
    Vragenlijst,
    field_part,
)

UITDAGINGEN = (
    "Onvoldoende zicht op de kwaliteit van het onderwijsproces bij de schoolleiding",
    "Geen gedeelde visie op goed onderwijs",
    "Weinig lesbezoek",
)
PERCENTAGES = (36.0, 28.5, 11.0)


def blad(aantal: int = 3, titel: str = "Uitdagingen bij SKA2") -> Figuurblad:
    """Maak een figuurblad met liggende staven en een interval."""
    staven = {
        "type": "bar",
        "orientation": "h",
        "y": list(UITDAGINGEN[:aantal]),
        "x": list(PERCENTAGES[:aantal]),
        "marker": {"color": fs.ACCENT},
        "error_x": {"type": "constant", "value": 8, "color": fs.TEKST},
        "hovertemplate": "%{x}%<extra></extra>",
    }
    return Figuurblad(
        {
            "data": [staven],
            "layout": fs.layout(hoogte=fs.height_for(aantal), y={"autorange": "reversed"}),
        },
        titel,
        "Het vaakst genoemd is onvoldoende zicht (36%).",
        ("Uitdaging", "Percentage"),
        tuple(zip(UITDAGINGEN[:aantal], PERCENTAGES[:aantal], strict=True)),
        "onderzoek, bijlage 2.1",
        "14 afdelingen",
        "of deze uitdaging ook op uw afdeling speelt",
    )


@dataclass
class Proefscherm:
    """Alle delen bij naam, en wat er gebeurde."""

    gebeurd: list[Any] = field(default_factory=list)
    delen: dict[str, Deel] = field(default_factory=dict)

    def stuk(self) -> None:
        raise ZeroDivisionError("delen door nul")

    def scherm(self) -> Scherm:
        d = self.delen
        noteer = self.gebeurd.append
        d["lijst"] = Keuzelijst(
            "Standaard",
            {"OP0": "OP0 Basisvaardigheden", "OP1": "OP1 Aanbod", "OP2": "OP2 Zicht"},
            hulp="Kies de standaard waar u meer van wilt weten.",
            bij_wijziging=noteer,
        )
        d["rondjes"] = Keuzerondjes("Weergave", ["aantallen", "percentages"], bij_wijziging=noteer)
        d["vinkjes"] = Vinkjes(
            "Afdelingen", ["vmbo-b", "havo", "vwo"], snel=True, bij_wijziging=noteer
        )
        d["vinkje"] = Vinkje("Toon kleine groepen", bij_wijziging=noteer)
        d["mededeling"] = Mededeling("Er zijn 14 afdelingen.")
        d["figuur"] = Figuur(blad())
        d["tabel"] = Tabel(
            "Uitdagingen per standaard",
            ["Uitdaging", Tabelkolom("Aantal"), Tabelkolom("Percentage", achter="%")],
            [
                [UITDAGINGEN[0], 5, Tabelcel("36%", 36, "kan niet", "Geen aantal past hierbij.")],
                [UITDAGINGEN[1], 10, 28.5],
                [UITDAGINGEN[2], None, 11],
            ],
            bron="onderzoek, bijlage 2.1",
        )
        d["bladen"] = Tabbladen(
            ("Figuur", Kolom(d["figuur"])), ("Tabel", Kolom(d["tabel"])), label="Weergave"
        )
        d["stuk"] = Knop("Doe iets dat misgaat", self.stuk, hoofd=True)
        d["download"] = Download("Opslaan als CSV", lambda: Bestand("uit.csv", b"a;b", "text/csv"))
        d["upload"] = Upload("Antwoorden van anderen", noteer, soorten=".json", meer=True, grens=9)
        d["formulier"] = Formulier(
            field_part(Veld("school", "Naam van de school", verplicht=True)),
            field_part(Veld("n", "Aantal leerlingen", "geheel", minimum=1, hulp="Op 1 oktober.")),
            field_part(
                Veld("rol", "Uw rol", "keuze", verplicht=True, opties=(("d", "directeur"),))
            ),
            field_part(Veld("start", "Begin", "datum")),
            field_part(Veld("toelichting", "Toelichting", "tekstvak")),
            bij_inzenden=noteer,
        )
        lijst = Vragenlijst(
            "Samen werken aan kwaliteit",
            [
                Stelling("s1", "Wij bezoeken elkaars lessen.", "De afgelopen drie maanden."),
                *(Stelling(f"s{n}", f"Stelling {n}") for n in range(2, 5)),
            ],
            [
                Schaalpunt(1, "niet"),
                Schaalpunt(2, "enigszins"),
                Schaalpunt(3, "voldoende"),
                Schaalpunt(4, "(heel) goed"),
                Schaalpunt(None, "weet ik niet"),
            ],
        )
        d["vragenlijst"] = lijst
        return Scherm(
            Rij(d["lijst"], d["rondjes"]),
            d["vinkjes"],
            d["vinkje"],
            d["mededeling"],
            d["bladen"],
            Uitklap(
                "Meer weten?",
                Tekst("Een zin.", ("Zie ", Koppeling("de bron", "#bron"), Nadruk(" goed"), ".")),
            ),
            Rij(d["stuk"], d["download"], Knop("Uit", lambda: None, uit=True)),
            d["upload"],
            Sectie("Invullen", d["formulier"], lijst),
            titel="Proefscherm",
        )
