"""Wat mensen invulden, wat eruit volgt, en wat zij samen afspreken."""
