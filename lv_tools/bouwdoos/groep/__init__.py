"""Een groep laten antwoorden: het vel, om de beurt, bestanden en tabellen, en wie er al is."""
