"""Wat de zelfevaluatie op papier en in bestanden zet."""
