"""Wat de gespreksprompter op papier en in bestanden zet."""
