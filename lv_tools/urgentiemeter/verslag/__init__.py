"""Wat de urgentiemeter op papier en in bestanden zet."""
