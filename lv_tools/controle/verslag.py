"""Het verslag van de controles: tabellen voor een bladzijde."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lv_tools.basis.beeld.tabel import Celwaarde, Tabelkolom
from lv_tools.basis.beeld.weergave import Html, ontsnap, tabel_html
from lv_tools.basis.gegevens.datapakket import lees, namen
from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.controle import ERNSTEN, Melding, controleer, meldingen_bij
from lv_tools.controle.cijfers import kerncijfer, obstakelkolommen
from lv_tools.controle.grim import niet_passend
from lv_tools.controle.kleinste_n import passende_n
from lv_tools.controle.noemer import intake_bij, naast_intake, noemers

#: Tabellen waarvan elke rij haar eigen plaats in de bron noemt.
PER_RIJ = ("kerncijfers", "tijdlijn")
#: Wat er staat als de groep van bijlage 2.1 groter of kleiner is dan die van de intake.
DUS = {
    "groter": "andere groep",
    "kleiner": "niet alle",
    "": "",
}


def waar(melding: Melding) -> str:
    """Zeg in woorden waar een melding over gaat: de plaats in de bron en de cellen."""
    tabel = lees(melding.resource)
    plaats = tabel.bronnen[0].plaats
    if "id" in melding.sleutel:
        rij = next(rij for rij in tabel.rijen if rij["id"] == melding.sleutel["id"])
        return f"{str(rij['bron']).split(', ', 1)[1]}: {rij['omschrijving']}"
    cellen = ", ".join(melding.sleutel.values())
    return f"{plaats}: {cellen}" if cellen else f"{plaats}: {tabel.titel} (als geheel)"


def samenvatting(meldingen: Sequence[Melding]) -> str:
    """Tel de meldingen per oordeel in één zin; een oordeel dat niet voorkomt, blijft weg."""
    telling = {ernst: sum(m.ernst == ernst for m in meldingen) for ernst in ERNSTEN}
    delen = [f"{hoeveel} keer ‘{ernst}’" for ernst, hoeveel in telling.items() if hoeveel]
    return f"{aantal(len(meldingen), 'uitkomst', 'uitkomsten')}: {opsomming(delen)}."


def toon_overzicht() -> Html:
    """Toon per controle hoe vaak elk oordeel voorkomt.

    Returns
    -------
    Html
        Een zin en een tabel, met onderaan het totaal.
    """
    telling: dict[str, dict[str, int]] = {}
    for melding in controleer():
        regel = telling.setdefault(melding.controle, dict.fromkeys(ERNSTEN, 0))
        regel[melding.ernst] += 1
    rijen: list[list[Celwaarde]] = [[naam, *regel.values()] for naam, regel in telling.items()]
    rijen.append(["Samen", *(sum(regel[ernst] for regel in telling.values()) for ernst in ERNSTEN)])
    tabel = tabel_html(
        ["Controle", "Kan niet", "Let op", "Klopt"], rijen, "Uitkomsten van alle controles"
    )
    return Html(f"<p>{ontsnap(samenvatting(controleer()))}</p>{tabel}")


def toon_tabellen() -> Html:
    """Toon per tabel hoe vaak elk oordeel voorkomt, de tabel met de meeste problemen eerst.

    Returns
    -------
    Html
        Een tabel; een melding die bij twee tabellen hoort, telt bij beide mee.
    """
    rijen: list[list[Celwaarde]] = []
    for naam in namen():
        gevonden = [melding.ernst for melding in meldingen_bij(naam)]
        if gevonden:
            tabel = lees(naam)
            plaats = "bij het cijfer zelf" if naam in PER_RIJ else tabel.bronnen[0].plaats
            rijen.append([tabel.titel, plaats, *(gevonden.count(ernst) for ernst in ERNSTEN)])
    rijen.sort(key=lambda rij: [-int(str(cel)) for cel in rij[2:4]])
    return Html(
        tabel_html(
            ["Tabel", "Plaats", "Kan niet", "Let op", "Klopt"],
            rijen,
            "Uitkomsten per tabel",
            bron="onderzoek; eigen berekening",
        )
    )


def toon_meldingen(*controles: str, dicht: bool | Collection[str] = False, tabel: str = "") -> Html:
    """Toon wat een of meer controles vonden.

    Parameters
    ----------
    *controles : str
        Namen van controles, bijvoorbeeld ``"GRIM"``; zonder naam alle.
    dicht : bool or Collection of str, default False
        Zet ook wat opvalt in een uitklapbaar deel, of alleen de oordelen die hier staan; voor een
        lange lijst.
    tabel : str, default ""
        Alleen wat over deze tabel van de gegevens gaat.

    Returns
    -------
    Html
        Een tabel per oordeel, met een zin erboven als er meer dan één is; wat klopt, staat in een
        uitklapbaar deel.

    Raises
    ------
    LookupError
        Als er geen controle met die naam is; de melding noemt welke er wel zijn.
    """
    bekend = {melding.controle for melding in controleer()}
    if onbekend := set(controles) - bekend:
        raise LookupError(
            f"controle {opsomming(sorted(onbekend))} bestaat niet: kies uit "
            f"{opsomming(sorted(bekend), 'of')}"
        )
    gekozen = [
        m
        for m in controleer()
        if (not controles or m.controle in controles) and tabel in ("", m.resource)
    ]
    toe = {"klopt", *(ERNSTEN if dicht is True else dicht or ())}
    delen = []
    for ernst in ERNSTEN:
        groep = [melding for melding in gekozen if melding.ernst == ernst]
        if groep:
            opschrift = f"{ernst.capitalize()}: {len(groep)} keer"
            lijst = _tabel(groep, opschrift)
            delen.append(_uitklap(opschrift, lijst) if ernst in toe else lijst)
    if len(delen) > 1:  # bij één oordeel zegt het bijschrift al genoeg
        delen.insert(0, f"<p>{ontsnap(samenvatting(gekozen))}</p>")
    return Html("".join(delen))


def toon_noemers() -> Html:
    """Toon per standaard de groep van bijlage 2.1 naast het aantal bij de intake.

    Returns
    -------
    Html
        Wat opvalt, en een tabel met een rij per standaard en wat het verschil betekent.
    """
    rijen: list[list[Celwaarde]] = []
    gelijk = 0
    for standaard, passend in noemers().items():
        laagst, hoogst = intake_bij(standaard)
        even_groot = bool(passend) and (laagst, hoogst) == (passend[0], passend[-1])
        gelijk += even_groot
        groep = passend[0] if len(passend) == 1 else opsomming([str(n) for n in passend], "of")
        intake = laagst if laagst == hoogst else f"{laagst} tot {hoogst}"
        dus = "even groot" if even_groot else DUS[naast_intake(standaard, passend)]
        rijen.append([standaard, groep or "geen", intake, dus])
    passen = sum(bool(passend) for passend in noemers().values())
    zin = (
        f"Bij {passen} van de {len(rijen)} standaarden is er een groep die alle aantallen en "
        f"percentages verklaart. Bij {gelijk} daarvan is die groep even groot als het aantal "
        "afdelingen dat bij de intake een risico had. Is zij groter, dan kan het niet de groep van "
        "de intake zijn; is zij kleiner, dan gaan de percentages niet over al die afdelingen."
    )
    tabel = tabel_html(
        [
            "Standaard",
            Tabelkolom("Groep van bijlage 2.1", getallen=True),
            Tabelkolom("Risico bij de intake (tabel 4.2)", getallen=True),
            "Dus",
        ],
        rijen,
        "Over hoeveel afdelingen gaat het?",
        bron="onderzoek, bijlage 2.1 en tabel 4.2; eigen berekening",
    )
    return Html(f"<p>{ontsnap(zin)}</p>{tabel}")


def toon_kolommen() -> Html:
    """Toon per kolom van bijlage 2.2 de gedrukte n, wat daarbij niet kan en welke n wel past.

    Returns
    -------
    Html
        Een zin, en een uitklapbare tabel met een rij per obstakel.
    """
    hoogste = kerncijfer("trajecten-totaal")
    rijen: list[list[Celwaarde]] = []
    for kolom in obstakelkolommen():
        percentages = tuple(kolom.percentages.values())
        fout = niet_passend(percentages, kolom.n)
        passend = opsomming([str(n) for n in passende_n(percentages, hoogste)]) or "geen"
        rijen.append([kolom.obstakel, kolom.n, len(fout), passend if fout else "de gedrukte"])
    mis = [f"‘{rij[0]}’" for rij in rijen if rij[2]]
    zin = (
        f"Bij {len(mis)} van de {len(rijen)} kolommen kunnen een of meer van de "
        f"{len(obstakelkolommen()[0].percentages)} percentages niet bij de gedrukte n"
        + (f": {opsomming(mis)}." if mis else ".")
    )
    tabel = tabel_html(
        [
            "Obstakel",
            Tabelkolom("Gedrukte n", getallen=True),
            Tabelkolom("Percentages die niet kunnen", getallen=True),
            f"n waarbij alles kan (tot en met {hoogste})",
        ],
        rijen,
        "Kolommen van bijlage 2.2",
        bron="onderzoek, bijlage 2.2; eigen berekening",
    )
    return Html(f"<p>{ontsnap(zin)}</p>{_uitklap(f'Alle {len(rijen)} kolommen', tabel)}")


def _uitklap(opschrift: str, inhoud: str) -> str:
    return f'<details class="lvs-uitklap"><summary>{ontsnap(opschrift)}</summary>{inhoud}</details>'


def _tabel(meldingen: Sequence[Melding], bijschrift: str) -> str:
    rijen = [(waar(melding), melding.uitleg) for melding in meldingen]
    return tabel_html(["Waar", "Wat de controle vond"], rijen, bijschrift, bron=_bron(meldingen))


def _bron(meldingen: Sequence[Melding]) -> str:
    plaatsen: Mapping[str, None] = dict.fromkeys(
        bron.plaats
        for melding in meldingen
        for bron in lees(melding.resource).bronnen
        if melding.resource not in PER_RIJ
    )
    plekken = f", {opsomming(list(plaatsen))}" if plaatsen else ""
    return f"onderzoek{plekken}; eigen berekening"
