"""Getallen, datums en tekst zoals mensen ze in het Nederlands schrijven: lezen en opschrijven."""
