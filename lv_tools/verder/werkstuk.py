"""Eén bewaard bestand van een hulpmiddel, met wat het hulpmiddel er zelf ook van maakt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.onderzoek.samenvoegen import merge_counts
from lv_tools.basis.opslag.werkbestand import GROOTSTE, Bewaard, Onleesbaar, to_json, today
from lv_tools.basis.uitvoer.document import (
    Document,
    Figuurblok,
    Tweevorm,
    Vouw,
    to_markdown,
)
from lv_tools.basis.uitvoer.papier import write_word
from lv_tools.basis.uitvoer.sjabloon import read_template
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel, to_xlsx
from lv_tools.basis.verzamelen.groep import sources
from lv_tools.bouwdoos.openen import open_object, read_whole
from lv_tools.verder.antwoorden import long_frame, wide_frame
from lv_tools.verder.figuren import draw
from lv_tools.verder.ramen import to_frame

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

#: Waar :meth:`Werkstuk.schrijf` aan ziet wat er geschreven wordt.
VORMEN = (".docx", ".md", ".xlsx", ".json")


@dataclass(frozen=True)
class Werkstuk:
    """Bewaard werk uit één hulpmiddel; zie :func:`open_werk`.

    Attributes
    ----------
    hulpmiddel : str
        De ene naam van het hulpmiddel, zoals ``"urgentiemeter"``.
    naam : str
        Hoe de lezer het werk noemde.
    tijd : datetime
        Wanneer het bewaard is, met tijdzone.
    bestand : str
        Waar het vandaan komt.
    staat
        Wat er in het bestand staat, als bevroren waarde van het hulpmiddel.
    uitslag
        Wat het hulpmiddel daarvan maakt: dezelfde uitkomst als op het scherm.
    """

    hulpmiddel: str
    naam: str
    tijd: datetime
    bestand: str
    staat: Any = field(repr=False)
    _deur: Any = field(repr=False, compare=False)
    _werk: Any = field(repr=False, compare=False)

    @cached_property
    def uitslag(self) -> Any:
        """De uitkomst, op de dag van nu."""
        return self._werk.uitslag

    @property
    def titel(self) -> str:
        """Waar het werk over gaat, in de woorden van de lezer; anders de naam van het werk."""
        return str(self._deur.titel(self.staat)) or self.naam

    def antwoorden(self, vorm: str = "lang", *, namen: bool = False) -> pd.DataFrame:
        """Geef wat mensen antwoordden, met elk soort antwoord apart.

        Dit kan alleen als de groep op naam werkt. In alle andere gevallen komen losse antwoorden
        er niet uit, net als uit het hulpmiddel zelf; gebruik dan :meth:`tabellen`, waarin kleine
        groepen verborgen zijn.

        Parameters
        ----------
        vorm : str
            ``"lang"``: een rij per persoon en vraag, met ``waarde`` (een getal, of leeg) en
            ``soort``: ``"antwoord"``, ``"weet niet"``, ``"n.v.t."`` of ``"niet ingevuld"``. Bij
            een vraag met opties is er een rij per optie, met 1 (``"genoemd"``) of 0 (``"niet
            genoemd"``). ``"breed"``: een rij per persoon, met per vraag een kolom met de waarde en
            een kolom met het soort (``OR1`` en ``OR1_soort``). In beide heeft alleen een echt
            antwoord een waarde, dus een gemiddelde telt de andere nooit als nul.
        namen : bool
            Zet namen van mensen erbij. Zonder opgave is de kolom ``naam`` leeg.

        Returns
        -------
        pandas.DataFrame
            In ``attrs["met_de_hand_geteld"]`` staat hoeveel mensen in een zaal met de hand zijn
            geteld: zij tellen mee in de uitslag, en hebben hier geen rij.

        Raises
        ------
        ValueError
            Als er een andere vorm gevraagd wordt.
        LookupError
            Als het hulpmiddel geen antwoorden van mensen heeft.
        PermissionError
            Als de groep niet op naam werkt.
        """
        if vorm not in ("lang", "breed"):
            raise ValueError(f"vorm {vorm!r} bestaat niet; kies ‘lang’ of ‘breed’")
        if self._deur.groep is None:
            raise LookupError(
                f"{self.hulpmiddel} heeft geen antwoorden van mensen; gebruik ‘tabellen()’"
            )
        groep, vragen = self._deur.groep(self.staat, self._werk_inhoud)
        if groep.modus != "naam":
            waarom = "is anoniem" if groep.is_anonymous else "werkt niet op naam"
            raise PermissionError(
                f"‘{self.titel}’ {waarom}: losse antwoorden komen er niet uit. "
                "Gebruik ‘tabellen()’; daarin zijn kleine groepen verborgen"
            )
        maak = long_frame if vorm == "lang" else wide_frame
        frame = maak(groep, vragen, namen=namen)
        geteld = merge_counts(sources(groep, vragen))
        frame.attrs = {
            "titel": self.titel,
            "schaal": dict(enumerate(vragen.schaal, start=1)),
            "met_de_hand_geteld": sum(handvol.telling.personen for handvol in geteld),
        }
        return frame

    def tabellen(self) -> dict[str, pd.DataFrame]:
        """Geef de tabellen die het hulpmiddel ook naar Excel schrijft, per titel."""
        return {tabel.titel: _frame_of(tabel) for tabel in self._tables()}

    def bladen(self) -> dict[str, Figuurblad]:
        """Geef elke figuur met haar samenvatting, tabel, n, bron en wat zij niet zegt."""
        verslag = self._deur.verslag(self.uitslag, self._werk_inhoud)
        alle = (*_sheets(verslag.blokken), *self._deur.figuren(self.uitslag, self._werk_inhoud))
        uit: dict[str, Figuurblad] = {}
        for blad in alle:
            if blad is not None:
                uit.setdefault(blad.titel, blad)
        return uit

    def figuren(self, *, donker: bool = False) -> dict[str, go.Figure]:
        """Geef elke figuur als plotly-figuur, per titel.

        Parameters
        ----------
        donker : bool
            Gebruik de kleuren voor een donkere achtergrond.

        Returns
        -------
        dict
            Per titel een figuur van plotly. Wat u ermee doet, is aan u: plotly zelf haalt niets
            van internet op, maar
            ``write_html`` verwijst daar zonder ``include_plotlyjs=True`` wel naar.
        """
        return {titel: draw(blad, donker=donker) for titel, blad in self.bladen().items()}

    def verslag(self) -> Document:
        """Geef het verslag, los van de vorm waarin het verschijnt; zie :meth:`schrijf`."""
        document: Document = self._deur.verslag(self.uitslag, self._werk_inhoud)
        return document

    def schrijf(self, pad: str | Path, *, sjabloon: str | Path | None = None) -> Path:
        """Schrijf het verslag, de tabellen of het werk zelf, en geef het pad terug.

        Parameters
        ----------
        pad : str of pathlib.Path
            De extensie zegt wat het wordt: ``.docx`` of ``.md`` voor het verslag, ``.xlsx`` voor
            de tabellen, en ``.json`` voor het werk, om weer in het hulpmiddel te openen.
        sjabloon : str of pathlib.Path
            Een Wordbestand van uw school (``.docx`` of ``.dotx``). Het verslag in Word krijgt
            daarvan het logo, de letters, de kleuren en wat er boven en onder een bladzijde staat.

        Raises
        ------
        ValueError
            Bij een andere extensie, of als het sjabloon niet te gebruiken is.
        """
        doel = Path(pad)
        if doel.suffix == ".docx":
            vorm = read_template(Path(sjabloon).read_bytes()) if sjabloon else None
            doel.write_bytes(write_word(self.verslag(), today(), vorm))
        elif doel.suffix == ".md":
            doel.write_text(to_markdown(self.verslag()), encoding="utf-8")
        elif doel.suffix == ".xlsx":
            doel.write_bytes(to_xlsx(self._tables()))
        elif doel.suffix == ".json":
            doel.write_text(self._saved(), encoding="utf-8")
        else:
            raise ValueError(f"{doel.name!r} eindigt niet op {', '.join(VORMEN)}")
        return doel

    @cached_property
    def _werk_inhoud(self) -> Any:
        return self._deur.inhoud()

    def _saved(self) -> str:
        staat = self._werk.to_data()
        return to_json(Bewaard(self.hulpmiddel, self._deur.versie, self.naam, self.tijd, staat))

    def _tables(self) -> list[Uitvoertabel]:
        return list(self._deur.tabellen(self.uitslag, self._werk_inhoud))


def open_werk(bron: str | Path | bytes) -> Werkstuk:
    """Open een bestand dat u in een hulpmiddel hebt opgeslagen (``.lv.json``).

    Werk van een eerdere versie gaat ook open. Het bestand zelf verandert niet.

    Parameters
    ----------
    bron : str, pathlib.Path of bytes
        Een pad, of de bytes van het bestand.

    Returns
    -------
    Werkstuk
        Wat erin staat, met wat het hulpmiddel daarvan maakt.

    Raises
    ------
    Onleesbaar
        Als het geen werk van een hulpmiddel is, beschadigd is of van een nieuwere versie; de
        tekst zegt wat te doen.
    FileNotFoundError
        Als het bestand er niet is.
    """
    if isinstance(bron, bytes):
        return from_bytes(bron, "Dit bestand")
    pad = Path(bron)
    return from_bytes(pad.read_bytes(), pad.name)


def from_bytes(
    inhoud: bytes | str,
    bestand: str,
    *,
    grens: int | None = GROOTSTE,
    naloop: Mapping[str, Any] | None = None,
) -> Werkstuk:
    """Open de inhoud van een bestand.

    Parameters
    ----------
    bestand
        Hoe het bestand in een fout heet.
    grens
        Grootste omvang in bytes; ``None`` is geen grens.
    naloop
        Wat er na het bewaren nog getypt is, als dat ergens anders staat.
    """
    gelezen = read_whole(inhoud, bestand, grens)
    soort = gelezen.get("soort")
    if soort == "reservekopie":
        raise Onleesbaar(
            f"{bestand}: dit is een reservekopie met meer dan één werkstuk. Gebruik ‘open_alles’"
        )
    if gelezen.get("instrument") == "dossier" and soort is None:
        raise Onleesbaar(f"{bestand}: dit is een dossier. Gebruik ‘lees_dossier’")
    open_ = open_object(gelezen, bestand, naloop)
    werk = open_.werk
    return Werkstuk(open_.deur.naam, open_.naam, open_.tijd, bestand, werk.staat, open_.deur, werk)


def _sheets(blokken: Any) -> Iterator[Figuurblad]:
    for blok in blokken:
        if isinstance(blok, Figuurblok):
            yield blok.blad
        elif isinstance(blok, Vouw):
            yield from _sheets(blok.blokken)
        elif isinstance(blok, Tweevorm):
            yield from _sheets((*blok.scherm, *blok.papier))


def _frame_of(tabel: Uitvoertabel) -> pd.DataFrame:
    frame = to_frame(tabel.kolommen, tabel.rijen)
    frame.attrs = {"titel": tabel.titel, "toelichting": list(tabel.toelichting)}
    return frame
