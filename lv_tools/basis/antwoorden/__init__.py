"""Van rijen naar antwoorden van mensen, en antwoorden als deel van een bewaard bestand."""
