"""Wat iemand in een veld typt: gelezen, of een fout met de uitweg."""
