"""Schermdelen: toegankelijke formulierdelen die overal hetzelfde werken.

Een hulpmiddel zet een scherm in elkaar uit delen. Elk deel is een gewoon Python-object; wie een
eigenschap wijzigt, wijzigt de pagina. Alle tekst is tekst: niets wordt als HTML gelezen.

>>> from lv_tools.schermdelen import Keuzelijst, Scherm, Tabel
>>> tabel = Tabel("Leerlingen per leerjaar", ["Leerjaar", "Aantal"], [["1", 112], ["2", 98]])
>>> def kies(leerjaar):
...     rijen = [["1", 112], ["2", 98]]
...     tabel.toon(["Leerjaar", "Aantal"], [r for r in rijen if leerjaar in ("alle", r[0])])
>>> filter = Keuzelijst("Leerjaar", ["alle", "1", "2"], naam="leerjaar", bij_wijziging=kies)
>>> scherm = Scherm(filter, tabel, titel="Leerlingen")

Scherm en voordeur
------------------
``Scherm(*delen, titel="", kopniveau=2)``
    Het widget. ``scherm.inhoud = [...]`` vervangt de delen; ``scherm.meld("...")`` laat een
    schermlezer iets voorlezen; ``with scherm.bundle():`` stuurt wijzigingen in een keer (binnen een
    ``bij_...``-functie gebeurt dat vanzelf).
``@hulpmiddel(naam, stilbeeld=functie)``
    Voor ``open_scherm()``: geeft het scherm, of bij het bouwen van het boek ``Html(stilbeeld())``.
    ``origin(algemeen, *zinnen)`` zegt waar het hulpmiddel vandaan komt.

Ordenen (``inhoud`` is overal te vervangen; ``verborgen=True`` verbergt elk deel)
---------------------------------------------------------------------------------
``Kolom(*delen)``, ``Rij(*delen)``, ``Sectie(titel, *delen, niveau=3)``,
``Uitklap(titel, *delen, open=False)``,
``Tabbladen((opschrift, deel), ..., label=..., bij_wijziging=None)`` met ``waarde`` als
opschrift van het open blad.

Tekst
-----
``Tekst(*alineas, lijst=False)`` met per alinea tekst of een reeks van tekst,
``Koppeling(tekst, adres)`` en ``Nadruk(tekst)``; ``alineas`` is te vervangen.
``Mededeling(tekst="", toon="gewoon"|"goed"|"letop"|"fout")`` leest zichzelf voor bij een wijziging.

Kiezen en doen (``naam="..."`` bewaart de waarde, ``bij_wijziging(waarde)``, ``hulp="..."``)
--------------------------------------------------------------------------------------------
``opties`` is een reeks teksten, een reeks paren (sleutel, opschrift) of een woordenboek.
``Keuzelijst(label, opties, waarde=None, leeg="")``: ``waarde`` is een sleutel, met ``leeg`` ook
``None``.
``Keuzerondjes(label, opties, waarde=None)``: ``waarde`` is een sleutel of ``None``.
``Vinkjes(label, opties, waarde=(), snel=False)``: ``waarde`` is een tuple van sleutels.
``Vinkje(label, waarde=False)``.
``Knop(tekst, bij_klik, hoofd=False)``. Haalt een knop weg wat de focus had, zet de focus dan met
``deel.focus()`` op wat er kwam of op de buur; de pagina vangt haar alleen op als dat ontbreekt.

Invullen
--------
``Invoerveld(Veld(naam, label, soort, ...))`` met een :class:`~lv_tools.basis.invoer.velden.Veld`:
tekst, getal, percentage of datum; ``waarde`` is wat er getypt is, ``read()`` de waarde of een fout.
``bij_tekst(tekst)`` krijgt de tekst precies zoals zij getypt is. Hoeveel tekens er passen, telt mee
tijdens het typen; wat te lang is, blijft staan en gaat altijd weer open.
``field_part(veld)`` kiest zelf tussen een keuzelijst en een veld.
``Formulier(*velden, bij_inzenden=functie, knop="Opslaan")``: ``functie(waarden)`` loopt alleen als
alles klopt en mag nog fouten teruggeven, het liefst als woordenboek van veld naar fout.
``Vragenlijst(label, [Stelling(id, tekst)], [Schaalpunt(waarde, tekst)], naam="...")``: ``waarde``
is een woordenboek; niet beantwoord ontbreekt, ``None`` is "weet ik niet".

Bewaren
-------
``Bewaren(instrument, versie=1, extra=None, bij_extra=None, bij_herstel=None)`` onderaan het scherm
bewaart alle delen met een ``naam`` en zet ze terug (``bij_wijziging`` loopt dan ook).

Tonen
-----
``Figuur(blad)`` met een :class:`~lv_tools.basis.beeld.figuurstijl.Figuurblad`;
``figuur.blad = ...``.
``Tabel(bijschrift, kolommen, rijen, sortering=None, bij_sortering=None, bron="", leeg="...")``;
``tabel.toon(kolommen, rijen)``, ``tabel.bijschrift = ...``, ``tabel.gesorteerde_rijen``. Kolommen
zijn teksten of :class:`~lv_tools.basis.beeld.tabel.Tabelkolom`, cellen zijn tekst, getal, ``None``
of :class:`~lv_tools.basis.beeld.tabel.Tabelcel` (met ``merk`` en ``uitleg``).

Gesprekken en papier
--------------------
``Groot(tekst, *delen, boven="", onder="")``: een vraag in grote letters die het scherm kan vullen.
``Projectie(titel)``: de knop die wat ernaast staat op het grote scherm laat zien.
``Wekker(minuten, sleutel="...", totaal=0)``: een rustige klok; een andere ``sleutel`` is een andere
vraag.
``Kaartlijst(label, bij_actie, kaarten=[Kaart(id, titel, (Actie(naam, tekst),))])``:
``bij_actie(id, naam)``.
``Afdruk(tekst, maak)`` met ``maak() -> Document`` (:mod:`lv_tools.basis.uitvoer.document`).

Delen
-----
``Adres(bij_adres)`` geeft het adres van de bladzijde en wat er achter het hekje staat.
``Verzoek(sleutels, bij_verzoek)`` leest welke keuze een link naar het hulpmiddel meegeeft.
``Kopieerveld(label, tekst)`` en ``Qrcode(label, tekst)`` maken er een link van om door te geven.
``Inlevercode(code, naam)`` laat antwoorden zien als code, en ``Camera(bij_codes)`` leest ze.

Bestanden
---------
``Download(tekst, maak)`` met ``maak() -> Bestand(naam, inhoud, type)``.
``Upload(label, bij_bestanden, soorten=".json", meer=False)``.

``Deelbericht(maak)`` laat een tekst zien die de lezer zelf deelt of kopieert
(:mod:`lv_tools.basis.uitvoer.bericht`).
``export_row(naam, document, tabellen)`` geeft de rij knoppen waarmee een uitslag eruit gaat.

In elk deel mag een functie van het hulpmiddel een fout geven: de lezer ziet dan een Nederlandse
melding met de uitweg, en wat hij invulde blijft staan.
"""

