"""Zet deze map op het zoekpad, voor de voorbeelden die meer dan één toets gebruikt."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
