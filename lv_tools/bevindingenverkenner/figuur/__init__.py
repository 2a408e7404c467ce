"""De figuren van de verkenner: elk een plotly-woordenboek met tekst en tabel."""
