"""Van een dek in de site naar een bestand voor PowerPoint, met tekst en vormen die te veranderen zijn.

``lezen``
    Van de HTML van een dek naar dia's met alinea's: wat aan de wand staat, staat ook in het bestand.
``tekst``
    Alinea's met vet en cursief, en hoe groot een letter mag zijn.
``pad``
    Een pad van SVG als punten en bogen.
``vormen``
    Een tekening uit SVG als groep vormen.
``sjabloon``
    Een leeg bestand met Nederlandse indelingen, in de kleuren van het boek.
``maken``
    Het bestand zelf.
"""
