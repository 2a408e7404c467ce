"""Het draaiboek, de losse bladen, de tabellen en de agenda."""
