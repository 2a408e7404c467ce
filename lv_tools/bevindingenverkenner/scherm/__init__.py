"""Het scherm van de verkenner; de voordeur is `open_scherm`."""

from lv_tools.bevindingenverkenner.scherm.voordeur import open_scherm

__all__ = ["open_scherm"]
