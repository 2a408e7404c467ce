"""De tekenaar: van een figuur als woordenboek met ``data`` en ``layout`` naar een prent."""
