"""De figuren van de zelfevaluatie: elk een plotly-woordenboek met tekst en tabel."""
