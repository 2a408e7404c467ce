"""De bladzijde over privacy: elke zin is een belofte met een toets, of staat hier als uitleg.

Een nieuwe zin zonder regel hieronder laat deze toets falen, net als een regel zonder zin of een
toets die niet meer bestaat.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from toetsnamen import functions_in

WORTEL = Path(__file__).parents[2]
PAGINA = WORTEL / "book" / "naslag" / "privacy.md"

HIER = "tests/book/test_privacybeloften.py"
HOST = "tests/browser/test_bladzijden.py::stays_on_its_own_host"
VERWIJST = "tests/book/test_paginas.py::test_html_refers_to_no_other_host"
WACHT = "tests/browser/test_eigen_host.py::test_guard_notices_other_host"
BELEID = f"{HIER}::test_elke_bladzijde_mag_alleen_naar_de_eigen_host"
UITWEG = "tests/browser/test_levend_beleid.py"
PYTHON = "tests/browser/test_elk_hulpmiddel.py::python_finds_no_way_out"
OPEN = f"{UITWEG}::test_what_a_policy_in_a_page_cannot_close"
BEWAREN = "tests/schermdelen/test_browser_bewaren.py"
SNEL = f"{HIER}::test_getypt_is_binnen_drie_tiende_seconde_onderweg_naar_de_opslag"
ROL = "tests/browser/test_lezen.py::test_the_role_is_chosen_once_and_the_place_is_kept"
DAG = "tests/browser/test_trainer.py::test_an_own_day_becomes_slides_and_can_be_wiped"
OPSLAG = "tests/browser/test_privacy.py::test_na_lezen_en_zoeken_is_alleen_licht_of_donker_bewaard"
WIS = f"{BEWAREN}::test_wis_alles_vraagt_na_en_wist_echt_alles"
DOSSIER = "tests/schermdelen/test_browser_dossier.py"
MIJN = "tests/browser/test_mijn_werk.py::test_van_de_eerste_bladzijde_naar_een_ander_apparaat"
TELEFOON = "tests/browser/test_mijn_werk.py::test_dossiers_op_een_telefoon"
OFFLINE = "tests/browser/test_levend_offline.py"
ZELF = "tests/zelfevaluatie"
TERUG = "tests/privacy/test_terugrekenen.py"
UITGAAN = f"{TERUG}::test_zonder_verzoek_is_geen_los_antwoord_en_geen_naam_in_een_bestand_te_vinden"
KLEIN = f"{ZELF}/model/test_uitslag.py::test_anoniem_is_elk_getal_nul_of_ten_minste_vijf"
AFTREKKEN = f"{TERUG}::test_geen_stuk_dat_kleiner_is_dan_vijf_is_met_aftrekken_te_vinden"
IN_BESTAND = (
    f"{TERUG}::test_in_het_bestand_van_een_anonieme_scan_staan_losse_antwoorden_en_dat_staat_er"
)
TUSSENSTAND = (
    f"{TERUG}::test_twee_keer_een_verslag_met_een_persoon_meer_verraadt_haar_en_dat_staat_er"
)
GEZEGD = f"{TERUG}::test_een_eensgezinde_groep_en_een_naam_in_een_tekst_worden_vooraf_gezegd"

#: Elke zin die iets belooft, met de toetsen die haar houden.
BELOFTEN: dict[str, tuple[str, ...]] = {
    "Wat u voor een ander hulpmiddel klaarlegt staat daar ook, in het dossier, tot u het daar "
    "weghaalt.": (f"{DOSSIER}::test_wat_klaarligt_verschijnt_in_het_andere_tabblad_en_blijft",),
    "In het dossier: kies ‘Maak het dossier leeg’ in een hulpmiddel dat er iets uit meeneemt.": (
        f"{DOSSIER}::test_wat_klaarligt_verschijnt_in_het_andere_tabblad_en_blijft",
    ),
    "Welk dossier open is staat daar ook, tot u alle gegevens van deze site wist.": (
        f"{DOSSIER}::test_het_dossier_als_bestand_gaat_op_een_ander_apparaat_open",
    ),
    "Op de eerste bladzijde en bij Mijn werk ziet u wat er op uw apparaat openstaat.": (MIJN,),
    "Die lijst maakt uw browser zelf, uit wat hij al bewaarde; zonder werk staat er niets.": (
        MIJN,
    ),
    "Bij Mijn werk maakt u een reservekopie: één bestand met al uw werk en al uw dossiers.": (
        MIJN,
        "tests/mijnwerk/test_regels.py::test_een_kopie_terugzetten_op_een_leeg_apparaat_is_hetzelfde",
    ),
    "Zet u het op een ander apparaat terug, dan ziet u eerst wat er gebeurt, en blijft wat daar al "
    "staat ook staan.": (
        MIJN, "tests/mijnwerk/test_regels.py::test_wat_er_al_stond_blijft_en_twee_keer_is_een_keer",
    ),
    "Een bestand dat beschadigd, afgebroken of veranderd is, gaat niet open.": (
        MIJN, "tests/mijnwerk/test_regels.py::test_een_teken_anders_gaat_niet_open",
    ),
    "Een heel dossier: kies ‘Haal weg’ bij Mijn werk.": (TELEFOON,),
    "‘Wis alles’ raakt het dossier niet.": (
        f"{DOSSIER}::test_wis_alles_in_een_hulpmiddel_raakt_het_dossier_niet",
    ),
    "Wat u invult, blijft op uw apparaat.": (HOST, BELEID),
    "Er is geen server die meekijkt of een kopie bewaart.": (HOST, BELEID),
    "Wij meten niets.": (HOST, VERWIJST, BELEID),
    "Geen account, geen bezoekcijfers, geen reclame, geen bestanden van andere sites.": (
        HOST, VERWIJST, BELEID,
    ),
    "U kunt alles wissen.": (WIS, f"{OFFLINE}::test_niet_meer_bewaren_ruimt_alles_op"),
    "Met ‘Wis alles’ in het hulpmiddel, of via de instellingen van uw browser.": (WIS,),
    "Een uitslag laat geen kleine groep zien, maar wie de bestanden verzamelt, kan ze lezen.": (
        KLEIN, AFTREKKEN, IN_BESTAND,
    ),
    "De hulpmiddelen in dit boek rekenen in uw eigen browser.": (HOST, BELEID),
    "Klikt of typt u in een hulpmiddel, dan haalt uw browser het programma op, en daarna gebeurt "
    "alles bij u.": (HOST, BELEID),
    "Dat programma komt van dezelfde site als deze pagina, nooit van een andere.": (
        HOST, VERWIJST, BELEID,
    ),
    "Elke pagina van dit boek draagt een regel voor uw browser: haal alleen iets van deze site, en "
    "stuur alleen iets naar deze site.": (BELEID,),
    "Uw browser houdt tegen wat door een fout toch naar een andere site zou gaan: gegevens, "
    "beelden, formulieren en bestanden.": (
        BELEID, f"{UITWEG}::test_no_way_out_of_a_page", PYTHON,
    ),
    "Zo'n regel sluit drie wegen niet af, als een script kwaad zou willen:": (OPEN,),
    "Het kan rechtstreeks verbinden, zoals bij beeldbellen.": (OPEN,),
    "Het kan u naar een andere site brengen.": (OPEN,),
    "Het kan een bestand van deze site openen dat zelf geen pagina is, en daar iets van elders in "
    "zetten.": (OPEN,),
    "Geen script van dit boek maakt zo'n verbinding, en onze eigen scripts gebruiken ook de andere "
    "twee wegen niet.": (
        f"{HIER}::test_geen_script_van_dit_boek_gebruikt_een_weg_die_openblijft",
        PYTHON,
    ),
    "Bij elke nieuwe versie van het boek toetst een programma dit.": (HOST, BELEID),
    "Het opent alle pagina's in een echte browser, gebruikt de hulpmiddelen en kijkt welke "
    "adressen worden opgevraagd.": (HOST, WACHT),
    "Een verzoek aan een andere site geldt als fout.": (HOST, WACHT),
    "Wat u in een hulpmiddel kiest of typt staat binnen 0,3 seconde in de opslag van uw browser, "
    "en blijft daar tot u het wist.": (
        SNEL,
        f"{BEWAREN}::test_getypte_tekst_is_binnen_een_seconde_bewaard_zonder_het_veld_te_verlaten",
        f"{BEWAREN}::test_na_sluiten_of_vastlopen_staat_alles_er_weer",
    ),
    "Een bestand dat u opslaat of downloadt staat bij uw downloads, tot u het weggooit.": (
        f"{BEWAREN}::test_opslaan_als_bestand_en_weer_openen",
    ),
    "Uw keuze voor licht of donker staat in de opslag van uw browser, tot u die wist.": (OPSLAG,),
    "De rol die u kiest bij de situaties op de eerste pagina staat daar ook, tot u die wist.": (
        ROL,
    ),
    "De netwerkdag die u samenstelt staat daar ook, tot u kiest voor ‘Wis dit allemaal’ op die "
    "bladzijde.": (DAG,),
    "Welke dia's u weglaat of verzet, en wat u bij de klok en de toetsen koos, staat daar ook; "
    "dezelfde knop wist dat.": (DAG,),
    "Uw netwerkdag en uw dia's: kies ‘Wis dit allemaal’ bij uw netwerkdag.": (DAG,),
    "Waar u in het boek gebleven was, weet alleen het tabblad zelf.": (ROL,),
    "Sluit u het, dan is het weg.": (ROL,),
    "Pagina's en hulpmiddelen voor als u geen internet hebt staan ook in uw browser, tot er een "
    "nieuwe versie is of tot u ze wist.": (
        f"{OFFLINE}::test_na_een_bezoek_is_het_hele_boek_te_lezen",
        f"{OFFLINE}::test_nieuwe_regel_geldt_meteen_en_wordt_aangekondigd",
        f"{OFFLINE}::test_niet_meer_bewaren_ruimt_alles_op",
    ),
    "Lukt bewaren niet, dan zegt het hulpmiddel dat.": (
        f"{BEWAREN}::test_een_volle_opslag_wordt_gezegd_en_herstelt_zich",
        f"{BEWAREN}::test_zonder_opslag_werkt_het_hulpmiddel_en_zegt_het_dat",
    ),
    "Zoekt u in het boek, dan zoekt uw eigen browser.": (
        "tests/browser/test_zoeken.py::test_search_starts_on_any_page_and_loads_only_what_is_needed",
        HOST,
    ),
    "In de opslag van uw browser blijft het zoekwoord niet staan nadat u het tabblad sluit.": (
        OPSLAG,
    ),
    "Dit boek plaatst geen cookies om u te volgen.": (OPSLAG,),
    "Daarna is wat u daar hebt ingevuld uit deze browser verdwenen.": (WIS,),
    "Namen en losse antwoorden komen alleen in een verslag of tabel als de maker dat aanvinkt.": (
        UITGAAN,
        f"{ZELF}/verslag/test_document.py::test_namen_alleen_op_naam_en_als_erom_gevraagd_is",
        f"{ZELF}/scherm/test_scherm.py::test_namen_staan_er_alleen_in_als_daarom_is_gevraagd",
        "tests/urgentiemeter/verslag/test_document.py::test_namen_alleen_op_verzoek_en_alleen_op_naam",
    ),
    "Hoe uitgebreid het verslag is, maakt niet uit.": (
        UITGAAN,
        f"{ZELF}/verslag/test_document.py"
        "::test_losse_antwoorden_gaan_mee_als_erom_gevraagd_is_en_anders_niet",
        "tests/urgentiemeter/verslag/test_document.py"
        "::test_losse_antwoorden_gaan_mee_als_erom_gevraagd_is_en_anders_niet",
    ),
    "Ook een groep van één persoon staat in een verslag pas apart als de maker dat aanvinkt.": (
        f"{TERUG}::test_op_naam_is_wie_alleen_in_een_groep_zit_zonder_verzoek_niet_te_vinden",
        f"{TERUG}::test_urgentiemeter_laat_bij_geen_enkele_regel_een_verborgen_rol_zien",
        f"{ZELF}/scherm/test_scherm.py::test_een_groep_van_een_persoon_gaat_alleen_apart_uit_op_verzoek",
    ),
    "Bij bewijs en opmerkingen staat de groep; in de risicoscan niet.": (
        f"{ZELF}/model/test_uitslag.py::test_teksten_op_naam_met_groep_en_anoniem_zonder", UITGAAN,
        "tests/risicoscan/test_scherm.py::test_namen_gaan_alleen_op_verzoek_mee",
    ),
    "Het kwaliteitsprofiel gaat over het werk van één herkenbare collega, en kan daarom niet "
    "anoniem.": (
        "tests/kwaliteitsprofiel/test_scherm.py::test_the_page_says_that_it_is_about_a_person_and_no_appraisal",
    ),
    "In het verslag van de uitkomst staat altijd welke rol wat antwoordde; namen staan er alleen "
    "als de maker dat aanvinkt.": (
        "tests/kwaliteitsprofiel/test_scherm.py::test_names_stay_out_of_the_report_unless_asked",
    ),
    "In het profiel om te tekenen staan de namen wel.": (
        "tests/kwaliteitsprofiel/test_scherm.py::test_the_profile_is_a_concept_until_three_signed",
    ),
    "Het bestand dat iemand doorgeeft, bevat alleen wat die persoon zelf invulde.": (
        "tests/kwaliteitsprofiel/test_bestand.py::test_the_file_of_one_person_has_nothing_of_another",
    ),
    "Het hulpmiddel scholen naast elkaar houdt van elk bestand alleen de uitkomst van de groep.": (
        "tests/scholen/test_scherm.py::test_wat_bewaard_wordt_heeft_geen_antwoord_naam_of_opmerking",
        "tests/scholen/test_model.py::test_wat_dicht_is_blijft_dicht_in_elke_vorm",
    ),
    "Antwoorden, namen en opmerkingen van mensen komen er niet in.": (
        "tests/scholen/test_scherm.py::test_wat_bewaard_wordt_heeft_geen_antwoord_naam_of_opmerking",
    ),
    "De uitkomst komt pas bij ten minste vijf lessen van vijf docenten, en laat weg wat naar één "
    "les te herleiden is.": (
        "tests/lesbezoek/test_vrijgeven.py::test_met_vijf_lessen_en_vijf_docenten_is_er_een_uitkomst",
        "tests/lesbezoek/test_vrijgeven.py::test_te_weinig_lessen_of_docenten_geeft_niets",
        "tests/lesbezoek/test_vrijgeven.py::test_een_kijkpunt_dat_in_te_weinig_lessen_te_zien_was_is_afgeschermd",
    ),
    "Op het verbeterbord staat wie een actie doet; in het bestand voor het bestuur niet.": (
        "tests/verbeterbord/test_scherm.py::test_een_bord_voor_het_bestuur_heeft_geen_namen_en_geen_acties",
    ),
    "In de kwaliteitsrapportage kiest u wat op het blad komt; wat er niet op staat, gaat ook niet "
    "mee in het bestand voor het bestuur.": (
        "tests/kwaliteitsrapportage/test_model.py::test_wat_niet_op_het_blad_staat_komt_nergens_op",
    ),
    "In de risicoscan ziet u bewijs pas als vijf mensen bij dezelfde standaard iets schreven.": (
        "tests/risicoscan/test_model.py::test_anoniem_is_geen_getal_kleiner_dan_vijf_mensen",
        "tests/risicoscan/test_scherm.py::test_anoniem_komt_er_pas_een_uitkomst_bij_vijf",
    ),
    "De naam staat er alleen bij in de tabel met losse antwoorden, als de maker die aanvinkt.": (
        f"{ZELF}/verslag/test_document.py"
        "::test_een_naam_staat_alleen_bij_een_tekst_in_de_tabel_met_losse_antwoorden",
        UITGAAN,
    ),
    "Namen worden niet gevraagd.": (
        f"{ZELF}/scherm/test_scherm.py::test_anonieme_scan_vraagt_geen_naam",
        "tests/urgentiemeter/scherm/test_scherm.py::test_anoniem_blijft_anoniem_en_naam_verdwijnt",
    ),
    "Staat er in een tabel een kolom met namen, dan neemt het hulpmiddel die niet over.": (
        "tests/basis/verzamelen/test_toevoegen.py::test_namen_blijven_buiten_een_anonieme_groep",
    ),
    "Een groep staat pas apart bij vijf of meer mensen.": (
        KLEIN,
        "tests/urgentiemeter/model/test_uitslag.py"
        "::test_anoniem_toont_alleen_stukken_van_een_vaste_indeling",
    ),
    "Een kleinere groep is uit één uitslag niet terug te rekenen, ook niet door groepen van elkaar "
    "af te trekken.": (
        AFTREKKEN,
        f"{TERUG}::test_wie_verborgen_is_verandert_aan_geen_enkel_bestand_een_byte",
        f"{TERUG}::test_groepen_aan_en_uit_laat_nooit_een_ander_getal_zien",
        f"{TERUG}::test_urgentiemeter_laat_bij_geen_enkele_regel_een_verborgen_rol_zien",
        "tests/basis/onderzoek/test_onthulling.py::test_alle_kleine_indelingen_met_brute_kracht",
    ),
    "Antwoorden per persoon staan in geen enkel verslag en in geen enkele tabel.": (
        f"{ZELF}/verslag/test_document.py"
        "::test_anoniem_gaan_er_geen_antwoorden_per_persoon_en_geen_teksten_van_weinigen_uit",
        f"{TERUG}::test_de_volgorde_van_mensen_bestanden_en_kenmerken_is_nergens_te_zien",
    ),
    "Bewijs en opmerkingen ziet u alleen van groepen die apart staan, op alfabet en zonder groep "
    "erbij.": (
        f"{TERUG}::test_een_tekst_uit_een_groep_die_niet_apart_staat_staat_nergens",
        f"{TERUG}::test_teksten_van_een_persoon_zijn_over_themas_niet_te_volgen",
        f"{ZELF}/model/test_uitslag.py"
        "::test_anoniem_blijven_teksten_weg_van_groepen_die_niet_apart_staan",
    ),
    "Lijken twee anonieme scans op dezelfde antwoorden te rusten, dan zet het hulpmiddel ze niet "
    "naast elkaar: uit het verschil kunt u soms aflezen wat één persoon antwoordde.": (
        f"{ZELF}/model/test_overlap.py"
        "::test_een_groep_zonder_een_persoon_wordt_herkend_hoe_kort_de_lijst_ook_is",
        f"{ZELF}/model/test_overlap.py"
        "::test_een_kolom_veranderen_of_weglaten_verbergt_niet_dat_het_dezelfde_zijn",
        f"{TERUG}::test_een_scan_naast_dezelfde_scan_zonder_een_persoon_kan_niet",
        f"{ZELF}/model/test_vergelijken.py"
        "::test_een_anonieme_scan_ligt_niet_naast_dezelfde_scan_zonder_een_persoon",
    ),
    "Het bestand waarin alles samenkomt, is open.": (IN_BESTAND,),
    "Daarin staat van elke persoon alles wat die invulde.": (IN_BESTAND,),
    "Het hulpmiddel zegt dat waar u het bewaart.": (
        f"{ZELF}/scherm/test_scherm.py::test_anoniem_zegt_het_scherm_wat_een_tussenstand_verraadt",
    ),
    "Een tussenstand verraadt de laatste.": (TUSSENSTAND,),
    "Maakt iemand twee keer een verslag en kwam er één persoon bij, dan laat het verschil zien wat "
    "die persoon antwoordde.": (TUSSENSTAND,),
    "Een eensgezinde groep verbergt niets.": (GEZEGD,),
    "Antwoordt iedereen hetzelfde, dan weet u dat van ieder.": (GEZEGD,),
    "Wie zichzelf in een tekst noemt, is te herkennen.": (GEZEGD,),
    "Wie invult, leest dat vooraf.": (
        f"{ZELF}/scherm/test_scherm.py::test_wie_invult_leest_vooraf_wie_de_antwoorden_ziet",
        GEZEGD,
    ),
    "Op naam ziet u dat als u de namen zelf invult, anoniem ziet u alleen aantallen per groep.": (
        f"{ZELF}/scherm/test_scherm.py::test_op_naam_staat_er_wie_er_mist",
        f"{ZELF}/scherm/test_scherm.py"
        "::test_anoniem_staan_er_alleen_aantallen_en_is_de_namenlijst_weg",
    ),
    "Een herinnering kopieert u en stuurt u zelf.": (
        f"{ZELF}/scherm/test_scherm.py::test_op_naam_staat_er_wie_er_mist", HOST,
    ),
    "Draait u het boek of de notebooks op uw eigen computer, dan blijft alles daar.": (
        f"{BEWAREN}::test_naast_het_notebook_werkt_hetzelfde_paneel",
        "tests/schermdelen/test_bewaren.py::test_naast_het_notebook_staat_hetzelfde_bestand",
    ),
    "De bevindingenverkenner vraagt niets over personen: u kiest standaarden, afdelingen en "
    "obstakels.": (f"{HIER}::test_de_bevindingenverkenner_vraagt_geen_naam",),
}  # fmt: skip

#: Zinnen die niets beloven: uitleg, advies, de wet, en wat een ander doet.
UITLEG = (
    "Zijn de antwoorden in een van de twee gewijzigd, dan herkent het hulpmiddel dat niet altijd.",
    "Anoniem is geen geheim.",
    "Binder is anders.",
    "Kiest u voor Binder, dan werkt u op een server van iemand anders.",
    "Dat is het in het kort.",
    "Hieronder staat het hele verhaal, voor wie het precies wil weten of moet verantwoorden.",
    "De meeste hulpmiddelen op internet rekenen op een server.",
    "Op uw apparaat:",
    "Op de server waar dit boek staat:",
    "Welke pagina u opvraagt, en uw IP-adres kunnen in het logboek van die server komen, zoals bij "
    "elke website.",
    "Hoelang dat blijft, bepaalt de beheerder van de server.",
    "Het staat wel in het adres van de zoekpagina.",
    "Dat adres ziet de server, en uw browser onthoudt het in de geschiedenis.",
    "Typ dus geen namen van personen in het zoekveld.",
    "De opslag in uw browser is nodig om te doen wat u vraagt: uw werk bewaren.",
    "Daarom ziet u hier een uitleg en geen cookiebalk.",
    "Deelt u een apparaat met anderen, bijvoorbeeld in de personeelskamer?",
    "Dan kan de volgende gebruiker zien wat u hebt ingevuld.",
    "Sla uw werk op als bestand en wis het daarna uit de browser.",
    "In het hulpmiddel: kies ‘Wis alles’.",
    "In de browser: ga naar de instellingen, zoek ‘sitegegevens’ of ‘cookies en sitegegevens’, en "
    "verwijder wat bij deze site hoort.",
    "Dan zijn ook uw voorkeuren en de offline pagina's weg.",
    "Bestanden: die gooit u zelf weg.",
    "Een reservekopie is open: wie die heeft, leest alles, ook losse antwoorden van anderen.",
    "Bewaar de kopie daarom op een plek van uzelf, en gooi die weg als u er klaar mee bent.",
    "Wij kunnen er niet bij.",
    "Hebt u niets opgeslagen en wist u de browser, dan is uw werk echt weg.",
    "Wij kunnen het niet terughalen, want wij hebben het nooit gehad.",
    "Bij de zelfevaluatie, de urgentiemeter en de risicoscan brengt één persoon de antwoorden van "
    "een groep samen.",
    "Die persoon kiest vooraf: op naam of anoniem.",
    "Op naam:",
    "Anoniem:",
    "Wie de antwoorden verzamelt, ziet wie wat antwoordde.",
    "Wat een hulpmiddel niet kan tegenhouden:",
    "Geef het niet door; deel het verslag.",
    "Wacht dus tot iedereen er is.",
    "Wilt u weten wie er nog mist?",
    "Bij een hulpmiddel kan een link naar Binder staan.",
    "Binder start het hulpmiddel op een server van een andere organisatie, buiten dit boek.",
    "Wat u daar invult, gaat dus wel over internet, en voor die server gelden de regels van "
    "Binder.",
    "Gebruik Binder daarom niet voor gegevens over personen.",
    "Vraagt een hulpmiddel wel naar meningen, gebruik dan liever een rol of een code dan een naam.",
    "Schrijft u ergens op wat u van het werk van een collega vindt, dan is dat een "
    "persoonsgegeven, ook zonder naam.",
    "Het telt al zodra anderen kunnen raden om wie het gaat.",
    "Dan is uw school of bestuur verantwoordelijk voor wat ermee gebeurt, niet dit boek.",
    "Vier regels helpen:",
    "Schrijf niets op over herkenbare leerlingen.",
    "Noteer bij een lesbezoek een code voor de les, en geen naam van de docent.",
    "Bewaar alleen wat u voor het gesprek nodig hebt, en spreek af wanneer u het weggooit.",
    "Kijk een bestand na voordat u het deelt.",
    "Staan er namen in die er niet hoeven te staan, haal ze dan weg.",
    "Wilt u lesbezoeken of oordelen van collega's op school vastleggen, betrek dan op tijd de "
    "medezeggenschapsraad.",
    "De Wet medezeggenschap op scholen geeft het personeelsdeel van de raad instemmingsrecht over "
    "twee dingen.",
    "Het gaat om regels voor persoonsgegevens van personeel, en om voorzieningen waarmee u "
    "personeel kunt observeren.",
    "In de wettekst van 2010 zijn dat de letters m en n; kijk in de geldende tekst of dat nog "
    "klopt.",
    "Schreef iemand iets op over uw les of over u, en wilt u weten wat er bewaard wordt?",
    "Vraag het eerst aan wie het opschreef, en anders aan de functionaris gegevensbescherming van "
    "uw bestuur.",
    "Het lesbezoek werkt met een code voor elke les, zonder naam.",
    "Wie een bestand met bezoeken heeft, kan de losse bezoeken lezen.",
    "Bij een inspectiebezoek schrijft u op wat er gezegd is: een rol en een code van de les zijn "
    "genoeg.",
    "Dit is uitleg en geen juridisch advies.",
    "Vraag bij twijfel de functionaris gegevensbescherming van uw bestuur.",
)


def sentences() -> list[str]:
    """Geef elke zin van de bladzijde, zonder koppen en opmaak."""
    tekst = PAGINA.read_text("utf-8").split("---\n", 2)[2]
    gevonden = []
    for ruw in tekst.splitlines():
        regel = re.sub(r"^(?:[-*]|\d+\.)\s+", "", ruw.strip())
        if not regel or regel.startswith("#"):
            continue
        regel = re.sub(r"\s*\{cite:p\}`[^`]*`", "", regel)
        regel = re.sub(r"\{term\}`([^`]*)`", r"\1", regel).replace("**", "")
        regel = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", regel)
        gevonden += re.split(r"(?<=[.?!])\s+", regel)
    return gevonden


def test_elke_zin_is_een_belofte_met_een_toets_of_staat_als_uitleg_bekend() -> None:
    bekend = set(BELOFTEN) | set(UITLEG)
    assert len(bekend) == len(BELOFTEN) + len(UITLEG), "een zin staat op twee lijsten"
    assert [zin for zin in sentences() if zin not in bekend] == []


def test_elke_regel_hoort_bij_een_zin_op_de_bladzijde() -> None:
    op_de_bladzijde = set(sentences())
    assert [zin for zin in (*BELOFTEN, *UITLEG) if zin not in op_de_bladzijde] == []


@pytest.mark.parametrize("toets", sorted({t for toetsen in BELOFTEN.values() for t in toetsen}))
def test_elke_genoemde_toets_bestaat(toets: str) -> None:
    pad, naam = toets.split("::")
    assert naam in functions_in(pad), f"{toets} is er niet"


def test_elke_belofte_heeft_een_toets() -> None:
    assert [zin for zin, toetsen in BELOFTEN.items() if not toetsen] == []


# ---------------------------------------------------------------- toetsen van de bladzijde zelf


def policy(pagina: Path) -> dict[str, set[str]]:
    """Lees het beveiligingsbeleid (CSP) dat in een bladzijde staat."""
    kop = BeautifulSoup(pagina.read_text("utf-8"), "html.parser").head
    meta = kop and kop.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    regels = str(meta["content"]).split(";") if meta else []
    return {delen[0]: set(delen[1:]) for regel in regels if (delen := regel.split())}


def test_elke_bladzijde_mag_alleen_naar_de_eigen_host(site: Path) -> None:
    """Geen regel van het beleid noemt een andere host, en verbinden mag alleen met de eigen."""
    paginas = [p for p in site.rglob("*.html") if "<html" in p.read_text("utf-8")[:2000].lower()]
    assert paginas
    for pagina in paginas:
        beleid = policy(pagina)
        assert beleid.get("connect-src") == {"'self'"}, f"{pagina.relative_to(site)} {beleid}"
        assert beleid.get("form-action") == {"'self'"}, pagina
        assert beleid.get("default-src") in ({"'none'"}, {"'self'"}), pagina
        for bron in set().union(*beleid.values()):
            assert bron.startswith("'") or bron in {"data:", "blob:"}, f"{pagina}: {bron}"


def test_geen_script_van_dit_boek_gebruikt_een_weg_die_openblijft(site: Path) -> None:
    """Niets verbindt rechtstreeks; wat wij zelf schreven, opent of verlaat ook geen pagina."""
    rechtstreeks = re.compile("RTCPeerConnection|WebTransport")
    alle = [pad for soort in ("*.js", "*.mjs", "*.html") for pad in site.rglob(soort)]
    assert len(alle) > 100
    assert [p.name for p in alle if rechtstreeks.search(p.read_text("utf-8", "replace"))] == []

    weg = re.compile(
        r"(?<![\w.#])open\((?!.*\) \{$)|(?:window|globalThis)\.open\(|"
        r"\blocation\.(?:assign|replace)\(|\blocation(?:\.href)?\s*=[^=]"
    )
    regels = []
    for map_ in ("lv_tools", "book/_ext", "book/_static"):
        for pad in (p for soort in ("*.js", "*.mjs") for p in (WORTEL / map_).rglob(soort)):
            tekst = pad.read_text("utf-8")
            if "node_modules" in pad.parts or "const open = " in tekst:
                continue  # daar is `open` een eigen functie
            regels += [f"{pad.name}: {r.strip()}" for r in tekst.splitlines() if weg.search(r)]
    # De trainer opent zijn eigen tweede venster, en dat is een pagina van dit boek.
    assert regels == ['dek.js: spreker = window.open(adres, "spreker", "width=1180,height=800");']


def test_getypt_is_binnen_drie_tiende_seconde_onderweg_naar_de_opslag() -> None:
    """Tussen twee keer schrijven zit hoogstens deze adem; langer wacht getypte tekst niet."""
    script = (WORTEL / "lv_tools/schermdelen/js/bewaarder.js").read_text("utf-8")
    adem = re.search(r"const ADEM_MS = (\d+);", script)
    assert adem
    assert int(adem[1]) <= 300


def test_de_bevindingenverkenner_vraagt_geen_naam() -> None:
    from hulpproef import Proef

    from lv_tools.bevindingenverkenner.hulpmiddel import VERKENNER
    from lv_tools.bevindingenverkenner.teksten import teksten

    proef = Proef(VERKENNER)
    for weergave in teksten().weergaven:  # een weergave bestaat pas als iemand ernaar kijkt
        proef.vul("weergave", weergave)
    velden = [str(d.eigenschappen.get("label", "")) for d in proef.scherm.walk()]
    assert len([v for v in velden if v]) > 30
    assert not [v for v in velden if re.search(r"\b(naam|functie|rol|e-mail)\b", v, re.IGNORECASE)]
