"""Een profiel zoals drie mensen het invullen: voor het model, en door de deur van de pagina."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from hulpproef import Proef
from hypothesis import strategies as st

from lv_tools.kwaliteitsprofiel.hulpmiddel import KWALITEITSPROFIEL
from lv_tools.kwaliteitsprofiel.model.profiel import TEKENAARS, VRAGEN, Beeld, Kern, points
from lv_tools.kwaliteitsprofiel.model.uitkomst import Uitkomst
from lv_tools.kwaliteitsprofiel.teksten import content

INHOUD = content()
MEDEWERKER, LEIDER, BESTUURDER = TEKENAARS
VOORAF, INVULLEN, UITKOMST, GESPREK, PROFIEL, LATER = range(6)


def picture(rol: str, kenmerk: str = "", **rest: Any) -> Beeld:
    """Maak een beeld van één persoon."""
    return Beeld(kenmerk or f"id-{rol}", rol, **rest)  # type: ignore[arg-type]


def look(*beelden: Beeld, **rest: Any) -> Uitkomst:
    """Reken de uitkomst uit van deze beelden."""
    kern = Kern(beelden=beelden, **rest)
    profiel = KWALITEITSPROFIEL.leeg(INHOUD)
    return Uitkomst(replace(profiel, kern=kern), INHOUD)


@st.composite
def beelden(draw: st.DrawFn, kern: Kern | None = None) -> Beeld:
    """Geef een willekeurig beeld, met antwoorden die op het scherm te geven zijn."""
    kern = kern or Kern()
    rol = draw(st.sampled_from(TEKENAARS))
    velden: dict[str, Any] = {}
    for code in VRAGEN:
        vraag = INHOUD.question(code)
        codes = [punt.code for punt in points(kern, INHOUD, vraag.lijst)]
        waarden = st.none() | st.integers(1, len(vraag.opties))
        velden[code] = draw(st.dictionaries(st.sampled_from(codes), waarden, max_size=5))
    taken = [punt.code for punt in points(kern, INHOUD, "taken")]
    uren = st.fractions(0, 400, max_denominator=4)
    return Beeld(
        draw(st.text("abcdef", min_size=4, max_size=6)),
        rol,
        draw(st.sampled_from(("", "Noor", "Bo"))),
        draw(st.sampled_from(("", "2026-09-01T10:00:00+02:00", "2026-09-02T10:00:00+02:00"))),
        per=draw(st.sampled_from(("jaar", "week"))),
        beschikbaar=draw(st.none() | uren),
        uren=draw(st.dictionaries(st.sampled_from(taken), uren, max_size=5)),
        **velden,
    )


class Profielproef(Proef):
    """Het profiel, met wat een lezer er steeds in doet."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(KWALITEITSPROFIEL, **rest)

    @property
    def kern(self) -> Kern:
        return self.werk.staat.kern

    @property
    def in_beeld(self) -> str:
        """Alle tekst van wat te zien is."""
        delen = [d for d in self.scherm.walk() if not self.bezwaar(d)]
        return " ".join(str(d.eigenschappen) for d in delen)

    def zet_klaar(self, **velden: str) -> None:
        """Vul stap 1 in, en zet de drie rollen klaar."""
        self.stap(VOORAF)
        for veld, waarde in velden.items():
            self.vul(f"kern/{veld}", waarde)
        if not self.kern.beelden:
            self.klik(INHOUD.zeg("drie_erbij"))

    def beurt(self, rol: str, **velden: Any) -> str:
        """Laat iemand invullen en het apparaat doorgeven; geef zijn kenmerk."""
        self.stap(INVULLEN)
        wie = next(b.id for b in self.kern.beelden if b.rol == rol)
        self.vul("open", wie)
        for veld, waarde in velden.items():
            self.vul(f"kern/beelden/{wie}/{veld}", waarde)
        self.klik(INHOUD.zeg("klaar"))
        return wie

    def open_delen(self, rol: str) -> str:
        """Kies wie invult, en klap alle onderdelen open."""
        self.stap(INVULLEN)
        wie = next(b.id for b in self.kern.beelden if b.rol == rol)
        self.vul("open", wie)
        for deel in ("taken", "gesprek", "invloed", "afblijven", "uren"):
            vak = next(
                d
                for d in self.scherm.walk()
                if d.eigenschappen.get("titel") == INHOUD.zeg(f"deel_{deel}")
                and not self.bezwaar(d)
            )
            self.gebeur(vak, "wijziging", waarde=True)
        return f"kern/beelden/{wie}"

    def stuur(self, label: str, naam: str, inhoud: bytes) -> None:
        """Kies een bestand in het veld met dit opschrift."""
        deel = next(d for d in self.scherm.walk() if d.eigenschappen.get("label") == label)
        bestanden = [{"naam": naam, "type": "application/json"}]
        self.gebeur(deel, "bestanden", inhoud, bestanden=bestanden)

    def neem(self, knop: str) -> tuple[str, bytes]:
        """Klik op een knop die een bestand maakt, en geef naam en inhoud."""
        self.klik(knop)
        inhoud, buffers = next(
            (b, buf) for b, buf in reversed(self.gestuurd) if b.get("naam") == "bied-aan"
        )
        return inhoud["gegevens"]["naam"], buffers[0]


UUR = Fraction(1)
