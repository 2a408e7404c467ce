"""De figuren van de urgentiemeter: elk een plotly-woordenboek met tekst en tabel."""
