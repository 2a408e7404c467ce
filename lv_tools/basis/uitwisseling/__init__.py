"""Wat het ene hulpmiddel aan het andere meegeeft, en het dossier waarin dat klaarligt."""
