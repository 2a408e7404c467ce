"""Een uitnodiging in een link: bij welke meting iemand invult. De feiten staan er niet in."""

from __future__ import annotations

from lv_tools.basis.opslag import adreslink
from lv_tools.basis.opslag.adreslink import LinkError
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.urgentiemeter.model.uitnodiging import Uitnodiging
from lv_tools.urgentiemeter.teksten import Instrument

#: Zo begint de link.
WOORD = "meting"


def to_fragment(uitnodiging: Uitnodiging, inhoud: Instrument) -> str:
    """Schrijf een uitnodiging als deel van een adres, zonder hekje."""
    return adreslink.pack(WOORD, [inhoud.lijst, uitnodiging.meting, uitnodiging.naam])


def has_invitation(hekje: str) -> bool:
    """Zeg of er in dit fragment een uitnodiging staat."""
    return adreslink.holds(WOORD, hekje)


def from_fragment(hekje: str, inhoud: Instrument) -> Uitnodiging:
    """Lees een uitnodiging.

    Raises
    ------
    LinkError
        Als de link niet te lezen is, of bij een nieuwere vragenlijst hoort.
    """
    gegevens = adreslink.unpack(WOORD, hekje)
    if not isinstance(gegevens, list) or len(gegevens) != 3 or type(gegevens[0]) is not int:
        raise LinkError("Deze link is niet te lezen. Vraag de maker om de link opnieuw.")
    lijst, meting, naam = gegevens
    if lijst > inhoud.lijst:
        raise LinkError(
            "Deze link hoort bij een nieuwere vragenlijst dan deze pagina kent. Laad de pagina "
            "opnieuw en probeer het nog eens."
        )
    try:
        return codec.read(Uitnodiging, {"meting": meting, "naam": naam})
    except VormError as fout:
        raise LinkError(
            f"In deze link klopt iets niet: {fout}. Vraag de maker om de link opnieuw."
        ) from fout
