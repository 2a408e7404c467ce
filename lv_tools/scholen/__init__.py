"""Scholen naast elkaar: bestanden van meer scholen, per soort een rij per school."""
