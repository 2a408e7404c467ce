"""Het scherm: van de vorige keer tot de afspraken van nu, en alle scholen naast elkaar."""
