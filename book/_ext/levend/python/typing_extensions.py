"""Plaatsvervanger: Python 3.14 heeft in ``typing`` alles wat anywidget hieruit haalt.

Het echte pakket laden kost meer tijd dan anywidget zelf.
"""

from typing import *  # noqa: F403 (precies de bedoeling)
