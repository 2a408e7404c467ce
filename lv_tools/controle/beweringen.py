"""Beweringen: draagt de tabel wat de tekst over haar zegt?

Hier gaat het niet om hetzelfde getal op twee plaatsen (zie `lv_tools.controle.tekst`), maar om een
zin als 'meer dan de helft' of 'voornamelijk'.
"""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.controle.cijfers import (
    afdelingsgroottes,
    heel,
    kerncijfer,
    obstakelkolommen,
    tekst,
)
from lv_tools.controle.kleinste_n import passende_n
from lv_tools.controle.melding import Melding, Plaats

CONTROLE = "tekst en tabel"

#: Wat volgens de tekst voor meer dan de helft van vwo, havo en vmbo-(g)t geldt.
HELFT = {"helft-ska1-ska2-or1": ("SKA1", "SKA2", "OR1"), "helft-ska1-ska2": ("SKA1", "SKA2")}
HELFT_AFDELINGEN = ("Vwo", "Havo", "vmbo-(g)t")


def controleer() -> Iterator[Melding]:
    """Leg de beweringen van de tekst naast de tabellen waar zij over gaan."""
    for sleutel, standaarden in HELFT.items():
        yield from _meer_dan_de_helft(sleutel, standaarden)
    yield _havo_en_vwo()
    yield _grote_steden()
    yield _leiderschap()
    yield _review_bij_ouderbetrokkenheid()
    yield _grens_groot_bestuur()
    yield _periode()


def _meer_dan_de_helft(sleutel: str, standaarden: tuple[str, ...]) -> Iterator[Melding]:
    grens = kerncijfer(sleutel)
    regels = [
        regel
        for regel in lees("risico_per_afdeling").rijen
        if regel["afdeling"] in HELFT_AFDELINGEN and regel["standaard"] in standaarden
    ]
    fout = [regel for regel in regels if heel(regel, "percentage") <= grens]
    ook = (Plaats("kerncijfers", {"id": sleutel}),)
    for regel in fout:
        afdeling, standaard = tekst(regel, "afdeling"), tekst(regel, "standaard")
        percentage = heel(regel, "percentage")
        yield Melding(
            controle=CONTROLE,
            ernst="kan niet",
            resource="risico_per_afdeling",
            sleutel={"afdeling": afdeling, "standaard": standaard},
            gevonden=f"meer dan {grens}% in de tekst",
            verwacht=f"{percentage}% in de tabel",
            uitleg=(
                f"De tekst noemt {standaard} een risico bij meer dan de helft van de "
                f"{afdeling.lower()}-afdelingen; de tabel geeft {percentage}%."
            ),
            ook=ook,
        )
    if not fout:
        yield Melding(
            controle=CONTROLE,
            ernst="klopt",
            resource="risico_per_afdeling",
            sleutel={},
            gevonden=f"meer dan {grens}% in de tekst",
            verwacht=f"{min(heel(r, 'percentage') for r in regels)}% of meer in de tabel",
            uitleg=(
                f"Vwo, havo en vmbo-(g)t zitten voor {opsomming(standaarden)} alle boven de helft, "
                "zoals de tekst zegt."
            ),
            ook=ook,
        )


def _havo_en_vwo() -> Melding:
    groottes = afdelingsgroottes()
    deel = groottes["Havo"] + groottes["Vwo"]
    totalen = (sum(groottes.values()), kerncijfer("afdelingen-totaal"))
    gedrukt = kerncijfer("aandeel-havo-vwo")
    gevonden = [round(100 * deel / totaal) for totaal in totalen]
    return Melding(
        controle=CONTROLE,
        ernst="klopt" if gedrukt in gevonden else "let op",
        resource="risico_per_afdeling",
        sleutel={},
        gevonden=f"{gedrukt}% havo of vwo in de tekst",
        verwacht=f"{gevonden[0]}% ({deel} van {totalen[0]}) volgens tabel 4.2",
        uitleg=(
            f"De tekst noemt {gedrukt}% havo of vwo; tabel 4.2 geeft {deel} van {totalen[0]}, dat "
            f"is {gevonden[0]}%, en ook van alle {totalen[1]} afdelingen is het {gevonden[1]}%."
        ),
        ook=(Plaats("kerncijfers", {"id": "aandeel-havo-vwo"}),),
    )


