"""Stap 5: wat de drie samen afspreken, tekenen, en het profiel meenemen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.vorm.pad import join
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.kwaliteitsprofiel.model.profiel import Rol, Samen, points
from lv_tools.kwaliteitsprofiel.model.samen import adopt, spokesmen
from lv_tools.kwaliteitsprofiel.scherm.paneel import Profielpaneel
from lv_tools.kwaliteitsprofiel.scherm.uitkomst import file_name
from lv_tools.kwaliteitsprofiel.teksten import Punt
from lv_tools.kwaliteitsprofiel.verslag.bericht import share_text
from lv_tools.kwaliteitsprofiel.verslag.document import all_tables
from lv_tools.kwaliteitsprofiel.verslag.profielblad import hour_sentence, profile, status
from lv_tools.schermdelen import (
    Deel,
    Deelbericht,
    Invoerveld,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Sectie,
    Tekst,
    export_row,
)

SAMEN = "kern/samen"


class Taakafspraken(Profielpaneel):
    """Per taak wie haar doet, met wie, en hoeveel uur; ernaast wat ieder zei."""

    def build(self) -> Iterable[Deel]:
        """Een stuk per taak, de vaste posten en de uren die er zijn."""
        zeg, text = self.inhoud.zeg, self.velden.text
        self.stand = Tekst(lijst=True)
        self.gezegd: dict[str, Tekst] = {}
        self.vragen: dict[str, tuple[Invoerveld, Invoerveld]] = {}
        self.lijst = Lijst[Punt](lambda punt: f"{punt.code} {punt.tekst}", self._task)
        posten = (text(f"{SAMEN}/{join('uren', p.code)}", p.tekst) for p in self.inhoud.post)
        return (
            Tekst(zeg("samen_taken_uitleg")),
            self.lijst.deel,
            Sectie(
                zeg("samen_uren_kop"),
                Rij(*posten),
                text(f"{SAMEN}/beschikbaar", zeg("samen_beschikbaar")),
                niveau=4,
            ),
            self.stand,
        )

    def show(self) -> None:
        """Laat de taken van nu zien, wat ieder zei, en hoe ver u bent."""
        uit, zeg = self.werk.uitslag, self.inhoud.zeg
        taken = points(uit.kern, self.inhoud, "taken")
        self.lijst.show(taken)
        for naast in uit.naast["straks"]:
            tekst = "; ".join(
                f"{uit.label(a.beeld)}: {self.inhoud.answer('straks', a.waarde)}"
                for a in naast.antwoorden
                if uit.zichtbaar
            )
            self._show_fields(naast.punt.code)
            vak = self.gezegd[naast.punt.code]
            if vak.alineas != ((tekst,) if tekst else ()):
                vak.alineas = (tekst,) if tekst else ()
        stand = uit.stand
        regels = [hour_sentence(uit)]
        if stand.open:
            regels.append(zeg("samen_stand_open", n=len(stand.open), alle=len(taken)))
        if stand.zonder_naam:
            namen = opsomming([f"‘{taak.tekst}’" for taak in stand.zonder_naam])
            regels.append(zeg("samen_stand_naam", taken=namen))
        if self.stand.alineas != tuple(regels):
            self.stand.alineas = tuple(regels)

    def _show_fields(self, code: str) -> None:
        """Vraag alleen wat bij de keuze hoort: wie die ander is, en de uren van de medewerker."""
        wie = self.werk.staat.kern.samen.wie.get(code, "")
        eigenaar, uren = self.vragen[code]
        for veld, nodig in (
            (eigenaar, wie in ("ander", "samen")),
            (uren, wie in ("medewerker", "samen")),
        ):
            if veld.verborgen == nodig:
                veld.verborgen = not nodig

    def _task(self, punt: Punt) -> Deel:
        zeg, velden, code = self.inhoud.zeg, self.velden, punt.code
        self.gezegd[code] = Tekst(klein=True)
        self.vragen[code] = (
            velden.text(f"{SAMEN}/{join('eigenaar', code)}", zeg("samen_eigenaar")),
            velden.text(f"{SAMEN}/{join('uren', code)}", zeg("samen_uren")),
        )
        return Sectie(
            punt.tekst,
            self.gezegd[code],
            Rij(
                velden.choice(
                    f"{SAMEN}/{join('wie', code)}",
                    zeg("samen_wie"),
                    list(self.inhoud.wie.items()),
                    leeg=zeg("samen_wie_leeg"),
                ),
                *self.vragen[code],
            ),
            niveau=4,
        )


class Invloedafspraken(Profielpaneel):
    """Beslissen en adviseren, overleggen en grenzen."""

    def build(self) -> Iterable[Deel]:
        """De velden; zij volgen het niveau."""
        self.vak = Kolom()
        self._bij = ""
        return (self.vak,)

    def show(self) -> None:
        """Maak de velden opnieuw als het niveau verandert."""
        kern = self.werk.staat.kern
        if kern.niveau == self._bij:
            return
        self._bij = kern.niveau
        zeg, velden, inhoud = self.inhoud.zeg, self.velden, self.inhoud
        onderwerpen = (
            Rij(
                velden.choice(
                    f"{SAMEN}/{join('gaat', punt.code)}",
                    punt.tekst,
                    list(inhoud.gaat.items()),
                    leeg=zeg("samen_wie_leeg"),
                ),
                velden.text(f"{SAMEN}/{join('hoort', punt.code)}", zeg("samen_hoort")),
            )
            for punt in points(kern, inhoud, "onderwerpen")
        )
        self.vak.inhoud = (
            Sectie(zeg("samen_gaat"), *onderwerpen, niveau=4),
            velden.checks(
                f"{SAMEN}/overleg",
                zeg("samen_overleg"),
                [(p.code, p.tekst) for p in points(kern, inhoud, "overleggen")],
            ),
            velden.checks(
                f"{SAMEN}/grenzen",
                zeg("samen_grenzen"),
                [(p.code, p.tekst) for p in points(kern, inhoud, "grenzen")],
            ),
            velden.text(f"{SAMEN}/grens", zeg("grens_eigen")),
        )


class Opdrachtafspraken(Profielpaneel):
    """De functie, de rol in één zin, en de vragen over kwaliteitscultuur."""

    def build(self) -> Iterable[Deel]:
        """De velden."""
        zeg, text = self.inhoud.zeg, self.velden.text
        return (
            text(f"{SAMEN}/functie", zeg("profiel_functie")),
            text(f"{SAMEN}/zin", zeg("zin"), hulp=zeg("zin_hulp")),
            *(
                text(f"{SAMEN}/open/{vraag.code}", vraag.tekst, hulp=vraag.hulp)
                for vraag in self.inhoud.open
            ),
        )


class Profielblad(Profielpaneel):
    """Alle afspraken, en het document."""

    def build(self) -> Iterable[Deel]:
        """Overnemen, de drie onderdelen, tekenen en meenemen."""
        zeg, werk, inhoud = self.inhoud.zeg, self.werk, self.inhoud
        self.melding = Mededeling(toon="goed", kijken=True)
        self.stand = Mededeling()
        self.overnemen = Kolom(
            Tekst(zeg("overnemen_uitleg")), Knop(zeg("overnemen"), self._take_over, kijken=True)
        )
        return (
            self.overnemen,
            self.melding,
            self.fold(zeg("samen_cultuur"), Opdrachtafspraken(werk, inhoud), open=True),
            self.fold(zeg("samen_taken"), Taakafspraken(werk, inhoud)),
            self.fold(zeg("samen_invloed"), Invloedafspraken(werk, inhoud)),
            self.velden.text(f"{SAMEN}/terug", zeg("terug_dag"), hulp=zeg("terug_dag_hulp")),
            Sectie(
                zeg("teken_kop"), Tekst(zeg("teken_uitleg")), *self._signers(), self.stand, niveau=3
            ),
            Sectie(
                zeg("deel_kop"),
                Tekst(zeg("deel_uitleg")),
                Deelbericht(lambda: share_text(werk.uitslag)),
                niveau=3,
            ),
            Sectie(
                zeg("profiel_mee"),
                export_row(
                    lambda soort, ext: file_name(werk, soort.replace("verslag", "profiel"), ext),
                    lambda: profile(werk.uitslag),
                    lambda: all_tables(werk.uitslag, inhoud),
                    {
                        "word": zeg("profiel_word"),
                        "afdruk": zeg("profiel_druk"),
                        "markdown": zeg("profiel_markdown"),
                    },
                ),
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Zeg of het een concept is."""
        uit = self.werk.uitslag
        self.stand.tekst = status(uit)
        self.overnemen.verborgen = not uit.zichtbaar
        bekend = spokesmen(uit.kern)
        for rol, veld in self.namen.items():
            naam = bekend.get(rol, "")
            veld.hulp = self.inhoud.zeg("teken_bekend", naam=naam) if naam else ""

    def _signers(self) -> list[Deel]:
        zeg, text, delen = self.inhoud.zeg, self.velden.text, list[Deel]()
        self.namen = dict[Rol, Invoerveld]()
        for akkoord in self.werk.staat.kern.akkoord:
            rol, pad = self.inhoud.rol[akkoord.id], f"kern/akkoord/{akkoord.id}"
            self.namen[akkoord.id] = text(f"{pad}/naam", zeg("teken_naam", rol=rol))
            dag = text(f"{pad}/dag", zeg("teken_dag", rol=rol))
            delen.append(Rij(self.namen[akkoord.id], dag))
        return delen

    def _take_over(self) -> None:
        was = self.werk.staat.kern.samen
        self.werk.change(lambda nu: replace(nu, kern=adopt(nu.kern, self.inhoud)))
        nu, zeg = self.werk.staat.kern.samen, self.inhoud.zeg
        n = _settled(nu) - _settled(was)
        self.melding.tekst = zeg("overgenomen", n=n) if n else zeg("overgenomen_niets")


def _settled(samen: Samen) -> int:
    """Tel hoeveel punten er zijn afgesproken."""
    keuzes = [*samen.wie.values(), *samen.gaat.values()]
    return sum(map(bool, keuzes)) + len(samen.overleg) + len(samen.grenzen)
