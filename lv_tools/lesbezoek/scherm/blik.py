"""Eén blik op een les: welke les, wat er te zien was, en het gesprek erna."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.vorm.pad import get_at
from lv_tools.lesbezoek.model.ronde import Blik, Kijkpunt, asked, with_code
from lv_tools.lesbezoek.model.samenvoegen import is_twice, open_points
from lv_tools.lesbezoek.scherm.paneel import Rondepaneel, Rondewerk, point_out_names, set_once
from lv_tools.lesbezoek.teksten import Instrument
from lv_tools.lesbezoek.verslag.document import card
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Download,
    Knop,
    Mededeling,
    Rij,
    Schaalpunt,
    Sectie,
    Stelling,
    Tekst,
)
from lv_tools.schermdelen.afdruk import Afdruk


class Deelpaneel(Rondepaneel):
    """Een paneel bij één blik; is de blik weg, dan wordt het niet meer bijgewerkt."""

    def __init__(self, werk: Rondewerk, inhoud: Instrument, pad: str) -> None:
        super().__init__(werk, inhoud)
        self.pad = pad

    @property
    def blik(self) -> Blik:
        """De blik van nu."""
        gevonden: Blik = get_at(self.werk.staat, self.pad)
        return gevonden

    def refresh(self) -> None:
        """Werk alleen bij wat er nog is."""
        try:
            get_at(self.werk.staat, self.pad)
        except LookupError:
            return
        super().refresh()


class Blikpaneel(Deelpaneel):
    """Alles van één blik, van boven naar beneden zoals het in de les gaat."""

    def __init__(
        self, werk: Rondewerk, inhoud: Instrument, pad: str, klaar: Callable[[], None]
    ) -> None:
        super().__init__(werk, inhoud, pad)
        self._klaar = klaar

    def build(self) -> Iterable[Deel]:
        """De les, de kijkpunten, de opmerkingen en het nagesprek."""
        zeg, velden, pad, inhoud = self.inhoud.zeg, self.velden, self.pad, self.inhoud
        blik = self.blik
        self.les = velden.choice(f"{pad}/les", zeg("les"), self._lessons(), leeg=zeg("les_leeg"))
        self.al = Mededeling(zeg("les_al"), "letop")
        self.duur = velden.radios(
            f"{pad}/duur", zeg("duur"), [(keus.code, keus.titel) for keus in inhoud.duur]
        )
        self.duur.verborgen = blik.soort != "bezoeker"
        leerlingen = blik.soort == "leerlingen"
        schaal = inhoud.schaal.leerlingen if leerlingen else inhoud.schaal.opties
        niet = inhoud.schaal.leerlingen_niet if leerlingen else inhoud.schaal.niet_gezien
        self.lijst = velden.answers(
            f"{pad}/gegeven",
            zeg("kijkvraag" if blik.soort == "bezoeker" else f"kijkvraag_{blik.soort}"),
            self._statements(),
            [*(Schaalpunt(n, t) for n, t in enumerate(schaal, start=1)), Schaalpunt(None, niet)],
            uitleg=zeg("kijk_uitleg_leerlingen" if leerlingen else "kijk_uitleg"),
            niveau=4,
        )
        self.stand = Mededeling()
        woorden = self.fold(zeg("woorden"), Woordenpaneel(self.werk, inhoud, pad))
        vraag: tuple[Deel, ...] = ()
        gesprek: tuple[Deel, ...] = ()
        if blik.soort == "bezoeker":
            vraag = (self.fold(zeg("docent_vraag"), Vraagpaneel(self.werk, inhoud, pad)),)
            gesprek = (self.fold(zeg("nagesprek"), Nagesprekpaneel(self.werk, inhoud, pad)),)
        return (
            Sectie(
                f"{inhoud.soorten[blik.soort]}",
                Tekst(next(k.uitleg for k in inhoud.soort if k.code == blik.soort)),
                self.les,
                self.al,
                self.duur,
                *vraag,
                self.lijst,
                self.stand,
                woorden,
                *gesprek,
                velden.text(f"{pad}/dag", zeg("dag")),
                Knop(zeg("klaar"), self._klaar, hoofd=True),
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Vraag wat bij deze blik hoort, en zeg wat er nog leeg is."""
        zeg, blik, ronde = self.inhoud.zeg, self.blik, self.werk.staat
        self.les.offer(self._lessons(), blik.les)
        set_once(self.al, "verborgen", not is_twice(with_code(ronde), blik))
        self.lijst.say(self._statements(), self.lijst.eigenschappen["hulp"])
        open_ = len(open_points(ronde, blik))
        set_once(self.stand, "toon", "gewoon" if open_ else "goed")
        set_once(self.stand, "tekst", zeg("nog_open", n=open_) if open_ else zeg("alles"))

    def _lessons(self) -> list[tuple[str, str]]:
        codes = dict.fromkeys(
            (*self.werk.staat.codes, *((self.blik.les,) if self.blik.les else ()))
        )
        return [(code, code) for code in codes]

    def _statements(self) -> list[Stelling]:
        """Geef alle kijkpunten; wat bij deze blik niet gevraagd wordt, is er niet."""
        ronde, blik = self.werk.staat, self.blik
        hier = {punt.id for punt in asked(ronde, blik)}
        return [
            Stelling(
                punt.id,
                punt.leerling if blik.soort == "leerlingen" else punt.tekst,
                "" if blik.soort == "leerlingen" else self._levels(punt),
                weg=punt.id not in hier,
            )
            for punt in ronde.kijkpunten
            if punt.tekst.strip()
        ]

    def _levels(self, punt: Kijkpunt) -> str:
        zeg = self.inhoud.zeg
        begin = zeg("niveau_begin", begin=punt.begin) if punt.begin.strip() else ""
        sterk = zeg("niveau_sterk", sterk=punt.sterk) if punt.sterk.strip() else ""
        return " ".join(deel for deel in (begin, sterk) if deel)


