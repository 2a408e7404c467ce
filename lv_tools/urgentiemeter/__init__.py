"""Urgentiemeter: de cijfers van een afdeling naast het gevoel van de mensen."""
