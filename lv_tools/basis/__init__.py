"""De begane grond van het pakket: alles wat elk hulpmiddel nodig heeft, zonder scherm.

Elke kamer gebruikt alleen zichzelf en kamers die hier eerder staan:

- `taal`: getallen, datums en tekst in het Nederlands lezen en opschrijven;
- `gegevens`: het datapakket, het onderzoekskader en de kalender;
- `invoer`: wat iemand in een veld typt;
- `vorm`: gegevens van buiten controleren, en uit typen lezen en schrijven, met hun schema;
- `beeld`: tabellen en figuren zoals een lezer ze ziet;
- `onderzoek`: wat er gevraagd is, wat mensen antwoordden en wat daarvan te zien mag zijn;
- `uitvoer`: tabellen, documenten en de agenda als bestand om mee te nemen;
- `opslag`: het werkbestand, zijn plaats en zijn naam;
- `tabellen`: van een CSV-, Excel- of OpenDocument-bestand naar rijen;
- `antwoorden`: van rijen naar antwoorden van mensen, en antwoorden in een bewaard bestand;
- `verzamelen`: wie er meedoen, zonder iemand dubbel te tellen;
- `uitwisseling`: wat hulpmiddelen elkaar meegeven, en het dossier waarin dat klaarligt.
"""