class Woordenpaneel(Deelpaneel):
    """Bij elk kijkpunt een opmerking, met een wenk als er een naam in lijkt te staan."""

    def build(self) -> Iterable[Deel]:
        """Een veld per kijkpunt."""
        zeg = self.inhoud.zeg
        self.delen: dict[str, tuple[Deel, Mededeling]] = {}
        for punt in self.werk.staat.kijkpunten:
            veld = self.velden.text(
                f"{self.pad}/woorden/{punt.id}",
                zeg("woorden_bij", wat=punt.tekst),
                hulp=zeg("woorden_hulp"),
            )
            self.delen[punt.id] = (veld, Mededeling(toon="letop"))
        return [deel for paar in self.delen.values() for deel in paar]

    def show(self) -> None:
        """Toon de velden die erbij horen, en wijs namen aan."""
        blik = self.blik
        hier = {punt.id for punt in asked(self.werk.staat, blik)}
        for code, (veld, melding) in self.delen.items():
            tekst = self.werk.text(f"{self.pad}/woorden/{code}")
            set_once(veld, "verborgen", code not in hier and not tekst)
            point_out_names(self.inhoud, melding, tekst)


class Vraagpaneel(Deelpaneel):
    """Waar de docent zelf naar vraagt."""

    def build(self) -> Iterable[Deel]:
        """Het veld."""
        zeg = self.inhoud.zeg
        self.melding = Mededeling(toon="letop")
        veld = self.velden.text(
            f"{self.pad}/nagesprek/vraag", zeg("docent_vraag"), hulp=zeg("docent_vraag_hulp")
        )
        return veld, self.melding

    def show(self) -> None:
        """Wijs namen aan."""
        point_out_names(self.inhoud, self.melding, self.blik.nagesprek.vraag)


class Nagesprekpaneel(Deelpaneel):
    """Drie vragen in vijf minuten, en wat de docent zich voorneemt."""

    def build(self) -> Iterable[Deel]:
        """De vragen, het voornemen, en het kaartje dat de docent meekrijgt."""
        zeg = self.inhoud.zeg
        self.melding = Mededeling(toon="letop")
        vragen = (
            f"{zeg('nagesprek_vraag', minuten=deel.minuten, vraag=deel.vraag)} {deel.hulp}"
            for deel in self.inhoud.nagesprek
        )
        return (
            Tekst(zeg("nagesprek_uitleg")),
            Tekst(*vragen, lijst=True, genummerd=True),
            self.velden.text(
                f"{self.pad}/nagesprek/voornemen", zeg("voornemen"), hulp=zeg("voornemen_hulp")
            ),
            self.melding,
            Rij(
                Afdruk(zeg("kaartje_druk"), lambda: card(self.blik, self.inhoud)),
                Download(zeg("kaartje"), self._card),
            ),
        )

    def show(self) -> None:
        """Wijs namen aan."""
        point_out_names(self.inhoud, self.melding, self.blik.nagesprek.voornemen)

    def _card(self) -> Bestand:
        tekst = to_markdown(card(self.blik, self.inhoud))
        return Bestand(self.file_name("kaartje", "md"), tekst.encode(), "text/markdown")
