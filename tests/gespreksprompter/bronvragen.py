"""Elke vraag uit de presentatie, in trefwoorden, met de vragen in onze bank die haar verwoorden.

De vraag welke methodiek een adviseur van Leren verbeteren hanteert, staat er niet bij: die gaat
over het werk van de adviseur en niet over de tafel.
"""

BRONVRAGEN: dict[str, tuple[str, tuple[str, ...]]] = {
    # Hulpvragen bij dialoog, kolom PLAN / INSPIREREN
    "P1": ("gestelde doelen bij de ambities", ("plan-inspireren-3",)),
    "P2": ("verwachting van het resultaat", ("plan-inspireren-4",)),
    "P3": ("te behalen resultaat en succescriteria", ("plan-waarderen-1",)),
    "P4": ("gesteld teamdoel", ("plan-inspireren-6", "plan-inspireren-13")),
    "P5": ("doel met klas, leergebied of sectie", ("plan-inspireren-8",)),
    "P6": ("vonk, bezieling en inspireren om mee te doen", ("plan-inspireren-2",)),
    # kolom DO / MOBILISEREN
    "D1": ("hoe het loopt", ("do-mobiliseren-1",)),
    "D2": ("wat goed gaat", ("do-waarderen-1",)),
    "D3": ("waar je tegenaan loopt", ("do-mobiliseren-5", "do-mobiliseren-13")),
    "D4": ("samenwerken aan doelen", ("do-mobiliseren-4", "do-mobiliseren-12")),
    "D5": (
        "bijdrage aan schoolplan, teamplan, vakwerkplan",
        ("do-mobiliseren-8", "do-mobiliseren-9"),
    ),
    "D6": ("collega's meenemen", ("do-inspireren-2",)),
    "D7": ("juiste mensen betrokken", ("do-mobiliseren-2",)),
    "D8": ("gelegenheid: tijd, geld, ruimte", ("do-mobiliseren-3",)),
    # kolom CHECK / WAARDEREN
    "C1": ("lukt het de doelen te realiseren", ("check-waarderen-1",)),
    "C2": ("waar je dat aan ziet, merkt, waaruit het blijkt", ("check-waarderen-2",)),
    "C3": ("concreet voorbeeld", ("check-inspireren-1",)),
    "C4": ("hoe je weet dat het goed gaat", ("check-mobiliseren-1",)),
    "C5": ("gebruikte en geanalyseerde data", ("check-waarderen-4", "check-waarderen-11")),
    "C6": ("resultaat dat al te laten zien is", ("check-waarderen-3",)),
    "C7": ("gemotiveerd zijn en blijven", ("check-waarderen-12",)),
    "C8": ("mee blijven doen", ("check-mobiliseren-2",)),
    # kolom ACT / REFLECTEREN
    "A1": ("volgende stap", ("act-inspireren-1",)),
    "A2": ("verwachting van de volgende stap", ("act-inspireren-2",)),
    "A3": ("wat te behouden", ("act-waarderen-1",)),
    "A4": ("waarmee stoppen", ("act-reflecteren-1",)),
    "A5": ("geleerd, maar hoort ergens anders", ("act-reflecteren-2",)),
    "A6": ("vertrouwen en veiligheid voor feedback", ("act-reflecteren-3",)),
    "A7": ("feedback georganiseerd", ("act-reflecteren-4", "act-reflecteren-8")),
    "A9": ("doelen die je wilt stellen", ("act-inspireren-9",)),
    "A8": ("vrijuit reflecteren", ("act-reflecteren-5", "act-reflecteren-9")),
    # kolom BORGING / DUURZAAM MAKEN
    "B1": ("successen en resultaten geborgd", ("borging-duurzaam-1",)),
    "B2": ("vindbaar voor alle betrokkenen", ("borging-duurzaam-2",)),
    "B3": ("document of aanbeveling", ("borging-duurzaam-5",)),
    # Rode draad gesprekken
    "RD-P1": ("wat we willen bereiken", ("plan-inspireren-1",)),
    "RD-P2": ("wie verantwoordelijk is", ("plan-mobiliseren-1",)),
    "RD-D1": ("hoe het loopt", ("do-mobiliseren-1",)),
    "RD-D2": ("wat goed gaat", ("do-waarderen-1",)),
    "RD-C1": ("lukt het", ("check-waarderen-1",)),
    "RD-C2": ("waar je dat aan ziet", ("check-waarderen-2",)),
    "RD-A1": ("volgende stap", ("act-inspireren-1", "slot-1")),
    "RD-A2": ("wat behouden moet blijven", ("act-waarderen-1",)),
    "RD-B1": ("successen duurzaam vastgelegd", ("borging-duurzaam-1",)),
    "RD-B2": ("kwaliteit onafhankelijk van personen", ("borging-duurzaam-3",)),
    # Kwaliteitscultuur: opdracht, kaders, rol, team, informatie
    "KC1": ("met wie, wie is mijn team", ("plan-mobiliseren-2",)),
    "KC2": ("wanneer zien we elkaar", ("plan-mobiliseren-14",)),
    "KC3": ("opdracht en kaders", ("plan-mobiliseren-3", "plan-mobiliseren-10")),
    "KC4": ("rol in het geheel en de deelopdracht", ("plan-reflecteren-3", "plan-reflecteren-10")),
    "KC5": ("wat van mij verwacht wordt", ("do-reflecteren-4", "plan-reflecteren-10")),
    "KC6": ("gedeelde visie: waarheen", ("plan-inspireren-7",)),
    "KC7": ("kwaliteitseisen: wanneer goed genoeg", ("plan-waarderen-1",)),
    "KC8": ("wie doet wat wanneer", ("plan-mobiliseren-9",)),
    "KC9": ("wie verantwoordelijk is", ("plan-mobiliseren-1",)),
    "KC10": ("aan wie verantwoorden", ("check-mobiliseren-3", "check-mobiliseren-9")),
    "KC11": ("wie stuurt aan", ("plan-mobiliseren-19", "plan-mobiliseren-16")),
    "KC12": ("informatie om te evalueren", ("check-mobiliseren-1",)),
    # Kennismaken
    "KM1": ("wie ben je en wat is je functie", ("start-1",)),
    "KM2": ("wat al goed loopt tussen jou en het bestuur", ("do-waarderen-5",)),
    # Succesfactoren kwaliteitszorg
    "SF1": ("succesfactoren in het bestuur", ("plan-waarderen-9",)),
    "SF2": ("voorbeelden delen", ("do-inspireren-1", "start-3")),
    "SF3": ("eigen rol daarin", ("do-reflecteren-2",)),
    "SF4": ("wat sterker te zien", ("act-inspireren-10",)),
    # Profiel van de kwaliteitsmedewerker
    "PR1": ("hoe de functie heet", ("borging-mobiliseren-5",)),
    "PR2": ("taken", ("do-duurzaam-5",)),
    "PR3": ("taak die je ambieert", ("act-inspireren-5",)),
    "PR4": ("met wie gesprekken over kwaliteit", ("do-mobiliseren-6",)),
    "PR5": ("bij welke overleggen aanwezig", ("do-mobiliseren-7",)),
    "PR6": ("waar invloed op", ("do-reflecteren-5",)),
    "PR7": ("waar van af blijven", ("do-reflecteren-3",)),
    # Voorbereiding inspectiebezoek
    "IN1": (
        "betrokken bij de voorbereiding van het inspectiebezoek",
        ("plan-mobiliseren-13", "check-reflecteren-5"),
    ),
    "IN2": ("bepalen wat u wilt vertellen", ("plan-inspireren-16",)),
    # Proactief handelen
    "PA1": ("op tijd willen handelen, maar wat en hoe", ("plan-reflecteren-5",)),
    # Thema per tafel: geen vragen maar onderwerpen, dus onze vraag bij dat onderwerp
    "TH1": ("staf: processen afstemmen", ("plan-mobiliseren-5", "do-mobiliseren-17")),
    "TH4": (
        "intern toezicht: resultaten, en veranderingen in het externe toezicht",
        ("check-waarderen-10", "check-reflecteren-14"),
    ),
    "TH5": (
        "bestuur: data, ambities, voortgang, risico's, borging",
        (
            "plan-inspireren-11",
            "do-mobiliseren-15",
            "check-mobiliseren-10",
            "check-waarderen-14",
            "borging-mobiliseren-9",
        ),
    ),
    "TH7": (
        "op alle lagen: nieuwe eisen",
        ("plan-reflecteren-9", "borging-duurzaam-6", "start-5"),
    ),
    # Kenmerken toegelicht
    "KT1": ("voorspelbaar, gestructureerd en in verhouding handelen", ("act-mobiliseren-13",)),
    "KT2": ("voorbeeldgedrag", ("act-reflecteren-12",)),
    # Het gaat altijd over
    "HG1": ("documenten en de kwaliteit van de dialoog", ("borging-reflecteren-5",)),
}

