"""Wat een bladzijde over een hulpmiddel belooft, kan het hulpmiddel ook.

Elk stuk tekst dat naar een hulpmiddel wijst, staat hieronder met de toets die laat zien dat het
kan. Een nieuw stuk zonder regel laat deze toets falen, net als een toets die niet meer bestaat.
Noemt een bladzijde een onderdeel bij naam (*Ritme*), dan heet dat onderdeel in het hulpmiddel zo.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import beweringen as bw
import proza
import pytest
from toetsnamen import functions_in
from vantoen.lijst import read_list

WORTEL = Path(__file__).parents[2]
INSTRUMENTEN = WORTEL / "data" / "instrumenten"
BLADZIJDEN = ("handreiking/*.md", "netwerkdag/*.md", "routes/*.md", "index.md")
LINK = re.compile(r"instrumenten/(?!index)([a-z]+)(?:-[a-z]+)?\.(?:ipynb|md)")
#: Een onderdeel bij naam staat cursief en begint met een hoofdletter; ``*Maak:*`` is een opdracht.
ONDERDEEL = re.compile(r"(?<!\*)\*([A-Z][^*:]+)\*(?!\*)")

PROMPTER = "tests/gespreksprompter"
METER = "tests/urgentiemeter"
ZELF = "tests/zelfevaluatie"
PLAN = "tests/verbeterplan"
VERKENNER = "tests/bevindingenverkenner"
KALENDER = "tests/kwaliteitskalender"
PROFIEL = "tests/kwaliteitsprofiel"
BORD = "tests/verbeterbord"
BEZOEK = "tests/inspectiebezoek"
LESBEZOEK = "tests/lesbezoek"
RAPPORTAGE = "tests/kwaliteitsrapportage"
SCHOLEN = "tests/scholen"

VORIGE_EERST = (
    f"{RAPPORTAGE}/test_model.py::test_het_blad_begint_met_wat_de_vorige_keer_is_afgesproken",
    f"{RAPPORTAGE}/test_model.py::test_wat_niet_af_is_staat_op_het_volgende_blad_en_wat_af_is_niet",
)
GIDS = (
    f"{PROMPTER}/model/test_kiezen.py::test_een_gids_houdt_zich_aan_de_afspraken",
    f"{PROMPTER}/model/test_kiezen.py::test_elke_gevraagde_fase_komt_aan_bod",
    f"{PROMPTER}/model/test_kiezen.py::test_de_tijd_wordt_gevuld",
)
EIGEN_VRAAG = (f"{PROMPTER}/model/test_bewerken.py::test_een_eigen_vraag_vervangt_en_staat_vast",)
RITME = (f"{PROMPTER}/model/test_ritme.py::test_een_schooljaar_volgens_de_presentatie",)
VERDER = (f"{PROMPTER}/model/test_reeks.py::test_het_volgende_gesprek_opent_met_wat_openstaat",)
PER_ROL = (
    f"{METER}/figuur/test_figuren.py::test_kwadrant_toont_elke_groep_met_dezelfde_getallen_als_de_tabel",
    f"{METER}/figuur/test_figuren.py::test_verschillen_noemen_de_grootste_kloof",
)
ZAAL = (f"{METER}/scherm/test_scherm.py::test_tellen_in_de_zaal",)
TABEL = (
    "tests/basis/antwoorden/test_koppen.py::test_de_vaste_kolommen_van_echte_exporten",
    "tests/basis/antwoorden/test_formulier.py::test_wat_een_formulier_teruggeeft_is_wat_mensen_gaven",
)
CODES = (
    f"{METER}/scherm/test_codes.py::test_veertig_codes_in_een_chat_geplakt_tellen_elk_een_keer",
    "tests/browser/test_zaal.py::test_veertig_antwoorden_in_twee_minuten_met_camera_en_chat",
)
CODES_ANONIEM = (
    f"{METER}/scherm/test_codes.py::test_anoniem_verandert_de_muur_pas_na_weer_vijf_mensen",
)
CODES_OVERAL = (
    "tests/levend/test_code.py::test_python_en_de_telefoon_schrijven_en_lezen_hetzelfde",
)
KEUZE_VOORAF = (f"{METER}/scherm/test_scherm.py::test_een_groep_kiest_eerst_op_naam_of_anoniem",)
PER_GROEP = (
    f"{ZELF}/figuur/test_figuren.py::test_de_tabel_bij_de_stippen_zegt_hetzelfde_als_de_uitslag",
    f"{ZELF}/model/test_uitslag.py::test_op_naam_is_elke_groep_te_zien_ook_van_een_persoon",
)
VERZAMELEN = (f"{ZELF}/bestand/test_inlezen.py::test_twaalf_bestanden_waarvan_een_stuk",)
SAMEN = (f"{ZELF}/model/test_samenoordeel.py::test_bewaren_vervangen_en_weghalen",)
TABELLEN = (
    f"{VERKENNER}/scherm/test_scherm.py::test_every_view_opens_with_figure_or_table_and_downloads",
    f"{VERKENNER}/scherm/test_scherm.py::test_two_standards_side_by_side",
)
MIJN_AFDELING = (f"{VERKENNER}/scherm/test_scherm.py::test_my_department_follows_the_choice",)
DOWNLOAD = (
    f"{VERKENNER}/scherm/test_scherm.py::test_filter_changes_figure_and_file",
    f"{VERKENNER}/test_verslag.py::test_source_and_limits_travel_along",
)
PAPIER = ("tests/book/test_beloften_hulpmiddelen.py::test_de_bladen_en_kaarten_bestaan",)
KAARTEN = (
    f"{PROMPTER}/verslag/test_document.py::test_kaarten_elke_vraag_een_keer_met_de_goede_achterkant",
)

MEELEZEN = (
    f"{PLAN}/scherm/test_scherm.py::test_een_doel_weg_laat_zijn_maatregel_staan_en_dat_valt_op",
    f"{PLAN}/scherm/test_scherm.py::test_een_advies_houdt_niets_tegen",
)
HALVERWEGE = (
    f"{PLAN}/scherm/test_scherm.py::test_een_bericht_geeft_een_kleur_met_de_som",
    f"{PLAN}/scherm/test_scherm.py::test_de_midterm_review_besluit_per_activiteit",
)

DRIE_PUNTEN = (
    "tests/risicoscan/test_scherm.py::test_hoogstens_drie_punten_met_het_bewijs_dat_er_al_is",
)
KLAARLEGGEN = (
    "tests/risicoscan/test_scherm.py::test_verbeterpunten_liggen_klaar_en_houden_hun_kenmerk",
)
EIGEN_WERKVORM = (
    "tests/book/test_beloften_hulpmiddelen.py::test_de_werkvorm_bij_een_hulpmiddel_is_er",
)

#: Wat een stuk tekst belooft, met de toetsen die laten zien dat het kan.
BELOFTEN: dict[str, tuple[str, ...]] = {
    # de gespreksprompter
    "bij *Ritme*": RITME,
    "legt uw gesprekken bij *Ritme* over het schooljaar, en bewaart de afspraken": RITME + VERDER,
    "het volgende gesprek begint daarmee": GIDS + VERDER,
    "kiest vragen bij uw gesprek: met wie, over welke fase en in hoeveel tijd": GIDS,
    "vragen over opdracht, rol, verantwoording en informatie zitten erin": (
        f"{PROMPTER}/model/test_vragenbank.py::test_wat_de_bron_aan_een_laag_vraagt_is_daar_te_kiezen",
        *EIGEN_VRAAG,
    ),
    "zet er per brug een eigen vraag in": EIGEN_VRAAG + RITME,
    "de vragen passen bij wie daar zit": GIDS,
    "een vraag met het doel waarderen (zeggen wat goed gaat)": (
        f"{PROMPTER}/model/test_kiezen.py::test_doel_en_onderwerp_bepalen_de_keuze",
    ),
    "kunt u erop kiezen": (
        f"{PROMPTER}/model/test_kiezen.py::test_doel_en_onderwerp_bepalen_de_keuze",
    ),
    "de tafel *Medezeggenschap met schoolleiding*: daar staan ook vragen alleen voor u": (
        f"{PROMPTER}/model/test_vragenbank.py::test_bestuur_toezicht_en_medezeggenschap_hebben_eigen_vragen",
        *GIDS,
    ),
    "een tafel *Raad van toezicht met bestuur*, met vragen alleen voor u": (
        f"{PROMPTER}/model/test_vragenbank.py::test_bestuur_toezicht_en_medezeggenschap_hebben_eigen_vragen",
    ),
    "kies de fase check, het team als gesprekspartner en twintig minuten": (
        *GIDS,
        "tests/book/test_beloften_hulpmiddelen.py::test_een_team_heeft_in_twintig_minuten_genoeg_vragen",
    ),
    "maakt een gids; de [kaarten]": GIDS + PAPIER,
    "Bereid een eerste gesprek voor met de": GIDS,
    "of in de [gespreksprompter]": GIDS + PAPIER,
    "kies de tafel *Bestuur met rectoren of directeuren*": GIDS,
    "het gesprek van bestuur en scholen, met als eigen onderwerp": (
        f"{PROMPTER}/model/test_kiezen.py::test_doel_en_onderwerp_bepalen_de_keuze",
        f"{PROMPTER}/model/test_vragenbank.py::test_wat_de_bron_aan_een_laag_vraagt_is_daar_te_kiezen",
    ),
    "een gids voor het gesprek van een teamleider met het team": GIDS,
    "een gids voor uw eerstvolgende gesprek met een team of met uw bestuur": GIDS,
    "een gids met vragen en tijden voor een gesprek over kwaliteit": GIDS + VERDER,
    "Kies *vaksectie* en het aantal minuten dat u samen hebt": GIDS,
    "een gids voor uw eerstvolgende teamoverleg, met een afspraak aan het eind": GIDS + VERDER,
    "Zoek drie vragen voor het volgende overleg": GIDS,
    "Alle andere vragen staan bij de [gesprekskaarten]": (
        *KAARTEN,
        "tests/book/test_beloften_hulpmiddelen.py::test_op_elk_vak_en_elke_kaart_staat_wat_de_paklijst_zegt",
    ),
    "bij de gespreksprompter, voor een gesprek in drietallen": PAPIER,
    # het inspectiebezoek
    "wie doet wat vóór, tijdens en na een bezoek": (
        f"{BEZOEK}/test_scherm.py::test_from_the_announcement_to_the_day_after_and_the_same_when_restored",
    ),
    "het plan rekent terug vanaf de dag, en schuift mee als die verandert": (
        f"{BEZOEK}/test_planning.py::test_moving_the_visit_moves_only_what_was_not_fixed",
        f"{BEZOEK}/test_scherm.py::test_from_the_announcement_to_the_day_after_and_the_same_when_restored",
    ),
    "maakt van deze termijnen dagen, en slaat weekenden over, en de vakanties die u invult": (
        f"{BEZOEK}/test_planning.py::test_a_weekend_a_holiday_and_a_vacation_are_skipped_towards_the_visit_or_away",
    ),
    "geeft u en uw scholen elk een eigen rij taken, met een dag erbij": (
        f"{BEZOEK}/test_scherm.py::test_a_task_of_your_own_is_made_changed_and_shown_per_role",
        f"{BEZOEK}/test_planning.py::test_six_weeks_before_is_six_weeks_before",
    ),
    "wie doet wat vóór, tijdens en na een bezoek van de Inspectie": (
        f"{BEZOEK}/test_scherm.py::test_from_the_announcement_to_the_day_after_and_the_same_when_restored",
    ),
    # de kwaliteitskalender
    "wat meet u dit jaar, en wanneer praat u erover": (
        f"{KALENDER}/test_scherm.py::test_een_jaar_van_begin_tot_eind_en_na_terugzetten_hetzelfde",
    ),
    "zet overleggen, metingen en lesbezoeken in één schooljaar, en laat zien welke meting": (
        f"{KALENDER}/test_scherm.py::test_een_jaar_van_begin_tot_eind_en_na_terugzetten_hetzelfde",
        f"{KALENDER}/test_controle.py::test_meten_zonder_gesprek_te_vroeg_en_te_laat",
    ),
    "zet overleggen, metingen en lesbezoeken in één schooljaar.": (
        f"{KALENDER}/test_scherm.py::test_een_jaar_van_begin_tot_eind_en_na_terugzetten_hetzelfde",
    ),
    "zet de gesprekken van bestuur en school in één jaar, naast metingen en bezoeken": (
        f"{KALENDER}/test_scherm.py::test_een_jaar_van_begin_tot_eind_en_na_terugzetten_hetzelfde",
    ),
    "en zet het jaar in de [kwaliteitskalender]": (
        f"{KALENDER}/test_scherm.py::test_een_jaar_van_begin_tot_eind_en_na_terugzetten_hetzelfde",
    ),
    "U ziet welke meting nog geen gesprek heeft": (
        f"{KALENDER}/test_controle.py::test_meten_zonder_gesprek_te_vroeg_en_te_laat",
    ),
    # het lesbezoek
    "helpt u van de afspraken tot de uitkomst, met een [werkvorm voor drie weken]": (
        f"{LESBEZOEK}/test_scherm.py::test_het_begint_met_spelregels_en_houdt_niets_tegen",
        f"{LESBEZOEK}/test_scherm.py::test_zes_lessen_twee_bezoekers_een_uitkomst",
    ),
    "zijn er een kijkblad, een telblad en een kaartje voor de docent": PAPIER,
    "Wat u kiest, neemt het [verbeterplan](../instrumenten/verbeterplan.ipynb) over": (
        f"{LESBEZOEK}/test_scherm.py::test_verbeterpunten_en_vragen_liggen_klaar_voor_plan_en_gesprek",
    ),
    "u kunt het ook samen gebruiken, met een eigen vraag": (
        "tests/lesbezoek/test_scherm.py::test_zes_lessen_twee_bezoekers_een_uitkomst",
    ),
    "wat ziet u als u samen naar lessen kijkt, met een eigen vraag": (
        "tests/lesbezoek/test_scherm.py::test_zes_lessen_twee_bezoekers_een_uitkomst",
    ),
    "begint met zulke spelregels": (
        f"{LESBEZOEK}/test_scherm.py::test_het_begint_met_spelregels_en_houdt_niets_tegen",
    ),
    "Wat er vooraf afgesproken hoort te zijn, en wat u zelf invult": (
        f"{LESBEZOEK}/test_scherm.py::test_het_begint_met_spelregels_en_houdt_niets_tegen",
        f"{LESBEZOEK}/test_scherm.py::test_nagesprek_drie_vragen_in_vijf_minuten_en_een_eigen_voornemen",
    ),
    "Wat er volgens ons eerst afgesproken moet zijn, staat bij het [lesbezoek]": (
        f"{LESBEZOEK}/test_scherm.py::test_het_begint_met_spelregels_en_houdt_niets_tegen",
    ),
    "lees de afspraken vooraf": (
        f"{LESBEZOEK}/test_scherm.py::test_het_begint_met_spelregels_en_houdt_niets_tegen",
    ),
    "waarvoor is het, wie leest de aantekeningen, en wanneer gaan ze weg? Het [lesbezoek]": (
        f"{LESBEZOEK}/test_scherm.py::test_het_begint_met_spelregels_en_houdt_niets_tegen",
    ),
    # de kwaliteitsrapportage
    "één bladzijde per school voor het gesprek van bestuur en rector": VORIGE_EERST,
    "één bladzijde per school voor het gesprek met het bestuur, met voorop": VORIGE_EERST,
    "Hoe dat eruit kan zien, laat onze [kwaliteitsrapportage]": (
        f"{RAPPORTAGE}/test_papier.py::test_het_stilstaande_beeld_zegt_dat_de_school_verzonnen_is",
    ),
    "en lees ze naast elkaar bij *Voor het bestuur*": (
        f"{RAPPORTAGE}/test_scherm.py::test_een_bestuur_leest_vier_scholen_naast_elkaar_onderdeel_voor_onderdeel",
    ),
    "Maak het blad met de [kwaliteitsrapportage]": (
        f"{RAPPORTAGE}/test_scherm.py::test_van_het_dossier_naar_een_blad_en_na_het_gesprek_naar_het_volgende",
    ),
    # het kwaliteitsprofiel
    "vullen u, uw schoolleider en uw bestuurder elk apart in wat u doet en zou moeten doen": (
        f"{PROFIEL}/test_scherm.py::test_three_people_in_turn_see_where_they_differ",
        f"{PROFIEL}/test_scherm.py::test_everybody_on_a_device_of_his_own_and_brought_together",
        f"{PROFIEL}/test_scherm.py::test_the_profile_is_a_concept_until_three_signed",
    ),
    "welke taken geen eigenaar hebben, en waar iemand meepraat zonder de gegevens": (
        f"{PROFIEL}/test_model.py::test_a_task_without_owner",
        f"{PROFIEL}/test_model.py::test_influence_without_information",
    ),
    "elk apart de vragen over opdracht, kaders, rol, aansturing en informatie": (
        f"{PROFIEL}/test_scherm.py::test_three_people_in_turn_see_where_they_differ",
    ),
    "wat uw schoolleider en bestuurder zouden invullen": (
        f"{PROFIEL}/test_scherm.py::test_three_people_in_turn_see_where_they_differ",
    ),
    "vul met uw schoolleider en bestuurder het [kwaliteitsprofiel]": (
        f"{PROFIEL}/test_scherm.py::test_three_people_in_turn_see_where_they_differ",
    ),
    # scholen naast elkaar
    "waar lijken uw scholen": (
        f"{SCHOLEN}/test_scherm.py::test_bestanden_in_een_keer_kiezen_en_naast_elkaar_zien",
    ),
    "Leg hun bestanden dan in één keer [naast elkaar]": (
        f"{SCHOLEN}/test_scherm.py::test_bestanden_in_een_keer_kiezen_en_naast_elkaar_zien",
    ),
    "één rij per school, zonder ranglijst": (
        f"{SCHOLEN}/test_model.py::test_een_rij_per_school_met_n_en_spreiding",
        f"{SCHOLEN}/test_model.py::test_de_volgorde_hangt_nooit_van_een_uitkomst_af",
        f"{SCHOLEN}/test_scherm.py::test_geen_tabel_is_te_sorteren",
    ),
    "en open ze samen in [scholen naast elkaar]": (
        f"{SCHOLEN}/test_model.py::test_elke_soort_bestand_heeft_een_rij_per_school",
    ),
    # het verbeterbord
    "een doel voor vier tot zes weken, en elke week een kwartier": (
        f"{BORD}/test_scherm.py::test_drie_weken_bij_het_bord_en_na_terugzetten_hetzelfde",
    ),
    "Zet één doel op het [verbeterbord]": (
        f"{BORD}/test_scherm.py::test_drie_weken_bij_het_bord_en_na_terugzetten_hetzelfde",
    ),
    "vier tafels van zes maken in veertig minuten elk een bord": EIGEN_WERKVORM,
    "stap *Naast elkaar*, en [ga kijken]": (
        f"{BORD}/test_scherm.py::test_borden_naast_elkaar_op_het_alfabet_met_vragen_en_zonder_telling",
    ),
    "wat doet de kwaliteitsmedewerker, en wat verwachten anderen": (
        f"{PROFIEL}/test_scherm.py::test_three_people_in_turn_see_where_they_differ",
    ),
    # het verbeterbord
    "houd het klein met een [verbeterbord]": (
        f"{BORD}/test_scherm.py::test_drie_weken_bij_het_bord_en_na_terugzetten_hetzelfde",
    ),
    "waar werkt uw team de komende weken aan, en wat merken leerlingen ervan": (
        f"{BORD}/test_scherm.py::test_drie_weken_bij_het_bord_en_na_terugzetten_hetzelfde",
    ),
    "elke week een kwartier, met een klok op het grote scherm": (
        f"{BORD}/test_scherm.py::test_drie_weken_bij_het_bord_en_na_terugzetten_hetzelfde",
        f"{BORD}/test_scherm.py::test_een_sessie_die_bezig_is_overleeft_het_opnieuw_laden_met_haar_klok",
    ),
    "u krijgt vragen om mee te nemen, en geen rangorde": (
        f"{BORD}/test_scherm.py::test_borden_naast_elkaar_op_het_alfabet_met_vragen_en_zonder_telling",
        f"{BORD}/test_scholen.py::test_het_overzicht_noemt_geen_rangorde_en_geen_telling",
    ),
    "is een eigen vorm daarvan, ook [op papier]": (
        f"{BORD}/test_papier.py::test_de_bladen_hebben_wat_een_team_aan_de_muur_nodig_heeft",
    ),
    # de risicoscan
    "Vraag erbij naar de hoogstens drie punten": (
        "tests/risicoscan/test_scherm.py::test_hoogstens_drie_punten_met_het_bewijs_dat_er_al_is",
    ),
    "waar is een team het over eens, waar niet, en wat pakt u het eerst op": (
        "tests/risicoscan/test_scherm.py::test_vier_mensen_om_de_beurt_zien_waar_zij_het_oneens_zijn",
        *DRIE_PUNTEN,
    ),
    "en bij het [verbeterplan op papier]": EIGEN_WERKVORM,
    "hebben elk een eigen werkvorm, voor mensen van één afdeling": EIGEN_WERKVORM,
    "hebben een werkvorm om op school mee verder te gaan": EIGEN_WERKVORM,
    "in veertig minuten hoogstens drie punten": DRIE_PUNTEN,
    "Leg de punten klaar voor het [verbeterplan]": DRIE_PUNTEN + KLAARLEGGEN,
    "laat zien waar een team het over eens is, en waar niet": (
        "tests/risicoscan/test_scherm.py::test_vier_mensen_om_de_beurt_zien_waar_zij_het_oneens_zijn",
    ),
    # de urgentiemeter
    "ziet u per rol wie de noodzaak voelt": PER_ROL,
    "laat zien of de rollen in een school en het bestuur dezelfde noodzaak voelen": PER_ROL,
    "of het team dezelfde noodzaak voelt als de leiding": PER_ROL,
    "hoe verschillend mensen de noodzaak van verbetering voelen": PER_ROL + KEUZE_VOORAF,
    "laat u zien hoe een groep antwoordt, per rol": PER_ROL,
    "rekent met wat u in de zaal telt": ZAAL + TABEL,
    "op *Tellen in de zaal*": ZAAL + PAPIER,
    "met tellen in de zaal": ZAAL + TABEL,
    "elke telefoon geeft een code terug, en die leest u met de camera of uit een chat": CODES,
    "Dat kan ook bij de [zelfevaluatie]": CODES_OVERAL,
    "Dat kan bij de [urgentiemeter]": CODES + CODES_OVERAL + CODES_ANONIEM,
    "wat het verschil is tussen op naam en anoniem": KEUZE_VOORAF,
    "Kies met welke vijf mensen u begint": KEUZE_VOORAF,
    "Vul hem eerst alleen in": (
        f"{METER}/scherm/test_scherm.py::test_zelf_invullen_telt_meteen_en_maar_een_keer",
    ),
    "wat zeggen de cijfers, wat voelen mensen, en hoe ver ligt dat uit elkaar": (
        f"{METER}/model/test_uitslag.py::test_blinde_vlek_in_vier_vakken",
    ),
    # de zelfevaluatie
    "een eigen thema: *Verbinding en afstemming*": PER_GROEP,
    "een eigen thema: *Rolbewust zijn*": PER_GROEP,
    "dezelfde acht thema's, met stellingen van ons": (
        "tests/book/test_beloften_hulpmiddelen.py::test_acht_themas_met_elk_een_stelling_in_de_korte_lijst",
    ),
    "legt op naam naast elkaar hoe bestuur, intern toezicht en scholen": PER_GROEP,
    "bespreek de uitslag met de stap *Samen oordelen*": SAMEN + PAPIER,
    "of de [zelfevaluatie](../instrumenten/zelfevaluatie.ipynb) op de telefoon": VERZAMELEN,
    "verzamelt u hoe bestuur, toezicht en scholen het zien": VERZAMELEN,
    "Beantwoord de korte lijst van": (
        "tests/book/test_beloften_hulpmiddelen.py::test_acht_themas_met_elk_een_stelling_in_de_korte_lijst",
    ),
    "Vul de korte lijst in, los van het bestuur": (
        "tests/book/test_beloften_hulpmiddelen.py::test_acht_themas_met_elk_een_stelling_in_de_korte_lijst",
    ),
    "Wilt u weten of u hetzelfde ziet als het bestuur": PER_GROEP,
    "hoe kijken bestuur, intern toezicht en scholen naar de kwaliteitszorg": PER_GROEP,
    # het verbeterplan
    "Houd het bij in het [verbeterplan]": HALVERWEGE,
    "houdt een ronde bij elkaar: het doel, wat u zag, en het besluit halverwege": HALVERWEGE,
    "het hulpmiddel dat meeleest": MEELEZEN,
    "met een plan dat meeleest en halverwege laat zien wat er lukt": MEELEZEN + HALVERWEGE,
    # de bevindingenverkenner
    "bij SKA1, SKA2 en SKA3 genoemd zijn": TABELLEN,
    "de {term}`uitdagingen <uitdaging>` bij OP3": TABELLEN,
    "laat u de zaal eerst schatten, en kijkt u daarna samen": TABELLEN,
    "Laat de zaal eerst schatten, en kijk dan samen": TABELLEN,
    "geeft cijfers voor uw analyse, met hoe zeker ze zijn": TABELLEN + DOWNLOAD,
    "Open [de bevindingenverkenner]": MIJN_AFDELING,
    "een download met de uitdagingen bij twee": TABELLEN + DOWNLOAD,
    "Kies *Mijn afdeling* en kijk": MIJN_AFDELING,
    "welke uitdagingen zijn daarbij genoemd, wat is er gedaan, en hoe zeker is dat": (
        *TABELLEN,
        *MIJN_AFDELING,
    ),
}


def stukken(soorten: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Geef elk stuk tekst dat naar een hulpmiddel wijst, met zijn bladzijde."""
    for soort in soorten:
        for pad in sorted(proza.BOEK.glob(soort)):
            for blok in bw.blokken(pad, proza.lees(pad)):
                if not blok.dia:
                    yield from (
                        (blok.pagina, " ".join(deel.split()))
                        for deel in blok.delen
                        if LINK.search(deel)
                    )


