"""Van waarde naar bestand en terug, afgeleid uit typen: codec, grenzen, paden en JSON-schema."""
