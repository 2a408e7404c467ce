"""Twee kleine hulpmiddelen om de uitbreiding mee te beproeven."""
