"""Het eerste blad van het invullen: wie bent u, en wat moet u vooraf weten."""

from __future__ import annotations

from lv_tools.schermdelen import Rolkeuze, Sectie, Tekst, Uitklap
from lv_tools.zelfevaluatie.teksten import Instrument


def start_page(inhoud: Instrument, over: Tekst, ziet: Tekst, wie: Rolkeuze) -> Sectie:
    """Zet het eerste blad in elkaar.

    Parameters
    ----------
    over
        Tekst over de scan die openstaat.
    ziet
        Tekst over wie de antwoorden ziet; zie :func:`who_sees`.
    wie
        De velden voor groep en naam.
    """
    schaal = inhoud.inhoud["schaal"]
    return Sectie(
        "Voordat u begint",
        over,
        Uitklap("Wie ziet mijn antwoorden?", ziet, open=True),
        *wie.delen,
        Uitklap(
            "Wat bedoelen we met ...?",
            Tekst(*inhoud.inhoud["algemeen"]["lezen"], lijst=True),
            open=True,
        ),
        Uitklap(
            "Wat betekenen de antwoorden?",
            Tekst(
                *schaal["uitleg"],
                f"{schaal['weet_niet'].capitalize()}: {schaal['weet_niet_uitleg']}",
                f"{schaal['nvt'].capitalize()}: {schaal['nvt_uitleg']}",
                lijst=True,
            ),
        ),
        niveau=3,
    )


def who_sees(modus: str, inhoud: Instrument) -> tuple[str, ...]:
    """Zeg wie de antwoorden ziet, bij deze manier van werken."""
    manier = next(rij for rij in inhoud.inhoud["modus"] if rij["code"] == modus)
    return (*inhoud.inhoud["privacy"]["regels"], *manier["weet"])
