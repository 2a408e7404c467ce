"""Een tekst voor het team: een uitnodiging, en na het vrijgeven wat de ronde liet zien."""

from __future__ import annotations

from lv_tools.basis.uitvoer.bericht import message
from lv_tools.lesbezoek.model.meegeven import points
from lv_tools.lesbezoek.model.ronde import title
from lv_tools.lesbezoek.model.uitkomst import Uitkomst
from lv_tools.lesbezoek.teksten import Instrument
from lv_tools.lesbezoek.verslag.delen import headline


def share_text(uit: Uitkomst, inhoud: Instrument) -> str:
    """Schrijf de tekst; zonder uitkomst staat er alleen in waar de ronde over gaat."""
    zeg, ronde = inhoud.zeg, uit.ronde
    waarvan = f" ({title(ronde)})" if title(ronde) else ""
    vraag = ronde.vraag.strip()
    waarom = zeg("verslag_vraag", vraag=vraag) if vraag else ""
    if not uit.zichtbaar:
        punten = [punt.tekst for punt in ronde.kijkpunten if punt.tekst.strip()]
        begin = message(zeg("bericht_vooraf", waarvan=waarvan), waarom)
        lijst = [zeg("bericht_punten"), punten] if punten else []
        # Beloof niet dat het buiten een beoordeling blijft zolang dat niet is afgesproken.
        klaar = {"doel", "mr"} <= set(ronde.afgesproken)
        afspraak = zeg("bericht_afgesproken" if klaar else "bericht_eerst")
        return message(begin, *lijst, zeg("bericht_vooraf_vraag", afspraak=afspraak))
    keus = [punt.wat for punt in points(ronde)]
    lijst = [zeg("bericht_keus"), keus] if keus else []
    begin = message(zeg("bericht_na", waarvan=waarvan), waarom, headline(uit, inhoud))
    return message(begin, *lijst, zeg("bericht_na_vraag"))
