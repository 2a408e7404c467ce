"""Het stilstaande voorbeeld op de bladzijde, voordat het hulpmiddel gestart is."""

from __future__ import annotations

from lv_tools.basis.beeld.weergave import figuur_html, ontsnap, tabel_html
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.urgentiemeter.figuur.feiten import draw_series
from lv_tools.urgentiemeter.figuur.groep import draw_quadrant
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.feiten import Reeks, exact
from lv_tools.urgentiemeter.model.uitslag import Afdeling, Scan, Uitslag, compute
from lv_tools.urgentiemeter.teksten import Instrument, instrument, voorbeeldschool


def example(inhoud: Instrument) -> Uitslag:
    """Reken het voorbeeld uit: de voorbeeldschool, met de drie jaren voor haar verbeterplan."""
    voorbeeld, school = inhoud.inhoud["voorbeeld"], voorbeeldschool()
    (feiten,) = [rij for rij in school["indicator"] if rij["code"] == voorbeeld["indicator"]]
    reeks = Reeks(
        inhoud.indicatoren[feiten["code"]],
        exact(feiten["norm"]),
        tuple(exact(jaar["waarde"]) for jaar in feiten["meting"][:3]),
        tuple(jaar["leerlingen"] for jaar in feiten["meting"][:3]),
    )
    afdeling = Afdeling(voorbeeld["afdeling"], school["school"]["soort"], (reeks,))
    scan = Scan(
        modus="naam", afdelingen=(afdeling,), bronnen=(Bron("voorbeeld", inhoud.voorbeeld),)
    )
    return compute(scan, inhoud)


def stilbeeld() -> str:
    """Geef de HTML van het voorbeeld: feiten, kwadrant, som en de stellingen."""
    inhoud = instrument()
    voorbeeld = inhoud.inhoud["voorbeeld"]
    uitslag = example(inhoud)
    geheel = uitslag.beleving.geheel
    uitkomst = uitslag.feiten[0].uitkomsten[0]
    bladen = [
        draw_series(uitkomst, uitslag.feiten[0].afdeling.naam, inhoud),
        draw_quadrant(uitslag, inhoud),
    ]
    figuren = [figuur_html(blad) for blad in bladen if blad is not None]
    koppen = ["Stap 1, feiten", "Stap 2 en 3, beleving en uitslag"]
    delen = [
        f"<h2>{ontsnap(voorbeeld['titel'])}</h2><p>{ontsnap(voorbeeld['uitleg'])}</p>",
        *(f"<h3>{kop}</h3>{figuur}" for kop, figuur in zip(koppen, figuren, strict=True)),
    ]
    if geheel is not None and uitslag.advies is not None:
        delen.append(
            f"<p><strong>{ontsnap(uitslag.advies.titel)}.</strong> "
            f"{ontsnap(zinnen.headline(geheel, inhoud))} "
            f"{ontsnap(zinnen.write_distance(geheel, uitslag.scan.regels))}</p>"
        )
    delen.append(
        tabel_html(
            ("Nr.", "Stelling", "Naar"),
            [
                (str(nr), stelling.tekst, stelling.bron)
                for nr, stelling in enumerate(inhoud.stellingen.values(), start=1)
            ],
            "De twaalf stellingen",
            bron="eigen stellingen, naar de bronnen in de laatste kolom",
        )
    )
    return "".join(delen)
