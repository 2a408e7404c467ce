"""Boven de stappen: weten waar de bladzijde staat, en een uitnodiging achter het hekje openen."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.adreslink import LinkError
from lv_tools.schermdelen import Adres, Deel, Mededeling
from lv_tools.urgentiemeter.bestand.link import from_fragment, has_invitation
from lv_tools.urgentiemeter.model.scan import empty
from lv_tools.urgentiemeter.model.uitnodiging import take_part
from lv_tools.urgentiemeter.scherm.paneel import ADRES, Meterpaneel


class Koppaneel(Meterpaneel):
    """Opent een uitnodiging één keer per link."""

    def build(self) -> Iterable[Deel]:
        """Het adres en de melding."""
        self._hekje = ""
        self.melding = Mededeling(toon="fout")
        return (Adres(self._address), self.melding)

    def show(self) -> None:
        """Open de uitnodiging, zodra er een bestand openstaat."""
        if self._hekje and self.werk.geopend:
            self._open_link()

    def _address(self, adres: str, hekje: str) -> None:
        self.werk.gedeeld[ADRES] = adres
        self._hekje = hekje if has_invitation(hekje) else ""
        self.werk.touch()

    def _open_link(self) -> None:
        hekje, self._hekje = self._hekje, ""
        try:
            uitnodiging = from_fragment(hekje, self.inhoud)
        except LinkError as fout:
            self.melding.tekst = str(fout)
            return
        nieuw = take_part(self.werk.staat, empty(self.inhoud), uitnodiging)
        if nieuw is None:
            self.melding.tekst = self.inhoud.zeg("mee_anders", naam=uitnodiging.naam)
            return
        self.melding.tekst = ""
        self.werk.change(lambda _scan: nieuw)
        self.werk.go("stap", "beleving")
        if self.deel.scherm is not None:
            self.deel.scherm.meld(self.inhoud.zeg("mee_opent", naam=uitnodiging.naam))
