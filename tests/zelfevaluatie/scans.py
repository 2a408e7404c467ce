"""Scans en mensen voor de toetsen: verzonnen, klein en gevarieerd."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.zelfevaluatie.model.opzet import EigenStelling, Opzet, stellingen_van
from lv_tools.zelfevaluatie.model.scan import Samenoordeel, Scan
from lv_tools.zelfevaluatie.teksten import instrument

INHOUD = instrument()
ROLLEN = ["bestuur", "intern-toezicht", "schoolleiding", "gmr"]
TIJD = "2026-11-22T10:00:00+01:00"

#: Twee thema's, volledig, met een eigen stelling: groot genoeg om alles te raken.
OPZET = Opzet(
    "0123456789ab",
    "De Vaart 2026",
    date(2026, 11, 22),
    "naam",
    "volledig",
    ("bka1", "cyclisch"),
    ("bestuur", "intern-toezicht", "schoolleiding"),
    (EigenStelling("eigen-1", "cyclisch", "Wij vieren wat lukt."),),
    ("GMR",),
)
KERN = replace(OPZET, versie="kern", themas=tuple(INHOUD.themas), eigen=())
CODES = list(stellingen_van(OPZET, INHOUD))

regel = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="\t"), min_size=1, max_size=20
)
antwoord = st.sampled_from([1, 2, 3, 4, None, 0])


@st.composite
def mensen(draw, codes=CODES, rollen=ROLLEN):
    """Een respondent; ``codes`` zijn de stellingen die hij kan invullen."""
    return Respondent(
        f"p{draw(st.integers(0, 10**9))}",
        draw(st.sampled_from(rollen)),
        draw(st.dictionaries(st.sampled_from(codes), antwoord, max_size=len(codes))),
        {},
        "",
        TIJD,
        draw(st.dictionaries(st.sampled_from(["bka1:bewijs", "cyclisch:opmerking"]), regel)),
    )


def groepen(codes=CODES, grootste=14):
    """Een groep mensen zonder dubbele kenmerken."""
    return st.lists(mensen(codes), max_size=grootste, unique_by=lambda r: r.id)


def scan_of(groep, modus="naam", opzet=OPZET):
    """Zet een groep in een scan met een bron."""
    bronnen = (Bron("groep", tuple(groep)),) if groep else ()
    return Scan(replace(opzet, modus=modus), bronnen)


def people(rol, aantal, antwoorden, vanaf=0, **verder):
    """Geef mensen met dezelfde rol en antwoorden."""
    return [
        Respondent(f"{rol}-{nummer}", rol, dict(antwoorden), {}, versie=TIJD, **verder)
        for nummer in range(vanaf, vanaf + aantal)
    ]


def earlier(groep):
    """Geef een groep van een vorige keer: nieuwe invullingen, en te weinig om iemand te herkennen.

    Een anonieme scan ligt niet naast een scan met voor een deel dezelfde invullingen.
    """
    return [
        replace(r, id=f"toen-{r.id}", antwoorden=dict(list(r.antwoorden.items())[:7]))
        for r in groep
    ]


oordelen = st.builds(
    Samenoordeel,
    st.just("bka1"),
    st.none() | st.integers(1, 4),
    st.just(date(2026, 12, 1)),
    regel,
    regel,
    regel,
    st.just(2),
    st.just(3),
    st.integers(0, 40),
)