STUKKEN = list(stukken(BLADZIJDEN))


def test_elk_stuk_dat_naar_een_hulpmiddel_wijst_heeft_een_toets() -> None:
    assert len(STUKKEN) > 40
    zonder = [s for s in STUKKEN if not any(belofte in s[1] for belofte in BELOFTEN)]
    assert zonder == []


def test_elke_belofte_staat_op_een_bladzijde() -> None:
    assert [b for b in BELOFTEN if not any(b in tekst for _, tekst in STUKKEN)] == []


@pytest.mark.parametrize("toets", sorted({t for toetsen in BELOFTEN.values() for t in toetsen}))
def test_elke_genoemde_toets_bestaat(toets: str) -> None:
    pad, naam = toets.split("::")
    assert naam in functions_in(pad), f"{toets} is er niet"


# --- Wat een bladzijde bij naam noemt --------------------------------------------------------


def teksten(waarde: object) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict | list):
        for deel in waarde.values() if isinstance(waarde, dict) else waarde:
            yield from teksten(deel)


@cache
def opschriften(hulpmiddel: str) -> frozenset[str]:
    """Geef elke tekst die een hulpmiddel kan tonen: uit zijn gegevens en uit zijn code."""
    namen = {
        tekst
        for pad in INSTRUMENTEN.glob(f"{hulpmiddel}*.toml")
        for tekst in teksten(tomllib.loads(pad.read_text("utf-8")))
    }
    for pad in (WORTEL / "lv_tools" / hulpmiddel).rglob("*.py"):
        boom = ast.parse(pad.read_text("utf-8"))
        namen |= {k.value for k in ast.walk(boom) if isinstance(k, ast.Constant) and k.value}
    return frozenset(naam for naam in namen if isinstance(naam, str))


