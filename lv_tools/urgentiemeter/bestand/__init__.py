"""Het bestand van de urgentiemeter: van een ander lezen, en van eerdere versies."""
