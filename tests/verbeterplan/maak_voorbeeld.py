"""Maak het plan van de voorbeeldschool uit de feiten in ``data/voorbeeld``.

``python tests/verbeterplan/maak_voorbeeld.py`` schrijft het opnieuw; een toets vergelijkt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.basis.vorm import codec
from lv_tools.verbeterplan.model.plan import (
    AMBITIE,
    Aan,
    Activiteit,
    Boodschap,
    Doel,
    Kern,
    Keuze,
    Kijkmoment,
    Knoop,
    Maat,
    Maatregel,
    Midterm,
    Plan,
    Punt,
    Richting,
    Stand,
    Waarde,
    Waarneming,
    Zeker,
)
from lv_tools.verbeterplan.model.uitkomst import fit
from lv_tools.verbeterplan.teksten import Planinhoud, content

Feiten = Mapping[str, Any]
BESTAND = Path(__file__).parents[2] / "data" / "instrumenten" / "verbeterplan-voorbeeld.json"
_STANDEN = {"gedaan": "klaar", "op schema": "op-schema", "deels": "achter"}
_BESLUITEN = {"volhouden": "doorgaan", "bijstellen": "bijstellen", "stoppen": "stoppen"}


def example(inhoud: Planinhoud) -> Plan:
    """Geef het plan van de voorbeeldschool, op de dag van de midterm review."""
    school = lees_toml("voorbeeld/school.toml")
    papieren = lees_toml("voorbeeld/papieren.toml")
    eigen, midterm = inhoud.voorbeeld, school["midterm"]
    bovenbouw = next(i for i in school["indicator"] if i["code"] == "bovenbouwsucces")["meting"]
    kern = Kern(
        titel=eigen.titel,
        vastgesteld=school["plan"]["dag"],
        door="bestuurder en rector, na gesprek met team, secties en MR",
        niet="\n".join(papieren["plan"]["niet"]),
        ambitie=Knoop(
            AMBITIE,
            school["plan"]["ambitie"],
            "rector",
            school["school"]["eind"],
            Maat(
                "leerlingen van de havo die zonder vertraging doorgaan",
                nu=Waarde(Fraction(bovenbouw[2]["gelukt"]), bovenbouw[2]["leerlingen"]),
                nu_dag=school["school"]["begin"],
                dan=Waarde(Fraction(school["plan"]["streef_gelukt"]), bovenbouw[3]["leerlingen"]),
            ),
        ),
        punten=tuple(_point(punt, school) for punt in school["verbeterpunt"]),
        doelen=tuple(_goal(doel, eigen.in_de_les, school) for doel in school["doel"]),
        maatregelen=tuple(
            Maatregel(m.id, m.wat, m.wie, _last(m.activiteiten, school), doel=m.doel)
            for m in eigen.maatregel
        ),
        activiteiten=tuple(_activity(a, school, inhoud) for a in school["activiteit"]),
        momenten=tuple(
            Kijkmoment(f"k{nr}", m["titel"], m["dagen"][0], _people(m["wie"][:2], school), aard)
            for nr, m in enumerate(school["moment"])
            if (aard := "meting" if m["soort"] == "meten" else "bezoek")
            and m.get("hoort_bij", "").startswith("d")
        ),
        boodschappen=_messages(school),
        midterm=Midterm(
            midterm["dag"],
            midterm["vriend"],
            midterm["vraag"],
            {
                "niet": _fill(papieren["voortgang"]["minder"], school),
                "frisse-blik": "\n".join(midterm["vragen"]),
            },
        ),
    )
    return fit(Plan(kern, kenmerk="voorbeeld", peildag=midterm["dag"]), inhoud)


def _point(punt: Feiten, school: Feiten) -> Punt:
    zorgen = [
        zorg
        for invulling in school["scan"]["invulling"]
        for zorg in invulling["zorgen"]
        if zorg["uitdaging"] == punt["uitdaging"]
    ]
    bewijs = "; ".join(dict.fromkeys(z["bewijs"] for z in zorgen if z["zekerheid"] == "zeker"))
    vanaf = school["scan"]["punt_vanaf"]
    zekerheid = "meer-mensen" if len(zorgen) >= vanaf else "meer-bronnen"
    return Punt(
        punt["id"], punt["tekst"], bewijs, cast(Any, zekerheid), (punt["standaard"],),
        bron="scan met vier mensen, 3 november 2025",
    )  # fmt: skip


def _goal(doel: Feiten, les: Mapping[str, str], school: Feiten) -> Doel:
    begin, tussen, streef = doel["begin"], doel["tussendoel"], doel["streefdoel"]
    richting: Richting = "omhoog" if doel["richting"] == "ten minste" else "omlaag"
    nu = Waarde(Fraction(begin["k"]), begin["n"])
    eind = doel.get("maat_einde", doel["maat"])
    anders = "maat_einde" in doel
    half = doel["halverwege"]
    gemeten = Waarneming(
        "w1", half["dag"], waarde=Waarde(Fraction(half["k"]), half["n"]), bron="telling halverwege"
    )
    # Telt het tussendoel iets anders dan het streefdoel, dan zegt de meting niets over het laatste.
    maat_tussen = Maat(doel["maat"], "deel", richting, nu, begin["dag"], _target(tussen))
    if not anders:
        maat_tussen = Maat(dan=_target(tussen))
    return Doel(
        doel["id"],
        doel["tekst"],
        "teamleider",
        streef["dag"],
        Maat(
            eind,
            "deel",
            richting,
            _delayed(school) if anders else nu,
            school["school"]["begin"] if anders else begin["dag"],
            _target(streef),
        ),
        les[doel["id"]],
        () if anders else (gemeten,),
        punt=doel["punt"],
        tussendoelen=(
            Knoop(
                f"{doel['id']}t",
                doel["tekst"],
                "kwaliteitsmedewerker",
                tussen["dag"],
                maat_tussen,
                "",
                (gemeten,),
            ),
        ),
    )


def _delayed(school: Feiten) -> Waarde:
    """Hoeveel leerlingen van havo 4 vertraging opliepen, in het jaar voor het plan."""
    jaar = school["school"]["jaren"][-1]
    klas = next(x for x in school["leerjaar"] if (x["jaar"], x["naam"]) == (jaar, "havo 4"))
    return Waarde(Fraction(klas["vertraging"]), klas["leerlingen"])


def _target(doel: Feiten) -> Waarde:
    if "percentage" in doel:
        return Waarde(Fraction(doel["percentage"]))
    return Waarde(Fraction(doel["aantal"]), doel["van"])


def _activity(feit: Feiten, school: Feiten, inhoud: Planinhoud) -> Activiteit:
    bij = next((m.id for m in inhoud.voorbeeld.maatregel if feit["id"] in m.activiteiten), "")
    rollen = school["rollen"]
    bericht: tuple[Waarneming, ...] = ()
    if "stand" in feit:
        stand = cast(Stand, _STANDEN[feit["stand"]])
        bewijs = [b for b in school["bewijs"] if b["bij"] == feit["id"]]
        dag = school["midterm"]["verslag"]
        bericht = (
            Waarneming(
                "w1", dag, stand, Waarde(), _fill(feit["gezien"], school),
                bewijs[0]["bron"] if bewijs else "",
                cast(Zeker, bewijs[0]["zekerheid"] if bewijs else "zeker"),
            ),
        )  # fmt: skip
    return Activiteit(
        feit["id"], _fill(feit["wat"], school), rollen[feit["trekker"]], feit["klaar"],
        Maat(_fill(feit["bewijs"], school)), "", bericht, bij,
        _people(feit["met"], school), feit["van"], feit["uren"],
        cast(Keuze, _BESLUITEN.get(feit.get("besluit", ""), "")), feit.get("reden", ""),
    )  # fmt: skip


def _messages(school: Feiten) -> tuple[Boodschap, ...]:
    dag = {m["titel"]: m["dagen"][0] for m in school["moment"]}
    midterm = school["midterm"]
    dagen: tuple[tuple[Aan, str, date], ...] = (
        ("mr", "Het plan, en de afspraken over lesbezoek", dag["MR over het plan"]),
        ("bestuur", "Het plan, om vast te stellen", school["plan"]["dag"]),
        ("team", "Wat wij gaan doen, en wat blijft liggen", school["activiteit"][7]["van"]),
        ("ouders", "Wat uw kind gaat merken", dag["Brief aan de ouders van havo 4"]),
        ("bestuur", "Het voortgangsverslag", midterm["verslag"]),
        ("leerlingen", "Wat er na de midterm review verandert", midterm["bericht"]),
        ("ouders", "Wat is gelukt, en wat niet", midterm["bericht"]),
    )
    peil = school["midterm"]["dag"]
    return tuple(
        Boodschap(f"b{nr}", aan, wat, dag, "teamleider", dag < peil)
        for nr, (aan, wat, dag) in enumerate(dagen)
    )


def _last(activiteiten: tuple[str, ...], school: Feiten) -> date:
    return max(a["klaar"] for a in school["activiteit"] if a["id"] in activiteiten)


def _people(wie: list[str], school: Feiten) -> str:
    return ", ".join(school["rollen"].get(w, w) for w in wie)


def _fill(tekst: str, school: Feiten) -> str:
    feiten = {f"{b['id']}_{wat}": str(b[wat]) for b in school["bewijs"] for wat in ("k", "n")}
    feiten |= {"lessen_2": str(school["ronde"][1]["lessen"])}
    feiten |= {"secties": str(school["school"]["secties"])}
    return re.sub(r"\$([a-z0-9_]+)", lambda gevonden: feiten[gevonden[1]], tekst)


def write() -> str:
    """Schrijf het voorbeeld zoals het in de gegevens staat."""
    plan = codec.write(example(content()))
    return f"{json.dumps(plan, ensure_ascii=False, indent=1)}\n"


if __name__ == "__main__":
    BESTAND.write_text(write(), encoding="utf-8")
