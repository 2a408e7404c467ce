"""Wat er bij een uitkomst hoort te staan: één beschrijving, en dezelfde cijfers als tabel."""
