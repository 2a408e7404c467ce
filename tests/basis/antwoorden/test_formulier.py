"""De vragen voor een formulier elders: wat Forms en Google teruggeven, is weer wat mensen gaven."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tabelproef import INHOUD, URGENTIE, as_csv, as_xlsx

from lv_tools.basis.antwoorden.formulier import (
    GEEN_VAN_DEZE,
    PER_RASTER,
    WEET_NIET,
    form_questions,
    form_text,
    same_words,
)
from lv_tools.basis.antwoorden.tabel import read_rows
from lv_tools.basis.tabellen.tabelbestand import read_table
from lv_tools.risicoscan.teksten import instrument as risico_inhoud
from lv_tools.zelfevaluatie.model.opzet import new_setup, vragenset

ZELF = vragenset(new_setup(INHOUD), INHOUD)
VRAGENSETS = {"urgentiemeter": URGENTIE.vragen, "zelf": ZELF, "risico": risico_inhoud().vragen}
#: Zo beginnen exporten echt; met wat elk per keuze achter elkaar zet.
MICROSOFT = "ID,Begintijd,Tijd van voltooien,E-mail,Naam,Tijd van laatste wijziging"
ENGELS = "ID,Start time,Completion time,Email,Name,Last modified time"


def export(soort, gevraagd, mensen):
    """Maak de tabel die een aanbieder van deze vragen maakt."""
    google = soort.startswith("google")
    kop = {"google": ["Tijdstempel"], "google-engels": ["Timestamp"]}.get(soort)
    kop = kop or (ENGELS if soort == "engels" else MICROSOFT).split(",")
    for vraag in gevraagd:
        if vraag.vorm == "raster":
            kop += [f"{vraag.vraag} [{rij}]" if google else rij for rij in vraag.rijen]
        else:
            kop.append(vraag.vraag if google else f"{vraag.vraag}\xa0")
    rijen = []
    for nummer, wie in enumerate(mensen, start=1):
        tijd = f"2026-11-28 10:{nummer:02d}:07"
        rij = [tijd] if google else [nummer, tijd, tijd, "anonymous", "", ""]
        for vraag, antwoord in zip(gevraagd, wie, strict=True):
            if vraag.vorm == "raster":
                rij += antwoord
            elif vraag.vorm == "meer":
                rij.append(", ".join(antwoord) if google else "".join(f"{a};" for a in antwoord))
            else:
                rij.append(antwoord)
        rijen.append(rij)
    return [kop, *rijen]


def answer(vraag):
    """Wat iemand bij een vraag kan geven, zoals het in de tabel staat."""
    if vraag.vorm == "een":
        return st.sampled_from(vraag.keuzes)
    if vraag.vorm == "raster":
        cel = st.sampled_from(("", *vraag.keuzes))
        return st.lists(cel, min_size=len(vraag.rijen), max_size=len(vraag.rijen))
    if vraag.vorm == "open":
        return st.sampled_from(("", "In het teamoverleg, vorige week."))
    los = st.sampled_from(((), (GEEN_VAN_DEZE,), (WEET_NIET,)))
    echte = [keuze for keuze in vraag.keuzes if keuze not in (GEEN_VAN_DEZE, WEET_NIET)]
    return los | st.lists(st.sampled_from(echte), unique=True).map(tuple)


def read_back(vragen, gevraagd, inhoud):
    """Lees de tabel, en geef per persoon wat er nu staat in de woorden van het formulier."""
    inlezing = read_rows(read_table("lijst", inhoud), "lijst", vragen)
    assert inlezing.meldingen == ()
    woorden = {None: vragen.weet_niet, 0: vragen.nvt}
    woorden |= dict(enumerate(vragen.schaal, start=1))
    uit = []
    for wie in inlezing.bron.respondenten:
        per_code = {s.code: s for s in vragen.for_role(wie.rol)}
        codes = iter(per_code)
        keuzevragen = {v.tekst: v for v in vragen.keuzevragen}
        velden = {v.tekst: v.code for v in vragen.notitievelden}
        antwoorden = []
        for vraag in gevraagd:
            if vraag.vorm == "een":
                antwoorden.append(vragen.rolnaam(wie.rol))
            elif vraag.vorm == "raster":
                rij = [next(codes) for _ in vraag.rijen]
                assert [per_code[code].tekst for code in rij] == list(vraag.rijen)
                antwoorden.append(
                    [woorden[wie.antwoorden[c]] if c in wie.antwoorden else "" for c in rij]
                )
            elif vraag.vorm == "open":
                antwoorden.append(wie.notities.get(velden[vraag.vraag], ""))
            else:
                keuzevraag = keuzevragen[vraag.vraag]
                keuze = wie.keuzes.get(keuzevraag.code, "niets")
                naam = {o.code: o.tekst for o in keuzevraag.opties}
                antwoorden.append(
                    () if keuze == "niets"
                    else (WEET_NIET,) if keuze is None
                    else tuple(naam[code] for code in keuze) or (GEEN_VAN_DEZE,)
                )  # fmt: skip
        uit.append(antwoorden)
    return uit


@pytest.mark.parametrize("wat", list(VRAGENSETS))
@settings(max_examples=15)
@given(data=st.data())
def test_wat_een_formulier_teruggeeft_is_wat_mensen_gaven(wat, data):
    vragen = VRAGENSETS[wat]
    soort = data.draw(st.sampled_from(["microsoft", "engels", "google", "google-engels"]))
    rollen = data.draw(st.sampled_from(same_words(vragen)))
    gevraagd = form_questions(vragen, rollen, open_vragen=data.draw(st.booleans()))
    mensen = data.draw(
        st.lists(st.tuples(*map(answer, gevraagd)).map(list), min_size=1, max_size=4)
    )
    # Wie niets invult, telt nergens mee.
    mensen = [wie for wie in mensen if any(any(antwoord) for antwoord in wie[1:])]
    if not mensen:
        return
    tabel = export(soort, gevraagd, mensen)
    inhoud = as_csv(tabel, ",", "utf-8") if soort.startswith("google") else as_xlsx(tabel)
    assert read_back(vragen, gevraagd, inhoud) == mensen


@pytest.mark.parametrize("wat", list(VRAGENSETS))
def test_elke_rol_heeft_precies_een_formulier_met_al_haar_stellingen(wat):
    vragen = VRAGENSETS[wat]
    groepen = same_words(vragen)
    assert [rol for groep in groepen for rol in groep].count(vragen.rollen[0]) == 1
    assert {rol.code for groep in groepen for rol in groep} == {r.code for r in vragen.rollen}
    for groep in groepen:
        gevraagd = form_questions(vragen, groep)
        rijen = [rij for vraag in gevraagd for rij in vraag.rijen]
        for rol in groep:
            assert rijen == [s.tekst for s in vragen.for_role(rol.code)]
        assert max(len(vraag.rijen) for vraag in gevraagd) <= PER_RASTER
        tekst = form_text("Havo", groep, gevraagd)
        assert all(f"\n{zin}" in tekst for zin in (*rijen, *(rol.tekst for rol in groep)))


def test_anoniem_vraagt_niemand_om_eigen_woorden():
    groep = same_words(ZELF)[0]
    vormen = {vraag.vorm for vraag in form_questions(ZELF, groep, open_vragen=False)}
    assert vormen == {"een", "raster"}
