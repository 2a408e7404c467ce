"""Het blad van een school, het overzicht voor het bestuur, de tabellen en het bericht."""
