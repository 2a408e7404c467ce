"""Een afspraak wijzigen: wie wat doet en wanneer verandert nu eenmaal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.gespreksprompter.scherm.paneel import Gesprekspaneel
from lv_tools.schermdelen import Deel, Invoerveld, Knop, Rij, Sectie


class Wijzigpaneel(Gesprekspaneel):
    """De velden van één afspraak; wat leesbaar is, geldt meteen."""

    #: Onder ``wijzig-<naam>`` onthoudt het werk welke afspraak open is.
    naam = ""
    #: Wordt geroepen als de gebruiker klaar is.
    bij_klaar: Callable[[], object]
    _velden: tuple[Invoerveld, ...] = ()

    def build(self) -> Iterable[Deel]:
        """De velden van de afspraak die open is."""
        self.vak = Lijst[str](str, self._fields)
        return (self.vak.deel,)

    def show(self) -> None:
        """Toon de afspraak die open is, als zij in dit vak te zien is."""
        pad = self._pad
        self.vak.show([pad] if pad else [])
        self.deel.verborgen = not pad

    @property
    def _pad(self) -> str:
        """Het pad van de afspraak die open is; leeg als zij er niet meer is, of elders hoort."""
        pad = self.werk.plek.get(f"wijzig-{self.naam}", "")
        hier = self.staat.path if self.naam == "afspraak" else f"reeksen/{self.staat.current.id}"
        try:
            get_at(self.staat, pad)
        except LookupError:
            return ""
        return pad if pad.startswith(f"{hier}/") else ""

    def start(self, pad: str) -> None:
        """Toon de velden van deze afspraak en zet de focus in het eerste."""
        self.werk.go(f"wijzig-{self.naam}", pad)
        self.refresh()
        if self._velden:
            self._velden[0].focus()

    def stop(self) -> None:
        """Berg de velden op; wat leesbaar was, is al bewaard."""
        self.werk.go(f"wijzig-{self.naam}", "")

    def _fields(self, pad: str) -> Deel:
        zeg, velden = self.inhoud.zeg, self.velden
        self._velden = tuple(
            velden.text(f"{pad}/{naam}", zeg(f"afspraak_{naam}"), houd=True)
            for naam in ("wat", "wie", "wanneer", "bewijs")
        )
        wat, wie, wanneer, bewijs = self._velden
        return Sectie(
            zeg("wijzig_kop"),
            wat,
            Rij(wie, wanneer),
            bewijs,
            Knop(zeg("wijzig_klaar"), self._done),
            niveau=4,
        )

    def _done(self) -> None:
        """Berg de velden op, tenzij er iets staat wat niet bewaard kan worden."""
        for veld in self._velden:
            if isinstance(fout := veld.read(), Invoerfout):
                veld.fout = str(fout)
                veld.focus()
                return
        self.stop()
        self.bij_klaar()
