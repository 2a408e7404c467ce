"""Van een bestand van mensen naar rijen: CSV, Excel en OpenDocument."""
