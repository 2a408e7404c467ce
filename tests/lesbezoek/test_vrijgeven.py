"""Geen combinatie van wat eruit komt, laat zien wat er in één les te zien was."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rondes import DAG, blik, more, ronde, vrij

from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import to_csv
from lv_tools.lesbezoek.model.meegeven import make_point, points, questions
from lv_tools.lesbezoek.model.ronde import Ronde, drop_view
from lv_tools.lesbezoek.model.uitkomst import compute
from lv_tools.lesbezoek.model.vrijgeven import needed, ready, release
from lv_tools.lesbezoek.teksten import instrument
from lv_tools.lesbezoek.verslag.document import all_tables, report

INHOUD = instrument()


def exports(staat: Ronde) -> str:
    """Alles wat naar buiten gaat: verslag, tabellen, verbeterpunten en vragen."""
    uit = compute(staat)
    if uit.zichtbaar:
        gemaakt = tuple(replace(make_point(b, uit, INHOUD), id=b.punt.id) for b in uit.beelden[:3])
        uit = compute(replace(staat, punten=gemaakt))
    tabellen = b"".join(to_csv(tabel) for tabel in all_tables(uit, INHOUD)).decode()
    stukken = (*points(uit.ronde), *questions(uit, INHOUD))
    return "\n".join((to_markdown(report(uit, INHOUD)), tabellen, *map(repr, stukken)))


def lessen(n: int, **gegeven: int | None) -> list:
    return [blik(les, **gegeven) for les in range(1, n + 1)]


def test_met_vijf_lessen_en_vijf_docenten_is_er_een_uitkomst() -> None:
    staat = vrij([*lessen(4, doel=3), blik(5, doel=1)])
    beeld = compute(staat).beelden[0]
    assert beeld.telling is not None
    assert beeld.telling.verdeling.aantallen == (1, 0, 4)
    assert (beeld.telling.lessen, beeld.telling.kijkers, beeld.aard) == (5, 1, "veel")


@pytest.mark.parametrize(
    ("hoeveel", "docenten", "mist"),
    [
        (4, 4, ("lessen", "docenten")),
        (6, None, ("docenten",)),
        (6, 1, ("docenten",)),
        (6, 7, ("te-veel",)),
    ],
)
def test_te_weinig_lessen_of_docenten_geeft_niets(hoeveel: int, docenten: int, mist: tuple) -> None:
    staat = ronde(lessen(hoeveel, doel=3), docenten=docenten)
    assert ready(staat).mist == mist
    assert release(staat, DAG) == staat
    assert not compute(staat).zichtbaar
    assert questions(compute(staat), INHOUD) == ()


def test_hoe_zeker_volgt_uit_wie_keek_en_of_zij_hetzelfde_zagen() -> None:
    een = vrij(lessen(5, doel=1))
    meer = vrij([*lessen(4, doel=1), blik(5, wie="B", doel=1)])
    docenten = [blik(les, "docent", doel=1) for les in range(1, 6)]
    eens = vrij([*lessen(5, doel=1), *docenten])
    oneens = vrij([*lessen(5, doel=3), *docenten])
    zeker = [compute(staat).beelden[0].zekerheid for staat in (een, meer, eens, oneens)]
    assert zeker == ["een-blik", "meer-bronnen", "meer-mensen", "meer-bronnen"]
    verschil = compute(oneens).beelden[0].verschil
    assert verschil is not None
    assert (verschil.een, verschil.ander, verschil.zelfde) == ("bezoeker", "docent", 0)
    assert any("bezoekers en docenten" in v.tekst for v in questions(compute(oneens), INHOUD))


@pytest.mark.parametrize(
    ("docent", "leerlingen", "zeker"),
    [(4, 4, "meer-mensen"), (3, 4, "meer-bronnen"), (4, 1, "meer-bronnen")],
)
def test_hetzelfde_gezien_is_elk_paar_in_meer_dan_de_helft_van_de_lessen(
    docent: int, leerlingen: int, zeker: str
) -> None:
    blikken = lessen(6, doel=3)
    for soort, eens in (("docent", docent), ("leerlingen", leerlingen)):
        blikken += [blik(les, soort, doel=3 if les <= eens else 1) for les in range(1, 7)]
    beeld = compute(vrij(blikken, docenten=6)).beelden[0]
    assert {(o.een, o.ander) for o in beeld.overeen} >= {
        ("bezoeker", "docent"),
        ("bezoeker", "leerlingen"),
    }
    assert beeld.zekerheid == zeker


@pytest.mark.parametrize(("wat", "fase"), [(1, "check"), (2, "check"), (3, "borging")])
def test_wat_al_lukt_is_een_vraag_over_vasthouden(wat: int, fase: str) -> None:
    (vraag,) = questions(compute(vrij(lessen(5, doel=wat))), INHOUD)
    assert vraag.fase == fase


def test_een_les_die_later_komt_wacht_op_genoeg_andere() -> None:
    eerst = vrij(lessen(5, doel=3))
    staat = more(eerst, [blik(6, doel=1)])
    assert exports(staat) == exports(eerst)
    assert ready(staat).mist == ("lessen",)
    later = more(staat, [blik(les, doel=2) for les in range(7, 11)])
    telling = compute(later).beelden[0].telling
    assert telling is not None
    assert telling.verdeling.aantallen == (1, 4, 5)


def test_een_late_blik_op_een_oude_les_verandert_niets() -> None:
    eerst = vrij(lessen(5, doel=3))
    assert exports(more(eerst, [blik(2, "docent", doel=1)])) == exports(eerst)
    assert exports(more(eerst, [blik(2, wie="B", doel=1)])) == exports(eerst)


def test_een_kijkpunt_dat_in_te_weinig_lessen_te_zien_was_is_afgeschermd() -> None:
    staat = vrij([*lessen(2, doel=1, rust=3), *[blik(n, doel=None, rust=3) for n in range(3, 7)]])
    doel, rust = compute(staat).beelden
    assert doel.telling is None
    assert doel.klein == ("bezoeker",)
    assert rust.telling is not None
    assert "afgeschermd" in exports(staat)


def test_niemand_zag_het_is_wel_te_zeggen() -> None:
    doel = compute(vrij(lessen(5, doel=None))).beelden[0]
    assert doel.telling is not None
    assert (doel.telling.verdeling.n, doel.telling.verdeling.weet_niet) == (0, 5)
    assert doel.aard == ""


def test_wie_een_les_weghaalt_ziet_niet_wat_zij_was() -> None:
    zes = [*lessen(5, doel=3), blik(6, doel=1)]
    staat = vrij(zes, docenten=6)
    zonder = drop_view(staat, zes[5].id)
    assert not compute(zonder).zichtbaar
    opnieuw = release(replace(zonder, docenten=5), DAG)
    assert not compute(opnieuw).zichtbaar
    assert ready(zonder).blikken == ()
    terug = replace(zonder, blikken=(*zonder.blikken, zes[5]))
    assert exports(terug) == exports(staat)


def test_een_antwoord_dat_daarna_verandert_laat_niets_zien() -> None:
    staat = vrij(lessen(5, doel=3))
    anders = replace(staat.blikken[0], gegeven={"doel": 1})
    assert not compute(replace(staat, blikken=(anders, *staat.blikken[1:]))).zichtbaar


def test_voorbeelden_alleen_bij_wat_te_zien_is() -> None:
    staat = vrij([*lessen(2, doel=1, rust=3), *[blik(n, rust=3) for n in range(3, 7)]])
    staat = replace(staat, voorbeelden={"doel": "wisbordje", "rust": "de bel\nde deur"})
    assert [b.voorbeelden for b in compute(staat).beelden] == [(), ("de bel", "de deur")]


def test_wat_iemand_erbij_schreef_gaat_nergens_mee() -> None:
    blikken = [replace(b, woorden={"doel": "GEHEIM"}) for b in lessen(5, doel=3)]
    tekst = exports(vrij(blikken))
    assert "GEHEIM" not in tekst
    assert not any(f"L{nummer}" in tekst for nummer in range(1, 6))


# -- voor elke ronde -----------------------------------------------------------------------------

antwoorden = st.fixed_dictionaries(
    {}, optional={p: st.sampled_from([1, 2, 3, None]) for p in ("doel", "rust")}
)


@st.composite
def rondes(trek: st.DrawFn) -> tuple[Ronde, ...]:
    """Een ronde zoals zij groeit: bezoeken erbij, vrijgeven, weghalen, en weer verder."""
    staat, stappen = ronde(grens=trek(st.integers(2, 5))), []
    for _ in range(trek(st.integers(1, 4))):
        erbij = [
            replace(blik(les, soort, wie), gegeven=gaf)
            for les, soort, wie, gaf in trek(
                st.lists(
                    st.tuples(
                        st.integers(1, 9),
                        st.sampled_from(["bezoeker", "docent", "leerlingen"]),
                        st.sampled_from(["A", "B"]),
                        antwoorden,
                    ),
                    max_size=14,
                )
            )
        ]
        staat = more(staat, erbij, trek(st.integers(1, 9)))
        stappen.append(staat)
        if staat.blikken and trek(st.booleans()):
            staat = drop_view(staat, trek(st.sampled_from([b.id for b in staat.blikken])))
            stappen.append(staat)
    return tuple(stappen)


def _cells(stappen: tuple[Ronde, ...], punt: str, soort: str) -> list[set[str]]:
    """Per vrijgave de lessen waarin deze kijkers dit kijkpunt zagen."""
    alle = {b.id: b for staat in stappen for b in staat.blikken}
    laatste = max(stappen, key=lambda staat: len(staat.vrijgaven))
    return [
        {
            alle[i].les
            for i in vrijgave.blikken
            if alle[i].soort == soort and alle[i].gegeven.get(punt) is not None
        }
        for vrijgave in laatste.vrijgaven
    ]


@settings(deadline=None, max_examples=30)
@given(rondes(), st.data())
def test_wat_te_klein_is_verandert_geen_letter(
    stappen: tuple[Ronde, ...], data: st.DataObject
) -> None:
    """Wat is afgeschermd of niet vrijgegeven, mag van alles zijn: geen uitvoer verandert."""
    gehad = {i: n for n, v in enumerate(stappen[-1].vrijgaven) for i in v.blikken}
    klein = {
        (nummer, punt, soort)
        for punt in ("doel", "rust")
        for soort in ("bezoeker", "docent", "leerlingen")
        for nummer, cel in enumerate(_cells(stappen, punt, soort))
        if 0 < len(cel) < stappen[-1].grens
    }
    anders: dict[str, dict[str, int | None]] = {}
    for staat in stappen:
        for b in staat.blikken:
            anders.setdefault(b.id, dict(b.gegeven))
            for punt, was in b.gegeven.items():
                vrij_ = gehad.get(b.id)
                if was is not None and (vrij_ is None or (vrij_, punt, b.soort) in klein):
                    anders[b.id][punt] = data.draw(st.sampled_from([1, 2, 3]))
    _same_exports(stappen, anders)


@settings(deadline=None, max_examples=30)
@given(rondes(), st.randoms(use_true_random=False))
def test_lessen_wisselen_van_plaats_en_geen_letter_verandert(
    stappen: tuple[Ronde, ...], kans
) -> None:  # type: ignore[no-untyped-def]
    """Binnen een vrijgave mag elke les het antwoord van een andere hebben: niemand ziet het."""
    anders = {b.id: dict(b.gegeven) for staat in stappen for b in staat.blikken}
    alle = {b.id: b for staat in stappen for b in staat.blikken}
    laatste = max(stappen, key=lambda staat: len(staat.vrijgaven))
    for vrijgave in laatste.vrijgaven:
        for punt in ("doel", "rust"):
            # Lessen die door dezelfde kijkers gezien zijn, ruilen al hun antwoorden.
            vorm: dict[tuple, list[list[str]]] = defaultdict(list)
            for les in {alle[i].les for i in vrijgave.blikken}:
                hier = sorted(
                    (i for i in vrijgave.blikken if alle[i].les == les),
                    key=lambda i: (alle[i].soort, alle[i].bezoeker, i),
                )
                zag = [i for i in hier if alle[i].gegeven.get(punt) is not None]
                vorm[tuple(alle[i].soort for i in zag)].append(zag)
            for groepen in vorm.values():
                geruild = groepen[:]
                kans.shuffle(geruild)
                for van, naar in zip(groepen, geruild, strict=True):
                    for een, ander in zip(van, naar, strict=True):
                        anders[een][punt] = alle[ander].gegeven[punt]
    _same_exports(stappen, anders)


def _same_exports(stappen: tuple[Ronde, ...], anders: dict[str, dict[str, int | None]]) -> None:
    """Speel dezelfde ronde nog eens met andere antwoorden, en vergelijk alle uitvoer."""
    from lv_tools.lesbezoek.model.vrijgeven import stamp

    for staat in stappen:
        blikken = tuple(replace(b, gegeven=anders[b.id]) for b in staat.blikken)
        wereld = replace(staat, blikken=blikken)
        hier = {b.id: b for b in blikken}
        vrijgaven = tuple(
            replace(
                v,
                blikken={
                    i: stamp(wereld, hier[i]) if i in hier else oud for i, oud in v.blikken.items()
                },
            )
            for v in staat.vrijgaven
        )
        assert exports(replace(wereld, vrijgaven=vrijgaven)) == exports(staat)


@settings(deadline=None, max_examples=40)
@given(rondes())
def test_het_verschil_van_twee_uitkomsten_gaat_over_genoeg_lessen(
    stappen: tuple[Ronde, ...],
) -> None:
    """Een getal dat later anders is, veranderde door ten minste de grens aan lessen."""
    for een, ander in itertools.pairwise(stappen):
        voor, na = compute(een), compute(ander)
        for was, wordt in zip(voor.beelden, na.beelden, strict=True):
            for soort in {*was.tellingen, *wordt.tellingen}:
                a, b = was.tellingen.get(soort), wordt.tellingen.get(soort)
                n_a, n_b = (t.verdeling.n if t else 0 for t in (a, b))
                assert (
                    n_a == n_b
                    or abs(n_a - n_b) >= een.grens
                    or a is None
                    or b is None
                    or (
                        ander.vrijgaven != een.vrijgaven  # er ging iets weg én er kwam iets bij
                    )
                )


#: Wie er naast bezoeker A keek: de docent, leerlingen, of nog een bezoeker.
ERBIJ = {"d": ("docent", ""), "l": ("leerlingen", ""), "b": ("bezoeker", "B")}
KIJKERS = [
    wie
    for soorten in (["", "d", "l", "dl"], ["", "b", "d", "bd"])
    for wie in itertools.combinations_with_replacement(soorten, 4)
]


@pytest.mark.parametrize("wie", KIJKERS, ids="-".join)
def test_uit_alles_volgt_geen_les_buiten_een_eensgezinde_groep(wie: tuple[str, ...]) -> None:
    """Reken terug: van elke les is met de uitkomst niets zeker, behalve als iedereen hetzelfde zag.

    Vier lessen, met een grens van twee; elke les zag een bezoeker, en soms meer mensen.
    Twee antwoorden zijn genoeg om terug te kunnen rekenen.
    """
    kijkers = [
        (les, *kijker)
        for les, extra in enumerate(wie, 1)
        for kijker in (("bezoeker", "A"), *(ERBIJ[letter] for letter in extra))
    ]
    klassen: dict[tuple, list[tuple[int, ...]]] = defaultdict(list)
    for antwoord in itertools.product([1, 3], repeat=len(kijkers)):
        blikken = [blik(*kijker, doel=wat) for kijker, wat in zip(kijkers, antwoord, strict=True)]
        beeld = compute(vrij(blikken, docenten=4, grens=2)).beelden[0]
        te_zien = (
            tuple(
                (s, t.verdeling.aantallen, t.lessen, t.kijkers)
                for s, t in sorted(beeld.tellingen.items())
            ),
            beeld.overeen,
        )
        klassen[te_zien].append(antwoord)
    for (tellingen, _overeen), werelden in klassen.items():
        eens = {s for s, aantallen, *_ in tellingen if sum(a > 0 for a in aantallen) == 1}
        for plek, (_les, soort, _wie) in enumerate(kijkers):
            if len({wereld[plek] for wereld in werelden}) == 1 and soort not in eens:
                gelijk = _mixed_but_equal(wie, kijkers, plek, werelden[0])
                assert gelijk, (wie, tellingen, _overeen, werelden)


def _mixed_but_equal(
    wie: tuple[str, ...], kijkers: list[tuple[int, str, str]], plek: int, wereld: tuple[int, ...]
) -> bool:
    """Zat deze les in een groep van ten minste twee lessen waarin zij allemaal hetzelfde zagen?"""
    les, soort, _wie = kijkers[plek]
    letters = sorted(set("".join(wie)))
    for naar in itertools.product(*[["", letter] for letter in letters]):
        vorm = [set(extra) & set(naar) for extra in wie]
        groep = {n for n, deze in enumerate(vorm, 1) if deze == vorm[les - 1]}
        gaf = {a for (n, s, _), a in zip(kijkers, wereld, strict=True) if n in groep and s == soort}
        if len(groep) >= 2 and len(gaf) == 1:
            return True
    return False


def test_meer_lessen_dan_docenten_dan_ligt_de_grens_hoger() -> None:
    """Eén docent gaf er vijf van de negen: iets dat alleen daar te zien was, is van die docent."""
    een = [blik(les, doel=1, rust=3) for les in range(1, 6)]
    rest = [blik(les, doel=None, rust=2) for les in range(6, 10)]
    doel, rust = compute(vrij([*een, *rest], docenten=5)).beelden
    assert (doel.klein, doel.telling) == (("bezoeker",), None)
    assert rust.telling is not None
    verschillend = compute(vrij([*een, *rest], docenten=9)).beelden[0]
    assert verschillend.telling is not None
    assert verschillend.telling.lessen == 5


@given(st.integers(5, 60), st.integers(5, 60), st.integers(5, 30))
def test_wat_te_zien_is_gaat_over_genoeg_docenten(lessen: int, docenten: int, grens: int) -> None:
    """De drukste docenten gaven samen alles wat er meer is; dan nog zijn het er genoeg."""
    if not grens <= docenten <= lessen:
        return
    meeste_van_een = lessen - docenten + 1
    drukste = meeste_van_een + (grens - 2)  # de andere gaven er elk één
    assert needed(lessen, docenten, grens) == drukste + 1


def test_een_docent_die_niets_zag_staat_er_niet_alleen() -> None:
    doel = compute(vrij([*lessen(5, doel=3), blik(1, "docent", doel=None)])).beelden[0]
    assert "docent" not in doel.tellingen
    assert doel.klein == ("docent",)


def test_een_vrijgave_die_in_een_bestand_kleiner_is_gemaakt_telt_niet() -> None:
    staat = vrij(lessen(5, doel=3))
    (vrijgave,) = staat.vrijgaven
    eerste = dict(itertools.islice(vrijgave.blikken.items(), 1))
    for anders in (replace(vrijgave, blikken=eerste), replace(vrijgave, docenten=1)):
        assert not compute(replace(staat, vrijgaven=(anders,))).zichtbaar
