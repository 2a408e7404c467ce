"""Het scherm van de gespreksprompter; de voordeur is `open_scherm`."""

from lv_tools.gespreksprompter.scherm.voordeur import open_scherm

__all__ = ["open_scherm"]
