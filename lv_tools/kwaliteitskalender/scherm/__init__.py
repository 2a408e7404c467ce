"""Het scherm van de kwaliteitskalender."""
