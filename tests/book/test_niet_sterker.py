"""Een kop of een dia zegt niet meer dan de zin eronder, en zegt van wie zij komt.

Wie alleen de vette kop leest of een foto van een dia ziet, hoort hetzelfde als wie alles leest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import ernaast
import proza
import pytest

#: De bladzijden met dia's over de presentatie, de handreiking, de blog en de waaier.
BLADZIJDEN = sorted(
    pad
    for soort in ("handreiking/*.md", "netwerkdag/*.md", "stappen/stap-*.md")
    for pad in proza.BOEK.glob(soort)
)
NAMEN = [pad.relative_to(proza.BOEK).as_posix() for pad in BLADZIJDEN]
#: Woorden die een bevinding scherper maken. Staan zij in de kop of op de dia, dan ook in de zin.
STERK = (
    *("altijd", "nooit", "zelden", "nauwelijks", "alle", "iedereen", "niemand", "elke", "vaak"),
    *("de meeste", "het meest", "het vaakst", "de grootste", "het beste", "bewijst", "cruciaal"),
    *("belangrijkste", "essentieel", "onmisbaar", "zonder twijfel"),
)
DIA = re.compile(r"^```\{dia\}(.*?)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
#: Een vette kop die een hele zin is; wat haar draagt, staat erachter.
KOP = re.compile(r"^\*\*([^*]+\.)\*\*(.*?)(?=\n\n\*\*|\n## |\Z)", re.DOTALL | re.MULTILINE)
#: Een dia met ``:tabel:`` neemt het opschrift van de tabel over, en daar staat de bron in.
VAN_WIE = re.compile(r"\{cite:|:(?:eigen|tabel):|\b(?:van ons|onze)\b|makers van dit boek", re.I)


@dataclass(frozen=True)
class Bewering:
    """Een kop of een dia, met de tekst die haar moet dragen."""

    kop: str
    tekst: str

    @property
    def te_sterk(self) -> list[str]:
        """De sterke woorden van de kop die in de tekst niet staan."""
        return [w for w in STERK if _staat(w, self.kop) and not _staat(w, self.tekst)]


def _staat(woord: str, tekst: str) -> bool:
    return bool(re.search(rf"\b{re.escape(woord)}\b", tekst, re.IGNORECASE))


def beweringen(tekst: str) -> Iterator[Bewering]:
    """Geef de koppen en dia's over wat een bron vond, met de tekst eronder."""
    for deel in re.split(r"^## ", tekst, flags=re.MULTILINE)[1:]:
        lopend = DIA.sub("", deel)
        for titel, regels in DIA.findall(deel):
            if "{cite:" in regels:
                yield Bewering(f"{titel} {regels}", lopend)
        if deel.startswith("Wat het onderzoek") or deel.startswith("Wat de bronnen"):
            yield from (Bewering(kop, onder) for kop, onder in KOP.findall(lopend))


@pytest.mark.parametrize("pad", BLADZIJDEN, ids=NAMEN)
def test_een_kop_of_dia_is_niet_sterker_dan_haar_zin(pad: Path) -> None:
    te_sterk = [(b.kop, b.te_sterk) for b in beweringen(proza.lees(pad)) if b.te_sterk]
    assert not te_sterk


@pytest.mark.parametrize("pad", BLADZIJDEN, ids=NAMEN)
def test_elke_dia_zegt_van_wie_zij_is(pad: Path) -> None:
    zonder = [
        titel.strip() or regels.splitlines()[0]
        for titel, regels in DIA.findall(pad.read_text("utf-8"))
        if not VAN_WIE.search(regels)
    ]
    assert not zonder


@pytest.mark.parametrize("pad", BLADZIJDEN, ids=NAMEN)
def test_een_percentage_uit_bijlage_21_noemt_zijn_groep(pad: Path) -> None:
    """Bij de intake zijn het andere groepen: 50% van 146 is er iets anders dan 97% van 33."""
    for deel in re.split(r"^## ", pad.read_text("utf-8"), flags=re.MULTILINE):
        if "bijlage 2.1" in deel and re.search(r"\d%", deel):
            assert re.search(r"n = \d|rekenden wij terug", deel), deel.splitlines()[0]
            assert re.search(r"risico op (?:SKA\d|die standaard)|andere groep", deel)


#: Wat een zin in het midden laat; staat het in de tekst, dan ook op de dia.
TWIJFEL = re.compile(r"\b(?:waarschijnlijk|misschien|lijkt|lijken|niet zeker)\b", re.IGNORECASE)
WOORD = re.compile(r"[a-zà-ÿ]{4,}")