def van_toen() -> Iterator[tuple[str, str]]:
    """Geef wat de lijst van toen in de plaats zet, als dat een hulpmiddel van dit boek is."""
    lijst = proza.BOEK / "stappen" / "van-toen.toml"
    for rij in read_list(lijst.read_text("utf-8")).rijen:
        yield from ((lijst.name, zin) for zin in rij.nu.split(". ") if LINK.search(zin))


GENOEMD = [
    (pagina, onderdeel, LINK.findall(tekst))
    for pagina, tekst in (*STUKKEN, *stukken(("stappen/*.md", "onderzoek/*.md")), *van_toen())
    for onderdeel in ONDERDEEL.findall(tekst)
]


@pytest.mark.parametrize(("pagina", "onderdeel", "hulpmiddelen"), GENOEMD)
def test_een_onderdeel_heet_in_het_hulpmiddel_ook_zo(
    pagina: str, onderdeel: str, hulpmiddelen: list[str]
) -> None:
    assert any(onderdeel in opschriften(naam) for naam in hulpmiddelen), hulpmiddelen


def test_er_worden_onderdelen_bij_naam_genoemd() -> None:
    assert {"Ritme", "Mijn afdeling", "Tellen in de zaal"} <= {naam for _, naam, _ in GENOEMD}
    assert {"van-toen.toml", "stappen/stap-1-situatie-in-kaart.md"} <= {p for p, _, _ in GENOEMD}
    assert "Bruggen" not in opschriften("gespreksprompter")


