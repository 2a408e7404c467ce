"""Wat er bewaard wordt, en wat eruit volgt: overnemen, doorgeven en naast elkaar leggen."""
