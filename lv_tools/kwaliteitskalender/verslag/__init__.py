"""De kalender op papier: verslag, poster, tabellen en agenda."""
