"""Wat er gevraagd is en wat mensen antwoordden: tellen, spreiden, afschermen en overzetten."""
