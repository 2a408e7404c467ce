"""Hulpmiddelen voor het sturen op onderwijskwaliteit in het voortgezet onderwijs.

Het pakket heeft drie verdiepingen, zonder pijl naar boven en zonder deuren tussen buren:

- `lv_tools.basis`, in kamers: taal, gegevens, invoer, vorm, beeld, onderzoek, uitvoer, opslag,
  tabellen, antwoorden en verzamelen;
- `lv_tools.schermdelen` en `lv_tools.controle`: formulierdelen en de controles op gepubliceerde
  cijfers;
- een map per hulpmiddel, zoals `lv_tools.bevindingenverkenner`.

Alles behalve de schermen draait op de standaardbibliotheek alleen.
"""

__version__ = "0.4.0"
