"""Wat het verbeterplan op papier en in bestanden zet."""
