"""De gegevens van dit project: het datapakket, het onderzoekskader en de kalender."""
