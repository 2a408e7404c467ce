"""De risicoscan: per standaard wat mensen zien, hoe zeker dat is, en wat als eerste beter moet."""
