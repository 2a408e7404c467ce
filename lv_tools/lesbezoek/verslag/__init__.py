"""De uitkomst beschreven: dezelfde blokken voor scherm, Word, Markdown en papier."""
