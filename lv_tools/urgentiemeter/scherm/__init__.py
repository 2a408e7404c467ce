"""Het scherm van de urgentiemeter; de voordeur is `open_scherm`."""

from lv_tools.urgentiemeter.scherm.voordeur import open_scherm

__all__ = ["open_scherm"]
