"""Wat iemand meeneemt: tabellen, documenten en de agenda, als bestand."""
