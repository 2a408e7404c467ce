"""Wat de gespreksprompter bewaart: schrijven, en gecontroleerd teruglezen, ook wat ouder is."""