def zonder_twijfel(tekst: str) -> Iterator[tuple[str, str]]:
    """Geef de regels van dia's die zeker zeggen wat een zin eronder in het midden laat.

    Een regel en een zin zeggen hetzelfde als de helft van de woorden van de regel, en ten minste
    drie, ook in de zin staan.
    """
    for deel in re.split(r"^## ", tekst, flags=re.MULTILINE)[1:]:
        zinnen = [z for z in DIA.sub("", deel).splitlines() if TWIJFEL.search(proza.kaal(z))]
        for titel, regels in DIA.findall(deel):
            if "{cite:" not in regels or TWIJFEL.search(regels):
                continue
            for regel in (titel, *regels.splitlines()):
                woorden = set(WOORD.findall(proza.kaal(regel).lower()))
                for zin in zinnen:
                    samen = woorden & set(WOORD.findall(proza.kaal(zin).lower()))
                    if len(samen) >= max(3, len(woorden) / 2):
                        yield regel, zin


@pytest.mark.parametrize("pad", BLADZIJDEN, ids=NAMEN)
def test_een_dia_laat_in_het_midden_wat_haar_zin_in_het_midden_laat(pad: Path) -> None:
    assert list(zonder_twijfel(pad.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("dia", "zeker"),
    [
        ("Andere groep dan bij de intake; een n staat er niet bij", True),
        ("Waarschijnlijk een andere groep dan bij de intake (van ons)", False),
        ("Bij de intake: sturing en resultaten", False),
    ],
)
def test_de_zeef_voor_twijfel(dia: str, zeker: bool) -> None:
    zin = "Een n staat er niet bij, en het is waarschijnlijk een andere groep dan bij de intake."
    tekst = f"## Kop\n\n```{{dia}} Titel\n- Punt\n\n{dia} {{cite:p}}`blog`\n```\n\n{zin}\n"
    assert bool(list(zonder_twijfel(tekst))) is zeker


# --- Tekeningen op een dia -----------------------------------------------------------------

#: Wie zegt dat iets werkt, zegt meer dan wie zegt wat er te zien is.
WERKING = re.compile(
    r"\b(?:help\w*|groei\w*|leid\w* tot|zorg\w* voor|voorkom\w*|verbeter\w*|versterk\w*|werkt)\b",
    re.IGNORECASE,
)
#: Het voorbehoud onder een tekening, en hoe het in de regel op de dia terugkomt.
VOORBEHOUD = (
    re.compile(r"\b(?:misschien|lijkt|lijken|waarschijnlijk|niet zeker)\b", re.IGNORECASE),
    re.compile(r"\bgeen norm\b", re.IGNORECASE),
    re.compile(r"\bgemeten is het\b", re.IGNORECASE),
)
VAN_ONS = re.compile(r"([^.;]*?),? (?:is|zijn) (?:voorbeelden )?van ons\b")
LIDWOORD = re.compile(r",? (?:en )?(?=(?:de|het|hun|waar|\*)\b|\*)", re.IGNORECASE)
KLEIN = {"van", "het", "hun", "die", "waar", "hoeveel", "over", "drie", "zes", "alle", "staan"}
TITELS = [
    pytest.param(naam, titel, id=f"{pad.stem}: {titel}")
    for pad in sorted(proza.BOEK.rglob("*.md"))
    if not pad.relative_to(proza.BOEK).parts[0].startswith("_")
    for naam, titel in ernaast.titels(pad)
]


def te_veel(titel: str, draagt: str) -> list[str]:
    """Geef de woorden waarmee een titel meer zegt dan wat er bij de tekening staat."""
    sterk = Bewering(titel, draagt).te_sterk
    return [*sterk, *(w for w in WERKING.findall(titel) if not _staat(w, draagt))]


def verzwegen(tekening: dict[str, str]) -> list[str]:
    """Geef wat in het bijschrift van ons heet, of een voorbehoud is, en op de dia wegvalt."""
    bron = proza.kaal(tekening["bron"]).lower()
    onder = proza.kaal(" ".join(tekening["bijschrift"].split()))
    weg = [
        patroon.pattern
        for patroon in VOORBEHOUD
        if patroon.search(onder) and not patroon.search(bron)
    ]
    for deel in VAN_ONS.findall(onder):
        for ding in LIDWOORD.split(deel):
            woorden = set(re.findall(r"[a-zà-ÿ]{3,}", ding.lower())) - KLEIN
            if woorden and not any(woord in bron for woord in woorden):
                weg.append(ding.strip())
    return weg


@pytest.mark.parametrize(("naam", "titel"), TITELS)
def test_een_titel_bij_een_tekening_zegt_niet_meer_dan_zij(naam: str, titel: str) -> None:
    tekening = ernaast.tekening(naam)
    draagt = " ".join(tekening[s] for s in ("titel", "bijschrift", "woorden"))
    assert te_veel(titel, draagt) == []


@pytest.mark.parametrize("naam", ernaast.tekeningen())
def test_van_ons_en_voorbehoud_gaan_mee_op_de_dia(naam: str) -> None:
    """Op een dia staat alleen ``bron``; het bijschrift blijft achter op de bladzijde."""
    assert verzwegen(ernaast.tekening(naam)) == []


@pytest.mark.parametrize("pad", BLADZIJDEN, ids=NAMEN)
def test_een_tabel_op_een_dia_houdt_haar_voorbehoud(pad: Path) -> None:
    """Met ``:tabel:`` gaat de tabel mee, en de zin dat zij geen norm is niet."""
    for deel in re.split(r"^## ", pad.read_text("utf-8"), flags=re.MULTILINE):
        if "geen norm" in DIA.sub("", deel):
            dias = [d for d in DIA.findall(deel) if ":tabel:" in d[1] or "Frequentie" in d[1]]
            assert [titel for titel, regels in dias if "norm" not in regels] == []


#: Het rapport beveelt aan in hoofdstuk 5; hoofdstuk 4 zegt wat kan helpen of belangrijk lijkt.
RAADT = re.compile(r"\b(?:onderzoek|onderzoekers|rapport|[Zz]ij)\b[^.]*?\b(?:raadt|raden)\b")
PAR = re.compile(r"onderzoek2025\{([^}]*)\}")


def zonder_aanbeveling(tekst: str) -> list[str]:
    """Geef de zinnen die iets een raad van het rapport noemen en alleen hoofdstuk 4 aanwijzen."""
    regels = tekst.splitlines()
    fout = []
    for nummer, regel in enumerate(regels):
        if not RAADT.search(regel):
            continue
        onder = [regel]
        if not PAR.search(regel):
            onder = [r for r in regels[nummer + 1 :][:8] if r.startswith("- ")]
        plaatsen = [PAR.findall(r) for r in onder]
        fout += [regel for p in plaatsen if p and not re.search(r"par\. 5|en 5\.", " ".join(p))]
    return fout


@pytest.mark.parametrize(
    "pad",
    sorted(p for s in ("*/*.md",) for p in proza.BOEK.glob(s) if p.parts[-2][0] != "_"),
    ids=lambda pad: f"{pad.parent.name}/{pad.name}",
)
def test_wat_het_rapport_aanraadt_staat_in_hoofdstuk_5(pad: Path) -> None:
    assert zonder_aanbeveling(pad.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ("Zij raden onder meer dit aan.\n\n- Deel kennis {cite:p}`onderzoek2025{par. 4.4}`.", 1),
        ("Het onderzoek raadt aan het kader te kennen {cite:p}`onderzoek2025{par. 4.4}`.", 1),
        ("De onderzoekers raden een gesprek aan {cite:p}`onderzoek2025{par. 4.4 en 5.3}`.", 0),
        ("Een betrokkene raadt het aan {cite:p}`onderzoek2025{par. 4.3}`.", 0),
    ],
)
def test_de_zeef_voor_een_raad(tekst: str, fout: int) -> None:
    assert len(zonder_aanbeveling(tekst)) == fout


