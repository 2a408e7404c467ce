"""Wat alle panelen gemeen hebben."""

from __future__ import annotations

from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.reeks import Element, Reeks
from lv_tools.bouwdoos.werk import Werk
from lv_tools.scholen.model.staat import Vergelijking
from lv_tools.scholen.model.uitkomst import Uitkomst
from lv_tools.scholen.teksten import Scholeninhoud

Scholenwerk = Werk[Vergelijking, Uitkomst]
Scholenpaneel = Paneel[Vergelijking, Uitkomst, Scholeninhoud]
Scholenelement = Element[Vergelijking, Uitkomst, Scholeninhoud]
Scholenreeks = Reeks[Vergelijking, Uitkomst, Scholeninhoud]