def _grote_steden() -> Melding:
    deel = kerncijfer("plaats-amsterdam") + kerncijfer("plaats-rotterdam")
    totaal = kerncijfer("afdelingen-totaal")
    return Melding(
        controle=CONTROLE,
        ernst="klopt" if 2 * deel > totaal else "let op",
        resource="plaatsen",
        sleutel={},
        gevonden="‘voornamelijk’ in grote steden",
        verwacht=f"{deel} van {totaal}",
        uitleg=(
            "De tekst noemt de begeleiding voornamelijk een zaak van grote steden; Amsterdam en "
            f"Rotterdam hebben samen {deel} van de {totaal} afdelingen, dat is "
            f"{round(100 * deel / totaal)}%."
        ),
        ook=(
            Plaats("kerncijfers", {"id": "plaats-amsterdam"}),
            Plaats("kerncijfers", {"id": "plaats-rotterdam"}),
        ),
    )


def _leiderschap() -> Melding:
    namen = ("Wisseling in leiderschap", "Gebrek aan onderwijskundig leiderschap")
    kolommen = [k for k in obstakelkolommen() if k.obstakel in namen]
    totaal = kerncijfer("trajecten-totaal")
    gedrukt = kerncijfer("leiderschap-wisseling-of-gebrek")
    samen = round(gedrukt * totaal / 100)
    passend = [passende_n(tuple(k.percentages.values()), totaal)[:1] for k in kolommen]
    grootste = max(n for keus in passend for n in keus)
    precies = "precies " if grootste == samen else ""
    return Melding(
        controle=CONTROLE,
        ernst="let op" if any(k.n != grootste for k in kolommen) else "klopt",
        resource="interventies_bij_obstakels",
        sleutel={},
        gevonden=f"{gedrukt}% met het een, het ander of beide",
        verwacht=f"{samen} van {totaal}",
        uitleg=(
            f"{gedrukt}% van {totaal} trajecten is {samen}; dat is {precies}de n die bij de "
            f"kolommen ‘{namen[0]}’ en ‘{namen[1]}’ past, terwijl er bij allebei n = "
            f"{kolommen[0].n} staat."
        ),
        ook=(Plaats("kerncijfers", {"id": "leiderschap-wisseling-of-gebrek"}),),
    )


def _review_bij_ouderbetrokkenheid() -> Melding:
    naam, interventie = "Gebrek aan ouderbetrokkenheid", "Review"
    kolom = next(k for k in obstakelkolommen() if k.obstakel == naam)
    percentage = kolom.percentages[interventie]
    return Melding(
        controle=CONTROLE,
        ernst="klopt" if percentage else "let op",
        resource="interventies_bij_obstakels",
        sleutel={"interventie": interventie, "obstakel": naam},
        gevonden="review ook bij obstakels rond leerlingen en ouders",
        verwacht=f"{percentage}% in de tabel (n = {kolom.n})",
        uitleg=(
            "De tekst noemt reviews ook bij obstakels rond leerlingenpopulatie en ouders; bij "
            f"gebrek aan ouderbetrokkenheid geeft de tabel {percentage}% (n = {kolom.n})."
        ),
    )


def _grens_groot_bestuur() -> Melding:
    grens, bijlage = (
        kerncijfer("groot-bestuur-meer-dan"),
        kerncijfer("databestand-groot-bestuur-vanaf"),
    )
    dubbel = bijlage == kerncijfer("databestand-gemiddeld-bestuur-max")
    return Melding(
        controle=CONTROLE,
        ernst="let op" if dubbel or grens == bijlage else "klopt",
        resource="bestuursgrootte",
        sleutel={},
        gevonden=f"groot is meer dan {grens} scholen",
        verwacht=f"groot is {bijlage} scholen of meer (bijlage 1.1)",
        uitleg=(
            f"Een bestuur met {bijlage} scholen is in de tekst klein en in bijlage 1.1 gemiddeld "
            "én groot: waar zo'n bestuur geteld is, valt niet te zeggen."
        ),
        ook=(Plaats("kerncijfers", {"id": "databestand-groot-bestuur-vanaf"}),),
    )


def _periode() -> Melding:
    data = {tekst(r, "id"): tekst(r, "datum") for r in lees("tijdlijn").rijen}
    vroeg, laat = data["intake-vanaf"][:4], data["intake-tot"][:4]
    bijlage = (data["databestand-vanaf"], data["databestand-tot"])
    return Melding(
        controle=CONTROLE,
        ernst="klopt" if (vroeg, laat) == bijlage else "let op",
        resource="tijdlijn",
        sleutel={"id": "databestand-tot"},
        gevonden=f"intake in {bijlage[0]} tot {bijlage[1]} (bijlage 1.1)",
        verwacht=f"intake in {vroeg} tot en met {laat} (par. 3.2)",
        uitleg=(
            f"Paragraaf 3.2 laat de intake lopen van augustus {vroeg} tot november {laat}; bijlage "
            f"1.1 selecteert data tussen {bijlage[0]} en {bijlage[1]}."
        ),
        ook=(Plaats("tijdlijn", {"id": "intake-tot"}),),
    )
