"""Wie er meedoen: bestanden toevoegen, mensen herkennen en niemand dubbel tellen."""
