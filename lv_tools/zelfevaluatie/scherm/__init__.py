"""Het scherm van de zelfevaluatie; de voordeur is `open_scherm`."""

from lv_tools.zelfevaluatie.scherm.voordeur import open_scherm

__all__ = ["open_scherm"]
