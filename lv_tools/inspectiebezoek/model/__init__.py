"""De staat en de regels: het plan terug vanaf het bezoek, en wat naast elkaar ligt."""
