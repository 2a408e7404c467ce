"""Wat er van het verbeterbord op papier en in bestanden komt."""
