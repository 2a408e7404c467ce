"""Wat de zelfevaluatie bewaart: schrijven, en gecontroleerd teruglezen, ook wat ouder is."""