#: Waar het onderzoek naar laat zoeken, met onze vragen daarbij.
ONDERZOEK: dict[str, tuple[str, tuple[str, ...]]] = {
    "beeld": (
        "par. 4.2: een gedeeld beeld van goed onderwijs",
        ("plan-inspireren-17", "plan-inspireren-18"),
    ),
    "urgentie": ("par. 4.2: wie de urgentie voelt, en waarvoor", ("check-reflecteren-3",)),
    "samenhang": ("par. 4.2: risico's staan vaak niet op zichzelf", ("plan-reflecteren-11",)),
    "context": ("par. 4.2: veranderingen om de afdeling", ("plan-reflecteren-12",)),
    "van elkaar": (
        "par. 4.4: scholen die elkaar helpen",
        ("plan-mobiliseren-4", "do-inspireren-5"),
    ),
    "kwetsbaar": ("par. 4.4: hoe kwetsbaar de cultuur is", ("borging-reflecteren-1",)),
    "breder": (
        "par. 4.4: kwaliteitszorg bij meer mensen",
        ("plan-duurzaam-4", "do-duurzaam-3", "borging-mobiliseren-4"),
    ),
    "achter": ("par. 5.1: de vraag achter de vraag", ("plan-reflecteren-1",)),
    "leiding": ("par. 5.2: een stabiele schoolleiding", ("borging-mobiliseren-3",)),
    "lesbezoek": (
        "par. 5.3: lesbezoeken, en hoe men ze doet",
        ("do-mobiliseren-19", "do-reflecteren-11"),
    ),
}
