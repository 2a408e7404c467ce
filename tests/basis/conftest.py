"""Eigenschapstoetsen meten geen tijd: op een drukke machine zegt een traag voorbeeld niets."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("rustig", deadline=None)
settings.load_profile("rustig")
