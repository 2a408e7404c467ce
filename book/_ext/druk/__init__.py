"""Drukwerk van het boek: getagde PDF's, gemaakt uit de gebouwde site."""