@pytest.mark.parametrize(
    ("titel", "fout"),
    [
        ("Zes vragen die een cultuur helpen groeien", ["helpen", "groeien"]),
        ("Zes vragen over kwaliteitscultuur", []),
        ("Elke vraag aan de wand", ["elke"]),
    ],
)
def test_de_zeef_voor_titels(titel: str, fout: list[str]) -> None:
    assert te_veel(titel, "De vragen komen van de dia, in onze woorden.") == fout


def test_de_zeef_voor_wat_op_een_dia_wegvalt() -> None:
    bijschrift = "Gemeten is het niet. De vraag, de zes namen en de tekening zijn van ons."
    assert verzwegen({"bron": "Onze tekening, naar de dia.", "bijschrift": bijschrift}) == [
        VOORBEHOUD[2].pattern,
        "De vraag",
        "de zes namen",
    ]
    heel = "Onze tekening, vraag en namen; gemeten is het niet."
    assert verzwegen({"bron": heel, "bijschrift": bijschrift}) == []


def test_er_zijn_koppen_en_dias_om_te_toetsen() -> None:
    gevonden = [b for pad in BLADZIJDEN for b in beweringen(proza.lees(pad))]
    assert len(gevonden) > 30


# --- De toets zelf -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        (
            "## Wat het onderzoek zegt\n\n**Papier is zelden het antwoord.**\n"
            "In minder dan de helft van de trajecten hielpen zij met documenten.\n",
            ["zelden"],
        ),
        (
            "## Wat het onderzoek zegt\n\n```{dia} Het vaakst\n- Iedereen wil het\n\n"
            "{cite:p}`onderzoek2025`\n```\n\nEen aantal scholen wilde het.\n",
            ["iedereen", "het vaakst"],
        ),
        (
            "## Wat het onderzoek zegt\n\n**Coaching kwam het vaakst voor.**\n"
            "Van de hulp kwam coaching het vaakst voor.\n",
            [],
        ),
        ("## Zo gaat het mis\n\n**Niemand kijkt.**\nDat gebeurt.\n", []),
    ],
)
def test_de_zeef(tekst: str, woorden: list[str]) -> None:
    assert [w for b in beweringen(tekst) for w in b.te_sterk] == woorden