# --- Wat in de gegevens na te gaan is --------------------------------------------------------


def gegevens(naam: str) -> dict[str, object]:
    return tomllib.loads((INSTRUMENTEN / f"{naam}.toml").read_text("utf-8"))


def test_een_team_heeft_in_twintig_minuten_genoeg_vragen() -> None:
    """Bij een schoolbezoek vraagt de bladzijde een gesprek met een team, over check alleen."""
    regels = gegevens("gespreksprompter")["regels"]
    assert regels["minuten_min"] <= 20 <= regels["minuten_max"]
    passend = [
        vraag
        for vraag in gegevens("gespreksprompter-vragen")["vraag"]
        if vraag["fase"] == "check" and "team" in vraag["tafels"] and vraag["minuten"] <= 20
    ]
    assert len(passend) >= 6


def test_acht_themas_met_elk_een_stelling_in_de_korte_lijst() -> None:
    bestand = gegevens("zelfevaluatie")
    assert len(bestand["thema"]) == 8
    for thema in bestand["thema"]:
        assert [s.get("kern", False) for s in thema["stelling"]].count(True) == 1, thema["code"]


def test_de_werkvorm_bij_een_hulpmiddel_is_er() -> None:
    """Elke werkvorm heeft dezelfde kopjes, zodat een trainer weet waar te kijken."""
    for naam in (
        "lesbezoek.ipynb",
        "kwaliteitsprofiel.ipynb",
        "verbeterbord.ipynb",
        "kwaliteitsrapportage.ipynb",
        "scholen.ipynb",
        "risicoscan.ipynb",
        "inspectiebezoek-papier.md",
        "verbeterplan-papier.md",
    ):
        tekst = (proza.BOEK / "instrumenten" / naam).read_text("utf-8")
        assert re.search(r"## (Een w|W)erkvorm", tekst), naam
        for kopje in ("Doel:", "Groep:", "Tijd:", "Zo gaat het", "In twintig minuten:", "Let op"):
            assert f"**{kopje}**" in tekst, (naam, kopje)
        assert "**Nabespreken**" in tekst, naam


def test_de_bladen_en_kaarten_bestaan(site: Path) -> None:
    bladen = ("urgentiemeter", "lesbezoek", "risicoscan", "zelfevaluatie", "verbeterplan")
    for naam in (*(f"{blad}-papier" for blad in bladen), "gespreksprompter-kaarten"):
        assert (site / "instrumenten" / f"{naam}.html").is_file()


def test_op_elk_vak_en_elke_kaart_staat_wat_de_paklijst_zegt(site: Path) -> None:
    html = (site / "instrumenten" / "gespreksprompter-kaarten.html").read_text("utf-8")
    vakken = re.findall(r"<summary>([^<]+)</summary>", html)
    assert {re.sub(r"(, [a-z ]+)?: \d+ kaarten$", "", vak) for vak in vakken} == {
        *("Plan", "Do", "Check", "Act", "Borging", "Ronde tafel met leerlingen"),
    }
    assert html.count("<strong>Past bij:</strong>") > 100
