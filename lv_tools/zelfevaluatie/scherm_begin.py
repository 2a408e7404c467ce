"""Het eerste blad van het invullen: wie bent u, en wat moet u vooraf weten."""

from __future__ import annotations

from lv_tools.schermdelen import Rolkeuze, Sectie, Tekst, Uitklap
from lv_tools.zelfevaluatie.teksten import Instrument


def start_page(inhoud: Instrument, over: Tekst, wie: Rolkeuze) -> Sectie:
    """Zet het eerste blad in elkaar.

    Parameters
    ----------
    over
        Tekst over de scan die openstaat.
    wie
        De velden voor groep en naam.
    """
    schaal = inhoud.inhoud["schaal"]
    return Sectie(
        "Voordat u begint",
        over,
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
        Uitklap(
            "Wie ziet mijn antwoorden?",
            Tekst(*inhoud.inhoud["privacy"]["regels"], lijst=True),
        ),
        niveau=3,
    )
