"""Verder in Python: de onderzoekstabellen en uw bewaarde werk, voor wie zelf wil rekenen.

Dit is de publieke kant van het pakket. De namen hieronder blijven binnen een hoofdversie gelijk;
al het andere in ``lv_tools`` kan met elke versie veranderen. Pandas is nodig voor tabellen en
plotly voor figuren: ``pip install "lv-tools[notebook]"``.

Examples
--------
>>> import lv_tools.verder as lv
>>> lv.tabelnamen()[:2]
('risico_per_afdeling', 'uitdagingen')
"""

from lv_tools.basis.opslag.werkbestand import Onleesbaar
from lv_tools.verder.dossier import lees_dossier
from lv_tools.verder.figuren import toon
from lv_tools.verder.onderzoek import lees, merken, tabelnamen
from lv_tools.verder.verzameling import Verzameling, open_alles, voorbeeld
from lv_tools.verder.werkstuk import Werkstuk, open_werk

__all__ = [
    "Onleesbaar",
    "Verzameling",
    "Werkstuk",
    "lees",
    "lees_dossier",
    "merken",
    "open_alles",
    "open_werk",
    "tabelnamen",
    "toon",
    "voorbeeld",
]
