"""Het verbeterbord: van de ambities van het bestuur naar een doel van een team, week na week."""
