"""De regels van het verbeterplan: vorm, kleuren, adviezen, vergelijken en uitwisselen."""
