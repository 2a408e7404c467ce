"""Zoekt beweringen die op een bron moeten rusten en er geen noemen.

Een bladzijde wordt gelezen in blokken: een alinea, een lijst of een tabel. Een blok is gedekt als
er een verwijzing in staat, als de inleiding van de lijst er een heeft, of als er staat dat het van
ons is. Wat dan overblijft en klinkt als een feit uit een bron, komt eruit als bewering.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import proza

#: De bladzijden die op bronnen rusten; de rest van de naslag gaat over het boek zelf.
BLADZIJDEN = (
    *("handreiking/*.md", "stappen/*.md", "onderzoek/*.md", "netwerkdag/*.md", "routes/*.md"),
    *("naslag/begrippen.md", "naslag/standaarden.md", "naslag/waar-bronnen-verschillen.md"),
)

#: Een feit uit een bron: een gemeten aantal, een jaartal, een bron die iets zegt, of hoe vaak iets
#: op scholen voorkomt. Alleen wat in de verleden tijd of met een hoeveelheid over scholen gaat,
#: telt: raad en voorbeelden niet.
BRON = (
    r"het onderzoek|de onderzoekers|het rapport|de waaier|de webpagina|de blog|de presentatie"
    r"|de dia(?:'s)?|(?:de )?adviseurs|de focusgroepen|de stichting|de inspectie"
)
ZEGT = (
    r"zegt|zeggen|noemt|noemen|noemden|noemde|vond|vonden|vindt|vinden|schrijft|telt|telde|toont"
    r"|geeft|gaf|gaven|wil|willen|wilde|vraagt|vroeg|raadt|raden|liet|laten|zag|zagen|zien|ziet"
    r"|beschrijft|biedt|bood|bieden|kent|spreekt|stopte|beoordeelt|stuurt|stuurde|verstuurt"
    r"|gebruikten|gebruiken|kozen|coachten|hielpen|werkten|gingen|deden|kregen|opperen|rekent"
)
DEEL = r"veel|vaak|de meeste|bijna alle|bijna elke|sommige|een aantal|diverse"
WIE = r"scholen|besturen|afdelingen|teams|schoolleiders|bestuurders|docenten|kwaliteitsmedewerkers"
DEED = (
    r"vroegen|kregen|zochten|wilden|waren|zagen|vonden|hadden|noemden|waardeerden|misten|letten"
    r"|hebben al|komen vaak|weten vaak"
)
GETAL = re.compile(
    rf"\d\s?%|\d procent\b|\bn = \d|\b\d+ van de \d+|\b\d{{2,}} (?:{WIE}|trajecten)\b",
    re.IGNORECASE,
)
FEIT = re.compile(
    rf"\b20[01]\d\b|\b202[0-6]\b"
    rf"|\b(?<!als )(?:{BRON}) (?:\w+ ){{0,2}}?(?:{ZEGT})\b|\bvolgens (?:{BRON})\b"
    rf"|\b(?:{DEEL}) (?:{WIE})\b|\b(?:{WIE}) (?:{DEED})\b",
    re.IGNORECASE,
)
#: Zo zegt het boek dat iets van de schrijvers is.
EIGEN = re.compile(r"\bvan ons\b|\bonze?\b|\bwij\b|\bverzonnen\b", re.IGNORECASE)
#: Een bron die iets juist niet zegt: daar is geen plaats voor aan te wijzen.
ZWIJGT = re.compile(r"\b(?:geen|niet|nergens|onbekend)\b", re.IGNORECASE)
VERWIJZING = re.compile(r"\{cite:")
LIJSTPUNT = re.compile(r"\s*(?:[-*]|\d+\.)\s")
#: Onder deze koppen staan links, opdrachten en vragen.
GEEN_BEWERING = re.compile(r"^(?:Verder|Lees verder|Hulpmiddel|Deze week|In dit boek|Vragen )")
BRON_IN_TITEL = re.compile(r"\((?:onderzoek|presentatie|waaier|webpagina|blog), ")
VOORAF = re.compile(r"^(?:Na d(?:it|eze) \w+ kunt u|\*\*(?:Nabespreken|Let op|Zo gaat het)\*\*)")


def zinnen(tekst: str) -> list[str]:
    """Geef de zinnen van een blok, zonder links: die wijzen zelf al ergens heen."""
    kaal = re.sub(r"\[[^\]]*\]\([^)]*\)", "", tekst)
    return proza.ZINSEINDE.split(" ".join(proza.kaal(regel) for regel in kaal.splitlines()))


def is_bewering(zin: str) -> bool:
    """Zeg of een zin een feit noemt dat een bron nodig heeft."""
    if zin.rstrip().endswith("?") or EIGEN.search(zin):
        return False
    return bool(GETAL.search(zin) or (FEIT.search(zin) and not ZWIJGT.search(zin)))


@dataclass(frozen=True)
class Blok:
    """Een alinea, lijst of tabel met de plek waar zij staat."""

    pagina: str
    kop: str
    regel: int
    tekst: str
    vorige: str
    """Het blok ervoor onder dezelfde kop, of leeg."""
    dia: bool = False
    """Een dia is één geheel: een verwijzing onderaan dekt alles wat erop staat."""

    @property
    def delen(self) -> list[str]:
        """De alinea zelf, of de punten van een lijst elk apart."""
        if self.dia or not LIJSTPUNT.match(self.tekst):
            return [self.tekst]
        return [deel for deel in re.split(r"\n(?=(?:[-*]|\d+\.)\s)", self.tekst) if deel]

    @property
    def beweringen(self) -> list[str]:
        """De zinnen die een feit uit een bron noemen zonder verwijzing.

        De verwijzing staat in dezelfde alinea of hetzelfde punt van een lijst, in de titel van de
        tabel, of in de alinea die de lijst of de tabel inleidt.
        """
        inleiding = self.vorige if LIJSTPUNT.match(self.tekst) else ""
        if GEEN_BEWERING.match(self.kop) or VOORAF.match(self.vorige):
            return []
        if VERWIJZING.search(inleiding) or BRON_IN_TITEL.search(self.tekst):
            return []
        if re.search(r"\bvan ons\b|\bonze eigen\b|\bverzonnen\b", self.vorige):
            return []
        return [
            zin
            for deel in self.delen
            if not VERWIJZING.search(deel)
            for zin in zinnen(deel)
            if is_bewering(zin)
        ]


def blokken(pad: Path, tekst: str) -> Iterator[Blok]:
    """Verdeel een bladzijde in blokken; code, figuren en invulregels tellen niet mee."""
    naam = pad.relative_to(proza.BOEK).as_posix() if pad.is_absolute() else pad.as_posix()
    regels = tekst.splitlines()
    begin = regels.index("---", 1) + 1 if regels and regels[0] == "---" else 0
    kop, vorige, stil, titel, dia = "", "", "", "", ""
    blok: list[str] = []
    start = 0
    for nummer, regel in enumerate([*regels[begin:], ""], begin + 1):
        hek = proza.HEK.match(regel)
        einde = hek or regel.startswith("#") or (not regel.strip() and not dia)
        if blok and einde:
            heel = "\n".join([titel, *blok]) if titel else "\n".join(blok)
            yield Blok(naam, kop, start, heel, vorige, bool(dia))
            vorige, blok, titel = vorige if dia else heel, [], ""
        if hek:
            if stil:
                stil = "" if hek[1] == stil and not hek[2] else stil
            elif hek[2] in proza.GEEN_PROZA | {"schrijfregels", "nieuw-blad"}:
                stil = hek[1]
            titel = hek[3] if hek[2] == "list-table" else titel
            dia = hek[1] if hek[2] == "dia" else "" if hek[1] == dia else dia
        elif not stil and regel.startswith("#"):
            kop, vorige = proza.kaal(regel), ""
        elif not stil and regel.strip() and not proza.OVERSLAAN.match(regel):
            start = start if blok else nummer
            blok.append(regel)


def van_boek() -> Iterator[Blok]:
    """Geef de blokken van elke bladzijde die op bronnen rust."""
    for soort in BLADZIJDEN:
        for pad in sorted(proza.BOEK.glob(soort)):
            yield from blokken(pad, proza.lees(pad))
