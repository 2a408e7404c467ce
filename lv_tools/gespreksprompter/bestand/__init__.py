"""Wat de gespreksprompter doet met werk uit een bestand: keuren, en omzetten wat ouder is."""
