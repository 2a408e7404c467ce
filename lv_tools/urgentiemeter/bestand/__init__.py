"""Wat de urgentiemeter bewaart: schrijven, en gecontroleerd teruglezen, ook wat ouder is."""