from __future__ import annotations

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tabel import Tabelcel, Tabelkolom
from lv_tools.basis.beeld.weergave import Html
from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.schermdelen.adres import Adres, Kopieerveld, Qrcode
from lv_tools.schermdelen.afdruk import Afdruk
from lv_tools.schermdelen.bestanden import Bestand, Download, Upload
from lv_tools.schermdelen.bewaren import Bewaren
from lv_tools.schermdelen.deel import Deel, Invoerdeel
from lv_tools.schermdelen.deelbericht import Deelbericht
from lv_tools.schermdelen.exporteren import export_row
from lv_tools.schermdelen.figuur import Figuur
from lv_tools.schermdelen.formulier import Formulier
from lv_tools.schermdelen.grote_vraag import Groot
from lv_tools.schermdelen.hulpmiddel import hulpmiddel, origin
from lv_tools.schermdelen.indeling import Kolom, Rij, Sectie, Tabbladen, Uitklap
from lv_tools.schermdelen.kaartlijst import Actie, Kaart, Kaartlijst
from lv_tools.schermdelen.keuze import Keuzelijst, Keuzerondjes, Knop, Vinkje, Vinkjes
from lv_tools.schermdelen.later import Camera, Inlevercode
from lv_tools.schermdelen.scherm import Scherm
from lv_tools.schermdelen.tabel import Tabel
from lv_tools.schermdelen.tekst import Koppeling, Mededeling, Nadruk, Tekst
from lv_tools.schermdelen.veld import Invoerveld, field_part
from lv_tools.schermdelen.verzoek import Verzoek
from lv_tools.schermdelen.vragenlijst import Schaalpunt, Stelling, Vragenlijst
from lv_tools.schermdelen.wekker import Wekker

__all__ = [
    "Actie",
    "Adres",
    "Afdruk",
    "Bestand",
    "Bewaren",
    "Camera",
    "Deel",
    "Deelbericht",
    "Download",
    "Figuur",
    "Figuurblad",
    "Formulier",
    "Groot",
    "Html",
    "Inlevercode",
    "Invoerdeel",
    "Invoerfout",
    "Invoerveld",
    "Kaart",
    "Kaartlijst",
    "Keuzelijst",
    "Keuzerondjes",
    "Knop",
    "Kolom",
    "Kopieerveld",
    "Koppeling",
    "Mededeling",
    "Nadruk",
    "Qrcode",
    "Rij",
    "Schaalpunt",
    "Scherm",
    "Sectie",
    "Stelling",
    "Tabbladen",
    "Tabel",
    "Tabelcel",
    "Tabelkolom",
    "Tekst",
    "Uitklap",
    "Upload",
    "Veld",
    "Verzoek",
    "Vinkje",
    "Vinkjes",
    "Vragenlijst",
    "Wekker",
    "export_row",
    "field_part",
    "hulpmiddel",
    "origin",
]
